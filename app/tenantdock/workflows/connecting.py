"""A click, from end to end: sign in as exactly that account, then open a console that is connected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field, replace

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.computer import Consoles, Launch
from tenantdock.domain.directory import Account, Connection, HistoryEntry
from tenantdock.domain.errors import BadInput, BrowserTrouble, Cancelled, NotFound, SignInRequired, TenantDockError
from tenantdock.domain.ports import Agent, Clock, Directory, Identity
from tenantdock.domain.proof import Candidate, WrongAccount
from tenantdock.domain.said import said
from tenantdock.domain.services import ALL, Service, services
from tenantdock.domain.sessions import SessionInfo, numbered
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
from tenantdock.workflows.turns import Turns, waits

PARALLEL = 4
"""Silent calls of one click that run at once."""
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


@dataclass(slots=True)
class _Click:
    """One sign-in, as far as it is. *asked* are the services for which no other silent call is worth a try; *required* says why the
    last one did not do.
    """

    connection: Connection
    cancel: Cancel
    progress: ProgressListener
    rung: Rung | None
    window: int
    prompted: bool = False
    tokens: dict[str, AccessToken] = field(default_factory=dict)
    required: dict[str, SignInRequired] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)


class Connecting:
    """Signs connections in and opens their consoles."""

    def __init__(
        self,
        *,
        clouds: Clouds,
        directory: Directory,
        identity: Identity,
        agent: Agent,
        consoles: Consoles,
        clock: Clock,
        turns: Turns,
    ) -> None:
        self._clouds = clouds
        self._directory = directory
        self._identity = identity
        self._agent = agent
        self._consoles = consoles
        self._clock = clock
        self._turns = turns

    def connect(
        self,
        connection_id: str,
        cancel: Cancel,
        progress: ProgressListener = no_progress,
        rung: Rung | None = None,
        window: int = 0,
        chosen: Sequence[str] = (),
    ) -> Connected:
        """Sign in (see :meth:`sign_in`), then open a console and wait until it is connected to the agent.

        *chosen* are the services of this one console, where they are to be others than the connection's; nothing saved changes.
        Raises what :meth:`sign_in` raises. Trouble with the console is not raised but returned, because the sign-in stands.
        """
        signed_in = self.sign_in(connection_id, cancel, progress, rung, window, chosen)
        try:
            return Connected(signed_in, self._open(signed_in.connection, cancel, progress))
        except TenantDockError as trouble:
            cancel.check()
            self._note(connection_id, "console-failed", trouble.message)
            return Connected(signed_in, None, trouble)

    def sign_in(
        self,
        connection_id: str,
        cancel: Cancel,
        progress: ProgressListener = no_progress,
        rung: Rung | None = None,
        window: int = 0,
        chosen: Sequence[str] = (),
    ) -> SignedIn:
        """Get a proven token for each service of a connection (or for the *chosen* ones), silently where possible.

        Where a person is needed, *rung* says how (by default the rung that worked last, else the account's broker where it is
        wanted, else the browser); *window* is the native handle of the window that asks, for the broker. Raises
        :class:`WrongAccount` with the ways to go on, :class:`Cancelled`, and what identity raises.
        """
        connection = self._directory.connection(connection_id)
        if chosen:
            connection = replace(connection, services=tuple(service.key for service in services(chosen)))
        wanted = services(connection.services)
        click = _Click(connection, cancel, progress, rung, window)
        for service in wanted:
            progress(Progress("silent", said("Looking for a valid {label} token", label=service.label)))
        try:
            if connection.account.enrolled:
                self._silently(click, wanted)
            for service in wanted:
                if service.key not in click.tokens:
                    self._in_turn(click, service)
                    # The first sign-in may have pinned the account, or another one while this one waited
                    self._silently(
                        click, [other for other in wanted if other.key not in click.tokens and other.key not in click.asked]
                    )
        except WrongAccount as refusal:
            self._note(connection_id, "refused", refusal.message)
            raise
        tokens = [click.tokens[service.key] for service in wanted]
        self._rename(click, tokens)
        username = tokens[0].username
        self._note(connection_id, "signed-in", f"{username}, {'by a person' if click.prompted else 'silently'}")
        return SignedIn(click.connection, username, click.prompted, min(token.expires_on for token in tokens))

    def confirm(self, connection_id: str, candidate: Candidate, typed: str = "") -> None:
        """Pin a connection's account to the one that came back under another name, because the person saw both names and confirmed.

        *typed* is the name as the person typed it to confirm; it has to be the candidate's unless that is certain. From then on
        every sign-in is proven against that account, and names it. Raises :class:`NotFound`, and :class:`BadInput` when the
        candidate is not this connection's, or is saved as an account of its own; nothing has changed then.
        """
        connection = self._directory.connection(connection_id)
        account = connection.account
        ours = (candidate.account_id, candidate.tenant_id, candidate.typed.casefold())
        if ours != (account.id, connection.tenant.id, account.username.casefold()):
            raise BadInput(
                "This sign-in belongs to another connection.", next_step="Connect again, and confirm what it shows then."
            )
        if not candidate.certain and typed.strip().casefold() != candidate.username.casefold():
            raise BadInput(
                said("What you typed is not {username}.", username=one_line(candidate.username, 120)),
                next_step="Type the user name of the account that signed in, exactly as it is shown. If it is not the one you "
                "meant, sign in another way instead.",
                field="confirm",
            )
        name = candidate.username.casefold()
        others = [other for other in self._directory.accounts() if other.id != account.id and other.cloud == account.cloud]
        if any(other.username.casefold() == name for other in others):
            raise BadInput(
                said("{username} is saved here as an account of its own.", username=one_line(candidate.username, 120)),
                next_step="Remove this connection, and add it again with that user name.",
            )
        self._directory.pin(account.id, candidate.home_account_id, candidate.username)
        self._note(connection_id, "confirmed", f"{account.username} is {candidate.username}")

    def renew(self, connection_id: str, cancel: Cancel) -> SignedIn:
        """Get new tokens silently for every service, whatever memory holds. Raises what identity's ``silent`` raises."""
        connection = self._directory.connection(connection_id)
        click = _Click(connection, cancel, no_progress, None, 0)
        wanted = services(connection.services)
        self._silently(click, wanted, force=True)
        tokens = [click.tokens[service.key] for service in wanted]
        self._note(connection_id, "renewed", tokens[0].username)
        return SignedIn(connection, tokens[0].username, False, min(token.expires_on for token in tokens))

    def _silently(self, click: _Click, wanted: Sequence[Service], *, force: bool = False) -> None:
        """Get the tokens of several services at once, as far as nobody is needed. With *force* everything has to succeed.

        The first trouble ends the others. No thread is left when this returns or raises.
        """
        own = Cancel()

        def one(service: Service) -> AccessToken | SignInRequired:
            try:
                return self._identity.silent(self._ask(click.connection, service), own, force=force)
            except SignInRequired as required:
                return required
            except BaseException:
                own.cancel()
                raise

        with click.cancel.calling(own.cancel):
            if len(wanted) < 2:  # noqa: PLR2004  # no thread for one
                results = [_result(one, service) for service in wanted]
            else:
                with ThreadPoolExecutor(PARALLEL, thread_name_prefix="tenantdock-silent") as pool:
                    results = list(pool.map(lambda service: _result(one, service), wanted))
        click.cancel.check()
        # Those that were cancelled because of another's trouble say nothing
        for result in sorted(results, key=lambda result: isinstance(result, Cancelled)):
            if isinstance(result, BaseException) and (force or not isinstance(result, SignInRequired)):
                raise result
        for service, result in zip(wanted, results, strict=True):
            click.asked.add(service.key)
            if isinstance(result, SignInRequired):
                click.required[service.key] = result
            elif isinstance(result, AccessToken):
                click.tokens[service.key] = result

    def _in_turn(self, click: _Click, service: Service) -> None:
        """Get a token with the person's help, after any other sign-in of the same account."""
        account = click.connection.account
        with self._turns.taking(account.id, click.cancel, lambda: click.progress(waits(account.username))) as waited:
            if waited or not account.enrolled:
                # The one before may have enrolled the account, and brought the refresh token that serves all its tenants
                fresh = self._directory.connection(click.connection.id)
                click.connection = replace(fresh, services=click.connection.services)
                click.asked.clear()
                self._silently(click, [service])
                if service.key in click.tokens:
                    self._pin(click, click.tokens[service.key])
                    return
            required = click.required[service.key]
            click.progress(Progress("person", said("{label}: {message}", label=service.label, message=required.message)))
            token = self._by_person(click, service)
            click.tokens[service.key] = token
            self._pin(click, token)
            # The refresh token that came with it serves all services of its client
            client_id = self._ask(click.connection, service).client_id
            click.asked -= {other.key for other in ALL if self._ask(click.connection, other).client_id == client_id}

    def _by_person(self, click: _Click, service: Service) -> AccessToken:
        """Ask the person, on the rung that is the least trouble: a second sign-in of the same click finds the right account signed
        in to the browser by the first one, so it does not ask for the password anew unless that brings somebody else.
        """
        rung = click.rung or _rung_of(click.connection)
        if click.prompted and rung is Rung.FRESH:
            try:
                return self._interactive(click, service, Rung.BROWSER)
            except WrongAccount:
                click.progress(
                    Progress("person", said("{label}: the browser brought another account, so once more", label=service.label))
                )
        try:
            token = self._interactive(click, service, rung)
        except BrowserTrouble as trouble:
            if click.rung is not None or rung is Rung.BROWSER:
                raise
            click.progress(
                Progress(
                    "person",
                    said("{label}: {message} The sign-in goes on in the browser.", label=service.label, message=trouble.message),
                )
            )
            return self._interactive(click, service, Rung.BROWSER)
        if click.rung is not None and click.connection.rung != click.rung.value:
            # Read again, and save nothing but the rung: the person may have edited the connection while the browser was open
            try:
                saved = replace(self._directory.connection(click.connection.id), rung=click.rung.value)
                self._directory.remember_rung(saved.id, saved.rung)
            except NotFound:
                self._forget_orphan(click.connection.account)
                raise
            click.connection = replace(saved, services=click.connection.services)
        return token

    def _interactive(self, click: _Click, service: Service, rung: Rung) -> AccessToken:
        ask = SignInAsk(self._ask(click.connection, service), rung, click.connection.browser, click.window)
        token = self._identity.interactive(ask, click.cancel, click.progress)
        click.prompted = True
        return token

    def _forget_orphan(self, account: Account) -> None:
        """Drop what was just kept for an account that was removed while the browser was open: it has no owner any more."""
        if not self._directory.account_in_use(account.id):
            self._identity.forget(account)

    def _pin(self, click: _Click, token: AccessToken) -> None:
        account = click.connection.account
        if account.enrolled:
            return
        try:
            pinned = self._directory.pin(account.id, token.proof.home_account_id, token.proof.username)
        except NotFound:
            self._forget_orphan(account)
            raise
        except BadInput:
            # Pinned to somebody else meanwhile: what was kept is not that account's
            self._identity.forget(account)
            raise
        click.connection = replace(click.connection, account=pinned)

    def _rename(self, click: _Click, tokens: Sequence[AccessToken]) -> None:
        """Save the name that the account has now, because the next sign-in names it. Only its home tenant knows it for sure."""
        account = click.connection.account
        names = [token.proof.username for token in tokens if not token.proof.guest and token.proof.username]
        if names and names[-1].casefold() != account.username.casefold():
            with suppress(NotFound):
                pinned = self._directory.pin(account.id, account.home_account_id, names[-1])
                click.connection = replace(click.connection, account=pinned)

    def _ask(self, connection: Connection, service: Service) -> TokenAsk:
        return TokenAsk(self._clouds.get(connection.tenant.cloud), connection.tenant.id, connection.account, service)

    def _open(self, connection: Connection, cancel: Cancel, progress: ProgressListener) -> SessionInfo:
        self._consoles.check(connection.console)
        progress(Progress("console", "Opening the console"))
        grant, ticket = self._agent.admit(connection)
        title = f"{numbered(one_line(connection.name, 80), grant.number)} \u00b7 {connection.account.username}"
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


def _result(one: Callable[[Service], AccessToken | SignInRequired], service: Service) -> AccessToken | BaseException:
    try:
        return one(service)
    except BaseException as error:  # noqa: BLE001  # raised by the one who waits, after all threads ended
        return error


def _rung_of(connection: Connection) -> Rung:
    """Return the rung that worked last; else the broker where the account is to use it, else the browser.

    The browser also where a newer TenantDock knew a rung that this one does not, or the account uses the broker no more.
    """
    broker = connection.account.broker
    usual = Rung.BROKER if broker else Rung.BROWSER
    kept = next((rung for rung in Rung if rung.value == connection.rung), usual)
    return usual if kept in {Rung.SILENT, Rung.BROWSER, Rung.BROKER} else kept
