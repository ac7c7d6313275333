"""Scripted checks for tests of the connectivity test and its window, openly fake: they find what a test says."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping, Sequence

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Check, Finding, Outcome, Subject
from tenantdock.domain.clouds import PUBLIC
from tenantdock.domain.directory import Account, Connection, Tenant, UserName
from tenantdock.workflows.doctor import Doctor

CONNECTION = Connection(
    "c1",
    "Contoso Deutschland GmbH",
    Tenant("8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11", "public", "Contoso", "contoso.example"),
    Account("a" * 32, "public", "admin@contoso.example"),
    ("graph", "exchange"),
)
SUBJECT = Subject(PUBLIC, "contoso.example", UserName("admin", "contoso.example"), CONNECTION, ("graph", "exchange"))
PASSED = Finding(Outcome.PASS, "This computer's clock is right.", ("This computer says Fri, 20 Nov 2026 18:00:00 GMT.",))
FAILED = Finding(
    Outcome.FAIL,
    "sts.contoso.example cannot be reached: the connection was refused (nobody listens there, or a firewall stopped it).",
    ("sts.contoso.example, through the proxy proxy.corp.example:8080: the proxy does not allow this address (HTTP 403).",),
    "Let sts.contoso.example bypass the proxy: add it to the exceptions of this computer's proxy settings.",
)
WARNED = Finding(Outcome.WARN, "The keyring is not known to protect secrets.", ("Back end: null",), "Install gnome-keyring.")
SKIPPED = Finding(Outcome.SKIPPED, "Not needed: this domain has no sign-in server of its own.")


class SystemTime:
    """The machine's clocks."""

    def now(self) -> float:
        return time.time()

    def monotonic(self) -> float:
        return time.monotonic()


class Scripted:
    """Checks by key with what they find; one that is None waits until it is released or cancelled."""

    def __init__(self, findings: Mapping[str, Finding | None], titles: Mapping[str, str] | None = None) -> None:
        self.findings = dict(findings)
        self.titles = dict(titles or {})
        self.released = threading.Event()
        self.reached = threading.Event()
        self.cancels: list[Cancel] = []

    def checks(self, subject: Subject) -> Sequence[Check]:
        return [Check(key, self.titles.get(key, key.title()), self._run(found)) for key, found in self.findings.items()]

    def _run(self, found: Finding | None):
        def run(cancel: Cancel, _facts: object) -> Finding:
            assert threading.current_thread() is not threading.main_thread(), "a check on the GUI thread"
            self.cancels.append(cancel)
            if found is not None:
                return found
            self.reached.set()
            with cancel.calling(self.released.set):
                assert self.released.wait(30), "the test never released the check"
            cancel.check()
            return PASSED

        return run


def scripted_doctor(findings: Mapping[str, Finding | None], titles: Mapping[str, str] | None = None) -> tuple[Doctor, Scripted]:
    """Return a real workflow over scripted checks."""
    examiner = Scripted(findings, titles)
    return Doctor([examiner], SystemTime()), examiner
