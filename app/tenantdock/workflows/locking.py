"""Locking TenantDock, and unlocking it through the system's keyring.

What a lock does: nothing of a customer is shown, and the agent hands out no tokens and opens no session. What it does not do: take
away what a console holds already (its tokens work until they expire), or stand against somebody who can start programs as this
user. That is what the system's own lock is for.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from tenantdock.domain.ports import Agent, SettingsStore, Vault
from tenantdock.domain.sessions import SessionState
from tenantdock.domain.settings import LockSettings, Settings


class Locking:
    """Locks and unlocks. Thread-safe; listeners are called on the thread that did it."""

    def __init__(self, *, agent: Agent, vault: Vault, settings: SettingsStore) -> None:
        self._agent = agent
        self._vault = vault
        self._settings = settings
        self._lock = threading.Lock()
        self._listeners: list[Callable[[bool], None]] = []

    @property
    def locked(self) -> bool:
        """Whether TenantDock is locked. *instant*."""
        return self._agent.locked

    def settings(self) -> LockSettings:
        """When it locks by itself. The first call of the process reads a file."""
        return self._settings.current().lock

    def on_settings(self, listener: Callable[[LockSettings], None]) -> None:
        """Have *listener* called after every change of the settings, on the thread that saved. *instant*."""

        def changed(settings: Settings) -> None:
            listener(settings.lock)

        self._settings.listen(changed)

    def listen(self, listener: Callable[[bool], None]) -> None:
        """Have *listener* called with whether it is locked, after every change. *instant*."""
        self._listeners.append(listener)

    def lock(self) -> None:
        """Lock now. *instant*."""
        with self._lock:
            if self._agent.locked:
                return
            self._agent.lock()
        self._tell(locked=True)

    def lock_by_itself(self, settings: LockSettings) -> bool:
        """Lock because nobody is there, unless a console is open that the settings spare. Returns whether it is locked now.
        *instant*.
        """
        open_now = any(session.state is SessionState.OPEN for session in self._agent.sessions())
        if not (settings.spare_consoles and open_now):
            self.lock()
        return self.locked

    def unlock(self) -> None:
        """Unlock, once the keyring gave TenantDock's key: a keyring that is locked asks the person. Raises :class:`VaultLocked` and
        :class:`StorageTrouble`; it stays locked then.
        """
        self._vault.prove()
        with self._lock:
            if not self._agent.locked:
                return
            self._agent.unlock()
        self._tell(locked=False)

    def _tell(self, *, locked: bool) -> None:
        for listener in list(self._listeners):
            listener(locked)
