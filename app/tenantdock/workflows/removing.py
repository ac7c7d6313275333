"""Signing out and removing."""

from __future__ import annotations

from tenantdock.domain.directory import Connection, HistoryEntry
from tenantdock.domain.errors import NotFound
from tenantdock.domain.ports import Agent, Clock, Directory, Identity
from tenantdock.workflows.noting import note


class Removing:
    """Ends what a connection has: its sign-in, its consoles, itself."""

    def __init__(self, *, directory: Directory, identity: Identity, agent: Agent, clock: Clock) -> None:
        self._directory = directory
        self._identity = identity
        self._agent = agent
        self._clock = clock

    def sign_out(self, connection_id: str) -> Connection:
        """Forget the tokens of a connection's account on this machine and end the sessions of that account.

        The account stays pinned: the next sign-in has to be the same person. Raises :class:`NotFound`, :class:`StorageTrouble`.
        """
        connection = self._directory.connection(connection_id)
        self._end_sessions(connection.account.id)
        self._identity.forget(connection.account)
        note(self._directory, HistoryEntry(self._clock.now(), connection_id, "signed-out", connection.account.username))
        return connection

    def remove(self, connection_id: str) -> Connection:
        """Remove a connection, with its account's tokens when no other connection uses the account. Returns what was removed, for
        :meth:`restore`.
        """
        removed = self._directory.remove(connection_id)
        # Only now: where it cannot be removed its consoles stay, and one that opens meanwhile finds its connection gone
        for session in self._agent.sessions():
            if session.connection_id == connection_id:
                self._agent.withdraw(session.id)
        if not self._directory.account_in_use(removed.account.id):
            self._identity.forget(removed.account)
        return removed

    def restore(self, removed: Connection) -> Connection:
        """Undo :meth:`remove`. The sign-in has to be done again when its tokens went with it."""
        return self._directory.add(removed)

    def _end_sessions(self, account_id: str) -> None:
        for session in self._agent.sessions():
            try:
                ours = self._directory.connection(session.connection_id).account.id == account_id
            except NotFound:
                ours = True  # nobody's any more: its connection was removed
            if ours:
                self._agent.withdraw(session.id)
