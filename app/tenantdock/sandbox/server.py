"""The two listeners, in one process: TLS for programs, plain http for people. Loopback only."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import json
import logging
import os
import signal
import socket
import ssl
import sys
import threading
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any, Final

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from uvicorn.protocols.http.h11_impl import H11Protocol

from tenantdock.sandbox import (
    apis,
    authorize,
    certificates,
    control,
    device,
    discovery,
    observing,
    people,
    resources,
    sts,
    token_endpoint,
    web,
)
from tenantdock.sandbox.certificates import Certificates
from tenantdock.sandbox.flows import Flows
from tenantdock.sandbox.folder import Folder, FolderTrouble
from tenantdock.sandbox.guard import Guard
from tenantdock.sandbox.sandbox import Sandbox
from tenantdock.sandbox.store import Store
from tenantdock.sandbox.tokens import Signer

_PORTS: Final = "ports.json"
_REMEMBERED: Final = 4
_TRIES: Final = 20
_LOOPBACK: Final = "127.0.0.1"
_STOP_WITHIN: Final = 1  # seconds
_GRACE: Final = 0.3  # seconds for answers under way


class Protocol(H11Protocol):
    """uvicorn's HTTP/1.1 protocol; it tells the application its connection, so that a fault can reset it."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a new connection."""
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}


class _Server(uvicorn.Server):
    """A uvicorn server that leaves the process's signals alone: the two share them."""

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Do nothing."""
        yield


def listen(port: int) -> list[socket.socket]:
    """Listen on a loopback port (0: any), on IPv4 and, where the machine has it, IPv6. Raises :class:`OSError` when it is taken."""
    for _ in range(_TRIES):
        first = _bind(socket.AF_INET, _LOOPBACK, port)
        try:
            second = _bind(socket.AF_INET6, "::1", first.getsockname()[1])
        except OSError as error:
            if error.errno in {errno.EADDRINUSE, errno.EACCES}:  # the latter on Windows, when somebody has it for himself alone
                first.close()
                if port:
                    raise
                continue
            return [first]  # no IPv6 here
        return [first, second]
    raise OSError(errno.EADDRINUSE, "no port is free on both 127.0.0.1 and ::1")


def _bind(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    # With the protocol named, asyncio switches Nagle's algorithm off: without, every answer waits 40 ms for an acknowledgement
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if sys.platform == "win32":
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            # Connections of the last run that are still closing do not hold the port (on Unix a live listener does)
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind((address, port))
        made.listen(128)
        made.setblocking(False)
    except OSError:
        made.close()
        raise
    return made


def sockets(folder: Folder) -> tuple[list[socket.socket], list[socket.socket]]:
    """Return listeners for TLS and for the page, on the ports of last time where they are free.

    A few pairs are remembered: when the first is taken the next is tried, so that addresses change as rarely as can be.
    """
    pairs = _remembered(folder)
    for pair in pairs:
        with contextlib.suppress(OSError):
            return _both(*pair)
    secure, page = _both(0, 0)
    pairs.append((secure[0].getsockname()[1], page[0].getsockname()[1]))
    folder.write(_PORTS, json.dumps(pairs[-_REMEMBERED:]).encode())
    return secure, page


def _both(secure_port: int, page_port: int) -> tuple[list[socket.socket], list[socket.socket]]:
    secure = listen(secure_port)
    try:
        return secure, listen(page_port)
    except OSError:
        for made in secure:
            made.close()
        raise


def _remembered(folder: Folder) -> list[tuple[int, int]]:
    try:
        pairs = [(int(secure), int(page)) for secure, page in json.loads(folder.read(_PORTS) or b"[]")]
    except (ValueError, TypeError):
        return []
    return [pair for pair in pairs if all(1024 <= port < 65_536 for port in pair)][-_REMEMBERED:]  # noqa: PLR2004


async def _nothing(_: Request) -> Response:
    return PlainTextResponse("The practice cloud does not have this.", 404)


async def _too_large(_: Request, __: Exception) -> Response:
    return PlainTextResponse("The request is too large.", 413)


def application(sandbox: Sandbox, side: str, stopping: asyncio.Event) -> Guard:
    """Return the application of one side: "tls" or "page". Answers that are slow on purpose are given up when *stopping*."""
    if side == "tls":
        routes: list[Any] = [*apis.ROUTES, *token_endpoint.ROUTES, *discovery.ROUTES]
    else:
        static = Mount("/static", StaticFiles(directory=resources.folder() / "static"))
        routes = [static, *control.ROUTES, *observing.ROUTES, *device.ROUTES, *sts.ROUTES, *authorize.ROUTES]
    app = Starlette(routes=[*routes, Route("/{rest:path}", _nothing)], exception_handlers={web.TooLarge: _too_large})
    app.router.redirect_slashes = False
    app.state.sandbox, app.state.flows = sandbox, Flows()
    return Guard(app, sandbox, side, stopping)


def _config(app: Guard, files: Certificates | None = None) -> uvicorn.Config:
    config = uvicorn.Config(
        app,
        http=Protocol,
        ws="none",
        loop="asyncio",
        lifespan="off",
        interface="asgi3",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=_STOP_WITHIN,
        ssl_certfile=str(files.certificate) if files else None,
        ssl_keyfile=str(files.key) if files else None,
    )
    config.load()
    if config.ssl is not None:
        config.ssl.minimum_version = ssl.TLSVersion.TLSv1_2
    return config


def run(path: Path, ready: Callable[[dict[str, Any]], None], customers: int = 0) -> None:
    """Serve until standard input ends or the process is told to stop. *ready* gets the addresses once both sides listen.
    *customers* is how many there are beside those of ``practice.json``.

    Raises :class:`FolderTrouble`.
    """
    folder = Folder(path)
    files = certificates.certificates(folder)
    store = Store(folder)
    try:
        try:
            secure, page = sockets(folder)
        except OSError as error:
            raise FolderTrouble(
                f"The practice cloud cannot listen on {_LOOPBACK}: {error.strerror}.",
                "Close what uses the network ports, and try again.",
            ) from None
        authority, address = (
            f"{scheme}://localhost:{made[0].getsockname()[1]}" for scheme, made in (("https", secure), ("http", page))
        )
        sandbox = Sandbox(
            people.load(customers=customers), folder, store, Signer(folder, authority), authority, address, str(files.ca)
        )
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as nobody:
            # Bound and never listening: whoever connects is refused, and nobody else gets this port
            nobody.bind((_LOOPBACK, 0))
            sandbox.nobody = nobody.getsockname()[1]
            asyncio.run(_serve(sandbox, files, secure, page, ready))
    finally:
        store.close()


async def _serve(
    sandbox: Sandbox,
    files: Certificates,
    secure: list[socket.socket],
    page: list[socket.socket],
    ready: Callable[[dict[str, Any]], None],
) -> None:
    stopping, loop = asyncio.Event(), asyncio.get_running_loop()
    servers = [
        _Server(_config(application(sandbox, "tls", stopping), files)),
        _Server(_config(application(sandbox, "page", stopping))),
    ]

    def drop() -> None:
        for server in servers:
            for connection in list(server.server_state.connections):
                connection.transport.abort()

    def stop() -> None:
        stopping.set()
        for server in servers:
            server.should_exit = True
        # TLS waits long for the other end to say goodbye
        loop.call_later(_GRACE, drop)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(stop))
    threading.Thread(target=_watch_input, args=(lambda: loop.call_soon_threadsafe(stop),), daemon=True, name="stdin").start()
    serving = [asyncio.create_task(server.serve(sockets=made)) for server, made in zip(servers, (secure, page), strict=True)]
    while not all(server.started for server in servers) and not any(task.done() for task in serving):  # noqa: ASYNC110
        await asyncio.sleep(0.005)  # uvicorn tells its start by a flag only
    if all(server.started for server in servers):
        ready(_addresses(sandbox))
    await asyncio.gather(*serving)


def _addresses(sandbox: Sandbox) -> dict[str, Any]:
    return {
        "ready": 1,
        "authority": sandbox.authority,
        "graph": f"{sandbox.authority}/graph/",
        "azure": f"{sandbox.authority}/arm/",
        "page": f"{sandbox.page}/",
        "ca": sandbox.ca,
    }


def _watch_input(ended: Callable[[], object]) -> None:
    """Wait for the end of standard input: whoever started us is gone."""
    with contextlib.suppress(OSError, RuntimeError):  # no standard input counts as ended; a loop that is closed needs no word
        while os.read(0, 4096):
            pass
    with contextlib.suppress(RuntimeError):
        ended()


def quiet() -> None:
    """Send the few words that the server has to say to standard error."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="practice cloud: %(message)s")
    # A client that keeps its connection open at the end is no error
    logging.getLogger("uvicorn.error").addFilter(lambda record: not record.getMessage().startswith("Cancel "))
