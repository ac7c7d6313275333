"""What a connectivity test found, and how it is told as plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from tenantdock import __version__
from tenantdock.domain.checks import Outcome, Step, Subject
from tenantdock.domain.text import one_line
from tenantdock.workflows.redaction import Here, Redaction, without_secrets

WORDS: Final = {Outcome.PASS: "PASS", Outcome.WARN: "WARN", Outcome.FAIL: "FAIL", Outcome.SKIPPED: "SKIP"}
_WIDTH: Final = 110
_INDENT: Final = " " * 7
_LIMIT: Final = 600


@dataclass(frozen=True, slots=True)
class Report:
    """A test that is over. *at* is when it began (Unix time in seconds), *seconds* how long it took. *cancelled*: not all of it was
    done.
    """

    subject: Subject
    steps: tuple[Step, ...]
    at: float
    seconds: float
    cancelled: bool = False

    def count(self, outcome: Outcome) -> int:
        """How many steps came out so."""
        return sum(step.finding is not None and step.finding.outcome is outcome for step in self.steps)

    @property
    def outcome(self) -> Outcome:
        """The worst of the steps: FAIL, WARN or PASS (skipped ones do not count); SKIPPED when nothing was tested."""
        worst = (Outcome.FAIL, Outcome.WARN, Outcome.PASS)
        return next((outcome for outcome in worst if self.count(outcome)), Outcome.SKIPPED)

    @property
    def summary(self) -> str:
        """All of it in one sentence."""
        counted = [
            (self.count(Outcome.FAIL), "failed"),
            (self.count(Outcome.WARN), "with a warning"),
            (self.count(Outcome.PASS), "passed"),
            (self.count(Outcome.SKIPPED), "skipped"),
        ]
        told = ", ".join(f"{number} {word}" for number, word in counted if number)
        return f"{'Cancelled: ' if self.cancelled else ''}{told or 'nothing was tested'}."

    def text(self, *, redact: bool = True, here: Here | None = None) -> str:
        """Return the report as plain text, wrapped, without control characters, and without secrets in any case.

        With *redact* it can be given away: no user name, home folder, computer name or private address is in it. *here* says what
        those are (this computer's by default).
        """
        clean: Callable[[str], str] = self._redaction(here or Here.this_computer()) if redact else without_secrets
        lines = [
            f"TenantDock {__version__}: connectivity test",
            self._heading(redact=redact),
            f"{datetime.fromtimestamp(self.at, UTC):%Y-%m-%d %H:%M:%S} UTC, took {self.seconds:.1f} s",
            self.summary,
        ]
        if redact:
            lines.append("User names, folders of people, computer names and private addresses were taken out.")
        for step in self.steps:
            lines += ["", *told(step, clean)]
        return "\n".join(lines) + "\n"

    def _heading(self, *, redact: bool) -> str:
        subject = self.subject
        who = "" if redact or subject.user is None else f" as {subject.user}"
        connection = subject.connection
        name = "" if redact or connection is None else f"{one_line(connection.name, 120)}: "
        what = f"{one_line(subject.domain, 253)} in" if subject.domain else "this computer, and the sign-in service of"
        return f"{name}{what} {one_line(subject.cloud.name, 80)}{who}"

    def _redaction(self, here: Here) -> Redaction:
        users = [str(self.subject.user)] if self.subject.user is not None else []
        if self.subject.connection is not None:
            users.append(self.subject.connection.account.username)
        return Redaction(users, here)


def told(step: Step, clean: Callable[[str], str], *, full: bool = True) -> list[str]:
    """Return a step as lines of text: a headline, what was found, and (*full*) the evidence and what to do."""
    finding = step.finding
    if finding is None:
        return [f"[....] {step.title}"]
    lines = [f"[{WORDS[finding.outcome]}] {step.title} ({step.seconds:.1f} s)", *_wrapped(clean(finding.text))]
    if full:
        for line in finding.evidence:
            lines += _wrapped(clean(one_line(line, _LIMIT)), "- ")
    if finding.advice:
        lines += _wrapped(clean(finding.advice), "Do: ")
    return lines


def _wrapped(text: str, first: str = "") -> list[str]:
    shown = one_line(text, _LIMIT)
    rest = _INDENT + " " * len(first)
    return textwrap.wrap(
        shown, _WIDTH, initial_indent=_INDENT + first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
