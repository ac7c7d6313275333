"""Windows' own functions through ctypes: each one that TenantDock calls, with the types of its result and its arguments.

Without types ctypes takes a handle for a number of 32 bits, and a name that is written wrong fails in somebody's hands only. So
they all stand here and are looked up when their library is opened; ``tests/unit/test_winapi_names.py`` sees to the names.

Source: https://learn.microsoft.com/windows/win32/api/ (ioapiset.h, processthreadsapi.h, memoryapi.h, namedpipeapi.h,
shobjidl_core.h, sysinfoapi.h, winbase.h, winhttp.h, winuser.h, wtsapi32.h), read in November 2026.
"""

from __future__ import annotations

import ctypes
from ctypes import wintypes
from typing import Any, Final

Function = tuple[Any, tuple[Any, ...]]
"""What it returns, and what it takes."""

POINTER: Final = ctypes.c_void_p
BOOL: Final = ctypes.c_int
UINT: Final = ctypes.c_uint
DWORD: Final = ctypes.c_uint32
LPARAM: Final = ctypes.c_ssize_t
TEXT: Final = ctypes.c_wchar_p
SIZE: Final = ctypes.c_size_t

FUNCTIONS: Final[dict[str, dict[str, Function]]] = {
    "kernel32": {
        "CancelIoEx": (BOOL, (wintypes.HANDLE, POINTER)),
        "GetCurrentProcess": (wintypes.HANDLE, ()),
        "GetNamedPipeClientProcessId": (BOOL, (wintypes.HANDLE, POINTER)),
        "GetTickCount": (DWORD, ()),
        "GlobalFree": (POINTER, (POINTER,)),
        "SetProcessWorkingSetSize": (BOOL, (wintypes.HANDLE, SIZE, SIZE)),
    },
    "shell32": {"SetCurrentProcessExplicitAppUserModelID": (ctypes.c_int32, (TEXT,))},
    "user32": {
        "EnumWindows": (BOOL, (POINTER, LPARAM)),
        "GetLastInputInfo": (BOOL, (POINTER,)),
        "GetWindowTextW": (ctypes.c_int, (wintypes.HWND, wintypes.LPWSTR, ctypes.c_int)),
        "GetWindowThreadProcessId": (DWORD, (wintypes.HWND, POINTER)),
        "IsIconic": (BOOL, (wintypes.HWND,)),
        "IsWindowVisible": (BOOL, (wintypes.HWND,)),
        "RegisterHotKey": (BOOL, (wintypes.HWND, ctypes.c_int, UINT, UINT)),
        "SetForegroundWindow": (BOOL, (wintypes.HWND,)),
        "ShowWindow": (BOOL, (wintypes.HWND, ctypes.c_int)),
        "SystemParametersInfoW": (BOOL, (UINT, UINT, POINTER, UINT)),
        "UnregisterHotKey": (BOOL, (wintypes.HWND, ctypes.c_int)),
    },
    "winhttp": {
        "WinHttpCloseHandle": (BOOL, (POINTER,)),
        "WinHttpGetIEProxyConfigForCurrentUser": (BOOL, (POINTER,)),
        "WinHttpGetProxyForUrl": (BOOL, (POINTER, TEXT, POINTER, POINTER)),
        "WinHttpOpen": (POINTER, (TEXT, DWORD, TEXT, TEXT, DWORD)),
    },
    "wtsapi32": {"WTSRegisterSessionNotification": (BOOL, (wintypes.HWND, DWORD))},
}
"""The functions by library."""


def library(name: str) -> Any:
    """Return a library of Windows with the types of its functions; ``ctypes.get_last_error`` tells why one failed. Raises
    :class:`OSError`, and :class:`AttributeError` for a Windows that lacks one of the functions.
    """
    loaded = getattr(ctypes, "WinDLL")(name, use_last_error=True)  # noqa: B009 - not in other systems' ctypes, nor mypy's
    for function, (result, arguments) in FUNCTIONS[name].items():
        found = getattr(loaded, function)
        found.restype, found.argtypes = result, arguments
    return loaded


class Message(ctypes.Structure):
    """MSG of winuser.h, which Qt shows to native event filters."""

    _fields_ = (
        ("hwnd", POINTER),
        ("message", UINT),
        ("wParam", SIZE),
        ("lParam", LPARAM),
        ("time", DWORD),
        ("x", ctypes.c_int32),
        ("y", ctypes.c_int32),
    )
