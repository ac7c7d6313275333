"""What a person's PowerShell keeps and shows under TenantDock: profiles, prompt, notices, and nothing of ours lying about."""

from __future__ import annotations

import pytest

from support.pwsh import TICKET, needs_pwsh, scripted, seat
from tenantdock.domain.directory import ConsoleSettings

__all__ = ["scripted", "seat"]

pytestmark = needs_pwsh
SAYS = r"Northwind Traders \(northwind\.example\) as admin@northwind\.example -- as the tokens say"
PROMPT = r"\[Northwind Traders \| admin@northwind\.example\] PS [^\n]*[^>\n]> ?$"


@pytest.fixture
def window(scripted, seat):
    """A connected window at its prompt."""
    opened = seat.open(scripted().endpoint, TICKET)
    opened.wait(PROMPT)
    return opened


def test_profiles_run_at_top_level_after_the_hand_over(scripted, seat):
    seat.profile("$fromAll = 'all hosts'; function Get-All { $fromAll }", "profile.ps1")
    seat.profile("function Get-Mine { (Get-TenantDockSession).Account }; $mine = Get-Mine; throw 'my profile is broken'")
    window = seat.open(scripted().endpoint, TICKET)
    window.wait(SAYS)
    window.wait(r"Profile CurrentUserCurrentHost: my profile is broken")
    window.wait(r"\[Northwind Traders \| admin@northwind\.example\] PS [^\n]*> ?$")
    assert window.ask("Get-All") == "all hosts"
    assert window.ask("$mine") == "admin@northwind.example"
    assert window.ask("Get-Mine") == "admin@northwind.example"


def test_the_persons_own_prompt_is_kept_and_sees_what_happened(scripted, seat):
    seat.profile('function prompt { if ($?) { "good $LASTEXITCODE> " } else { "bad $LASTEXITCODE> " } }')
    window = seat.open(scripted().endpoint, TICKET)
    window.wait(r"\[Northwind Traders \| admin@northwind\.example\] (good|bad) > ?$")
    at = window.enter("Get-Item /does/not/exist")
    window.wait(r"\] bad > ?$", after=at)
    at = window.enter("/bin/sh -c 'exit 3'")
    window.wait(r"\] bad 3> ?$", after=at)
    at = window.enter("'fine'")
    window.wait(r"\] good 3> ?$", after=at)
    assert window.ask("$LASTEXITCODE") == 3


def test_strict_mode_and_stop_in_a_profile_do_no_harm(scripted, seat):
    seat.profile("Set-StrictMode -Version Latest; $ErrorActionPreference = 'Stop'")
    agent = scripted()
    window = seat.open(agent.endpoint, TICKET)
    window.wait(r"\[Northwind Traders \| admin@northwind\.example\] PS [^\n]*> ?$")
    assert window.ask("(Get-TenantDockSession).State") == "connected"
    agent.end("Ended by the test.")
    window.wait(r"\| session ended\] PS [^\n]*> ?$")


def test_typed_text_survives_a_notice(scripted, seat):
    agent = scripted()
    window = seat.open(agent.endpoint, TICKET)
    window.wait(SAYS)
    window.ready()
    window.type("$kept = 20 + ")
    agent.end("Ended by the test.")
    window.type("22\r")
    assert window.ask("$kept") == 42
    window.wait(r"the tokens of this window were dropped\. Ended by the test")


def test_a_line_that_fails_does_not_end_a_profile(scripted, seat):
    seat.profile("$first = 1; No-SuchCommand; $second = 2\n[int]::Parse('x')\n$third = 3; Get-Item /does/not/exist; $fourth = 4")
    window = seat.open(scripted().endpoint, TICKET)
    window.wait("No-SuchCommand")
    window.wait("/does/not/exist")
    window.wait(PROMPT)
    assert window.ask("@($first, $second, $third, $fourth)") == [1, 2, 3, 4]


def test_profiles_run_in_order_and_the_start_up_command_last(scripted, seat):
    quiet = "Set-PSReadLineOption -PredictionSource None -HistorySaveStyle SaveNothing"
    seat.profile(f"$order = 'all '; if (Get-Module PSReadLine) {{ {quiet} }}", "profile.ps1")
    seat.profile("$order += 'mine '; Write-Output 'a profile says hello'; return")
    window = seat.open(scripted(console=ConsoleSettings(startup="$order += 'startup'")).endpoint, TICKET)
    window.wait("a profile says hello")
    window.wait(PROMPT)
    assert window.ask("$order") == "all mine startup"


def test_what_happened_is_what_the_next_line_sees(window):
    at = window.enter("Get-Item /does/not/exist")
    window.wait(PROMPT, after=at + 30)
    at = window.enter("$seen = $?")
    window.wait(PROMPT, after=at + 10)
    assert window.ask("$seen") is False


def test_a_nested_prompt_says_so(window):
    at = window.enter("$Host.EnterNestedPrompt()")
    window.wait(r"\[Northwind Traders \| admin@northwind\.example\] PS [^\n]*>> ?$", after=at)
    assert window.ask("40 + 2") == 42
    at = window.enter("exit")
    window.wait(PROMPT, after=at)


def test_notices_come_by_themselves_one_after_the_other(scripted, seat):
    agent = scripted(lifetime=6.0)
    window = seat.open(agent.endpoint, TICKET)
    window.wait(PROMPT)
    agent.trouble = "The network is down."
    window.wait(r"TenantDock: exchange: the token cannot be renewed\. The network is down\.")
    agent.trouble = ""
    agent.lifetime = 3600.0
    window.wait(r"TenantDock: exchange: the token is renewed again\.")
    window.ready()
    assert window.text.count("the token is renewed again") == 1
    assert window.ask("(Get-TenantDockSession).Services[0].Problem") == ""


def test_nothing_of_ours_lies_about(window):
    assert window.ask("@(Get-ChildItem function: | Where-Object Name -like '*-Td*' | ForEach-Object Name)") == []
    assert window.ask("@(Get-EventSubscriber).Count") == 0
    assert window.ask("@(Get-Job).Count") == 0
    assert window.ask("$Error.Count") == 0
    assert window.ask("$ErrorActionPreference.ToString()") == "Continue"


def test_removing_the_module_gives_the_prompt_back(window):
    at = window.enter("Remove-Module TenantDock")
    window.wait(r"\nPS [^\n]*[^>\n]> ?$", after=at)
    assert window.ask("@(Get-Command Get-TenantDockSession -ErrorAction Ignore).Count") == 0
    window.enter("exit")
    assert window.ends() == 0
