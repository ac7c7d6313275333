<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name></name>
        <message>
            <location filename="../../app/tenantdock/agent/client.py"></location>
            <source>Close every TenantDock, of whatever version, then start it again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/client.py"></location>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Refused</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/client.py"></location>
            <source>See whether it is still running, then try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/client.py"></location>
            <source>See whether its window reacts, then try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/client.py"></location>
            <source>TenantDock closed the connection.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/client.py"></location>
            <source>TenantDock did not answer in time.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/client.py"></location>
            <source>TenantDock is not running</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/client.py"></location>
            <source>TenantDock refused the request.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/client.py"></location>
            <source>What listens at TenantDock's local endpoint does not speak its protocol.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/local.py"></location>
            <source>Already running</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/local.py"></location>
            <source>Consoles cannot connect to TenantDock</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/local.py"></location>
            <source>See that this folder belongs to you and that its disk has room, then restart TenantDock.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/local.py"></location>
            <source>TenantDock is already running with this data folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/local.py"></location>
            <source>TenantDock's local endpoint is not open.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/local.py"></location>
            <source>Try again in a moment. If it stays so, restart TenantDock.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/local.py"></location>
            <source>Use the window that is open, or end that TenantDock first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/protocol.py"></location>
            <source>Request refused</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/protocol.py"></location>
            <source>Start with one of: {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/protocol.py"></location>
            <source>The first request on a connection has to say what it is.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/protocol.py"></location>
            <source>The request was cancelled.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/protocol.py"></location>
            <source>Try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/requests.py"></location>
            <location filename="../../app/tenantdock/workflows/desk.py"></location>
            <source>Add {label} to the connection's services and open a new console.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/requests.py"></location>
            <source>Open the console again from TenantDock, and not inside a container.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/requests.py"></location>
            <source>Sign in to this connection again in TenantDock.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/requests.py"></location>
            <source>The process at the other end is not the one that it says it is.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/requests.py"></location>
            <source>The token that was found is not this session's.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/requests.py"></location>
            <location filename="../../app/tenantdock/workflows/desk.py"></location>
            <source>This console is not connected to {label}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>Connect again. If it closes again, look at the startup command in the connection's settings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>If its window shows a message, do what that says. If there is no window, choose another terminal in the connection's settings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>Open a console of your own from TenantDock.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>Open the console again from TenantDock.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>The console was closed as soon as it was connected.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>The console was started, but it did not connect to TenantDock in time.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>This console's ticket is not valid: a ticket works once, and for 30 seconds.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>This is not the console that the session belongs to.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>This session was ended.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>Wait until they are up, then try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>{waiting_limit} consoles are starting already.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/clinic.py"></location>
            <source>Give a domain.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/clinic.py"></location>
            <source>Nothing is saved yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/bootstrap.py"></location>
            <source>Quit TenantDock and start it again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/bootstrap.py"></location>
            <source>The agent made an unusable ticket.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/bootstrap.py"></location>
            <source>The agent's endpoint has no usable name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <source>Consoles open in {label}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <source>Consoles use Windows PowerShell 5.1.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <source>Consoles use {label} at {path}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <source>In PowerShell: {commands}. Signing in and TenantDock's own commands work without them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <source>It works. Newer modules want PowerShell 7: winget install --id Microsoft.PowerShell --source winget</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <source>No module is installed for {services}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <source>PowerShell</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <source>PowerShell modules</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <source>Terminal</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <source>The modules of all services are installed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <source>Too old: {modules}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/launcher.py"></location>
            <source>Choose another terminal in the connection's settings, or connect again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/launcher.py"></location>
            <source>It cannot be run: {reason}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/launcher.py"></location>
            <source>It ended at once with code {code}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/launcher.py"></location>
            <source>It said: {text}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/launcher.py"></location>
            <source>No display</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/launcher.py"></location>
            <source>Start TenantDock in a desktop session.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/launcher.py"></location>
            <source>There is no display here, so a console's window cannot open.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/launcher.py"></location>
            <source>the system refused its arguments</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/launcher.py"></location>
            <source>{label} did not open a window.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/modules.py"></location>
            <source>has Connect-ExchangeOnline -AccessToken</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/modules.py"></location>
            <source>has Connect-IPPSSession -AccessToken</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/modules.py"></location>
            <source>is the oldest that was tried</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/modules.py"></location>
            <source>takes a token as a SecureString</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/shells.py"></location>
            <source>Add Microsoft's package source as {page} shows, then: {command}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/shells.py"></location>
            <source>Edit the connection and choose another one, such as {label} ({path}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/shells.py"></location>
            <source>Install PowerShell 7 as {page} shows, then try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/shells.py"></location>
            <source>Install it with: brew install powershell (or the package from {page}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/shells.py"></location>
            <source>Install it with: sudo snap install powershell --classic</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/shells.py"></location>
            <source>Install it with: winget install --id Microsoft.PowerShell --source winget</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/shells.py"></location>
            <source>No PowerShell was found on this machine.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/shells.py"></location>
            <source>The PowerShell chosen for this connection ({where}) is not there any more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/shells.py"></location>
            <source>The PowerShell chosen for this connection ({where}) is not there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/shells.py"></location>
            <source>The chosen PowerShell is gone</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>Edit the connection and choose another one, such as {label}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>Install a terminal such as GNOME Terminal, Konsole or xterm with your system's package manager.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>Install one, for example with: sudo apt-get install -y xterm</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>Install one, for example with: sudo dnf install xterm</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>No terminal program was found on this machine.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>Terminal belongs to macOS: look for it under Applications, Utilities.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>The chosen terminal is gone</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>The desktop's terminal</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>The system's terminal</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>The terminal chosen for this connection ({chosen}) is not there any more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>Windows console</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>&amp;Name in the list</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>&amp;User name that you sign in with</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>Add</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Add a customer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Adding…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Already in the list</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/clients.py"></location>
            <source>C&amp;loud</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <location filename="../../app/tenantdock/desktop/proxying.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Cancel</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>Choose at least one service.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Cloud instance</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Colour</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Connect to</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Customer's &amp;domain or tenant id</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Enter the proxy's user name and password</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Enter them…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Form</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>How this user signs in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Looking for the tenant</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Looking for the tenant…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Only if it is not the one in the user name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Protocol</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Saved accounts</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Sign-in service</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Switch to {cloud}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Tenant</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Tenant found: {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Tenant id</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>The tenant is found by the user name's domain.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>This customer is in the list already, as {name} with {account}. You can add it with this account as well.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Try again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/page.py"></location>
            <source>Why it was not saved</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>{name} is in the list with this account already. Give this one another name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/app.py"></location>
            <source>Choose another one, or add the customer again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/app.py"></location>
            <source>Copied: {text}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/app.py"></location>
            <location filename="../../app/tenantdock/desktop/tray.py"></location>
            <source>Quit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/app.py"></location>
            <source>Quit TenantDock?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/app.py"></location>
            <source>Something happened that TenantDock was not made for.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/app.py"></location>
            <source>Stay</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/app.py"></location>
            <source>TenantDock goes on here, in the tray. Quit it from this icon's menu.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/app.py"></location>
            <source>TenantDock – practice cloud</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/app.py"></location>
            <source>There is no tray icon to go on in, so closing the window quits. This is said only once.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/app.py"></location>
            <source>This customer is not in the list any more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/app.py"></location>
            <source>Try again. If it comes back, send the details to whoever looks after TenantDock for you.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/app.py"></location>
            <source>{n} consoles are open. They will get no more tokens.</source>
            <extracomment>For one: {n} console is open. It will get no more tokens.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/browsing.py"></location>
            <source>&amp;Browser that signs in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/browsing.py"></location>
            <source>&amp;Profile</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/browsing.py"></location>
            <source>&amp;Way to try first</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/browsing.py"></location>
            <source>One that TenantDock keeps for this account alone</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/browsing.py"></location>
            <source>The one it opens by itself</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/browsing.py"></location>
            <source>The system's default browser</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/browsing.py"></location>
            <source>The usual one (the browser)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/browsing.py"></location>
            <source>{name} (not found here)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>Connect now</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>Everything else works. Each one is told below.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>Offline:</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>Open its page</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>Practice cloud: people and tenants here are made up. Every password is “practice”.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>Set this computer's clock right, or sign-ins fail in odd ways.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>Show</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>Sign-ins are kept until you quit, and not longer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>Some files could not be used</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>This desktop shows no tray icons, so this window is where TenantDock lives. Closing it quits TenantDock.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Undo</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>What is still valid goes on working. This message goes by itself with the next request that is answered.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>offline</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>this computer's clock is wrong</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>{name} was added.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>{name} was removed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>{n} files could not be used as they are.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>Address</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>Code: {code}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>Copy the address</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>Copy the code</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>On any device, open this address and type the code:</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>Open here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>Open the address here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>QR code of the address. {told}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>Scan it with a phone to open the address there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>The code can be used for {n} more minutes, until {time}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>The code can be used for {time} more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>The code can no longer be used. Cancel, and try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>This way is the last one to try: whoever gets the code can sign in with it, which is how people are tricked, and many organisations block it. Type it only if you started this sign-in yourself, and never pass it on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>Time left</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>Why this way is the last one</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Discard</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Discard the changes?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Enrol another person as {name}?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Forget the person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Go on editing</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>It is used for {n} other customer too, which has to be signed in again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>It is used for {n} other customers too, which have to be signed in again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Keep</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Microsoft ends every sign-in of {name}, in browsers and apps, on every device. TenantDock forgets its own, and open consoles of this account get no more tokens.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Not signed out everywhere: {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>Remove</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Remove {name}?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Sign out everywhere</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Sign out {name} everywhere?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Signed out everywhere: {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Signed out: {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Signing out everywhere: {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>TenantDock forgets which person {name} is, and its sign-in; open consoles of this account get no more tokens. Whoever signs in next under that user name is taken for the right one from then on. Do this only when the account was made anew or belongs to somebody else now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>The next sign-in as {name} decides who it is.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>What you changed is not saved yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>{n} consoles of this customer are open. They will get no more tokens.</source>
            <extracomment>For one: {n} console of this customer is open. It will get no more tokens.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/confirming.py"></location>
            <source>If you say yes, TenantDock accepts this account from now on, and no other. Say yes only if you know it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/confirming.py"></location>
            <source>Is it the same person?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/confirming.py"></location>
            <source>No, go back</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/confirming.py"></location>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Signed in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/confirming.py"></location>
            <source>To confirm, type the name of the account that signed in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/confirming.py"></location>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>What was seen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/confirming.py"></location>
            <source>Yes, it is the account I meant</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/confirming.py"></location>
            <source>You typed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Account</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/page.py"></location>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Close</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Cloud</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Connection</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Copy the history</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Details of {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Domain</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Enrol another person…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>For an account that was made anew or belongs to somebody else now: forgets who it is.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Forgets the sign-in on this computer and ends its consoles. The person stays the same.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>Give it the customer's name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>History</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>How the account signs in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Looking it up…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Microsoft ends all sign-ins of this account, on every device.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Nobody yet: the first sign-in decides</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Nothing yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/dialog.py"></location>
            <source>Pages</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Pinned to object</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/page.py"></location>
            <source>Save</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Saving…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Sign in with Windows (Web Account Manager)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Sign out everywhere…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Sign out here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Signed in since</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Test the connection…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Tokens in memory</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Used for</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>User name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Windows itself asks for the account, with what secures this device. TenantDock checks the result all the same.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>of home tenant</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>{id} (not known here)</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>{n} other customers</source>
            <extracomment>For one: {n} other customer</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>&amp;Domain or user name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Cancelled: {text}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Choose another folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Connectivity test</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <location filename="../../app/tenantdock/desktop/parts.py"></location>
            <source>Copied</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Copy report</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Domain or user name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Domain or user name to test</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Progress of the test</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Result</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Run again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Save report</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Save report…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Saved to {path}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Steps</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Test</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Testing: {over} of {all} steps are over.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>This computer and the sign-in service</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>What is tested</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Without names of people and computers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>{name}: {who} in {cloud}</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>{n} skipped</source>
            <extracomment>For one: {n} skipped</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>{n} steps failed</source>
            <extracomment>For one: {n} step failed</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>{n} steps passed</source>
            <extracomment>For one: {n} step passed</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>{n} warnings</source>
            <extracomment>For one: {n} warning</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>{what} in {cloud}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Details</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>Details of {step}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>Failed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>Less</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>Passed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>Skipped</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>Testing…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>Waiting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>Warning</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>What to do</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>What to do: {text}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>{n} s</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/fields.py"></location>
            <location filename="../../app/tenantdock/desktop/parts.py"></location>
            <source>Copy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/fields.py"></location>
            <source>Copy: {what}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/look.py"></location>
            <source>Blue</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/look.py"></location>
            <source>Green</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/look.py"></location>
            <source>Grey</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/look.py"></location>
            <source>Magenta</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/look.py"></location>
            <source>Olive</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/look.py"></location>
            <source>Orange</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/look.py"></location>
            <source>Red</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/look.py"></location>
            <source>Teal</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/look.py"></location>
            <source>Violet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/memory.py"></location>
            <source>Free some room in the data folder, or check that you may write there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/memory.py"></location>
            <source>Nothing else is touched: defaults are used. The file is kept as {name}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/memory.py"></location>
            <source>The window's place and what you had dismissed could not be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/memory.py"></location>
            <source>The window's place could not be saved: {reason}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Add a customer…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Connect</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Details…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Export customers…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Import customers…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Quit TenantDock</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Remove</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Settings…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Test the connection…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Copy &amp;user name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Copy do&amp;main</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Copy tenant i&amp;d</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Customer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>De&amp;tails…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>More</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Sign &amp;in only</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Sign &amp;out here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Sign out &amp;everywhere…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Te&amp;st the connection…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/model.py"></location>
            <source>Not signed in yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/model.py"></location>
            <location filename="../../app/tenantdock/desktop/sessions.py"></location>
            <source>{n} consoles open</source>
            <extracomment>For one: {n} console open</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>&amp;File</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>&amp;Passphrase</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>All customers, accounts and their settings go into one file, for TenantDock on another machine. The file is sealed with a passphrase: without it nobody can read it, and nobody can help if you forget it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>At least {n} characters.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Both are the same.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Cancelled. Nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Cancelling…</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Change {n} that are here already</source>
            <extracomment>For one: Change {n} that is here already</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Choose a file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Choose a file that TenantDock made on another machine. Nothing changes before you have seen what is in it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Choose…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Export</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Export customers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Export to</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Good.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Import</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Import customers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Import from</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Importing…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Include the &amp;sign-ins</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Include the sign-ins</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Just enough. Longer is better: five words drawn by lot are good.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Made on {when}. Nothing was changed yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Nothing was changed: all of it is here already.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>On the other machine every account has to sign in once.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Opening the file…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Passphrase, &amp;again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Read</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Sealing the file…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Something went wrong: {text}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>State</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Strength of the passphrase</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Strong.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Take start-up commands and folders too</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Take {n} sign-ins too, where there are none here</source>
            <extracomment>For one: Take {n} sign-in too, where there is none here</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>TenantDock files</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>The import was undone.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>The sign-ins of these accounts could not be read: {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>The two are not the same.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>They run on this machine: only from a file of your own.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Too short: {n} more characters.</source>
            <extracomment>For one: Too short: {n} more character.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Too simple: it repeats the same few characters.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Undoing…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>What is in the file</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>What is wrong</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>What that means</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Whether both are the same</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Whoever has the file and its passphrase can act as you at every customer, until you sign out everywhere. Delete the file once it was imported.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>here already</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>left out</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>new</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>other settings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{customers} and {sign_ins} are in {path}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} accounts are signed in.</source>
            <extracomment>For one: {n} account is signed in.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} are here already.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} are here with other settings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} are new here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} cannot be taken (see below).</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>{n} customers</source>
            <extracomment>For one: {n} customer</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} customers were added.</source>
            <extracomment>For one: {n} customer was added.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} is here already.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} is here with other settings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} is new here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} sign-ins</source>
            <extracomment>For one: {n} sign-in</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} were changed.</source>
            <extracomment>For one: {n} was changed.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} were left out.</source>
            <extracomment>For one: {n} was left out.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>… and {n} more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/notices.py"></location>
            <source>Dismiss</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/proxying.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>&amp;Password</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/proxying.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>&amp;User name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/proxying.py"></location>
            <source>Go on</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/proxying.py"></location>
            <source>Only this proxy gets them. The password is sealed with the key in your keyring; without a keyring it is kept until you quit.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/proxying.py"></location>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>What happened</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/sessions.py"></location>
            <source>End</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/sessions.py"></location>
            <source>End the console of {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/sessions.py"></location>
            <source>Not as wanted: {text}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/sessions.py"></location>
            <location filename="../../app/tenantdock/desktop/tray.py"></location>
            <source>Open consoles</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/sessions.py"></location>
            <source>The console gets no more tokens. Its window stays.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/sessions.py"></location>
            <source>The services have not answered yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/sessions.py"></location>
            <source>since {time}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clients.py"></location>
            <source>Client ids</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clients.py"></location>
            <source>Copy the steps</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clients.py"></location>
            <source>Empty: {name}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clients.py"></location>
            <source>Open the portal</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clients.py"></location>
            <source>Saved. Each account signs in to {names} once more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clients.py"></location>
            <source>TenantDock signs in as Microsoft's own PowerShell applications. If your organisation wants its own, register one for each service and enter its Application (client) ID here. Leave a field empty to use Microsoft's.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clients.py"></location>
            <source>What a registration for {name} needs</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clients.py"></location>
            <source>What a registration needs…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>&amp;Name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>&amp;Sign-in address</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>A new one</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>Added: {name}. Choose it when you add a customer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>Cloud of your &amp;own</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>Clouds</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>Microsoft's clouds are built in: {names}. Add one here if a customer lives in another, such as a sovereign cloud.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>Removed: {name}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>Saved: {name}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>TenantDock trusts the certificates that this computer trusts. A cloud with its own certificate authority works once that authority is installed in the system.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>The address of its sign-in service, without a path. It cannot be changed later.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>The https address of each service without a path, or its application id. Leave the rest empty.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>What tokens are for</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>Where consoles send their requests</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>{name}: address</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>{name}: resource</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/dialog.py"></location>
            <source>Settings</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>&amp;Host</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>&amp;No proxy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>&amp;This proxy:</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>As this &amp;computer is set</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>Hosts that need no proxy, &amp;one a line</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>If the proxy asks who you are</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>It is sealed with the key in your keyring, and belongs to this proxy: another one never gets to see it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>Leave empty to keep what is saved</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>Network</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>P&amp;ort</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>Saved. The next sign-in uses it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>Sign-ins and the test of a connection use this. Consoles follow the system's own settings. An automatic configuration (PAC) of the system is followed too.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/page.py"></location>
            <source>What came of it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>A new key</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>Cancelled. Nothing is lost: what is left over is sealed at the next start.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>Done. {n} saved sign-ins have the new key.</source>
            <extracomment>For one: Done. {n} saved sign-in has the new key.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>In memory, until you quit</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>Kept</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>Make a new key</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>On this computer, sealed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>Saved sign-ins</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>Seals every saved sign-in with a new key and takes the old one out of your keyring, for example after a computer was repaired by others. You stay signed in. Copies of the old files can then not be opened any more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>The key is in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>Why, and what helps</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Working</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Choose another way below.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Command</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Copy details</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Copy the command</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Hint</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Is the page blank, or does nothing happen there?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Other ways to sign in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Other way…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Sign in another way</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Signing in to {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Starting</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Test the connection</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>The console could not be opened.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Time since the start</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>What is happening</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>What to do next</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Why the console could not be opened</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>You are signed in as {name}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>as {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>in the tenant {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signing.py"></location>
            <source>Cancelled: {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signing.py"></location>
            <source>Signed in, without a console</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signing.py"></location>
            <source>Signing in…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signing.py"></location>
            <source>Waiting for you</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signing.py"></location>
            <source>{name} was signed in before you cancelled.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signing.py"></location>
            <source>{name}: a console is open as {username}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signing.py"></location>
            <source>{name}: signed in as {username}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Ask for the password again</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Asks Windows itself for the account.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Calls itself</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Changed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Confirmed as the right person</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Console could not be opened</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Console opened</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Federated (the customer checks the password)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>How this user signs in could not be found out now. You can add it all the same.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Managed (Microsoft checks the password)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>None: it is fetched when it is needed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Not known now</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Not used yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Opens a browser profile of its own, where no other account is signed in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Opens a private window, which knows no other sign-in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Opens the browser and asks for the password, whoever is signed in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Opens the browser with the user name filled in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Person forgotten</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Realm</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Shows a code to type on any other device. Many customers block this way, because it is easy to misuse.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Sign in silently</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Sign in with Windows</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Sign in with the browser</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Signed out everywhere</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Signed out here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Signs in through the customer's own sign-in service (federated).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Signs in through the customer's own sign-in service, {host}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Signs in through {brand}'s own sign-in service, {host}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Signs in with Microsoft, as an account of {brand}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Signs in with Microsoft.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Tokens renewed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Use a code on another device</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Use a private window</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Use another browser profile</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Used just now</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Used on {date}</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Used {n} days ago</source>
            <extracomment>For one: Used yesterday</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Used {n} hours ago</source>
            <extracomment>For one: Used {n} hour ago</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Used {n} minutes ago</source>
            <extracomment>For one: Used {n} minute ago</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Uses the saved sign-in, without asking anyone.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Valid for {time}, until {until}</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <location filename="../../app/tenantdock/identity/watch.py"></location>
            <source>{n} days</source>
            <extracomment>For one: {n} day</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <location filename="../../app/tenantdock/identity/watch.py"></location>
            <source>{n} hours</source>
            <extracomment>For one: {n} hour</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <location filename="../../app/tenantdock/identity/watch.py"></location>
            <source>{n} minutes</source>
            <extracomment>For one: {n} minute</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>{n} seconds</source>
            <extracomment>For one: {n} second</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/tray.py"></location>
            <source>Add a customer…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/tray.py"></location>
            <source>All customers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/tray.py"></location>
            <source>Search all {n} customers…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/tray.py"></location>
            <source>Show TenantDock</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/tray.py"></location>
            <source>Used last</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/tray.py"></location>
            <source>and {n} more…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Another name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Because</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Expected</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Got</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Hide what was seen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>How to sign in as {name}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>It is the same person…</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Not now</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Nothing was stored, and no console was opened.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Perhaps {name} is the account you meant, under another name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Show what was seen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>Signed in as the wrong account</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>&amp;Add customer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>&amp;Details</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>Add a customer (Ctrl+N)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>Add one with the user name that you sign in with. TenantDock finds the tenant by itself.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>Add your first customer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>Clear the search</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>Customers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>Details of the selected customer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>Details of the selected customer (F2)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>Loading the customers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>No customers yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>Nothing matches “{text}”</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>Number of customers</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>Search</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>Search customer, domain, account or service</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>Status</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>{shown} of {every}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/database.py"></location>
            <source>Restore a backup of {name}, or add your customers again. The damaged file is {kept}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/database.py"></location>
            <source>Start TenantDock again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/database.py"></location>
            <source>TenantDock is ending, so nothing more is saved.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/database.py"></location>
            <source>The file with your connections was damaged. TenantDock set it aside and started with an empty list.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/schema.py"></location>
            <source>Start the newer TenantDock, or update this one. Nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/schema.py"></location>
            <source>Your connections were saved by a newer TenantDock (format {found}; this one knows {latest}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>Check that you own the data folder and may read in it, then start TenantDock again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <location filename="../../app/tenantdock/vault/files.py"></location>
            <source>Check that you own {folder} and may write in it, and try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <location filename="../../app/tenantdock/vault/files.py"></location>
            <source>Free some space and try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>Install the newer TenantDock, or move {name} away to start with new settings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>Look at the settings, and set again what you had changed. The file is kept as {name}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>Nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>The settings cannot be written.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>The settings could not be read, so TenantDock uses its defaults.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>The settings could not be read. TenantDock set them aside and uses its defaults.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>The settings could not be saved.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>The settings were saved by a newer TenantDock. This one uses defaults and leaves them alone.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>There is no room on the disk to save the settings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <location filename="../../app/tenantdock/vault/files.py"></location>
            <source>Try again. If it keeps happening, check the disk.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/store.py"></location>
            <source>Add it again if you need it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/store.py"></location>
            <source>Add the connection again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/store.py"></location>
            <source>Choose another name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/store.py"></location>
            <source>Remove this account's sign-in first if a different person is meant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/store.py"></location>
            <source>There is already a connection {row!r} with this customer and this account.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/store.py"></location>
            <source>There is already a connection {taken!r} with this customer and this account.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/store.py"></location>
            <source>This account is not saved here any more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/store.py"></location>
            <source>This connection is not saved here any more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/store.py"></location>
            <source>This customer is not saved here any more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/store.py"></location>
            <source>Use that one, or give the new one another name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/store.py"></location>
            <source>{username} is already tied to another identity.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>Edit the connection and choose its cloud again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>Enter it in the settings again, with the same sign-in address.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>Give it as https://host, without a path.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>Start TenantDock with --sandbox to use it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>The cloud at {cloud_id} is not in the settings (any more).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>The cloud {cloud_id!r} is not known here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>The sign-in address of the cloud {id!r} is not a plain https origin.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>This customer belongs to the practice cloud.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>A colour looks like #1a7f5a.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>A domain looks like contoso.com or contoso.onmicrosoft.com.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>A tag has no comma and up to {tag_limit} characters.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>A tenant id looks like 8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11. You can also give the customer's domain.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>A user name looks like admin@contoso.com.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>Choose an account of that cloud.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>Copy the user name from the Microsoft 365 admin centre, without spaces.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>Give it a shorter name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>Leave some out.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <location filename="../../app/tenantdock/portals/own_profiles.py"></location>
            <location filename="../../app/tenantdock/vault/sealing.py"></location>
            <source>Remove the account and add it again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>Shorten them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>The account and the tenant are in different clouds.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>The connection has no name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>The connection has no service.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>The group is longer than {group_limit} characters.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>The name is longer than {name_limit} characters.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>The notes are longer than {notes_limit} characters.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>The part before the @ of {text!r} has a character that user names cannot have.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>The saved account has a damaged identity.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>These are more than {tags_most} tags.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>{colour!r} is not a colour.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>{tag!r} is not a tag.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>{text!r} is not a domain.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>{text!r} is not a tenant id.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>{text!r} is not a user name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>A file could not be used</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Another Microsoft cloud</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Cancelled</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Cancelled.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>No tenant found for this domain</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>No terminal found</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Not found</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Please check what you entered</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>PowerShell is not installed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Sign-in failed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Sign-in needed</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Signing in with Windows is not possible here</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Something went wrong</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>TenantDock's local endpoint</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>The browser did not start</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>The console did not start</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>The keyring is locked</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>The proxy asks who you are</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>The sign-in service cannot be reached</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Client ids are set per cloud and service.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Copy the Application (client) ID from the registration's overview page; it looks like 1950a258-227b-4e31-a9cf-717495945fc2. Leave the field empty to use Microsoft's own.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Enter the cloud anew.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Enter the resource of at least one service, such as Graph's.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Enter them there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Give each its own name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Give it as https://host, without a path, such as https://login.microsoftonline.com.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Give it as https://host/, with a path where the service has one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Give it one of at most {cloud_name_limit} characters.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Give the https address of the service without a path, or the id of its application.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Have the authority installed in the system's trust store instead.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Remove one of them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>The cloud needs a name, in one line.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>The cloud {name!r} brings its own certificate authority.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>The cloud {name!r} has no service.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>There is more than one cloud called {name!r}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Two clouds of your own have the same id.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>{id!r} cannot be the id of a cloud of your own.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>{resource!r} is not a resource.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>{root!r} is not the address of a service.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>{text!r} is not a client id.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>{text!r} is not the address of a sign-in service.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>Expected {expected}, got {got}, because {because}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>Expected {expected}, got {got}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>Nothing was stored. Try the next way to sign in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>The sign-in service lists {typed} as an address of {name}, who signed in just now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>The sign-in service lists {typed} as an address of {name}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>an access token that belongs to another sign-in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>an account without a name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>an answer for another client ({client})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>an answer whose parts contradict each other</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>an answer without a complete identity</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>another account that is called {user} now</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>{name} belongs to the tenant of that domain and signed in just now. Nothing shows that {typed} is a name of it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>{user} in tenant {tenant}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>API permissions, all delegated: {named}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>API permissions: those of the service, delegated.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>Account types: any organizational directory (multitenant), so that it works for every customer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>Authentication: add the platform "Mobile and desktop applications" with the redirect address {redirect}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>Authentication: set "Allow public client flows" to Yes. Only the device code needs it. Make no secret: none is used.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>Each customer's administrator has to consent to it once.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>For accounts that sign in through Windows (WAM), add the redirect address {redirect} there, too.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>Register an application {where}, in a tenant of {cloud}: one of another cloud is not known there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>at {portal}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>every permission that your scripts use: the console gets these and no others</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>in the portal of that cloud</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>so that the console can show which tenant answered</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/services.py"></location>
            <source>Remove {label} from this connection's services.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/services.py"></location>
            <source>There is no service called {key!r}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/services.py"></location>
            <source>Use one of: {names}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/services.py"></location>
            <source>{label} is not offered in {name}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Give a number from 1 to {last_port}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Give its host name alone, such as proxy.corp.example, and the port beside it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Give one a line, such as intranet.example, .corp.example or 10.0.0.0/8.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>{host!r} is not a host or domain.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>{host!r} is not the name of a proxy.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>{port} is not a port.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>Add --sandbox to practise with it, or name another folder with --data.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>Every user of this computer may write in it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>It belongs to another user.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>Leave out --data to use the practice cloud's own folder, or name another folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>Name a folder of your own with --data, or make this one yours and writable.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>Not a folder for practice</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>Not a folder for real tenants</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>TenantDock cannot keep its data in {folder}. {why}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>The data folder cannot be used</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>{folder} holds practice data. Real tenants are kept apart from it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>{folder} holds the data of real tenants. The practice cloud keeps its own apart from them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>A consent is missing or was withdrawn.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <location filename="../../app/tenantdock/identity/memory.py"></location>
            <source>Connect again to sign in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>Set this computer's date and time right. {step}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>Sign in again. If it comes back, look the number up or ask an administrator.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>Something has to be done outside of the sign-in page first; the page says what.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The customer wants an application with Intune protection.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The fault passes.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The password has expired.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The saved sign-in belongs to another application.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The saved sign-in cannot be used any more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The saved sign-in has expired.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The sign-in page can say why, but signing in again does not change it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The sign-in page leads on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The sign-in service answered: {text}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The sign-in service has a passing fault{tag}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The sign-in service refused{tag}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The sign-in was cancelled on the sign-in page.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>This device could not show that it is a registered one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <source>Try again in a moment.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A Conditional Access policy of this customer blocks this sign-in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A part of the request is empty or not valid.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A part of the request is missing.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A part of the sign-in with this device's key is missing.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A person has to sign in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A policy limits how long a browser session lasts, and it is over.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A policy limits how long a sign-in lasts, and it is over.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A second factor has to be registered, and that is allowed from certain places or devices only.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A second factor has to be registered, and the risk is too high for that now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A security policy of this customer's tenant blocks this sign-in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A token cannot be used the way it was.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Add http://localhost to it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Add it there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Add them to it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>An administrator of this customer has to approve this application.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>An administrator of this customer has to consent to this application.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Another code than the one shown was typed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Ask an administrator of its tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Ask an administrator of the account's own tenant to look at the risk.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Ask an administrator of this customer to consent to the application.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Ask an administrator of this customer which Conditional Access policy applies (the sign-in log names it).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Ask an administrator of this customer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Ask for it to be enabled.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Ask for its hours to be changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Ask one to approve it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Ask one to consent.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Check the client id that is set for this service.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Check the client id, or have an administrator consent to the application there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Check the connection's tenant and cloud.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Choose another client id for this service, or an app registration of your own.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/realms.py"></location>
            <source>Choose that cloud for this customer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Choose the account's cloud.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Choose the customer's cloud.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <location filename="../../app/tenantdock/identity/provider.py"></location>
            <source>Connect again to get a new code.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Consent to it for this customer in Partner Center, or ask an administrator of the customer to consent.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Guests are not admitted there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Have this device enrolled and made compliant, or sign in from one that is.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Make it a public client.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Make it a public client; TenantDock uses none.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Microsoft's directory cannot be reached just now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Microsoft's directory failed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Microsoft's directory is not available just now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Microsoft's sign-in for personal accounts failed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>No code was typed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>No service was named for the token.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Nobody has consented to this application in the customer's tenant yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Register it anew, then sign in again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Remove it here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Remove the service from this connection, or ask an administrator there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Seamless sign-on failed: Kerberos was not accepted.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Seamless sign-on failed: the Kerberos ticket cannot be read.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Seamless sign-on failed: the Kerberos ticket is expired or not valid.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Seamless sign-on failed: the browser offered another kind of sign-in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Seamless sign-on failed: the browser offered nothing.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Seamless sign-on failed: the ticket's user is not in the tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Seamless sign-on is not switched on in the tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Sign in again and accept what the page asks for, or ask an administrator of this customer to consent for all.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Sign in again and accept, or remove the service.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Sign in again and type the user name and password; whoever runs seamless sign-on should look at it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Sign in again in a private window or another browser profile, as the account of this connection.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Sign in again in a private window, so that the browser's own sign-in is not used.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <location filename="../../app/tenantdock/identity/memory.py"></location>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>Sign in again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in another way.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Sign in as the account of this connection (a private window helps), or have the account invited.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Sign in with Edge, or another one that its policy names.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Sign in without a certificate.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Switch on "Allow public client flows" for it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Tell whoever runs the account's Active Directory and its authentication agents.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account belongs to a minor, and the customer does not admit those.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account has to sign in to another identity provider first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account is blocked in its own tenant, because it is at risk.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account is in another Microsoft cloud.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account may not consent to this application.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account may not register devices.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account may not sign in at this hour.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account that signed in comes from another tenant and is no guest of this customer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account was bound to another identity provider; the sign-in page tells more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account was signed in by another method than the one that was asked for.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account's Active Directory did not answer in time.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account's earlier sign-in has expired.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account's identity provider refused the sign-in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account's tenant does not let it work in that cloud.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The address of the sign-in page is too long.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The answer of the sign-in page was for another tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The answer of the sign-in page was used twice.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration does not allow id tokens from the sign-in page.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration does not allow the kind of answer that was asked for.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration does not allow this way to sign in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration does not list the permissions that this service needs.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration does not list this service among its permissions.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration is a public client and was shown a secret.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration is not a public client.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration lists no permissions, or nobody has consented to them.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration wants a secret that TenantDock does not have.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration was shown a wrong secret.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration's secret has expired.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The application cannot be used across clouds.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The application cannot be used just now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The application could not be added to the customer's tenant just now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The application is disabled in the customer's tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The application is not authorised in the customer's tenant, and delegated administrators cannot do that by signing in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The application is not known in the customer's tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The application may not act for others.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The authentication agents answered too late.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The authentication agents cannot reach the account's Active Directory.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The authentication agents could not check the password.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The authentication agents could not read the password.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The authentication agents gave an answer that cannot be used.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The browser inside an app is too old for the sign-in page.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The clocks of the authentication agents and of the Active Directory differ.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The cloud that was named does not exist.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The code was not typed yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/provider.py"></location>
            <source>The code was not used in time.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The code was used or declined already.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The consent was declined on the sign-in page.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The customer has no subscription to the service that the application needs.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The customer's tenant gets too many requests just now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The customer's tenant is not ready yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The delegated administration (GDAP) of this account is blocked, because the account is at risk at home.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The federated sign-in service does not say who the account is.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The federated sign-in service refused the request.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The federated sign-in service sent a message that is not valid.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The federated sign-in service was asked for a name in a form that is not valid.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The federated sign-in service was asked in a way that it does not know.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The list of revoked certificates could not be fetched.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The redirect address is not one that the app registration allows.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The request names its service in an old way.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The request to the federated sign-in service is too old.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The request was not formed as it has to be.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The saved sign-in has reached its longest life and has expired.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The saved sign-in is not valid any more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The saved sign-in was not used for too long and has expired.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The saved sign-in, or the answer of the sign-in page, has expired.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The security defaults of this customer's tenant block this sign-in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The service that the application asks for was removed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The service that was asked for is not known to the sign-in service.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The sign-in page was asked to answer in a way that it does not know.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The sign-in page was left by the browser's back button.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The sign-in service could not tell which tenant is meant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The sign-in service did not accept the request.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The sign-in service did not accept the request; something on the way may have changed it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The sign-in service does not support what was asked for.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The sign-in service has a passing fault.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The sign-in service is not available just now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The sign-in took too long.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The signature of what the application shows to prove itself is not valid.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The tenant is in another Microsoft cloud.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The way to sign in that was chosen is not supported for this account.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>There is no such tenant in this cloud.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This application is not allowed to use that service: Microsoft has not authorised the pair.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This computer's own user is somebody else than the account that was named.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This customer admits applications with Intune protection only.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This customer admits approved applications only, and this one is not.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This customer admits compliant devices only, and this one is not.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This customer admits domain-joined devices only, and this one is not.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This customer admits managed devices only, and this one is not.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This customer does not admit this browser.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This device is no longer registered.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This device's session key is not valid.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Tokens for several services were asked for at once.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Try again in some minutes.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Try again later; if it stays so, open a case with Microsoft.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Type the code at the address that is shown.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Update TenantDock. If it stays so, report it with the details.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Use a member of the tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Use a work account, or try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Use an up-to-date browser.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Use another account.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>What the application shows to prove itself is expired, or not valid yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>What was typed on the sign-in page cannot be used.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>A certificate in the sign-in is not accepted by the tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>A guardian has to consent to this account first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>A policy blocks this sign-in (device, place or risk).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>A second factor is needed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>A second factor is needed: a policy asks for it, or the place or network changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>A signature in the sign-in is not valid.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>A token in the sign-in is not valid.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Add http://localhost as a redirect address for mobile and desktop applications to it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>An administrator of the account's Active Directory has to change the password.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Another security check is needed (terms of use, or another provider's).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator of the account's home tenant to enable it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator of the account's tenant to allow it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator of the account's tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator of this customer to allow it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator of this customer which policy applies (the sign-in log names it).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator there how.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator there to assign it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator there to assign the account or one of its groups to it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator there to renew or enable it, or remove the service from this connection.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask for an exception.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask for it to be unlocked.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask its owner to set one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask which certificates the tenant trusts.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask which one has to be used.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask who set it up.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Change it there, then sign in again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Change it there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Check the connection's tenant and account, or ask an administrator there to invite the account.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Check the user name and the tenant of this connection.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Choose another one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Its federation has to be set up anew (issuer and domain).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Let the sign-in service past the proxy.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Make it multitenant, or choose another one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>No certificate came with the sign-in; a proxy may have removed it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Register it anew.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Register it, then sign in again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Remove the service from this connection, or ask an administrator there to set it up.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Remove this account here, or have it restored there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again and change it once more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again and change it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again and choose another one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again and confirm it in time.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again and confirm it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again and confirm the second factor.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again and finish what the page asks.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again and follow the sign-in page.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again as the account of this connection; a private window helps.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again in a private window.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again with another second factor.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again, or ask for a new password.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again, or register it anew.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again. If the password is forgotten, reset it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again; the sign-in page asks for a new password.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again; the sign-in page leads through it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in another way, or set it up.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in with a browser that this computer's work account is connected to (Edge, or Chrome with Microsoft's extension).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Tell whoever runs the federated sign-in service of the account's domain (AD FS or another).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account could not be told apart from another one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account does not exist in the tenant, or its invitation was not accepted yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account has no password that is valid for this sign-in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account has to register a second factor first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account is disabled.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account is locked after too many wrong passwords, or the address it comes from is blocked.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account is locked or disabled in its Active Directory.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account is not assigned to this application in the customer's tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account is not in the customer's tenant yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account is not in the customer's tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account that was chosen on the sign-in page could not be used.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account was deleted from the tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account's Active Directory could not be reached to change the password.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account's own identity provider failed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account's own identity provider has a passing fault.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account's own identity provider refused the sign-in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account's own identity provider refused to renew the sign-in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account's own tenant does not let it work in this customer's tenant (cross-tenant access, outbound).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account's social identity provider wants a new sign-in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The app registration does not allow the address http://localhost.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The app registration has no key that signs its tokens.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The app registration is for its own tenant only.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The application is not assigned to a role of the service.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The browser could not use this computer's work account.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The browser is not signed in, or signed in as somebody else.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The browser's account is not in the customer's tenant, or several are signed in and none was chosen.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The browser's session belongs to another tenant than the account's.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The browser's session is not the one that was asked for.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The browser's session that was asked for does not exist any more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The certificate that you signed in with could not be checked.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The code was typed in another data centre than it was asked for in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The customer wants to know this device, and it did not show who it is.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The customer's tenant does not admit this kind of account.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The device that was used to sign in is disabled.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The domain's name has a character that is not allowed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The feature is switched off in the tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The federated sign-in service gave an answer that cannot be used.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The federated sign-in service sent a token that is missing, damaged or misconfigured.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The federated sign-in service sent no usable e-mail address.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The federated sign-in service signs as an issuer that the tenant does not know.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The federation that signed the account in is not known to the tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The federation's issuer has to be set anew for the account's domain.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The key that the sign-in needs was not found.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The message of the federated sign-in service is not valid.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The metadata of the federated sign-in service names another tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The network that you are on does not let you sign in to this tenant (tenant restrictions).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The network that you are on lets you sign in to some tenants only, and not to this one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The new password does not meet the rules of the account's Active Directory.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The new password holds a part of the name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The new password is too weak.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The old password that was typed to change it is wrong.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The other provider's security check did not say enough.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The other provider's security check is too busy.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The password has to be changed in the account's Active Directory.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The password has to be changed, because the account is at risk.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The password has to be reset, or its recovery registered, first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The password of the account's Active Directory has expired.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The question "stay signed in?" was not answered.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The same token was asked for too often in a short time.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The second factor could not be checked just now.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The second factor could not be checked.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The second factor has expired.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The second factor was not confirmed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The service is disabled in the customer's tenant, or does not exist there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The service is not present in the customer's tenant (no licence, or never used).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The service is switched off in the customer's tenant: a subscription has lapsed, or an administrator disabled it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The sign-in address is not one of Microsoft's.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The sign-in is no longer valid, because the password changed or an administrator ended it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The sign-in is no longer valid, because the password changed or expired.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The sign-in page wants you to confirm that you mean to sign in to this program.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The sign-in page was asked for a realm that does not exist.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The sign-in service could not issue a token.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The sign-in took too long, or was ended.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The user name or the password is wrong.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The user name or the password was not accepted.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>There is no account with this user name in the tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>There is no such tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This account is not known in the customer's tenant: it is neither a member nor a guest there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This computer could not be checked.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This computer could not show that it is a registered one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This computer has to be registered with the customer first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This computer is disabled in the tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This computer is not known in the tenant any more.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This computer is not registered with a work account.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This customer does not admit accounts of your tenant (cross-tenant access, inbound).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This customer's extra security check does not work for accounts of other tenants.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This customer's policy does not admit this kind of computer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This customer's session policy does not work for accounts of other tenants.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Too many calls or text messages were sent for the second factor.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Try again in a few minutes.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Try again later.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Try again; if it stays so, open a case with Microsoft.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Use a work or school account.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Use another network, or ask the administrator of your own network to allow this customer's tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Wait five minutes, then try again. Close consoles that loop.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Wait some minutes, then sign in again. An administrator can unlock the account.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>What the sign-in rests on is expired, or not valid yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>What the sign-in rests on is not valid: expired, malformed, or from elsewhere.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Windows Hello has no key on this computer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Windows Hello is not set up for this account.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Windows Hello's signature was not accepted.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Windows' own sign-in is needed, and the browser did not offer it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Windows' own sign-in is needed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <source>Add the redirect address ms-appx-web://Microsoft.AAD.BrokerPlugin/{client_id} to it. Or: {next}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>Sign in once; after that it is silent.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <source>Sign in with the browser, or switch signing in with Windows off for this account.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <source>The application {client_id} is not registered for signing in with Windows.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <source>Windows cannot sign in {user} without asking.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <source>Windows could not reach the sign-in service.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <source>Windows did not sign in {user}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <source>Windows' sign-in window was closed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/challenges.py"></location>
            <source>The service asked for another token in words that cannot be understood.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/challenges.py"></location>
            <source>Try the command again. If it stays so, sign in again in TenantDock.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/entra.py"></location>
            <source>Checking which account signed in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>A firewall or a proxy on the way breaks encrypted connections. Have it let this host through untouched.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>A hotel or guest network does this: open a browser, sign in to the network, then test again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Ask who looks after the proxy {proxy}:{port} to let {host} through.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Check the cable or WLAN, the VPN, and that this network has a DNS server that answers.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Check the proxy's name and port in TenantDock's settings or in the system's. Outside of the office, is the VPN on?</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Check the spelling of the domain, and the cloud. A domain that was added to a tenant just now takes a while.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Check the spelling, and the cloud: a customer in another Microsoft cloud is not found in this one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Check this computer's date and time first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Compare the clock by hand.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Edit the connection and choose that cloud.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Encrypted connection (TLS)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Have the automatic configuration put in order, or name the proxy in TenantDock's settings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Have the system set its time automatically, and check the time zone.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Have {host} left out of the inspection: modules that bring their own trust store refuse such a connection.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>If that is your company's own inspection of encrypted traffic, have its root certificate put into this computer's trust store, or have {host} left out of the inspection. If you don't know that name, don't sign in on this network.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>It calls itself {brand}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>It works here, because this computer trusts {issuer}. Have {host} left out of the inspection, as Microsoft asks for its sign-in addresses: device checks and certificate sign-in fail through one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Microsoft checks the passwords of {domain} (managed).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Name of the sign-in service (DNS)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>No DNS server answered when asked for {host}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>No encrypted connection to {host}: {text}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>No tenant in {name} answers for {tenant}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Not tested: the time is asked of the sign-in service, which was not reached.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Or this network reaches it through a proxy only.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Proxy in use</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Set date, time and time zone, best by having the system set them automatically, then test again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Something else answers in the place of {host} (HTTP {status}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Something on the way sends {host} to {to}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>System clock</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Tenant (discovery)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Test again in a while.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>The certificate of {host} {when}, by this computer's clock.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>The connection to {host} is encrypted, with a certificate issued by {issuer}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>The encrypted connection to {host} is opened on the way: its certificate was issued by {issuer}, who does not sign Microsoft's.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>The name {host} is not known here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>The proxy looks {host} up; this computer does not have to know it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>The proxy {where} cannot be reached.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>The sign-in service answers for {tenant}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>The sign-in service did not say what time it is.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>The sign-in service knows nobody at {domain}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>The token endpoint answers, and refuses an empty request as it should.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>This computer's clock is right.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>This computer's clock is {size} ahead.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>This computer's clock is {size} behind.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>This computer's date is probably wrong: by it, the certificate of the sign-in service {dates}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Token endpoint</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Tokens and tickets fail with that.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Who checks the password (realm)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>an address that was not told</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>asks to slow down</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>elsewhere</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>has a passing fault</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>is not valid yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>is over</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>nobody</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{domain} checks passwords itself (federated), at {page}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{host} answers, but with a fault (HTTP {status}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{host} can be reached, and the encrypted traffic to it is opened on the way.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{host} can be reached.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} cannot be reached: {text}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{host} has {n} addresses.</source>
            <extracomment>For one: {host} has {n} address.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{host} is reached through the proxy {where}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{host} is reached without a proxy.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} is slow: it took {seconds} s.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{host} shows a certificate that this computer does not trust. It was issued by {issuer}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{host} {what} (HTTP {status}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{label}'s address</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{name} has no address for {label} that could be tried.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{tenant} belongs to another Microsoft cloud, whose sign-in service is {endpoint}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{tenant} is the tenant {found}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>it cannot be checked</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>no TLS connection could be made ({reason})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>no answer within {seconds} s</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the answer is not HTTP ({kind})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the certificate was refused: {why}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the connection was closed without an answer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the connection was refused (nobody listens there, or a firewall stopped it)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the connection was reset on the way</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the name is not known ({system})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the proxy asks for a user name and password (HTTP 407)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the proxy closed the connection without an answer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the proxy could not connect to it (HTTP {status})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the proxy does not allow this address (HTTP {status})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the proxy's answer is not HTTP</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Ask the customer whether its sign-in server runs, and whether it can be reached from outside of its network: without it nobody of this domain can sign in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Ask the customer why its sign-in server is slow: people give up, and sign-ins run into time-outs.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Ask who looks after the proxy {proxy} to let this host through.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Browsers do without it. Programs that send a password themselves don't, and the customer's server may not be well.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Federation metadata</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Have {host} let through by the proxy, firewall or content filter of this network.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>It answers neither through the proxy nor past it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Not needed: this domain has no sign-in server of its own.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>On Windows, put https://{host} into the intranet zone of the internet options (by group policy in a company) for its integrated sign-in, or leave it out there to be asked for a name and password.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Parts of the sign-in page come from hosts that cannot be reached here: {hosts}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Tell the customer: everybody on the way can read the password.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Tell the customer: its page has to load them over https.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>The customer has to put its server's certificate in order; or, if this network inspects encrypted traffic, have this host left out of that. A browser warns here, and the warning should not be clicked away.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>The domain's sign-in page (STS)</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>The name may be known inside the customer's network only: connect its VPN, or use the proxy that knows it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>The sign-in page of {host} stays blank: it is made by what comes from {hosts}, and that cannot be reached here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>The sign-in page of {host} stays blank: {why}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>The sign-in service did not tell an address for this, so there is nothing to test.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>When the wrong user is signed in, use a private window or another browser profile for this connection.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>nothing in it is to be seen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>what would fill it is not loaded</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} answers with an error instead of its sign-in page (HTTP {status}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} asks for passwords over an unencrypted connection.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} can be reached past the proxy only.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} can be reached through the proxy only.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} is inside this network, while Microsoft's page is on the internet (two zones): browsers sign the computer's user in by themselves in the intranet zone only, and stay blank or ask where zones are not set up.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} loads parts over unencrypted connections, which browsers block on an encrypted page: {hosts}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} offers integrated sign-in: a browser that trusts it signs in whoever is signed in to this computer, whatever name was asked for. That is how the wrong user gets in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} shows its sign-in page.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{url} gives its federation metadata.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{url} gives no federation metadata (HTTP {status}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{url} sends the browser round in circles, or through more than {hops} addresses.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{url} took {seconds} s for its metadata.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_ways.py"></location>
            <source>Let {host} bypass the proxy: add it to the exceptions of this computer's proxy settings (and of the proxy in TenantDock's settings, or NO_PROXY, if one is set there).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_ways.py"></location>
            <source>Name an HTTP proxy in TenantDock's settings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_ways.py"></location>
            <source>Send {host} through the proxy {proxy}: take it out of the list of addresses that bypass the proxy.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_ways.py"></location>
            <source>The proxy</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_ways.py"></location>
            <source>{proxy} is a proxy of a kind that TenantDock cannot use.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/fetching.py"></location>
            <source>Check the automatic proxy configuration of this computer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/fetching.py"></location>
            <source>it cannot be fetched ({kind})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/fetching.py"></location>
            <source>its address is of an unknown kind</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>A browser profile of TenantDock's own does not know {came}, and remembers {user} for the next time.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>A private window does not know {came}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>A private window knows no other sign-in, and most browsers do not tell {sts} there who uses this computer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>The browser's sign-in page names {user}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>The code can be typed on a device where {came} is not signed in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>The sign-in page names {user} and asks for the password, whoever is signed in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>another account</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>{sts} is then asked for a new sign-in, which it has to make.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>{sts} is then asked for a new sign-in; whether it asks for a password shows then.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>{sts} is then told to ask for a password, instead of taking whom this computer knows.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>{sts} takes {came} on this computer in every window; on another device you can sign in as {user}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/loopback.py"></location>
            <source>Another program holds many ports, or security software blocks listening on 127.0.0.1. Close it and try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/loopback.py"></location>
            <source>Connect again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/loopback.py"></location>
            <source>If the sign-in page is still open, close it. Then connect again; if the page stays blank, try another browser.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/loopback.py"></location>
            <source>No free port was found on this computer for the browser to come back to.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/loopback.py"></location>
            <source>The browser did not come back in time.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/loopback.py"></location>
            <source>The browser window was closed before the sign-in was finished.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/memory.py"></location>
            <source>The account was signed out meanwhile.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/memory.py"></location>
            <source>The saved sign-in of this account cannot be read and was removed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/provider.py"></location>
            <source>Nothing was stored. Try again. If you are behind a proxy that changes pages, let the sign-in service past it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/provider.py"></location>
            <source>The sign-in service gave an answer that cannot be understood.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/provider.py"></location>
            <source>The sign-in with the code was declined.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/proxies.py"></location>
            <source>The proxy's automatic configuration ({address}) cannot be used: {why}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/realms.py"></location>
            <source>Check the spelling, or ask the customer for a domain that is listed in its Microsoft 365 admin centre.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/realms.py"></location>
            <source>No tenant in {name} answers for {shown}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/realms.py"></location>
            <source>The sign-in service gave no usable answer about {shown}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/realms.py"></location>
            <source>Try again. If you are behind a proxy or a guest network, check that it lets the sign-in service through.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/realms.py"></location>
            <source>{tenant} belongs to another Microsoft cloud (its sign-in address is {host}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/revoking.py"></location>
            <source>Connect this account's customer to sign in, then sign out everywhere again. Nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/revoking.py"></location>
            <source>Graph asks {username} to sign in again before it ends sign-ins.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/revoking.py"></location>
            <source>Graph did not end the sign-ins of {username}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/revoking.py"></location>
            <source>Graph did not let {username} end its sign-ins from here: no administrator has allowed this app to do so (the permission is User.RevokeSessions.All).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/revoking.py"></location>
            <source>Nothing was changed, here or there. The account's owner can do it at https://mysignins.microsoft.com/security-info (Sign out everywhere), and an administrator in the Entra admin centre (Users, the user, Revoke sessions).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/revoking.py"></location>
            <source>{name} has no address of Graph here, which is what ends sign-ins everywhere.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>, which leaves out the password there</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>A browser window of TenantDock's own opens, apart from your own profile: sign in as {user}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>A private browser window opens, where nobody is signed in: sign in as {user}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>Nothing was stored. Ask the customer whether the user was created anew. If so, remove this user's connections here and add them again: the account is then enrolled anew.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>Nothing was stored. If {came} is the account you meant, confirm it; else try the next way to sign in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>Nothing was stored. Try the next way to sign in. If you meant {came}, add the connection with that user name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>Open {address} in any browser, type the code {code}, and sign in as {user}. Never pass the code on.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>TenantDock cannot see when you close that page: press Cancel here if you do.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>Windows answered with an account that it knows</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>Windows asks who signs in: choose {user}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>Your browser opens and asks for the password anew: sign in as {user}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>Your browser opens: sign in as {user}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>a member of the tenant</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>a service of its own</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>from another tenant ({home})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>some time ago</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>that account is {home}, the saved one {ours}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the answer carries two user names, {came} and {other}, and one of them is not the one that was named</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the answer does not fit together; something between this computer and the sign-in service may have changed it</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the code was used by somebody who signed in as that account</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the saved one is at home in {home_tenant}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the saved sign-in answered for another account</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the sign-in ended in another tenant than the customer's</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the sign-in ended in that account's home tenant instead of the customer's</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the sign-in page answered for {came}; the answer does not say when that account signed in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the user name is the same but that account is {home}, and {saved}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the user name is the same but the account behind it is another one: it was deleted and created anew, or the name moved</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>this browser was already signed in as {came} (since {moment})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>{answered} although a new sign-in of {user} was asked for{weak}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>{answered} although {user} was named</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>{answered} in a window where nobody was signed in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>{came} signed in on the sign-in page just now, although {user} was named there</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>{domain} is a federated domain: {sts} signs its users in, and it answered for {came}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>{next_step} Connect again to go on now; TenantDock keeps this sign-in until it ends.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>{username} is not signed in to {label} on this computer yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>{username} is signed in, but the sign-in could not be saved: {message}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source> before {starts}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source> on {ends}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source> yet</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>A guest network's sign-in page or a filter answers in its place: open a browser, sign in to the network, then try again. If that is not it, ask your network's administrator.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>By this computer's clock it is {now}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>Check this computer's date and time.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>Do not sign in on this network. Try another one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>If you know {issuer} as your company's inspection of encrypted traffic, ask your IT to put its root certificate into this computer's trust store. If you don't, do not sign in on this network: somebody may be reading along.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>No encrypted connection to {host} could be made.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>Set this computer's date and time right first. If they are, the one who issued it ({issuer}) has to renew it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>Set this computer's date and time right, then try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>Something on the way may not let TLS through: try another network, or ask who runs the proxy or firewall.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>The certificate of {host} expired{ends}. {ours}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>The certificate of {host} is not valid{starts}. {ours}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>The certificate of {host} was issued by {issuer}, and nothing was sent that links that to one this computer trusts.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>The certificate of {host} was issued by {issuer}, which this computer does not trust.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>The certificate of {host}, issued by {issuer}, cannot be trusted.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>The certificate of {host}, issued by {issuer}, was revoked.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>What answers for {host} has a certificate for {names}, issued by {issuer}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>What answers for {host} made its own certificate ({issuer}); nobody vouches for it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>Whoever runs the server or proxy has to have it send the whole chain.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>an issuer that could not be seen</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>an issuer without a name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>another host</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>Ask whoever runs the proxy to let {host} through, {choose}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>Ask your network's administrator for an HTTP proxy, {choose}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>Ask your network's administrator to let this computer reach the sign-in service without it, or run a helper that signs in to the proxy for you (such as Px or cntlm) and set it as the proxy in TenantDock's settings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>Check that you are on the network that has this proxy (office, VPN), {choose}</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>Enter them again in TenantDock's proxy settings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>Enter them in TenantDock's proxy settings; the vault keeps the password.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>If you trust this proxy, enter the password again in TenantDock's proxy settings.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>The proxy {label} asks for a password, and the saved one is for {other}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>The proxy {label} asks for a sign-in that TenantDock cannot do ({named}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>The proxy {label} asks for a user name and password.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>The proxy {label} cannot reach {host} (HTTP {status}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>The proxy {label} did not accept the user name and password.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>The proxy {label} does not let TenantDock connect to {host} (HTTP {status}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>The proxy {label} is of a kind that TenantDock cannot use ({kind}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>The proxy {label} {trouble}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>Try again in a moment. If it stays so, tell whoever runs the proxy.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>cannot be found: no address is known for its name</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>cannot be reached</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>did not answer in time</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>it names none</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/watch.py"></location>
            <source>This computer's clock is {span} ahead of the sign-in service's.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/watch.py"></location>
            <source>This computer's clock is {span} behind the sign-in service's.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>A hotel or guest network does this: open a browser, sign in to the network, then try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>Check your internet connection, VPN and proxy, then try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>Quit TenantDock and start it again; what you saved is kept.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>Something on the way sends the sign-in service's address elsewhere.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>The customer may belong to another Microsoft cloud. Check the connection's cloud and tenant.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>The sign-in service of {name} {what} (HTTP {status}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>Try again {when}. Tokens that are still valid go on working.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>in a moment</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>in {n} seconds</source>
            <extracomment>For one: in {n} second</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>{host} cannot be reached.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>{host} did not answer in time.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>{name} ({host}) has stopped.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>{name} refers to another address ({netloc}) for this sign-in.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Check the rights and the free space of {root}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Choose another browser for this connection.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Choose another one for this connection ({browsers}), or sign in with Safari's own window.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Choose the profile again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Choose the profile of this connection again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Edit the connection and save it again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Install Microsoft Edge, Google Chrome, Brave or Firefox for this connection, or sign in with Safari's own window.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Install Microsoft Edge, Google Chrome, Chromium, Brave or Firefox, or choose a browser for this connection.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Install {label}, or choose another browser for this connection.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>No browser was found here that can open a private window or a separate profile.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>No browser was found on this computer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Safari cannot be started with a private window or a profile.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Set a default browser in Windows' settings, or choose one for this connection.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>The address to open is not a web address.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>The default browser</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>The default browser ({name})</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>The folder for TenantDock's own browser profile cannot be made.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>The name of the profile folder is damaged.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>There is no program at {name}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Try again; if it comes back, report it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Windows could not open the default browser.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>{label} could not be started.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>{label} has no profile {profile!r} (any more).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>{label} is not installed here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>{profile!r} is not the name of a browser profile.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>Browser and profile</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>Choose a browser for the connection, or make {label} the default one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>Edit the connection and choose its browser again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>Install Microsoft Edge, Google Chrome, Chromium, Brave or Firefox.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>No browser was found that can open a private window or a profile of its own.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>Sign-ins open in the default browser, {label}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>Sign-ins open in {label}, in a profile of TenantDock's own.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>Sign-ins open in {label}, in the profile {name}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>Sign-ins open in {label}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>The connection's browser ({browser}) is not installed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>The connection's browser is the program {name}, which is not there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>The connection's browser is the program {name}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>The default browser is not one that TenantDock knows; private windows and profiles are opened in {label}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>The profile {profile} of {label} is not there (any more).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>With another default browser plain sign-ins work.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/own_profiles.py"></location>
            <source>A browser window of this account is open, so its browser profile was not removed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/own_profiles.py"></location>
            <source>Close its browser windows, then remove the folder {there} by hand.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/own_profiles.py"></location>
            <source>Close the window, then remove the folder {folder} by hand.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/own_profiles.py"></location>
            <source>The browser profile of this account could not be removed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/own_profiles.py"></location>
            <location filename="../../app/tenantdock/vault/sealing.py"></location>
            <source>The saved account has a damaged id.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/windows.py"></location>
            <source>Start it by hand to see why, or choose another browser for this connection.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/windows.py"></location>
            <source>{label} ended at once with an error (exit code {code}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/practice.py"></location>
            <source>Choose another folder with --data.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/practice.py"></location>
            <source>No practice cloud</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/practice.py"></location>
            <source>The folder of the practice cloud cannot be made ({strerror}).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/examine.py"></location>
            <source>Keyring of this computer</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/examine.py"></location>
            <source>Sign-ins are kept in memory only.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/examine.py"></location>
            <source>Sign-ins are kept, with a key in {backend}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/files.py"></location>
            <source>TenantDock could not {what}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/files.py"></location>
            <source>TenantDock may not {what} in its folder.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/files.py"></location>
            <source>There is no room on the disk to {what}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/files.py"></location>
            <source>What was saved before is still there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/keys.py"></location>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <source>Check that your system's keyring works, then start TenantDock again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/keys.py"></location>
            <source>Your keyring did not keep TenantDock's key.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/keystore.py"></location>
            <source>The keyring could not be used</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <source>Unlock your keyring when your system asks for it, then try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <source>Your keyring failed to {what} TenantDock's key.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <source>Your keyring is locked, so saved sign-ins cannot be opened.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <source>change</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <location filename="../../app/tenantdock/workflows/moving.py"></location>
            <source>read</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <source>write</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>Check the passphrase: case and spaces count. If it is right, the file was changed: get it again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>Choose less, and make several files.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>Choose the file that you exported.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>Copy it again from where you exported it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>It was changed: get it again from who made it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>The passphrase is longer than {most_characters} characters.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>The passphrase is too short: it has {text} characters.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>The passphrase repeats the same few characters.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>This file asks for a way to open it that TenantDock refuses.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>This file does not open with this passphrase.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>This file was damaged on its way.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>This file was packed by a newer TenantDock.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>This is more than {value} MiB, too much for one file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>This is not a file that TenantDock packed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>Update this TenantDock, then open the file again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>Use a shorter one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>Use at least {least_characters} characters, {least_different} of them different; five words drawn by lot are good.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>Another TenantDock is setting up the store for sign-ins.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>Another TenantDock is using this sign-in and does not let go of it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>Answer its keyring prompt, or end it, and try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>End the other TenantDock, then try again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>Free some space if the disk is full, or move the folder to a local disk, then try again. Everything that was saved is still there.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>Sign in to this account again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>The key was not replaced: TenantDock's folder cannot be locked.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>The saved sign-in of this account was damaged and has been set aside.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>finish replacing the key of the saved sign-ins</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>read this sign-in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>remove this sign-in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>replace the key of the saved sign-ins</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>save this sign-in</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>set up the store for sign-ins</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>{n} saved sign-ins cannot be opened any more, because TenantDock's key is not in your keyring. The files were set aside.</source>
            <extracomment>For one: A saved sign-in cannot be opened any more, because TenantDock's key is not in your keyring. The files were set aside.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/adding.py"></location>
            <source>Look in {names} instead.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/adding.py"></location>
            <source>TenantDock does not know that cloud. Add it in the settings, then choose it for this customer.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/adding.py"></location>
            <source>{domain} itself is in {home}: its users can only be guests of a customer in {name}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/adding.py"></location>
            <source>{where} is in {names}, not in {name}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>Leave the sign-ins out and sign in on the other machine.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>Make it again on the other machine. Nothing was changed here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>Not a file for moving</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>This file cannot be used: {why}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>This file was made by a newer TenantDock.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>This is too much for one file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>Update TenantDock here, then read it again.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>a cloud is none</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>a sign-in is damaged</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>an id is none</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>it has a sign-in of nobody</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>it has more than {most} entries</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>it has the same {what} twice</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>it is no document of TenantDock's</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>it is too large</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>its date is none</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>its format does not exist</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>its services are none</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>its tags are none</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>{key} has characters that are none</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>{key} is missing</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>{key} is missing or of another kind</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>{key} is too long</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>A sign-in of {username} is under way: finish or cancel it. This one goes on after it by itself.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>Connect again, and confirm what it shows then.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>Looking for a valid {label} token</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>Opening the console</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>Remove this connection, and add it again with that user name.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>This sign-in belongs to another connection.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>Type the user name of the account that signed in, exactly as it is shown. If it is not the one you meant, sign in another way instead.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>What you typed is not {username}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>{label}: the browser brought another account, so once more</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>{label}: {message} The sign-in goes on in the browser.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>{username} is saved here as an account of its own.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/doctor.py"></location>
            <source>Cancelled before it was over.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/doctor.py"></location>
            <source>Not tested, because there was nothing to test at: {title}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/doctor.py"></location>
            <source>Not tested, because this failed: {title}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/doctor.py"></location>
            <source>Report it, with this test's report. The other steps are not affected.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/doctor.py"></location>
            <source>This check could not be made: TenantDock has a fault here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/editing.py"></location>
            <source>Leave it off: the account signs in with the browser.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/moving.py"></location>
            <source>Add a customer first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/moving.py"></location>
            <source>Check the folder, its free space and your rights, or choose another place.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/moving.py"></location>
            <source>Choose a file that ends in {suffix}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/moving.py"></location>
            <source>There is nothing to move: no customer is saved here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/moving.py"></location>
            <source>written</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/moving.py"></location>
            <source>{name} is no file.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/moving.py"></location>
            <source>{name} is too large to be a file of TenantDock's.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/moving.py"></location>
            <source>{path} could not be {done}: {strerror}.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/moving.py"></location>
            <source>{username} is another person here.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/removing.py"></location>
            <source>Connect this customer once to sign in, then sign out everywhere again. Or sign out on this computer only. Nothing was changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/removing.py"></location>
            <source>Nobody has signed in as {username} here yet.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/settings.py"></location>
            <source>Add a new cloud with the other address, and remove this one.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/settings.py"></location>
            <source>Choose a cloud that you added.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/settings.py"></location>
            <source>It comes with TenantDock.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/settings.py"></location>
            <source>It is not in the settings (any more).</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/settings.py"></location>
            <source>Remove their connections first.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/settings.py"></location>
            <source>The cloud {cloud_id!r} cannot be changed.</source>
            <translation type="unfinished"></translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/settings.py"></location>
            <source>The sign-in address of a cloud cannot be changed, because its accounts are saved with it.</source>
            <translation type="unfinished"></translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/workflows/settings.py"></location>
            <source>{name} cannot be removed: {n} saved accounts belong to it.</source>
            <extracomment>For one: {name} cannot be removed: {n} saved account belongs to it.</extracomment>
            <translation type="unfinished">
                <numerusform></numerusform>
                <numerusform></numerusform>
            </translation>
        </message>
    </context>
</TS>
