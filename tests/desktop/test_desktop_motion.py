"""Less motion where the person wants it, and news for screen readers."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from support.desktop import FakeWorkflows, refusal, row, rows, session
from tenantdock import winapi
from tenantdock.desktop import announcing, motion
from tenantdock.desktop.announcing import announce, session_told
from tenantdock.desktop.entries import prepare
from tenantdock.desktop.motion import BusyBar
from tenantdock.desktop.parts import Label
from tenantdock.desktop.signin import SignInDialog
from tenantdock.desktop.trouble import ErrorDialog, RefusalDialog
from tenantdock.domain.errors import StorageTrouble
from tenantdock.domain.sessions import SessionState
from tenantdock.domain.signin import Progress


@pytest.fixture
def wanted(monkeypatch, tmp_path):
    """Say how much motion the person wants: through GTK's settings file, the portal, or our own variable."""
    monkeypatch.delenv(motion.VARIABLE, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr(motion, "_told", {})
    monkeypatch.setattr(motion.sys, "platform", "linux")
    return SimpleNamespace(folder=tmp_path, environment=monkeypatch.setenv)


@pytest.mark.parametrize(("value", "less"), [("0", True), ("false", True), ("1", False), ("true", False), ("", False)])
@pytest.mark.parametrize("version", ["3", "4"])
def test_gtk_says_whether_things_may_move(wanted, version, value, less):
    file = wanted.folder / f"gtk-{version}.0" / "settings.ini"
    file.parent.mkdir()
    file.write_bytes(f"[Settings]\ngtk-enable-animations = {value}\n".encode() + b"\xff\xfe no text")
    assert motion.less_motion() is less


def test_without_a_word_from_anybody_things_move(wanted):
    assert not motion.less_motion()


def test_the_portal_and_our_own_variable_say_it_too(wanted):
    motion.take_portal(less=True)
    assert motion.less_motion()
    wanted.environment(motion.VARIABLE, "full")
    assert not motion.less_motion()
    wanted.environment(motion.VARIABLE, "less")
    motion.take_portal(less=False)
    assert motion.less_motion()


def test_windows_is_asked_through_its_own_call(wanted, monkeypatch):
    asked = []

    def ask(action, size, answer, flags):
        asked.append(action)
        answer._obj.value = 0
        return 1

    monkeypatch.setattr(winapi, "library", {"user32": SimpleNamespace(SystemParametersInfoW=ask)}.get)
    monkeypatch.setattr(motion.sys, "platform", "win32")
    assert motion.less_motion()
    assert asked == [0x1042]


def frames(bar, qtbot):
    first = bar.grab().toImage()
    qtbot.wait(200)
    return first, bar.grab().toImage()


@pytest.mark.parametrize("less", [False, True])
def test_a_busy_bar_moves_only_where_that_is_wanted(wanted, qtbot, less):
    wanted.environment(motion.VARIABLE, "less" if less else "full")
    bar = BusyBar()
    qtbot.addWidget(bar)
    bar.resize(200, 8)
    bar.show()
    first, later = frames(bar, qtbot)
    assert bar.moves is not less
    assert (first == later) is less
    bar.hide()
    assert not bar.moves


def test_a_bar_with_a_range_shows_how_much_is_done_and_wakes_nobody(wanted, qtbot):
    wanted.environment(motion.VARIABLE, "full")
    bar = BusyBar()
    qtbot.addWidget(bar)
    bar.resize(200, 8)
    bar.show()
    assert bar.moves
    bar.setRange(0, 4)
    assert not bar.moves

    def blue():
        picture = bar.grab().toImage()
        accent = bar.palette().color(QPalette.ColorRole.Accent)
        return sum(picture.pixelColor(x, picture.height() // 2) == accent for x in range(picture.width())) / picture.width()

    seen = []
    for value in (0, 1, 3):
        bar.setValue(value)
        seen.append(blue())
    assert seen == [0.0, pytest.approx(0.25, abs=0.06), pytest.approx(0.75, abs=0.06)]
    bar.setRange(0, 0)
    assert bar.moves


def test_a_standing_bar_still_says_that_something_goes_on(wanted, qtbot):
    wanted.environment(motion.VARIABLE, "less")
    bar = BusyBar()
    qtbot.addWidget(bar)
    bar.resize(200, 8)
    bar.show()
    accent = bar.palette().accent().color()
    image = bar.grab().toImage()
    assert sum(image.pixelColor(x, 4) == accent for x in range(200)) > 60


def test_nothing_is_made_where_no_screen_reader_runs(qtbot, monkeypatch):
    monkeypatch.setattr(announcing, "QAccessibleAnnouncementEvent", None)
    label = Label("")
    qtbot.addWidget(label)
    announce(label, "text")


def test_the_status_line_is_told(make_desktop, said, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.window.show_status("Contoso: a console is open as admin@contoso.example.")
    qtbot.waitUntil(lambda: ("Contoso: a console is open as admin@contoso.example.", False) in said)


def test_a_search_tells_what_it_came_to_and_not_every_letter(make_desktop, said, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(40)))
    qtbot.wait(700)
    said.clear()
    qtbot.keyClicks(desktop.window.search_edit, "zur")
    qtbot.waitUntil(lambda: len(said) > 1, timeout=3000)
    count, chosen = sorted(text for text, _urgent in said)
    assert (count, "of 40 customers" in count) == (desktop.window.count_label.text(), True)
    assert chosen.startswith("Z\u00fcrich B\u00e4ckerei")


def test_a_row_that_the_arrows_choose_while_one_types_is_told_and_not_the_one_before_it(make_desktop, said, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(40)))
    qtbot.wait(700)
    qtbot.keyClicks(desktop.window.search_edit, "zur")
    said.clear()
    qtbot.keyClick(desktop.window.search_edit, Qt.Key.Key_Down)
    chosen = desktop.window._row_told()
    qtbot.waitUntil(lambda: any("customers" in text for text, _urgent in said), timeout=3000)  # which is as late
    assert [text for text, _urgent in said if "customers" not in text] == [chosen]


def test_a_refusal_an_error_and_a_console_that_cannot_open_are_told_at_once(said, qtbot):
    refused = RefusalDialog(refusal(), "Contoso")
    error = ErrorDialog(StorageTrouble("The file is damaged.", next_step="It was set aside."))
    stuck = SignInDialog(prepare([row(1)])[0])
    for dialog in (refused, error, stuck):
        qtbot.addWidget(dialog)
        dialog.show()
    stuck.show_trouble("a@b.example", StorageTrouble("No console.", next_step="Try again."))
    told = [text for text, urgent in said if urgent]
    assert "Nothing was stored, and no console was opened." in told[0]
    assert told[1] == "The file is damaged. It was set aside."
    assert told[2].endswith("No console.")


def test_each_step_of_a_sign_in_is_told(said, qtbot):
    dialog = SignInDialog(prepare([row(1)])[0])
    qtbot.addWidget(dialog)
    dialog.show()
    for text in ("Opening the browser", "Waiting for you to sign in", "Waiting for you to sign in"):
        dialog.show_progress(Progress("person", text))
        qtbot.wait(20)
    assert [text for text, _urgent in said] == ["Opening the browser", "Waiting for you to sign in"]


def test_a_notice_is_told(make_desktop, said):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    desktop.window.notices.show_notice("x", "warning", "There is no network.")
    assert ("Warning: There is no network.", False) in said


def test_consoles_that_connect_end_or_are_not_as_wanted_are_told(said, qtbot):
    window = Label("")
    qtbot.addWidget(window)
    one = session(1, name="Contoso")
    for state, proof, proven in (
        (SessionState.WAITING, "", None),
        (SessionState.OPEN, "", None),
        (SessionState.OPEN, "Graph answered", True),
        (SessionState.OPEN, "Graph answered as kiosk", False),
        (SessionState.ENDED, "", None),
    ):
        session_told(window, type(one)(one.id, one.connection_id, one.name, state, one.opened_at, None, proof, proven))
    assert said == [
        ("The console of Contoso is connected.", False),
        ("The console of Contoso is not as wanted.", True),
        ("The console of Contoso has ended.", False),
    ]


def test_what_is_not_on_show_is_not_told(said, qtbot):
    label = Label("")
    qtbot.addWidget(label)
    label.speaks()
    label.setText("hidden")
    qtbot.wait(20)
    assert said == []


def test_a_bar_that_moves_stops_when_the_person_wants_that(wanted, qtbot, monkeypatch):
    monkeypatch.setattr(motion, "_ROUND_FRAMES", 3)
    bar = BusyBar()
    qtbot.addWidget(bar)
    bar.show()
    assert bar.moves
    file = wanted.folder / "gtk-3.0" / "settings.ini"
    file.parent.mkdir()
    file.write_text("[Settings]\ngtk-enable-animations=0\n")
    qtbot.waitUntil(lambda: not bar.moves)
