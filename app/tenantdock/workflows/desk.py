"""The desk at which the agent gets a session's tokens."""

from __future__ import annotations

from concurrent.futures import Executor, Future

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.errors import Denied
from tenantdock.domain.ports import Identity
from tenantdock.domain.said import said
from tenantdock.domain.services import Service
from tenantdock.domain.sessions import Grant
from tenantdock.domain.signin import AccessToken, TokenAsk


class Desk:
    """A :class:`~tenantdock.domain.ports.TokenDesk` that asks identity, on an executor of its own where that can block.

    Only a session's own services are served, whatever the agent checked before.
    """

    def __init__(self, *, clouds: Clouds, identity: Identity, executor: Executor, cancel: Cancel) -> None:
        self._clouds = clouds
        self._identity = identity
        self._executor = executor
        self._cancel = cancel

    def at_hand(self, grant: Grant, service: Service) -> AccessToken | None:
        """A valid token from memory, else None."""
        return self._identity.peek(self._ask(grant, service))

    def fetch(self, grant: Grant, service: Service, *, renew: bool = False, claims: str = "") -> Future[AccessToken]:
        """A token by a silent call on another thread."""
        ask = self._ask(grant, service)
        return self._executor.submit(self._identity.silent, ask, self._cancel, force=renew, claims=claims)

    def _ask(self, grant: Grant, service: Service) -> TokenAsk:
        connection = grant.connection
        if service.key not in connection.services:
            raise Denied(
                said("This console is not connected to {label}.", label=service.label),
                next_step=said("Add {label} to the connection's services and open a new console.", label=service.label),
            )
        return TokenAsk(self._clouds.get(connection.tenant.cloud), connection.tenant.id, connection.account, service)
