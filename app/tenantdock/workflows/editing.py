"""Looking at a connection closely, and changing it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Cloud, Clouds
from tenantdock.domain.computer import BrowserOffer, Browsers
from tenantdock.domain.directory import BrowserChoice, Connection, HistoryEntry, UserName
from tenantdock.domain.errors import BadInput, BrokerUnavailable
from tenantdock.domain.ports import Clock, Directory, Identity
from tenantdock.domain.services import services
from tenantdock.domain.signin import Realm, TokenAsk
from tenantdock.workflows.noting import note

HISTORY_SHOWN = 20
"""Events that a look at a connection brings, newest first."""
_ALL_HISTORY = 10_000


@dataclass(frozen=True, slots=True)
class TokenLeft:
    """What memory holds for a service, known by its *label*. *expires_on* is Unix time in seconds, None without a valid token."""

    label: str
    expires_on: float | None


@dataclass(frozen=True, slots=True)
class Details:
    """All there is to know of a connection without asking anyone.

    *cloud* is None where this process does not know it; *history* is newest first; *first_sign_in* (Unix time in seconds) is the
    oldest sign-in on record; *shared_with* is how many other connections use the same account; *beside* are the user names of the
    other connections to the same tenant.
    """

    connection: Connection
    cloud: Cloud | None
    tokens: tuple[TokenLeft, ...]
    history: tuple[HistoryEntry, ...]
    first_sign_in: float | None
    shared_with: int
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What a person can change of a connection. *rung* is the key of the way to try first ("" for the usual one); None leaves it as
    the last sign-in left it.
    """

    name: str
    services: tuple[str, ...]
    colour: str
    browser: BrowserChoice
    rung: str | None = None


class Editing:
    """Shows and changes saved connections."""

    def __init__(self, *, directory: Directory, identity: Identity, clouds: Clouds, browsers: Browsers, clock: Clock) -> None:
        self._browsers = browsers
        self._directory = directory
        self._identity = identity
        self._clouds = clouds
        self._clock = clock

    def details(self, connection_id: str) -> Details:
        """Read what is saved and in memory. Asks no server. Raises :class:`NotFound`."""
        connection = self._directory.connection(connection_id)
        account = connection.account
        history = self._directory.history(connection_id, _ALL_HISTORY)
        others = [row for row in self._directory.rows() if row.cloud == account.cloud and row.id != connection_id]
        shared = sum(row.username.casefold() == account.username.casefold() for row in others)
        beside = dict.fromkeys(row.username for row in others if row.tenant_id == connection.tenant.id)
        beside.pop(account.username, None)
        return Details(
            connection,
            self._cloud(connection),
            self._tokens(connection),
            tuple(history[:HISTORY_SHOWN]),
            next((entry.at for entry in reversed(history) if entry.event == "signed-in"), None),
            shared,
            tuple(beside),
        )

    def browsers(self) -> tuple[BrowserOffer, ...]:
        """The browsers and profiles to choose from, the system's default one first. Reads the disk."""
        return tuple(self._browsers.choices())

    def realm(self, connection_id: str, cancel: Cancel) -> Realm:
        """Who signs the connection's user in, asked of the sign-in service where it was not lately. An unreachable service gives
        RealmKind.UNKNOWN. Raises :class:`NotFound`, :class:`BadInput` (a cloud that is not known here), :class:`Cancelled`.
        """
        connection = self._directory.connection(connection_id)
        cloud = self._clouds.get(connection.tenant.cloud)
        return self._identity.realm(cloud, UserName.parse(connection.account.username), cancel)

    def save(self, connection_id: str, change: Change) -> Connection:
        """Save what changed, and nothing else: what a sign-in noted meanwhile stays. Returns the connection as saved.

        Raises :class:`BadInput` (no name or a taken one, no service, one that the cloud does not have), :class:`NotFound`,
        :class:`StorageTrouble`; nothing was saved then.
        """
        before = self._directory.connection(connection_id)
        wanted = services(change.services)
        keys = tuple(service.key for service in wanted)
        if keys != before.services:
            cloud = self._clouds.get(before.tenant.cloud)
            for service in wanted:
                service.scopes(cloud)
        after = replace(
            before,
            name=change.name.strip(),
            services=keys,
            console=replace(before.console, colour=change.colour),
            browser=change.browser,
            rung=before.rung if change.rung is None else change.rung,
        )
        if after != before:
            self._directory.update(after)
            self._note(connection_id, "edited", after.name)
        return after

    def set_broker(self, connection_id: str, on: bool) -> None:
        """Save whether the connection's account signs in through Windows itself. Raises :class:`NotFound`,
        :class:`StorageTrouble`, and :class:`BrokerUnavailable` where Windows' account manager is not there to be used.
        """
        connection = self._directory.connection(connection_id)
        if connection.account.broker != on:
            trouble = self._identity.broker_trouble() if on else ""
            if trouble:
                raise BrokerUnavailable(trouble, next_step="Leave it off: the account signs in with the browser.")
            self._directory.set_broker(connection.account.id, on)
            self._note(connection_id, "edited", "signs in with Windows" if on else "does not sign in with Windows")

    def enrol_anew(self, connection_id: str) -> Connection:
        """Forget which person the connection's account is, and its tokens: the next sign-in decides anew, by the user name.

        End its consoles before (:meth:`~tenantdock.workflows.removing.Removing.sign_out`). Raises :class:`NotFound`,
        :class:`StorageTrouble`.
        """
        connection = self._directory.connection(connection_id)
        self._identity.forget(connection.account)
        self._directory.unpin(connection.account.id)
        self._note(connection_id, "unpinned", connection.account.username)
        return connection

    def _cloud(self, connection: Connection) -> Cloud | None:
        try:
            return self._clouds.get(connection.tenant.cloud)
        except BadInput:
            return None

    def _tokens(self, connection: Connection) -> tuple[TokenLeft, ...]:
        cloud = self._cloud(connection)
        found = []
        for service in services(connection.services):
            token = self._identity.peek(TokenAsk(cloud, connection.tenant.id, connection.account, service)) if cloud else None
            found.append(TokenLeft(service.label, token.expires_on if token else None))
        return tuple(found)

    def _note(self, connection_id: str, event: str, text: str) -> None:
        note(self._directory, HistoryEntry(self._clock.now(), connection_id, event, text))
