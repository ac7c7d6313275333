"""Helpers for the tests of consoles: recording terminals and shells made of real scripts, and the PowerShell grammar."""

from __future__ import annotations

import json
import os
import sys
import textwrap
import time
from pathlib import Path

from tenantdock.consoles.machine import Machine


def script(path: Path, body: str) -> Path:
    """Write a Python program that can be run. It sees ``sys``, ``os`` and ``json``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = f"#!{sys.executable} -S\nimport json, os, sys, time\n{textwrap.dedent(body)}\n"
    path.write_text(text, "utf-8")
    path.chmod(0o755)
    return path


def recorder(path: Path, record: Path, *, code: int = 0, says: str = "", stays: float = 0.0) -> Path:
    """Write a program that records how it was started in *record*, says something on standard error, stays and ends."""
    return script(
        path,
        f"""
        data = {{"argv": sys.argv, "cwd": os.getcwd(), "env": dict(os.environ), "pid": os.getpid(), "sid": os.getsid(0)}}
        with open({str(record)!r} + ".new", "w") as file:
            json.dump(data, file)
        os.replace({str(record)!r} + ".new", {str(record)!r})
        sys.stderr.write({says!r})
        sys.stderr.flush()
        time.sleep({stays})
        sys.exit({code})
        """,
    )


def recorded(record: Path, seconds: float = 10.0) -> dict[str, object]:
    """Wait for what a :func:`recorder` wrote."""
    end = time.monotonic() + seconds
    while not record.exists():
        if time.monotonic() > end:
            raise AssertionError(f"nothing was recorded in {record}")
        time.sleep(0.01)
    data: dict[str, object] = json.loads(record.read_text("utf-8"))
    return data


def machine(folder: Path, *, platform: str = "linux", env: dict[str, str] | None = None, frozen: bool = False) -> Machine:
    """A machine whose programs all lie under *folder* (``bin`` is its PATH, ``root`` its root, ``home`` its home)."""
    for name in ("bin", "root", "home"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    values = {"PATH": str(folder / "bin"), "LANG": os.environ.get("LANG", "C.UTF-8"), "DISPLAY": ":7"}
    return Machine(platform, {**values, **(env or {})}, folder / "root", folder / "home", frozen)
