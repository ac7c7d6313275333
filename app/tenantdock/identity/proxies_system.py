"""What this computer says about proxies: the environment, GNOME, macOS; Windows is in :mod:`proxies_windows`."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from tenantdock.domain.cancel import Cancel
from tenantdock.identity.proxies_values import Proxy, Routes, proxy_from

_ASK_TIMEOUT: Final = 5.0  # seconds for gsettings or scutil, which take some hundredths
_NO_WINDOW: Final = 0x08000000 if sys.platform == "win32" else 0


@dataclass(frozen=True, slots=True)
class SystemProxy:
    """What was found. *source* is for people ("" when nothing is set); *proxy* is a fixed one; *pac_url* the address of an
    automatic configuration. *ask*, where there is one, has the system itself evaluate its automatic configuration for an address.
    """

    source: str = ""
    proxy: Proxy | None = None
    bypass: tuple[str, ...] = ()
    pac_url: str = ""
    ask: Callable[[str, Cancel], Routes] | None = None


def system_proxy() -> SystemProxy:
    """Return what counts: the environment where it names a proxy, else the system's settings. May start a program: not on the GUI
    thread.
    """
    found = from_environment(os.environ)
    if found.proxy is not None:
        return found
    system = _of_platform()
    # An automatic configuration knows its own exceptions; the system's list belongs to the fixed proxy
    bypass = found.bypass if system.pac_url else (*system.bypass, *found.bypass)
    return SystemProxy(system.source, system.proxy, bypass, system.pac_url, system.ask)


def _of_platform() -> SystemProxy:
    if sys.platform == "win32":
        from tenantdock.identity.proxies_windows import from_windows  # noqa: PLC0415  # ctypes on Windows only

        return from_windows()
    elif sys.platform == "darwin":  # noqa: RET505  # a checker that is told the platform reads one branch
        return from_scutil(_output(["/usr/sbin/scutil", "--proxy"]))
    else:
        desk = ["gsettings", "list-recursively", "org.gnome.system.proxy"]
        return from_gsettings(_output(desk)) if shutil.which(desk[0]) else SystemProxy()


def from_environment(environment: Mapping[str, str]) -> SystemProxy:
    """Read HTTPS_PROXY, ALL_PROXY and NO_PROXY as curl does: small letters first (https://everything.curl.dev/usingcurl/proxies/env)."""
    values = {name: value for name in ("https_proxy", "all_proxy", "no_proxy") if (value := _variable(environment, name))}
    bypass = tuple(part for part in re.split(r"[\s,]+", values.get("no_proxy", "")) if part)
    for name in ("https_proxy", "all_proxy"):
        proxy = proxy_from(values.get(name, ""))
        if proxy is not None:
            return SystemProxy(f"environment ({name.upper()})", proxy, bypass)
    return SystemProxy("", None, bypass)


def from_gsettings(output: str) -> SystemProxy:
    """Read what ``gsettings list-recursively org.gnome.system.proxy`` printed (schema of gsettings-desktop-schemas)."""
    found: dict[tuple[str, str], object] = {}
    for line in output.splitlines():
        schema, _, rest = line.strip().partition(" ")
        key, _, value = rest.partition(" ")
        found[schema.removeprefix("org.gnome.system.proxy").lstrip("."), key] = _variant(value)
    mode = found.get(("", "mode"))
    if mode == "auto":
        url = found.get(("", "autoconfig-url"))
        return SystemProxy("GNOME settings", pac_url=url if isinstance(url, str) else "")
    if mode != "manual":
        return SystemProxy()
    ignored = found.get(("", "ignore-hosts"))
    bypass = tuple(str(host) for host in ignored) if isinstance(ignored, list) else ()
    for schema, kind in (("https", "http"), ("http", "http"), ("socks", "socks")):
        host, port = found.get((schema, "host")), found.get((schema, "port"))
        if isinstance(host, str) and host and isinstance(port, int) and port:
            return SystemProxy("GNOME settings", proxy_from(f"{host}:{port}", kind=kind), bypass)
    return SystemProxy()


def from_scutil(output: str) -> SystemProxy:
    """Read what ``scutil --proxy`` printed (keys of SCDynamicStoreCopyProxies, SystemConfiguration/SCSchemaDefinitions.h)."""
    values: dict[str, str] = {}
    exceptions: list[str] = []
    inside: list[str] = []
    for line in output.splitlines():
        name, colon, value = (part.strip() for part in line.partition(" : "))
        if line.rstrip().endswith("{"):
            inside.append(name if colon else "")
        elif line.strip() == "}":
            inside = inside[:-1]
        elif colon and inside == [""]:
            values[name] = value
        elif colon and inside == ["", "ExceptionsList"]:
            exceptions.append(value)
    bypass = (*exceptions, *(["<local>"] if values.get("ExcludeSimpleHostnames") == "1" else []))
    if values.get("ProxyAutoConfigEnable") == "1" and values.get("ProxyAutoConfigURLString"):
        return SystemProxy("macOS network settings", pac_url=values["ProxyAutoConfigURLString"])
    for prefix, kind in (("HTTPS", "http"), ("SOCKS", "socks")):
        if values.get(f"{prefix}Enable") == "1":
            address = f"{values.get(f'{prefix}Proxy', '')}:{values.get(f'{prefix}Port', '')}".rstrip(":")
            return SystemProxy("macOS network settings", proxy_from(address, kind=kind), bypass)
    return SystemProxy()


def _variable(environment: Mapping[str, str], name: str) -> str:
    return environment.get(name, "") or environment.get(name.upper(), "")


def _variant(text: str) -> object:
    text = text.strip()
    if text in {"true", "false"}:
        return text == "true"
    try:
        # GVariant's text form of strings, numbers and lists of strings is Python's too, but for an empty list's type
        return ast.literal_eval(text.removeprefix("@as ").removeprefix("uint32 "))
    except (ValueError, SyntaxError):
        return None


def _output(command: list[str]) -> str:
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=_ASK_TIMEOUT, check=False, creationflags=_NO_WINDOW
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""
