"""Faults that a test or a person switches on for one tenant."""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, field
from typing import Any, Final

WHERE: Final = ("discovery", "token", "realm", "api", "pages", "all")
"""Where a fault strikes. "all" means the TLS side: everything but the pages that people see."""


class BadFault(ValueError):
    """A fault that does not exist, or a parameter out of range."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number that a fault takes, with its unit, default and range."""

    name: str
    unit: str
    default: float
    least: float
    most: float


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault. *placed* says whether it can be limited to some of the endpoints."""

    name: str
    label: str
    parameters: tuple[Parameter, ...] = ()
    placed: bool = True


KINDS: Final = {
    kind.name: kind
    for kind in (
        Kind("throttle", "429 Too Many Requests", (Parameter("retry_after", "s", 5, 0, 3600),)),
        Kind("server-error", "5xx answer", (Parameter("status", "", 503, 500, 599),)),
        Kind("slow", "Slow answer", (Parameter("seconds", "s", 5, 0, 300),)),
        Kind("reset", "Connection reset"),
        Kind("interaction-required", "A person has to sign in again", placed=False),
        Kind("claims-challenge", "The API asks for a new token", (Parameter("interactive", "1: person", 0, 0, 1),), placed=False),
        Kind("token-lifetime", "Short token lifetime", (Parameter("seconds", "s", 60, 10, 3600),), placed=False),
        Kind("clock-skew", "The cloud's clock is off", (Parameter("seconds", "s", 600, -86_400, 86_400),), placed=False),
    )
}


@dataclass(slots=True)
class Fault:
    """A fault that is on. *times* is how often it still strikes (0: until it is switched off); *since* Unix time in seconds by the
    true clock.
    """

    kind: str
    at: str = "all"
    times: int = 0
    values: dict[str, float] = field(default_factory=dict)
    since: float = 0.0


class Faults:
    """The faults of all tenants. Memory only: a restart switches all off."""

    def __init__(self) -> None:
        self._faults: dict[str, dict[str, Fault]] = {}

    def switch_on(self, tenant_id: str, kind: str, given: dict[str, Any]) -> Fault:
        """Switch a fault on, replacing one of the same kind. Raises :class:`BadFault`."""
        known = KINDS.get(kind)
        if known is None:
            raise BadFault(f"There is no fault {kind[:40]!r}. There are: {', '.join(KINDS)}.")
        rest = dict(given)
        at, times = str(rest.pop("at", None) or "all"), _number("times", rest.pop("times", None) or 0, 0, 1_000_000)
        if at not in WHERE:
            raise BadFault(f"A fault cannot strike at {at[:40]!r}. It can at: {', '.join(WHERE)}.")
        values = {}
        for parameter in known.parameters:
            value = rest.pop(parameter.name, None)
            values[parameter.name] = (
                parameter.default if value in (None, "") else _number(parameter.name, value, parameter.least, parameter.most)
            )
        if rest:
            raise BadFault(f"The fault {kind} takes no {', '.join(sorted(rest))[:80]}.")
        fault = Fault(kind, at, int(times), values, time.time())
        self._faults.setdefault(tenant_id, {})[kind] = fault
        return fault

    def switch_off(self, tenant_id: str = "", kind: str = "") -> None:
        """Switch off one fault, all of a tenant, or all."""
        if not tenant_id:
            self._faults.clear()
        elif not kind:
            self._faults.pop(tenant_id, None)
        else:
            self._faults.get(tenant_id, {}).pop(kind, None)

    def get(self, tenant_id: str, kind: str) -> Fault | None:
        """Return a fault that is on, without using one of its times up."""
        return self._faults.get(tenant_id, {}).get(kind)

    def strike(self, tenant_id: str, kind: str, at: str) -> Fault | None:
        """Return a fault that strikes at this endpoint, and use one of its times up."""
        fault = self.get(tenant_id, kind)
        if fault is None or not (fault.at == at or (fault.at == "all" and at != "pages")):
            return None
        if fault.times:
            fault.times -= 1
            if not fault.times:
                self.switch_off(tenant_id, kind)
        return fault

    def value(self, tenant_id: str, kind: str, parameter: str) -> float | None:
        """Return one number of a fault that is on, else None."""
        fault = self.get(tenant_id, kind)
        return None if fault is None else fault.values[parameter]

    def all(self) -> dict[str, list[dict[str, Any]]]:
        """Return all faults that are on, by tenant id, as JSON values."""
        return {tenant: [asdict(fault) for fault in faults.values()] for tenant, faults in self._faults.items() if faults}


def _number(name: str, value: Any, least: float, most: float) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise BadFault(f"{name} has to be a number.") from None
    if not least <= number <= most:
        raise BadFault(f"{name} has to be between {least:g} and {most:g}.")
    return number
