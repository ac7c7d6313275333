"""What each request of the protocol does: sessions get tokens, the command line gets the desktop's ear."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from tenantdock.agent.protocol import PROTOCOL_VERSION, WRONG_VERSION, Deferred, Opened, RpcError
from tenantdock.domain.errors import Cancelled, Denied, SignInRequired, TenantDockError
from tenantdock.domain.proof import WrongAccount
from tenantdock.domain.said import said
from tenantdock.domain.services import service

if TYPE_CHECKING:
    from tenantdock.agent.control import ControlHandler
    from tenantdock.agent.process import Process
    from tenantdock.agent.protocol import Answer, Method, Params
    from tenantdock.agent.tickets import Sessions
    from tenantdock.agent.welcome import Welcome
    from tenantdock.domain.directory import ConnectionRow
    from tenantdock.domain.ports import TokenDesk
    from tenantdock.domain.services import Service
    from tenantdock.domain.sessions import Grant
    from tenantdock.domain.signin import AccessToken

REPORT_LIMIT: Final = 4000
"""Characters of a console's report that are read; fewer are kept."""


class Channel(Protocol):
    """The connection that a conversation runs on."""

    @property
    def process(self) -> Process:
        """Who is at the other end."""
        ...

    session_id: str
    """The session it belongs to, or ""."""


@dataclass(frozen=True, slots=True)
class Office:
    """What all conversations share."""

    sessions: Sessions
    desk: TokenDesk
    control: ControlHandler
    welcome: Callable[[Grant], Welcome]


class Conversation:
    """The requests of one connection. *opening* are those of which the first has to be one."""

    def __init__(self, office: Office, channel: Channel) -> None:
        self._office = office
        self._channel = channel
        self.opening: Mapping[str, Method] = {
            "session.open": self._open,
            "session.attach": self._attach,
            "control.open": self._control,
        }

    # First requests

    def _open(self, params: Params) -> Answer:
        process = self._greet(params)
        grant, attach_key = self._office.sessions.redeem(params.secret("ticket"), process)
        # From here on the session ends with the connection, also when what follows fails
        self._channel.session_id = grant.session_id
        welcome = self._office.welcome(grant)
        connection = grant.connection
        tenant, account, console = connection.tenant, connection.account, connection.console
        return Opened(
            {
                "protocol": PROTOCOL_VERSION,
                "session": grant.session_id,
                "script": welcome.script,
                "attachKey": attach_key,
                "connection": {
                    "id": connection.id,
                    "name": connection.name,
                    "number": grant.number,
                    "colour": console.colour,
                    "folder": console.folder,
                    "startup": console.startup,
                    "tenant": {"id": tenant.id, "name": tenant.name, "domain": tenant.domain},
                    "account": {"username": account.username, "homeAccountId": account.home_account_id},
                    "cloud": {"id": tenant.cloud, "name": welcome.cloud_name},
                },
                "services": [{"key": s.key, "label": s.label, "apiRoot": s.api_root} for s in welcome.services],
                "trustAnchor": welcome.trust_anchor,
            },
            self._session_methods(),
        )

    def _attach(self, params: Params) -> Answer:
        process = self._greet(params)
        grant = self._office.sessions.attach(params.text("session"), params.secret("attachKey"), process)
        self._channel.session_id = grant.session_id
        return Opened({"protocol": PROTOCOL_VERSION, "session": grant.session_id}, self._session_methods())

    def _control(self, params: Params) -> Answer:
        self._greet(params)
        control = self._office.control
        return Opened(
            {
                "protocol": PROTOCOL_VERSION,
                "version": control.version,
                "practice": control.practice,
                "locked": self._office.sessions.locked,
            },
            {
                "app.show": self._show,
                "app.palette": self._palette,
                "app.quit": self._quit,
                "connections.list": self._connections,
                "connections.connect": self._connect,
                "sessions.list": self._sessions,
            },
        )

    def _greet(self, params: Params) -> Process:
        if params.whole("protocol") != PROTOCOL_VERSION:
            raise RpcError(
                WRONG_VERSION,
                f"TenantDock speaks version {PROTOCOL_VERSION} of its protocol.",
                kind="version",
                title="Another version of TenantDock is running",
                next_step="Close TenantDock, start it again, and open a new console.",
            )
        process = self._channel.process
        claimed = params.whole("pid")
        if process.pid and claimed != process.pid:
            raise Denied(
                "The process at the other end is not the one that it says it is.",
                next_step="Open the console again from TenantDock, and not inside a container.",
            )
        return process

    # A session's requests

    def _session_methods(self) -> Mapping[str, Method]:
        return {"token.get": self._token, "session.report": self._report, "ping": self._ping}

    def _token(self, params: Params) -> Answer:
        self._office.sessions.check_unlocked()
        grant = self._office.sessions.grant(self._channel.session_id)
        wanted = service(params.text("service"))
        renew, claims = params.yes_or_no("renew", default=False), params.claims("claims")
        if wanted.key not in grant.connection.services:
            raise Denied(
                said("This console is not connected to {label}.", label=wanted.label),
                next_step=said("Add {label} to the connection's services and open a new console.", label=wanted.label),
            )
        token = None if renew or claims else self._office.desk.at_hand(grant, wanted)
        if token is not None:
            return self._hand_out(wanted, token)
        future = self._office.desk.fetch(grant, wanted, renew=renew, claims=claims)
        future.add_done_callback(partial(self._note_failure, grant.session_id, wanted))
        return Deferred(future, partial(self._hand_out, wanted))

    def _note_failure(self, session_id: str, wanted: Service, future: Future[AccessToken]) -> None:
        """Note why there is no token, for the people who look at the session. On the thread that asked for it."""
        failure = None if future.cancelled() else future.exception()
        if isinstance(failure, TenantDockError) and not isinstance(failure, Cancelled):
            person = isinstance(failure, (SignInRequired, WrongAccount))
            self._office.sessions.refused(session_id, wanted.key, failure.message, person=person)

    def _hand_out(self, wanted: Service, token: AccessToken) -> Mapping[str, object]:
        # Asked again: the session may have ended while the token was fetched
        connection = self._office.sessions.grant(self._channel.session_id).connection
        pinned = connection.account.home_account_id
        if (
            token.service != wanted.key
            or token.tenant_id != connection.tenant.id
            or token.proof.tenant_id != connection.tenant.id
            or (pinned and token.proof.home_account_id != pinned)
        ):
            raise Denied(
                "The token that was found is not this session's.",
                next_step="Sign in to this connection again in TenantDock.",
            )
        self._office.sessions.hand_out(self._channel.session_id, wanted.key, token.expires_on)
        return {
            "service": wanted.key,
            "token": token.secret,
            "expiresOn": int(token.expires_on),
            "tenantId": token.tenant_id,
            "username": token.username,
            "objectId": token.proof.object_id,
        }

    def _report(self, params: Params) -> Answer:
        text, proven = params.text("text", REPORT_LIMIT), params.yes_or_no("proven")
        self._office.sessions.report(self._channel.session_id, text, proven=proven)
        return {}

    def _ping(self, _: Params) -> Answer:
        return {}

    # The command line's requests

    def _show(self, _: Params) -> Answer:
        self._office.control.show()
        return {}

    def _palette(self, _: Params) -> Answer:
        self._office.control.palette()
        return {}

    def _quit(self, _: Params) -> Answer:
        self._office.control.quit()
        return {}

    def _connections(self, params: Params) -> Answer:
        self._office.sessions.check_unlocked()
        return Deferred(self._office.control.connections(params.text("words", default="")), _rows)

    def _connect(self, params: Params) -> Answer:
        self._office.sessions.check_unlocked()
        return Deferred(self._office.control.connect(params.text("id")), lambda _: {})

    def _sessions(self, _: Params) -> Answer:
        self._office.sessions.check_unlocked()
        return {
            "sessions": [
                {
                    "id": info.id,
                    "connectionId": info.connection_id,
                    "name": info.name,
                    "number": info.number,
                    "state": info.state.value,
                    "pid": info.pid,
                    "openedAt": info.opened_at,
                    "proof": info.proof,
                    "proven": info.proven,
                }
                for info in self._office.sessions.infos()
            ]
        }


def _rows(rows: Sequence[ConnectionRow]) -> Mapping[str, object]:
    return {
        "connections": [
            {
                "id": row.id,
                "name": row.name,
                "tenantId": row.tenant_id,
                "domain": row.domain,
                "username": row.username,
                "services": list(row.services),
            }
            for row in rows
        ]
    }
