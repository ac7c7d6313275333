"""Importing customers: the window, over the real workflow and doubles of what is below it."""

from __future__ import annotations

import csv
import gc
import io
import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from support.desktop import GERMAN, HOSTILE_NAMES
from support.directory import CONTOSO, FABRIKAM, a_connection
from support.import_windows import click, opening, two_customers
from support.importing import ImportHouse, tenant_of
from tenantdock.desktop.importing import Step
from tenantdock.desktop.importing_pages import From
from tenantdock.desktop.importing_rows import Kind
from tenantdock.domain.customers import CustomerList, ListedCustomer
from tenantdock.domain.directory import HistoryEntry
from tenantdock.domain.errors import ListTrouble, SignInFailed, SignInRequired, StorageTrouble
from tenantdock.workflows.importing import Preview
from tenantdock.workflows.mapping import Field


@pytest.fixture
def house():
    return two_customers()


@pytest.fixture
def opened(qapp, qtbot):
    with opening(qtbot) as build:
        yield build


def a_file(tmp_path, *lines, header="Name;Tenant ID;User name"):
    path = tmp_path / "customers.csv"
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows([header.split(";"), *lines])
    path.write_bytes(text.getvalue().encode())
    return path


SOME = (["Contoso", CONTOSO, "anna@msp.example"], ["New one", tenant_of("new"), "anna@msp.example"], ["Wrong", "x", ""])


def at_columns(qtbot, dialog, path):
    dialog.source.file_edit.setText(str(path))
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.step is Step.COLUMNS)


def at_preview(qtbot, dialog, path):
    at_columns(qtbot, dialog, path)
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.step is Step.PREVIEW, timeout=15000)


def listed(dialog):
    model = dialog.picks.model
    return [(model.index(row, 1).data(), model.index(row, 0).data()) for row in range(model.rowCount())]


def test_a_file_is_mapped_shown_picked_taken_and_undone(opened, house, tmp_path, qtbot, watchdog):
    before = house.everything()
    dialog = opened(house)
    watchdog.start()
    told = []
    dialog.changed.connect(lambda: told.append(len(house.directory.rows())))
    at_columns(qtbot, dialog, a_file(tmp_path, *SOME))
    assert dialog.columns.chosen.fields == (Field.NAME, Field.TENANT_ID, Field.USERNAME)
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.step is Step.PREVIEW)
    assert listed(dialog) == [("Problem", "Line 4"), ("Changed", "Contoso"), ("New", "New one"), ("Gone", "Gone")]
    assert "1 row has a problem" in dialog.picks.summary.text()
    assert dialog.go_button.text() == "Import 2"
    assert house.everything() == before
    click(qtbot, dialog.picks.boxes[Kind.GONE])
    assert dialog.go_button.text() == "Import 3"
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.step is Step.DONE)
    assert "1 customer was added. 1 customer was changed. 1 customer was removed." in dialog.done_label.text()
    assert {row.name for row in house.directory.rows()} == {"Contoso", "New one"}
    click(qtbot, dialog.undo_button)
    qtbot.waitUntil(lambda: "undone" in dialog.done_label.text())
    assert house.everything() == before
    assert told == [2, 2]
    assert not dialog.undo_button.isVisible()


def test_an_undo_says_what_stays_and_a_closed_window_holds_nothing_of_what_was_read(opened, house, tmp_path, qtbot):
    dialog = opened(house)
    at_preview(qtbot, dialog, a_file(tmp_path, *SOME))
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.step is Step.DONE)
    (new,) = [row.id for row in house.directory.rows() if row.name == "New one"]
    house.directory.note(HistoryEntry(1000.0, new, "signed-in", "anna"))
    read = id(dialog.preview)
    click(qtbot, dialog.undo_button)
    qtbot.waitUntil(lambda: "1 customer stays: it was used or changed since." in dialog.done_label.text())
    assert "New one" in {row.name for row in house.directory.rows()}
    dialog.close()
    qtbot.waitUntil(lambda: dialog.preview is None)
    assert dialog.picks.model.rowCount() == 0
    qtbot.waitUntil(lambda: not any(id(each) == read and type(each) is Preview for each in gc.get_objects()))


def test_every_row_can_be_picked_by_mouse_and_keyboard_and_all_of_a_kind_at_once(opened, house, tmp_path, qtbot):
    dialog = opened(house)
    names = [*(f"Customer {n}" for n in range(29)), "Żebra"]
    at_preview(qtbot, dialog, a_file(tmp_path, *([name, tenant_of(name), "anna@msp.example"] for name in names)))
    picks, box = dialog.picks, dialog.picks.boxes[Kind.NEW]
    assert box.isChecked()
    area = picks.table.visualRect(picks.model.index(0, 0))
    qtbot.mouseClick(picks.table.viewport(), Qt.MouseButton.LeftButton, pos=area.topLeft() + QPoint(14, area.height() // 2))
    assert len(picks.model.picked) == 29
    assert not box.isChecked()
    assert "29 picked" in box.text()
    qtbot.mouseClick(picks.table.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert len(picks.model.picked) == 29  # a click beside the box selects only
    picks.table.selectAll()
    qtbot.keyClick(picks.table, Qt.Key.Key_Space)
    assert len(picks.model.picked) == 32  # the gone ones too, deliberately
    qtbot.keyClick(picks.table, Qt.Key.Key_Space)
    assert picks.model.picked == set()
    assert not dialog.go_button.isEnabled()
    click(qtbot, box)
    assert len(picks.model.picked) == 30
    picks.search_edit.setText("ZEBR anna")
    assert listed(dialog) == [("New", "Żebra")]
    click(qtbot, box)
    assert len(picks.model.picked) == 29  # what the search hides is left as it is
    picks.search_edit.clear()
    picks.kind_box.setCurrentIndex(picks.kind_box.findData("gone"))
    assert {kind for kind, _ in listed(dialog)} == {"Gone"}


def test_the_mapping_can_be_changed_and_the_file_read_otherwise(opened, house, tmp_path, qtbot):
    path = tmp_path / "odd.csv"
    path.write_bytes(f"Alias,Firm,Id\nMüller,Müller GmbH,{CONTOSO}\n".encode("mac-roman"))
    dialog = opened(house)
    at_columns(qtbot, dialog, path)
    page = dialog.columns
    assert (page.encoding_box.currentText(), page.delimiter_box.currentText()) == ("Mac Roman", "Comma")
    assert page.chosen.fields[2] is Field.TENANT_ID
    name_at = page.chosen.fields.index(Field.NAME)
    other = 1 - name_at
    page._fields[other].setCurrentIndex(page._fields[other].findData("name"))
    page._fields[other].activated.emit(0)
    assert page.chosen.at(Field.NAME) == other
    page.encoding_box.setCurrentIndex(page.encoding_box.findData("cp1252"))
    page.encoding_box.activated.emit(0)
    qtbot.waitUntil(lambda: not dialog.working and page._table.encoding == "cp1252")
    page.header_box.setChecked(False)
    assert "Alias" in page._grid.itemAtPosition(0, 1).widget().text()
    click(qtbot, dialog.back_button)
    assert dialog.step is Step.SOURCE


def test_back_from_the_preview_leads_to_the_columns(opened, house, tmp_path, qtbot):
    dialog = opened(house)
    at_preview(qtbot, dialog, a_file(tmp_path, *SOME))
    click(qtbot, dialog.back_button)
    assert dialog.step is Step.COLUMNS
    assert house.directory.rows()[0].name == "Contoso alt"


def test_tenantdocks_own_export_needs_no_mapping(opened, house, tmp_path, qtbot):
    from tenantdock.domain.cancel import Cancel  # noqa: PLC0415

    path = house.exporting.to_json(tmp_path / "all.json", Cancel()).path
    dialog = opened(house)
    dialog.source.file_edit.setText(str(path))
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.step is Step.PREVIEW)
    assert {kind for kind, _ in listed(dialog)} == {"Same"}
    assert not dialog.go_button.isEnabled()
    click(qtbot, dialog.back_button)
    assert dialog.step is Step.SOURCE


def test_an_accounts_customers_are_read_with_a_sign_in_in_between(opened, house, qtbot):
    house.source.lists[CustomerList.GDAP] = SignInRequired("Graph asks anna to sign in.", next_step="Sign in.")
    dialog = opened(house)
    dialog.source.buttons[From.GDAP].setChecked(True)
    assert dialog.source.account_part.isVisible()
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(dialog.sign_in_button.isVisible)
    assert "asks anna to sign in" in dialog.error.text()
    assert dialog.focusWidget() is dialog.sign_in_button  # so that Enter does what helps
    assert (dialog.sign_in_button.kind, dialog.go_button.kind) == ("primary", "plain")
    assert dialog.sign_in_button.x() > dialog.go_button.x() > dialog.cancel_button.x()
    browser = QWidget()
    qtbot.addWidget(browser)
    browser.show()
    browser.activateWindow()
    qtbot.waitUntil(browser.isActiveWindow)
    house.source.lists[CustomerList.GDAP] = [ListedCustomer(tenant_of("a"), "A"), ListedCustomer(CONTOSO, "Contoso Ltd")]
    dialog.sign_in_button.click()
    qtbot.waitUntil(lambda: dialog.step is Step.PREVIEW)
    qtbot.waitUntil(dialog.isActiveWindow)  # the browser was in front
    assert dialog.go_button.kind == "primary"
    assert ("New", "A") in listed(dialog)
    assert ("Gone", "Gone") in listed(dialog)
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.step is Step.DONE)
    assert "A" in {row.name for row in house.directory.rows()}


def test_a_refusal_is_told_and_another_source_can_be_chosen(opened, house, qtbot):
    house.source.lists[CustomerList.TENANTS] = ListTrouble("Azure did not let anna.", next_step="Ask for the role.")
    dialog = opened(house)
    dialog.source.buttons[From.TENANTS].setChecked(True)
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: bool(dialog.error.text()))
    assert "Ask for the role." in dialog.error.text()
    assert not dialog.sign_in_button.isVisible()
    assert dialog.go_button.isEnabled()


def test_without_an_account_that_signed_in_one_is_asked_for(opened, qtbot):
    dialog = opened(ImportHouse())
    dialog.source.buttons[From.CONTRACTS].setChecked(True)
    qtbot.waitUntil(lambda: dialog.source.account_box.currentText() == "Another account\u2026")
    assert dialog.source.no_account.isVisible()
    assert not dialog.go_button.isEnabled()
    dialog.source.name_edit.setText("pia")
    assert not dialog.go_button.isEnabled()
    dialog.source.name_edit.setText("pia@partner.example")
    assert dialog.go_button.isEnabled()


@pytest.mark.parametrize("taken", [True, False])
def test_another_account_signs_in_first_and_stays_only_with_a_customer(opened, house, qtbot, taken):
    house.source.lists[CustomerList.GDAP] = [ListedCustomer(tenant_of("a"), "A")]
    dialog = opened(house)
    source = dialog.source
    source.buttons[From.GDAP].setChecked(True)
    assert not source.another_part.isVisible()  # somebody is signed in
    source.account_box.setCurrentIndex(source.account_box.count() - 1)
    assert source.another_part.isVisible()
    source.name_edit.setText("pia@partner.example")
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.step is Step.PREVIEW)
    (asked,) = house.identity.interactive_asks
    assert (asked.token.account.username, asked.token.tenant_id) == ("pia@partner.example", tenant_of("partner.example"))
    assert house.source.asked[-1] == (CustomerList.GDAP, "pia@partner.example")
    assert source.account_box.currentText() == "pia@partner.example"
    if taken:
        click(qtbot, dialog.go_button)
        qtbot.waitUntil(lambda: dialog.step is Step.DONE)
        (row,) = [row for row in house.directory.rows() if row.name == "A"]
        assert (row.username, row.enrolled) == ("pia@partner.example", True)
    dialog.cancel_button.click()
    qtbot.waitUntil(lambda: not house.importing._new)
    assert [each.username for each in house.identity.forgotten] == ([] if taken else ["pia@partner.example"])


def test_somebody_else_than_was_typed_is_refused(opened, house, qtbot):
    house.identity.person["graph"] = SignInFailed("Expected pia, got anna.", next_step="Sign in as pia.")
    dialog = opened(house)
    dialog.source.buttons[From.GDAP].setChecked(True)
    dialog.source.account_box.setCurrentIndex(dialog.source.account_box.count() - 1)
    dialog.source.name_edit.setText("pia@partner.example")
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: "Expected pia" in dialog.error.text())
    assert dialog.step is Step.SOURCE
    assert dialog.source.another
    assert not house.importing._new


def test_a_missing_file_is_told_and_can_be_chosen_again(opened, house, tmp_path, qtbot):
    dialog = opened(house)
    assert not dialog.go_button.isEnabled()
    dialog.source.file_edit.setText(str(tmp_path / "missing.csv"))
    dialog.activateWindow()
    dialog.source.file_edit.setFocus()
    qtbot.keyClick(dialog.source.file_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.error.text()))
    assert "could not be read" in dialog.error.text()
    assert dialog.source.isEnabled()
    assert dialog.focusWidget() is dialog.source.file_edit, "the person goes on typing where they were"


@pytest.mark.parametrize("way", ["button", "close"])
def test_an_import_can_be_cancelled_while_it_works(opened, house, tmp_path, qtbot, watchdog, way):
    dialog = opened(house)
    at_preview(qtbot, dialog, a_file(tmp_path, *SOME))
    before, gate, began = house.everything(), threading.Event(), threading.Event()
    real = house.directory.apply

    def slow(changes, step):
        began.set()
        gate.wait(5)
        return real(changes, step)

    house.directory.apply = slow
    watchdog.start()
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(began.is_set)
    assert dialog.bar.isVisible()
    assert not dialog.picks.isEnabled()
    if way == "button":
        click(qtbot, dialog.cancel_button)
    else:
        dialog.close()
    gate.set()
    qtbot.waitUntil(lambda: not dialog.working)
    assert house.everything() == before
    if way == "button":
        assert "Nothing was changed" in dialog.status.text()
        assert dialog.step is Step.PREVIEW


def test_an_import_that_was_saved_before_its_window_closed_shows_in_the_list(opened, house, tmp_path, qtbot):
    dialog = opened(house)
    at_preview(qtbot, dialog, a_file(tmp_path, *SOME))
    gate, saved = threading.Event(), threading.Event()
    real = house.directory.apply

    def slow(changes, step):
        undo = real(changes, step)
        saved.set()
        gate.wait(5)
        return undo

    house.directory.apply = slow
    told, answers = [], []
    dialog.changed.connect(lambda: told.append(True))
    dialog.answered.connect(answers.append)
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(saved.is_set)
    dialog.close()
    assert not dialog.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: len(answers) == 1)
    assert told == [True]
    assert answers[0].added == 1
    assert dialog.applied is answers[0]  # what the main window offers to undo


@pytest.mark.parametrize("fails", [False, True])
def test_an_undo_during_which_the_window_closes_is_told(opened, house, tmp_path, qtbot, monkeypatch, fails):
    dialog = opened(house)
    before = house.everything()
    at_preview(qtbot, dialog, a_file(tmp_path, *SOME))
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.step is Step.DONE)
    gate, began, real, failures = threading.Event(), threading.Event(), house.importing.undo, []

    def slow(applied):
        began.set()
        gate.wait(5)
        if fails:
            raise StorageTrouble("The disk is full.", next_step="Free some room.")
        return real(applied)

    monkeypatch.setattr(house.importing, "undo", slow)
    monkeypatch.setattr(dialog._loop._mailbox, "_failed", failures.append)
    told, answers = [], []
    dialog.changed.connect(lambda: told.append(True))
    dialog.answered.connect(answers.append)
    click(qtbot, dialog.undo_button)
    qtbot.waitUntil(began.is_set)
    dialog.close()
    assert not dialog.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: len(answers) == 1)
    qtbot.wait(20)
    if fails:
        assert [str(each) for each in failures] == [str(StorageTrouble("The disk is full.", next_step="Free some room."))]
        assert answers == [dialog.applied] != [None]  # it can be undone again
    else:
        assert (told, answers, dialog.applied) == ([True], [None], None)
        assert house.everything() == before


def test_five_thousand_rows_block_nothing(opened, house, tmp_path, qtbot, watchdog):
    path = a_file(tmp_path, *([f"Customer {n}", tenant_of(str(n)), "anna@msp.example"] for n in range(5000)))
    dialog = opened(house)
    watchdog.start()
    at_preview(qtbot, dialog, path)
    assert dialog.go_button.text() == "Import 5,000"
    for text in ("c", "cu", "customer 4", ""):
        dialog.picks.search_edit.setText(text)
        qtbot.wait(1)


@pytest.fixture
def settled_heap():
    """What other tests left is nobody's garbage: a collection walks what this test makes, as in a program that just started."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("settled_heap")
def test_ten_megabytes_of_garbage_are_listed_as_problems_and_block_nothing(opened, house, tmp_path, qtbot, watchdog):
    path = tmp_path / "garbage.csv"
    line = b'Customer %d;"<b>\x1b[31m\xe2\x80\xae\xf0\x9f\x99\x82 & Co ""x""";not an id;=cmd|calc;' + b"\xff\x80" * 40 + b"\n"
    path.write_bytes(b"".join(line % number for number in range(70_000)))
    assert path.stat().st_size > 10_000_000
    dialog = opened(house)
    watchdog.start()
    dialog.source.file_edit.setText(str(path))
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.step is Step.COLUMNS, timeout=60_000)
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.step is Step.PREVIEW, timeout=60_000)
    assert dialog.picks.model.count(Kind.PROBLEM) == 69_999  # the first row was taken for names
    assert not dialog.go_button.isEnabled()


def test_hostile_names_are_shown_as_text_on_every_page(opened, house, tmp_path, qtbot):
    hostile = [GERMAN, *HOSTILE_NAMES]
    path = a_file(
        tmp_path,
        *([each, tenant_of(each), "anna@msp.example", each] for each in hostile),
        header=f"Name;Tenant ID;User name;{HOSTILE_NAMES[0]}",
    )
    dialog = opened(house)
    at_preview(qtbot, dialog, path)
    model = dialog.picks.model
    texts = [model.index(row, column).data() for row in range(model.rowCount()) for column in range(5)]
    assert not any(character in text for text in texts for character in "\u202e\x1b\x07\n\r\t")
    tips = [model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(model.rowCount())]
    assert not any("<img" in tip or "<b>" in tip for tip in tips)
    assert len([name for kind, name in listed(dialog) if kind == "New"]) == len(hostile)


def test_a_list_that_is_here_already_says_that_there_is_nothing_to_do(opened, house, tmp_path, qtbot):
    path = a_file(tmp_path, ["Contoso alt", CONTOSO, "anna@msp.example"], ["Gone", FABRIKAM, "anna@msp.example"])
    dialog = opened(house)
    at_preview(qtbot, dialog, path)
    assert {kind for kind, _ in listed(dialog)} == {"Same"}
    assert dialog.picks.summary.text() == "2 are here already. There is nothing to import."
    assert not dialog.go_button.isEnabled()


def test_details_take_room_only_where_there_are_some(opened, house, tmp_path, qtbot):
    dialog = opened(house)
    at_preview(qtbot, dialog, a_file(tmp_path, ["Fresh", tenant_of("fresh"), "anna@msp.example"]))
    assert dialog.picks.table.isColumnHidden(2)
    narrow = dialog.picks.table.columnWidth(0)
    click(qtbot, dialog.back_button)
    click(qtbot, dialog.back_button)
    at_preview(qtbot, dialog, a_file(tmp_path, *SOME))
    assert not dialog.picks.table.isColumnHidden(2)
    assert dialog.picks.table.columnWidth(0) < narrow


def test_what_is_wrong_with_a_file_has_the_room_of_what_it_does_not_say(opened, house, tmp_path, qtbot):
    for each in list(house.directory.every()):
        house.directory.remove_all([each.id])
    dialog = opened(house)
    at_preview(qtbot, dialog, a_file(tmp_path, ["Wrong", "x", ""]))
    table = dialog.picks.table
    assert [at for at in range(5) if table.isColumnHidden(at)] == [3, 4]
    assert table.columnWidth(2) > table.viewport().width() // 3


def test_a_list_without_customers_says_whose_it_is_and_another_source_gets_its_room(opened, house, qtbot):
    house.source.lists[CustomerList.GDAP] = []
    for each in list(house.directory.every()):
        house.directory.remove_all([each.id])
    house.directory.add(a_connection("Own company", home_account_id=f"{tenant_of('somebody')}.{CONTOSO}"))
    dialog = opened(house)
    dialog.resize(dialog.width(), dialog.minimumSizeHint().height())
    click(qtbot, dialog.source.buttons[From.GDAP])
    qtbot.waitUntil(lambda: dialog._area.verticalScrollBar().maximum() == 0)
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.step is Step.PREVIEW)
    assert dialog.source.account_box.currentText() in dialog.picks.summary.text()
