"""No information by colour alone: states that are painted in colours differ in shape or words too, and in what is read aloud.

Each state of a group is painted with all else the same, and the pictures are compared without their colours
(:mod:`support.outlines`): two of them that differ in colour alone are found, whichever colours those are.
"""

from __future__ import annotations

import itertools
import time

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from support.desktop import FakeWorkflows, row, session
from support.outlines import alike, painted, recoloured
from tenantdock.desktop import session_rows
from tenantdock.desktop.doctor_rows import StepRow
from tenantdock.desktop.fields import ColourRow, Swatch, say
from tenantdock.desktop.importing_rows import Kind, kind_name
from tenantdock.desktop.notices import Notice
from tenantdock.desktop.parts import Label
from tenantdock.desktop.session_rows import Column
from tenantdock.desktop.session_window import SessionWindow
from tenantdock.desktop.settings.radio import RadioButton
from tenantdock.desktop.signs import ErrorLabel
from tenantdock.desktop.ticks import CheckBox
from tenantdock.desktop.tray_icons import SIZES, TrayState, tray_icon
from tenantdock.domain.checks import Finding, Outcome, Step
from tenantdock.domain.filing import Wanted
from tenantdock.domain.sessions import Held

NOW = 1_795_000_000.0


@pytest.fixture(autouse=True)
def now(monkeypatch):
    monkeypatch.setattr(time, "time", lambda: NOW)


def differ(pictures, spoken):
    """Check that no two states look or sound alike."""
    looks = [
        f"{one} looks like {other}" for one, other in itertools.combinations(pictures, 2) if alike(pictures[one], pictures[other])
    ]
    sounds = [f"{one} sounds like {other}" for one, other in itertools.combinations(spoken, 2) if spoken[one] == spoken[other]]
    assert looks + sounds == []


@pytest.fixture
def shown(qtbot):
    """Show a widget in a window of a fixed width."""
    windows = []

    def show(widget, width=420):
        window = QWidget()
        windows.append(window)
        QVBoxLayout(window).addWidget(widget)
        window.setFixedWidth(width)
        window.show()
        qtbot.waitUntil(widget.isVisible)
        return widget

    yield show
    for window in windows:
        window.close()
        window.deleteLater()


def spoken(widget, role=QAccessible.Text.Name):
    """Return what a screen reader says of a widget, and of the parts of it."""
    found = QAccessible.queryAccessibleInterface(widget)
    texts = [found.text(role), found.text(QAccessible.Text.Description), found.text(QAccessible.Text.Value)]
    return " ".join(text for text in texts if text)


def test_what_differs_in_colour_alone_is_found(shown):
    icon = tray_icon(TrayState.OPEN, dark=False).pixmap(QSize(24, 24)).toImage()
    assert alike(icon, recoloured(icon, QColor("#b3261e"))) or alike(
        recoloured(icon, QColor("red")), recoloured(icon, QColor("blue"))
    )
    one, other = (shown(QWidget()) for _ in range(2))
    for widget, colour in ((one, "#c00000"), (other, "#00c000")):
        widget.setStyleSheet(f"background: {colour}")
        widget.setFixedSize(40, 20)
    assert alike(painted(one), painted(other))
    labels = [shown(Label("Not as wanted", style)) for style in ("body", "body")]
    labels[1].setStyleSheet("color: red")
    assert alike(*map(painted, labels))
    assert not alike(painted(shown(Label("Passed"))), painted(shown(Label("Failed"))))


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("size", list(SIZES))
def test_the_tray_icon_shows_each_state_by_its_shape(qapp, size, dark):
    pictures = {}
    for state in TrayState:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(QColor("#202020" if dark else "#f0f0f0"))
        painter = QPainter(image)
        painter.drawPixmap(0, 0, tray_icon(state, dark=dark).pixmap(QSize(size, size), 1.0))
        painter.end()
        pictures[state] = image
    differ(pictures, {})


def test_the_tray_says_each_state(make_desktop):
    desktop = make_desktop(FakeWorkflows([row(1)]))
    told = {}
    desktop.keeper.look()
    told["idle"] = desktop.icon.tip
    desktop.fakes.agent.open = [session(1)]
    desktop.keeper.look()
    told["open"] = desktop.icon.tip
    desktop.fakes.agent.open = [session(1, held=(Held("graph", None, "Expired.", person=True),))]
    desktop.keeper.look()
    told["attention"] = desktop.icon.tip
    desktop.network_news = (True, "offline")
    desktop.keeper.look()
    told["offline"] = desktop.icon.tip
    desktop.lock()
    told["locked"] = desktop.icon.tip
    differ({}, told)


def a_row(desktop, *, columns):
    """Return the picture of the list's only row and what is read of it. The selection's ground would hide what is on it."""
    window = desktop.window
    window.viewing.show_columns(on=columns)
    window.list.clearSelection()
    index = window.model.index(0)
    picture = painted(window.list.viewport()).copy(window.list.visualRect(index).adjusted(0, 0, 2000, 0))
    return picture, window.model.data(index, 11)


STATES = {
    "signed in": ({}, lambda window: None),
    "never signed in": ({"enrolled": False, "last_used": None}, lambda window: None),
    "attention": ({}, lambda window: window.show_attention({"c1": "Refused."})),
    "console": ({}, lambda window: window.show_sessions([session(1)])),
    "busy": ({}, lambda window: window.model.set_busy("c1", "Signing in\u2026")),
    "favourite": ({"favourite": True}, lambda window: None),
    "tagged": ({"tags": ("gold",)}, lambda window: None),
    "other tag": ({"tags": ("gone",)}, lambda window: None),
}


@pytest.mark.parametrize("columns", [False, True])
def test_a_row_shows_each_state_by_more_than_its_colour(make_desktop, columns):
    pictures, told = {}, {}
    for name, (changes, do) in STATES.items():
        base = {"enrolled": True, "last_used": NOW - 7200, "colour": "#1d5fb4"}
        desktop = make_desktop(FakeWorkflows([row(1, **{**base, **changes})]))
        desktop.window.resize(1400, 500)
        do(desktop.window)
        pictures[name], told[name] = a_row(desktop, columns=columns)
    if columns:  # a column for it, where a person wants one: marks stand beside the name, the rest is told
        for name in ("signed in", "console", "busy"):
            pictures.pop(name)
    differ(pictures, told)


def session_row(qtbot, made, soon, monkeypatch):
    """Return the picture of the last column of a console's row, and what is read of it."""
    monkeypatch.setattr(session_rows, "SOON", soon)
    window = SessionWindow(now=lambda: NOW)
    qtbot.addWidget(window)
    window.resize(900, 300)
    window.show_sessions([session(1, **made)], {})
    window.show()
    window.table.clearSelection()
    index = window.model.index(0, Column.LEFT)
    qtbot.waitUntil(lambda: not window.table.visualRect(index).isEmpty())
    return painted(window.table.viewport()), window.model.data(index, 11)


def test_a_console_says_in_words_what_its_time_is_coloured_for(qtbot, monkeypatch):
    held = (Held("graph", NOW + 280),)
    states = {
        "plenty": ({"held": held}, 0.0),
        "soon": ({"held": held}, 300.0),
        "not renewed": ({"held": (Held("graph", NOW + 280, "Offline."),)}, 300.0),
        "person": ({"held": (Held("graph", NOW + 280, "Expired.", person=True),)}, 300.0),
        "expired": ({"held": (Held("graph", NOW - 5),)}, 300.0),
        "not proven": ({"held": held, "proven": False}, 300.0),
        "none yet": ({"held": (Held("graph"),)}, 300.0),
    }
    found = {name: session_row(qtbot, made, soon, monkeypatch) for name, (made, soon) in states.items()}
    differ({name: picture for name, (picture, _) in found.items()}, {name: told for name, (_, told) in found.items()})


def test_notices_show_and_say_how_serious_they_are(shown):
    notices = {kind: shown(Notice(kind, "The clock.", stays=True)) for kind in ("info", "done", "warning")}
    told = {kind: spoken(notice) for kind, notice in notices.items()}
    differ({kind: painted(notice) for kind, notice in notices.items()}, {kind: told[kind] for kind in ("info", "warning")})


def test_a_step_of_the_test_shows_and_says_its_outcome(shown):
    steps = {
        "waiting": Step("dns", "Name", seconds=1.0),
        "running": Step("dns", "Name", running=True, seconds=1.0),
        **{each.name: Step("dns", "Name", finding=Finding(each, "The same."), seconds=1.0) for each in Outcome},
    }
    rows = {name: shown(StepRow(step)) for name, step in steps.items()}
    differ({name: painted(each.sign) for name, each in rows.items()}, {name: spoken(each) for name, each in rows.items()})


def test_what_is_wrong_with_a_field_has_a_sign(shown):
    error, hint = ErrorLabel(), Label("", wrap=True)
    for label in (error, hint):
        say(label, "Give it the customer's name.")
        shown(label)
    hint.setContentsMargins(error.contentsMargins())
    hint.setFixedSize(error.size())
    assert not alike(painted(error), painted(hint))


def test_colours_to_choose_from_have_names_and_a_tick(shown):
    colours = shown(ColourRow())
    swatches = dict(colours.swatches)
    differ({}, {colour: spoken(swatch) for colour, swatch in swatches.items()})
    one = next(iter(swatches.values()))
    before = painted(one)
    one.setChecked(True)
    assert isinstance(one, Swatch)
    assert not alike(before, painted(one))
    assert QAccessible.queryAccessibleInterface(one).state().checked


@pytest.mark.parametrize("kind", [CheckBox, RadioButton])
def test_what_is_ticked_shows_it_by_its_shape(shown, kind):
    box = shown(kind("Sign in"))
    before = painted(box)
    box.setChecked(True)
    assert not alike(before, painted(box))
    assert QAccessible.queryAccessibleInterface(box).state().checked


def test_kinds_of_imported_rows_have_words(qapp):
    differ({}, {kind.name: kind_name(kind) for kind in Kind})


def test_the_place_that_is_chosen_shows_it_by_its_shape(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows([row(n, favourite=n == 1, group="Europe") for n in range(1, 12)]))
    desktop.window.resize(1000, 600)
    qtbot.waitUntil(lambda: desktop.window.panes.sidebar is not None and desktop.window.panes.sidebar.isVisible())
    sidebar = desktop.window.panes.sidebar
    before = painted(sidebar.viewport())
    desktop.window.viewing.filter(Wanted(favourite=True))
    assert not alike(before, painted(sidebar.viewport()))


def test_a_chosen_row_has_an_outline(make_desktop):
    desktop = make_desktop(FakeWorkflows([row(1), row(2)]))
    view = desktop.window.list
    desktop.window.select("c1")
    first = painted(view.viewport())
    desktop.window.select("c2")
    assert not alike(first, painted(view.viewport()))
