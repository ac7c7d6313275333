"""The connectivity test: runs the checks of all rooms in the order that they need, side by side where they can, cancellable.

Blocks, so it belongs on a worker thread. The listener is called on that thread, one step at a time.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from typing import Final

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Check, Finding, Outcome, Step, Subject
from tenantdock.domain.clouds import PUBLIC, Clouds
from tenantdock.domain.directory import Connection, UserName, domain_name
from tenantdock.domain.errors import Cancelled, TenantDockError
from tenantdock.domain.ports import Clock, Examiner
from tenantdock.domain.said import said
from tenantdock.workflows import files
from tenantdock.workflows.report import Report

AT_ONCE: Final = 6
"""How many checks run side by side: enough that one dead server holds nothing up, few enough for any proxy."""
REPORT_SUFFIX: Final = ".txt"
_FAREWELL: Final = 0.06
"""Seconds that cancelled checks have to let go of what they hold, within the 100 ms that a cancel may take."""

StepListener = Callable[[Step], None]

_log = logging.getLogger(__name__)


class Doctor:
    """Tests the way from this computer to a customer. Thread-safe; each run stands alone."""

    def __init__(self, examiners: Sequence[Examiner], clock: Clock, *, at_once: int = AT_ONCE) -> None:
        self._examiners = tuple(examiners)
        self._clock = clock
        self._at_once = at_once

    def steps(self, subject: Subject) -> tuple[Step, ...]:
        """The steps that a run will have, in the order to show them. *instant*."""
        return tuple(Step(check.key, check.title) for check in self._checks(subject))

    def run(self, subject: Subject, cancel: Cancel, on_step: StepListener = lambda _step: None) -> Report:
        """Run every check and return what they found. *on_step* gets each step when it starts and when it is over.

        Cancelled, it returns within 100 ms what is known by then: the report says so, and so does each step that was not over.
        """
        return _Run(self._checks(subject), subject, self._clock, self._at_once, cancel, on_step).report()

    def save(self, report: Report, path: Path, cancel: Cancel, *, over: bool = False) -> Path:
        """Write a report to *path*, without names of people and computers. Its ending is added where there is none. Returns where
        it is. A file that is there is replaced only with *over*.

        Raises :class:`AlreadyThere`, :class:`StorageTrouble`, :class:`Cancelled`; a file that was there stays then.
        """
        path = files.suffixed(path, REPORT_SUFFIX)
        contents = report.text(redact=True).encode("utf-8", "replace")
        cancel.check()
        files.write(path, contents, over=over)
        return path

    def _checks(self, subject: Subject) -> list[Check]:
        found = [check for examiner in self._examiners for check in examiner.checks(subject)]
        known: set[str] = {check.key for check in found}
        if len(known) < len(found):
            raise ValueError("two checks have one key")
        done: set[str] = set()
        while len(done) < len(found):
            ready = {check.key for check in found if check.key not in done and done.issuperset(check.needs)}
            if not ready:
                raise ValueError("checks need each other, or one that is not there")
            done |= ready
        return found


class _Run:
    """One run. Only the threads of the checks are not its own, and they only put what they found into a queue."""

    def __init__(
        self, checks: list[Check], subject: Subject, clock: Clock, at_once: int, cancel: Cancel, on_step: StepListener
    ) -> None:
        self._subject, self._clock, self._at_once, self._cancel, self._on_step = subject, clock, at_once, cancel, on_step
        self._waiting = {check.key: check for check in checks}
        self._steps = {check.key: Step(check.key, check.title) for check in checks}
        self._order = [check.key for check in checks]
        self._began: dict[str, float] = {}
        self._threads: dict[str, threading.Thread] = {}
        self._blame: dict[str, str] = {}
        """The check that a failed or skipped one is to be explained by."""
        self._results: SimpleQueue[tuple[str, Finding] | None] = SimpleQueue()

    def report(self) -> Report:
        at, began = self._clock.now(), self._clock.monotonic()
        with self._cancel.calling(lambda: self._results.put(None)):
            while not self._cancel.cancelled:
                self._start_what_can()
                if not self._threads:
                    break
                result = self._results.get()
                if result is not None:
                    self._threads.pop(result[0])
                    self._over(*result)
        cancelled = self._cancel.cancelled and any(step.finding is None for step in self._steps.values())
        if cancelled:
            self._give_up()
        steps = tuple(self._steps[key] for key in self._order)
        return Report(self._subject, steps, at, self._clock.monotonic() - began, cancelled=cancelled)

    def _start_what_can(self) -> None:
        for key in list(self._waiting):
            if len(self._threads) >= self._at_once:
                return
            check = self._waiting[key]
            needed = {need: self._steps[need].finding for need in check.needs}
            facts = {need: finding for need, finding in needed.items() if finding is not None}
            if len(facts) < len(needed):
                continue
            del self._waiting[key]
            missing = next((need for need, found in facts.items() if found.outcome in {Outcome.FAIL, Outcome.SKIPPED}), "")
            if missing and not check.anyway:
                self._skip(key, missing)
                # What needs this one may stand before it in the list
                self._start_what_can()
                return
            self._begin(check, facts)

    def _skip(self, key: str, missing: str) -> None:
        cause = self._blame.get(missing, missing)
        self._blame[key] = cause
        title, outcome = self._steps[cause].title, (self._steps[cause].finding or Finding(Outcome.FAIL, "")).outcome
        why = (
            said("Not tested, because this failed: {title}.", title=title)
            if outcome is Outcome.FAIL
            else said("Not tested, because there was nothing to test at: {title}.", title=title)
        )
        self._over(key, Finding(Outcome.SKIPPED, why))

    def _begin(self, check: Check, facts: dict[str, Finding]) -> None:
        def work() -> None:
            self._results.put((check.key, _outcome_of(check, self._cancel, facts)))

        self._began[check.key] = self._clock.monotonic()
        self._tell(replace(self._steps[check.key], running=True))
        # Daemons: a check that waits for a keyring which never answers must not keep the program alive
        thread = threading.Thread(target=work, name=f"tenantdock-doctor-{check.key}", daemon=True)
        self._threads[check.key] = thread
        thread.start()

    def _over(self, key: str, finding: Finding) -> None:
        began = self._began.get(key)
        seconds = 0.0 if began is None else self._clock.monotonic() - began
        self._tell(replace(self._steps[key], running=False, finding=finding, seconds=seconds))

    def _give_up(self) -> None:
        end = self._clock.monotonic() + _FAREWELL
        for thread in self._threads.values():
            thread.join(max(0.0, end - self._clock.monotonic()))
        while not self._results.empty():
            result = self._results.get()
            if result is not None:
                self._over(*result)
        for key in self._order:
            if self._steps[key].finding is None:
                self._over(key, Finding(Outcome.SKIPPED, "Cancelled before it was over."))

    def _tell(self, step: Step) -> None:
        self._steps[step.key] = step
        self._on_step(step)


def _outcome_of(check: Check, cancel: Cancel, facts: dict[str, Finding]) -> Finding:
    try:
        return check.run(cancel, facts)
    except Cancelled:
        return Finding(Outcome.SKIPPED, "Cancelled before it was over.")
    except TenantDockError as trouble:
        return Finding(Outcome.FAIL, trouble.message, tuple(trouble.details.splitlines()), trouble.next_step)
    except Exception as error:  # noqa: BLE001  # one broken check must not take the others with it
        _log.warning("the check %s failed itself: %s", check.key, type(error).__name__)
        return Finding(
            Outcome.FAIL,
            "This check could not be made: TenantDock has a fault here.",
            (type(error).__name__,),
            "Report it, with this test's report. The other steps are not affected.",
        )


def subject_of(connection: Connection, clouds: Clouds) -> Subject:
    """Return what to test for a saved connection. Raises :class:`BadInput` when its cloud is not known here."""
    user = UserName.parse(connection.account.username)
    return Subject(clouds.get(connection.tenant.cloud), user.domain, user, connection, connection.services)


def subject_for(text: str, clouds: Clouds, cloud_id: str = "") -> Subject:
    """Return what to test for a domain or user name as a person typed it, in a cloud (the first one known by default).
    Nothing typed tests this computer and the sign-in service alone.

    Raises :class:`BadInput` with what is wrong.
    """
    known = [cloud.id for cloud in clouds]
    cloud = clouds.get(cloud_id or (PUBLIC.id if PUBLIC.id in known else known[0]))
    if "@" in text:
        user = UserName.parse(text)
        return Subject(cloud, user.domain, user)
    return Subject(cloud, domain_name(text) if text.strip() else "")
