"""What the agent tells a console that redeemed its ticket, beyond what the connection itself says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WelcomeService:
    """A service of the session. *api_root* is the https root of its REST API with a trailing slash, or "" when it has none."""

    key: str
    label: str
    api_root: str


@dataclass(frozen=True, slots=True)
class Welcome:
    """What composition adds to a grant: the PowerShell text to run, the services, and the cloud's name. *trust_anchor* is PEM text
    of the practice cloud's CA, else "".
    """

    script: str
    services: tuple[WelcomeService, ...]
    cloud_name: str
    trust_anchor: str = ""
