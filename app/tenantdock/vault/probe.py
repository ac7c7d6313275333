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

from tenantdock.vault.keystore import KeyStoreState

ARGUMENT: Final = "--which-keyring"
"""The program's first argument that makes it this process (see ``__main__``): a packaged program has no ``python -m``."""
_TIME_LIMIT: Final = 10.0
"""Seconds. D-Bus gives a service that it has to start 25, and a person who waits for a sign-in asks in-process."""


def ask() -> KeyStoreState | None:
    """Start the process and return what it found; None when it could not find out, which says nothing about the keyring."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "tenantdock"]
    alive, ours = os.pipe()  # its other end closes when this process ends, however that happens
    try:
        found = subprocess.run(
            [*program, ARGUMENT],
            stdin=alive,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_TIME_LIMIT,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        usable, name, reason, next_step = json.loads(found.stdout)
    except (OSError, subprocess.SubprocessError, ValueError, TypeError):
        return None
    finally:
        os.close(alive)
        os.close(ours)
    return KeyStoreState(bool(usable), str(name), str(reason), str(next_step))


def answer() -> None:
    """Be the process: print the state of the system's keyring. Ends with its parent."""
    from tenantdock.vault.oskeystore import OsKeyStore  # noqa: PLC0415 - needed in this process only

    threading.Thread(target=_end_with_parent, daemon=True).start()
    print(json.dumps(astuple(OsKeyStore().state())))  # noqa: T201 - the answer


def _end_with_parent() -> None:
    sys.stdin.read()
    os._exit(1)
