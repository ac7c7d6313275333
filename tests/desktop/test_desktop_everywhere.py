"""What holds in every window: plain text, accessible names, hostile names, keyboard."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QRadioButton,
    QScrollArea,
    QTableView,
    QWidget,
)

from support.desktop import GERMAN, HOSTILE_NAMES, PRACTICE, FakeEditing, FakeWorkflows, refusal, row, rows, session
from support.directory import FABRIKAM, HOME, a_connection
from support.doctor import SUBJECT, scripted_doctor
from support.fakes import FakeClock, FakeIdentity
from support.importing import ImportHouse
from support.readiness import BAD, scripted_readiness
from support.settings_house import SettingsHouse
from tenantdock.desktop import look
from tenantdock.desktop.add import AddDialog
from tenantdock.desktop.asking import NameDialog
from tenantdock.desktop.confirming import ConfirmDialog
from tenantdock.desktop.details import DetailsDialog
from tenantdock.desktop.doctor_report import SaveReportDialog
from tenantdock.desktop.entries import prepare
from tenantdock.desktop.exporting import CustomersExportDialog
from tenantdock.desktop.guide import GuideDialog
from tenantdock.desktop.importing import CustomersImportDialog, Step
from tenantdock.desktop.importing_pages import From
from tenantdock.desktop.keyboard import KeyboardDialog
from tenantdock.desktop.lock_page import LockPage
from tenantdock.desktop.moving import ExportDialog, ImportDialog
from tenantdock.desktop.palette import Palette
from tenantdock.desktop.proxying import ProxyDialog
from tenantdock.desktop.session_window import SessionWindow
from tenantdock.desktop.settings import SettingsDialog
from tenantdock.desktop.signin import SignInDialog
from tenantdock.desktop.texts import plain_tip
from tenantdock.desktop.trouble import ErrorDialog, QuestionDialog, RefusalDialog
from tenantdock.domain.computer import BrowserOffer, BrowserProfile
from tenantdock.domain.declaring import PageKey
from tenantdock.domain.directory import HistoryEntry, UserName
from tenantdock.domain.errors import NoPowerShell, OtherCloud, ProxyAuthentication, StorageTrouble
from tenantdock.domain.filing import Wanted
from tenantdock.domain.portals import Portal
from tenantdock.domain.ports import VaultState
from tenantdock.domain.proof import Candidate
from tenantdock.domain.sessions import Held
from tenantdock.domain.signin import DeviceCode, NetworkState, Offer, Progress, Realm, RealmKind, Rung
from tenantdock.domain.text import one_line
from tenantdock.workflows.adding import Found
from tenantdock.workflows.moving import Moving
from tenantdock.workflows.report import Report

HTML = "<b>evil</b><img src='file:///etc/passwd'>"
TAG = "<b>evil</b><img src='x'>"


@pytest.fixture
def every_window(make_desktop, qtbot, tmp_path):
    """All windows, each filled with hostile text from outside."""
    fakes = FakeWorkflows(
        [row(n, name=name, group=HTML, tags=(TAG,)) for n, name in enumerate([HTML, *HOSTILE_NAMES, GERMAN], 1)],
        page="http://localhost:1/",
    )
    fakes.agent.open = [session(1, name=HTML, proof=HTML), session(2, name=HTML, proof=HTML, proven=False)]
    fakes.vault.answer = VaultState(False, "null", HTML, HTML)
    desktop = make_desktop(fakes, practice=True, reports=[StorageTrouble(HTML, next_step=HTML)])
    qtbot.waitUntil(lambda: desktop.window.notices.get("vault") is not None)
    desktop.window.show_status(HTML, undo=True)
    beside(desktop, qtbot)
    entry = prepare([row(1, name=HTML, username=HTML, domain=HTML)])[0]
    coded = SignInDialog(entry)
    coded.show_progress(Progress("code", HTML, DeviceCode(HTML, "https://localhost/" + HTML, time.time() + 60)))
    stuck = SignInDialog(entry)
    stuck.show_trouble(HTML, NoPowerShell(HTML, next_step=HTML, details=HTML))
    windows = [
        desktop.window,
        SignInDialog(entry),
        coded,
        stuck,
        RefusalDialog(refusal(expected=HTML, got=HTML, because=HTML), HTML),
        ErrorDialog(StorageTrouble(HTML, next_step=HTML, details=HTML, title=HTML), about=HTML, retry=True),
        QuestionDialog(HTML, HTML, "Yes", "No"),
        AddDialog(desktop.workflows.adding, desktop.loop),
        *new_windows(desktop, entry, qtbot),
        KeyboardDialog(),
        NameDialog(HTML, HTML, HTML, "Go", 200, [HTML, GERMAN]),
        *program_windows(desktop, qtbot, tmp_path),
        *console_windows(desktop),
    ]
    yield windows
    for each in windows[1:]:
        each.deleteLater()


def beside(desktop, qtbot):
    """Have all of the main window's panes on show."""
    window = desktop.window
    window.resize(1200, 800)
    window.select("c1")
    window.toggle_panel()
    window.viewing.filter(Wanted(group=window.shelves.groups[0].path, tags=(TAG,)))
    qtbot.waitUntil(lambda: window.panes.panel.connection_id == "c1")
    assert window.panes.sidebar is not None
    assert window.panes.filters is not None


def new_windows(desktop, entry, qtbot):
    """Those of signing in: each state that has widgets of its own, and every answer from outside hostile."""
    candidate = Candidate("a.b", HTML, "t", "a", HTML, HTML, certain=False)
    wrong = refusal(Rung.PRIVATE, expected=HTML, got=HTML, because=HTML)
    wrong.candidate, wrong.details = candidate, f"{HTML}\n" * 20
    wrong.offers = (Offer(Rung.PRIVATE, HTML), Offer(Rung.DEVICE_CODE, HTML))
    same = RefusalDialog(wrong, HTML)
    same.evidence.toggle()
    hinted = SignInDialog(entry, testable=True)
    hinted.show_progress(Progress(Rung.BROWSER.value, HTML))
    hinted._hint()
    realm = Realm(HTML, RealmKind.FEDERATED, HTML, HTML, HTML, f"https://{'x' * 300}/{HTML}", cloud_host=HTML)
    editing = FakeEditing(desktop.fakes.directory, desktop.fakes.adding)
    editing.realm_answer = realm
    editing.history = [HistoryEntry(1.8e9, "c1", HTML, HTML)]
    editing.offers = (BrowserOffer("x", HTML * 3, HTML, (BrowserProfile("p", HTML * 3, HTML),)),)
    details = DetailsDialog(editing, desktop.window.model.entry("c1"), desktop.loop, testable=True, broker=True)
    qtbot.waitUntil(lambda: details.realm_facts.value("realmSts") != "" and details.history_list.count() == 1)
    elsewhere = AddDialog(desktop.workflows.adding, desktop.loop, entries=lambda: desktop.window.model.entries)
    elsewhere._offer_clouds(OtherCloud(HTML, next_step=HTML, clouds=("sandbox",)))
    found = AddDialog(desktop.workflows.adding, desktop.loop)
    found._show_found(Found(UserName("a", "b.example"), realm, "00000000-0000-4000-8000-000000000001", "b.example", HTML, HTML))
    asks = ProxyAuthentication(HTML, next_step=HTML)
    dialogs = [
        same,
        hinted,
        details,
        elsewhere,
        found,
        ConfirmDialog(candidate, HTML),
        ConfirmDialog(replace(candidate, certain=True), HTML),
        ProxyDialog(asks, HTML, about=HTML),
        QuestionDialog(HTML, HTML, "Yes", "No", careful=True),
    ]
    desktop.network(NetworkState(online=False, text=HTML))
    qtbot.waitUntil(lambda: desktop.window.notices.get("offline") is not None)
    return dialogs


def console_windows(desktop):
    """Open consoles with hostile names, reports and troubles; the lock, with a hostile error."""
    consoles = SessionWindow()
    hostile = session(1, name=HTML, username=HTML, proof=HTML, held=(Held("graph", time.time() + 60, HTML, person=True),))
    consoles.show_sessions([hostile, session(2, name=HTML)], {})
    consoles.say(HTML)
    behind = QWidget()
    behind.setAccessibleName("a window")
    lock = LockPage(behind)
    lock.show_error(StorageTrouble(HTML, next_step=HTML))
    lock.show_consoles(2)
    lock.cover()
    return [consoles, behind]


def program_windows(desktop, qtbot, folder):
    """Those for the whole program, over the real workflows: settings on every page, moving."""
    house = SettingsHouse(folder)
    house.configuring.add_cloud(one_line(HTML), "https://login.evil.example", {"graph": "https://graph.evil.example"}, {})
    moving = Moving(
        directory=house.directory, vault=house.vault, identity=FakeIdentity(FakeClock()), clouds=house.clouds, clock=FakeClock()
    )
    evil = {key: replace(finding, text=HTML, advice=HTML, evidence=(HTML,)) for key, finding in BAD.items()}
    evil["modules"] = replace(evil["modules"], facts={"graph": f"{HTML}\n{HTML}\nmissing"})
    readiness = scripted_readiness(evil)
    settings = [
        SettingsDialog(house.configuring, desktop.loop, readiness=readiness, hotkey_trouble=lambda: HTML)
        for _ in range(len(PageKey))
    ]
    for page, dialog in enumerate(settings):
        dialog.list.setCurrentRow(page)
        dialog.pages[page].complain(StorageTrouble(HTML, next_step=HTML))
    qtbot.waitUntil(lambda: not any(page.busy for dialog in settings for page in dialog.pages))
    clients = settings[5]
    clients.findChild(QAbstractButton, "client-graph-help").click()
    for button in clients.findChildren(QAbstractButton):
        if button.objectName().endswith("-help"):
            button.setChecked(True)
    guides = [GuideDialog(readiness, desktop.loop, importing=True) for _ in range(3)]
    for step, guide in enumerate(guides):
        guide._turn(step)
    qtbot.waitUntil(
        lambda: all(guide.again_button.isEnabled() for guide in guides) and settings[1].consoles.look_button.isEnabled()
    )
    house.close()
    sealed = [ExportDialog(moving, desktop.loop), ImportDialog(moving, desktop.loop)]
    return [*settings, *guides, *sealed, *importing_windows(desktop, qtbot, folder), *palettes(desktop, qtbot)]


def importing_windows(desktop, qtbot, folder):
    """Importing on every page, over the real workflow and a hostile file, and exporting."""
    house = ImportHouse()
    house.directory.add(a_connection(HTML[:300], home_account_id=HOME))
    path = folder / "hostile.csv"
    cell = HTML.replace('"', '""')
    path.write_text(f'"{cell}",Name,Tenant ID\n"{cell}","{cell[:200]}",{FABRIKAM}\n"{cell}",x,"{cell}"\n', "utf-8")
    made = [CustomersImportDialog(house.importing, desktop.loop) for _ in Step]
    for step, dialog in zip(Step, made, strict=True):
        dialog.columns.account_edit.setText("anna@msp.example")
        for page in range(step):
            if page == Step.SOURCE:
                dialog.open_file(str(path))
            else:
                dialog.go_button.click()
            qtbot.waitUntil(lambda dialog=dialog, page=page: dialog.step == page + 1)
    made[0].source.buttons[From.GDAP].setChecked(True)
    report = Report(replace(SUBJECT, domain=HTML), (), 0.0, 0.0)
    saving = SaveReportDialog(scripted_doctor({})[0], report, desktop.loop)
    return [*made, CustomersExportDialog(house.exporting, desktop.loop), saving]


def palettes(desktop, qtbot):
    """The palette with rows, with nothing found, and in each of its steps."""
    entry = prepare([row(1, name=HTML, username=HTML, domain=HTML, group=HTML, tags=(HTML,), home_tenant="x")])[0]
    made = [Palette(lambda _text, _limit: [entry], HTML) for _ in range(3)]
    made.append(Palette(lambda _text, _limit: [], HTML))
    for window in made:
        window.search_edit.setText(HTML)
    made[1].offer_services(entry, PRACTICE)
    made[2].offer_portals(entry, [Portal("x", HTML, "", HTML), Portal("y", HTML, f"https://localhost/{HTML}")])
    return made


def test_every_label_shows_plain_text(every_window):
    labels = [label for window in every_window for label in window.findChildren(QLabel)]
    assert len(labels) > 40
    assert [label.objectName() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText] == []
    tips = [label.toolTip() for label in labels if "<img" in label.toolTip()]
    assert tips == []


def inside(widget, *kinds):
    """Whether a widget is a part of one of these: its own buttons and lists are Qt's."""
    above = widget.parent()
    while above is not None and not isinstance(above, kinds):
        above = above.parent()
    return above is not None


def test_no_window_is_modal_by_itself(every_window):
    """Only a question that belongs to a dialog is (see Windows.ask): so no modal window is ever over another."""
    for window in every_window:
        window.show()
        assert not window.isModal(), window


def test_every_interactive_widget_has_an_accessible_name(every_window):
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QProgressBar)
    widgets = [each for window in every_window for kind in kinds for each in window.findChildren(kind)]
    # A field's own clear button and a scroll bar's parts belong to Qt
    ours = [each for each in widgets if not each.objectName().startswith("qt_") and not inside(each, QLineEdit, QComboBox)]
    assert len(ours) > 30
    assert [(type(each).__name__, each.objectName()) for each in ours if not each.accessibleName()] == []
    assert [type(window).__name__ for window in every_window if not window.accessibleName()] == []


def test_what_can_be_clicked_can_be_reached_by_tab(every_window):
    buttons = [
        each for window in every_window for each in window.findChildren(QAbstractButton) if not inside(each, QLineEdit, QTableView)
    ]

    def reached(button):
        """By Tab itself, or by arrows from the one of its group that Tab comes to."""
        group = button.group().buttons() if button.group() is not None and isinstance(button, QRadioButton) else [button]
        return any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in group)

    assert [each.objectName() for each in buttons if not reached(each)] == []


def narrow_enough(area):
    needed, room = area.widget().minimumSizeHint().width(), area.viewport().width()
    assert needed <= room, (area.window().objectName(), area.objectName())
    assert area.widget().width() <= room, (area.window().objectName(), area.objectName())


@pytest.mark.may_block("all text is laid out in another font")
@pytest.mark.parametrize("size", [1.0, 2.0])
def test_nothing_is_cut_off_at_the_side(qapp, qtbot, size, request):
    before = QFont(qapp.font())
    font = QFont(before)
    font.setPointSizeF(before.pointSizeF() * size)
    qapp.setFont(font)
    try:
        for window in request.getfixturevalue("every_window"):
            window.show()
            areas = window.findChildren(QScrollArea)
            if isinstance(
                window, (SettingsDialog, GuideDialog)
            ):  # each page is shown by a window of its own; hidden ones are not laid out
                areas = [area for area in areas if area.isVisible()]
            for area in areas:
                fits = partial(narrow_enough, area)
                qtbot.waitUntil(fits, timeout=2000)
            window.hide()
    finally:
        qapp.setFont(before)


def test_hostile_names_are_one_line_of_text_in_the_list(make_desktop):
    desktop = make_desktop(FakeWorkflows([row(n, name=name) for n, name in enumerate([GERMAN, *HOSTILE_NAMES], 1)]))
    model = desktop.window.model
    names = {model.index(at).data() for at in range(model.rowCount())}
    assert names == {one_line(name) for name in [GERMAN, *HOSTILE_NAMES]}
    assert not any(character in "".join(names) for character in "\n\r\x1b\u202e")
    tips = [model.index(at).data(Qt.ItemDataRole.ToolTipRole) for at in range(model.rowCount())]
    assert not any("<b>" in tip or "<img" in tip for tip in tips)
    picture = desktop.window.grab()
    assert not picture.isNull()


def test_tool_tips_escape_what_looks_like_html():
    assert plain_tip("plain\nlines") == "plain\nlines"
    assert "<b>" not in plain_tip("<b>x</b>")


@pytest.mark.parametrize("dark", [False, True])
def test_colours_can_be_read(dark):
    palette = look.palette(dark=dark)
    role = QPalette.ColorRole
    pairs = [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.PlaceholderText, role.Base),
        (role.Link, role.Base),
    ]
    weak = {(ink.name, ground.name) for ink, ground in pairs if look.contrast(palette.color(ink), palette.color(ground)) < 4.5}
    assert weak == set()
    assert look.contrast(look.muted(palette), palette.color(role.Base)) >= 4.5
    assert look.contrast(palette.color(role.Mid), palette.color(role.Window)) >= 3


def test_customers_colours_can_be_read():
    for colour, _name in look.colours():
        fill, ink = look.badge_colours(colour)
        assert look.contrast(fill, ink) >= 4.5
    assert look.badge_colours("#ffff00")[1] == QColor("#000000")


def test_typing_in_the_list_searches(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(20)))
    desktop.window.list.setFocus()
    qtbot.keyClicks(desktop.window.list, "li")
    assert desktop.window.search_edit.text() == "li"
    assert desktop.window.model.index(0).data().startswith("Litho")


def test_ranking_prefers_the_beginning_and_narrowing_equals_a_fresh_search(make_desktop):
    desktop = make_desktop(FakeWorkflows(rows(200)))
    model = desktop.window.model
    for text in ("a", "ad", "adm", "admi", "admin w"):
        model.search(text)
    narrowed = [model.index(at).data() for at in range(model.rowCount())]
    model.search("")
    model.search("admin w")
    assert narrowed == [model.index(at).data() for at in range(model.rowCount())]
    assert narrowed


@pytest.mark.parametrize("where", ["list", "palette"])
def test_a_badge_of_the_selections_colour_is_seen_in_a_selected_row(make_desktop, qapp, qtbot, where):
    accent = qapp.palette().color(QPalette.ColorRole.Highlight)
    desktop = make_desktop(FakeWorkflows([row(1, name="Contoso", colour=accent.name())]))
    if where == "list":
        rows_of = desktop.window.list
        desktop.window.select("c1")
    else:
        desktop.palette()
        qtbot.waitUntil(lambda: desktop.finding.window is not None and desktop.finding.window.isVisible())
        rows_of = desktop.finding.window.list
    image = rows_of.viewport().grab().toImage()
    area = rows_of.visualRect(rows_of.model().index(0, 0))
    # A line through the badge over its letters: the row's ground, its ring, its own colour, the ring again
    line = [image.pixelColor(x, area.top() + 16) for x in range(area.left() + 10, area.left() + 40)]
    assert accent in line
    assert any(colour.lightness() > 200 for colour in line)


def test_right_to_left_mirrors_the_rows(make_desktop, qapp):
    desktop = make_desktop(FakeWorkflows([row(1, name="Contoso", colour="#1d5fb4")]))

    def badge_is_left():
        desktop.window.list.clearSelection()
        image = desktop.window.list.viewport().grab().toImage()
        blue = [x for x in range(image.width()) if image.pixelColor(x, 20) == QColor("#1d5fb4")]
        return blue[0] < image.width() // 2

    assert badge_is_left()
    desktop.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert not badge_is_left()
