"""The inline bootstrap: what a new PowerShell runs first.

It connects to the agent, redeems the ticket and runs the script that comes back, at top level, so that profiles can be dot-sourced
there. Only two things from outside are in its text, both as single-quoted literals at its very start::

    $n='<endpoint name>';$k='<ticket>';...

Everything else (names, titles, start-up commands) travels as JSON in the answer to ``session.open``.

Facts behind it (tried in PowerShell 7.6.5): NamedPipeClientStream takes a rooted path on Unix; ``CurrentUserOnly`` refuses
another user's socket; a synchronous ReadLine could not be interrupted, so the read is waited for in slices;
``[Text.Encoding]::UTF8`` would write a byte order mark.

On Windows the pipe's owner is compared here instead: .NET Framework has no ``CurrentUserOnly``, and that of .NET wants the owner
that a new object of this process would have, which is the group of administrators in an elevated one, while Qt makes the user
the owner (ValidateRemotePipeUser in NamedPipeClientStream.Windows.cs of dotnet/runtime; qlocalserver_win.cpp of qt/qtbase).
"""

from __future__ import annotations

import base64
from typing import Final

from tenantdock.domain.errors import AgentTrouble
from tenantdock.domain.secret import Secret
from tenantdock.domain.sessions import Endpoint

SWITCHES: Final = ("-NoLogo", "-NoExit", "-NoProfile", "-EncodedCommand")
"""What PowerShell is started with; the encoded bootstrap follows. Profiles are dot-sourced after the hand-over."""

# Characters that PowerShell's tokenizer takes for a single quote (SpecialChars.IsSingleQuote in CharTraits.cs of
# PowerShell/PowerShell): each is escaped by doubling
_QUOTES: Final = "'\u2018\u2019\u201a\u201b"

# Every character counts twice in base64, so indentation and comment lines are dropped. A space before and after each keyword and
# operator stays: PowerShell reads "throw'x'" as the name of a command and "-gt120" as no operator.
_TEXT: Final = r"""
# Constrained Language Mode forbids the pipe, and nearly everything else: say so and stop
if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') {
  $n = $k = ''
  'TenantDock: not connected. This PowerShell runs in constrained language mode, which does not allow it.'
} else {
  # What the inner block gives back is dot-sourced here, at top level
  . (& {
    try {
      $c = $PSEdition -eq 'Core'
      $w = !$c -or $IsWindows
      $o = 'Asynchronous'
      if (!$w) { $o += ',CurrentUserOnly' }
      $p = [IO.Pipes.NamedPipeClientStream]::new('.', $n, [IO.Pipes.PipeDirection]'InOut', [IO.Pipes.PipeOptions]$o)
      $p.Connect(3000)
      # On Windows the owner of the pipe has to be this user, elevated or not
      if ($w) {
        $u = [Security.Principal.WindowsIdentity]::GetCurrent()
        if ($c) { $a = [IO.Pipes.PipesAclExtensions]::GetAccessControl($p) } else { $a = $p.GetAccessControl() }
        if (@($u.User, $u.Owner) -notcontains $a.GetOwner([Security.Principal.SecurityIdentifier])) {
          throw 'The endpoint belongs to another user.'
        }
      }
      $e = [Text.UTF8Encoding]::new($false)
      $b = '{"jsonrpc":"2.0","id":1,"method":"session.open","params":{"protocol":1,"ticket":"' + $k + '","pid":' + $PID + "}}`n"
      $b = $e.GetBytes($b)
      $p.Write($b, 0, $b.Length)
      $r = [IO.StreamReader]::new($p, $e)
      $t = $r.ReadLineAsync()
      for ($i = 0; !$t.Wait(250); $i++) { if ($i -gt 120) { throw 'TenantDock did not answer within 30 seconds.' } }
      if (!$t.Result) { throw 'TenantDock closed the connection.' }
      # Take the script out of the answer; the message of an error is for the person
      if ($c) {
        $j = [Text.Json.JsonDocument]::Parse($t.Result).RootElement
        foreach ($x in $j.EnumerateObject()) { if ($x.Name -eq 'error') { throw $x.Value.GetProperty('message').GetString() } }
        $s = $j.GetProperty('result').GetProperty('script').GetString()
      } else {
        $j = ConvertFrom-Json $t.Result
        if ($j.error) { throw $j.error.message }
        $s = $j.result.script
      }
      $s = [scriptblock]::Create($s)
      # The open connection and the answer are handed over in $k, which the script removes first
      $global:k = @($p, $r, $t.Result)
      $d = 1
      $s
    } catch {
      # On any failure: one line, red where the host can (PowerShell 7 leaves that to the text), and a usable prompt
      $m = "TenantDock: not connected. $($_.Exception.GetBaseException().Message)"
      if ($Host.UI.SupportsVirtualTerminal) { $m = "$([char]27)[31;1m$m$([char]27)[0m" }
      $Host.UI.WriteErrorLine($m)
      {}
    } finally {
      # Ctrl-C comes here too: no variable and no connection is left
      if (!$d) {
        if ($p) { $p.Dispose() }
        foreach ($v in 'n', 'k') { $ExecutionContext.SessionState.PSVariable.Remove($v) }
      }
    }
  })
}
"""


def _packed(text: str) -> str:
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("#"))


def quote(text: str) -> str:
    """Return *text* as a PowerShell single-quoted literal.

    Source: about_Quoting_Rules and ``SpecialChars.IsSingleQuote`` of PowerShell 7 (the typographic quotes count too).
    """
    return "'" + "".join(character * 2 if character in _QUOTES else character for character in text) + "'"


def bootstrap(endpoint: Endpoint, ticket: Secret) -> str:
    """Return the bootstrap's text. It holds the ticket: it goes into one command line and nowhere else.

    Raises :class:`AgentTrouble` when the endpoint's name or the ticket has a control character, which no agent makes.
    """
    value = ticket.reveal()
    if not endpoint.name or not endpoint.name.isprintable() or not value or not (value.isascii() and value.isprintable()):
        raise AgentTrouble("The agent's endpoint has no usable name.", next_step="Quit TenantDock and start it again.")
    # The ticket is put into JSON by the bootstrap, which has no escaping for it; agents mint base64url or hex
    if '"' in value or "\\" in value:
        raise AgentTrouble("The agent made an unusable ticket.", next_step="Quit TenantDock and start it again.")
    return f"$n={quote(endpoint.name)};$k={quote(value)};\n" + _packed(_TEXT)


def encoded(text: str) -> str:
    """Return *text* as ``-EncodedCommand`` takes it: base64 of UTF-16LE without a byte order mark (about_Pwsh)."""
    return base64.b64encode(text.encode("utf-16-le")).decode("ascii")


def command(shell_path: str, endpoint: Endpoint, ticket: Secret) -> list[str]:
    """Return the argument vector that starts a PowerShell which connects itself."""
    return [shell_path, *SWITCHES, encoded(bootstrap(endpoint, ticket))]
