"""Moving to another machine: the windows, over the real workflow and doubles of the directory and the vault."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from support.desktop import HOSTILE_NAMES
from support.directory import FABRIKAM, HOME, a_connection
from support.fakes import FakeClock, FakeIdentity, MemoryDirectory, MemoryVault
from tenantdock.desktop.loop import Loop
from tenantdock.desktop.moving import LEAST, ExportDialog, ImportDialog, strength
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.errors import BadInput, StorageTrouble
from tenantdock.domain.secret import Secret
from tenantdock.vault.packing import check_passphrase
from tenantdock.workflows.moving import Moving

PHRASE = "correct horse battery staple"


class Machine:
    def __init__(self) -> None:
        self.directory = MemoryDirectory()
        self.vault = MemoryVault()
        clock = FakeClock()
        identity = FakeIdentity(clock)
        self.moving = Moving(directory=self.directory, vault=self.vault, identity=identity, clouds=Clouds(), clock=clock)


@pytest.fixture
def old():
    machine = Machine()
    saved = machine.directory.add(a_connection("Contoso", home_account_id=HOME))
    machine.vault.seal(saved.account.id, b"TOKENS")
    machine.directory.add(a_connection("Fabrikam", tenant=FABRIKAM, username="ben@msp.example"))
    return machine


@pytest.fixture
def opened(qapp, qtbot):
    made = []

    def build(kind, machine):
        failures = []
        loop = Loop(failures.append)
        dialog = kind(machine.moving, loop)
        qtbot.addWidget(dialog)
        dialog.show()
        made.append((dialog, loop, failures))
        return dialog

    yield build
    for dialog, loop, failures in made:
        dialog.done(0)
        assert loop.close(2.0), "a worker was left behind"
        assert not failures


@pytest.fixture
def file(tmp_path, old):
    path = tmp_path / "all.tenantdock"
    from tenantdock.domain.cancel import Cancel  # noqa: PLC0415

    old.moving.export_to(path, Secret(PHRASE), sign_ins=True, cancel=Cancel())
    return path


def fill(dialog, path, phrase=PHRASE):
    dialog.file_edit.setText(str(path))
    dialog.passphrase_edit.setText(phrase)
    if isinstance(dialog, ExportDialog):
        dialog.again_edit.setText(phrase)


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def read(qtbot, dialog, path):
    fill(dialog, path)
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.preview is not None)


def no_passphrase_left(dialog):
    return not any(edit.text() for edit in dialog.findChildren(QLineEdit) if edit.echoMode() == QLineEdit.EchoMode.Password)


# --- export


def test_export_waits_for_a_passphrase_typed_twice(opened, old, tmp_path):
    dialog = opened(ExportDialog, old)
    assert not dialog.go_button.isEnabled()
    assert not dialog.isModal()
    fill(dialog, tmp_path / "x", "short")
    assert "Too short: 7 more characters." in dialog.strength_label.text()
    assert not dialog.go_button.isEnabled()
    fill(dialog, tmp_path / "x")
    assert dialog.strength_label.text() == "Strong."
    assert dialog.go_button.isEnabled()
    dialog.again_edit.setText("another passphrase")
    assert "not the same" in dialog.again_label.text()
    assert not dialog.go_button.isEnabled()
    assert dialog.passphrase_edit.echoMode() == QLineEdit.EchoMode.Password


@pytest.mark.parametrize(
    "phrase", ["", "short", "x" * LEAST, "abcdabcdabcd", "abcdeabcdeab", "a" * (LEAST - 1), "five words drawn by lot"]
)
def test_the_window_takes_what_the_vault_takes(phrase):
    try:
        check_passphrase(Secret(phrase))
        taken = True
    except BadInput:
        taken = False
    assert strength(phrase)[0] == taken


def test_a_sealed_file_that_is_there_is_replaced_only_after_a_question(opened, old, file, qtbot):
    before = file.read_bytes()
    dialog = opened(ExportDialog, old)
    fill(dialog, file)
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: not dialog.working)
    assert "is there already" in dialog.status.text()
    assert dialog.go_button.text() == "Replace the file"
    assert file.read_bytes() == before
    dialog.file_edit.setText(f"{file}x")
    assert dialog.go_button.text() == "Export"
    dialog.file_edit.setText(str(file))
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: "is there already" in dialog.status.text())
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.summary is not None)
    assert file.read_bytes() != before


def test_the_systems_window_did_not_ask_about_what_a_name_with_a_dot_becomes(opened, old, tmp_path, qtbot):
    there = tmp_path / "customers 27.11.tenantdock"
    there.write_text("what somebody needs")
    dialog = opened(ExportDialog, old)
    fill(dialog, tmp_path / "x")
    dialog._choose()
    dialog.findChild(QFileDialog).fileSelected.emit(str(tmp_path / "customers 27.11"))
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: "is there already" in dialog.status.text())
    assert there.read_text() == "what somebody needs"
    dialog._choose()
    dialog.findChildren(QFileDialog)[-1].fileSelected.emit(str(there))
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.summary is not None)
    assert there.read_bytes() != b"what somebody needs"


def test_export_writes_the_file_and_says_what_is_in_it(opened, old, tmp_path, qtbot):
    dialog = opened(ExportDialog, old)
    fill(dialog, tmp_path / "my file")
    plain = dialog.sign_ins_label.text()
    dialog.sign_ins_box.setChecked(True)
    assert "act as you" in dialog.sign_ins_label.text()
    assert "sign in once" in plain
    answers = []
    dialog.answered.connect(answers.append)
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.summary is not None)
    assert (tmp_path / "my file.tenantdock").exists()
    assert "2 customers and 1 sign-in" in dialog.status.text()
    assert not dialog.form.isVisible()
    assert no_passphrase_left(dialog)
    click(qtbot, dialog.cancel_button)
    assert answers == [dialog.summary]


def test_sign_ins_that_could_not_be_read_are_named_in_a_text_that_follows_the_language(opened, old, tmp_path, qtbot):
    def damaged(_account_id):
        raise StorageTrouble("It is damaged.", next_step="Sign in again.")

    old.vault.unseal = damaged
    dialog = opened(ExportDialog, old)
    fill(dialog, tmp_path / "x")
    dialog.sign_ins_box.setChecked(True)
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.summary is not None)
    assert dialog.status.told is not None
    assert "could not be read: anna@msp.example." in dialog.status.told.again()


def test_without_a_tick_no_sign_in_goes(opened, old, tmp_path, qtbot):
    dialog = opened(ExportDialog, old)
    assert not dialog.sign_ins_box.isChecked()
    fill(dialog, tmp_path / "x")
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.summary is not None)
    assert dialog.summary.sign_ins == 0


def test_a_failed_export_says_why_and_can_be_tried_again(opened, old, tmp_path, qtbot):
    dialog = opened(ExportDialog, old)
    fill(dialog, tmp_path / "no folder" / "x")
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: bool(dialog.error.text()))
    assert "could not be written" in dialog.error.text()
    assert dialog.form.isEnabled()
    fill(dialog, tmp_path / "x")
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.summary is not None)
    assert not dialog.error.isVisible()


def test_export_can_be_cancelled_while_it_works(opened, old, tmp_path, qtbot, watchdog):
    gate, began = threading.Event(), threading.Event()
    real = old.vault.pack

    def slow(plain, passphrase):
        began.set()
        gate.wait(5)
        return real(plain, passphrase)

    old.vault.pack = slow
    dialog = opened(ExportDialog, old)
    fill(dialog, tmp_path / "x")
    watchdog.start()
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(began.is_set)
    assert dialog.working
    assert not dialog.form.isEnabled()
    click(qtbot, dialog.cancel_button)
    gate.set()
    qtbot.waitUntil(lambda: not dialog.working)
    assert "Cancelled" in dialog.status.text()
    assert list(tmp_path.iterdir()) == []


def test_closing_the_window_cancels_and_leaves_no_passphrase(opened, old, tmp_path, qtbot):
    gate = threading.Event()
    real = old.vault.pack
    old.vault.pack = lambda *args: (gate.wait(5), real(*args))[1]
    dialog = opened(ExportDialog, old)
    fill(dialog, tmp_path / "x")
    click(qtbot, dialog.go_button)
    dialog.close()
    gate.set()
    assert no_passphrase_left(dialog)
    qtbot.waitUntil(lambda: not dialog.working)
    assert list(tmp_path.iterdir()) == []


# --- import


def test_import_shows_what_would_change_before_it_changes_anything(opened, file, qtbot):
    new = Machine()
    new.directory.add(a_connection("Contoso", services=("azure",)))
    dialog = opened(ImportDialog, new)
    assert not dialog.go_button.isEnabled()
    read(qtbot, dialog, file)
    text = dialog.list.toPlainText()
    assert text.splitlines()[0].startswith("Contoso")
    assert "other settings" in text.splitlines()[0]
    assert "new" in text.splitlines()[1]
    assert no_passphrase_left(dialog)
    assert dialog.sign_ins_box.isChecked()
    assert not dialog.changed_box.isChecked()
    assert not dialog.commands_box.isChecked()
    assert len(new.directory.rows()) == 1


def test_import_and_undo(opened, file, qtbot):
    new = Machine()
    dialog = opened(ImportDialog, new)
    told = []
    dialog.changed.connect(lambda: told.append(len(new.directory.rows())))
    read(qtbot, dialog, file)
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.applied is not None)
    assert "2 customers were added. 1 account is signed in." in dialog.status.text()
    assert list(new.vault.kept.values()) == [b"TOKENS"]
    assert dialog.undo_button.isVisible()
    click(qtbot, dialog.undo_button)
    qtbot.waitUntil(lambda: new.directory.rows() == [])
    qtbot.waitUntil(lambda: "undone" in dialog.status.text())
    assert told == [2, 0]
    assert not dialog.undo_button.isVisible()


def test_what_is_here_already_changes_nothing_and_is_said(opened, old, file, qtbot):
    dialog = opened(ImportDialog, old)
    read(qtbot, dialog, file)
    click(qtbot, dialog.go_button)
    qtbot.waitUntil(lambda: dialog.applied is not None)
    assert "Nothing was changed" in dialog.status.text()
    assert not dialog.undo_button.isVisible()


def test_a_wrong_passphrase_is_said_and_can_be_typed_again(opened, file, qtbot):
    dialog = opened(ImportDialog, Machine())
    fill(dialog, file, "a wrong passphrase")
    dialog.activateWindow()
    dialog.passphrase_edit.setFocus()
    qtbot.keyClick(dialog.passphrase_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog.error.text()))
    assert dialog.preview is None
    assert dialog.focusWidget() is dialog.passphrase_edit
    qtbot.keyClicks(dialog.passphrase_edit, "another")
    assert dialog.passphrase_edit.text() == "another"
    assert dialog.passphrase_edit.isEnabled()
    read(qtbot, dialog, file)


def test_hostile_names_in_a_file_are_shown_as_plain_lines(opened, tmp_path, qtbot):
    from tenantdock.domain.cancel import Cancel  # noqa: PLC0415

    old = Machine()
    for number, name in enumerate(each for each in HOSTILE_NAMES if "\0" not in each and each.strip()):
        made = a_connection(name[:300], username=f"u{number}@msp.example")
        old.directory.add(replace(made, tenant=replace(made.tenant, name="x")))
    count = len(old.directory.rows())
    path = tmp_path / "h.tenantdock"
    old.moving.export_to(path, Secret(PHRASE), sign_ins=False, cancel=Cancel())
    dialog = opened(ImportDialog, Machine())
    read(qtbot, dialog, path)
    lines = dialog.list.toPlainText().split("\n")
    assert len(lines) == count
    assert not any("\u202e" in line for line in lines)


@pytest.mark.parametrize("what", ["import", "undo"])
def test_what_was_saved_while_the_window_closed_shows_in_the_list(opened, file, qtbot, monkeypatch, what):
    new = Machine()
    dialog = opened(ImportDialog, new)
    gate, began, told, answers = threading.Event(), threading.Event(), [], []
    read(qtbot, dialog, file)
    if what == "undo":
        click(qtbot, dialog.go_button)
        qtbot.waitUntil(lambda: dialog.applied is not None)
    name = "apply" if what == "import" else "undo"
    real = getattr(new.moving, name)

    def slow(*args):
        result = real(*args)
        began.set()
        gate.wait(5)
        return result

    monkeypatch.setattr(new.moving, name, slow)
    dialog.changed.connect(lambda: told.append(len(new.directory.rows())))
    dialog.answered.connect(answers.append)
    click(qtbot, dialog.go_button if what == "import" else dialog.undo_button)
    qtbot.waitUntil(began.is_set)
    dialog.close()
    qtbot.wait(20)
    assert (told, answers) == ([], [])
    gate.set()
    qtbot.waitUntil(lambda: len(answers) == 1)
    assert told == [2 if what == "import" else 0]
    assert answers == [dialog.applied]
    assert (dialog.applied is None) is (what == "undo")
