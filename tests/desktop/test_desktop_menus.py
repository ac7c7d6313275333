"""The menus: what is in them, and that each entry leads to its window."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPalette
from PySide6.QtWidgets import QApplication, QMenu

from support.desktop import FakeWorkflows, Gate, row, rows
from support.doctor import PASSED, scripted_doctor
from support.settings_house import SettingsHouse
from tenantdock.desktop.details import DetailsDialog
from tenantdock.desktop.doctor import DoctorDialog
from tenantdock.desktop.exporting import CustomersExportDialog
from tenantdock.desktop.importing import CustomersImportDialog
from tenantdock.desktop.menu_look import Menu
from tenantdock.desktop.moving import ExportDialog, ImportDialog
from tenantdock.desktop.settings import SettingsDialog
from tenantdock.desktop.signin import SignInDialog
from tenantdock.desktop.theme import Look, theme
from tenantdock.desktop.trouble import QuestionDialog
from tenantdock.domain.signin import Progress


def texts(menu):
    return [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]


def trigger(menu, text):
    next(action for action in menu.actions() if action.text().replace("&", "") == text).trigger()


def shown(desktop, kind):
    return [each for each in desktop.windows.all() if isinstance(each, kind) and each.isVisible()]


def test_the_main_menu_has_what_this_tenantdock_can_do(make_desktop, monkeypatch):
    desktop = make_desktop(FakeWorkflows(rows(2)))
    found = texts(desktop.window.main_menu())
    assert found[0] == "Add a customer…"
    assert found[-1] == "Quit TenantDock"
    assert {"Details…", "Export customers…", "Import customers…", "Settings…"} <= set(found)
    monkeypatch.setattr(desktop.commands, "available", frozenset())
    always = [
        "Add a customer…",
        "Find a customer…",
        "Details…",
        "Undo",
        "View",
        "Filter",
        "Open consoles…",
        "Lock",
        "Keyboard…",
        "Quit TenantDock",
    ]
    assert texts(desktop.window.main_menu()) == always
    monkeypatch.setattr(desktop.commands, "available", frozenset({"doctor"}))
    assert "Test the connection…" in texts(desktop.window.main_menu())
    assert "Test the connection…" in texts(desktop.window.context_menu("c1"))


def test_the_portals_of_a_customer_open_from_its_menu_and_its_details(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(2)))
    menu = desktop.window.context_menu("c2")
    portals = menu.findChild(QMenu, "portalsMenu")
    assert texts(portals)[3:6] == ["Entra", "Azure", "Intune"]
    closed = next(action for action in portals.actions() if action.text() == "SharePoint")
    assert not closed.isEnabled()
    assert "name.onmicrosoft.com" in closed.toolTip()
    trigger(portals, "Azure")
    desktop.commands.details("c2")
    (dialog,) = shown(desktop, DetailsDialog)
    trigger(dialog.findChild(QMenu, "portalsMenu"), "Entra")
    qtbot.waitUntil(lambda: sorted(desktop.fakes.portals.opened) == [("c2", "azure"), ("c2", "entra")])


def test_where_there_are_no_portals_there_is_no_menu_of_them(make_desktop, monkeypatch):
    fakes = FakeWorkflows(rows(2))
    monkeypatch.setattr(fakes.portals, "of", lambda _row: ())
    desktop = make_desktop(fakes)
    assert "Open portal" not in texts(desktop.window.context_menu("c2"))


def test_without_a_customer_nothing_can_be_looked_at(make_desktop):
    desktop = make_desktop(FakeWorkflows())
    details = next(action for action in desktop.window.main_menu().actions() if "etails" in action.text())
    assert not details.isEnabled()
    assert not desktop.window.details_button.isVisible()


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Export customers…", CustomersExportDialog), ("Import customers…", CustomersImportDialog), ("Settings…", SettingsDialog)],
)
def test_each_entry_opens_its_window_once_and_it_goes_when_it_is_closed(make_desktop, qtbot, text, kind):
    desktop = make_desktop(FakeWorkflows(rows(2)))
    for _ in range(2):
        trigger(desktop.window.main_menu(), text)
    qtbot.waitUntil(lambda: len(shown(desktop, kind)) == 1)
    (dialog,) = shown(desktop, kind)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: desktop.windows.all() == [])


def with_doctor():
    fakes = FakeWorkflows(rows(3))
    fakes.doctor = scripted_doctor({"clock": PASSED})[0]
    return fakes


@pytest.mark.parametrize("way", ["menu", "context", "details", "hint"])
def test_every_way_to_the_connectivity_test(make_desktop, qtbot, way):
    desktop = make_desktop(with_doctor())
    window = desktop.window
    window.select("c2")
    gate = Gate()
    if way in {"menu", "context"}:
        trigger(window.main_menu() if way == "menu" else window.context_menu("c2"), "Test the connection…")
    elif way == "details":
        window.details_requested.emit("c2")
        qtbot.waitUntil(lambda: shown(desktop, DetailsDialog) != [])
        qtbot.mouseClick(shown(desktop, DetailsDialog)[0].test_button, Qt.MouseButton.LeftButton)
    else:
        desktop.fakes.connecting.scripts.append([Progress("browser", "Waiting for you in the browser"), gate])
        desktop.connect("c2")
        qtbot.waitUntil(lambda: shown(desktop, SignInDialog) != [])
        signing = shown(desktop, SignInDialog)[0]
        signing._hint()
        qtbot.mouseClick(signing.test_button, Qt.MouseButton.LeftButton)
        assert signing.isVisible(), "the sign-in goes on beside the test"
    qtbot.waitUntil(lambda: shown(desktop, DoctorDialog) != [])
    (dialog,) = shown(desktop, DoctorDialog)
    assert dialog._subject.connection.id == "c2"
    assert dialog._subject.domain == "northwind.example"
    qtbot.waitUntil(lambda: dialog.report is not None)
    dialog.close()
    qtbot.waitUntil(lambda: shown(desktop, DoctorDialog) == [] and dialog not in desktop.windows.all())
    gate.open()


def test_an_import_shows_in_the_list(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(2)))
    trigger(desktop.window.main_menu(), "Import customers…")
    qtbot.waitUntil(lambda: shown(desktop, CustomersImportDialog) != [])
    desktop.fakes.directory.saved.append(row(7))
    shown(desktop, CustomersImportDialog)[0].changed.emit()
    qtbot.waitUntil(lambda: desktop.window.model.total == 3)


@pytest.mark.parametrize(
    ("text", "kind", "other"),
    [("Export customers…", CustomersExportDialog, ExportDialog), ("Import customers…", CustomersImportDialog, ImportDialog)],
)
def test_a_sealed_file_has_a_window_of_its_own(make_desktop, qtbot, text, kind, other):
    desktop = make_desktop(FakeWorkflows(rows(2)))
    trigger(desktop.window.main_menu(), text)
    qtbot.waitUntil(lambda: shown(desktop, kind) != [])
    (dialog,) = shown(desktop, kind)
    choices = dialog.choices if kind is CustomersExportDialog else dialog.source.buttons
    next(button for each, button in choices.items() if each.value == "sealed").setChecked(True)
    dialog.go_button.click()
    qtbot.waitUntil(lambda: shown(desktop, kind) == [] and len(shown(desktop, other)) == 1)


def test_open_settings_does_what_the_menu_does(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(2)))
    desktop.open_settings()
    qtbot.waitUntil(lambda: len(shown(desktop, SettingsDialog)) == 1)


def test_settings_with_something_that_is_not_saved_ask_before_they_close(make_desktop, qtbot, tmp_path):
    house = SettingsHouse(tmp_path)
    fakes = FakeWorkflows(rows(2))
    fakes.configuring = house.configuring
    desktop = make_desktop(fakes)
    desktop.commands.settings("proxy.mode")
    qtbot.waitUntil(lambda: len(shown(desktop, SettingsDialog)) == 1)
    (dialog,) = shown(desktop, SettingsDialog)
    qtbot.waitUntil(lambda: dialog.network._read and not dialog.network.busy)
    dialog.network.username_edit.setText("anna")
    dialog.close()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown(desktop, QuestionDialog) != [])
    (question,) = shown(desktop, QuestionDialog)
    question.no_button.click()
    qtbot.waitUntil(lambda: not dialog.asking)
    assert dialog.isVisible()
    assert dialog.network.username_edit.text() == "anna"
    dialog.network.close_button.click()
    qtbot.waitUntil(lambda: shown(desktop, QuestionDialog) != [])
    shown(desktop, QuestionDialog)[0].yes_button.click()
    qtbot.waitUntil(lambda: desktop.windows.all() == [])
    house.close()


def test_signing_out_needs_somebody_who_signed_in(make_desktop):
    desktop = make_desktop(FakeWorkflows([row(1, enrolled=False), row(2, enrolled=True)]))
    for key, able in (("c1", False), ("c2", True)):
        entries = {action.text().replace("&", ""): action for action in desktop.window.context_menu(key).actions()}
        assert entries["Sign out here"].isEnabled() is able
        assert entries["Sign out everywhere…"].isEnabled() is able


def test_every_menu_entry_has_a_key_of_its_own(make_desktop, monkeypatch):
    desktop = make_desktop(FakeWorkflows(rows(2)))
    monkeypatch.setattr(desktop.commands, "available", frozenset({"doctor", "moving", "settings"}))
    for menu in (desktop.window.main_menu(), desktop.window.context_menu("c1")):
        keys = [action.text().partition("&")[2][:1].lower() for action in menu.actions() if not action.isSeparator()]
        assert all(keys)
        assert len(set(keys)) == len(keys), keys


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.CONTRAST])
def test_menus_look_as_the_other_windows_do(make_desktop, look):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    window = desktop.window
    theme().choose(look)
    try:
        menu = window.context_menu("c1")
        row = menu.fontMetrics().height()
        first = menu.actions()[0]
        assert menu.actionGeometry(first).height() >= row + 8
        menu.setActiveAction(first)
        picture = QImage(menu.sizeHint(), QImage.Format.Format_ARGB32)
        picture.fill(0)
        menu.resize(menu.sizeHint())
        menu.render(picture)
        palette = QGuiApplication.palette()
        place = menu.actionGeometry(first)
        assert picture.pixelColor(place.right() - 6, place.center().y()) == palette.color(QPalette.ColorRole.Highlight)
        assert picture.pixelColor(0, 0).alpha() < 40  # a round corner
        other = menu.actionGeometry(menu.actions()[1])
        assert picture.pixelColor(other.right() - 6, other.center().y()) == palette.color(QPalette.ColorRole.Base)
        assert all(isinstance(each, Menu) for each in window.main_menu().findChildren(QMenu))
    finally:
        theme().choose(Look.SYSTEM)
    assert not QApplication.instance().styleSheet()


def test_headings_of_the_tray_menu_are_painted(make_desktop):
    saved = [replace(each, favourite=number < 2, last_used=time.time()) for number, each in enumerate(rows(40))]
    desktop = make_desktop(FakeWorkflows(saved))
    menu = desktop.icon.menu
    assert not menu.styleSheet()  # nothing before it opens
    menu.aboutToShow.emit()
    heading = next(each for each in menu.actions() if each.isSeparator() and each.text())
    menu.resize(menu.sizeHint())
    picture = menu.grab().toImage()
    place = menu.actionGeometry(heading)
    assert place.height() >= menu.fontMetrics().height()
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Base)
    spots = [(x, y) for x in range(place.left(), place.right()) for y in range(place.top(), place.bottom())]
    assert any(picture.pixelColor(*spot) != ground for spot in spots)
