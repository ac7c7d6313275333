"""What a person sets for the whole program. Typed and complete: a value that is not given has its default.

Each setting is declared once, at its field (see :mod:`tenantdock.domain.declaring`); :func:`settings_by_key` has them all.
The passwords that belong to settings are in the vault, under ids of their own.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from tenantdock.domain.clouds import CloudSettings
from tenantdock.domain.declaring import Declaration, PageKey, declarations, declared
from tenantdock.domain.errors import BadInput
from tenantdock.domain.said import said, said_count
from tenantdock.domain.secret import Secret
from tenantdock.domain.text import one_line

PROXY_PASSWORD_ID: Final = "70726f7879000000000000000000a001"  # noqa: S105  # a name, not a password
"""The vault id under which the proxy's password is sealed (never an account's: those are random UUIDs of version 4)."""

_HOST: Final = re.compile(r"[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\]")
_BYPASS: Final = re.compile(r"[A-Za-z0-9.*:/\[\]_-]{1,253}")
_LAST_PORT: Final = 65535
LONGEST_IDLE: Final = 1440
"""The longest time, in minutes, after which TenantDock can be set to lock by itself: a day."""
_HOTKEY: Final = re.compile(r"(?:[A-Za-z]{1,10}\+){0,5}[A-Za-z0-9]{1,20}")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8}){0,3}")
_LONGEST_PATH: Final = 1024
_NEXT_SIGN_IN: Final = said("Counts from the next sign-in: one that is under way keeps to what it began with.")
_NEXT_CONSOLE: Final = said("Counts from the next console: one that is open stays what it is.")
_NEXT_CUSTOMER: Final = said("Counts for customers that you add from now on: the others keep what they were given.")


def _no_control(text: str) -> None:
    if len(text) > _LONGEST_PATH or one_line(text, _LONGEST_PATH) != text:
        raise BadInput(
            said("{text!r} is not the name of a program.", text=one_line(text, 60)),
            next_step="Choose one of the programs that the settings window offers.",
        )


def _keys(text: str) -> None:
    if text and not _HOTKEY.fullmatch(text):
        raise BadInput(
            said("{text!r} is not a key combination.", text=one_line(text, 60)),
            next_step="A key combination looks like Ctrl+Alt+Space.",
        )


def _language(text: str) -> None:
    if text and not _LANGUAGE.fullmatch(text):
        raise BadInput(
            said("{text!r} is not a language.", text=one_line(text, 60)),
            next_step="A language is written like de or pt-BR; empty is the system's.",
        )


class ProxyMode(enum.Enum):
    """Where the proxy comes from."""

    SYSTEM = "system"
    """As the operating system and the environment say, with their automatic configuration (PAC) where there is one."""
    NONE = "none"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class ProxySettings:
    """How connections leave this computer.

    *host* and *port* count in manual mode only. *bypass* are hosts and domains (``.corp.example``) that need no proxy. *username*
    is for a proxy that asks (in any mode); its password is in the vault under :data:`PROXY_PASSWORD_ID`.
    """

    mode: ProxyMode = declared(
        ProxyMode.SYSTEM,
        page=PageKey.NETWORK,
        label=said("Proxy"),
        about=said("Whether sign-ins go through a proxy, and which one."),
        words=said("proxy network internet connection PAC automatic configuration"),
        choices={
            ProxyMode.SYSTEM: said("As this computer is set"),
            ProxyMode.NONE: said("No proxy"),
            ProxyMode.MANUAL: said("This proxy"),
        },
        counts=_NEXT_SIGN_IN,
    )
    host: str = declared(
        "",
        page=PageKey.NETWORK,
        label=said("Proxy host"),
        about=said("The host name of the proxy."),
        words=said("proxy server address"),
        counts=_NEXT_SIGN_IN,
    )
    port: int = declared(
        8080,
        page=PageKey.NETWORK,
        label=said("Proxy port"),
        about=said("The port of the proxy."),
        words=said("proxy server number"),
        counts=_NEXT_SIGN_IN,
    )
    bypass: tuple[str, ...] = declared(
        (),
        page=PageKey.NETWORK,
        label=said("Hosts that need no proxy"),
        about=said("Hosts and domains that are reached directly."),
        words=said("proxy bypass exception no_proxy intranet"),
        counts=_NEXT_SIGN_IN,
    )
    username: str = declared(
        "",
        page=PageKey.NETWORK,
        label=said("Proxy user name"),
        about=said("Who you are for a proxy that asks."),
        words=said("proxy password account authentication"),
        counts=_NEXT_SIGN_IN,
    )

    def __post_init__(self) -> None:
        if self.mode is ProxyMode.MANUAL and not _HOST.fullmatch(self.host):
            raise BadInput(
                said("{host!r} is not the name of a proxy.", host=one_line(self.host, 60)),
                next_step="Give its host name alone, such as proxy.corp.example, and the port beside it.",
                field="host",
            )
        if not 0 < self.port <= _LAST_PORT:
            raise BadInput(
                said("{port} is not a port.", port=self.port),
                next_step=said("Give a number from 1 to {last_port}.", last_port=_LAST_PORT),
                field="port",
            )
        for host in self.bypass:
            if not _BYPASS.fullmatch(host):
                raise BadInput(
                    said("{host!r} is not a host or domain.", host=one_line(host, 60)),
                    next_step="Give one a line, such as intranet.example, .corp.example or 10.0.0.0/8.",
                    field="bypass",
                )


@dataclass(frozen=True, slots=True)
class ProxyPassword:
    """The proxy's password, as the vault keeps it under :data:`PROXY_PASSWORD_ID`.

    *proxy* is the one (``host:port``) it is for. It is "" until a proxy that the system chose has asked for it: the first one gets
    it, and no other one after that, because an automatic configuration can come from whoever runs the network.
    """

    secret: Secret
    proxy: str = ""

    def sealed(self) -> bytes:
        """Return what to seal."""
        import json  # noqa: PLC0415 - not needed to start

        return json.dumps({"password": self.secret.reveal(), "proxy": self.proxy}).encode()

    @classmethod
    def parse(cls, plain: bytes) -> ProxyPassword | None:
        """Return what was sealed, or None when it cannot be read."""
        import json  # noqa: PLC0415 - not needed to start

        try:
            found = json.loads(plain)
            secret, proxy = found["password"], found["proxy"]
        except (ValueError, KeyError, TypeError, RecursionError):
            return None
        return cls(Secret(secret), proxy) if isinstance(secret, str) and isinstance(proxy, str) else None


@dataclass(frozen=True, slots=True)
class LockSettings:
    """When TenantDock locks by itself.

    *idle_minutes* is how long nobody touched the computer, 0 for never. *with_screen* is whether it locks when the screen is
    locked. *spare_consoles* keeps it from locking by itself while a console is open: a locked TenantDock hands out no tokens, so a
    script that runs through the night would end with its token.
    """

    idle_minutes: int = declared(
        0,
        page=PageKey.LOCK,
        label=said("Lock when nobody is here"),
        about=said("After this time without a key press or a move of the mouse, windows hide what they show and tokens stop."),
        words=said("lock idle away timeout minutes security"),
        choices={
            0: said("Never"),
            **{minutes: said_count(minutes, "After {n} minute", "After {n} minutes") for minutes in (1, 5, 10, 15, 30)},
            60: said("After an hour"),
        },
    )
    with_screen: bool = declared(
        True,
        page=PageKey.LOCK,
        label=said("Lock with the screen"),
        about=said("When you lock the screen, TenantDock locks too."),
        words=said("lock screen saver suspend security"),
    )
    spare_consoles: bool = declared(
        True,
        page=PageKey.LOCK,
        label=said("Never by itself while a console is open"),
        about=said("A locked TenantDock hands out no tokens, so a script that runs through the night would end with its token."),
        words=said("lock console script night"),
    )

    def __post_init__(self) -> None:
        if not 0 <= self.idle_minutes <= LONGEST_IDLE:
            raise BadInput(
                said("{idle_minutes} minutes cannot be waited for.", idle_minutes=self.idle_minutes),
                next_step=said("Give a number up to {longest_idle}, or 0 for never.", longest_idle=LONGEST_IDLE),
                field="idle_minutes",
            )


@dataclass(frozen=True, slots=True)
class ConsolePreferences:
    """What consoles open in unless their connection says otherwise: keys or paths of :class:`~tenantdock.domain.computer.Shell` and
    :class:`~tenantdock.domain.computer.Terminal`; "" for the best that is found. One that is gone gives way to the best.
    """

    shell: str = declared(
        "",
        page=PageKey.CONSOLES,
        label=said("PowerShell"),
        about=said("The PowerShell of consoles whose customer has no other one chosen."),
        words=said("shell pwsh powershell version"),
        counts=_NEXT_CONSOLE,
        check=_no_control,
    )
    terminal: str = declared(
        "",
        page=PageKey.CONSOLES,
        label=said("Terminal"),
        about=said("The program whose window consoles open in."),
        words=said("terminal window console program"),
        counts=_NEXT_CONSOLE,
        check=_no_control,
    )


@dataclass(frozen=True, slots=True)
class BrowserPreferences:
    """What new connections sign in with. *browser* is the key of a :class:`~tenantdock.domain.computer.BrowserOffer`, "" for the
    system's default; with *own_profile* each account gets a browser profile that TenantDock keeps for it alone.
    """

    browser: str = declared(
        "",
        page=PageKey.BROWSERS,
        label=said("Browser of new customers"),
        about=said("The browser that signs in customers that you add. Each one's details can name another."),
        words=said("browser edge chrome firefox default sign in"),
        counts=_NEXT_CUSTOMER,
        check=_no_control,
    )
    own_profile: bool = declared(
        False,
        page=PageKey.BROWSERS,
        label=said("A browser profile for each account"),
        about=said(
            "TenantDock keeps one for it alone, so that no other sign-in gets in the way and portals open as the right person."
        ),
        words=said("browser profile separate cookies single sign-on"),
        counts=_NEXT_CUSTOMER,
    )


class Theme(enum.Enum):
    """The colours of the windows."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


DEFAULT_HOTKEY: Final = "Ctrl+Alt+Space"
"""The key combination that opens the palette from every program, unless the person chose another."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All of them. *language* is a code such as ``de``, "" for the system's; *hotkey* is a key combination, "" for none."""

    proxy: ProxySettings = field(default_factory=ProxySettings)
    clouds: CloudSettings = field(default_factory=CloudSettings)
    lock: LockSettings = field(default_factory=LockSettings)
    consoles: ConsolePreferences = field(default_factory=ConsolePreferences)
    browsers: BrowserPreferences = field(default_factory=BrowserPreferences)
    language: str = declared(
        "",
        page=PageKey.GENERAL,
        label=said("Language"),
        about=said("The language of TenantDock's windows."),
        words=said("language translation english deutsch german sprache"),
        check=_language,
    )
    theme: Theme = declared(
        Theme.SYSTEM,
        page=PageKey.GENERAL,
        label=said("Colours"),
        about=said("Light or dark windows, or black and white ones with the strongest contrast."),
        words=said("theme dark light mode appearance high contrast colours accessibility"),
        choices={
            Theme.SYSTEM: said("As the system"),
            Theme.LIGHT: said("Light"),
            Theme.DARK: said("Dark"),
            Theme.CONTRAST: said("High contrast"),
        },
    )
    hotkey: str = declared(
        DEFAULT_HOTKEY,
        page=PageKey.GENERAL,
        label=said("Keys that open the palette"),
        about=said("Works in every program: type a few letters of a customer, and Enter connects."),
        words=said("hotkey shortcut key combination global palette quick keyboard"),
        check=_keys,
    )


ELSEWHERE: Final = (
    Declaration(
        "autostart",
        bool,
        False,
        PageKey.GENERAL,
        said("Start when I log in"),
        said("TenantDock starts in the tray, without a window."),
        said("autostart log-in logon startup boot tray"),
    ),
    Declaration(
        "guide",
        dict,
        None,
        PageKey.GENERAL,
        said("First steps"),
        said("The guide that finds PowerShell, its modules and your keyring."),
        said("guide help start introduction practice cloud playground"),
    ),
    Declaration(
        "modules",
        dict,
        None,
        PageKey.CONSOLES,
        said("PowerShell modules"),
        said("Which are found, their versions, and what installs the others."),
        said("module install version Graph Az Exchange Teams"),
    ),
    Declaration(
        "proxy.password",
        dict,
        None,
        PageKey.NETWORK,
        said("Proxy password"),
        said("Sealed with the key in your keyring."),
        said("proxy secret authentication"),
    ),
    Declaration(
        "vault",
        dict,
        None,
        PageKey.SAFETY,
        said("Saved sign-ins"),
        said("Where sign-ins are kept, and a new key for them."),
        said("keyring key rotate sealed encryption vault token"),
    ),
)
"""What the settings window shows that is not in the file: the system, the vault or nobody keeps it."""


def settings_by_key() -> Mapping[str, Declaration]:
    """Return every setting's declaration, by its key."""
    return declarations(Settings)
