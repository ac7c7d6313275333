# The TenantDock module: who this console is connected as, tokens, and authenticated requests.
#
# It is made in memory by session.ps1; no file of it is on disk. Tokens are kept fresh by renewal.ps1 in a background runspace; here
# they are SecureStrings, and the plain text of one exists only inside the expression that puts it into a request's header. Nothing
# here calls Invoke-RestMethod or Invoke-WebRequest: their errors keep the Authorization header in $Error.
Set-StrictMode -Off
$ErrorActionPreference = 'Stop'

$script:State = [hashtable]::Synchronized(@{
        core = $PSVersionTable.PSEdition -eq 'Core'; windows = $PSVersionTable.PSEdition -ne 'Core' -or $IsWindows
        state = 'new'; why = ''; stop = $false; started = $false; locked = $false; services = @()
        pipe = $null; main = $null; mismatch = $null; shown = 0
        tokens = [hashtable]::Synchronized(@{})
        troubles = [hashtable]::Synchronized(@{})
        notices = [Collections.Concurrent.ConcurrentQueue[string]]::new()
        reports = [Collections.Concurrent.ConcurrentQueue[string]]::new()
        wanted = [Collections.Concurrent.ConcurrentQueue[string]]::new()
    })
$script:Connection = @{}
$script:Client = $null
$script:TrustAnchor = ''
$script:Proof = @{ verdict = 'unproven'; text = ''; name = ''; account = ''; domain = '' }
$script:Theirs = $null
$script:FirstPrompt = $true
$script:Watches = @()

# --- Small helpers ---------------------------------------------------------------------------------------------------------------

function Get-TdNow {
    return [DateTimeOffset]::UtcNow.ToUnixTimeMilliseconds() / 1000.0
}

# Text from outside, fit for one line of a terminal: control and format characters could rewrite its title or screen
function ConvertTo-TdLine {
    param($Text, [int]$Limit = 120)
    $line = ([string]$Text) -replace '[\s\p{Zl}\p{Zp}]+', ' ' -replace '[\p{Cc}\p{Cf}-[\u200c\u200d]]', [string][char]0xFFFD
    $line = $line.Trim()
    if ($line.Length -gt $Limit) { $line = $line.Substring(0, $Limit - 3) + '...' }
    return $line
}

function ConvertTo-TdJsonText {
    param($Text)
    return '"' + ([string]$Text).Replace('\', '\\').Replace('"', '\"') + '"'
}

# A value of System.Text.Json or of JavaScriptSerializer as tables, arrays and plain values
function ConvertFrom-TdValue {
    param($Value)
    if ($Value -is [Collections.IDictionary]) {
        $table = @{}
        foreach ($key in @($Value.Keys)) { $table[[string]$key] = ConvertFrom-TdValue $Value[$key] }
        return $table
    }
    if ($Value -is [array]) {
        $items = [Collections.ArrayList]::new()
        foreach ($item in $Value) { $null = $items.Add((ConvertFrom-TdValue $item)) }
        return , $items.ToArray()
    }
    return $Value
}

function ConvertFrom-TdElement {
    param($Element)
    switch ($Element.ValueKind.ToString()) {
        'Object' {
            $table = @{}
            foreach ($member in $Element.EnumerateObject()) { $table[$member.Name] = ConvertFrom-TdElement $member.Value }
            return $table
        }
        'Array' {
            $items = [Collections.ArrayList]::new()
            foreach ($item in $Element.EnumerateArray()) { $null = $items.Add((ConvertFrom-TdElement $item)) }
            return , $items.ToArray()
        }
        'String' { return $Element.GetString() }
        'Number' { return $Element.GetDouble() }
        'True' { return $true }
        'False' { return $false }
        default { return $null }
    }
}

# JSON as tables. The first ConvertFrom-Json of a process costs up to 90 ms, System.Text.Json 2; Windows PowerShell does not have it
function ConvertFrom-TdJson {
    param($Text)
    if ($script:State['core']) {
        return ConvertFrom-TdElement ([Text.Json.JsonDocument]::Parse([string]$Text).RootElement)
    }
    Add-Type -AssemblyName System.Web.Extensions
    $serializer = [Web.Script.Serialization.JavaScriptSerializer]::new()
    $serializer.MaxJsonLength = [int]::MaxValue
    return ConvertFrom-TdValue $serializer.DeserializeObject([string]$Text)
}

function Test-TdColour {
    try { return [bool]($Host.UI.SupportsVirtualTerminal -and -not $env:NO_COLOR) } catch { return $false }
}

# Colour is "#rrggbb", or a name of ours; anything else, or a terminal without colours, gives plain text
function Format-TdColour {
    param($Text, $Colour)
    if (-not (Test-TdColour)) { return $Text }
    $code = ''
    if ($Colour -eq 'red') { $code = '1;31' }
    elseif ($Colour -eq 'yellow') { $code = '33' }
    elseif ($Colour -match '^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$') {
        $code = '38;2;' + [Convert]::ToInt32($Matches[1], 16) + ';' + [Convert]::ToInt32($Matches[2], 16) + ';' +
        [Convert]::ToInt32($Matches[3], 16)
    }
    if (-not $code) { return $Text }
    $escape = [string][char]27
    return $escape + '[' + $code + 'm' + $Text + $escape + '[0m'
}

function Write-TdLine {
    param($Text, $Colour)
    $Host.UI.WriteLine((Format-TdColour -Text (ConvertTo-TdLine -Text $Text -Limit 600) -Colour $Colour))
}

# An error of ours as the person sees it: fresh, so that nothing of a request hangs on it, and in one line
function New-TdError {
    param($Message, [string]$Id = 'TenantDock')
    $failure = [InvalidOperationException]::new((ConvertTo-TdLine $Message 1000))
    return [Management.Automation.ErrorRecord]::new($failure, $Id, [Management.Automation.ErrorCategory]::InvalidOperation, $null)
}

# --- Services, tokens, requests --------------------------------------------------------------------------------------------------

function Get-TdService {
    param([string]$Name)
    foreach ($service in $script:State['services']) {
        if ($service['key'] -eq $Name -or $service['label'] -eq $Name) { return $service }
    }
    $labels = @(foreach ($service in $script:State['services']) { $service['label'] }) -join ', '
    if (-not $labels) { $labels = 'none' }
    throw "This console is not connected to '$(ConvertTo-TdLine $Name 40)'. Its services are: $labels."
}

function Get-TdTrouble {
    switch ($script:State['state']) {
        'ended' { return "This session was ended, its tokens dropped. $($script:State['why']) Open a new console in TenantDock." }
        'refused' { return 'This window is not connected: its tokens were for another tenant or account, and were dropped.' }
        'gone' { return 'The token has expired, and TenantDock is gone. Start TenantDock and open a new console.' }
        default { return 'This window is not connected to TenantDock. Open a new console there.' }
    }
}

# The valid token entry of a service; asks for one, and waits up to 30 seconds, when it is missing or expired
function Get-TdEntry {
    param([hashtable]$Service)
    $key = $Service['key']
    $until = (Get-TdNow) + 30
    $asked = $false
    while ($true) {
        if ($script:State['state'] -in 'ended', 'refused') { throw (Get-TdTrouble) }
        $entry = $script:State['tokens'][$key]
        if ($entry -and $entry['expires'] -gt (Get-TdNow)) { return $entry }
        if ($script:State['state'] -notin 'connected', 'connecting') { throw (Get-TdTrouble) }
        $trouble = $script:State['troubles'][$key]
        if (-not $asked) {
            $script:State['troubles'].Remove($key)
            $script:State['wanted'].Enqueue($key)
            $asked = $true
        } elseif ($trouble) {
            throw "There is no valid $($Service['label']) token. $($trouble['text']) $($trouble['next'])"
        } elseif ((Get-TdNow) -gt $until) {
            throw "There is no valid $($Service['label']) token: TenantDock did not answer in time. Try again."
        }
        [Threading.Thread]::Sleep(50)
    }
}

# One HttpClient for the console. The practice cloud's CA is trusted for it alone, on .NET 7 or newer (PowerShell 7.3)
function Get-TdClient {
    if ($script:Client) { return $script:Client }
    if ($script:State['core']) {
        $handler = [Net.Http.SocketsHttpHandler]::new()
        if ($script:TrustAnchor) {
            if (-not $handler.SslOptions.PSObject.Properties['CertificateChainPolicy']) {
                throw 'The practice cloud needs PowerShell 7.3 or newer.'
            }
            $policy = [Security.Cryptography.X509Certificates.X509ChainPolicy]::new()
            $policy.TrustMode = [Security.Cryptography.X509Certificates.X509ChainTrustMode]::CustomRootTrust
            $policy.RevocationMode = [Security.Cryptography.X509Certificates.X509RevocationMode]::NoCheck
            $blocks = '-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----'
            foreach ($block in [regex]::Matches($script:TrustAnchor, $blocks)) {
                [byte[]]$der = [Convert]::FromBase64String(($block.Groups[1].Value -replace '\s', ''))
                $null = $policy.CustomTrustStore.Add([Security.Cryptography.X509Certificates.X509Certificate2]::new($der))
            }
            $handler.SslOptions.CertificateChainPolicy = $policy
            $handler.UseProxy = $false
        }
    } else {
        Add-Type -AssemblyName System.Net.Http
        if ($script:TrustAnchor) { throw 'The practice cloud needs PowerShell 7: Windows PowerShell cannot trust its CA.' }
        $protocols = [Net.ServicePointManager]::SecurityProtocol
        [Net.ServicePointManager]::SecurityProtocol = $protocols -bor [Net.SecurityProtocolType]::Tls12
        $handler = [Net.Http.HttpClientHandler]::new()
    }
    $script:Client = [Net.Http.HttpClient]::new($handler)
    # Each request has a time-out of its own
    $script:Client.Timeout = [Threading.Timeout]::InfiniteTimeSpan
    return $script:Client
}

# The address of a request: relative to the service's root, or absolute under it. A token goes nowhere else
function Resolve-TdUri {
    param([hashtable]$Service, [string]$Text)
    if (-not $Service['apiRoot']) { throw "$($Service['label']) has no REST address here." }
    $root = [Uri]::new([string]$Service['apiRoot'])
    try {
        $target = [Uri]::new($root, [string]($Text.Trim() -replace '^/+', ''))
    } catch {
        throw "'$(ConvertTo-TdLine $Text 80)' is not an address. Give it relative to $root, such as v1.0/me."
    }
    $under = $target.Scheme -ceq 'https' -and $target.Scheme -ceq $root.Scheme -and $target.Host -ceq $root.Host -and
    $target.Port -eq $root.Port -and -not $target.UserInfo -and
    $target.AbsolutePath.StartsWith($root.AbsolutePath, [StringComparison]::Ordinal)
    if (-not $under) {
        throw "'$(ConvertTo-TdLine $Text 80)' is not under $root, so the $($Service['label']) token is not sent there."
    }
    return $target
}

# Sends one request and returns status, reason, text, challenge and retry. Throws a text of ours when there is no answer
function Send-TdRequest {
    param([hashtable]$Service, [Uri]$Target, [string]$Method = 'GET', $Body, [string]$ContentType, $Headers, [int]$Seconds = 100)
    $client = Get-TdClient
    $entry = Get-TdEntry -Service $Service
    $request = [Net.Http.HttpRequestMessage]::new([Net.Http.HttpMethod]::new($Method.ToUpperInvariant()), $Target)
    $cancel = [Threading.CancellationTokenSource]::new()
    $task = $null
    $response = $null
    try {
        $request.Headers.Authorization = [Net.Http.Headers.AuthenticationHeaderValue]::new(
            'Bearer', [Net.NetworkCredential]::new('', $entry['secret']).Password)
        $null = $request.Headers.TryAddWithoutValidation('Accept', 'application/json, */*;q=0.5')
        $null = $request.Headers.TryAddWithoutValidation('User-Agent', 'TenantDock')
        if ($Headers) {
            foreach ($name in @($Headers.Keys)) {
                if ($name -in 'Authorization', 'Host', 'Cookie', 'Content-Type', 'Content-Length') {
                    throw "The header '$name' is set by TenantDock; use -ContentType for the type of a body."
                }
                $null = $request.Headers.Remove([string]$name)
                if (-not $request.Headers.TryAddWithoutValidation([string]$name, [string]$Headers[$name])) {
                    throw "'$(ConvertTo-TdLine $name 60)' is not a request header."
                }
            }
        }
        if ($null -ne $Body) {
            if ($Body -is [byte[]]) {
                $request.Content = [Net.Http.ByteArrayContent]::new($Body)
                $request.Content.Headers.ContentType = [Net.Http.Headers.MediaTypeHeaderValue]::Parse($ContentType)
            } else {
                $request.Content = [Net.Http.StringContent]::new([string]$Body, [Text.UTF8Encoding]::new($false), 'text/plain')
                $request.Content.Headers.ContentType = [Net.Http.Headers.MediaTypeHeaderValue]::Parse($ContentType)
            }
        }
        $cancel.CancelAfter([int]($Seconds * 1000))
        $task = $client.SendAsync($request, $cancel.Token)
        $failure = ''
        # In slices, so that Ctrl-C works
        try {
            while (-not $task.Wait(100)) { continue }
        } catch {
            if ($task.IsCanceled) { $failure = "no answer within $Seconds seconds" }
            else { $failure = ConvertTo-TdLine ($_.Exception.GetBaseException().Message) 200 }
        }
        if ($failure) { throw "$($Service['label']) cannot be reached: $failure." }
        $response = $task.Result
        return @{
            status    = [int]$response.StatusCode
            reason    = [string]$response.ReasonPhrase
            text      = [string]$response.Content.ReadAsStringAsync().Result
            type      = [string]$response.Content.Headers.ContentType
            challenge = [string]$response.Headers.WwwAuthenticate
            retry     = [string]$response.Headers.RetryAfter
        }
    } finally {
        if ($task -and -not $task.IsCompleted) { $cancel.Cancel() }
        if ($response) { $response.Dispose() }
        $request.Dispose()
    }
}

# What a service's refusal says, in one line
function Get-TdRefusal {
    param([hashtable]$Service, [hashtable]$Answer)
    $code = ''
    $message = ''
    try {
        $problem = (ConvertFrom-TdJson $Answer['text'])['error']
        if ($problem -is [hashtable]) {
            $code = ConvertTo-TdLine $problem['code'] 80
            $message = ConvertTo-TdLine $problem['message'] 300
        } elseif ($problem) {
            $message = ConvertTo-TdLine $problem 300
        }
    } catch {
        $message = ''
    }
    $text = "$($Service['label']) answered $($Answer['status']) $(ConvertTo-TdLine $Answer['reason'] 60)"
    if ($code) { $text += ", $code" }
    if ($message) { $text += ": $message" }
    if ($Answer['status'] -eq 401) {
        if ($Answer['challenge'] -match 'claims=') {
            $text += ' It asks for a newer or stronger sign-in (a claims challenge):'
            $text += ' sign in to this customer again in TenantDock.'
        } else {
            $text += ' It does not accept the token.'
        }
    }
    if ($Answer['status'] -in @(429, 503) -and $Answer['retry']) {
        $text += " Try again after $(ConvertTo-TdLine $Answer['retry'] 30) s."
    }
    return $text
}

# --- The proof -------------------------------------------------------------------------------------------------------------------

# The home name of a guest (anna_contoso.com#EXT#@fabrikam.onmicrosoft.com is anna@contoso.com)
function Get-TdHomeName {
    param($Name)
    $at = ([string]$Name).IndexOf('#EXT#')
    if ($at -lt 1) { return [string]$Name }
    $front = ([string]$Name).Substring(0, $at)
    $mark = $front.LastIndexOf('_')
    if ($mark -lt 1) { return [string]$Name }
    return $front.Substring(0, $mark) + '@' + $front.Substring($mark + 1)
}

function Get-TdAccount {
    param($Entry)
    $claims = $Entry['claims']
    foreach ($name in 'upn', 'preferred_username', 'unique_name') {
        if ($claims[$name]) { return ConvertTo-TdLine (Get-TdHomeName $claims[$name]) 100 }
    }
    return ConvertTo-TdLine $Entry['username'] 100
}

function New-TdVerdict {
    param($Verdict, $Text, $Name, $Domain, $Account)
    return @{ verdict = $Verdict; text = $Text; name = $Name; domain = $Domain; account = $Account }
}

function New-TdRefusal {
    param($Got)
    $tenant = $script:Connection['tenant']
    $account = ConvertTo-TdLine $script:Connection['account']['username'] 100
    $wanted = "$(ConvertTo-TdLine $tenant['name'] 80) ($(ConvertTo-TdLine $tenant['id'] 60)) as $account"
    $text = "NOT CONNECTED: expected $wanted, got $Got. The tokens of this window were dropped."
    return New-TdVerdict 'refused' $text 'NOT CONNECTED' '' ''
}

# Who and where the tokens are for, as they say themselves and as Graph answers; compared with what was wanted
function Test-TdProof {
    $tenant = $script:Connection['tenant']
    $wanted = [string]$tenant['id']
    $mismatch = $script:State['mismatch']
    if ($mismatch) {
        $who = ConvertTo-TdLine (Get-TdHomeName $mismatch['account']) 100
        return New-TdRefusal "tenant $(ConvertTo-TdLine $mismatch['tenant'] 60) as $who"
    }
    $name = ConvertTo-TdLine $tenant['name'] 80
    $domain = ConvertTo-TdLine $tenant['domain'] 80
    $entry = $null
    foreach ($service in $script:State['services']) {
        if (-not $entry) { $entry = $script:State['tokens'][$service['key']] }
    }
    if (-not $entry) { return New-TdVerdict 'unproven' "$name is not connected: there is no token." $name $domain '' }
    $account = Get-TdAccount $entry
    # In its home tenant an account's object id is the first half of its home account id
    $object = [string]$entry['objectId']
    $parts = ([string]$script:Connection['account']['homeAccountId']).Split('.')
    $away = $parts.Count -eq 2 -and $parts[1] -and $parts[1] -ne $wanted
    if ($parts.Count -eq 2 -and $parts[1] -eq $wanted) { $object = $parts[0] }
    foreach ($service in $script:State['services']) {
        $other = $script:State['tokens'][$service['key']]
        if ($other -and $other['claims']['oid'] -and $object -and $other['claims']['oid'] -ne $object) {
            return New-TdRefusal "the account $(Get-TdAccount $other) for $($service['label'])"
        }
    }
    $graph = $null
    foreach ($service in $script:State['services']) {
        if ($service['key'] -eq 'graph' -and $service['apiRoot']) { $graph = $service }
    }
    $line = "$name ($domain) as $account --"
    if (-not $graph) { return New-TdVerdict 'proven' "$line as the tokens say" $name $domain $account }
    $doubt = ''
    try {
        $answer = Send-TdRequest -Service $graph -Seconds 10 -Target (
            Resolve-TdUri $graph 'v1.0/organization?$select=id,displayName,verifiedDomains')
        if ($answer['status'] -ne 200) { $doubt = Get-TdRefusal $graph $answer }
        else {
            $organization = @((ConvertFrom-TdJson $answer['text'])['value'])[0]
            $where = "$(ConvertTo-TdLine $organization['displayName'] 80) ($(ConvertTo-TdLine $organization['id'] 60))"
            if ([string]$organization['id'] -ne $wanted) { return New-TdRefusal "$where as $account" }
            $name = ConvertTo-TdLine $organization['displayName'] 80
            foreach ($verified in @($organization['verifiedDomains'])) {
                if ($verified -and $verified['isDefault']) { $domain = ConvertTo-TdLine $verified['name'] 80 }
            }
            $line = "$name ($domain) as $account --"
            $answer = Send-TdRequest -Service $graph -Target (Resolve-TdUri $graph 'v1.0/me?$select=id,userPrincipalName') -Seconds 10
            if ($answer['status'] -eq 200) {
                $me = ConvertFrom-TdJson $answer['text']
                $who = ConvertTo-TdLine (Get-TdHomeName $me['userPrincipalName']) 100
                if ($object -and [string]$me['id'] -ne $object) { return New-TdRefusal "the account $who" }
                return New-TdVerdict 'proven' "$line Graph answered" $name $domain $account
            }
            # A partner's user (GDAP) is no object in the customer's tenant, so nobody answers for it there: the token's own
            # tenant and object id have to do
            $claims = $script:State['tokens'][$graph['key']]['claims']
            $byToken = $object -and $claims['oid'] -eq $object -and $claims['tid'] -eq $wanted
            if ($answer['status'] -in 403, 404 -and $away -and $byToken) {
                $text = "$line Graph answered for the tenant; the account, of another tenant, is as the token says"
                return New-TdVerdict 'proven' $text $name $domain $account
            }
            $doubt = Get-TdRefusal $graph $answer
        }
    } catch {
        $doubt = ConvertTo-TdLine ($_.Exception.Message) 300
    }
    return New-TdVerdict 'unproven' "$line as the tokens say. $doubt" $name $domain $account
}

# --- The session -----------------------------------------------------------------------------------------------------------------

function Start-TdRenewal {
    param($Text)
    if (-not $script:State['core']) { Add-Type -AssemblyName System.Web.Extensions }
    $initial = [Management.Automation.Runspaces.InitialSessionState]::Create()
    $initial.LanguageMode = [Management.Automation.PSLanguageMode]::FullLanguage
    $script:Runspace = [Management.Automation.Runspaces.RunspaceFactory]::CreateRunspace($initial)
    $script:Runspace.Open()
    $script:Runspace.SessionStateProxy.SetVariable('shared', $script:State)
    $script:Worker = [Management.Automation.PowerShell]::Create()
    $script:Worker.Runspace = $script:Runspace
    $null = $script:Worker.AddScript([string]$Text)
    $script:Job = $script:Worker.BeginInvoke()
}

# Has an engine event run a block, in which $shared is the session's state. Register-EngineEvent would do, but it loads a module that
# is not there at start, and its -MessageData reaches no engine event: those are raised without data (EventManager.cs in PowerShell's
# source). The block runs in a dynamic module of its own, which is where the variable is put
function Add-TdWatch {
    param([string]$Name, [scriptblock]$Action)
    try {
        $subscriber = $ExecutionContext.Events.SubscribeEvent($null, [NullString]::Value, $Name, $null, $Action, $true, $false)
        $subscriber.Action.Module.SessionState.PSVariable.Set('shared', $script:State)
        $script:Watches += $subscriber
    } catch {
        # No reason to be without a session: the cmdlet does the same, where everybody sees the subscription
        $job = Register-EngineEvent -SourceIdentifier $Name -Action $Action
        $job.Module.SessionState.PSVariable.Set('shared', $script:State)
    }
}

function Start-TdSession {
    param($Pipe, $Reader, $Answer, $Endpoint, $Renewal)
    $welcome = (ConvertFrom-TdJson $Answer)['result']
    $state = $script:State
    $script:Connection = $welcome['connection']
    $script:TrustAnchor = [string]$welcome['trustAnchor']
    $state['services'] = @($welcome['services'])
    $state['tenantId'] = [string]$script:Connection['tenant']['id']
    $state['endpoint'] = [string]$Endpoint
    $state['session'] = [string]$welcome['session']
    $state['attachKey'] = [string]$welcome['attachKey']
    $state['pid'] = [string]$PID
    $state['options'] = 'Asynchronous'
    if (-not $state['windows']) { $state['options'] = 'Asynchronous,CurrentUserOnly' }
    $state['main'] = $Pipe
    $state['reader'] = $Reader
    $state['state'] = 'connecting'
    $script:Proof = New-TdVerdict 'unproven' '' (ConvertTo-TdLine $script:Connection['tenant']['name'] 80) '' ''

    # Leaving PowerShell must not wait for the background runspace
    Add-TdWatch 'PowerShell.Exiting' {
        $shared['stop'] = $true
        foreach ($name in 'pipe', 'main') {
            if ($shared[$name]) { $shared[$name].Dispose() }
        }
    }
    # While PowerShell is idle, a notice is shown at once; without one nothing is touched, and typed text stays. An action that
    # fails is never called again, hence the catch
    Add-TdWatch 'PowerShell.OnIdle' {
        try {
            $count = $shared['notices'].Count
            if ($count -gt 0 -and $count -ne $shared['shown'] -and ('Microsoft.PowerShell.PSConsoleReadLine' -as [type])) {
                [Microsoft.PowerShell.PSConsoleReadLine]::InvokePrompt()
            }
        } catch {
            $count = 0
        }
        # Once for each, also when another prompt took the place of ours and shows none
        $shared['shown'] = $shared['notices'].Count
    }
    Start-TdRenewal -Text $Renewal

    $until = (Get-TdNow) + 30
    while ((Get-TdNow) -lt $until) {
        $missing = $false
        foreach ($service in $state['services']) {
            if (-not $state['tokens'][$service['key']] -and -not $state['troubles'][$service['key']]) { $missing = $true }
        }
        if (-not $missing -or $state['state'] -notin 'connecting', 'connected') { break }
        [Threading.Thread]::Sleep(10)
    }
    foreach ($service in $state['services']) {
        $trouble = $state['troubles'][$service['key']]
        if ($trouble) { Write-TdLine "$($service['label']): $($trouble['text']) $($trouble['next'])" 'yellow' }
    }
    $state['started'] = $true

    $script:Proof = Test-TdProof
    if ($script:Proof['verdict'] -eq 'refused') {
        $state['state'] = 'refused'
        $state['tokens'].Clear()
        Write-TdLine $script:Proof['text'] 'red'
    } elseif ($script:Proof['verdict'] -eq 'proven') {
        Write-TdLine $script:Proof['text'] $script:Connection['colour']
    } else {
        Write-TdLine $script:Proof['text'] 'yellow'
    }
    $proven = 'false'
    if ($script:Proof['verdict'] -eq 'proven') { $proven = 'true' }
    $report = ConvertTo-TdJsonText (ConvertTo-TdLine $script:Proof['text'] 600)
    $state['reports'].Enqueue('{"proven":' + $proven + ',"text":' + $report + '}')
    Set-TdTitle
}

function Stop-TdSession {
    $script:State['stop'] = $true
    $script:State['tokens'].Clear()
    foreach ($name in 'pipe', 'main') {
        if ($script:State[$name]) { $script:State[$name].Dispose() }
    }
    foreach ($watch in $script:Watches) { $ExecutionContext.Events.UnsubscribeEvent($watch) }
    if ($script:Client) { $script:Client.Dispose() }
}

function Get-TdCaption {
    $name = $script:Proof['name']
    # A customer's second console says so here as in TenantDock's windows
    if ($name -and $script:Connection['number'] -gt 1) { $name = "$name ($($script:Connection['number']))" }
    $parts = @($name, $script:Proof['account']) | Where-Object { $_ }
    return ConvertTo-TdLine ($parts -join ' | ') 100
}

# Some hosts have no window, and throw
function Set-TdTitle {
    try { $Host.UI.RawUI.WindowTitle = Get-TdCaption } catch { return }
}

# The front of the prompt: customer and account as the tokens say, and what is wrong, if anything
function Get-TdPrefix {
    $state = $script:State['state']
    if ($state -eq 'refused') { return Format-TdColour '[NOT CONNECTED] ' 'red' }
    $caption = Get-TdCaption
    if ($state -eq 'ended') { return Format-TdColour "[$caption | session ended] " 'red' }
    $expired = @(
        foreach ($service in $script:State['services']) {
            $entry = $script:State['tokens'][$service['key']]
            if (-not $entry -or $entry['expires'] -le (Get-TdNow)) { $service['label'] }
        }
    )
    if ($expired.Count -gt 0) { $caption += " | no $($expired -join ', ') token" }
    if ($state -eq 'gone') { $caption += ' | TenantDock is gone' }
    $locked = $state -eq 'connected' -and $script:State['locked']
    if ($locked) { $caption += ' | TenantDock is locked' }
    if ($expired.Count -gt 0 -or $state -eq 'gone' -or $locked) { return Format-TdColour "[$caption] " 'yellow' }
    return Format-TdColour "[$caption] " $script:Connection['colour']
}

function Complete-TdPrompt {
    param($Text)
    if ($Text -is [array]) { $Text = $Text[0] }
    $Text = [string]$Text
    if (-not $Text) { $Text = 'PS> ' }
    try {
        if ($script:FirstPrompt) {
            # The bootstrap, with its ticket, is the first entry of the history; it cannot be removed any earlier
            $script:FirstPrompt = $false
            Microsoft.PowerShell.Core\Clear-History -Id 1 -Confirm:$false -ErrorAction Ignore
        }
        $notice = ''
        while ($script:State['notices'].TryDequeue([ref]$notice)) {
            # The line may hold an older prompt
            $clear = ''
            if (Test-TdColour) { $clear = "`r" + [char]27 + '[2K' }
            $Host.UI.WriteLine($clear + (Format-TdColour (ConvertTo-TdLine "TenantDock: $notice" 400) 'yellow'))
        }
        Set-TdTitle
        return (Get-TdPrefix) + $Text
    } catch {
        return $Text
    }
}

# The prompt to use instead of the person's own one, which runs as its first statement, so that $? is theirs to read
function Get-TdPrompt {
    param($Theirs)
    $script:Theirs = $Theirs
    if (-not $Theirs) { $script:Theirs = { 'PS> ' } }
    return {
        $text = & $script:Theirs
        Complete-TdPrompt -Text $text
    }
}

# Goes to the connection's folder and returns the person's own start-up command as a block that belongs to no module
function Get-TdStartup {
    $folder = [string]$script:Connection['folder']
    if ($folder) {
        try { Set-Location -LiteralPath $folder }
        catch { Write-TdLine "The folder of this connection cannot be opened: $folder" 'yellow' }
    }
    $command = [string]$script:Connection['startup']
    if (-not $command) { return [scriptblock]::Create('') }
    if ($script:State['state'] -ne 'connected') {
        Write-TdLine 'The start-up command was not run, because this window is not connected.' 'yellow'
        return [scriptblock]::Create('')
    }
    try {
        return [scriptblock]::Create($command)
    } catch {
        Write-TdLine "The start-up command cannot be read: $($_.Exception.GetBaseException().Message)" 'yellow'
        return [scriptblock]::Create('')
    }
}

# --- Commands --------------------------------------------------------------------------------------------------------------------

function Get-TenantDockSession {
    <#
    .SYNOPSIS
    Tells who and where this console is connected as.

    .DESCRIPTION
    Returns the customer, the tenant, the account as the tokens say, each service with the time its token expires, whether Graph
    confirmed it (Proven) and in which words (Proof), and whether TenantDock is there to renew the tokens (State; "locked" until
    somebody unlocks it).

    .EXAMPLE
    Get-TenantDockSession

    .EXAMPLE
    (Get-TenantDockSession).Services
    Lists the services with the time left.
    #>
    [CmdletBinding()]
    param()
    $now = Get-TdNow
    $state = $script:State['state']
    if ($state -eq 'connected' -and $script:State['locked']) { $state = 'locked' }
    $services = @(
        foreach ($service in $script:State['services']) {
            $entry = $script:State['tokens'][$service['key']]
            $expires = $null
            $left = $null
            if ($entry) {
                $expires = [DateTimeOffset]::FromUnixTimeSeconds([long][Math]::Floor([double]$entry['expires'])).LocalDateTime
                $left = [Math]::Max(0, [int][Math]::Floor([double]($entry['expires'] - $now)))
            }
            $trouble = $script:State['troubles'][$service['key']]
            $problem = ''
            if ($trouble) { $problem = ConvertTo-TdLine "$($trouble['text']) $($trouble['next'])" 300 }
            [pscustomobject]@{
                Service     = $service['label']
                ExpiresOn   = $expires
                SecondsLeft = $left
                Problem     = $problem
                ApiRoot     = $service['apiRoot']
            }
        }
    )
    [pscustomobject]@{
        PSTypeName = 'TenantDock.Session'
        Name       = ConvertTo-TdLine $script:Connection['name'] 300
        Tenant     = $script:Proof['name']
        TenantId   = $script:State['tenantId']
        Domain     = $script:Proof['domain']
        Account    = $script:Proof['account']
        Cloud      = ConvertTo-TdLine $script:Connection['cloud']['name'] 80
        State      = $state
        Proven     = $script:Proof['verdict'] -eq 'proven'
        Proof      = $script:Proof['text']
        Services   = $services
    }
}

function Get-TenantDockToken {
    <#
    .SYNOPSIS
    Returns the access token of a service.

    .DESCRIPTION
    Returns a valid token as a SecureString, for commands that take one. It is kept fresh in the background, so ask for it whenever
    you need it instead of keeping it. Ends with an error when there is no valid token.

    .PARAMETER Service
    The service, such as Graph. Press Tab to see those of this console.

    .PARAMETER AsPlainText
    Returns the token as text. Text ends up in transcripts, histories and error messages: ask for it only where nothing else works.

    .EXAMPLE
    Connect-MgGraph -AccessToken (Get-TenantDockToken -Service Graph) -NoWelcome

    .EXAMPLE
    Get-TenantDockToken -Service Azure -AsPlainText
    #>
    [CmdletBinding()]
    [OutputType([securestring], [string])]
    param(
        [Parameter(Position = 0)]
        [string]$Service = 'Graph',

        [switch]$AsPlainText
    )
    $failure = ''
    try {
        $entry = Get-TdEntry -Service (Get-TdService -Name $Service)
    } catch {
        $failure = $_.Exception.Message
    }
    if ($failure) { $PSCmdlet.ThrowTerminatingError((New-TdError -Message $failure -Id 'TenantDockToken')) }
    if ($AsPlainText) { return [Net.NetworkCredential]::new('', $entry['secret']).Password }
    return $entry['secret'].Copy()
}

function Invoke-TenantDockRequest {
    <#
    .SYNOPSIS
    Sends a request to a service's REST API as the account of this console.

    .DESCRIPTION
    Works without any Microsoft module. The address is relative to the service's root (for Graph, v1.0/me), or absolute under that
    root: the token is sent nowhere else. JSON answers come back as objects, others as text. An answer that is an error ends with
    an error that holds the service's code and message, and never the token.

    .PARAMETER Service
    The service, such as Graph. Press Tab to see those of this console.

    .PARAMETER Uri
    The address, such as v1.0/users?$top=5 (in single quotes, because of the $).

    .PARAMETER Method
    The HTTP method.

    .PARAMETER Body
    The body: text is sent as it is, bytes too, anything else as JSON.

    .PARAMETER ContentType
    The type of the body.

    .PARAMETER Headers
    More request headers, such as @{ ConsistencyLevel = 'eventual' }.

    .PARAMETER All
    Follows the pages of a list to its end and returns its items one by one.

    .EXAMPLE
    Invoke-TenantDockRequest -Service Graph -Uri v1.0/me

    .EXAMPLE
    Invoke-TenantDockRequest -Uri 'v1.0/users?$select=displayName' -All
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory, Position = 0)]
        [string]$Uri,

        [Parameter(Position = 1)]
        [string]$Service = 'Graph',

        [ValidateSet('GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD')]
        [string]$Method = 'GET',

        [object]$Body,

        [string]$ContentType = 'application/json; charset=utf-8',

        [Collections.IDictionary]$Headers,

        [switch]$All
    )
    $content = $Body
    if ($null -ne $Body -and $Body -isnot [string] -and $Body -isnot [byte[]]) {
        $content = ConvertTo-Json -InputObject $Body -Depth 20 -Compress
    }
    $next = $Uri
    while ($next) {
        $failure = ''
        try {
            $wanted = Get-TdService -Name $Service
            $target = Resolve-TdUri -Service $wanted -Text $next
            $more = @{ Method = $Method; Body = $content; ContentType = $ContentType; Headers = $Headers }
            $answer = Send-TdRequest -Service $wanted -Target $target @more
            if ($answer['status'] -ge 300) { $failure = "$(Get-TdRefusal $wanted $answer) ($Method $(ConvertTo-TdLine $Uri 120))" }
        } catch {
            $failure = $_.Exception.Message
        }
        if ($failure) { $PSCmdlet.ThrowTerminatingError((New-TdError -Message $failure -Id 'TenantDockRequest')) }
        $next = ''
        if (-not $answer['text']) { continue }
        if ($answer['type'] -notmatch 'json') {
            $answer['text']
            continue
        }
        $value = ConvertFrom-Json -InputObject $answer['text']
        if (-not $All) {
            $value
            continue
        }
        $list = $value.PSObject.Properties['value']
        if ($list) { foreach ($item in $list.Value) { $item } } else { $value }
        foreach ($name in '@odata.nextLink', 'nextLink') {
            $link = $value.PSObject.Properties[$name]
            if ($link -and $link.Value) { $next = [string]$link.Value }
        }
    }
}

$script:Completed = 'Get-TenantDockToken', 'Invoke-TenantDockRequest'
Register-ArgumentCompleter -CommandName $script:Completed -ParameterName Service -ScriptBlock {
    param($commandName, $parameterName, $wordToComplete, $commandAst, $fakeBoundParameters)
    $typed = ([string]$wordToComplete).Trim('"', "'")
    foreach ($service in $script:State['services']) {
        $label = [string]$service['label']
        if ($label.StartsWith($typed, [StringComparison]::OrdinalIgnoreCase)) {
            [Management.Automation.CompletionResult]::new(
                $label, $label, [Management.Automation.CompletionResultType]::ParameterValue, $label)
        }
    }
}

$ExecutionContext.SessionState.Module.OnRemove = {
    # Our prompt would go with the module
    if ($script:Theirs) { Set-Item -Path function:global:prompt -Value $script:Theirs }
    Stop-TdSession
}
Export-ModuleMember -Function @('Get-TenantDockSession', 'Get-TenantDockToken', 'Invoke-TenantDockRequest')
