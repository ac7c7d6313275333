"""Who is signed in to a browser: the cookies of one profile.

Cookies do not know ports (RFC 6265 section 8.5), so their names carry the port: two practice clouds in one browser stay apart.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from tenantdock.sandbox import web
from tenantdock.sandbox.people import Person
from tenantdock.sandbox.sandbox import Sandbox
from tenantdock.sandbox.store import KEPT_LIFETIME, SESSION_LIFETIME, SignedIn

MACHINE: Final = "practice-machine"
JOINED: Final = "joined"


@dataclass(slots=True)
class Browser:
    """A browser, as its cookies tell. *id* ties forms to it. Changes are sent with :meth:`save`."""

    sandbox: Sandbox
    id: str
    suffix: str
    session: str
    kept: str
    joined: bool
    _changed: dict[str, tuple[str, float | None]] = field(default_factory=dict)

    @classmethod
    def of(cls, request: Request) -> Browser:
        """Read a request's cookies."""
        sandbox = web.sandbox_of(request)
        suffix = sandbox.page.rpartition(":")[2]
        cookies = request.cookies
        name = cookies.get(f"practice-browser-{suffix}", "")
        browser = cls(
            sandbox,
            name or secrets.token_urlsafe(24),
            suffix,
            cookies.get(f"practice-session-{suffix}", ""),
            cookies.get(f"practice-kept-{suffix}", ""),
            cookies.get(MACHINE) == JOINED,
        )
        if not name:
            browser._changed["browser"] = (browser.id, None)
        return browser

    def accounts(self) -> list[SignedIn]:
        """Who is signed in, the latest first, each once."""
        found: dict[str, SignedIn] = {}
        for cookie in (self.session, self.kept):
            for account in self.sandbox.store.accounts(cookie) if cookie else ():
                known = found.get(account.person)
                if known is None or known.auth_time < account.auth_time:
                    found[account.person] = account
        return sorted(found.values(), key=lambda account: -account.auth_time)

    def sign_in(self, account: SignedIn, *, keep: bool) -> None:
        """Remember a sign-in: until the browser ends, or (*keep*) for 90 days. The session gets a new id."""
        store = self.sandbox.store
        for name, cookie, lifetime, here in (
            ("session", self.session, SESSION_LIFETIME, not keep),
            ("kept", self.kept, KEPT_LIFETIME, keep),
        ):
            others = [known for known in (store.accounts(cookie) if cookie else []) if known.person != account.person]
            if not (here or cookie):
                continue
            new = store.renew_session(cookie, [*others, account] if here else others, lifetime)
            setattr(self, name, new)
            self._changed[name] = (new, lifetime if name == "kept" else None)

    def sign_out(self, person: Person | None = None) -> None:
        """Sign one person out, or everybody."""
        for cookie in (self.session, self.kept):
            if cookie:
                self.sandbox.store.end_session(cookie, person.id if person else "")

    def token(self, purpose: str) -> str:
        """A value that a form carries to show that it was made for this browser."""
        return web.keyed(self.sandbox.store.secret("forms"), f"{self.id}\n{purpose}")

    def save(self, response: Response) -> Response:
        """Put changed cookies on a response, and return it."""
        for name, (value, lifetime) in self._changed.items():
            web.set_cookie(response, f"practice-{name}-{self.suffix}", value, lifetime)
        return response
