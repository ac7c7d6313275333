"""Errors that a person can act on.

Every failure that reaches a person is a :class:`TenantDockError`: a title, what happened, and what to do next. The texts never
hold a secret: providers' texts pass through :func:`tenantdock.domain.text.one_line` before they come here, and tokens never come.
"""

from __future__ import annotations

from typing import ClassVar

from tenantdock.domain.said import Said, as_said, sentences


class TenantDockError(Exception):
    """A failure, told so that a person can go on.

    Parameters: *message* says what happened, *next_step* what to do now, *title* (optional) is the short heading; *details* is
    extra text to copy for a colleague and holds no secret.
    """

    code: ClassVar[str] = "failure"
    default_title: ClassVar[str] = "Something went wrong"

    def __init__(self, message: str, *, next_step: str, title: str | None = None, details: str = "") -> None:
        super().__init__(message)
        self.message = as_said(message)
        self.next_step = as_said(next_step)
        self.title = as_said(title or self.default_title)
        self.details = details

    def __str__(self) -> str:
        return f"{self.message} {self.next_step}".strip()

    @property
    def told(self) -> Said:
        """What happened and what to do, to be shown together."""
        return sentences(self.message, self.next_step)


class BadInput(TenantDockError):
    """What a person typed, or a file holds, cannot be used as it is. *field* names the field of a form that it is about, or ""."""

    code = "bad-input"
    default_title = "Please check what you entered"

    def __init__(self, message: str, *, next_step: str, title: str | None = None, details: str = "", field: str = "") -> None:
        super().__init__(message, next_step=next_step, title=title, details=details)
        self.field = field


class AlreadyThere(BadInput):
    """A file is there already that would be written over. Nothing was written; the person decides."""

    code = "already-there"


class UnknownDomain(BadInput):
    """No Microsoft 365 tenant answers for this domain."""

    code = "unknown-domain"
    default_title = "No tenant found for this domain"


class OtherCloud(UnknownDomain):
    """The domain's tenant lives in another Microsoft cloud. *host* is the host name of that cloud's sign-in service; *sub_scope* is
    what discovery says further about it (``DOD``, ``DODCON``, ``GCC``, or ""). *clouds* are the ids of the clouds it can be, as
    far as this process knows any: the person chooses among them, and nothing switches by itself.
    """

    code = "other-cloud"
    default_title = "Another Microsoft cloud"

    def __init__(
        self,
        message: str,
        *,
        next_step: str,
        host: str = "",
        sub_scope: str = "",
        details: str = "",
        clouds: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message, next_step=next_step, details=details)
        self.host = host
        self.sub_scope = sub_scope
        self.clouds = clouds


class NotFound(TenantDockError):
    """A saved thing that was asked for does not exist (any more)."""

    code = "not-found"
    default_title = "Not found"


class Cancelled(TenantDockError):
    """The person, or the end of the program, cancelled the work."""

    code = "cancelled"
    default_title = "Cancelled"

    def __init__(self, message: str = "Cancelled.", *, next_step: str = "") -> None:
        super().__init__(message, next_step=next_step)


class SignInRequired(TenantDockError):
    """A token cannot be had silently: a person has to sign in."""

    code = "sign-in-required"
    default_title = "Sign-in needed"

    def __init__(self, message: str, *, next_step: str, details: str = "", claims: str = "", aadsts: str = "") -> None:
        super().__init__(message, next_step=next_step, details=details)
        self.claims = claims
        self.aadsts = aadsts


class SignInFailed(TenantDockError):
    """The provider refused the sign-in, or it could not be finished."""

    code = "sign-in-failed"
    default_title = "Sign-in failed"

    def __init__(self, message: str, *, next_step: str, details: str = "", aadsts: str = "") -> None:
        super().__init__(message, next_step=next_step, details=details)
        self.aadsts = aadsts


class BrokerUnavailable(SignInFailed):
    """The system's broker (Windows' Web Account Manager) cannot be used here."""

    code = "broker"
    default_title = "Signing in with Windows is not possible here"


class ListTrouble(TenantDockError):
    """A service did not give a list that was asked for, or gave one that cannot be used."""

    code = "list"
    default_title = "The list could not be read"


class NetworkTrouble(TenantDockError):
    """A server could not be reached, or answered with a passing fault (429, 5xx). *retry_after* is in seconds, if known."""

    code = "network"
    default_title = "The sign-in service cannot be reached"

    def __init__(self, message: str, *, next_step: str, details: str = "", retry_after: float | None = None) -> None:
        super().__init__(message, next_step=next_step, details=details)
        self.retry_after = retry_after


class ProxyAuthentication(NetworkTrouble):
    """A proxy asks for a user name and password that are missing or wrong, or for a kind of sign-in that TenantDock cannot do.
    *proxy* names it (``host:port``); *typed* is whether a user name and password would help.
    """

    code = "proxy-authentication"
    default_title = "The proxy asks who you are"

    def __init__(
        self,
        message: str,
        *,
        next_step: str,
        details: str = "",
        retry_after: float | None = None,
        proxy: str = "",
        typed: bool = True,
    ) -> None:
        super().__init__(message, next_step=next_step, details=details, retry_after=retry_after)
        self.proxy = proxy
        self.typed = typed


class BrowserTrouble(TenantDockError):
    """The browser cannot be started."""

    code = "browser"
    default_title = "The browser did not start"


class StorageTrouble(TenantDockError):
    """A file of TenantDock's cannot be read or written (damaged, no room, no right)."""

    code = "storage"
    default_title = "A file could not be used"


class VaultLocked(TenantDockError):
    """The operating system's keyring is locked and the person did not unlock it."""

    code = "vault-locked"
    default_title = "The keyring is locked"


class Locked(TenantDockError):
    """TenantDock is locked: nothing of a customer's is shown or handed out until it is unlocked."""

    code = "locked"
    default_title = "TenantDock is locked"

    def __init__(self, message: str = "", *, next_step: str = "", details: str = "") -> None:
        super().__init__(
            message or "TenantDock is locked.", next_step=next_step or "Unlock it in its window, then try again.", details=details
        )


class AgentTrouble(TenantDockError):
    """The local endpoint cannot be opened, reached or understood."""

    code = "agent"
    default_title = "TenantDock's local endpoint"


class Denied(TenantDockError):
    """The agent refused a request: wrong, used or expired ticket, or a service that is not the session's."""

    code = "denied"
    default_title = "Refused"


class NoPowerShell(TenantDockError):
    """No PowerShell is installed, or the chosen one is gone."""

    code = "no-powershell"
    default_title = "PowerShell is not installed"


class NoTerminal(TenantDockError):
    """No terminal program was found in which a console could run."""

    code = "no-terminal"
    default_title = "No terminal found"


class NoWindow(TenantDockError):
    """A console's window cannot be found, or the system lets no program bring it to the front."""

    code = "no-window"
    default_title = "The window cannot be brought to the front"


class LaunchFailed(TenantDockError):
    """The console was started, but it did not come up."""

    code = "launch-failed"
    default_title = "The console did not start"
