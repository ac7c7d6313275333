"""Windows lie on a screen as a whole, and have the room that what they hold needs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect

from support.desktop import FakeWorkflows, rows
from support.stage import Stage
from tenantdock.desktop.parts import Label
from tenantdock.desktop.placing import inside
from tenantdock.desktop.trouble import Answered

ROOM = QRect(100, 50, 1000, 800)


@pytest.mark.parametrize(
    ("frame", "corner"),
    [
        (QRect(300, 200, 400, 300), (300, 200)),
        (QRect(300, -20, 400, 300), (300, 50)),  # the title bar above the screen
        (QRect(0, 700, 400, 300), (100, 550)),
        (QRect(5000, 5000, 400, 300), (700, 550)),  # a screen that is gone
        (QRect(300, 200, 2000, 2000), (100, 50)),  # larger than the screen: its beginning counts
    ],
)
def test_where_a_window_belongs(frame, corner):
    assert inside(frame, ROOM) == QPoint(*corner)


def on_screen(window):
    return window.screen().availableGeometry().contains(window.frameGeometry())


@pytest.mark.parametrize("at", [(-50, -40), (10_000, 10_000)])
def test_a_window_that_comes_up_beside_the_screen_is_brought_onto_it_and_one_pushed_away_later_stays(qtbot, at):
    window = Answered(None, "Somewhere")
    qtbot.addWidget(window)
    window.column.addWidget(Label("Text"))
    window.fit(40)
    window.move(*at)
    window.show()
    qtbot.waitUntil(lambda: on_screen(window))
    qtbot.wait(1100)
    window.move(-30, -30)
    qtbot.wait(1100)
    assert window.pos().x() < 0
    assert window.pos().y() < 0


def test_every_dialog_is_brought_onto_the_screen(qapp, qtbot):
    seen = set()
    for _name, window in Stage(qapp).every():
        if window.inherits("QDialog") and type(window) not in seen:
            seen.add(type(window))
            window.hide()
            window.move(-60, -60)
            window.show()
            qtbot.waitUntil(lambda window=window: window.pos().y() >= 0)
    assert len(seen) > 10


def test_a_main_window_whose_screen_is_gone_comes_up_on_one_that_is_there(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    window = desktop.window
    window.hide()
    window.move(20_000, 20_000)
    window.come_forward()
    qtbot.waitUntil(lambda: on_screen(window))


def test_a_window_grows_with_what_it_holds_and_not_against_the_person(qtbot):
    window = Answered(None, "Grows")
    qtbot.addWidget(window)
    label = Label("Short", wrap=True)
    window.column.addWidget(label)
    window.fit(40)
    window.show()
    qtbot.waitUntil(lambda: window._area.verticalScrollBar().maximum() == 0)
    label.setText("Much longer. " * 60)
    qtbot.waitUntil(lambda: window.height() > 200)
    qtbot.waitUntil(lambda: window._area.verticalScrollBar().maximum() == 0)
    window.resize(window.width(), 150)
    qtbot.wait(100)
    assert window.height() == 150
