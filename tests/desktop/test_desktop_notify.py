"""Notifications: only what a person can act on, once, and not while they look."""

from __future__ import annotations

import sys
import time
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication

from support.desktop import HOSTILE_NAMES, FakeWorkflows, Gate, rows, session
from support.notifying import HAVE_BUS, session_bus
from tenantdock.desktop.notify import AGAIN, Notifier
from tenantdock.domain.sessions import Held, SessionState

NOW = 1_800_000_000.0


class House:
    """A notifier whose clock, window and clicks a test has in hand."""

    def __init__(self) -> None:
        self.time = NOW
        self.looked_at = False
        self.sent = []
        self.aloud = []
        self.withdrawn = []
        self.went = []
        self.notifier = Notifier(self, self, lambda: self.looked_at, aloud=self.aloud.append, now=lambda: self.time)
        self.notifier._timer.setInterval(0)

    def show(self, news):
        self.sent.append(news)

    def withdraw(self, customer):
        self.withdrawn.append(customer)

    def sign_in(self, connection_id):
        self.went.append(("sign_in", connection_id))

    def session(self, session_id):
        self.went.append(("session", session_id))

    def look(self, qtbot, *sessions):
        self.notifier.look(sessions)
        qtbot.waitUntil(lambda: not self.notifier._timer.isActive())


@pytest.fixture
def house(qapp):
    return House()


def troubled(number, left, *, person, **changes):
    return session(number, held=(Held("graph", NOW + left, "It was refused.", person=person),), **changes)


def test_a_sign_in_that_is_needed_is_told_and_leads_there(house, qtbot):
    house.look(qtbot, troubled(1, 1200, person=True, name="Contoso"))
    (news,) = house.sent
    assert news.title == "Contoso"
    assert "Sign in again" in news.text
    assert "20 minutes" in news.text
    assert (news.customer, news.action) == ("c1", "Sign in")
    news.go()
    assert house.went == [("sign_in", "c1")]


@pytest.mark.parametrize(
    "quiet",
    [
        session(1),  # all is well
        troubled(1, 1200, person=False),  # it is tried again
        troubled(1, -10, person=False),  # over: too late to do anything
        troubled(1, 100, person=True, state=SessionState.ENDED),
    ],
)
def test_nothing_that_nobody_can_act_on_is_told(house, qtbot, quiet):
    house.look(qtbot, quiet)
    assert house.sent == []


def test_an_end_that_is_near_and_cannot_be_put_off_is_told(house, qtbot):
    house.look(qtbot, troubled(1, 240, person=False, name="Contoso"))
    (news,) = house.sent
    assert "4 minutes" in news.text
    assert "It was refused." in news.text
    assert (news.customer, news.action) == ("c1", "Show")
    news.go()
    assert house.went == [("session", "s1")]


def test_the_same_is_not_told_again_for_a_while(house, qtbot):
    for _ in range(3):
        house.look(qtbot, troubled(1, 1200, person=True))
        house.look(qtbot, session(1))
    assert len(house.sent) == 1
    house.look(qtbot, troubled(1, 1200, person=True), troubled(2, 1200, person=True))
    assert [news.key for news in house.sent] == [("c1", "sign-in"), ("c2", "sign-in")]
    house.time += AGAIN
    house.look(qtbot, troubled(1, AGAIN + 1200, person=True))
    assert len(house.sent) == 3


def test_two_consoles_of_a_customer_are_one_thing_to_do(house, qtbot):
    house.look(qtbot, troubled(1, 1200, person=True), troubled(5, 1200, person=True, connection_id="c1"))
    assert len(house.sent) == 1


def test_many_at_once_are_told_together(house, qtbot):
    house.look(qtbot, *(troubled(n, 1200, person=True) for n in range(1, 41)))
    (news,) = house.sent
    assert news.title == "40 customers need you."
    news.go()
    assert house.went == [("session", "")]
    house.look(qtbot, *(troubled(n, 1200, person=True) for n in range(1, 41)))
    assert len(house.sent) == 1
    assert (news.customer, news.action) == ("", "Show")
    house.look(qtbot, *(troubled(n, 1200, person=True) for n in range(7, 41)))
    assert house.withdrawn == []
    house.look(qtbot, session(1))
    assert house.withdrawn == [""]


def test_three_consoles_of_two_customers_are_two_things_to_do_and_the_sign_in_counts(house, qtbot):
    house.look(
        qtbot,
        troubled(1, 240, person=True),
        troubled(5, 240, person=False, connection_id="c1"),
        troubled(2, 240, person=False),
    )
    assert sorted(news.key for news in house.sent) == [("c1", "sign-in"), ("s2", "ends")]


def test_what_is_settled_is_taken_away_and_what_comes_of_it_takes_its_place(house, qtbot):
    house.look(qtbot, troubled(1, 1200, person=True), troubled(2, 240, person=False))
    house.look(qtbot, session(1), troubled(2, 200, person=False))
    assert house.withdrawn == ["c1"]
    house.look(qtbot, session(1), troubled(2, 100, person=True))  # renewing was refused for good
    assert [news.key for news in house.sent] == [("c1", "sign-in"), ("s2", "ends"), ("c2", "sign-in")]
    house.look(qtbot, troubled(2, -10, person=True))
    assert house.withdrawn == ["c1"]  # still to be done
    house.look(qtbot)  # its console was closed
    assert house.withdrawn == ["c1", "c2"]
    house.look(qtbot)
    assert house.withdrawn == ["c1", "c2"]


def test_what_is_settled_while_somebody_looks_is_taken_away_too(house, qtbot):
    house.look(qtbot, troubled(1, 1200, person=True))
    house.looked_at = True
    house.look(qtbot, session(1))
    assert house.withdrawn == ["c1"]


def test_many_take_the_place_of_the_few(house, qtbot):
    house.look(qtbot, troubled(1, 1200, person=True))
    house.time += AGAIN
    house.look(qtbot, *(troubled(n, AGAIN + 1200, person=True) for n in range(1, 5)))
    assert house.withdrawn == ["c1"]
    assert [news.customer for news in house.sent] == ["c1", ""]


def test_nobody_is_told_what_they_look_at_and_what_was_not_told_comes_later(house, qtbot):
    house.looked_at = True
    house.look(qtbot, troubled(1, 1200, person=True))
    assert house.sent == []
    house.looked_at = False
    house.look(qtbot, troubled(1, 1100, person=True))
    assert len(house.sent) == 1


def test_what_is_over_before_it_was_told_is_not_told(house, qtbot):
    house.notifier._timer.setInterval(50)
    house.notifier.look([troubled(1, 1200, person=True)])
    house.look(qtbot, session(1))
    qtbot.wait(80)
    assert house.sent == []


def test_hostile_names_are_one_line(house, qtbot):
    for number, name in enumerate(HOSTILE_NAMES, 1):
        house.look(qtbot, troubled(number, 1200, person=True, name=name))
    for news in house.sent:
        assert not any(ord(character) < 32 or character == "\u202e" for character in news.title + news.text)
        assert len(news.title) <= 80


# In the desktop


@pytest.fixture
def desktop(make_desktop, qtbot, monkeypatch):
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: None))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")  # the tray has to do
    fakes = FakeWorkflows(rows(3))
    made = make_desktop(fakes)
    qtbot.waitUntil(lambda: "keeper" in made.__dict__, timeout=5000)
    made.keeper.notifier._timer.setInterval(0)
    return made


def needing(number):
    return session(number, held=(Held("graph", time.time() + 1200, "Expired.", person=True),))


def clicked(desktop):
    """Have what a click on the message does done, whoever showed it."""
    desktop.icon.messageClicked.emit()


def test_a_click_selects_the_customer_and_starts_its_sign_in(desktop, qtbot):
    gate = Gate()
    desktop.fakes.connecting.scripts = [[gate]]
    desktop.window.search_edit.setText("nothing that matches")
    desktop.fakes.agent.open = [needing(2)]
    desktop.show_sessions()
    qtbot.waitUntil(lambda: desktop.icon.said != [])
    assert "Sign in again" in desktop.icon.said[0]
    clicked(desktop)
    qtbot.waitUntil(lambda: desktop.fakes.connecting.calls == [("sign_in", "c2", None)])
    assert desktop.window.selected_id == "c2"
    assert desktop.window.isVisible()
    gate.open()
    qtbot.waitUntil(lambda: desktop.fakes.agent.renewed == ["s2"])  # the console that waited looks again


def test_nothing_is_told_while_locked_and_a_click_shows_the_lock(desktop, qtbot):
    desktop.fakes.agent.open = [needing(1)]
    desktop.show_sessions()
    qtbot.waitUntil(lambda: desktop.icon.said != [])
    desktop.lock()
    desktop.fakes.agent.open = [needing(2)]
    desktop.show_sessions()
    qtbot.wait(50)
    assert len(desktop.icon.said) == 1
    clicked(desktop)
    qtbot.wait(50)
    assert desktop.fakes.connecting.calls == []
    assert desktop.locked


def test_who_looks_at_the_program_hears_it_once_each_time_it_is_so(house, qtbot):
    house.looked_at = True
    for _ in range(2):
        house.look(qtbot, troubled(1, 1200, person=True, name="Contoso"), troubled(2, 1200, person=True))
    assert sorted(news.title for news in house.aloud) == ["Contoso", "Northwind Traders"]
    house.look(qtbot, session(1, name="Contoso"), troubled(2, 1200, person=True))
    house.look(qtbot, troubled(1, 1200, person=True, name="Contoso"), troubled(2, 1200, person=True))
    assert [news.title for news in house.aloud][2:] == ["Contoso"]
    assert house.sent == []


@pytest.mark.skipif(sys.platform != "linux" or not HAVE_BUS, reason="needs Linux' dbus-daemon")
@pytest.mark.parametrize("end", ["settled", "locked", "the program's end"])
def test_over_the_bus_it_is_shown_clicked_and_taken_away(desktop, qtbot, monkeypatch, end):
    from support.notifying import FakeDaemon  # noqa: PLC0415 - Linux only

    with session_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        daemon = FakeDaemon()
        try:
            gate = Gate()
            desktop.fakes.connecting.scripts = [[gate]]
            desktop.fakes.agent.open = [needing(2), needing(3)]
            desktop.show_sessions()
            qtbot.waitUntil(lambda: len(daemon.named("Notify")) == 2)
            assert "Sign in again" in daemon.named("Notify")[0][4]
            daemon.click(1)
            qtbot.waitUntil(lambda: desktop.fakes.connecting.calls == [("sign_in", "c2", None)])
            gate.open()
            if end == "settled":
                desktop.fakes.agent.open = [session(3)]
                desktop.show_sessions()
            elif end == "locked":
                desktop.lock()
            else:
                desktop.close()
            qtbot.waitUntil(lambda: (2,) in daemon.named("CloseNotification"))
            assert desktop.icon.said == []
            daemon.emit(daemon.NAME, "ActionInvoked", "us", 2, "default")  # a click that was under way
            qtbot.wait(50)
            assert len(desktop.fakes.connecting.calls) == 1
        finally:
            daemon.close()


def test_windows_takes_its_message_back_when_it_is_settled(desktop, qtbot, monkeypatch):
    monkeypatch.setattr("tenantdock.desktop.tray.sys", SimpleNamespace(platform="win32"))
    desktop.fakes.agent.open = [needing(2)]
    desktop.show_sessions()
    qtbot.waitUntil(lambda: len(desktop.icon.said) == 1)
    desktop.fakes.agent.open = []
    desktop.show_sessions()
    qtbot.waitUntil(lambda: desktop.icon.said[1:] == [""])
    clicked(desktop)  # a click that was under way is one on the icon
    assert desktop.fakes.connecting.calls == []
    assert desktop.window.isVisible()
