"""Starts the real program in a process of its own and lists the modules that it has imported when the first window is painted.

``python tests/support/first_paint.py DATA_FOLDER`` prints them, one a line. Nothing of the test tools is imported there.
"""

from __future__ import annotations

import os
import sys


def main(folder: str) -> None:
    """Start, print at the first paint, and end at once."""
    before = set(sys.modules)
    from tenantdock import late  # noqa: PLC0415 - what is measured

    late.begin()  # which a start does first
    from tenantdock import composition  # noqa: PLC0415 - what is measured

    def ready(_open_endpoint: object) -> None:
        # As a start without this file would have it: what Python itself had before counts as imported by nobody
        sys.stdout.write("\n".join(sorted(set(sys.modules) - before)) + "\n")
        sys.stdout.flush()
        os._exit(0)

    composition._ready = ready  # type: ignore[assignment]  # of another type on purpose: it never returns
    from tenantdock.__main__ import main as start  # noqa: PLC0415 - what is measured

    start(["--data", folder])


if __name__ == "__main__":
    main(sys.argv[1])
