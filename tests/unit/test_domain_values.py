"""Clouds, tenants, accounts, connections, services, tokens and texts: what is accepted, and how what is not is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.directory import CONTOSO, HOME, a_connection
from tenantdock.domain import errors, services
from tenantdock.domain.clouds import BUILT_IN, PUBLIC, Cloud, Clouds
from tenantdock.domain.directory import (
    HALF_LIFE,
    Account,
    ConnectionRow,
    ConsoleSettings,
    Filing,
    Tenant,
    UserName,
    domain_name,
    frecency,
    group_path,
    guid,
    tag_list,
)
from tenantdock.domain.errors import BadInput, Cancelled, NetworkTrouble, SignInFailed, SignInRequired, TenantDockError
from tenantdock.domain.proof import Proof
from tenantdock.domain.secret import Secret
from tenantdock.domain.signin import AccessToken, Progress, Rung, next_rungs, no_progress
from tenantdock.domain.text import ELLIPSIS, folded, one_line


def refused(call, *arguments, **named):
    with pytest.raises(BadInput) as caught:
        call(*arguments, **named)
    assert caught.value.next_step
    return caught.value


# --- ids, domains, user names


@pytest.mark.parametrize("text", [CONTOSO, CONTOSO.upper(), f" {{{CONTOSO}}}\n", CONTOSO.replace("-", "")])
def test_a_guid_is_taken_in_any_usual_form(text):
    assert guid(text) == CONTOSO


@pytest.mark.parametrize("text", ["", "x", CONTOSO[:-1], CONTOSO + "0", "\x1b]0;x\x07"])
def test_what_is_no_guid_is_refused(text):
    assert "\x1b" not in str(refused(guid, text))


@pytest.mark.parametrize(
    ("text", "domain"),
    [
        ("contoso.com", "contoso.com"),
        (" Contoso.COM. ", "contoso.com"),
        ("a-b.c1.example", "a-b.c1.example"),
        ("m\u00fcller.example", "xn--mller-kva.example"),
        ("xn--mller-kva.example", "xn--mller-kva.example"),
        ("a" * 63 + ".example", "a" * 63 + ".example"),
    ],
)
def test_domains_are_taken(text, domain):
    assert domain_name(text) == domain


@pytest.mark.parametrize(
    "text",
    [
        "",
        "contoso",
        ".com",
        "a..b",
        "-a.com",
        "a-.com",
        "a_b.com",
        "a b.com",
        "a.com/x",
        "a.com:443",
        "a" * 64 + ".com",
        "\u00fc..de",
        ".".join(["a" * 60] * 5),
        "https://contoso.com",
        "x@contoso.com",
        "contoso.com\n.x",
    ],
)
def test_what_is_no_domain_is_refused(text):
    assert "contoso.com" in refused(domain_name, text).next_step


def test_a_user_name_is_taken_apart():
    assert UserName.parse(" Anna.O'Neil+x@Contoso.COM ") == UserName("Anna.O'Neil+x", "contoso.com")
    assert str(UserName.parse("Anna@Contoso.COM")) == "Anna@contoso.com"


@pytest.mark.parametrize("text", ["", "anna", "@contoso.com", "anna@", "a nna@contoso.com", ".a@contoso.com", "a.@contoso.com"])
def test_what_is_no_user_name_is_refused(text):
    refused(UserName.parse, text)


@pytest.mark.parametrize(
    "text", ["\u00e4nna@contoso.com", "a@b@contoso.com", "a" * 65 + "@contoso.com", "a\x1b@contoso.com", "a@nowhere"]
)
def test_user_names_with_strange_parts_are_refused(text):
    refused(UserName.parse, text)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("anna@contoso.com", True),
        ("ANNA@CONTOSO.COM", True),
        (" anna@contoso.com", False),
        ("anna@contoso.com.", False),
        ("ann\u0430@contoso.com", False),
        ("", False),
    ],
)
def test_only_case_is_forgiven_between_user_names(other, same):
    assert UserName.parse("Anna@contoso.com").same_as(other) is same


# --- what is saved


def test_a_tenant_has_a_guid():
    assert Tenant(CONTOSO.upper(), "public", "x").id == CONTOSO
    refused(Tenant, "contoso.com", "public", "x")


def test_an_account_is_enrolled_with_its_home_id():
    new, known = Account("1" * 32, "public", "anna@contoso.com"), Account("1" * 32, "public", "anna@contoso.com", HOME)
    assert (new.enrolled, new.home_tenant) == (False, "")
    assert (known.enrolled, known.home_tenant) == (True, HOME.partition(".")[2])


@pytest.mark.parametrize("home", ["x", HOME.upper().replace("1", "A"), HOME + ".x", HOME + "\n", f" {HOME}"])
def test_a_damaged_home_id_is_refused(home):
    refused(Account, "1" * 32, "public", "anna@contoso.com", home)


@pytest.mark.parametrize("colour", ["", "#1a7f5a"])
def test_colours_are_taken(colour):
    assert ConsoleSettings(colour=colour).colour == colour


@pytest.mark.parametrize("colour", ["red", "#1a7f5", "#1A7F5A", "#1a7f5a;"])
def test_what_is_no_colour_is_refused(colour):
    refused(ConsoleSettings, colour=colour)


@pytest.mark.parametrize("change", [{"name": ""}, {"name": " \t"}, {"name": "x" * 301}, {"services": ()}])
def test_an_incomplete_connection_is_refused(change):
    connection = a_connection()
    refused(replace, connection, **change)


def test_account_and_tenant_are_of_one_cloud():
    connection = a_connection()
    refused(replace, connection, account=replace(connection.account, cloud="usgov"))


def test_a_name_of_300_characters_is_taken():
    assert len(a_connection("x" * 300).name) == 300


# --- clouds and services


def test_every_built_in_cloud_has_its_own_endpoints():
    clouds = Clouds()
    assert [cloud.id for cloud in clouds] == ["public", "usgov", "usdod", "china"]
    for cloud in BUILT_IN:
        assert clouds.get(cloud.id) is cloud
        assert not cloud.trust_anchor
        assert all(root.startswith("https://") and root.endswith("/") for root in cloud.api_roots.values())
        assert services.GRAPH.scopes(cloud) == (cloud.resources["graph"] + "/.default",)
    assert PUBLIC.tenant_authority(CONTOSO) == f"https://login.microsoftonline.com/{CONTOSO}"


@pytest.mark.parametrize(
    "authority",
    [
        "http://login.example",
        "login.example",
        "https://",
        "https://login.example/path",
        "https://login.example?x=1",
        "https://u@login.example",
    ],
)
def test_only_an_https_origin_is_an_authority(authority):
    refused(Cloud, "x", "X", authority, {})


def test_the_practice_cloud_is_unknown_unless_it_was_asked_for():
    error = refused(Clouds().get, "sandbox")
    assert "--sandbox" in error.next_step
    practice = Cloud("sandbox", "Practice", "https://localhost:1", {})
    assert Clouds([practice]).get("sandbox") is practice
    assert "not known" in refused(Clouds().get, "mars").message


def test_services_are_found_by_key_or_label():
    assert services.service("graph") is services.service("Graph") is services.GRAPH
    assert "Graph, Azure" in refused(services.service, "mail").next_step
    assert services.services(["AZURE", "graph", "azure"]) == (services.GRAPH, services.AZURE)
    assert services.services([]) == ()


def test_a_service_that_a_cloud_does_not_have_is_told():
    assert "Teams is not offered" in refused(services.TEAMS.scopes, Clouds().get("china")).message


# --- signing in


def test_rungs_after_a_wrong_account_go_up_first_and_never_repeat():
    for rung in Rung:
        after = next_rungs(rung)
        assert rung not in after
        assert Rung.SILENT not in after
        assert len(set(after)) == len(after)
    assert next_rungs(Rung.SILENT) == (Rung.FRESH, Rung.PRIVATE, Rung.OTHER_PROFILE, Rung.DEVICE_CODE)
    assert next_rungs(Rung.BROWSER) == (Rung.FRESH, Rung.PRIVATE, Rung.OTHER_PROFILE, Rung.DEVICE_CODE)
    assert next_rungs(Rung.PRIVATE) == (Rung.OTHER_PROFILE, Rung.DEVICE_CODE, Rung.FRESH)


def test_a_token_says_how_long_it_lasts_and_not_what_it_is():
    token = AccessToken(
        Secret("THE-TOKEN"), "graph", CONTOSO, "anna@contoso.com", 100.0, Proof(CONTOSO, HOME, "x", "anna", guest=False)
    )
    assert token.seconds_left(40.0) == 60.0
    assert token.seconds_left(140.0) == -40.0
    assert "THE-TOKEN" not in repr(token)


def test_progress_can_be_ignored():
    assert no_progress(Progress("x", "y")) is None


# --- errors


def every_error(kind=TenantDockError):
    yield kind
    for each in kind.__subclasses__():
        if each.__module__ == errors.__name__:
            yield from every_error(each)


def test_every_error_has_a_code_and_a_title_of_its_own():
    kinds = list(every_error())
    assert len(kinds) > 15
    assert len({kind.code for kind in kinds}) == len(kinds)
    assert all(kind.default_title for kind in kinds)


@pytest.mark.parametrize("kind", [kind for kind in every_error() if kind is not Cancelled])
def test_every_error_says_what_happened_and_what_to_do(kind):
    error = kind("It broke.", next_step="Mend it.", details="part 7")
    assert str(error) == "It broke. Mend it."
    assert (error.message, error.next_step, error.title, error.details) == ("It broke.", "Mend it.", kind.default_title, "part 7")


def test_errors_carry_what_their_callers_need():
    assert TenantDockError("x", next_step="y", title="Mine").title == "Mine"
    assert str(Cancelled()) == "Cancelled."
    required = SignInRequired("x", next_step="y", claims="c", aadsts="50076")
    assert (required.claims, required.aadsts) == ("c", "50076")
    assert SignInFailed("x", next_step="y", aadsts="50105").aadsts == "50105"
    assert NetworkTrouble("x", next_step="y", retry_after=7.0).retry_after == 7.0


# --- texts


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("  a \t b\r\nc\u2028d ", "a b c d"),
        ("Z\u00fcrich \u2764", "Z\u00fcrich \u2764"),
        ("\x1b]0;title\x07", "\ufffd]0;title\ufffd"),
        ("a\u202eb\u200bc\ue000\ud800", "a\ufffdb\ufffdc\ufffd\ufffd"),
        ("\U0001f468\u200d\U0001f469", "\U0001f468\u200d\U0001f469"),
        ("", ""),
    ],
)
def test_text_from_outside_is_shown_as_one_harmless_line(text, shown):
    assert one_line(text) == shown


def test_long_text_is_cut_where_it_shows():
    assert one_line("x" * 50, 10) == "x" * 9 + ELLIPSIS
    assert one_line("x" * 8 + " y z", 10) == "x" * 8 + ELLIPSIS
    assert one_line("x" * 10, 10) == "x" * 10
    assert one_line("x" * 10_000_000, 1) == ELLIPSIS
    with pytest.raises(ValueError, match="at least 1"):
        one_line("x", 0)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Z\u00dcRICH", "zurich"),
        ("Stra\u00dfe", "strasse"),
        ("\uff21\ufb01", "afi"),
        ("e\u0301", "e"),
        ("S\u00f8ren \u00c6r\u00f8", "soren aero"),
        ("\u0141\u00f3d\u017a", "lodz"),
        ("O\u2019Neill \u2013 Smith\u2011Jones", "o'neill - smith-jones"),
    ],
)
def test_searching_forgives_case_accents_and_forms(text, found):
    assert folded(text) == found


@pytest.mark.parametrize(
    ("typed", "path"),
    [("", ""), (" Europe / North ", "Europe/North"), ("//a//b/", "a/b"), ("a\nb\t c", "a b c"), ("\u202eevil", "\ufffdevil")],
)
def test_a_group_is_a_tidy_path(typed, path):
    assert group_path(typed) == path


def test_tags_are_kept_once_in_their_order():
    assert tag_list(["Gold", " gold ", "", "24x7", "GOLD"]) == ("Gold", "24x7")


@pytest.mark.parametrize("tags", [["a,b"], ["x" * 41], [f"t{n}" for n in range(21)]])
def test_tags_that_cannot_be_kept_are_refused(tags):
    with pytest.raises(BadInput):
        tag_list(tags)


@pytest.mark.parametrize("fields", [{"group": "x" * 201}, {"notes": "x" * 10_001}, {"tags": ("a,b",)}])
def test_a_filing_that_is_too_long_is_refused(fields):
    with pytest.raises(BadInput):
        Filing(**fields)


def test_a_row_knows_whether_its_account_comes_from_elsewhere():
    row = ConnectionRow("1", "n", "t1", "", "", "", "public", ("graph",), "", enrolled=True, last_used=None)
    assert [replace(row, home_tenant=home).visiting for home in ("", "t1", "t2")] == [False, False, True]


def test_frecency_halves_in_a_half_life_and_adds_up():
    assert frecency(0, HALF_LIFE) == 1.0
    twice = frecency(frecency(0, HALF_LIFE), HALF_LIFE)
    assert twice == pytest.approx(frecency(0, 2 * HALF_LIFE))  # two then are one a half-life later
    assert frecency(frecency(0, 5 * HALF_LIFE), HALF_LIFE) > frecency(0, 5 * HALF_LIFE)  # an old use that comes late counts too
