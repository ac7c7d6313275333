"""Who and what there is in the practice cloud: tenants, people, clients and resources, read from ``practice.json``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tenantdock.sandbox import resources


@dataclass(frozen=True, slots=True)
class Federation:
    """How a federated domain signs in.

    *prompt_login* is the domain's PromptLoginBehavior: what ``prompt=login`` becomes on its way to the domain's sign-in server
    (https://learn.microsoft.com/entra/identity/hybrid/connect/how-to-connect-fed-prompt-login). *machine_sign_on* says in which
    browsers that server takes the machine's user without asking: "always", or "joined" (those joined to the machine).

    *server* says what is wrong with that server ("" for nothing): "dead" (nobody listens), "slow" (*seconds* for every answer),
    "proxied" (known as *host*, which only a proxy finds), "blank" (the page needs a script from *host*, which nobody finds).
    """

    prompt_login: str
    machine_sign_on: str
    machine_user: str
    server: str = ""
    seconds: float = 0.0
    host: str = ""


@dataclass(frozen=True, slots=True)
class Tenant:
    """A directory. *domain* is its default domain, *initial_domain* the one it was made with."""

    id: str
    name: str
    domain: str
    initial_domain: str
    country: str
    note: str = ""
    federation: Federation | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A person's presence in one tenant. *kind* is "member", "guest" or "partner" (GDAP); *id* the object id there."""

    tenant: Tenant
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who can sign in. *id* is the object id at home, the ``uid`` of client_info; *places* maps tenant ids; *aliases* are
    other names that lead to the same person (https://learn.microsoft.com/entra/identity/authentication/howto-authentication-use-email-signin).
    """

    user: str
    id: str
    home: Tenant
    given: str
    surname: str
    title: str = ""
    note: str = ""
    disabled: bool = False
    factor: bool = False
    places: Mapping[str, Place] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The display name."""
        return f"{self.given} {self.surname}"

    @property
    def domain(self) -> str:
        """The domain of the user name."""
        return self.user.rpartition("@")[2]

    def upn_in(self, tenant: Tenant) -> str:
        """The user principal name in *tenant*: a guest's is made of the home name.

        Source: https://learn.microsoft.com/entra/external-id/user-properties.
        """
        place = self.places.get(tenant.id)
        if place is not None and place.kind == "guest":
            return f"{self.user.replace('@', '_')}#EXT#@{tenant.initial_domain}"
        return self.user


@dataclass(frozen=True, slots=True)
class Client:
    """A known public client. *consent* says whether people have to agree once per tenant; *resources* is what it may ask for."""

    id: str
    name: str
    resources: tuple[str, ...]
    consent: bool = False


@dataclass(frozen=True, slots=True)
class Resource:
    """An API that tokens can be for. *id* is its identifier, the audience of the tokens."""

    id: str
    name: str
    permissions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relationship:
    """A delegated administration relationship (GDAP) between a partner and a customer."""

    id: str
    partner: Tenant
    customer: Tenant
    status: str
    created: str


@dataclass(frozen=True, slots=True)
class OtherCloud:
    """A domain whose tenant lives in another cloud. *host* is that cloud's sign-in service, *instance* its name; *tenant* is empty
    where discovery here does not know the domain at all, and only the realm look-up tells its cloud.
    """

    domain: str
    tenant: str
    host: str
    instance: str
    sub_scope: str


@dataclass(frozen=True, slots=True)
class Practice:
    """All of it, indexed."""

    password: str
    second_factor: str
    tenants: Mapping[str, Tenant]
    people: Mapping[str, Person]
    clients: Mapping[str, Client]
    resources: Mapping[str, Resource]
    relationships: tuple[Relationship, ...]
    domains: Mapping[str, Tenant]
    elsewhere: Mapping[str, OtherCloud] = field(default_factory=dict)
    names: dict[str, Person] = field(init=False, default_factory=dict)
    by_id: dict[str, Person] = field(init=False, default_factory=dict)
    by_place: dict[tuple[str, str], Person] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for person in self.people.values():
            self.by_id[person.id] = person
            self.names.update(dict.fromkeys((person.user.casefold(), *person.aliases), person))
            self.by_place.update({(tenant_id, place.id): person for tenant_id, place in person.places.items()})

    def tenant(self, name: str) -> Tenant | None:
        """Return a tenant by GUID or by one of its domains, whatever the case."""
        key = name.casefold()
        return self.tenants.get(key) or self.domains.get(key)

    def person(self, user: str) -> Person | None:
        """Return a person by user name or alias, whatever the case."""
        return self.names.get(user.strip().casefold())

    def person_by_id(self, home_id: str) -> Person | None:
        """Return a person by the object id at home."""
        return self.by_id.get(home_id)

    def person_in(self, tenant: Tenant, object_id: str) -> Person | None:
        """Return a person by the object id in a tenant."""
        return self.by_place.get((tenant.id, object_id))


def load(path: Path | None = None, customers: int = 0) -> Practice:
    """Read the people and tenants, and make so many *customers* more (see :mod:`tenantdock.sandbox.crowd`).

    Raises :class:`ValueError` or :class:`KeyError` when the file is not as it should be.
    """
    data: dict[str, Any] = json.loads((path or resources.folder() / "practice.json").read_text("utf-8"))
    if customers:
        from tenantdock.sandbox import crowd  # noqa: PLC0415  # only who asks for them waits for them

        crowd.add(data, customers)
    tenants = {entry["id"]: _tenant(entry) for entry in data["tenants"]}
    domains = {name: tenant for tenant in tenants.values() for name in (tenant.domain, tenant.initial_domain)}
    people = {}
    for entry in data["people"]:
        person = _person(entry, domains)
        people[person.user.casefold()] = person
    return Practice(
        password=data["password"],
        second_factor=data["secondFactor"],
        tenants=tenants,
        people=people,
        clients={
            entry["id"]: Client(entry["id"], entry["name"], tuple(entry["resources"]), entry.get("consent", False))
            for entry in data["clients"]
        },
        resources={key: Resource(key, entry["name"], tuple(entry["permissions"])) for key, entry in data["resources"].items()},
        relationships=tuple(
            Relationship(entry["id"], domains[entry["partner"]], domains[entry["customer"]], entry["status"], entry["created"])
            for entry in data["relationships"]
        ),
        domains=domains,
        elsewhere={
            entry["domain"]: OtherCloud(entry["domain"], entry["tenant"], entry["host"], entry["instance"], entry["subScope"])
            for entry in data.get("otherClouds", ())
        },
    )


def _tenant(entry: dict[str, Any]) -> Tenant:
    told = entry.get("federation")
    federation = _federation(told) if told else None
    return Tenant(
        entry["id"], entry["name"], entry["domain"], entry["initialDomain"], entry["country"], entry.get("note", ""), federation
    )


def _federation(told: dict[str, Any]) -> Federation:
    server: dict[str, Any] = told.get("server", {})
    return Federation(
        told["promptLogin"],
        told["machineSignOn"],
        told["machineUser"],
        server.get("kind", ""),
        float(server.get("seconds", 0)),
        server.get("host", ""),
    )


def _person(entry: dict[str, Any], domains: Mapping[str, Tenant]) -> Person:
    home = domains[entry["user"].rpartition("@")[2]]
    places = {home.id: Place(home, "member", entry["id"])}
    for other in entry.get("elsewhere", []):
        tenant = domains[other["tenant"]]
        places[tenant.id] = Place(tenant, other["as"], other["id"])
    return Person(
        user=entry["user"],
        id=entry["id"],
        home=home,
        given=entry["given"],
        surname=entry["surname"],
        title=entry.get("title", ""),
        note=entry.get("note", ""),
        disabled=entry.get("disabled", False),
        factor=entry.get("factor", False),
        places=places,
        aliases=tuple(name.casefold() for name in entry.get("aliases", ())),
    )
