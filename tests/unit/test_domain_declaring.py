"""Settings are declared once: every field is, and what its declaration says holds for any value."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenantdock.domain.declaring import PageKey, declarations, declared, made_of, value_of, with_value
from tenantdock.domain.errors import BadInput
from tenantdock.domain.said import Said
from tenantdock.domain.settings import ELSEWHERE, ProxyMode, Settings, Theme, settings_by_key

KEYS = settings_by_key()


def leaves(kind, prefix=""):
    for each in fields(kind):
        key = f"{prefix}{each.name}"
        if each.metadata:
            yield key
        else:
            yield from leaves(each.default_factory, f"{key}.")


def test_every_field_is_declared_and_is_found_by_its_key():
    assert list(KEYS) == list(leaves(Settings))
    for key, each in KEYS.items():
        assert value_of(Settings(), key) == each.default
        assert each.label
        assert each.about.endswith(".")
        assert each.words


def test_every_page_has_a_setting_or_something_else_to_find():
    assert {each.page for each in (*KEYS.values(), *ELSEWHERE)} == set(PageKey)
    assert not set(KEYS) & {each.key for each in ELSEWHERE}


def test_texts_can_be_translated():
    for each in (*KEYS.values(), *ELSEWHERE):
        assert all(isinstance(text, Said) for text in (each.label, each.about, each.words, each.counts))
        assert all(isinstance(name, Said) for name in (each.choices or {}).values())


def test_a_default_is_a_value_and_one_of_the_choices():
    for each in KEYS.values():
        assert each.checked(each.default) == each.default
        assert each.choices is None or each.default in each.choices


def test_a_field_without_a_declaration_is_a_mistake_that_shows():
    @dataclass(frozen=True)
    class Half:
        first: bool = declared(default=True, page=PageKey.GENERAL, label="First")
        second: int = field(default=3)

    with pytest.raises(TypeError, match=r"Half\.second"):
        declarations(Half)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "sepia"),
        ("theme", 3),
        ("language", "../../etc"),
        ("language", "de\n"),
        ("language", None),
        ("hotkey", "Ctrl+Alt+Space; rm -rf"),
        ("hotkey", "\u202eCtrl+A"),
        ("hotkey", "+" * 100),
        ("lock.idle_minutes", -1),
        ("lock.idle_minutes", 1441),
        ("lock.idle_minutes", True),
        ("lock.idle_minutes", "5"),
        ("lock.with_screen", 1),
        ("consoles.shell", "/bin/pwsh\x1b[31m"),
        ("consoles.terminal", "x" * 2000),
        ("browsers.browser", "edge\nfirefox"),
        ("browsers.own_profile", "yes"),
        ("proxy.port", 0),
        ("proxy.bypass", "a.example"),
        ("proxy.bypass", ["a b"]),
        ("proxy.mode", "pac"),
    ],
)
def test_what_is_no_value_is_refused_with_its_key_and_a_next_step(key, value):
    with pytest.raises(BadInput) as refused:
        with_value(Settings(), key, value)
    assert refused.value.field == key
    assert refused.value.next_step


@pytest.mark.parametrize(
    ("key", "value"),
    [("theme", Theme.DARK), ("language", "pt-BR"), ("hotkey", ""), ("hotkey", "Meta+F12"), ("lock.idle_minutes", 1440)],
)
def test_a_value_changes_its_setting_alone(key, value):
    before = Settings()
    after = with_value(before, key, value)
    assert value_of(after, key) == value
    assert [each for each in KEYS if value_of(after, each) != value_of(before, each)] == (
        [key] if value != KEYS[key].default else []
    )


def test_values_that_belong_together_are_looked_at_together():
    made = made_of(Settings, {"proxy.mode": "manual", "proxy.host": "proxy.corp.example"})
    assert made.proxy.mode is ProxyMode.MANUAL
    with pytest.raises(BadInput, match="name of a proxy"):
        made_of(Settings, {"proxy.mode": "manual"})


@given(
    st.sampled_from(sorted(KEYS)), st.none() | st.booleans() | st.integers() | st.text(max_size=40) | st.lists(st.text(max_size=5))
)
def test_any_value_is_taken_or_refused_as_bad_input(key, value):
    if KEYS[key].kind is dict:
        return
    after, refused = Settings(), None
    try:
        after = with_value(after, key, value)
    except BadInput as trouble:
        refused = trouble
    assert refused is None or refused.field == key
    assert isinstance(value_of(after, key), KEYS[key].kind)
