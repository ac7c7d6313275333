"""TenantDock as a person has it: a wheel in an environment of its own, run by a Python that was built to be given out."""

from __future__ import annotations

import atexit
import functools
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

from figures import CannotRun
from machine import CHECKOUT

_SYSTEM = "/usr/bin/python3"
_RELEASE = "import sys, venv; print(*sys.version_info[:2])"


@functools.cache
def program(*, by_system: bool = True) -> str:
    """Return the path of an installed ``tenantdock``, whose packages are those of this environment; thrown away at the end.

    The system's Python runs it, where that is of the same release as this one and *by_system* is set: the peers come from there
    too, and a Python that was compiled on this machine (pyenv does it without optimizations) takes a tenth longer to a window.
    """
    home = Path(tempfile.mkdtemp(prefix="tenantdock-bench-installed-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    _run(_python() if by_system else sys.executable, "-m", "venv", "--without-pip", home / "venv")
    scripts = home / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / Path(sys.executable).name
    _run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", home, CHECKOUT)
    (wheel,) = home.glob("*.whl")
    _run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel)
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(_run(python, "-c", ask))
    (packages / "bench.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return str(scripts / "tenantdock")


def describe() -> str:
    """Say which Python runs it."""
    version = _run(_python(), "-c", "import platform; print(platform.python_version())")
    return f"{version}, {'the system' if _python() == _SYSTEM else 'this environment'}'s"


@functools.cache
def _python() -> str:
    try:
        same = _run(_SYSTEM, "-c", _RELEASE) == _run(sys.executable, "-c", _RELEASE)
    except (CannotRun, OSError):  # there is none, or one without venv
        same = False
    return _SYSTEM if same else sys.executable


def _run(*command: object) -> str:
    ran = subprocess.run([str(each) for each in command], capture_output=True, text=True, check=False)
    if ran.returncode:
        raise CannotRun(f"{Path(str(command[0])).name} {command[1]} {command[2]}: {ran.stderr.strip()[-300:]}")
    return ran.stdout.strip()
