"""The environment and the folder of a console: the person's own, without what TenantDock needs for itself."""

from __future__ import annotations

import os
from pathlib import Path

from tenantdock.consoles.machine import Machine

# Set for this process by PyInstaller's bootloader and by our own launch scripts; programs that a person runs must not see them.
# https://pyinstaller.org/en/stable/runtime-information.html#ld-library-path-libpath-considerations
_FROZEN_ONLY = (
    "LD_LIBRARY_PATH",
    "DYLD_LIBRARY_PATH",
    "LIBPATH",
    "QT_PLUGIN_PATH",
    "QML2_IMPORT_PATH",
    "QT_QPA_PLATFORM_PLUGIN_PATH",
)
# PySide6 puts its own option into the environment when it is imported
_OURS = ("TENANTDOCK_", "_PYI_", "_MEIPASS", "PYSIDE6_OPTION_")
_HEADLESS = frozenset({"offscreen", "minimal"})


def environment(machine: Machine) -> dict[str, str]:
    """Return the environment for a child: the person's, without what is ours alone, with the library paths as they were before an
    installed package changed them, and without a headless Qt platform (a terminal such as Konsole would open no window).
    """
    env = {key: value for key, value in machine.env.items() if not key.startswith(_OURS)}
    for name in _FROZEN_ONLY:
        original = env.pop(f"{name}_ORIG", None)
        if original is not None:
            env[name] = original
        elif machine.frozen:
            env.pop(name, None)
    if env.get("QT_QPA_PLATFORM", "").partition(":")[0] in _HEADLESS:
        del env["QT_QPA_PLATFORM"]
    return env


def start_folder(machine: Machine, folder: str) -> str:
    """Return the folder to start in: the connection's when it is there, else the person's home. PowerShell itself tells when the
    connection's folder is missing.
    """
    # Not Path's own is_dir, which raises for what lies in a folder that this user may not look into (before Python 3.14)
    if folder and os.path.isdir(folder):  # noqa: PTH112
        return folder
    return str(machine.home) if os.path.isdir(machine.home) else str(Path.cwd().anchor)  # noqa: PTH112
