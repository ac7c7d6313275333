"""Notifications that a real daemon shows on a real display, and a person clicks."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
import time

import pytest

from support.display import display
from support.notifying import HAVE_BUS, session_bus, wait_until
from tenantdock.desktop.bus_notify import BusNotifications, Note

__all__ = ["display"]

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(not HAVE_BUS or not shutil.which("dunst"), reason="needs dbus-daemon and Debian's dunst"),
]
CONFIGURATION = """
[global]
mouse_left_click = do_action, close_current
markup = full
format = "%s\\n%b"
idle_threshold = 0
"""


class Dunst:
    """A running dunst with its windows."""

    def __init__(self, display, environment, configuration) -> None:
        self.display = display
        self.environment = environment
        self.configuration = configuration
        self.process = None

    def start(self):
        command = ["dunst", "-config", str(self.configuration)]
        self.process = subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until(self.answers, "dunst on the bus")

    def answers(self):
        ask = ["dunstctl", "is-paused"]
        return subprocess.run(ask, env=self.environment, capture_output=True, text=True, check=False).stdout.strip() == "false"

    def stop(self):
        self.process.terminate()
        self.process.wait(10)

    def windows(self):
        command = ["xdotool", "search", "--onlyvisible", "--class", "^Dunst$"]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False).stdout.split()

    def shown(self):
        """How many notifications are on the screen."""
        count = ["dunstctl", "count", "displayed"]
        return int(subprocess.run(count, env=self.environment, capture_output=True, text=True, check=True).stdout)

    def click(self):
        (window,) = self.windows()
        self.display.xdotool("mousemove", "--window", window, "20", "20")
        time.sleep(0.2)
        self.display.xdotool("click", "1")


@pytest.fixture
def dunst(display, monkeypatch, tmp_path):
    configuration = tmp_path / "dunstrc"
    configuration.write_text(CONFIGURATION)
    with session_bus() as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        running = Dunst(display, {**display.environment, "DBUS_SESSION_BUS_ADDRESS": address}, configuration)
        running.start()
        try:
            yield running
        finally:
            with contextlib.suppress(ProcessLookupError):
                running.stop()


def test_a_person_clicks_what_the_daemon_shows_also_after_it_was_restarted(dunst):
    clicked, undelivered = [], []
    notifications = BusNotifications(lambda *told: clicked.append(told), undelivered.append)
    try:
        notifications.show(Note("c1", "Contoso <b>&", "Sign in <i>again</i> & go on.", "Sign in"))
        wait_until(lambda: dunst.shown() == 1 and dunst.windows(), "the notification")
        dunst.click()
        wait_until(lambda: clicked == [("c1", "")], "the click")
        wait_until(lambda: dunst.shown() == 0, "the notification to go")

        notifications.show(Note("c2", "Fabrikam", "one", "Show"))
        notifications.show(Note("c2", "Fabrikam", "two", "Show"))
        wait_until(lambda: dunst.shown() == 1, "the notification")
        notifications.show(Note("c3", "Northwind", "three", "Show"))
        wait_until(lambda: dunst.shown() == 2, "the other one")  # of c2 there is one
        notifications.withdraw("c2")
        wait_until(lambda: dunst.shown() == 1, "what is settled to go")

        dunst.stop()
        dunst.start()
        notifications.show(Note("c4", "Tailspin", "four", "Show"))
        wait_until(lambda: dunst.shown() == 1 and dunst.windows(), "the new daemon's")
        dunst.click()
        wait_until(lambda: clicked[1:] == [("c4", "")], "the click")
        notifications.show(Note("c5", "Wingtip", "five", "Show"))
        wait_until(lambda: dunst.shown() == 1, "the last one")
    finally:
        assert notifications.close(20)
    wait_until(lambda: dunst.shown() == 0, "the end to take it away")
    assert undelivered == []
