"""The command ``tenantdock``: no arguments start the desktop, a command talks to the one that runs.

Nothing heavy is imported before it is known which: a command answers in the time of a bare Python start.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from tenantdock import __version__


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 done, 1 failed, 2 wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["--practice-cloud"]:
        return _practice_cloud(given[1:])
    parser = _parser()
    options = parser.parse_args(given)
    if options.pictures and not options.tour:
        parser.error("--pictures goes with --tour")
    if options.tour and not options.sandbox:
        parser.error("the tour runs on the practice cloud only: add --sandbox")
    data = options.data.expanduser().absolute() if options.data else None
    if options.command:
        from tenantdock import cli, folders  # noqa: PLC0415 - see the module's docstring

        return cli.main(options.command, data_folder=data or folders.data_folder(sandbox=options.sandbox))

    from tenantdock import composition  # noqa: PLC0415 - see the module's docstring

    if options.tour:
        return composition.run_tour(data=data, pictures=options.pictures)
    return composition.run_desktop(sandbox=options.sandbox, data=data)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tenantdock",
        description="Start the desktop, or show the one that runs. With a command: talk to the running desktop.",
    )
    parser.add_argument("--version", action="version", version=f"TenantDock {__version__}")
    parser.add_argument("--sandbox", action="store_true", help="use the practice cloud, with its own data; needs no tenant")
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep the data in DIR instead of the system's usual folder")
    parser.add_argument("--tour", action="store_true", help="do the main job by itself on the practice cloud, a line per step")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="save a picture of each window of the tour to DIR")
    parser.add_argument("command", nargs=argparse.REMAINDER, help='"help" lists the commands')
    return parser


def _practice_cloud(rest: list[str]) -> int:
    """Be the practice cloud's process, in a packaged program that has no ``python -m``."""
    import runpy  # noqa: PLC0415 - see the module's docstring

    sys.argv = ["tenantdock --practice-cloud", *rest]
    runpy.run_module("tenantdock.sandbox", run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
