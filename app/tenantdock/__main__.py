"""The command ``tenantdock``: no arguments start the desktop, a command talks to the one that runs.

Nothing heavy is imported before it is known which: a command answers in the time of a bare Python start.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from tenantdock import __version__

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

_INTERRUPTED: Final = 130
"""The exit code of a program that Ctrl+C ended: 128 and the number of SIGINT, as shells have it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code: 0 done, 1 failed, 2 wrong usage, 130 interrupted."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["--practice-cloud"]:
        return _practice_cloud(given[1:])
    if given[:1] == ["--which-keyring"]:
        return _which_keyring()
    if not given:
        return _desktop(sandbox=False, data=None, hidden=False)  # as a click starts it: there is nothing to parse
    parser = _parser()
    options = parser.parse_args(given)
    if options.pictures and not options.tour:
        parser.error("--pictures goes with --tour")
    if options.tour and not options.sandbox:
        parser.error("the tour runs on the practice cloud only: add --sandbox")
    data = options.data.expanduser().absolute() if options.data else None
    if options.command:
        return _command(options.command, data, sandbox=options.sandbox)
    if options.tour:
        return _tour(data, options.pictures)
    return _desktop(sandbox=options.sandbox, data=data, hidden=options.hidden)


def _desktop(*, sandbox: bool, data: Path | None, hidden: bool) -> int:
    _end_at_once_when_interrupted()
    import gc  # noqa: PLC0415 - see the module's docstring

    from tenantdock import late  # noqa: PLC0415 - see the module's docstring

    gc.disable()  # see composition.run_desktop
    late.begin()
    from tenantdock import composition  # noqa: PLC0415 - see the module's docstring

    return composition.run_desktop(sandbox=sandbox, data=data, hidden=hidden)


def _command(words: list[str], data: Path | None, *, sandbox: bool) -> int:
    from tenantdock import cli, folders  # noqa: PLC0415 - see the module's docstring

    try:
        if words[0] == "doctor":
            from tenantdock import clinic  # noqa: PLC0415 - see the module's docstring

            return clinic.run_doctor(words[1:], sandbox=sandbox, data=data)
        return cli.main(words, data_folder=data or folders.data_folder(sandbox=sandbox))
    except KeyboardInterrupt:
        return _INTERRUPTED


def _tour(data: Path | None, pictures: Path | None) -> int:
    from tenantdock import composition  # noqa: PLC0415 - see the module's docstring

    try:
        return composition.run_tour(data=data, pictures=pictures)
    except KeyboardInterrupt:
        return _INTERRUPTED  # everything is taken down already


def _end_at_once_when_interrupted() -> None:
    """Have Ctrl+C end the program at once until it has a window to close (see :mod:`tenantdock.signals`).

    An exception in the midst of Qt's imports comes out as another one, with a traceback. Nothing is open yet, and the practice
    cloud ends with its standard input.
    """
    import signal  # noqa: PLC0415 - see the module's docstring

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not where it is ignored
        signal.signal(signal.SIGINT, signal.SIG_DFL)


def _parser() -> argparse.ArgumentParser:
    import argparse  # noqa: PLC0415 - see the module's docstring
    from pathlib import Path  # noqa: PLC0415 - see the module's docstring

    parser = argparse.ArgumentParser(
        prog="tenantdock",
        description="Start the desktop, or show the one that runs. With a command: talk to the running desktop.",
    )
    parser.add_argument("--version", action="version", version=f"TenantDock {__version__}")
    parser.add_argument("--sandbox", action="store_true", help="use the practice cloud, with its own data; needs no tenant")
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep the data in DIR instead of the system's usual folder")
    parser.add_argument("--hidden", action="store_true", help="start in the tray, without a window; for a start at log-in")
    parser.add_argument("--tour", action="store_true", help="do the main job by itself on the practice cloud, a line per step")
    parser.add_argument("--pictures", type=Path, metavar="DIR", help="save a picture of each window of the tour to DIR")
    parser.add_argument("command", nargs=argparse.REMAINDER, help='"help" lists the commands')
    return parser


def _which_keyring() -> int:
    """Be the process that finds out which keyring there is."""
    from tenantdock.vault import probe  # noqa: PLC0415 - see the module's docstring

    probe.answer()
    return 0


def _practice_cloud(rest: list[str]) -> int:
    """Be the practice cloud's process, in a packaged program that has no ``python -m``."""
    import runpy  # noqa: PLC0415 - see the module's docstring

    sys.argv = ["tenantdock --practice-cloud", *rest]
    runpy.run_module("tenantdock.sandbox", run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
