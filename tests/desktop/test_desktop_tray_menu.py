"""The tray's menu with few, with 500 and with 10,000 customers; what the icon tells."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QMenu

from support.desktop import HOSTILE_NAMES, FakeWorkflows, row, rows, session
from tenantdock.desktop.look import contrast
from tenantdock.desktop.menu_labels import Labels
from tenantdock.desktop.tray_icons import SIZES, TrayState, tray_icon
from tenantdock.desktop.tray_menu import GROUP
from tenantdock.domain.sessions import Held
from tenantdock.domain.signin import NetworkState


def plain(text):
    """A text without its keys."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def texts(menu):
    return [plain(action.text()) for action in menu.actions() if action.text() and not action.isSeparator()]


def open_menu(desktop):
    desktop.icon.menu.aboutToShow.emit()
    return desktop.icon.menu


def submenu(menu, title):
    (found,) = [action.menu() for action in menu.actions() if action.menu() and plain(action.text()) == title]
    found.aboutToShow.emit()
    return found


def leaves(menu):
    """All customers that are reached from a menu, and the most rows of any menu on the way."""
    menu.aboutToShow.emit()
    found, most = [], len(menu.actions())
    for action in menu.actions():
        if action.menu():
            inside, rows_inside = leaves(action.menu())
            found += inside
            most = max(most, rows_inside)
        elif not action.isSeparator():
            found.append(plain(action.text()))
    return found, most


def test_few_customers_stand_in_the_menu_itself(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows([row(1, name="A & B"), row(2)]))
    menu = open_menu(desktop)
    assert texts(menu)[:2] == ["A & B", "Northwind Traders"]
    assert texts(menu)[-4:] == ["Add a customer\u2026", "Show TenantDock", "Lock", "Quit"]
    menu.actions()[1].trigger()
    qtbot.waitUntil(lambda: [each.connection_id for each in desktop.fakes.agent.sessions()] == ["c2"])
    assert "Open consoles" in texts_with_sections(open_menu(desktop))


def texts_with_sections(menu):
    return [plain(action.text()) for action in menu.actions() if action.text()]


def test_the_first_letter_is_the_key(make_desktop):
    desktop = make_desktop(FakeWorkflows([row(1, name="\u00bbEins\u00ab & Co"), row(2, name="7 & up"), row(3, name="&&&")]))
    shown = [action.text() for action in open_menu(desktop).actions()][:3]
    assert shown == ["&&&&&&", "&7 && up", "\u00bb&Eins\u00ab && Co"]


def test_customers_of_one_name_are_told_apart_by_their_accounts(make_desktop):
    pia, ab = {"name": "Alpine", "username": "pia@msp.example"}, {"name": "Alpine", "username": "a&b@alpine.example"}
    desktop = make_desktop(FakeWorkflows([replace(row(1), **pia), replace(row(2), **ab), row(3, name="Other")]))
    assert texts(open_menu(desktop))[:3] == ["Alpine \u2013 pia@msp.example", "Alpine \u2013 a&b@alpine.example", "Other"]
    desktop.fakes.agent.open = [session(1, **pia), session(2, **ab), session(3, name="Other"), session(3, id="s4", name="Other")]
    told = texts(open_menu(desktop))
    consoles = [each for each in told[3:] if each.startswith(("Alpine", "Other"))]
    assert [each.split(" \u2013 ")[1] for each in consoles[:2]] == ["pia@msp.example", "a&b@alpine.example"]
    assert len(consoles) == 4
    assert not any("@" in each for each in consoles[2:])


def test_two_consoles_of_one_customer_are_told_apart(make_desktop):
    desktop = make_desktop(FakeWorkflows([row(1, name="R & D")]))
    desktop.fakes.agent.open = [session(1, name="R & D"), replace(session(1, id="s2", name="R & D"), number=2)]
    told = [each.split(" \u2013 ")[0] for each in texts(open_menu(desktop))[1:3]]
    assert told == ["R & D", "R & D (2)"]


def test_very_many_customers_are_searched_in_the_palette(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(GROUP * GROUP + 1)))
    (search,) = [action for action in open_menu(desktop).actions() if "Search all" in plain(action.text())]
    search.trigger()
    qtbot.waitUntil(lambda: desktop.finding.window is not None and desktop.finding.window.isVisible())


def test_favourites_then_what_was_used_last_then_groups(make_desktop):
    saved = [replace(each, frecency=float(number)) for number, each in enumerate(rows(40))]
    saved[3] = replace(saved[3], favourite=True, name="Fa", last_used=time.time())
    saved[4] = replace(saved[4], favourite=True, name="Fb")
    saved[5] = replace(saved[5], group="Europe/North", name="G1", last_used=None)
    saved[6] = replace(saved[6], group="Europe/North", name="G2", last_used=None)
    saved[7] = replace(saved[7], group="Europe", name="G3", last_used=None)
    desktop = make_desktop(FakeWorkflows(saved))
    menu = open_menu(desktop)
    told = texts_with_sections(menu)
    assert told[:3] == ["Favourites", "Fa", "Fb"] or told[:2] == ["Fa", "Fb"]
    used = [each for each in saved if each.last_used is not None and not each.favourite]
    best = sorted(used, key=lambda each: -each.frecency)[:8]
    at = told.index("Fb") + 1
    at += told[at] == "Used last"
    assert told[at : at + 8] == [each.name for each in best]
    europe = submenu(menu, "Europe")
    assert texts(europe) == ["North", "G3"]
    assert texts(submenu(europe, "North")) == ["G1", "G2"]
    found, most = leaves(submenu(menu, "Without a group"))
    assert sorted(found) == sorted(each.name for each in saved if not each.group)
    assert most <= GROUP


@pytest.mark.parametrize("grouped", [False, True])
def test_500_customers_stay_usable_and_are_all_there(make_desktop, grouped):
    saved = [replace(each, group=f"Group {number % 40}" if grouped else "") for number, each in enumerate(rows(500))]
    desktop = make_desktop(FakeWorkflows(saved))
    menu = open_menu(desktop)
    assert len(menu.actions()) <= GROUP + 8
    nested = [action.menu() for action in menu.actions() if action.menu()]
    found, most = [], 0
    for each in nested:
        inside, rows_inside = leaves(each)
        found += inside
        most = max(most, rows_inside)
    assert sorted(found) == sorted(each.name for each in saved)
    assert most <= GROUP


def test_10000_customers_lead_to_the_search_and_cost_nothing_before_they_are_opened(make_desktop):
    desktop = make_desktop(FakeWorkflows(rows(10_000)))
    menu = open_menu(desktop)
    assert len(menu.actions()) < 20
    assert any("10,000" in text for text in texts(menu))
    (every,) = [action.menu() for action in menu.actions() if action.menu()]
    assert every.isEmpty()
    every.aboutToShow.emit()
    assert len(every.actions()) <= GROUP


def test_the_menu_is_never_empty(make_desktop):
    desktop = make_desktop(FakeWorkflows())
    assert texts(desktop.icon.menu)[-1] == "Quit"


def test_hostile_names_are_one_line_of_text(make_desktop):
    desktop = make_desktop(FakeWorkflows([row(n, name=name) for n, name in enumerate(HOSTILE_NAMES, 1)]))
    for text in texts(open_menu(desktop)):
        assert not any(ord(character) < 32 or character == "\u202e" for character in text)
        assert len(text) <= 60


def test_open_consoles_tell_the_time_and_come_to_the_front(make_desktop, qtbot):
    fakes = FakeWorkflows(rows(3))
    now = time.time()
    fakes.agent.open = [
        session(1, name="Later", held=(Held("graph", now + 2990),)),
        session(2, name="Sooner", held=(Held("graph", now + 40.5),)),
        *(session(n, id=f"s{n}", name=f"More {n}", held=(Held("graph", now + 3900),)) for n in range(3, 16)),
    ]
    desktop = make_desktop(fakes)
    told = texts(open_menu(desktop))
    at = told.index(next(text for text in told if text.startswith("Sooner")))
    assert told[at] == "Sooner \u2013 0:40"
    assert told[at + 1] == "Later \u2013 50 min"
    assert "and 3 more\u2026" in told
    (action,) = [each for each in desktop.icon.menu.actions() if "ooner" in each.text()]
    action.trigger()
    qtbot.waitUntil(lambda: fakes.consoles.forward != [])
    assert fakes.consoles.forward[0][0] == 4002
    (action,) = [each for each in desktop.icon.menu.actions() if plain(each.text()) == "All open consoles\u2026"]
    action.trigger()
    assert desktop.sessions.window.isVisible()


def test_consoles_that_need_somebody_come_first_and_say_so(make_desktop):
    fakes, now = FakeWorkflows(rows(3)), time.time()
    fakes.agent.open = [
        session(1, name="Fine", held=(Held("graph", now + 40.5),)),
        session(2, name="Waits", held=(Held("graph", now + 2990, "Expired.", person=True),)),
        session(3, name="Ends", held=(Held("graph", now + 200.5, "No network."),)),
    ]
    told = texts(open_menu(make_desktop(fakes)))
    at = told.index("Ends \u2013 4 min \u2013 not renewed")
    assert told[at + 1 : at + 3] == ["Waits \u2013 50 min \u2013 sign-in needed", "Fine \u2013 0:40"]


def test_the_icon_tells_the_state(make_desktop, qtbot):
    fakes = FakeWorkflows(rows(2))
    desktop = make_desktop(fakes)
    qtbot.waitUntil(lambda: "keeper" in desktop.__dict__, timeout=5000)
    assert (desktop.tray.state, desktop.icon.tip) == (TrayState.IDLE, "TenantDock")
    fakes.agent.open = [session(1)]
    desktop.show_sessions()
    assert (desktop.tray.state, desktop.icon.tip) == (TrayState.OPEN, "TenantDock \u2013 1 console open")
    # Renewing that fails is a person's matter only when it needs one, or the end is near
    fakes.agent.open = [session(1, held=(Held("graph", time.time() + 2000, "Offline."),))]
    desktop.show_sessions()
    assert desktop.tray.state is TrayState.OPEN
    for held in (Held("graph", time.time() + 200, "Offline."), Held("graph", time.time() + 2000, "Expired.", person=True)):
        fakes.agent.open = [session(1, held=(held,))]
        desktop.show_sessions()
        assert (desktop.tray.state, desktop.icon.tip) == (TrayState.ATTENTION, "TenantDock \u2013 1 customer needs you")
    desktop.network(NetworkState(online=False, text="Nobody answers."))
    qtbot.waitUntil(lambda: desktop.tray.state is TrayState.OFFLINE)
    desktop.lock()
    assert (desktop.tray.state, desktop.icon.tip) == (TrayState.LOCKED, "TenantDock \u2013 locked")


@pytest.mark.parametrize("dark", [False, True])
def test_every_state_has_a_picture_of_its_own_in_every_size_for_its_panel(dark):
    ground = QColor("#1e1e1e" if dark else "#f2f2f2")
    for size in (*SIZES, *(2 * each for each in SIZES)):
        pictures = [tray_icon(state, dark=dark).pixmap(size, size).toImage() for state in TrayState]
        for picture in pictures:
            assert (picture.width(), picture.height()) == (size, size)
            # Straight edges lie on whole pixels: the tile's own colour goes from edge to edge, and stands out from the panel
            middle = picture.pixelColor(size // 2, max(1, size // 12))
            assert middle.alpha() == 255
            assert contrast(middle, ground) >= 3.0
        assert len({bytes(picture.constBits()) for picture in pictures}) == len(TrayState)


def test_the_icon_follows_light_and_dark(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows(rows(1)))
    qtbot.waitUntil(lambda: desktop.tray.state is TrayState.IDLE, timeout=5000)
    drawn = []
    desktop.icon.setIcon = drawn.append
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)  # offscreen there is only one
    assert len(drawn) == 1


def test_a_menu_that_opens_again_and_again_keeps_no_submenu(make_desktop, qtbot):
    desktop = make_desktop(FakeWorkflows([replace(each, group=f"Group {each.id}") for each in rows(60)]))
    counts = []
    for _ in range(3):
        menu = open_menu(desktop)
        qtbot.wait(10)
        counts.append(len(menu.findChildren(QMenu)))
    assert counts[0] == counts[1] == counts[2] > 0


def on_a_panel(label):
    """What a panel shows of a label: Qt makes the first "&" a mark, unless it is the last character, and "__" is one "_" there."""
    at = label.find("&")
    marked = f"{label[:at]}_{label[at + 1 :]}" if 0 <= at < len(label) - 1 else label
    return marked.replace("__", "\0").replace("_", "").replace("\0", "_")


@given(name=st.one_of(st.text("a&_ !", min_size=1, max_size=8), st.sampled_from(HOSTILE_NAMES)), whose=st.text("a&_@", max_size=6))
def test_a_label_shows_the_name_whoever_draws_it(name, whose):
    for panel, show in ((True, on_a_panel), (False, plain)):
        labels = Labels(panel=panel)
        assert show(f"{labels.keyed(name)} \u2013 {labels.escaped(whose)}") == f"{name} \u2013 {whose}"
        assert show(labels.keyed(name)) == name
