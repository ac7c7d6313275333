"""The connectivity test: what is checked, in which order, and what came of it."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tenantdock.domain.said import keep_said

if TYPE_CHECKING:
    from tenantdock.domain.cancel import Cancel
    from tenantdock.domain.clouds import Cloud
    from tenantdock.domain.directory import Connection, UserName


class Outcome(enum.Enum):
    """What a check found."""

    PASS = "pass"  # noqa: S105  # not a password
    WARN = "warn"
    FAIL = "fail"
    SKIPPED = "skipped"
    """Not done, because something that it needs failed, or because it does not apply."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found, in one sentence. *evidence* are lines as they were seen, without secrets; *advice* says what to do, and
    is empty when there is nothing to do. *facts* are for the checks that need this one.
    """

    outcome: Outcome
    text: str
    evidence: tuple[str, ...] = ()
    advice: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        keep_said(self, "text", "advice")


Facts = Mapping[str, Finding]
"""What the checks found that a check needs, by their keys."""


@dataclass(frozen=True, slots=True)
class Check:
    """One step. *run* may block, gets what the checks in *needs* found, and is not called when one of them failed or was skipped,
    unless *anyway*. What it raises (:class:`~tenantdock.domain.errors.TenantDockError`) counts as a failure with that text.
    """

    key: str
    title: str
    run: Callable[[Cancel, Facts], Finding]
    needs: tuple[str, ...] = ()
    anyway: bool = False

    def __post_init__(self) -> None:
        keep_said(self, "title")


@dataclass(frozen=True, slots=True)
class Step:
    """A check, as far as it is. *finding* is None before it is over; *seconds* is how long it took (or has taken so far)."""

    key: str
    title: str
    running: bool = False
    finding: Finding | None = None
    seconds: float = 0.0

    def __post_init__(self) -> None:
        keep_said(self, "title")


@dataclass(frozen=True, slots=True)
class Subject:
    """What is tested: a domain of a cloud, with the user or the whole connection where one was chosen. *services* are keys."""

    cloud: Cloud
    domain: str
    user: UserName | None = None
    connection: Connection | None = None
    services: tuple[str, ...] = ("graph",)
