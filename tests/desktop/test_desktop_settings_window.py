"""The settings window as a whole: search, pages made from declarations, what counts at once, the palette's keys, log-in."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QWidget

from support.desktop import HOSTILE_NAMES
from support.fakes import FakeConsoles
from support.readiness import BAD, GOOD, scripted_readiness
from support.settings_house import SettingsHouse
from tenantdock.desktop import appearance
from tenantdock.desktop.applying import Following
from tenantdock.desktop.loop import Loop
from tenantdock.desktop.settings import SettingsDialog
from tenantdock.desktop.settings.keys_field import KeysField
from tenantdock.desktop.settings.searching import Spotlight
from tenantdock.domain.computer import BrowserOffer, Shell, Terminal
from tenantdock.domain.declaring import PageKey
from tenantdock.domain.errors import StorageTrouble
from tenantdock.domain.settings import DEFAULT_HOTKEY, ELSEWHERE, ProxyMode, Theme, settings_by_key

SHELLS = [Shell("pwsh", "PowerShell 7", "/opt/pwsh"), Shell("pwsh-preview", "<b>Preview</b>\x1b[31m", "/snap/pwsh\n")]


class Installed(FakeConsoles):
    def shells(self):
        assert threading.current_thread() is not threading.main_thread(), "shells() on the GUI thread"
        return SHELLS

    def terminals(self):
        return [Terminal(f"t{number}", name, f"/{number}") for number, name in enumerate(HOSTILE_NAMES)]


class Offers:
    def choices(self):
        return (BrowserOffer("", "The default browser", default=True), BrowserOffer("edge", "Edge", "/edge"))


@pytest.fixture
def house(tmp_path):
    made = SettingsHouse(tmp_path, consoles=Installed(), browsers=Offers())
    yield made
    made.close()


@pytest.fixture
def loop():
    failures: list[BaseException] = []
    made = Loop(failures.append)
    yield made
    assert made.close()
    assert failures == []


@pytest.fixture
def window(house, loop, qtbot, watchdog):
    dialog = SettingsDialog(house.configuring, loop, readiness=scripted_readiness(BAD), hotkey_trouble=lambda: house.hotkey_trouble)
    house.hotkey_trouble = ""
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.general.autostart_box.isEnabled)
    watchdog.start()
    return dialog


def turn(window, qtbot, key):
    page = window.by_key[key]
    window.list.setCurrentRow(window.pages.index(page))
    qtbot.waitUntil(lambda: not page.busy)
    return page


def spot(window, qtbot):
    """The field that is pointed out."""
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(Spotlight)))
    (found,) = [each for each in window.findChildren(Spotlight) if each.isVisible()]
    return found._around


def choose(box, value):
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


# --- search


def test_proxy_turns_to_the_page_and_points_at_the_field(window, qtbot):
    window.search_edit.setFocus()
    qtbot.keyClicks(window.search_edit, "proxy")
    assert window.stack.currentWidget() is window.network
    assert spot(window, qtbot).isAncestorOf(window.network.mode_buttons[ProxyMode.SYSTEM])
    assert not window.list.isVisible()
    assert window.hits.count() >= 5
    qtbot.keyClick(window.search_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(window.network.mode_buttons[ProxyMode.SYSTEM].hasFocus)
    qtbot.keyClick(window.search_edit, Qt.Key.Key_Escape)
    assert window.list.isVisible()
    assert window.isVisible(), "the first Escape ends the search, not the window"
    qtbot.keyClick(window.search_edit, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_every_setting_is_found_by_its_label_and_pointed_out(window, qtbot):
    for each in (*settings_by_key().values(), *ELSEWHERE):
        window.search_edit.setText(str(each.label))
        page = window.by_key[each.page]
        qtbot.waitUntil(lambda page=page: not page.busy)
        key = window._found[window.hits.currentRow()].declaration.key
        assert key == each.key, f"{each.label} finds {key} first"
        place = spot(window, qtbot)
        assert page.isAncestorOf(place)
        assert place.isVisible()
        assert not place.visibleRegion().isEmpty(), f"{each.key} is scrolled away"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("dark", "theme"),
        ("sprache", "language"),
        ("SHORTCUT", "hotkey"),
        ("boot", "autostart"),
        ("idle", "lock.idle_minutes"),
        ("keyring", "vault"),
        ("sovereign", "clouds.own"),
        ("client id", "clouds.client_ids"),
        ("install module", "modules"),
        ("pwsh", "consoles.shell"),
        ("proxy port", "proxy.port"),
    ],
)
def test_words_that_a_person_would_type_find_it(window, typed, key):
    window.search_edit.setText(typed)
    assert key in [found.declaration.key for found in window._found[:2]]


@pytest.mark.parametrize("typed", ["qqq", "proxy qqq", *HOSTILE_NAMES, "x" * 10_000, "   "])
def test_what_is_not_there_finds_nothing_and_says_so(window, typed):
    window.search_edit.setText(typed)
    assert window._found == []
    assert window.hits_label.isVisible() is bool(typed.strip())
    assert window.hits_label.text() == "Nothing is called that." or not typed.strip()


def test_the_arrows_go_through_what_was_found(window, qtbot):
    window.search_edit.setText("proxy")
    first = spot(window, qtbot)
    qtbot.keyClick(window.search_edit, Qt.Key.Key_Down)
    assert window.hits.currentRow() == 1
    assert window._found[1].declaration.key != "proxy.mode"
    qtbot.keyClick(window.search_edit, Qt.Key.Key_Up)
    qtbot.keyClick(window.search_edit, Qt.Key.Key_Up)
    assert window.hits.currentRow() == 0
    assert spot(window, qtbot) is first


def test_go_to_opens_a_page_at_its_setting(window, qtbot):
    window.go_to("lock.with_screen")
    assert window.stack.currentWidget() is window.lock
    assert spot(window, qtbot) is window.lock.places["lock.with_screen"]
    window.go_to("no-such-key")
    assert window.stack.currentWidget() is window.lock


def test_pages_by_keyboard(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.currentWidget() is window.consoles
    qtbot.keyClick(window, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert window.stack.currentWidget() is window.general
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.search_edit.hasFocus()


# --- what counts at once


def test_a_choice_is_saved_as_soon_as_it_is_made(window, house, qtbot):
    page = turn(window, qtbot, PageKey.LOCK)
    choose(page.places["lock.idle_minutes"], 15)
    qtbot.waitUntil(lambda: house.store.current().lock.idle_minutes == 15)
    box = page.findChild(QAbstractButton, "setting-lock.with_screen")
    box.click()
    qtbot.waitUntil(lambda: not house.store.current().lock.with_screen)
    qtbot.waitUntil(lambda: "Lock with the screen" in page.news_label.text())
    assert not page.save_button.isVisible()


def test_a_click_on_the_text_beside_a_box_ticks_it(window, house, qtbot):
    page = turn(window, qtbot, PageKey.BROWSERS)
    text = next(label for label in page.findChildren(QLabel) if label.text() == "A browser profile for each account")
    qtbot.mouseClick(text, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: house.store.current().browsers.own_profile)


def test_quick_changes_are_saved_in_their_order(window, house, qtbot):
    page = turn(window, qtbot, PageKey.LOCK)
    box = page.findChild(QAbstractButton, "setting-lock.with_screen")
    for _ in range(7):
        box.click()
    choose(page.places["lock.idle_minutes"], 5)
    qtbot.waitUntil(lambda: not page.busy and house.store.current().lock.idle_minutes == 5)
    assert house.store.current().lock.with_screen is box.isChecked()
    assert not box.isChecked()


def test_what_cannot_be_saved_is_told_and_stays_chosen(window, house, qtbot, monkeypatch):
    page = turn(window, qtbot, PageKey.LOCK)

    def full(_settings):
        raise StorageTrouble("There is no room on the disk.", next_step="Free some.")

    monkeypatch.setattr(house.store, "save", full)
    choose(page.places["lock.idle_minutes"], 15)
    qtbot.waitUntil(page.error_label.isVisible)
    assert "no room" in page.error_label.text()
    assert page.places["lock.idle_minutes"].currentData() == 15
    monkeypatch.undo()
    choose(page.places["lock.idle_minutes"], 15)
    qtbot.waitUntil(lambda: house.store.current().lock.idle_minutes == 15)
    assert not page.error_label.isVisible()


def test_what_is_installed_is_offered_as_text(window, house, qtbot):
    page = turn(window, qtbot, PageKey.CONSOLES)
    shells, terminals = page.places["consoles.shell"], page.places["consoles.terminal"]
    assert [shells.itemData(row) for row in range(shells.count())] == ["", "/opt/pwsh", "/snap/pwsh\n"]
    for box in (shells, terminals):
        assert not any(sign in box.itemText(row) for row in range(box.count()) for sign in "\n\r\x1b\u202e")
    choose(shells, "/opt/pwsh")
    qtbot.waitUntil(lambda: house.store.current().consoles.shell == "/opt/pwsh")
    choose(shells, "/snap/pwsh\n")
    qtbot.waitUntil(page.errors["consoles.shell"].isVisible)
    assert house.store.current().consoles.shell == "/opt/pwsh"
    choose(shells, "")
    qtbot.waitUntil(lambda: house.store.current().consoles.shell == "")


def test_what_is_chosen_and_gone_is_shown_as_gone(house, loop, qtbot):
    house.configuring.change("consoles.terminal", "konsole")
    house.configuring.change("lock.idle_minutes", 7)
    dialog = SettingsDialog(house.configuring, loop)
    qtbot.addWidget(dialog)
    dialog.show()
    page = turn(dialog, qtbot, PageKey.CONSOLES)
    assert page.places["consoles.terminal"].currentText() == "konsole (not found here)"
    page = turn(dialog, qtbot, PageKey.LOCK)
    assert page.places["lock.idle_minutes"].currentText() == "After 7 minutes"


def test_each_setting_says_when_it_counts_if_not_at_once(window):
    texts = [label.text() for label in window.findChildren(QLabel)]
    told = [each for page in (window.general, window.consoles, window.browsers, window.lock) for each in page.declarations.values()]
    assert len([each for each in told if each.counts]) >= 4
    for each in told:
        assert any(text.startswith(str(each.about)) and text.endswith(str(each.counts)) for text in texts), each.key


# --- modules


def test_modules_show_their_versions_and_a_command_to_copy(window, qtbot):
    page = turn(window, qtbot, PageKey.CONSOLES)
    qtbot.waitUntil(lambda: page.look_button.isEnabled() and page.modules.findChild(QAbstractButton) is not None)
    copy = next(each for each in page.modules.findChildren(QAbstractButton) if "Microsoft.Graph" in each.accessibleName())
    copy.click()
    assert QGuiApplication.clipboard().text() == "Install-Module Microsoft.Graph.Authentication -Scope CurrentUser"
    labels = " ".join(label.text() for label in page.modules.findChildren(QLabel))
    assert "Az.Accounts 3.1.0: too old" in labels
    assert "ExchangeOnlineManagement 3.9.0" in labels


# --- the palette's keys


def test_keys_are_recorded_after_the_field_was_asked_to(window, house, qtbot):
    edit = window.general.places["hotkey"]
    assert isinstance(edit, KeysField)
    assert edit.keys == DEFAULT_HOTKEY
    edit.setFocus()
    qtbot.keyClick(edit, Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    assert edit.keys == DEFAULT_HOTKEY, "it takes keys only while recording"
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert edit.recording
    assert "Press the keys" in edit.text()
    qtbot.keyClick(edit, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    assert edit.recording, "a modifier alone is no combination"
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(edit, Qt.Key.Key_F9, control | Qt.KeyboardModifier.ShiftModifier)
    assert not edit.recording
    assert edit.keys == "Ctrl+Shift+F9"
    qtbot.waitUntil(lambda: house.store.current().hotkey == "Ctrl+Shift+F9")
    assert "Ctrl+Shift+F9" in edit.accessibleName()


def test_escape_and_going_elsewhere_leave_the_keys_as_they_were(window, house, qtbot):
    edit = window.general.places["hotkey"]
    edit.click()
    assert edit.recording
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert (edit.recording, edit.keys, window.isVisible()) == (False, DEFAULT_HOTKEY, True)
    edit.setFocus()
    edit.click()
    window.search_edit.setFocus()
    qtbot.waitUntil(lambda: not edit.recording)
    assert house.store.current().hotkey == DEFAULT_HOTKEY


def test_no_keys_and_the_usual_ones(window, house, qtbot):
    window.findChild(QAbstractButton, "setting-hotkey-none").click()
    qtbot.waitUntil(lambda: house.store.current().hotkey == "")
    assert window.general.places["hotkey"].text() == "None"
    window.findChild(QAbstractButton, "setting-hotkey-usual").click()
    qtbot.waitUntil(lambda: house.store.current().hotkey == DEFAULT_HOTKEY)


@pytest.mark.parametrize("keys", ["A", "Shift+A", "Ctrl+C", "Ctrl+Alt+\u00d6", "Volume Up"])
def test_keys_that_people_type_are_refused_at_once(window, house, qtbot, keys):
    window.general.places["hotkey"].recorded.emit(keys)
    assert window.general.errors["hotkey"].isVisible()
    assert "cannot open the palette" in window.general.errors["hotkey"].text()
    qtbot.wait(100)
    assert house.store.current().hotkey == DEFAULT_HOTKEY


def test_a_choice_that_is_taken_back_while_it_is_saved_is_taken_back(window, house, qtbot, monkeypatch):
    page, reached, go_on = turn(window, qtbot, PageKey.LOCK), threading.Event(), threading.Event()
    save = house.store.save

    def slow(settings):
        save(settings)
        reached.set()
        assert go_on.wait(20)

    monkeypatch.setattr(house.store, "save", slow)
    choose(page.places["lock.idle_minutes"], 15)
    qtbot.waitUntil(reached.is_set)
    choose(page.places["lock.idle_minutes"], 0)
    go_on.set()
    qtbot.waitUntil(lambda: not page.busy and house.store.current().lock.idle_minutes == 0)


def test_a_choice_that_is_made_while_the_page_still_reads_is_saved(house, loop, qtbot, monkeypatch):
    go_on = threading.Event()
    state = house.autostart.state
    monkeypatch.setattr(house.autostart, "state", lambda: (go_on.wait(20), state())[1])
    dialog = SettingsDialog(house.configuring, loop)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "language" in dialog.general._values)
    assert dialog.general.busy
    choose(dialog.general.places["language"], "de")
    go_on.set()
    qtbot.waitUntil(lambda: house.store.current().language == "de")


def test_what_comes_after_the_window_was_closed_and_destroyed_goes_nowhere(house, loop, qapp, qtbot, monkeypatch):
    go_on, looked = threading.Event(), threading.Event()
    state = house.autostart.state
    monkeypatch.setattr(house.autostart, "state", lambda: (go_on.wait(20), state())[1])
    readiness = scripted_readiness(GOOD, lambda _cancel: (looked.set(), go_on.wait(20)))
    dialog = SettingsDialog(house.configuring, loop, readiness=readiness)
    dialog.show()
    turn(dialog, qtbot, PageKey.CONSOLES)
    qtbot.waitUntil(looked.is_set)
    assert dialog.general.busy
    dialog.reject()
    dialog.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    go_on.set()
    qtbot.wait(300)


def test_nobody_looks_for_modules_after_the_window_was_closed(house, loop, qtbot):
    looking, ended, go_on = threading.Event(), threading.Event(), threading.Event()

    def look(cancel):
        looking.set()
        with cancel.calling(ended.set):
            go_on.wait(20)

    dialog = SettingsDialog(house.configuring, loop, readiness=scripted_readiness(GOOD, look))
    qtbot.addWidget(dialog)
    dialog.show()
    turn(dialog, qtbot, PageKey.CONSOLES)
    qtbot.waitUntil(looking.is_set)
    dialog.reject()
    stopped = ended.is_set()
    go_on.set()
    assert stopped


def test_keys_that_the_system_refuses_are_told_with_the_reason(window, house, qtbot):
    house.hotkey_trouble = "Ctrl+Alt+F9 belongs to another program already."
    window.general.places["hotkey"].recorded.emit("Ctrl+Alt+F9")
    qtbot.waitUntil(lambda: "another program" in window.general.errors["hotkey"].text())
    assert window.general.errors["hotkey"].isVisible()


# --- log-in


def test_starting_at_log_in_is_switched_on_and_off(window, house, qtbot):
    box = window.general.autostart_box
    assert not box.isChecked()
    box.click()
    qtbot.waitUntil(box.isChecked)
    assert house.autostart.state().on
    qtbot.waitUntil(lambda: "when you log in" in window.general.news_label.text())
    box.click()
    qtbot.waitUntil(lambda: not box.isChecked())
    assert not house.autostart.state().on


def test_log_in_where_it_cannot_be_had_tells_the_reason(window, house, qtbot):
    (house.folder / "config").write_text("in the way")
    window.general.autostart_box.click()
    qtbot.waitUntil(window.general.error_label.isVisible)
    assert "could not be changed" in window.general.error_label.text()
    assert not window.general.autostart_box.isChecked()


# --- colours, live


@pytest.fixture
def palette_again(qapp):
    yield
    appearance.colour(Theme.SYSTEM)


def ground():
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness()


@pytest.mark.may_block("other colours lay out anew all that the test run has left")
def test_colours_change_at_once_and_back(window, house, loop, qtbot, palette_again):
    following = Following(house.configuring, loop, lambda _keys: None)
    following.begin()
    qtbot.waitUntil(lambda: following._on is not None)
    light = ground()
    box = window.general.places["theme"]
    choose(box, Theme.DARK)
    qtbot.waitUntil(lambda: ground() < 100)
    qtbot.waitUntil(lambda: window.palette().color(QPalette.ColorRole.Window).lightness() < 100)
    field = window.search_edit
    inside = (field.width() // 2, field.height() // 4)
    qtbot.waitUntil(lambda: field.grab().toImage().pixelColor(*inside).lightness() < 100)  # one with a style sheet follows too
    choose(box, Theme.CONTRAST)
    qtbot.waitUntil(lambda: ground() == 255)  # pure, and light as the system is
    choose(box, Theme.LIGHT)
    qtbot.waitUntil(lambda: 200 < ground() < 255)
    choose(box, Theme.SYSTEM)
    qtbot.waitUntil(lambda: house.store.current().theme is Theme.SYSTEM and ground() == light)


def test_a_changed_key_combination_is_passed_on_once(house, loop, qtbot):
    told: list[str] = []
    following = Following(house.configuring, loop, told.append)
    following.begin()
    qtbot.waitUntil(lambda: following._on is not None)
    house.configuring.change("lock.idle_minutes", 5)
    house.configuring.change("hotkey", "Ctrl+Alt+F2")
    house.configuring.change("lock.idle_minutes", 10)
    qtbot.waitUntil(lambda: following._on.lock.idle_minutes == 10)
    assert told == ["Ctrl+Alt+F2"]


# --- accessibility


def test_every_field_has_a_name_a_role_and_a_description(window, qtbot):
    for page in (window.general, window.consoles, window.browsers, window.lock):
        for key, each in page.declarations.items():
            found = window.findChild(QWidget, f"setting-{key}")
            interface = QAccessible.queryAccessibleInterface(found)
            # Of a combo box Qt tells the label by a relation on Linux, and the name elsewhere
            assert str(each.label) in found.accessibleName()
            roles = {bool: QAccessible.Role.CheckBox, QComboBox: QAccessible.Role.ComboBox}
            wanted = roles[bool] if each.kind is bool else None if key == "hotkey" else roles[QComboBox]
            assert wanted is None or interface.role() == wanted, key
            if key != "hotkey":
                assert interface.text(QAccessible.Text.Description) == str(each.about)


def test_nothing_good_is_said_of_modules_before_they_are_found(house, loop, qtbot):
    held = threading.Event()
    dialog = SettingsDialog(house.configuring, loop, readiness=scripted_readiness(GOOD, lambda _cancel: held.wait(20)))
    qtbot.addWidget(dialog)
    dialog.show()
    page = turn(dialog, qtbot, PageKey.CONSOLES)
    qtbot.waitUntil(lambda: not page.look_button.isEnabled())
    assert page.modules_label.text() == ""
    held.set()
    qtbot.waitUntil(page.look_button.isEnabled)
    assert "all services" in page.modules_label.text()
