"""The tray as KDE and GNOME have it: a panel that knows the icon by D-Bus, and draws its menu itself."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from support.chromium import wait_for
from support.directory import a_connection
from support.display import Display, display, running_display
from support.keyring_session import PROGRAMS as KEYRING
from support.keyring_session import keyring_session
from support.program import DOUBLE, Program, home, missing, running, saved, scripted_browser, with_path
from support.tray_host import Panel, every
from tenantdock.clock import SystemClock
from tenantdock.desktop.tray_menu import GROUP
from tenantdock.directory import SqliteDirectory
from tenantdock.domain.directory import Filing

__all__ = ["display"]

pytestmark = [
    pytest.mark.display,
    pytest.mark.secret_service,
    pytest.mark.timeout(240),
    pytest.mark.skipif(bool(missing("xterm", *KEYRING)), reason=missing("xterm", *KEYRING)),
]

NAMES = ("Northwind & Sons_Traders", "&& Co", "<b>Bold</b>", "__init__", "R&D_Lab", "!!!")
OWN = ["Add a customer\u2026", "Show TenantDock", "Lock", "", "Quit"]


class Desk:
    """A person's desk with such a panel."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder, self.environment, self.data = folder, environment, folder / "data"

    @contextlib.contextmanager
    def program(self, *arguments: str) -> Iterator[Program]:
        given = [*arguments, "--data", str(self.data)]
        with running(self.folder / "logs", self.environment, given, watched=True) as program:
            yield program
            assert "Traceback" not in program.err

    def panel(self) -> Panel:
        return Panel(self.environment["DBUS_SESSION_BUS_ADDRESS"])


@pytest.fixture
def desk(display: Display, tmp_path: Path) -> Iterator[Desk]:
    environment = home(tmp_path, display.environment, BROWSER=str(scripted_browser(tmp_path / "browser")))
    environment = with_path(environment, tmp_path / "bin", {"pwsh": DOUBLE})
    with keyring_session(environment) as inside:
        yield Desk(tmp_path, inside)


def shown(entries):
    return [each.shown for each in entries]


def entry(entries, text):
    return next(each for each in entries if each.shown.startswith(text))


def test_a_panel_shows_names_as_they_are_and_a_click_does_what_it_says(desk, display):
    for name in NAMES:
        saved(desk.data, name=name)
    with desk.panel() as panel, desk.program("--sandbox") as program:
        icon = panel.icon()
        assert (icon.read("Id"), icon.read("Status"), icon.read("ItemIsMenu")) == ("TenantDock", "Active", False)
        program.sees("6 customers", "mainWindow")
        wait_for("a picture of the state", lambda: "NewIcon" in icon.signals())
        assert icon.read("ToolTip")[2:] == ("TenantDock \u2013 practice cloud", "")
        menu = icon.opened()
        assert sorted(shown(menu)[: len(NAMES)]) == sorted(NAMES)
        assert shown(menu)[len(NAMES) :] == ["", *OWN]

        icon.signals()
        icon.click(entry(menu, NAMES[0]))
        xterm = display.wait_for_window("Sons_Traders \u00b7 ")
        wait_for("what the icon tells", lambda: "1 console open" in icon.read("ToolTip")[2])
        assert {"NewIcon", "NewToolTip"} <= set(icon.signals())
        menu = icon.opened()
        heading = entry(menu, "Open consoles")
        assert not heading.enabled
        console = menu[menu.index(heading) + 1]
        assert console.shown.startswith(NAMES[0])
        window = display.wait_for_window("^TenantDock.+practice cloud$")
        display.xdotool("windowactivate", "--sync", window)
        icon.click(console)
        wait_for("the terminal in front", lambda: int(display.xdotool("getactivewindow")) == int(xterm))

        icon.click(entry(icon.opened(), "Lock"))
        program.sees("TenantDock is locked", "mainWindow")
        wait_for("the lock in the tray", lambda: "locked" in icon.read("ToolTip")[2])
        # A panel that has not opened the menu again shows no name either
        assert shown(icon.entries()) == ["Unlock TenantDock\u2026", "", "Quit"]
        icon.click(entry(icon.opened(), "Unlock"))
        program.click("unlock")
        program.sees("6 customers", "mainWindow")
        assert NAMES[0] in shown(icon.opened())

        icon.activate()
        display.wait_for_window("find a customer")
        display.xdotool("key", "Escape")
        display.close_window(xterm)
        wait_for("the end of the session", lambda: "console" not in icon.read("ToolTip")[2])
        icon.click(entry(icon.opened(), "Quit"))
        assert program.wait() == 0


def test_500_customers_are_all_reached_in_menus_that_fit_on_a_screen(desk, display):
    desk.data.mkdir()
    directory = SqliteDirectory(desk.data / "directory.sqlite3", SystemClock())
    for n in range(500):
        filing = Filing(group=("", "Europe_N & S", "Europe_N & S/Alps", "Asia")[n % 4], favourite=n % 50 == 0)
        directory.add(replace(a_connection(f"Customer_{n:03} & Co", username=f"admin{n}@c.example"), filing=filing))
    directory.close()
    with desk.panel() as panel, desk.program() as program:
        icon = panel.icon()
        program.sees("500 customers", "mainWindow")
        top = icon.opened()
        assert shown(top)[0] == "Favourites"
        assert [each.shown for each in top if each.submenu] == ["Asia", "Europe_N & S", "Without a group"]
        found = list(every(icon))
        assert {each.shown for each in found} >= {f"Customer_{n:03} & Co" for n in range(500)}
        assert max(len(icon.opened(each.key)) for each in found if each.submenu) <= GROUP + 2
        icon.click(entry(found, "Customer_499"))
        program.sees("Customer_499 & Co", "signInDialog")


def test_a_panel_that_comes_after_the_program_or_anew_gets_the_icon(tmp_path):
    with running_display(tray=False) as bare, keyring_session(home(tmp_path, bare.environment)) as inside:
        desk = Desk(tmp_path, inside)
        saved(desk.data)
        with desk.program("--sandbox", "--hidden") as program:
            time.sleep(1.5)  # it has looked for a tray by then
            for _ in range(2):
                with desk.panel() as panel:
                    assert "Add a customer\u2026" in shown(panel.icon().opened())
                    assert program.running
