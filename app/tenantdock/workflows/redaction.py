"""What may stand in a report: never a secret, and in one that is given away no name of a person or a computer.

A domain and a tenant id stay: they are what the report is about, and anybody can look one up by the other.
"""

from __future__ import annotations

import getpass
import ipaddress
import re
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from tenantdock.domain.secret import MASK

_LEAST: Final = 3
"""Shorter names are left alone where they stand by themselves: they would be found in half of all words."""
# Left of an @, or of its percent-encoded form; a user name has no space in it, nor a control character
_BEFORE_AT: Final = re.compile(r"[^\s@/:?&=;,<>()\[\]\"]+(?=@|%40)", re.IGNORECASE)
_JWT: Final = re.compile(r"[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*")
_OPAQUE: Final = re.compile(r"(?<![A-Za-z0-9_.+/~-])(?=[^\s]{0,200}?\d)[A-Za-z0-9_+~-]{40,}={0,2}")
_NAMED: Final = re.compile(
    r"(?i)\b(password|passwd|pwd|secret|client_secret|assertion|access_token|refresh_token|id_token|token|code|code_verifier|"
    r"authorization|proxy-authorization|cookie|set-cookie)(\s*[=:]\s*)(?:(?:bearer|basic|negotiate|ntlm)\s+)?[^\s&;,]+"
)
_BEARER: Final = re.compile(r"(?i)\b(bearer|basic|negotiate|ntlm)\s+(?=[A-Za-z0-9._~+/-]*[\d=+/._~-])[A-Za-z0-9._~+/-]{8,}=*")
_CREDENTIALS: Final = re.compile(r"(?<=://)[^\s/@]*@")
_QUERY: Final = re.compile(r"(?<=[\w/])\?[^\s\"'<>]*")
_HOMES: Final = re.compile(r"(?i)(/home/|/Users/|[a-z]:\\Users\\)[^\s/\\]+")
_ADDRESS: Final = re.compile(
    r"(?<![\w.:])(?:\d{1,3}(?:\.\d{1,3}){3}|\[?[0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:%\w+)?\]?)(?![\w.])"
)


def without_secrets(text: str) -> str:
    """Return *text* without anything that looks like a token, a password or an address's credentials and parameters.

    No check tells secrets; this is for the day when a server's own words hold one.
    """
    shown = _CREDENTIALS.sub(f"{MASK}@", text)
    shown = _QUERY.sub("?...", shown)
    shown = _JWT.sub(_unless_a_name, shown)
    shown = _NAMED.sub(lambda found: f"{found[1]}{found[2]}{MASK}", shown)
    shown = _BEARER.sub(lambda found: f"{found[1]} {MASK}", shown)
    return _OPAQUE.sub(MASK, shown)


def _unless_a_name(found: re.Match[str]) -> str:
    """Three long parts with dots are also a host name: those are in lower case, and tokens never are."""
    return found[0] if found[0] == found[0].lower() else MASK


@dataclass(frozen=True, slots=True)
class Here:
    """What gives away who and where this is: the person's home folder, log-in name and computer name."""

    home: str = ""
    login: str = ""
    computer: str = ""

    @classmethod
    def this_computer(cls) -> Here:
        """What it is here."""
        try:
            login = getpass.getuser()
        except (OSError, KeyError, ImportError):  # no such user (a container), or no environment
            login = ""
        return cls(str(Path.home()), login, socket.gethostname())


class Redaction:
    """Takes out of a text who is meant and where it was seen. *users* are the user names that the text can hold."""

    def __init__(self, users: Iterable[str], here: Here) -> None:
        users = tuple(users)
        spelled = {form for user in users for form in (user, quote(user, safe=""), quote(user, safe="@"), quote(user))}
        self._users = [re.compile(re.escape(form), re.IGNORECASE) for form in sorted(spelled, key=len, reverse=True)]
        names = [(here.login, "<user>"), *((user.rpartition("@")[0], MASK) for user in users)]
        computer = here.computer.rstrip(".")
        names += [(computer, "<computer>"), (computer.partition(".")[0], "<computer>")]
        self._home = here.home if len(here.home) > _LEAST else ""
        self._names = [(_word(name), shown) for name, shown in names if len(name) >= _LEAST]

    def __call__(self, text: str) -> str:
        """Return *text* without them, and without secrets."""
        shown = text
        for pattern in self._users:
            shown = pattern.sub(_masked, shown)
        shown = without_secrets(shown)
        if self._home:
            shown = re.sub(re.escape(self._home), "~", shown, flags=re.IGNORECASE)
        shown = _HOMES.sub(lambda found: f"{found[1]}<user>", shown)
        shown = _BEFORE_AT.sub(MASK, shown)
        for pattern, instead in self._names:
            shown = pattern.sub(instead, shown)
        return _ADDRESS.sub(_unless_public, shown)


def _masked(found: re.Match[str]) -> str:
    """The user name with its domain alone."""
    return f"{MASK}@{re.split('@|%40', found[0])[-1]}"


def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])", re.IGNORECASE)


def _unless_public(found: re.Match[str]) -> str:
    try:
        address = ipaddress.ip_address(found[0].strip("[]").partition("%")[0])
    except ValueError:
        return found[0]
    return "<private address>" if address.is_private and not address.is_loopback and not address.is_unspecified else found[0]
