"""Signing out and removing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.computer import OwnProfiles
from tenantdock.domain.directory import Connection, HistoryEntry
from tenantdock.domain.errors import NotFound, SignInRequired, TenantDockError
from tenantdock.domain.ports import Agent, Clock, Directory, Identity
from tenantdock.domain.said import said
from tenantdock.domain.services import GRAPH
from tenantdock.domain.signin import TokenAsk
from tenantdock.workflows.leaving import forget_accounts
from tenantdock.workflows.noting import note

STILL_VALID: Final = said(
    "Its sign-ins end within some minutes, on every device. Access that a program already has can go on until it runs out, for an "
    "hour or so; some services end it at once."
)
"""What a person has to know after signing out everywhere. Access tokens live 60 to 90 minutes, and services with CAE end them
sooner: https://learn.microsoft.com/entra/identity-platform/access-tokens#token-lifetime."""


@dataclass(frozen=True, slots=True)
class Removed:
    """What was removed, for :meth:`Removing.restore_all`; *troubles* say which sign-ins could not be forgotten with it, and why."""

    connections: tuple[Connection, ...]
    troubles: tuple[TenantDockError, ...] = ()


class Removing:
    """Ends what a connection has: its sign-in, its consoles, itself."""

    def __init__(
        self, *, clouds: Clouds, directory: Directory, identity: Identity, agent: Agent, profiles: OwnProfiles, clock: Clock
    ) -> None:
        self._clouds = clouds
        self._directory = directory
        self._identity = identity
        self._agent = agent
        self._profiles = profiles
        self._clock = clock

    def sign_out(self, connection_id: str) -> Connection:
        """Forget the tokens of a connection's account on this machine and end the sessions of that account.

        The account stays pinned: the next sign-in has to be the same person. Raises :class:`NotFound`, :class:`StorageTrouble`.
        """
        connection = self._directory.connection(connection_id)
        self._end_sessions(connection.account.id)
        self._identity.forget(connection.account)
        self._note(connection, "signed-out")
        return connection

    def sign_out_everywhere(self, connection_id: str, cancel: Cancel) -> Connection:
        """Have the provider end all sign-ins of a connection's account, on every device, then do as :meth:`sign_out` does.

        :data:`STILL_VALID` says what goes on for a while. Raises :class:`NotFound`, :class:`SignInRequired` (a person has to sign
        in first), :class:`SignInFailed` (the provider refused), :class:`NetworkTrouble`, :class:`Cancelled`, :class:`VaultLocked`:
        nothing was forgotten and no console ended then.
        """
        connection = self._directory.connection(connection_id)
        account = connection.account
        if not account.enrolled:
            raise SignInRequired(
                said("Nobody has signed in as {username} here yet.", username=account.username), next_step=_SIGN_IN_FIRST
            )
        # At home: Graph ends no sign-ins of guests, nor those of a partner's user in a customer's tenant
        ask = TokenAsk(self._clouds.get(account.cloud), account.home_tenant, account, GRAPH)
        try:
            self._identity.sign_out_everywhere(ask, cancel)
        except SignInRequired as required:
            raise SignInRequired(
                required.message,
                next_step=_SIGN_IN_FIRST,
                details=required.details,
                claims=required.claims,
                aadsts=required.aadsts,
            ) from None
        self._end_sessions(account.id)
        self._note(connection, "signed-out-everywhere")
        return connection

    def remove_all(self, connection_ids: Sequence[str]) -> Removed:
        """Remove connections in one transaction, with the tokens and the browser profile of our own of accounts that no other
        connection uses. Those that are gone already are left out. Raises :class:`StorageTrouble`; nothing was removed then.
        """
        removed = self._directory.remove_all(connection_ids)
        gone = {connection.id for connection in removed}
        # Only now: where they cannot be removed their consoles stay, and one that opens meanwhile finds its connection gone
        for session in self._agent.sessions():
            if session.connection_id in gone:
                self._agent.withdraw(session.id)
        accounts = {connection.account.id: connection.account for connection in removed}.values()
        troubles = forget_accounts(accounts, self._directory, self._identity, self._profiles)
        return Removed(tuple(removed), tuple(troubles))

    def restore_all(self, removed: Sequence[Connection]) -> list[Connection]:
        """Undo :meth:`remove_all` in one transaction. Returns those that are there again because of it. A sign-in has to be done
        again when its tokens went with it.
        """
        restored, _there_already = self._directory.add_all(removed)
        return restored

    def _note(self, connection: Connection, event: str) -> None:
        note(self._directory, HistoryEntry(self._clock.now(), connection.id, event, connection.account.username))

    def _end_sessions(self, account_id: str) -> None:
        for session in self._agent.sessions():
            try:
                ours = self._directory.connection(session.connection_id).account.id == account_id
            except NotFound:
                ours = True  # nobody's any more: its connection was removed
            if ours:
                self._agent.withdraw(session.id)


_SIGN_IN_FIRST: Final = (
    "Connect this customer once to sign in, then sign out everywhere again. Or sign out on this computer only. Nothing was changed."
)
