"""What a lying provider says: who there is, an answer as it is made up, and the judge of it.

:meth:`Draft.verdict` decides what has to come of an answer, from what it says in the end and from what the provider knows. It
shares no code with the proof.
"""

from __future__ import annotations

import json
import random
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from support.identity import Reply, b64, jwt
from support.trials import Truth, Verdict

INVENTED = "refresh-secret-invented"


@dataclass(frozen=True)
class User:
    """Someone the provider knows. *oids* are the object ids by tenant."""

    name: str
    uid: str
    utid: str
    oids: Mapping[str, str]

    @property
    def home(self) -> str:
        return f"{self.uid}.{self.utid}"


@dataclass
class Cast:
    """Who there is in a trial: the account that is wanted, *target* its tenant, and others to take it for."""

    rng: random.Random
    kind: str
    target: str
    client: str
    wanted: User
    other: User
    foreigner: User
    namesake: User
    elsewhere: str
    idp_told: bool
    pinned: bool
    books: dict[str, Truth] = field(default_factory=dict)
    tainted: set[str] = field(default_factory=set)
    """Tokens that were swapped where nothing in the answer could tell."""

    def __post_init__(self) -> None:
        self.issue("refresh", self.wanted, self.target, self.client, INVENTED)

    def issue(self, kind: str, user: User, tenant: str, client: str, text: str) -> str:
        self.books[text] = Truth(user.home, tenant, client.casefold(), kind)
        return text

    def domains(self) -> dict[str, str]:
        """Which tenant owns which domain."""
        home = {"contoso.example": self.target, f"{self.elsewhere[:8]}.example": self.elsewhere}
        return home | ({"partner.example": self.wanted.utid} if self.kind != "member" else {})

    def whose(self, token: str) -> Truth | None:
        return self.books.get(token)


def guid(rng: random.Random) -> str:
    return str(uuid.UUID(int=rng.getrandbits(128), version=4))


def cast(rng: random.Random, client: str, *, kind: str, pinned: bool) -> Cast:
    """Make up people and tenants."""
    target, home, elsewhere = guid(rng), guid(rng), guid(rng)
    utid = target if kind == "member" else home

    def user(name: str, where: str) -> User:
        uid = guid(rng)
        return User(name, uid, where, {tenant: uid if tenant == where else guid(rng) for tenant in (target, home, elsewhere)})

    domain = "contoso.example" if kind == "member" else "partner.example"
    local = rng.choice(["anna", "Anna.Admin", "ann_a", "o'neil", "skadmin", "a"])
    wanted = user(f"{local}@{domain}", utid)
    return Cast(
        rng,
        kind,
        target,
        client,
        wanted,
        user("bob@contoso.example", target),
        user(f"{local}@{elsewhere[:8]}.example", elsewhere),
        user(wanted.name, utid),
        elsewhere,
        rng.random() < 0.7,
        pinned,
    )


@dataclass
class Draft:
    """An answer in the making. It starts honest."""

    cast: Cast
    nonce: str
    number: int
    scope: str
    interactive: bool
    who: User = field(init=False)
    tenant: str = field(init=False)
    client: str = field(init=False)
    id: dict[str, Any] = field(init=False)
    info: dict[str, Any] = field(init=False)
    access: dict[str, Any] | None = field(init=False)
    refresh_of: User = field(init=False)
    top: dict[str, Any] = field(default_factory=dict)
    doubled: list[tuple[str, Any]] = field(default_factory=list)
    replaced: dict[str, Any] = field(default_factory=dict)
    broken: bool = False
    odd: bool = False
    untellable: bool = False
    """Set by :meth:`verdict`: it is not the owner's, and nothing that is in it could tell."""
    raw: bytes | None = None
    told: Verdict = Verdict.EITHER
    """What :meth:`verdict` said when it was sent."""

    def __post_init__(self) -> None:
        self.of(self.cast.wanted, self.cast.target, self.cast.client)

    @property
    def rng(self) -> random.Random:
        return self.cast.rng

    def of(self, who: User, tenant: str, client: str) -> None:
        """Make it an honest answer for somebody."""
        self.who, self.tenant, self.client, self.refresh_of = who, tenant, client, who
        self.id, self.info, self.access = self.id_of(who, tenant, client), {"uid": who.uid, "utid": who.utid}, None
        self.access = self.access_of(who, tenant, client)

    def id_of(self, who: User, tenant: str, client: str) -> dict[str, Any]:
        oid, now = who.oids[tenant], int(time.time())
        claims = {"tid": tenant, "oid": oid, "sub": oid, "preferred_username": who.name, "aud": client, "ver": "2.0"}
        claims |= {"iat": now, "exp": now + 3600, "auth_time": now - 5, "nonce": self.nonce}
        if who.utid != tenant and self.cast.idp_told:
            claims["idp"] = f"https://sts.example/{who.utid}/"
        return claims

    def access_of(self, who: User, tenant: str, client: str) -> dict[str, Any]:
        return {"aud": "https://graph.practice.example", "tid": tenant, "oid": who.oids[tenant], "appid": client, "upn": who.name}

    def answer(self) -> Reply:
        """Write it down, and note in the books whose the tokens are."""
        unique = {**self.access, "uti": self.number} if self.access is not None else None
        access = jwt(unique) if unique is not None else f"opaque-{self.number}-{'a' * 40}"
        refresh = f"refresh-secret-{self.number}-{'r' * 40}"
        self.cast.issue("access", self.who, self.tenant, self.client, access)
        self.cast.issue("refresh", self.refresh_of, self.tenant, self.client, refresh)
        if self.refresh_of is not self.who:
            self.cast.tainted.add(refresh)
        body: dict[str, Any] = {
            "token_type": "Bearer",
            "scope": self.scope,
            "expires_in": 3600,
            "access_token": access,
            "refresh_token": refresh,
            "id_token": jwt(self.id),
            "client_info": b64(self.info),
            **self.top,
        }
        body = {name: value for name, value in {**body, **self.replaced}.items() if value is not GONE}
        if self.raw is not None:
            return Reply(self.raw)
        text = json.dumps(body)
        # Doubled names: the last one counts (RFC 8259 section 4: unpredictable; so does Python's json)
        for name, value in self.doubled:
            if name == "access_token" and name not in body:
                continue  # alone it would be an opaque token that nobody was given: nothing could tell, and the verdict says broken
            text = f"{{{json.dumps(name)}: {json.dumps(value)}, {text[1:]}"
        return Reply(text.encode(), 400 if "error" in body else 200)

    def verdict(self) -> Verdict:  # noqa: PLR0911  # one return for each way to know
        """What has to come of it, by what the provider knows."""
        cast, tenant, owner = self.cast, self.cast.target, self.owner()
        if self.broken or self.raw is not None:
            return Verdict.REFUSE
        if not (alike(self.id.get("tid"), tenant) and alike(self.id.get("aud"), cast.client) and is_guid(self.id.get("oid"))):
            return Verdict.REFUSE
        if self.interactive and self.id.get("nonce") != self.nonce:
            return Verdict.REFUSE
        # A member's object id is the uid at home; a guest's is the provider's word, so the answer's parts have to agree on it
        seen = {"tid": tenant, "oid": self.id["oid"], "appid": cast.client}
        if self.access is not None and not all(alike(self.access[name], seen[name]) for name in seen if name in self.access):
            return Verdict.REFUSE
        right_home = alike(self.info.get("uid"), owner.uid) and alike(self.info.get("utid"), owner.utid)
        right_oid = alike(self.id.get("oid"), owner.oids[tenant])
        named = self.named(owner)
        if not right_home and self.tells_home(owner, named=named):
            return Verdict.REFUSE
        if not right_oid and self.tells_oid(owner):
            return Verdict.REFUSE
        if not cast.pinned and not named:
            return Verdict.REFUSE
        really = (self.who.home, self.tenant, self.client.casefold()) == (owner.home, tenant, cast.client.casefold())
        if not (right_home and right_oid and really):
            self.untellable = True
            return Verdict.EITHER
        # A guest with a name of a domain that is not of the home tenant: right by luck
        doubtful = owner.utid != tenant and self.foreign_name(owner)
        return Verdict.EITHER if self.odd or doubtful or self.id["aud"] != cast.client else Verdict.ACCEPT

    def owner(self) -> User:
        """Who the account is: the pinned one; at a first sign-in whoever holds the name by the provider's books."""
        cast = self.cast
        if not cast.pinned and alike(self.id.get("oid"), cast.namesake.oids[cast.target]):
            return cast.namesake
        return cast.wanted

    def tells_oid(self, owner: User) -> bool:
        """Whether anything shows that the object id is not the owner's.

        A member's is its uid: the pin knows that one, at a first sign-in client_info alone. Where all ids are of one other member,
        whom the id_token calls by the owner's name, nothing does: the provider is the only one who knows whose a name is. A name in
        the access token is no evidence, as that token is written for the service and not for us.
        """
        if owner.utid != self.cast.target:
            return self.foreign_name(owner)
        agrees = alike(self.info.get("uid"), self.id.get("oid")) and alike(self.info.get("utid"), self.cast.target)
        return self.cast.pinned or not agrees

    def tells_home(self, owner: User, *, named: bool) -> bool:
        """Whether anything shows that client_info is not the owner's."""
        uid, utid = self.info.get("uid"), self.info.get("utid")
        if self.cast.pinned or not named or not (is_guid(uid) and is_guid(utid)):
            return True
        # Said to be at home here: then the object id is the uid. Said to be at home elsewhere: the name's domain is not there
        return not alike(uid, self.id.get("oid")) if alike(utid, self.cast.target) else not alike(utid, owner.utid)

    def foreign_name(self, owner: User) -> bool:
        """Whether a name in it is of a domain that another tenant than the owner's home has."""
        domains = self.cast.domains()
        names = [str(self.id.get(name, "")).lower() for name in ("preferred_username", "upn")]
        ends = [end for end in domains if domains[end] != owner.utid]
        return any(name.endswith(f"_{end}#ext#@{last}") for name in names for end in ends for last in ENDS) or any(
            name.endswith(f"@{end}") for name in names for end in ends if "#ext#" not in name
        )

    def named(self, owner: User) -> bool:
        """Whether every user name in it is the owner's: as it is, or the way a guest's is made."""
        given = [self.id[name] for name in ("preferred_username", "upn") if isinstance(self.id.get(name), str) and self.id[name]]
        own = {owner.name.encode().lower()}
        if not alike(self.info.get("utid"), self.id.get("tid")):
            made = owner.name.replace("@", "_")
            own |= {f"{made}#ext#@{end}".encode().lower() for end in ENDS}
        return bool(given) and all(name.encode("utf-8", "surrogatepass").lower() in own for name in given)


GONE = object()
ENDS = ("fabrikam.onmicrosoft.com", "contoso.example")


def alike(value: object, wanted: object) -> bool:
    """Equal as identifiers are: ASCII, whatever its case."""
    return (
        isinstance(value, str) and isinstance(wanted, str) and value.encode("utf-8", "replace").lower() == wanted.encode().lower()
    )


def is_guid(value: object) -> bool:
    if not isinstance(value, str) or len(value) != 36:
        return False
    try:
        return str(uuid.UUID(value)) == value.lower()
    except ValueError:
        return False
