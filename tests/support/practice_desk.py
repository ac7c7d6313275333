"""Identity on the practice cloud with a scripted person at the browser, and the whole of a click on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

from support.cloud import PracticeCloud, ScriptedPerson
from support.fakes import FakeAgent, FakeClock, FakeConsoles, MemoryDirectory
from support.identity import FakeVault, PersonsBrowser, TestClock
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import BUILT_IN, Clouds
from tenantdock.domain.directory import Account, BrowserChoice, Connection, Tenant
from tenantdock.domain.proof import WrongAccount
from tenantdock.domain.services import GRAPH, Service
from tenantdock.domain.signin import AccessToken, ProgressListener, Rung, SignInAsk, TokenAsk, no_progress
from tenantdock.identity.entra import EntraIdentity
from tenantdock.workflows.connecting import Connecting, SignedIn
from tenantdock.workflows.turns import Turns


class Obstinate(ScriptedPerson):
    """Somebody who signs in as themselves, whoever the page names: presses "use another account", and picks or types their own."""

    def _act(self, page: Any) -> Any:
        form = page.forms[0] if page.forms else None
        if page.name == "password" and form is not None and form.fields.get("login", "").casefold() != self.user.casefold():
            button = next(button for button in form.buttons if button.get("id") == "another")
            return form, {**form.fields, button["name"]: button["value"]}
        return super()._act(page)


class PracticeDesk:
    """*person* sits at the browser; the jar of cookies is theirs. Private windows and own profiles start without cookies."""

    def __init__(self, cloud: PracticeCloud, person: ScriptedPerson) -> None:
        self.cloud = cloud
        self.vault, self.clock, self.cancel = FakeVault(), TestClock(), Cancel()
        self.browser = PersonsBrowser(person)
        self.identity = EntraIdentity(vault=self.vault, browsers=self.browser, clock=self.clock, sign_in_timeout=30)
        self.directory = MemoryDirectory()
        ours = FakeClock()
        self.connecting = Connecting(
            clouds=Clouds((cloud.cloud, *BUILT_IN)),
            directory=self.directory,
            identity=self.identity,
            agent=FakeAgent(ours),
            consoles=FakeConsoles(),
            clock=ours,
            turns=Turns(),
        )

    def ask(self, user: str, domain: str = "", service: Service = GRAPH, *, pinned: bool = False) -> TokenAsk:
        home = self.cloud.account(user)["homeAccountId"] if pinned else ""
        account = Account(user.encode().hex().ljust(32, "0")[:32], "sandbox", user, home)
        return TokenAsk(self.cloud.cloud, self.cloud.tenant_id(domain or user.partition("@")[2]), account, service)

    def sign_in(self, ask: TokenAsk, rung: Rung = Rung.BROWSER, progress: ProgressListener = no_progress) -> AccessToken:
        return self.identity.interactive(SignInAsk(ask, rung, BrowserChoice()), self.cancel, progress)

    def refused(self, ask: TokenAsk, rung: Rung = Rung.BROWSER) -> WrongAccount:
        """Sign in and return the refusal; nothing is kept of it."""
        before = dict(self.vault.sealed)
        try:
            self.sign_in(ask, rung)
        except WrongAccount as refusal:
            assert self.vault.sealed == before
            return refusal
        raise AssertionError("nobody was refused")

    def add(self, user: str, domain: str = "", services: tuple[str, ...] = ("graph",), name: str = "") -> Connection:
        domain = domain or user.partition("@")[2]
        tenant = Tenant(self.cloud.tenant_id(domain), "sandbox", domain, domain)
        account = Account(uuid4().hex, "sandbox", user)
        return self.directory.add(Connection(uuid4().hex, name or domain, tenant, account, services))

    def click(self, connection: Connection, rung: Rung | None = None) -> SignedIn:
        return self.connecting.sign_in(connection.id, self.cancel, no_progress, rung)

    def pages(self, name: str) -> int:
        """How often a page of that name was shown to anybody."""
        people = {id(person): person for person in [self.browser.person, *self.browser.people]}
        return sum(person.seen.count(name) for person in people.values())

    def sit(self, person: ScriptedPerson) -> None:
        """Another person, at another browser."""
        self.browser.person.browser.close()
        self.browser.person = person


@contextmanager
def practice_desk(cloud: PracticeCloud, person: ScriptedPerson) -> Iterator[PracticeDesk]:
    """A desk whose browsers are finished afterwards; nobody may have been stuck."""
    desk = PracticeDesk(cloud, person)
    yield desk
    desk.browser.finish()
    assert not desk.browser.stopped, desk.browser.stopped
