"""What painted rows keep from paint to paint: the same as worked out anew, gone with another look, and bounded."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPalette

from support.desktop import GERMAN, HOSTILE_NAMES, FakeWorkflows, row
from tenantdock.desktop import delegate, lettering
from tenantdock.desktop.languages import VARIABLE, speak
from tenantdock.desktop.lettering import Face, faces_for
from tenantdock.desktop.look import contrast, palette
from tenantdock.domain.text import one_line


@pytest.fixture
def looks(qapp, monkeypatch):
    """Give back the look that the tests after this one expect."""
    font, colours = QFont(qapp.font()), qapp.palette()
    yield qapp
    monkeypatch.undo()
    speak()
    qapp.setFont(font)
    qapp.setPalette(colours)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def forget():
    lettering._kept.clear()
    lettering._inks.cache_clear()


def larger(app, _monkeypatch):
    font = QFont(app.font())
    font.setPointSizeF(font.pointSizeF() * 1.6)
    app.setFont(font)


def bolder(app, _monkeypatch):
    font = QFont(app.font())
    font.setBold(not font.bold())
    app.setFont(font)


def german(_app, monkeypatch):
    monkeypatch.setenv(VARIABLE, "de")
    speak()


CHANGES = {
    "dark": lambda app, _: app.setPalette(palette(dark=True)),
    "contrast": lambda app, _: app.setPalette(palette(dark=False, high=True)),
    "larger": larger,
    "bolder": bolder,
    "german": german,
    "mirrored": lambda app, _: app.setLayoutDirection(Qt.LayoutDirection.RightToLeft),
}


@pytest.mark.may_block("a look changes when a person changes it, and everything is painted anew")
@pytest.mark.parametrize("columns", [False, True], ids=["rows", "columns"])
@pytest.mark.parametrize("change", list(CHANGES))
def test_rows_on_show_change_with_the_look(looks, make_desktop, qtbot, monkeypatch, change, columns):
    kinds = [{"tags": ("gold", "vip")}, {"favourite": True}, {"enrolled": False}, {}]
    some = [row(n, name=name, last_used=None, **kinds[n % 4]) for n, name in enumerate([GERMAN, "Contoso", *HOSTILE_NAMES], 1)]
    window = make_desktop(FakeWorkflows(some)).window
    window.resize(1000, 600)
    window.viewing.show_columns(on=columns)
    window.model.set_attention({"c2": "refused"})
    window.select("c1")

    def picture():
        # Once everything is laid out, which takes some turns after a change of the font
        seen = [QImage()]

        def settled():
            seen.append(window.list.viewport().grab().toImage())
            return seen[-1] == seen[-2]

        qtbot.wait(50)
        qtbot.waitUntil(settled)
        return seen[-1]

    before = picture()
    CHANGES[change](looks, monkeypatch)
    after = picture()
    forget()
    assert after == picture()  # as one that nothing was kept for
    if not (columns and change == "german"):  # no cell of these says a word of ours
        assert after != before


def test_another_density_is_another_font(qapp):
    sparse, dense = QImage(10, 10, QImage.Format.Format_RGB32), QImage(10, 10, QImage.Format.Format_RGB32)
    dense.setDotsPerMeterX(sparse.dotsPerMeterX() * 2)
    dense.setDotsPerMeterY(sparse.dotsPerMeterY() * 2)
    font = QFont(qapp.font())
    here, there = (faces_for(QFont(font, image)) for image in (sparse, dense))
    assert there.name.height > here.name.height * 1.5
    assert there.small.width("Contoso") > here.small.width("Contoso") * 1.5
    assert faces_for(QFont(font, sparse)) is here
    assert faces_for(QFont(font, dense)) is there


def test_what_is_kept_is_bounded(qapp):
    for size in range(6, 30):
        font = QFont(qapp.font())
        font.setPointSize(size)
        made = faces_for(font)
        assert made.name.height > 0
    for number in range(5000):
        made.name.width(f"Customer {number}")
        made.name.cut(f"Customer {number}", 20)
    assert len(lettering._kept) <= 4
    assert made.name.width.cache_info().currsize <= 512
    assert made.name._cut.cache_info().currsize <= 512


def test_a_font_is_made_when_it_is_wanted(qapp):
    forget()
    found = faces_for(QFont(qapp.font()))
    assert not {"plain", "name", "small", "tag", "badge"} & set(vars(found))
    assert found.tag is found.tag


@settings(max_examples=300, deadline=None)
@given(
    text=st.one_of(st.text(max_size=60), st.sampled_from([GERMAN, *HOSTILE_NAMES, "AVATo fi ffl", "i" * 30])).map(one_line),
    more=st.integers(-60, 3),
)
def test_texts_are_cut_as_qt_does(qapp, text, more):
    for factor in (0.85, 1.0, 1.37):
        font = QFont(qapp.font())
        font.setPointSizeF(font.pointSizeF() * factor)
        metrics = QFontMetrics(font)
        room = metrics.horizontalAdvance(text) + more
        expected = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        face = Face(font)
        assert [face.cut(text, room), face.cut(text, room)] == [expected] * 2


@pytest.mark.parametrize("mirrored", [False, True], ids=["left", "right"])
def test_many_services_take_no_room_from_the_account(looks, make_desktop, qtbot, monkeypatch, mirrored):
    if mirrored:
        looks.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    every = ("graph", "azure", "exchange", "compliance", "teams")
    long = replace(row(1, name="Adler Retail Group", domain="adler67.example", services=every), username="anna@nordlicht.example")
    window = make_desktop(FakeWorkflows([long])).window
    window.resize(560, 600)
    written = {}
    write = delegate._Row._write

    def note(self, face, ink, text, left, top, width, side, **less):
        written[text] = (face.cut(text, width), left, left + width, top)
        write(self, face, ink, text, left, top, width, side, **less)

    monkeypatch.setattr(delegate._Row, "_write", note)
    window.list.viewport().grab()
    entry = window.model.shown[0]
    assert written[entry.account][0] == entry.account
    assert written[entry.name][0] == entry.name
    services, state = written[entry.services], written[window.model.state(entry)]
    assert services[0].endswith("\u2026")  # there is no room for all of them
    for near, far in ((written[entry.name], services), (written[entry.account], state)):
        assert near[2] <= far[1] or far[2] <= near[1], "texts lie on each other"


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("high", [False, True])
def test_what_needs_attention_can_be_read(looks, dark, high):
    looks.setPalette(palette(dark=dark, high=high))
    inks = lettering.inks_of(selected=False)
    for ground in (looks.palette().color(QPalette.ColorRole.Base), inks.ground):
        assert contrast(inks.alarm, ground) >= 4.5
    chosen = lettering.inks_of(selected=True)
    assert contrast(chosen.alarm, chosen.ground) >= 4.5
