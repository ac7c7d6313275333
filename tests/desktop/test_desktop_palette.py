"""The palette: found, chosen and done by keys alone."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon

from support.desktop import GERMAN, HOSTILE_NAMES, FakeWorkflows, row, rows, session
from tenantdock.desktop.add import AddDialog
from tenantdock.desktop.entries import prepare
from tenantdock.desktop.importing import CustomersImportDialog
from tenantdock.desktop.pages import Page
from tenantdock.desktop.palette_rows import HIT, PaletteModel, Texts, hit
from tenantdock.desktop.texts import breakable
from tenantdock.desktop.trouble import ErrorDialog
from tenantdock.domain.errors import BrowserTrouble
from tenantdock.domain.sessions import SessionState
from tenantdock.domain.text import one_line

SHIFT, ALT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
HOME = "99999999-9999-4999-8999-999999999999"
SAVED = [
    row(
        2, name="Northwind Traders", domain="northwind.onmicrosoft.com", username="me@msp.example", home_tenant=HOME, tags=("vip",)
    ),
    row(3, name="Contoso", domain="contoso.example", username="admin@contoso.example", frecency=3000.0, group="Europe/North"),
    row(5, name="Zürich Bäckerei", domain="zb.example", favourite=True),
    row(6, name="No domain", domain="", username="admin@other.example"),
]


@pytest.fixture
def palette(make_desktop, qtbot):
    """An open palette over a few customers, with its index ready."""
    return opened(make_desktop(FakeWorkflows(SAVED)), qtbot)


def opened(desktop, qtbot):
    desktop.palette()
    qtbot.waitUntil(lambda: desktop.finding.window is not None and desktop.finding.window.isVisible() and desktop.finding.ready)
    window = desktop.finding.window
    window.desktop = desktop
    return window


def names(window):
    return [window.model.index(at).data() for at in range(window.model.rowCount())]


def press(qtbot, window, key, held=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.search_edit, key, held)


def test_favourites_and_what_is_used_come_first_before_anything_is_typed(palette):
    assert names(palette) == ["Zürich Bäckerei", "Contoso", "No domain", "Northwind Traders"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("nwt", "Northwind Traders"),
        ("nortwind", "Northwind Traders"),
        ("zurich", "Zürich Bäckerei"),
        ("zb.ex", "Zürich Bäckerei"),
        ("vip", "Northwind Traders"),
        ("north eu", "Contoso"),
        ("other.example", "No domain"),
    ],
)
def test_typing_finds(palette, qtbot, typed, first):
    qtbot.keyClicks(palette.search_edit, typed)
    assert names(palette)[0] == first


def test_enter_connects_the_chosen_one_and_the_palette_is_gone(palette, qtbot):
    qtbot.keyClicks(palette.search_edit, "contoso")
    press(qtbot, palette, Qt.Key.Key_Return)
    assert not palette.isVisible()
    fakes = palette.desktop.fakes
    qtbot.waitUntil(lambda: fakes.connecting.calls == [("connect", "c3", None)])
    assert fakes.connecting.chosen == [()]


@pytest.mark.parametrize("wanted", ["zurich", "contoso"])
def test_ctrl_enter_goes_to_the_console_that_is_open_already_and_else_connects(make_desktop, qtbot, wanted):
    desktop = make_desktop(FakeWorkflows(SAVED))
    started = time.time() - 900
    desktop.fakes.agent.open = [
        session(5, id="old", opened_at=started),
        session(5, id="new", opened_at=started + 60, pid=4711),
        session(3, id="over", state=SessionState.ENDED),
    ]
    palette = opened(desktop, qtbot)
    qtbot.keyClicks(palette.search_edit, wanted)
    keys = palette.keys_label.text().replace("\u00a0", " ")
    assert ("Ctrl+Enter: its open console" in keys) is (wanted == "zurich")
    found = palette.list.currentIndex().data(HIT)
    assert found.texts.filed.startswith("console open") is (wanted == "zurich")
    assert ("console open" in found.told) is (wanted == "zurich")
    press(qtbot, palette, Qt.Key.Key_Return, CTRL)
    assert not palette.isVisible()
    if wanted == "zurich":
        qtbot.waitUntil(lambda: [each[0] for each in desktop.fakes.consoles.forward] == [4711])
        assert desktop.fakes.connecting.calls == []
    else:
        qtbot.waitUntil(lambda: desktop.fakes.connecting.calls == [("connect", "c3", None)])


def test_the_letters_typed_are_marked_beside_an_open_console(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(SAVED))
    desktop.fakes.agent.open = [session(2)]
    palette = opened(desktop, qtbot)
    qtbot.keyClicks(palette.search_edit, "vip")
    found = palette.list.currentIndex().data(HIT)
    assert [found.texts.filed[at : at + length] for at, length in found.filed_marks] == ["vip"]


def test_a_customer_that_needs_attention_says_so(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(SAVED))
    desktop.window.show_attention({"c3": "Expected a, got b."})
    palette = opened(desktop, qtbot)
    told = {(found := palette.model.index(at).data(HIT)).entry.row.id: found.told for at in range(palette.model.rowCount())}
    assert {key for key, text in told.items() if "needs attention" in text} == {"c3"}


def test_where_nothing_is_found_no_keys_are_offered_that_do_nothing(palette, qtbot):
    qtbot.keyClicks(palette.search_edit, "qqqq")
    assert palette.keys_label.text() == "Esc:\u00a0close"
    palette.search_edit.clear()
    assert "Enter:\u00a0connect" in palette.keys_label.text()


def test_a_domain_that_the_account_tells_is_not_told_twice_and_its_letters_are_marked(qapp):
    own, guest = prepare([row(2), replace(row(4), username="anna@msp.example")])
    assert [Texts.of(entry).shown_place for entry in (own, guest)] == ["", guest.row.domain]
    found = hit(own, Texts.of(own), own.row.domain)
    assert [found.texts.account[at : at + length] for at, length in found.account_marks] == [own.row.domain]
    assert found.place_marks == ()
    assert own.row.domain in found.told


def test_arrows_choose(palette, qtbot):
    press(qtbot, palette, Qt.Key.Key_Down)
    assert palette.chosen.name == "Contoso"
    press(qtbot, palette, Qt.Key.Key_PageDown)
    assert palette.chosen.name == "Northwind Traders"
    press(qtbot, palette, Qt.Key.Key_Up)
    press(qtbot, palette, Qt.Key.Key_PageUp)
    assert palette.chosen.name == "Zürich Bäckerei"


def test_shift_enter_connects_one_console_to_other_services(palette, qtbot):
    qtbot.keyClicks(palette.search_edit, "contoso")
    press(qtbot, palette, Qt.Key.Key_Return, SHIFT)
    qtbot.waitUntil(lambda: palette.step is not None)
    boxes = palette.step.services.boxes
    assert {key for key, box in boxes.items() if box.isChecked()} == {"graph"}
    assert {key for key, box in boxes.items() if not box.isHidden()} == {"graph", "azure", "exchange"}
    assert boxes["graph"].hasFocus()
    boxes["graph"].setChecked(False)
    assert not palette.step.connect_button.isEnabled()
    qtbot.keyClick(boxes["graph"], Qt.Key.Key_Return)
    assert palette.isVisible()
    boxes["exchange"].setChecked(True)
    qtbot.keyClick(boxes["exchange"], Qt.Key.Key_Return)
    assert not palette.isVisible()
    qtbot.waitUntil(lambda: palette.desktop.fakes.connecting.chosen == [("exchange",)])
    assert next(each for each in palette.desktop.fakes.directory.saved if each.id == "c3").services == ("graph",)


def test_alt_enter_lists_portals_with_the_reason_where_one_cannot_be_opened(palette, qtbot):
    qtbot.keyClicks(palette.search_edit, "contoso")
    press(qtbot, palette, Qt.Key.Key_Return, ALT)
    qtbot.waitUntil(lambda: palette.step is not None)
    shown = [palette.step.list.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(palette.step.list.count())]
    assert "Entra, entra.microsoft.com" in shown
    assert shown[-1] == "SharePoint, The customer's initial domain (name.onmicrosoft.com) is not known."
    palette.step.list.setCurrentRow(len(shown) - 1)
    qtbot.keyClick(palette.step.list, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.step.list.setCurrentRow(shown.index("Entra, entra.microsoft.com"))
    qtbot.keyClick(palette.step.list, Qt.Key.Key_Return)
    assert not palette.isVisible()
    desktop = palette.desktop
    qtbot.waitUntil(lambda: desktop.fakes.portals.opened == [("c3", "entra")])
    qtbot.waitUntil(lambda: desktop.window.status_label.text() == "Entra of Contoso opens in the browser.")


def test_a_portal_that_does_not_open_says_why(palette, qtbot):
    desktop = palette.desktop
    desktop.fakes.portals.fails = BrowserTrouble("No browser was found.", next_step="Install one.")
    desktop.open_portal("c3", "entra")
    qtbot.waitUntil(lambda: [type(each) for each in desktop.windows.all()] == [ErrorDialog])


def test_esc_leads_back_from_a_step_and_then_away(palette, qtbot):
    press(qtbot, palette, Qt.Key.Key_Return, ALT)
    qtbot.waitUntil(lambda: palette.step is not None)
    qtbot.keyClick(palette.step.list, Qt.Key.Key_Escape)
    assert palette.step is None
    assert palette.search_edit.hasFocus()
    press(qtbot, palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()


@pytest.mark.parametrize(
    ("held", "typed", "copied"),
    [
        (CTRL, "contoso", SAVED[1].tenant_id),
        (CTRL | SHIFT, "contoso", "contoso.example"),
        (CTRL | SHIFT, "no domain", SAVED[3].tenant_id),
    ],
)
def test_copying(palette, qtbot, held, typed, copied):
    qtbot.keyClicks(palette.search_edit, typed)
    press(qtbot, palette, Qt.Key.Key_C, held)
    assert QGuiApplication.clipboard().text() == copied
    assert palette.desktop.window.status_label.text() == f"Copied: {copied}"
    assert not palette.isVisible()


def test_selected_letters_are_copied_as_everywhere(palette, qtbot):
    qtbot.keyClicks(palette.search_edit, "contoso")
    palette.search_edit.setSelection(0, 3)
    press(qtbot, palette, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "con"
    assert palette.isVisible()


def test_ctrl_k_in_the_window_and_a_click_on_the_tray_icon_open_it(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(SAVED))
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow)
    qtbot.keyClick(desktop.window, Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(lambda: "finding" in vars(desktop) and desktop.finding.window.isVisible())
    desktop.finding.window.hide()
    desktop.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    qtbot.waitUntil(desktop.finding.window.isVisible)


@pytest.mark.parametrize("way", ["enter", "button"])
def test_what_the_search_does_not_find_is_looked_for_in_the_palette(make_desktop, qtbot, way):
    desktop = make_desktop(FakeWorkflows([row(1, name="Contoso"), row(2, name="Northwind Traders")]))
    window = desktop.window
    qtbot.keyClicks(window.search_edit, "nwt")
    assert window.page is Page.NO_MATCH
    assert window.pages.similar_button.isVisible()
    if way == "enter":
        qtbot.keyClick(window.search_edit, Qt.Key.Key_Return)
    else:
        qtbot.mouseClick(window.pages.similar_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desktop.finding.window.isVisible() and desktop.finding.window.chosen is not None)
    assert desktop.finding.window.search_edit.text() == "nwt"
    assert desktop.finding.window.chosen.name == "Northwind Traders"


def test_it_is_not_made_before_it_is_wanted(make_desktop):
    assert "finding" not in vars(make_desktop(FakeWorkflows(SAVED)))


def test_rows_that_change_while_it_is_open_are_found(palette, qtbot):
    palette.search_edit.setText("brand")
    assert names(palette) == []
    assert palette.nothing_label.text() == "Nothing matches \u201cbrand\u201d"
    palette.desktop.fakes.directory.saved.append(row(9, name="Brand new"))
    palette.desktop.read_rows()
    qtbot.waitUntil(lambda: names(palette) == ["Brand new"])


def test_what_is_typed_before_the_index_is_ready_finds_plain_words(make_desktop, qtbot, monkeypatch):
    desktop = make_desktop(FakeWorkflows(rows(40)))
    monkeypatch.setattr(desktop.loop, "submit", lambda *_args: None)
    desktop.palette()
    qtbot.waitUntil(lambda: "finding" in vars(desktop) and desktop.finding.window is not None)
    window = desktop.finding.window
    window.search_edit.setText("zurich")
    assert not desktop.finding.ready
    assert names(window)
    assert all("Zürich" in name for name in names(window))


def test_rows_are_indexed_once_however_often_the_palette_comes_meanwhile(make_desktop, qtbot, monkeypatch):
    desktop, work = make_desktop(FakeWorkflows(rows(40))), []
    monkeypatch.setattr(desktop.loop, "submit", lambda *given: work.append(given))
    desktop.palette()
    qtbot.waitUntil(lambda: len(work) == 1)
    for _ in range(3):
        desktop.finding.window.hide()
        desktop.finding.window.left_at = 0.0
        desktop.finding.open()
    desktop.finding.refresh()
    assert len(work) == 1
    with pytest.raises(MemoryError):
        work[0][2](MemoryError())
    desktop.finding.refresh()
    assert len(work) == 2
    build, done, _failed = work[1]
    done(build())
    assert desktop.finding.ready
    desktop.finding.refresh()
    assert len(work) == 2


def test_after_a_while_unused_it_gives_its_memory_back(palette, qtbot):
    finding = palette.desktop.finding
    palette.hide()
    assert finding._forget.isActive()
    finding._forget.timeout.emit()
    assert finding.window is None
    assert not finding.ready
    opened(palette.desktop, qtbot)


def test_an_empty_list_says_so(make_desktop, qtbot):
    window = opened(make_desktop(FakeWorkflows([])), qtbot)
    assert window.nothing_label.text() == "No customers yet"
    for held in (SHIFT, ALT, CTRL):
        press(qtbot, window, Qt.Key.Key_Return, held)
    press(qtbot, window, Qt.Key.Key_C, CTRL)
    press(qtbot, window, Qt.Key.Key_Down)
    assert window.isVisible()


def test_every_row_tells_who_where_and_whether_it_is_a_visit(palette):
    told = [palette.model.index(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(4)]
    assert "me@msp.example at northwind.onmicrosoft.com, Guest or partner" in told[3]
    assert "admin@contoso.example at contoso.example" in told[1]
    assert "Guest" not in told[1]
    assert "Europe / North" in told[1]
    assert f"admin@other.example at {one_line(SAVED[3].tenant_name)}" in told[2]


@pytest.fixture
def said(monkeypatch):
    """What a screen reader is given."""
    heard = []
    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(lambda event: heard.append(event.message())))
    return heard


def test_a_screen_reader_hears_what_was_found_once_the_person_pauses_and_not_every_letter(palette, said, qtbot):
    qtbot.waitUntil(lambda: palette._told != "")  # what it says when it comes
    said.clear()
    qtbot.keyClicks(palette.search_edit, "contoso")
    assert said == []
    qtbot.waitUntil(lambda: said != [])
    (told,) = said
    assert told.startswith("1 found: Contoso, admin@contoso.example at contoso.example")


def test_a_screen_reader_hears_at_once_what_the_arrows_choose_and_nothing_older_after_it(palette, said, qtbot):
    qtbot.keyClicks(palette.search_edit, "o")
    press(qtbot, palette, Qt.Key.Key_Down)
    assert not palette._pause.isActive()
    found = palette.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said[-1] == found
    palette.search_edit.clear()
    press(qtbot, palette, Qt.Key.Key_Down)
    assert said[-1].startswith("Contoso, admin@")


def test_what_the_index_finds_better_is_heard_with_the_rest(palette, said, qtbot):
    qtbot.keyClicks(palette.search_edit, "contoso")
    palette.find_again(palette._find)
    assert said == []
    qtbot.waitUntil(lambda: said != [])
    assert [told.partition(":")[0] for told in said] == ["1 found"]


def test_hostile_names_are_painted_as_text(make_desktop, qtbot):
    hostile = [row(n, name=name, tags=("<b>x</b>",), group="<i>/\u202e") for n, name in enumerate([GERMAN, *HOSTILE_NAMES], 1)]
    window = opened(make_desktop(FakeWorkflows(hostile)), qtbot)
    for typed in ("", "b", "<b>", "evil img", "\u202e", "مكتب", "\U0001f468", "family", "x" * 300):
        window.search_edit.setText(typed)
        assert not window.grab().isNull()
    window.search_edit.setText("")
    shown = " ".join(names(window))
    assert not any(character in shown for character in "\n\r\x1b\u202e")


def test_marked_letters_are_painted_in_another_colour(qapp, palette, qtbot):
    def colours(typed):
        palette.search_edit.setText(typed)
        palette.list.setCurrentIndex(palette.model.index(-1))
        image = palette.list.viewport().grab(palette.list.visualRect(palette.model.index(0))).toImage()
        link = qapp.palette().color(qapp.palette().ColorRole.Link)
        return sum(image.pixelColor(x, y) == link for x in range(image.width()) for y in range(image.height()))

    assert colours("") == 0
    assert colours("contoso") > 50


def test_it_goes_away_when_another_window_is_chosen(palette, qtbot):
    qtbot.waitUntil(palette.isActiveWindow)
    palette.desktop.window.activateWindow()
    qtbot.waitUntil(lambda: not palette.isVisible())


def test_keys_that_take_the_focus_before_they_are_heard_put_it_away(palette, qtbot):
    qtbot.waitUntil(palette.isActiveWindow)
    palette.desktop.window.activateWindow()
    qtbot.waitUntil(lambda: not palette.isVisible())
    palette.left_at = time.monotonic()
    palette.desktop.finding.open()
    assert not palette.isVisible()
    palette.desktop.finding.open()
    assert palette.isVisible()


def test_a_row_is_made_ready_only_when_it_is_painted():
    model = PaletteModel()
    model.show_found(prepare(rows(50)), "con")
    assert model._hits == {}
    model.index(3).data(HIT)
    assert list(model._hits) == [3]


def test_while_locked_it_does_not_come_and_opens_nothing(palette, qtbot):
    desktop = palette.desktop
    palette.hide()
    qtbot.waitUntil(lambda: desktop.keeper.locker is not None)
    desktop.keeper.lock()
    assert desktop.locked
    desktop.finding.window.left_at = 0.0
    desktop._palette()
    desktop.connect_to("c3")
    desktop.open_portal("c3", "entra")
    qtbot.wait(200)
    assert not palette.isVisible()
    assert desktop.fakes.connecting.calls == []
    assert desktop.fakes.portals.opened == []


@pytest.mark.parametrize("way", ["Enter", "Add", "Import"])
def test_who_has_no_customer_yet_is_led_to_the_first(make_desktop, qtbot, way):
    desktop = make_desktop(FakeWorkflows([]))
    window = opened(desktop, qtbot)
    assert window.add_button.isVisible()
    assert "add a customer" in window.keys_label.text().replace("\u00a0", " ")
    if way == "Enter":
        press(qtbot, window, Qt.Key.Key_Return)
    else:
        qtbot.mouseClick(window.add_button if way == "Add" else window.import_button, Qt.MouseButton.LeftButton)
    assert not window.isVisible()
    kind = CustomersImportDialog if way == "Import" else AddDialog
    qtbot.waitUntil(lambda: any(isinstance(each, kind) for each in desktop.windows.all()))


def test_nobody_with_customers_is_led_to_the_first(make_desktop, qtbot):
    window = opened(make_desktop(FakeWorkflows(rows(3))), qtbot)
    window.search_edit.setText("qqqq")
    assert window.nothing_label.isVisible()
    assert not window.add_button.isVisible()
    assert not window.import_button.isVisible()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ctrl+Shift+C:\u00a0copy\u00a0domain    Esc:\u00a0close", "Ctrl+Shift+C:\u00a0copy\u00a0domain    Esc:\u00a0close"),
        ("a" * 21 + "\u00a0b", "a" * 20 + "\u200b" + "a\u00a0b"),
        ("a" * 20, "a" * 20),
    ],
)
def test_what_no_break_spaces_hold_together_is_broken_only_where_a_word_is_too_long(text, shown):
    assert breakable(text) == shown
