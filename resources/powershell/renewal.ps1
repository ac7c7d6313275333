# Keeps a console's tokens fresh. Runs in a background runspace that has no commands at all: .NET, variables and script blocks only.
#
# $shared is a synchronised table that the TenantDock module reads:
#   in   core, windows, endpoint, options, session, attachKey, pid, main and reader (the first connection), services, tenantId,
#        started, stop, wanted and reports (queues); state "refused" when the proof failed
#   out  state (connecting, connected, gone, ended, refused), locked, why, pipe, tokens, troubles, mismatch, notices (queue)
# It waits in slices of 200 ms, so that leaving PowerShell never waits for it.
$end = ''
$why = ''
try {
    $core = $shared['core']
    $utf8 = [Text.UTF8Encoding]::new($false)
    if (-not $core) {
        $serializer = [Web.Script.Serialization.JavaScriptSerializer]::new()
        $serializer.MaxJsonLength = [int]::MaxValue
    }

    $tableOf = {
        param($Element)
        $table = @{}
        foreach ($member in $Element.EnumerateObject()) {
            $kind = $member.Value.ValueKind.ToString()
            if ($kind -eq 'Object') { $table[$member.Name] = & $tableOf $member.Value }
            elseif ($kind -eq 'String') { $table[$member.Name] = $member.Value.GetString() }
            elseif ($kind -eq 'Number') { $table[$member.Name] = $member.Value.GetDouble() }
        }
        return $table
    }
    $parse = {
        param($Text)
        if (-not $core) { return $serializer.DeserializeObject($Text) }
        return & $tableOf ([Text.Json.JsonDocument]::Parse($Text).RootElement)
    }
    # The claims of a JWT (RFC 7519), from its middle part alone; nothing for a token that is none
    $claimsOf = {
        param($Part)
        try {
            $padded = $Part.Replace('-', '+').Replace('_', '/')
            while ($padded.Length % 4 -ne 0) { $padded += '=' }
            return & $parse ($utf8.GetString([Convert]::FromBase64String($padded)))
        } catch {
            return @{}
        }
    }
    $now = { return [DateTimeOffset]::UtcNow.ToUnixTimeMilliseconds() / 1000.0 }
    $send = {
        param($Line)
        $bytes = $utf8.GetBytes($Line + "`n")
        $pipe.Write($bytes, 0, $bytes.Length)
    }

    $pipe = [IO.Pipes.NamedPipeClientStream]::new(
        '.', $shared['endpoint'], [IO.Pipes.PipeDirection]::InOut, [IO.Pipes.PipeOptions]$shared['options'])
    $shared['pipe'] = $pipe
    $pipe.Connect(3000)
    # As in the bootstrap: on Windows the pipe's owner has to be this user, elevated or not
    if ($shared['windows']) {
        if ($core) { $rights = [IO.Pipes.PipesAclExtensions]::GetAccessControl($pipe) } else { $rights = $pipe.GetAccessControl() }
        $user = [Security.Principal.WindowsIdentity]::GetCurrent()
        if (@($user.User, $user.Owner) -notcontains $rights.GetOwner([Security.Principal.SecurityIdentifier])) {
            throw 'The endpoint belongs to another user.'
        }
    }
    $reader = [IO.StreamReader]::new($pipe, $utf8)
    & $send ('{"jsonrpc":"2.0","id":0,"method":"session.attach","params":{"protocol":1,"session":"' + $shared['session'] +
        '","attachKey":"' + $shared['attachKey'] + '","pid":' + $shared['pid'] + '}}')

    $main = $shared['reader'].ReadLineAsync()
    $mine = $reader.ReadLineAsync()
    $attached = $false
    $attachBy = (& $now) + 30
    $serial = 0
    $waiting = @{}
    $due = @{}
    $busy = @{}
    $renew = @{}
    $tries = @{}
    $told = @{}
    foreach ($service in $shared['services']) {
        $due[$service['key']] = 0.0
        $tries[$service['key']] = 0
    }

    while (-not $shared['stop'] -and -not $end) {
        $clock = & $now

        # The first connection has nothing more to say than that the session is over
        if ($main.IsCompleted) {
            if ($main.Status.ToString() -ne 'RanToCompletion' -or $null -eq $main.Result) {
                $end = 'gone'
                break
            }
            $message = & $parse $main.Result
            if ($message['method'] -eq 'session.ended') {
                $end = 'ended'
                $why = [string]$message['params']['reason']
                break
            }
            $main = $shared['reader'].ReadLineAsync()
        }

        if ($attached) {
            $text = ''
            while ($shared['reports'].TryDequeue([ref]$text)) {
                $serial++
                & $send ('{"jsonrpc":"2.0","id":' + $serial + ',"method":"session.report","params":' + $text + '}')
            }
            $key = ''
            while ($shared['wanted'].TryDequeue([ref]$key)) { $due[$key] = 0.0 }
            foreach ($id in @($waiting.Keys)) {
                if ($waiting[$id]['until'] -lt $clock) {
                    $key = $waiting[$id]['key']
                    $waiting.Remove($id)
                    $busy[$key] = $false
                    $due[$key] = $clock + 15
                    $shared['troubles'][$key] = @{ text = 'TenantDock did not answer in time.'; next = '' }
                }
            }
            foreach ($service in $shared['services']) {
                $key = $service['key']
                if ($busy[$key] -or $due[$key] -gt $clock -or $shared['state'] -eq 'refused') { continue }
                $serial++
                $flag = 'false'
                if ($renew[$key]) { $flag = 'true' }
                & $send ('{"jsonrpc":"2.0","id":' + $serial + ',"method":"token.get","params":{"service":"' + $key +
                    '","renew":' + $flag + '}}')
                $waiting[[string]$serial] = @{ key = $key; until = $clock + 35 }
                $busy[$key] = $true
            }
        } elseif ($clock -gt $attachBy) {
            $end = 'gone'
            break
        }

        # A read that failed counts as the end of the connection
        $arrived = $false
        try { $arrived = $mine.Wait(200) } catch { $arrived = $true }
        if (-not $arrived) { continue }
        if ($mine.Status.ToString() -ne 'RanToCompletion' -or $null -eq $mine.Result) {
            $end = 'gone'
            break
        }
        $message = & $parse $mine.Result
        $mine = $reader.ReadLineAsync()

        if ($message['method'] -eq 'session.ended') {
            $end = 'ended'
            $why = [string]$message['params']['reason']
            break
        }
        # TenantDock was locked, or unlocked: a locked one gives no tokens; those that are here work until they expire
        if ($message['method'] -eq 'session.locked') {
            $shared['locked'] = $true
            $shared['notices'].Enqueue('TenantDock is locked: no new tokens until it is unlocked.')
            continue
        }
        if ($message['method'] -eq 'session.unlocked') {
            $shared['locked'] = $false
            $shared['notices'].Enqueue('TenantDock is unlocked.')
            foreach ($service in $shared['services']) {
                if ($shared['troubles'][$service['key']]) { $due[$service['key']] = 0.0 }
            }
            continue
        }
        # New tokens were fetched, and wait to be asked for
        if ($message['method'] -eq 'session.renew') {
            foreach ($service in $shared['services']) { $due[$service['key']] = 0.0 }
            continue
        }
        $id = [string]$message['id']
        if ($id -eq '0') {
            if ($message['error']) {
                $end = 'gone'
                $why = [string]$message['error']['message']
                break
            }
            $attached = $true
            $shared['state'] = 'connected'
            continue
        }
        if (-not $waiting[$id]) { continue }
        $key = $waiting[$id]['key']
        $waiting.Remove($id)
        $busy[$key] = $false
        $clock = & $now

        if ($message['error']) {
            $text = [string]$message['error']['message']
            $next = ''
            if ($message['error']['data']) { $next = [string]$message['error']['data']['nextStep'] }
            $shared['troubles'][$key] = @{ text = $text; next = $next }
            # Once for all services, and once a minute is enough: the end of the lock is told
            if ([int]$message['error']['code'] -eq -32008) {
                $due[$key] = $clock + 60
                if (-not $shared['locked']) {
                    $shared['locked'] = $true
                    $shared['notices'].Enqueue('TenantDock is locked: no new tokens until it is unlocked.')
                }
                continue
            }
            $tries[$key]++
            # A refusal stays one; signing in again is the person's to do, so look once a minute; else soon, then less often
            $code = [int]$message['error']['code']
            if ($code -eq -32001) { $due[$key] = $clock + 3600 }
            elseif ($code -eq -32003) { $due[$key] = $clock + 60 }
            else { $due[$key] = $clock + [Math]::Min(60.0, 5.0 * [Math]::Pow(2.0, $tries[$key] - 1)) }
            if ($shared['started'] -and $told[$key] -ne $text) {
                $told[$key] = $text
                $shared['notices'].Enqueue("$($key): the token cannot be renewed. $text $next")
            }
            continue
        }

        # A window that was refused takes no tokens any more; it stays for its report
        if ($shared['state'] -eq 'refused') { continue }
        $shared['locked'] = $false
        $result = $message['result']
        $part = ([string]$result['token']).Split('.')[1]
        $claims = & $claimsOf $part
        $seen = [string]$result['tenantId']
        if ($claims['tid']) { $seen = [string]$claims['tid'] }
        if ($seen -ne $shared['tenantId']) {
            $shared['mismatch'] = @{ service = $key; tenant = $seen; account = [string]$claims['upn'] }
            $shared['state'] = 'refused'
            $shared['tokens'].Clear()
            if ($shared['started']) {
                $shared['notices'].Enqueue('NOT CONNECTED: a token of another tenant came. All tokens of this window were dropped.')
                $shared['reports'].Enqueue('{"proven":false,"text":"NOT CONNECTED: a token of another tenant came."}')
            }
            continue
        }
        $expires = [double]$result['expiresOn']
        $old = $shared['tokens'][$key]
        $shared['tokens'][$key] = @{
            secret   = [Net.NetworkCredential]::new('', [string]$result['token']).SecurePassword
            expires  = $expires
            username = [string]$result['username']
            objectId = [string]$result['objectId']
            claims   = $claims
        }
        # The window may have been refused in this moment
        if ($shared['state'] -eq 'refused') { $shared['tokens'].Clear() }
        $shared['troubles'].Remove($key)
        $tries[$key] = 0
        if ($told[$key]) {
            $told[$key] = ''
            $shared['notices'].Enqueue("$($key): the token is renewed again.")
        }
        $left = $expires - $clock
        if ($old -and $expires -le $old['expires'] + 0.5 -and -not $renew[$key]) {
            # TenantDock gave the same token again out of its memory: ask for a new one
            $renew[$key] = $true
            $due[$key] = 0.0
        } else {
            $renew[$key] = $false
            if ($left -gt 1200) { $due[$key] = $expires - 600 }
            elseif ($left -gt 0) { $due[$key] = $clock + [Math]::Max(1.0, $left / 2) }
            else { $due[$key] = $clock + 15 }
        }
        $message = $null
        $result = $null
        $claims = $null
    }
} catch {
    if (-not $end) {
        $end = 'gone'
        $why = $_.Exception.GetBaseException().Message
    }
} finally {
    if (-not $shared['stop']) {
        if (-not $end) { $end = 'gone' }
        if ($end -eq 'ended') { $shared['tokens'].Clear() }
        $shared['why'] = $why
        if ($shared['state'] -ne 'refused') { $shared['state'] = $end }
        if ($end -eq 'gone') {
            $shared['notices'].Enqueue("the program is gone. Tokens are not renewed any more; they work until they expire. $why")
        } elseif ($end -eq 'ended') {
            $shared['notices'].Enqueue("the tokens of this window were dropped. $why")
        }
    }
    if ($pipe) { $pipe.Dispose() }
    $shared['main'].Dispose()
}
