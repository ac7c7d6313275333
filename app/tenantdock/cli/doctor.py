"""``tenantdock doctor [CONNECTION | DOMAIN | USER] [--save FILE]``: the connectivity test in a terminal; needs no desktop."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import textwrap
import threading
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TextIO

from tenantdock.cli.commands import DONE, FAILED, WRONG_USAGE, complain, matches, parsed
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Outcome, Step, Subject
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.directory import Connection, ConnectionRow
from tenantdock.domain.errors import BadInput, TenantDockError
from tenantdock.domain.text import one_line
from tenantdock.workflows.doctor import Doctor, subject_for, subject_of
from tenantdock.workflows.redaction import without_secrets
from tenantdock.workflows.report import WORDS, Report

INTERRUPTED: Final = 130
_MARKS: Final = {Outcome.PASS: "\u2713", Outcome.WARN: "!", Outcome.FAIL: "\u2717", Outcome.SKIPPED: "\u2013"}
_PLAIN: Final = {Outcome.PASS: "+", Outcome.WARN: "!", Outcome.FAIL: "x", Outcome.SKIPPED: "-"}
_COLOURS: Final = {Outcome.PASS: "32", Outcome.WARN: "33", Outcome.FAIL: "31", Outcome.SKIPPED: "2"}
_WIDEST: Final = 120
_NARROWEST: Final = 50


@dataclass(frozen=True, slots=True)
class Clinic:
    """What the command needs: the test, the clouds, and the saved connections (*rows* and, by id, *connection*)."""

    doctor: Doctor
    clouds: Clouds
    rows: Callable[[], Sequence[ConnectionRow]]
    connection: Callable[[str], Connection]


def main(arguments: Sequence[str], opened: Callable[[], AbstractContextManager[Clinic]]) -> int:
    """Run the test. *opened* builds what it needs. Returns 0 when nothing failed, 1 when something did, 2 on wrong usage."""
    options = parsed(_parser(), arguments)
    if isinstance(options, int):
        return options
    try:
        with opened() as clinic:
            return _test(clinic, options)
    except BadInput as trouble:
        return complain(trouble, WRONG_USAGE)
    except TenantDockError as trouble:
        return complain(trouble, FAILED)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tenantdock doctor",
        description="Test the way from this computer to a customer, step by step. Nobody is signed in, and nothing is changed.",
        epilog="Ends with 0 when nothing failed, 1 when a step failed or the test could not be made, and 2 on wrong usage.",
    )
    parser.add_argument(
        "subject",
        nargs="?",
        default="",
        metavar="CONNECTION | DOMAIN | USER",
        help="a saved connection's name, a domain, or a user name; left out, this computer and the sign-in service are tested",
    )
    parser.add_argument("--cloud", default="", metavar="ID", help="the cloud of a domain or user: public, usgov, usdod, china")
    parser.add_argument("--save", type=Path, metavar="FILE", help="save a report without names of people or computers")
    parser.add_argument("--details", action="store_true", help="print what was seen for steps that passed, too")
    return parser


def _test(clinic: Clinic, options: argparse.Namespace) -> int:
    subject = _subject(clinic, options.subject, options.cloud)
    screen = _Screen(sys.stdout, clinic.doctor.steps(subject), details=options.details)
    screen.begin(subject)
    report = _run(clinic.doctor, subject, screen)
    screen.end(report)
    if options.save is not None:
        _save(report, options.save)
    if report.cancelled:
        return INTERRUPTED
    return FAILED if report.outcome is Outcome.FAIL else DONE


def _subject(clinic: Clinic, text: str, cloud_id: str) -> Subject:
    rows = [
        {"id": row.id, "name": row.name, "domain": row.domain, "tenantId": row.tenant_id}
        for row in (clinic.rows() if text and not cloud_id and "@" not in text else ())
    ]
    found = matches(rows, text)
    if len(found) == 1:
        return subject_of(clinic.connection(str(found[0]["id"])), clinic.clouds)
    try:
        return subject_for(text, clinic.clouds, cloud_id)
    except BadInput as trouble:
        if "@" in text or cloud_id:
            raise
        if not found:
            raise BadInput(
                f"No connection is called {one_line(text, 60)!r}, and it is neither a domain nor a user name.",
                next_step="Give a saved connection's name, a domain such as contoso.com, or a user name such as admin@contoso.com.",
            ) from trouble
        names = ", ".join(one_line(str(row["name"]), 60) for row in found[:10])
        raise BadInput(
            f"{len(found)} connections match {one_line(text, 60)!r}: {names}.", next_step="Give the whole name of one of them."
        ) from trouble


def _run(doctor: Doctor, subject: Subject, screen: _Screen) -> Report:
    """Run the test on another thread, so that Ctrl+C is heard at once."""
    cancel, over, reports, failures = Cancel(), threading.Event(), list[Report](), list[BaseException]()

    def work() -> None:
        try:
            reports.append(doctor.run(subject, cancel, screen.show))
        except BaseException as failure:  # noqa: BLE001  # raised again on the main thread
            failures.append(failure)
        finally:
            over.set()

    threading.Thread(target=work, name="tenantdock-doctor", daemon=True).start()
    # Not the thread's own join: Python 3.11 takes a thread whose join was interrupted for one that has ended
    while not over.is_set():
        try:
            over.wait(0.1)
        except KeyboardInterrupt:
            cancel.cancel()
    if failures:
        raise failures[0]
    return reports[0]


def _save(report: Report, path: Path) -> None:
    try:
        path.expanduser().write_text(report.text(redact=True), encoding="utf-8")
    except OSError as error:
        raise TenantDockError(
            f"The report could not be saved to {one_line(str(path), 200)}: {error.strerror}.", next_step="Name another file."
        ) from None
    print(f"Saved to {one_line(str(path), 200)}, without names of people or computers.")


class _Screen:
    """Prints steps as they finish, in columns. Signs and colours only where the terminal can show them."""

    def __init__(self, stream: TextIO, steps: Sequence[Step], *, details: bool) -> None:
        self._stream = stream
        self._details = details
        self._title = max((len(step.title) for step in steps), default=0)
        self._width = max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((100, 24)).columns - 1))
        self._marks = _MARKS if _can_show(stream, "".join(_MARKS.values())) else _PLAIN
        self._colours = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        if sys.platform == "win32":
            self._colours = self._colours and bool(os.environ.get("WT_SESSION"))

    def begin(self, subject: Subject) -> None:
        what = one_line(subject.domain, 253) or "this computer"
        if subject.connection is not None:
            what = f"{one_line(subject.connection.name, 120)} ({what})"
        self._print(f"Testing {what}, {one_line(subject.cloud.name, 80)}")

    def show(self, step: Step) -> None:
        finding = step.finding
        if finding is None:
            return
        state = f"{self._marks[finding.outcome]} {WORDS[finding.outcome]}"
        if self._colours:
            state = f"\x1b[{_COLOURS[finding.outcome]}m{state}\x1b[0m"
        self._print(f"{state}  {step.title:{self._title}}  {step.seconds:5.1f} s")
        self._wrapped(finding.text, "")
        if self._details or finding.outcome in {Outcome.WARN, Outcome.FAIL}:
            for line in finding.evidence:
                self._wrapped(line, "- ")
        if finding.advice:
            self._wrapped(finding.advice, "What to do: ")

    def end(self, report: Report) -> None:
        self._print(f"{report.summary[:1].upper()}{report.summary[1:]} It took {report.seconds:.1f} s.")

    def _wrapped(self, text: str, first: str) -> None:
        shown = one_line(without_secrets(text), 600)
        indent = " " * 8
        for line in textwrap.wrap(
            shown,
            self._width,
            initial_indent=indent + first,
            subsequent_indent=indent + " " * len(first),
            break_on_hyphens=False,
            break_long_words=False,
        ):
            self._print(line)

    def _print(self, line: str) -> None:
        print(line, file=self._stream, flush=True)


def _can_show(stream: TextIO, text: str) -> bool:
    try:
        text.encode(stream.encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
