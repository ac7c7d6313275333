"""A click, from end to end: sign in as exactly that account, then open a console that is connected."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.directory import Account, Connection, HistoryEntry
from tenantdock.domain.errors import NotFound, SignInRequired, TenantDockError
from tenantdock.domain.ports import Agent, Clock, Consoles, Directory, Identity, Launch
from tenantdock.domain.proof import WrongAccount
from tenantdock.domain.services import Service, services
from tenantdock.domain.sessions import SessionInfo
from tenantdock.domain.signin import (
    AccessToken,
    Progress,
    ProgressListener,
    Rung,
    SignInAsk,
    TokenAsk,
    no_progress,
)
from tenantdock.domain.text import one_line
from tenantdock.workflows.noting import note

OPEN_TIMEOUT = 30.0
"""Seconds that a started console has to redeem its ticket. A ticket lives no longer."""


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A connection whose services all have a proven token. *prompted* says whether a person was needed; *expires_on* is Unix
    time in seconds, the earliest of its tokens.
    """

    connection: Connection
    username: str
    prompted: bool
    expires_on: float


@dataclass(frozen=True, slots=True)
class Connected:
    """A connection that is signed in, and its console. When the console could not be opened, *session* is None and *trouble* says
    why and what to do: the sign-in stands.
    """

    signed_in: SignedIn
    session: SessionInfo | None
    trouble: TenantDockError | None = None


class Connecting:
    """Signs connections in and opens their consoles."""

    def __init__(
        self, *, clouds: Clouds, directory: Directory, identity: Identity, agent: Agent, consoles: Consoles, clock: Clock
    ) -> None:
        self._clouds = clouds
        self._directory = directory
        self._identity = identity
        self._agent = agent
        self._consoles = consoles
        self._clock = clock

    def connect(
        self, connection_id: str, cancel: Cancel, progress: ProgressListener = no_progress, rung: Rung | None = None
    ) -> Connected:
        """Sign in (see :meth:`sign_in`), then open a console and wait until it is connected to the agent.

        Raises what :meth:`sign_in` raises. Trouble with the console is not raised but returned, because the sign-in stands.
        """
        signed_in = self.sign_in(connection_id, cancel, progress, rung)
        try:
            return Connected(signed_in, self._open(signed_in.connection, cancel, progress))
        except TenantDockError as trouble:
            cancel.check()
            self._note(connection_id, "console-failed", trouble.message)
            return Connected(signed_in, None, trouble)

    def sign_in(
        self, connection_id: str, cancel: Cancel, progress: ProgressListener = no_progress, rung: Rung | None = None
    ) -> SignedIn:
        """Get a proven token for each service of a connection, silently where possible.

        Where a person is needed, *rung* says how (by default the rung that worked last, else the browser). Raises
        :class:`WrongAccount` with the next rungs, :class:`Cancelled`, and what identity raises.
        """
        connection = self._directory.connection(connection_id)
        prompted = False
        tokens = []
        for service in services(connection.services):
            progress(Progress("silent", f"Looking for a valid {service.label} token"))
            try:
                token, asked = self._token(connection, service, cancel, progress, rung)
            except WrongAccount as refusal:
                self._note(connection_id, "refused", refusal.message)
                raise
            prompted = prompted or asked
            tokens.append(token)
            if not connection.account.enrolled:
                connection = replace(connection, account=self._pin(connection.account, token))
            if asked and rung is not None and connection.rung != rung.value:
                # Read again: the person may have edited the connection while the browser was open
                connection = replace(self._directory.connection(connection_id), rung=rung.value)
                self._directory.update(connection)
        username = tokens[0].username
        self._note(connection_id, "signed-in", f"{username}, {'by a person' if prompted else 'silently'}")
        return SignedIn(connection, username, prompted, min(token.expires_on for token in tokens))

    def renew(self, connection_id: str, cancel: Cancel) -> SignedIn:
        """Get new tokens silently for every service, whatever memory holds. Raises what identity's ``silent`` raises."""
        connection = self._directory.connection(connection_id)
        tokens = [
            self._identity.silent(self._ask(connection, service), cancel, force=True) for service in services(connection.services)
        ]
        self._note(connection_id, "renewed", tokens[0].username)
        return SignedIn(connection, tokens[0].username, False, min(token.expires_on for token in tokens))

    def _token(
        self, connection: Connection, service: Service, cancel: Cancel, progress: ProgressListener, rung: Rung | None
    ) -> tuple[AccessToken, bool]:
        ask = self._ask(connection, service)
        try:
            return self._identity.silent(ask, cancel), False
        except SignInRequired as required:
            progress(Progress("person", f"{service.label}: {required.message}"))
        if rung is None:
            rung = _rung_of(connection)
        return self._identity.interactive(SignInAsk(ask, rung, connection.browser), cancel, progress), True

    def _pin(self, account: Account, token: AccessToken) -> Account:
        try:
            return self._directory.pin(account.id, token.proof.home_account_id, token.proof.username)
        except NotFound:
            # Removed while the browser was open: what was just kept for it has no owner any more
            self._identity.forget(account)
            raise

    def _ask(self, connection: Connection, service: Service) -> TokenAsk:
        return TokenAsk(self._clouds.get(connection.tenant.cloud), connection.tenant.id, connection.account, service)

    def _open(self, connection: Connection, cancel: Cancel, progress: ProgressListener) -> SessionInfo:
        self._consoles.check(connection.console)
        progress(Progress("console", "Opening the console"))
        grant, ticket = self._agent.admit(connection)
        title = f"{one_line(connection.name, 80)} \u00b7 {connection.account.username}"
        try:
            self._directory.connection(connection.id)  # raises when it was removed since: then its sessions were ended already
            self._consoles.launch(Launch(self._agent.endpoint, ticket, grant.session_id, title, connection.console))
            session = self._agent.wait_open(grant.session_id, OPEN_TIMEOUT, cancel)
        except BaseException:
            self._agent.withdraw(grant.session_id)
            raise
        self._note(connection.id, "console-opened", f"process {session.pid}")
        return session

    def _note(self, connection_id: str, event: str, text: str) -> None:
        note(self._directory, HistoryEntry(self._clock.now(), connection_id, event, one_line(text, 500)))


def _rung_of(connection: Connection) -> Rung:
    """Return the rung that worked last; the browser where none did, or where a newer TenantDock knew one that this one does not."""
    return next((rung for rung in Rung if rung.value == connection.rung and rung is not Rung.SILENT), Rung.BROWSER)
