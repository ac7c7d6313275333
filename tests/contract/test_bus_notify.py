"""Notifications over a real session bus, with a daemon and a portal that a test plays."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("the session bus is Linux's", allow_module_level=True)

from jeepney import DBusAddress, HeaderFields, new_signal

from support.notifying import HAVE_BUS, FakeDaemon, FakePortal, Stranger, session_bus, wait_until
from tenantdock.desktop import bus_notify
from tenantdock.desktop.bus_notify import BusNotifications, Note

pytestmark = pytest.mark.skipif(not HAVE_BUS, reason="needs dbus-daemon")


class House:
    """Notifications, and what they say."""

    def __init__(self) -> None:
        self.clicked, self.undelivered = [], []
        self.notifications = BusNotifications(lambda *told: self.clicked.append(told), self.undelivered.append)

    def show(self, tag="c1", title="Contoso", text="Sign in again.", action="Sign in"):
        self.notifications.show(Note(tag, title, text, action))

    def heard(self, count=1):
        wait_until(lambda: len(self.clicked) >= count, "the click")
        return self.clicked


@pytest.fixture
def bus(monkeypatch):
    with session_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        yield


@pytest.fixture
def play(bus):
    """Make doubles; they end with the test."""
    made = []

    def make(kind, *args, **kwargs):
        made.append(kind(*args, **kwargs))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def house():
    made = House()
    yield made
    assert made.notifications.close(20)


def notified(daemon, count=1):
    wait_until(lambda: len(daemon.named("Notify")) >= count, "Notify")
    return daemon.named("Notify")[count - 1]


def test_a_daemon_gets_all_that_it_needs_and_its_clicks_come_back(play, house):
    daemon = play(FakeDaemon)
    house.show(title="Contoso <b>&", text='Sign in & go <a href="x">on</a>.')
    name, replaces, icon, title, text, actions, hints, expires = notified(daemon)
    assert (name, replaces, expires) == ("TenantDock", 0, -1)
    assert title == "Contoso <b>&"  # no markup is read there
    assert text == 'Sign in &amp; go &lt;a href="x"&gt;on&lt;/a&gt;.'
    assert actions == ["go", "Sign in", "default", ""]
    assert hints == {"desktop-entry": ("s", "tenantdock"), "urgency": ("y", 1)}
    assert icon.startswith("file:///")
    assert Path(icon.removeprefix("file://")).is_file()
    daemon.click(1)
    assert house.heard() == [("c1", "")]


@pytest.mark.parametrize("action", ["default", "go"])
def test_button_and_click_are_the_same_and_bring_a_token_for_wayland(play, house, action):
    daemon = play(FakeDaemon)
    house.show()
    notified(daemon)
    daemon.click(1, action, token="a-token")
    assert house.heard() == [("c1", "a-token")]


def test_clicks_on_what_is_not_ours_say_nothing(play, house):
    daemon, stranger = play(FakeDaemon), play(Stranger)
    house.show()
    notified(daemon)
    daemon.click(77)  # another program's
    stranger.emit("org.freedesktop.Notifications", "ActionInvoked", "us", 1, "default")  # not from the daemon
    daemon.emit(daemon.NAME, "ActionInvoked", "us", 1, "another-action")
    daemon.emit(daemon.NAME, "ActionInvoked", "s", "1")  # not as the specification has it
    daemon.click(1)
    daemon.click(1)  # it is gone
    house.show("c2")
    notified(daemon, 2)
    daemon.click(2)
    assert house.heard(2) == [("c1", ""), ("c2", "")]


@pytest.mark.parametrize(("owner", "kept"), [(":1.5", True), (":1.6", False), ("", False)])
def test_a_daemon_that_the_bus_started_for_us_is_no_other_one(owner, kept):
    """That it came is told on the way to its first answer, and read after that."""
    daemon = bus_notify._Daemon()
    daemon._owner, daemon._ids["c1"] = ":1.5", 1
    bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
    told = new_signal(bus, "NameOwnerChanged", "sss", (daemon._NAME, "", owner))
    told.header.fields[HeaderFields.sender] = "org.freedesktop.DBus"
    assert daemon.take(told) is None
    assert daemon.tags() == (["c1"] if kept else [])


def test_newer_news_of_a_customer_take_the_place_of_older_ones(play, house):
    daemon = play(FakeDaemon, first=7)
    house.show("c1", text="one")
    house.show("c2")
    house.show("c1", text="two")
    assert [body[1] for body in (notified(daemon), notified(daemon, 2), notified(daemon, 3))] == [0, 0, 7]
    daemon.click(7)
    assert house.heard() == [("c1", "")]
    house.show("c1")  # the old one was clicked away
    assert notified(daemon, 4)[1] == 0


def test_what_is_settled_is_taken_away_once(play, house):
    daemon = play(FakeDaemon)
    house.notifications.withdraw("c1")  # nothing was shown yet
    for tag in ("c1", "c2"):
        house.show(tag)
    for tag in ("c2", "c2", "c3"):
        house.notifications.withdraw(tag)
    house.show("c4")
    notified(daemon, 3)
    assert daemon.named("CloseNotification") == [(2,)]
    assert house.notifications.close(20)  # and the end takes the rest
    wait_until(lambda: len(daemon.named("CloseNotification")) == 3, "the rest")
    assert sorted(daemon.named("CloseNotification")) == [(1,), (2,), (3,)]


def test_a_daemon_without_actions_or_markup_gets_none(play, house):
    daemon = play(FakeDaemon, "body")
    house.show(text="<b>plain</b> & text")
    body = notified(daemon)
    assert body[4] == "<b>plain</b> & text"
    assert body[5] == []


def test_a_daemon_that_shows_one_line_gets_one_line(play, house):
    daemon = play(FakeDaemon, "icon-static")
    house.show()
    assert notified(daemon)[3:5] == ("Contoso: Sign in again.", "")


def test_a_daemon_that_takes_the_others_place_starts_anew(play, house):
    first = play(FakeDaemon, first=3)
    house.show("c1")
    notified(first)
    first.close()
    second = FakeDaemon("body", first=3)
    try:
        second.calls.clear()
        house.show("c2", text="a & b")
        body = notified(second)
        assert body[1] == 0
        assert (body[4], body[5]) == ("a & b", [])  # asked anew what it can do
        house.show("c1")
        assert notified(second, 2)[1] == 0  # 3 is another one now
        assert house.undelivered == []
    finally:
        second.close()


def test_the_portal_comes_first(play, house):
    daemon, portal = play(FakeDaemon), play(FakePortal)
    house.show(title="Contoso <b>", text="a & b")
    wait_until(lambda: portal.named("AddNotification"), "the portal's")
    key, told = portal.named("AddNotification")[0]
    assert told["title"] == ("s", "Contoso <b>")
    assert told["body"] == ("s", "a & b")  # plain there
    assert told["default-action"] == ("s", "default")
    assert told["buttons"] == ("aa{sv}", [{"label": ("s", "Sign in"), "action": ("s", "go")}])
    portal.click("another-programs")
    portal.click(key, "another-action")
    portal.click(key, "go", token="a-token")
    assert house.heard() == [("c1", "a-token")]
    house.show()
    wait_until(lambda: len(portal.named("AddNotification")) == 2, "the second")
    assert portal.named("AddNotification")[1][0] == key  # which takes the first one's place
    house.notifications.withdraw("c1")
    wait_until(lambda: portal.named("RemoveNotification"), "its end")
    assert portal.named("RemoveNotification") == [(key,)]
    assert daemon.calls == []


def test_a_portal_without_notifications_is_passed_by(play, house):
    portal, daemon = play(FakePortal), play(FakeDaemon)
    portal.refuses = {"AddNotification", "Register"}
    house.show()
    notified(daemon)
    daemon.click(1)
    assert house.heard() == [("c1", "")]


def test_what_nobody_shows_is_said(bus, house):
    house.show("c1")
    wait_until(lambda: house.undelivered, "it to be said")
    daemon = FakeDaemon()
    try:
        house.show("c2")  # a daemon that comes later
        notified(daemon)
    finally:
        daemon.close()
    daemon = FakeDaemon()
    daemon.refuses = {"Notify"}
    try:
        house.show("c3")
        wait_until(lambda: len(house.undelivered) == 2, "the refusal")
    finally:
        daemon.close()
    assert house.undelivered == ["c1", "c3"]


def test_without_a_bus_it_is_said_and_a_bus_that_comes_is_found(house, monkeypatch, tmp_path):
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    house.show("c1")
    wait_until(lambda: house.undelivered == ["c1"], "it to be said")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/none")
    house.show("c2")
    wait_until(lambda: house.undelivered == ["c1", "c2"], "it to be said")
    with session_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        daemon = FakeDaemon()
        house.show("c3")
        notified(daemon)
        daemon.close()
    with session_bus() as address:  # the session's bus is another one now
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        daemon = FakeDaemon()
        house.notifications.withdraw("c3")
        house.show("c3")
        assert notified(daemon)[1] == 0
        daemon.close()
    assert house.undelivered == ["c1", "c2"]


def test_nothing_runs_before_the_first_one_and_nothing_wakes_between_them(play):
    made = House()
    assert made.notifications.close(0)
    assert not [each for each in threading.enumerate() if each.name == "tenantdock-notify"]
    made, daemon = House(), play(FakeDaemon)
    made.show()
    notified(daemon)
    (thread,) = [each for each in threading.enumerate() if each.name == "tenantdock-notify"]
    switches = Path(f"/proc/self/task/{thread.native_id}/status")
    wait_until(lambda: _sleeping(switches), "it to rest")
    before = _woken(switches)
    threading.Event().wait(1.0)
    assert _woken(switches) == before
    assert made.notifications.close(20)
    assert not thread.is_alive()


def _sleeping(status):
    before = _woken(status)
    threading.Event().wait(0.2)
    return "State:\tS" in status.read_text() and _woken(status) == before


def _woken(status):
    return [line for line in status.read_text().splitlines() if "ctxt_switches" in line]


def test_bytes_that_are_no_message_end_the_connection_and_nothing_else(play, house):
    daemon = play(FakeDaemon)
    house.show()
    notified(daemon)
    wait_until(lambda: house.notifications._bus is not None, "the connection")
    connection = house.notifications._bus._connection
    connection.parser.add_data(b"no message at all, and of some length")
    house.show("c2")
    notified(daemon, 2)
    assert house.notifications._bus._connection is not connection
