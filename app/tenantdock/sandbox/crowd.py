"""More customers than ``practice.json`` has: made by number, the same ones every time.

They come in groups of ten that look alike, so that a test can work on a group of its own. In each group, by its last digit:

- 0 to 5 check passwords themselves; the administrator of 0 is a guest in 1, that of 2 looks after 3, 4 and 5 (GDAP);
- 6 to 9 are federated, each with another PromptLoginBehavior or machine; the administrator of 6 is a guest in 4.

Every one has an administrator with an alias (``admin@`` and ``it@``), and is looked after by the partner's first engineer.
"""

from __future__ import annotations

import uuid
from typing import Any, Final

MOST: Final = 1000
GROUP: Final = 10
# fmt: off
_FIRST: Final = (
    "Amber", "Birch", "Cedar", "Dune", "Elm", "Fjord", "Granite", "Harbour", "Iris", "Juniper", "Kestrel", "Larch", "Maple",
    "Nimbus", "Opal", "Pebble", "Quartz", "Raven", "Saffron", "Tern", "Umber", "Velvet", "Willow", "Yarrow", "Zephyr",
    "Acorn", "Brook", "Clover", "Drift", "Ember", "Fern", "Grove", "Hazel", "Ivory", "Jasper", "Kelp", "Lotus", "Meadow",
    "Nettle", "Orchid",
)
_SECOND: Final = (
    "Bakery", "Clinic", "Dairy", "Engineering", "Foods", "Gardens", "Hotels", "Insurance", "Joinery", "Kitchens",
    "Logistics", "Motors", "Nursery", "Optics", "Printing", "Quarries", "Robotics", "School", "Textiles", "Utilities",
    "Vineyards", "Workshop", "Yachts", "Zinc", "Architects",
)
# fmt: on
_COUNTRIES: Final = ("DE", "US", "CH", "GB", "AT", "NL", "FR", "SE", "ES", "IE")
_FEDERATED: Final = {
    6: ("TranslateToFreshPasswordAuth", "always"),
    7: ("NativeSupport", "always"),
    8: ("Disabled", "always"),
    9: ("TranslateToFreshPasswordAuth", "joined"),
}
_GUESTS: Final[dict[int, tuple[int, ...]]] = {0: (1,), 6: (4,)}
_LOOKS_AFTER: Final[dict[int, tuple[int, ...]]] = {2: (3, 4, 5)}


def add(data: dict[str, Any], customers: int) -> None:
    """Add so many customers (at most :data:`MOST`) to what ``practice.json`` holds."""
    customers = min(customers, MOST)
    partner, engineer = data["tenants"][0]["domain"], data["people"][0]
    domains = [_domain(number) for number in range(customers)]
    for number, domain in enumerate(domains):
        data["tenants"].append(_tenant(number, domain))
        if number % GROUP in _FEDERATED:
            data["people"].append({"user": f"kiosk@{domain}", "id": _guid("kiosk", number), "given": "Kiosk", "surname": "Machine"})
        data["people"].append(_administrator(number, domain, domains))
        engineer["elsewhere"].append({"tenant": domain, "as": "partner", "id": _guid("engineer", number)})
        data["relationships"].append(_relationship(partner, domain, number))
        data["relationships"].extend(_relationship(domain, other, number) for other in _others(_LOOKS_AFTER, number, domains))


def _tenant(number: int, domain: str) -> dict[str, Any]:
    first, second = _name(number)
    made: dict[str, Any] = {
        "id": _guid("tenant", number),
        "name": f"{first} {second}",
        "domain": domain,
        "initialDomain": domain.replace(".example", ".onpractice.example"),
        "country": _COUNTRIES[number % len(_COUNTRIES)],
    }
    if number % GROUP in _FEDERATED:
        prompt, machine = _FEDERATED[number % GROUP]
        made["federation"] = {"promptLogin": prompt, "machineSignOn": machine, "machineUser": f"kiosk@{domain}"}
    return made


def _administrator(number: int, domain: str, domains: list[str]) -> dict[str, Any]:
    elsewhere = [
        {"tenant": other, "as": kind, "id": _guid(f"{kind} in {other}", number)}
        for kind, known in (("guest", _GUESTS), ("partner", _LOOKS_AFTER))
        for other in _others(known, number, domains)
    ]
    first, second = _name(number)
    return {
        "user": f"admin@{domain}",
        "aliases": [f"it@{domain}"],
        "id": _guid("administrator", number),
        "given": first,
        "surname": f"of {second}",
        "elsewhere": elsewhere,
    }


def _others(known: dict[int, tuple[int, ...]], number: int, domains: list[str]) -> list[str]:
    start = number - number % GROUP
    return [domains[start + digit] for digit in known.get(number % GROUP, ()) if start + digit < len(domains)]


def _relationship(partner: str, customer: str, number: int) -> dict[str, Any]:
    ids = (_guid(f"{side} of {partner} and {customer}", number) for side in ("relationship", "request"))
    return {"id": "-".join(ids), "partner": partner, "customer": customer, "status": "active", "created": "2026-03-02T08:00:00Z"}


def _domain(number: int) -> str:
    first, second = _name(number)
    return f"{first}-{second}.example".casefold()


def _name(number: int) -> tuple[str, str]:
    turn, at = divmod(number, len(_FIRST))
    # Step 7 mixes neighbours; with 40 and 25 words no pair comes twice among the first thousand
    return _FIRST[at], _SECOND[(turn + 7 * number) % len(_SECOND)]


def _guid(what: str, number: int) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_DNS, f"{what} {number}.practice.example"))
