"""What the requests tell about the network: whether the service answers, and how far this computer's clock is off."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Final

from tenantdock.domain.said import said, said_count
from tenantdock.domain.signin import NetworkListener, NetworkState

SKEW_LIMIT: Final = 300.0
"""Seconds by which a clock may be off. Services accept tokens that are up to five minutes early or late
(Microsoft.IdentityModel.Tokens, TokenValidationParameters.DefaultClockSkew); beyond that sign-ins fail in odd ways.
"""
_MOVED: Final = 60.0  # a known skew is told again when it changed by more
_DAY: Final = 86400.0
_HOUR: Final = 3600.0
_SLOW: Final = 20.0  # an answer that took longer says too little about the time


class Watch:
    """Tells *listener* when the state of the network changes, on the thread of the request. Thread-safe."""

    def __init__(self, listener: NetworkListener | None = None) -> None:
        self._listener = listener
        self._lock = threading.Lock()
        self._state = NetworkState(online=True)

    @property
    def state(self) -> NetworkState:
        """What is known now."""
        return self._state

    def answered(self, headers: Mapping[str, str], sent: float, received: float) -> None:
        """The service answered. *sent* and *received* are Unix seconds by this computer's clock."""
        measured = skew_of(headers, sent, received)
        with self._lock:
            skew = self._state.skew if measured is None else measured
            state = NetworkState(online=True, text=clock_words(skew), skew=skew)
            told = self._changes(state)
            self._state = state
        self._tell(state, told=told)

    def failed(self, text: str) -> None:
        """The service could not be reached; *text* says why, in a sentence."""
        with self._lock:
            state = NetworkState(online=False, text=text, skew=self._state.skew)
            told = self._changes(state)
            self._state = state
        self._tell(state, told=told)

    def clock(self) -> str:
        """A sentence that says how far this computer's clock is off, or "" while it is right enough."""
        return clock_words(self._state.skew)

    def _changes(self, new: NetworkState) -> bool:
        old = self._state
        if (old.online, bool(old.text)) != (new.online, bool(new.text)) or (not new.online and old.text != new.text):
            return True
        return bool(new.online and new.text) and abs((new.skew or 0.0) - (old.skew or 0.0)) > _MOVED

    def _tell(self, state: NetworkState, *, told: bool) -> None:
        if told and self._listener is not None:
            self._listener(state)


def skew_of(headers: Mapping[str, str], sent: float, received: float) -> float | None:
    """Return by how many seconds this computer's clock is ahead of the server's Date header (RFC 9110 section 6.6.1), or None.

    The server wrote it somewhere between *sent* and *received*, and cut it to whole seconds. An answer out of a cache (Age) says
    nothing.
    """
    theirs = told_time(headers) if 0 <= received - sent < _SLOW else None
    return None if theirs is None else (sent + received) / 2 - theirs - 0.5


def told_time(headers: Mapping[str, str]) -> float | None:
    """Return the Unix time that the server's Date header says, or None: without one, or in an answer out of a cache (Age)."""
    fields = {name.casefold(): value for name, value in headers.items()}
    return None if "age" in fields else moment_of(fields.get("date", ""))


def moment_of(date: str) -> float | None:
    """Return the Unix time of a date as HTTP writes it (RFC 9110 section 5.6.7), or None for what is none."""
    from email.utils import parsedate_to_datetime  # noqa: PLC0415  # not needed to start

    try:
        found = parsedate_to_datetime(date)
        return None if found.tzinfo is None else found.timestamp()
    except (TypeError, ValueError, OverflowError):
        return None


def clock_words(skew: float | None) -> str:
    """Return how far the clock is off, in a sentence, or "" when that is unknown or no more than :data:`SKEW_LIMIT`."""
    if skew is None or abs(skew) <= SKEW_LIMIT:
        return ""
    span = _span(abs(skew))
    if skew > 0:
        return said("This computer's clock is {span} ahead of the sign-in service's.", span=span)
    return said("This computer's clock is {span} behind the sign-in service's.", span=span)


def _span(seconds: float) -> str:
    if seconds >= 2 * _DAY:
        return said_count(round(seconds / _DAY), "{n} day", "{n} days")
    if seconds >= 2 * _HOUR:
        return said_count(round(seconds / _HOUR), "{n} hour", "{n} hours")
    return said_count(round(seconds / 60), "{n} minute", "{n} minutes")
