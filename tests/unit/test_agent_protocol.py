"""The protocol as a state machine: what is answered, what is refused, and that nothing it is fed makes it raise."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tenantdock.agent import protocol
from tenantdock.agent.protocol import (
    ANSWER_LIMIT,
    DEPTH_LIMIT,
    LINE_LIMIT,
    OPEN_LIMIT,
    OUTSTANDING_LIMIT,
    Deferred,
    Lines,
    LineTooLong,
    Opened,
    Params,
    Peer,
    Request,
    RpcError,
    parse,
)
from tenantdock.domain.errors import (
    BadInput,
    Cancelled,
    Denied,
    NetworkTrouble,
    SignInRequired,
    StorageTrouble,
    TenantDockError,
)
from tenantdock.domain.secret import Secret

TOKEN = "the-one-secret-of-this-test"
TICKET = "the-ticket"


class Bench:
    """A peer with a handler that knows one ticket, and everything it sent."""

    def __init__(self) -> None:
        self.sent = b""
        self.closes = 0
        self.now = 100.0
        self.posted: list[Callable[[], None]] = []
        self.future: Future[Any] = Future()
        self.handed_out = 0
        self.peer = Peer(
            {"session.open": self._open},
            send=self._send,
            close=self._close,
            post=self.posted.append,
            monotonic=lambda: self.now,
        )

    def _send(self, data: bytes) -> None:
        self.sent += data

    def _close(self) -> None:
        self.closes += 1

    def _open(self, params: Params) -> protocol.Answer:
        if params.secret("ticket") != Secret(TICKET):
            raise Denied("No.", next_step="Go away.")
        return Opened({"session": "s"}, {"token.get": self._token, "later": self._later, "broken": self._broken})

    def _token(self, params: Params) -> protocol.Answer:
        self.handed_out += 1
        return {"token": Secret(TOKEN)}

    def _later(self, params: Params) -> protocol.Answer:
        return Deferred(self.future, lambda value: {"value": value})

    def _broken(self, params: Params) -> protocol.Answer:
        raise RuntimeError(TOKEN)

    def feed(self, *messages: object) -> list[dict[str, Any]]:
        """Feed messages, and return what was answered."""
        before = len(self.sent)
        for message in messages:
            self.peer.receive((message if isinstance(message, bytes) else json.dumps(message).encode()) + b"\n")
        return self.answers(before)

    def answers(self, start: int = 0) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.sent[start:].splitlines()]

    def open(self) -> Bench:
        assert self.feed(request("session.open", ticket=TICKET))[0]["result"] == {"session": "s"}
        return self

    def run_posted(self) -> None:
        while self.posted:
            self.posted.pop(0)()


def request(method: str, request_id: object = 1, **params: object) -> dict[str, object]:
    return {"jsonrpc": "2.0", "id": request_id, "method": method, "params": params}


# Lines


def test_the_limits_are_those_that_the_protocol_promises():
    assert LINE_LIMIT == 64 * 1024
    assert OPEN_LIMIT == 5
    assert OUTSTANDING_LIMIT == 16
    assert ANSWER_LIMIT < 30


@settings(deadline=None)
@given(st.lists(st.binary(max_size=30).map(lambda b: b.replace(b"\n", b"")), max_size=20), st.data())
def test_lines_come_out_whole_however_they_are_cut(lines, data):
    stream = b"".join(line + b"\n" for line in lines)
    cutter, out = Lines(), []
    while stream:
        cut = data.draw(st.integers(1, len(stream)))
        out += cutter.feed(stream[:cut])
        stream = stream[cut:]
    assert out == lines


def test_a_line_at_the_limit_passes_and_one_more_byte_does_not():
    assert list(Lines(4).feed(b"1234\n")) == [b"1234"]
    out = []
    with pytest.raises(LineTooLong):
        out.extend(Lines(4).feed(b"12\n12345\n"))
    cutter = Lines(4)
    assert list(cutter.feed(b"1234")) == []
    with pytest.raises(LineTooLong):
        list(cutter.feed(b"5"))


def test_single_bytes_cost_no_more_than_chunks():
    cutter = Lines()
    for _ in range(LINE_LIMIT):
        assert list(cutter.feed(b"x")) == []
    assert next(cutter.feed(b"\n")) == b"x" * LINE_LIMIT


# Requests


@pytest.mark.parametrize("request_id", ["", "a", "\ud800", "x" * 200, 0, -1, 2**53 - 1])
def test_ids_that_are_echoed(request_id):
    bench = Bench().open()
    assert bench.feed(request("token.get", request_id))[0]["id"] == request_id


@pytest.mark.parametrize("request_id", [None, True, 1.0, 1.5, 2**53, [], {}, "x" * 201])
def test_ids_that_are_not(request_id):
    bench = Bench().open()
    (answer,) = bench.feed(request("token.get", request_id))
    assert (answer["id"], answer["error"]["code"]) == (None, -32600)


@pytest.mark.parametrize(
    ("line", "code", "says"),
    [
        (b"", -32700, "JSON"),
        (b"{", -32700, "JSON"),
        (b"\xff", -32700, "UTF-8"),
        (b'\xef\xbb\xbf{"jsonrpc":"2.0","id":1,"method":"token.get"}', -32700, "byte order mark"),
        (b"NaN", -32700, "JSON"),
        (b'{"id":Infinity}', -32700, "JSON"),
        (b"9" * 5000, -32700, "JSON"),
        (b"[" * 1000, -32700, "nested"),
        (b'{"a":' * (DEPTH_LIMIT + 1) + b"1" + b"}" * (DEPTH_LIMIT + 1), -32700, "nested"),
        (b'[{"jsonrpc":"2.0","id":1,"method":"token.get"}]', -32600, "Batches"),
        (b"1", -32600, "object"),
        (b'"text"', -32600, "object"),
        (b"null", -32600, "object"),
        (b'{"id":1,"id":2,"jsonrpc":"2.0","method":"token.get"}', -32600, "twice"),
        (b'{"id":1,"method":"token.get"}', -32600, "jsonrpc"),
        (b'{"jsonrpc":"1.0","id":1,"method":"token.get"}', -32600, "jsonrpc"),
        (b'{"jsonrpc":"2.0","id":1}', -32600, "method"),
        (b'{"jsonrpc":"2.0","id":1,"result":{}}', -32600, "method"),
        (b'{"jsonrpc":"2.0","id":1,"method":["token.get"]}', -32600, "method"),
        (b'{"jsonrpc":"2.0","id":1,"method":"' + b"m" * 201 + b'"}', -32600, "method"),
        (b'{"jsonrpc":"2.0","id":1,"method":"token.get","params":[1]}', -32602, "by name"),
        (b'{"jsonrpc":"2.0","id":1,"method":"token.get","params":null}', -32602, "by name"),
        (b'{"jsonrpc":"2.0","id":1,"method":"nothing"}', -32601, "nothing"),
    ],
)
def test_malformed(line, code, says):
    bench = Bench().open()
    (answer,) = bench.feed(line)
    assert answer["error"]["code"] == code
    assert says in answer["error"]["message"]
    # The id is told where the rest of the message could be trusted
    assert answer["id"] == (1 if says in {"jsonrpc", "method", "by name", "nothing"} else None)
    assert not bench.peer.closed
    assert bench.feed(request("token.get", 7))[0]["result"]["token"] == TOKEN
    before = Bench()
    assert "error" in before.feed(line)[0]
    assert (before.peer.closed, before.closes) == (True, 1)


def test_brackets_in_text_are_no_nesting():
    line = json.dumps(request("x", text='[[[["[[{{{{' * 20)).encode()
    assert parse(line).method == "x"
    assert parse(json.dumps({**request("x"), "params": {"a": [[]] * 30}}).encode()).method == "x"


def test_text_without_an_end_is_scanned_once():
    # Quadratic scanning of this line would take minutes; the time-out of the test run would end it
    line = b'"' + b'\\"' * 30000 + b"[" * (DEPTH_LIMIT + 1)
    with pytest.raises(RpcError, match="valid JSON"):
        parse(line[: LINE_LIMIT - 1])


def test_line_too_long_is_said_and_closes():
    bench = Bench().open()
    bench.peer.receive(b"x" * (LINE_LIMIT + 1))
    assert bench.answers()[-1]["error"]["code"] == -32007
    assert bench.closes == 1
    assert bench.feed(request("token.get")) == []


def test_notifications_are_not_answered_and_do_nothing():
    bench = Bench().open()
    message = request("token.get")
    del message["id"]
    assert bench.feed(message) == []
    assert bench.handed_out == 0
    assert not bench.peer.closed


@pytest.mark.parametrize("method", ["token.get", "ping", "session.attach", ""])
def test_first_request_has_to_open(method):
    bench = Bench()
    answers = bench.feed(request(method), request("session.open", ticket=TICKET), request("token.get"))
    assert [answer["error"]["code"] for answer in answers] == [-32001]
    assert (bench.closes, bench.handed_out) == (1, 0)


def test_first_request_as_notification_is_refused():
    bench = Bench()
    message = request("session.open", ticket=TICKET)
    del message["id"]
    assert bench.feed(message)[0]["error"]["code"] == -32001
    assert bench.peer.closed


def test_wrong_ticket_closes_and_nothing_after_it_counts():
    bench = Bench()
    stream = b"".join(
        json.dumps(m).encode() + b"\n"
        for m in (request("session.open", ticket="no"), request("session.open", ticket=TICKET), request("token.get"))
    )
    bench.peer.receive(stream)
    assert [answer["error"]["code"] for answer in bench.answers()] == [-32001]
    assert (bench.closes, bench.handed_out) == (1, 0)


def test_opening_twice_is_no_method():
    bench = Bench().open()
    assert bench.feed(request("session.open", ticket=TICKET))[0]["error"]["code"] == -32601


# Parameters


def test_parameters_have_types_and_are_never_quoted():
    params = Params({"text": TOKEN * 20, "number": True, "big": 2**53, "negative": -1, "flag": 1})
    for call in (
        lambda: params.text("text"),
        lambda: params.text("number"),
        lambda: params.text("none"),
        lambda: params.whole("number"),
        lambda: params.whole("big"),
        lambda: params.whole("negative"),
        lambda: params.whole("text"),
        lambda: params.yes_or_no("flag"),
        lambda: params.yes_or_no("none"),
    ):
        with pytest.raises(RpcError) as caught:
            call()
        assert caught.value.code == -32602
        assert TOKEN not in str(caught.value)
    assert params.yes_or_no("none", default=True) is True
    assert Params({"a": "b", "n": 5}).whole("n") == 5


@pytest.mark.parametrize(
    "claims",
    [
        "nbf",
        "[]",
        "5",
        "null",
        "{",
        '{"a": NaN}',
        '{"a":' * 17 + "1" + "}" * 17,
        '{"a": "' + "x" * 4096 + '"}',
        '{"a": "\ud800"}',
        {},
        5,
    ],
)
def test_a_claims_challenge_is_the_text_of_an_object_and_never_quoted(claims):
    with pytest.raises(RpcError) as caught:
        Params({"claims": claims}).claims("claims")
    assert caught.value.code == -32602
    assert "xxx" not in str(caught.value)


def test_a_claims_challenge_need_not_be_there():
    assert Params({}).claims("claims") == Params({"claims": ""}).claims("claims") == ""
    assert Params({"claims": '{"access_token": {}}'}).claims("claims") == '{"access_token": {}}'


def test_requests_do_not_print_their_parameters():
    assert TICKET not in repr(parse(json.dumps(request("session.open", ticket=TICKET)).encode()))
    assert isinstance(parse(b'{"jsonrpc":"2.0","id":1,"method":"m"}'), Request)


# Errors


@pytest.mark.parametrize(
    ("error", "code", "kind"),
    [
        (Denied("m", next_step="n"), -32001, "denied"),
        (SignInRequired("m", next_step="n"), -32003, "sign-in-required"),
        (NetworkTrouble("m", next_step="n"), -32004, "network"),
        (BadInput("m", next_step="n"), -32602, "bad-input"),
        (StorageTrouble("m", next_step="n"), -32000, "storage"),
        (Cancelled(), -32000, "cancelled"),
    ],
)
def test_errors_of_ours_keep_code_title_and_next_step(error, code, kind):
    bench = Bench().open()
    assert bench.feed(request("later", 5)) == []
    bench.future.set_exception(error)
    bench.run_posted()
    told = bench.answers()[-1]
    assert told["id"] == 5
    assert told["error"]["code"] == code
    assert told["error"]["data"] == {"code": kind, "title": error.title, "nextStep": error.next_step}


def test_error_texts_are_one_line_of_plain_text():
    bench = Bench().open()
    bench.feed(request("later"))
    bench.future.set_exception(TenantDockError("a\nb\x1b]0;x\x07", next_step="c\r\nd", title="t\x00"))
    bench.run_posted()
    error = bench.answers()[-1]["error"]
    assert error["message"] == "a b\ufffd]0;x\ufffd"
    assert error["data"]["nextStep"] == "c d"
    assert error["data"]["title"] == "t\ufffd"


def test_errors_that_are_not_ours_are_told_without_their_text(caplog):
    bench = Bench().open()
    with caplog.at_level(logging.DEBUG):
        (answer,) = bench.feed(request("broken"))
    assert answer["error"]["code"] == -32000
    assert TOKEN not in bench.sent.decode()
    assert TOKEN not in caplog.text
    assert "RuntimeError" in caplog.text
    assert not bench.peer.closed


def test_only_secrets_are_revealed_to_the_wire():
    with pytest.raises(TypeError, match="object does not go"):
        protocol.result_line(1, {"a": object()})
    assert json.loads(protocol.notification_line("m", {"p": 1})) == {"jsonrpc": "2.0", "method": "m", "params": {"p": 1}}


# Answers that come later


def test_later_answers_come_on_the_peers_thread():
    bench = Bench().open()
    bench.feed(request("later", 9))
    before = len(bench.sent)
    bench.future.set_result("v")
    assert len(bench.sent) == before, "answered on the thread that finished"
    bench.run_posted()
    assert bench.answers(before)[0] == {"jsonrpc": "2.0", "id": 9, "result": {"value": "v"}}
    assert bench.peer.deadline is None


def test_a_cancelled_future_is_answered():
    bench = Bench().open()
    bench.feed(request("later", 9))
    bench.future.cancel()
    bench.run_posted()
    assert bench.answers()[-1]["error"]["data"]["code"] == "cancelled"


def test_time_out_answers_and_drops_what_comes_late():
    bench = Bench().open()
    bench.feed(request("later", 1))
    bench.now += 1
    bench.feed(request("later", 2))
    assert bench.peer.deadline == 100.0 + ANSWER_LIMIT
    bench.now = 100.0 + ANSWER_LIMIT - 0.1
    bench.peer.expire()
    assert len(bench.answers()) == 1
    bench.future.set_running_or_notify_cancel()
    bench.now = 100.0 + ANSWER_LIMIT
    bench.peer.expire()
    told = bench.answers()[-1]
    assert (told["id"], told["error"]["code"]) == (1, -32005)
    before = len(bench.sent)
    bench.future.set_result("late")
    bench.run_posted()
    assert [a["id"] for a in bench.answers(before)] == [2]


def test_too_many_at_once_are_refused():
    bench = Bench().open()
    assert bench.feed(*(request("later", n) for n in range(OUTSTANDING_LIMIT))) == []
    (answer,) = bench.feed(request("later", "over"))
    assert (answer["id"], answer["error"]["code"]) == ("over", -32000)
    bench.future.set_result(1)
    bench.run_posted()
    assert len(bench.answers()) == OUTSTANDING_LIMIT + 2
    assert bench.feed(request("token.get"))[0]["result"]


def test_gone_drops_what_waits():
    bench = Bench().open()
    bench.feed(request("later"))
    before = bench.sent
    bench.peer.gone()
    assert bench.future.cancelled()
    bench.run_posted()
    bench.peer.shut()
    bench.peer.notify("x", {})
    bench.peer.expire()
    assert (bench.sent, bench.closes, bench.peer.deadline) == (before, 0, None)


def test_opens_in_time_or_is_closed():
    bench = Bench()
    assert bench.peer.deadline == 100.0 + OPEN_LIMIT
    bench.now += OPEN_LIMIT - 0.1
    bench.peer.receive(b'{"json')
    bench.peer.expire()
    assert bench.sent == b""
    bench.now += 0.1
    bench.peer.expire()
    assert bench.answers()[0]["error"]["code"] == -32005
    assert bench.closes == 1


def test_notifications_go_out():
    bench = Bench().open()
    bench.peer.notify("session.ended", {"reason": "r"})
    assert bench.answers()[-1] == {"jsonrpc": "2.0", "method": "session.ended", "params": {"reason": "r"}}


# Anything at all

_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
_almost = st.fixed_dictionaries(
    {},
    optional={
        "jsonrpc": st.sampled_from(["2.0", "1.0", 2, None]),
        "id": _json,
        "method": st.sampled_from(["session.open", "token.get", "later", "broken", "control.open"]) | _json,
        "params": st.fixed_dictionaries({"ticket": st.sampled_from(["", "the-ticke", "THE-TICKET", None]) | _json}) | _json,
    },
)
_garbage = (
    st.binary(max_size=200)
    | _json.map(lambda value: json.dumps(value).encode())
    | _almost.map(lambda value: json.dumps(value).encode())
    | st.lists(_almost, max_size=3).map(lambda value: json.dumps(value).encode())
    | st.integers(1, 5000).map(lambda n: b"[" * n)
    | st.integers(1, 6000).map(lambda n: b"9" * n)
    | _almost.map(lambda value: b"\xef\xbb\xbf" + json.dumps(value).encode())
    | _almost.map(lambda value: json.dumps(value).encode("utf-16"))
    | st.just(b'{"id":1,"id":2,"method":"token.get","jsonrpc":"2.0"}')
    | st.just(b"x" * (LINE_LIMIT + 1))
)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_garbage, min_size=1, max_size=5), st.booleans())
def test_whatever_comes_in_nothing_is_raised_and_no_token_goes_out(lines, newline_last):
    bench = Bench()
    stream = b"\n".join(lines) + (b"\n" if newline_last else b"")
    for start in range(0, len(stream), 4096):
        bench.peer.receive(stream[start : start + 4096])
    bench.run_posted()
    assert bench.handed_out == 0
    assert TOKEN.encode() not in bench.sent
    for answer in bench.answers():
        assert answer["jsonrpc"] == "2.0"
        assert set(answer["error"]["data"]) == {"code", "title", "nextStep"}
        assert all(answer["error"]["data"].values()), answer  # what to do next, too
    assert bench.closes == (1 if bench.sent else 0)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_garbage, min_size=1, max_size=5))
def test_whatever_comes_in_after_opening_each_line_has_one_answer_at_most(lines):
    bench = Bench().open()
    for line in lines:
        if bench.peer.closed:
            return
        before = len(bench.sent)
        bench.peer.receive(line + b"\n")
        assert len(bench.answers(before)) <= 1 + line.count(b"\n")
        for answer in bench.answers(before):
            # A token goes out to a well-formed request for one, and to nothing else
            assert ("result" in answer) == (TOKEN in json.dumps(answer))
    assert bench.handed_out == bench.sent.count(TOKEN.encode())


def test_all_that_is_overdue_is_answered():
    bench = Bench().open()
    bench.feed(request("later", 1), request("later", 2))
    bench.now += ANSWER_LIMIT
    before = len(bench.sent)
    bench.peer.expire()
    assert [(a["id"], a["error"]["code"]) for a in bench.answers(before)] == [(1, -32005), (2, -32005)]
    assert bench.peer.deadline is None
