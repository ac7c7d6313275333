"""Fetches a PAC script: direct, bounded, cancellable. Heavy (requests)."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit
from urllib.request import url2pathname

import requests
from urllib3.exceptions import HTTPError

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import NetworkTrouble
from tenantdock.domain.said import said
from tenantdock.identity.adapter import OwnAdapter
from tenantdock.identity.addresses import parts_of
from tenantdock.identity.proxies_pac import SCRIPT_LIMIT
from tenantdock.identity.tls_faults import system_context
from tenantdock.identity.tunnels import Connector

_CONNECT: Final = 5.0
_TOTAL: Final = 10.0
"""Seconds to connect, and for the whole script."""
_STEP: Final = "Check the automatic proxy configuration of this computer."


def fetch_text(url: str, cancel: Cancel) -> str:
    """Return the script at *url* (http, https or file). Raises :class:`NetworkTrouble`, :class:`Cancelled`."""
    scheme = parts_of(url).scheme.casefold()
    kind = ""
    try:
        if scheme == "file":
            raw = _read(Path(url2pathname(urlsplit(url).path)))
        elif scheme in {"http", "https"}:
            raw = _get(url, cancel)
        else:
            raise NetworkTrouble("its address is of an unknown kind", next_step=_STEP)
    except (requests.RequestException, HTTPError, OSError, ValueError) as error:
        kind = type(error).__name__
    if kind:
        cancel.check()
        raise NetworkTrouble(said("it cannot be fetched ({kind})", kind=kind), next_step=_STEP)
    return raw.decode("utf-8", "replace").removeprefix("\ufeff")


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        raw = file.read(SCRIPT_LIMIT + 1)
    if len(raw) > SCRIPT_LIMIT:
        raise ValueError("too long")
    return raw


def _get(url: str, cancel: Cancel) -> bytes:
    deadline = time.monotonic() + _TOTAL
    with contextlib.ExitStack() as stack, requests.Session() as session:
        session.trust_env = False
        session.max_redirects = 3
        adapter = OwnAdapter(system_context(), Connector(None, cancel, stack).open)
        for prefix in ("https://", "http://"):
            session.mount(prefix, adapter)
        with session.get(url, timeout=(_CONNECT, _TOTAL), stream=True) as response:
            response.raise_for_status()
            body = bytearray()
            for piece in response.iter_content(16384):
                body += piece
                if len(body) > SCRIPT_LIMIT:
                    raise ValueError("too long")
                if time.monotonic() > deadline:
                    raise TimeoutError
            return bytes(body)
