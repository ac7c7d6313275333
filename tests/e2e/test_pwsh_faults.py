"""A real PowerShell 7 when things go wrong: agents that misbehave, wrong tokens, hostile names, profiles, language mode."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from support.pwsh import (
    PWSH,
    TICKET,
    needs_pwsh,
    scripted,
    seat,
    window_environment,
)
from support.scripted_agent import OTHER_TENANT, TENANT
from tenantdock.consoles.bootstrap import bootstrap, encoded
from tenantdock.consoles.script import PARTS, folder, session_script
from tenantdock.domain.directory import ConsoleSettings
from tenantdock.domain.sessions import Endpoint

__all__ = ["scripted", "seat"]

pytestmark = needs_pwsh
SAYS = r"Northwind Traders \(northwind\.example\) as admin@northwind\.example -- as the tokens say"


def run(tmp_path: Path, text: str) -> subprocess.CompletedProcess[str]:
    """Run a text without a window."""
    return subprocess.run(
        [PWSH, "-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand", encoded(text)],
        env=window_environment(tmp_path),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )


def test_powershells_own_parser_reads_every_file(tmp_path):
    files = {name: (folder() / name).read_text("utf-8") for name in ("session.ps1", *PARTS)}
    files["assembled.ps1"] = session_script()
    files["bootstrap.ps1"] = bootstrap(Endpoint("/run/a/b"), TICKET)
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    names = ",".join(f"'{name}'" for name in files)
    done = run(
        tmp_path,
        f"""foreach ($name in {names}) {{
            $tokens = $null; $errors = $null
            $null = [Management.Automation.Language.Parser]::ParseFile((Join-Path $PWD $name), [ref]$tokens, [ref]$errors)
            foreach ($e in $errors) {{ "${{name}}:$($e.Extent.StartLineNumber): $($e.Message)" }}
        }}
        'parsed'""",
    )
    assert done.stdout.split("\n")[0].strip() == "parsed", done.stdout + done.stderr


def test_a_window_without_graph_goes_by_its_tokens(scripted, seat):
    agent = scripted(console=ConsoleSettings(colour="#1a7f5a"))
    window = seat.open(agent.endpoint, TICKET)
    window.wait(SAYS)
    window.ready()
    opened = agent.told("session.open")
    pid = opened.pop("pid")
    assert window.owns(pid)
    assert opened == {"protocol": 1, "ticket": TICKET.reveal()}
    assert agent.told("session.attach") == {"protocol": 1, "session": "s1", "attachKey": "made-up-attach-key", "pid": pid}
    report = agent.told("session.report")
    assert report["proven"] is True
    assert report["text"].endswith("-- as the tokens say")
    assert window.ask("(Get-TenantDockToken Exchange).GetType().Name") == "SecureString"
    assert "has no REST address" in window.failure("Invoke-TenantDockRequest -Service Exchange -Uri x")


def test_a_token_of_another_tenant_is_dropped_in_red(scripted, seat):
    agent = scripted(claims={"tid": OTHER_TENANT, "upn": "admin@adatum.example"})
    window = seat.open(agent.endpoint, TICKET)
    window.wait(rf"NOT CONNECTED: expected Northwind Traders \({TENANT}\) as admin@northwind\.example, got ")
    window.wait(rf"got tenant {OTHER_TENANT} as admin@adatum\.example\. The tokens of this window were dropped")
    assert "\x1b[1;31mNOT CONNECTED" in window.raw
    window.wait(r"\[NOT CONNECTED\] PS [^\n]*> ?$")
    assert "dropped" in window.failure("Get-TenantDockToken Exchange")
    report = agent.told("session.report")
    assert report["proven"] is False
    assert OTHER_TENANT in report["text"]
    assert window.titles[-1].startswith("NOT CONNECTED")


def test_a_token_of_another_account_is_dropped_in_red(scripted, seat):
    agent = scripted(claims={"oid": "99999999-2e3f-4a5b-8c9d-0e1f2a3b4c5d", "upn": "kiosk@northwind.example"})
    window = seat.open(agent.endpoint, TICKET)
    window.wait(r"NOT CONNECTED: expected .*, got the account kiosk@northwind\.example")
    assert agent.told("session.report")["proven"] is False
    assert "dropped" in window.failure("Get-TenantDockToken Exchange")


def test_a_wrong_window_does_not_run_the_start_up_command(scripted, seat, tmp_path):
    mark = tmp_path / "started"
    agent = scripted(claims={"tid": OTHER_TENANT}, console=ConsoleSettings(startup=f"New-Item '{mark}'"))
    window = seat.open(agent.endpoint, TICKET)
    window.wait("start-up command was not run")
    window.ready()
    assert not mark.exists()


def test_names_with_control_characters_are_only_text(scripted, seat):
    agent = scripted(name="Evil\x1b]0;pwned\x07\nName", tenant_name="Nor\x1b]0;pwned\x07th\u202ewind\r\nTraders $(1+1) `u{41}")
    window = seat.open(agent.endpoint, TICKET)
    window.wait("as the tokens say")
    window.ready()
    assert not [title for title in window.titles if title == "pwned"]
    assert "\x1b]0;pwned" not in window.raw
    assert "\u202e" not in window.raw
    assert window.ask("(Get-TenantDockSession).Tenant") == "Nor\ufffd]0;pwned\ufffdth\ufffdwind Traders $(1+1) `u{41}"


def test_an_agent_that_dies_leaves_the_tokens_until_they_expire(scripted, seat):
    agent = scripted()
    window = seat.open(agent.endpoint, TICKET)
    window.wait(SAYS)
    window.ready()
    agent.die()
    # At an idle prompt, without a key
    window.wait(r"TenantDock: the program is gone\. Tokens are not renewed any more")
    window.wait(r"\| TenantDock is gone\] PS [^\n]*> ?$")
    assert window.ask("(Get-TenantDockToken Exchange).GetType().Name") == "SecureString"
    assert window.ask("(Get-TenantDockSession).State") == "gone"
    window.enter("exit")
    assert window.ends() == 0


def test_an_expired_token_is_told_after_the_agent_is_gone(scripted, seat):
    agent = scripted(lifetime=8.0)
    window = seat.open(agent.endpoint, TICKET)
    window.wait(SAYS)
    window.ready()
    agent.die()
    window.wait("the program is gone")
    assert "has expired" in window.ask(
        "$(while ((Get-TenantDockSession).Services[0].SecondsLeft -gt 0) { Start-Sleep 1 }; "
        "try { Get-TenantDockToken Exchange } catch { [string]$_ })"
    )
    window.wait(r"no Exchange token \| TenantDock is gone\] PS [^\n]*> ?$")


@pytest.mark.parametrize(
    ("manner", "refusal", "says"),
    [
        ("drop", "", r"\w+"),
        ("garbage", "", r"\w+"),
        ("talk", "This console's ticket is not valid.", "This console's ticket is not valid"),
    ],
)
def test_a_failed_hand_over_leaves_a_usable_prompt(scripted, seat, manner, refusal, says):
    window = seat.open(scripted(manner=manner, refusal=refusal).endpoint, TICKET)
    window.wait(rf"TenantDock: not connected\. .*{says}")
    assert "\x1b[31;1mTenantDock: not connected." in window.raw
    window.ready()
    assert window.ask("40 + 2") == 42
    names = {name.lower() for name in window.ask("@(Get-Variable -Scope Global | ForEach-Object Name)")}
    assert not {"n", "k", "p", "m"} & names
    window.enter("exit")
    assert window.ends() == 0


def test_no_agent_at_all_leaves_a_usable_prompt(seat, tmp_path):
    window = seat.open(Endpoint(str(tmp_path / "nobody.sock")), TICKET)
    window.wait(r"TenantDock: not connected\.")
    window.ready()
    assert window.ask("40 + 2") == 42


def test_an_agent_that_never_answers_is_given_up(scripted, seat):
    window = seat.open(scripted(manner="silent").endpoint, TICKET)
    window.wait("did not answer within 30 seconds", 70)
    window.ready()
    assert window.ask("40 + 2") == 42


def test_an_agent_that_never_answers_can_be_left_by_ctrl_c(scripted, seat):
    agent = scripted(manner="silent")
    window = seat.open(agent.endpoint, TICKET)
    agent.told("session.open")
    window.type("\x03")
    window.ready()
    assert window.ask("40 + 2", 20) == 42
    # Neither the connection nor the ticket is left
    agent.left(1)
    names = {name.lower() for name in window.ask("@(Get-Variable -Scope Global | ForEach-Object Name)")}
    assert not {"n", "k"} & names


def test_a_hand_over_that_is_left_half_way_leaves_no_session(scripted, seat):
    agent = scripted(manner="deaf")
    window = seat.open(agent.endpoint, TICKET)
    agent.told("session.attach")
    window.type("\x03")
    window.wait(r"TenantDock: not connected\. The hand-over was stopped")
    window.ready()
    agent.left(2)
    assert window.ask("@(Get-Module TenantDock).Count") == 0
    window.enter("exit")
    assert window.ends() == 0


def test_constrained_language_mode_is_told_in_one_line(scripted, tmp_path):
    agent = scripted()
    text = "$ExecutionContext.SessionState.LanguageMode = 'ConstrainedLanguage'\n" + bootstrap(agent.endpoint, TICKET)
    done = run(tmp_path, text)
    assert "TenantDock: not connected. This PowerShell runs in constrained language mode" in done.stdout
    assert len(done.stdout.strip().splitlines()) == 1
    assert done.stderr.strip() == ""
    assert agent.asked == []


def test_an_unreadable_start_up_command_and_a_missing_folder_are_told(scripted, seat, tmp_path):
    console = ConsoleSettings(folder=str(tmp_path / "gone"), startup="if (")
    window = seat.open(scripted(console=console).endpoint, TICKET)
    window.wait("The folder of this connection cannot be opened")
    window.wait("The start-up command cannot be read")
    window.ready()
    assert window.ask("40 + 2") == 42


def test_a_start_up_command_that_fails_leaves_the_prompt(scripted, seat):
    console = ConsoleSettings(startup="throw 'my start-up failed'")
    window = seat.open(scripted(console=console).endpoint, TICKET)
    window.wait("my start-up failed")
    window.wait(r"\[Northwind Traders \| admin@northwind\.example\] PS [^\n]*> ?$")


def test_renewal_goes_on_while_something_runs(scripted, seat):
    agent = scripted(lifetime=6.0)
    window = seat.open(agent.endpoint, TICKET)
    window.wait(SAYS)
    window.ready()
    assert window.ask("$(Start-Sleep 9; (Get-TenantDockToken Exchange).GetType().Name)") == "SecureString"
    assert agent.count("token.get") >= 3


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="this system has no /proc")
def test_the_ticket_in_the_command_line_is_worth_nothing_afterwards(scripted, seat):
    agent = scripted()
    window = seat.open(agent.endpoint, TICKET)
    window.wait(SAYS)
    window.ready()
    assert json.dumps(agent.asked).count(TICKET.reveal()) == 1
    token = window.ask("Get-TenantDockToken Exchange -AsPlainText")
    pid = agent.told("session.open")["pid"]
    environment = Path(f"/proc/{pid}/environ").read_bytes()
    line = Path(f"/proc/{pid}/cmdline").read_bytes()
    for part in token.split("."):
        assert part.encode() not in environment + line
