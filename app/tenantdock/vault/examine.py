"""The keyring's part of the connectivity test: is there one that keeps sign-ins? Nobody is asked to unlock anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Check, Facts, Finding, Outcome, Subject
from tenantdock.domain.ports import VaultState
from tenantdock.domain.said import said


class KeyringExaminer:
    """The :class:`~tenantdock.domain.ports.Examiner` of the vault. *state* says how the vault stands; it may block."""

    def __init__(self, state: Callable[[Cancel], VaultState]) -> None:
        self._state = state

    def checks(self, subject: Subject) -> Sequence[Check]:  # noqa: ARG002  # the same for all
        """The keyring. *instant*."""
        return [Check("keyring", "Keyring of this computer", self._check)]

    def _check(self, cancel: Cancel, _facts: Facts) -> Finding:
        state = self._state(cancel)
        cancel.check()
        evidence = (f"Back end: {state.backend}.",) if state.backend else ()
        if state.persistent:
            return Finding(Outcome.PASS, said("Sign-ins are kept, with a key in {backend}.", backend=state.backend), evidence)
        return Finding(Outcome.WARN, state.reason or "Sign-ins are kept in memory only.", evidence, state.next_step)
