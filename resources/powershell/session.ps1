# Runs at top level in a new console: the bootstrap dot-sources it once the ticket is redeemed. It left the open connection and the
# agent's answer in $k, and the endpoint's name in $n. What needs variables runs in a block of its own, so that none stays behind.
& {
    $handover = $global:k
    $endpoint = $global:n
    foreach ($name in 'n', 'k') { $ExecutionContext.SessionState.PSVariable.Remove($name) }
    $module = $null
    $done = $false
    $why = 'The hand-over was stopped.'
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
        $done = $true
    } catch {
        $why = $_.Exception.GetBaseException().Message
    } finally {
        # Ctrl-C comes here too, past the catch: then nothing of a half-made session is left
        if (-not $done) {
            if ($module) { Microsoft.PowerShell.Core\Remove-Module -ModuleInfo $module -ErrorAction Ignore }
            if ($handover) { $handover[0].Dispose() }
            $text = "TenantDock: not connected. $why"
            if ($Host.UI.SupportsVirtualTerminal) { $text = "$([char]27)[31;1m$text$([char]27)[0m" }
            $Host.UI.WriteErrorLine($text)
        }
    }
}

# The profiles, after the hand-over and at top level: inside a block their functions and variables would vanish. Each runs in a
# pipeline of its own, as the console host runs them (RunProfile in ConsoleHost.cs): there a line that fails is told and the next one
# runs; called from here inside try, the first such line would end the profile
if ([IO.File]::Exists($PROFILE.AllUsersAllHosts)) {
    try {
        $null = [powershell]::Create('CurrentRunspace').AddScript('. $PROFILE.AllUsersAllHosts 2>&1 | Out-Default', $false).Invoke()
    } catch { $Host.UI.WriteErrorLine("Profile AllUsersAllHosts: $($_.Exception.GetBaseException().Message)") }
}
if ([IO.File]::Exists($PROFILE.AllUsersCurrentHost)) {
    try {
        $null = [powershell]::Create('CurrentRunspace').AddScript('. $PROFILE.AllUsersCurrentHost 2>&1 | Out-Default', $false).Invoke()
    } catch { $Host.UI.WriteErrorLine("Profile AllUsersCurrentHost: $($_.Exception.GetBaseException().Message)") }
}
if ([IO.File]::Exists($PROFILE.CurrentUserAllHosts)) {
    try {
        $null = [powershell]::Create('CurrentRunspace').AddScript('. $PROFILE.CurrentUserAllHosts 2>&1 | Out-Default', $false).Invoke()
    } catch { $Host.UI.WriteErrorLine("Profile CurrentUserAllHosts: $($_.Exception.GetBaseException().Message)") }
}
if ([IO.File]::Exists($PROFILE.CurrentUserCurrentHost)) {
    try {
        $null = [powershell]::Create('CurrentRunspace').AddScript('. $PROFILE.CurrentUserCurrentHost 2>&1 | Out-Default', $false).Invoke()
    } catch { $Host.UI.WriteErrorLine("Profile CurrentUserCurrentHost: $($_.Exception.GetBaseException().Message)") }
}

# The prompt as the profiles left it, wrapped; then the folder and the person's own start-up command, at top level too
if (Microsoft.PowerShell.Core\Get-Module -Name TenantDock) {
    $function:prompt = & (Microsoft.PowerShell.Core\Get-Module -Name TenantDock) {
        param($Theirs)
        Get-TdPrompt -Theirs $Theirs
    } $function:prompt
    . (& (Microsoft.PowerShell.Core\Get-Module -Name TenantDock) { Get-TdStartup })
}
