"""The pictures of the settings and of the guide; see pictures.py."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QWidget

from support.desktop import GERMAN
from support.fakes import FakeConsoles
from support.readiness import BAD, GOOD, scripted_readiness
from support.settings_house import SettingsHouse
from tenantdock.desktop.guide import GuideDialog
from tenantdock.desktop.loop import Loop
from tenantdock.desktop.settings import SettingsDialog
from tenantdock.domain.computer import BrowserOffer, Shell, Terminal
from tenantdock.domain.settings import ProxyMode

if TYPE_CHECKING:
    from desktop.pictures import Studio

Shown = Iterator[tuple[str, QWidget, Callable[[], object]]]
NAMES = ("general", "consoles", "browsers", "lock", "network", "clients", "clouds", "sign-ins")


class Installed(FakeConsoles):
    def shells(self) -> list[Shell]:
        return [
            Shell("pwsh", "PowerShell 7", "/opt/microsoft/powershell/7/pwsh"),
            Shell("pwsh-preview", "PowerShell 7 (preview)", "/snap/bin/pwsh-preview"),
        ]

    def terminals(self) -> list[Terminal]:
        return [
            Terminal("gnome-terminal", "GNOME Terminal", "/usr/bin/gnome-terminal"),
            Terminal("xterm", "xterm", "/usr/bin/xterm"),
        ]


class Offers:
    """The browsers that are installed, made up."""

    def choices(self) -> tuple[BrowserOffer, ...]:
        return (
            BrowserOffer("", "Edge", default=True),
            BrowserOffer("edge", "Edge", "/edge"),
            BrowserOffer("firefox", "Firefox", "/f"),
        )


def settings(studio: Studio) -> Shown:
    """Each page, as it opens and with something that cannot be saved; a search."""
    with TemporaryDirectory() as folder:
        house, loop = SettingsHouse(Path(folder), consoles=Installed(), browsers=Offers()), Loop(lambda failure: None)
        house.configuring.add_cloud("Bleu", "https://login.sovcloud.example", {"graph": "https://graph.sovcloud.example"}, {})
        dialog = SettingsDialog(house.configuring, loop, readiness=scripted_readiness(BAD))
        dialog.show()

        def turned(page: int) -> SettingsDialog:
            dialog.list.setCurrentRow(page)
            studio.settle(lambda: not dialog.pages[page].busy and dialog.consoles.look_button.isEnabled())
            return dialog

        for page, name in enumerate(NAMES):
            yield f"settings-{name}", turned(page), lambda: None
        house.configuring.change("consoles.shell", "/gone/" + GERMAN.replace(" ", "-"))
        dialog.consoles.load()
        yield "settings-consoles-gone", turned(1), lambda: None
        dialog.general.errors["hotkey"].setText("Ctrl+Alt+Space belongs to another program already. Choose another combination.")
        dialog.general.errors["hotkey"].show()
        dialog.general.autostart_box.setEnabled(False)
        yield "settings-general-wrong", turned(0), lambda: None
        dialog.network.mode_buttons[ProxyMode.MANUAL].setChecked(True)
        dialog.network.host_edit.setText("proxy corp")
        dialog.network.save()
        yield "settings-network-wrong", turned(4), lambda: None
        dialog.clients.edits["graph"].setText("my app")
        dialog.clients.save()
        next(each for each in dialog.clients.findChildren(QAbstractButton) if each.objectName() == "client-graph-help").click()
        yield "settings-clients-wrong", turned(5), lambda: None
        dialog.search_edit.setText("proxy")
        studio.settle()
        yield "settings-search", dialog, lambda: None
        dialog.search_edit.setText("qqq")
        yield "settings-search-none", dialog, lambda: (dialog.deleteLater(), loop.close(), house.close())


def guides(studio: Studio) -> Shown:
    """Each step with everything there, and with much missing; while it looks."""
    for name, finds in (("good", GOOD), ("bad", BAD)):
        for step in range(3):
            loop = Loop(lambda failure: None)
            guide = GuideDialog(scripted_readiness(finds), loop, importing=True, playground=_Playground())
            guide._turn(step)
            guide.show()
            studio.settle(guide.again_button.isEnabled)
            yield f"guide-{step + 1}-{name}", guide, lambda guide=guide, loop=loop: (guide.deleteLater(), loop.close())
    loop = Loop(lambda failure: None)
    guide = GuideDialog(scripted_readiness(GOOD, lambda cancel: cancel.wait(20)), loop, importing=True, playground=_Playground())
    yield "guide-looking", guide, lambda: (guide.reject(), guide.deleteLater(), loop.close())


class _Playground:
    def start(self) -> None:
        """It is not started for a picture."""
