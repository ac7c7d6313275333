"""Offline and a wrong clock, as the window and the tray tell them; the dialog for a proxy that asks."""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt

from support.desktop import FakeWorkflows, rows
from tenantdock.desktop.add import AddDialog
from tenantdock.desktop.proxying import ProxyDialog
from tenantdock.desktop.trouble import ErrorDialog
from tenantdock.domain.errors import ProxyAuthentication, StorageTrouble
from tenantdock.domain.settings import ProxyMode, ProxySettings, Settings
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


ASKS = ProxyAuthentication(
    "The proxy proxy.corp.example:8080 asks for a user name and password.", next_step="Enter them.", proxy="proxy.corp.example:8080"
)


def wait_for(qtbot, desktop, kind):
    def found():
        return next((each for each in desktop.windows.all() if isinstance(each, kind) and each.isVisible()), None)

    qtbot.waitUntil(lambda: found() is not None)
    return found()


def test_a_proxy_that_asks_gets_its_answer_and_the_sign_in_goes_on(make_desktop, qtbot):
    fakes = FakeWorkflows(rows(3))
    fakes.configuring.settings = Settings(ProxySettings(ProxyMode.MANUAL, "proxy.corp.example", 8080, username="anna"))
    fakes.connecting.scripts += [[ASKS], []]
    desktop = make_desktop(fakes)
    desktop.connect("c2")
    asked = wait_for(qtbot, desktop, ProxyDialog)
    assert asked.username_edit.text() == "anna"
    assert not asked.go_button.isEnabled()
    qtbot.waitUntil(asked.password_edit.hasFocus)
    qtbot.keyClicks(asked.password_edit, "s3cret")
    assert asked.password_edit.displayText() != "s3cret"
    field = asked.password_edit
    kept = []
    asked.answered.connect(lambda _answer: kept.append(field.text()))
    qtbot.keyClick(asked.password_edit, Qt.Key.Key_Return)
    assert kept == [""], "the password is in no widget any more"
    qtbot.waitUntil(lambda: len(desktop.fakes.agent.sessions()) == 1)
    assert fakes.configuring.settings.proxy == ProxySettings(ProxyMode.MANUAL, "proxy.corp.example", 8080, username="anna")
    (password,) = fakes.configuring.passwords
    assert password.reveal() == "s3cret"
    assert "s3cret" not in repr(password)


def test_giving_up_on_the_proxy_stops_the_sign_in(make_desktop, qtbot):
    fakes = FakeWorkflows(rows(3))
    fakes.connecting.scripts.append([ASKS])
    desktop = make_desktop(fakes)
    desktop.connect("c2")
    asked = wait_for(qtbot, desktop, ProxyDialog)
    asked.password_edit.setText("half")
    field, left = asked.password_edit, []
    asked.answered.connect(lambda _answer: left.append(field.text()))
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    assert left == [""]
    qtbot.waitUntil(lambda: desktop.windows.all() == [])
    assert fakes.configuring.passwords == []
    assert len(fakes.connecting.calls) == 1


def test_a_password_that_cannot_be_kept_is_told_and_asked_again(make_desktop, qtbot):
    fakes = FakeWorkflows(rows(3))
    fakes.connecting.scripts += [[ASKS], []]
    fakes.configuring.fails = StorageTrouble("The disk is full.", next_step="Free some room.")
    desktop = make_desktop(fakes)
    desktop.connect("c2")
    asked = wait_for(qtbot, desktop, ProxyDialog)
    asked.username_edit.setText("anna")
    asked.password_edit.setText("s3cret")
    click(qtbot, asked.go_button)
    failed = wait_for(qtbot, desktop, ErrorDialog)
    assert "disk is full" in failed.message_label.text()
    fakes.configuring.fails = None
    click(qtbot, failed.retry_button)
    again = wait_for(qtbot, desktop, ProxyDialog)
    assert again.username_edit.text() == "anna"
    assert again.password_edit.text() == ""
    again.password_edit.setText("s3cret")
    click(qtbot, again.go_button)
    qtbot.waitUntil(lambda: len(desktop.fakes.agent.sessions()) == 1)


def test_a_proxy_that_no_password_helps_with_is_told_as_an_error(make_desktop, qtbot):
    fakes = FakeWorkflows(rows(3))
    ntlm = ProxyAuthentication("It asks for NTLM.", next_step="Ask your administrator.", typed=False)
    fakes.connecting.scripts.append([ntlm])
    desktop = make_desktop(fakes)
    desktop.connect("c2")
    assert "NTLM" in wait_for(qtbot, desktop, ErrorDialog).message_label.text()


def test_adding_asks_for_the_proxys_password_too_and_looks_again(make_desktop, qtbot):
    fakes = FakeWorkflows(rows(3))
    fakes.adding.fails = ASKS
    desktop = make_desktop(fakes)
    desktop.add_customer()
    form = wait_for(qtbot, desktop, AddDialog)
    form.username_edit.setText("admin@contoso.example")
    qtbot.waitUntil(form.retry_button.isVisible)
    assert "Enter them" in form.retry_button.text()
    click(qtbot, form.retry_button)
    asked = wait_for(qtbot, desktop, ProxyDialog)
    assert not form.isModal(), "no modal window over a modal one"
    assert asked.parentWidget() is form
    assert asked.isModal(), "the form must not go before it"
    asked.username_edit.setText("anna")
    asked.password_edit.setText("s3cret")
    fakes.adding.fails = None
    click(qtbot, asked.go_button)
    qtbot.waitUntil(lambda: form.found is not None)
    assert len(fakes.configuring.passwords) == 1
