"""How the palette finds: tiers, one typing error, abbreviations, use; and which letters it marks."""

from __future__ import annotations

import string
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tenantdock.desktop import matching
from tenantdock.desktop.entries import prepare
from tenantdock.desktop.marking import marks
from tenantdock.desktop.matching import FEW, Index, abbreviation, abbreviator, at_hand, standing, typo
from tenantdock.desktop.wordbook import places_of
from tenantdock.domain.directory import ConnectionRow
from tenantdock.domain.text import folded

ROW = ConnectionRow(
    "c", "Contoso", "00000000-0000-4000-8000-000000000001", "", "", "me@msp.example", "public", ("graph",), "", True, None
)
LETTERS = st.text(string.ascii_lowercase, min_size=4, max_size=9)
WORDS = st.lists(st.text("abcdeno", min_size=1, max_size=6), min_size=1, max_size=3).map(" ".join)
ANY = st.text(min_size=0, max_size=12)


def entries(*names: str, **changes):
    return prepare([replace(ROW, id=f"c{n}", name=name, **changes) for n, name in enumerate(names)])


def found(index: Index, text: str, limit: int = 50) -> list[str]:
    return [entry.name for entry in index.find(text, limit)]


def misspelt(word: str, kind: int, at: int, letter: str) -> str:
    """Return *word* with one typing error."""
    at %= len(word)
    if kind == 0:
        return word[:at] + letter + word[at + 1 :]
    if kind == 1:
        return word[:at] + letter + word[at:]
    if kind == 2:
        return word[:at] + word[at + 1 :]
    at = min(at, len(word) - 2)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


ERROR = st.tuples(st.integers(0, 3), st.integers(0, 20), st.sampled_from(string.ascii_lowercase))


def distance_of_a_beginning(word: str, other: str) -> int:
    """Return the least optimal string alignment distance of *word* to any beginning of *other*, by the book."""
    rows = [list(range(len(other) + 1))]
    for at, letter in enumerate(word, 1):
        row = [at]
        for to, its in enumerate(other, 1):
            cost = min(rows[-1][to] + 1, row[-1] + 1, rows[-1][to - 1] + (letter != its))
            if at > 1 and to > 1 and letter == other[to - 2] and word[at - 2] == its:
                cost = min(cost, rows[-2][to - 2] + 1)
            row.append(cost)
        rows.append(row)
    return min(rows[-1])


SAVED = entries(
    "Northwind Traders",
    "Contoso",
    "Contoso Pharma",
    "Newton Labs",
    "Zürich Bäckerei",
    "NorthWind Toys",
    "Fabrikam GmbH & Co. KG",
    "O'Neill-Schmidt",
    "مكتب المحاماة",
    "東京データ",
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("nwt", ["NorthWind Toys", "Northwind Traders", "Newton Labs"]),
        ("nt", ["NorthWind Toys", "Northwind Traders", "Contoso", "Contoso Pharma"]),
        ("graph", sorted((entry.name for entry in SAVED), key=folded)),
        ("contoso grpah", ["Contoso", "Contoso Pharma"]),
        ("contoso", ["Contoso", "Contoso Pharma"]),
        ("CONTOSO ph", ["Contoso Pharma"]),
        ("pharma con", ["Contoso Pharma"]),
        ("nortwind", ["NorthWind Toys", "Northwind Traders"]),
        ("xorthwind", ["NorthWind Toys", "Northwind Traders"]),
        ("northhwind tr", ["Northwind Traders"]),
        ("cotnoso", ["Contoso", "Contoso Pharma"]),
        ("zurich", ["Zürich Bäckerei"]),
        ("ZÜRICH", ["Zürich Bäckerei"]),
        ("backeeri", ["Zürich Bäckerei"]),
        ("northwindtraders", ["Northwind Traders"]),
        ("fgck", ["Fabrikam GmbH & Co. KG"]),
        ("schmidt", ["O'Neill-Schmidt"]),
        ("neill", ["O'Neill-Schmidt"]),
        ("المحاماة", ["مكتب المحاماة"]),
        ("データ", ["東京データ"]),
        ("qqqq", []),
        ("ontoso", ["Contoso", "Contoso Pharma"]),
    ],
)
def test_what_people_type(typed, expected):
    assert found(Index(SAVED), typed) == expected


def test_every_field_is_found_and_the_name_counts_most():
    rows = [
        replace(ROW, id="1", name="Alpha", domain="delta.example"),
        replace(ROW, id="2", name="Beta", username="delta@msp.example"),
        replace(ROW, id="3", name="Delta"),
        replace(ROW, id="4", name="Gamma", tags=("delta force",)),
        replace(ROW, id="5", name="Epsilon", group="Europe/Delta"),
        replace(ROW, id="6", name="Zeta", services=("teams",)),
        replace(ROW, id="7", name="Eta", tenant_id="deadbeef-0000-4000-8000-000000000001", tenant_name="Deltoid"),
    ]
    index = Index(prepare(rows))
    assert found(index, "delta") == ["Delta", "Alpha", "Epsilon", "Gamma", "Beta"]
    assert found(index, "teams") == ["Zeta"]
    assert found(index, "deadbeef-0000") == ["Eta"]
    assert found(index, "deltoid") == ["Eta"]
    assert found(index, "europe delta") == ["Epsilon"]
    assert found(index, "force") == ["Gamma"]


def test_what_is_used_comes_first_but_not_before_a_better_match():
    rows = [
        replace(ROW, id="1", name="Contoso East"),
        replace(ROW, id="2", name="Contoso West", frecency=3000.0),
        replace(ROW, id="3", name="Contoso South", favourite=True),
        replace(ROW, id="4", name="Kontoso", frecency=3001.0, favourite=True),
        replace(ROW, id="5", name="New Contoso", frecency=3001.0, favourite=True),
        replace(ROW, id="6", name="Contoso"),
    ]
    index = Index(prepare(rows))
    # The whole name first; a name's beginning counts one, and use at most one and a half
    used = ["Contoso", "Contoso South", "New Contoso", "Contoso West", "Contoso East"]
    assert found(index, "contoso") == used
    assert found(index, "contos") == ["Contoso South", "New Contoso", "Contoso West", "Contoso", "Contoso East"]
    # A name's beginning counts one where it is misspelt, too
    assert found(index, "kontos") == ["Kontoso", "Contoso South", "New Contoso", "Contoso West", "Contoso", "Contoso East"]


def test_at_hand_are_favourites_then_what_is_used_then_the_rest_by_name():
    rows = [
        replace(ROW, id="1", name="Zeta", frecency=10.0),
        replace(ROW, id="2", name="Alpha"),
        replace(ROW, id="3", name="Beta", favourite=True),
        replace(ROW, id="4", name="Gamma", frecency=12.0),
        replace(ROW, id="5", name="Delta", favourite=True, frecency=1.0),
    ]
    assert [entry.name for entry in at_hand(prepare(rows), 4)] == ["Delta", "Beta", "Gamma", "Zeta"]


def test_standing_is_bounded():
    top, never = prepare([replace(ROW, frecency=3000.0, favourite=True), ROW])
    assert standing(top, 3000.0) == 1.5
    assert standing(never, 3000.0) == 0.0
    half = prepare([replace(ROW, frecency=2999.0)])[0]
    assert standing(half, 3000.0) == pytest.approx(0.375)


def test_no_more_than_asked_for_and_nothing_from_nothing():
    index = Index(entries(*(f"Customer {n}" for n in range(30))))
    assert len(index) == 30
    assert len(index.find("cust", 7)) == 7
    assert index.find("cust", 0) == []
    assert len(index.find("", 5)) == 5
    assert Index([]).find("x") == []
    assert Index([]).find("") == []


def test_words_that_people_type_in_a_row_cost_one_look_each(monkeypatch):
    index = Index(entries(*(f"Customer {n} of many" for n in range(50))))
    for end in range(1, 20):
        index.find("customer 1 of many"[:end])
    assert len(index._kept_inside) <= matching._KEPT
    assert len(index._kept_begun) <= matching._KEPT
    assert found(index, "customer 1 of many")[0] == "Customer 1 of many"


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12, unique=True), st.data())
def test_a_beginning_always_finds_its_name_before_anything_misspelt_or_inside(names, data):
    name = data.draw(st.sampled_from(names))
    word = data.draw(st.sampled_from(name.split()))
    typed = word[: data.draw(st.integers(1, len(word)))]
    index = Index(entries(*names))
    order = found(index, typed)
    assert name in order

    def begins(other: str) -> bool:
        pieces = other.split()
        return any(piece.startswith(typed) for piece in pieces) or "".join(piece[0] for piece in pieces).startswith(typed)

    fields = ("me", "msp", "example", "graph", ROW.tenant_id)
    elsewhere = any(field.startswith(typed) for field in fields)
    ranks = [begins(other) or elsewhere for other in order]
    assert ranks == sorted(ranks, reverse=True), (typed, order)


@settings(max_examples=200, deadline=None)
@given(LETTERS, ERROR)
def test_one_typing_error_is_forgiven(word, error):
    wrong = misspelt(word, *error)
    assume(len(wrong) >= 4)
    assert found(Index(entries(word.title())), wrong) == [word.title()]


@settings(max_examples=200, deadline=None)
@given(st.lists(LETTERS, min_size=2, max_size=8, unique=True), ERROR, st.data())
def test_what_is_typed_right_stands_before_what_is_misspelt(words, error, data):
    right = data.draw(st.sampled_from(words))
    others = [misspelt(right, *error), *words]
    order = found(Index(entries(*dict.fromkeys([*others, right]), frecency=0.0)), right)
    begun = [other.startswith(right) for other in order]
    assert begun == sorted(begun, reverse=True)
    assert order[0].startswith(right)


@settings(max_examples=400, deadline=None)
@given(st.text("abc", max_size=7), st.text("abc", max_size=8))
def test_the_rule_for_one_error_is_the_distance_by_the_book(word, other):
    places = typo(word, other)
    if places is not None:
        assert distance_of_a_beginning(word, other) <= 1
        assert all(0 <= place < len(other) for place in places)
    elif len(word) >= 4:
        assert distance_of_a_beginning(word, other) > 1 or other.startswith(word)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.text("abc", min_size=1, max_size=7), min_size=1, max_size=8, unique=True), st.text("abcd", min_size=3, max_size=6)
)
def test_looking_misspelt_words_up_finds_those_that_reading_them_all_finds(words, typed):
    index = Index(entries(*words))
    looked_up = {index._names[place] for place in places_of(index._book.typos(typed)[matching._NAMED])}
    read = {word for word in words if not word.startswith(typed) and typo(typed, word) is not None}
    assert read <= looked_up
    assert all(typo(typed, word) is not None or word.startswith(typed) for word in looked_up)


@settings(max_examples=300, deadline=None)
@given(st.text("abcn ", min_size=1, max_size=12), st.text("abcn", min_size=2, max_size=5))
def test_an_abbreviation_takes_letters_in_order_and_begins_words(name, short):
    places = abbreviation(short, name)
    if not places:
        return
    assert places == sorted(set(places))
    assert "".join(name[place] for place in places) == short
    starts = {at for at, letter in enumerate(name) if letter != " " and (at == 0 or name[at - 1] == " ")}
    for before, place in zip([None, *places], places, strict=False):
        same_word = before is not None and " " not in name[before:place]
        assert place in starts or same_word


@settings(max_examples=500, deadline=None)
@given(st.lists(st.text("abn -", max_size=12), max_size=5), st.text("abn", min_size=1, max_size=5))
def test_many_names_are_abbreviated_as_one_is(names, short):
    words_in = abbreviator(short)
    for name in names:
        places = abbreviation(short, name)
        if len(short) > 1:
            assert bool(words_in(name)) == bool(places)
        if places and len(set(name[places[0] : places[-1]]) & set(" -")):
            assert words_in(name) == 2


@settings(max_examples=100, deadline=None)
@given(st.lists(ANY.filter(str.strip), min_size=0, max_size=6), ANY)
def test_any_text_in_any_language_is_only_text(names, typed):
    index = Index(entries(*names))
    order = index.find(typed, 4)
    assert len(order) == len({id(entry) for entry in order}) <= 4
    for entry in order:
        for each, text in zip(marks(typed, [entry.name, entry.account]), [entry.name, entry.account], strict=True):
            assert all(at >= 0 and at + length <= len(text) for at, length in each)


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=10, unique=True), st.text("abcdeno ", min_size=1, max_size=8))
def test_typing_letter_by_letter_finds_what_typing_it_at_once_finds(names, typed):
    slowly, at_once = Index(entries(*names)), Index(entries(*names))
    for end in range(1, len(typed) + 1):
        step_by_step = found(slowly, typed[:end])
    assert step_by_step == found(at_once, typed)


@settings(max_examples=60, deadline=None)
@given(st.lists(LETTERS, min_size=FEW, max_size=FEW + 4, unique=True))
def test_a_good_list_is_not_followed_by_guesses(tails):
    names = [f"cont{tail}" for tail in tails]
    order = found(Index(entries(*names, "kont")), "cont")
    assert set(order) == set(names)


@pytest.mark.parametrize(
    ("typed", "shown", "marked"),
    [
        ("nwt", "Northwind Traders", ["N", "w", "T"]),
        ("nt", "Northwind Traders", ["N", "T"]),
        ("trad", "Northwind Traders", ["Trad"]),
        ("zurich", "Zürich Bäckerei", ["Zürich"]),
        ("backerei", "Zürich Bäckerei", ["Bäckerei"]),
        ("strasse", "Große Straße", ["Straße"]),
        ("nortwind", "Northwind Traders", ["Nort", "wind"]),
        ("norhtwind", "Northwind Traders", ["Northwind"]),
        ("northxind", "Northwind Traders", ["North", "ind"]),
        ("wind north", "Northwind", ["Northwind"]),
        ("orth", "Northwind", ["orth"]),
        ("zzz", "Northwind", []),
        ("", "Northwind", []),
    ],
)
def test_the_letters_that_were_typed_are_marked(typed, shown, marked):
    (runs,) = marks(typed, [shown])
    assert [shown[at : at + length] for at, length in runs] == marked


def test_each_word_is_marked_where_it_matches_best():
    name, domain, tags = marks("con vip", ["Contoso", "contoso.example", "vip"])
    assert name == ((0, 3),)
    assert domain == ()
    assert tags == ((0, 3),)
    name, domain = marks("example", ["Eggs Ample", "contoso.example"])
    assert name == ()
    assert domain == ((8, 7),)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=10), st.text(max_size=6))
def test_marked_letters_fold_to_what_was_typed_where_it_is_typed_right(shown, typed):
    (runs,) = marks(typed, [shown])
    words = folded(typed).split()
    if len(words) == 1 and words[0] in folded(shown) and runs:
        text = "".join(shown[at : at + length] for at, length in runs)
        assert all(letter in folded(text) for letter in words[0])
