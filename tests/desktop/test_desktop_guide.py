"""The guide through the first steps: what it finds, what can be copied, when it comes by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from support.desktop import FakeMemory, FakeWorkflows, Gate, row
from support.readiness import BAD, GOOD, scripted_readiness
from tenantdock.desktop.add import AddDialog
from tenantdock.desktop.guide import GuideDialog
from tenantdock.desktop.loop import Loop
from tenantdock.desktop.parts import Button
from tenantdock.domain.errors import TenantDockError
from tenantdock.workflows.readiness import KEYRING, MODULES, POWERSHELL


class Playground:
    def __init__(self) -> None:
        self.started = 0
        self.fails: TenantDockError | None = None

    def start(self):
        if self.fails is not None:
            raise self.fails
        self.started += 1


@pytest.fixture
def open_guide(qtbot, watchdog):
    failures: list[BaseException] = []
    loop = Loop(failures.append)

    def make(finds=GOOD, before=lambda _cancel: None, **options):
        guide = GuideDialog(scripted_readiness(finds, before), loop, **options)
        qtbot.addWidget(guide)
        guide.show()
        watchdog.start()
        return guide

    yield make
    assert loop.close()
    assert failures == []


def texts(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def looked(guide, qtbot):
    qtbot.waitUntil(guide.again_button.isEnabled)
    qtbot.waitUntil(lambda: guide.rows[MODULES].step.finding is not None)


def primaries(guide):
    return [each for each in guide.findChildren(Button) if each.isVisible() and each.kind == "primary"]


def test_three_steps_by_keyboard(open_guide, qtbot):
    guide = open_guide()
    looked(guide, qtbot)
    assert guide.step_label.text() == "Step 1 of 3"
    assert guide.next_button.hasFocus()
    assert not guide.back_button.isEnabled()
    qtbot.keyClick(guide.next_button, Qt.Key.Key_Return)
    assert guide.step_label.text() == "Step 2 of 3"
    qtbot.keyClick(guide.next_button, Qt.Key.Key_Return)
    assert guide.step_label.text() == "Step 3 of 3"
    assert guide.next_button.text() == "Done"
    assert [each.text() for each in primaries(guide)] == ["Add a customer\u2026"]
    assert guide.add_button.hasFocus()
    assert not guide.skip_button.isVisible()
    qtbot.mouseClick(guide.back_button, Qt.MouseButton.LeftButton)
    assert guide.step == 1
    assert primaries(guide) == [guide.next_button]
    qtbot.keyClick(guide.next_button, Qt.Key.Key_Return)
    qtbot.keyClick(guide.next_button, Qt.Key.Key_Return)
    assert not guide.isVisible()


def test_it_blocks_nothing_and_can_be_skipped_while_it_looks(open_guide, qtbot):
    gate = Gate()
    guide = open_guide(before=gate.wait)
    assert not guide.isModal()
    qtbot.waitUntil(gate.reached.is_set)
    assert not guide.again_button.isEnabled()
    qtbot.mouseClick(guide.skip_button, Qt.MouseButton.LeftButton)
    assert not guide.isVisible()


def test_what_comes_after_it_was_closed_and_destroyed_goes_nowhere(qapp, qtbot):
    """The fixture's failures would have it; so here the gate listens to no cancel, and the window is gone before it opens."""
    failures: list[BaseException] = []
    loop, gate, playground = Loop(failures.append), Gate(hard=True), Playground()
    guide = GuideDialog(scripted_readiness(GOOD, gate.wait), loop, playground=playground)
    guide.show()
    qtbot.waitUntil(gate.reached.is_set)
    guide.practice_button.click()
    guide.reject()
    guide.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gate.open()
    qtbot.waitUntil(lambda: playground.started == 1)
    qtbot.wait(200)
    assert loop.close()
    assert failures == []


def test_what_is_missing_is_told_with_commands_to_copy(open_guide, qtbot):
    guide = open_guide(BAD)
    looked(guide, qtbot)
    box, value = guide.commands[POWERSHELL]
    assert box.isVisible()
    assert value.text() == "sudo snap install powershell --classic"
    guide.findChild(QAbstractButton, f"guideCopy-{POWERSHELL}").click()
    assert QGuiApplication.clipboard().text() == "sudo snap install powershell --classic"
    qtbot.waitUntil(lambda: "Microsoft.Graph.Authentication: not found" in texts(guide.modules))
    copy = next(each for each in guide.modules.findChildren(QAbstractButton) if "MicrosoftTeams" in each.accessibleName())
    copy.click()
    assert QGuiApplication.clipboard().text() == "Install-Module MicrosoftTeams -Scope CurrentUser"
    guide.next_button.click()
    assert "no keyring" in texts(guide.rows[KEYRING])
    guide.keyring_copy.click()
    assert QGuiApplication.clipboard().text() == "Install gnome-keyring, log out and in again."


def test_what_was_installed_meanwhile_is_found_when_it_looks_again(open_guide, qtbot):
    finds = dict(BAD)
    guide = open_guide(finds)
    looked(guide, qtbot)
    assert guide.commands[POWERSHELL][0].isVisible()
    finds.update(GOOD)
    guide.again_button.click()
    looked(guide, qtbot)
    assert not guide.commands[POWERSHELL][0].isVisible()
    assert "Consoles use PowerShell 7" in texts(guide.rows[POWERSHELL])
    qtbot.waitUntil(lambda: "2.31.0" in texts(guide.modules))
    assert "not found" not in texts(guide.modules)


def test_the_practice_cloud_is_started_beside_it_or_says_why_not(open_guide, qtbot):
    playground = Playground()
    guide = open_guide(playground=playground)
    looked(guide, qtbot)
    guide._turn(2)
    guide.practice_button.click()
    qtbot.waitUntil(lambda: playground.started == 1 and guide.practice_button.isEnabled())
    assert "starting" in guide.practice_label.text()
    playground.fails = TenantDockError(
        "The practice cloud could not be started (No such file).", next_step="Start it in a terminal."
    )
    guide.practice_button.click()
    qtbot.waitUntil(lambda: "terminal" in guide.practice_label.text())
    assert guide.practice_button.isEnabled()


def test_on_the_practice_cloud_itself_there_is_no_other(open_guide, qtbot):
    guide = open_guide(playground=None)
    looked(guide, qtbot)
    guide._turn(2)
    assert not guide.practice_button.isEnabled()
    assert "already" in guide.practice_label.text()
    assert not guide.import_button.isVisible()


def test_names_and_roles(open_guide, qtbot):
    guide = open_guide(BAD, importing=True, playground=Playground())
    looked(guide, qtbot)
    for button in guide.findChildren(QAbstractButton):
        interface = QAccessible.queryAccessibleInterface(button)
        assert interface.text(QAccessible.Text.Name), button.objectName()
        assert interface.role() == QAccessible.Role.Button or button.isCheckable()
    assert guide.findChild(QWidget, "guideCommand-powershell").accessibleName()
    assert "Failed" in guide.rows[POWERSHELL].accessibleName()


# --- when it comes


def fakes(*rows):
    made = FakeWorkflows(rows)
    made.readiness = scripted_readiness(GOOD)
    return made


def guides(desktop):
    return [dialog for dialog in desktop.windows.all() if isinstance(dialog, GuideDialog)]


def test_it_comes_at_the_very_first_start_and_not_again(make_desktop, qtbot):
    memory = FakeMemory()
    desktop = make_desktop(fakes(), memory=memory)
    qtbot.waitUntil(lambda: len(guides(desktop)) == 1)
    (guide,) = guides(desktop)
    assert guide.isVisible()
    guide.reject()
    qtbot.waitUntil(lambda: guides(desktop) == [])
    qtbot.waitUntil(lambda: "guided" in memory.values)
    again = make_desktop(fakes(), memory=memory)
    qtbot.wait(400)
    assert guides(again) == []
    again.commands.guide()
    assert len(guides(again)) == 1
    again.commands.guide()
    assert len(guides(again)) == 1, "one is enough"


@pytest.mark.parametrize("why", ["customers", "practice", "nothing to look with"])
def test_it_does_not_come(make_desktop, qtbot, why):
    made = fakes(*([row(1)] if why == "customers" else []))
    if why == "nothing to look with":
        made.readiness = None
    desktop = make_desktop(made, practice=why == "practice")
    qtbot.wait(400)
    assert guides(desktop) == []


def test_its_last_step_opens_the_window_that_adds_a_customer(make_desktop, qtbot):
    desktop = make_desktop(fakes())
    qtbot.waitUntil(lambda: len(guides(desktop)) == 1)
    (guide,) = guides(desktop)
    guide._turn(2)
    guide.add_button.click()
    qtbot.waitUntil(lambda: any(isinstance(each, AddDialog) and each.isVisible() for each in desktop.windows.all()))
    assert guides(desktop) == []
