"""Which browser is the person's default one, as the system itself says."""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tenantdock.portals.known import BROWSERS, Browser

_ASK_TIMEOUT: Final = 3.0  # seconds; xdg-settings is a shell script


def default_browser(system: str, environment: Mapping[str, str]) -> Browser | None:
    """Return the default browser if it is one we know, else None. Runs a small program on Linux."""
    if system == "win32":
        mark = _of_windows()
    elif system == "darwin":
        mark = _of_macos(Path(environment.get("HOME", "/")))
    else:
        mark = _of_linux(environment)
    return known_by(mark)


def known_by(mark: str) -> Browser | None:
    """Return the browser whose desktop file, ProgId or bundle id *mark* is."""
    name = mark.strip().casefold()
    return next((browser for browser in BROWSERS if any(name.startswith(own) for own in browser.marks)), None)


def _of_linux(environment: Mapping[str, str]) -> str:
    tool = shutil.which("xdg-settings", path=environment.get("PATH"))
    if tool is None:
        return ""
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        asked = subprocess.run(
            [tool, "get", "default-web-browser"],
            capture_output=True,
            timeout=_ASK_TIMEOUT,
            check=False,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
        )
        return asked.stdout.decode("utf-8", "replace")
    return ""


def _of_windows() -> str:
    # Source: https://learn.microsoft.com/windows/win32/shell/default-programs (UserChoice)
    key = r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\https\UserChoice"
    try:
        import winreg  # noqa: PLC0415  # Windows only

        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:  # type: ignore[attr-defined,unused-ignore]
            return str(winreg.QueryValueEx(opened, "ProgId")[0])  # type: ignore[attr-defined,unused-ignore]
    except (ImportError, OSError):
        return ""


def _of_macos(home: Path) -> str:
    settings = home / "Library/Preferences/com.apple.LaunchServices/com.apple.launchservices.secure.plist"
    import plistlib  # noqa: PLC0415  # with an XML parser behind it

    try:
        handlers = plistlib.loads(settings.read_bytes())["LSHandlers"]
        return next((str(h.get("LSHandlerRoleAll", "")) for h in handlers if h.get("LSHandlerURLScheme") == "https"), "")
    except Exception:  # noqa: BLE001  # damaged, it brings the XML parser's own errors and many others
        return ""
