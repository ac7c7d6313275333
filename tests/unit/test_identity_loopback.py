"""The loopback listener: strangers are answered and ignored, only the provider's own answer ends the wait."""

from __future__ import annotations

import contextlib
import errno
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from support.identity import post_form
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import BrowserTrouble, Cancelled, SignInFailed
from tenantdock.identity import loopback
from tenantdock.identity.loopback import Loopback

STATE = "the-state"
GOOD = {"code": "the-code", "state": STATE, "session_state": "s"}
FORM = "application/x-www-form-urlencoded"


class Waiting:
    def __init__(self, listener: Loopback, future: Future[Mapping[str, str]], cancel: Cancel) -> None:
        self.port = listener.port
        self.future = future
        self.cancel = cancel

    def send(self, raw: bytes, host: str = "127.0.0.1") -> str:
        """Send bytes as they are and return the whole answer."""
        with socket.create_connection((host, self.port), timeout=5) as caller:
            caller.sendall(raw)
            answer = bytearray()
            with contextlib.suppress(ConnectionResetError):
                while piece := caller.recv(65536):
                    answer += piece
        return answer.decode()

    def request(self, method: str = "POST", target: str = "/", body: str = "", **headers: str) -> str:
        named = {"Host": f"localhost:{self.port}", "Content-Type": FORM, "Content-Length": str(len(body))}
        named |= {name.replace("_", "-"): value for name, value in headers.items()}
        head = "".join(f"{name}: {value}\r\n" for name, value in named.items() if value)
        return self.send(f"{method} {target} HTTP/1.1\r\n{head}\r\n{body}".encode())


@pytest.fixture
def waiting() -> Iterator[Waiting]:
    cancel = Cancel()
    with Loopback() as listener, ThreadPoolExecutor(1) as pool:
        made = Waiting(listener, pool.submit(listener.wait, STATE, cancel, timeout=20), cancel)
        yield made
        cancel.cancel()


def body(fields: Mapping[str, str]) -> str:
    return "&".join(f"{name}={value}" for name, value in fields.items())


@pytest.mark.parametrize("host", ["127.0.0.1", "::1"])
def test_the_answer_is_taken_on_both_addresses(waiting: Waiting, host: str) -> None:
    status, page = post_form(waiting.port, GOOD, host=host)
    assert status == 200
    assert waiting.future.result(5) == GOOD
    assert "TenantDock" in page
    assert "close this window" in page
    assert "<script" not in page
    assert "the-code" not in page


def test_the_closing_page_allows_nothing_but_its_own_style(waiting: Waiting) -> None:
    answer = waiting.request(body=body(GOOD))
    assert "default-src 'none'" in answer
    assert "X-Content-Type-Options: nosniff" in answer
    assert "Cache-Control: no-store" in answer
    assert "Referrer-Policy: no-referrer" in answer


def test_an_answer_in_pieces_is_put_together(waiting: Waiting) -> None:
    text = body(GOOD)
    with socket.create_connection(("127.0.0.1", waiting.port), timeout=5) as caller:
        head = f"POST / HTTP/1.1\r\nHost: localhost:{waiting.port}\r\nContent-Type: {FORM}\r\nContent-Length: {len(text)}\r\n\r\n"
        for piece in (head[:10], head[10:], text[:7], text[7:]):
            caller.sendall(piece.encode())
            time.sleep(0.02)
        assert b"200 OK" in caller.recv(4096)
    assert waiting.future.result(5)["code"] == "the-code"


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        ({"target": "/favicon.ico", "method": "GET"}, 404),
        ({"target": "/other", "body": body(GOOD)}, 404),
        ({"target": "http://localhost/", "body": body(GOOD)}, 404),
        ({"target": "//[", "body": body(GOOD)}, 400),
        ({"method": "GET", "target": "/?code=the-code&state=the-state"}, 405),
        ({"method": "GET", "target": "/?code=x&error=y&state=the-state"}, 405),
        ({"method": "GET"}, 405),
        ({"method": "OPTIONS"}, 405),
        ({"method": "PUT", "body": body(GOOD)}, 405),
        ({"body": body(GOOD), "Host": "evil.example"}, 421),
        ({"body": body(GOOD), "Host": "localhost"}, 421),
        ({"body": body(GOOD), "Host": ""}, 421),
        ({"body": body({**GOOD, "state": "another"})}, 400),
        ({"body": body({"code": "the-code"})}, 400),
        ({"body": body({"state": STATE})}, 400),
        ({"body": body(GOOD) + "&code=another"}, 400),
        ({"body": body(GOOD) + "&" + "&".join(f"x{n}=1" for n in range(50))}, 400),
        ({"body": body(GOOD), "Content_Type": "application/json"}, 415),
        ({"body": body(GOOD), "Content_Type": ""}, 415),
        ({"body": body(GOOD), "Content_Length": ""}, 411),
        ({"body": body(GOOD), "Content_Length": "-5"}, 411),
        ({"body": body(GOOD), "Transfer_Encoding": "chunked"}, 411),
        ({"body": "x", "Content_Length": "70000"}, 413),
        ({"body": "x", "Content_Length": "99999999999999999999"}, 413),
        ({"body": body(GOOD), "X_Long": "y" * 20000}, 431),
    ],
)
def test_strangers_get_an_error_and_do_not_end_the_wait(waiting: Waiting, request_: dict[str, str], status: int) -> None:
    assert waiting.request(**request_).startswith(f"HTTP/1.1 {status} ")
    assert not waiting.future.done()
    assert post_form(waiting.port, GOOD)[0] == 200
    assert waiting.future.result(5) == GOOD


@pytest.mark.parametrize(
    "raw",
    [
        b"\x16\x03\x01 not http\r\n\r\n",
        b"GET /\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: localhost:1\r\nHost: localhost:2\r\n\r\n",
        b"POST / HTTP/1.1\r\n Host: x\r\n\r\n",
        b"POST / HTTP/1.1\r\nno colon\r\n\r\n",
    ],
)
def test_what_is_no_request_gets_a_400(waiting: Waiting, raw: bytes) -> None:
    assert waiting.send(raw).startswith("HTTP/1.1 400 ")
    assert not waiting.future.done()


def test_callers_who_say_nothing_do_not_keep_the_answer_out(waiting: Waiting) -> None:
    with contextlib.ExitStack() as stack:
        for _ in range(60):
            stack.enter_context(socket.create_connection(("127.0.0.1", waiting.port), timeout=5))
        assert post_form(waiting.port, GOOD)[0] == 200
        assert waiting.future.result(5) == GOOD


def test_a_silent_caller_is_hung_up_on(waiting: Waiting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loopback, "_CALL_TIMEOUT", 0.1)
    with socket.create_connection(("127.0.0.1", waiting.port), timeout=5) as caller:
        assert caller.recv(10) == b""
    assert not waiting.future.done()


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_providers_error_ends_the_wait_and_is_shown_as_text(waiting: Waiting, method: str) -> None:
    fields = {"error": "server_error", "error_description": "%3Cscript%3Ealert(1)%3C/script%3E", "state": STATE}
    target = f"/?{body(fields)}" if method == "GET" else "/"
    answer = waiting.request(method, target, "" if method == "GET" else body(fields))
    assert answer.startswith("HTTP/1.1 200 ")
    assert "<script" not in answer
    assert waiting.future.result(5)["error"] == "server_error"


def test_an_unknown_error_text_is_escaped(waiting: Waiting) -> None:
    fields = {"error": "strange", "error_description": "%3Cb%3Ebold%3C/b%3E", "state": STATE}
    answer = waiting.request(body=body(fields))
    assert "&lt;b&gt;bold&lt;/b&gt;" in answer
    assert "<b>" not in answer


def test_the_wait_ends_with_what_to_do() -> None:
    with Loopback() as listener, pytest.raises(SignInFailed) as failed:
        listener.wait(STATE, Cancel(), timeout=0.1)
    assert "connect again" in failed.value.next_step


def test_cancel_wakes_the_wait_at_once(waiting: Waiting) -> None:
    time.sleep(0.1)
    started = time.monotonic()
    waiting.cancel.cancel()
    with pytest.raises(Cancelled):
        waiting.future.result(5)
    assert time.monotonic() - started < 1  # the exact limit is in test_identity_cancel


def test_a_browser_of_our_own_that_ends_is_noticed() -> None:
    ended = threading.Event()
    with Loopback() as listener, ThreadPoolExecutor(1) as pool:
        future = pool.submit(listener.wait, STATE, Cancel(), timeout=20, gone=ended.is_set)
        time.sleep(0.2)
        assert not future.done()
        ended.set()
        with pytest.raises(SignInFailed, match="closed before"):
            future.result(5)


def test_a_browser_that_did_not_start_ends_the_wait() -> None:
    def gone() -> bool:
        raise BrowserTrouble("It ended at once.", next_step="Choose another.")

    with Loopback() as listener, pytest.raises(BrowserTrouble):
        listener.wait(STATE, Cancel(), timeout=20, gone=gone)


def test_a_port_that_is_taken_on_one_address_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    real, asked = loopback._bound, []

    def taken(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
        if family is socket.AF_INET6:
            asked.append(port)
            if len(asked) < 3:
                raise OSError(errno.EADDRINUSE, "taken")
        return real(family, address, port)

    monkeypatch.setattr(loopback, "_bound", taken)
    with Loopback() as listener:
        assert listener.port == asked[2]
        assert len(listener._listeners) == 2


def test_no_free_port_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    real = loopback._bound

    def taken(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
        if family is socket.AF_INET6:
            raise OSError(errno.EADDRINUSE, "taken")
        return real(family, address, port)

    monkeypatch.setattr(loopback, "_bound", taken)
    with pytest.raises(SignInFailed, match="No free port"):
        Loopback()


def test_without_ipv6_the_other_address_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    real = loopback._bound

    def only_four(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
        if family is socket.AF_INET6:
            raise OSError(errno.EADDRNOTAVAIL, "no ::1")
        return real(family, address, port)

    monkeypatch.setattr(loopback, "_bound", only_four)
    with Loopback() as listener:
        assert len(listener._listeners) == 1


def test_nobody_else_can_listen_on_the_port() -> None:
    with Loopback() as listener:
        for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
            with socket.socket(family) as rival:
                rival.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                if hasattr(socket, "SO_REUSEPORT"):  # lets two share a port if both want it
                    rival.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
                with pytest.raises(OSError, match=r"in use|WinError 10013"):
                    rival.bind((address, listener.port))


def test_any_other_trouble_with_ipv6_is_no_reason_to_give_up(monkeypatch: pytest.MonkeyPatch) -> None:
    bound = loopback._bound

    def refuses(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
        if family is socket.AF_INET6:
            raise OSError(errno.EPERM, "a sandbox without IPv6")
        return bound(family, address, port)

    monkeypatch.setattr(loopback, "_bound", refuses)
    with Loopback() as listener:
        assert len(listener._listeners) == 1


def test_two_sign_ins_at_once_do_not_take_each_others_answers() -> None:
    cancel = Cancel()
    with Loopback() as one, Loopback() as two, ThreadPoolExecutor(2) as pool:
        assert one.port != two.port
        first, second = pool.submit(one.wait, "state-1", cancel, timeout=20), pool.submit(two.wait, "state-2", cancel, timeout=20)
        crossed = {"code": "for-two", "state": "state-2"}
        status, text = post_form(one.port, crossed)
        assert status == 400
        assert "another sign-in" in text
        assert not first.done()
        assert post_form(two.port, crossed)[0] == 200
        assert second.result(5) == crossed
        assert not first.done()
        assert post_form(one.port, {"code": "for-one", "state": "state-1"})[0] == 200
        assert first.result(5)["code"] == "for-one"
        cancel.cancel()


def test_the_first_answer_counts_and_nobody_hears_a_second_one() -> None:
    with Loopback() as listener, ThreadPoolExecutor(1) as pool:
        waited = pool.submit(listener.wait, STATE, Cancel(), timeout=20)
        assert post_form(listener.port, GOOD)[0] == 200
        assert waited.result(5) == GOOD
    with pytest.raises(ConnectionRefusedError):
        post_form(listener.port, {**GOOD, "code": "second"})


def test_two_answers_in_one_connection_are_one(waiting: Waiting) -> None:
    second = body({**GOOD, "code": "second"})
    head = f"Host: localhost:{waiting.port}\r\nContent-Type: {FORM}\r\n"
    one = f"POST / HTTP/1.1\r\n{head}Content-Length: {len(body(GOOD))}\r\n\r\n{body(GOOD)}"
    assert (
        waiting.send(f"{one}POST / HTTP/1.1\r\n{head}Content-Length: {len(second)}\r\n\r\n{second}".encode()).count("HTTP/1.1 ")
        == 1
    )
    assert waiting.future.result(5) == GOOD


def test_head_gets_no_body(waiting: Waiting) -> None:
    head, _, content = waiting.request("HEAD").partition("\r\n\r\n")
    assert head.startswith("HTTP/1.1 405 ")
    assert content == ""
    assert not waiting.future.done()


def test_who_sends_too_much_still_gets_the_page(waiting: Waiting) -> None:
    with socket.create_connection(("127.0.0.1", waiting.port), timeout=5) as caller:
        caller.sendall(
            f"POST / HTTP/1.1\r\nHost: localhost:{waiting.port}\r\nContent-Type: {FORM}\r\nContent-Length: 400000\r\n\r\n".encode()
        )
        for _ in range(40):
            caller.sendall(b"x" * 10_000)
            time.sleep(0.001)
        answer = bytearray()
        while piece := caller.recv(65536):
            answer += piece
        assert answer.startswith(b"HTTP/1.1 413 ")
        assert answer.endswith(b"</html>\n")
    assert post_form(waiting.port, GOOD)[0] == 200


def cut_off(caller: socket.socket, drop: bytes) -> bool:
    """Send a drop every now and then; whether the other end hung up meanwhile."""
    with contextlib.suppress(OSError):
        for _ in range(300):
            caller.sendall(drop)
            time.sleep(0.01)
        return False
    return True


def open_handles() -> int:
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.is_dir() else 0


def test_a_caller_that_drips_is_cut_off_in_the_end(waiting: Waiting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loopback, "_CALL_TIMEOUT", 0.3)
    with socket.create_connection(("127.0.0.1", waiting.port), timeout=5) as caller:
        caller.sendall(b"POST / HTTP/1.1\r\n")
        assert cut_off(caller, b"X-A: b\r\n")
    assert not waiting.future.done()


def test_an_answered_caller_that_goes_on_sending_is_cut_off(waiting: Waiting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loopback, "_LINGER", 0.2)
    with socket.create_connection(("127.0.0.1", waiting.port), timeout=5) as caller:
        caller.sendall(b"GET /favicon.ico HTTP/1.1\r\n\r\n")
        assert cut_off(caller, b"more")
    assert not waiting.future.done()


@pytest.mark.parametrize("end", ["answer", "cancel", "timeout"])
def test_nothing_is_left_behind(end: str) -> None:
    threads, handles = set(threading.enumerate()), open_handles()
    cancel = Cancel()
    with Loopback() as listener:
        port = listener.port
        helper = threading.Thread(target=lambda: (time.sleep(0.05), cancel.cancel() if end == "cancel" else None))
        if end == "answer":
            helper = threading.Thread(target=lambda: (time.sleep(0.05), post_form(port, GOOD)))
        helper.start()
        with contextlib.suppress(Cancelled, SignInFailed):
            listener.wait(STATE, cancel, timeout=0.15 if end == "timeout" else 10)
        helper.join(5)
    assert set(threading.enumerate()) == threads
    assert open_handles() == handles
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=5)
