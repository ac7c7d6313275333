"""A provider that lies in every field it can: nothing of it is stored or handed out, and nothing secret is told."""

from __future__ import annotations

import json
import logging
import re
import traceback
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from support.identity import (
    OTHER_TENANT,
    OTHER_USER,
    TENANT,
    UPN,
    USER,
    FakeVault,
    LyingProvider,
    PostingBrowser,
    Reply,
    TestClock,
    answer,
    ask_for,
    b64,
    error,
    jwt,
    lying_provider,
    sign_in,
    with_nonce,
)
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.directory import UserName
from tenantdock.domain.errors import (
    Cancelled,
    NetworkTrouble,
    SignInFailed,
    SignInRequired,
    StorageTrouble,
    TenantDockError,
    UnknownDomain,
    VaultLocked,
)
from tenantdock.domain.proof import Mismatch, WrongAccount
from tenantdock.domain.services import AZURE
from tenantdock.domain.signin import RealmKind, Rung, no_progress
from tenantdock.identity.entra import EntraIdentity

Made = dict[str, Any]
Lie = Callable[[LyingProvider, Mapping[str, str]], Any]
SECRET = re.compile(r"refresh-secret|eyJ|the-code|device-secret|code_verifier")


@pytest.fixture
def provider() -> Iterator[LyingProvider]:
    with lying_provider() as made:
        made.token = lambda form: with_nonce(made, made.honest(form))
        yield made


class Desk:
    def __init__(self, provider: LyingProvider) -> None:
        self.provider = provider
        self.vault, self.clock, self.browser = FakeVault(), TestClock(), provider.browser()
        self.identity = EntraIdentity(vault=self.vault, browsers=self.browser, clock=self.clock, sign_in_timeout=10)
        self.ask = ask_for(provider.cloud)

    def by_browser(self, rung: Rung = Rung.BROWSER) -> Any:
        return self.identity.interactive(sign_in(self.ask, rung), Cancel(), no_progress)

    def silently(self) -> Any:
        return self.identity.silent(self.ask, Cancel(), force=True)


@pytest.fixture
def desk(provider: LyingProvider) -> Iterator[Desk]:
    made = Desk(provider)
    yield made
    made.browser.finish()


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
        assert refused.next_rungs
    else:
        assert isinstance(refused, expected)  # type: ignore[arg-type]
    assert_tells_no_secret(refused)


def assert_tells_no_secret(refused: BaseException) -> None:
    """Nothing secret in the error, in what it is chained to, or in how it prints."""
    seen: BaseException | None = refused
    while seen is not None:
        sent = getattr(getattr(seen, "request", None), "body", "")
        told = f"{seen!r} {seen} {seen.args} {getattr(seen, 'details', '')} {vars(seen)} {sent}"
        assert not SECRET.search(told), told
        seen = seen.__cause__ or seen.__context__
    assert not SECRET.search("".join(traceback.format_exception(refused)))


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


@pytest.mark.parametrize(
    ("told", "kind", "number"),
    [
        (error("invalid_grant", 50076, claims='{"access_token":{}}'), SignInRequired, "50076"),
        (error("interaction_required", 50079), SignInRequired, "50079"),
        (error("invalid_grant", 700082), SignInRequired, "700082"),
        (error("invalid_grant", 50057), SignInFailed, "50057"),
        (error("invalid_grant", 65001), SignInRequired, "65001"),
        (error("invalid_client", 7000218), SignInFailed, "7000218"),
        (error("unauthorized_client", 700016), SignInFailed, "700016"),
        (error("invalid_grant", 99999999), SignInRequired, "99999999"),
        ({"error": "invalid_grant"}, SignInRequired, ""),
        ({"error": "temporarily_unavailable"}, NetworkTrouble, None),
        ({"error": 5, "error_description": ["x"]}, SignInFailed, ""),
    ],
)
def test_errors_of_the_provider_are_told_in_words(desk: Desk, told: Made, kind: type, number: str | None) -> None:
    desk.by_browser()
    desk.provider.token = lambda form: told
    with pytest.raises(TenantDockError) as failed:
        desk.silently()
    assert isinstance(failed.value, kind)
    assert failed.value.message
    assert failed.value.next_step
    if number is not None:
        assert failed.value.aadsts == number
    if isinstance(failed.value, SignInRequired) and number == "50076":
        assert json.loads(failed.value.claims) == {"access_token": {}}


def test_an_error_text_that_echoes_the_token_is_masked(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.by_browser()
    desk.provider.token = lambda form: (
        error("strange", 0)
        | {
            "error_description": f"You sent {form['refresh_token']}",
            "suberror": form["refresh_token"],
            "error": form["refresh_token"],
        }
    )
    with caplog.at_level(logging.DEBUG), pytest.raises(SignInFailed) as failed:
        desk.silently()
    assert "***" in failed.value.message
    assert_tells_no_secret(failed.value)
    assert not SECRET.search(caplog.text)


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({"error": "access_denied", "error_subcode": "cancel", "error_description": "AADSTS65004: no"}, Cancelled),
        ({"error": "access_denied", "error_description": "AADSTS65004: declined"}, SignInFailed),
        ({"error": "access_denied", "error_description": "AADSTS50105: not assigned"}, SignInFailed),
        ({"error": "login_required", "error_description": "AADSTS50058: none"}, SignInFailed),
        ({"error": "server_error"}, NetworkTrouble),
    ],
)
def test_errors_of_the_sign_in_page(provider: LyingProvider, fields: dict[str, str], kind: type) -> None:
    desk = Desk(provider)
    desk.browser.answer = lambda asked: {**fields, "state": asked["state"]}
    with pytest.raises(kind):
        desk.by_browser()
    assert provider.forms == []
    desk.browser.finish()


def test_nothing_secret_is_logged_or_printed_when_all_goes_well(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    for name in ("msal", "msal.oauth2cli.oauth2", "msal.application", "msal.token_cache", "urllib3", ""):
        caplog.set_level(logging.DEBUG, name)
    token = desk.by_browser()
    desk.silently()
    for rung in (Rung.DEVICE_CODE,):
        desk.by_browser(rung)
    printed = f"{token!r} {token} {desk.identity!r} {desk.identity._caches!r} {vars(desk.identity)}"
    printed += " ".join(repr(entry) for cache in desk.identity._caches.values() for entry in cache._entries.values())
    printed += " ".join(repr(vars(cache)) for cache in desk.identity._caches.values())
    assert not SECRET.search(printed)
    assert not SECRET.search(caplog.text)


def test_only_refresh_tokens_accounts_and_app_metadata_are_sealed(desk: Desk) -> None:
    token = desk.by_browser()
    desk.silently()
    for plain in desk.vault.sealed.values():
        kinds = {item["kind"] for item in json.loads(plain)["entries"]}
        assert kinds == {"RefreshToken", "Account", "AppMetadata"}
        assert token.secret.reveal().encode() not in plain
        assert b"eyJ" not in plain


def test_a_family_refresh_token_is_not_used_for_another_client(desk: Desk) -> None:
    desk.provider.token = lambda form: {**with_nonce(desk.provider, desk.provider.honest(form)), "foci": "1"}
    desk.by_browser()
    assert b"family" not in next(iter(desk.vault.sealed.values()))
    with pytest.raises(SignInRequired):
        desk.identity.silent(ask_for(desk.provider.cloud, AZURE), Cancel())
    assert len(desk.provider.forms) == 1


@pytest.mark.parametrize("kind", [StorageTrouble, VaultLocked])
def test_a_sign_in_that_cannot_be_saved_is_told_once_and_works(desk: Desk, kind: type[TenantDockError]) -> None:
    desk.vault.failing = kind("The disk is full.", next_step="Make room.")
    with pytest.raises(kind) as told:
        desk.by_browser()
    assert "is signed in" in told.value.message
    assert "The disk is full." in told.value.message
    assert "Make room." in told.value.next_step
    assert desk.identity.silent(desk.ask, Cancel()).username == UPN
    assert desk.silently().username == UPN  # the refresh token works from memory too
    assert desk.by_browser().username == UPN  # told once
    desk.vault.failing = None
    assert desk.silently().username == UPN
    assert desk.vault.sealed
    desk.vault.failing = kind("The disk is full.", next_step="Make room.")
    with pytest.raises(kind):
        desk.by_browser()


def test_a_locked_vault_is_told_before_a_browser_opens(desk: Desk) -> None:
    desk.vault.locked = VaultLocked("The keyring is locked.", next_step="Unlock it.")
    for work in (desk.silently, desk.by_browser):
        with pytest.raises(VaultLocked):
            work()
    assert desk.browser.opened == []
    desk.vault.locked = None
    assert desk.by_browser().username == UPN


@pytest.mark.parametrize(
    "plain",
    [b"", b"{", b"[]", b'{"format": 2, "entries": []}', b'{"format": 1}', b'{"format": 1, "entries": [{"kind": "RefreshToken"}]}'],
)
def test_what_was_sealed_but_cannot_be_read_is_removed_and_told_once(desk: Desk, plain: bytes) -> None:
    desk.vault.sealed[desk.ask.account.id] = plain
    with pytest.raises(StorageTrouble, match="cannot be read"):
        desk.silently()
    assert desk.vault.sealed == {}
    with pytest.raises(SignInRequired):
        desk.silently()
    assert desk.by_browser().username == UPN


def test_a_damaged_file_does_not_stop_a_sign_in(desk: Desk) -> None:
    desk.vault.sealed[desk.ask.account.id] = b"damaged"
    assert desk.by_browser().username == UPN


def test_the_wrong_tenant_is_told_as_such(desk: Desk) -> None:
    desk.provider.token = lambda form: with_nonce(desk.provider, answer(form, "", tid=OTHER_TENANT, utid=OTHER_TENANT))
    with pytest.raises(WrongAccount) as refused:
        desk.by_browser()
    assert "home tenant" in refused.value.because


def test_an_account_that_was_made_anew_is_told_as_such(desk: Desk) -> None:
    desk.provider.token = lambda form: with_nonce(desk.provider, answer(form, "", oid=OTHER_USER))
    with pytest.raises(WrongAccount) as refused:
        desk.by_browser()
    assert "created anew" in refused.value.because


def test_an_old_session_of_the_browser_is_named_from_its_auth_time(desk: Desk) -> None:
    desk.provider.token = lambda form: (
        id_claims(oid=OTHER_USER, sub=OTHER_USER, preferred_username="bob@contoso.example", auth_time=1_700_000_000)(
            desk.provider, form
        )
        | {"client_info": b64({"uid": OTHER_USER, "utid": TENANT}), "access_token": "opaque"}
    )
    with pytest.raises(WrongAccount) as refused:
        desk.by_browser()
    assert "already signed in" in refused.value.because


def test_silent_and_browser_rungs_make_one_answer(desk: Desk) -> None:
    desk.by_browser()
    assert desk.identity.interactive(sign_in(desk.ask, Rung.SILENT), Cancel(), no_progress).username == UPN
    assert len(desk.browser.opened) == 1


def test_a_newer_refresh_token_decides_when_an_older_one_was_refused(desk: Desk) -> None:
    desk.by_browser()
    rotated: list[str] = []

    def racing(form: dict[str, str]) -> Any:
        if not rotated:
            # Meanwhile another tenant's refresh rotates the token: the old one is worthless now
            rotated.append(form["refresh_token"])
            desk.identity.silent(ask_for(desk.provider.cloud, tenant=OTHER_TENANT), Cancel())
            return error("invalid_grant", 70008)
        if form["refresh_token"] == rotated[0] and len(rotated) == 2:
            return error("invalid_grant", 70008)
        rotated.append(form["refresh_token"])
        tid = OTHER_TENANT if len(rotated) == 2 else TENANT
        oid = OTHER_USER if tid == OTHER_TENANT else USER
        made = answer(form, "", tid=tid, number=len(rotated) + 100)
        made["client_info"] = b64({"uid": USER, "utid": TENANT})
        claims = {"tid": tid, "oid": oid, "preferred_username": UPN, "sub": oid, "aud": form["client_id"]}
        return {**made, "id_token": jwt(claims), "access_token": jwt({"tid": tid, "oid": oid})}

    desk.provider.token = racing
    assert desk.silently().username == UPN
    assert rotated[-1] != rotated[0]


def test_unknown_tenants_and_odd_discovery_answers(desk: Desk) -> None:
    identity, cloud = desk.identity, desk.provider.cloud
    desk.provider.discovery = Reply(error("invalid_tenant", 90002), 400)
    with pytest.raises(UnknownDomain):
        identity.tenant_of(cloud, "nowhere.example", Cancel())
    with pytest.raises(SignInFailed):
        desk.by_browser()
    for odd in (
        Reply(b"<html>", 200),
        Reply({}, 404),
        Reply({"token_endpoint": f"https://localhost:{desk.provider.port}/common/x"}),
        Reply({"token_endpoint": f"https://localhost:{desk.provider.port}"}),
    ):
        desk.provider.discovery = odd
        with pytest.raises(NetworkTrouble):
            identity.tenant_of(cloud, "contoso.example", Cancel())
    desk.provider.discovery = Reply({"token_endpoint": f"https://login.microsoftonline.us/{TENANT}/oauth2/v2.0/token"})
    with pytest.raises(UnknownDomain, match="another Microsoft cloud"):
        identity.tenant_of(cloud, "contoso.example", Cancel())


def test_device_codes_that_fail(desk: Desk) -> None:
    for told, match in (("authorization_declined", "declined"), ("expired_token", "not used in time")):
        desk.provider.token = lambda form, told=told: {"error": told}
        with pytest.raises(SignInFailed, match=match):
            desk.by_browser(Rung.DEVICE_CODE)


def test_a_person_who_does_not_come_back(provider: LyingProvider) -> None:
    identity = EntraIdentity(vault=FakeVault(), browsers=PostingBrowser(lambda _: None), clock=TestClock(), sign_in_timeout=0.2)
    with pytest.raises(SignInFailed, match="did not come back"):
        identity.interactive(sign_in(ask_for(provider.cloud)), Cancel(), no_progress)


def test_the_systems_trust_store_decides_for_a_cloud_without_a_ca_of_its_own(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    cloud = desk.provider.cloud
    anchor = cloud.trust_anchor
    object.__setattr__(cloud, "trust_anchor", "")
    with pytest.raises(NetworkTrouble, match="certificate"):
        desk.identity.tenant_of(cloud, "contoso.example", Cancel())
    bundle = tmp_path / "bundle.pem"
    bundle.write_text(anchor)
    monkeypatch.setenv("SSL_CERT_FILE", str(bundle))  # how OpenSSL is told where the system's store is
    other = EntraIdentity(vault=desk.vault, browsers=desk.browser, clock=desk.clock)
    assert other.tenant_of(cloud, "contoso.example", Cancel()) == TENANT


def test_the_older_realm_answer_does_where_the_newer_one_is_missing(desk: Desk) -> None:
    desk.provider.realm = {"account_type": "federated", "federation_active_auth_url": "https://sts.contoso.example/adfs/x"}
    realm = desk.identity.realm(desk.provider.cloud, UserName.parse(UPN), Cancel())
    assert (realm.kind, realm.sts, realm.brand) == (RealmKind.FEDERATED, "sts.contoso.example", "")
    desk.provider.realm = {"NameSpaceType": "Strange"}
    assert desk.identity.realm(desk.provider.cloud, UserName.parse("x@y.example"), Cancel()).kind is RealmKind.UNKNOWN


def test_answers_about_realms_are_asked_for_again_after_an_hour(desk: Desk) -> None:
    user = UserName.parse(UPN)
    for ahead, asked in ((0, 1), (3500, 1), (3700, 2)):
        desk.clock.ahead = ahead
        desk.identity.realm(desk.provider.cloud, user, Cancel())
        assert sum("userrealm" in path for path in desk.provider.gets) == asked
