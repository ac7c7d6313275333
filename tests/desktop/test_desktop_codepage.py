"""The page of a device code: a QR code that cameras can read, and the time that is left."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage

from support.desktop import FakeWorkflows, Gate, rows
from tenantdock.desktop.codepage import CodePage, qr_text
from tenantdock.desktop.parts import Button
from tenantdock.desktop.qr import QUIET, QrCode, modules, picture
from tenantdock.domain.errors import BrowserTrouble
from tenantdock.domain.signin import DeviceCode, Progress

ADDRESS = "https://login.microsoft.com/device"
BLACK, WHITE = 0xFF000000, 0xFFFFFFFF


def read(image: QImage) -> list[list[bool]]:
    """The modules of a picture, border included, read at their centres; every pixel has to be plainly dark or light."""
    seen = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert seen == {BLACK, WHITE}
    count = len(modules(ADDRESS)) + 2 * QUIET
    size = image.width() // count
    return [[image.pixel(x * size + size // 2, y * size + size // 2) == BLACK for x in range(count)] for y in range(count)]


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0, 3.0])
def test_a_qr_code_is_crisp_at_every_scale_and_has_its_border(qapp, ratio):
    image = picture(ADDRESS, int(160 * ratio))
    count = len(modules(ADDRESS)) + 2 * QUIET
    assert image.width() % count == 0, "a module has a whole number of pixels"
    assert image.width() <= 160 * ratio
    rows = read(image)
    border = [*rows[:QUIET], *rows[-QUIET:], *([*row[:QUIET], *row[-QUIET:]] for row in rows)]
    assert not any(any(row) for row in border)
    assert [row[QUIET:-QUIET] for row in rows[QUIET:-QUIET]] == modules(ADDRESS)


def test_the_widget_paints_the_same_on_any_ground(qtbot):
    shown = QrCode(ADDRESS, 160)
    qtbot.addWidget(shown)
    shown.setStyleSheet("background: #17191d")
    shown.show()
    image = shown.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    made = picture(ADDRESS, 160)
    margin = (image.width() - made.width()) // 2
    assert image.copy(margin, margin, made.width(), made.height()) == made
    assert image.pixel(0, 0) == WHITE


@pytest.mark.parametrize("text", ["", "x" * 513])
def test_what_is_no_address_gives_no_code(text):
    with pytest.raises(ValueError, match="QR"):
        modules(text)
    with pytest.raises(ValueError, match="room"):
        picture(ADDRESS, 40)


@pytest.mark.parametrize(
    ("address", "complete", "expected"),
    [
        (ADDRESS, "", ADDRESS),
        (ADDRESS, f"{ADDRESS}?code=X", f"{ADDRESS}?code=X"),
        (ADDRESS, "https://evil.example/device?code=X", ADDRESS),
        (ADDRESS, "http://login.microsoft.com/device", ADDRESS),
        ("tel:+1", "https://x.example", ""),
        ("http://plain.example", "", ""),
        ("https://[x", "https://[x", ""),
        (ADDRESS, "https://[x", ""),
    ],
)
def test_the_code_leads_to_the_providers_own_address_only(address, complete, expected):
    assert qr_text(DeviceCode("X", address, 0.0, complete)) == expected


def page(qtbot, left: float, address: str = ADDRESS) -> CodePage:
    shown = CodePage(DeviceCode("F7QK2-LMX9", address, time.time() + left))
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.mark.parametrize(
    ("left", "says"), [(890.5, "15 more minutes"), (121.5, "3 more minutes"), (120.5, "2:00"), (61.5, "1:01"), (9.5, "0:09")]
)
def test_the_time_left_is_told_to_the_second_near_the_end(qtbot, left, says):
    assert says in page(qtbot, left).time_label.text()


def test_a_code_that_is_over_cannot_be_used_by_mistake(qtbot):
    shown = page(qtbot, 1.2)
    assert shown.qr.isVisible()
    qtbot.waitUntil(lambda: (shown.tick(), not shown.qr.isVisible())[1], timeout=4000)
    assert not shown.copy_button.isEnabled()
    assert "no longer" in shown.time_label.text()


def test_the_last_way_says_why_it_is_the_last(qtbot):
    text = page(qtbot, 60).why_label.text()
    assert "last one to try" in text
    assert "many organisations block it" in text


def test_the_code_is_never_cut_off(qtbot):
    shown = page(qtbot, 60)
    shown.resize(shown.minimumSizeHint())
    assert shown.code_label.width() >= shown.code_label.fontMetrics().horizontalAdvance("F7QK2-LMX9")
    assert shown.qr.visibleRegion().boundingRect().width() == shown.qr.width()


def test_an_address_too_long_for_a_code_is_still_shown(qtbot):
    shown = page(qtbot, 60, "https://x.example/" + "y" * 600)
    assert shown.qr is None
    assert shown.address_label.text().startswith("https://x.example/")
    assert shown.layoutDirection() == Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize("fails", [False, True])
def test_an_address_that_does_not_open_here_is_told_beside_it(make_desktop, qtbot, fails):
    desktop = make_desktop(FakeWorkflows(rows(3)))
    if fails:
        desktop.fakes.portals.fails = BrowserTrouble("No browser.", next_step=f"Copy {ADDRESS}")
    done = Gate()
    desktop.fakes.connecting.scripts.append([Progress("code", "Waiting", DeviceCode("A-1", ADDRESS, time.time() + 900)), done])
    desktop.connect("c2")
    qtbot.waitUntil(lambda: any(each.findChild(CodePage) for each in desktop.windows.all()))
    (shown,) = [each.findChild(CodePage) for each in desktop.windows.all()]
    qtbot.mouseClick(shown.findChild(Button, "deviceCodeOpen"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desktop.fakes.portals.pages == [ADDRESS])
    if fails:
        qtbot.waitUntil(shown.trouble_label.isVisible)
        assert shown.trouble_label.text() == f"No browser. Copy {ADDRESS}"
    assert [each.metaObject().className() for each in desktop.windows.all()] == ["SignInDialog"]  # no window on the window
    done.open()
    qtbot.waitUntil(lambda: len(desktop.fakes.agent.sessions()) == 1)


def test_the_practice_page_that_does_not_open_is_told_over_the_list(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(3), page="http://localhost:1/"), practice=True)
    desktop.fakes.portals.fails = BrowserTrouble("No browser.", next_step="Copy the address: http://localhost:1/")
    desktop.window.notices.get("practice").action_button.click()
    qtbot.waitUntil(lambda: desktop.window.notices.get("page") is not None)
    assert "http://localhost:1/" in desktop.window.notices.get("page").label.text()
    desktop.window.notices.get("page").action_button.click()
    assert QGuiApplication.clipboard().text() == "http://localhost:1/"
