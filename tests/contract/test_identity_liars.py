"""A provider that lies in every field it can: nothing of it is stored or handed out, and nothing secret is told."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from support.identity import (
    OTHER_TENANT,
    OTHER_USER,
    SECRET,
    TENANT,
    UPN,
    USER,
    Desk,
    LyingProvider,
    Reply,
    answer,
    ask_for,
    assert_tells_no_secret,
    b64,
    desk,
    jwt,
    lying_provider,
    provider,
    with_nonce,
)
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import (
    NetworkTrouble,
    SignInFailed,
    SignInRequired,
    TenantDockError,
)
from tenantdock.domain.proof import Mismatch, WrongAccount
from tenantdock.domain.signin import Rung
from tenantdock.identity.entra import EntraIdentity

__all__ = ["desk", "provider"]

Made = dict[str, Any]
Lie = Callable[[LyingProvider, Mapping[str, str]], Any]


def lie(**values: Any) -> Lie:
    return lambda provider, form: with_nonce(provider, answer(form, "", number=66, **values))


def without(name: str) -> Lie:
    def made(provider: LyingProvider, form: Mapping[str, str]) -> Made:
        full = with_nonce(provider, answer(form, "", number=66))
        return {key: value for key, value in full.items() if key != name}

    return made


def with_(**fields: Any) -> Lie:
    return lambda provider, form: {**with_nonce(provider, answer(form, "", number=66)), **fields}


def id_claims(**changes: Any) -> Lie:
    def made(provider: LyingProvider, form: Mapping[str, str]) -> Made:
        claims = {"tid": TENANT, "oid": USER, "preferred_username": UPN, "sub": USER, "aud": form["client_id"]}
        claims["nonce"] = provider.nonces.get("hashed", "")
        kept = {name: value for name, value in {**claims, **changes}.items() if value is not None}
        return {**answer(form, "", number=66), "id_token": jwt(kept)}

    return made


LIES: dict[str, tuple[Lie, object]] = {
    "another user": (lie(oid=OTHER_USER), Mismatch.ACCOUNT),
    "another user of the same name": (lie(oid=OTHER_USER, upn=UPN), Mismatch.ACCOUNT),
    "another tenant": (lie(tid=OTHER_TENANT), Mismatch.TENANT),
    "another home": (lie(utid=OTHER_TENANT), Mismatch.ACCOUNT),
    "swapped client_info": (with_(client_info=b64({"uid": OTHER_USER, "utid": TENANT})), Mismatch.INCONSISTENT),
    "client_info of another tenant": (with_(client_info=b64({"uid": USER, "utid": OTHER_TENANT})), Mismatch.ACCOUNT),
    "no client_info": (without("client_info"), Mismatch.MISSING),
    "client_info that is no base64": (with_(client_info="%%%"), SignInFailed),
    "client_info that is a list": (with_(client_info=b64([1, 2])), Mismatch.MISSING),
    "no id_token": (without("id_token"), Mismatch.MISSING),
    "id_token that is no JWT": (with_(id_token="a.b"), SignInFailed),
    "no oid": (id_claims(oid=None), Mismatch.MISSING),
    "no tid": (id_claims(tid=None), Mismatch.MISSING),
    "oid that is a list": (id_claims(oid=[USER]), Mismatch.MISSING),
    "for another client": (id_claims(aud="99999999-0000-4000-8000-000000000000"), Mismatch.AUDIENCE),
    "access token of another user": (with_(access_token=jwt({"tid": TENANT, "oid": OTHER_USER})), Mismatch.INCONSISTENT),
    "access token of another tenant": (with_(access_token=jwt({"tid": OTHER_TENANT, "oid": USER})), Mismatch.INCONSISTENT),
    "access token of another client": (
        with_(access_token=jwt({"tid": TENANT, "oid": USER, "appid": "99999999-0000-4000-8000-000000000000"})),
        Mismatch.INCONSISTENT,
    ),
    "no access token": (without("access_token"), SignInFailed),
    "an empty access token": (with_(access_token=""), SignInFailed),
    "an access token that is a number": (with_(access_token=5), SignInFailed),
    "no life": (with_(expires_in=0), SignInFailed),
    "a life that is no number": (with_(expires_in="soon"), SignInFailed),
    "nothing": (lambda provider, form: {}, SignInFailed),
    "a list": (lambda provider, form: Reply([1, 2, 3]), SignInFailed),
    "no JSON": (lambda provider, form: Reply(b"<html>refresh-secret-leak</html>"), SignInFailed),
    "not UTF-8": (lambda provider, form: Reply(b"\xff\xfe\x00"), SignInFailed),
}


def check_refused(refused: TenantDockError, expected: object) -> None:
    if isinstance(expected, Mismatch):
        assert isinstance(refused, WrongAccount)
        assert refused.mismatch is expected
        assert refused.next_rungs or "created anew" in refused.because  # no way to sign in helps then
    else:
        assert isinstance(refused, expected)  # type: ignore[arg-type]
    assert_tells_no_secret(refused)


@pytest.mark.parametrize("name", LIES)
def test_a_lie_at_a_silent_refresh_is_dropped_whole(desk: Desk, name: str, caplog: pytest.LogCaptureFixture) -> None:
    made, expected = LIES[name]
    good = desk.by_browser()
    sealed = dict(desk.vault.sealed)
    desk.provider.token = lambda form: made(desk.provider, form)
    with caplog.at_level(logging.DEBUG), pytest.raises(TenantDockError) as refused:
        desk.silently()
    check_refused(refused.value, expected)
    assert desk.vault.sealed == sealed
    assert desk.identity.peek(desk.ask) is good
    assert_memory_holds_only(desk, good.secret.reveal())
    assert not SECRET.search(caplog.text)
    desk.provider.token = lambda form: with_nonce(desk.provider, desk.provider.honest(form))
    desk.silently()
    assert "refresh-secret-66" not in json.dumps(desk.provider.forms)


@pytest.mark.parametrize("name", LIES)
def test_a_lie_at_a_first_sign_in_is_dropped_whole(desk: Desk, name: str, caplog: pytest.LogCaptureFixture) -> None:
    made, expected = LIES[name]
    desk.provider.token = lambda form: made(desk.provider, form)
    with caplog.at_level(logging.DEBUG), pytest.raises(TenantDockError) as refused:
        desk.by_browser()
    check_refused(refused.value, expected)
    assert desk.vault.sealed == {}
    assert desk.identity.peek(desk.ask) is None
    assert_memory_holds_only(desk)
    assert not SECRET.search(caplog.text)
    with pytest.raises(SignInRequired):
        desk.silently()


def assert_memory_holds_only(desk: Desk, *access_tokens: str) -> None:
    for cache in desk.identity._caches.values():
        held = [kept.token.secret.reveal() for kept in cache._tokens.values()]
        assert held == list(access_tokens)
        assert not [entry for entry in cache._entries.values() if "-66-" in entry.secret.reveal()]


def test_a_wrong_nonce_is_refused(desk: Desk) -> None:
    desk.provider.token = desk.provider.honest
    with pytest.raises(SignInFailed) as failed:
        desk.by_browser()
    assert desk.vault.sealed == {}
    assert_tells_no_secret(failed.value)


def test_before_enrolment_the_user_name_decides(desk: Desk) -> None:
    desk.ask = ask_for(desk.provider.cloud, pinned=False)
    desk.provider.token = lambda form: with_nonce(desk.provider, answer(form, "", oid=OTHER_USER, upn="bob@contoso.example"))
    with pytest.raises(WrongAccount):
        desk.by_browser()
    desk.provider.token = lambda form: with_nonce(desk.provider, answer(form, "", upn="ANNA@Contoso.example"))
    assert desk.by_browser().proof.home_account_id == f"{USER}.{TENANT}"


def test_at_a_first_sign_in_the_home_tenant_has_to_own_the_domain_of_the_name(desk: Desk) -> None:
    """Nothing is pinned yet, so a foreign client_info beside a right id_token could pin the wrong account for ever."""
    desk.ask = ask_for(desk.provider.cloud, pinned=False)
    desk.provider.token = lambda form: with_nonce(desk.provider, answer(form, "", utid=OTHER_TENANT))
    with pytest.raises(WrongAccount) as refused:
        desk.by_browser()
    assert refused.value.mismatch is Mismatch.INCONSISTENT
    assert desk.vault.sealed == {}
    desk.provider.owners = {"contoso.example": OTHER_TENANT}
    desk.identity = EntraIdentity(vault=desk.vault, browsers=desk.browser, clock=desk.clock)
    assert desk.by_browser().proof.home_account_id == f"{USER}.{OTHER_TENANT}"


def test_a_token_of_an_earlier_pin_is_not_handed_out(desk: Desk) -> None:
    desk.ask = ask_for(desk.provider.cloud, pinned=False)
    desk.by_browser()
    pinned = ask_for(desk.provider.cloud)
    assert desk.identity.peek(pinned) is not None
    other = ask_for(desk.provider.cloud)
    object.__setattr__(other.account, "home_account_id", f"{OTHER_USER}.{TENANT}")
    assert desk.identity.peek(other) is None
    with pytest.raises(SignInRequired):
        desk.identity.silent(other, Cancel())


def test_the_token_endpoint_of_another_host_gets_nothing(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.by_browser()
    root = "https://elsewhere.example/x/oauth2/v2.0"
    desk.provider.discovery = Reply({"authorization_endpoint": f"{root}/authorize", "token_endpoint": f"{root}/token"})
    later = EntraIdentity(vault=desk.vault, browsers=desk.browser, clock=desk.clock)
    with pytest.raises(SignInFailed, match="another Microsoft cloud"):
        later.silent(desk.ask, Cancel())
    assert len(desk.provider.forms) == 1


def test_a_redirect_is_not_followed(desk: Desk) -> None:
    desk.by_browser()
    desk.provider.token = lambda form: Reply({}, 307, {"Location": "https://localhost:1/steal"})
    with pytest.raises(NetworkTrouble, match="sends the sign-in service's address elsewhere"):
        desk.silently()


def test_an_endless_answer_is_cut(desk: Desk) -> None:
    desk.provider.discovery = Reply(b" " * (2 << 20))
    with pytest.raises(NetworkTrouble):
        desk.identity.tenant_of(desk.provider.cloud, "contoso.example", Cancel())


def test_an_unknown_ca_is_refused(desk: Desk) -> None:
    with lying_provider() as other:
        cloud = ask_for(other.cloud).cloud
        object.__setattr__(cloud, "trust_anchor", desk.provider.cloud.trust_anchor)
        with pytest.raises(NetworkTrouble, match="certificate"):
            desk.identity.tenant_of(cloud, "contoso.example", Cancel())


def test_the_environment_widens_no_trust_and_sends_nothing_through_a_proxy(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path
) -> None:
    with lying_provider() as other:
        bundle = tmp_path / "bundle.pem"
        bundle.write_text(other.cloud.trust_anchor)
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(bundle))
        monkeypatch.setenv("CURL_CA_BUNDLE", str(bundle))
        for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "HTTP_PROXY"):
            monkeypatch.setenv(name, "http://127.0.0.1:1")
        monkeypatch.setenv("no_proxy", "")
        assert desk.identity.tenant_of(desk.provider.cloud, "contoso.example", Cancel()) == TENANT
        cloud = ask_for(other.cloud).cloud
        object.__setattr__(cloud, "trust_anchor", desk.provider.cloud.trust_anchor)
        with pytest.raises(NetworkTrouble, match="certificate"):
            desk.identity.tenant_of(cloud, "contoso.example", Cancel())
    assert desk.identity._shared is not None
    assert len(desk.identity._shared[0].of(desk.provider.cloud).get_ca_certs()) == 1


def test_a_device_code_endpoint_of_another_host_gets_nothing(desk: Desk) -> None:
    root = f"https://localhost:{desk.provider.port}/{TENANT}/oauth2/v2.0"
    desk.provider.discovery = Reply(
        {
            "authorization_endpoint": f"{root}/authorize",
            "token_endpoint": f"{root}/token",
            "device_authorization_endpoint": "https://elsewhere.example/devicecode",
        }
    )
    with pytest.raises(SignInFailed, match="refers to another address"):
        desk.by_browser(Rung.DEVICE_CODE)


def test_a_connection_that_breaks_does_not_carry_the_request_in_its_error(desk: Desk) -> None:
    desk.by_browser()
    desk.provider.token = lambda form: Reply(b"{", headers={"Content-Length": "100", "Connection": "close"})
    with pytest.raises(NetworkTrouble) as trouble:
        desk.silently()
    assert_tells_no_secret(trouble.value)
    assert trouble.value.__context__ is None
