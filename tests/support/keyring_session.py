"""A D-Bus session with an unlocked gnome-keyring, as after a log-in, for several starts of the program."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator, Mapping

from support.chromium import wait_for

PROGRAMS = ("dbus-daemon", "gnome-keyring-daemon")


@contextlib.contextmanager
def keyring_session(environment: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """Give *environment* a message bus with a Secret Service on it; both end afterwards."""
    with contextlib.ExitStack() as stack:
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],
            env=dict(environment),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        stack.callback(_end, bus)
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        inside = {key: value for key, value in environment.items() if key != "PYTHON_KEYRING_BACKEND"}
        inside["DBUS_SESSION_BUS_ADDRESS"] = address
        keyring = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            env=inside,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        stack.callback(_end, keyring)
        assert keyring.stdin is not None
        keyring.stdin.write(b"pass")
        keyring.stdin.close()
        control = os.path.join(inside["XDG_RUNTIME_DIR"], "keyring", "control")  # noqa: PTH118 - a string to look for
        wait_for("the start of gnome-keyring", lambda: os.path.exists(control))  # noqa: PTH110
        yield inside


def _end(process: subprocess.Popen[bytes] | subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()
