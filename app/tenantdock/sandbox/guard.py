"""What happens to every request before a handler sees it: loopback names only, faults, the clock, the log."""

from __future__ import annotations

import asyncio
import base64
import binascii
import contextlib
import email.utils
import json
import socket
import struct
import sys
import time
from typing import Any, Final
from urllib.parse import parse_qs, unquote

from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tenantdock.sandbox.people import Tenant
from tenantdock.sandbox.sandbox import Entry, Sandbox

_NAMES: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})
_HEADERS: Final = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),  # with "no-referrer" browsers post our own forms with "Origin: null"
    (b"cross-origin-resource-policy", b"same-origin"),
)


class Guard:
    """ASGI middleware, outermost. *side* is "tls" or "page"."""

    def __init__(self, app: ASGIApp, sandbox: Sandbox, side: str, stopping: asyncio.Event) -> None:
        self._stopping = stopping
        self._app = app
        self._sandbox = sandbox
        self._side = side

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        host = headers.get(b"host", b"").decode("latin-1")
        if not scope["path"].startswith("/"):
            inside = self._as_proxy(scope)
            if inside is None:
                await PlainTextResponse("This proxy does not let you through to there.", 403)(scope, receive, send)
                return
            scope = inside
        elif not _is_loopback_name(host):
            # A page elsewhere whose name was pointed at 127.0.0.1 (DNS rebinding) must not reach us
            await PlainTextResponse("This server answers to localhost only.", 400)(scope, receive, send)
            return
        tenant, kind = self._where(scope, headers)
        entry = Entry(time.time(), self._side, scope["method"], _shown_path(scope["path"]), tenant=tenant.domain if tenant else "")
        scope["practice.entry"] = entry
        if not entry.path.startswith("/static/"):
            self._sandbox.log.append(entry)

        async def noted(message: Message) -> None:
            if message["type"] == "http.response.start":
                entry.status = message["status"]
                date = email.utils.formatdate(self._sandbox.now(tenant), usegmt=True).encode()
                cached = any(name == b"cache-control" for name, _ in message["headers"])
                extra = () if cached else ((b"cache-control", b"no-store"),)
                message["headers"] = [*message["headers"], (b"date", date), *extra, *_HEADERS]
            await send(message)

        if tenant is not None and scope["path"].startswith("/sts/") and tenant.federation is not None:
            await self._stopped_within(tenant.federation.seconds)
        if tenant is not None and await self._struck(tenant, kind, scope, receive, noted, entry):
            return
        # Who cancels a sign-in hangs up in the middle of a request: no fault of anybody's
        with contextlib.suppress(ClientDisconnect):
            await self._app(scope, receive, noted)

    def _as_proxy(self, scope: Scope) -> Scope | None:
        """Return what is asked of the server behind us, None when the way there is closed.

        A proxy is asked by whole address (RFC 9112 section 3.2.2). A page elsewhere cannot make a browser do that.
        """
        scheme, _, rest = scope["path"].partition("://")
        host, slash, path = rest.partition("/")
        behind = path.startswith(("sts/", "static/")) and self._sandbox.proxied(host)
        if self._side != "page" or scheme != "http" or not behind:
            return None
        return {**scope, "path": slash + path, "raw_path": (slash + path).encode(), "practice.proxied": True}

    async def _struck(self, tenant: Tenant, kind: str, scope: Scope, receive: Receive, send: Send, entry: Entry) -> bool:
        """Let a fault strike. Returns whether it answered."""
        faults = self._sandbox.faults
        slow = faults.strike(tenant.id, "slow", kind)
        stopped = slow is not None and await self._stopped_within(slow.values["seconds"])
        if stopped or faults.strike(tenant.id, "reset", kind) is not None:
            entry.error = "reset"
            _abort(scope)
            # The server wants an answer, or to know that nobody waits for one
            while (await receive())["type"] != "http.disconnect":
                pass
            return True
        throttle = faults.strike(tenant.id, "throttle", kind)
        if throttle is not None:
            entry.error = "throttle"
            seconds = str(int(throttle.values["retry_after"]))
            body: dict[str, Any] = {"error": "temporarily_unavailable", "error_description": "AADSTS90055: Too many requests."}
            if kind == "api":
                body = {"error": {"code": "TooManyRequests", "message": "Please retry again later."}}
            await JSONResponse(body, 429, {"retry-after": seconds})(scope, receive, send)
            return True
        broken = faults.strike(tenant.id, "server-error", kind)
        if broken is not None:
            entry.error = "server-error"
            await PlainTextResponse("The practice cloud was asked to fail.", int(broken.values["status"]))(scope, receive, send)
            return True
        return False

    async def _stopped_within(self, seconds: float) -> bool:
        """Wait. Returns whether the cloud was told to stop meanwhile."""
        try:
            async with asyncio.timeout(seconds):
                await self._stopping.wait()
        except TimeoutError:
            return False
        return True

    def _where(self, scope: Scope, headers: dict[bytes, bytes]) -> tuple[Tenant | None, str]:
        """Return the tenant that a request is about, and which kind of endpoint it goes to."""
        parts, practice = scope["path"].split("/")[1:], self._sandbox.practice
        if self._side == "page":
            where = parts[1] if parts[0] == "sts" and len(parts) > 1 else parts[0]
            return practice.tenant(where), "pages"
        if parts[0] in ("graph", "arm"):
            return practice.tenants.get(_tid(headers.get(b"authorization", b""))), "api"
        if "userrealm" in parts[:2] or parts[0].casefold() == "getuserrealm.srf":
            given = parse_qs(scope["query_string"].decode("latin-1"))
            user = parts[2] if len(parts) > 2 else (given.get("user") or given.get("login") or [""])[0]  # noqa: PLR2004
            return practice.tenant(unquote(user).rpartition("@")[2]), "realm"
        kind = "token" if parts[-1] in ("token", "devicecode") else "discovery"
        return practice.tenant(parts[0]), kind


def _is_loopback_name(host: str) -> bool:
    name, _, port = host.rpartition(":") if not host.endswith("]") and ":" in host else (host, "", "")
    return name.casefold() in _NAMES and (not port or port.isdecimal())


def _shown_path(path: str) -> str:
    """A path for the log: the ids of sign-ins are left out."""
    return "/signin/*" if path.startswith("/signin/") else path[:200]


def _tid(authorization: bytes) -> str:
    """Return the tenant id that a bearer token names, unchecked: only to find the tenant's faults."""
    parts = authorization.rpartition(b" ")[2].split(b".")
    try:
        claims = json.loads(base64.urlsafe_b64decode(parts[1] + b"=" * (-len(parts[1]) % 4)))
        return str(claims.get("tid", ""))
    except (IndexError, ValueError, binascii.Error, AttributeError, RecursionError):
        return ""


def _abort(scope: Scope) -> None:
    """End the TCP connection with a reset (RFC 9293 section 3.10.7), as a broken network would."""
    transport: asyncio.Transport = scope["state"]["transport"]
    if transport.is_closing():
        return  # the client has gone while it waited
    connection = transport.get_extra_info("socket")
    if connection is not None:
        # struct linger has shorts on Windows, ints elsewhere
        linger = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    transport.abort()
