"""Whatever a person opens and closes again leaves nothing, however often: neither windows, nor what belongs to them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton

from support.desktop import HOME, FakeWorkflows, Gate, refusal, rows, session
from support.directory import a_connection
from support.doctor import FAILED, PASSED, scripted_doctor
from support.fakes import FakeClock, FakeIdentity, MemoryDirectory, MemoryVault
from support.growth import growth
from support.importing import tenant_of
from support.readiness import GOOD, scripted_readiness
from support.settings_house import SettingsHouse
from tenantdock.desktop import placing
from tenantdock.desktop.add import AddDialog
from tenantdock.desktop.asking import NameDialog
from tenantdock.desktop.confirming import ConfirmDialog
from tenantdock.desktop.details import DetailsDialog
from tenantdock.desktop.doctor import DoctorDialog
from tenantdock.desktop.guide import GuideDialog
from tenantdock.desktop.importing import CustomersImportDialog
from tenantdock.desktop.moving import ExportDialog, ImportDialog
from tenantdock.desktop.proxying import ProxyDialog
from tenantdock.desktop.settings import SettingsDialog, searching
from tenantdock.desktop.signin import SignInDialog
from tenantdock.desktop.theme import Look, theme
from tenantdock.desktop.trouble import ErrorDialog, QuestionDialog, RefusalDialog
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.errors import NetworkTrouble, NotFound, ProxyAuthentication
from tenantdock.domain.filing import Wanted
from tenantdock.domain.proof import Candidate
from tenantdock.domain.signin import DeviceCode, Progress, Rung
from tenantdock.workflows.moving import Moving

pytestmark = [pytest.mark.timeout(300), pytest.mark.may_block("all that Python holds is counted")]
PHRASE = "correct horse battery staple"


class House:
    """A desktop with everything, and a person at it who opens things and closes them again."""

    def __init__(self, make_desktop, qtbot, folder) -> None:
        self.qtbot, self.folder = qtbot, folder
        saved = [replace(each, group=f"Group {at % 3}", favourite=each.id in {"c11", "c12"}) for at, each in enumerate(rows(40))]
        self.fakes = FakeWorkflows(saved)
        self.fakes.doctor = scripted_doctor({"clock": PASSED, "sts": FAILED})[0]
        self.fakes.readiness = scripted_readiness(GOOD)
        self.settings_house = SettingsHouse(folder / "settings")
        self.fakes.configuring = self.settings_house.configuring
        directory = MemoryDirectory()
        directory.add_all([a_connection("Contoso")])
        clock = FakeClock()
        self.fakes.moving = Moving(
            directory=directory, vault=MemoryVault(), identity=FakeIdentity(clock), clouds=Clouds(), clock=clock
        )
        self.fakes.agent.open = [session(number) for number in (1, 2, 3)]
        self.desktop = make_desktop(self.fakes)
        self.window = self.desktop.window
        self.window.resize(1400, 800)

    def shown(self, kind):
        """Wait for a window and return it."""

        def found():
            return [each for each in self.desktop.windows.all() if type(each) is kind and each.isVisible()]

        self.qtbot.waitUntil(lambda: bool(found()))
        return found()[0]

    def close(self):
        """Close every dialog as its cross does, and wait until the desktop has let go of it."""
        for _ in range(10):
            open_now = [each for each in self.desktop.windows.all() if each.isVisible()]
            if not open_now:
                break
            for each in open_now:
                each.close()
            self.qtbot.wait(1)
        self.qtbot.waitUntil(lambda: not self.desktop.windows.all())

    def close_menus(self):
        """Leave the menus that are open by Esc."""
        while menus := [each for each in QApplication.topLevelWidgets() if isinstance(each, QMenu) and each.isVisible()]:
            QTest.keyClick(menus[-1], Qt.Key.Key_Escape)
            self.qtbot.wait(1)

    # What a person does

    def details(self):
        self.desktop.command("details", "c3")
        shown = self.shown(DetailsDialog)
        for tab in range(shown.tabs.count()):
            shown.tabs.setCurrentIndex(tab)
        self.qtbot.waitUntil(lambda: shown.history_list.count() > 0)
        shown.findChild(QPushButton, "portals").click()
        self.close_menus()

    def details_given_up(self):
        self.desktop.command("details", "c3")
        shown = self.shown(DetailsDialog)
        self.qtbot.waitUntil(lambda: shown.history_list.count() > 0)
        shown.name_edit.setText("Another name")
        shown.close()
        self.shown(QuestionDialog).answer(True)

    def add(self):
        self.desktop.add_customer()
        shown = self.shown(AddDialog)
        shown.username_edit.setText("admin@fabrikam.example")
        shown.username_edit.editingFinished.emit()
        self.qtbot.waitUntil(lambda: shown.found is not None)

    def settings(self):
        self.desktop.open_settings()
        shown = self.shown(SettingsDialog)
        for page in range(len(shown.pages)):
            shown.list.setCurrentRow(page)
            self.qtbot.waitUntil(lambda page=page: not shown.pages[page].busy)
        shown.search_edit.setText("proxy")
        shown.search_edit.clear()
        self.qtbot.waitUntil(shown.consoles.look_button.isEnabled)

    def palette(self):
        self.window.activateWindow()
        finding = self.desktop.finding
        for step in ("services_wanted", "portals_wanted"):
            finding.open("c")
            self.qtbot.waitUntil(lambda: finding.ready and finding.window.chosen is not None)
            getattr(finding.window, step).emit(finding.window.chosen.row.id)
            self.qtbot.waitUntil(lambda: finding.window.step is not None)
            finding.window.leave_step()
            finding.window.left_at = 0.0
            finding.window.hide()
            finding.window.left_at = 0.0
        finding.close()  # as after ten minutes without a use

    def importing(self):
        text = io.StringIO()
        names = ("Contoso", "Fabrikam")
        csv.writer(text, delimiter=";").writerows([["Name", "Tenant ID"], *([name, tenant_of(name)] for name in names)])
        path = self.folder / "customers.csv"
        path.write_text(text.getvalue(), "utf-8")
        self.desktop.commands.import_(str(path))
        shown = self.shown(CustomersImportDialog)
        self.qtbot.waitUntil(lambda: shown.step.name == "COLUMNS")
        shown.go_button.click()
        self.qtbot.waitUntil(lambda: shown.step.name == "PREVIEW")

    def exporting(self):
        self.desktop.command("export")

    def sealed(self):
        path = self.folder / "all.tenantdock"
        path.unlink(missing_ok=True)
        self.desktop.commands._open("moving", "ExportDialog")
        shown = self.shown(ExportDialog)
        for edit, text in ((shown.file_edit, str(path)), (shown.passphrase_edit, PHRASE), (shown.again_edit, PHRASE)):
            edit.setText(text)
        shown.go_button.click()
        self.qtbot.waitUntil(lambda: shown.summary is not None, timeout=20_000)
        self.close()
        self.desktop.commands._open("moving", "ImportDialog")
        taking = self.shown(ImportDialog)
        taking.file_edit.setText(str(path))
        taking.passphrase_edit.setText(PHRASE)
        taking.go_button.click()
        self.qtbot.waitUntil(lambda: taking.preview is not None, timeout=20_000)

    def consoles(self):
        self.desktop.open_sessions()
        self.desktop.sessions.renew(["s2"])
        self.qtbot.waitUntil(lambda: not self.desktop.sessions._renewing)
        self.desktop.sessions.window.close()

    def doctor(self):
        self.desktop.command("test", "c3")
        shown = self.shown(DoctorDialog)
        self.qtbot.waitUntil(lambda: shown.report is not None)

    def guide(self):
        self.desktop.command("guide")
        shown = self.shown(GuideDialog)
        self.qtbot.waitUntil(shown.again_button.isEnabled)
        for _ in range(2):
            shown._next()

    def keyboard(self):
        self.desktop.command("keyboard")

    def error(self):
        failure = NotFound("The file is not there.", next_step="Choose another one.", details=f"tried {id(object())}")
        self.desktop.loop.submit(partial(_fail, failure), print)  # one that went through a worker, with a traceback
        self.shown(ErrorDialog)

    def quitting(self):
        self.desktop.leave()
        self.shown(QuestionDialog)

    def group(self):
        self.desktop._organise("do", "ask_move", ["c3", "c4"], None)
        self.shown(NameDialog)

    def signing_in(self):
        gate = Gate()
        code = DeviceCode("F7QK2-LMX9", "https://login.example/device", 2e9)
        self.fakes.connecting.scripts.append([Progress("code", "Waiting for the code to be typed", code), gate])
        self.desktop.sign_in("c3")
        self.shown(SignInDialog)
        gate.open()
        self.qtbot.waitUntil(lambda: not self.desktop.windows.all())

    def refused(self):
        candidate = Candidate(HOME, "anna@contoso.example", "t", "a", "typed", "why", certain=True)
        wrong = refusal(Rung.PRIVATE)
        wrong.candidate, wrong.details = candidate, f"Came back: {id(wrong)}"
        trouble = NetworkTrouble("It did not answer.", next_step="Try again.", details=f"{id(wrong)}")
        self.fakes.connecting.scripts += [[wrong], [trouble]]
        self.desktop.sign_in("c3")
        self.shown(RefusalDialog).answer(candidate)
        self.shown(ConfirmDialog).answer("anna")
        self.shown(ErrorDialog).answer(False)
        self.qtbot.waitUntil(lambda: not self.desktop.signing.runs("c3"))

    def proxy(self):
        asked = ProxyAuthentication("The proxy asks for a password.", next_step="Enter it.", details=f"{id(object())}")
        asked.typed = True
        self.fakes.connecting.scripts.append([asked])
        self.desktop.sign_in("c3")
        self.shown(ProxyDialog)

    def menus(self):
        self.window.select("c3")
        for open_menu in (
            self.window._open_menu,
            lambda: self.window._context_menu(QPoint(20, 20)),
            self.window.viewing.open_filter_menu,
            lambda: self.window.viewing.open_columns_menu(QPoint(20, 20)),
        ):
            open_menu()
            self.close_menus()
        self.window.list.selectAll()
        self.window._context_menu(QPoint(20, 20))
        self.close_menus()
        self.window.select("c3")

    def tray(self):
        menu = self.desktop.tray.menu
        menu.aboutToShow.emit()
        for inner in menu.findChildren(QMenu):
            inner.aboutToShow.emit()
        self.desktop.look()

    def panel(self):
        if self.window.panes.panel is None or not self.window.panes.panel.isVisible():
            self.window.toggle_panel()
        for each in ("c2", "c3", "c4", "c5"):
            self.window.select(each)
            self.qtbot.waitUntil(lambda each=each: self.window.panes.panel.connection_id == each)
        self.window.list.choose(["c2", "c3", "c4"])
        self.qtbot.waitUntil(self.window.panes.panel.many.isVisible)
        self.window.select("c3")
        self.window.toggle_panel()

    def looks(self):
        self.window.viewing.show_columns(on=True)
        self.window.viewing.filter(Wanted(group="Group 1"))
        self.window.search_edit.setText("co")
        self.qtbot.wait(1)
        self.window.show_everything()
        self.window.viewing.show_columns(on=False)
        self.window.panes.toggle_sidebar()
        self.window.panes.toggle_sidebar()
        for look in (Look.DARK, Look.SYSTEM):
            theme().choose(look)
            self.qtbot.wait(1)

    def filing(self):
        self.desktop._organise("do", "favour", ["c3"], True)
        self.qtbot.waitUntil(lambda: self.window.model.entry("c3").row.favourite)
        self.desktop._organise("undo")
        self.qtbot.waitUntil(lambda: not self.window.model.entry("c3").row.favourite)

    def removing(self):
        self.desktop.command("remove", "c7")
        self.qtbot.waitUntil(lambda: self.window.model.entry("c7") is None)
        self.desktop._organise("undo")
        self.qtbot.waitUntil(lambda: self.window.model.entry("c7") is not None)

    def notices(self):
        self.window.notices.show_notice("x", "warning", "Something is so.", action="Do", run=lambda: None)
        self.window.notices.remove("x")

    def lock(self):
        self.desktop.lock()
        self.qtbot.waitUntil(lambda: self.desktop.locked and self.desktop.keeper.locker.page is not None)
        self.desktop.keeper.locker.unlock()
        self.qtbot.waitUntil(lambda: not self.desktop.locked)

    def hidden(self):
        self.window.close()
        self.window.come_forward()

    def read_again(self):
        read = []
        self.desktop.read_rows(lambda: read.append(True))
        self.qtbot.waitUntil(lambda: bool(read))


def _fail(failure):
    raise failure


WAYS = sorted(name for name in vars(House) if not name.startswith("_") and name not in {"shown", "close", "close_menus"})


@pytest.fixture
def house(make_desktop, qtbot, tmp_path, monkeypatch):
    # Else timers that run on for seconds are counted, as if they stayed
    monkeypatch.setattr(placing, "_LOOKS_MS", (0,))
    monkeypatch.setattr(searching, "_SHOWN_MS", 0)
    made = House(make_desktop, qtbot, tmp_path)
    yield made
    made.settings_house.close()


@pytest.mark.parametrize("way", WAYS)
def test_what_is_opened_and_closed_again_and_again_leaves_nothing(house, way):
    def once():
        getattr(house, way)()
        house.close()

    assert growth(once, house.window) == {}


def _kept(house, kept):
    kept.append(QLabel("a window"))


def _connected(house, _kept):
    label = QLabel("a window")
    house.window.filtered.connect(lambda: label.clear())  # noqa: PLW0108 - such a one keeps what it calls


def _belonging(house, _kept):
    QLabel("a part", house.window)


@pytest.mark.parametrize(("leak", "what"), [(_kept, "QLabel"), (_connected, "QLabel"), (_belonging, "part of the window: QLabel")])
def test_what_stays_is_found(house, leak, what):
    kept = []
    found = growth(lambda: leak(house, kept), house.window)
    assert any(what in name for name in found), found
