"""Offline and a wrong clock, as the window and the tray tell them; the dialog for a proxy that asks."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt

from support.desktop import FakeWorkflows, rows
from tenantdock.domain.signin import NetworkState

OFFLINE = NetworkState(online=False, text="login.microsoftonline.com cannot be reached.")
SKEWED = NetworkState(online=True, text="This computer's clock is 7 minutes behind the sign-in service's.", skew=-420.0)
FINE = NetworkState(online=True)


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_offline_is_told_calmly_and_goes_by_itself(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    thread = threading.Thread(target=desktop.network, args=(OFFLINE,))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: desktop.window.notices.get("offline") is not None)
    text = desktop.window.notices.get("offline").label.text()
    assert "cannot be reached" in text
    assert "goes on working" in text
    assert "offline" in desktop.icon.tip
    desktop.network(FINE)
    qtbot.waitUntil(lambda: desktop.window.notices.get("offline") is None)
    assert "offline" not in desktop.icon.tip


def test_what_was_sent_away_comes_back_only_with_the_next_outage(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    notices = desktop.window.notices
    desktop.network(OFFLINE)
    qtbot.waitUntil(lambda: notices.get("offline") is not None)
    click(qtbot, notices.get("offline").dismiss_button)
    assert notices.get("offline") is None
    desktop.network(NetworkState(online=False, text="Another reason."))
    qtbot.wait(30)
    assert notices.get("offline") is None
    desktop.network(FINE)
    desktop.network(OFFLINE)
    qtbot.waitUntil(lambda: notices.get("offline") is not None)


def test_the_same_state_again_changes_nothing_on_the_screen(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.network(OFFLINE)
    qtbot.waitUntil(lambda: desktop.window.notices.get("offline") is not None)
    shown = desktop.window.notices.get("offline")
    desktop.network(OFFLINE)
    qtbot.wait(30)
    assert desktop.window.notices.get("offline") is shown


def test_a_wrong_clock_is_named_with_its_amount(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    notices = desktop.window.notices
    desktop.network(SKEWED)
    qtbot.waitUntil(lambda: notices.get("clock") is not None)
    assert "7 minutes behind" in notices.get("clock").label.text()
    assert "clock" in desktop.icon.tip
    desktop.network(NetworkState(online=False, text="No network.", skew=-420.0))
    qtbot.waitUntil(lambda: notices.get("offline") is not None)
    assert notices.get("clock") is not None, "it is as wrong as before"
    desktop.network(FINE)
    qtbot.waitUntil(lambda: notices.get("clock") is None and notices.get("offline") is None)
    assert desktop.icon.tip == "TenantDock"


def test_a_tray_that_comes_late_knows_what_deserves_attention(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)), wait=False)
    desktop.network(OFFLINE)
    qtbot.waitUntil(lambda: desktop.window.notices.get("offline") is not None)
    desktop.start()
    assert "offline" in desktop.icon.tip
