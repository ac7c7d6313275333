"""A desktop of six customers that are filed, and what its tests ask of it."""

from __future__ import annotations

from dataclasses import replace

from support.desktop import FakeWorkflows, rows

NORTH = ("group", "Europe/North")
GOLD = ("tag", "gold")


def filed():
    """Six customers: two in Europe/North, one in Asia, one tagged gold, one favourite, one guest's."""
    made = {each.id: replace(each, last_used=1_795_000_000.0) for each in rows(6)}
    made["c1"] = replace(made["c1"], group="Europe/North")
    made["c2"] = replace(made["c2"], group="Europe/North", tags=("gold",))
    made["c3"] = replace(made["c3"], group="Asia", favourite=True)
    made["c4"] = replace(made["c4"], home_tenant="elsewhere")
    return list(made.values())


def filed_desktop(make_desktop, qtbot):
    """Return a desktop of them that shows its sidebar."""
    made = make_desktop(FakeWorkflows(filed()))
    made.window.resize(900, 600)
    qtbot.waitUntil(lambda: made.window.panes.sidebar is not None and made.window.panes.sidebar.isVisible())
    return made


def ids(desktop):
    return sorted(entry.row.id for entry in desktop.window.model.shown)


def saved(desktop, key):
    return next(each for each in desktop.fakes.directory.saved if each.id == key)


def choose(desktop, *keys):
    desktop.window.select(keys[0])
    desktop.window.list.choose(keys)


def asked(desktop, kind):
    return [each for each in desktop.windows.all() if isinstance(each, kind) and each.isVisible()]


def trigger(menu, *path):
    for part in path:
        action = next(each for each in menu.actions() if each.text().replace("&", "") == part)
        menu = action.menu()
    action.trigger()
