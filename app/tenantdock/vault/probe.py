"""Which keyring there is, found out by a process of its own.

The keyring package tries every back end that it knows, each with its libraries: 13 MB and a tenth of a second, which a desktop that
only wants to know whether sign-ins will be kept would hold until it ends. The process asks for no secret, so nobody is prompted.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from dataclasses import astuple
from typing import Final

from tenantdock.domain.cancel import Cancel
from tenantdock.vault.keystore import KeyStoreState, unknown_store

ARGUMENT: Final = "--which-keyring"
"""The program's first argument that makes it this process (see ``__main__``): a packaged program has no ``python -m``."""
_TIME_LIMIT: Final = 10.0
"""Seconds. D-Bus gives a service that it has to start 25, and a person who waits for a sign-in asks in-process."""


def ask(cancel: Cancel | None = None) -> KeyStoreState | None:
    """Start the process and return what it found; None when it could not find out, which says nothing about the keyring. *cancel*
    ends the process; it raises :class:`Cancelled` then.
    """
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "tenantdock"]
    alive, ours = os.pipe()  # its other end closes when this process ends, however that happens
    try:
        with subprocess.Popen(
            [*program, ARGUMENT],
            stdin=alive,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        ) as process:
            found = _answer_of(process, cancel or Cancel())
        usable, name, reason, next_step = json.loads(found)
    except (OSError, subprocess.SubprocessError, ValueError, TypeError):
        return None
    finally:
        os.close(alive)
        os.close(ours)
    return KeyStoreState(bool(usable), str(name), _known(str(name), str(reason)), str(next_step))


def _answer_of(process: subprocess.Popen[bytes], cancel: Cancel) -> bytes:
    """Return what *process* prints. It is over afterwards, however this ends."""
    try:
        with cancel.calling(process.kill):
            told, _ = process.communicate(timeout=_TIME_LIMIT)
    finally:
        process.kill()
    cancel.check()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return told


def answer() -> None:
    """Be the process: print the state of the system's keyring. Ends with its parent."""
    from tenantdock.vault.oskeystore import OsKeyStore  # noqa: PLC0415 - needed in this process only

    threading.Thread(target=_end_with_parent, daemon=True).start()
    print(json.dumps(astuple(OsKeyStore().state())))  # noqa: T201 - the answer


def _end_with_parent() -> None:
    sys.stdin.read()
    os._exit(1)


def _known(name: str, reason: str) -> str:
    """The text of another process is plain; what it was made of is told again here, so that it can be translated."""
    known = unknown_store(name)
    return known if reason == known else reason
