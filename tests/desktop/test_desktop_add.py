"""Adding a customer, on doubles."""

from __future__ import annotations

import threading

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from support.desktop import FakeWorkflows, Gate, row, rows
from tenantdock.desktop.add import AddDialog
from tenantdock.desktop.texts import clock_time
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.directory import Account
from tenantdock.domain.errors import NetworkTrouble, OtherCloud, StorageTrouble, UnknownDomain
from tenantdock.domain.signin import Realm, RealmKind

HOME = "22222222-2222-4222-8222-222222222222"
MEMBERS = f"00000000-0000-4000-8000-{sum(map(ord, 'member.example')):012}"  # what the double finds for it


@pytest.fixture
def form(make_desktop, qtbot):
    def build(fakes=None):
        desktop = make_desktop(fakes or FakeWorkflows(rows(3)))
        qtbot.mouseClick(desktop.window.add_button, Qt.MouseButton.LeftButton)
        (dialog,) = (each for each in desktop.windows.all() if isinstance(each, AddDialog))
        return desktop, dialog

    return build


def test_nothing_but_the_dialog_is_shown_as_a_window(make_desktop, qtbot):
    class Shown(QObject):
        def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
            if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                windows.append(type(watched))
            return False

    desktop = make_desktop(FakeWorkflows(rows(3)))
    windows, shown = [], Shown()
    QApplication.instance().installEventFilter(shown)
    qtbot.mouseClick(desktop.window.add_button, Qt.MouseButton.LeftButton)
    QApplication.instance().removeEventFilter(shown)
    assert windows == [AddDialog]


def test_by_keyboard_alone_from_the_window_to_the_new_row(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    qtbot.keyClick(desktop.window.search_edit, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = (each for each in desktop.windows.all() if isinstance(each, AddDialog))
    qtbot.keyClicks(dialog.username_edit, "admin@fabrikam.example")
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert "sts.fabrikam.example" in dialog.result_text.text()
    assert dialog.name_edit.text() == "Fabrikam"
    dialog.name_edit.selectAll()
    qtbot.keyClicks(dialog.name_edit, "Fabrikam Nord")
    qtbot.keyClick(dialog.name_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desktop.window.model.rowCount() == 4)
    saved = next(each for each in desktop.fakes.directory.saved if each.name == "Fabrikam Nord")
    assert desktop.window.selected_id == saved.id
    assert saved.services == ("graph",)
    assert saved.colour
    qtbot.waitUntil(lambda: desktop.window.focusWidget() is desktop.window.list)  # so that Enter connects it
    qtbot.mouseClick(desktop.window.notices.get("added").action_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [each.connection_id for each in desktop.fakes.agent.sessions()] == [saved.id])


def test_typing_on_cancels_the_look_up_before(form, qtbot):
    fakes = FakeWorkflows()
    fakes.adding.gate = gate = Gate()
    _desktop, dialog = form(fakes)
    dialog.username_edit.setText("admin@contoso.example")
    qtbot.waitUntil(gate.reached.is_set)
    assert not dialog.bar.isHidden()
    fakes.adding.gate = None
    qtbot.keyClicks(dialog.username_edit, "x")
    assert fakes.adding.cancels[0].cancelled
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert dialog.found.user.domain == "contoso.examplex"
    assert [each[0] for each in fakes.adding.looked_up] == ["admin@contoso.example", "admin@contoso.examplex"]


def test_half_a_name_is_no_mistake_until_the_field_is_left(form, qtbot):
    _desktop, dialog = form()
    qtbot.keyClicks(dialog.username_edit, "admin")
    qtbot.wait(600)
    assert dialog.username_error.isHidden()
    qtbot.keyClick(dialog.username_edit, Qt.Key.Key_Tab)
    assert "admin@contoso.com" in dialog.username_error.text()
    assert not dialog.add_button.isEnabled()


def test_an_unknown_domain_is_told_beside_the_field(form, qtbot):
    fakes = FakeWorkflows()
    fakes.adding.fails = UnknownDomain("No tenant answers for nowhere.example.", next_step="Check the spelling.")
    _desktop, dialog = form(fakes)
    dialog.username_edit.setText("admin@nowhere.example")
    qtbot.waitUntil(lambda: not dialog.username_error.isHidden())
    assert "Check the spelling." in dialog.username_error.text()


def test_without_a_network_there_is_another_try(form, qtbot):
    fakes = FakeWorkflows()
    fakes.adding.fails = NetworkTrouble("No answer.", next_step="Check the network.")
    _desktop, dialog = form(fakes)
    dialog.username_edit.setText("admin@contoso.example")
    qtbot.waitUntil(lambda: not dialog.retry_button.isHidden())
    assert "No answer." in dialog.result_title.text()
    fakes.adding.fails = None
    qtbot.mouseClick(dialog.retry_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.add_button.isEnabled)


def test_a_name_that_is_taken_is_told_beside_the_name(form, qtbot):
    _desktop, dialog = form()
    dialog.username_edit.setText("admin@contoso.example")
    qtbot.waitUntil(dialog.add_button.isEnabled)
    dialog.name_edit.setText("Fabrikam")
    dialog.save()
    qtbot.waitUntil(lambda: not dialog.name_error.isHidden())
    assert "Give it another name." in dialog.name_error.text()
    assert dialog.add_button.isEnabled()


def test_a_full_disk_is_told_and_the_form_keeps_what_was_typed(form, qtbot):
    fakes = FakeWorkflows()
    fakes.adding.add_fails = StorageTrouble("The disk is full.", next_step="Free some room.")
    _desktop, dialog = form(fakes)
    dialog.username_edit.setText("admin@contoso.example")
    qtbot.waitUntil(dialog.add_button.isEnabled)
    dialog.save()
    qtbot.waitUntil(lambda: not dialog.save_error.isHidden())
    assert "Free some room." in dialog.save_error.text()
    assert dialog.username_edit.text() == "admin@contoso.example"


@pytest.mark.parametrize("fails", [False, True])
def test_a_form_that_is_being_saved_stays_until_that_is_over(form, qtbot, monkeypatch, fails):
    desktop, dialog = form()
    qtbot.keyClicks(dialog.username_edit, "admin@brandnew.example")
    qtbot.waitUntil(lambda: dialog.found is not None)
    hold, begun, real = threading.Event(), threading.Event(), desktop.fakes.adding.add

    def add(draft):
        begun.set()
        assert hold.wait(10)
        if fails:
            raise StorageTrouble("The disk is full.", next_step="Free some room.")
        return real(draft)

    monkeypatch.setattr(desktop.fakes.adding, "add", add)
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(begun.is_set)
    assert not dialog.cancel_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    qtbot.wait(20)
    assert dialog.isVisible()
    hold.set()
    if fails:
        qtbot.waitUntil(dialog.save_error.isVisible)
        assert dialog.username_edit.text() == "admin@brandnew.example"
        qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    else:
        qtbot.waitUntil(lambda: desktop.window.model.rowCount() == 4)
    qtbot.waitUntil(lambda: desktop.windows.all() == [])


def test_accounts_that_are_read_too_late_are_no_trouble(form, qtbot, monkeypatch):
    fakes = FakeWorkflows(rows(3))
    hold, real = threading.Event(), fakes.directory.accounts
    monkeypatch.setattr(fakes.directory, "accounts", lambda: (hold.wait(10), real())[1])
    desktop, dialog = form(fakes)
    dialog.reject()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    hold.set()
    qtbot.wait(50)
    assert desktop.windows.all() == []


def test_no_service_means_no_adding(form, qtbot):
    _desktop, dialog = form()
    dialog.username_edit.setText("admin@contoso.example")
    qtbot.waitUntil(dialog.add_button.isEnabled)
    dialog.service_boxes["graph"].setChecked(False)
    assert not dialog.add_button.isEnabled()
    assert not dialog.service_error.isHidden()


def test_the_cloud_is_asked_only_where_there_are_several_and_decides_the_services(form):
    _desktop, dialog = form()
    assert not dialog.cloud_box.isVisible()
    assert [key for key, box in dialog.service_boxes.items() if box.isVisible()] == ["graph", "azure", "exchange"]
    _desktop, dialog = form(FakeWorkflows(clouds=Clouds()))
    assert dialog.cloud_box.isVisible()
    assert dialog.service_boxes["teams"].isVisible()
    dialog.cloud_box.setCurrentIndex(dialog.cloud_box.findData("china"))
    assert not dialog.service_boxes["teams"].isVisible()


def test_closing_the_form_cancels_the_look_up(form, qtbot):
    fakes = FakeWorkflows()
    fakes.adding.gate = gate = Gate()
    desktop, dialog = form(fakes)
    dialog.username_edit.setText("admin@contoso.example")
    qtbot.waitUntil(gate.reached.is_set)
    qtbot.mouseClick(dialog.cancel_button, Qt.MouseButton.LeftButton)
    assert fakes.adding.cancels[0].cancelled
    assert dialog not in desktop.windows.all()


ELSEWHERE = OtherCloud(
    "This tenant is in Microsoft 365 US Government.",
    next_step="Choose that cloud if you want to add it.",
    host="login.microsoftonline.us",
    clouds=("usgov", "usdod"),
)


def test_another_cloud_is_offered_and_nothing_is_switched_before_the_person_says_so(form, qtbot):
    fakes = FakeWorkflows(clouds=Clouds())
    fakes.adding.fails = ELSEWHERE
    _desktop, dialog = form(fakes)
    dialog.username_edit.setText("admin@contoso.example")
    qtbot.waitUntil(lambda: list(dialog.cloud_buttons) == ["usgov", "usdod"])
    assert "US Government" in dialog.result_title.text()
    assert "GCC High" in dialog.cloud_buttons["usgov"].text()
    qtbot.wait(600)
    assert dialog.cloud_box.currentData() == "public"
    assert {each[2] for each in fakes.adding.looked_up} == {"public"}
    assert not dialog.add_button.isEnabled()
    fakes.adding.fails = None
    qtbot.mouseClick(dialog.cloud_buttons["usdod"], Qt.MouseButton.LeftButton)
    assert dialog.cloud_box.currentData() == "usdod"
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert fakes.adding.looked_up[-1] == ("admin@contoso.example", "", "usdod")
    assert not any(button.isVisible() for button in dialog.cloud_buttons.values())


def test_another_cloud_that_is_none_of_ours_is_told_beside_the_field(form, qtbot):
    fakes = FakeWorkflows()
    fakes.adding.fails = OtherCloud("It is in a cloud that is not known here.", next_step="Add that cloud in the settings.")
    _desktop, dialog = form(fakes)
    dialog.username_edit.setText("admin@contoso.example")
    qtbot.waitUntil(lambda: not dialog.username_error.isHidden())
    assert "Add that cloud" in dialog.username_error.text()
    assert dialog.cloud_buttons == {}


def test_the_realm_is_shown_in_full(form, qtbot):
    fakes = FakeWorkflows()
    fakes.adding.tenants["fabrikam.example"] = Realm(
        "fabrikam.example",
        RealmKind.FEDERATED,
        "Fabrikam",
        "sts.fabrikam.example",
        "WSTrust",
        "https://sts.fabrikam.example/adfs/ls/?wa=wsignin1.0",
        cloud_host="microsoftonline.com",
        tenant_id=HOME,
        known_until=1_795_000_000.0,
    )
    _desktop, dialog = form(fakes)
    dialog.username_edit.setText("admin@fabrikam.example")
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert dialog.facts.value("addTenantId") == dialog.found.tenant_id
    assert dialog.facts.value("realmSts") == "https://sts.fabrikam.example/adfs/ls/"
    assert dialog.facts.value("realmProtocol") == "WSTrust"
    assert dialog.facts.value("realmCloud") == "microsoftonline.com"
    assert dialog.facts.value("realmTenant") == HOME
    assert dialog.facts.value("realmUntil") == f"after {clock_time(1_795_000_000.0)}"
    assert "Fabrikam's own sign-in service" in dialog.result_text.text()
    dialog.username_edit.setText("admin@contoso.example")
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert dialog.facts.value("realmSts") == dialog.facts.value("realmTenant") == dialog.facts.value("realmUntil") == ""
    fakes.adding.tenants["member.example"] = Realm("member.example", RealmKind.MANAGED, tenant_id=MEMBERS)
    dialog.username_edit.setText("admin@member.example")
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert dialog.facts.value("addTenantId") == MEMBERS
    assert dialog.facts.value("realmTenant") == ""  # it is the one above


def test_a_domain_that_nobody_has_is_told_apart_from_one_that_could_not_be_asked(form, qtbot):
    fakes = FakeWorkflows()
    fakes.adding.tenants["asked.example"] = Realm("gmail.example", RealmKind.UNKNOWN, known_until=1_795_000_000.0)
    fakes.adding.tenants["silent.example"] = Realm("gmail.example", RealmKind.UNKNOWN)
    _desktop, dialog = form(fakes)
    dialog.username_edit.setText("someone@gmail.example")
    for customer, told in (
        ("asked.example", "Check its spelling"),
        ("silent.example", "found out now. You can add it"),
    ):
        dialog.customer_edit.setText(customer)
        qtbot.waitUntil(lambda: dialog.found is not None)
        assert told in dialog.result_text.text()
        assert dialog.add_button.isEnabled()


def test_a_saved_account_is_chosen_by_keyboard(form, qtbot):
    _desktop, dialog = form(FakeWorkflows([row(3), row(6)]))  # both with partner@msp.example
    qtbot.waitUntil(lambda: dialog.username_edit.completer() is not None)
    before = dialog.size()
    qtbot.keyClicks(dialog.username_edit, "msp")
    popup = dialog.username_edit.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    assert dialog.username_edit.completer().completionCount() == 1, "one account, whatever the number of its customers"
    assert dialog.size() == before
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert dialog.username_edit.text() == "partner@msp.example"
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert str(dialog.found.user) == "partner@msp.example"
    assert dialog.isVisible()


def test_down_shows_all_saved_accounts(form, qtbot):
    _desktop, dialog = form(FakeWorkflows(rows(8)))
    qtbot.waitUntil(lambda: dialog.username_edit.completer() is not None)
    qtbot.keyClick(dialog.username_edit, Qt.Key.Key_Down)
    completer = dialog.username_edit.completer()
    assert completer.popup().isVisible()
    assert completer.completionCount() == 7
    completer.popup().hide()


def test_an_account_of_another_cloud_says_so_and_brings_its_cloud(form, qtbot):
    fakes = FakeWorkflows([row(1, cloud="public"), row(2, cloud="usgov", username="admin@agency.example")], Clouds())
    _desktop, dialog = form(fakes)
    qtbot.waitUntil(lambda: dialog.username_edit.completer() is not None)
    qtbot.keyClicks(dialog.username_edit, "agency")
    completer = dialog.username_edit.completer()
    index = completer.popup().model().index(0, 0)
    assert "GCC High" in index.data()
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Down)
    qtbot.keyClick(completer.popup(), Qt.Key.Key_Return)
    assert dialog.username_edit.text() == "admin@agency.example"
    assert dialog.cloud_box.currentData() == "usgov"


def test_a_customer_that_is_there_with_another_account_is_told_and_can_be_added(form, qtbot):
    number = sum(map(ord, "contoso.example"))
    there = row(1, name="Contoso Nord", tenant_id=f"00000000-0000-4000-8000-{number:012}", username="other@contoso.example")
    desktop, dialog = form(FakeWorkflows([there]))
    dialog.username_edit.setText("admin@contoso.example")
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert "Contoso Nord with other@contoso.example" in dialog.already_label.text()
    dialog.save()
    qtbot.waitUntil(lambda: len(desktop.fakes.directory.saved) == 2)


def test_a_customer_that_is_there_with_this_account_needs_another_name(form, qtbot):
    number = sum(map(ord, "contoso.example"))
    there = row(1, name="Contoso Nord", tenant_id=f"00000000-0000-4000-8000-{number:012}", username="ADMIN@contoso.example")
    _desktop, dialog = form(FakeWorkflows([there]))
    dialog.username_edit.setText("admin@contoso.example")
    qtbot.waitUntil(lambda: dialog.found is not None)
    assert "another name" in dialog.already_label.text()


def test_thousands_of_saved_accounts_hold_nobody_up(form, qtbot, watchdog):
    fakes = FakeWorkflows()
    fakes.directory.accounts = lambda: [Account(f"{n:032}", "sandbox", f"admin@c{n}.example") for n in range(20_000)]
    _desktop, dialog = form(fakes)
    watchdog.start()
    qtbot.waitUntil(lambda: dialog.username_edit.completer() is not None)
    for letter in "c1999":
        qtbot.keyClicks(dialog.username_edit, letter)
        qtbot.wait(20)  # a person's keys come one by one, with turns of the loop between them
    completer = dialog.username_edit.completer()
    assert completer.completionCount() == 11
    completer.popup().hide()
