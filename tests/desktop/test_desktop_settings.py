"""The settings window, over the real workflow, file, directory and vault."""

from __future__ import annotations

import errno
import os
import threading
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication

from support.settings_house import SettingsHouse
from tenantdock.desktop.loop import Loop
from tenantdock.desktop.page_trouble import PageTrouble
from tenantdock.desktop.parts import Button, error_colour
from tenantdock.desktop.settings import SettingsDialog
from tenantdock.domain.directory import Account, Connection, Tenant
from tenantdock.domain.errors import StorageTrouble
from tenantdock.domain.services import EXCHANGE, GRAPH
from tenantdock.domain.settings import PROXY_PASSWORD_ID, ProxyMode, ProxyPassword

OWN_CLIENT = "0f2e5a30-8a51-4b4e-9a39-6b1f6f0c9d11"
TENANT = "8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11"


@pytest.fixture
def house(tmp_path):
    made = SettingsHouse(tmp_path)
    yield made
    made.close()


@pytest.fixture
def window(house, qtbot, watchdog):
    failures: list[BaseException] = []
    loop = Loop(failures.append)
    dialog = SettingsDialog(house.configuring, loop)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.general.busy)
    dialog.list.setCurrentRow(4)
    qtbot.waitUntil(lambda: not dialog.network.busy)
    watchdog.start()
    yield dialog
    assert loop.close()
    assert failures == []


def turn(window, qtbot, number):
    window.list.setCurrentRow(number)
    page = window.pages[number]
    qtbot.waitUntil(lambda: not page.busy)
    return page


def aside(qtbot, work):
    """Do what waits for the disk on another thread, as the program does: the watchdog looks at this one."""
    thread = threading.Thread(target=work)
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive())


def pick(box, data):
    """Choose as a person does."""
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def press(qtbot, page):
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.busy)


# --- network


def test_a_manual_proxy_is_saved_with_its_password_in_the_vault_alone(window, house, qtbot):
    page = window.network
    assert not page.save_button.isEnabled()
    assert page.host_edit.isHidden() or not page.host_edit.isVisible()
    page.mode_buttons[ProxyMode.MANUAL].click()
    assert page.host_edit.isVisible()
    qtbot.keyClicks(page.host_edit, "proxy.corp.example")
    page.port_edit.setText("3128")
    page.bypass_edit.setPlainText("intranet.example\n\n .corp.example \n")
    qtbot.keyClicks(page.username_edit, "anna")
    qtbot.keyClicks(page.password_edit, "s3cret-of-the-proxy")
    press(qtbot, page)
    saved = house.store.current().proxy
    assert (saved.mode, saved.host, saved.port) == (ProxyMode.MANUAL, "proxy.corp.example", 3128)
    assert (saved.bypass, saved.username) == (("intranet.example", ".corp.example"), "anna")
    kept = ProxyPassword.parse(house.vault.unseal(PROXY_PASSWORD_ID))
    assert kept.secret.reveal() == "s3cret-of-the-proxy"
    assert kept.proxy == "proxy.corp.example:3128"
    assert page.password_edit.text() == ""
    assert "Saved" in page.news_label.text()
    assert not page.save_button.isEnabled()
    held = b"".join(path.read_bytes() for path in house.folder.rglob("*") if path.is_file())
    assert b"s3cret-of-the-proxy" not in held


def test_an_empty_password_keeps_the_one_that_is_saved(window, house, qtbot):
    page = window.network
    page.mode_buttons[ProxyMode.MANUAL].click()
    page.host_edit.setText("proxy.corp.example")
    page.password_edit.setText("one")
    press(qtbot, page)
    page.bypass_edit.setPlainText("intranet.example")
    press(qtbot, page)
    assert ProxyPassword.parse(house.vault.unseal(PROXY_PASSWORD_ID)).secret.reveal() == "one"


@pytest.mark.parametrize(
    ("host", "port", "bypass", "field"),
    [
        ("bad host", "8080", "", "host"),
        ("", "8080", "", "host"),
        ("p", "0", "", "port"),
        ("p", "x", "", "port"),
        ("p", "1", "a b", "bypass"),
    ],
)
def test_what_cannot_be_a_proxy_is_told_beside_its_field_and_nothing_is_lost(window, house, qtbot, host, port, bypass, field):
    page = window.network
    page.mode_buttons[ProxyMode.MANUAL].click()
    page.host_edit.setText(host)
    page.port_edit.setText(port)
    page.bypass_edit.setPlainText(bypass)
    press(qtbot, page)
    assert page.errors[field].isVisible()
    assert page.errors[field].text()
    assert (page.host_edit.text(), page.port_edit.text()) == (host, port)
    assert house.store.current().proxy.mode is ProxyMode.SYSTEM
    page.host_edit.setText("proxy.corp.example")
    assert not page.errors[field].isVisible()


def test_closing_forgets_a_password_that_was_typed(window, house, qtbot):
    window.network.password_edit.setText("typed")
    window.discard_wanted.connect(lambda go_on: go_on())
    qtbot.mouseClick(window.network.close_button, Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    assert window.network.password_edit.text() == ""
    assert house.vault.unseal(PROXY_PASSWORD_ID) is None


def full_disk(monkeypatch, folder):
    """Have no file be opened in *folder*: elsewhere other threads open some too."""
    really = os.open

    def full(path, *args: object, **kwargs: object) -> int:
        if Path(path).is_relative_to(folder):
            raise OSError(errno.ENOSPC, "No space left on device")
        return really(path, *args, **kwargs)

    monkeypatch.setattr(os, "open", full)


def test_a_full_disk_is_told_and_the_page_still_holds_what_was_typed(window, house, qtbot, monkeypatch, tmp_path):
    page = window.network
    page.mode_buttons[ProxyMode.NONE].click()

    full_disk(monkeypatch, tmp_path)
    press(qtbot, page)
    monkeypatch.undo()
    assert "no room" in page.error_label.text()
    assert page.error_label.isVisible()
    assert page.mode_buttons[ProxyMode.NONE].isChecked()
    assert page.save_button.isEnabled()
    press(qtbot, page)
    assert house.store.current().proxy.mode is ProxyMode.NONE


# --- client ids


def test_a_client_id_is_saved_for_its_cloud_and_service_alone(window, house, qtbot):
    page = turn(window, qtbot, 5)
    assert page.edits["graph"].placeholderText() == GRAPH.client_id
    page.edits["exchange"].setText(OWN_CLIENT.upper())
    press(qtbot, page)
    assert house.clouds.get("public").client_ids == {"exchange": OWN_CLIENT}
    assert house.clouds.get("usgov").client_ids == {}
    assert page.edits["exchange"].text() == OWN_CLIENT
    assert "Exchange" in page.news_label.text()
    page.edits["exchange"].clear()
    press(qtbot, page)
    assert house.clouds.get("public").client_ids == {}
    assert page.edits["exchange"].placeholderText() == EXCHANGE.client_id


def test_a_cloud_shows_the_fields_of_its_own_services(window, house, qtbot):
    page = turn(window, qtbot, 5)
    pick(page.cloud_box, "china")
    qtbot.waitUntil(lambda: not page.busy)
    offered = set(house.clouds.get("china").resources)
    assert set(page.edits) == offered
    assert "teams" not in offered


def test_a_client_id_that_is_none_is_told_beside_its_field(window, house, qtbot):
    page = turn(window, qtbot, 5)
    page.edits["azure"].setText("my app")
    press(qtbot, page)
    assert "not a client id" in page.errors["azure"].text()
    assert page.errors["azure"].isVisible()
    assert page.edits["azure"].text() == "my app"
    assert house.clouds.get("public").client_ids == {}


def test_what_a_registration_needs_opens_and_can_be_copied(window, qtbot):
    page = turn(window, qtbot, 5)
    opener = page.findChild(object, "client-graph-help")
    copy = page.findChild(object, "client-graph-copy")
    qtbot.waitUntil(opener.isVisible)
    assert not copy.isVisible()
    opener.click()
    assert copy.isVisible()
    copy.click()
    assert "http://localhost" in QGuiApplication.clipboard().text()


# --- clouds


def fill(page):
    page.name_edit.setText("Bleu")
    page.authority_edit.setText("https://login.sovcloud.example/")
    page.resource_edits["graph"].setText("https://graph.sovcloud.example")
    page.root_edits["graph"].setText("https://graph.sovcloud.example")


def test_a_cloud_of_ones_own_is_added_changed_and_removed(window, house, qtbot):
    page = turn(window, qtbot, 6)
    assert page.save_button.text() == "Add"
    fill(page)
    press(qtbot, page)
    (cloud,) = house.store.current().clouds.own
    assert (cloud.name, cloud.authority) == ("Bleu", "https://login.sovcloud.example")
    assert cloud.api_roots == {"graph": "https://graph.sovcloud.example/"}
    assert page.save_button.text() == "Save"
    assert page.authority_edit.isReadOnly()
    clients = turn(window, qtbot, 5)
    assert clients.cloud_box.findData(cloud.id) > 0
    page = turn(window, qtbot, 6)
    page.name_edit.setText("Bleu SAS")
    press(qtbot, page)
    assert house.clouds.get(cloud.id).name == "Bleu SAS"
    qtbot.mouseClick(page.remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.busy)
    assert house.store.current().clouds.own == ()
    assert page.name_edit.text() == ""


def test_what_was_typed_for_a_cloud_stays_until_the_person_gives_it_up(window, house, qtbot):
    aside(
        qtbot, lambda: house.configuring.add_cloud("One", "https://login.one.example", {"graph": "https://graph.one.example"}, {})
    )
    asked = []
    window.discard_wanted.connect(asked.append)
    clients = turn(window, qtbot, 5)
    clients.edits["graph"].setText("half an id")
    pick(clients.cloud_box, "china")
    assert (clients.cloud_box.currentData(), clients.edits["graph"].text(), len(asked)) == ("public", "half an id", 1)
    window.asking = False
    clouds = turn(window, qtbot, 6)
    fill(clouds)
    pick(clouds.choice_box, clouds.choice_box.itemData(0))
    assert (clouds.choice_box.currentData(), clouds.name_edit.text(), len(asked)) == ("", "Bleu", 2)
    window.asking = False
    press(qtbot, clouds)
    qtbot.waitUntil(lambda: clients.cloud_box.findText("Bleu") >= 0 and not clients.busy)
    assert clients.edits["graph"].text() == "half an id", "a new cloud takes nothing from the others"
    asked[0]()
    qtbot.waitUntil(lambda: "teams" not in clients.edits)
    assert clients.cloud_box.currentData() == "china"


def test_a_removed_cloud_comes_back_with_its_client_ids(window, house, qtbot):
    page = turn(window, qtbot, 6)
    assert not page.undo_button.isVisible()
    fill(page)
    press(qtbot, page)
    (cloud,) = house.store.current().clouds.own
    house.configuring.set_client_id(cloud.id, "graph", OWN_CLIENT)
    before = house.store.current().clouds
    qtbot.mouseClick(page.remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.busy and page.undo_button.isVisible())
    assert house.store.current().clouds.own == ()
    assert house.store.current().clouds.client_ids == {}
    qtbot.mouseClick(page.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.busy and page.name_edit.text() == "Bleu")
    assert house.store.current().clouds == before
    assert not page.undo_button.isVisible()


def test_a_cloud_that_could_not_be_brought_back_can_be_brought_back_later(window, house, qtbot, monkeypatch, tmp_path):
    page = turn(window, qtbot, 6)
    fill(page)
    press(qtbot, page)
    before = house.store.current().clouds
    qtbot.mouseClick(page.remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.busy and page.undo_button.isVisible())

    full_disk(monkeypatch, tmp_path)
    qtbot.mouseClick(page.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.busy)
    monkeypatch.undo()
    assert "no room" in page.error_label.text()
    assert page.error_label.isVisible()
    assert page.undo_button.isVisible()
    qtbot.mouseClick(page.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.busy and page.name_edit.text() == "Bleu")
    assert house.store.current().clouds == before
    assert not page.undo_button.isVisible()
    assert not page.error_label.isVisible()


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("name", ""),
        ("authority", "http://plain.example"),
        ("authority", ""),
        ("resources.graph", "nonsense"),
        ("api_roots.graph", "x"),
    ],
)
def test_what_cannot_be_a_cloud_is_told_beside_its_field(window, house, qtbot, field, text):
    page = turn(window, qtbot, 6)
    fill(page)
    kind, _, key = field.partition(".")
    edit = {"name": page.name_edit, "authority": page.authority_edit}.get(field) or {
        "resources": page.resource_edits,
        "api_roots": page.root_edits,
    }[kind][key]
    edit.setText(text)
    press(qtbot, page)
    assert page.errors[field].text()
    assert page.errors[field].isVisible()
    assert edit.text() == text
    assert house.store.current().clouds.own == ()


def test_a_cloud_that_an_account_lives_in_stays(window, house, qtbot):
    page = turn(window, qtbot, 6)
    fill(page)
    press(qtbot, page)
    (cloud,) = house.store.current().clouds.own
    tenant, account = Tenant(TENANT, cloud.id, "Contoso"), Account(uuid4().hex, cloud.id, "anna@contoso.example")
    aside(qtbot, lambda: house.directory.add(Connection(uuid4().hex, "Contoso", tenant, account)))
    qtbot.mouseClick(page.remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.busy)
    assert "cannot be removed" in page.error_label.text()
    assert house.store.current().clouds.own == (cloud,)


# --- saved sign-ins


def test_a_new_key_seals_everything_anew(window, house, qtbot):
    aside(qtbot, lambda: [house.vault.seal(f"{number:032x}", b"a sign-in") for number in range(3)])
    before = {path.name: path.read_bytes() for path in house.folder.rglob("*.sealed")}
    page = turn(window, qtbot, 7)
    assert page.facts.value("safetyWhere") == "On this computer, sealed"
    assert not page.cancel_button.isVisible()
    qtbot.mouseClick(page.rotate_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.busy)
    assert "3 saved sign-ins" in page.news_label.text()
    after = {path.name: path.read_bytes() for path in house.folder.rglob("*.sealed")}
    assert after.keys() == before.keys()
    assert all(after[name] != before[name] for name in before)
    assert house.vault.unseal(f"{1:032x}") == b"a sign-in"


def test_a_new_key_can_be_cancelled_and_loses_nothing(window, house, qtbot, monkeypatch):
    aside(qtbot, lambda: house.vault.seal(f"{1:032x}", b"a sign-in"))
    page = turn(window, qtbot, 7)
    reached = threading.Event()

    def slow(cancel):
        reached.set()
        cancel.wait(30)

    monkeypatch.setattr(house.vault, "rotate", slow)
    qtbot.mouseClick(page.rotate_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(reached.is_set)
    assert page.bar.isVisible()
    qtbot.mouseClick(page.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.busy)
    assert "Nothing is lost" in page.news_label.text()
    assert not page.cancel_button.isVisible()
    assert page.rotate_button.isEnabled()
    assert house.vault.unseal(f"{1:032x}") == b"a sign-in"


def test_closing_the_window_stops_what_runs(window, house, qtbot, monkeypatch):
    page = turn(window, qtbot, 7)
    ended = threading.Event()

    def slow(cancel):
        try:
            cancel.wait(30)
        finally:
            ended.set()

    monkeypatch.setattr(house.vault, "rotate", slow)
    qtbot.mouseClick(page.rotate_button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(ended.is_set)


# --- the window


def test_by_keyboard_alone(window, qtbot, house):
    window.list.setFocus()
    qtbot.keyClick(window.list, Qt.Key.Key_Down)
    assert window.stack.currentWidget() is window.clients
    qtbot.keyClick(window.list, Qt.Key.Key_Up)
    window.network.mode_buttons[ProxyMode.SYSTEM].setFocus()
    qtbot.keyClick(window.network.mode_buttons[ProxyMode.SYSTEM], Qt.Key.Key_Down)
    assert window.network.mode_buttons[ProxyMode.NONE].isChecked()
    qtbot.keyClick(window.network.mode_buttons[ProxyMode.NONE], Qt.Key.Key_Return)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert house.store.current().proxy.mode is ProxyMode.NONE


def test_closing_while_something_is_saved_waits_for_it_and_stays_when_it_fails(window, house, qtbot, monkeypatch):
    hold, asked = threading.Event(), []
    window.discard_wanted.connect(asked.append)

    def full(*_args):
        hold.wait(10)
        raise StorageTrouble("The disk is full.", next_step="Free some room.")

    monkeypatch.setattr(house.configuring, "set_proxy", full)
    window.network.username_edit.setText("anna")
    window.network.save_button.click()
    window.close()
    hold.set()
    qtbot.waitUntil(window.network.error_label.isVisible)
    assert window.isVisible()
    assert window.network.username_edit.text() == "anna"
    assert asked == []
    window.close()
    assert len(asked) == 1, "now there is something to ask about"


def test_a_broken_file_leaves_defaults_to_show_and_to_save(tmp_path, qtbot):
    Path(tmp_path / "settings.json").write_bytes(b"{ not json")
    house = SettingsHouse(tmp_path)
    failures: list[BaseException] = []
    loop = Loop(failures.append)
    dialog = SettingsDialog(house.configuring, loop)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.list.setCurrentRow(4)
    qtbot.waitUntil(lambda: not dialog.network.busy)
    assert dialog.network.mode_buttons[ProxyMode.SYSTEM].isChecked()
    dialog.network.mode_buttons[ProxyMode.NONE].click()
    press(qtbot, dialog.network)
    assert house.store.current().proxy.mode is ProxyMode.NONE
    assert loop.close()
    house.close()
    assert failures == []


def test_a_portal_that_does_not_open_is_told_with_its_address(window, qtbot):
    clients = turn(window, qtbot, 5)
    asked = []
    clients.page_wanted.connect(lambda address, told: asked.append(address) or told(f"No browser. Copy {address}"))
    qtbot.waitUntil(lambda: clients._form is not None and clients._form.isVisible())
    form = clients._form
    opening = next(each for each in form.findChildren(Button) if each.objectName().endswith("-portal"))
    form.findChild(Button, opening.objectName().replace("-portal", "-help")).click()
    opening.click()
    trouble = form.findChild(PageTrouble, opening.objectName().replace("-portal", "-trouble"))
    assert trouble.isVisible()
    assert asked[0].startswith("https://")
    assert asked[0] in trouble.text()
    trouble.deleteLater()
    QCoreApplication.sendPostedEvents(trouble, QEvent.Type.DeferredDelete)
    trouble.tell("too late")  # the window is gone


def test_what_cannot_be_changed_here_is_no_error(house, qtbot, monkeypatch):
    monkeypatch.setenv("TENANTDOCK_LANGUAGE", "pseudo")
    dialog = SettingsDialog(house.configuring, Loop(lambda _: None))
    qtbot.addWidget(dialog)
    dialog.show()
    note = dialog.general.notes["language"]
    qtbot.waitUntil(lambda: not dialog.general.busy and note.isVisible())
    assert "TENANTDOCK_LANGUAGE" in note.text()
    assert not dialog.general.errors["language"].text()
    assert note.palette().windowText().color() != error_colour(note.palette())
    dialog.general.quiet()
    assert note.isVisible()  # it is so still, whatever was saved
