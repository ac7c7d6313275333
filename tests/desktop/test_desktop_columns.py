"""The list in columns, on doubles."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QMenu

from support.desktop import GERMAN, HOSTILE_NAMES, FakeMemory, FakeWorkflows, row, rows
from tenantdock.desktop.columns import USUAL, Layout
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.texts import used


def texts(desktop, at):
    model = desktop.window.model
    return [model.index(row_, at).data() for row_ in range(model.rowCount())]


def test_columns_sort_and_come_back_as_they_were(make_desktop, qtbot):
    memory = FakeMemory()
    desktop = make_desktop(FakeWorkflows(rows(8)), memory=memory)
    window = desktop.window
    window.resize(window.fontMetrics().averageCharWidth() * 240, 600)  # room for all
    kept = window.selected_id
    qtbot.keyClick(window.list, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    header = window.list.horizontalHeader()
    assert [window.model.headerData(at, Qt.Orientation.Horizontal) for at in range(header.count())] == [
        "Customer",
        "Domain",
        "Account",
        "Services",
        "Last used",
        "Tags",
    ]
    assert window.selected_id == kept
    place = header.sectionViewportPosition(1) + header.sectionSize(1) // 2
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=header.viewport().rect().center() * 0 + _at(place))
    assert texts(desktop, 1) == sorted(texts(desktop, 1))
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=_at(place))
    assert texts(desktop, 1) == sorted(texts(desktop, 1), reverse=True)
    header.resizeSection(1, 222)
    header.moveSection(2, 1)
    qtbot.waitUntil(lambda: "domain:222" in memory.values.get("columns", ""))
    again = make_desktop(FakeWorkflows(rows(8)), memory=memory)
    again.window.resize(window.size())
    layout = again.window.model.layout_of_columns
    assert layout.keys == ("customer", "account", "domain", "services", "used", "tags")
    assert (layout.sort, layout.descending) == ("domain", True)
    assert again.window.list.horizontalHeader().sectionSize(2) == 222
    qtbot.keyClick(again.window.list, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert again.window.model.columnCount() == 1


def _at(x):
    from PySide6.QtCore import QPoint  # noqa: PLC0415 - one helper

    return QPoint(x, 5)


def test_columns_are_chosen_by_the_keyboard_reachable_menu(make_desktop):
    window = make_desktop(FakeWorkflows(rows(4))).window

    def trigger(*path):
        menu = window.main_menu()
        for part in path:
            action = next(each for each in menu.actions() if each.text().replace("&", "") == part)
            menu = action.menu() or menu
        action.trigger()

    trigger("View", "Columns")
    trigger("View", "Choose columns", "Tenant id")
    trigger("View", "Choose columns", "Domain")
    assert window.model.layout_of_columns.keys == ("customer", "account", "services", "used", "tags", "tenant")
    trigger("View", "Sort by", "Last used")
    trigger("View", "Sort by", "The other way round")
    assert window.model.layout_of_columns.descending
    used = [entry.row.last_used or 0.0 for entry in window.model.shown]
    assert used == sorted(used)
    trigger("View", "Rows")
    assert window.model.columnCount() == 1


def test_the_header_has_a_menu_of_columns(make_desktop, qtbot):
    window = make_desktop(FakeWorkflows(rows(4))).window
    window.viewing.show_columns(on=True)
    window.list.horizontalHeader().customContextMenuRequested.emit(_at(5))
    menu = window.findChild(QMenu, "headerMenu")
    assert menu.isVisible()
    assert not menu.actions()[0].isEnabled()
    menu.close()


def test_a_search_ranks_unless_the_person_sorts(make_desktop, qtbot):
    window = make_desktop(
        FakeWorkflows([row(1, name="Litho"), row(2, name="A Litho"), row(3, name="Zoo", domain="litho.example")])
    ).window
    window.viewing.show_columns(on=True)
    window.search_edit.setText("litho")
    assert [entry.name for entry in window.model.shown] == ["Litho", "A Litho", "Zoo"]
    window.viewing.take_columns(replace(window.viewing.columns, descending=True))
    assert [entry.name for entry in window.model.shown] == ["Zoo", "Litho", "A Litho"]


@pytest.mark.parametrize(
    "text",
    ["", "on", "on;;", "on;domain:5;used:down", "on;customer:x,evil:3;evil:up", "on;customer:99999999999999999999", "\x00;:,:;;"],
)
def test_damaged_columns_end_in_usable_ones(make_desktop, text):
    window = make_desktop(FakeWorkflows(rows(3)), memory=FakeMemory({"columns": text, "sizes": "sidebar:x,side:999999999"})).window
    assert "customer" in window.viewing.columns.keys
    assert all(0 <= width <= 4000 for _, width in window.viewing.columns.columns)


def test_layouts_survive_being_kept():
    layout = Layout((("customer", 120), ("tags", 0)), "tags", descending=True)
    assert Layout.parse(str(layout)) == layout
    assert Layout.parse(str(Layout())).keys == USUAL
    assert Layout().toggled("customer") == Layout()
    assert Layout().toggled("group").keys == (*USUAL, "group")
    assert Layout().toggled("tags").toggled("tags").keys == USUAL


def test_columns_without_room_give_way_and_come_back(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows([replace(each, tags=("gold",)) for each in rows(30)]))
    window, header = desktop.window, desktop.window.list.horizontalHeader()
    letter = window.fontMetrics().averageCharWidth()
    window.viewing.show_columns(on=True)

    def shown():
        return [key for at, key in enumerate(window.viewing.columns.keys) if not header.isSectionHidden(at)]

    window.resize(letter * 240, 600)
    qtbot.waitUntil(lambda: tuple(shown()) == USUAL)
    window.resize(letter * 145, 600)
    qtbot.waitUntil(lambda: "tags" not in shown())
    assert shown() == ["customer", "domain", "account"]
    assert header.length() <= window.list.viewport().width()
    cells = {key: header.sectionSize(at) for at, key in enumerate(window.viewing.columns.keys)}
    metrics = window.fontMetrics()
    assert all(metrics.horizontalAdvance(entry.row.username) < cells["account"] - 2 * UNIT for entry in window.model.entries)
    assert window.viewing.columns.keys == USUAL  # what there is no room for now is not forgotten
    window.viewing.take_columns(window.viewing.columns.toggled("tenant"))
    assert "tenant" in shown()  # who asks for a column gets it
    window.viewing.take_columns(Layout())
    window.resize(letter * 240, 600)
    qtbot.waitUntil(lambda: tuple(shown()) == USUAL)


def test_hostile_text_in_panel_and_columns(make_desktop, qtbot):
    names = [GERMAN, *HOSTILE_NAMES]
    fakes = FakeWorkflows([row(n, name=name, tags=(name[:30].replace(",", " "),)) for n, name in enumerate(names, 1)])
    fakes.directory.notes = {"c1": "<b>bold</b>\x1b[31m\n" + "y" * 5000}
    desktop = make_desktop(fakes)
    window = desktop.window
    window.resize(1100, 700)
    window.viewing.show_columns(on=True)
    window.toggle_panel()
    for key in ("c1", "c2", "c3", "c4"):
        window.select(key)
        qtbot.waitUntil(lambda key=key: window.panes.panel.connection_id == key)
        assert not any(character in window.panes.panel.name_label.text() for character in "\n\r\x1b\u202e")
    assert not window.grab().isNull()
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize(
    ("ago", "told"),
    [
        (None, "\u2013"),
        (20, "just now"),
        (90, "1 minute ago"),
        (7300, "2 hours ago"),
        (90_000, "yesterday"),
        (300_000, "3 days ago"),
    ],
)
def test_the_column_tells_in_few_letters_when_a_customer_was_used(ago, told):
    now = 1_795_000_000.0
    assert used(None if ago is None else now - ago, now) == told


@pytest.mark.parametrize(("language", "told"), [("en_US", "Oct 6, 2026"), ("en_GB", "6 Oct 2026"), ("de_DE", "6. Okt. 2026")])
def test_a_date_names_its_month(request, language, told):
    request.addfinalizer(partial(QLocale.setDefault, QLocale()))
    QLocale.setDefault(QLocale(language))
    at = datetime(2026, 10, 6, 12).timestamp()  # noqa: DTZ001 - local time is what is shown
    assert used(at, at + 40 * 86400) == told
