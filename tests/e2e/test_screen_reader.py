"""The whole program, looked at through AT-SPI as Orca looks at it: what each thing is, what is said when something happens."""

from __future__ import annotations

import contextlib
import json
import queue
import shutil
import subprocess
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from support.directory import a_connection
from support.program import home, running
from tenantdock.composition import SystemClock
from tenantdock.directory import SqliteDirectory
from tenantdock.domain.directory import Filing

LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
PYTHON = Path("/usr/bin/python3")
PYATSPI = Path("/usr/lib/python3/dist-packages/pyatspi/__init__.py")
ALOUD = Path(__file__).resolve().parents[1] / "support" / "aloud.py"

pytestmark = [
    pytest.mark.display,
    pytest.mark.timeout(180),
    pytest.mark.skipif(
        not (LAUNCHER.exists() and PYATSPI.exists() and shutil.which("dbus-daemon")),
        reason="AT-SPI is not here (at-spi2-core, python3-pyatspi, dbus-daemon)",
    ),
]


class Ears:
    """What a screen reader gets."""

    def __init__(self, environment) -> None:
        self._process = subprocess.Popen(
            [str(PYTHON), str(ALOUD)],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._lines = queue.Queue()
        self.said = []
        self.focused = []
        self._listening = threading.Thread(target=self._listen, daemon=True)
        self._listening.start()
        self._wait("ready")

    def _listen(self):
        for line in self._process.stdout:
            told = json.loads(line)
            if "said" in told:
                self.said.append(told["said"])
            elif "focus" in told:
                self.focused.append(told["focus"][1])
            else:
                self._lines.put(told)

    def _wait(self, what):
        while what not in (told := self._lines.get(timeout=20)):
            pass
        return told[what]

    def tree(self):
        """Return what is on show, as (depth, role, name, description, focused)."""
        self._process.stdin.write("tree\n")
        self._process.stdin.flush()
        return self._wait("tree")

    def hears(self, text, within):
        """Wait until one of *within*, which grows, holds *text*."""
        end = time.monotonic() + 15
        while time.monotonic() < end:
            for each in within:
                if text in each:
                    return each
            time.sleep(0.05)
        raise AssertionError(f"nothing says {text!r}, but {within}")

    def close(self):
        self._process.stdin.close()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._listening.join(5)
        self._process.stdout.close()


@contextlib.contextmanager
def ended(process):
    try:
        yield process
    finally:
        process.terminate()
        process.wait(10)
        if process.stdout is not None:
            process.stdout.close()


@pytest.fixture
def ears(display, tmp_path):
    """The program with three customers, and somebody who listens."""
    directory = SqliteDirectory(tmp_path / "data" / "directory.sqlite3", SystemClock())
    for name in ("Contoso", "Fabrikam", "Northwind Traders"):
        username = f"admin@{name.split()[0].lower()}.example"
        filing = Filing(tags=("gold",)) if name == "Contoso" else Filing()
        directory.add(replace(a_connection(name, username=username), filing=filing))
    directory.close()
    environment = {**home(tmp_path), **display.environment, "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path / "run")}
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    bus = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    with ended(bus):
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
        launcher = [str(LAUNCHER), "--launch-immediately"]
        with ended(subprocess.Popen(launcher, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)):
            listener = Ears(environment)
            with running(tmp_path / "logs", environment, ["--data", str(tmp_path / "data")]):
                window = display.wait_for_window("TenantDock", 40)
                display.xdotool("windowactivate", "--sync", window)
                yield listener
            listener.close()


def roles(tree):
    return {(role, name) for _depth, role, name, _description, _focused in tree}


def test_the_window_its_fields_and_rows_say_what_they_are(ears):
    end = time.monotonic() + 20
    tree = ears.tree()
    while not any(line[1] == "table cell" for line in tree):
        assert time.monotonic() < end, tree
        time.sleep(0.2)
        tree = ears.tree()
    found = roles(tree)
    assert ("frame", "TenantDock") in found
    assert ("text", "Search") in found
    assert ("push button", "Add customer") in found
    cells = [name for role, name in sorted(found) if role == "table cell" and "@" in name]
    assert cells == [
        "Contoso, admin@contoso.example at contoso.com, Graph, Not signed in yet, Tags: gold",
        "Fabrikam, admin@fabrikam.example at contoso.com, Graph, Not signed in yet",
        "Northwind Traders, admin@northwind.example at contoso.com, Graph, Not signed in yet",
    ]
    nameless = [line for line in tree if line[1] in {"push button", "text", "table", "list", "tree", "check box"} and not line[2]]
    assert nameless == []
    assert not [line for line in tree if "\u200b" in line[2] or "\u2192" in line[2]]


def test_the_search_reads_the_row_that_the_arrows_choose(ears, display):
    display.xdotool("key", "Down")
    ears.hears("Fabrikam, admin@fabrikam.example", ears.said)
    display.xdotool("type", "north")
    ears.hears("1 of 3 customers", ears.said)
    ears.hears("Northwind Traders, admin@northwind.example", ears.said)


def test_the_palette_reads_its_results(ears, display):
    display.xdotool("key", "ctrl+k")
    display.wait_for_window("find a customer", 20)
    ears.hears("Contoso, admin@contoso.example at contoso.com", ears.said)
    display.xdotool("key", "Down")
    ears.hears("Fabrikam, admin@fabrikam.example at contoso.com", ears.said)
    display.xdotool("type", "nwt")
    ears.hears("1 found: Northwind Traders", ears.said)
    assert ("frame", "TenantDock \u2013 find a customer") in roles(ears.tree())


def test_what_happens_is_said(ears, display):
    display.xdotool("key", "ctrl+d")
    ears.hears("Contoso is a favourite now.", ears.said)
    display.xdotool("key", "ctrl+z")
    ears.hears("Undone", ears.said)


def test_a_window_that_opens_says_its_name_and_its_fields(ears, display):
    display.xdotool("key", "ctrl+n")
    display.wait_for_window("Add a customer", 20)
    ears.hears("User name that you sign in with", ears.focused)
    tree = ears.tree()
    assert ("dialog", "Add a customer") in roles(tree)
    assert {name for role, name in roles(tree) if role == "check box"} >= {"Graph", "Azure", "Exchange"}
