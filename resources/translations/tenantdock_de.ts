<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name></name>
        <message>
            <location filename="../../app/tenantdock/agent/client.py"></location>
            <source>Close every TenantDock, of whatever version, then start it again.</source>
            <translation>Schließen Sie jedes TenantDock, gleich welcher Version, und starten Sie es dann neu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/client.py"></location>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Refused</source>
            <translation>Abgelehnt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/client.py"></location>
            <source>See whether it is still running, then try again.</source>
            <translation>Sehen Sie nach, ob es noch läuft, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/client.py"></location>
            <source>See whether its window reacts, then try again.</source>
            <translation>Sehen Sie nach, ob das Fenster reagiert, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/client.py"></location>
            <source>TenantDock closed the connection.</source>
            <translation>TenantDock hat die Verbindung getrennt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/client.py"></location>
            <source>TenantDock did not answer in time.</source>
            <translation>TenantDock hat nicht rechtzeitig geantwortet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/client.py"></location>
            <source>TenantDock is not running</source>
            <translation>TenantDock läuft nicht</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/client.py"></location>
            <source>TenantDock refused the request.</source>
            <translation>TenantDock hat die Anforderung abgelehnt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/client.py"></location>
            <source>What listens at TenantDock's local endpoint does not speak its protocol.</source>
            <translation>Was am lokalen Endpunkt von TenantDock antwortet, spricht dessen Protokoll nicht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/local.py"></location>
            <source>Already running</source>
            <translation>Läuft bereits</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/local.py"></location>
            <source>Consoles cannot connect to TenantDock</source>
            <translation>Konsolen können sich nicht mit TenantDock verbinden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/local.py"></location>
            <source>See that this folder belongs to you and that its disk has room, then restart TenantDock.</source>
            <translation>Prüfen Sie, ob dieser Ordner Ihnen gehört und auf dem Datenträger Platz ist, und starten Sie TenantDock dann neu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/local.py"></location>
            <source>TenantDock is already running with this data folder.</source>
            <translation>TenantDock läuft bereits mit diesem Datenordner.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/local.py"></location>
            <source>TenantDock's local endpoint is not open.</source>
            <translation>Der lokale Endpunkt von TenantDock ist nicht geöffnet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/local.py"></location>
            <source>Try again in a moment. If it stays so, restart TenantDock.</source>
            <translation>Versuchen Sie es gleich noch einmal. Bleibt es dabei, starten Sie TenantDock neu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/local.py"></location>
            <source>Use the window that is open, or end that TenantDock first.</source>
            <translation>Verwenden Sie das offene Fenster, oder beenden Sie zuerst das andere TenantDock.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/protocol.py"></location>
            <source>Request refused</source>
            <translation>Anforderung abgelehnt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/protocol.py"></location>
            <source>Start with one of: {names}.</source>
            <translation>Beginnen Sie mit einer davon: {names}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/protocol.py"></location>
            <source>The first request on a connection has to say what it is.</source>
            <translation>Die erste Anforderung einer Verbindung muss sagen, was sie ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/protocol.py"></location>
            <source>The request was cancelled.</source>
            <translation>Die Anforderung wurde abgebrochen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/protocol.py"></location>
            <source>Try again.</source>
            <translation>Versuchen Sie es erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/requests.py"></location>
            <location filename="../../app/tenantdock/workflows/desk.py"></location>
            <source>Add {label} to the connection's services and open a new console.</source>
            <translation>Fügen Sie {label} zu den Diensten der Verbindung hinzu, und öffnen Sie eine neue Konsole.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/requests.py"></location>
            <source>Open the console again from TenantDock, and not inside a container.</source>
            <translation>Öffnen Sie die Konsole erneut aus TenantDock, und nicht in einem Container.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/requests.py"></location>
            <source>Sign in to this connection again in TenantDock.</source>
            <translation>Melden Sie sich in TenantDock erneut bei dieser Verbindung an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/requests.py"></location>
            <source>The process at the other end is not the one that it says it is.</source>
            <translation>Der Prozess am anderen Ende ist nicht der, der er zu sein angibt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/requests.py"></location>
            <source>The token that was found is not this session's.</source>
            <translation>Das gefundene Token gehört nicht zu dieser Sitzung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/requests.py"></location>
            <location filename="../../app/tenantdock/workflows/desk.py"></location>
            <source>This console is not connected to {label}.</source>
            <translation>Diese Konsole ist nicht mit {label} verbunden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>Connect again. If it closes again, look at the startup command in the connection's settings.</source>
            <translation>Verbinden Sie erneut. Schließt sie sich wieder, sehen Sie sich den Startbefehl in den Einstellungen der Verbindung an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>If its window shows a message, do what that says. If there is no window, choose another terminal in the connection's settings.</source>
            <translation>Zeigt ihr Fenster eine Meldung, folgen Sie dieser. Gibt es kein Fenster, wählen Sie in den Einstellungen der Verbindung ein anderes Terminal.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>Open a console of your own from TenantDock.</source>
            <translation>Öffnen Sie aus TenantDock eine eigene Konsole.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>Open the console again from TenantDock.</source>
            <translation>Öffnen Sie die Konsole erneut aus TenantDock.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>The console was closed as soon as it was connected.</source>
            <translation>Die Konsole wurde geschlossen, sobald sie verbunden war.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>The console was started, but it did not connect to TenantDock in time.</source>
            <translation>Die Konsole wurde gestartet, hat sich aber nicht rechtzeitig mit TenantDock verbunden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>This console's ticket is not valid: a ticket works once, and for 30 seconds.</source>
            <translation>Das Ticket dieser Konsole ist nicht gültig: Ein Ticket gilt nur einmal und nur 30 Sekunden lang.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>This is not the console that the session belongs to.</source>
            <translation>Das ist nicht die Konsole, zu der die Sitzung gehört.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>This session was ended.</source>
            <translation>Diese Sitzung wurde beendet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>Wait until they are up, then try again.</source>
            <translation>Warten Sie, bis sie geöffnet sind, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/agent/tickets.py"></location>
            <source>{waiting_limit} consoles are starting already.</source>
            <translation>{waiting_limit} Konsolen werden bereits gestartet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/autostart.py"></location>
            <source>Check that you may write {where}, and try again.</source>
            <translation>Prüfen Sie, ob Sie {where} schreiben dürfen, und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/autostart.py"></location>
            <source>Install TenantDock in a folder with a shorter name.</source>
            <translation>Installieren Sie TenantDock in einem Ordner mit kürzerem Namen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/autostart.py"></location>
            <source>Start TenantDock yourself.</source>
            <translation>Starten Sie TenantDock selbst.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/autostart.py"></location>
            <source>Starting at log-in could not be changed: {reason}.</source>
            <translation>Der Start bei der Anmeldung am Computer konnte nicht geändert werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/autostart.py"></location>
            <source>Windows starts no program whose command is longer than {n} characters.</source>
            <translation>Windows startet kein Programm, dessen Befehl länger als {n} Zeichen ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/clinic.py"></location>
            <source>Give a domain.</source>
            <translation>Geben Sie eine Domäne an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/clinic.py"></location>
            <source>Nothing is saved yet.</source>
            <translation>Noch ist nichts gespeichert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/bootstrap.py"></location>
            <source>Quit TenantDock and start it again.</source>
            <translation>Beenden Sie TenantDock, und starten Sie es neu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/bootstrap.py"></location>
            <source>The agent made an unusable ticket.</source>
            <translation>Der Agent hat ein unbrauchbares Ticket ausgestellt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/bootstrap.py"></location>
            <source>The agent's endpoint has no usable name.</source>
            <translation>Der Endpunkt des Agenten hat keinen brauchbaren Namen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <source>Consoles open in {label}.</source>
            <translation>Konsolen öffnen sich in {label}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <source>Consoles use Windows PowerShell 5.1.</source>
            <translation>Konsolen verwenden Windows PowerShell 5.1.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <source>Consoles use {label} at {path}.</source>
            <translation>Konsolen verwenden {label} unter {path}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <source>In PowerShell: {commands}. Signing in and TenantDock's own commands work without them.</source>
            <translation>In PowerShell: {commands}. Die Anmeldung und die eigenen Befehle von TenantDock funktionieren auch ohne sie.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <source>It works. Newer modules want PowerShell 7: {command}</source>
            <translation>Das funktioniert. Neuere Module verlangen PowerShell 7: {command}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <source>No module is installed for {services}.</source>
            <translation>Für {services} ist kein Modul installiert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>PowerShell</source>
            <translation>PowerShell</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <location filename="../../app/tenantdock/desktop/modules_table.py"></location>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>PowerShell modules</source>
            <translation>PowerShell-Module</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Terminal</source>
            <translation>Terminal</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <source>The modules of all services are installed.</source>
            <translation>Die Module aller Dienste sind installiert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/examine.py"></location>
            <source>Too old: {modules}.</source>
            <translation>Zu alt: {modules}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/forward.py"></location>
            <source>Connect again to open a new console.</source>
            <translation>Verbinden Sie erneut, um eine neue Konsole zu öffnen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/forward.py"></location>
            <source>Look for the window called “{name}”, for example with Alt+Tab.</source>
            <translation>Suchen Sie das Fenster „{name}“, zum Beispiel mit Alt+Tab.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/forward.py"></location>
            <source>Look for the window called “{name}”.</source>
            <translation>Suchen Sie das Fenster „{name}“.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/forward.py"></location>
            <source>On Wayland no program may bring another one's window to the front.</source>
            <translation>Unter Wayland darf kein Programm das Fenster eines anderen nach vorn holen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/forward.py"></location>
            <source>The console's process is gone.</source>
            <translation>Der Prozess der Konsole läuft nicht mehr.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/forward.py"></location>
            <source>The console's window was not found: its terminal does not say which one it is.</source>
            <translation>Das Fenster der Konsole wurde nicht gefunden: Das Terminal gibt nicht an, welches Fenster es ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/launcher.py"></location>
            <source>Choose another terminal in the connection's settings, or connect again.</source>
            <translation>Wählen Sie in den Einstellungen der Verbindung ein anderes Terminal, oder verbinden Sie erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/launcher.py"></location>
            <source>It cannot be run: {reason}.</source>
            <translation>Es kann nicht ausgeführt werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/launcher.py"></location>
            <source>It ended at once with code {code}.</source>
            <translation>Es endete sofort mit dem Code {code}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/launcher.py"></location>
            <source>It said: {text}</source>
            <translation>Es meldete: {text}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/launcher.py"></location>
            <source>No display</source>
            <translation>Keine grafische Anzeige</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/launcher.py"></location>
            <source>Start TenantDock in a desktop session.</source>
            <translation>Starten Sie TenantDock in einer Desktopsitzung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/launcher.py"></location>
            <source>There is no display here, so a console's window cannot open.</source>
            <translation>Hier gibt es keine grafische Anzeige, deshalb kann sich kein Konsolenfenster öffnen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/launcher.py"></location>
            <source>the system refused its arguments</source>
            <translation>das System hat seine Argumente abgelehnt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/launcher.py"></location>
            <source>{label} did not open a window.</source>
            <translation>{label} hat kein Fenster geöffnet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/modules.py"></location>
            <source>has Connect-ExchangeOnline -AccessToken</source>
            <translation>hat Connect-ExchangeOnline -AccessToken</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/modules.py"></location>
            <source>has Connect-IPPSSession -AccessToken</source>
            <translation>hat Connect-IPPSSession -AccessToken</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/modules.py"></location>
            <source>is the oldest that was tried</source>
            <translation>ist die älteste geprüfte Version</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/modules.py"></location>
            <source>takes a token as a SecureString</source>
            <translation>nimmt ein Token als SecureString an</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/shells.py"></location>
            <source>Add Microsoft's package source as {page} shows, then: {command}</source>
            <translation>Fügen Sie die Paketquelle von Microsoft hinzu, wie {page} es zeigt, dann: {command}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/shells.py"></location>
            <source>Edit the connection and choose another one, such as {label} ({path}).</source>
            <translation>Bearbeiten Sie die Verbindung, und wählen Sie eine andere, zum Beispiel {label} ({path}).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/shells.py"></location>
            <source>Install PowerShell 7 as {page} shows, then try again.</source>
            <translation>Installieren Sie PowerShell 7, wie {page} es zeigt, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/shells.py"></location>
            <source>Install it with: {command}</source>
            <translation>Installieren Sie sie mit: {command}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/shells.py"></location>
            <source>Install it with: {command} (or the package from {page}).</source>
            <translation>Installieren Sie sie mit: {command} (oder mit dem Paket von {page}).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/shells.py"></location>
            <source>No PowerShell was found on this machine.</source>
            <translation>Auf diesem Computer wurde keine PowerShell gefunden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/shells.py"></location>
            <source>The PowerShell chosen for this connection ({where}) is not there any more.</source>
            <translation>Die für diese Verbindung gewählte PowerShell ({where}) ist nicht mehr da.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/shells.py"></location>
            <source>The PowerShell chosen for this connection ({where}) is not there.</source>
            <translation>Die für diese Verbindung gewählte PowerShell ({where}) ist nicht da.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/shells.py"></location>
            <source>The chosen PowerShell is gone</source>
            <translation>Die gewählte PowerShell ist nicht mehr da</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>Edit the connection and choose another one, such as {label}.</source>
            <translation>Bearbeiten Sie die Verbindung, und wählen Sie ein anderes, zum Beispiel {label}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>Install a terminal such as GNOME Terminal, Konsole or xterm with your system's package manager.</source>
            <translation>Installieren Sie mit der Paketverwaltung Ihres Systems ein Terminal wie GNOME Terminal, Konsole oder xterm.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>Install one, for example with: sudo apt-get install -y xterm</source>
            <translation>Installieren Sie eines, zum Beispiel mit: sudo apt-get install -y xterm</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>Install one, for example with: sudo dnf install xterm</source>
            <translation>Installieren Sie eines, zum Beispiel mit: sudo dnf install xterm</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>No terminal program was found on this machine.</source>
            <translation>Auf diesem Computer wurde kein Terminalprogramm gefunden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>Terminal belongs to macOS: look for it under Applications, Utilities.</source>
            <translation>Terminal gehört zu macOS: Suchen Sie es unter Programme, Dienstprogramme.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>The chosen terminal is gone</source>
            <translation>Das gewählte Terminal ist nicht mehr da</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>The desktop's terminal</source>
            <translation>Das Terminal des Desktops</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>The system's terminal</source>
            <translation>Das Terminal des Systems</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>The terminal chosen for this connection ({chosen}) is not there any more.</source>
            <translation>Das für diese Verbindung gewählte Terminal ({chosen}) ist nicht mehr da.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/consoles/terminals.py"></location>
            <source>Windows console</source>
            <translation>Windows-Konsole</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/about.py"></location>
            <source>All services</source>
            <translation>Alle Dienste</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/about.py"></location>
            <source>Also saved here</source>
            <translation>Hier auch gespeichert</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/about.py"></location>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <source>Cloud</source>
            <translation>Cloud</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/about.py"></location>
            <location filename="../../app/tenantdock/desktop/columns.py"></location>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <source>Domain</source>
            <translation>Domäne</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/about.py"></location>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <location filename="../../app/tenantdock/desktop/sidebar.py"></location>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/about.py"></location>
            <source>Nobody yet: the first sign-in decides</source>
            <translation>Noch niemand: Die erste Anmeldung entscheidet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/about.py"></location>
            <source>Person</source>
            <translation>Person</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/about.py"></location>
            <source>Pinned to object</source>
            <translation>Objekt-ID</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/about.py"></location>
            <source>Signed in since</source>
            <translation>Angemeldet seit</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/about.py"></location>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/columns.py"></location>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <source>Tenant id</source>
            <translation>Mandanten-ID</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/about.py"></location>
            <source>Used for</source>
            <translation>Verwendet für</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/about.py"></location>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <source>User name</source>
            <translation>Benutzername</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/about.py"></location>
            <source>of home tenant</source>
            <translation>Heimatmandant</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/about.py"></location>
            <source>{id} (not known here)</source>
            <translation>{id} (hier nicht bekannt)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/about.py"></location>
            <source>{n} other customers</source>
            <extracomment>For one: {n} other customer</extracomment>
            <translation>
                <numerusform>{n} weiterer Kunde</numerusform>
                <numerusform>{n} weitere Kunden</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>&amp;Name in the list</source>
            <translation>&amp;Name in der Liste</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>&amp;User name that you sign in with</source>
            <translation>&amp;Benutzername, mit dem Sie sich anmelden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Add a customer</source>
            <translation>Kunden hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Adding…</source>
            <translation>Wird hinzugefügt…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Already in the list</source>
            <translation>Bereits in der Liste</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/clients.py"></location>
            <source>C&amp;loud</source>
            <translation>C&amp;loud</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/asking.py"></location>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <location filename="../../app/tenantdock/desktop/proxying.py"></location>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <location filename="../../app/tenantdock/desktop/writing.py"></location>
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>Choose at least one service.</source>
            <translation>Wählen Sie mindestens einen Dienst.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Cloud instance</source>
            <translation>Cloudinstanz</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <location filename="../../app/tenantdock/desktop/fields.py"></location>
            <location filename="../../app/tenantdock/desktop/filing_menu.py"></location>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <location filename="../../app/tenantdock/desktop/panel_filing.py"></location>
            <source>Colour</source>
            <translation>Farbe</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Connect to</source>
            <translation>Verbinden mit</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Customer's &amp;domain or tenant id</source>
            <translation>&amp;Domäne oder Mandanten-ID des Kunden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Enter the proxy's user name and password</source>
            <translation>Benutzernamen und Kennwort des Proxys eingeben</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Enter them…</source>
            <translation>Eingeben…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Form</source>
            <translation>Formular</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Home tenant</source>
            <translation>Heimatmandant</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>How this user signs in</source>
            <translation>Wie dieser Benutzer sich anmeldet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Looked up anew</source>
            <translation>Erneute Abfrage</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Looking for the tenant</source>
            <translation>Der Mandant wird gesucht</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Looking for the tenant…</source>
            <translation>Der Mandant wird gesucht…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Only if it is not the one in the user name</source>
            <translation>Nur, wenn es nicht die im Benutzernamen ist</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Protocol</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Saved accounts</source>
            <translation>Gespeicherte Konten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Sign-in service</source>
            <translation>Anmeldedienst</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Switch to {cloud}</source>
            <translation>{cloud} wählen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <location filename="../../app/tenantdock/desktop/panel.py"></location>
            <source>Tenant</source>
            <translation>Mandant</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>Tenant found: {name}</source>
            <translation>Mandant gefunden: {name}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>The tenant is found by the user name's domain.</source>
            <translation>Der Mandant wird über die Domäne des Benutzernamens gefunden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>This customer is in the list already, as {name} with {account}. You can add it with this account as well.</source>
            <translation>Dieser Kunde ist bereits in der Liste, als {name} mit {account}. Sie können ihn auch mit diesem Konto hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Try again</source>
            <translation>Erneut versuchen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <location filename="../../app/tenantdock/desktop/panel_notes.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/page.py"></location>
            <source>Why it was not saved</source>
            <translation>Warum nicht gespeichert wurde</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>You can add it all the same.</source>
            <translation>Hinzufügen können Sie ihn trotzdem.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/add.py"></location>
            <source>{name} is in the list with this account already. Give this one another name.</source>
            <translation>{name} ist mit diesem Konto bereits in der Liste. Geben Sie diesem Eintrag einen anderen Namen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/announcing.py"></location>
            <source>The console of {name} has ended.</source>
            <translation>Die Konsole von {name} wurde beendet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/announcing.py"></location>
            <source>The console of {name} is connected.</source>
            <translation>Die Konsole von {name} ist verbunden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/announcing.py"></location>
            <source>The console of {name} is not as wanted.</source>
            <translation>Die Konsole von {name} ist nicht wie gewünscht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/app.py"></location>
            <source>Choose another one, or add the customer again.</source>
            <translation>Wählen Sie einen anderen, oder fügen Sie den Kunden erneut hinzu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/app.py"></location>
            <source>Copied: {text}</source>
            <translation>Kopiert: {text}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/app.py"></location>
            <source>Something happened that TenantDock was not made for.</source>
            <translation>Es ist etwas geschehen, worauf TenantDock nicht vorbereitet ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/app.py"></location>
            <source>TenantDock – practice cloud</source>
            <translation>TenantDock – Übungscloud</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/app.py"></location>
            <source>This customer is not in the list any more.</source>
            <translation>Dieser Kunde ist nicht mehr in der Liste.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/app.py"></location>
            <source>Try again. If it comes back, send the details to whoever looks after TenantDock for you.</source>
            <translation>Versuchen Sie es erneut. Kommt es wieder vor, senden Sie die Einzelheiten an die Person, die TenantDock bei Ihnen betreut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/asking.py"></location>
            <location filename="../../app/tenantdock/desktop/completing.py"></location>
            <source>Names that there are</source>
            <translation>Vorhandene Namen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/batch.py"></location>
            <source>Cancel the rest</source>
            <translation>Den Rest abbrechen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/batch.py"></location>
            <source>Connecting, {n} of {total}: {name}</source>
            <translation>Verbinden, {n} von {total}: {name}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/batch.py"></location>
            <source>Signing in, {n} of {total}: {name}</source>
            <translation>Anmelden, {n} von {total}: {name}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/batch.py"></location>
            <source>{n} customers were left out.</source>
            <extracomment>For one: {n} customer was left out.</extracomment>
            <translation>
                <numerusform>{n} Kunde wurde ausgelassen.</numerusform>
                <numerusform>{n} Kunden wurden ausgelassen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bottom.py"></location>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Connect</source>
            <translation>&amp;Verbinden</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/bottom.py"></location>
            <source>&amp;Connect {n}</source>
            <extracomment>For one: &amp;Connect {n}</extracomment>
            <translation>
                <numerusform>&amp;Verbinden ({n})</numerusform>
                <numerusform>&amp;Verbinden ({n})</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bottom.py"></location>
            <source>&amp;Details</source>
            <translation>&amp;Details</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bottom.py"></location>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bottom.py"></location>
            <source>Connect (Enter)</source>
            <translation>Verbinden (Eingabetaste)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bottom.py"></location>
            <location filename="../../app/tenantdock/desktop/panel.py"></location>
            <source>Details of the selected customer</source>
            <translation>Details zum ausgewählten Kunden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bottom.py"></location>
            <source>Details of the selected customer (F2)</source>
            <translation>Details zum ausgewählten Kunden (F2)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bottom.py"></location>
            <source>Number of customers</source>
            <translation>Anzahl der Kunden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bottom.py"></location>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <source>Status</source>
            <translation>Status</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bottom.py"></location>
            <source>Undo (Ctrl+Z)</source>
            <translation>Rückgängig (Strg+Z)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/browsing.py"></location>
            <source>&amp;Browser that signs in</source>
            <translation>&amp;Browser für die Anmeldung</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/browsing.py"></location>
            <source>&amp;Profile</source>
            <translation>&amp;Profil</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/browsing.py"></location>
            <source>&amp;Way to try first</source>
            <translation>&amp;Weg für den ersten Versuch</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/browsing.py"></location>
            <source>One that TenantDock keeps for this account alone</source>
            <translation>Eines, das TenantDock nur für dieses Konto führt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/browsing.py"></location>
            <source>The one it opens by itself</source>
            <translation>Das, was er von selbst öffnet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/browsing.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/declared.py"></location>
            <source>The system's default browser</source>
            <translation>Der Standardbrowser des Systems</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/browsing.py"></location>
            <source>The usual one (the browser)</source>
            <translation>Der übliche (der Browser)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/browsing.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/declared.py"></location>
            <source>{name} (not found here)</source>
            <translation>{name} (hier nicht gefunden)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>Connect now</source>
            <translation>Jetzt verbinden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>Everything else works. Each one is told below.</source>
            <translation>Alles andere funktioniert. Unten ist jede Datei einzeln aufgeführt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>Offline:</source>
            <translation>Offline:</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>Open its page</source>
            <translation>Seite öffnen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>Practice cloud: people and tenants here are made up. Try admin@northwind.example; every password is “practice”.</source>
            <translation>Übungscloud: Personen und Mandanten sind hier erfunden. Versuchen Sie admin@northwind.example; jedes Kennwort lautet „practice“.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>Set this computer's clock right, or sign-ins fail in odd ways.</source>
            <translation>Stellen Sie die Uhr dieses Computers richtig, sonst schlagen Anmeldungen auf schwer erklärbare Weise fehl.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <location filename="../../app/tenantdock/desktop/importing_preview.py"></location>
            <location filename="../../app/tenantdock/desktop/notify.py"></location>
            <location filename="../../app/tenantdock/desktop/panel_consoles.py"></location>
            <location filename="../../app/tenantdock/desktop/sessions.py"></location>
            <source>Show</source>
            <translation>Anzeigen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>Sign-ins are kept until you quit, and not longer.</source>
            <translation>Anmeldungen bleiben erhalten, bis Sie TenantDock beenden, und nicht länger.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>Some files could not be used</source>
            <translation>Einige Dateien konnten nicht verwendet werden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>This desktop shows no tray icons, so this window is where TenantDock lives. Closing it quits TenantDock.</source>
            <translation>Dieser Desktop zeigt keine Symbole im Infobereich, deshalb gibt es TenantDock nur in diesem Fenster. Wenn Sie es schließen, wird TenantDock beendet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>What is still valid goes on working. This message goes by itself with the next request that is answered.</source>
            <translation>Was noch gültig ist, funktioniert weiter. Diese Meldung verschwindet von selbst, sobald wieder eine Anforderung beantwortet wird.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>offline</source>
            <translation>offline</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>this computer's clock is wrong</source>
            <translation>die Uhr dieses Computers geht falsch</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>{name} was added.</source>
            <translation>{name} wurde hinzugefügt.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/bulletins.py"></location>
            <source>{n} files could not be used as they are.</source>
            <extracomment>For one: {n} file could not be used as it is.</extracomment>
            <translation>
                <numerusform>{n} Datei konnte so nicht verwendet werden.</numerusform>
                <numerusform>{n} Dateien konnten so nicht verwendet werden.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/clearing.py"></location>
            <source>Clear</source>
            <translation>Leeren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>Code: {code}</source>
            <translation>Code: {code}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/clients.py"></location>
            <source>Copy the address</source>
            <translation>Adresse kopieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>Copy the code</source>
            <translation>Code kopieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>On any device, open this address and type the code:</source>
            <translation>Öffnen Sie auf einem beliebigen Gerät diese Adresse, und geben Sie den Code ein:</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>Open here</source>
            <translation>Hier öffnen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>Open the address here</source>
            <translation>Die Adresse hier öffnen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>QR code of the address. {told}</source>
            <translation>QR-Code der Adresse. {told}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>Scan it with a phone to open the address there.</source>
            <translation>Scannen Sie ihn mit einem Telefon, um die Adresse dort zu öffnen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>The code can be used for {n} more minutes, until {time}.</source>
            <translation>Der Code gilt noch {n} Minuten, bis {time}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>The code can be used for {time} more.</source>
            <translation>Der Code gilt noch {time}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>The code can no longer be used. Cancel, and try again.</source>
            <translation>Der Code gilt nicht mehr. Brechen Sie ab, und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>This way is the last one to try: whoever gets the code can sign in with it, which is how people are tricked, and many organisations block it. Type it only if you started this sign-in yourself, and never pass it on.</source>
            <translation>Diesen Weg sollten Sie zuletzt versuchen: Wer den Code erhält, kann sich damit anmelden. Damit werden Menschen hereingelegt, und viele Organisationen sperren ihn deshalb. Geben Sie ihn nur ein, wenn Sie diese Anmeldung selbst begonnen haben, und geben Sie ihn nie weiter.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <location filename="../../app/tenantdock/desktop/session_rows.py"></location>
            <source>Time left</source>
            <translation>Verbleibende Zeit</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/codepage.py"></location>
            <source>Why this way is the last one</source>
            <translation>Warum dieser Weg der letzte ist</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/columns.py"></location>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <location filename="../../app/tenantdock/desktop/panel.py"></location>
            <location filename="../../app/tenantdock/desktop/session_rows.py"></location>
            <source>Account</source>
            <translation>Konto</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/columns.py"></location>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <location filename="../../app/tenantdock/desktop/panel.py"></location>
            <location filename="../../app/tenantdock/desktop/session_rows.py"></location>
            <source>Customer</source>
            <translation>Kunde</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/columns.py"></location>
            <location filename="../../app/tenantdock/desktop/filters.py"></location>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <location filename="../../app/tenantdock/desktop/panel_filing.py"></location>
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/columns.py"></location>
            <source>Last used</source>
            <translation>Zuletzt verwendet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/columns.py"></location>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <location filename="../../app/tenantdock/desktop/session_rows.py"></location>
            <source>Services</source>
            <translation>Dienste</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/columns.py"></location>
            <location filename="../../app/tenantdock/desktop/filing_menu.py"></location>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <location filename="../../app/tenantdock/desktop/panel_filing.py"></location>
            <location filename="../../app/tenantdock/desktop/sidebar.py"></location>
            <source>Tags</source>
            <translation>Stichwörter</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/columns_view.py"></location>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <location filename="../../app/tenantdock/desktop/importing_preview.py"></location>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <source>Columns</source>
            <translation>Spalten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/command_box.py"></location>
            <source>Command to install it</source>
            <translation>Befehl zum Installieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/command_box.py"></location>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <location filename="../../app/tenantdock/desktop/parts.py"></location>
            <source>Copied</source>
            <translation>Kopiert</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/command_box.py"></location>
            <location filename="../../app/tenantdock/desktop/fields.py"></location>
            <location filename="../../app/tenantdock/desktop/parts.py"></location>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/command_box.py"></location>
            <location filename="../../app/tenantdock/desktop/fields.py"></location>
            <source>Copy: {what}</source>
            <translation>Kopieren: {what}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Discard</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Discard the changes?</source>
            <translation>Änderungen verwerfen?</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Enrol another person as {name}?</source>
            <translation>Eine andere Person als {name} erfassen?</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Forget the person</source>
            <translation>Person vergessen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Go on editing</source>
            <translation>Weiter bearbeiten</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>It is used for {n} other customers too, which have to be signed in again.</source>
            <extracomment>For one: It is used for {n} other customer too, which has to be signed in again.</extracomment>
            <translation>
                <numerusform>Es wird auch für {n} weiteren Kunden verwendet, der neu angemeldet werden muss.</numerusform>
                <numerusform>Es wird auch für {n} weitere Kunden verwendet, die neu angemeldet werden müssen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <location filename="../../app/tenantdock/desktop/session_desk.py"></location>
            <source>Keep</source>
            <translation>Behalten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Microsoft ends every sign-in of {name}, in browsers and apps, on every device. TenantDock forgets its own, and open consoles of this account get no more tokens.</source>
            <translation>Microsoft beendet jede Anmeldung von {name}, in Browsern und Apps, auf jedem Gerät. TenantDock vergisst die eigene, und offene Konsolen dieses Kontos erhalten keine Token mehr.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Not signed out everywhere: {name}</source>
            <translation>Nicht überall abgemeldet: {name}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Sign out everywhere</source>
            <translation>Überall abmelden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Sign out {name} everywhere?</source>
            <translation>{name} überall abmelden?</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Signed out everywhere: {name}</source>
            <translation>Überall abgemeldet: {name}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Signed out: {name}</source>
            <translation>Abgemeldet: {name}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>Signing out everywhere: {name}</source>
            <translation>Wird überall abgemeldet: {name}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>TenantDock forgets which person {name} is, and its sign-in; open consoles of this account get no more tokens. Whoever signs in next under that user name is taken for the right one from then on. Do this only when the account was made anew or belongs to somebody else now.</source>
            <translation>TenantDock vergisst, welche Person {name} ist, und löscht deren Anmeldung; offene Konsolen dieses Kontos erhalten keine Token mehr. Wer sich als Nächstes unter diesem Benutzernamen anmeldet, gilt von da an als die richtige Person. Tun Sie das nur, wenn das Konto neu angelegt wurde oder jetzt jemand anderem gehört.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>The next sign-in as {name} decides who it is.</source>
            <translation>Die nächste Anmeldung als {name} entscheidet, wer das ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/commands.py"></location>
            <source>What you changed is not saved yet.</source>
            <translation>Ihre Änderungen sind noch nicht gespeichert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/confirming.py"></location>
            <source>If you say yes, TenantDock accepts this account from now on, and no other. Say yes only if you know it.</source>
            <translation>Wenn Sie Ja sagen, akzeptiert TenantDock von jetzt an dieses Konto und kein anderes. Sagen Sie nur Ja, wenn Sie es kennen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/confirming.py"></location>
            <source>Is it the same person?</source>
            <translation>Ist es dieselbe Person?</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/confirming.py"></location>
            <source>No, go back</source>
            <translation>Nein, zurück</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/confirming.py"></location>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Signed in</source>
            <translation>Angemeldet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/confirming.py"></location>
            <source>To confirm, type the name of the account that signed in</source>
            <translation>Geben Sie zur Bestätigung den Namen des Kontos ein, das sich angemeldet hat</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/confirming.py"></location>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>What was seen</source>
            <translation>Beobachtungen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/confirming.py"></location>
            <source>Yes, it is the account I meant</source>
            <translation>Ja, dieses Konto habe ich gemeint</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/confirming.py"></location>
            <source>You typed</source>
            <translation>Eingegeben</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <location filename="../../app/tenantdock/desktop/exporting.py"></location>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/page.py"></location>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Connection</source>
            <translation>Verbindung</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Copy the history</source>
            <translation>Verlauf kopieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Details of {name}</source>
            <translation>Details zu {name}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Enrol another person…</source>
            <translation>Andere Person erfassen…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>For an account that was made anew or belongs to somebody else now: forgets who it is.</source>
            <translation>Für ein Konto, das neu angelegt wurde oder jetzt jemand anderem gehört: vergisst, wer es ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Forgets the sign-in on this computer and ends its consoles. The person stays the same.</source>
            <translation>Vergisst die Anmeldung auf diesem Computer und beendet ihre Konsolen. Die Person bleibt dieselbe.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>Give it the customer's name.</source>
            <translation>Geben Sie den Namen des Kunden an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <location filename="../../app/tenantdock/desktop/panel.py"></location>
            <source>History</source>
            <translation>Verlauf</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <location filename="../../app/tenantdock/desktop/panel.py"></location>
            <source>How the account signs in</source>
            <translation>Wie das Konto sich anmeldet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Looking it up…</source>
            <translation>Wird ermittelt…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Microsoft ends all sign-ins of this account, on every device.</source>
            <translation>Microsoft beendet alle Anmeldungen dieses Kontos, auf jedem Gerät.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <location filename="../../app/tenantdock/desktop/panel.py"></location>
            <source>Nothing yet</source>
            <translation>Noch nichts</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/dialog.py"></location>
            <source>Pages</source>
            <translation>Seiten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <location filename="../../app/tenantdock/desktop/doctor_report.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/page.py"></location>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Saving…</source>
            <translation>Wird gespeichert…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Sign in with Windows (Web Account Manager)</source>
            <translation>Mit Windows anmelden (Web Account Manager)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Sign out everywhere…</source>
            <translation>Überall abmelden…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Sign out here</source>
            <translation>Hier abmelden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Test the connection…</source>
            <translation>Verbindung testen…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <location filename="../../app/tenantdock/desktop/panel.py"></location>
            <source>Tokens in memory</source>
            <translation>Token im Arbeitsspeicher</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/details.py"></location>
            <source>Windows itself asks for the account, with what secures this device. TenantDock checks the result all the same.</source>
            <translation>Windows selbst fragt nach dem Konto, mit dem, was dieses Gerät schützt. TenantDock prüft das Ergebnis trotzdem.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>&amp;Domain or user name</source>
            <translation>&amp;Domäne oder Benutzername</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Cancelled: {text}.</source>
            <translation>Abgebrochen: {text}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Connectivity test</source>
            <translation>Verbindungstest</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Copy report</source>
            <translation>Bericht kopieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Domain or user name</source>
            <translation>Domäne oder Benutzername</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Domain or user name to test</source>
            <translation>Zu testende Domäne oder Benutzername</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Progress of the test</source>
            <translation>Fortschritt des Tests</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Run again</source>
            <translation>Erneut ausführen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Save report…</source>
            <translation>Bericht speichern…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Saved to {path}</source>
            <translation>Gespeichert unter {path}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Steps</source>
            <translation>Schritte</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Test</source>
            <translation>Testen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>Testing: {over} of {all} steps are over.</source>
            <translation>Test läuft: {over} von {all} Schritten sind erledigt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>This computer and the sign-in service</source>
            <translation>Dieser Computer und der Anmeldedienst</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>What is tested</source>
            <translation>Was getestet wird</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <location filename="../../app/tenantdock/desktop/doctor_report.py"></location>
            <source>Without names of people and computers</source>
            <translation>Ohne Namen von Personen und Computern</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>{name}: {who} in {cloud}</source>
            <translation>{name}: {who} in {cloud}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>{n} skipped</source>
            <extracomment>For one: {n} skipped</extracomment>
            <translation>
                <numerusform>{n} übersprungen</numerusform>
                <numerusform>{n} übersprungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>{n} steps failed</source>
            <extracomment>For one: {n} step failed</extracomment>
            <translation>
                <numerusform>{n} Schritt fehlgeschlagen</numerusform>
                <numerusform>{n} Schritte fehlgeschlagen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>{n} steps passed</source>
            <extracomment>For one: {n} step passed</extracomment>
            <translation>
                <numerusform>{n} Schritt bestanden</numerusform>
                <numerusform>{n} Schritte bestanden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>{n} warnings</source>
            <extracomment>For one: {n} warning</extracomment>
            <translation>
                <numerusform>{n} Warnung</numerusform>
                <numerusform>{n} Warnungen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor.py"></location>
            <source>{what} in {cloud}</source>
            <translation>{what} in {cloud}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_report.py"></location>
            <source>Save report</source>
            <translation>Bericht speichern</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>Details of {step}</source>
            <translation>Details zu {step}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>Failed</source>
            <translation>Fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>Less</source>
            <translation>Weniger</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>Passed</source>
            <translation>Bestanden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>Skipped</source>
            <translation>Übersprungen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>Testing…</source>
            <translation>Test läuft…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>Waiting</source>
            <translation>Wartet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>Warning</source>
            <translation>Warnung</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>What to do</source>
            <translation>Was zu tun ist</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>What to do: {text}</source>
            <translation>Was zu tun ist: {text}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/doctor_rows.py"></location>
            <source>{n} s</source>
            <translation>{n} s</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/dragging.py"></location>
            <location filename="../../app/tenantdock/desktop/exporting.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <location filename="../../app/tenantdock/desktop/viewing.py"></location>
            <source>{n} customers</source>
            <extracomment>For one: {n} customer</extracomment>
            <translation>
                <numerusform>{n} Kunde</numerusform>
                <numerusform>{n} Kunden</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/ending.py"></location>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/ending.py"></location>
            <source>Quit TenantDock?</source>
            <translation>TenantDock beenden?</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/ending.py"></location>
            <source>Stay</source>
            <translation>Bleiben</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/ending.py"></location>
            <source>TenantDock goes on here, in the tray. Quit it from this icon's menu.</source>
            <translation>TenantDock läuft hier im Infobereich weiter. Beenden Sie es über das Menü dieses Symbols.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/ending.py"></location>
            <source>There is no tray icon to go on in, so closing the window quits. This is said only once.</source>
            <translation>Es gibt keinen Infobereich, in dem TenantDock weiterlaufen könnte, deshalb beendet das Schließen des Fensters das Programm. Dieser Hinweis erscheint nur einmal.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/ending.py"></location>
            <source>{n} consoles are open. They will get no more tokens.</source>
            <extracomment>For one: {n} console is open. It will get no more tokens.</extracomment>
            <translation>
                <numerusform>{n} Konsole ist offen. Sie erhält dann keine Token mehr.</numerusform>
                <numerusform>{n} Konsolen sind offen. Sie erhalten dann keine Token mehr.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/exporting.py"></location>
            <source>&amp;JSON</source>
            <translation>&amp;JSON</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/exporting.py"></location>
            <source>A table for spreadsheets. Names, accounts and tags; no sign-ins.</source>
            <translation>Eine Tabelle für Tabellenkalkulationen. Namen, Konten und Stichwörter; keine Anmeldungen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/exporting.py"></location>
            <source>C&amp;SV</source>
            <translation>C&amp;SV</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/exporting.py"></location>
            <source>Everything under a passphrase, with the sign-ins where you want that.</source>
            <translation>Alles, durch eine Passphrase geschützt, auf Wunsch mit den Anmeldungen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/exporting.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Export</source>
            <translation>Exportieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/exporting.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Export customers</source>
            <translation>Kunden exportieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/exporting.py"></location>
            <source>For another &amp;machine</source>
            <translation>Für einen anderen &amp;Computer</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/exporting.py"></location>
            <source>For other programs, and for TenantDock elsewhere. The same; no sign-ins.</source>
            <translation>Für andere Programme und für TenantDock anderswo. Dasselbe; keine Anmeldungen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/exporting.py"></location>
            <source>{customers} are in {path}.</source>
            <translation>{customers} sind in {path}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filing_menu.py"></location>
            <source>&amp;Another group…</source>
            <translation>&amp;Andere Gruppe…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filing_menu.py"></location>
            <source>&amp;Another tag…</source>
            <translation>&amp;Anderes Stichwort…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filing_menu.py"></location>
            <source>&amp;Out of the group</source>
            <translation>A&amp;us der Gruppe</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filing_menu.py"></location>
            <source>Co&amp;lour</source>
            <translation>Fa&amp;rbe</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filing_menu.py"></location>
            <source>Fa&amp;vourite</source>
            <translation>Fa&amp;vorit</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filing_menu.py"></location>
            <source>Move to &amp;group</source>
            <translation>In &amp;Gruppe verschieben</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filing_menu.py"></location>
            <source>Move to group</source>
            <translation>In Gruppe verschieben</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filing_menu.py"></location>
            <source>T&amp;ags</source>
            <translation>S&amp;tichwörter</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filters.py"></location>
            <source>&amp;Clear filters</source>
            <translation>Filter &amp;zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filters.py"></location>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>&amp;Group</source>
            <translation>&amp;Gruppe</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filters.py"></location>
            <source>&amp;Tag</source>
            <translation>S&amp;tichwort</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filters.py"></location>
            <location filename="../../app/tenantdock/desktop/sidebar.py"></location>
            <source>Attention needed</source>
            <translation>Handlungsbedarf</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filters.py"></location>
            <source>Clear filters</source>
            <translation>Filter zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filters.py"></location>
            <location filename="../../app/tenantdock/desktop/sidebar.py"></location>
            <location filename="../../app/tenantdock/desktop/tray_menu.py"></location>
            <source>Favourites</source>
            <translation>Favoriten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filters.py"></location>
            <location filename="../../app/tenantdock/desktop/view_menu.py"></location>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filters.py"></location>
            <source>Filters</source>
            <translation>Filter</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filters.py"></location>
            <location filename="../../app/tenantdock/desktop/model.py"></location>
            <source>Group: {group}</source>
            <translation>Gruppe: {group}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filters.py"></location>
            <source>Guest or partner (GDAP)</source>
            <translation>Gast oder Partner (GDAP)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filters.py"></location>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>Tag</source>
            <translation>Stichwort</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filters.py"></location>
            <source>Tag: {tag}</source>
            <translation>Stichwort: {tag}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filters.py"></location>
            <source>Take this filter away</source>
            <translation>Diesen Filter entfernen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filters.py"></location>
            <source>Tokens end soon</source>
            <translation>Token laufen bald ab</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filters.py"></location>
            <location filename="../../app/tenantdock/desktop/sidebar.py"></location>
            <location filename="../../app/tenantdock/desktop/tray_menu.py"></location>
            <source>Without a group</source>
            <translation>Ohne Gruppe</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/filters.py"></location>
            <source>{filter}: take this filter away</source>
            <translation>{filter}: diesen Filter entfernen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/finding.py"></location>
            <source>{portal} of {name} opens in the browser.</source>
            <translation>{portal} von {name} wird im Browser geöffnet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>A customer is added with the user name that you sign in with. TenantDock finds the tenant by itself.</source>
            <translation>Ein Kunde wird mit dem Benutzernamen hinzugefügt, mit dem Sie sich anmelden. TenantDock findet den Mandanten von selbst.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>Add a customer…</source>
            <translation>Kunden hinzufügen…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <location filename="../../app/tenantdock/desktop/palette_steps.py"></location>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>Consoles need a PowerShell and a terminal. A service's own commands need its module; signing in works without.</source>
            <translation>Konsolen brauchen eine PowerShell und ein Terminal. Die Befehle eines Dienstes brauchen sein Modul; die Anmeldung funktioniert ohne.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>Copy what to do</source>
            <translation>Kopieren, was zu tun ist</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>First steps</source>
            <translation>Erste Schritte</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <location filename="../../app/tenantdock/desktop/pages.py"></location>
            <source>Import customers…</source>
            <translation>Kunden importieren…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>It is starting. Its window says that it is the practice cloud.</source>
            <translation>Die Übungscloud wird gestartet. In ihrem Fenster steht, dass es die Übungscloud ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/consoles.py"></location>
            <source>Look again</source>
            <translation>Erneut suchen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>Look for PowerShell and modules again</source>
            <translation>Erneut nach PowerShell und Modulen suchen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <location filename="../../app/tenantdock/desktop/writing.py"></location>
            <source>Next</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>Open the practice cloud</source>
            <translation>Übungscloud öffnen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>PowerShell and its modules</source>
            <translation>PowerShell und ihre Module</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>Skip</source>
            <translation>Überspringen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>Skip the guide</source>
            <translation>Einführung überspringen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>Step</source>
            <translation>Schritt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>Step {n} of {all}</source>
            <translation>Schritt {n} von {all}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>TenantDock keeps sign-ins sealed on this computer. The key to them is in your system's keyring, and nowhere else. Without a keyring they are kept in memory, until you quit.</source>
            <translation>TenantDock bewahrt Anmeldungen versiegelt auf diesem Computer auf. Der Schlüssel dazu ist im Schlüsselbund Ihres Systems und nirgends sonst. Ohne Schlüsselbund bleiben sie im Arbeitsspeicher, bis Sie beenden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>The guide is in the menu and in the settings whenever you want it.</source>
            <translation>Sie finden die Einführung jederzeit im Menü und in den Einstellungen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>The practice cloud has made-up customers, people and refusals. It runs on this computer, beside this TenantDock and with data of its own.</source>
            <translation>Die Übungscloud hat erfundene Kunden, Personen und Ablehnungen. Sie läuft auf diesem Computer, neben diesem TenantDock und mit eigenen Daten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>This is the practice cloud already.</source>
            <translation>Das ist bereits die Übungscloud.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>Try it first</source>
            <translation>Erst ausprobieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/page.py"></location>
            <source>What came of it</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>What this step is about</source>
            <translation>Worum es in diesem Schritt geht</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>Where sign-ins are kept</source>
            <translation>Wo Anmeldungen aufbewahrt werden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/guide.py"></location>
            <source>Your first customers</source>
            <translation>Ihre ersten Kunden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/hotkeys/keys.py"></location>
            <source>Choose Space or an F key with Ctrl or Alt, or a letter with two of Ctrl, Alt and the Windows key.</source>
            <translation>Wählen Sie die Leertaste oder eine F-Taste mit Strg oder Alt, oder einen Buchstaben mit zwei der Tasten Strg, Alt und Windows.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/hotkeys/keys.py"></location>
            <source>The key combination cannot be used</source>
            <translation>Die Tastenkombination kann nicht verwendet werden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/hotkeys/keys.py"></location>
            <source>“{text}” cannot open the palette from other programs.</source>
            <translation>„{text}“ kann die Palette nicht aus anderen Programmen öffnen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/hotkeys/macos.py"></location>
            <location filename="../../app/tenantdock/desktop/hotkeys/registering.py"></location>
            <source>The system did not take the key combination.</source>
            <translation>Das System hat die Tastenkombination nicht angenommen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/hotkeys/macos.py"></location>
            <location filename="../../app/tenantdock/desktop/hotkeys/x11.py"></location>
            <source>This keyboard has no {keys}.</source>
            <translation>Diese Tastatur hat kein {keys}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/hotkeys/portal.py"></location>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>Find a customer</source>
            <translation>Kunden finden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/hotkeys/portal.py"></location>
            <source>The desktop did not give TenantDock the key combination.</source>
            <translation>Der Desktop hat TenantDock die Tastenkombination nicht zugeteilt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/hotkeys/portal.py"></location>
            <source>This desktop offers no key combinations to programs (no GlobalShortcuts portal answers).</source>
            <translation>Dieser Desktop bietet Programmen keine Tastenkombinationen an (kein GlobalShortcuts-Portal antwortet).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/hotkeys/registering.py"></location>
            <source>Choose another combination in the settings, or free this one in the other program.</source>
            <translation>Wählen Sie in den Einstellungen eine andere Kombination, oder geben Sie diese im anderen Programm frei.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/hotkeys/registering.py"></location>
            <source>Press Ctrl+K in the window, or have a shortcut of your desktop run: {command}</source>
            <translation>Drücken Sie im Fenster Strg+K, oder lassen Sie ein Tastenkürzel Ihres Desktops ausführen: {command}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/hotkeys/registering.py"></location>
            <source>This system has no key combinations for all programs.</source>
            <translation>Dieses System hat keine Tastenkombinationen für alle Programme.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/hotkeys/registering.py"></location>
            <source>{keys} belongs to another program already.</source>
            <translation>{keys} gehört bereits einem anderen Programm.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/hotkeys/x11.py"></location>
            <source>The X server does not answer.</source>
            <translation>Der X-Server antwortet nicht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/hotkeys/x11.py"></location>
            <source>The system's X libraries (libxcb, libxcb-keysyms) are not there.</source>
            <translation>Die X-Bibliotheken des Systems (libxcb, libxcb-keysyms) sind nicht da.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/import_undo.py"></location>
            <source>The import was undone: everything is as it was before.</source>
            <translation>Der Import wurde rückgängig gemacht: Alles ist wie zuvor.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/import_undo.py"></location>
            <source>Undone. {n} customers stay: they were used or changed since.</source>
            <extracomment>For one: Undone. {n} customer stays: it was used or changed since.</extracomment>
            <translation>
                <numerusform>Rückgängig gemacht. {n} Kunde bleibt: seither verwendet oder geändert.</numerusform>
                <numerusform>Rückgängig gemacht. {n} Kunden bleiben: seither verwendet oder geändert.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>&amp;Back</source>
            <translation>&amp;Zurück</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Cancelled. Nothing was changed.</source>
            <translation>Abgebrochen. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Cancelling…</source>
            <translation>Wird abgebrochen…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>Comparing: {n} of {total}</source>
            <translation>Verglichen: {n} von {total}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>Comparing…</source>
            <translation>Wird verglichen…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Import</source>
            <translation>Importieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>Import customers</source>
            <translation>Kunden importieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>Import {n}</source>
            <translation>{n} importieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Importing…</source>
            <translation>Wird importiert…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>Looking up tenants: {n} of {total}</source>
            <translation>Mandanten werden gesucht: {n} von {total}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>No customer is left of {names}: signed out here.</source>
            <translation>Von {names} ist kein Kunde übrig: hier abgemeldet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Nothing was changed: all of it is here already.</source>
            <translation>Es wurde nichts geändert: Alles ist bereits hier.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>Reading the file…</source>
            <translation>Die Datei wird gelesen…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>Reading the list…</source>
            <translation>Die Liste wird gelesen…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>Reading: {n}</source>
            <translation>Gelesen: {n}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>Saving: {n} of {total}</source>
            <translation>Gespeichert: {n} von {total}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <location filename="../../app/tenantdock/desktop/notify.py"></location>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <location filename="../../app/tenantdock/desktop/panel_many.py"></location>
            <source>Sign in</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <location filename="../../app/tenantdock/desktop/writing.py"></location>
            <source>Something went wrong: {text}</source>
            <translation>Etwas ist schiefgegangen: {text}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <location filename="../../app/tenantdock/desktop/writing.py"></location>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>The names of customers' tenants were changed.</source>
            <translation>Die Namen der Mandanten von Kunden wurden geändert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>There is no customer in it.</source>
            <translation>Darin wurde kein Kunde gefunden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Undoing…</source>
            <translation>Wird rückgängig gemacht…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>Waiting for your sign-in in the browser…</source>
            <translation>Wartet darauf, dass Sie sich im Browser anmelden…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <location filename="../../app/tenantdock/desktop/writing.py"></location>
            <source>What is wrong</source>
            <translation>Was nicht stimmt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>What the columns are</source>
            <translation>Bedeutung der Spalten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>What was done</source>
            <translation>Was getan wurde</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>What would change</source>
            <translation>Was sich ändern würde</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>{name} sees no customers there. Go back and choose another account, or another source.</source>
            <translation>{name} sieht dort keine Kunden. Gehen Sie zurück und wählen Sie ein anderes Konto oder eine andere Quelle.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>{n} are changed</source>
            <extracomment>For one: {n} is changed</extracomment>
            <translation>
                <numerusform>{n} geändert</numerusform>
                <numerusform>{n} geändert</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>{n} are here already</source>
            <extracomment>For one: {n} is here already</extracomment>
            <translation>
                <numerusform>{n} bereits hier</numerusform>
                <numerusform>{n} bereits hier</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>{n} are new</source>
            <extracomment>For one: {n} is new</extracomment>
            <translation>
                <numerusform>{n} neu</numerusform>
                <numerusform>{n} neu</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>{n} are only here</source>
            <extracomment>For one: {n} is only here</extracomment>
            <translation>
                <numerusform>{n} nur hier</numerusform>
                <numerusform>{n} nur hier</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} customers were added.</source>
            <extracomment>For one: {n} customer was added.</extracomment>
            <translation>
                <numerusform>{n} Kunde wurde hinzugefügt.</numerusform>
                <numerusform>{n} Kunden wurden hinzugefügt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>{n} customers were changed.</source>
            <extracomment>For one: {n} customer was changed.</extracomment>
            <translation>
                <numerusform>{n} Kunde wurde geändert.</numerusform>
                <numerusform>{n} Kunden wurden geändert.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>{n} customers were removed.</source>
            <extracomment>For one: {n} customer was removed.</extracomment>
            <translation>
                <numerusform>{n} Kunde wurde entfernt.</numerusform>
                <numerusform>{n} Kunden wurden entfernt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>{n} rows have problems and are left out</source>
            <extracomment>For one: {n} row has a problem and is left out</extracomment>
            <translation>
                <numerusform>{n} Zeile hat ein Problem und wird ausgelassen</numerusform>
                <numerusform>{n} Zeilen haben Probleme und werden ausgelassen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>{what}. Nothing was changed yet.</source>
            <translation>{what}. Noch wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing.py"></location>
            <source>{what}. There is nothing to import.</source>
            <translation>{what}. Es gibt nichts zu importieren.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>&amp;Azure tenants</source>
            <translation>&amp;Azure-Mandanten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>&amp;Contracts</source>
            <translation>&amp;Verträge</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>&amp;Delimiter</source>
            <translation>&amp;Trennzeichen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>&amp;Encoding</source>
            <translation>&amp;Kodierung</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>&amp;Partner relationships (GDAP)</source>
            <translation>&amp;Partnerbeziehungen (GDAP)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <location filename="../../app/tenantdock/desktop/proxying.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>&amp;User name</source>
            <translation>&amp;Benutzername</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>A &amp;file</source>
            <translation>Eine &amp;Datei</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>A &amp;sealed file</source>
            <translation>Eine &amp;versiegelte Datei</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>Account of rows &amp;without a user name</source>
            <translation>Konto für Zeilen &amp;ohne Benutzernamen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>All customers of an account's company, also those without GDAP.</source>
            <translation>Alle Kunden der Firma eines Kontos, auch die ohne GDAP.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>All files</source>
            <translation>Alle Dateien</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>All that TenantDock moved from another machine, under a passphrase.</source>
            <translation>Alles, was TenantDock von einem anderen Computer übernimmt, durch eine Passphrase geschützt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>Another account…</source>
            <translation>Ein anderes Konto…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>Blank space</source>
            <translation>Leerzeichen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>CSV from a spreadsheet, Partner Center or CIPP, or JSON that TenantDock exported.</source>
            <translation>CSV aus einer Tabellenkalkulation, Partner Center oder CIPP, oder JSON, das TenantDock exportiert hat.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <location filename="../../app/tenantdock/desktop/writing.py"></location>
            <source>Choose a file</source>
            <translation>Datei auswählen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <location filename="../../app/tenantdock/desktop/writing.py"></location>
            <source>Choose…</source>
            <translation>Auswählen…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>Column {n}</source>
            <translation>Spalte {n}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>Comma</source>
            <translation>Komma</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>File to &amp;import</source>
            <translation>&amp;Importdatei</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>File to import</source>
            <translation>Importdatei</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Import from</source>
            <translation>Importieren aus</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>Lists of customers</source>
            <translation>Kundenlisten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>Next you sign in with the browser. The sign-in is kept if you import a customer with this account.</source>
            <translation>Als Nächstes melden Sie sich im Browser an. Die Anmeldung bleibt, wenn Sie mit diesem Konto einen Kunden importieren.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>Not read</source>
            <translation>Nicht gelesen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>Semicolon</source>
            <translation>Semikolon</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>Services of new customers</source>
            <translation>Dienste neuer Kunden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>Signed &amp;in as</source>
            <translation>&amp;Angemeldet als</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>Tab</source>
            <translation>Tabulator</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>The customers that an account's company may administer now.</source>
            <translation>Die Kunden, die die Firma eines Kontos jetzt verwalten darf.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>The first &amp;row holds the names of the columns</source>
            <translation>Die erste &amp;Zeile enthält die Namen der Spalten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>The first row holds the names of the columns</source>
            <translation>Die erste Zeile enthält die Namen der Spalten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>The tenants that an account can sign in to, as a guest too.</source>
            <translation>Die Mandanten, bei denen sich ein Konto anmelden kann, auch als Gast.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>Vertical bar</source>
            <translation>Senkrechter Strich</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>What happens next</source>
            <translation>Was als Nächstes geschieht</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>What was read</source>
            <translation>Was gelesen wurde</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>What {column} is</source>
            <translation>Bedeutung von {column}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>{file} holds no rows.</source>
            <translation>{file} enthält keine Zeilen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>{file} was read as below. What the columns are was guessed: change what is wrong.</source>
            <translation>{file} wurde wie unten gelesen. Die Bedeutung der Spalten ist geraten: Ändern Sie, was nicht stimmt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_pages.py"></location>
            <source>{name} in {cloud}</source>
            <translation>{name} in {cloud}</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/importing_preview.py"></location>
            <source>Add {n} new customers</source>
            <extracomment>For one: Add {n} new customer</extracomment>
            <translation>
                <numerusform>{n} neuen Kunden hinzufügen</numerusform>
                <numerusform>{n} neue Kunden hinzufügen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_preview.py"></location>
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/importing_preview.py"></location>
            <source>Change {n} customers</source>
            <extracomment>For one: Change {n} customer</extracomment>
            <translation>
                <numerusform>{n} Kunden ändern</numerusform>
                <numerusform>{n} Kunden ändern</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_preview.py"></location>
            <location filename="../../app/tenantdock/desktop/listing.py"></location>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>Customers</source>
            <translation>Kunden</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/importing_preview.py"></location>
            <source>Remove {n} customers that are not there any more</source>
            <extracomment>For one: Remove {n} customer that is not there any more</extracomment>
            <translation>
                <numerusform>{n} Kunden entfernen, den es nicht mehr gibt</numerusform>
                <numerusform>{n} Kunden entfernen, die es nicht mehr gibt</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_preview.py"></location>
            <source>Rows</source>
            <translation>Zeilen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_preview.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/dialog.py"></location>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>Search</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_preview.py"></location>
            <source>The selected row</source>
            <translation>Die ausgewählte Zeile</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_preview.py"></location>
            <source>What the import would do</source>
            <translation>Was der Import tun würde</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_preview.py"></location>
            <source>{what} ({n} picked)</source>
            <translation>{what} ({n} ausgewählt)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <source>Browser</source>
            <translation>Browser</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Changed</source>
            <translation>Geändert</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <location filename="../../app/tenantdock/desktop/model.py"></location>
            <location filename="../../app/tenantdock/desktop/panel_filing.py"></location>
            <source>Favourite</source>
            <translation>Favorit</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <source>Gone</source>
            <translation>Entfallen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <source>Line {n}</source>
            <translation>Zeile {n}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <source>Name of the tenant</source>
            <translation>Name des Mandanten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <location filename="../../app/tenantdock/desktop/notes.py"></location>
            <location filename="../../app/tenantdock/desktop/panel_notes.py"></location>
            <source>Notes</source>
            <translation>Notizen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <source>Problem</source>
            <translation>Problem</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <source>Same</source>
            <translation>Unverändert</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <source>The file</source>
            <translation>Die Datei</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <source>What</source>
            <translation>Status</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <source>{field}: no longer {before}</source>
            <translation>{field}: nicht mehr {before}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/importing_rows.py"></location>
            <source>{field}: {after}, was {before}</source>
            <translation>{field}: {after}, bisher {before}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keeper.py"></location>
            <source>locked</source>
            <translation>gesperrt</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/keeper.py"></location>
            <location filename="../../app/tenantdock/desktop/model.py"></location>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <location filename="../../app/tenantdock/desktop/sessions.py"></location>
            <source>{n} consoles open</source>
            <extracomment>For one: {n} console open</extracomment>
            <translation>
                <numerusform>{n} Konsole offen</numerusform>
                <numerusform>{n} Konsolen offen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/keeper.py"></location>
            <source>{n} customers need you</source>
            <extracomment>For one: {n} customer needs you</extracomment>
            <translation>
                <numerusform>{n} Kunde braucht Sie</numerusform>
                <numerusform>{n} Kunden brauchen Sie</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>All that can be done (Shift+F10 where there is no menu key)</source>
            <translation>Alles, was möglich ist (Umschalt+F10, wo es keine Menütaste gibt)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Clear the search, then hide the window</source>
            <translation>Suche leeren, dann Fenster ausblenden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Close the window</source>
            <translation>Fenster schließen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <location filename="../../app/tenantdock/desktop/palette_steps.py"></location>
            <location filename="../../app/tenantdock/desktop/panel.py"></location>
            <location filename="../../app/tenantdock/desktop/panel_many.py"></location>
            <source>Connect</source>
            <translation>Verbinden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Copy the tenant id</source>
            <translation>Mandanten-ID kopieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Details; in the sidebar, rename the group or tag</source>
            <translation>Details; in der Seitenleiste Gruppe oder Stichwort umbenennen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Favourite, or not any more</source>
            <translation>Favorit, oder nicht mehr</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Filter by group, tag, favourites and more</source>
            <translation>Nach Gruppe, Stichwort, Favoriten und mehr filtern</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Find</source>
            <translation>Suchen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Find a customer in the palette, which opens from other programs too</source>
            <translation>Kunden in der Palette finden, die sich auch aus anderen Programmen öffnet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Go to the search; in the list any letter does the same</source>
            <translation>Zur Suche gehen; in der Liste tut das jeder Buchstabe</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Keyboard</source>
            <translation>Tastatur</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>List of columns</source>
            <translation>Liste mit Spalten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>List of rows</source>
            <translation>Liste mit Zeilen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Lock TenantDock</source>
            <translation>TenantDock sperren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Move to a group</source>
            <translation>In eine Gruppe verschieben</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Next pane: search, sidebar, list, details, consoles; Shift+F6 goes back</source>
            <translation>Nächster Bereich: Suche, Seitenleiste, Liste, Details, Konsolen; Umschalt+F6 geht zurück</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <location filename="../../app/tenantdock/desktop/lock_page.py"></location>
            <location filename="../../app/tenantdock/desktop/panel_consoles.py"></location>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <location filename="../../app/tenantdock/desktop/sessions.py"></location>
            <location filename="../../app/tenantdock/desktop/tray_menu.py"></location>
            <source>Open consoles</source>
            <translation>Offene Konsolen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Remove, with undo</source>
            <translation>Entfernen, mit Rückgängig</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Select more; Ctrl+Space picks single ones, Ctrl+A all</source>
            <translation>Mehr auswählen; Strg+Leertaste wählt einzelne, Strg+A alle</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <location filename="../../app/tenantdock/desktop/panel_many.py"></location>
            <source>Selected customers</source>
            <translation>Ausgewählte Kunden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Show or hide the details panel</source>
            <translation>Detailbereich ein- oder ausblenden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Show or hide the sidebar</source>
            <translation>Seitenleiste ein- oder ausblenden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>This window</source>
            <translation>Dieses Fenster</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/keyboard.py"></location>
            <source>Window</source>
            <translation>Fenster</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/lock_page.py"></location>
            <location filename="../../app/tenantdock/desktop/tray_menu.py"></location>
            <source>&amp;Quit</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/lock_page.py"></location>
            <source>&amp;Unlock</source>
            <translation>&amp;Entsperren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/lock_page.py"></location>
            <source>Asking your keyring…</source>
            <translation>Ihr Schlüsselbund wird gefragt…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/lock_page.py"></location>
            <source>Customers are hidden, and nobody gets a token from here until it is unlocked.</source>
            <translation>Kunden sind verborgen, und niemand erhält von hier ein Token, bis entsperrt wird.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/lock_page.py"></location>
            <source>Quit TenantDock</source>
            <translation>TenantDock beenden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/lock_page.py"></location>
            <location filename="../../app/tenantdock/desktop/locker.py"></location>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>TenantDock is locked</source>
            <translation>TenantDock ist gesperrt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/lock_page.py"></location>
            <source>Unlock TenantDock</source>
            <translation>TenantDock entsperren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/lock_page.py"></location>
            <source>Unlocking asks your system's keyring for TenantDock's key. A keyring that is open already needs no password: this lock is against a look or a click in passing. When you leave the computer, lock its screen.</source>
            <translation>Beim Entsperren wird der Schlüsselbund Ihres Systems nach dem Schlüssel von TenantDock gefragt. Ein bereits offener Schlüsselbund braucht kein Kennwort: Diese Sperre schützt vor einem Blick oder Klick im Vorbeigehen. Wenn Sie den Computer verlassen, sperren Sie seinen Bildschirm.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/lock_page.py"></location>
            <source>Why it stays locked</source>
            <translation>Warum es gesperrt bleibt</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/lock_page.py"></location>
            <source>{n} consoles are open. They get no new tokens; the ones they have work until they expire.</source>
            <extracomment>For one: {n} console is open. It gets no new tokens; the ones it has work until they expire.</extracomment>
            <translation>
                <numerusform>{n} Konsole ist offen. Sie erhält keine neuen Token; ihre vorhandenen gelten bis zum Ablauf.</numerusform>
                <numerusform>{n} Konsolen sind offen. Sie erhalten keine neuen Token; ihre vorhandenen gelten bis zum Ablauf.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/locker.py"></location>
            <source>TenantDock is unlocked</source>
            <translation>TenantDock ist entsperrt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/look.py"></location>
            <source>Blue</source>
            <translation>Blau</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/look.py"></location>
            <source>Green</source>
            <translation>Grün</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/look.py"></location>
            <source>Grey</source>
            <translation>Grau</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/look.py"></location>
            <source>Magenta</source>
            <translation>Magenta</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/look.py"></location>
            <source>Olive</source>
            <translation>Oliv</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/look.py"></location>
            <source>Orange</source>
            <translation>Orange</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/look.py"></location>
            <source>Red</source>
            <translation>Rot</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/look.py"></location>
            <source>Teal</source>
            <translation>Blaugrün</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/look.py"></location>
            <source>Violet</source>
            <translation>Violett</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/memory.py"></location>
            <source>Free some room in the data folder, or check that you may write there.</source>
            <translation>Schaffen Sie im Datenordner Platz, oder prüfen Sie, ob Sie dort schreiben dürfen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/memory.py"></location>
            <source>Nothing else is touched: defaults are used. The file is kept as {name}.</source>
            <translation>Sonst ist nichts betroffen: Es gelten die Vorgaben. Die Datei bleibt als {name} erhalten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/memory.py"></location>
            <source>The window's place and what you had dismissed could not be read.</source>
            <translation>Die Fensterposition und Ihre ausgeblendeten Hinweise konnten nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/memory.py"></location>
            <source>The window's place could not be saved: {reason}.</source>
            <translation>Die Fensterposition konnte nicht gespeichert werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <location filename="../../app/tenantdock/desktop/tray_menu.py"></location>
            <source>&amp;Add a customer…</source>
            <translation>&amp;Kunden hinzufügen…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Connect {n} customers</source>
            <extracomment>For one: &amp;Connect {n} customer</extracomment>
            <translation>
                <numerusform>{n} Kunden &amp;verbinden</numerusform>
                <numerusform>{n} Kunden &amp;verbinden</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Details…</source>
            <translation>&amp;Details…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Export customers…</source>
            <translation>Kunden e&amp;xportieren…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;First steps…</source>
            <translation>E&amp;rste Schritte…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Hide the sidebar</source>
            <translation>&amp;Seitenleiste ausblenden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Import customers…</source>
            <translation>Kunden &amp;importieren…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Keyboard…</source>
            <translation>&amp;Tastatur…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <location filename="../../app/tenantdock/desktop/tray_menu.py"></location>
            <source>&amp;Lock</source>
            <translation>&amp;Sperren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Open consoles…</source>
            <translation>&amp;Offene Konsolen…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Quit TenantDock</source>
            <translation>TenantDock &amp;beenden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Remove</source>
            <translation>&amp;Entfernen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Remove the group</source>
            <translation>Gruppe &amp;entfernen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Remove the tag</source>
            <translation>Stichwort &amp;entfernen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Remove {n} customers</source>
            <extracomment>For one: &amp;Remove {n} customer</extracomment>
            <translation>
                <numerusform>{n} Kunden &amp;entfernen</numerusform>
                <numerusform>{n} Kunden &amp;entfernen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Select all here</source>
            <translation>Hier &amp;alle auswählen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Settings…</source>
            <translation>&amp;Einstellungen…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>&amp;Test the connection…</source>
            <translation>Verbindung &amp;testen…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Copy &amp;names</source>
            <translation>&amp;Namen kopieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Copy &amp;user name</source>
            <translation>&amp;Benutzernamen kopieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Copy &amp;user names</source>
            <translation>&amp;Benutzernamen kopieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Copy do&amp;main</source>
            <translation>Do&amp;mäne kopieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Copy do&amp;mains</source>
            <translation>Do&amp;mänen kopieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Copy tenant i&amp;d</source>
            <translation>Mandanten-&amp;ID kopieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Copy tenant i&amp;ds</source>
            <translation>Mandanten-I&amp;Ds kopieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>De&amp;tails…</source>
            <translation>&amp;Details…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Find a &amp;customer…</source>
            <translation>&amp;Kunden finden…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <location filename="../../app/tenantdock/desktop/sidebar.py"></location>
            <source>Groups and tags</source>
            <translation>Gruppen und Stichwörter</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Open &amp;portal</source>
            <translation>&amp;Portal öffnen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Re&amp;name</source>
            <translation>&amp;Umbenennen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Sign &amp;in only</source>
            <translation>Nur &amp;anmelden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Sign &amp;out here</source>
            <translation>&amp;Hier abmelden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Sign out &amp;everywhere…</source>
            <translation>&amp;Überall abmelden…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/menus.py"></location>
            <source>Te&amp;st the connection…</source>
            <translation>Verbindung &amp;testen…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/model.py"></location>
            <source>Needs attention</source>
            <translation>Handlungsbedarf</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/model.py"></location>
            <source>Not signed in yet</source>
            <translation>Noch nicht angemeldet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/model.py"></location>
            <source>Tags: {tags}</source>
            <translation>Stichwörter: {tags}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/model.py"></location>
            <location filename="../../app/tenantdock/desktop/palette_rows.py"></location>
            <source>{account} at {place}</source>
            <translation>{account} bei {place}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/modules_table.py"></location>
            <source>{name}: not found</source>
            <translation>{name}: nicht gefunden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/modules_table.py"></location>
            <source>{name}: too old</source>
            <translation>{name}: zu alt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <location filename="../../app/tenantdock/desktop/writing.py"></location>
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>&amp;Passphrase</source>
            <translation>&amp;Passphrase</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>All customers, accounts and their settings go into one file, for TenantDock on another machine. The file is sealed with a passphrase: without it nobody can read it, and nobody can help if you forget it.</source>
            <translation>Alle Kunden, Konten und ihre Einstellungen kommen in eine Datei, für TenantDock auf einem anderen Computer. Die Datei ist mit einer Passphrase versiegelt: Ohne sie kann niemand die Datei lesen, und niemand kann helfen, wenn Sie sie vergessen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>At least {n} characters.</source>
            <translation>Mindestens {n} Zeichen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Both are the same.</source>
            <translation>Beide sind gleich.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Change {n} that are here already</source>
            <extracomment>For one: Change {n} that is here already</extracomment>
            <translation>
                <numerusform>{n} ändern, der bereits hier ist</numerusform>
                <numerusform>{n} ändern, die bereits hier sind</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Choose a file that TenantDock made on another machine. Nothing changes before you have seen what is in it.</source>
            <translation>Wählen Sie eine Datei, die TenantDock auf einem anderen Computer erstellt hat. Es ändert sich nichts, bevor Sie gesehen haben, was darin ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Export to</source>
            <translation>Exportieren nach</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Good.</source>
            <translation>Gut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Include the &amp;sign-ins</source>
            <translation>An&amp;meldungen mitnehmen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Include the sign-ins</source>
            <translation>Anmeldungen mitnehmen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Just enough. Longer is better: five words drawn by lot are good.</source>
            <translation>Gerade ausreichend. Länger ist besser: Fünf zufällig gezogene Wörter sind gut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Made on {when}. Nothing was changed yet.</source>
            <translation>Erstellt am {when}. Noch wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>On the other machine every account has to sign in once.</source>
            <translation>Auf dem anderen Computer muss sich jedes Konto einmal anmelden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Opening the file…</source>
            <translation>Die Datei wird geöffnet…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Passphrase, &amp;again</source>
            <translation>Passphrase, noch &amp;einmal</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Read</source>
            <translation>Lesen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Sealing the file…</source>
            <translation>Die Datei wird versiegelt…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Strength of the passphrase</source>
            <translation>Stärke der Passphrase</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Strong.</source>
            <translation>Stark.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Take start-up commands and folders too</source>
            <translation>Auch Startbefehle und Ordner übernehmen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Take {n} sign-ins too, where there are none here</source>
            <extracomment>For one: Take {n} sign-in too, where there is none here</extracomment>
            <translation>
                <numerusform>Auch {n} Anmeldung übernehmen, wo hier keine ist</numerusform>
                <numerusform>Auch {n} Anmeldungen übernehmen, wo hier keine sind</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>TenantDock files</source>
            <translation>TenantDock-Dateien</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>The sign-ins of these accounts could not be read: {names}.</source>
            <translation>Die Anmeldungen dieser Konten konnten nicht gelesen werden: {names}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>The two are not the same.</source>
            <translation>Die beiden sind nicht gleich.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>They run on this machine: only from a file of your own.</source>
            <translation>Sie werden auf diesem Computer ausgeführt: Übernehmen Sie sie nur aus einer eigenen Datei.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Too short: {n} more characters.</source>
            <extracomment>For one: Too short: {n} more character.</extracomment>
            <translation>
                <numerusform>Zu kurz: noch {n} Zeichen.</numerusform>
                <numerusform>Zu kurz: noch {n} Zeichen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Too simple: it repeats the same few characters.</source>
            <translation>Zu einfach: Es wiederholen sich dieselben wenigen Zeichen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>What is in the file</source>
            <translation>Inhalt der Datei</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>What that means</source>
            <translation>Was das bedeutet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Whether both are the same</source>
            <translation>Ob beide gleich sind</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>Whoever has the file and its passphrase can act as you at every customer, until you sign out everywhere. Delete the file once it was imported.</source>
            <translation>Wer die Datei und ihre Passphrase hat, kann bei jedem Kunden als Sie handeln, bis Sie sich überall abmelden. Löschen Sie die Datei, sobald sie importiert ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>here already</source>
            <translation>bereits hier</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>left out</source>
            <translation>ausgelassen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>new</source>
            <translation>neu</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>other settings</source>
            <translation>andere Einstellungen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{customers} and {sign_ins} are in {path}.</source>
            <translation>{customers} und {sign_ins} sind in {path}.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} accounts are signed in.</source>
            <extracomment>For one: {n} account is signed in.</extracomment>
            <translation>
                <numerusform>{n} Konto ist angemeldet.</numerusform>
                <numerusform>{n} Konten sind angemeldet.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} are here already.</source>
            <extracomment>For one: {n} is here already.</extracomment>
            <translation>
                <numerusform>{n} ist bereits hier.</numerusform>
                <numerusform>{n} sind bereits hier.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} are here with other settings.</source>
            <extracomment>For one: {n} is here with other settings.</extracomment>
            <translation>
                <numerusform>{n} ist mit anderen Einstellungen hier.</numerusform>
                <numerusform>{n} sind mit anderen Einstellungen hier.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} are new here.</source>
            <extracomment>For one: {n} is new here.</extracomment>
            <translation>
                <numerusform>{n} ist hier neu.</numerusform>
                <numerusform>{n} sind hier neu.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} cannot be taken (see below).</source>
            <extracomment>For one: {n} cannot be taken (see below).</extracomment>
            <translation>
                <numerusform>{n} kann nicht übernommen werden (siehe unten).</numerusform>
                <numerusform>{n} können nicht übernommen werden (siehe unten).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} sign-ins</source>
            <extracomment>For one: {n} sign-in</extracomment>
            <translation>
                <numerusform>{n} Anmeldung</numerusform>
                <numerusform>{n} Anmeldungen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} were changed.</source>
            <extracomment>For one: {n} was changed.</extracomment>
            <translation>
                <numerusform>{n} wurde geändert.</numerusform>
                <numerusform>{n} wurden geändert.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>{n} were left out.</source>
            <extracomment>For one: {n} was left out.</extracomment>
            <translation>
                <numerusform>{n} wurde ausgelassen.</numerusform>
                <numerusform>{n} wurden ausgelassen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/moving.py"></location>
            <source>… and {n} more</source>
            <translation>… und {n} weitere</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/notes.py"></location>
            <source>What to know before connecting</source>
            <translation>Was man vor dem Verbinden wissen sollte</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/notices.py"></location>
            <source>Dismiss</source>
            <translation>Ausblenden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/notices.py"></location>
            <source>Warning: {text}</source>
            <translation>Warnung: {text}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/notify.py"></location>
            <source>Its tokens end in {time}.</source>
            <translation>Die Token laufen in {time} ab.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/notify.py"></location>
            <source>Sign in again: the console's tokens cannot be renewed without you.</source>
            <translation>Melden Sie sich erneut an: Die Token der Konsole können ohne Sie nicht erneuert werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/notify.py"></location>
            <source>The console's tokens end in {time} and could not be renewed.</source>
            <translation>Die Token der Konsole laufen in {time} ab und konnten nicht erneuert werden.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/notify.py"></location>
            <source>{n} customers need you.</source>
            <extracomment>For one: {n} customer needs you.</extracomment>
            <translation>
                <numerusform>{n} Kunde braucht Sie.</numerusform>
                <numerusform>{n} Kunden brauchen Sie.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>&amp;Tags</source>
            <translation>S&amp;tichwörter</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>A slash makes a group within a group: Europe/North. Nothing at all takes them out of their group.</source>
            <translation>Ein Schrägstrich macht eine Gruppe in einer Gruppe: Europa/Nord. Ein leeres Feld nimmt sie aus ihrer Gruppe.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>Each one opens its own window, one after the other, and may ask you to sign in.</source>
            <translation>Jede öffnet ihr eigenes Fenster, eine nach der anderen, und fragt Sie vielleicht nach der Anmeldung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>Move</source>
            <translation>Verschieben</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>Move {n} customers to a group</source>
            <extracomment>For one: Move {n} customer to a group</extracomment>
            <translation>
                <numerusform>{n} Kunden in eine Gruppe verschieben</numerusform>
                <numerusform>{n} Kunden in eine Gruppe verschieben</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>Nothing more needs to be done.</source>
            <translation>Mehr ist nicht zu tun.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>Open {n} consoles?</source>
            <extracomment>For one: Open {n} console?</extracomment>
            <translation>
                <numerusform>{n} Konsole öffnen?</numerusform>
                <numerusform>{n} Konsolen öffnen?</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <location filename="../../app/tenantdock/desktop/panel_many.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>Remove {name}?</source>
            <translation>{name} entfernen?</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>Remove {n} customers?</source>
            <extracomment>For one: Remove {n} customer?</extracomment>
            <translation>
                <numerusform>{n} Kunden entfernen?</numerusform>
                <numerusform>{n} Kunden entfernen?</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>Several tags with commas between.</source>
            <translation>Mehrere Stichwörter mit Kommas dazwischen.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>Sign in to {n} customers?</source>
            <extracomment>For one: Sign in to {n} customer?</extracomment>
            <translation>
                <numerusform>Bei {n} Kunden anmelden?</numerusform>
                <numerusform>Bei {n} Kunden anmelden?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>Tag {n} customers</source>
            <extracomment>For one: Tag {n} customer</extracomment>
            <translation>
                <numerusform>{n} Kunden ein Stichwort geben</numerusform>
                <numerusform>{n} Kunden ein Stichwort geben</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>The customer</source>
            <translation>Der Kunde</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>The group {name} was removed.</source>
            <translation>Die Gruppe {name} wurde entfernt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>The notes of {name} were saved.</source>
            <translation>Die Notizen zu {name} wurden gespeichert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>The tag {name} was removed.</source>
            <translation>Das Stichwort {name} wurde entfernt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>The tags were changed.</source>
            <translation>Die Stichwörter wurden geändert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>There is nothing to undo.</source>
            <translation>Es gibt nichts rückgängig zu machen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>They are in the list already: somebody added them again.</source>
            <translation>Sie sind bereits in der Liste: Jemand hat sie wieder hinzugefügt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>Undone: {what}</source>
            <translation>Rückgängig gemacht: {what}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>{name} has another colour now.</source>
            <translation>{name} hat jetzt eine andere Farbe.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>{name} is a favourite now.</source>
            <translation>{name} ist jetzt ein Favorit.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>{name} is in no group now.</source>
            <translation>{name} ist jetzt in keiner Gruppe.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>{name} is in {group} now.</source>
            <translation>{name} ist jetzt in {group}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>{name} is no favourite any more.</source>
            <translation>{name} ist kein Favorit mehr.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>{name} is no longer tagged {tags}.</source>
            <translation>{name}: Stichwort {tags} entfernt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>{name} was removed.</source>
            <translation>{name} wurde entfernt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>{name} was tagged {tags}.</source>
            <translation>{name}: Stichwort {tags} hinzugefügt.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>{n} consoles of these customers are open. They will get no more tokens.</source>
            <extracomment>For one: {n} console of these customers is open. It will get no more tokens.</extracomment>
            <translation>
                <numerusform>{n} Konsole dieser Kunden ist offen. Sie erhält dann keine Token mehr.</numerusform>
                <numerusform>{n} Konsolen dieser Kunden sind offen. Sie erhalten dann keine Token mehr.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>{n} consoles of this customer are open. They will get no more tokens.</source>
            <extracomment>For one: {n} console of this customer is open. It will get no more tokens.</extracomment>
            <translation>
                <numerusform>{n} Konsole dieses Kunden ist offen. Sie erhält dann keine Token mehr.</numerusform>
                <numerusform>{n} Konsolen dieses Kunden sind offen. Sie erhalten dann keine Token mehr.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>{n} customers are favourites now.</source>
            <extracomment>For one: {n} customer is a favourite now.</extracomment>
            <translation>
                <numerusform>{n} Kunde ist jetzt ein Favorit.</numerusform>
                <numerusform>{n} Kunden sind jetzt Favoriten.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>{n} customers are in no group now.</source>
            <extracomment>For one: {n} customer is in no group now.</extracomment>
            <translation>
                <numerusform>{n} Kunde ist jetzt in keiner Gruppe.</numerusform>
                <numerusform>{n} Kunden sind jetzt in keiner Gruppe.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>{n} customers are in {group} now.</source>
            <extracomment>For one: {n} customer is in {group} now.</extracomment>
            <translation>
                <numerusform>{n} Kunde ist jetzt in {group}.</numerusform>
                <numerusform>{n} Kunden sind jetzt in {group}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>{n} customers are no favourites any more.</source>
            <extracomment>For one: {n} customer is no favourite any more.</extracomment>
            <translation>
                <numerusform>{n} Kunde ist kein Favorit mehr.</numerusform>
                <numerusform>{n} Kunden sind keine Favoriten mehr.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>{n} customers are no longer tagged {tags}.</source>
            <extracomment>For one: {n} customer is no longer tagged {tags}.</extracomment>
            <translation>
                <numerusform>{n} Kunde: Stichwort {tags} entfernt.</numerusform>
                <numerusform>{n} Kunden: Stichwort {tags} entfernt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>{n} customers have another colour now.</source>
            <extracomment>For one: {n} customer has another colour now.</extracomment>
            <translation>
                <numerusform>{n} Kunde hat jetzt eine andere Farbe.</numerusform>
                <numerusform>{n} Kunden haben jetzt eine andere Farbe.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>{n} customers were tagged {tags}.</source>
            <extracomment>For one: {n} customer was tagged {tags}.</extracomment>
            <translation>
                <numerusform>{n} Kunde: Stichwort {tags} hinzugefügt.</numerusform>
                <numerusform>{n} Kunden: Stichwort {tags} hinzugefügt.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/organise.py"></location>
            <source>{old} is called {new} now.</source>
            <translation>{old} heißt jetzt {new}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/page_trouble.py"></location>
            <source>Why nothing opened</source>
            <translation>Warum sich nichts geöffnet hat</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/pages.py"></location>
            <source>Add one with the user name that you sign in with. TenantDock finds the tenant by itself.</source>
            <translation>Fügen Sie einen mit dem Benutzernamen hinzu, mit dem Sie sich anmelden. TenantDock findet den Mandanten von selbst.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/pages.py"></location>
            <source>Add your first customer</source>
            <translation>Ersten Kunden hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/pages.py"></location>
            <source>Clear the search</source>
            <translation>Suche leeren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/pages.py"></location>
            <source>Find something &amp;similar</source>
            <translation>Ähnliches &amp;suchen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/pages.py"></location>
            <source>In the palette, which knows initials and forgives typing errors (Enter)</source>
            <translation>In der Palette, die Anfangsbuchstaben kennt und Tippfehler verzeiht (Eingabetaste)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/pages.py"></location>
            <source>Loading the customers</source>
            <translation>Die Kunden werden geladen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/pages.py"></location>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>No customers yet</source>
            <translation>Noch keine Kunden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/pages.py"></location>
            <source>Show all customers</source>
            <translation>Alle Kunden anzeigen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>Customer, domain, account, tag or service</source>
            <translation>Kunde, Domäne, Konto, Stichwort oder Dienst</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>Customers found</source>
            <translation>Gefundene Kunden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>Enter</source>
            <translation>Eingabe</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>Import…</source>
            <translation>Importieren…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <location filename="../../app/tenantdock/desktop/viewing.py"></location>
            <source>Nothing matches “{text}”</source>
            <translation>Nichts passt zu „{text}“</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>Space</source>
            <translation>Leertaste</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>add a customer</source>
            <translation>Kunden hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>back</source>
            <translation>zurück</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>choose</source>
            <translation>wählen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>close</source>
            <translation>schließen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>connect</source>
            <translation>verbinden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>copy domain</source>
            <translation>Domäne kopieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>copy tenant id</source>
            <translation>Mandanten-ID kopieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>its open console</source>
            <translation>zur offenen Konsole</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>open</source>
            <translation>öffnen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>portals</source>
            <translation>Portale</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>services</source>
            <translation>Dienste</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/dialog.py"></location>
            <source>{n} found</source>
            <extracomment>For one: {n} found</extracomment>
            <translation>
                <numerusform>{n} gefunden</numerusform>
                <numerusform>{n} gefunden</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette.py"></location>
            <source>{title} – find a customer</source>
            <translation>{title} – Kunden finden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette_rows.py"></location>
            <source>Guest or partner</source>
            <translation>Gast oder Partner</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette_rows.py"></location>
            <source>console open</source>
            <translation>Konsole offen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette_rows.py"></location>
            <source>favourite</source>
            <translation>Favorit</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette_rows.py"></location>
            <source>needs attention</source>
            <translation>Handlungsbedarf</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette_steps.py"></location>
            <source>Back to the list</source>
            <translation>Zurück zur Liste</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette_steps.py"></location>
            <source>For the console that opens now. What is saved stays as it is.</source>
            <translation>Für die Konsole, die sich jetzt öffnet. Was gespeichert ist, bleibt, wie es ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette_steps.py"></location>
            <location filename="../../app/tenantdock/desktop/portals_menu.py"></location>
            <source>Portals</source>
            <translation>Portale</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette_steps.py"></location>
            <source>Portals of {name}</source>
            <translation>Portale von {name}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette_steps.py"></location>
            <source>Services of this console</source>
            <translation>Dienste dieser Konsole</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/palette_steps.py"></location>
            <source>This customer's cloud has no portals that TenantDock knows.</source>
            <translation>Die Cloud dieses Kunden hat keine Portale, die TenantDock kennt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel.py"></location>
            <source>Edit…</source>
            <translation>Bearbeiten…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel.py"></location>
            <source>Name, services, browser and account (F2)</source>
            <translation>Name, Dienste, Browser und Konto (F2)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel.py"></location>
            <source>No customer is selected</source>
            <translation>Kein Kunde ist ausgewählt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel.py"></location>
            <source>Reading {name}…</source>
            <translation>{name} wird gelesen…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/panel.py"></location>
            <source>{n} customers are selected</source>
            <extracomment>For one: {n} customer is selected</extracomment>
            <translation>
                <numerusform>{n} Kunde ist ausgewählt</numerusform>
                <numerusform>{n} Kunden sind ausgewählt</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel_consoles.py"></location>
            <location filename="../../app/tenantdock/desktop/sessions.py"></location>
            <source>Bring this console's window to the front</source>
            <translation>Fenster dieser Konsole nach vorn holen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel_consoles.py"></location>
            <location filename="../../app/tenantdock/desktop/sessions.py"></location>
            <source>End</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel_consoles.py"></location>
            <location filename="../../app/tenantdock/desktop/sessions.py"></location>
            <source>End the console of {name}</source>
            <translation>Konsole von {name} beenden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel_consoles.py"></location>
            <location filename="../../app/tenantdock/desktop/sessions.py"></location>
            <source>Show the console of {name}</source>
            <translation>Konsole von {name} anzeigen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel_consoles.py"></location>
            <location filename="../../app/tenantdock/desktop/sessions.py"></location>
            <source>The console gets no more tokens. Its window stays.</source>
            <translation>Die Konsole erhält keine Token mehr. Ihr Fenster bleibt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel_consoles.py"></location>
            <location filename="../../app/tenantdock/desktop/sessions.py"></location>
            <source>The services have not answered yet</source>
            <translation>Die Dienste haben noch nicht geantwortet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel_consoles.py"></location>
            <source>since {time} · {proof}</source>
            <translation>seit {time} · {proof}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel_filing.py"></location>
            <source>None, or a path such as Europe/North</source>
            <translation>Keine, oder ein Pfad wie Europa/Nord</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel_filing.py"></location>
            <source>None, or some with commas between</source>
            <translation>Keine, oder einige mit Kommas dazwischen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel_many.py"></location>
            <source>Connect to all of them, one after the other (Enter)</source>
            <translation>Mit allen verbinden, einen nach dem anderen (Eingabetaste)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel_many.py"></location>
            <source>Give all of them a tag (Ctrl+T)</source>
            <translation>Allen ein Stichwort geben (Strg+T)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel_many.py"></location>
            <source>Group…</source>
            <translation>Gruppe…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel_many.py"></location>
            <source>Move all of them to a group (Ctrl+M)</source>
            <translation>Alle in eine Gruppe verschieben (Strg+M)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel_many.py"></location>
            <source>Remove all of them; that can be undone (Del)</source>
            <translation>Alle entfernen; das lässt sich rückgängig machen (Entf)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel_many.py"></location>
            <source>Sign in to all of them, one after the other, without consoles</source>
            <translation>Bei allen anmelden, einen nach dem anderen, ohne Konsolen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panel_many.py"></location>
            <source>Tag…</source>
            <translation>Stichwort…</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/panel_many.py"></location>
            <source>and {n} more</source>
            <extracomment>For one: and {n} more</extracomment>
            <translation>
                <numerusform>und {n} weiterer</numerusform>
                <numerusform>und {n} weitere</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/panes.py"></location>
            <source>Panes</source>
            <translation>Bereiche</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/portals_menu.py"></location>
            <source>Open portal…</source>
            <translation>Portal öffnen…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/proxying.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>&amp;Password</source>
            <translation>&amp;Kennwort</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/proxying.py"></location>
            <source>Go on</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/proxying.py"></location>
            <source>Only this proxy gets them. The password is sealed with the key in your keyring; without a keyring it is kept until you quit.</source>
            <translation>Nur dieser Proxy erhält sie. Das Kennwort wird mit dem Schlüssel in Ihrem Schlüsselbund versiegelt; ohne Schlüsselbund bleibt es bis zum Beenden erhalten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/proxying.py"></location>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>What happened</source>
            <translation>Was geschehen ist</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/replacing.py"></location>
            <source>Replace the file</source>
            <translation>Datei ersetzen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_desk.py"></location>
            <source>End all</source>
            <translation>Alle beenden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_desk.py"></location>
            <source>End all consoles?</source>
            <translation>Alle Konsolen beenden?</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_desk.py"></location>
            <source>Renewing…</source>
            <translation>Wird erneuert…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_desk.py"></location>
            <source>{name}: a sign-in is needed.</source>
            <translation>{name}: Eine Anmeldung ist nötig.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_desk.py"></location>
            <source>{name}: ended. Its window stays, without tokens.</source>
            <translation>{name}: beendet. Das Fenster bleibt, ohne Token.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_desk.py"></location>
            <source>{name}: new tokens as {username}.</source>
            <translation>{name}: neue Token als {username}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_desk.py"></location>
            <source>{name}: not renewed. Its tokens stay as they are.</source>
            <translation>{name}: nicht erneuert. Die Token bleiben, wie sie sind.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_desk.py"></location>
            <source>{n} consoles ended. Their windows stay, without tokens.</source>
            <translation>{n} Konsolen beendet. Ihre Fenster bleiben, ohne Token.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/session_desk.py"></location>
            <source>{n} consoles lose their tokens at once. Their windows stay; connect again to go on.</source>
            <extracomment>For one: {n} console loses its tokens at once. Its window stays; connect again to go on.</extracomment>
            <translation>
                <numerusform>{n} Konsole verliert ihre Token sofort. Ihr Fenster bleibt; verbinden Sie erneut, um weiterzumachen.</numerusform>
                <numerusform>{n} Konsolen verlieren ihre Token sofort. Ihre Fenster bleiben; verbinden Sie erneut, um weiterzumachen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_rows.py"></location>
            <source>Not as wanted</source>
            <translation>Nicht wie gewünscht</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_rows.py"></location>
            <source>ends soon</source>
            <translation>läuft bald ab</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_rows.py"></location>
            <source>no token yet</source>
            <translation>noch kein Token</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_rows.py"></location>
            <location filename="../../app/tenantdock/desktop/tray_menu.py"></location>
            <source>not renewed</source>
            <translation>nicht erneuert</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_rows.py"></location>
            <location filename="../../app/tenantdock/desktop/tray_menu.py"></location>
            <source>sign-in needed</source>
            <translation>Anmeldung nötig</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_rows.py"></location>
            <source>{time} left</source>
            <translation>noch {time}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <source>&amp;Close</source>
            <translation>S&amp;chließen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <source>&amp;End</source>
            <translation>&amp;Beenden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <source>&amp;Renew</source>
            <translation>E&amp;rneuern</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <source>&amp;Show</source>
            <translation>An&amp;zeigen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <source>Bring this console's window to the front (Enter)</source>
            <translation>Fenster dieser Konsole nach vorn holen (Eingabetaste)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <source>Connect to a customer, and its console stands here until you close it.</source>
            <translation>Verbinden Sie sich mit einem Kunden, und seine Konsole steht hier, bis Sie sie schließen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <source>Console</source>
            <translation>Konsole</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <source>End &amp;all…</source>
            <translation>A&amp;lle beenden…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <source>End every open console</source>
            <translation>Jede offene Konsole beenden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <source>Fetch new tokens now, and have the console take them (F5)</source>
            <translation>Jetzt neue Token holen und der Konsole geben (F5)</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <source>Fetching new tokens for {n} customers…</source>
            <extracomment>For one: Fetching new tokens for {n} customer…</extracomment>
            <translation>
                <numerusform>Neue Token für {n} Kunden werden geholt…</numerusform>
                <numerusform>Neue Token für {n} Kunden werden geholt…</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <source>No console is open</source>
            <translation>Keine Konsole ist offen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <source>Number of open consoles</source>
            <translation>Anzahl offener Konsolen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <source>S&amp;ign in</source>
            <translation>&amp;Anmelden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <source>Sign in again: these tokens cannot be renewed without you</source>
            <translation>Erneut anmelden: Diese Token können ohne Sie nicht erneuert werden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <source>Stop renewing</source>
            <translation>Erneuern abbrechen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/session_window.py"></location>
            <source>The console gets no more tokens and drops those it has (Del)</source>
            <translation>Die Konsole erhält keine Token mehr und verwirft ihre vorhandenen (Entf)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/sessions.py"></location>
            <source>Not as wanted: {text}</source>
            <translation>Nicht wie gewünscht: {text}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/sessions.py"></location>
            <source>{account} · since {time}</source>
            <translation>{account} · seit {time}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clients.py"></location>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>Client ids</source>
            <translation>Client-IDs</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clients.py"></location>
            <source>Copy the steps</source>
            <translation>Schritte kopieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clients.py"></location>
            <source>Empty: {name}.</source>
            <translation>Leer: {name}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clients.py"></location>
            <source>Open the portal</source>
            <translation>Portal öffnen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clients.py"></location>
            <source>Saved. Each account signs in to {names} once more.</source>
            <translation>Gespeichert. Jedes Konto meldet sich einmal neu bei {names} an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clients.py"></location>
            <source>TenantDock signs in as Microsoft's own PowerShell applications. If your organisation wants its own, register one for each service and enter its Application (client) ID here. Leave a field empty to use Microsoft's.</source>
            <translation>TenantDock meldet sich als die PowerShell-Anwendungen von Microsoft an. Will Ihre Organisation eigene, registrieren Sie eine für jeden Dienst, und geben Sie hier ihre Anwendungs-ID (Client) ein. Lassen Sie ein Feld leer, um die von Microsoft zu verwenden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clients.py"></location>
            <source>What a registration for {name} needs</source>
            <translation>Was eine Registrierung für {name} braucht</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clients.py"></location>
            <source>What a registration needs…</source>
            <translation>Was eine Registrierung braucht…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>&amp;Name</source>
            <translation>&amp;Name</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>&amp;Sign-in address</source>
            <translation>&amp;Anmeldeadresse</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>A new one</source>
            <translation>Eine neue</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>Added: {name}. Choose it when you add a customer.</source>
            <translation>Hinzugefügt: {name}. Wählen Sie sie, wenn Sie einen Kunden hinzufügen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>Bring the removed cloud back</source>
            <translation>Die entfernte Cloud zurückholen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>Cloud of your &amp;own</source>
            <translation>&amp;Eigene Cloud</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>Clouds</source>
            <translation>Clouds</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>It is back: {name}.</source>
            <translation>Wieder da: {name}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>Microsoft's clouds are built in: {names}. Add one here if a customer lives in another, such as a sovereign cloud.</source>
            <translation>Die Clouds von Microsoft sind eingebaut: {names}. Fügen Sie hier eine hinzu, wenn ein Kunde in einer anderen zu Hause ist, etwa in einer souveränen Cloud.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>Removed: {name}.</source>
            <translation>Entfernt: {name}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/declared.py"></location>
            <source>Saved: {name}.</source>
            <translation>Gespeichert: {name}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>TenantDock trusts the certificates that this computer trusts. A cloud with its own certificate authority works once that authority is installed in the system.</source>
            <translation>TenantDock vertraut den Zertifikaten, denen dieser Computer vertraut. Eine Cloud mit eigener Zertifizierungsstelle funktioniert, sobald diese im System installiert ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>The address of its sign-in service, without a path. It cannot be changed later.</source>
            <translation>Die Adresse ihres Anmeldedienstes, ohne Pfad. Sie kann später nicht geändert werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>The https address of each service without a path, or its application id. Leave the rest empty.</source>
            <translation>Die https-Adresse jedes Dienstes ohne Pfad, oder seine Anwendungs-ID. Lassen Sie den Rest leer.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>What tokens are for</source>
            <translation>Wofür Token gelten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>Where consoles send their requests</source>
            <translation>Wohin Konsolen ihre Anforderungen senden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>{name}: address</source>
            <translation>{name}: Adresse</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/clouds.py"></location>
            <source>{name}: resource</source>
            <translation>{name}: Ressource</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/consoles.py"></location>
            <source>Consoles</source>
            <translation>Konsolen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/consoles.py"></location>
            <source>Look for modules again</source>
            <translation>Erneut nach Modulen suchen</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/settings/declared.py"></location>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>After {n} minutes</source>
            <extracomment>For one: After {n} minute</extracomment>
            <translation>
                <numerusform>Nach {n} Minute</numerusform>
                <numerusform>Nach {n} Minuten</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/declared.py"></location>
            <source>No keys</source>
            <translation>Keine Tasten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/declared.py"></location>
            <location filename="../../app/tenantdock/desktop/settings/keys_field.py"></location>
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/declared.py"></location>
            <source>The best one that is found</source>
            <translation>Die beste gefundene</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/declared.py"></location>
            <source>The usual keys</source>
            <translation>Die üblichen Tasten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/declared.py"></location>
            <source>The usual ones</source>
            <translation>Die üblichen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/dialog.py"></location>
            <source>A locked TenantDock hides what its windows show and hands out no tokens. Your system's keyring unlocks it. Ctrl+L locks at once.</source>
            <translation>Ein gesperrtes TenantDock verbirgt, was seine Fenster zeigen, und gibt keine Token aus. Der Schlüsselbund Ihres Systems entsperrt es. Strg+L sperrt sofort.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/dialog.py"></location>
            <source>Browsers</source>
            <translation>Browser</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/dialog.py"></location>
            <source>How many settings were found</source>
            <translation>Wie viele Einstellungen gefunden wurden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/dialog.py"></location>
            <source>Lock</source>
            <translation>Sperre</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/dialog.py"></location>
            <source>Nothing is called that.</source>
            <translation>Keine Einstellung heißt so.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/dialog.py"></location>
            <source>Search the settings</source>
            <translation>Einstellungen durchsuchen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/dialog.py"></location>
            <source>Search the settings (Ctrl+F)</source>
            <translation>Einstellungen durchsuchen (Strg+F)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/dialog.py"></location>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/dialog.py"></location>
            <source>Settings that were found</source>
            <translation>Gefundene Einstellungen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/general.py"></location>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>As the system</source>
            <translation>Wie im System</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/general.py"></location>
            <source>General</source>
            <translation>Allgemein</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/general.py"></location>
            <source>Open the guide…</source>
            <translation>Einführung öffnen…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/general.py"></location>
            <source>TenantDock does not start by itself any more.</source>
            <translation>TenantDock startet nicht mehr von selbst.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/general.py"></location>
            <source>TenantDock starts when you log in.</source>
            <translation>TenantDock startet, wenn Sie sich am Computer anmelden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/general.py"></location>
            <source>This TenantDock speaks what the environment variable {variable} says: {name}.</source>
            <translation>Die Sprache kommt hier aus der Umgebungsvariablen {variable}: {name}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/keys_field.py"></location>
            <source>Press the keys…</source>
            <translation>Tasten drücken…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>&amp;Host</source>
            <translation>&amp;Host</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>&amp;No proxy</source>
            <translation>&amp;Kein Proxy</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>&amp;This proxy:</source>
            <translation>&amp;Dieser Proxy:</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>As this &amp;computer is set</source>
            <translation>Wie im &amp;System</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>Hosts that need no proxy, &amp;one a line</source>
            <translation>Hosts, die keinen Proxy brauchen, &amp;einer je Zeile</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>If the proxy asks who you are</source>
            <translation>Falls der Proxy fragt, wer Sie sind</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>It is sealed with the key in your keyring, and belongs to this proxy: another one never gets to see it.</source>
            <translation>Es wird mit dem Schlüssel in Ihrem Schlüsselbund versiegelt und gehört zu diesem Proxy: Ein anderer bekommt es nie zu sehen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>Leave empty to keep what is saved</source>
            <translation>Leer: bleibt wie gespeichert</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>Network</source>
            <translation>Netzwerk</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>P&amp;ort</source>
            <translation>P&amp;ort</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>Saved. The next sign-in uses it.</source>
            <translation>Gespeichert. Die nächste Anmeldung verwendet es.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/network.py"></location>
            <source>Sign-ins and the test of a connection use this. Consoles follow the system's own settings. An automatic configuration (PAC) of the system is followed too.</source>
            <translation>Das gilt für Anmeldungen und den Verbindungstest. Konsolen folgen den Einstellungen des Systems. Auch eine automatische Konfiguration (PAC) des Systems wird beachtet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>A new key</source>
            <translation>Ein neuer Schlüssel</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>Cancelled. Nothing is lost: what is left over is sealed at the next start.</source>
            <translation>Abgebrochen. Nichts ist verloren: Der Rest wird beim nächsten Start versiegelt.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>Done. {n} saved sign-ins have the new key.</source>
            <extracomment>For one: Done. {n} saved sign-in has the new key.</extracomment>
            <translation>
                <numerusform>Erledigt. {n} gespeicherte Anmeldung hat den neuen Schlüssel.</numerusform>
                <numerusform>Erledigt. {n} gespeicherte Anmeldungen haben den neuen Schlüssel.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>In memory, until you quit</source>
            <translation>Im Arbeitsspeicher, bis Sie beenden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>Kept</source>
            <translation>Aufbewahrt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>Make a new key</source>
            <translation>Neuen Schlüssel erstellen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>On this computer, sealed</source>
            <translation>Auf diesem Computer, versiegelt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Saved sign-ins</source>
            <translation>Anmeldungen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>Seals every saved sign-in with a new key and takes the old one out of your keyring, for example after a computer was repaired by others. You stay signed in. Copies of the old files can then not be opened any more.</source>
            <translation>Versiegelt jede gespeicherte Anmeldung mit einem neuen Schlüssel und nimmt den alten aus Ihrem Schlüsselbund, zum Beispiel nachdem andere einen Computer repariert haben. Sie bleiben angemeldet. Kopien der alten Dateien lassen sich danach nicht mehr öffnen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>The key is in</source>
            <translation>Der Schlüssel ist in</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <source>Why, and what helps</source>
            <translation>Warum, und was hilft</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/settings/safety.py"></location>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Working</source>
            <translation>In Arbeit</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/sidebar.py"></location>
            <location filename="../../app/tenantdock/desktop/tray_menu.py"></location>
            <source>All customers</source>
            <translation>Alle Kunden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/sidebar.py"></location>
            <source>Groups</source>
            <translation>Gruppen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Choose another way below.</source>
            <translation>Wählen Sie unten einen anderen Weg.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Command</source>
            <translation>Befehl</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Copy details</source>
            <translation>Details kopieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Copy the command</source>
            <translation>Befehl kopieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Hint</source>
            <translation>Hinweis</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Is the page blank, or does nothing happen there?</source>
            <translation>Ist die Seite leer, oder geschieht dort nichts?</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Other ways to sign in</source>
            <translation>Andere Wege der Anmeldung</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Other way…</source>
            <translation>Anderer Weg…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Sign in another way</source>
            <translation>Auf anderem Weg anmelden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Signing in to {name}</source>
            <translation>Anmeldung bei {name}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Starting</source>
            <translation>Beginnt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Test the connection</source>
            <translation>Verbindung testen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>The console could not be opened.</source>
            <translation>Die Konsole konnte nicht geöffnet werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Time since the start</source>
            <translation>Zeit seit dem Beginn</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>What is happening</source>
            <translation>Was geschieht</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>What to do next</source>
            <translation>Was als Nächstes zu tun ist</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>Why the console could not be opened</source>
            <translation>Warum die Konsole nicht geöffnet werden konnte</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>You are signed in as {name}.</source>
            <translation>Sie sind als {name} angemeldet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>as {name}</source>
            <translation>als {name}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signin.py"></location>
            <source>in the tenant {name}</source>
            <translation>im Mandanten {name}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signing.py"></location>
            <source>Cancelled: {name}</source>
            <translation>Abgebrochen: {name}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signing.py"></location>
            <source>Signed in, without a console</source>
            <translation>Angemeldet, ohne Konsole</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signing.py"></location>
            <source>Signing in…</source>
            <translation>Anmeldung läuft…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signing.py"></location>
            <source>Waiting for you</source>
            <translation>Wartet auf Sie</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signing.py"></location>
            <source>{name} was signed in before you cancelled.</source>
            <translation>{name} war angemeldet, bevor Sie abgebrochen haben.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signing.py"></location>
            <source>{name}: a console is open as {username}.</source>
            <translation>{name}: Konsole als {username} geöffnet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/signing.py"></location>
            <source>{name}: signed in as {username}.</source>
            <translation>{name}: angemeldet als {username}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Ask for the password again</source>
            <translation>Erneut nach dem Kennwort fragen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Asks Windows itself for the account.</source>
            <translation>Fragt Windows selbst nach dem Konto.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Calls itself</source>
            <translation>Nennt sich</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Confirmed as the right person</source>
            <translation>Als richtige Person bestätigt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Console could not be opened</source>
            <translation>Konsole konnte nicht geöffnet werden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Console opened</source>
            <translation>Konsole geöffnet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Federated (the customer checks the password)</source>
            <translation>Verbund (der Kunde prüft das Kennwort)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>How this user signs in could not be found out now.</source>
            <translation>Wie sich dieser Benutzer anmeldet, ließ sich jetzt nicht herausfinden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Managed (Microsoft checks the password)</source>
            <translation>Verwaltet (Microsoft prüft das Kennwort)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>None: it is fetched when it is needed</source>
            <translation>Keines, wird bei Bedarf geholt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Not known now</source>
            <translation>Jetzt nicht bekannt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Not used yet</source>
            <translation>Noch nicht verwendet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Opens a browser profile of its own, where no other account is signed in.</source>
            <translation>Öffnet ein eigenes Browserprofil, in dem kein anderes Konto angemeldet ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Opens a private window, which knows no other sign-in.</source>
            <translation>Öffnet ein privates Fenster, das keine andere Anmeldung kennt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Opens the browser and asks for the password, whoever is signed in.</source>
            <translation>Öffnet den Browser und fragt nach dem Kennwort, gleich wer angemeldet ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Opens the browser with the user name filled in.</source>
            <translation>Öffnet den Browser mit ausgefülltem Benutzernamen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Person forgotten</source>
            <translation>Person vergessen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Portal opened</source>
            <translation>Portal geöffnet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Realm</source>
            <translation>Realm</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Shows a code to type on any other device. Many customers block this way, because it is easy to misuse.</source>
            <translation>Zeigt einen Code, den Sie auf einem beliebigen anderen Gerät eingeben. Viele Kunden sperren diesen Weg, weil er leicht zu missbrauchen ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Sign in silently</source>
            <translation>Ohne Nachfrage anmelden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Sign in with Windows</source>
            <translation>Mit Windows anmelden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Sign in with the browser</source>
            <translation>Mit dem Browser anmelden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Signed out everywhere</source>
            <translation>Überall abgemeldet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Signed out here</source>
            <translation>Hier abgemeldet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Signs in through the customer's own sign-in service (federated).</source>
            <translation>Meldet sich über den eigenen Anmeldedienst des Kunden an (Verbund).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Signs in through the customer's own sign-in service, {host}.</source>
            <translation>Meldet sich über den eigenen Anmeldedienst des Kunden an, {host}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Signs in through {brand}'s own sign-in service, {host}.</source>
            <translation>Meldet sich über den eigenen Anmeldedienst von {brand} an, {host}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Signs in with Microsoft, as an account of {brand}.</source>
            <translation>Meldet sich bei Microsoft an, als Konto von {brand}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Signs in with Microsoft.</source>
            <translation>Meldet sich bei Microsoft an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>The sign-in service does not know the domain of this user name. Check its spelling before you go on.</source>
            <translation>Der Anmeldedienst kennt die Domäne dieses Benutzernamens nicht. Prüfen Sie die Schreibweise, bevor Sie weitermachen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Tokens renewed</source>
            <translation>Token erneuert</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Unknown (no organisation has this domain)</source>
            <translation>Unbekannt (keine Organisation hat diese Domäne)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Use a code on another device</source>
            <translation>Code auf einem anderen Gerät verwenden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Use a private window</source>
            <translation>Privates Fenster verwenden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Use another browser profile</source>
            <translation>Anderes Browserprofil verwenden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Used just now</source>
            <translation>Gerade eben verwendet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Used on {date}</source>
            <translation>Am {date} verwendet</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Used {n} days ago</source>
            <extracomment>For one: Used yesterday</extracomment>
            <translation>
                <numerusform>Gestern verwendet</numerusform>
                <numerusform>Vor {n} Tagen verwendet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Used {n} hours ago</source>
            <extracomment>For one: Used {n} hour ago</extracomment>
            <translation>
                <numerusform>Vor {n} Stunde verwendet</numerusform>
                <numerusform>Vor {n} Stunden verwendet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Used {n} minutes ago</source>
            <extracomment>For one: Used {n} minute ago</extracomment>
            <translation>
                <numerusform>Vor {n} Minute verwendet</numerusform>
                <numerusform>Vor {n} Minuten verwendet</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Uses the saved sign-in, without asking anyone.</source>
            <translation>Verwendet die gespeicherte Anmeldung, ohne jemanden zu fragen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>Valid for {time}, until {until}</source>
            <translation>Noch {time} gültig, bis {until}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>after {time}</source>
            <translation>nach {time}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>by a person</source>
            <translation>durch eine Person</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>does not sign in with Windows</source>
            <translation>meldet sich nicht mit Windows an</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>expired</source>
            <translation>abgelaufen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>just now</source>
            <translation>gerade eben</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>signs in with Windows</source>
            <translation>meldet sich mit Windows an</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>silently</source>
            <translation>ohne Nachfrage</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <location filename="../../app/tenantdock/identity/watch.py"></location>
            <source>{n} days</source>
            <extracomment>For one: {n} day</extracomment>
            <translation>
                <numerusform>{n} Tag</numerusform>
                <numerusform>{n} Tage</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>{n} days ago</source>
            <extracomment>For one: yesterday</extracomment>
            <translation>
                <numerusform>gestern</numerusform>
                <numerusform>vor {n} Tagen</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>{n} h</source>
            <translation>{n} h</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <location filename="../../app/tenantdock/identity/watch.py"></location>
            <source>{n} hours</source>
            <extracomment>For one: {n} hour</extracomment>
            <translation>
                <numerusform>{n} Stunde</numerusform>
                <numerusform>{n} Stunden</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>{n} hours ago</source>
            <extracomment>For one: {n} hour ago</extracomment>
            <translation>
                <numerusform>vor {n} Stunde</numerusform>
                <numerusform>vor {n} Stunden</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>{n} min</source>
            <translation>{n} min</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <location filename="../../app/tenantdock/identity/watch.py"></location>
            <source>{n} minutes</source>
            <extracomment>For one: {n} minute</extracomment>
            <translation>
                <numerusform>{n} Minute</numerusform>
                <numerusform>{n} Minuten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>{n} minutes ago</source>
            <extracomment>For one: {n} minute ago</extracomment>
            <translation>
                <numerusform>vor {n} Minute</numerusform>
                <numerusform>vor {n} Minuten</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/desktop/texts.py"></location>
            <source>{n} seconds</source>
            <extracomment>For one: {n} second</extracomment>
            <translation>
                <numerusform>{n} Sekunde</numerusform>
                <numerusform>{n} Sekunden</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/tray_menu.py"></location>
            <source>&amp;Search all {n} customers…</source>
            <translation>Alle {n} Kunden &amp;durchsuchen…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/tray_menu.py"></location>
            <source>&amp;Unlock TenantDock…</source>
            <translation>TenantDock &amp;entsperren…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/tray_menu.py"></location>
            <source>All &amp;open consoles…</source>
            <translation>Alle &amp;offenen Konsolen…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/tray_menu.py"></location>
            <source>More favourites</source>
            <translation>Weitere Favoriten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/tray_menu.py"></location>
            <source>Show &amp;TenantDock</source>
            <translation>&amp;TenantDock anzeigen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/tray_menu.py"></location>
            <source>Used last</source>
            <translation>Zuletzt verwendet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/tray_menu.py"></location>
            <source>and {n} more…</source>
            <translation>und {n} weitere…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Another name</source>
            <translation>Anderer Name</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Because</source>
            <translation>Grund</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Expected</source>
            <translation>Erwartet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Got</source>
            <translation>Erhalten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Hide what was seen</source>
            <translation>Beobachtungen ausblenden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>How to sign in as {name}</source>
            <translation>Wege zur Anmeldung als {name}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>It is the same person…</source>
            <translation>Es ist dieselbe Person…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Not now</source>
            <translation>Nicht jetzt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Nothing was stored, and no console was opened.</source>
            <translation>Es wurde nichts gespeichert und keine Konsole geöffnet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Perhaps {name} is the account you meant, under another name.</source>
            <translation>Vielleicht ist {name} das gemeinte Konto, unter einem anderen Namen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <source>Show what was seen</source>
            <translation>Beobachtungen anzeigen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/trouble.py"></location>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>Signed in as the wrong account</source>
            <translation>Mit dem falschen Konto angemeldet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/view_menu.py"></location>
            <source>&amp;Columns</source>
            <translation>S&amp;palten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/view_menu.py"></location>
            <source>&amp;Details panel</source>
            <translation>&amp;Detailbereich</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/view_menu.py"></location>
            <source>&amp;Filter</source>
            <translation>&amp;Filter</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/view_menu.py"></location>
            <source>&amp;Rows</source>
            <translation>&amp;Zeilen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/view_menu.py"></location>
            <source>&amp;Sidebar</source>
            <translation>&amp;Seitenleiste</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/view_menu.py"></location>
            <source>&amp;The other way round</source>
            <translation>&amp;Umgekehrt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/view_menu.py"></location>
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/view_menu.py"></location>
            <source>C&amp;hoose columns</source>
            <translation>Spalten &amp;wählen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/view_menu.py"></location>
            <source>Choose columns</source>
            <translation>Spalten wählen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/view_menu.py"></location>
            <source>S&amp;ort by</source>
            <translation>S&amp;ortieren nach</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/view_menu.py"></location>
            <source>Sort by</source>
            <translation>Sortieren nach</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/view_menu.py"></location>
            <source>View</source>
            <translation>Ansicht</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/viewing.py"></location>
            <source>No customer matches these filters</source>
            <translation>Kein Kunde passt zu diesen Filtern</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/viewing.py"></location>
            <source>Nothing here matches “{text}”</source>
            <translation>Hier passt nichts zu „{text}“</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/viewing.py"></location>
            <source>{n} selected, {of}</source>
            <translation>{n} ausgewählt, {of}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/viewing.py"></location>
            <source>{shown} of {every}</source>
            <translation>{shown} von {every}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>&amp;Add customer</source>
            <translation>&amp;Kunden hinzufügen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>Add a customer (Ctrl+N)</source>
            <translation>Kunden hinzufügen (Strg+N)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>Filter (Ctrl+Shift+F)</source>
            <translation>Filter (Strg+Umschalt+F)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/window.py"></location>
            <source>Search customer, domain, account or service</source>
            <translation>Kunde, Domäne, Konto, Dienst suchen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/writing.py"></location>
            <source>Cancelled. Nothing was written.</source>
            <translation>Abgebrochen. Es wurde nichts geschrieben.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/writing.py"></location>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/desktop/writing.py"></location>
            <source>Writing the file…</source>
            <translation>Die Datei wird geschrieben…</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/applying.py"></location>
            <source>Give it another name, or leave it out. Nothing was changed.</source>
            <translation>Geben Sie einen anderen Namen an, oder lassen Sie ihn weg. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/applying.py"></location>
            <location filename="../../app/tenantdock/directory/writing.py"></location>
            <source>There is already a connection {name!r} with this customer and this account.</source>
            <translation>Es gibt bereits eine Verbindung „{name}“ mit diesem Kunden und diesem Konto.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/database.py"></location>
            <source>Restore a backup of {name}, or add your customers again. The damaged file is {kept}.</source>
            <translation>Stellen Sie eine Sicherung von {name} wieder her, oder fügen Sie Ihre Kunden erneut hinzu. Die beschädigte Datei ist {kept}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/database.py"></location>
            <source>Start TenantDock again.</source>
            <translation>Starten Sie TenantDock erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/database.py"></location>
            <source>TenantDock is ending, so nothing more is saved.</source>
            <translation>TenantDock wird beendet, deshalb wird nichts mehr gespeichert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/database.py"></location>
            <source>The file with your connections was damaged. TenantDock set it aside and started with an empty list.</source>
            <translation>Die Datei mit Ihren Verbindungen war beschädigt. TenantDock hat sie beiseitegelegt und mit einer leeren Liste begonnen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/reading.py"></location>
            <location filename="../../app/tenantdock/directory/writing.py"></location>
            <source>Add it again if you need it.</source>
            <translation>Fügen Sie ihn erneut hinzu, wenn Sie ihn brauchen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/reading.py"></location>
            <location filename="../../app/tenantdock/directory/writing.py"></location>
            <source>This connection is not saved here any more.</source>
            <translation>Diese Verbindung ist hier nicht mehr gespeichert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/schema.py"></location>
            <source>Start the newer TenantDock, or update this one. Nothing was changed.</source>
            <translation>Starten Sie das neuere TenantDock, oder aktualisieren Sie dieses. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/schema.py"></location>
            <source>Your connections were saved by a newer TenantDock (format {found}; this one knows {latest}).</source>
            <translation>Ihre Verbindungen wurden von einem neueren TenantDock gespeichert (Format {found}; dieses kennt {latest}).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>Check that you own the data folder and may read in it, then start TenantDock again.</source>
            <translation>Prüfen Sie, ob der Datenordner Ihnen gehört und Sie darin lesen dürfen, und starten Sie TenantDock dann erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <location filename="../../app/tenantdock/vault/files.py"></location>
            <source>Check that you own {folder} and may write in it, and try again.</source>
            <translation>Prüfen Sie, ob {folder} Ihnen gehört und Sie darin schreiben dürfen, und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <location filename="../../app/tenantdock/vault/files.py"></location>
            <source>Free some space and try again.</source>
            <translation>Schaffen Sie Platz, und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>Install the newer TenantDock, or move {name} away to start with new settings.</source>
            <translation>Installieren Sie das neuere TenantDock, oder verschieben Sie {name}, um mit neuen Einstellungen zu beginnen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>Look at the settings, and set again what you had changed. The file is kept as {name}.</source>
            <translation>Sehen Sie die Einstellungen durch, und stellen Sie neu ein, was Sie geändert hatten. Die Datei bleibt als {name} erhalten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>Nothing was changed.</source>
            <translation>Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>The settings cannot be written.</source>
            <translation>Die Einstellungen können nicht geschrieben werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>The settings could not be read, so TenantDock uses its defaults.</source>
            <translation>Die Einstellungen konnten nicht gelesen werden, deshalb verwendet TenantDock die Vorgaben.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>The settings could not be read. TenantDock set them aside and uses its defaults.</source>
            <translation>Die Einstellungen konnten nicht gelesen werden. TenantDock hat sie beiseitegelegt und verwendet die Vorgaben.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>The settings could not be saved.</source>
            <translation>Die Einstellungen konnten nicht gespeichert werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>The settings were saved by a newer TenantDock. This one uses defaults and leaves them alone.</source>
            <translation>Die Einstellungen wurden von einem neueren TenantDock gespeichert. Dieses verwendet die Vorgaben und lässt sie unberührt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <source>There is no room on the disk to save the settings.</source>
            <translation>Auf dem Datenträger ist kein Platz, um die Einstellungen zu speichern.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/settings.py"></location>
            <location filename="../../app/tenantdock/vault/files.py"></location>
            <source>Try again. If it keeps happening, check the disk.</source>
            <translation>Versuchen Sie es erneut. Kommt es weiter vor, prüfen Sie den Datenträger.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/store.py"></location>
            <location filename="../../app/tenantdock/directory/writing.py"></location>
            <source>Add the connection again.</source>
            <translation>Fügen Sie die Verbindung erneut hinzu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/store.py"></location>
            <location filename="../../app/tenantdock/directory/writing.py"></location>
            <location filename="../../app/tenantdock/workflows/importing.py"></location>
            <source>This account is not saved here any more.</source>
            <translation>Dieses Konto ist hier nicht mehr gespeichert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/writing.py"></location>
            <source>Choose another name.</source>
            <translation>Wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/writing.py"></location>
            <source>Remove this account's sign-in first if a different person is meant.</source>
            <translation>Entfernen Sie zuerst die Anmeldung dieses Kontos, wenn eine andere Person gemeint ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/writing.py"></location>
            <source>Use that one, or give the new one another name.</source>
            <translation>Verwenden Sie diese, oder geben Sie der neuen einen anderen Namen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/directory/writing.py"></location>
            <source>{username} is already tied to another identity.</source>
            <translation>{username} ist bereits an eine andere Identität gebunden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>Clouds beside those that come with TenantDock, such as a sovereign one.</source>
            <translation>Clouds neben denen, die mit TenantDock kommen, etwa eine souveräne.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>Clouds of your own</source>
            <translation>Eigene Clouds</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>Edit the connection and choose its cloud again.</source>
            <translation>Bearbeiten Sie die Verbindung, und wählen Sie ihre Cloud erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>Enter it in the settings again, with the same sign-in address.</source>
            <translation>Geben Sie sie in den Einstellungen erneut ein, mit derselben Anmeldeadresse.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>Give it as https://host, without a path.</source>
            <translation>Geben Sie sie als https://host an, ohne Pfad.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>Start TenantDock with --sandbox to use it.</source>
            <translation>Starten Sie TenantDock mit --sandbox, um sie zu verwenden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>The cloud at {cloud_id} is not in the settings (any more).</source>
            <translation>Die Cloud unter {cloud_id} ist nicht (mehr) in den Einstellungen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>The cloud {cloud_id!r} is not known here.</source>
            <translation>Die Cloud „{cloud_id}“ ist hier nicht bekannt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>The sign-in address of the cloud {id!r} is not a plain https origin.</source>
            <translation>Die Anmeldeadresse der Cloud „{id}“ ist kein einfacher https-Ursprung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>This customer belongs to the practice cloud.</source>
            <translation>Dieser Kunde gehört zur Übungscloud.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>Which application TenantDock signs in as, for each service.</source>
            <translation>Als welche Anwendung sich TenantDock anmeldet, für jeden Dienst.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>application app registration client id consent</source>
            <translation>Anwendung App Registrierung Client-ID Zustimmung</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/clouds.py"></location>
            <source>sovereign national cloud authority endpoint address resource</source>
            <translation>souverän national Cloud Anmeldedienst Endpunkt Adresse Ressource</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/declaring.py"></location>
            <source>Choose one of the values that the settings window offers.</source>
            <translation>Wählen Sie einen der Werte, die das Einstellungsfenster anbietet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/declaring.py"></location>
            <source>{value!r} is not a value for “{label}”.</source>
            <translation>„{value}“ ist kein Wert für „{label}“.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>A colour looks like #1a7f5a.</source>
            <translation>Eine Farbe sieht aus wie #1a7f5a.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>A domain looks like contoso.com or contoso.onmicrosoft.com.</source>
            <translation>Eine Domäne sieht aus wie contoso.com oder contoso.onmicrosoft.com.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>A tag has no comma and up to {tag_limit} characters.</source>
            <translation>Ein Stichwort hat kein Komma und höchstens {tag_limit} Zeichen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>A tenant id looks like 8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11. You can also give the customer's domain.</source>
            <translation>Eine Mandanten-ID sieht aus wie 8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11. Sie können auch die Domäne des Kunden angeben.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>A user name looks like admin@contoso.com.</source>
            <translation>Ein Benutzername sieht aus wie admin@contoso.com.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>Choose an account of that cloud.</source>
            <translation>Wählen Sie ein Konto dieser Cloud.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>Copy the user name from the Microsoft 365 admin centre, without spaces.</source>
            <translation>Kopieren Sie den Benutzernamen aus dem Microsoft 365 Admin Center, ohne Leerzeichen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <location filename="../../app/tenantdock/workflows/wanted.py"></location>
            <source>Give it a shorter name.</source>
            <translation>Geben Sie einen kürzeren Namen an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>Leave some out.</source>
            <translation>Lassen Sie einige weg.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <location filename="../../app/tenantdock/portals/own_profiles.py"></location>
            <location filename="../../app/tenantdock/vault/sealing.py"></location>
            <source>Remove the account and add it again.</source>
            <translation>Entfernen Sie das Konto, und fügen Sie es erneut hinzu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>Shorten them.</source>
            <translation>Kürzen Sie sie.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>The account and the tenant are in different clouds.</source>
            <translation>Das Konto und der Mandant sind in verschiedenen Clouds.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>The connection has no name.</source>
            <translation>Die Verbindung hat keinen Namen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>The connection has no service.</source>
            <translation>Die Verbindung hat keinen Dienst.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>The group is longer than {group_limit} characters.</source>
            <translation>Die Gruppe ist länger als {group_limit} Zeichen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>The name is longer than {name_limit} characters.</source>
            <translation>Der Name ist länger als {name_limit} Zeichen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>The notes are longer than {notes_limit} characters.</source>
            <translation>Die Notizen sind länger als {notes_limit} Zeichen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>The part before the @ of {text!r} has a character that user names cannot have.</source>
            <translation>Der Teil vor dem @ von „{text}“ hat ein Zeichen, das Benutzernamen nicht haben können.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>The saved account has a damaged identity.</source>
            <translation>Das gespeicherte Konto hat eine beschädigte Identität.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>These are more than {tags_most} tags.</source>
            <translation>Das sind mehr als {tags_most} Stichwörter.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>{colour!r} is not a colour.</source>
            <translation>„{colour}“ ist keine Farbe.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>{tag!r} is not a tag.</source>
            <translation>„{tag}“ ist kein Stichwort.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>{text!r} is not a domain.</source>
            <translation>„{text}“ ist keine Domäne.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>{text!r} is not a tenant id.</source>
            <translation>„{text}“ ist keine Mandanten-ID.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/directory.py"></location>
            <source>{text!r} is not a user name.</source>
            <translation>„{text}“ ist kein Benutzername.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>A file could not be used</source>
            <translation>Eine Datei konnte nicht verwendet werden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Another Microsoft cloud</source>
            <translation>Eine andere Microsoft-Cloud</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Cancelled</source>
            <translation>Abgebrochen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Cancelled.</source>
            <translation>Abgebrochen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>No tenant found for this domain</source>
            <translation>Zu dieser Domäne wurde kein Mandant gefunden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>No terminal found</source>
            <translation>Kein Terminal gefunden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Not found</source>
            <translation>Nicht gefunden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Please check what you entered</source>
            <translation>Bitte prüfen Sie Ihre Eingabe</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>PowerShell is not installed</source>
            <translation>PowerShell ist nicht installiert</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Sign-in failed</source>
            <translation>Anmeldung fehlgeschlagen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Sign-in needed</source>
            <translation>Anmeldung nötig</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Signing in with Windows is not possible here</source>
            <translation>Die Anmeldung mit Windows ist hier nicht möglich</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>Something went wrong</source>
            <translation>Etwas ist schiefgegangen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>TenantDock's local endpoint</source>
            <translation>Lokaler Endpunkt von TenantDock</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>The browser did not start</source>
            <translation>Der Browser wurde nicht gestartet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>The console did not start</source>
            <translation>Die Konsole wurde nicht gestartet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>The keyring is locked</source>
            <translation>Der Schlüsselbund ist gesperrt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>The list could not be read</source>
            <translation>Die Liste konnte nicht gelesen werden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>The proxy asks who you are</source>
            <translation>Der Proxy fragt, wer Sie sind</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>The sign-in service cannot be reached</source>
            <translation>Der Anmeldedienst ist nicht erreichbar</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/errors.py"></location>
            <source>The window cannot be brought to the front</source>
            <translation>Das Fenster kann nicht nach vorn geholt werden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Client ids are set per cloud and service.</source>
            <translation>Client-IDs werden je Cloud und Dienst festgelegt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Copy the Application (client) ID from the registration's overview page; it looks like 1950a258-227b-4e31-a9cf-717495945fc2. Leave the field empty to use Microsoft's own.</source>
            <translation>Kopieren Sie die Anwendungs-ID (Client) von der Übersichtsseite der Registrierung; sie sieht aus wie 1950a258-227b-4e31-a9cf-717495945fc2. Lassen Sie das Feld leer, um die von Microsoft zu verwenden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Enter the cloud anew.</source>
            <translation>Geben Sie die Cloud neu ein.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Enter the resource of at least one service, such as Graph's.</source>
            <translation>Geben Sie die Ressource mindestens eines Dienstes ein, etwa die von Graph.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Enter them there.</source>
            <translation>Geben Sie sie dort ein.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Give each its own name.</source>
            <translation>Geben Sie jeder einen eigenen Namen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Give it as https://host, without a path, such as https://login.microsoftonline.com.</source>
            <translation>Geben Sie sie als https://host an, ohne Pfad, zum Beispiel https://login.microsoftonline.com.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Give it as https://host/, with a path where the service has one.</source>
            <translation>Geben Sie sie als https://host/ an, mit einem Pfad, wenn der Dienst einen hat.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Give it one of at most {cloud_name_limit} characters.</source>
            <translation>Geben Sie einen mit höchstens {cloud_name_limit} Zeichen an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Give the https address of the service without a path, or the id of its application.</source>
            <translation>Geben Sie die https-Adresse des Dienstes ohne Pfad an, oder die ID seiner Anwendung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Have the authority installed in the system's trust store instead.</source>
            <translation>Lassen Sie die Zertifizierungsstelle stattdessen im Zertifikatspeicher des Systems installieren.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Remove one of them.</source>
            <translation>Entfernen Sie eine davon.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>The cloud needs a name, in one line.</source>
            <translation>Die Cloud braucht einen Namen in einer Zeile.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>The cloud {name!r} brings its own certificate authority.</source>
            <translation>Die Cloud „{name}“ bringt eine eigene Zertifizierungsstelle mit.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>The cloud {name!r} has no service.</source>
            <translation>Die Cloud „{name}“ hat keinen Dienst.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>There is more than one cloud called {name!r}.</source>
            <translation>Es gibt mehr als eine Cloud mit dem Namen „{name}“.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>Two clouds of your own have the same id.</source>
            <translation>Zwei Ihrer eigenen Clouds haben dieselbe ID.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>{id!r} cannot be the id of a cloud of your own.</source>
            <translation>„{id}“ kann nicht die ID einer eigenen Cloud sein.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>{resource!r} is not a resource.</source>
            <translation>„{resource}“ ist keine Ressource.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>{root!r} is not the address of a service.</source>
            <translation>„{root}“ ist nicht die Adresse eines Dienstes.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>{text!r} is not a client id.</source>
            <translation>„{text}“ ist keine Client-ID.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/own_clouds.py"></location>
            <source>{text!r} is not the address of a sign-in service.</source>
            <translation>„{text}“ ist nicht die Adresse eines Anmeldedienstes.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>Expected {expected}, got {got}, because {because}.</source>
            <translation>Erwartet: {expected}; erhalten: {got}. Grund: {because}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>Expected {expected}, got {got}.</source>
            <translation>Erwartet: {expected}; erhalten: {got}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>Nothing was stored. Try the next way to sign in.</source>
            <translation>Es wurde nichts gespeichert. Versuchen Sie den nächsten Weg der Anmeldung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>The sign-in service lists {typed} as an address of {name}, who signed in just now.</source>
            <translation>Der Anmeldedienst führt {typed} als Adresse von {name}, und dieses Konto hat sich gerade angemeldet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>The sign-in service lists {typed} as an address of {name}.</source>
            <translation>Der Anmeldedienst führt {typed} als Adresse von {name}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>an access token that belongs to another sign-in</source>
            <translation>ein Zugriffstoken, das zu einer anderen Anmeldung gehört</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>an account without a name</source>
            <translation>ein Konto ohne Namen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>an answer for another client ({client})</source>
            <translation>eine Antwort für einen anderen Client ({client})</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>an answer whose parts contradict each other</source>
            <translation>eine Antwort, deren Teile einander widersprechen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>an answer without a complete identity</source>
            <translation>eine Antwort ohne vollständige Identität</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>another account that is called {user} now</source>
            <translation>ein anderes Konto, das jetzt {user} heißt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>{name} belongs to the tenant of that domain and signed in just now. Nothing shows that {typed} is a name of it.</source>
            <translation>{name} gehört zum Mandanten dieser Domäne und hat sich gerade angemeldet. Nichts zeigt, dass {typed} ein Name dieses Kontos ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/proof.py"></location>
            <source>{user} in tenant {tenant}</source>
            <translation>{user} im Mandanten {tenant}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>API permissions, all delegated: {named}.</source>
            <translation>API-Berechtigungen, alle delegiert: {named}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>API permissions: those of the service, delegated.</source>
            <translation>API-Berechtigungen: die des Dienstes, delegiert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>Account types: any organizational directory (multitenant), so that it works for every customer.</source>
            <translation>Kontotypen: beliebiges Organisationsverzeichnis (mehrinstanzenfähig), damit sie für jeden Kunden funktioniert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>Authentication: add the platform "Mobile and desktop applications" with the redirect address {redirect}.</source>
            <translation>Authentifizierung: Fügen Sie die Plattform „Mobilgerät- und Desktopanwendungen“ mit der Umleitungsadresse {redirect} hinzu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>Authentication: set "Allow public client flows" to Yes. Only the device code needs it. Make no secret: none is used.</source>
            <translation>Authentifizierung: Setzen Sie „Öffentliche Clientflows zulassen“ auf Ja. Nur der Gerätecode braucht das. Erstellen Sie kein Geheimnis: Es wird keines verwendet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>Each customer's administrator has to consent to it once.</source>
            <translation>Der Administrator jedes Kunden muss ihr einmal zustimmen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>For accounts that sign in through Windows (WAM), add the redirect address {redirect} there, too.</source>
            <translation>Für Konten, die sich über Windows (WAM) anmelden, fügen Sie dort auch die Umleitungsadresse {redirect} hinzu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>Register an application {where}, in a tenant of {cloud}: one of another cloud is not known there.</source>
            <translation>Registrieren Sie eine Anwendung {where}, in einem Mandanten von {cloud}: Eine aus einer anderen Cloud ist dort nicht bekannt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>at {portal}</source>
            <translation>unter {portal}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>every permission that your scripts use: the console gets these and no others</source>
            <translation>jede Berechtigung, die Ihre Skripte verwenden: Die Konsole erhält diese und keine anderen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>in the portal of that cloud</source>
            <translation>im Portal dieser Cloud</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/registrations.py"></location>
            <source>so that the console can show which tenant answered</source>
            <translation>damit die Konsole zeigen kann, welcher Mandant geantwortet hat</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/services.py"></location>
            <source>Remove {label} from this connection's services.</source>
            <translation>Entfernen Sie {label} aus den Diensten dieser Verbindung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/services.py"></location>
            <source>There is no service called {key!r}.</source>
            <translation>Es gibt keinen Dienst mit dem Namen „{key}“.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/services.py"></location>
            <location filename="../../app/tenantdock/workflows/wanted.py"></location>
            <source>Use one of: {names}.</source>
            <translation>Verwenden Sie einen davon: {names}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/services.py"></location>
            <source>{label} is not offered in {name}.</source>
            <translation>{label} wird in {name} nicht angeboten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>A browser profile for each account</source>
            <translation>Ein Browserprofil für jedes Konto</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>A key combination looks like Ctrl+Alt+Space.</source>
            <translation>Eine Tastenkombination sieht aus wie Ctrl+Alt+Space.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>A language is written like de or pt-BR; empty is the system's.</source>
            <translation>Eine Sprache wird wie de oder pt-BR geschrieben; leer ist die des Systems.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>A locked TenantDock hands out no tokens, so a script that runs through the night would end with its token.</source>
            <translation>Ein gesperrtes TenantDock gibt keine Token aus, deshalb würde ein Skript, das über Nacht läuft, mit dem Ablauf seines Tokens enden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>After an hour</source>
            <translation>Nach einer Stunde</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>After this time without a key press or a move of the mouse, windows hide what they show and tokens stop.</source>
            <translation>Nach dieser Zeit ohne Tastendruck und Mausbewegung verbergen Fenster, was sie zeigen, und es gibt keine Token mehr.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>As this computer is set</source>
            <translation>Wie im System</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Browser of new customers</source>
            <translation>Browser neuer Kunden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Choose one of the programs that the settings window offers.</source>
            <translation>Wählen Sie eines der Programme, die das Einstellungsfenster anbietet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Colours</source>
            <translation>Farben</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Counts for customers that you add from now on: the others keep what they were given.</source>
            <translation>Gilt für Kunden, die Sie von jetzt an hinzufügen: Die anderen behalten, was sie haben.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Counts from the next console: one that is open stays what it is.</source>
            <translation>Gilt ab der nächsten Konsole: Eine offene bleibt, wie sie ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Counts from the next sign-in: one that is under way keeps to what it began with.</source>
            <translation>Gilt ab der nächsten Anmeldung: Eine laufende bleibt bei dem, womit sie begann.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Give a number from 1 to {last_port}.</source>
            <translation>Geben Sie eine Zahl von 1 bis {last_port} an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Give a number up to {longest_idle}, or 0 for never.</source>
            <translation>Geben Sie eine Zahl bis {longest_idle} an, oder 0 für nie.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Give its host name alone, such as proxy.corp.example, and the port beside it.</source>
            <translation>Geben Sie nur den Hostnamen an, etwa proxy.corp.example, und daneben den Port.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Give one a line, such as intranet.example, .corp.example or 10.0.0.0/8.</source>
            <translation>Geben Sie einen je Zeile an, etwa intranet.example, .corp.example oder 10.0.0.0/8.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>High contrast</source>
            <translation>Hoher Kontrast</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Hosts and domains that are reached directly.</source>
            <translation>Hosts und Domänen, die direkt erreicht werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Hosts that need no proxy</source>
            <translation>Hosts ohne Proxy</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Keys that open the palette</source>
            <translation>Tasten, die die Palette öffnen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Light or dark windows, or black and white ones with the strongest contrast.</source>
            <translation>Helle oder dunkle Fenster, oder schwarz-weiße mit dem stärksten Kontrast.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Lock when nobody is here</source>
            <translation>Sperren, wenn niemand da ist</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Lock with the screen</source>
            <translation>Mit dem Bildschirm sperren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Never</source>
            <translation>Nie</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Never by itself while a console is open</source>
            <translation>Nie von selbst, solange eine Konsole offen ist</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>No proxy</source>
            <translation>Kein Proxy</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Proxy</source>
            <translation>Proxy</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Proxy host</source>
            <translation>Proxyhost</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Proxy password</source>
            <translation>Kennwort für den Proxy</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Proxy port</source>
            <translation>Proxyport</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Proxy user name</source>
            <translation>Benutzername für den Proxy</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Sealed with the key in your keyring.</source>
            <translation>Mit dem Schlüssel in Ihrem Schlüsselbund versiegelt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Start when I log in</source>
            <translation>Beim Anmelden am Computer starten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>TenantDock keeps one for it alone, so that no other sign-in gets in the way and portals open as the right person.</source>
            <translation>TenantDock führt für jedes Konto ein eigenes, damit keine andere Anmeldung stört und Portale sich als die richtige Person öffnen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>TenantDock starts in the tray, without a window.</source>
            <translation>TenantDock startet im Infobereich, ohne Fenster.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>The PowerShell of consoles whose customer has no other one chosen.</source>
            <translation>Die PowerShell der Konsolen, für deren Kunden keine andere gewählt ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>The browser that signs in customers that you add. Each one's details can name another.</source>
            <translation>Der Browser, der hinzugefügte Kunden anmeldet. Die Details jedes Kunden können einen anderen nennen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>The guide that finds PowerShell, its modules and your keyring.</source>
            <translation>Die Einführung, die PowerShell, ihre Module und Ihren Schlüsselbund findet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>The host name of the proxy.</source>
            <translation>Der Hostname des Proxys.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>The language of TenantDock's windows.</source>
            <translation>Die Sprache der Fenster von TenantDock.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>The port of the proxy.</source>
            <translation>Der Port des Proxys.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>The program whose window consoles open in.</source>
            <translation>Das Programm, in dessen Fenster sich Konsolen öffnen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>This proxy</source>
            <translation>Dieser Proxy</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>When you lock the screen, TenantDock locks too.</source>
            <translation>Wenn Sie den Bildschirm sperren, sperrt sich auch TenantDock.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Where sign-ins are kept, and a new key for them.</source>
            <translation>Wo Anmeldungen aufbewahrt werden, und ein neuer Schlüssel dafür.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Whether sign-ins go through a proxy, and which one.</source>
            <translation>Ob Anmeldungen über einen Proxy gehen, und über welchen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Which are found, their versions, and what installs the others.</source>
            <translation>Welche gefunden wurden, ihre Versionen, und womit sich die anderen installieren lassen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Who you are for a proxy that asks.</source>
            <translation>Wer Sie für einen Proxy sind, der fragt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>Works in every program: type a few letters of a customer, and Enter connects.</source>
            <translation>Funktioniert in jedem Programm: Geben Sie ein paar Buchstaben eines Kunden ein, und die Eingabetaste verbindet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>autostart log-in logon startup boot tray</source>
            <translation>Autostart Anmeldung Systemstart Infobereich</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>browser edge chrome firefox default sign in</source>
            <translation>Browser Edge Chrome Firefox Standard Anmeldung</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>browser profile separate cookies single sign-on</source>
            <translation>Browser Profil getrennt Cookies einmaliges Anmelden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>guide help start introduction practice cloud playground</source>
            <translation>Einführung Hilfe Start Übungscloud ausprobieren</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>hotkey shortcut key combination global palette quick keyboard</source>
            <translation>Hotkey Tastenkürzel Tastenkombination global Palette schnell Tastatur</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>keyring key rotate sealed encryption vault token</source>
            <translation>Schlüsselbund Schlüssel tauschen versiegelt Verschlüsselung Tresor Token</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>language translation english deutsch german sprache</source>
            <translation>Sprache Übersetzung Englisch Deutsch language german</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>lock console script night</source>
            <translation>Sperre Konsole Skript Nacht</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>lock idle away timeout minutes security</source>
            <translation>Sperre Leerlauf abwesend Zeit Minuten Sicherheit</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>lock screen saver suspend security</source>
            <translation>Sperre Bildschirmschoner Standby Sicherheit</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>module install version Graph Az Exchange Teams</source>
            <translation>Modul installieren Version Graph Az Exchange Teams</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>proxy bypass exception no_proxy intranet</source>
            <translation>Proxy umgehen Ausnahme no_proxy Intranet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>proxy network internet connection PAC automatic configuration</source>
            <translation>Proxy Netzwerk Internet Verbindung PAC automatische Konfiguration</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>proxy password account authentication</source>
            <translation>Proxy Kennwort Konto Authentifizierung</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>proxy secret authentication</source>
            <translation>Proxy Geheimnis Authentifizierung</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>proxy server address</source>
            <translation>Proxy Server Adresse</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>proxy server number</source>
            <translation>Proxy Server Nummer</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>shell pwsh powershell version</source>
            <translation>Shell pwsh PowerShell Version</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>terminal window console program</source>
            <translation>Terminal Fenster Konsole Programm</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>theme dark light mode appearance high contrast colours accessibility</source>
            <translation>Design dunkel hell Modus Aussehen hoher Kontrast Farben Barrierefreiheit</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>{host!r} is not a host or domain.</source>
            <translation>„{host}“ ist kein Host und keine Domäne.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>{host!r} is not the name of a proxy.</source>
            <translation>„{host}“ ist nicht der Name eines Proxys.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>{idle_minutes} minutes cannot be waited for.</source>
            <translation>Eine Wartezeit von {idle_minutes} Minuten ist nicht möglich.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>{port} is not a port.</source>
            <translation>{port} ist kein Port.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>{text!r} is not a key combination.</source>
            <translation>„{text}“ ist keine Tastenkombination.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>{text!r} is not a language.</source>
            <translation>„{text}“ ist keine Sprache.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/domain/settings.py"></location>
            <source>{text!r} is not the name of a program.</source>
            <translation>„{text}“ ist nicht der Name eines Programms.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>Add --sandbox to practise with it, or name another folder with --data.</source>
            <translation>Fügen Sie --sandbox hinzu, um damit zu üben, oder nennen Sie mit --data einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>Every user of this computer may write in it.</source>
            <translation>Jeder Benutzer dieses Computers darf darin schreiben.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>It belongs to another user.</source>
            <translation>Er gehört einem anderen Benutzer.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>Leave out --data to use the practice cloud's own folder, or name another folder.</source>
            <translation>Lassen Sie --data weg, um den eigenen Ordner der Übungscloud zu verwenden, oder nennen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>Name a folder of your own with --data, or make this one yours and writable.</source>
            <translation>Nennen Sie mit --data einen eigenen Ordner, oder sorgen Sie dafür, dass dieser Ihnen gehört und beschreibbar ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>Not a folder for practice</source>
            <translation>Kein Ordner zum Üben</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>Not a folder for real tenants</source>
            <translation>Kein Ordner für echte Mandanten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>TenantDock cannot keep its data in {folder}. {why}</source>
            <translation>TenantDock kann seine Daten nicht in {folder} aufbewahren. {why}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>The data folder cannot be used</source>
            <translation>Der Datenordner kann nicht verwendet werden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>{folder} holds practice data. Real tenants are kept apart from it.</source>
            <translation>{folder} enthält Übungsdaten. Echte Mandanten werden davon getrennt gehalten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/folders.py"></location>
            <source>{folder} holds the data of real tenants. The practice cloud keeps its own apart from them.</source>
            <translation>{folder} enthält Daten echter Mandanten. Die Übungscloud hält ihre eigenen davon getrennt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>A consent is missing or was withdrawn.</source>
            <translation>Eine Zustimmung fehlt oder wurde zurückgezogen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <location filename="../../app/tenantdock/identity/memory.py"></location>
            <source>Connect again to sign in.</source>
            <translation>Verbinden Sie erneut, um sich anzumelden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>Set this computer's date and time right.</source>
            <translation>Stellen Sie Datum und Uhrzeit dieses Computers richtig.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>Sign in again. If it comes back, look the number up or ask an administrator.</source>
            <translation>Melden Sie sich erneut an. Kommt es wieder vor, schlagen Sie die Nummer nach, oder fragen Sie einen Administrator.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>Something has to be done outside of the sign-in page first; the page says what.</source>
            <translation>Zuerst muss außerhalb der Anmeldeseite etwas getan werden; die Seite sagt, was.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The customer wants an application with Intune protection.</source>
            <translation>Der Kunde verlangt eine Anwendung mit Intune-Schutz.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The fault passes.</source>
            <translation>Die Störung geht vorüber.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The password has expired.</source>
            <translation>Das Kennwort ist abgelaufen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The saved sign-in belongs to another application.</source>
            <translation>Die gespeicherte Anmeldung gehört zu einer anderen Anwendung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The saved sign-in cannot be used any more.</source>
            <translation>Die gespeicherte Anmeldung kann nicht mehr verwendet werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The saved sign-in has expired.</source>
            <translation>Die gespeicherte Anmeldung ist abgelaufen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The sign-in page can say why, but signing in again does not change it.</source>
            <translation>Die Anmeldeseite kann den Grund nennen, aber eine erneute Anmeldung ändert nichts daran.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The sign-in page leads on.</source>
            <translation>Die Anmeldeseite führt weiter.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The sign-in service answered: {text}</source>
            <translation>Der Anmeldedienst hat geantwortet: {text}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The sign-in service has a passing fault{tag}.</source>
            <translation>Der Anmeldedienst hat eine vorübergehende Störung{tag}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The sign-in service refused{tag}.</source>
            <translation>Der Anmeldedienst hat abgelehnt{tag}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>The sign-in was cancelled on the sign-in page.</source>
            <translation>Die Anmeldung wurde auf der Anmeldeseite abgebrochen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <source>This device could not show that it is a registered one.</source>
            <translation>Dieses Gerät konnte nicht zeigen, dass es registriert ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <source>Try again in a moment.</source>
            <translation>Versuchen Sie es gleich noch einmal.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A Conditional Access policy of this customer blocks this sign-in.</source>
            <translation>Eine Richtlinie für bedingten Zugriff dieses Kunden sperrt diese Anmeldung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A part of the request is empty or not valid.</source>
            <translation>Ein Teil der Anforderung ist leer oder nicht gültig.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A part of the request is missing.</source>
            <translation>Ein Teil der Anforderung fehlt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A part of the sign-in with this device's key is missing.</source>
            <translation>Ein Teil der Anmeldung mit dem Schlüssel dieses Geräts fehlt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A person has to sign in.</source>
            <translation>Eine Person muss sich anmelden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A policy limits how long a browser session lasts, and it is over.</source>
            <translation>Eine Richtlinie begrenzt, wie lange eine Browsersitzung gilt, und die Zeit ist um.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A policy limits how long a sign-in lasts, and it is over.</source>
            <translation>Eine Richtlinie begrenzt, wie lange eine Anmeldung gilt, und die Zeit ist um.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A second factor has to be registered, and that is allowed from certain places or devices only.</source>
            <translation>Ein zweiter Faktor muss registriert werden, und das ist nur von bestimmten Orten oder Geräten aus erlaubt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A second factor has to be registered, and the risk is too high for that now.</source>
            <translation>Ein zweiter Faktor muss registriert werden, und dafür ist das Risiko jetzt zu hoch.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A security policy of this customer's tenant blocks this sign-in.</source>
            <translation>Eine Sicherheitsrichtlinie im Mandanten dieses Kunden sperrt diese Anmeldung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>A token cannot be used the way it was.</source>
            <translation>Ein Token kann nicht so verwendet werden, wie es verwendet wurde.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Add http://localhost to it.</source>
            <translation>Fügen Sie ihr http://localhost hinzu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Add it there.</source>
            <translation>Fügen Sie ihn dort hinzu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Add them to it.</source>
            <translation>Fügen Sie sie ihr hinzu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>An administrator of this customer has to approve this application.</source>
            <translation>Ein Administrator dieses Kunden muss diese Anwendung genehmigen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>An administrator of this customer has to consent to this application.</source>
            <translation>Ein Administrator dieses Kunden muss dieser Anwendung zustimmen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Another code than the one shown was typed.</source>
            <translation>Es wurde ein anderer Code als der angezeigte eingegeben.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Ask an administrator of its Active Directory for other hours.</source>
            <translation>Bitten Sie einen Administrator des zugehörigen Active Directory um andere Anmeldezeiten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Ask an administrator of its tenant.</source>
            <translation>Fragen Sie einen Administrator seines Mandanten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Ask an administrator of the account's own tenant to look at the risk.</source>
            <translation>Bitten Sie einen Administrator im eigenen Mandanten des Kontos, das Risiko zu prüfen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Ask an administrator of this customer to consent to the application.</source>
            <translation>Bitten Sie einen Administrator dieses Kunden, der Anwendung zuzustimmen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Ask an administrator of this customer which Conditional Access policy applies (the sign-in log names it).</source>
            <translation>Fragen Sie einen Administrator dieses Kunden, welche Richtlinie für bedingten Zugriff greift (das Anmeldeprotokoll nennt sie).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Ask an administrator of this customer.</source>
            <translation>Fragen Sie einen Administrator dieses Kunden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Ask an administrator there to enable it.</source>
            <translation>Bitten Sie dort einen Administrator, sie zu aktivieren.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator there.</source>
            <translation>Fragen Sie dort einen Administrator.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Ask one to approve it.</source>
            <translation>Bitten Sie einen um die Genehmigung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Ask one to consent.</source>
            <translation>Bitten Sie einen um seine Zustimmung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Check the client id that is set for this service.</source>
            <translation>Prüfen Sie die Client-ID, die für diesen Dienst eingestellt ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Check the client id, or have an administrator consent to the application there.</source>
            <translation>Prüfen Sie die Client-ID, oder lassen Sie einen Administrator der Anwendung dort zustimmen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Check the connection's tenant and cloud.</source>
            <translation>Prüfen Sie Mandant und Cloud der Verbindung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Choose another client id for this service, or an app registration of your own.</source>
            <translation>Wählen Sie für diesen Dienst eine andere Client-ID, oder eine eigene App-Registrierung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/realms.py"></location>
            <source>Choose that cloud for this customer.</source>
            <translation>Wählen Sie diese Cloud für diesen Kunden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Choose the account's cloud.</source>
            <translation>Wählen Sie die Cloud des Kontos.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Choose the customer's cloud.</source>
            <translation>Wählen Sie die Cloud des Kunden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <location filename="../../app/tenantdock/identity/provider.py"></location>
            <source>Connect again to get a new code.</source>
            <translation>Verbinden Sie erneut, um einen neuen Code zu erhalten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Consent to it for this customer in Partner Center, or ask an administrator of the customer to consent.</source>
            <translation>Stimmen Sie ihr für diesen Kunden im Partner Center zu, oder bitten Sie einen Administrator des Kunden um Zustimmung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Guests are not admitted there.</source>
            <translation>Gäste sind dort nicht zugelassen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Have this device enrolled and made compliant, or sign in from one that is.</source>
            <translation>Lassen Sie dieses Gerät registrieren und konform machen, oder melden Sie sich von einem konformen aus an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Make it a public client.</source>
            <translation>Machen Sie sie zu einem öffentlichen Client.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Make it a public client; TenantDock uses none.</source>
            <translation>Machen Sie sie zu einem öffentlichen Client; TenantDock verwendet keines.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Microsoft's directory cannot be reached just now.</source>
            <translation>Das Verzeichnis von Microsoft ist gerade nicht erreichbar.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Microsoft's directory failed.</source>
            <translation>Im Verzeichnis von Microsoft ist ein Fehler aufgetreten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Microsoft's directory is not available just now.</source>
            <translation>Das Verzeichnis von Microsoft ist gerade nicht verfügbar.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Microsoft's sign-in for personal accounts failed.</source>
            <translation>Die Microsoft-Anmeldung für persönliche Konten ist fehlgeschlagen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>No code was typed.</source>
            <translation>Es wurde kein Code eingegeben.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>No service was named for the token.</source>
            <translation>Für das Token wurde kein Dienst genannt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Nobody has consented to this application in the customer's tenant yet.</source>
            <translation>Im Mandanten des Kunden hat dieser Anwendung noch niemand zugestimmt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Register it anew, then sign in again.</source>
            <translation>Registrieren Sie es neu, und melden Sie sich dann erneut an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Remove it here.</source>
            <translation>Entfernen Sie ihn hier.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Remove the service from this connection, or ask an administrator there.</source>
            <translation>Entfernen Sie den Dienst aus dieser Verbindung, oder fragen Sie dort einen Administrator.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Seamless sign-on failed: Kerberos was not accepted.</source>
            <translation>Das nahtlose einmalige Anmelden ist fehlgeschlagen: Kerberos wurde nicht akzeptiert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Seamless sign-on failed: the Kerberos ticket cannot be read.</source>
            <translation>Das nahtlose einmalige Anmelden ist fehlgeschlagen: Das Kerberos-Ticket kann nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Seamless sign-on failed: the Kerberos ticket is expired or not valid.</source>
            <translation>Das nahtlose einmalige Anmelden ist fehlgeschlagen: Das Kerberos-Ticket ist abgelaufen oder nicht gültig.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Seamless sign-on failed: the browser offered another kind of sign-in.</source>
            <translation>Das nahtlose einmalige Anmelden ist fehlgeschlagen: Der Browser hat eine andere Art der Anmeldung angeboten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Seamless sign-on failed: the browser offered nothing.</source>
            <translation>Das nahtlose einmalige Anmelden ist fehlgeschlagen: Der Browser hat nichts angeboten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Seamless sign-on failed: the ticket's user is not in the tenant.</source>
            <translation>Das nahtlose einmalige Anmelden ist fehlgeschlagen: Der Benutzer des Tickets ist nicht im Mandanten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Seamless sign-on is not switched on in the tenant.</source>
            <translation>Das nahtlose einmalige Anmelden ist im Mandanten nicht eingeschaltet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Sign in again and accept what the page asks for, or ask an administrator of this customer to consent for all.</source>
            <translation>Melden Sie sich erneut an, und akzeptieren Sie, worum die Seite bittet, oder bitten Sie einen Administrator dieses Kunden, für alle zuzustimmen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Sign in again and accept, or remove the service.</source>
            <translation>Melden Sie sich erneut an, und akzeptieren Sie, oder entfernen Sie den Dienst.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Sign in again and type the user name and password; whoever runs seamless sign-on should look at it.</source>
            <translation>Melden Sie sich erneut an, und geben Sie Benutzernamen und Kennwort ein; wer das nahtlose einmalige Anmelden betreibt, sollte es sich ansehen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Sign in again in a private window or another browser profile, as the account of this connection.</source>
            <translation>Melden Sie sich in einem privaten Fenster oder einem anderen Browserprofil erneut an, als das Konto dieser Verbindung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Sign in again in a private window, so that the browser's own sign-in is not used.</source>
            <translation>Melden Sie sich in einem privaten Fenster erneut an, damit nicht die Anmeldung des Browsers verwendet wird.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <location filename="../../app/tenantdock/identity/memory.py"></location>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>Sign in again.</source>
            <translation>Melden Sie sich erneut an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in another way.</source>
            <translation>Melden Sie sich auf einem anderen Weg an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Sign in as the account of this connection (a private window helps), or have the account invited.</source>
            <translation>Melden Sie sich als das Konto dieser Verbindung an (ein privates Fenster hilft), oder lassen Sie das Konto einladen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Sign in with Edge, or another one that its policy names.</source>
            <translation>Melden Sie sich mit Edge an, oder mit einem anderen, den die Richtlinie nennt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Sign in without a certificate.</source>
            <translation>Melden Sie sich ohne Zertifikat an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Switch on "Allow public client flows" for it.</source>
            <translation>Schalten Sie für sie „Öffentliche Clientflows zulassen“ ein.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Tell whoever runs the account's Active Directory and its authentication agents.</source>
            <translation>Sagen Sie es der Person, die das Active Directory des Kontos und dessen Authentifizierungs-Agents betreibt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account belongs to a minor, and the customer does not admit those.</source>
            <translation>Das Konto gehört einer minderjährigen Person, und der Kunde lässt das nicht zu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account has to sign in to another identity provider first.</source>
            <translation>Das Konto muss sich zuerst bei einem anderen Identitätsanbieter anmelden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account is blocked in its own tenant, because it is at risk.</source>
            <translation>Das Konto ist in seinem eigenen Mandanten gesperrt, weil es gefährdet ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account is in another Microsoft cloud.</source>
            <translation>Das Konto ist in einer anderen Microsoft-Cloud.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account may not consent to this application.</source>
            <translation>Das Konto darf dieser Anwendung nicht zustimmen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account may not register devices.</source>
            <translation>Das Konto darf keine Geräte registrieren.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account may not sign in at this hour.</source>
            <translation>Das Konto darf sich um diese Uhrzeit nicht anmelden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account that signed in comes from another tenant and is no guest of this customer.</source>
            <translation>Das angemeldete Konto kommt aus einem anderen Mandanten und ist kein Gast dieses Kunden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account was bound to another identity provider; the sign-in page tells more.</source>
            <translation>Das Konto wurde an einen anderen Identitätsanbieter gebunden; die Anmeldeseite sagt mehr.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account was signed in by another method than the one that was asked for.</source>
            <translation>Das Konto wurde mit einer anderen Methode angemeldet als der verlangten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account's Active Directory did not answer in time.</source>
            <translation>Das Active Directory des Kontos hat nicht rechtzeitig geantwortet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account's earlier sign-in has expired.</source>
            <translation>Die frühere Anmeldung des Kontos ist abgelaufen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account's identity provider refused the sign-in.</source>
            <translation>Der Identitätsanbieter des Kontos hat die Anmeldung abgelehnt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The account's tenant does not let it work in that cloud.</source>
            <translation>Der Mandant des Kontos lässt es in dieser Cloud nicht arbeiten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The address of the sign-in page is too long.</source>
            <translation>Die Adresse der Anmeldeseite ist zu lang.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The answer of the sign-in page was for another tenant.</source>
            <translation>Die Antwort der Anmeldeseite galt einem anderen Mandanten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The answer of the sign-in page was used twice.</source>
            <translation>Die Antwort der Anmeldeseite wurde zweimal verwendet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration does not allow id tokens from the sign-in page.</source>
            <translation>Die App-Registrierung erlaubt keine ID-Token von der Anmeldeseite.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration does not allow the kind of answer that was asked for.</source>
            <translation>Die App-Registrierung erlaubt die angeforderte Art der Antwort nicht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration does not allow this way to sign in.</source>
            <translation>Die App-Registrierung erlaubt diesen Weg der Anmeldung nicht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration does not list the permissions that this service needs.</source>
            <translation>Die App-Registrierung führt die Berechtigungen nicht auf, die dieser Dienst braucht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration does not list this service among its permissions.</source>
            <translation>Die App-Registrierung führt diesen Dienst nicht unter ihren Berechtigungen auf.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration is a public client and was shown a secret.</source>
            <translation>Die App-Registrierung ist ein öffentlicher Client, und ihr wurde ein Geheimnis vorgelegt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration is not a public client.</source>
            <translation>Die App-Registrierung ist kein öffentlicher Client.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration lists no permissions, or nobody has consented to them.</source>
            <translation>Die App-Registrierung führt keine Berechtigungen auf, oder niemand hat ihnen zugestimmt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration wants a secret that TenantDock does not have.</source>
            <translation>Die App-Registrierung verlangt ein Geheimnis, das TenantDock nicht hat.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration was shown a wrong secret.</source>
            <translation>Der App-Registrierung wurde ein falsches Geheimnis vorgelegt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The app registration's secret has expired.</source>
            <translation>Das Geheimnis der App-Registrierung ist abgelaufen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The application cannot be used across clouds.</source>
            <translation>Die Anwendung kann nicht über Clouds hinweg verwendet werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The application cannot be used just now.</source>
            <translation>Die Anwendung kann gerade nicht verwendet werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The application could not be added to the customer's tenant just now.</source>
            <translation>Die Anwendung konnte dem Mandanten des Kunden gerade nicht hinzugefügt werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The application is disabled in the customer's tenant.</source>
            <translation>Die Anwendung ist im Mandanten des Kunden deaktiviert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The application is not authorised in the customer's tenant, and delegated administrators cannot do that by signing in.</source>
            <translation>Die Anwendung ist im Mandanten des Kunden nicht autorisiert, und delegierte Administratoren können das nicht durch eine Anmeldung tun.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The application is not known in the customer's tenant.</source>
            <translation>Die Anwendung ist im Mandanten des Kunden nicht bekannt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The application may not act for others.</source>
            <translation>Die Anwendung darf nicht für andere handeln.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The authentication agents answered too late.</source>
            <translation>Die Authentifizierungs-Agents haben zu spät geantwortet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The authentication agents cannot reach the account's Active Directory.</source>
            <translation>Die Authentifizierungs-Agents erreichen das Active Directory des Kontos nicht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The authentication agents could not check the password.</source>
            <translation>Die Authentifizierungs-Agents konnten das Kennwort nicht prüfen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The authentication agents could not read the password.</source>
            <translation>Die Authentifizierungs-Agents konnten das Kennwort nicht lesen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The authentication agents gave an answer that cannot be used.</source>
            <translation>Die Authentifizierungs-Agents haben eine unbrauchbare Antwort gegeben.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The browser inside an app is too old for the sign-in page.</source>
            <translation>Der in einer App eingebaute Browser ist für die Anmeldeseite zu alt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The clocks of the authentication agents and of the Active Directory differ.</source>
            <translation>Die Uhren der Authentifizierungs-Agents und des Active Directory weichen voneinander ab.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The cloud that was named does not exist.</source>
            <translation>Die genannte Cloud gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The code was not typed yet.</source>
            <translation>Der Code wurde noch nicht eingegeben.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/provider.py"></location>
            <source>The code was not used in time.</source>
            <translation>Der Code wurde nicht rechtzeitig verwendet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The code was used or declined already.</source>
            <translation>Der Code wurde bereits verwendet oder abgelehnt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The consent was declined on the sign-in page.</source>
            <translation>Die Zustimmung wurde auf der Anmeldeseite abgelehnt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The customer has no subscription to the service that the application needs.</source>
            <translation>Der Kunde hat kein Abonnement für den Dienst, den die Anwendung braucht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The customer's tenant gets too many requests just now.</source>
            <translation>Der Mandant des Kunden erhält gerade zu viele Anforderungen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The customer's tenant is not ready yet.</source>
            <translation>Der Mandant des Kunden ist noch nicht bereit.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The delegated administration (GDAP) of this account is blocked, because the account is at risk at home.</source>
            <translation>Die delegierte Verwaltung (GDAP) dieses Kontos ist gesperrt, weil das Konto in seinem Heimatmandanten als gefährdet gilt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The federated sign-in service does not say who the account is.</source>
            <translation>Der Verbundanmeldedienst sagt nicht, wer das Konto ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The federated sign-in service refused the request.</source>
            <translation>Der Verbundanmeldedienst hat die Anforderung abgelehnt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The federated sign-in service sent a message that is not valid.</source>
            <translation>Der Verbundanmeldedienst hat eine ungültige Nachricht gesendet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The federated sign-in service was asked for a name in a form that is not valid.</source>
            <translation>Vom Verbundanmeldedienst wurde ein Name in einer ungültigen Form verlangt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The federated sign-in service was asked in a way that it does not know.</source>
            <translation>Der Verbundanmeldedienst wurde auf eine Weise angesprochen, die er nicht kennt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The list of revoked certificates could not be fetched.</source>
            <translation>Die Liste der widerrufenen Zertifikate konnte nicht geholt werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The redirect address is not one that the app registration allows.</source>
            <translation>Die Umleitungsadresse ist keine, die die App-Registrierung erlaubt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The request names its service in an old way.</source>
            <translation>Die Anforderung nennt ihren Dienst auf veraltete Weise.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The request to the federated sign-in service is too old.</source>
            <translation>Die Anforderung an den Verbundanmeldedienst ist zu alt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The request was not formed as it has to be.</source>
            <translation>Die Anforderung war nicht richtig aufgebaut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The saved sign-in has reached its longest life and has expired.</source>
            <translation>Die gespeicherte Anmeldung hat ihre längste Dauer erreicht und ist abgelaufen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The saved sign-in is not valid any more.</source>
            <translation>Die gespeicherte Anmeldung ist nicht mehr gültig.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The saved sign-in was not used for too long and has expired.</source>
            <translation>Die gespeicherte Anmeldung wurde zu lange nicht verwendet und ist abgelaufen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The saved sign-in, or the answer of the sign-in page, has expired.</source>
            <translation>Die gespeicherte Anmeldung oder die Antwort der Anmeldeseite ist abgelaufen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The security defaults of this customer's tenant block this sign-in.</source>
            <translation>Die Sicherheitsstandards im Mandanten dieses Kunden sperren diese Anmeldung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The service that the application asks for was removed.</source>
            <translation>Der Dienst, den die Anwendung verlangt, wurde entfernt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The service that was asked for is not known to the sign-in service.</source>
            <translation>Der angeforderte Dienst ist dem Anmeldedienst nicht bekannt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The sign-in page was asked to answer in a way that it does not know.</source>
            <translation>Die Anmeldeseite sollte auf eine Weise antworten, die sie nicht kennt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The sign-in page was left by the browser's back button.</source>
            <translation>Die Anmeldeseite wurde mit der Zurück-Schaltfläche des Browsers verlassen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The sign-in service could not tell which tenant is meant.</source>
            <translation>Der Anmeldedienst konnte nicht erkennen, welcher Mandant gemeint ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The sign-in service did not accept the request.</source>
            <translation>Der Anmeldedienst hat die Anforderung nicht angenommen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The sign-in service did not accept the request; something on the way may have changed it.</source>
            <translation>Der Anmeldedienst hat die Anforderung nicht angenommen; etwas auf dem Weg hat sie vielleicht verändert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The sign-in service does not support what was asked for.</source>
            <translation>Der Anmeldedienst unterstützt nicht, was verlangt wurde.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The sign-in service has a passing fault.</source>
            <translation>Der Anmeldedienst hat eine vorübergehende Störung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The sign-in service is not available just now.</source>
            <translation>Der Anmeldedienst ist gerade nicht verfügbar.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The sign-in took too long.</source>
            <translation>Die Anmeldung hat zu lange gedauert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The signature of what the application shows to prove itself is not valid.</source>
            <translation>Die Signatur, mit der sich die Anwendung ausweist, ist nicht gültig.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The tenant is in another Microsoft cloud.</source>
            <translation>Der Mandant ist in einer anderen Microsoft-Cloud.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>The way to sign in that was chosen is not supported for this account.</source>
            <translation>Der gewählte Weg der Anmeldung wird für dieses Konto nicht unterstützt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>There is no such tenant in this cloud.</source>
            <translation>In dieser Cloud gibt es keinen solchen Mandanten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This application is not allowed to use that service: Microsoft has not authorised the pair.</source>
            <translation>Diese Anwendung darf den Dienst nicht verwenden: Microsoft hat die Kombination nicht autorisiert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This computer's own user is somebody else than the account that was named.</source>
            <translation>Der Benutzer dieses Computers ist ein anderer als das genannte Konto.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This customer admits applications with Intune protection only.</source>
            <translation>Dieser Kunde lässt nur Anwendungen mit Intune-Schutz zu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This customer admits approved applications only, and this one is not.</source>
            <translation>Dieser Kunde lässt nur genehmigte Anwendungen zu, und diese ist keine.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This customer admits compliant devices only, and this one is not.</source>
            <translation>Dieser Kunde lässt nur konforme Geräte zu, und dieses ist keines.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This customer admits domain-joined devices only, and this one is not.</source>
            <translation>Dieser Kunde lässt nur Geräte zu, die in eine Domäne eingebunden sind, und dieses ist keines.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This customer admits managed devices only, and this one is not.</source>
            <translation>Dieser Kunde lässt nur verwaltete Geräte zu, und dieses ist keines.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This customer does not admit this browser.</source>
            <translation>Dieser Kunde lässt diesen Browser nicht zu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This device is no longer registered.</source>
            <translation>Dieses Gerät ist nicht mehr registriert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>This device's session key is not valid.</source>
            <translation>Der Sitzungsschlüssel dieses Geräts ist nicht gültig.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Tokens for several services were asked for at once.</source>
            <translation>Es wurden Token für mehrere Dienste auf einmal angefordert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Try again in some minutes.</source>
            <translation>Versuchen Sie es in einigen Minuten erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Try again later; if it stays so, open a case with Microsoft.</source>
            <translation>Versuchen Sie es später erneut; bleibt es dabei, öffnen Sie einen Supportfall bei Microsoft.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Type the code at the address that is shown.</source>
            <translation>Geben Sie den Code unter der angezeigten Adresse ein.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Update TenantDock. If it stays so, report it with the details.</source>
            <translation>Aktualisieren Sie TenantDock. Bleibt es dabei, melden Sie es mit den Details.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Use a member of the tenant.</source>
            <translation>Verwenden Sie ein Mitglied des Mandanten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Use a work account, or try again.</source>
            <translation>Verwenden Sie ein Geschäftskonto, oder versuchen Sie es erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Use an up-to-date browser.</source>
            <translation>Verwenden Sie einen aktuellen Browser.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>Use another account.</source>
            <translation>Verwenden Sie ein anderes Konto.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>What the application shows to prove itself is expired, or not valid yet.</source>
            <translation>Womit sich die Anwendung ausweist, ist abgelaufen oder noch nicht gültig.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_access.py"></location>
            <source>What was typed on the sign-in page cannot be used.</source>
            <translation>Was auf der Anmeldeseite eingegeben wurde, kann nicht verwendet werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>A certificate in the sign-in is not accepted by the tenant.</source>
            <translation>Ein Zertifikat in der Anmeldung wird vom Mandanten nicht akzeptiert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>A guardian has to consent to this account first.</source>
            <translation>Zuerst muss eine erziehungsberechtigte Person diesem Konto zustimmen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>A policy blocks this sign-in (device, place or risk).</source>
            <translation>Eine Richtlinie sperrt diese Anmeldung (Gerät, Ort oder Risiko).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>A second factor is needed.</source>
            <translation>Ein zweiter Faktor ist nötig.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>A second factor is needed: a policy asks for it, or the place or network changed.</source>
            <translation>Ein zweiter Faktor ist nötig: Eine Richtlinie verlangt ihn, oder Ort oder Netzwerk haben sich geändert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>A signature in the sign-in is not valid.</source>
            <translation>Eine Signatur in der Anmeldung ist nicht gültig.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>A token in the sign-in is not valid.</source>
            <translation>Ein Token in der Anmeldung ist nicht gültig.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Add http://localhost as a redirect address for mobile and desktop applications to it.</source>
            <translation>Fügen Sie ihr http://localhost als Umleitungsadresse für Mobilgerät- und Desktopanwendungen hinzu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>An administrator of the account's Active Directory has to change the password.</source>
            <translation>Ein Administrator im Active Directory des Kontos muss das Kennwort ändern.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Another security check is needed (terms of use, or another provider's).</source>
            <translation>Eine weitere Sicherheitsprüfung ist nötig (Nutzungsbedingungen, oder die eines anderen Anbieters).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator of the account's home tenant to enable it.</source>
            <translation>Bitten Sie einen Administrator im Heimatmandanten des Kontos, es zu aktivieren.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator of the account's tenant to allow it.</source>
            <translation>Bitten Sie einen Administrator im Mandanten des Kontos, es zu erlauben.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator of the account's tenant which certificates it trusts.</source>
            <translation>Fragen Sie einen Administrator im Mandanten des Kontos, welchen Zertifikaten er vertraut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator of the account's tenant which one has to be used.</source>
            <translation>Fragen Sie einen Administrator im Mandanten des Kontos, welches verwendet werden muss.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator of the account's tenant.</source>
            <translation>Fragen Sie einen Administrator im Mandanten des Kontos.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator of this customer for an exception.</source>
            <translation>Bitten Sie einen Administrator dieses Kunden um eine Ausnahme.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator of this customer to allow it.</source>
            <translation>Bitten Sie einen Administrator dieses Kunden, es zu erlauben.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator of this customer which policy applies (the sign-in log names it).</source>
            <translation>Fragen Sie einen Administrator dieses Kunden, welche Richtlinie greift (das Anmeldeprotokoll nennt sie).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator of this customer who set it up.</source>
            <translation>Fragen Sie einen Administrator dieses Kunden, wer sie eingerichtet hat.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator there how.</source>
            <translation>Fragen Sie dort einen Administrator, wie.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator there to assign it.</source>
            <translation>Bitten Sie dort einen Administrator, sie zuzuweisen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator there to assign the account or one of its groups to it.</source>
            <translation>Bitten Sie dort einen Administrator, ihr das Konto oder eine seiner Gruppen zuzuweisen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator there to renew or enable it, or remove the service from this connection.</source>
            <translation>Bitten Sie dort einen Administrator, ihn zu verlängern oder zu aktivieren, oder entfernen Sie den Dienst aus dieser Verbindung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask an administrator there to unlock it.</source>
            <translation>Bitten Sie dort einen Administrator, es zu entsperren.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask its owner to set one.</source>
            <translation>Bitten Sie ihren Besitzer, einen festzulegen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Ask one.</source>
            <translation>Bitten Sie einen darum.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Change it there, then sign in again.</source>
            <translation>Ändern Sie es dort, und melden Sie sich dann erneut an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Change it there.</source>
            <translation>Ändern Sie es dort.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Check the connection's tenant and account, or ask an administrator there to invite the account.</source>
            <translation>Prüfen Sie Mandant und Konto der Verbindung, oder bitten Sie dort einen Administrator, das Konto einzuladen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Check the user name and the tenant of this connection.</source>
            <translation>Prüfen Sie Benutzernamen und Mandant dieser Verbindung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <location filename="../../app/tenantdock/workflows/importing.py"></location>
            <source>Choose another one.</source>
            <translation>Wählen Sie ein anderes.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Its federation has to be set up anew (issuer and domain).</source>
            <translation>Sein Verbund muss neu eingerichtet werden (Aussteller und Domäne).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Let the sign-in service past the proxy.</source>
            <translation>Lassen Sie den Anmeldedienst am Proxy vorbei.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Make it multitenant, or choose another one.</source>
            <translation>Machen Sie sie mehrinstanzenfähig, oder wählen Sie eine andere.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>No certificate came with the sign-in; a proxy may have removed it.</source>
            <translation>Mit der Anmeldung kam kein Zertifikat; ein Proxy hat es vielleicht entfernt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Register it anew.</source>
            <translation>Registrieren Sie ihn neu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Register it, then sign in again.</source>
            <translation>Registrieren Sie ihn, und melden Sie sich dann erneut an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Remove the service from this connection, or ask an administrator there to set it up.</source>
            <translation>Entfernen Sie den Dienst aus dieser Verbindung, oder bitten Sie dort einen Administrator, ihn einzurichten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Remove this account here, or have it restored there.</source>
            <translation>Entfernen Sie dieses Konto hier, oder lassen Sie es dort wiederherstellen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again and change it once more.</source>
            <translation>Melden Sie sich erneut an, und ändern Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again and change it.</source>
            <translation>Melden Sie sich erneut an, und ändern Sie es.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again and choose another one.</source>
            <translation>Melden Sie sich erneut an, und wählen Sie ein anderes.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again and confirm it in time.</source>
            <translation>Melden Sie sich erneut an, und bestätigen Sie ihn rechtzeitig.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again and confirm it.</source>
            <translation>Melden Sie sich erneut an, und bestätigen Sie ihn.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again and confirm the second factor.</source>
            <translation>Melden Sie sich erneut an, und bestätigen Sie den zweiten Faktor.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again and finish what the page asks.</source>
            <translation>Melden Sie sich erneut an, und schließen Sie ab, was die Seite verlangt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again and follow the sign-in page.</source>
            <translation>Melden Sie sich erneut an, und folgen Sie der Anmeldeseite.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again as the account of this connection; a private window helps.</source>
            <translation>Melden Sie sich als das Konto dieser Verbindung erneut an; ein privates Fenster hilft.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again in a private window.</source>
            <translation>Melden Sie sich in einem privaten Fenster erneut an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again with another second factor.</source>
            <translation>Melden Sie sich mit einem anderen zweiten Faktor erneut an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again, or ask an administrator there for a new password.</source>
            <translation>Melden Sie sich erneut an, oder bitten Sie dort einen Administrator um ein neues Kennwort.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again, or register it anew.</source>
            <translation>Melden Sie sich erneut an, oder registrieren Sie ihn neu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again. If the password is forgotten, reset it.</source>
            <translation>Melden Sie sich erneut an. Ist das Kennwort vergessen, setzen Sie es zurück.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again; the sign-in page asks for a new password.</source>
            <translation>Melden Sie sich erneut an; die Anmeldeseite fragt nach einem neuen Kennwort.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in again; the sign-in page leads through it.</source>
            <translation>Melden Sie sich erneut an; die Anmeldeseite führt hindurch.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in another way, or set it up.</source>
            <translation>Melden Sie sich auf einem anderen Weg an, oder richten Sie es ein.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Sign in with a browser that this computer's work account is connected to (Edge, or Chrome with Microsoft's extension).</source>
            <translation>Melden Sie sich mit einem Browser an, mit dem das Geschäftskonto dieses Computers verbunden ist (Edge, oder Chrome mit der Erweiterung von Microsoft).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Tell whoever runs the federated sign-in service of the account's domain (AD FS or another).</source>
            <translation>Sagen Sie es der Person, die den Verbundanmeldedienst der Domäne des Kontos betreibt (AD FS oder einen anderen).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account could not be told apart from another one.</source>
            <translation>Das Konto ließ sich nicht von einem anderen unterscheiden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account does not exist in the tenant, or its invitation was not accepted yet.</source>
            <translation>Das Konto gibt es im Mandanten nicht, oder seine Einladung wurde noch nicht angenommen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account has no password that is valid for this sign-in.</source>
            <translation>Das Konto hat kein Kennwort, das für diese Anmeldung gilt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account has to register a second factor first.</source>
            <translation>Das Konto muss zuerst einen zweiten Faktor registrieren.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account is disabled.</source>
            <translation>Das Konto ist deaktiviert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account is locked after too many wrong passwords, or the address it comes from is blocked.</source>
            <translation>Das Konto ist nach zu vielen falschen Kennwörtern gesperrt, oder die Adresse, von der es kommt, ist blockiert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account is locked or disabled in its Active Directory.</source>
            <translation>Das Konto ist in seinem Active Directory gesperrt oder deaktiviert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account is not assigned to this application in the customer's tenant.</source>
            <translation>Das Konto ist dieser Anwendung im Mandanten des Kunden nicht zugewiesen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account is not in the customer's tenant yet.</source>
            <translation>Das Konto ist noch nicht im Mandanten des Kunden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account is not in the customer's tenant.</source>
            <translation>Das Konto ist nicht im Mandanten des Kunden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account that was chosen on the sign-in page could not be used.</source>
            <translation>Das auf der Anmeldeseite gewählte Konto konnte nicht verwendet werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account was deleted from the tenant.</source>
            <translation>Das Konto wurde aus dem Mandanten gelöscht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account's Active Directory could not be reached to change the password.</source>
            <translation>Das Active Directory des Kontos war für die Kennwortänderung nicht erreichbar.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account's own identity provider failed.</source>
            <translation>Beim eigenen Identitätsanbieter des Kontos ist ein Fehler aufgetreten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account's own identity provider has a passing fault.</source>
            <translation>Der eigene Identitätsanbieter des Kontos hat eine vorübergehende Störung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account's own identity provider refused the sign-in.</source>
            <translation>Der eigene Identitätsanbieter des Kontos hat die Anmeldung abgelehnt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account's own identity provider refused to renew the sign-in.</source>
            <translation>Der eigene Identitätsanbieter des Kontos hat die Erneuerung der Anmeldung abgelehnt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account's own tenant does not let it work in this customer's tenant (cross-tenant access, outbound).</source>
            <translation>Der eigene Mandant des Kontos lässt es im Mandanten dieses Kunden nicht arbeiten (mandantenübergreifender Zugriff, ausgehend).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The account's social identity provider wants a new sign-in.</source>
            <translation>Der soziale Identitätsanbieter des Kontos verlangt eine neue Anmeldung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The app registration does not allow the address http://localhost.</source>
            <translation>Die App-Registrierung erlaubt die Adresse http://localhost nicht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The app registration has no key that signs its tokens.</source>
            <translation>Die App-Registrierung hat keinen Schlüssel, der ihre Token signiert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The app registration is for its own tenant only.</source>
            <translation>Die App-Registrierung gilt nur für ihren eigenen Mandanten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The application is not assigned to a role of the service.</source>
            <translation>Die Anwendung ist keiner Rolle des Dienstes zugewiesen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The browser could not use this computer's work account.</source>
            <translation>Der Browser konnte das Geschäftskonto dieses Computers nicht verwenden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The browser is not signed in, or signed in as somebody else.</source>
            <translation>Der Browser ist nicht angemeldet, oder als jemand anderes.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The browser's account is not in the customer's tenant, or several are signed in and none was chosen.</source>
            <translation>Das Konto des Browsers ist nicht im Mandanten des Kunden, oder es sind mehrere angemeldet und keines wurde gewählt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The browser's session belongs to another tenant than the account's.</source>
            <translation>Die Sitzung des Browsers gehört zu einem anderen Mandanten als dem des Kontos.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The browser's session is not the one that was asked for.</source>
            <translation>Die Sitzung des Browsers ist nicht die verlangte.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The browser's session that was asked for does not exist any more.</source>
            <translation>Die verlangte Sitzung des Browsers gibt es nicht mehr.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The certificate that you signed in with could not be checked.</source>
            <translation>Das Zertifikat, mit dem Sie sich angemeldet haben, konnte nicht geprüft werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The code was typed in another data centre than it was asked for in.</source>
            <translation>Der Code wurde in einem anderen Rechenzentrum eingegeben als dem, in dem er angefordert wurde.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The customer wants to know this device, and it did not show who it is.</source>
            <translation>Der Kunde will dieses Gerät kennen, und es hat sich nicht ausgewiesen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The customer's tenant does not admit this kind of account.</source>
            <translation>Der Mandant des Kunden lässt diese Art von Konto nicht zu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The device that was used to sign in is disabled.</source>
            <translation>Das Gerät, das zur Anmeldung verwendet wurde, ist deaktiviert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The domain's name has a character that is not allowed.</source>
            <translation>Der Name der Domäne hat ein nicht erlaubtes Zeichen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The feature is switched off in the tenant.</source>
            <translation>Die Funktion ist im Mandanten ausgeschaltet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The federated sign-in service gave an answer that cannot be used.</source>
            <translation>Der Verbundanmeldedienst hat eine unbrauchbare Antwort gegeben.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The federated sign-in service sent a token that is missing, damaged or misconfigured.</source>
            <translation>Der Verbundanmeldedienst hat ein Token gesendet, das fehlt, beschädigt oder falsch konfiguriert ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The federated sign-in service sent no usable e-mail address.</source>
            <translation>Der Verbundanmeldedienst hat keine brauchbare E-Mail-Adresse gesendet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The federated sign-in service signs as an issuer that the tenant does not know.</source>
            <translation>Der Verbundanmeldedienst signiert als ein Aussteller, den der Mandant nicht kennt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The federation that signed the account in is not known to the tenant.</source>
            <translation>Der Verbund, der das Konto angemeldet hat, ist dem Mandanten nicht bekannt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The federation's issuer has to be set anew for the account's domain.</source>
            <translation>Der Aussteller des Verbunds muss für die Domäne des Kontos neu eingestellt werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The key that the sign-in needs was not found.</source>
            <translation>Der Schlüssel, den die Anmeldung braucht, wurde nicht gefunden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The message of the federated sign-in service is not valid.</source>
            <translation>Die Nachricht des Verbundanmeldedienstes ist nicht gültig.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The metadata of the federated sign-in service names another tenant.</source>
            <translation>Die Metadaten des Verbundanmeldedienstes nennen einen anderen Mandanten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The network that you are on does not let you sign in to this tenant (tenant restrictions).</source>
            <translation>Das Netzwerk, in dem Sie sind, lässt die Anmeldung bei diesem Mandanten nicht zu (Mandanteneinschränkungen).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The network that you are on lets you sign in to some tenants only, and not to this one.</source>
            <translation>Das Netzwerk, in dem Sie sind, lässt nur Anmeldungen bei bestimmten Mandanten zu, und nicht bei diesem.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The new password does not meet the rules of the account's Active Directory.</source>
            <translation>Das neue Kennwort erfüllt die Regeln im Active Directory des Kontos nicht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The new password holds a part of the name.</source>
            <translation>Das neue Kennwort enthält einen Teil des Namens.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The new password is too weak.</source>
            <translation>Das neue Kennwort ist zu schwach.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The old password that was typed to change it is wrong.</source>
            <translation>Das alte Kennwort, das zum Ändern eingegeben wurde, ist falsch.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The other provider's security check did not say enough.</source>
            <translation>Die Sicherheitsprüfung des anderen Anbieters hat nicht genug gesagt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The other provider's security check is too busy.</source>
            <translation>Die Sicherheitsprüfung des anderen Anbieters ist überlastet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The password has to be changed in the account's Active Directory.</source>
            <translation>Das Kennwort muss im Active Directory des Kontos geändert werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The password has to be changed, because the account is at risk.</source>
            <translation>Das Kennwort muss geändert werden, weil das Konto gefährdet ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The password has to be reset, or its recovery registered, first.</source>
            <translation>Zuerst muss das Kennwort zurückgesetzt oder seine Wiederherstellung registriert werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The password of the account's Active Directory has expired.</source>
            <translation>Das Kennwort im Active Directory des Kontos ist abgelaufen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The question "stay signed in?" was not answered.</source>
            <translation>Die Frage „Angemeldet bleiben?“ wurde nicht beantwortet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The same token was asked for too often in a short time.</source>
            <translation>Dasselbe Token wurde in kurzer Zeit zu oft angefordert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The second factor could not be checked just now.</source>
            <translation>Der zweite Faktor konnte gerade nicht geprüft werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The second factor could not be checked.</source>
            <translation>Der zweite Faktor konnte nicht geprüft werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The second factor has expired.</source>
            <translation>Der zweite Faktor ist abgelaufen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The second factor was not confirmed.</source>
            <translation>Der zweite Faktor wurde nicht bestätigt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The service is disabled in the customer's tenant, or does not exist there.</source>
            <translation>Der Dienst ist im Mandanten des Kunden deaktiviert oder dort nicht vorhanden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The service is not present in the customer's tenant (no licence, or never used).</source>
            <translation>Der Dienst ist im Mandanten des Kunden nicht vorhanden (keine Lizenz, oder nie verwendet).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The service is switched off in the customer's tenant: a subscription has lapsed, or an administrator disabled it.</source>
            <translation>Der Dienst ist im Mandanten des Kunden ausgeschaltet: Ein Abonnement ist ausgelaufen, oder ein Administrator hat ihn deaktiviert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The sign-in address is not one of Microsoft's.</source>
            <translation>Die Anmeldeadresse ist keine von Microsoft.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The sign-in is no longer valid, because the password changed or an administrator ended it.</source>
            <translation>Die Anmeldung gilt nicht mehr, weil das Kennwort geändert wurde oder ein Administrator sie beendet hat.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The sign-in is no longer valid, because the password changed or expired.</source>
            <translation>Die Anmeldung gilt nicht mehr, weil das Kennwort geändert wurde oder abgelaufen ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The sign-in page wants you to confirm that you mean to sign in to this program.</source>
            <translation>Die Anmeldeseite möchte, dass Sie bestätigen, sich bei diesem Programm anmelden zu wollen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The sign-in page was asked for a realm that does not exist.</source>
            <translation>Von der Anmeldeseite wurde ein Realm verlangt, den es nicht gibt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The sign-in service could not issue a token.</source>
            <translation>Der Anmeldedienst konnte kein Token ausstellen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The sign-in took too long, or was ended.</source>
            <translation>Die Anmeldung hat zu lange gedauert oder wurde beendet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The user name or the password is wrong.</source>
            <translation>Benutzername oder Kennwort ist falsch.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>The user name or the password was not accepted.</source>
            <translation>Benutzername oder Kennwort wurde nicht akzeptiert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>There is no account with this user name in the tenant.</source>
            <translation>Im Mandanten gibt es kein Konto mit diesem Benutzernamen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>There is no such tenant.</source>
            <translation>Diesen Mandanten gibt es nicht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This account is not known in the customer's tenant: it is neither a member nor a guest there.</source>
            <translation>Dieses Konto ist im Mandanten des Kunden nicht bekannt: Es ist dort weder Mitglied noch Gast.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This computer could not be checked.</source>
            <translation>Dieser Computer konnte nicht geprüft werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This computer could not show that it is a registered one.</source>
            <translation>Dieser Computer konnte nicht zeigen, dass er registriert ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This computer has to be registered with the customer first.</source>
            <translation>Dieser Computer muss zuerst beim Kunden registriert werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This computer is disabled in the tenant.</source>
            <translation>Dieser Computer ist im Mandanten deaktiviert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This computer is not known in the tenant any more.</source>
            <translation>Dieser Computer ist im Mandanten nicht mehr bekannt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This computer is not registered with a work account.</source>
            <translation>Dieser Computer ist nicht mit einem Geschäftskonto registriert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This customer does not admit accounts of your tenant (cross-tenant access, inbound).</source>
            <translation>Dieser Kunde lässt Konten Ihres Mandanten nicht zu (mandantenübergreifender Zugriff, eingehend).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This customer's extra security check does not work for accounts of other tenants.</source>
            <translation>Die zusätzliche Sicherheitsprüfung dieses Kunden funktioniert für Konten anderer Mandanten nicht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This customer's policy does not admit this kind of computer.</source>
            <translation>Die Richtlinie dieses Kunden lässt diese Art von Computer nicht zu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>This customer's session policy does not work for accounts of other tenants.</source>
            <translation>Die Sitzungsrichtlinie dieses Kunden funktioniert für Konten anderer Mandanten nicht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Too many calls or text messages were sent for the second factor.</source>
            <translation>Für den zweiten Faktor wurden zu viele Anrufe oder SMS gesendet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Try again in a few minutes.</source>
            <translation>Versuchen Sie es in ein paar Minuten erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Try again later.</source>
            <translation>Versuchen Sie es später erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Try again; if it stays so, open a case with Microsoft.</source>
            <translation>Versuchen Sie es erneut; bleibt es dabei, öffnen Sie einen Supportfall bei Microsoft.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Use a work or school account.</source>
            <translation>Verwenden Sie ein Geschäfts- oder Schulkonto.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Use another network, or ask the administrator of your own network to allow this customer's tenant.</source>
            <translation>Verwenden Sie ein anderes Netzwerk, oder bitten Sie den Administrator Ihres Netzwerks, den Mandanten dieses Kunden zuzulassen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Wait five minutes, then try again. Close consoles that loop.</source>
            <translation>Warten Sie fünf Minuten, und versuchen Sie es dann erneut. Schließen Sie Konsolen, die in einer Schleife laufen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Wait some minutes, then sign in again. An administrator can unlock the account.</source>
            <translation>Warten Sie einige Minuten, und melden Sie sich dann erneut an. Ein Administrator kann das Konto entsperren.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>What the sign-in rests on is expired, or not valid yet.</source>
            <translation>Worauf die Anmeldung beruht, ist abgelaufen oder noch nicht gültig.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>What the sign-in rests on is not valid: expired, malformed, or from elsewhere.</source>
            <translation>Worauf die Anmeldung beruht, ist nicht gültig: abgelaufen, fehlerhaft oder von anderswo.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Windows Hello has no key on this computer.</source>
            <translation>Windows Hello hat auf diesem Computer keinen Schlüssel.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Windows Hello is not set up for this account.</source>
            <translation>Windows Hello ist für dieses Konto nicht eingerichtet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Windows Hello's signature was not accepted.</source>
            <translation>Die Signatur von Windows Hello wurde nicht akzeptiert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Windows' own sign-in is needed, and the browser did not offer it.</source>
            <translation>Die Anmeldung von Windows selbst ist nötig, und der Browser hat sie nicht angeboten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/aadsts_accounts.py"></location>
            <source>Windows' own sign-in is needed.</source>
            <translation>Die Anmeldung von Windows selbst ist nötig.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <source>Add the redirect address ms-appx-web://Microsoft.AAD.BrokerPlugin/{client_id} to it. Or: {next}</source>
            <translation>Fügen Sie ihr die Umleitungsadresse ms-appx-web://Microsoft.AAD.BrokerPlugin/{client_id} hinzu. Oder: {next}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>Sign in once; after that it is silent.</source>
            <translation>Melden Sie sich einmal an; danach geht es ohne Nachfrage.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <source>Sign in with the browser, or switch signing in with Windows off for this account.</source>
            <translation>Melden Sie sich mit dem Browser an, oder schalten Sie die Anmeldung mit Windows für dieses Konto aus.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <source>The application {client_id} is not registered for signing in with Windows.</source>
            <translation>Die Anwendung {client_id} ist nicht für die Anmeldung mit Windows registriert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <source>Windows cannot sign in {user} without asking.</source>
            <translation>Windows kann {user} nicht ohne Nachfrage anmelden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <source>Windows could not reach the sign-in service.</source>
            <translation>Windows konnte den Anmeldedienst nicht erreichen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <source>Windows did not sign in {user}.</source>
            <translation>Windows hat {user} nicht angemeldet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/broker.py"></location>
            <source>Windows' sign-in window was closed.</source>
            <translation>Das Anmeldefenster von Windows wurde geschlossen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/challenges.py"></location>
            <source>The service asked for another token in words that cannot be understood.</source>
            <translation>Der Dienst hat mit unverständlichen Worten ein anderes Token verlangt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/challenges.py"></location>
            <source>Try the command again. If it stays so, sign in again in TenantDock.</source>
            <translation>Versuchen Sie den Befehl erneut. Bleibt es dabei, melden Sie sich in TenantDock erneut an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/customers.py"></location>
            <source>Azure tenants</source>
            <translation>Azure-Mandanten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/customers.py"></location>
            <source>Check the connection's cloud, or export the customers from Partner Center and import that file.</source>
            <translation>Prüfen Sie die Cloud der Verbindung, oder exportieren Sie die Kunden aus dem Partner Center, und importieren Sie diese Datei.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/customers.py"></location>
            <location filename="../../app/tenantdock/workflows/importing.py"></location>
            <source>Connect a customer of this account once, then read the list again.</source>
            <translation>Verbinden Sie einmal einen Kunden dieses Kontos, und lesen Sie die Liste dann erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/customers.py"></location>
            <source>Enter it in the settings (Clouds), or import from a file.</source>
            <translation>Geben Sie sie in den Einstellungen ein (Clouds), oder importieren Sie aus einer Datei.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/customers.py"></location>
            <source>GDAP relationships</source>
            <translation>GDAP-Beziehungen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/customers.py"></location>
            <location filename="../../app/tenantdock/workflows/importing.py"></location>
            <location filename="../../app/tenantdock/workflows/removing.py"></location>
            <source>Nobody has signed in as {username} here yet.</source>
            <translation>Als {username} hat sich hier noch niemand angemeldet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/customers.py"></location>
            <source>Sign in, then read the list again.</source>
            <translation>Melden Sie sich an, und lesen Sie die Liste dann erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/customers.py"></location>
            <source>The account needs the role for it, and an administrator's consent to {permission} for this app. Or export the customers from Partner Center and import that file.</source>
            <translation>Das Konto braucht die Rolle dafür und die Zustimmung eines Administrators zu {permission} für diese App. Oder exportieren Sie die Kunden aus dem Partner Center, und importieren Sie diese Datei.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/customers.py"></location>
            <source>Try again later, or export the customers from Partner Center and import that file.</source>
            <translation>Versuchen Sie es später erneut, oder exportieren Sie die Kunden aus dem Partner Center, und importieren Sie diese Datei.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/customers.py"></location>
            <source>an answer holds no list</source>
            <translation>eine Antwort enthält keine Liste</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/customers.py"></location>
            <source>contracts with customers</source>
            <translation>Verträge mit Kunden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/customers.py"></location>
            <source>it goes on at another address ({address})</source>
            <translation>sie geht unter einer anderen Adresse weiter ({address})</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/customers.py"></location>
            <source>it has no end</source>
            <translation>sie hat kein Ende</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/customers.py"></location>
            <source>{label} gave a list that cannot be used: {why}.</source>
            <translation>{label} hat eine unbrauchbare Liste gegeben: {why}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/customers.py"></location>
            <source>{name} has no address of {label} here.</source>
            <translation>{name} hat hier keine Adresse von {label}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/customers.py"></location>
            <source>{service} asks {username} to sign in again before it gives the list.</source>
            <translation>{service} verlangt von {username} eine neue Anmeldung, bevor es die Liste gibt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/customers.py"></location>
            <source>{service} did not give the {what} of {username}.</source>
            <translation>{service} hat dies nicht herausgegeben: {what} von {username}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/customers.py"></location>
            <source>{service} did not let {username} read the {what}.</source>
            <translation>{service} hat {username} nicht lesen lassen: {what}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/entra.py"></location>
            <source>Checking which account signed in</source>
            <translation>Es wird geprüft, welches Konto sich angemeldet hat</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>A firewall or a proxy on the way breaks encrypted connections. Have it let this host through untouched.</source>
            <translation>Eine Firewall oder ein Proxy auf dem Weg stört verschlüsselte Verbindungen. Lassen Sie diesen Host unverändert durch.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>Check the cable or WLAN, the VPN, and that this network has a DNS server that answers.</source>
            <translation>Prüfen Sie Kabel oder WLAN, VPN, und ob dieses Netzwerk einen DNS-Server hat, der antwortet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Check the proxy's name and port in TenantDock's settings or in the system's. Outside of the office, is the VPN on?</source>
            <translation>Prüfen Sie Namen und Port des Proxys in den Einstellungen von TenantDock oder des Systems. Ist außerhalb des Büros das VPN eingeschaltet?</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Check this computer's date and time first.</source>
            <translation>Prüfen Sie zuerst Datum und Uhrzeit dieses Computers.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Compare the clock by hand.</source>
            <translation>Vergleichen Sie die Uhr von Hand.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Encrypted connection (TLS)</source>
            <translation>Verschlüsselte Verbindung (TLS)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Have the automatic configuration put in order, or name the proxy in TenantDock's settings.</source>
            <translation>Lassen Sie die automatische Konfiguration in Ordnung bringen, oder nennen Sie den Proxy in den Einstellungen von TenantDock.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Have the system set its time automatically, and check the time zone.</source>
            <translation>Lassen Sie das System die Zeit automatisch einstellen, und prüfen Sie die Zeitzone.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Have {host} left out of the inspection: modules that bring their own trust store refuse such a connection.</source>
            <translation>Lassen Sie {host} von der Prüfung ausnehmen: Module mit eigenem Zertifikatspeicher lehnen eine solche Verbindung ab.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>If that is your company's own inspection of encrypted traffic, have its root certificate put into this computer's trust store, or have {host} left out of the inspection. If you don't know that name, don't sign in on this network.</source>
            <translation>Ist das die eigene Prüfung verschlüsselten Datenverkehrs Ihrer Firma, lassen Sie deren Stammzertifikat in den Zertifikatspeicher dieses Computers aufnehmen, oder lassen Sie {host} von der Prüfung ausnehmen. Kennen Sie den Namen nicht, melden Sie sich in diesem Netzwerk nicht an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>It works here, because this computer trusts {issuer}. Have {host} left out of the inspection, as Microsoft asks for its sign-in addresses: device checks and certificate sign-in fail through one.</source>
            <translation>Hier funktioniert es, weil dieser Computer {issuer} vertraut. Lassen Sie {host} von der Prüfung ausnehmen, wie Microsoft es für seine Anmeldeadressen verlangt: Geräteprüfungen und die Anmeldung mit Zertifikat schlagen sonst fehl.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Name of the sign-in service (DNS)</source>
            <translation>Name des Anmeldedienstes (DNS)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>No DNS server answered when asked for {host}.</source>
            <translation>Auf die Frage nach {host} hat kein DNS-Server geantwortet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>No encrypted connection to {host}: {text}.</source>
            <translation>Keine verschlüsselte Verbindung zu {host}: {text}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Not tested: the time is asked of the sign-in service, which was not reached.</source>
            <translation>Nicht getestet: Die Uhrzeit wird vom Anmeldedienst erfragt, und der war nicht erreichbar.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Or this network reaches it through a proxy only.</source>
            <translation>Oder dieses Netzwerk erreicht ihn nur über einen Proxy.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Proxy in use</source>
            <translation>Verwendeter Proxy</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Set date, time and time zone, best by having the system set them automatically, then test again.</source>
            <translation>Stellen Sie Datum, Uhrzeit und Zeitzone ein, am besten automatisch durch das System, und testen Sie dann erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>System clock</source>
            <translation>Systemuhr</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Tenant (discovery)</source>
            <translation>Mandant (Ermittlung)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>Test again in a while.</source>
            <translation>Testen Sie etwas später erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>The certificate of {host} {when}, by this computer's clock.</source>
            <translation>Das Zertifikat von {host} ist nach der Uhr dieses Computers {when}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>The connection to {host} is encrypted, with a certificate issued by {issuer}.</source>
            <translation>Die Verbindung zu {host} ist verschlüsselt, mit einem Zertifikat von {issuer}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>The encrypted connection to {host} is opened on the way: its certificate was issued by {issuer}, who does not sign Microsoft's.</source>
            <translation>Die verschlüsselte Verbindung zu {host} wird unterwegs geöffnet: Das Zertifikat wurde von {issuer} ausgestellt, und die von Microsoft werden dort nicht signiert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>The name {host} is not known here.</source>
            <translation>Der Name {host} ist hier nicht bekannt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>The proxy looks {host} up; this computer does not have to know it.</source>
            <translation>Der Proxy löst {host} auf; dieser Computer muss den Namen nicht kennen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>The proxy {where} cannot be reached.</source>
            <translation>Der Proxy {where} ist nicht erreichbar.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>The sign-in service did not say what time it is.</source>
            <translation>Der Anmeldedienst hat nicht gesagt, wie spät es ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>This computer's clock is right.</source>
            <translation>Die Uhr dieses Computers geht richtig.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>This computer's clock is {size} ahead.</source>
            <translation>Die Uhr dieses Computers geht {size} vor.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>This computer's clock is {size} behind.</source>
            <translation>Die Uhr dieses Computers geht {size} nach.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>This computer's date is probably wrong: by it, the certificate of the sign-in service {dates}.</source>
            <translation>Das Datum dieses Computers ist wahrscheinlich falsch: Danach gilt für das Zertifikat des Anmeldedienstes: {dates}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Token endpoint</source>
            <translation>Token-Endpunkt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Tokens and tickets fail with that.</source>
            <translation>Token und Tickets scheitern daran.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>Who checks the password (realm)</source>
            <translation>Wer das Kennwort prüft (Realm)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>is not valid yet</source>
            <translation>noch nicht gültig</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>is over</source>
            <translation>abgelaufen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>nobody</source>
            <translation>niemand</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{host} answers, but with a fault (HTTP {status}).</source>
            <translation>{host} antwortet, aber mit einer Störung (HTTP {status}).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{host} can be reached, and the encrypted traffic to it is opened on the way.</source>
            <translation>{host} ist erreichbar, und der verschlüsselte Datenverkehr dorthin wird unterwegs geöffnet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{host} can be reached.</source>
            <translation>{host} ist erreichbar.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{host} has {n} addresses.</source>
            <extracomment>For one: {host} has {n} address.</extracomment>
            <translation>
                <numerusform>{host} hat {n} Adresse.</numerusform>
                <numerusform>{host} hat {n} Adressen.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{host} is reached through the proxy {where}.</source>
            <translation>{host} wird über den Proxy {where} erreicht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{host} is reached without a proxy.</source>
            <translation>{host} wird ohne Proxy erreicht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} is slow: it took {seconds} s.</source>
            <translation>{host} ist langsam: Es hat {seconds} s gedauert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{host} shows a certificate that this computer does not trust. It was issued by {issuer}.</source>
            <translation>{host} zeigt ein Zertifikat, dem dieser Computer nicht vertraut. Ausgestellt hat es {issuer}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{label}'s address</source>
            <translation>Adresse von {label}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine.py"></location>
            <source>{name} has no address for {label} that could be tried.</source>
            <translation>{name} hat keine Adresse für {label}, die sich testen ließe.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>it cannot be checked</source>
            <translation>es kann nicht geprüft werden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>no TLS connection could be made ({reason})</source>
            <translation>es kam keine TLS-Verbindung zustande ({reason})</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>no answer within {seconds} s</source>
            <translation>keine Antwort innerhalb von {seconds} s</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the answer is not HTTP ({kind})</source>
            <translation>die Antwort ist kein HTTP ({kind})</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the certificate was refused: {why}</source>
            <translation>das Zertifikat wurde abgelehnt: {why}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the connection was closed without an answer</source>
            <translation>die Verbindung wurde ohne Antwort geschlossen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the connection was refused (nobody listens there, or a firewall stopped it)</source>
            <translation>die Verbindung wurde abgelehnt (dort hört niemand, oder eine Firewall hat sie aufgehalten)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the connection was reset on the way</source>
            <translation>die Verbindung wurde unterwegs zurückgesetzt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the name is not known ({system})</source>
            <translation>der Name ist nicht bekannt ({system})</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the proxy asks for a user name and password (HTTP 407)</source>
            <translation>der Proxy verlangt Benutzernamen und Kennwort (HTTP 407)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the proxy closed the connection without an answer</source>
            <translation>der Proxy hat die Verbindung ohne Antwort geschlossen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the proxy could not connect to it (HTTP {status})</source>
            <translation>der Proxy konnte sich nicht damit verbinden (HTTP {status})</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the proxy does not allow this address (HTTP {status})</source>
            <translation>der Proxy erlaubt diese Adresse nicht (HTTP {status})</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_probing.py"></location>
            <source>the proxy's answer is not HTTP</source>
            <translation>die Antwort des Proxys ist kein HTTP</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>A hotel or guest network does this: open a browser, sign in to the network, then test again.</source>
            <translation>Ein Hotel- oder Gastnetzwerk tut das: Öffnen Sie einen Browser, melden Sie sich beim Netzwerk an, und testen Sie dann erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>Ask who looks after the proxy {proxy}:{port} to let {host} through.</source>
            <translation>Bitten Sie die Person, die den Proxy {proxy}:{port} betreut, {host} durchzulassen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>Check the spelling of the domain, and the cloud. A domain that was added to a tenant just now takes a while.</source>
            <translation>Prüfen Sie die Schreibweise der Domäne und die Cloud. Eine gerade erst hinzugefügte Domäne braucht eine Weile.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>Check the spelling, and the cloud: a customer in another Microsoft cloud is not found in this one.</source>
            <translation>Prüfen Sie die Schreibweise und die Cloud: Ein Kunde in einer anderen Microsoft-Cloud wird in dieser nicht gefunden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>Edit the connection and choose that cloud.</source>
            <translation>Bearbeiten Sie die Verbindung, und wählen Sie diese Cloud.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>It calls itself {brand}.</source>
            <translation>Er nennt sich {brand}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>Microsoft checks the passwords of {domain} (managed).</source>
            <translation>Microsoft prüft die Kennwörter von {domain} (verwaltet).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>No tenant in {name} answers for {tenant}.</source>
            <translation>Kein Mandant in {name} antwortet für {tenant}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>Something else answers in the place of {host} (HTTP {status}).</source>
            <translation>Etwas anderes antwortet anstelle von {host} (HTTP {status}).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>Something on the way sends {host} to {to}.</source>
            <translation>Etwas auf dem Weg leitet {host} um, nach: {to}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>The sign-in service answers for {tenant}.</source>
            <translation>Der Anmeldedienst antwortet für {tenant}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>The sign-in service knows nobody at {domain}.</source>
            <translation>Der Anmeldedienst kennt niemanden bei {domain}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>The token endpoint answers, and refuses an empty request as it should.</source>
            <translation>Der Token-Endpunkt antwortet und lehnt eine leere Anforderung ab, wie er soll.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>an address that was not told</source>
            <translation>einer nicht genannten Adresse</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>asks to slow down</source>
            <translation>bittet, langsamer zu fragen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>elsewhere</source>
            <translation>anderswohin</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>has a passing fault</source>
            <translation>hat eine vorübergehende Störung</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>{domain} checks passwords itself (federated), at {page}.</source>
            <translation>{domain} prüft Kennwörter selbst (Verbund), bei {page}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} cannot be reached: {text}.</source>
            <translation>{host} ist nicht erreichbar: {text}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>{host} {what} (HTTP {status}).</source>
            <translation>{host} {what} (HTTP {status}).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>{tenant} belongs to another Microsoft cloud, whose sign-in service is {endpoint}.</source>
            <translation>{tenant} gehört zu einer anderen Microsoft-Cloud, deren Anmeldedienst {endpoint} ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_service.py"></location>
            <source>{tenant} is the tenant {found}.</source>
            <translation>{tenant} ist der Mandant {found}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Ask the customer whether its sign-in server runs, and whether it can be reached from outside of its network: without it nobody of this domain can sign in.</source>
            <translation>Fragen Sie den Kunden, ob sein Anmeldeserver läuft und von außerhalb seines Netzwerks erreichbar ist: Ohne ihn kann sich niemand dieser Domäne anmelden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Ask the customer why its sign-in server is slow: people give up, and sign-ins run into time-outs.</source>
            <translation>Fragen Sie den Kunden, warum sein Anmeldeserver langsam ist: Menschen geben auf, und Anmeldungen laufen in Zeitüberschreitungen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Ask who looks after the proxy {proxy} to let this host through.</source>
            <translation>Bitten Sie die Person, die den Proxy {proxy} betreut, diesen Host durchzulassen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Browsers do without it. Programs that send a password themselves don't, and the customer's server may not be well.</source>
            <translation>Browser kommen ohne sie aus. Programme, die selbst ein Kennwort senden, nicht, und vielleicht stimmt etwas mit dem Server des Kunden nicht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Federation metadata</source>
            <translation>Verbundmetadaten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Have {host} let through by the proxy, firewall or content filter of this network.</source>
            <translation>Lassen Sie {host} vom Proxy, von der Firewall oder vom Inhaltsfilter dieses Netzwerks durchlassen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>It answers neither through the proxy nor past it.</source>
            <translation>Er antwortet weder über den Proxy noch an ihm vorbei.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Not needed: this domain has no sign-in server of its own.</source>
            <translation>Nicht nötig: Diese Domäne hat keinen eigenen Anmeldeserver.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>On Windows, put https://{host} into the intranet zone of the internet options (by group policy in a company) for its integrated sign-in, or leave it out there to be asked for a name and password.</source>
            <translation>Nehmen Sie unter Windows https://{host} für die integrierte Anmeldung in die Intranetzone der Internetoptionen auf (in einer Firma per Gruppenrichtlinie), oder lassen Sie es dort weg, um nach Namen und Kennwort gefragt zu werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Parts of the sign-in page come from hosts that cannot be reached here: {hosts}.</source>
            <translation>Teile der Anmeldeseite kommen von Hosts, die hier nicht erreichbar sind: {hosts}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Tell the customer: everybody on the way can read the password.</source>
            <translation>Sagen Sie es dem Kunden: Jeder auf dem Weg kann das Kennwort lesen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>Tell the customer: its page has to load them over https.</source>
            <translation>Sagen Sie es dem Kunden: Seine Seite muss sie über https laden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>The customer has to put its server's certificate in order; or, if this network inspects encrypted traffic, have this host left out of that. A browser warns here, and the warning should not be clicked away.</source>
            <translation>Der Kunde muss das Zertifikat seines Servers in Ordnung bringen; oder, wenn dieses Netzwerk verschlüsselten Datenverkehr prüft, lassen Sie diesen Host davon ausnehmen. Ein Browser warnt hier, und die Warnung sollte nicht weggeklickt werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>The domain's sign-in page (STS)</source>
            <translation>Die Anmeldeseite der Domäne (STS)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>The name may be known inside the customer's network only: connect its VPN, or use the proxy that knows it.</source>
            <translation>Der Name ist vielleicht nur im Netzwerk des Kunden bekannt: Verbinden Sie sich mit dessen VPN, oder verwenden Sie den Proxy, der ihn kennt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>The sign-in page of {host} stays blank: it is made by what comes from {hosts}, and that cannot be reached here.</source>
            <translation>Die Anmeldeseite von {host} bleibt leer: Sie entsteht aus dem, was von {hosts} kommt, und das ist hier nicht erreichbar.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>The sign-in page of {host} stays blank: {why}.</source>
            <translation>Die Anmeldeseite von {host} bleibt leer: {why}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>The sign-in service did not tell an address for this, so there is nothing to test.</source>
            <translation>Der Anmeldedienst hat dafür keine Adresse genannt, deshalb gibt es nichts zu testen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>When the wrong user is signed in, use a private window or another browser profile for this connection.</source>
            <translation>Wird der falsche Benutzer angemeldet, verwenden Sie für diese Verbindung ein privates Fenster oder ein anderes Browserprofil.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>nothing in it is to be seen</source>
            <translation>darin ist nichts zu sehen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>what would fill it is not loaded</source>
            <translation>was sie füllen würde, wird nicht geladen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} answers with an error instead of its sign-in page (HTTP {status}).</source>
            <translation>{host} antwortet mit einem Fehler statt mit seiner Anmeldeseite (HTTP {status}).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} asks for passwords over an unencrypted connection.</source>
            <translation>{host} fragt über eine unverschlüsselte Verbindung nach Kennwörtern.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} can be reached past the proxy only.</source>
            <translation>{host} ist nur am Proxy vorbei erreichbar.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} can be reached through the proxy only.</source>
            <translation>{host} ist nur über den Proxy erreichbar.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} is inside this network, while Microsoft's page is on the internet (two zones): browsers sign the computer's user in by themselves in the intranet zone only, and stay blank or ask where zones are not set up.</source>
            <translation>{host} ist in diesem Netzwerk, die Seite von Microsoft dagegen im Internet (zwei Zonen): Browser melden den Benutzer des Computers nur in der Intranetzone von selbst an; wo keine Zonen eingerichtet sind, bleiben sie leer oder fragen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} loads parts over unencrypted connections, which browsers block on an encrypted page: {hosts}.</source>
            <translation>{host} lädt Teile über unverschlüsselte Verbindungen, die Browser auf einer verschlüsselten Seite blockieren: {hosts}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} offers integrated sign-in: a browser that trusts it signs in whoever is signed in to this computer, whatever name was asked for. That is how the wrong user gets in.</source>
            <translation>{host} bietet die integrierte Anmeldung an: Ein Browser, der ihm vertraut, meldet an, wer an diesem Computer angemeldet ist, gleich welcher Name verlangt wurde. So kommt der falsche Benutzer herein.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{host} shows its sign-in page.</source>
            <translation>{host} zeigt seine Anmeldeseite.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{url} gives its federation metadata.</source>
            <translation>{url} liefert seine Verbundmetadaten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{url} gives no federation metadata (HTTP {status}).</source>
            <translation>{url} liefert keine Verbundmetadaten (HTTP {status}).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{url} sends the browser round in circles, or through more than {hops} addresses.</source>
            <translation>{url} schickt den Browser im Kreis, oder über mehr als {hops} Adressen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_sts.py"></location>
            <source>{url} took {seconds} s for its metadata.</source>
            <translation>{url} hat für seine Metadaten {seconds} s gebraucht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_ways.py"></location>
            <source>Let {host} bypass the proxy: add it to the exceptions of this computer's proxy settings (and of the proxy in TenantDock's settings, or NO_PROXY, if one is set there).</source>
            <translation>Lassen Sie {host} den Proxy umgehen: Fügen Sie ihn den Ausnahmen in den Proxyeinstellungen dieses Computers hinzu (und denen des Proxys in den Einstellungen von TenantDock oder NO_PROXY, wenn dort einer gesetzt ist).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_ways.py"></location>
            <source>Name an HTTP proxy in TenantDock's settings.</source>
            <translation>Nennen Sie in den Einstellungen von TenantDock einen HTTP-Proxy.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_ways.py"></location>
            <source>Send {host} through the proxy {proxy}: take it out of the list of addresses that bypass the proxy.</source>
            <translation>Leiten Sie {host} über den Proxy {proxy}: Nehmen Sie ihn aus der Liste der Adressen, die den Proxy umgehen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_ways.py"></location>
            <source>The proxy</source>
            <translation>Der Proxy</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/examine_ways.py"></location>
            <source>{proxy} is a proxy of a kind that TenantDock cannot use.</source>
            <translation>{proxy} ist ein Proxy einer Art, die TenantDock nicht verwenden kann.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/fetching.py"></location>
            <source>Check the automatic proxy configuration of this computer.</source>
            <translation>Prüfen Sie die automatische Proxykonfiguration dieses Computers.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/fetching.py"></location>
            <source>it cannot be fetched ({kind})</source>
            <translation>sie kann nicht geholt werden ({kind})</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/fetching.py"></location>
            <source>its address is of an unknown kind</source>
            <translation>seine Adresse ist von unbekannter Art</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>A browser profile of TenantDock's own does not know {came}, and remembers {user} for the next time.</source>
            <translation>Ein eigenes Browserprofil von TenantDock kennt {came} nicht und merkt sich {user} für das nächste Mal.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>A private window does not know {came}.</source>
            <translation>Ein privates Fenster kennt {came} nicht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>A private window knows no other sign-in, and most browsers do not tell {sts} there who uses this computer.</source>
            <translation>Ein privates Fenster kennt keine andere Anmeldung, und die meisten Browser sagen {sts} dort nicht, wer diesen Computer benutzt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>The browser's sign-in page names {user}.</source>
            <translation>Die Anmeldeseite des Browsers nennt {user}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>The code can be typed on a device where {came} is not signed in.</source>
            <translation>Der Code kann auf einem Gerät eingegeben werden, auf dem {came} nicht angemeldet ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>The sign-in page names {user} and asks for the password, whoever is signed in.</source>
            <translation>Die Anmeldeseite nennt {user} und fragt nach dem Kennwort, gleich wer angemeldet ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>another account</source>
            <translation>ein anderes Konto</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>{sts} is then asked for a new sign-in, which it has to make.</source>
            <translation>{sts} wird dann um eine neue Anmeldung gebeten, die es durchführen muss.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>{sts} is then asked for a new sign-in; whether it asks for a password shows then.</source>
            <translation>{sts} wird dann um eine neue Anmeldung gebeten; ob es nach einem Kennwort fragt, zeigt sich dann.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>{sts} is then told to ask for a password, instead of taking whom this computer knows.</source>
            <translation>{sts} wird dann angewiesen, nach einem Kennwort zu fragen, statt zu nehmen, wen dieser Computer kennt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/ladder.py"></location>
            <source>{sts} takes {came} on this computer in every window; on another device you can sign in as {user}.</source>
            <translation>{sts} nimmt auf diesem Computer in jedem Fenster {came}; auf einem anderen Gerät können Sie sich als {user} anmelden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/loopback.py"></location>
            <source>Another program holds many ports, or security software blocks listening on 127.0.0.1. Close it and try again.</source>
            <translation>Ein anderes Programm belegt viele Ports, oder Sicherheitssoftware verhindert das Lauschen auf 127.0.0.1. Schließen Sie es, und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/loopback.py"></location>
            <source>Connect again.</source>
            <translation>Verbinden Sie erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/loopback.py"></location>
            <source>If the sign-in page is still open, close it. Then connect again; if the page stays blank, try another browser.</source>
            <translation>Ist die Anmeldeseite noch offen, schließen Sie sie. Verbinden Sie dann erneut; bleibt die Seite leer, versuchen Sie einen anderen Browser.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/loopback.py"></location>
            <source>No free port was found on this computer for the browser to come back to.</source>
            <translation>Auf diesem Computer wurde kein freier Port gefunden, an den der Browser zurückkehren kann.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/loopback.py"></location>
            <source>The browser did not come back in time.</source>
            <translation>Der Browser ist nicht rechtzeitig zurückgekehrt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/loopback.py"></location>
            <source>The browser window was closed before the sign-in was finished.</source>
            <translation>Das Browserfenster wurde geschlossen, bevor die Anmeldung abgeschlossen war.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/loopback.py"></location>
            <source>This answer belongs to another sign-in. If you signed in twice, use the newest window.</source>
            <translation>Diese Antwort gehört zu einer anderen Anmeldung. Haben Sie sich zweimal angemeldet, verwenden Sie das neueste Fenster.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/memory.py"></location>
            <source>The account was signed out meanwhile.</source>
            <translation>Das Konto wurde inzwischen abgemeldet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/memory.py"></location>
            <source>The saved sign-in of this account cannot be read and was removed.</source>
            <translation>Die gespeicherte Anmeldung dieses Kontos kann nicht gelesen werden und wurde entfernt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/page.py"></location>
            <source>Back to TenantDock</source>
            <translation>Zurück zu TenantDock</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/page.py"></location>
            <source>TenantDock did not expect this</source>
            <translation>Das hat TenantDock nicht erwartet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/page.py"></location>
            <source>TenantDock now checks which account this was, and shows the result.</source>
            <translation>TenantDock prüft jetzt, welches Konto das war, und zeigt das Ergebnis.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/page.py"></location>
            <source>The sign-in did not work</source>
            <translation>Die Anmeldung hat nicht funktioniert</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/page.py"></location>
            <source>You can close this window and go back to TenantDock.</source>
            <translation>Sie können dieses Fenster schließen und zu TenantDock zurückkehren.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/provider.py"></location>
            <source>Nothing was stored. Try again. If you are behind a proxy that changes pages, let the sign-in service past it.</source>
            <translation>Es wurde nichts gespeichert. Versuchen Sie es erneut. Sind Sie hinter einem Proxy, der Seiten verändert, lassen Sie den Anmeldedienst an ihm vorbei.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/provider.py"></location>
            <source>The sign-in service gave an answer that cannot be understood.</source>
            <translation>Der Anmeldedienst hat eine unverständliche Antwort gegeben.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/provider.py"></location>
            <source>The sign-in with the code was declined.</source>
            <translation>Die Anmeldung mit dem Code wurde abgelehnt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/proxies.py"></location>
            <source>The proxy's automatic configuration ({address}) cannot be used: {why}.</source>
            <translation>Die automatische Konfiguration des Proxys ({address}) kann nicht verwendet werden: {why}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/realms.py"></location>
            <source>Check the spelling, or ask the customer for a domain that is listed in its Microsoft 365 admin centre.</source>
            <translation>Prüfen Sie die Schreibweise, oder fragen Sie den Kunden nach einer Domäne, die in seinem Microsoft 365 Admin Center steht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/realms.py"></location>
            <source>No tenant in {name} answers for {shown}.</source>
            <translation>Kein Mandant in {name} antwortet für {shown}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/realms.py"></location>
            <source>The sign-in service gave no usable answer about {shown}.</source>
            <translation>Der Anmeldedienst hat keine brauchbare Antwort zu {shown} gegeben.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/realms.py"></location>
            <source>Try again. If you are behind a proxy or a guest network, check that it lets the sign-in service through.</source>
            <translation>Versuchen Sie es erneut. Sind Sie hinter einem Proxy oder in einem Gastnetzwerk, prüfen Sie, ob der Anmeldedienst durchgelassen wird.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/realms.py"></location>
            <source>{tenant} belongs to another Microsoft cloud (its sign-in address is {host}).</source>
            <translation>{tenant} gehört zu einer anderen Microsoft-Cloud (ihre Anmeldeadresse ist {host}).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/revoking.py"></location>
            <source>Connect this account's customer to sign in, then sign out everywhere again. Nothing was changed.</source>
            <translation>Verbinden Sie den Kunden dieses Kontos, um sich anzumelden, und melden Sie es dann erneut überall ab. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/revoking.py"></location>
            <source>Graph asks {username} to sign in again before it ends sign-ins.</source>
            <translation>Graph verlangt von {username} eine neue Anmeldung, bevor es Anmeldungen beendet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/revoking.py"></location>
            <source>Graph did not end the sign-ins of {username}.</source>
            <translation>Graph hat die Anmeldungen von {username} nicht beendet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/revoking.py"></location>
            <source>Graph did not let {username} end its sign-ins from here: no administrator has allowed this app to do so (the permission is User.RevokeSessions.All).</source>
            <translation>Graph hat {username} nicht erlaubt, die eigenen Anmeldungen von hier aus zu beenden: Kein Administrator hat es dieser App erlaubt (die Berechtigung ist User.RevokeSessions.All).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/revoking.py"></location>
            <source>Nothing was changed, here or there. The account's owner can do it at https://mysignins.microsoft.com/security-info (Sign out everywhere), and an administrator in the Entra admin centre (Users, the user, Revoke sessions).</source>
            <translation>Weder hier noch dort wurde etwas geändert. Die Person, der das Konto gehört, kann es unter https://mysignins.microsoft.com/security-info tun (Überall abmelden), und ein Administrator im Entra Admin Center (Benutzer, der Benutzer, Sitzungen widerrufen).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/revoking.py"></location>
            <source>{name} has no address of Graph here, which is what ends sign-ins everywhere.</source>
            <translation>{name} hat hier keine Adresse von Graph, und damit werden Anmeldungen überall beendet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>, which leaves out the password there</source>
            <translation> (was dort das Kennwort auslässt)</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>A browser window of TenantDock's own opens, apart from your own profile: sign in as {user}.</source>
            <translation>Ein eigenes Browserfenster von TenantDock öffnet sich, getrennt von Ihrem Profil: Melden Sie sich als {user} an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>A private browser window opens, where nobody is signed in: sign in as {user}.</source>
            <translation>Ein privates Browserfenster öffnet sich, in dem niemand angemeldet ist: Melden Sie sich als {user} an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>Nothing was stored. Ask the customer whether the user was created anew. If so, remove this user's connections here and add them again: the account is then enrolled anew.</source>
            <translation>Es wurde nichts gespeichert. Fragen Sie den Kunden, ob der Benutzer neu angelegt wurde. Wenn ja, entfernen Sie hier die Verbindungen dieses Benutzers, und fügen Sie sie erneut hinzu: Das Konto wird dann neu erfasst.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>Nothing was stored. If {came} is the account you meant, confirm it; else try the next way to sign in.</source>
            <translation>Es wurde nichts gespeichert. Ist {came} das gemeinte Konto, bestätigen Sie es; sonst versuchen Sie den nächsten Weg der Anmeldung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>Nothing was stored. Try the next way to sign in. If you meant {came}, add the connection with that user name.</source>
            <translation>Es wurde nichts gespeichert. Versuchen Sie den nächsten Weg der Anmeldung. Haben Sie {came} gemeint, fügen Sie die Verbindung mit diesem Benutzernamen hinzu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>Open {address} in any browser, type the code {code}, and sign in as {user}. Never pass the code on.</source>
            <translation>Öffnen Sie {address} in einem beliebigen Browser, geben Sie den Code {code} ein, und melden Sie sich als {user} an. Geben Sie den Code nie weiter.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>TenantDock cannot see when you close that page: press Cancel here if you do.</source>
            <translation>TenantDock kann nicht sehen, ob Sie diese Seite schließen: Klicken Sie dann hier auf „Abbrechen“.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>Windows answered with an account that it knows</source>
            <translation>Windows hat mit einem Konto geantwortet, das es kennt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>Windows asks who signs in: choose {user}.</source>
            <translation>Windows fragt, wer sich anmeldet: Wählen Sie {user}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>Your browser opens and asks for the password anew: sign in as {user}.</source>
            <translation>Ihr Browser öffnet sich und fragt neu nach dem Kennwort: Melden Sie sich als {user} an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>Your browser opens: sign in as {user}.</source>
            <translation>Ihr Browser öffnet sich: Melden Sie sich als {user} an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>a member of the tenant</source>
            <translation>ein Mitglied des Mandanten</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>a service of its own</source>
            <translation>ein eigener Dienst</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>from another tenant ({home})</source>
            <translation>aus einem anderen Mandanten ({home})</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>some time ago</source>
            <translation>einiger Zeit</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>that account is {home}, the saved one {ours}</source>
            <translation>dieses Konto ist {home}, das gespeicherte {ours}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the answer carries two user names, {came} and {other}, and one of them is not the one that was named</source>
            <translation>die Antwort enthält zwei Benutzernamen, {came} und {other}, und einer davon ist nicht der genannte</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the answer does not fit together; something between this computer and the sign-in service may have changed it</source>
            <translation>die Antwort passt nicht zusammen; etwas zwischen diesem Computer und dem Anmeldedienst hat sie vielleicht verändert</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the code was used by somebody who signed in as that account</source>
            <translation>jemand, der als dieses Konto angemeldet ist, hat den Code verwendet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the saved one is at home in {home_tenant}</source>
            <translation>das gespeicherte ist in {home_tenant} zu Hause</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the saved sign-in answered for another account</source>
            <translation>die gespeicherte Anmeldung hat für ein anderes Konto geantwortet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the sign-in ended in another tenant than the customer's</source>
            <translation>die Anmeldung endete in einem anderen Mandanten als dem des Kunden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the sign-in ended in that account's home tenant instead of the customer's</source>
            <translation>die Anmeldung endete im Heimatmandanten dieses Kontos statt in dem des Kunden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the sign-in page answered for {came}; the answer does not say when that account signed in</source>
            <translation>die Anmeldeseite hat für {came} geantwortet; die Antwort sagt nicht, wann sich dieses Konto angemeldet hat</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the user name is the same but that account is {home}, and {saved}</source>
            <translation>der Benutzername ist derselbe, aber dieses Konto ist {home}, und {saved}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>the user name is the same but the account behind it is another one: it was deleted and created anew, or the name moved</source>
            <translation>der Benutzername ist derselbe, aber dahinter steht ein anderes Konto: Es wurde gelöscht und neu angelegt, oder der Name ging über</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>this browser was already signed in as {came} (since {moment})</source>
            <translation>dieser Browser war bereits als {came} angemeldet (seit {moment})</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>{answered} although a new sign-in of {user} was asked for{weak}</source>
            <translation>{answered}, obwohl eine neue Anmeldung von {user} verlangt wurde{weak}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>{answered} although {user} was named</source>
            <translation>{answered}, obwohl {user} genannt war</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>{answered} in a window where nobody was signed in</source>
            <translation>{answered}, in einem Fenster, in dem niemand angemeldet war</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>{came} signed in on the sign-in page just now, although {user} was named there</source>
            <translation>{came} hat sich gerade auf der Anmeldeseite angemeldet, obwohl dort {user} genannt war</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>{domain} is a federated domain: {sts} signs its users in, and it answered for {came}</source>
            <translation>{domain} ist eine Verbunddomäne: {sts} meldet ihre Benutzer an und hat für {came} geantwortet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>{next_step} Connect again to go on now; TenantDock keeps this sign-in until it ends.</source>
            <translation>{next_step} Verbinden Sie erneut, um jetzt weiterzumachen; TenantDock behält diese Anmeldung, bis es endet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>{username} is not signed in to {label} on this computer yet.</source>
            <translation>{username} ist auf diesem Computer noch nicht bei {label} angemeldet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/telling.py"></location>
            <source>{username} is signed in, but the sign-in could not be saved: {message}</source>
            <translation>{username} ist angemeldet, aber die Anmeldung konnte nicht gespeichert werden: {message}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>A guest network's sign-in page or a filter answers in its place: open a browser, sign in to the network, then try again. If that is not it, ask your network's administrator.</source>
            <translation>Die Anmeldeseite eines Gastnetzwerks oder ein Filter antwortet an seiner Stelle: Öffnen Sie einen Browser, melden Sie sich beim Netzwerk an, und versuchen Sie es dann erneut. Ist es das nicht, fragen Sie den Administrator Ihres Netzwerks.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>By this computer's clock it is {now}.</source>
            <translation>Nach der Uhr dieses Computers ist es {now}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>Check this computer's date and time.</source>
            <translation>Prüfen Sie Datum und Uhrzeit dieses Computers.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>Do not sign in on this network. Try another one.</source>
            <translation>Melden Sie sich in diesem Netzwerk nicht an. Versuchen Sie ein anderes.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>If you know {issuer} as your company's inspection of encrypted traffic, ask your IT to put its root certificate into this computer's trust store. If you don't, do not sign in on this network: somebody may be reading along.</source>
            <translation>Kennen Sie {issuer} als die Prüfung verschlüsselten Datenverkehrs Ihrer Firma, bitten Sie Ihre IT, das Stammzertifikat in den Zertifikatspeicher dieses Computers aufzunehmen. Wenn nicht, melden Sie sich in diesem Netzwerk nicht an: Vielleicht liest jemand mit.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>No encrypted connection to {host} could be made.</source>
            <translation>Es kam keine verschlüsselte Verbindung zu {host} zustande.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>Set this computer's date and time right first. If they are, the one who issued it ({issuer}) has to renew it.</source>
            <translation>Stellen Sie zuerst Datum und Uhrzeit dieses Computers richtig. Stimmen sie, muss der Aussteller ({issuer}) es erneuern.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>Set this computer's date and time right, then try again.</source>
            <translation>Stellen Sie Datum und Uhrzeit dieses Computers richtig, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>Something on the way may not let TLS through: try another network, or ask who runs the proxy or firewall.</source>
            <translation>Etwas auf dem Weg lässt TLS vielleicht nicht durch: Versuchen Sie ein anderes Netzwerk, oder fragen Sie, wer den Proxy oder die Firewall betreibt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>The certificate of {host} expired on {day}.</source>
            <translation>Das Zertifikat von {host} ist am {day} abgelaufen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>The certificate of {host} expired.</source>
            <translation>Das Zertifikat von {host} ist abgelaufen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>The certificate of {host} is not valid before {day}.</source>
            <translation>Das Zertifikat von {host} gilt erst ab {day}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>The certificate of {host} is not valid yet.</source>
            <translation>Das Zertifikat von {host} ist noch nicht gültig.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>The certificate of {host} was issued by {issuer}, and nothing was sent that links that to one this computer trusts.</source>
            <translation>Das Zertifikat von {host} wurde von {issuer} ausgestellt, und nichts Gesendetes verbindet das mit einem, dem dieser Computer vertraut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>The certificate of {host} was issued by {issuer}, which this computer does not trust.</source>
            <translation>Das Zertifikat von {host} wurde von {issuer} ausgestellt, und dem vertraut dieser Computer nicht.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>The certificate of {host}, issued by {issuer}, cannot be trusted.</source>
            <translation>Dem Zertifikat von {host}, ausgestellt von {issuer}, kann nicht vertraut werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>The certificate of {host}, issued by {issuer}, was revoked.</source>
            <translation>Das Zertifikat von {host}, ausgestellt von {issuer}, wurde widerrufen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>What answers for {host} has a certificate for {names}, issued by {issuer}.</source>
            <translation>Was für {host} antwortet, hat ein Zertifikat für {names}, ausgestellt von {issuer}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>What answers for {host} made its own certificate ({issuer}); nobody vouches for it.</source>
            <translation>Was für {host} antwortet, hat sich sein Zertifikat selbst ausgestellt ({issuer}); niemand bürgt dafür.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>Whoever runs the server or proxy has to have it send the whole chain.</source>
            <translation>Wer den Server oder Proxy betreibt, muss ihn die ganze Kette senden lassen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>an issuer that could not be seen</source>
            <translation>einem Aussteller, der nicht zu sehen war</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>an issuer without a name</source>
            <translation>einem Aussteller ohne Namen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tls_faults.py"></location>
            <source>another host</source>
            <translation>einen anderen Host</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>Ask whoever runs the proxy to let {host} through, or choose another way in TenantDock's proxy settings.</source>
            <translation>Bitten Sie die Person, die den Proxy betreibt, {host} durchzulassen, oder wählen Sie in den Proxyeinstellungen von TenantDock einen anderen Weg.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>Ask your network's administrator for an HTTP proxy, or choose another way in TenantDock's proxy settings.</source>
            <translation>Bitten Sie den Administrator Ihres Netzwerks um einen HTTP-Proxy, oder wählen Sie in den Proxyeinstellungen von TenantDock einen anderen Weg.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>Ask your network's administrator to let this computer reach the sign-in service without it, or run a helper that signs in to the proxy for you (such as Px or cntlm) and set it as the proxy in TenantDock's settings.</source>
            <translation>Bitten Sie den Administrator Ihres Netzwerks, diesen Computer den Anmeldedienst ohne ihn erreichen zu lassen, oder verwenden Sie ein Hilfsprogramm, das sich für Sie am Proxy anmeldet (etwa Px oder cntlm), und stellen Sie es in den Einstellungen von TenantDock als Proxy ein.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>Check that you are on the network that has this proxy (office, VPN), or choose another way in TenantDock's proxy settings.</source>
            <translation>Prüfen Sie, ob Sie in dem Netzwerk sind, das diesen Proxy hat (Büro, VPN), oder wählen Sie in den Proxyeinstellungen von TenantDock einen anderen Weg.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>Enter them again in TenantDock's proxy settings.</source>
            <translation>Geben Sie sie in den Proxyeinstellungen von TenantDock erneut ein.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>Enter them in TenantDock's proxy settings; the vault keeps the password.</source>
            <translation>Geben Sie sie in den Proxyeinstellungen von TenantDock ein; der Tresor bewahrt das Kennwort auf.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>If you trust this proxy, enter the password again in TenantDock's proxy settings.</source>
            <translation>Wenn Sie diesem Proxy vertrauen, geben Sie das Kennwort in den Proxyeinstellungen von TenantDock erneut ein.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>The proxy {label} asks for a password, and the saved one is for {other}.</source>
            <translation>Der Proxy {label} verlangt ein Kennwort, und das gespeicherte ist für {other}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>The proxy {label} asks for a sign-in that TenantDock cannot do ({named}).</source>
            <translation>Der Proxy {label} verlangt eine Anmeldung, die TenantDock nicht beherrscht ({named}).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>The proxy {label} asks for a user name and password.</source>
            <translation>Der Proxy {label} verlangt Benutzernamen und Kennwort.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>The proxy {label} cannot be found: no address is known for its name.</source>
            <translation>Der Proxy {label} ist nicht zu finden: Zu seinem Namen ist keine Adresse bekannt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>The proxy {label} cannot be reached.</source>
            <translation>Der Proxy {label} ist nicht erreichbar.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>The proxy {label} cannot reach {host} (HTTP {status}).</source>
            <translation>Der Proxy {label} erreicht {host} nicht (HTTP {status}).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>The proxy {label} did not accept the user name and password.</source>
            <translation>Der Proxy {label} hat Benutzernamen und Kennwort nicht akzeptiert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>The proxy {label} did not answer in time.</source>
            <translation>Der Proxy {label} hat nicht rechtzeitig geantwortet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>The proxy {label} does not let TenantDock connect to {host} (HTTP {status}).</source>
            <translation>Der Proxy {label} lässt TenantDock nicht mit {host} verbinden (HTTP {status}).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>The proxy {label} is of a kind that TenantDock cannot use ({kind}).</source>
            <translation>Der Proxy {label} ist von einer Art, die TenantDock nicht verwenden kann ({kind}).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>Try again in a moment. If it stays so, tell whoever runs the proxy.</source>
            <translation>Versuchen Sie es gleich noch einmal. Bleibt es dabei, sagen Sie es der Person, die den Proxy betreibt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/tunnels.py"></location>
            <source>it names none</source>
            <translation>er nennt keine</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/watch.py"></location>
            <source>This computer's clock is {span} ahead of the sign-in service's.</source>
            <translation>Die Uhr dieses Computers geht gegenüber der des Anmeldedienstes {span} vor.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/watch.py"></location>
            <source>This computer's clock is {span} behind the sign-in service's.</source>
            <translation>Die Uhr dieses Computers geht gegenüber der des Anmeldedienstes {span} nach.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>A hotel or guest network does this: open a browser, sign in to the network, then try again.</source>
            <translation>Ein Hotel- oder Gastnetzwerk tut das: Öffnen Sie einen Browser, melden Sie sich beim Netzwerk an, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>Check your internet connection, VPN and proxy, then try again.</source>
            <translation>Prüfen Sie Internetverbindung, VPN und Proxy, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>Quit TenantDock and start it again; what you saved is kept.</source>
            <translation>Beenden Sie TenantDock, und starten Sie es neu; was Sie gespeichert haben, bleibt erhalten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>Something on the way sends the sign-in service's address elsewhere.</source>
            <translation>Etwas auf dem Weg leitet die Adresse des Anmeldedienstes um.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>The customer may belong to another Microsoft cloud. Check the connection's cloud and tenant.</source>
            <translation>Der Kunde gehört vielleicht zu einer anderen Microsoft-Cloud. Prüfen Sie Cloud und Mandant der Verbindung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>The sign-in service of {name} {what} (HTTP {status}).</source>
            <translation>Der Anmeldedienst von {name} {what} (HTTP {status}).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>Try again {when}. Tokens that are still valid go on working.</source>
            <translation>Versuchen Sie es {when} erneut. Noch gültige Token funktionieren weiter.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>in a moment</source>
            <translation>gleich</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>in {n} seconds</source>
            <extracomment>For one: in {n} second</extracomment>
            <translation>
                <numerusform>in {n} Sekunde</numerusform>
                <numerusform>in {n} Sekunden</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>{host} cannot be reached.</source>
            <translation>{host} ist nicht erreichbar.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>{host} did not answer in time.</source>
            <translation>{host} hat nicht rechtzeitig geantwortet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>{name} ({host}) has stopped.</source>
            <translation>{name} ({host}) wurde angehalten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/identity/wire.py"></location>
            <source>{name} refers to another address ({netloc}) for this sign-in.</source>
            <translation>{name} verweist für diese Anmeldung auf eine andere Adresse ({netloc}).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Check the rights and the free space of {root}.</source>
            <translation>Prüfen Sie die Rechte und den freien Platz von {root}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Choose another browser for this connection.</source>
            <translation>Wählen Sie für diese Verbindung einen anderen Browser.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Choose the profile again.</source>
            <translation>Wählen Sie das Profil erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Choose the profile of this connection again.</source>
            <translation>Wählen Sie das Profil dieser Verbindung erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Choose {browsers} for this connection, or sign in with Safari's own window.</source>
            <translation>Wählen Sie {browsers} für diese Verbindung, oder melden Sie sich im eigenen Fenster von Safari an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Edit the connection and save it again.</source>
            <translation>Bearbeiten Sie die Verbindung, und speichern Sie sie erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Install Microsoft Edge, Google Chrome, Brave or Firefox for this connection, or sign in with Safari's own window.</source>
            <translation>Installieren Sie für diese Verbindung Microsoft Edge, Google Chrome, Brave oder Firefox, oder melden Sie sich im eigenen Fenster von Safari an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Install Microsoft Edge, Google Chrome, Chromium, Brave or Firefox, or choose a browser for this connection.</source>
            <translation>Installieren Sie Microsoft Edge, Google Chrome, Chromium, Brave oder Firefox, oder wählen Sie einen Browser für diese Verbindung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Install {label}, or choose another browser for this connection.</source>
            <translation>Installieren Sie {label}, oder wählen Sie für diese Verbindung einen anderen Browser.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>No browser was found here that can open a private window or a separate profile.</source>
            <translation>Hier wurde kein Browser gefunden, der ein privates Fenster oder ein eigenes Profil öffnen kann.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>No browser was found on this computer.</source>
            <translation>Auf diesem Computer wurde kein Browser gefunden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Safari cannot be started with a private window or a profile.</source>
            <translation>Safari kann nicht mit einem privaten Fenster oder einem Profil gestartet werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Set a default browser in Windows' settings, or choose one for this connection.</source>
            <translation>Legen Sie in den Windows-Einstellungen einen Standardbrowser fest, oder wählen Sie einen für diese Verbindung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>The address to open is not a web address.</source>
            <translation>Die zu öffnende Adresse ist keine Webadresse.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>The default browser</source>
            <translation>Der Standardbrowser</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>The default browser ({name})</source>
            <translation>Der Standardbrowser ({name})</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>The folder for TenantDock's own browser profile cannot be made.</source>
            <translation>Der Ordner für das eigene Browserprofil von TenantDock kann nicht angelegt werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>The name of the profile folder is damaged.</source>
            <translation>Der Name des Profilordners ist beschädigt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>There is no program at {name}.</source>
            <translation>Unter {name} gibt es kein Programm.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Try again; if it comes back, report it.</source>
            <translation>Versuchen Sie es erneut; kommt es wieder vor, melden Sie es.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>Windows could not open the default browser.</source>
            <translation>Windows konnte den Standardbrowser nicht öffnen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>{label} could not be started.</source>
            <translation>{label} konnte nicht gestartet werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>{label} has no profile {profile!r} (any more).</source>
            <translation>{label} hat kein Profil „{profile}“ (mehr).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>{label} is not installed here.</source>
            <translation>{label} ist hier nicht installiert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/browsers.py"></location>
            <source>{profile!r} is not the name of a browser profile.</source>
            <translation>„{profile}“ ist nicht der Name eines Browserprofils.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>Browser and profile</source>
            <translation>Browser und Profil</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>Choose a browser for the connection, or make {label} the default one.</source>
            <translation>Wählen Sie einen Browser für die Verbindung, oder machen Sie {label} zum Standard.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>Edit the connection and choose its browser again.</source>
            <translation>Bearbeiten Sie die Verbindung, und wählen Sie ihren Browser erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>Install Microsoft Edge, Google Chrome, Chromium, Brave or Firefox.</source>
            <translation>Installieren Sie Microsoft Edge, Google Chrome, Chromium, Brave oder Firefox.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>No browser was found that can open a private window or a profile of its own.</source>
            <translation>Es wurde kein Browser gefunden, der ein privates Fenster oder ein eigenes Profil öffnen kann.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>Sign-ins open in the default browser, {label}.</source>
            <translation>Anmeldungen öffnen sich im Standardbrowser, {label}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>Sign-ins open in {label}, in a profile of TenantDock's own.</source>
            <translation>Anmeldungen öffnen sich in {label}, in einem eigenen Profil von TenantDock.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>Sign-ins open in {label}, in the profile {name}.</source>
            <translation>Anmeldungen öffnen sich in {label}, im Profil {name}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>Sign-ins open in {label}.</source>
            <translation>Anmeldungen öffnen sich in {label}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>The connection's browser ({browser}) is not installed.</source>
            <translation>Der Browser der Verbindung ({browser}) ist nicht installiert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>The connection's browser is the program {name}, which is not there.</source>
            <translation>Der Browser der Verbindung ist das Programm {name}, das nicht da ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>The connection's browser is the program {name}.</source>
            <translation>Der Browser der Verbindung ist das Programm {name}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>The default browser is not one that TenantDock knows; private windows and profiles are opened in {label}.</source>
            <translation>Den Standardbrowser kennt TenantDock nicht; private Fenster und Profile öffnen sich in {label}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>The profile {profile} of {label} is not there (any more).</source>
            <translation>Das Profil {profile} von {label} ist nicht (mehr) da.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/examine.py"></location>
            <source>With another default browser plain sign-ins work.</source>
            <translation>Mit einem anderen Standardbrowser funktionieren einfache Anmeldungen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/links.py"></location>
            <source>Its address opens only the organisation that the account lives in.</source>
            <translation>Seine Adresse öffnet nur die Organisation, in der das Konto zu Hause ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/links.py"></location>
            <source>The customer's initial domain (name{ending}) is not known.</source>
            <translation>Die ursprüngliche Domäne des Kunden (name{ending}) ist nicht bekannt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/own_profiles.py"></location>
            <source>A browser window of this account is open, so its browser profile was not removed.</source>
            <translation>Ein Browserfenster dieses Kontos ist offen, deshalb wurde sein Browserprofil nicht entfernt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/own_profiles.py"></location>
            <source>Close its browser windows, then remove the folder {there} by hand.</source>
            <translation>Schließen Sie seine Browserfenster, und entfernen Sie dann den Ordner {there} von Hand.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/own_profiles.py"></location>
            <source>Close the window, then remove the folder {folder} by hand.</source>
            <translation>Schließen Sie das Fenster, und entfernen Sie dann den Ordner {folder} von Hand.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/own_profiles.py"></location>
            <source>The browser profile of this account could not be removed.</source>
            <translation>Das Browserprofil dieses Kontos konnte nicht entfernt werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/own_profiles.py"></location>
            <location filename="../../app/tenantdock/vault/sealing.py"></location>
            <source>The saved account has a damaged id.</source>
            <translation>Das gespeicherte Konto hat eine beschädigte ID.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/windows.py"></location>
            <source>Start it by hand to see why, or choose another browser for this connection.</source>
            <translation>Starten Sie ihn von Hand, um den Grund zu sehen, oder wählen Sie für diese Verbindung einen anderen Browser.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/portals/windows.py"></location>
            <source>{label} ended at once with an error (exit code {code}).</source>
            <translation>{label} endete sofort mit einem Fehler (Code {code}).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/practice.py"></location>
            <source>Choose another folder with --data.</source>
            <translation>Wählen Sie mit --data einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/practice.py"></location>
            <source>No practice cloud</source>
            <translation>Keine Übungscloud</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/practice.py"></location>
            <source>Practice cloud</source>
            <translation>Übungscloud</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/practice.py"></location>
            <source>Start it in a terminal: {command}</source>
            <translation>Starten Sie sie in einem Terminal: {command}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/practice.py"></location>
            <source>The folder of the practice cloud cannot be made ({strerror}).</source>
            <translation>Der Ordner der Übungscloud kann nicht angelegt werden ({strerror}).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/practice.py"></location>
            <source>The practice cloud could not be started ({reason}).</source>
            <translation>Die Übungscloud konnte nicht gestartet werden ({reason}).</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/rooms.py"></location>
            <source>The practice cloud is not started at log-in.</source>
            <translation>Die Übungscloud wird nicht bei der Anmeldung am Computer gestartet.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/examine.py"></location>
            <source>Keyring of this computer</source>
            <translation>Schlüsselbund dieses Computers</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/examine.py"></location>
            <source>Sign-ins are kept in memory only.</source>
            <translation>Anmeldungen bleiben nur im Arbeitsspeicher.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/examine.py"></location>
            <source>Sign-ins are kept, with a key in {backend}.</source>
            <translation>Anmeldungen werden aufbewahrt, mit einem Schlüssel in {backend}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/files.py"></location>
            <source>TenantDock could not {what}.</source>
            <translation>TenantDock ist daran gescheitert, {what}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/files.py"></location>
            <source>TenantDock may not {what} in its folder.</source>
            <translation>TenantDock darf in seinem Ordner nicht arbeiten, um {what}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/files.py"></location>
            <source>There is no room on the disk to {what}.</source>
            <translation>Auf dem Datenträger ist kein Platz, um {what}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/files.py"></location>
            <source>What was saved before is still there.</source>
            <translation>Was vorher gespeichert war, ist noch da.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/keys.py"></location>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <source>Check that your system's keyring works, then start TenantDock again.</source>
            <translation>Prüfen Sie, ob der Schlüsselbund Ihres Systems funktioniert, und starten Sie TenantDock dann neu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/keys.py"></location>
            <source>Your keyring did not keep TenantDock's key.</source>
            <translation>Ihr Schlüsselbund hat den Schlüssel von TenantDock nicht behalten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/keystore.py"></location>
            <source>The keyring could not be used</source>
            <translation>Der Schlüsselbund konnte nicht verwendet werden</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/keystore.py"></location>
            <source>The keyring in use ({name}) is not known to protect secrets, so sign-ins are kept in memory only.</source>
            <translation>Vom verwendeten Schlüsselbund ({name}) ist nicht bekannt, dass er Geheimnisse schützt, deshalb bleiben Anmeldungen nur im Arbeitsspeicher.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <source>Install gnome-keyring or KWallet (Debian, Ubuntu: sudo apt install gnome-keyring libsecret-1-0; Fedora: sudo dnf install gnome-keyring libsecret), sign in to your desktop again, then start TenantDock again.</source>
            <translation>Installieren Sie gnome-keyring oder KWallet (Debian, Ubuntu: sudo apt install gnome-keyring libsecret-1-0; Fedora: sudo dnf install gnome-keyring libsecret), melden Sie sich neu an Ihrem Desktop an, und starten Sie TenantDock dann neu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <source>Open Keychain Access and check that your login keychain is there, then start TenantDock again.</source>
            <translation>Öffnen Sie die Schlüsselbundverwaltung, prüfen Sie, ob Ihr Anmeldeschlüsselbund da ist, und starten Sie TenantDock dann neu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <source>Python's keyring cannot be started, so sign-ins are kept in memory only.</source>
            <translation>Python-keyring kann nicht gestartet werden, deshalb bleiben Anmeldungen nur im Arbeitsspeicher.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <source>Remove the setting PYTHON_KEYRING_BACKEND and the file keyringrc.cfg of Python's keyring, then start TenantDock again.</source>
            <translation>Entfernen Sie die Einstellung PYTHON_KEYRING_BACKEND und die Datei keyringrc.cfg von Python-keyring, und starten Sie TenantDock dann neu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <source>Start the Windows service Credential Manager (VaultSvc), then start TenantDock again.</source>
            <translation>Starten Sie den Windows-Dienst Anmeldeinformationsverwaltung (VaultSvc), und starten Sie TenantDock dann neu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <source>This system has no keyring, so sign-ins are kept in memory only and are gone when TenantDock ends.</source>
            <translation>Dieses System hat keinen Schlüsselbund, deshalb bleiben Anmeldungen nur im Arbeitsspeicher und gehen verloren, wenn TenantDock beendet wird.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <source>Unlock your keyring when your system asks for it, then try again.</source>
            <translation>Entsperren Sie Ihren Schlüsselbund, wenn Ihr System danach fragt, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <source>Your keyring failed to {what} TenantDock's key.</source>
            <translation>Ihr Schlüsselbund konnte den Schlüssel von TenantDock nicht {what}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <source>Your keyring is locked, so saved sign-ins cannot be opened.</source>
            <translation>Ihr Schlüsselbund ist gesperrt, deshalb können gespeicherte Anmeldungen nicht geöffnet werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <source>change</source>
            <translation>ändern</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <source>read</source>
            <translation>lesen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/oskeystore.py"></location>
            <source>write</source>
            <translation>schreiben</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>Check the passphrase: case and spaces count. If it is right, the file was changed: get it again.</source>
            <translation>Prüfen Sie die Passphrase: Groß- und Kleinschreibung und Leerzeichen zählen. Stimmt sie, wurde die Datei verändert: Besorgen Sie sie neu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>Choose less, and make several files.</source>
            <translation>Wählen Sie weniger, und erstellen Sie mehrere Dateien.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>Choose the file that you exported.</source>
            <translation>Wählen Sie die Datei, die Sie exportiert haben.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>Copy it again from where you exported it.</source>
            <translation>Kopieren Sie sie erneut von dort, wohin Sie sie exportiert haben.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>It was changed: get it again from who made it.</source>
            <translation>Sie wurde verändert: Besorgen Sie sie neu von der Person, die sie erstellt hat.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>The passphrase is longer than {most_characters} characters.</source>
            <translation>Die Passphrase ist länger als {most_characters} Zeichen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>The passphrase is too short: it has {count} characters.</source>
            <translation>Die Passphrase ist zu kurz: Sie hat {count} Zeichen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>The passphrase repeats the same few characters.</source>
            <translation>Die Passphrase wiederholt dieselben wenigen Zeichen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>This file asks for a way to open it that TenantDock refuses.</source>
            <translation>Diese Datei verlangt eine Art des Öffnens, die TenantDock ablehnt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>This file does not open with this passphrase.</source>
            <translation>Diese Datei lässt sich mit dieser Passphrase nicht öffnen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>This file was damaged on its way.</source>
            <translation>Diese Datei wurde unterwegs beschädigt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>This file was packed by a newer TenantDock.</source>
            <translation>Diese Datei wurde von einem neueren TenantDock gepackt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>This is more than {size} MiB, too much for one file.</source>
            <translation>Das sind mehr als {size} MiB, zu viel für eine Datei.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>This is not a file that TenantDock packed.</source>
            <translation>Das ist keine Datei, die TenantDock gepackt hat.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>Update this TenantDock, then open the file again.</source>
            <translation>Aktualisieren Sie dieses TenantDock, und öffnen Sie die Datei dann erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>Use a shorter one.</source>
            <translation>Verwenden Sie eine kürzere.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/packing.py"></location>
            <source>Use at least {least_characters} characters, {least_different} of them different; five words drawn by lot are good.</source>
            <translation>Verwenden Sie mindestens {least_characters} Zeichen, davon {least_different} verschiedene; fünf zufällig gezogene Wörter sind gut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>Another TenantDock is setting up the store for sign-ins.</source>
            <translation>Ein anderes TenantDock richtet den Speicher für Anmeldungen ein.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>Another TenantDock is using this sign-in and does not let go of it.</source>
            <translation>Ein anderes TenantDock verwendet diese Anmeldung und gibt sie nicht frei.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>Answer its keyring prompt, or end it, and try again.</source>
            <translation>Beantworten Sie dessen Frage nach dem Schlüsselbund, oder beenden Sie es, und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>End the other TenantDock, then try again.</source>
            <translation>Beenden Sie das andere TenantDock, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>Free some space if the disk is full, or move the folder to a local disk, then try again. Everything that was saved is still there.</source>
            <translation>Schaffen Sie Platz, wenn der Datenträger voll ist, oder verschieben Sie den Ordner auf einen lokalen Datenträger, und versuchen Sie es dann erneut. Alles Gespeicherte ist noch da.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>Quit TenantDock and start it again: it says then which sign-ins are lost.</source>
            <translation>Beenden Sie TenantDock, und starten Sie es neu: Es sagt dann, welche Anmeldungen verloren sind.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>Sign in to this account again.</source>
            <translation>Melden Sie sich erneut bei diesem Konto an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>TenantDock's key is not in your keyring any more.</source>
            <translation>Der Schlüssel von TenantDock ist nicht mehr in Ihrem Schlüsselbund.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>The key was not replaced: TenantDock's folder cannot be locked.</source>
            <translation>Der Schlüssel wurde nicht ersetzt: Der Ordner von TenantDock lässt sich nicht sperren.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>The saved sign-in of this account was damaged and has been set aside.</source>
            <translation>Die gespeicherte Anmeldung dieses Kontos war beschädigt und wurde beiseitegelegt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>finish replacing the key of the saved sign-ins</source>
            <translation>den Schlüssel der gespeicherten Anmeldungen fertig zu ersetzen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>read this sign-in</source>
            <translation>diese Anmeldung zu lesen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>remove this sign-in</source>
            <translation>diese Anmeldung zu entfernen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>replace the key of the saved sign-ins</source>
            <translation>den Schlüssel der gespeicherten Anmeldungen zu ersetzen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>save this sign-in</source>
            <translation>diese Anmeldung zu speichern</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>set up the store for sign-ins</source>
            <translation>den Speicher für Anmeldungen einzurichten</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/vault/store.py"></location>
            <source>{n} saved sign-ins cannot be opened any more, because TenantDock's key is not in your keyring. The files were set aside.</source>
            <extracomment>For one: A saved sign-in cannot be opened any more, because TenantDock's key is not in your keyring. The files were set aside.</extracomment>
            <translation>
                <numerusform>Eine gespeicherte Anmeldung kann nicht mehr geöffnet werden, weil der Schlüssel von TenantDock nicht in Ihrem Schlüsselbund ist. Die Datei wurde beiseitegelegt.</numerusform>
                <numerusform>{n} gespeicherte Anmeldungen können nicht mehr geöffnet werden, weil der Schlüssel von TenantDock nicht in Ihrem Schlüsselbund ist. Die Dateien wurden beiseitegelegt.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/adding.py"></location>
            <source>Look in {names} instead.</source>
            <translation>Suchen Sie stattdessen in {names}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/adding.py"></location>
            <source>TenantDock does not know that cloud. Add it in the settings, then choose it for this customer.</source>
            <translation>TenantDock kennt diese Cloud nicht. Fügen Sie sie in den Einstellungen hinzu, und wählen Sie sie dann für diesen Kunden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/adding.py"></location>
            <source>{domain} itself is in {home}: its users can only be guests of a customer in {name}.</source>
            <translation>{domain} selbst ist in {home}: Die Benutzer dieser Domäne können bei einem Kunden in {name} nur Gäste sein.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/adding.py"></location>
            <source>{where} is in {names}, not in {name}.</source>
            <translation>{where} ist in {names}, nicht in {name}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>Leave the sign-ins out and sign in on the other machine.</source>
            <translation>Lassen Sie die Anmeldungen weg, und melden Sie sich auf dem anderen Computer an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>Make it again on the other machine. Nothing was changed here.</source>
            <translation>Erstellen Sie sie auf dem anderen Computer erneut. Hier wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>Not a file for moving</source>
            <translation>Keine Datei zum Umziehen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>This file cannot be used: {why}.</source>
            <translation>Diese Datei kann nicht verwendet werden: {why}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <location filename="../../app/tenantdock/workflows/documents.py"></location>
            <source>This file was made by a newer TenantDock.</source>
            <translation>Diese Datei wurde von einem neueren TenantDock erstellt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>This is too much for one file.</source>
            <translation>Das ist zu viel für eine Datei.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>Update TenantDock here, then read it again.</source>
            <translation>Aktualisieren Sie TenantDock hier, und lesen Sie sie dann erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>a cloud in it is not valid</source>
            <translation>eine Cloud darin ist ungültig</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>a sign-in is damaged</source>
            <translation>eine Anmeldung ist beschädigt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>an id in it is not valid</source>
            <translation>eine ID darin ist ungültig</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>it has a sign-in of nobody</source>
            <translation>sie enthält eine Anmeldung, die niemandem gehört</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>it has more than {most} entries</source>
            <translation>sie hat mehr als {most} Einträge</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>it has the same {what} twice</source>
            <translation>sie enthält zweimal dasselbe: {what}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>it is no document of TenantDock's</source>
            <translation>sie ist kein Dokument von TenantDock</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>it is too large</source>
            <translation>sie ist zu groß</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>its date is not valid</source>
            <translation>ihr Datum ist ungültig</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>its format does not exist</source>
            <translation>ihr Format gibt es nicht</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>its services are not valid</source>
            <translation>ihre Dienste sind ungültig</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>its tags are not valid</source>
            <translation>ihre Stichwörter sind ungültig</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>{key} has characters that are not allowed</source>
            <translation>{key} enthält unzulässige Zeichen</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>{key} is missing</source>
            <translation>{key} fehlt</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>{key} is missing or of another kind</source>
            <translation>{key} fehlt oder hat den falschen Typ</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/carried.py"></location>
            <source>{key} is too long</source>
            <translation>{key} ist zu lang</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/comparing.py"></location>
            <source>Line {first} is the same customer with the same account.</source>
            <translation>Zeile {first} ist derselbe Kunde mit demselben Konto.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/comparing.py"></location>
            <source>Remove one, or name them apart.</source>
            <translation>Entfernen Sie eine, oder geben Sie ihnen verschiedene Namen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>Connect again, and confirm what it shows then.</source>
            <translation>Verbinden Sie erneut, und bestätigen Sie, was dann angezeigt wird.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>Looking for a valid {label} token</source>
            <translation>Es wird nach einem gültigen Token für {label} gesucht</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>Opening the console</source>
            <translation>Die Konsole wird geöffnet</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>Remove this connection, and add it again with that user name.</source>
            <translation>Entfernen Sie diese Verbindung, und fügen Sie sie mit diesem Benutzernamen erneut hinzu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>This sign-in belongs to another connection.</source>
            <translation>Diese Anmeldung gehört zu einer anderen Verbindung.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>Type the user name of the account that signed in, exactly as it is shown. If it is not the one you meant, sign in another way instead.</source>
            <translation>Geben Sie den Benutzernamen des angemeldeten Kontos genau so ein, wie er angezeigt wird. Ist es nicht das gemeinte, melden Sie sich stattdessen auf einem anderen Weg an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>What you typed is not {username}.</source>
            <translation>Ihre Eingabe ist nicht {username}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>{label}: the browser brought another account, so once more</source>
            <translation>{label}: Der Browser hat ein anderes Konto geliefert, deshalb noch einmal</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>{label}: {message} The sign-in goes on in the browser.</source>
            <translation>{label}: {message} Die Anmeldung geht im Browser weiter.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/connecting.py"></location>
            <source>{username} is saved here as an account of its own.</source>
            <translation>{username} ist hier als eigenes Konto gespeichert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/doctor.py"></location>
            <source>Cancelled before it was over.</source>
            <translation>Abgebrochen, bevor es vorbei war.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/doctor.py"></location>
            <source>Not tested, because there was nothing to test at: {title}.</source>
            <translation>Nicht getestet, weil es hier nichts zu testen gab: {title}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/doctor.py"></location>
            <source>Not tested, because this failed: {title}.</source>
            <translation>Nicht getestet, weil dies fehlgeschlagen ist: {title}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/doctor.py"></location>
            <source>Report it, with this test's report. The other steps are not affected.</source>
            <translation>Melden Sie es, mit dem Bericht dieses Tests. Die anderen Schritte sind nicht betroffen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/doctor.py"></location>
            <source>This check could not be made: TenantDock has a fault here.</source>
            <translation>Diese Prüfung war nicht möglich: TenantDock hat hier einen Fehler.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/documents.py"></location>
            <source>Export it again, or see docs/customers-file.md for what such a file holds.</source>
            <translation>Exportieren Sie sie erneut, oder sehen Sie in docs/customers-file.md nach, was eine solche Datei enthält.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/documents.py"></location>
            <source>It is no object.</source>
            <translation>Das ist kein Objekt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/documents.py"></location>
            <source>Its {field} is of another kind.</source>
            <translation>„{field}“ hat den falschen Typ.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/documents.py"></location>
            <source>Its {field} is too long, or has characters that are not allowed.</source>
            <translation>„{field}“ ist zu lang oder enthält unzulässige Zeichen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/documents.py"></location>
            <location filename="../../app/tenantdock/workflows/spreadsheets.py"></location>
            <source>Split it, and import the parts one by one.</source>
            <translation>Teilen Sie sie auf, und importieren Sie die Teile einzeln.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/documents.py"></location>
            <source>The file has more than {most} customers.</source>
            <translation>Die Datei hat mehr als {most} Kunden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/documents.py"></location>
            <source>This JSON file is no export of TenantDock's.</source>
            <translation>Diese JSON-Datei ist kein Export von TenantDock.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/documents.py"></location>
            <source>This export is damaged: its version or its list of customers is missing.</source>
            <translation>Dieser Export ist beschädigt: Seine Version oder seine Kundenliste fehlt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/documents.py"></location>
            <source>This file is damaged: it is no JSON.</source>
            <translation>Diese Datei ist beschädigt: Sie ist kein JSON.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/documents.py"></location>
            <source>Update TenantDock here, then import it again.</source>
            <translation>Aktualisieren Sie TenantDock hier, und importieren Sie sie dann erneut.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/editing.py"></location>
            <source>Leave it off: the account signs in with the browser.</source>
            <translation>Lassen Sie es ausgeschaltet: Das Konto meldet sich mit dem Browser an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/exporting.py"></location>
            <location filename="../../app/tenantdock/workflows/moving.py"></location>
            <source>Add a customer first.</source>
            <translation>Fügen Sie zuerst einen Kunden hinzu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/exporting.py"></location>
            <source>There is nothing to export: no customer is saved here.</source>
            <translation>Es gibt nichts zu exportieren: Hier ist kein Kunde gespeichert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/files.py"></location>
            <source>Check the folder, its free space and your rights, or choose another place.</source>
            <translation>Prüfen Sie den Ordner, seinen freien Platz und Ihre Rechte, oder wählen Sie einen anderen Ort.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/files.py"></location>
            <source>Choose another name, or replace that file.</source>
            <translation>Wählen Sie einen anderen Namen, oder ersetzen Sie diese Datei.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/files.py"></location>
            <source>{name} is no file.</source>
            <translation>{name} ist keine Datei.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/files.py"></location>
            <source>{name} is too large to be what is looked for.</source>
            <translation>{name} ist zu groß, um das Gesuchte zu sein.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/files.py"></location>
            <source>{path} could not be read: {why}.</source>
            <translation>{path} konnte nicht gelesen werden: {why}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/files.py"></location>
            <source>{path} could not be written: {why}.</source>
            <translation>{path} konnte nicht geschrieben werden: {why}.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/files.py"></location>
            <source>{path} is there already.</source>
            <translation>{path} gibt es schon.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/importing.py"></location>
            <source>Choose "A sealed file from another machine" to import it with its passphrase.</source>
            <translation>Wählen Sie „Eine versiegelte Datei“, um sie mit ihrer Passphrase zu importieren.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/importing.py"></location>
            <source>Import the file again once the network is there, or add tenant ids to it.</source>
            <translation>Importieren Sie die Datei erneut, sobald das Netzwerk da ist, oder fügen Sie ihr Mandanten-IDs hinzu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/importing.py"></location>
            <source>The tenant of {domain} could not be looked up: {message}</source>
            <translation>Der Mandant von {domain} konnte nicht gesucht werden: {message}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/importing.py"></location>
            <source>This file was sealed by TenantDock on another machine.</source>
            <translation>Diese Datei wurde von TenantDock auf einem anderen Computer versiegelt.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/moving.py"></location>
            <source>There is nothing to move: no customer is saved here.</source>
            <translation>Es gibt nichts umzuziehen: Hier ist kein Kunde gespeichert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/moving.py"></location>
            <source>{username} is another person here.</source>
            <translation>{username} ist hier eine andere Person.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/organising.py"></location>
            <source>Give it one.</source>
            <translation>Geben Sie einen an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/organising.py"></location>
            <source>It may have been renamed: look at the other tags.</source>
            <translation>Vielleicht wurde es umbenannt: Sehen Sie sich die anderen Stichwörter an.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/organising.py"></location>
            <source>Its customers may have been moved: look for them.</source>
            <translation>Ihre Kunden wurden vielleicht verschoben: Suchen Sie sie.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/organising.py"></location>
            <source>Nothing has this tag any more.</source>
            <translation>Nichts hat dieses Stichwort mehr.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/organising.py"></location>
            <source>The group has no name.</source>
            <translation>Die Gruppe hat keinen Namen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/organising.py"></location>
            <source>The tag has no name.</source>
            <translation>Das Stichwort hat keinen Namen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/organising.py"></location>
            <source>This group is not there any more.</source>
            <translation>Diese Gruppe gibt es nicht mehr.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/portals.py"></location>
            <source>Copy the address and open it in a browser by hand: {address}</source>
            <translation>Kopieren Sie die Adresse, und öffnen Sie sie selbst in einem Browser: {address}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/portals.py"></location>
            <source>Open another portal, or use a connection whose account lives in this tenant.</source>
            <translation>Öffnen Sie ein anderes Portal, oder verwenden Sie eine Verbindung, deren Konto in diesem Mandanten zu Hause ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/portals.py"></location>
            <source>Open it in a browser by hand, if it has one.</source>
            <translation>Öffnen Sie es von Hand in einem Browser, wenn es eines hat.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/portals.py"></location>
            <source>There is no such portal in this customer's cloud.</source>
            <translation>In der Cloud dieses Kunden gibt es kein solches Portal.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/portals.py"></location>
            <source>{label} cannot be opened for this customer. {missing}</source>
            <translation>{label} kann für diesen Kunden nicht geöffnet werden. {missing}</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/removing.py"></location>
            <source>Connect this customer once to sign in, then sign out everywhere again. Or sign out on this computer only. Nothing was changed.</source>
            <translation>Verbinden Sie diesen Kunden einmal, um sich anzumelden, und melden Sie ihn dann erneut überall ab. Oder melden Sie nur auf diesem Computer ab. Es wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/removing.py"></location>
            <source>Its sign-ins end within some minutes, on every device. Access that a program already has can go on until it runs out, for an hour or so; some services end it at once.</source>
            <translation>Seine Anmeldungen enden innerhalb einiger Minuten, auf jedem Gerät. Zugriff, den ein Programm bereits hat, kann weitergehen, bis er abläuft, etwa eine Stunde lang; manche Dienste beenden ihn sofort.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/settings.py"></location>
            <source>Add a new cloud with the other address, and remove this one.</source>
            <translation>Fügen Sie eine neue Cloud mit der anderen Adresse hinzu, und entfernen Sie diese.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/settings.py"></location>
            <source>Choose a cloud that you added.</source>
            <translation>Wählen Sie eine Cloud, die Sie hinzugefügt haben.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/settings.py"></location>
            <source>It comes with TenantDock.</source>
            <translation>Sie kommt mit TenantDock.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/settings.py"></location>
            <source>It is not in the settings (any more).</source>
            <translation>Sie ist nicht (mehr) in den Einstellungen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/settings.py"></location>
            <source>Remove their connections first.</source>
            <translation>Entfernen Sie zuerst deren Verbindungen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/settings.py"></location>
            <source>TenantDock cannot be started at log-in here.</source>
            <translation>TenantDock kann hier nicht bei der Anmeldung am Computer gestartet werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/settings.py"></location>
            <source>The cloud {cloud_id!r} cannot be changed.</source>
            <translation>Die Cloud „{cloud_id}“ kann nicht geändert werden.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/settings.py"></location>
            <source>The sign-in address of a cloud cannot be changed, because its accounts are saved with it.</source>
            <translation>Die Anmeldeadresse einer Cloud kann nicht geändert werden, weil ihre Konten damit gespeichert sind.</translation>
        </message>
        <message numerus="yes">
            <location filename="../../app/tenantdock/workflows/settings.py"></location>
            <source>{name} cannot be removed: {n} saved accounts belong to it.</source>
            <extracomment>For one: {name} cannot be removed: {n} saved account belongs to it.</extracomment>
            <translation>
                <numerusform>{name} kann nicht entfernt werden: {n} gespeichertes Konto gehört dazu.</numerusform>
                <numerusform>{name} kann nicht entfernt werden: {n} gespeicherte Konten gehören dazu.</numerusform>
            </translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/spreadsheets.py"></location>
            <source>A quotation mark that begins here is never closed.</source>
            <translation>Ein Anführungszeichen, das hier beginnt, wird nie geschlossen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/spreadsheets.py"></location>
            <source>Check that it is a CSV file.</source>
            <translation>Prüfen Sie, ob es eine CSV-Datei ist.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/spreadsheets.py"></location>
            <source>Check the delimiter.</source>
            <translation>Prüfen Sie das Trennzeichen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/spreadsheets.py"></location>
            <source>Choose a CSV file, as spreadsheets and Partner Center save them.</source>
            <translation>Wählen Sie eine CSV-Datei, wie Tabellenkalkulationen und Partner Center sie speichern.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/spreadsheets.py"></location>
            <source>Close it, or remove it.</source>
            <translation>Schließen Sie es, oder entfernen Sie es.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/spreadsheets.py"></location>
            <source>It has more than {most_columns} cells.</source>
            <translation>Sie hat mehr als {most_columns} Zellen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/spreadsheets.py"></location>
            <source>It is longer than a row can be.</source>
            <translation>Sie ist länger, als eine Zeile sein kann.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/spreadsheets.py"></location>
            <source>Leave out what is not about customers, or split it.</source>
            <translation>Lassen Sie weg, was nichts mit Kunden zu tun hat, oder teilen Sie sie auf.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/spreadsheets.py"></location>
            <source>Nothing was read from here on: too many lines cannot be read.</source>
            <translation>Ab hier wurde nichts gelesen: Zu viele Zeilen sind unlesbar.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/spreadsheets.py"></location>
            <source>Open it and save it as CSV (UTF-8), then import that.</source>
            <translation>Öffnen Sie sie, speichern Sie sie als CSV (UTF-8), und importieren Sie dann diese.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/spreadsheets.py"></location>
            <source>The file has more than {most_rows} rows.</source>
            <translation>Die Datei hat mehr als {most_rows} Zeilen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/spreadsheets.py"></location>
            <source>The file is larger than {size} MB.</source>
            <translation>Die Datei ist größer als {size} MB.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/spreadsheets.py"></location>
            <source>This file holds no text.</source>
            <translation>Diese Datei enthält keinen Text.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/spreadsheets.py"></location>
            <source>This file is {what}, not a CSV file.</source>
            <translation>Diese Datei ist {what}, keine CSV-Datei.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/spreadsheets.py"></location>
            <source>an Excel or OpenDocument workbook</source>
            <translation>eine Excel- oder OpenDocument-Arbeitsmappe</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/spreadsheets.py"></location>
            <source>an old Excel workbook</source>
            <translation>eine alte Excel-Arbeitsmappe</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/turns.py"></location>
            <source>A sign-in of {username} is under way: finish or cancel it. This one goes on after it by itself.</source>
            <translation>Eine Anmeldung von {username} läuft: Schließen Sie sie ab, oder brechen Sie sie ab. Diese geht danach von selbst weiter.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/wanted.py"></location>
            <source>A customer</source>
            <translation>Ein Kunde</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/wanted.py"></location>
            <source>A favourite is yes or no.</source>
            <translation>Ein Favorit ist ja oder nein.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/wanted.py"></location>
            <source>Add a user name, or choose an account for all rows without one.</source>
            <translation>Fügen Sie einen Benutzernamen hinzu, oder wählen Sie ein Konto für alle Zeilen ohne einen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/wanted.py"></location>
            <source>Add the tenant id, or the customer's domain.</source>
            <translation>Fügen Sie die Mandanten-ID oder die Domäne des Kunden hinzu.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/wanted.py"></location>
            <source>It has more cells than the first row.</source>
            <translation>Sie hat mehr Zellen als die erste Zeile.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/wanted.py"></location>
            <source>It names no account.</source>
            <translation>Sie nennt kein Konto.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/wanted.py"></location>
            <source>It names no tenant.</source>
            <translation>Sie nennt keinen Mandanten.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/wanted.py"></location>
            <source>Its name is longer than {name_limit} characters.</source>
            <translation>Der Name ist länger als {name_limit} Zeichen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/wanted.py"></location>
            <source>Leave it empty, and choose the browser here.</source>
            <translation>Lassen Sie das leer, und wählen Sie den Browser hier.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/wanted.py"></location>
            <source>Look it up in Partner Center.</source>
            <translation>Sehen Sie sie im Partner Center nach.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/wanted.py"></location>
            <source>Put quotation marks around a cell that holds a delimiter.</source>
            <translation>Setzen Sie eine Zelle, die ein Trennzeichen enthält, in Anführungszeichen.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/wanted.py"></location>
            <source>There is no cloud called {text!r} here.</source>
            <translation>Hier gibt es keine Cloud mit dem Namen „{text}“.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/wanted.py"></location>
            <source>{name} has no tenant id in the list.</source>
            <translation>{name} hat in der Liste keine Mandanten-ID.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/wanted.py"></location>
            <source>{text!r} is neither yes nor no.</source>
            <translation>„{text}“ ist weder ja noch nein.</translation>
        </message>
        <message>
            <location filename="../../app/tenantdock/workflows/wanted.py"></location>
            <source>{text!r} is no browser's key.</source>
            <translation>„{text}“ ist kein Schlüssel eines Browsers.</translation>
        </message>
    </context>
</TS>
