# Runs at top level in a new console: the bootstrap dot-sources it once the ticket is redeemed. It left the open connection and the
# agent's answer in $k, and the endpoint's name in $n. What needs variables runs in a block of its own, so that none stays behind.
& {
    $handover = $global:k
    $endpoint = $global:n
    foreach ($name in 'n', 'k') { $ExecutionContext.SessionState.PSVariable.Remove($name) }
    try {
        $text = @'
{{TenantDock.psm1}}
'@
        $renewal = @'
{{renewal.ps1}}
'@
        # Parsed under a name, so that errors and stack traces say where they are from
        $tokens = $null
        $errors = $null
        $ast = [Management.Automation.Language.Parser]::ParseInput($text, 'TenantDock.psm1', [ref]$tokens, [ref]$errors)
        if ($errors.Count -gt 0) { throw "The TenantDock module cannot be read here: $($errors[0].Message)" }
        $module = New-Module -Name TenantDock -ScriptBlock $ast.GetScriptBlock() -ErrorAction Stop
        $module | Import-Module -Global -ErrorAction Stop
        & $module {
            param($Pipe, $Reader, $Answer, $Endpoint, $Renewal)
            Start-TdSession -Pipe $Pipe -Reader $Reader -Answer $Answer -Endpoint $Endpoint -Renewal $Renewal
        } $handover[0] $handover[1] $handover[2] $endpoint $renewal
    } catch {
        $Host.UI.WriteErrorLine("TenantDock: not connected. $($_.Exception.GetBaseException().Message)")
        if ($handover) { $handover[0].Dispose() }
    }
}

# The profiles, after the hand-over and at top level: inside a block their functions and variables would vanish
if ([IO.File]::Exists($PROFILE.AllUsersAllHosts)) {
    try { . $PROFILE.AllUsersAllHosts } catch { $Host.UI.WriteErrorLine("Profile AllUsersAllHosts: $_") }
}
if ([IO.File]::Exists($PROFILE.AllUsersCurrentHost)) {
    try { . $PROFILE.AllUsersCurrentHost } catch { $Host.UI.WriteErrorLine("Profile AllUsersCurrentHost: $_") }
}
if ([IO.File]::Exists($PROFILE.CurrentUserAllHosts)) {
    try { . $PROFILE.CurrentUserAllHosts } catch { $Host.UI.WriteErrorLine("Profile CurrentUserAllHosts: $_") }
}
if ([IO.File]::Exists($PROFILE.CurrentUserCurrentHost)) {
    try { . $PROFILE.CurrentUserCurrentHost } catch { $Host.UI.WriteErrorLine("Profile CurrentUserCurrentHost: $_") }
}

# The prompt as the profiles left it, wrapped; then the folder and the person's own start-up command, at top level too
if (Microsoft.PowerShell.Core\Get-Module -Name TenantDock) {
    $function:prompt = & (Microsoft.PowerShell.Core\Get-Module -Name TenantDock) {
        param($Theirs)
        Get-TdPrompt -Theirs $Theirs
    } $function:prompt
    . (& (Microsoft.PowerShell.Core\Get-Module -Name TenantDock) { Get-TdStartup })
}
