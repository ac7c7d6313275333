"""Answers with values that no honest server sends: each counts as none, and none ends in an error of Python's own."""

from __future__ import annotations

import json
from typing import Self

import pytest

from support.fakes import FakeClock
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import PUBLIC
from tenantdock.domain.directory import Account, UserName
from tenantdock.domain.errors import NetworkTrouble
from tenantdock.domain.proof import Claims
from tenantdock.domain.services import GRAPH
from tenantdock.domain.signin import Realm, RealmKind, Rung, TokenAsk
from tenantdock.identity.fetching import fetch_text
from tenantdock.identity.ladder import Evidence
from tenantdock.identity.prompt_login import PromptLogin, prompt_login
from tenantdock.identity.proxies import shown_url
from tenantdock.identity.realms import Realms
from tenantdock.identity.watch import skew_of
from tenantdock.identity.wire import Reply, retry_after

NO_ADDRESSES = ["https://[x", "https://[::1", "//[", "https://a:99999999/", "javascript:alert(1)", "", "https://"]
TENANT = "8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11"


class Scripted:
    """A wire that answers with the documents of a test, by a part of the address."""

    def __init__(self, answers: dict[str, object], location: str = "") -> None:
        self._answers, self._location = answers, location

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def get(self, url: str, **_: object) -> Reply:
        found = next((answer for part, answer in self._answers.items() if part in url), {})
        return Reply(200, json.dumps(found), {})

    def location(self, url: str, params: object) -> str:
        return self._location

    def keep(self, url: str, reply: Reply) -> None:
        pass

    def check(self) -> None:
        pass


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, '{"a": ' + "9" * 5000 + "}", "\ud800", "NaN"])
def test_what_is_no_object_of_json_is_an_empty_one(text: str) -> None:
    assert Reply(200, text, {}).json() == {}


@pytest.mark.parametrize(
    ("text", "seconds"), [("9" * 5000, 3600.0), (" 120 ", 120.0), ("3601", 3600.0), ("\u00b2", None), ("-1", None)]
)
def test_how_long_to_wait_is_bounded(text: str, seconds: float | None) -> None:
    assert retry_after({"Retry-After": text}) == seconds


@pytest.mark.parametrize(
    "date", ["Thu, 01 Jan 1970 00:00:00 +99999999999999", "Thu, 99 Jan 99999999999999999999 00:00:00 GMT", "now", "1 2 3 4 5 6"]
)
def test_a_date_that_is_none_says_nothing_about_the_clock(date: str) -> None:
    assert skew_of({"Date": date}, 1.0, 1.0) is None


@pytest.mark.parametrize("since", [10**400, 1e300, float("inf"), float("nan"), -1, True, "1", [1]])
def test_a_time_that_is_none_says_nothing_about_when_somebody_signed_in(since: object) -> None:
    unknown = Realm("contoso.com", RealmKind.UNKNOWN)
    seen = Evidence(Claims({"auth_time": since}, {}, {}), Rung.BROWSER, unknown, unknown, 1.0, 2.0)
    assert (seen.signed_in_at, seen.during) == (None, None)


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_a_realm_whose_addresses_are_none_is_still_one(address: str) -> None:
    answers: dict[str, object] = {
        "userrealm": {"NameSpaceType": "Federated", "AuthURL": address, "federation_active_auth_url": address},
        "openid-configuration": {"token_endpoint": address},
    }
    realms = Realms(lambda *_: Scripted(answers), FakeClock())  # type: ignore[arg-type]
    found = realms.realm(PUBLIC, UserName.parse("anna@contoso.com"), Cancel())
    assert (found.kind, found.tenant_id) == (RealmKind.FEDERATED, "")
    assert found.sts in {"", "a"}
    with pytest.raises(NetworkTrouble):
        Realms(lambda *_: Scripted({"openid": {"token_endpoint": "https://login.microsoftonline.com"}}), FakeClock()).tenant_of(  # type: ignore[arg-type]
            PUBLIC, "contoso.com", Cancel()
        )


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_a_new_sign_in_that_leads_nowhere_stays_unknown(address: str) -> None:
    ask = TokenAsk(PUBLIC, TENANT, Account("0" * 32, "public", "anna@contoso.com"), GRAPH)
    realm = Realm("contoso.com", RealmKind.FEDERATED, sts="sts.contoso.com")
    assert prompt_login(Scripted({}, address), ask, realm) is PromptLogin.UNKNOWN  # type: ignore[arg-type]


@pytest.mark.parametrize("address", NO_ADDRESSES)
def test_a_proxy_script_at_no_address_is_told_in_words(address: str) -> None:
    assert isinstance(shown_url(address), str)
    with pytest.raises(NetworkTrouble):
        fetch_text(address, Cancel())
