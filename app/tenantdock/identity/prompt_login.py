"""What ``prompt=login`` becomes on its way to a federated domain's own sign-in service.

The domain's administrator chooses (PromptLoginBehavior), and nobody but the domain's administrators can read the setting. But the
authorization endpoint sends a browser that names a federated domain straight on to that service, and the address that it sends
it to shows what became of the prompt. Sources:
https://learn.microsoft.com/windows-server/identity/ad-fs/operations/ad-fs-prompt-login (what each setting sends) and
https://learn.microsoft.com/entra/identity/enterprise-apps/home-realm-discovery-policy (``domain_hint``). An answer of another
shape (a page to confirm the domain, a SAML request, a policy that ignores hints) leaves it unknown.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs

from tenantdock.domain.signin import Realm, RealmKind
from tenantdock.identity.addresses import parts_of

if TYPE_CHECKING:  # requests behind it is heavy
    from tenantdock.domain.signin import TokenAsk
    from tenantdock.identity.wire import Wire

_PASSWORD: Final = "/identity/authenticationmethod/password"  # noqa: S105  # the end of a method's name, http or https before it


class PromptLogin(enum.Enum):
    """What a federated domain's sign-in service is told when a new sign-in is asked for."""

    PASSWORD = "asks for a password"  # noqa: S105  # a text
    """TranslateToFreshPasswordAuth, the default."""
    NATIVE = "is passed on"
    """NativeSupport."""
    WEAK = "asks for no password"
    """Disabled: only that a fresh sign-in is wanted, which the computer's own sign-in satisfies."""
    UNKNOWN = "unknown"


def prompt_login(wire: Wire, ask: TokenAsk, realm: Realm) -> PromptLogin:
    """Look where the sign-in service sends a new sign-in of *ask*'s account, without going there. Raises what *wire* raises."""
    if realm.kind is not RealmKind.FEDERATED or not realm.sts:
        return PromptLogin.UNKNOWN
    where = wire.location(
        f"{ask.cloud.authority}/{realm.tenant_id or 'organizations'}/oauth2/v2.0/authorize",
        {
            "client_id": ask.client_id,
            "response_type": "code",
            "redirect_uri": "http://localhost",
            "scope": "openid",
            "prompt": "login",
            "login_hint": ask.account.username,
            "domain_hint": realm.domain,
        },
    )
    parts = parts_of(where)
    if (parts.hostname or "").casefold() != realm.sts.casefold():
        return PromptLogin.UNKNOWN
    told = parse_qs(parts.query)
    if any(value.casefold().endswith(_PASSWORD) for value in told.get("wauth", ())):
        return PromptLogin.PASSWORD
    if told.get("prompt") == ["login"]:
        return PromptLogin.NATIVE
    return PromptLogin.WEAK if told.get("wfresh") == ["0"] else PromptLogin.UNKNOWN
