"""What can be known of the PowerShell files without a PowerShell: their syntax, and rules that their trees must keep."""

from __future__ import annotations

import re

import pytest

from support.pwsh_outside import LINE, Module, arguments
from support.pwsh_syntax import nodes, problems, text_of, tree
from tenantdock.consoles.bootstrap import bootstrap
from tenantdock.consoles.script import PARTS, folder, session_script
from tenantdock.domain.secret import Secret
from tenantdock.domain.sessions import Endpoint

FILES = ("session.ps1", *PARTS)
EXPORTED = {"Get-TenantDockSession", "Get-TenantDockToken", "Invoke-TenantDockRequest"}
# Each is there in Windows PowerShell 5.1 and in PowerShell 7, and none keeps a request's headers in its errors
ALLOWED = {
    "Add-Type",
    "ConvertFrom-Json",
    "ConvertTo-Json",
    "Export-ModuleMember",
    "Import-Module",
    "Microsoft.PowerShell.Core\\Clear-History",
    "Microsoft.PowerShell.Core\\Get-Module",
    "New-Module",
    "Microsoft.PowerShell.Core\\Remove-Module",
    "Register-ArgumentCompleter",
    "Register-EngineEvent",
    "Set-Item",
    "Set-Location",
    "Set-StrictMode",
    "Where-Object",
}


def source(name):
    return (folder() / name).read_text("utf-8")


def commands(text):
    """The names of the commands that a text calls. Calls of variables and blocks (``& $x``) are given as they stand."""
    for node in nodes(tree(text)):
        if node.type in {"command_name", "command_name_expr"}:
            yield text_of(node)


def functions(text):
    """The functions of a text: name and source."""
    for node in nodes(tree(text)):
        if node.type == "function_statement":
            name = next(child for child in node.children if child.type == "function_name")
            yield text_of(name), text_of(node)


@pytest.mark.parametrize("name", FILES)
def test_the_syntax_is_powershell(name):
    assert problems(source(name)) == []


def test_the_grammar_would_tell():
    assert problems("function Get-It { if ($x -eq { }")
    assert problems("$x = @{ a = ")


def test_the_assembled_script_is_powershell_and_holds_the_parts_word_for_word():
    text = session_script()
    assert problems(text) == []
    assert "{{" not in text
    strings = [text_of(node) for node in nodes(tree(text)) if "here_string" in node.type]
    for name in PARTS:
        assert any(source(name).rstrip("\n") in string for string in strings), name


@pytest.mark.parametrize("name", FILES)
def test_it_is_plain_ascii_so_that_no_code_page_changes_it(name):
    text = source(name)
    assert text.isascii()
    assert "\r" not in text
    assert "\t" not in text


@pytest.mark.parametrize("name", FILES)
def test_keywords_and_operators_stand_free(name):
    # PowerShell takes throw'x' for the name of a command; the grammar is more lenient
    code = "\n".join(line for line in source(name).splitlines() if not line.strip().startswith("#"))
    assert not re.search(r"(?m)^\s*(throw|return|in)['\"$(\[]", code)
    operator = r"-(?:eq|ne|gt|ge|lt|le|in|notin|is|isnot|as|match|notmatch|replace|and|or|join|ceq|bor)"
    assert not re.search(rf"(?:[)\]'\"]|\$\w+){operator} ", code)
    assert not re.search(rf" {operator}[$(\['\"]", code)


def test_only_known_commands_are_called():
    module = source("TenantDock.psm1")
    own = {name for name, _ in functions(module)}
    assert own >= EXPORTED
    # The session script calls two functions of the module in the module's own scope
    called = {name for text in (module, source("session.ps1")) for name in commands(text)}
    unknown = {name for name in called - own - ALLOWED if not re.match(r"[$({]", name)}
    assert unknown == set()


def test_the_background_runspace_calls_no_command_at_all():
    called = list(commands(source("renewal.ps1")))
    assert called
    assert [name for name in called if not name.startswith("$")] == []
    assert not any(node.type == "function_statement" for node in nodes(tree(source("renewal.ps1"))))


def test_it_calls_no_function_that_the_module_does_not_have():
    module = source("TenantDock.psm1")
    own = {name for name, _ in functions(module)}
    used = set(re.findall(r"\b[A-Z]\w+-(?:Td|TenantDock)[A-Z]\w+", module + source("session.ps1")))
    assert used == own


def test_exactly_three_functions_are_exported():
    listed = re.search(r"Export-ModuleMember -Function @\(([^)]*)\)", source("TenantDock.psm1"))
    assert listed
    assert set(re.findall(r"'([^']+)'", listed[1])) == EXPORTED


@pytest.mark.parametrize("name", sorted(EXPORTED))
def test_each_exported_function_has_its_help(name):
    text = dict(functions(source("TenantDock.psm1")))[name]
    help_text = re.search(r"<#(.*?)#>", text, re.DOTALL)
    assert help_text
    for part in (".SYNOPSIS", ".DESCRIPTION", ".EXAMPLE"):
        assert re.search(rf"(?m)^\s*\{part}\s*$", help_text[1]), part
    body = text[help_text.end() :]
    block = re.search(r"(?ms)^    param\((\)|.*?^    \))$", body)
    assert block
    parameters = set(re.findall(r"\]\$(\w+)", block[1]))
    assert set(re.findall(r"\.PARAMETER (\w+)", help_text[1])) == parameters


@pytest.mark.parametrize("name", FILES)
def test_no_parameter_takes_a_token_as_text(name):
    # The call stack and Trace-Command would show it
    text = source(name)
    for node in nodes(tree(text)):
        if node.type == "script_parameter":
            assert not re.search(r"token|secret|password|bearer", text_of(node), re.IGNORECASE), text_of(node)


def test_the_plain_token_is_in_two_expressions_and_no_variable():
    module = source("TenantDock.psm1")
    # One goes into the header, the other out of Get-TenantDockToken -AsPlainText
    assert module.count(".Password") == 2
    for node in nodes(tree(module)):
        if node.type == "assignment_expression" and ".Password" in text_of(node):
            target = text_of(node.children[0])
            assert target == "$request.Headers.Authorization" or text_of(node).startswith("$request.Headers.Authorization")
    plain = next(line for line in module.splitlines() if ".Password" in line and "return" in line)
    assert plain.strip().startswith("if ($AsPlainText) {")


@pytest.mark.parametrize("name", FILES)
def test_nothing_that_leaks_headers_or_writes_files_is_used(name):
    code = re.sub(r"(?m)^\s*#.*$", "", source(name))
    for word in (
        "Invoke-RestMethod",
        "Invoke-WebRequest",
        "Invoke-Expression",
        "Write-Host",
        "Write-Verbose",
        "Write-Debug",
        "Out-File",
        "Set-Content",
        "Start-Transcript",
        "DangerousAccept",
        "ServerCertificateCustomValidationCallback",
        "RemoteCertificateValidationCallback",
        "ExecutionPolicy",
    ):
        assert word.lower() not in code.lower()


def test_engine_events_get_their_state_by_another_way_than_message_data():
    # They are raised without data (EventManager.cs in PowerShell's source), so -MessageData would be empty in an action
    code = re.sub(r"(?m)^\s*#.*$", "", source("TenantDock.psm1"))
    assert "MessageData" not in code
    assert set(re.findall(r"Add-TdWatch '([^']+)'", code)) == {"PowerShell.Exiting", "PowerShell.OnIdle"}


def test_nothing_from_outside_is_pasted_into_the_text():
    script = session_script()
    assert script == session_script()
    text = bootstrap(Endpoint("/run/agent.sock"), Secret("t" * 43))
    assert script not in text


def test_a_part_that_would_end_its_here_string_is_refused(tmp_path, monkeypatch):
    for name in FILES:
        (tmp_path / name).write_text(source(name), "utf-8")
    (tmp_path / "renewal.ps1").write_text("$x = @'\n'@; evil\n", "utf-8")
    monkeypatch.setattr("tenantdock.consoles.script.folder", lambda: tmp_path)
    session_script.cache_clear()
    try:
        with pytest.raises(ValueError, match=r"renewal\.ps1"):
            session_script()
    finally:
        session_script.cache_clear()


def unclean(text):
    """What reaches a terminal, a title or a prompt as it came from outside: by function."""
    module = Module(text)
    shown = list(module.shown())
    assert len(shown) > 15
    return {(name, each) for name, expression in shown for each in module.outside(name, expression)}


def test_text_from_outside_is_made_one_plain_line_before_it_is_shown():
    assert unclean(source("TenantDock.psm1")) == set()


# Their texts end in New-TdError, in the agent's own list of sessions, or as members of an object that a script asked for
ELSEWHERE = {"Get-TdService", "Resolve-TdUri", "Send-TdRequest", "Invoke-TenantDockRequest", "Get-TenantDockSession"}


def test_each_place_that_no_longer_does_so_is_noticed():
    module = source("TenantDock.psm1")
    taken_out = []
    for name, function in functions(module):
        for node in nodes(tree(function)):
            if node.type == "command" and text_of(node).startswith(f"{LINE} ") and name not in ELSEWHERE:
                argument = text_of(arguments(node)[0])
                taken_out.append((name, text_of(node)))
                without = module.replace(function, function.replace(text_of(node), f"({argument})"))
                assert problems(without) == []
                if "$script:Proof['text']" not in argument:  # for the agent
                    assert unclean(without), taken_out[-1]
    assert {"Get-TdCaption", "Write-TdLine", "Complete-TdPrompt", "New-TdError", "Get-TdAccount"} <= {name for name, _ in taken_out}
