"""The window of open consoles: what it shows, how it counts, what its buttons do."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from support.desktop import HOSTILE_NAMES, FakeWorkflows, Gate, row, rows, session
from tenantdock.consoles.forward import choose
from tenantdock.consoles.x11 import XWindow
from tenantdock.desktop.panel_consoles import PanelConsoles
from tenantdock.desktop.parts import ElidedLabel, Swatch
from tenantdock.desktop.session_rows import Column, next_tick
from tenantdock.desktop.session_window import SessionWindow
from tenantdock.desktop.trouble import ErrorDialog, QuestionDialog
from tenantdock.domain.errors import NetworkTrouble, NoWindow, SignInRequired
from tenantdock.domain.sessions import Held, SessionState

NOW = 1_800_000_000.0


def held(*lefts, trouble="", person=False):
    keys = ("graph", "azure", "exchange")
    return tuple(Held(key, NOW + left, trouble, person) for key, left in zip(keys, lefts, strict=False))


@pytest.fixture
def window(qtbot):
    made = SessionWindow(now=lambda: NOW)
    qtbot.addWidget(made)
    made.show()
    return made


def texts(window):
    model = window.model
    return [[model.index(at, column).data() for column in Column] for at in range(model.rowCount())]


def test_each_console_has_customer_account_services_and_the_time_of_the_soonest(window):
    window.show_sessions(
        [
            session(1, name="Later", held=held(3000, 2000), username="a@x.example"),
            session(2, name="Sooner", held=held(500, 90), username="b@x.example"),
            session(3, name="Over", state=SessionState.ENDED),
            session(4, name="New", held=(Held("graph"),), username="c@x.example"),
        ],
        {},
    )
    assert texts(window) == [
        ["Sooner", "b@x.example", "Graph, Azure", "2 min \u2013 ends soon"],
        ["Later", "a@x.example", "Graph, Azure", "34 min"],
        ["New", "c@x.example", "Graph", "no token yet"],
    ]
    assert window.heading.text() == "3 consoles open"
    spoken = window.model.index(0, Column.LEFT).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "90 seconds left, ends soon"


@pytest.mark.parametrize(
    ("made", "told"),
    [
        ({"held": held(41)}, "0:41 \u2013 ends soon"),
        ({"held": held(-5)}, "expired"),
        ({"held": held(8000)}, "2 h"),
        ({"held": held(200, trouble="Expired.", person=True)}, "4 min \u2013 sign-in needed"),
        ({"held": held(200, trouble="Offline.")}, "4 min \u2013 not renewed"),
        ({"held": (Held("graph", None, "Expired.", person=True),)}, "sign-in needed"),
        ({"held": held(200), "proven": False}, "Not as wanted"),
    ],
)
def test_what_the_last_column_says(window, made, told):
    window.show_sessions([session(1, **made)], {})
    assert texts(window)[0][Column.LEFT] == told


@pytest.mark.parametrize(
    ("lefts", "seconds"),
    [
        ([], None),
        ([-10], None),
        ([3600.0 + 30], 30),
        ([3600.0 + 1, 1800 + 40], 5),  # never sooner than every five seconds
        ([61.5], 1.5),  # when the last minute begins
        ([59], 1),
        ([59, 3600], 1),
    ],
)
def test_it_wakes_up_no_more_often_than_the_time_changes(lefts, seconds):
    found = next_tick([NOW + left for left in lefts], NOW)
    assert found == (None if seconds is None else pytest.approx(seconds, abs=0.1))


def test_nothing_ticks_while_nobody_can_see_it(window):
    window.show_sessions([session(1, held=held(30))], {})
    assert window.ticking
    window.hide()
    assert not window.ticking
    window.show()
    assert window.ticking
    window.setWindowState(Qt.WindowState.WindowMinimized)
    assert not window.ticking
    window.setWindowState(Qt.WindowState.WindowNoState)
    assert window.ticking
    window.show_sessions([session(1, held=(Held("graph"),))], {})
    assert not window.ticking  # nothing to count


def test_the_selection_stays_when_consoles_come_and_go(window):
    every = [session(n, held=held(1000 * n)) for n in range(1, 6)]
    window.show_sessions(every, {})
    assert window.chosen == ["s1"]
    window.reveal("s3")
    window.show_sessions([replace(each, held=held(7000)) if each.id == "s1" else each for each in every], {})
    assert window.chosen == ["s3"]
    window.show_sessions([each for each in every if each.id != "s3"], {})
    assert len(window.chosen) == 1
    window.show_sessions([], {})
    assert window.chosen == []
    assert window.pages.currentIndex() == 0
    assert window.focus_button.isHidden()


def test_the_keyboard_alone_reaches_everything(window, qtbot):
    window.show_sessions([session(n, held=held(1000 * n)) for n in (1, 2)], {})
    asked = []
    window.focus_wanted.connect(lambda key: asked.append(("focus", key)))
    window.renew_wanted.connect(lambda keys: asked.append(("renew", keys)))
    window.end_wanted.connect(lambda keys: asked.append(("end", keys)))
    window.table.setFocus()
    qtbot.keyClick(window.table, Qt.Key.Key_Down)
    qtbot.keyClick(window.table, Qt.Key.Key_Return)
    qtbot.keyClick(window.table, Qt.Key.Key_F5)
    qtbot.keyClick(window.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window.table, Qt.Key.Key_Delete)
    assert asked == [("focus", "s2"), ("renew", ["s2"]), ("end", ["s1", "s2"])]
    # Tab goes from the table to each button in turn
    seen = []
    window.reveal("s1")
    widget = window.table
    while (widget := widget.nextInFocusChain()) is not window.table:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            seen.append(widget.objectName())
    order = [name for name in seen if name.startswith("session") and name != "sessionTable"]
    assert order[:5] == ["sessionFocus", "sessionRenew", "sessionEnd", "sessionEndAll", "sessionClose"]


def test_a_message_moves_no_button_away_from_under_the_mouse(window, qtbot):
    window.show_sessions([session(1, held=held(3000)), session(2, held=held(3000))], {})
    qtbot.wait(20)
    before = window.renew_button.geometry()
    window.say("New tokens.")
    window.show_renewing(1)
    qtbot.waitUntil(window.status.isVisible)
    qtbot.wait(20)
    assert window.renew_button.geometry() == before


def test_hostile_names_are_text(window):
    window.show_sessions([session(n, name=name) for n, name in enumerate(HOSTILE_NAMES, 1)], {})
    for told in texts(window):
        assert not any(ord(character) < 32 or character == "\u202e" for character in told[0])
    tips = [window.model.index(at, 0).data(Qt.ItemDataRole.ToolTipRole) for at in range(window.model.rowCount())]
    assert not any("<b>" in tip or "<img" in tip for tip in tips)


# In the desktop


@pytest.fixture
def opened(make_desktop, qtbot):
    fakes = FakeWorkflows(rows(4))
    fakes.agent.open = [session(n) for n in (1, 2, 3)]
    desktop = make_desktop(fakes)
    desktop.window.sessions_requested.emit()
    return desktop


def test_it_opens_once_and_follows(opened, qtbot):
    window = opened.sessions.window
    assert window.isVisible()
    opened.open_sessions("s2")
    assert opened.sessions.window is window
    assert window.chosen == ["s2"]
    opened.fakes.agent.withdraw("s2")
    qtbot.waitUntil(lambda: len(window.model.sessions) == 2)
    window.close()
    assert opened.sessions.window is None
    opened.open_sessions()
    assert opened.sessions.window is not window


def test_focus_asks_for_that_consoles_window(opened, qtbot):
    opened.open_sessions("s2")
    qtbot.mouseClick(opened.sessions.window.focus_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.fakes.consoles.forward != [])
    assert opened.fakes.consoles.forward == [
        (4002, [row(2).name, "Graph: Contoso", f"{row(2).name} |", "Graph: Contoso |", row(2).username])
    ]


def test_why_a_window_does_not_come_is_said(opened, qtbot):
    opened.fakes.consoles.fails = NoWindow("On Wayland no program may.", next_step="Look for it.")
    opened.open_sessions("s2")
    opened.sessions.focus("s2")
    qtbot.waitUntil(lambda: "On Wayland" in opened.sessions.window.status.text())
    assert "Look for it." in opened.sessions.window.status.text()
    opened.sessions.window.close()
    opened.sessions.focus("s2")  # as from the tray
    qtbot.waitUntil(lambda: any(isinstance(each, ErrorDialog) for each in opened.windows.all()))


def test_renewing_fetches_once_for_a_customer_and_has_every_console_take_it(opened, qtbot):
    opened.fakes.agent.open.append(session(5, id="s5", connection_id="c1"))
    opened.show_sessions()
    opened.sessions.renew(["s1", "s5", "s2", "gone"])
    window = opened.sessions.window
    assert texts(window)[window.model.row_of("s1")][Column.LEFT] == "Renewing\u2026"
    qtbot.waitUntil(lambda: sorted(opened.fakes.agent.renewed) == ["s1", "s2", "s5"])
    assert sorted(call[:2] for call in opened.fakes.connecting.calls) == [("renew", "c1"), ("renew", "c2")]
    qtbot.waitUntil(lambda: "new tokens as" in window.status.text())
    assert texts(window)[window.model.row_of("s1")][Column.LEFT].endswith("min")


def test_renewing_that_needs_a_person_asks_them(opened, qtbot):
    opened.fakes.connecting.scripts = [[SignInRequired("Expired.", next_step="Sign in.")]]
    opened.sessions.renew(["s2"])
    qtbot.waitUntil(lambda: [call[:2] for call in opened.fakes.connecting.calls] == [("renew", "c2"), ("sign_in", "c2")])
    assert opened.fakes.agent.renewed == []


def test_renewing_without_a_network_says_so(opened, qtbot):
    opened.fakes.connecting.scripts = [[NetworkTrouble("Nobody answers.", next_step="Check the network.")]]
    opened.sessions.renew(["s2"])
    qtbot.waitUntil(lambda: "Nobody answers." in opened.sessions.window.status.text())
    assert opened.fakes.agent.renewed == []


def test_renewing_can_be_cancelled(opened, qtbot):
    window = opened.sessions.window
    assert not window.cancel_button.isVisible()
    opened.fakes.connecting.scripts = [[Gate()], [Gate()]]
    opened.sessions.renew(["s1", "s2"])
    assert window.cancel_button.isVisible()
    assert "2 customers" in window.status.text()
    qtbot.mouseClick(window.cancel_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.cancel_button.isVisible())
    assert "not renewed" in window.status.text()
    assert opened.fakes.agent.renewed == []
    assert texts(window)[window.model.row_of("s1")][Column.LEFT].endswith("min")


def test_a_sign_in_has_the_consoles_that_waited_look_again(opened, qtbot):
    needs = (Held("graph", time.time() + 300, "Expired.", person=True),)
    opened.fakes.agent.open[1] = replace(opened.fakes.agent.open[1], held=needs)
    opened.show_sessions()
    opened.open_sessions("s2")
    button = opened.sessions.window.sign_in_button
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: opened.fakes.agent.renewed == ["s2"])


def test_ending_one_and_all(opened, qtbot):
    opened.open_sessions("s1")
    qtbot.mouseClick(opened.sessions.window.end_button, Qt.MouseButton.LeftButton)
    assert [each.id for each in opened.fakes.agent.open] == ["s2", "s3"]
    for answer, left in (("no_button", 2), ("yes_button", 0)):
        qtbot.mouseClick(opened.sessions.window.end_all_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: any(isinstance(each, QuestionDialog) for each in opened.windows.all()))
        (question,) = [each for each in opened.windows.all() if isinstance(each, QuestionDialog)]
        qtbot.mouseClick(getattr(question, answer), Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: not any(isinstance(each, QuestionDialog) for each in opened.windows.all()))
        qtbot.waitUntil(lambda left=left: len(opened.fakes.agent.open) == left)
    assert opened.sessions.window.pages.currentIndex() == 0


def test_two_consoles_of_one_customer_are_told_apart_everywhere(make_desktop, qtbot):
    """In the strip, the window and the panel, to a screen reader, and among the windows of a terminal."""
    name = row(1).name
    fakes = FakeWorkflows(rows(1))
    fakes.agent.open = [session(1), replace(session(1), id="s2", number=2, opened_at=time.time() - 60, pid=4002)]
    desktop = make_desktop(fakes)
    desktop.show_sessions()
    strip = desktop.window.sessions
    assert [label.text() for label in strip.findChildren(ElidedLabel) if name in label.text()] == [name, f"{name} (2)"]
    told = [label.text() for label in strip.findChildren(ElidedLabel) if "since" in label.text()]
    assert all(text.startswith(f"{row(1).username} \u00b7 since ") for text in told), told
    assert len(strip.findChildren(Swatch)) == len(told) == 2
    assert strip.end_buttons["s2"].accessibleName() == f"End the console of {name} (2)"
    desktop.open_sessions()
    model = desktop.sessions.window.model
    assert [model.index(at, 0).data() for at in range(2)] == [name, f"{name} (2)"]
    panel = PanelConsoles()
    qtbot.addWidget(panel)
    panel.show_sessions(fakes.agent.open)
    lines = [label.text() for label in panel.findChildren(ElidedLabel)]
    assert lines[0].startswith("since ")
    assert lines[1].startswith("(2) since ")
    for key in ("s1", "s2"):
        desktop.sessions.focus(key)
    qtbot.waitUntil(lambda: len(fakes.consoles.forward) == 2)
    titles = dict(fakes.consoles.forward)
    windows = [XWindow(1, 7, f"{name} | admin@x.example"), XWindow(2, 7, f"{name} (2) | admin@x.example")]
    assert choose(windows, [7], titles[4001]) is windows[0]
    assert choose(windows, [7], titles[4002]) is windows[1]
