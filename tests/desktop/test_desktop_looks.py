"""Palettes, accent colours, the colours of customers, the theme that follows the system."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

from support.desktop import FakeWorkflows, row
from tenantdock.desktop import look, theme
from tenantdock.desktop.palettes import frame_colour, is_high, palette, stark
from tenantdock.desktop.shades import AA_SHAPE, AA_TEXT, contrast, ink, seen_on
from tenantdock.desktop.theme import Look
from tenantdock.desktop.tray_icons import dark_panel

Role = QPalette.ColorRole
Group = QPalette.ColorGroup
TEXTS = [
    (Role.WindowText, Role.Window),
    (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase),
    (Role.ButtonText, Role.Button),
    (Role.HighlightedText, Role.Highlight),
    (Role.PlaceholderText, Role.Base),
    (Role.ToolTipText, Role.ToolTipBase),
    (Role.Link, Role.Base),
    (Role.Link, Role.Window),
    (Role.LinkVisited, Role.Base),
    (Role.Accent, Role.Window),
]
SHAPES = [(Role.Highlight, Role.Window), (Role.Highlight, Role.Base), (Role.Mid, Role.Window), (Role.Mid, Role.Base)]

rgb = st.integers(0, 0xFFFFFF).map(QColor)


def weak(colours, pairs, ratio):
    return {(one.name, other.name) for one, other in pairs if contrast(colours.color(one), colours.color(other)) < ratio}


@pytest.mark.parametrize("dark", [False, True])
def test_every_text_can_be_read_and_every_frame_be_seen(dark):
    assert weak(palette(dark=dark), TEXTS, AA_TEXT) == set()
    assert weak(palette(dark=dark), SHAPES, AA_SHAPE) == set()


@pytest.mark.parametrize("dark", [False, True])
def test_high_contrast_is_pure_and_its_frames_are_as_strong_as_its_text(dark):
    colours = palette(dark=dark, high=True)
    assert contrast(colours.color(Role.WindowText), colours.color(Role.Window)) == pytest.approx(21)
    assert weak(colours, TEXTS, 7) == set()
    assert contrast(colours.color(Group.Disabled, Role.Text), colours.color(Role.Base)) >= 7
    assert is_high(colours)
    assert frame_colour(colours) == look.muted(colours) == colours.color(Role.WindowText)
    assert not is_high(palette(dark=dark))
    assert frame_colour(palette(dark=dark)) != palette(dark=dark).color(Role.WindowText)


@given(accent=rgb, dark=st.booleans())
def test_any_accent_colour_can_be_seen_and_read_on(accent, dark):
    colours = palette(dark=dark, accent=accent)
    assert weak(colours, TEXTS, AA_TEXT) == set()
    assert weak(colours, SHAPES, AA_SHAPE) == set()


@pytest.mark.parametrize(("accent", "dark"), [("#0f62a8", False), ("#5aa9ec", True), ("#8839c9", False)])
def test_an_accent_that_can_be_seen_stays_as_it_is(accent, dark):
    assert palette(dark=dark, accent=QColor(accent)).color(Role.Accent) == QColor(accent)


@given(colour=rgb)
def test_text_on_any_colour_that_a_customer_has_can_be_read(colour):
    fill, text = look.badge_colours(colour.name())
    assert fill == colour
    assert contrast(fill, text) >= AA_TEXT


@given(text=st.one_of(st.text(max_size=12), st.from_regex(r"#[0-9a-fA-F]{3,12}", fullmatch=True)))
def test_what_is_no_colour_gives_a_badge_that_can_be_read(text):
    fill, letters = look.badge_colours(text)
    assert fill.isValid()
    assert fill.alpha() == 255
    assert contrast(fill, letters) >= AA_TEXT


@given(colour=rgb, grounds=st.lists(rgb, min_size=1, max_size=3), towards=st.sampled_from(["#000000", "#ffffff"]))
def test_a_colour_is_changed_no_more_than_it_takes(colour, grounds, towards):
    found = seen_on(colour, grounds, AA_TEXT, towards=towards)
    if all(contrast(colour, ground) >= AA_TEXT for ground in grounds):
        assert found == colour
    else:
        assert found == QColor(towards) or all(contrast(found, ground) >= AA_TEXT for ground in grounds)


def test_ink_is_white_where_that_can_be_read():
    assert ink(QColor("#1d5fb4")) == QColor("#ffffff")
    assert ink(QColor("#ffff00")) == QColor("#000000")


@pytest.fixture
def themed(qapp):
    found = theme.theme()
    yield found
    found.take_accent(None)
    found.choose(Look.SYSTEM)
    found.apply()


@pytest.mark.parametrize(
    ("chosen", "dark", "high"),
    [(Look.LIGHT, False, False), (Look.DARK, True, False), (Look.CONTRAST, False, True), (Look.SYSTEM, False, False)],
)
def test_what_the_person_chooses_is_shown_at_once(themed, qapp, chosen, dark, high):
    themed.choose(Look.DARK if chosen is not Look.DARK else Look.LIGHT)
    themed.choose(chosen)
    assert (look.is_dark(qapp.palette()), is_high(qapp.palette())) == (dark, high)


def test_there_is_one_theme(themed):
    assert theme.theme() is themed


class Hints:
    """What the system says, at a test's word."""

    def __init__(self) -> None:
        self.scheme = Qt.ColorScheme.Light
        self.contrast = Qt.ContrastPreference.NoPreference

    def colorScheme(self):  # noqa: N802 - Qt's name
        return self.scheme

    def contrastPreference(self):  # noqa: N802 - Qt's name
        return self.contrast

    def setColorScheme(self, scheme):  # noqa: N802 - Qt's name
        self.scheme = self.scheme if scheme is Qt.ColorScheme.Unknown else scheme


@pytest.fixture
def system(themed):
    hints = Hints()
    before = themed._hints, themed._accessibility
    themed._hints = themed._accessibility = hints
    yield hints
    # Before the theme's own end, which looks at the system again
    themed._hints, themed._accessibility = before


def test_the_windows_follow_the_system_live(themed, system, qapp, qtbot):
    with qtbot.waitSignal(themed.changed):
        system.scheme = Qt.ColorScheme.Dark
        themed.apply()
    assert look.is_dark(qapp.palette())
    system.contrast = Qt.ContrastPreference.HighContrast
    themed.apply()
    assert is_high(qapp.palette())
    assert look.is_dark(qapp.palette())
    with qtbot.assertNotEmitted(themed.changed):
        themed.apply()


def test_a_person_who_chose_a_look_keeps_it(themed, system, qapp):
    themed.choose(Look.LIGHT)
    system.scheme, system.contrast = Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast
    themed.apply()
    assert not look.is_dark(qapp.palette())
    assert not is_high(qapp.palette())


def test_the_portals_accent_is_taken_and_given_back(themed, qapp):
    before = qapp.palette().color(Role.Accent)
    themed.take_accent(QColor("#8839c9"))
    assert qapp.palette().color(Role.Accent) == QColor("#8839c9")
    themed.take_accent(None)
    assert qapp.palette().color(Role.Accent) == before


def test_windows_own_contrast_colours_are_kept(themed, system, qapp, monkeypatch):
    monkeypatch.setattr(theme.sys, "platform", "win32")
    system.contrast = Qt.ContrastPreference.HighContrast
    themed.apply()
    plain = qapp.style().standardPalette()
    assert qapp.palette().color(Role.Window) == plain.color(Role.Window)
    assert is_high(qapp.palette())


def test_lines_of_a_systems_contrast_palette_are_as_strong_as_its_text():
    system = QPalette(QColor("#202020"))
    system.setColor(Role.WindowText, QColor("#ffee00"))
    assert {stark(system).color(role).name() for role in (Role.Mid, Role.Dark, Role.Shadow)} == {"#ffee00"}


@pytest.mark.may_block("a theme changes when a person changes it, and everything is painted anew")
def test_a_look_again_leaves_the_palette_as_it_was(themed, qapp, qtbot):
    themed.choose(Look.DARK)
    before = qapp.palette()
    themed.system_changed()
    qtbot.wait(20)
    assert qapp.palette() == before


@pytest.mark.may_block("a theme changes when a person changes it, and everything is painted anew")
def test_open_windows_change_with_the_theme(themed, make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows([row(1)]))

    def ground():
        return desktop.window.grab().toImage().pixelColor(2, 2)

    for chosen, dark in ((Look.DARK, True), (Look.LIGHT, False), (Look.DARK, True)):
        themed.choose(chosen)
        qtbot.waitUntil(lambda dark=dark: ground() == palette(dark=dark).color(Role.Window))
    small = desktop.window.count_label
    assert contrast(small.palette().color(Role.WindowText), palette(dark=True).color(Role.Window)) >= AA_TEXT


def test_the_portal_says_light_or_dark_and_contrast_where_the_system_says_nothing(themed, system, qapp):
    system.scheme = Qt.ColorScheme.Unknown
    for dark in (True, False, None):
        themed.take_dark(dark)
        assert look.is_dark(qapp.palette()) is themed.system_dark is dark_panel() is bool(dark)
    themed.take_contrast(True)
    assert is_high(qapp.palette())
    themed.choose(Look.DARK)
    themed.take_dark(False)
    assert (look.is_dark(qapp.palette()), is_high(qapp.palette()), dark_panel()) == (True, False, False)
    themed.take_dark(None)
    themed.take_contrast(False)
