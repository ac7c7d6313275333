"""Tickets and sessions: one use, 30 seconds, compared in constant time; what a session may and may not."""

from __future__ import annotations

import hmac
import re
import secrets
import threading
import time
from dataclasses import replace

import pytest

from support.agent import ManualClock, connection
from tenantdock.agent import tickets
from tenantdock.agent.process import Process
from tenantdock.agent.tickets import TICKET_LIFE, WAITING_LIMIT, Sessions
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import AgentTrouble, Cancelled, Denied, LaunchFailed, Locked
from tenantdock.domain.secret import Secret
from tenantdock.domain.sessions import Held, SessionInfo, SessionState, numbered

CONSOLE = Process(4711, 1.0)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def heard() -> list[SessionInfo]:
    return []


@pytest.fixture
def sessions(clock: ManualClock, heard: list[SessionInfo]) -> Sessions:
    return Sessions(clock, heard.append)


def states(heard: list[SessionInfo]) -> list[SessionState]:
    return [info.state for info in heard]


def test_tickets_are_random_and_long(sessions):
    texts = {sessions.admit(connection())[1].reveal() for _ in range(WAITING_LIMIT)}
    assert len(texts) == WAITING_LIMIT
    # 256 bits are 43 characters of base64url
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{43}", text) for text in texts)


def test_no_ticket_and_no_key_is_kept(sessions):
    _, waiting = sessions.admit(connection())
    _, used = sessions.admit(connection())
    _, key = sessions.redeem(used, CONSOLE)
    kept = repr([*sessions._sessions.values(), *vars(sessions).values()])
    for secret in (waiting, used, key):
        assert secret.reveal() not in kept


def test_redeemed_once(sessions, heard):
    grant, ticket = sessions.admit(connection())
    assert sessions.redeem(ticket, CONSOLE)[0] == grant
    with pytest.raises(Denied):
        sessions.redeem(ticket, CONSOLE)
    assert sessions._sessions[grant.session_id].ticket == b""
    assert states(heard) == [SessionState.WAITING, SessionState.OPEN]
    assert (heard[-1].pid, heard[-1].id) == (4711, grant.session_id)


def test_redeemed_once_by_many_at_the_same_moment(sessions):
    _, ticket = sessions.admit(connection())
    barrier, won, lost = threading.Barrier(8), [], []

    def redeem() -> None:
        barrier.wait()
        try:
            won.append(sessions.redeem(ticket, CONSOLE))
        except Denied:
            lost.append(1)

    threads = [threading.Thread(target=redeem) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(won), len(lost)) == (1, 7)


def test_redeemed_within_30_seconds(sessions, clock, heard):
    assert TICKET_LIFE == 30.0  # a promise, not a setting
    _, ticket = sessions.admit(connection())
    clock.seconds += TICKET_LIFE - 0.01
    _, late = sessions.admit(connection())
    sessions.redeem(ticket, CONSOLE)
    clock.seconds += TICKET_LIFE
    with pytest.raises(Denied):
        sessions.redeem(late, CONSOLE)
    assert states(heard)[-1] is SessionState.ENDED


@pytest.mark.parametrize("text", ["", "x", "\ud800", "x" * 5000])
def test_wrong_tickets(sessions, text):
    sessions.admit(connection())
    with pytest.raises(Denied, match="works once"):
        sessions.redeem(Secret(text), CONSOLE)


def test_no_ticket_opens_nothing(sessions):
    with pytest.raises(Denied):
        sessions.redeem(Secret(""), CONSOLE)
    _, ticket = sessions.admit(connection())
    sessions.redeem(ticket, CONSOLE)
    # An open session has no ticket any more; nothing may match that
    with pytest.raises(Denied):
        sessions.redeem(Secret(""), CONSOLE)


def test_a_withdrawn_ticket_is_worthless(sessions, heard):
    grant, ticket = sessions.admit(connection())
    sessions.withdraw(grant.session_id)
    sessions.withdraw(grant.session_id)
    with pytest.raises(Denied):
        sessions.redeem(ticket, CONSOLE)
    assert states(heard) == [SessionState.WAITING, SessionState.ENDED]
    assert sessions.infos() == []


def test_every_live_ticket_is_compared_in_constant_time(sessions, monkeypatch):
    """The comparison has to be hmac's, over hashes, and has to go on after a match."""
    made = [sessions.admit(connection()) for _ in range(5)]
    compared: list[tuple[bytes, bytes]] = []
    real = hmac.compare_digest

    def compare(one: bytes, other: bytes) -> bool:
        compared.append((one, other))
        return real(one, other)

    monkeypatch.setattr(secrets, "compare_digest", compare)
    sessions.redeem(made[0][1], CONSOLE)
    assert len(compared) == 5
    assert {len(side) for pair in compared for side in pair} == {32}
    assert made[0][1].reveal().encode() not in {side for pair in compared for side in pair}


def test_only_so_many_wait(sessions, clock):
    for _ in range(WAITING_LIMIT):
        sessions.admit(connection())
    with pytest.raises(AgentTrouble, match="starting already"):
        sessions.admit(connection())
    clock.seconds += TICKET_LIFE
    sessions.admit(connection())
    assert len(sessions.infos()) == 1


def test_attach_needs_key_process_and_an_open_session(sessions):
    grant, ticket = sessions.admit(connection())
    with pytest.raises(Denied):
        sessions.attach(grant.session_id, Secret(""), CONSOLE)
    _, key = sessions.redeem(ticket, CONSOLE)
    assert sessions.attach(grant.session_id, key, CONSOLE) == grant
    wrong = [
        (grant.session_id, Secret("x"), CONSOLE),
        (grant.session_id, Secret(""), CONSOLE),
        (grant.session_id, ticket, CONSOLE),
        ("unknown", key, CONSOLE),
        ("unknown", Secret(""), CONSOLE),
        (grant.session_id, key, replace(CONSOLE, pid=4712)),
        (grant.session_id, key, replace(CONSOLE, started=2.0)),
    ]
    for session_id, presented, process in wrong:
        with pytest.raises(Denied, match="not the console"):
            sessions.attach(session_id, presented, process)
    sessions.withdraw(grant.session_id)
    with pytest.raises(Denied):
        sessions.attach(grant.session_id, key, CONSOLE)


def test_ends_with_its_last_connection(sessions, heard):
    grant, ticket = sessions.admit(connection())
    _, key = sessions.redeem(ticket, CONSOLE)
    sessions.attach(grant.session_id, key, CONSOLE)
    sessions.release(grant.session_id)
    assert sessions.grant(grant.session_id) == grant
    sessions.release(grant.session_id)
    sessions.release(grant.session_id)
    with pytest.raises(Denied):
        sessions.grant(grant.session_id)
    assert states(heard) == [SessionState.WAITING, SessionState.OPEN, SessionState.ENDED]


def test_grant_and_report_need_an_open_session(sessions, heard):
    grant, ticket = sessions.admit(connection())
    for call in (lambda: sessions.grant(grant.session_id), lambda: sessions.report(grant.session_id, "x", proven=True)):
        with pytest.raises(Denied):
            call()
    sessions.redeem(ticket, CONSOLE)
    sessions.report(grant.session_id, "Graph:\x1b[2J anna\n" + "x" * 900, proven=True)
    assert heard[-1].proof.startswith("Graph:\ufffd[2J anna xxx")
    assert len(heard[-1].proof) == tickets.PROOF_LIMIT
    assert heard[-1].proven is True


def test_deadline_is_the_oldest_ticket(sessions, clock):
    assert sessions.deadline() is None
    sessions.admit(connection())
    clock.seconds += 1
    _, ticket = sessions.admit(connection())
    assert sessions.deadline() == clock.seconds - 1 + TICKET_LIFE
    clock.seconds += TICKET_LIFE - 1
    sessions.expire()
    assert sessions.deadline() == clock.seconds + 1
    sessions.redeem(ticket, CONSOLE)
    assert sessions.deadline() is None


def test_withdraw_all(sessions, heard):
    _, ticket = sessions.admit(connection())
    sessions.admit(connection())
    sessions.redeem(ticket, CONSOLE)
    sessions.withdraw_all()
    assert sessions.infos() == []
    assert states(heard)[-2:] == [SessionState.ENDED, SessionState.ENDED]


# Waiting


def in_background(work, *arguments):
    """Run *work* on a thread; return a function that gives its result or error, and the seconds since *started*."""
    got: list[object] = []

    def run() -> None:
        try:
            got.append(work(*arguments))
        except Exception as error:  # noqa: BLE001 - handed to the test
            got.append(error)

    thread = threading.Thread(target=run)
    thread.start()

    def result() -> object:
        thread.join(10)
        assert not thread.is_alive()
        return got[0]

    return result


def until_waited_for(sessions, grant):
    while not sessions._sessions[grant.session_id].waiters:
        time.sleep(0.001)


def test_wait_returns_when_open(sessions):
    grant, ticket = sessions.admit(connection())
    result = in_background(sessions.wait_open, grant.session_id, 10.0, Cancel())
    until_waited_for(sessions, grant)
    sessions.redeem(ticket, CONSOLE)
    info = result()
    assert isinstance(info, SessionInfo)
    assert (info.state, info.pid) == (SessionState.OPEN, 4711)
    assert sessions.wait_open(grant.session_id, 0.0, Cancel()) == info


def test_wait_ends_with_the_ticket(sessions):
    grant, _ = sessions.admit(connection())
    result = in_background(sessions.wait_open, grant.session_id, 10.0, Cancel())
    until_waited_for(sessions, grant)
    sessions.withdraw(grant.session_id)
    assert isinstance(result(), LaunchFailed)


def test_wait_can_be_cancelled(sessions):
    grant, _ = sessions.admit(connection())
    cancel = Cancel()
    result = in_background(sessions.wait_open, grant.session_id, 10.0, cancel)
    until_waited_for(sessions, grant)
    started = time.monotonic()
    cancel.cancel()
    assert isinstance(result(), Cancelled)
    assert time.monotonic() - started < 5.0  # it waits 10 s when nothing wakes it


def test_wait_has_a_limit_and_knows_what_is_gone(sessions):
    grant, ticket = sessions.admit(connection())
    with pytest.raises(LaunchFailed, match="did not connect"):
        sessions.wait_open(grant.session_id, 0.01, Cancel())
    with pytest.raises(LaunchFailed, match="did not connect"):
        sessions.wait_open("unknown", 10.0, Cancel())
    sessions.redeem(ticket, CONSOLE)
    sessions.release(grant.session_id)
    with pytest.raises(LaunchFailed, match="closed as soon as"):
        sessions.wait_open(grant.session_id, 10.0, Cancel())


def test_what_a_console_holds_is_told_once_for_each_change(sessions, heard):
    grant, ticket = sessions.admit(connection())
    sessions.redeem(ticket, CONSOLE)
    assert heard[-1].held == (Held("graph"), Held("azure"))
    assert heard[-1].soonest is None
    before = len(heard)
    for _ in range(3):
        sessions.hand_out(grant.session_id, "azure", 2000.0)
    sessions.hand_out(grant.session_id, "graph", 1000.0)
    assert len(heard) == before + 2
    assert heard[-1].soonest == 1000.0
    sessions.refused(grant.session_id, "azure", "No\nanswer.", person=False)
    assert heard[-1].trouble == Held("azure", 2000.0, "No answer.", person=False)
    sessions.refused(grant.session_id, "graph", "Expired.", person=True)
    assert heard[-1].trouble == Held("graph", 1000.0, "Expired.", person=True)
    for key in ("graph", "azure"):
        sessions.hand_out(grant.session_id, key, 3000.0)
    assert heard[-1].trouble is None


def test_nothing_is_noted_of_a_session_that_is_over(sessions, heard):
    grant, ticket = sessions.admit(connection())
    sessions.redeem(ticket, CONSOLE)
    sessions.withdraw(grant.session_id)
    before = len(heard)
    sessions.refused(grant.session_id, "graph", "Late.", person=True)
    with pytest.raises(Denied):
        sessions.hand_out(grant.session_id, "graph", 1000.0)
    assert len(heard) == before


def test_while_locked_nothing_is_handed_out(sessions):
    grant, ticket = sessions.admit(connection())
    _, late = sessions.admit(connection())
    sessions.redeem(ticket, CONSOLE)
    sessions.check_unlocked()
    assert sessions.lock(on=True)
    assert not sessions.lock(on=True)
    assert sessions.locked
    for attempt in (
        sessions.check_unlocked,
        lambda: sessions.hand_out(grant.session_id, "graph", 1000.0),
        lambda: sessions.admit(connection()),
        lambda: sessions.redeem(late, CONSOLE),
    ):
        with pytest.raises(Locked):
            attempt()
    assert sessions.infos()[0].soonest is None
    assert sessions.lock(on=False)
    sessions.redeem(late, CONSOLE)


def test_consoles_of_one_customer_are_numbered_and_keep_their_number(sessions):
    def opened(made):
        grant, ticket = sessions.admit(made)
        sessions.redeem(ticket, CONSOLE)
        return grant

    def shown():
        return [numbered(info.name, info.number) for info in sessions.infos()]

    first, second = opened(connection("Northwind Traders")), opened(connection("Northwind Traders"))
    opened(replace(connection("Contoso"), id="d" * 32))
    assert shown() == ["Northwind Traders", "Northwind Traders (2)", "Contoso"]
    assert (first.number, second.number) == (1, 2)
    sessions.withdraw(first.session_id)
    assert shown() == ["Northwind Traders (2)", "Contoso"]  # its window says so too
    opened(replace(connection("northwind  traders"), id="e" * 32))  # another customer of that name
    opened(connection("Renamed"))
    assert shown() == ["Northwind Traders (2)", "Contoso", "northwind  traders", "Renamed"]
    opened(connection("Renamed"))
    assert shown()[-1] == "Renamed (3)"
