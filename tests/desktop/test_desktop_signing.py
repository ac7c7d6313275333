"""Signing in on doubles: progress, cancel, refusal, errors."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from support.desktop import FakeWorkflows, Gate, refusal, row, rows
from tenantdock.desktop import signin
from tenantdock.desktop.codepage import CodePage
from tenantdock.desktop.confirming import ConfirmDialog
from tenantdock.desktop.entries import prepare
from tenantdock.desktop.proxying import ProxyDialog
from tenantdock.desktop.signin import SignInDialog
from tenantdock.desktop.texts import rung
from tenantdock.desktop.trouble import ErrorDialog, RefusalDialog
from tenantdock.domain.errors import BadInput, NetworkTrouble, NoPowerShell, ProxyAuthentication
from tenantdock.domain.proof import Candidate
from tenantdock.domain.signin import DeviceCode, Progress, Rung

PERSON = Progress("person", "Waiting for you in the browser")


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def dialog(desktop, kind):
    found = [each for each in desktop.windows.all() if isinstance(each, kind) and each.isVisible()]
    assert len(found) <= 1
    return found[0] if found else None


def wait_for(qtbot, desktop, kind):
    qtbot.waitUntil(lambda: dialog(desktop, kind) is not None)
    return dialog(desktop, kind)


def test_connect_shows_progress_and_closes_by_itself(make_desktop, qtbot):
    gate = Gate()
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.fakes.connecting.scripts.append([PERSON, gate])
    desktop.connect("c2")
    shown = wait_for(qtbot, desktop, SignInDialog)
    qtbot.waitUntil(lambda: shown.step_label.text() == PERSON.text)
    assert "Northwind" in shown.windowTitle()
    gate.open()
    qtbot.waitUntil(lambda: desktop.windows.all() == [])
    assert "console is open" in desktop.window.status_label.text()
    qtbot.waitUntil(desktop.window.sessions.isVisible)


def test_the_window_says_who_signs_in_where_and_for_how_long(qtbot, monkeypatch):
    entry = prepare([replace(rows(2)[1], username="anna@msp.example", domain="northwind.example")])[0]
    now = [1000.0]
    monkeypatch.setattr(signin.time, "monotonic", lambda: now[0])
    shown = SignInDialog(entry)
    qtbot.addWidget(shown)
    shown.show()
    said = " ".join(label.text().replace("\u200b", "") for label in shown.findChildren(QLabel))
    for part in (entry.name, "as anna@msp.example", "in the tenant northwind.example", "0:00"):
        assert part in said
    now[0] += 67.0
    qtbot.waitUntil(lambda: shown.elapsed_label.text() == "1:07")
    shown.finish()


def test_a_quick_silent_sign_in_opens_no_window(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    seen = []
    show, SignInDialog.showEvent = SignInDialog.showEvent, lambda self, event: seen.append(self)
    try:
        desktop.connect("c2")
        qtbot.waitUntil(lambda: desktop.fakes.agent.sessions() != [])
        qtbot.waitUntil(lambda: desktop.windows.all() == [])
    finally:
        SignInDialog.showEvent = show
    assert not seen


def test_cancel_closes_the_window_in_one_turn_while_the_worker_is_still_stuck(make_desktop, qtbot, qapp, watchdog):
    stuck = Gate(hard=True)
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.fakes.connecting.scripts.append([PERSON, stuck])
    watchdog.start()
    desktop.connect("c2")
    shown = wait_for(qtbot, desktop, SignInDialog)
    qtbot.waitUntil(stuck.reached.is_set)
    click(qtbot, shown.cancel_button)
    qapp.processEvents()
    assert not shown.isVisible()
    assert desktop.fakes.connecting.cancels[0].cancelled
    assert not stuck.opened.is_set(), "the worker is still stuck, and the window is gone"
    # The same customer can be connected at once, beside the worker that unwinds
    desktop.connect("c2")
    qtbot.waitUntil(lambda: len(desktop.fakes.agent.sessions()) == 1)
    stuck.open()
    qtbot.waitUntil(lambda: desktop.windows.all() == [])
    assert dialog(desktop, ErrorDialog) is None


@pytest.mark.parametrize("way", ["escape", "close"])
def test_escape_and_the_cross_cancel_too(make_desktop, qtbot, way):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.fakes.connecting.scripts.append([PERSON, Gate()])
    desktop.connect("c2")
    shown = wait_for(qtbot, desktop, SignInDialog)
    if way == "escape":
        qtbot.keyClick(shown, Qt.Key.Key_Escape)
    else:
        shown.close()
    assert desktop.fakes.connecting.cancels[0].cancelled
    qtbot.waitUntil(lambda: desktop.windows.all() == [])
    assert "Cancelled" in desktop.window.status_label.text()


def test_a_second_click_shows_the_window_that_is_there(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.fakes.connecting.scripts.append([PERSON, Gate()])
    desktop.connect("c2")
    shown = wait_for(qtbot, desktop, SignInDialog)
    desktop.connect("c2")
    qtbot.wait(50)
    assert len(desktop.fakes.connecting.calls) == 1
    click(qtbot, shown.cancel_button)


def test_refusal_says_expected_got_because_and_climbs_to_the_chosen_rung(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.fakes.connecting.scripts += [[PERSON, refusal(Rung.PRIVATE, Rung.DEVICE_CODE)], []]
    desktop.connect("c2")
    shown = wait_for(qtbot, desktop, RefusalDialog)
    texts = [shown.findChild(object, key).text() for key in ("refusalExpected", "refusalGot", "refusalBecause")]
    assert "admin@contoso.example" in texts[0]
    assert "kiosk@contoso.example" in texts[1]
    assert "sts.contoso.example" in texts[2]
    assert list(shown.rung_buttons) == [Rung.PRIVATE, Rung.DEVICE_CODE]
    assert shown.rung_buttons[Rung.PRIVATE].isDefault()
    assert not shown.rung_buttons[Rung.DEVICE_CODE].isDefault()
    click(qtbot, shown.copy_button)
    assert "kiosk@contoso.example" in QGuiApplication.clipboard().text()
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(desktop.fakes.agent.sessions()) == 1)
    assert [call[2] for call in desktop.fakes.connecting.calls] == [None, Rung.PRIVATE]


def test_refusal_not_now_stops(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.fakes.connecting.scripts.append([refusal()])
    desktop.connect("c2")
    click(qtbot, wait_for(qtbot, desktop, RefusalDialog).close_button)
    qtbot.waitUntil(lambda: desktop.windows.all() == [])
    assert len(desktop.fakes.connecting.calls) == 1
    assert desktop.fakes.agent.sessions() == []


def test_error_offers_another_try_where_that_can_help(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    down = NetworkTrouble("The service did not answer.", next_step="Check the network.")
    desktop.fakes.connecting.scripts += [[down], []]
    desktop.connect("c2")
    shown = wait_for(qtbot, desktop, ErrorDialog)
    assert "did not answer" in shown.message_label.text()
    assert "Check the network." in shown.next_label.text()
    click(qtbot, shown.retry_button)
    qtbot.waitUntil(lambda: len(desktop.fakes.agent.sessions()) == 1)


def test_error_without_hope_offers_no_other_try(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.fakes.connecting.scripts.append([BadInput("The account is damaged.", next_step="Add it again.")])
    desktop.connect("c2")
    shown = wait_for(qtbot, desktop, ErrorDialog)
    assert not hasattr(shown, "retry_button")
    click(qtbot, shown.close_button)
    qtbot.waitUntil(lambda: desktop.windows.all() == [])


def test_no_powershell_says_signed_in_and_gives_the_command(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.fakes.connecting.trouble = NoPowerShell(
        "PowerShell is not installed.", next_step="Install it with the command below.", details="sudo apt-get install powershell"
    )
    desktop.connect("c2")
    shown = wait_for(qtbot, desktop, SignInDialog)
    texts = " ".join(each.text() for each in shown.findChildren(type(shown.trouble_label)))
    assert "You are signed in as" in texts
    click(qtbot, shown.findChild(object, "signInCopy"))
    assert QGuiApplication.clipboard().text() == "sudo apt-get install powershell"
    desktop.fakes.connecting.trouble = None
    click(qtbot, shown.again_button)
    qtbot.waitUntil(lambda: len(desktop.fakes.agent.sessions()) == 1)


def test_device_code_is_large_and_can_be_copied(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    code = DeviceCode("ABCD-1234", "https://login.example/device", time.time() + 900)
    gate = Gate()
    desktop.fakes.connecting.scripts.append([Progress("code", "Waiting for the code", code), gate])
    desktop.connect("c2")
    shown = wait_for(qtbot, desktop, SignInDialog)
    qtbot.waitUntil(lambda: hasattr(shown, "code_label"))
    assert shown.code_label.text() == "ABCD-1234"
    assert shown.code_label.font().pointSizeF() > 1.8 * shown.font().pointSizeF()
    click(qtbot, shown._code_shown.copy_button)
    assert QGuiApplication.clipboard().text() == "ABCD-1234"
    assert shown.address_label.text().replace("\u200b", "") == "https://login.example/device"
    assert shown.address_label.font().pointSizeF() > 1.1 * shown.font().pointSizeF()
    click(qtbot, shown.findChild(object, "deviceCodeCopyAddress"))
    assert QGuiApplication.clipboard().text() == "https://login.example/device"
    assert shown.findChild(object, "deviceCodeQr").isVisible()
    gate.open()


def test_the_time_left_of_a_code_is_counted_down(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    gate = Gate()
    code = DeviceCode("ABCD-1234", "https://login.example/device", time.time() + 60)
    desktop.fakes.connecting.scripts.append([Progress("code", "Waiting for the code", code), gate])
    desktop.connect("c2")
    shown = wait_for(qtbot, desktop, SignInDialog)
    qtbot.waitUntil(lambda: shown._code_shown is not None)
    first = shown._code_shown.time_label.text()
    assert "more" in first
    qtbot.waitUntil(lambda: shown._code_shown.time_label.text() not in {first, ""})
    gate.open()


def test_a_code_comes_to_the_front_and_goes_once_it_was_used(make_desktop, qtbot, monkeypatch):
    """The browser of a try before may cover it, and once it was used there is nothing to type any more."""
    raised = []
    monkeypatch.setattr(SignInDialog, "raise_", lambda self, *_: raised.append(self))
    desktop = make_desktop(FakeWorkflows(rows(3)))
    code = DeviceCode("ABCD-1234", "https://login.example/device", time.time() + 900)
    used, done = Gate(), Gate()
    told = [Progress("code", "Waiting", code), Progress("code", "Waiting", code), used]
    desktop.fakes.connecting.scripts.append([*told, Progress("checking", "Checking which account signed in"), done])
    desktop.connect("c2")
    shown = wait_for(qtbot, desktop, SignInDialog)
    qtbot.waitUntil(lambda: hasattr(shown, "code_label") and bool(raised))
    assert shown.code_label.isVisible()
    assert raised == [shown]
    used.open()
    qtbot.waitUntil(lambda: shown.step_label.text() == "Checking which account signed in")
    assert shown.step_label.isVisible()
    assert shown.findChild(CodePage) is None or not shown.findChild(CodePage).isVisible()
    shown._tick()
    done.open()
    qtbot.waitUntil(lambda: len(desktop.fakes.agent.sessions()) == 1)


def test_sign_in_only_opens_no_console(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.window.sign_in_requested.emit("c2")
    qtbot.waitUntil(lambda: "signed in as" in desktop.window.status_label.text())
    assert desktop.fakes.connecting.calls[0][0] == "sign_in"
    assert desktop.fakes.agent.sessions() == []


@pytest.mark.parametrize("system", ["win32", "linux", "darwin"])
def test_windows_is_told_which_window_asks_and_elsewhere_nobody_is(make_desktop, qtbot, monkeypatch, system):
    monkeypatch.setattr("tenantdock.desktop.signing.sys", SimpleNamespace(platform=system))
    desktop = make_desktop(FakeWorkflows(rows(3)))
    gate = Gate()
    desktop.fakes.connecting.scripts.append([PERSON, gate])
    desktop.connect("c2")
    shown = wait_for(qtbot, desktop, SignInDialog)
    handle = int(shown.winId())
    assert handle
    assert desktop.fakes.connecting.windows == [handle if system == "win32" else 0]
    gate.open()
    qtbot.waitUntil(lambda: desktop.windows.all() == [])


def test_connect_before_the_rows_are_there_waits_for_them(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)), wait=False)
    desktop.connect("c2")
    desktop.start()
    qtbot.waitUntil(lambda: len(desktop.fakes.agent.sessions()) == 1)


def test_connect_to_something_unknown_says_so(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.connect("nobody")
    shown = wait_for(qtbot, desktop, ErrorDialog)
    assert "not in the list" in shown.message_label.text()


@pytest.mark.expects_log
def test_an_unexpected_failure_is_shown_and_logged(make_desktop, qtbot, caplog):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.fakes.connecting.scripts.append([ZeroDivisionError("made up")])
    desktop.connect("c2")
    shown = wait_for(qtbot, desktop, ErrorDialog)
    assert "ZeroDivisionError" in shown.details.toPlainText()
    assert any("unexpected" in each.getMessage() for each in caplog.records)


def test_quit_cancels_what_runs_and_leaves_nothing(make_desktop, qtbot, qapp):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    gate = Gate()
    desktop.fakes.connecting.scripts.append([PERSON, gate])
    desktop.connect("c2")
    wait_for(qtbot, desktop, SignInDialog)
    qtbot.waitUntil(gate.reached.is_set)
    assert desktop.close(2.0), "the worker ended within the time"
    assert desktop.fakes.connecting.cancels[0].cancelled
    assert not desktop.icon.shown
    assert not desktop.window.isVisible()
    assert [each for each in qapp.topLevelWidgets() if each.isVisible()] == []


def menu_of(shown):
    return {action.text(): action for action in shown.ways_menu().actions()}


def test_another_way_can_be_taken_while_the_browser_is_waited_for(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    stuck = Gate(hard=True)
    desktop.fakes.connecting.scripts += [[Progress(Rung.BROWSER.value, "Waiting for you in the browser"), stuck], []]
    desktop.connect("c2")
    shown = wait_for(qtbot, desktop, SignInDialog)
    qtbot.waitUntil(shown.other_button.isVisible)
    ways = menu_of(shown)
    assert "Sign in with the browser" not in ways, "that is the one that runs"
    assert len(ways) == 4
    assert list(ways)[-1] == "Use a code on another device"
    for way in set(Rung) - {Rung.SILENT, Rung.BROKER, Rung.BROWSER}:
        title, does = rung(way)
        assert ways[title].toolTip() == does
    ways["Use a private window"].trigger()
    assert not shown.isVisible()
    assert desktop.fakes.connecting.cancels[0].cancelled
    # It begins although the first one is still stuck
    qtbot.waitUntil(lambda: len(desktop.fakes.agent.sessions()) == 1)
    assert [call[2] for call in desktop.fakes.connecting.calls] == [None, Rung.PRIVATE]
    assert not stuck.opened.is_set()
    stuck.open()
    qtbot.waitUntil(lambda: desktop.windows.all() == [])
    assert dialog(desktop, ErrorDialog) is None


def test_other_ways_are_offered_only_while_a_person_is_needed(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    first, second, third = Gate(), Gate(), Gate()
    checking = Progress("checking", "Checking which account signed in")
    desktop.fakes.connecting.scripts.append([Progress("silent", "Looking"), first, PERSON, second, checking, third])
    desktop.connect("c2")
    shown = wait_for(qtbot, desktop, SignInDialog)
    assert not shown.other_button.isVisible()
    first.open()
    qtbot.waitUntil(shown.other_button.isVisible)
    second.open()
    qtbot.waitUntil(lambda: not shown.other_button.isVisible())
    third.open()


def test_a_long_wait_in_the_browser_brings_a_hint(make_desktop, qtbot, monkeypatch):
    monkeypatch.setattr("tenantdock.desktop.signin.HINT_AFTER_MS", 30)
    desktop = make_desktop(FakeWorkflows(rows(3)))
    gate, after = Gate(), Gate()
    browser = Progress(Rung.BROWSER.value, "Waiting for you in the browser")
    code = Progress(Rung.DEVICE_CODE.value, "Waiting for the code")
    desktop.fakes.connecting.scripts.append([browser, gate, code, after])
    desktop.connect("c2")
    shown = wait_for(qtbot, desktop, SignInDialog)
    qtbot.waitUntil(shown.hint_card.isVisible)
    assert "blank" in shown.findChild(object, "signInHint").text()
    gate.open()
    qtbot.waitUntil(lambda: not shown.hint_card.isVisible())
    after.open()


ALIAS = Candidate(
    "11111111-1111-4111-8111-111111111111.22222222-2222-4222-8222-222222222222",
    "anna.new@contoso.example",
    "22222222-2222-4222-8222-222222222222",
    "ac2",
    "anna@contoso.example",
    "The sign-in service lists anna@contoso.example as an address of this account.",
    certain=True,
)


def test_each_way_says_why_it_is_offered_and_the_arrows_go_through_them(make_desktop, qtbot):
    shown = RefusalDialog(refusal(Rung.PRIVATE, Rung.FRESH, Rung.DEVICE_CODE), "Contoso")
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    buttons = list(shown.rung_buttons.values())
    assert [each.why_label.text() for each in buttons] == [f"Because {way} helps." for way in ("private", "fresh", "device-code")]
    assert "knows no other sign-in" in buttons[0].does_label.text()
    assert "Because private helps." in buttons[0].accessibleDescription()
    assert buttons[0].isDefault()
    qtbot.waitUntil(buttons[0].hasFocus)
    qtbot.keyClick(buttons[0], Qt.Key.Key_Down)
    assert buttons[1].hasFocus()
    with qtbot.waitSignal(shown.answered) as answer:
        qtbot.keyClick(buttons[1], Qt.Key.Key_Space)
    assert answer.args == [Rung.FRESH]


def test_what_was_seen_can_be_looked_at(make_desktop, qtbot):
    wrong = refusal()
    wrong.details = "Realm: federated\nSTS: sts.contoso.example\n"
    shown = RefusalDialog(wrong, "Contoso")
    qtbot.addWidget(shown)
    shown.show()
    assert not shown.evidence.text.isVisible()
    click(qtbot, shown.evidence.button)
    assert shown.evidence.text.isVisible()
    assert "STS: sts.contoso.example" in shown.evidence.text.toPlainText()
    assert shown.evidence.button.accessibleName() == "Hide what was seen"
    click(qtbot, shown.copy_button)
    copied = QGuiApplication.clipboard().text()
    for part in ("Contoso", wrong.message, wrong.next_step, wrong.details):
        assert part in copied


def test_without_a_candidate_nothing_can_be_confirmed(qtbot):
    shown = RefusalDialog(refusal(), "Contoso")
    qtbot.addWidget(shown)
    assert shown.same_button is None
    assert shown.findChild(object, "refusalSame") is None


def with_candidate(candidate):
    wrong = refusal(Rung.PRIVATE, expected=candidate.typed, got=candidate.username)
    wrong.candidate = candidate
    return wrong


def test_a_candidate_is_confirmed_in_a_second_step_and_signs_in_on_the_same_rung(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    wrong = with_candidate(ALIAS)
    desktop.fakes.connecting.scripts += [[PERSON, refusal(Rung.FRESH)], [PERSON, wrong], []]
    desktop.connect("c2")
    click(qtbot, wait_for(qtbot, desktop, RefusalDialog).rung_buttons[Rung.FRESH])
    qtbot.waitUntil(lambda: (shown := dialog(desktop, RefusalDialog)) is not None and shown.refusal is wrong)
    shown = dialog(desktop, RefusalDialog)
    assert shown.rung_buttons[Rung.PRIVATE].isDefault(), "the safe way stays the main one"
    click(qtbot, shown.same_button)
    asked = wait_for(qtbot, desktop, ConfirmDialog)
    assert desktop.fakes.connecting.confirmed == []
    assert asked.findChild(object, "confirmTyped").text() == ALIAS.typed
    assert asked.findChild(object, "confirmGot").text() == ALIAS.username
    assert ALIAS.why in asked.findChild(object, "confirmWhy").text()
    click(qtbot, asked.yes_button)
    qtbot.waitUntil(lambda: len(desktop.fakes.agent.sessions()) == 1)
    assert desktop.fakes.connecting.confirmed == [("c2", ALIAS, "")]
    assert [call[2] for call in desktop.fakes.connecting.calls] == [None, Rung.FRESH, Rung.FRESH]


def test_enter_never_confirms_and_no_leads_back_to_the_safe_ways(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.fakes.connecting.scripts.append([with_candidate(ALIAS)])
    desktop.connect("c2")
    click(qtbot, wait_for(qtbot, desktop, RefusalDialog).same_button)
    asked = wait_for(qtbot, desktop, ConfirmDialog)
    qtbot.keyClick(asked, Qt.Key.Key_Return)
    back = wait_for(qtbot, desktop, RefusalDialog)
    assert desktop.fakes.connecting.confirmed == []
    click(qtbot, back.close_button)
    qtbot.waitUntil(lambda: desktop.windows.all() == [])


def test_an_uncertain_candidate_has_to_be_typed(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    unsure = replace(ALIAS, certain=False)
    desktop.fakes.connecting.scripts += [[with_candidate(unsure)], []]
    desktop.connect("c2")
    click(qtbot, wait_for(qtbot, desktop, RefusalDialog).same_button)
    asked = wait_for(qtbot, desktop, ConfirmDialog)
    assert not asked.yes_button.isEnabled()
    qtbot.keyClicks(asked.typed_edit, ALIAS.typed)
    assert not asked.yes_button.isEnabled(), "the name that was typed before proves nothing"
    asked.typed_edit.clear()
    qtbot.keyClicks(asked.typed_edit, ALIAS.username.upper())
    assert asked.yes_button.isEnabled()
    qtbot.keyClick(asked.typed_edit, Qt.Key.Key_Return)
    assert asked.isVisible()
    assert desktop.fakes.connecting.confirmed == []
    click(qtbot, asked.yes_button)
    qtbot.waitUntil(lambda: len(desktop.fakes.agent.sessions()) == 1)
    assert desktop.fakes.connecting.confirmed == [("c2", unsure, ALIAS.username.upper())]


def test_a_refused_confirmation_is_told_and_leads_back(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.fakes.connecting.scripts.append([with_candidate(ALIAS)])
    desktop.fakes.connecting.confirm_fails.append(BadInput("That account is saved already.", next_step="Use it."))
    desktop.connect("c2")
    click(qtbot, wait_for(qtbot, desktop, RefusalDialog).same_button)
    click(qtbot, wait_for(qtbot, desktop, ConfirmDialog).yes_button)
    failed = wait_for(qtbot, desktop, ErrorDialog)
    assert "saved already" in failed.message_label.text()
    click(qtbot, failed.close_button)
    click(qtbot, wait_for(qtbot, desktop, RefusalDialog).close_button)
    qtbot.waitUntil(lambda: desktop.windows.all() == [])


def test_a_second_click_between_two_windows_breaks_nothing(make_desktop, qtbot, monkeypatch):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.fakes.connecting.scripts += [[with_candidate(ALIAS)], []]
    hold, begun, real = threading.Event(), threading.Event(), desktop.fakes.connecting.confirm
    monkeypatch.setattr(
        desktop.fakes.connecting, "confirm", lambda *args, **named: (begun.set(), hold.wait(10), real(*args, **named))[2]
    )
    desktop.connect("c2")
    click(qtbot, wait_for(qtbot, desktop, RefusalDialog).same_button)
    click(qtbot, wait_for(qtbot, desktop, ConfirmDialog).yes_button)
    qtbot.waitUntil(begun.is_set)
    qtbot.wait(20)
    desktop.connect("c2")
    qtbot.wait(20)
    assert desktop.windows.all() == []
    hold.set()
    qtbot.waitUntil(lambda: len(desktop.fakes.agent.sessions()) == 1)


def test_a_second_click_while_a_proxy_asks_shows_that(make_desktop, qtbot):
    asks = ProxyAuthentication("The proxy asks who you are.", next_step="Enter it.", proxy="proxy.example:8080")
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.fakes.connecting.scripts += [[asks], []]
    desktop.connect("c2")
    asked = wait_for(qtbot, desktop, ProxyDialog)
    qtbot.wait(20)
    asked.hide()
    desktop.connect("c2")
    qtbot.waitUntil(asked.isVisible)
    assert desktop.windows.all() == [asked]
    asked.reject()
    qtbot.waitUntil(lambda: desktop.windows.all() == [])


def test_what_is_asked_for_before_there_is_a_list_is_done_as_it_was_asked(make_desktop, qtbot):
    fakes = FakeWorkflows(rows(3))
    hold = threading.Event()
    fakes.directory.before_rows = lambda: hold.wait(10)
    desktop = make_desktop(fakes, wait=False)
    desktop.start()
    desktop.sign_in("c2")
    desktop.connect_to("c3", ("azure",))
    hold.set()
    qtbot.waitUntil(lambda: len(fakes.connecting.calls) == 2)
    fakes.directory.saved.append(row(4))
    desktop.connect_to("c4", ("graph",))
    qtbot.waitUntil(lambda: len(fakes.connecting.calls) == 3)
    qtbot.waitUntil(lambda: len(fakes.agent.sessions()) == 2)
    assert {each.connection_id for each in fakes.agent.sessions()} == {"c3", "c4"}
    assert sorted(fakes.connecting.chosen) == [("azure",), ("graph",)]
