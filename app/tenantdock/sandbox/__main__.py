"""``python -m tenantdock.sandbox --folder DIR``: runs the practice cloud until standard input ends.

One line of JSON on standard output says that it is ready, or why it is not (see ARCHITECTURE.md, "The practice cloud").
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from pathlib import Path
from typing import Any


def main(arguments: list[str] | None = None) -> int:
    """Run. Returns the exit code: 0 after a stop that was asked for, 1 when it could not start."""
    parser = argparse.ArgumentParser(prog="python -m tenantdock.sandbox", description="The practice cloud, on loopback only.")
    parser.add_argument("--folder", required=True, type=Path, help="where its keys, ports and sign-ins are kept")
    parser.add_argument("--customers", type=int, default=0, metavar="N", help="so many customers more (at most 1000)")
    given = parser.parse_args(arguments)
    from tenantdock.sandbox import server  # noqa: PLC0415  # a wrong command line is answered without loading a web server
    from tenantdock.sandbox.folder import FolderTrouble  # noqa: PLC0415

    server.quiet()
    try:
        server.run(given.folder.expanduser().absolute(), _say, max(0, given.customers))
    except FolderTrouble as trouble:
        _say({"error": trouble.message, "next_step": trouble.next_step})
        return 1
    return 0


def _say(line: dict[str, Any]) -> None:
    # Whoever started us may be gone already; the end of standard input then ends us too
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
