"""What a person is told when a provider refuses, a vault cannot be used, or an answer is odd; and that nothing secret is told."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
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
    FakeVault,
    LyingProvider,
    PostingBrowser,
    Reply,
    TestClock,
    answer,
    ask_for,
    assert_tells_no_secret,
    b64,
    desk,
    error,
    jwt,
    provider,
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
from tenantdock.domain.proof import WrongAccount
from tenantdock.domain.services import AZURE
from tenantdock.domain.signin import RealmKind, Rung, no_progress
from tenantdock.identity.entra import EntraIdentity

not_windows = pytest.mark.skipif(sys.platform == "win32", reason="Windows' trust store is not set by a variable")

__all__ = ["desk", "provider"]

Made = dict[str, Any]


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
    [
        b"",
        b"{",
        b"[]",
        b'{"format": 2, "entries": []}',
        b'{"format": 1}',
        b'{"format": 1, "entries": [{"kind": "RefreshToken"}]}',
        b"[" * 100_000,
    ],
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
    def earlier(form: dict[str, str]) -> Made:
        made = answer(form, "", oid=OTHER_USER, upn="bob@contoso.example")
        claims = {"tid": TENANT, "oid": OTHER_USER, "preferred_username": "bob@contoso.example", "auth_time": 1_700_000_000}
        return {**made, "id_token": jwt({**claims, "aud": form["client_id"], "nonce": desk.provider.nonces["hashed"]})}

    desk.provider.token = earlier
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
    declined = ("authorization_declined", "declined"), ("access_denied", "declined")
    for told, match in (*declined, ("expired_token", "not used in time"), ("code_expired", "not used in time")):
        desk.provider.token = lambda form, told=told: {"error": told}
        with pytest.raises(SignInFailed, match=match):
            desk.by_browser(Rung.DEVICE_CODE)


def test_a_person_who_does_not_come_back(provider: LyingProvider) -> None:
    identity = EntraIdentity(vault=FakeVault(), browsers=PostingBrowser(lambda _: None), clock=TestClock(), sign_in_timeout=0.2)
    with pytest.raises(SignInFailed, match="did not come back"):
        identity.interactive(sign_in(ask_for(provider.cloud)), Cancel(), no_progress)


@not_windows
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
