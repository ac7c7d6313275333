"""A real PowerShell whose TenantDock is locked: the prompt says so, what it holds goes on, and new tokens come after the lock."""

from __future__ import annotations

import time

from support.pwsh import TICKET, needs_pwsh, scripted, seat
from support.scripted_agent import SECONDS

__all__ = ["scripted", "seat"]

pytestmark = needs_pwsh
PROMPT = r"\[Northwind Traders \| admin@northwind\.example\] PS [^\n]*[^>\n]> ?$"
LOCKED = r"\[Northwind Traders \| admin@northwind\.example \| TenantDock is locked\] PS [^\n]*> ?$"


def test_the_prompt_says_that_tenantdock_is_locked_and_the_token_at_hand_goes_on(scripted, seat):
    agent = scripted()
    window = seat.open(agent.endpoint, TICKET)
    window.wait(PROMPT)
    agent.lock(on=True)
    window.wait(r"TenantDock is locked: no new tokens until it is unlocked")
    window.wait(LOCKED)
    assert window.ask("(Get-TenantDockSession).State") == "locked"
    assert window.ask("(Get-TenantDockToken -Service exchange).Length -gt 20") is True
    at = window.enter("''")
    agent.lock(on=False)
    window.wait(r"TenantDock is unlocked", after=at)
    window.wait(PROMPT, after=at)
    assert window.ask("(Get-TenantDockSession).State") == "connected"


def test_an_expired_token_while_locked_says_why_and_comes_at_once_after_it(scripted, seat):
    agent = scripted(lifetime=6.0)
    window = seat.open(agent.endpoint, TICKET)
    window.wait(r"\[Northwind Traders \| admin@northwind\.example")
    agent.lock(on=True)
    window.wait(r"no Exchange token \| TenantDock is locked\] PS [^\n]*> ?$")
    at = window.enter("Get-TenantDockToken -Service exchange")
    window.wait(r"TenantDock is locked\. Unlock it in its window", after=at)
    agent.lifetime = 3600.0
    at = window.enter("''")
    agent.lock(on=False)
    window.wait(PROMPT, after=at)


def test_new_tokens_are_taken_when_tenantdock_says_so(scripted, seat):
    agent = scripted()
    window = seat.open(agent.endpoint, TICKET)
    window.wait(PROMPT)
    before = agent.count("token.get")
    agent.renew()
    end = time.monotonic() + SECONDS
    while agent.count("token.get") == before:
        assert time.monotonic() < end, "it did not ask again"
        time.sleep(0.05)
