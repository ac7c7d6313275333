"""A morning with the whole program by keys alone. What has the focus is what a screen reader is told."""

from __future__ import annotations

import subprocess
import time

import pytest

from support.chromium import wait_for
from support.keyring_session import PROGRAMS as KEYRING
from support.keyring_session import keyring_session
from support.program import DOUBLE, home, missing, running, scripted_browser, with_path

from .test_screen_reader import LAUNCHER, PYATSPI, Ears, ended

pytestmark = [
    pytest.mark.display,
    pytest.mark.secret_service,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not (LAUNCHER.exists() and PYATSPI.exists()), reason="AT-SPI is not here (at-spi2-core, python3-pyatspi)"),
    pytest.mark.skipif(bool(missing("xterm", *KEYRING)), reason=missing("xterm", *KEYRING)),
]
MAIN = "^TenantDock.+practice cloud$"
CUSTOMERS = "Customer;Directory;Who;Q1\r\nFabrikam;fabrikam.example;admin@fabrikam.example;Kim knows the way\r\n"


class Hands:
    """Keys, and what has the focus after them."""

    def __init__(self, display, ears, program) -> None:
        self.display, self.ears, self.program = display, ears, program

    def keys(self, *keys):
        self.display.xdotool("key", "--clearmodifiers", *keys)

    def types(self, text):
        self.display.xdotool("type", "--delay", "8", text)

    def goes_to(self, name, key="Tab"):
        """Press a key until something has the focus whose name begins so; fail when it comes round."""
        heard = self.ears.focused
        for _ in range(40):
            before, end = len(heard), time.monotonic() + 2
            self.keys(key)
            while len(heard) == before and time.monotonic() < end:
                time.sleep(0.02)
            time.sleep(0.05)
            if heard and heard[-1].startswith(name):
                return
        raise AssertionError(f"{key} does not lead to {name!r}, but to {heard[-40:]}")

    def chooses(self, letter):
        """Choose from the main window's menu."""
        self.window(MAIN)
        self.goes_to("More")
        self.keys("space")
        time.sleep(0.3)  # a menu takes no keys before it is there
        self.keys(letter)

    def window(self, title):
        found = self.display.wait_for_window(title)
        self.display.xdotool("windowactivate", "--sync", found)
        return found


@pytest.fixture
def hands(display, tmp_path):
    environment = home(tmp_path, display.environment, BROWSER=str(scripted_browser(tmp_path / "browser")))
    environment = with_path(environment, tmp_path / "bin", {"pwsh": DOUBLE})
    with keyring_session(environment) as inside:
        inside["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        launcher = [str(LAUNCHER), "--launch-immediately"]
        with ended(subprocess.Popen(launcher, env=inside, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)):
            ears = Ears(inside)
            arguments = ["--sandbox", "--data", str(tmp_path / "data")]
            with running(tmp_path / "logs", inside, arguments, watched=True) as program:
                try:
                    yield Hands(display, ears, program)
                except BaseException:
                    display.screenshot(tmp_path / "failed.png")
                    raise
            ears.close()


def test_a_morning_without_a_mouse(hands, tmp_path):
    add_and_file(hands)
    work_in_a_console(hands)
    lock_and_unlock(hands)
    import_and_export(hands, tmp_path)
    change_a_setting(hands)
    remove_and_undo(hands)
    hands.keys("ctrl+q")
    assert hands.program.wait() == 0
    assert "Traceback" not in hands.program.err


def add_and_file(hands):
    """A customer is added by typing; favourite, group, tag, colour, note."""
    hands.window(MAIN)
    hands.keys("ctrl+n")
    hands.window("Add a customer")
    hands.types("admin@northwind.example")
    hands.program.sees("Tenant found", "addDialog")
    hands.keys("Return")
    hands.program.sees("1 customer", "mainWindow")
    hands.window(MAIN)
    hands.keys("ctrl+d")
    hands.program.sees("is a favourite now", "mainWindow")
    for key, title, text in (("ctrl+m", "group", "Europe"), ("ctrl+t", "[Tt]ag", "gold")):
        hands.window(MAIN)
        hands.keys(key)
        hands.window(title)
        hands.types(text)
        hands.keys("Return")
        hands.program.sees(text, "mainWindow")
    hands.window(MAIN)
    hands.keys("ctrl+i")
    hands.goes_to("Connect", "F6")
    hands.goes_to("Green")
    hands.keys("Right")
    hands.ears.hears("Olive", hands.ears.focused)
    hands.goes_to("Notes")
    hands.types("Ask Petra first.")
    hands.keys("Escape")


def work_in_a_console(hands):
    """A console is opened, renewed, brought to the front, ended."""
    hands.keys("Return")
    xterm = hands.display.wait_for_window("Northwind Traders \u00b7 ")
    hands.window(MAIN)
    hands.keys("ctrl+o")
    hands.program.sees("1 console open", "sessionWindow")
    hands.window("^Open consoles$")
    hands.goes_to("Renew")
    hands.keys("space")
    hands.program.sees("new tokens as", "sessionWindow")
    hands.goes_to("Show")
    hands.keys("space")
    wait_for("the terminal in front", lambda: int(hands.display.xdotool("getactivewindow")) == int(xterm))
    hands.window("^Open consoles$")
    hands.goes_to("End")
    hands.keys("space")
    hands.program.sees("No console is open", "sessionWindow")
    hands.display.close_window(xterm)
    hands.window("^Open consoles$")
    hands.keys("Escape")


def lock_and_unlock(hands):
    """Both are said."""
    hands.window(MAIN)
    hands.keys("ctrl+l")
    hands.ears.hears("TenantDock is locked", hands.ears.said)
    hands.keys("Return")
    hands.ears.hears("TenantDock is unlocked", hands.ears.said)
    hands.program.sees("1 customer", "mainWindow")


def import_and_export(hands, folder):
    """A list is imported, with a column that was not guessed; what comes of it is said. Both are exported."""
    file, out = folder / "list.csv", folder / "out.csv"
    file.write_text(CUSTOMERS, encoding="utf-8")
    hands.chooses("i")
    hands.window("Import customers")
    hands.goes_to("File to import")
    hands.types(str(file))
    hands.keys("Return")
    hands.program.sees("was guessed", "customersImportDialog")
    hands.goes_to("Semicolon")
    hands.goes_to("Not read")
    hands.types("Note")
    hands.goes_to("Next")
    hands.keys("space")
    hands.program.sees("Add 1 new customer", "customersImportDialog")
    hands.goes_to("Import 1")
    hands.keys("space")
    hands.program.sees("1 customer was added.", "customersImportDialog")
    hands.keys("Escape")
    hands.program.sees("2 customers", "mainWindow")
    hands.chooses("e")
    hands.window("Export customers")
    hands.goes_to("File")
    hands.keys("ctrl+a")
    hands.types(str(out))
    hands.keys("Return")
    hands.ears.hears("2 customers are in", hands.ears.said)
    hands.keys("Escape")
    assert "Kim knows the way" in out.read_text("utf-8-sig")


def change_a_setting(hands):
    """It is found by a word, and counts at once."""
    hands.chooses("s")
    hands.window("Settings")
    hands.types("nobody is here")
    hands.program.sees("1 found", "settingsDialog")
    hands.keys("Return")
    hands.ears.hears("Never", hands.ears.focused)
    hands.keys("Down")
    hands.ears.hears("Saved: Lock when nobody is here", hands.ears.said)
    hands.keys("Escape")


def remove_and_undo(hands):
    """Nothing asks; Ctrl+Z brings it back."""
    hands.window(MAIN)
    hands.goes_to("Customers", "F6")
    hands.keys("Delete")
    hands.program.sees("1 customer", "mainWindow")
    hands.keys("ctrl+z")
    hands.ears.hears("Undone", hands.ears.said)
    hands.program.sees("2 customers", "mainWindow")
