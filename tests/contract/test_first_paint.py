"""What is imported before the first window is painted: nothing that it does not need."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.directory import a_connection
from support.fakes import FakeClock
from tenantdock.directory import SqliteDirectory

LISTING = Path(__file__).resolve().parents[1] / "support" / "first_paint.py"
ALLOWED = Path(__file__).with_name("first_paint.txt")
HEAVY = (
    "msal",
    "requests",
    "cryptography",
    "keyring",
    "asyncio",
    "qasync",
    "ssl",
    "PySide6.QtNetwork",
    "PySide6.QtDBus",
    "PySide6.QtSvg",
    *("ast", "dis", "linecache", "tokenize"),  # see late.py: something asked for inspect, textwrap or traceback
    *(() if sys.platform == "win32" else ("ctypes",)),  # Windows is told the program's name for the taskbar before any window
    "platformdirs",
    "shibokensupport.signature.loader",  # see desktop/lean.py: something asked PySide for a signature or a documentation
)


def imported(tmp_path, customers):
    directory = SqliteDirectory(tmp_path / "data" / "directory.sqlite3", FakeClock())
    directory.add_all([a_connection(f"Customer {number}", username=f"a{number}@msp.example") for number in range(customers)])
    directory.close()
    ran = subprocess.run(
        [sys.executable, str(LISTING), str(tmp_path / "data")],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return set(ran.stdout.split())


def allowed():
    return {line for line in ALLOWED.read_text(encoding="ascii").splitlines() if line and not line.startswith("#")}


def ours(module):
    """Whether a module is one of those that are listed. Python's own change with each Python, and shiboken's with each Qt."""
    top = module.partition(".")[0]
    return (
        top not in sys.stdlib_module_names
        and not top.startswith(("_", "shiboken", "signature_bootstrap"))
        and ".support" not in module
    )


@pytest.mark.parametrize("customers", [0, 3])
def test_only_what_the_first_window_needs_is_imported_before_it(tmp_path, customers):
    found = imported(tmp_path, customers)
    heavy = {module for module in found if any(module == each or module.startswith(f"{each}.") for each in HEAVY)}
    assert heavy == set()
    new = sorted(module for module in found if ours(module) and module not in allowed())
    assert not new, (
        f"{new} are imported before the first window is painted. Import them where they are used (see CONTRIBUTING.md), "
        f"or, where the first window needs them, add them to {ALLOWED.name}."
    )


def test_the_list_of_what_is_allowed_holds_nothing_that_is_gone():
    root = Path(__file__).resolve().parents[2] / "app"
    modules = [module for module in allowed() if module.startswith("tenantdock")]
    gone = [
        each for each in modules if not any((root / f"{each.replace('.', '/')}{end}").exists() for end in (".py", "/__init__.py"))
    ]
    assert gone == []
