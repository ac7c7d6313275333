"""A real PowerShell 7 at the real agent, with real tokens of the practice cloud: the console's part of the main job."""

from __future__ import annotations

import base64
import json
import os
import signal

import pytest

from support.pwsh import needs_pwsh, scripted, seat, world
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.directory import ConsoleSettings
from tenantdock.domain.sessions import SessionState

__all__ = ["scripted", "seat", "world"]

pytestmark = needs_pwsh
PROOF = r"Northwind Traders \(northwind\.example\) as admin@northwind\.example -- Graph answered"


@pytest.fixture
def window(world, seat):
    """A connected window at its prompt."""
    _, ticket = world.agent.admit(world.enrol())
    opened = seat.open(world.agent.endpoint, ticket)
    opened.wait(PROOF)
    opened.ready()
    return opened


def claims(token):
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def test_the_window_says_who_and_where_it_is_by_graphs_own_answer(world, seat):
    grant, ticket = world.agent.admit(world.enrol())
    window = seat.open(world.agent.endpoint, ticket)
    window.wait(PROOF)
    window.wait(r"\[Northwind Traders \| admin@northwind\.example\] PS [^\n]*> ?$")
    assert "\x1b[38;2;26;127;90m" in window.raw  # the connection's colour
    assert window.titles[-1] == "Northwind Traders | admin@northwind.example"
    assert window.owns(world.agent.wait_open(grant.session_id, 5, Cancel()).pid)
    told = world.watch.wait(lambda info: info.proven is True)
    assert told.proof == "Northwind Traders (northwind.example) as admin@northwind.example -- Graph answered"


def test_the_session_is_told(window):
    told = window.ask("Get-TenantDockSession")
    assert told["Name"] == "Northwind"
    assert told["Tenant"] == "Northwind Traders"
    assert told["Domain"] == "northwind.example"
    assert told["Account"] == "admin@northwind.example"
    assert told["TenantId"] == "71c06ceb-bd66-4024-accd-1b2bcbab66c3"
    assert told["State"] == "connected"
    assert told["Proven"] is True
    assert [service["Service"] for service in told["Services"]] == ["Graph"]
    assert 3000 < told["Services"][0]["SecondsLeft"] <= 3700
    assert told["Services"][0]["Problem"] == ""


def test_the_token_is_a_secure_string_unless_plain_text_is_asked_for(window):
    assert window.ask("(Get-TenantDockToken -Service Graph).GetType().FullName") == "System.Security.SecureString"
    assert window.ask("(Get-TenantDockToken).Length") > 100
    plain = window.ask("Get-TenantDockToken -Service graph -AsPlainText")
    assert claims(plain)["upn"] == "admin@northwind.example"
    assert claims(plain)["aud"] == "https://graph.practice.example"
    assert plain not in window.text
    assert "not connected to 'Azure'. Its services are: Graph." in window.failure("Get-TenantDockToken -Service Azure")


def test_a_request_brings_objects(window):
    assert window.ask("(Invoke-TenantDockRequest -Service Graph -Uri v1.0/me).userPrincipalName") == "admin@northwind.example"
    assert window.ask("(Invoke-TenantDockRequest v1.0/organization).value[0].displayName") == "Northwind Traders"
    names = window.ask("(Invoke-TenantDockRequest '/v1.0/me?$select=id,displayName').PSObject.Properties.Name")
    assert names == ["@odata.context", "id", "displayName"]


def test_the_pages_of_a_list_are_followed(world, seat, cloud):
    _, ticket = world.agent.admit(world.enrol("pia@nordlicht.example"))
    window = seat.open(world.agent.endpoint, ticket)
    window.wait("Graph answered")
    window.ready()
    relationships = "v1.0/tenantRelationships/delegatedAdminRelationships"
    one_page = window.ask(f"@((Invoke-TenantDockRequest '{relationships}?$top=3').value).Count")
    everything = window.ask(f"@(Invoke-TenantDockRequest '{relationships}?$top=3' -All).Count")
    known = window.ask(f"@((Invoke-TenantDockRequest '{relationships}?$top=300').value).Count")
    assert one_page == min(3, known)
    assert everything == known


@pytest.mark.parametrize(
    "address",
    [
        "https://evil.example/v1.0/me",
        "http://localhost/graph/v1.0/me",
        "../arm/tenants",
        "https://graph.microsoft.com@evil.example/",
        "\\\\evil\\x",
    ],
)
def test_the_token_goes_nowhere_else(window, address, cloud):
    before = len(cloud.requests(side="tls"))
    assert "is not under https://localhost" in window.failure(f"Invoke-TenantDockRequest '{address}'")
    assert len(cloud.requests(side="tls")) == before


def test_a_refusal_is_told_without_the_token(window):
    text = window.failure("Invoke-TenantDockRequest v1.0/nothing-here")
    assert "Graph answered 404" in text
    assert "ResourceNotFound" in text
    assert "(GET v1.0/nothing-here)" in text
    token = window.ask("Get-TenantDockToken -AsPlainText")
    held = window.ask("($Error | ForEach-Object { $_ | Format-List * -Force | Out-String -Width 4000 }) -join ''")
    assert "ResourceNotFound" in held
    assert "Bearer " not in held
    assert token.split(".")[2] not in held


def test_a_trace_does_not_show_the_token(window):
    token = window.ask("Get-TenantDockToken -AsPlainText")
    at = window.enter(
        "Set-PSDebug -Trace 2; $me = Invoke-TenantDockRequest v1.0/me; $s = Get-TenantDockToken; Set-PSDebug -Off; 'tr' + 'aced'"
    )
    window.wait(r"\ntraced", after=at)
    for part in token.split(".")[1:]:
        assert part[:40] not in window.text.replace("\n", "")


def test_a_claims_challenge_is_told(window, cloud):
    cloud.fault("northwind.example", "claims-challenge")
    text = window.failure("Invoke-TenantDockRequest v1.0/me")
    assert "Graph answered 401" in text
    assert "claims challenge" in text
    assert "sign in to this customer again" in text


def test_tokens_of_ten_seconds_are_renewed_again_and_again(world, seat, cloud):
    cloud.fault("northwind.example", "token-lifetime", seconds=10)
    _, ticket = world.agent.admit(world.enrol())
    window = seat.open(world.agent.endpoint, ticket)
    window.wait("Graph answered")
    window.ready()
    first = window.ask("(Get-TenantDockSession).Services[0].ExpiresOn.ToUniversalTime().ToString('o')")
    # In the foreground something runs all the while
    assert window.ask("$(Start-Sleep 14; (Invoke-TenantDockRequest v1.0/me).userPrincipalName)") == "admin@northwind.example"
    later = window.ask("(Get-TenantDockSession).Services[0].ExpiresOn.ToUniversalTime().ToString('o')")
    assert later > first
    assert window.ask("(Get-TenantDockSession).Services[0].SecondsLeft") <= 10
    assert sum(entry["grant"] == "refresh_token" for entry in cloud.requests()) >= 2


def test_a_renewal_that_fails_is_told_before_the_first_command_fails(world, seat, cloud):
    cloud.fault("northwind.example", "token-lifetime", seconds=20)
    _, ticket = world.agent.admit(world.enrol())
    window = seat.open(world.agent.endpoint, ticket)
    window.wait("Graph answered")
    window.ready()
    cloud.fault("northwind.example", "interaction-required")
    # By itself, at an idle prompt
    window.wait(r"TenantDock: graph: the token cannot be renewed\. ")
    window.ready()
    assert window.ask("(Get-TenantDockSession).Services[0].Problem")


def test_every_service_has_its_own_token(world, seat):
    _, ticket = world.agent.admit(world.enrol(keys=("graph", "azure")))
    window = seat.open(world.agent.endpoint, ticket)
    window.wait(PROOF)
    window.ready()
    tenants = window.ask("@((Invoke-TenantDockRequest -Service Azure -Uri 'tenants?api-version=2022-12-01').value.tenantId)")
    assert "71c06ceb-bd66-4024-accd-1b2bcbab66c3" in tenants
    one = window.ask("Get-TenantDockToken Graph -AsPlainText")
    two = window.ask("Get-TenantDockToken Azure -AsPlainText")
    assert claims(one)["aud"] != claims(two)["aud"]


def test_the_bootstrap_leaves_the_history_and_no_variable(window):
    assert not [line for line in window.ask("@(Get-History | ForEach-Object CommandLine)") if "session.open" in line]
    names = window.ask("@(Get-Variable -Scope Global | ForEach-Object Name)")
    ours = {*"nkprtsjbeocixmuv", "handover", "endpoint", "module", "renewal", "ast"}
    assert not ours & {name.lower() for name in names}
    assert window.ask("@(Get-Module TenantDock).Count") == 1
    commands = window.ask("@((Get-Module TenantDock).ExportedCommands.Keys | Sort-Object)")
    assert commands == ["Get-TenantDockSession", "Get-TenantDockToken", "Invoke-TenantDockRequest"]


def test_help_and_completion(window):
    said = window.ask("(Get-Help Invoke-TenantDockRequest).Synopsis")
    assert said == "Sends a request to a service's REST API as the account of this console."
    assert window.ask("@((Get-Help Get-TenantDockToken -Full).parameters.parameter).Count") == 2
    line = "Get-TenantDockToken -Service gr"
    call = f"[Management.Automation.CommandCompletion]::CompleteInput('{line}', {len(line)}, $null)"
    found = window.ask(f"{call}.CompletionMatches[0].CompletionText")
    assert found == "Graph"


@pytest.mark.parametrize("way", ["exit\r", "\x04"], ids=["exit", "ctrl-d"])
def test_leaving_does_not_hang(world, window, way):
    window.type(way)
    assert window.ends() == 0
    world.watch.wait(lambda info: info.state is SessionState.ENDED)
    assert world.agent.sessions() == []


def test_a_window_that_is_killed_ends_its_session(world, window):
    os.killpg(window.process.pid, signal.SIGKILL)
    world.watch.wait(lambda info: info.state is SessionState.ENDED)


def test_a_session_that_is_ended_in_the_desktop_drops_its_tokens(world, window):
    session = world.agent.sessions()[0]
    world.agent.withdraw(session.id)
    window.wait(r"TenantDock: the tokens of this window were dropped\. ")
    window.wait(r"\| session ended\] PS [^\n]*> ?$")
    assert "This session was ended" in window.failure("Get-TenantDockToken")
    assert window.ask("(Get-TenantDockSession).State") == "ended"
    window.enter("exit")
    assert window.ends() == 0


def test_removing_the_module_ends_the_session(world, window):
    window.enter("Remove-Module TenantDock")
    world.watch.wait(lambda info: info.state is SessionState.ENDED)
    assert window.ask("40 + 2") == 42


def test_folder_and_start_up_command_come_after_the_connection(world, seat, tmp_path):
    folder = tmp_path / "a [folder] of 'mine'"
    folder.mkdir()
    startup = (
        "$upn = (Invoke-TenantDockRequest v1.0/me).userPrincipalName\n"
        "function Get-Mine { 'it''s \"mine\", gr\u00fc\u00df dich' }\n$there = $PWD.Path"
    )
    console = ConsoleSettings(folder=str(folder), startup=startup)
    _, ticket = world.agent.admit(world.enrol(console=console))
    window = seat.open(world.agent.endpoint, ticket)
    window.wait("Graph answered")
    window.ready()
    assert window.ask("$upn") == "admin@northwind.example"
    assert window.ask("$there") == str(folder)
    assert window.ask("$PWD.Path") == str(folder)
    assert window.ask("Get-Mine") == 'it\'s "mine", gr\u00fc\u00df dich'


def test_a_guest_is_shown_by_the_home_name(world, seat):
    _, ticket = world.agent.admit(world.enrol("pia@nordlicht.example", "adatum.example"))
    window = seat.open(world.agent.endpoint, ticket)
    window.wait(r"Adatum Corporation \(adatum\.example\) as pia@nordlicht\.example -- Graph answered")
