"""TCP connections that a :class:`~tenantdock.domain.cancel.Cancel` can cut at every stage.

Stages and what ends them: the name look-up is left to its daemon thread; connecting waits in a selector that a socket pair wakes;
the TLS handshake, sending and receiving end when a duplicate of the connection's descriptor is shut down. A duplicate, because
TLS detaches the original, and because a descriptor of our own cannot be closed and reused under the thread that cancels.

On Windows a shutdown does not end a wait that has begun (seen under wine), so what waits is cancelled too, again and again, because
a wait may begin a moment later. .NET closes a socket that somebody waits for in the same way (``SafeSocketHandle``).
Source: https://learn.microsoft.com/windows/win32/fileio/cancelioex-func
"""

from __future__ import annotations

import contextlib
import functools
import selectors
import socket
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from tenantdock.domain.cancel import Cancel
from tenantdock.identity.waiting import detached

Address = tuple[socket.AddressFamily, tuple[str, int] | tuple[str, int, int, int] | tuple[int, bytes]]
SocketOptions = Iterable[tuple[int, int, int | bytes]]

STAGGER = 0.25
"""Seconds before the next address is tried beside the ones that did not answer yet (RFC 8305 section 5)."""

_AGAIN: Final = 0.02  # seconds
_closing: Final = threading.Lock()


def resolve(host: str, port: int, cancel: Cancel, timeout: float) -> list[Address]:
    """Return the addresses of *host*, families taking turns (RFC 8305 section 4). *timeout* is in seconds.

    Raises ``OSError`` (``gaierror``), ``TimeoutError`` and :class:`Cancelled`.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
    except socket.gaierror:
        found = detached(lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM), cancel, "dns", timeout)
    except UnicodeError:  # an empty part, or one of more than 63 characters: no name that DNS can hold (RFC 1035 section 2.3.4)
        raise socket.gaierror(socket.EAI_NONAME, "it is no name") from None
    addresses: list[Address] = [(entry[0], entry[4]) for entry in found]
    if not addresses:
        raise socket.gaierror(socket.EAI_NONAME, "no address")
    first = addresses[0][0]
    same = [a for a in addresses if a[0] is first]
    other = [a for a in addresses if a[0] is not first]
    merged: list[Address] = []
    for index in range(max(len(same), len(other))):
        merged += same[index : index + 1] + other[index : index + 1]
    return merged


def connect(addresses: Sequence[Address], cancel: Cancel, timeout: float, options: SocketOptions = ()) -> socket.socket:
    """Return a connected socket to the first of *addresses* that answers, with *timeout* (seconds) set on it.

    Raises the last ``OSError`` when all refuse, ``TimeoutError``, and :class:`Cancelled` as soon as cancelled.
    """
    reader, writer = socket.socketpair()
    attempts: list[socket.socket] = []
    with contextlib.ExitStack() as stack:
        stack.enter_context(reader)
        stack.enter_context(writer)
        writer.setblocking(False)
        selector = stack.enter_context(selectors.DefaultSelector())
        selector.register(reader, selectors.EVENT_READ)
        stack.callback(_close_all, attempts)
        stack.enter_context(cancel.calling(functools.partial(_wake, writer)))
        won = _race(list(addresses), selector, attempts, cancel, timeout, tuple(options))
        attempts.remove(won)
    won.settimeout(timeout)
    return won


def _race(
    waiting: list[Address],
    selector: selectors.BaseSelector,
    attempts: list[socket.socket],
    cancel: Cancel,
    timeout: float,
    options: Sequence[tuple[int, int, int | bytes]],
) -> socket.socket:
    deadline = time.monotonic() + timeout
    next_start = 0.0
    trouble: OSError = TimeoutError("no answer")
    while True:
        cancel.check()
        now = time.monotonic()
        if now >= deadline:
            raise TimeoutError("no answer")
        if waiting and (not attempts or now >= next_start):
            next_start = now + STAGGER
            try:
                _start(waiting.pop(0), selector, attempts, options)
            except OSError as error:
                trouble = error
            continue
        if not waiting and not attempts:
            raise trouble
        for key, _ in selector.select(min(deadline, next_start if waiting else deadline) - now):
            attempt = key.fileobj
            if not isinstance(attempt, socket.socket) or attempt not in attempts:
                continue  # the wake-up; cancelled is checked next
            selector.unregister(attempt)
            code = attempt.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
            if not code:
                return attempt
            attempts.remove(attempt)
            attempt.close()
            trouble = OSError(code, "the connection was refused")


def _start(
    address: Address,
    selector: selectors.BaseSelector,
    attempts: list[socket.socket],
    options: Sequence[tuple[int, int, int | bytes]],
) -> None:
    family, target = address
    attempt = socket.socket(family, socket.SOCK_STREAM)
    try:
        attempt.setblocking(False)
        for option in options:
            attempt.setsockopt(*option)
        attempt.connect_ex(target)
        selector.register(attempt, selectors.EVENT_WRITE)
    except BaseException:
        attempt.close()
        raise
    attempts.append(attempt)


@contextlib.contextmanager
def severable(connected: socket.socket, cancel: Cancel) -> Iterator[None]:
    """Have *connected* shut down, whoever holds it by then, when *cancel* is cancelled while the block runs."""
    handle, over = connected.dup(), threading.Event()
    sever = _sever_on_windows if sys.platform == "win32" else _sever
    try:
        with cancel.calling(functools.partial(sever, handle, over)):
            yield
    finally:
        with _closing:
            over.set()
            handle.close()


def _close_all(attempts: list[socket.socket]) -> None:
    for attempt in attempts:
        attempt.close()


def _wake(writer: socket.socket) -> None:
    with contextlib.suppress(OSError):
        writer.send(b"\0")


def _sever(handle: socket.socket, _over: threading.Event) -> None:
    with contextlib.suppress(OSError):  # already closed at the other end
        handle.shutdown(socket.SHUT_RDWR)


def _sever_on_windows(handle: socket.socket, over: threading.Event) -> None:
    _sever(handle, over)
    threading.Thread(target=_interrupt, args=(handle, over), name="sever", daemon=True).start()


def _interrupt(handle: socket.socket, over: threading.Event) -> None:
    from tenantdock.winapi import library  # noqa: PLC0415 - on Windows only

    kernel32 = library("kernel32")
    while True:
        with _closing:  # so that the number is never another's by then
            if over.is_set():
                return
            kernel32.CancelIoEx(handle.fileno(), None)
        over.wait(_AGAIN)
