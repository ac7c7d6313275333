"""Trials against the practice cloud: its real process, real TLS and pages, real msal, the real identity and the real workflow.

The person and the browser are a program that reads pages over HTTP. Each thread has ten customers of its own (a group of
tenantdock.sandbox.crowd), so that its faults and people are nobody else's. Who really signed in is asked of the cloud's books.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import json
import random
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Any

import requests

from support.cloud import PracticeCloud
from support.fakes import FakeAgent, FakeClock, FakeConsoles, MemoryDirectory
from support.identity import FakeVault, PersonsBrowser, TestClock
from support.person import ScriptedPerson
from support.trials import Hasty, Runner, Trial, Truth, Verdict, World, check_token, check_vault, in_memory, rng_of, sealed
from tenantdock.domain.clouds import Cloud, Clouds
from tenantdock.domain.directory import Account, BrowserChoice, Connection, Tenant
from tenantdock.domain.errors import TenantDockError
from tenantdock.domain.proof import Candidate, WrongAccount
from tenantdock.domain.services import AZURE, EXCHANGE, GRAPH, Service
from tenantdock.domain.signin import AccessToken, Progress, Rung, SignInAsk, TokenAsk
from tenantdock.identity.entra import EntraIdentity
from tenantdock.workflows.connecting import Connecting
from tenantdock.workflows.turns import Turns

_GROUP = 10
_BROWSERS = (Rung.BROWSER, Rung.BROWSER, Rung.FRESH, Rung.PRIVATE, Rung.OTHER_PROFILE)
_ANOTHER_CLIENT = "1950a258-227b-4e31-a9cf-717495945fc2"
ENGINEER = "pia@nordlicht.example"
PLACES = {0: (0, 1), 1: (1,), 2: (2, 3, 4, 5), 3: (3,), 4: (4,), 5: (5,), 6: (6, 4), 7: (7,), 8: (8,), 9: (9,)}
"""Where the administrator of each customer of a group is: at home, as a guest, as a partner."""


@contextlib.contextmanager
def worlds(threads: int) -> Iterator[list[World]]:
    """One practice cloud, with ten customers for each thread."""
    if not threads:
        yield []
        return
    practice = PracticeCloud(customers=_GROUP * threads)
    try:
        told = practice.people()
        tenants = told["tenants"][-_GROUP * threads :]
        people = {person["user"]: person for person in told["people"]}
        cloud = practice.cloud
        yield [
            functools.partial(_world, practice, cloud, tenants[_GROUP * number : _GROUP * (number + 1)], people)
            for number in range(threads)
        ]
    finally:
        practice.stop()
        assert b"Traceback" not in b"".join(practice.errors), b"".join(practice.errors).decode()


@contextlib.contextmanager
def _world(practice: PracticeCloud, cloud: Cloud, tenants: list[dict[str, Any]], people: dict[str, Any]) -> Iterator[Runner]:
    with requests.Session() as http:
        http.trust_env = False
        block = _Block(practice.page, cloud, tenants, people, http)
        yield lambda seed, index: _Stage(block, rng_of(seed, index), index).play()


@dataclass
class _Block:
    """Ten customers, and the cloud's controls for them."""

    page: str
    cloud: Cloud
    tenants: list[dict[str, Any]]
    people: dict[str, Any]
    http: requests.Session

    def post(self, command: str, **values: Any) -> dict[str, Any]:
        answer = self.http.post(f"{self.page}{command}", json=values, timeout=30)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def admin(self, digit: int) -> str:
        return f"admin@{self.tenants[digit]['domain']}"

    def home(self, user: str) -> str:
        return str(self.people[user]["homeAccountId"])

    @property
    def homes(self) -> dict[str, str]:
        return {user: str(person["homeAccountId"]) for user, person in self.people.items()}

    def ids(self) -> list[str]:
        return [tenant["id"] for tenant in self.tenants]


class _Person(ScriptedPerson):
    """A person whose listener may be gone: the sign-in was cancelled."""

    def private_window(self) -> ScriptedPerson:
        return _Person(self.user, self.password, factor=self.factor)


@dataclass
class _Stage:
    """One trial. *owner* is the home account id that tokens may be for."""

    block: _Block
    rng: random.Random
    index: int
    vault: FakeVault = field(default_factory=FakeVault)
    clock: TestClock = field(default_factory=TestClock)
    opened: int = 0
    mode: str = ""

    def __post_init__(self) -> None:
        rng, block = self.rng, self.block
        digit = rng.choice([0, 0, 1, 2, 2, 6, 6, 7, 8, 9, -1, -1])
        target = rng.choice(PLACES[digit]) if digit >= 0 else rng.randrange(_GROUP)
        stranger = digit in {1, 7, 8} and rng.random() < 0.15
        self.digit, self.target = digit, 5 if stranger else target
        self.user = block.admin(digit) if digit >= 0 else ENGINEER
        self.managed = digit < 6
        self.belongs = not stranger
        other = block.admin((digit + 1) % _GROUP if digit >= 0 else 0)
        self.pin = rng.choice(["none", "none", "none", "right", "right", "right", "wrong"])
        self.owner = block.home(other if self.pin == "wrong" else self.user)
        alias = self.user.replace("admin@", "it@")
        hints = {
            "right": self.user,
            "upper": self.user.upper(),
            "alias": alias,
            "other": other,
            "empty": "admin@",
            "old": f"x{self.user}",
        }
        self.hint = rng.choice(["right"] * 5 + ["upper", "alias", "alias", "other", "empty", "old"])
        self.hint = "right" if self.hint == "alias" and alias == self.user else self.hint
        self.sitter = other if rng.random() < 0.1 else self.user
        self.cookies = {
            "nobody": [],
            "right": [self.user],
            "wrong": [other],
            "several": [other, self.user],
            "joined": [],
        }[chosen := rng.choice(["nobody", "nobody", "right", "wrong", "several", "joined"])]
        self.profile = chosen
        self.service: Service = rng.choice([GRAPH, GRAPH, AZURE, EXCHANGE])
        cloud = block.cloud
        if rng.random() < 0.15:
            cloud = replace(cloud, client_ids={"graph": _ANOTHER_CLIENT})
        home = self.owner if self.pin != "none" else ""
        self.account = Account(f"{rng.getrandbits(128):032x}", cloud.id, hints[self.hint], home)
        self.ask = TokenAsk(cloud, block.tenants[self.target]["id"], self.account, self.service)
        if self.pin == "none" and self.hint == "other":
            self.owner = block.home(other)
        person = _Person(self.sitter, joined=chosen == "joined")
        if self.cookies:
            for name, value in block.post("session", users=self.cookies).items():
                person.browser.cookies.set(name, value, domain="localhost.local", path="/")
        self.cancel = Hasty()
        self.browser = PersonsBrowser(person, on_stopped=lambda: self.cancel.cancel())  # noqa: PLW0108  # a later one
        self.way: Rung = Rung.DEVICE_CODE if rng.random() < 0.04 else rng.choice(_BROWSERS)
        self.identity = self._started()

    def _started(self) -> EntraIdentity:
        return EntraIdentity(vault=self.vault, browsers=self.browser, clock=self.clock, sign_in_timeout=20)

    def play(self) -> Trial:
        kind = {True: "member", False: "guest or partner"}[self.digit == self.target]
        where = "managed" if self.managed else f"federated {self.digit}"
        mode = self.mode = self.rng.choice(["identity", "identity", "identity", "workflow", "later", "later"])
        what = f"cloud, {kind}, {where}, pin {self.pin}, hint {self.hint}, cookies {self.profile}, {self.way.value}, {mode}"
        trial = Trial(self.index, what if self.sitter == self.user else f"{what}, somebody else at the browser")
        trial.sorts = (
            "cloud",
            kind,
            where,
            f"pin {self.pin}",
            f"hint {self.hint}",
            f"cookies {self.profile}",
            self.way.value,
            mode,
        )
        try:
            {"identity": self._by_identity, "workflow": self._by_workflow, "later": self._later}[mode](trial)
        finally:
            self.browser.finish()
        return trial

    # Three ways to try

    def _by_identity(self, trial: Trial) -> None:
        """One sign-in, perhaps with a fault or cancelled; then what was accepted is asked for silently, here and elsewhere."""
        since = self._books()["next"]
        with self._disturbed(trial) as disturbed:
            token, error = self._try(lambda: self._sign_in(self.ask))
        trial.judge(self._verdict(since, disturbed=disturbed), error)
        self._look(trial, [] if token is None else [(self.ask, token, "handed out")])
        if isinstance(error, WrongAccount) and error.candidate is not None:
            self._confirm(trial, error.candidate, disturbed=disturbed)
        if token is not None and not trial.leaks and self.owner == self.block.home(self.user):
            self._elsewhere(trial, disturbed=disturbed)

    def _by_workflow(self, trial: Trial) -> None:
        """A click: the workflow, with a remembered rung and several services, pins what it proved."""
        directory, clock = MemoryDirectory(), FakeClock()
        tenant = self.block.tenants[self.target]
        chosen = sorted(self.rng.sample(["graph", "azure", "exchange"], self.rng.choice([1, 1, 2])))
        remembered = self.rng.choice(["", "browser", "fresh", "private", "other-profile", "unheard-of"])
        connection = directory.add(
            Connection(
                f"{self.index:032x}",
                "Customer",
                Tenant(tenant["id"], self.ask.cloud.id, tenant["name"]),
                self.account,
                tuple(chosen),
                rung=remembered,
            )
        )
        connecting = Connecting(
            clouds=Clouds([self.ask.cloud]),
            directory=directory,
            identity=self.identity,
            agent=FakeAgent(clock),
            consoles=FakeConsoles(),
            clock=clock,
            turns=Turns(),
        )
        given = self.rng.choice([None, None, self.way if self.way is not Rung.DEVICE_CODE else Rung.FRESH])
        trial.what += f", rung {remembered or 'none'}, {chosen}"
        since = self._books()["next"]
        with self._disturbed(trial) as disturbed:
            _, error = self._try(lambda: connecting.sign_in(connection.id, self.cancel, rung=given))
        verdict = self._verdict(since, disturbed=disturbed)
        if len(chosen) > 1 and verdict is Verdict.ACCEPT and not self._plain():
            verdict = Verdict.EITHER  # the first service came, the second need not
        fresh = (given or Rung.BROWSER) is Rung.FRESH or (given is None and remembered == "fresh")
        if len(chosen) > 1 and fresh and verdict is Verdict.REFUSE and self._came_right_at_last(since):
            # The second service goes by the browser first: a wrong answer there is dropped, and the password is asked for once more
            verdict = Verdict.EITHER
        trial.judge(verdict, error)
        pinned = directory.connection(connection.id).account.home_account_id
        if pinned not in {"", self.owner}:
            trial.leaks.append(f"the account was pinned to {pinned}")
        self._look(trial, [])

    def _later(self, trial: Trial) -> None:
        """Signed in, then something changed; then silent asks, several at once, perhaps in the next program."""
        signed_in = self._sign_in_honestly()
        if self.rng.random() < 0.4:
            self.identity = self._started()
        if self.rng.random() < 0.6:
            self.ask = replace(self.ask, tenant_id=self.block.tenants[self._another_place()]["id"])
        change = self.rng.choice(["nothing", "nothing", "interaction", "claims", "disabled", "revoked", "expired", "forgotten"])
        change = "nothing" if self.user == ENGINEER and change in {"disabled", "revoked", "expired"} else change
        trial.what += f", {change}"
        trial.sorts += (f"later {change}",)
        since = self._books()["next"]
        asks = [self.ask] * self.rng.choice([1, 1, 2, 4])
        if len(asks) > 1:
            asks[-1] = replace(self.ask, tenant_id=self.block.tenants[self._another_place()]["id"])
        with self._changed(change), self._disturbed(trial) as disturbed, ThreadPoolExecutor(len(asks)) as pool:
            claims = (
                json.dumps({"access_token": {"nbf": {"essential": True, "value": str(int(time.time()))}}})
                if change == "claims"
                else ""
            )
            work = [pool.submit(self.identity.silent, ask, self.cancel, force=True, claims=claims) for ask in asks]
            if change == "forgotten":
                self.identity.forget(self.ask.account)
            results = [self._try(each.result) for each in work]
        good = [(ask, token, "handed out") for ask, (token, _) in zip(asks, results, strict=True) if token is not None]
        error = next((error for _, error in results if error is not None), None)
        must = signed_in and change in {"nothing", "claims"} and not disturbed
        verdict = Verdict.ACCEPT if must else self._verdict(since, disturbed=True)
        trial.judge(verdict, error)
        self._look(trial, good)

    def _sign_in_honestly(self) -> bool:
        """Pin and sign in the right person in a window of their own."""
        self.owner = self.block.home(self.user)
        self.account = replace(self.account, username=self.user, home_account_id=self.owner)
        digit = self.rng.choice(PLACES[self.digit]) if self.digit >= 0 else self.target
        self.ask = replace(self.ask, account=self.account, tenant_id=self.block.tenants[digit]["id"])
        self.target, self.hint, self.sitter = digit, "right", self.user
        self.browser.person.user = self.user
        # Only a password that is asked for gets past the machine of federated customers
        self.way = Rung.FRESH if not self.managed else Rung.PRIVATE
        token, _ = self._try(lambda: self._sign_in(self.ask))
        self.cancel = Hasty()
        return token is not None

    def _elsewhere(self, trial: Trial, *, disturbed: bool) -> None:
        """Once signed in, the account is silent in each of its tenants, in this program or the next."""
        if self.rng.random() < 0.4:
            self.identity = self._started()
        account = replace(self.account, home_account_id=self.owner)
        ask = replace(self.ask, account=account, tenant_id=self.block.tenants[self._another_place()]["id"])
        token, error = self._try(lambda: self.identity.silent(ask, Hasty(), force=True))
        if error is not None and not disturbed:
            trial.missed.append(f"not silent in {ask.tenant_id}: {error}")
        self._look(trial, [] if token is None else [(ask, token, "handed out elsewhere")])

    def _confirm(self, trial: Trial, offered: Candidate, *, disturbed: bool) -> None:
        """Another name came back, and the person may say that it is theirs: never that of a machine, and then it works."""
        trial.sorts += ("offered",)
        kiosks = {home for user, home in self.block.homes.items() if user.startswith("kiosk@")}
        if self.pin != "none" or offered.home_account_id in kiosks:
            trial.leaks.append(f"{offered.username} was offered for {self.account.username}")
        if self.hint != "alias" or offered.home_account_id != self.owner:
            return
        self.account = replace(self.account, home_account_id=self.owner)
        self.ask = replace(self.ask, account=self.account)
        token, error = self._try(lambda: self._sign_in(self.ask))
        if error is not None and not disturbed:
            trial.missed.append(f"a confirmed account was refused: {error}")
        trial.sorts += ("confirmed",) if token is not None else ()
        self._look(trial, [] if token is None else [(self.ask, token, "handed out after it was confirmed")])

    def _another_place(self) -> int:
        return self.rng.choice(PLACES[self.digit]) if self.digit >= 0 else self.rng.randrange(_GROUP)

    # What happens on the way

    def _sign_in(self, ask: TokenAsk) -> AccessToken:
        typing: list[threading.Thread] = []

        def show(progress: Progress) -> None:
            if progress.device_code is not None:
                work = functools.partial(self._type, progress.device_code.address, progress.device_code.user_code)
                typing.append(threading.Thread(target=work))
                typing[0].start()

        try:
            return self.identity.interactive(SignInAsk(ask, self.way, BrowserChoice()), self.cancel, show)
        finally:
            for each in typing:
                each.join(20)

    def _type(self, address: str, code: str) -> None:
        person = self.browser.person
        if not person.type_code(address, code).name.startswith("done"):
            self.cancel.cancel()

    def _try(self, work: Callable[[], Any]) -> tuple[Any, TenantDockError | None]:
        try:
            return work(), None
        except TenantDockError as error:
            return None, error

    @contextlib.contextmanager
    def _disturbed(self, trial: Trial) -> Iterator[bool]:
        """Perhaps a fault, or a cancel at a random moment."""
        rng, tenant = self.rng, self.block.tenants[self.target]["domain"]
        draw = rng.random()
        if draw < 0.1:
            name, values = rng.choice(
                [
                    ("throttle", {"retry_after": 0, "times": 1}),
                    ("server-error", {"status": 503, "times": 1}),
                    ("slow", {"seconds": 0.1, "times": 2}),
                    ("reset", {"times": 1}),
                    ("interaction-required", {}),
                ]
            )
            at = {} if name == "interaction-required" else {"at": rng.choice(["token", "all", "discovery"])}
            self.block.post("faults", tenant=tenant, fault=name, **values, **at)
            trial.what += f", fault {name}"
            trial.sorts += (f"fault {name}",)
            try:
                yield True
            finally:
                self.block.post("faults", clear=True, tenant=tenant)
        elif draw < 0.18:
            timer = threading.Timer(rng.random() * 0.12, self.cancel.cancel)
            timer.start()
            trial.what += ", cancelled"
            trial.sorts += ("cancelled",)
            yield True
            timer.cancel()
            timer.join()
        else:
            yield False

    @contextlib.contextmanager
    def _changed(self, change: str) -> Iterator[None]:
        tenant = next(t["domain"] for t in self.block.tenants if t["id"] == self.ask.tenant_id)
        if change == "interaction":
            self.block.post("faults", tenant=tenant, fault="interaction-required")
        elif change in {"disabled", "revoked", "expired"}:
            name = {"disabled": "disabled", "revoked": "revoke", "expired": "expire"}[change]
            self.block.post("people", user=self.user, **{name: True})
        try:
            yield
        finally:
            if change == "interaction":
                self.block.post("faults", clear=True, tenant=tenant)
            elif change == "disabled":
                self.block.post("people", user=self.user, disabled=False)

    # What came of it

    def _plain(self) -> bool:
        """Whether nothing stands in the way: the right person, where the password is asked for, under a name that leads there."""
        named = self.hint in {"right", "upper"} or (self.hint == "alias" and self.pin == "right")
        return self._asks_for_a_password() and self.belongs and self.sitter == self.user and self.pin != "wrong" and named

    def _asks_for_a_password(self) -> bool:
        """Whether the way leads past the machine's user of a federated customer."""
        if self.managed or self.mode != "identity":
            return self.managed
        if self.digit == 9:
            return self.way is not Rung.DEVICE_CODE and (self.profile != "joined" or self.way in {Rung.PRIVATE, Rung.OTHER_PROFILE})
        return self.digit in {6, 7} and self.way is Rung.FRESH

    def _verdict(self, since: int, *, disturbed: bool) -> Verdict:
        """What has to come of what the cloud issued meanwhile."""
        issued = [entry for entry in self._books(since=since)["issued"] if entry["kind"] == "access"]
        wrong = any(entry["account"] != self.owner for entry in issued)
        if wrong or (self.pin == "none" and self.hint in {"alias", "empty", "old"}):
            return Verdict.REFUSE
        if disturbed:
            return Verdict.EITHER
        if issued and self.hint == "empty":
            return Verdict.EITHER  # pinned, under a name that is none: that may be refused before it is looked at
        return Verdict.ACCEPT if issued or self._plain() else Verdict.REFUSE

    def _came_right_at_last(self, since: int) -> bool:
        """Whether the wanted account was meant to be pinned, and what the cloud issued last was for it."""
        issued = [entry for entry in self._books(since=since)["issued"] if entry["kind"] == "access"]
        return self.pin != "none" and bool(issued) and issued[-1]["account"] == self.owner

    def _books(self, since: int = 1 << 60, hashes: list[str] | None = None) -> dict[str, Any]:
        return self.block.post("issued", tenants=self.block.ids(), since=since, hashes=hashes or [])

    def _look(self, trial: Trial, given: list[tuple[TokenAsk, AccessToken, str]]) -> None:
        """Everything that was handed out, is in memory or is sealed, against the cloud's books."""
        homes = {"", self.owner, self.block.home(self.user)}
        asks = [
            replace(self.ask, account=replace(self.account, home_account_id=home), tenant_id=tenant["id"], service=service)
            for home in homes
            for tenant in self.block.tenants
            for service in (GRAPH, AZURE, EXCHANGE)
        ]
        found = [*given, *((ask, token, "in memory") for ask, token in in_memory(self.identity, asks))]
        plain = self.vault.sealed.get(self.account.id)
        secrets = {token.secret.reveal() for _, token, _ in found}
        secrets |= {entry["secret"] for entry in sealed(plain) if entry["kind"] == "RefreshToken"}
        if not secrets:
            return
        names = {hashlib.sha256(secret.encode()).hexdigest(): secret for secret in secrets}
        known: Mapping[str, Any] = self._books(hashes=sorted(names))["known"]
        truths = {
            names[digest]: Truth(told["account"], told["tenant"], told["client"], told["kind"]) for digest, told in known.items()
        }
        for ask, token, where in found:
            check_token(trial, ask, token, self.owner, truths.get, where)
        check_vault(trial, plain, {self.owner}, truths.get)
