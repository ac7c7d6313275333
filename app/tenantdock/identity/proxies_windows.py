"""Windows' proxy settings through WinHTTP, which also evaluates automatic configuration (PAC, WPAD) itself.

Sources: https://learn.microsoft.com/windows/win32/api/winhttp/ (WinHttpGetIEProxyConfigForCurrentUser, WinHttpGetProxyForUrl,
WINHTTP_AUTOPROXY_OPTIONS, WINHTTP_PROXY_INFO), read in November 2026. Imported on Windows only.
"""

from __future__ import annotations

import ctypes
import re
from ctypes import wintypes
from typing import Final

from tenantdock.domain.cancel import Cancel
from tenantdock.identity.proxies_system import SystemProxy
from tenantdock.identity.proxies_values import Proxy, Routes, bypassed, proxy_from
from tenantdock.identity.waiting import detached
from tenantdock.winapi import library

_SOURCE: Final = "Windows proxy settings"
_AUTO_DETECT, _CONFIG_URL = 0x1, 0x2
_DETECT_DHCP_AND_DNS: Final = 0x3
_NO_PROXY, _NAMED_PROXY = 1, 3
_ASK_TIMEOUT: Final = 15.0  # seconds; WPAD on a network without it takes some


class _UserConfig(ctypes.Structure):
    _fields_ = (
        ("detect", wintypes.BOOL),
        ("config_url", ctypes.c_void_p),
        ("proxy", ctypes.c_void_p),
        ("bypass", ctypes.c_void_p),
    )


class _Options(ctypes.Structure):
    _fields_ = (
        ("flags", wintypes.DWORD),
        ("detect_flags", wintypes.DWORD),
        ("config_url", wintypes.LPCWSTR),
        ("reserved", ctypes.c_void_p),
        ("reserved_number", wintypes.DWORD),
        ("auto_logon", wintypes.BOOL),
    )


class _Info(ctypes.Structure):
    _fields_ = (("access", wintypes.DWORD), ("proxy", ctypes.c_void_p), ("bypass", ctypes.c_void_p))


def from_windows() -> SystemProxy:
    """Return the current user's settings."""
    config = _UserConfig()
    winhttp = library("winhttp")
    if not winhttp.WinHttpGetIEProxyConfigForCurrentUser(ctypes.byref(config)):
        return SystemProxy()
    config_url, proxies, bypass = (_taken(pointer) for pointer in (config.config_url, config.proxy, config.bypass))
    fixed, exceptions = fixed_proxy(proxies), tuple(part for part in re.split(r"[;\s]+", bypass) if part)
    if not config.detect and not config_url:
        return SystemProxy(_SOURCE if fixed else "", fixed, exceptions)
    detect = bool(config.detect)

    def ask(url: str, cancel: Cancel) -> Routes:
        try:
            found = detached(lambda: _for_url(url, config_url, detect=detect), cancel, "proxy", _ASK_TIMEOUT)
        except TimeoutError:
            found = None
        return found if found is not None else (fixed,)  # as Windows' own programs: what is set by hand counts then

    return SystemProxy(_SOURCE, fixed, exceptions, config_url or "wpad", ask)


def fixed_proxy(text: str) -> Proxy | None:
    """Return the proxy for https of Windows' list: ``host:port`` for all, or ``http=a:80;https=b:80;socks=c``."""
    named: dict[str, str] = {}
    for part in re.split(r"[;\s]+", text.strip()):
        name, equals, address = part.partition("=")
        named[name.casefold() if equals else ""] = address if equals else part
    for name, kind in (("https", "http"), ("", "http"), ("socks", "socks")):
        if named.get(name):
            return proxy_from(named[name], kind=kind)
    return None


def _for_url(url: str, config_url: str, *, detect: bool) -> Routes | None:
    """Return the ways to *url*, or None when there is no automatic configuration after all."""
    winhttp = library("winhttp")
    session = winhttp.WinHttpOpen("TenantDock", _NO_PROXY, None, None, 0)
    if not session:
        return None
    try:
        attempts = [_CONFIG_URL] if config_url else []
        attempts += [_AUTO_DETECT] if detect else []
        for flags in attempts:
            # Without auto-logon first, as Microsoft advises: the answer then comes from the cache of the system's service
            for logon in (False, True):
                options = _Options(
                    flags, _DETECT_DHCP_AND_DNS if flags == _AUTO_DETECT else 0, config_url or None, None, 0, auto_logon=logon
                )
                info = _Info()
                if winhttp.WinHttpGetProxyForUrl(session, url, ctypes.byref(options), ctypes.byref(info)):
                    return _routes(url, info)
    finally:
        winhttp.WinHttpCloseHandle(session)
    return None


def _routes(url: str, info: _Info) -> Routes:
    proxies, bypass = _taken(info.proxy), _taken(info.bypass)
    if info.access != _NAMED_PROXY or not proxies:
        return (None,)
    host = re.sub(r"^https://|:\d+/?$|/$", "", url)
    if bypass and bypassed(host, 443, re.split(r"[;\s]+", bypass)):
        return (None,)
    found = [fixed_proxy(part) for part in re.split(r"[;\s]+", proxies) if part]
    return tuple(dict.fromkeys(proxy for proxy in found if proxy is not None)) or (None,)


def _taken(pointer: int | None) -> str:
    """Return the text at *pointer* and free it, as WinHTTP asks."""
    if not pointer:
        return ""
    try:
        return ctypes.wstring_at(pointer)
    finally:
        library("kernel32").GlobalFree(pointer)
