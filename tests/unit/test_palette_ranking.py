"""What stands first in the palette: by the rule written down once more, plainly; and what people type and paste, and expect."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenantdock.desktop.entries import Entry, prepare
from tenantdock.desktop.marking import marks
from tenantdock.desktop.matching import Index, standing
from tenantdock.desktop.readings import readings
from tenantdock.desktop.wordbook import bits, places_of
from tenantdock.domain.directory import ConnectionRow
from tenantdock.domain.text import folded

ROW = ConnectionRow(
    "c", "Contoso", "00000000-0000-4000-8000-000000000001", "", "", "me@msp.example", "public", ("graph",), "", True, None
)


def row(number: int, **changes) -> ConnectionRow:
    """Return a connection of its own tenant."""
    return replace(ROW, id=f"c{number}", tenant_id=f"{number:08x}-0000-4000-8000-{number:012}", **changes)


def found(index: Index, text: str, limit: int = 50) -> list[str]:
    return [entry.name for entry in index.find(text, limit)]


# The rule, for one connection at a time


def beginnings(text: str) -> list[str]:
    """Return the words of *text*, each also from where a letter or digit follows none."""
    ends = (end for word in text.split() for end in [word, *(word[at:] for at in range(1, len(word)) if starts(word, at))])
    return list(ends)


def starts(word: str, at: int) -> bool:
    return word[at].isalnum() and not word[at - 1].isalnum()


def level(entry: Entry, word: str) -> int | None:
    """Return how well the beginning of a word of *entry* is *word*, or None."""
    its, name = entry.row, folded(entry.name)
    firsts = "".join(re.findall(r"(?<![a-z0-9])[a-z0-9]", name))
    tenant = its.tenant_name if its.tenant_name != its.name else ""
    filed = folded(f"{its.domain} {tenant} {its.group.replace('/', ' ')} {' '.join(its.tags)}")
    rest = [*beginnings(folded(its.username)), *its.services, its.tenant_id]
    named = [*beginnings(name), *([firsts] if len(firsts) > 1 else [])]
    for worth, words in ((2, named), (1, beginnings(filed)), (0, rest)):
        if any(each.startswith(word) for each in words):
            return worth
    return None


def expected(entries: list[Entry], text: str) -> list[str]:
    """Return the ids of the first two tiers in order."""
    typed = folded(text).split()
    words, needle = list(dict.fromkeys(typed)), " ".join(typed)
    newest = max(entry.row.frecency for entry in entries)
    order = sorted(entries, key=lambda entry: (-standing(entry, newest), folded(entry.name), entry.key))
    tiers: tuple[list[tuple[float, int, str]], list[tuple[float, int, str]]] = ([], [])
    for place, entry in enumerate(order):
        its, use = entry.row, standing(entry, newest)
        hay = folded(" ".join((entry.name, its.domain, its.username, its.group, *its.tags)))
        levels = [level(entry, word) for word in words]
        if None not in levels:
            weight = sum(levels) / len(words) + use
            if folded(entry.name).startswith(needle):
                weight = max(weight, 3 + use)
            if needle in {folded(entry.name), folded(its.domain), folded(its.username), its.tenant_id}:
                weight = 10 + use
            tiers[0].append((-weight, place, its.id))
        elif all(it is not None or (len(word) > 1 and word in hay) for it, word in zip(levels, words, strict=True)):
            tiers[1].append((-sum(-1 if it is None else it for it in levels) / len(words) - use, place, its.id))
    return [each for tier in tiers for *_, each in sorted(tier)]


WORDS = st.lists(st.text("abno", min_size=1, max_size=5), min_size=1, max_size=3)
NAMES = WORDS.map(lambda words: " ".join(words).capitalize())
ROWS = st.lists(
    st.builds(
        lambda name, domain, user, tags, group, frecency, favourite: {
            "name": name,
            "domain": ".".join(domain),
            "username": f"{user[0]}@{'.'.join(domain)}",
            "tags": tuple(tags),
            "group": "/".join(group),
            "frecency": frecency,
            "favourite": favourite,
        },
        NAMES,
        WORDS,
        WORDS,
        st.lists(st.sampled_from(["no", "vip", "on call"]), max_size=2),
        WORDS,
        st.sampled_from([0.0, 0.0, 1.0, 2.5, 3.0]),
        st.booleans(),
    ),
    min_size=1,
    max_size=14,
)
TYPED = st.lists(st.text("abnov", min_size=1, max_size=4), min_size=1, max_size=3).map(" ".join)


@settings(max_examples=400, deadline=None)
@given(ROWS, TYPED)
def test_what_is_as_typed_comes_in_the_order_of_the_rule(rows, typed):
    entries = prepare([row(number, **each) for number, each in enumerate(rows)])
    first = expected(entries, typed)
    order = [entry.row.id for entry in Index(entries).find(typed, 50)]
    assert order[: len(first)] == first
    few = [entry.row.id for entry in Index(entries).find(typed, 3)]
    assert few[: len(first)] == first[:3]


@settings(max_examples=200, deadline=None)
@given(ROWS, st.lists(TYPED, min_size=1, max_size=3))
def test_each_key_finds_what_a_search_from_nothing_finds(rows, texts):
    entries = prepare([row(number, **each) for number, each in enumerate(rows)])
    typing = Index(entries)
    for text in texts:
        for end in [*range(1, len(text) + 1), *range(len(text) - 1, 0, -1)]:
            assert typing.find(text[:end], 5) == Index(entries).find(text[:end], 5)


@given(st.sets(st.integers(0, 399)))
def test_a_set_of_places_is_what_it_was_made_of(places):
    assert list(places_of(bits(sorted(places), 400))) == sorted(places)


# What people type and paste

CUSTOMERS = prepare(
    [
        row(1, name="Northwind Traders", domain="northwind.onmicrosoft.com", username="admin@northwind.onmicrosoft.com"),
        row(2, name="Northern Lights", domain="northernlights.example", username="me@msp.example", frecency=3000.0, favourite=True),
        row(3, name="Contoso", domain="contoso.example", username="me@msp.example", tags=("vip",)),
        row(4, name="Contoso Pharma", domain="contosopharma.onmicrosoft.com", username="me@msp.example", frecency=2999.0),
        row(5, name="Zürich Bäckerei AG", domain="zb.example", username="adm.zb@zb.example", group="Europe/Swiss"),
        row(6, name="Søren Østergård", domain="ostergaard.example", username="me@msp.example"),
        row(7, name="Łódź Œuvre", domain="lodz.example", username="me@msp.example"),
        row(8, name="St. Gallen Spital", domain="spital.co.uk", username="me@msp.example"),
        row(9, name="VIP Travel", domain="viptravel.example", username="me@msp.example"),
        row(10, name="Fabrikam", domain="fabrikam.example", username="boss@fabrikam.example"),
        row(11, name="Fabrikam Research", domain="research.fabrikam.example", username="me@msp.example", favourite=True),
        row(12, name="Tailspin (test)", domain="tailspin-test.example", username="me@msp.example"),
    ]
)
INDEX = Index(CUSTOMERS)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        # The whole name before a favourite that only begins so; its beginning as use has it
        ("contoso", "Contoso"),
        ("conto", "Contoso Pharma"),
        ("fabrikam", "Fabrikam"),
        ("north", "Northern Lights"),
        ("northw", "Northwind Traders"),
        ("  northwind   traders ", "Northwind Traders"),
        ("traders northwind", "Northwind Traders"),
        # Accents, and letters that have none but look so
        ("zurich", "Zürich Bäckerei AG"),
        ("zuerich", "Zürich Bäckerei AG"),
        ("BÄCKEREI", "Zürich Bäckerei AG"),
        ("soren", "Søren Østergård"),
        ("ost", "Søren Østergård"),
        ("lodz oeuvre", "Łódź Œuvre"),
        ("ŁÓ", "Łódź Œuvre"),
        # One typing error of each kind, and one in the middle of two words
        ("norhtwind", "Northwind Traders"),
        ("nortwind", "Northwind Traders"),
        ("northwwind", "Northwind Traders"),
        ("nprthwind", "Northwind Traders"),
        ("contoso pharna", "Contoso Pharma"),
        ("tailpsin", "Tailspin (test)"),
        # Initials and what abbreviates
        ("nt", "Northwind Traders"),
        ("nwt", "Northwind Traders"),
        ("cph", "Contoso Pharma"),
        ("zba", "Zürich Bäckerei AG"),
        ("so os", "Søren Østergård"),
        # A name before a tag of the same word, a tag with a name
        ("vip", "VIP Travel"),
        ("vip con", "Contoso"),
        ("swiss", "Zürich Bäckerei AG"),
        # Beginnings of a domain, and all of one: not the subdomain's, however much it is used
        ("spital.co", "St. Gallen Spital"),
        ("onmicrosoft north", "Northwind Traders"),
        ("fabrikam.example", "Fabrikam"),
        ("zb.", "Zürich Bäckerei AG"),
        # Signs that one has and the other has not
        ("st gallen", "St. Gallen Spital"),
        ("tailspin test", "Tailspin (test)"),
        ("st.gallen", "St. Gallen Spital"),
        ("contoso/pharma", "Contoso Pharma"),
        ("northwind-traders", "Northwind Traders"),
        ("\u201ccontoso\u201d", "Contoso"),
        # Pasted: tenant ids, accounts, addresses of a customer's people, links
        ("00000003-0000-4000-8000-000000000003", "Contoso"),
        ("{0000000A-0000-4000-8000-000000000010}", "Fabrikam"),
        ("tenant=00000009-0000-4000-8000-000000000009&x=1", "VIP Travel"),
        ("admin@northwind.onmicrosoft.com", "Northwind Traders"),
        ("boss@fabrikam.example", "Fabrikam"),
        ("jane.doe@contoso.example", "Contoso"),
        ("Jane Doe <Jane.Doe@Contoso.example>;", "Contoso"),
        ("mailto:jane@spital.co.uk?subject=x", "St. Gallen Spital"),
        ("jane@mail.fabrikam.example", "Fabrikam"),
        ("jane@zb.ex", "Zürich Bäckerei AG"),
        ("bob_other.example#EXT#@northwind.onmicrosoft.com", "Northwind Traders"),
        ("https://portal.azure.com/#@contoso.example/resource/x", "Contoso"),
        ("https://www.zb.example/kontakt", "Zürich Bäckerei AG"),
        ("https://contosopharma-my.sharepoint.com/personal/jane", "Contoso Pharma"),
        ("https://northwind-admin.sharepoint.com", "Northwind Traders"),
        ("https://zurich.sharepoint.com/sites/x", "Zürich Bäckerei AG"),
        ("\u2028 contoso.example\n", "Contoso"),
    ],
)
def test_the_first_is_the_one_that_is_meant(typed, first):
    assert found(INDEX, typed)[:1] == [first]


@pytest.mark.parametrize(
    "typed",
    [
        "jane@unknown.example",
        "jane@unknown.co.uk",
        "https://portal.azure.com/",
        "https://unknown.sharepoint.com/sites/contoso",
        "0000ffff-0000-4000-8000-00000000ffff",
        "@",
        "...",
        "<>",
        "https://",
    ],
)
def test_what_belongs_to_nobody_finds_nobody(typed):
    assert found(INDEX, typed) == []


def test_where_a_text_finds_as_it_is_nothing_else_is_read_into_it():
    rows = [row(1, name="a.b"), row(2, name="A B")]
    assert found(Index(prepare(rows)), "a.b") == ["a.b"]


@given(st.text(max_size=60))
def test_readings_begin_with_the_text_and_are_few(text):
    each = list(readings(text))
    assert each[0].text == text
    assert len(each) <= 9
    assert all(other.text for other in each[1:])


def test_a_pasted_wall_of_text_is_read_in_no_time():
    # What takes a regular expression squares of time would take minutes
    for text in ("a." * 100_000, "a@" * 100_000, "-a" * 100_000, "a" * 200_000):
        assert 1 <= len(list(readings(text))) <= 9


def test_the_domain_of_a_pasted_address_is_marked():
    name, domain = marks("jane.doe@contoso.example", ["Contoso", "contoso.example"])
    assert name == ()
    assert domain == ((0, 15),)
