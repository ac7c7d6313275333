"""Whom a sign-in ends with: sessions, hints, prompts, federated domains. By a scripted person on the real pages."""
# fixtures are imported, and then asked for by name

from __future__ import annotations

from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import pytest
import requests

from support.cloud import ScriptedPerson, Stopped
from support.person import read
from support.signing_in import GRAPH_SCOPE, REDIRECT, app, sign_in

NANCY = "admin@northwind.example"
FRANK, TARA = "admin@fabrikam.example", "admin@tailspin.example"
FRANKS_KIOSK, TARAS_KIOSK = "kiosk@fabrikam.example", "kiosk@tailspin.example"


def signed_in(cloud, person, tenant, **asked):
    """Return the user name that a sign-in ended with, or the error."""
    result = sign_in(app(cloud, tenant), person, **asked)
    return result.get("id_token_claims", {}).get("preferred_username") or result["error"]


def authorize(cloud, tenant, **asked):
    given = {
        "client_id": "14d82eec-204b-4c2f-b7e8-296a70dab67e",
        "response_type": "code",
        "redirect_uri": REDIRECT,
        "scope": f"openid {GRAPH_SCOPE}",
        "state": "s",
    }
    given = {name: value for name, value in (given | asked).items() if value is not None}
    return f"{cloud.page}{tenant}/oauth2/v2.0/authorize?{urlencode(given)}"


# Sessions, hints and prompts


def test_the_only_session_is_taken_without_a_word(cloud):
    pia = ScriptedPerson("pia@nordlicht.example")
    assert signed_in(cloud, pia, "contoso.example") == pia.user
    pia.seen.clear()
    assert signed_in(cloud, pia, "litware.example") == pia.user
    assert pia.seen == ["hop"]


def test_the_only_session_is_taken_even_where_someone_else_was_meant(cloud):
    browser = ScriptedPerson("pia@nordlicht.example")
    signed_in(cloud, browser, "contoso.example")
    browser.user = "admin@contoso.example"
    assert signed_in(cloud, browser, "contoso.example") == "pia@nordlicht.example"
    assert signed_in(cloud, browser, "contoso.example", login_hint=browser.user) == browser.user


def test_a_hint_leads_straight_to_the_password(cloud):
    person = ScriptedPerson(NANCY)
    assert signed_in(cloud, person, "northwind.example", login_hint=NANCY) == NANCY
    assert person.seen == ["password", "hop"]


def test_without_a_hint_the_name_is_asked_for(cloud):
    person = ScriptedPerson(NANCY)
    signed_in(cloud, person, "northwind.example")
    assert person.seen == ["username", "password", "hop"]


def test_prompt_login_asks_again_although_someone_is_signed_in(cloud):
    person = ScriptedPerson(NANCY)
    signed_in(cloud, person, "northwind.example")
    person.seen.clear()
    assert signed_in(cloud, person, "northwind.example", prompt="login", login_hint=NANCY) == NANCY
    assert person.seen == ["password", "hop"]


def test_prompt_select_account_shows_the_picker_and_drops_the_hint(cloud):
    person = ScriptedPerson(NANCY)
    signed_in(cloud, person, "northwind.example")
    person.seen.clear()
    assert signed_in(cloud, person, "northwind.example", prompt="select_account", login_hint="mfa@northwind.example") == NANCY
    assert person.seen == ["picker", "hop"]
    person.user, person.picks = "mfa@northwind.example", ""
    assert signed_in(cloud, person, "northwind.example", prompt="select_account") == "mfa@northwind.example"


def test_two_sessions_show_the_picker_and_a_hint_chooses(cloud):
    person = ScriptedPerson(NANCY)
    signed_in(cloud, person, "northwind.example", login_hint=NANCY)
    person.user = "mfa@northwind.example"
    signed_in(cloud, person, "northwind.example", login_hint=person.user)
    person.seen.clear()
    assert signed_in(cloud, person, "northwind.example", login_hint=NANCY.upper()) == NANCY
    assert person.seen == ["hop"]
    assert signed_in(cloud, person, "northwind.example") == "mfa@northwind.example"
    assert "picker" in person.seen


def test_domain_hint_chooses_among_sessions_and_sends_a_federated_domain_on(cloud):
    person = ScriptedPerson(NANCY)
    signed_in(cloud, person, "common", login_hint=NANCY)
    assert signed_in(cloud, person, "common", domain_hint="northwind.example") == NANCY
    assert signed_in(cloud, person, "common", domain_hint="fabrikam.example") == FRANKS_KIOSK


def test_prompt_none_needs_one_session(cloud):
    person = ScriptedPerson("pia@nordlicht.example")
    assert signed_in(cloud, person, "contoso.example", prompt="none") == "login_required"
    signed_in(cloud, person, "contoso.example")
    assert signed_in(cloud, person, "litware.example", prompt="none") == person.user
    assert signed_in(cloud, person, "litware.example", prompt="none", login_hint="admin@litware.example") == "login_required"
    assert signed_in(cloud, person, "wingtip.example", prompt="none") == "interaction_required"
    person.user = NANCY
    signed_in(cloud, person, "northwind.example", login_hint=NANCY)
    assert signed_in(cloud, person, "contoso.example", prompt="none") == "interaction_required"


def test_profiles_do_not_share_sessions(cloud):
    person = ScriptedPerson(NANCY)
    signed_in(cloud, person, "northwind.example")
    assert signed_in(cloud, person.private_window(), "northwind.example", prompt="none") == "login_required"


@pytest.mark.parametrize("keep", [True, False])
def test_stay_signed_in_outlives_the_browser(cloud, keep):
    person = ScriptedPerson(NANCY, keep=keep)
    signed_in(cloud, person, "northwind.example")
    assert all(cookie.has_nonstandard_attr("HttpOnly") for cookie in person.browser.cookies)
    person.browser.cookies.clear_session_cookies()
    assert signed_in(cloud, person, "northwind.example", prompt="none") == (NANCY if keep else "login_required")


# Refusals on the pages


@pytest.mark.parametrize(
    ("person", "tenant", "number"),
    [
        (ScriptedPerson("disabled@northwind.example"), "northwind.example", "50057"),
        (ScriptedPerson(NANCY, password="wrong"), "northwind.example", "50126"),
        (ScriptedPerson("nobody@northwind.example"), "northwind.example", "50034"),
        (ScriptedPerson("nobody@nowhere.example"), "northwind.example", "50034"),
        (ScriptedPerson("pia@nordlicht.example"), "wingtip.example", "50020"),
        (ScriptedPerson(NANCY), "contoso.example", "50020"),
    ],
)
def test_refused_people_see_why(cloud, person, tenant, number):
    with pytest.raises(Stopped) as stopped:
        sign_in(app(cloud, tenant), person)
    assert stopped.value.page.aadsts == number


@pytest.mark.parametrize(
    ("change", "number"),
    [
        ({"client_id": "00000000-0000-4000-8000-000000000000"}, "700016"),
        ({"redirect_uri": "http://localhost.evil.example/"}, "50011"),
        ({"redirect_uri": "https://localhost:5000"}, "50011"),
        ({"redirect_uri": "http://localhost:5000/path"}, "50011"),
        ({"redirect_uri": "http://user@localhost:5000"}, "50011"),
        ({"redirect_uri": None}, "900144"),
        ({"client_id": None}, "900144"),
    ],
)
def test_who_is_not_known_is_not_sent_back(cloud, change, number):
    with pytest.raises(Stopped) as stopped:
        ScriptedPerson(NANCY).sign_in(authorize(cloud, "northwind.example", **change))
    assert stopped.value.page.aadsts == number


def test_an_unknown_tenant_is_shown_not_sent_back(cloud):
    with pytest.raises(Stopped, match="90002"):
        ScriptedPerson(NANCY).sign_in(authorize(cloud, "nowhere.example"))


@pytest.mark.parametrize(
    ("change", "error", "number"),
    [
        ({"response_type": "token"}, "unsupported_response_type", "700054"),
        ({"response_type": None}, "invalid_request", "900144"),
        ({"scope": None}, "invalid_request", "900144"),
        ({"scope": "https://exchange.practice.example/.default"}, "invalid_client", "65002"),
        ({"prompt": "dance"}, "invalid_request", "90023"),
        ({"response_mode": "pigeon"}, "invalid_request", "90023"),
        ({"code_challenge": "short", "code_challenge_method": "S256"}, "invalid_request", "501491"),
        ({"max_age": "soon"}, "invalid_request", "90023"),
        ({"claims": "[]"}, "invalid_request", "90023"),
    ],
)
def test_other_mistakes_go_back_to_the_client_with_its_state(cloud, change, error, number):
    answer = ScriptedPerson(NANCY).sign_in(authorize(cloud, "northwind.example", **change))
    assert (answer["error"], answer["state"]) == (error, "s")
    assert answer["error_description"].startswith(f"AADSTS{number}: ")


@pytest.mark.parametrize("host", ["http://localhost", "http://localhost:1/", "http://127.0.0.1:8400"])
def test_loopback_addresses_that_are_fine(cloud, host):
    assert "code" in ScriptedPerson(NANCY).sign_in(authorize(cloud, "northwind.example", redirect_uri=host))


def test_cancel_tells_the_client(cloud):
    browser = requests.Session()
    browser.trust_env = False
    page = browser.get(authorize(cloud, "northwind.example", login_hint=NANCY), timeout=10)
    csrf = read(page.url, page.text).forms[0].fields["csrf"]
    answer = browser.post(page.url, data={"csrf": csrf, "action": "cancel"}, allow_redirects=False, timeout=10)
    assert parse_qs(urlsplit(answer.headers["location"]).query)["error"] == ["access_denied"]


# Federated domains: the wrong user


def test_fabrikams_server_takes_the_machines_user_whatever_the_hint_says(cloud):
    person = ScriptedPerson(FRANK)
    assert signed_in(cloud, person, "fabrikam.example", login_hint=FRANK) == FRANKS_KIOSK
    assert signed_in(cloud, person, "fabrikam.example", login_hint=FRANK) == FRANKS_KIOSK
    assert signed_in(cloud, person.private_window(), "fabrikam.example", login_hint=FRANK) == FRANKS_KIOSK
    assert "password" not in person.seen


def test_prompt_login_makes_fabrikams_server_ask_for_a_password(cloud):
    person = ScriptedPerson(FRANK)
    signed_in(cloud, person, "fabrikam.example", login_hint=FRANK)
    person.seen.clear()
    assert signed_in(cloud, person, "fabrikam.example", login_hint=FRANK, prompt="login") == FRANK
    assert person.seen == ["sts", "hop", "hop"]


def test_tailspins_server_takes_the_machines_user_in_joined_browsers_even_when_asked_anew(cloud):
    person = ScriptedPerson(TARA, joined=True)
    for asked in ({}, {"prompt": "login"}):
        assert signed_in(cloud, person, "tailspin.example", login_hint=TARA, **asked) == TARAS_KIOSK
    assert signed_in(cloud, person.private_window(), "tailspin.example", login_hint=TARA) == TARA


def test_a_browser_joins_the_machine_and_leaves_it(cloud):
    person = ScriptedPerson(TARA)
    person.browser.get(f"{cloud.page}machine/join", timeout=10)
    assert signed_in(cloud, person, "tailspin.example", login_hint=TARA) == TARAS_KIOSK
    person.browser.get(f"{cloud.page}machine/leave", timeout=10)
    assert signed_in(cloud, person, "tailspin.example", login_hint=TARA) == TARA


def test_what_prompt_login_becomes_on_the_way_to_the_server(cloud):
    http = requests.Session()
    http.trust_env = False

    def sent(tenant, user, **asked):
        answer = http.get(authorize(cloud, tenant, login_hint=user, **asked), allow_redirects=False, timeout=10)
        assert answer.headers["location"].startswith(f"{cloud.page}sts/{tenant}/ls?")
        return dict(parse_qsl(urlsplit(answer.headers["location"]).query))

    plain = sent("fabrikam.example", FRANK)
    assert plain["username"] == FRANK
    assert not {"wfresh", "wauth", "prompt"} & plain.keys()
    fresh = sent("fabrikam.example", FRANK, prompt="login")
    assert fresh["wfresh"] == "0"
    assert fresh["wauth"].endswith("/password")
    disabled = sent("tailspin.example", TARA, prompt="login")
    assert disabled["wfresh"] == "0"
    assert "wauth" not in disabled


def test_a_server_that_is_passed_the_prompt_asks_for_a_new_sign_in(cloud):
    # NativeSupport: no practice domain has it, but its server knows what the prompt means
    http = requests.Session()
    http.trust_env = False
    sent = http.get(authorize(cloud, "fabrikam.example", login_hint=FRANK), allow_redirects=False, timeout=10).headers["location"]
    assert read(sent, http.get(sent, timeout=10).text).name == "hop"
    native = f"{sent}&prompt=login"
    assert read(native, http.get(native, timeout=10).text).name == "sts"


def test_a_request_that_hints_at_a_federated_domain_is_sent_straight_on(cloud):
    def sent(**asked):
        url = authorize(cloud, "fabrikam.example", **asked).replace(cloud.page, f"{cloud.authority}/")
        answer = cloud.trusting().get(url, allow_redirects=False)
        assert 300 <= answer.status_code < 400
        return answer.headers["location"]

    assert sent(login_hint=FRANK, domain_hint="fabrikam.example").startswith(f"{cloud.page}sts/fabrikam.example/ls?")
    for hint in (None, "northwind.example", "nowhere.example"):
        assert sent(login_hint=FRANK, domain_hint=hint).startswith(f"{cloud.page}fabrikam.example/oauth2/v2.0/authorize?")


def test_a_federated_name_typed_on_the_page_leads_to_its_own_server(cloud):
    person = ScriptedPerson(FRANK)
    assert signed_in(cloud, person, "fabrikam.example") == FRANKS_KIOSK
    assert person.seen == ["username", "hop", "hop"]


def test_the_machines_user_can_be_changed(cloud):
    cloud.machine(FRANK)
    assert signed_in(cloud, ScriptedPerson(FRANK), "fabrikam.example", login_hint=FRANK) == FRANK
    cloud.machine("")
    assert signed_in(cloud, ScriptedPerson(FRANK), "fabrikam.example", login_hint=FRANK) == FRANKS_KIOSK


def test_a_wrong_password_at_the_domains_own_server(cloud):
    with pytest.raises(Stopped, match="not right"):
        signed_in(cloud, ScriptedPerson(TARA, password="wrong"), "tailspin.example", login_hint=TARA)


# Attacks


def test_a_form_without_the_browsers_value_or_from_another_page_is_refused(cloud):
    browser = requests.Session()
    browser.trust_env = False
    page = browser.get(authorize(cloud, "northwind.example", login_hint=NANCY), timeout=10)
    csrf = read(page.url, page.text).forms[0].fields["csrf"]
    good = {"csrf": csrf, "passwd": "practice"}
    for fields, headers in (
        ({"passwd": "practice"}, {}),
        (good | {"csrf": "0" * 64}, {}),
        (good, {"Origin": "http://localhost:9"}),
        (good, {"Origin": "null"}),
        (good, {"Sec-Fetch-Site": "same-site"}),
        (good, {"Sec-Fetch-Site": "cross-site"}),
    ):
        answer = browser.post(page.url, data=fields, headers=headers, allow_redirects=False, timeout=10)
        assert answer.status_code == 400, (fields, headers)
        assert "over" in answer.text
    stranger = requests.post(page.url, data=good, allow_redirects=False, timeout=10)
    assert stranger.status_code == 400
    assert browser.post(page.url, data=good, allow_redirects=False, timeout=10).status_code == 303


def test_a_domains_server_speaks_for_its_own_users_in_its_own_sign_in_only(cloud):
    browser = requests.Session()
    browser.trust_env = False
    first = browser.get(authorize(cloud, "fabrikam.example", login_hint=FRANK), timeout=10)
    statement = read(first.url, first.text).forms[0].fields
    second = browser.get(authorize(cloud, "fabrikam.example", login_hint=FRANK), timeout=10)
    other = read(second.url, second.text).forms[0].fields["wctx"]
    swapped = browser.post(f"{cloud.page}login", data=statement | {"wctx": other}, timeout=10)
    assert "over" in swapped.text
    forged = browser.post(f"{cloud.page}login", data=statement | {"wresult": statement["wresult"][:-4] + "AAAA"}, timeout=10)
    assert "over" in forged.text
    assert browser.post(f"{cloud.page}login", data=statement, allow_redirects=False, timeout=10).status_code == 303


def test_text_from_outside_is_shown_as_text(cloud):
    person = ScriptedPerson("<script>alert(1)</script>@northwind.example")
    answer = requests.get(authorize(cloud, "northwind.example", login_hint=person.user), timeout=10)
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;alert" in answer.text
    answer = requests.get(authorize(cloud, "northwind.example", redirect_uri='"><script>'), timeout=10)
    assert "<script>" not in answer.text


def test_pages_forbid_frames_scripts_and_other_origins(cloud):
    for url in (cloud.page, f"{cloud.page}devicelogin", authorize(cloud, "northwind.example")):
        policy = requests.get(url, timeout=10).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert requests.get(url, timeout=10).headers["cache-control"] == "no-store"


def test_another_account_shows_first_who_is_signed_in_and_then_asks_for_a_name(cloud):
    person = ScriptedPerson("pia@nordlicht.example")
    signed_in(cloud, person, "contoso.example")
    page = person.browser.get(authorize(cloud, "contoso.example", login_hint="admin@contoso.example"), timeout=10)
    shown = [read(page.url, page.text)]
    while shown[-1].name != "username":
        fields = {"csrf": shown[-1].forms[0].fields["csrf"], "action": "another"}
        page = person.browser.post(page.url, data=fields, timeout=10)
        shown.append(read(page.url, page.text))
    assert [told.name for told in shown] == ["password", "picker", "username"]
    assert person.user in shown[1].text
