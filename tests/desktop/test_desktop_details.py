"""A connection's details, on doubles: looking, changing, signing out, enrolling anew."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from support.desktop import FakeWorkflows, Gate, row, rows
from tenantdock.desktop.details import DetailsDialog
from tenantdock.desktop.entries import prepare
from tenantdock.desktop.texts import clock_time, moment
from tenantdock.desktop.trouble import ErrorDialog, QuestionDialog
from tenantdock.domain.directory import OWN_PROFILE, BrowserChoice
from tenantdock.domain.errors import BadInput, NetworkTrouble, SignInRequired, StorageTrouble
from tenantdock.domain.signin import Realm, RealmKind


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def visible(desktop, kind):
    return next((each for each in desktop.windows.all() if isinstance(each, kind) and each.isVisible()), None)


def wait_for(qtbot, desktop, kind):
    qtbot.waitUntil(lambda: visible(desktop, kind) is not None)
    return visible(desktop, kind)


@pytest.fixture
def opened(make_desktop, qtbot):
    def build(fakes=None, key="c2"):
        desktop = make_desktop(fakes or FakeWorkflows(rows(6)))
        desktop.window.details_requested.emit(key)
        dialog = wait_for(qtbot, desktop, DetailsDialog)
        qtbot.waitUntil(lambda: dialog._kept is not None)
        qtbot.waitUntil(lambda: dialog.browser.browser_box.count() == 3)
        return desktop, dialog

    return build


@pytest.mark.parametrize("way", ["F2", "Alt+Return", "button", "menu", "context"])
def test_every_way_to_the_details(make_desktop, qtbot, way):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    window = desktop.window
    window.select("c2")
    if way == "F2":
        qtbot.keyClick(window.search_edit, Qt.Key.Key_F2)
    elif way == "Alt+Return":
        qtbot.keyClick(window.search_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    elif way == "button":
        click(qtbot, window.details_button)
    else:
        menu = window.main_menu() if way == "menu" else window.context_menu("c2")
        next(action for action in menu.actions() if "etails" in action.text().replace("&", "")).trigger()
    dialog = wait_for(qtbot, desktop, DetailsDialog)
    assert dialog.connection_id == "c2"
    assert desktop.fakes.connecting.calls == [], "nothing was connected by it"


def test_a_second_wish_brings_the_same_window_forward(opened, qtbot):
    desktop, dialog = opened()
    desktop.window.details_requested.emit("c2")
    assert [each for each in desktop.windows.all() if isinstance(each, DetailsDialog)] == [dialog]


def test_it_tells_account_tenant_tokens_and_history(opened, qtbot):
    fakes = FakeWorkflows(rows(6))
    fakes.editing.realm_answer = Realm(
        "n.example",
        RealmKind.FEDERATED,
        "Northwind",
        "sts.n.example",
        "WSTrust",
        "https://sts.n.example/adfs/ls/?x=1",
        cloud_host="microsoftonline.com",
        tenant_id="22222222-2222-4222-8222-222222222222",
        known_until=1_795_000_000.0,
    )
    _desktop, dialog = opened(fakes)
    account = dialog.account_facts
    assert account.value("accountName") == "admin@northwind.example"
    assert account.value("accountIdentity").startswith("11111111-")
    assert account.value("accountSince") == moment(1_795_000_000.0 - 3600.0 * 3)
    tenant = dialog.tenant_facts
    assert tenant.value("tenantId") == "00000000-0000-4000-8000-000000000002"
    assert tenant.value("tenantDomain") == "northwind.example"
    assert tenant.value("tenantCloud") == "Practice cloud"
    assert "48 minutes" in dialog.token_facts.value("token-Graph")
    assert dialog.token_facts.value("token-Exchange").startswith("None")
    qtbot.waitUntil(lambda: "sts.n.example" in dialog.realm_label.text())
    realm = {
        key: dialog.realm_facts.value(f"realm{key}") for key in ("Kind", "Brand", "Sts", "Protocol", "Cloud", "Tenant", "Until")
    }
    assert realm.pop("Kind").startswith("Federated")
    assert realm == {
        "Brand": "Northwind",
        "Sts": "https://sts.n.example/adfs/ls/",
        "Protocol": "WSTrust",
        "Cloud": "microsoftonline.com",
        "Tenant": "22222222-2222-4222-8222-222222222222",
        "Until": f"after {clock_time(1_795_000_000.0)}",
    }
    lines = [dialog.history_list.item(at).text() for at in range(dialog.history_list.count())]
    assert len(lines) == 4
    assert "Refused: Expected admin@contoso.example" in lines[2]
    click(qtbot, tenant.findChild(QWidget, "tenantIdCopy"))
    assert QGuiApplication.clipboard().text() == "00000000-0000-4000-8000-000000000002"


def test_a_realm_that_cannot_be_asked_is_told_and_nothing_else_suffers(opened, qtbot):
    fakes = FakeWorkflows(rows(3))
    fakes.editing.realm_answer = NetworkTrouble("No answer.", next_step="Check the network.")
    _desktop, dialog = opened(fakes)
    qtbot.waitUntil(lambda: "Check the network." in dialog.realm_label.text())
    assert dialog.name_edit.text()


def test_changes_are_saved_and_shown_in_the_list(opened, qtbot):
    desktop, dialog = opened()
    assert not dialog.save_button.isEnabled()
    dialog.name_edit.selectAll()
    qtbot.keyClicks(dialog.name_edit, "Northwind & Sons")
    dialog.services.boxes["azure"].setChecked(True)
    click(qtbot, dialog.colours.swatches["#9c2a7a"])
    dialog.browser.browser_box.setCurrentIndex(dialog.browser.browser_box.findData("edge"))
    dialog.browser.profile_box.setCurrentIndex(dialog.browser.profile_box.findData("P1"))
    dialog.browser.rung_box.setCurrentIndex(dialog.browser.rung_box.findData("private"))
    assert "knows no other sign-in" in dialog.browser.rung_text.text()
    qtbot.keyClick(dialog.name_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.windows.all() == [])
    ((key, change),) = desktop.fakes.editing.saved
    assert key == "c2"
    assert change.name == "Northwind & Sons"
    assert "azure" in change.services
    assert change.colour == "#9c2a7a"
    assert change.browser == BrowserChoice("edge", "P1")
    assert change.rung == "private"
    qtbot.waitUntil(lambda: desktop.window.model.entry("c2").name == "Northwind & Sons")


def test_tenantdocks_own_profile_can_be_chosen(opened, qtbot):
    _desktop, dialog = opened()
    browser = dialog.browser
    browser.browser_box.setCurrentIndex(browser.browser_box.findData("firefox"))
    assert browser.profile_box.findData("P1") < 0, "that is Edge's"
    browser.profile_box.setCurrentIndex(browser.profile_box.findData(OWN_PROFILE + "ac2"))
    assert browser.choice[0] == BrowserChoice("firefox", OWN_PROFILE + "ac2")


def test_a_browser_that_is_not_installed_stays_chosen(make_desktop, opened, qtbot):
    fakes = FakeWorkflows(rows(3))
    fakes.editing.connection("c2")
    fakes.editing.kept["c2"] = replace(fakes.editing.kept["c2"], browser=BrowserChoice("brave", "Profile 7"))
    desktop = make_desktop(fakes)
    desktop.window.details_requested.emit("c2")
    dialog = wait_for(qtbot, desktop, DetailsDialog)
    qtbot.waitUntil(lambda: dialog.browser.browser_box.count() == 4 and dialog._kept is not None)
    assert dialog.browser.choice[0] == BrowserChoice("brave", "Profile 7")
    assert "not found here" in dialog.browser.browser_box.currentText()
    assert not dialog.changed


def test_a_browser_chosen_before_the_installed_ones_are_known_stays_chosen(make_desktop, qtbot, monkeypatch):
    fakes = FakeWorkflows(rows(3))
    fakes.editing.connection("c2")
    fakes.editing.kept["c2"] = replace(fakes.editing.kept["c2"], browser=BrowserChoice("brave", "Profile 7"))
    known, browsers = threading.Event(), fakes.editing.browsers
    monkeypatch.setattr(fakes.editing, "browsers", lambda: (known.wait(20), browsers())[1])
    desktop = make_desktop(fakes)
    desktop.window.details_requested.emit("c2")
    dialog = wait_for(qtbot, desktop, DetailsDialog)
    qtbot.waitUntil(lambda: dialog._kept is not None)
    box = dialog.browser.browser_box
    box.setCurrentIndex(box.findData(""))
    known.set()
    qtbot.waitUntil(lambda: box.findData("edge") >= 0)
    assert dialog.browser.choice[0] == BrowserChoice()


@pytest.mark.parametrize("name", ["", "   "])
def test_no_name_is_told_beside_the_field(opened, qtbot, name):
    desktop, dialog = opened()
    dialog.name_edit.setText(name)
    assert "customer's name" in dialog.name_error.text()
    assert not dialog.save_button.isEnabled()
    dialog.save()
    assert desktop.fakes.editing.saved == []


def test_no_service_is_told_beside_them(opened, qtbot):
    _desktop, dialog = opened()
    for box in dialog.services.boxes.values():
        box.setChecked(False)
    assert not dialog.service_error.isHidden()
    assert not dialog.save_button.isEnabled()


def test_a_taken_name_is_told_beside_the_field_and_nothing_is_lost(opened, qtbot):
    desktop, dialog = opened()
    desktop.fakes.editing.fails = BadInput("There is already such a connection.", next_step="Choose another name.")
    dialog.name_edit.setText("Fabrikam")
    dialog.tabs.setCurrentIndex(2)
    click(qtbot, dialog.save_button)
    qtbot.waitUntil(lambda: not dialog.name_error.isHidden())
    assert "Choose another name." in dialog.name_error.text()
    assert dialog.tabs.currentIndex() == 0
    assert dialog.name_edit.text() == "Fabrikam"
    assert dialog.save_button.isEnabled()


def test_a_full_disk_is_told_and_nothing_is_lost(opened, qtbot):
    desktop, dialog = opened()
    desktop.fakes.editing.fails = StorageTrouble("The disk is full.", next_step="Free some room.")
    dialog.name_edit.setText("Other")
    click(qtbot, dialog.save_button)
    qtbot.waitUntil(lambda: not dialog.error_label.isHidden())
    assert "Free some room." in dialog.error_label.text()
    assert dialog.name_edit.text() == "Other"
    assert dialog.isVisible()


def test_changes_that_are_being_saved_keep_the_window_until_that_is_over(opened, qtbot, monkeypatch):
    desktop, dialog = opened()
    hold, begun = threading.Event(), threading.Event()

    def save(*_args):
        begun.set()
        assert hold.wait(10)
        raise StorageTrouble("The disk is full.", next_step="Free some room.")

    monkeypatch.setattr(desktop.fakes.editing, "save", save)
    dialog.name_edit.setText("Other")
    click(qtbot, dialog.save_button)
    qtbot.waitUntil(begun.is_set)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    qtbot.wait(20)
    assert desktop.windows.all() == [dialog]
    assert dialog.isVisible()
    hold.set()
    qtbot.waitUntil(lambda: not dialog.error_label.isHidden())
    assert dialog.name_edit.text() == "Other"


def test_details_that_are_read_too_late_are_no_trouble(make_desktop, qtbot, monkeypatch):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    hold = threading.Event()
    for name in ("details", "browsers"):
        real = getattr(desktop.fakes.editing, name)
        monkeypatch.setattr(desktop.fakes.editing, name, lambda *args, real=real: (hold.wait(10), real(*args))[1])
    desktop.window.details_requested.emit("c2")
    dialog = wait_for(qtbot, desktop, DetailsDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    hold.set()
    qtbot.wait(50)
    assert desktop.windows.all() == []


def test_closing_with_changes_asks(opened, qtbot):
    desktop, dialog = opened()
    dialog.name_edit.setText("Other")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    question = wait_for(qtbot, desktop, QuestionDialog)
    click(qtbot, question.no_button)
    qtbot.waitUntil(lambda: not dialog.asking)
    assert dialog.isVisible()
    assert dialog.name_edit.text() == "Other"
    dialog.close()
    dialog.close()
    assert dialog.isVisible()
    assert sum(isinstance(each, QuestionDialog) for each in desktop.windows.all()) <= 1
    click(qtbot, wait_for(qtbot, desktop, QuestionDialog).yes_button)
    qtbot.waitUntil(lambda: desktop.windows.all() == [])
    assert desktop.fakes.editing.saved == []


def test_closing_without_changes_just_closes(opened, qtbot):
    desktop, dialog = opened()
    click(qtbot, dialog.close_button)
    qtbot.waitUntil(lambda: desktop.windows.all() == [])


def test_the_broker_is_offered_on_windows_only_and_saved(qtbot, make_desktop):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    entry = prepare([row(2)])[0]
    for broker in (False, True):
        dialog = DetailsDialog(desktop.fakes.editing, entry, desktop.loop, broker=broker)
        qtbot.addWidget(dialog)
        dialog.show()
        dialog.tabs.setCurrentIndex(1)
        qtbot.waitUntil(lambda dialog=dialog: dialog._kept is not None)
        assert dialog.broker_box.isVisible() is broker
    dialog.broker_box.setChecked(True)
    click(qtbot, dialog.save_button)
    qtbot.waitUntil(lambda: desktop.fakes.editing.broker == [("c2", True)])


def test_signing_out_here_keeps_what_was_typed(opened, qtbot):
    desktop, dialog = opened()
    dialog.name_edit.setText("Other")
    dialog.tabs.setCurrentIndex(1)
    click(qtbot, dialog.sign_out_button)
    qtbot.waitUntil(lambda: desktop.fakes.removing.signed_out == ["c2"])
    qtbot.waitUntil(lambda: "Signed out" in desktop.window.status_label.text())
    assert dialog.name_edit.text() == "Other"
    assert dialog.changed


def test_signing_out_everywhere_says_what_it_does_and_asks(opened, qtbot):
    desktop, dialog = opened()
    dialog.tabs.setCurrentIndex(1)
    click(qtbot, dialog.everywhere_button)
    question = wait_for(qtbot, desktop, QuestionDialog)
    assert "on every device" in question.text_label.text()
    assert question.no_button.isDefault(), "Enter means no"
    assert not question.yes_button.isDefault()
    qtbot.keyClick(question, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: visible(desktop, QuestionDialog) is None)
    assert desktop.fakes.removing.everywhere == []
    click(qtbot, dialog.everywhere_button)
    click(qtbot, wait_for(qtbot, desktop, QuestionDialog).yes_button)
    qtbot.waitUntil(lambda: desktop.fakes.removing.everywhere == ["c2"])
    qtbot.waitUntil(lambda: "Signed out everywhere" in desktop.window.status_label.text())


def test_signing_out_everywhere_can_be_cancelled_while_it_lasts(opened, qtbot, monkeypatch):
    desktop, dialog = opened()
    monkeypatch.setattr(desktop.fakes.removing, "sign_out_everywhere", lambda _key, cancel: cancel.wait(30))
    dialog.tabs.setCurrentIndex(1)
    click(qtbot, dialog.everywhere_button)
    click(qtbot, wait_for(qtbot, desktop, QuestionDialog).yes_button)
    notices = desktop.window.notices
    qtbot.waitUntil(lambda: notices.get("everywhere-c2") is not None)
    assert "Signing out everywhere" in notices.get("everywhere-c2").label.text()
    click(qtbot, notices.get("everywhere-c2").action_button)
    qtbot.waitUntil(lambda: notices.get("everywhere-c2") is None)
    assert "Not signed out" in desktop.window.status_label.text()
    assert visible(desktop, ErrorDialog) is None


def test_a_refused_sign_out_everywhere_is_told(opened, qtbot):
    desktop, _dialog = opened()
    desktop.fakes.removing.everywhere_fails = SignInRequired("Nobody has signed in.", next_step="Sign in first.")
    menu = desktop.window.context_menu("c2")
    next(action for action in menu.actions() if "everywhere" in action.text().replace("&", "")).trigger()
    click(qtbot, wait_for(qtbot, desktop, QuestionDialog).yes_button)
    assert "Sign in first." in wait_for(qtbot, desktop, ErrorDialog).next_label.text()
    assert "Not signed out" in desktop.window.status_label.text()


def test_enrolling_another_person_tells_its_consequences(opened, qtbot):
    shared = [row(3), row(6, enrolled=True), row(9)]  # all with partner@msp.example
    desktop, dialog = opened(FakeWorkflows(shared), "c3")
    assert dialog.account_facts.value("accountShared") == "2 other customers"
    dialog.tabs.setCurrentIndex(1)
    click(qtbot, dialog.anew_button)
    question = wait_for(qtbot, desktop, QuestionDialog)
    assert "2 other customers" in question.text_label.text()
    assert question.no_button.isDefault()
    click(qtbot, question.yes_button)
    qtbot.waitUntil(lambda: desktop.fakes.editing.anew == ["c3"])
    assert desktop.fakes.removing.signed_out == ["c3"], "its consoles ended first"
    qtbot.waitUntil(lambda: not dialog.anew_button.isEnabled())
    assert "first sign-in decides" in dialog.account_facts.value("accountNobody")
    assert dialog.account_facts.value("accountIdentity") == ""


def test_closing_cancels_the_realm(opened, qtbot, monkeypatch):
    fakes, gate, cancels = FakeWorkflows(rows(3)), Gate(), []

    def realm(_key, cancel):
        cancels.append(cancel)
        gate.wait(cancel)

    monkeypatch.setattr(fakes.editing, "realm", realm)
    desktop, dialog = opened(fakes)
    qtbot.waitUntil(gate.reached.is_set)
    click(qtbot, dialog.close_button)
    assert cancels[0].cancelled
    qtbot.waitUntil(lambda: desktop.windows.all() == [])
