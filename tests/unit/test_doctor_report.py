"""The connectivity test as plain text: what is in it, and what never is."""

from __future__ import annotations

import base64
import json
import string
from urllib.parse import quote

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tenantdock.domain.checks import Finding, Outcome, Step, Subject
from tenantdock.domain.clouds import PUBLIC
from tenantdock.domain.directory import Account, Connection, Tenant, UserName
from tenantdock.workflows.redaction import Here, Redaction, without_secrets
from tenantdock.workflows.report import Report

HERE = Here("/home/pia.n", "pia.n", "NB-0815.corp.example")
NOBODY = Here()


def step(key, outcome, text="It is so.", evidence=(), advice="", seconds=0.25):
    return Step(key, key.title(), False, Finding(outcome, text, tuple(evidence), advice), seconds)


def report(*steps, user="ann.admin@contoso.com", connection=None, cancelled=False):
    subject = Subject(PUBLIC, "contoso.com", UserName.parse(user) if user else None, connection)
    return Report(subject, steps, 1_795_000_000.0, 3.21, cancelled=cancelled)


def connection():
    account = Account("a" * 32, "public", "ann.admin@contoso.com")
    return Connection("c", "Fabrikam Nord", Tenant("8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11", "public", "F", "f.com"), account)


def test_the_text_says_everything_in_order():
    text = report(
        step("clock", Outcome.PASS),
        step("dns", Outcome.FAIL, "No such name.", ["asked for login.example"], "Check the DNS server."),
        step("tls", Outcome.SKIPPED, "Not tested, because this failed: Dns."),
        step("proxy", Outcome.WARN),
    ).text(here=NOBODY)
    assert text.splitlines()[1:4] == [
        "contoso.com in Microsoft 365",
        "2026-11-18 11:06:40 UTC, took 3.2 s",
        "1 failed, 1 with a warning, 1 passed, 1 skipped.",
    ]
    assert "[FAIL] Dns (0.2 s)\n       No such name.\n       - asked for login.example\n       Do: Check the DNS server.\n" in text
    assert text.index("Clock") < text.index("Dns (") < text.index("Tls (") < text.index("Proxy")
    assert text.endswith("\n")


def test_a_cancelled_one_says_so():
    assert "Cancelled: 1 passed." in report(step("clock", Outcome.PASS), cancelled=True).text(here=NOBODY)
    assert report().summary == "nothing was tested."


@pytest.mark.parametrize(
    ("outcomes", "worst"),
    [
        ([Outcome.PASS, Outcome.WARN, Outcome.FAIL, Outcome.SKIPPED], Outcome.FAIL),
        ([Outcome.PASS, Outcome.WARN, Outcome.SKIPPED], Outcome.WARN),
        ([Outcome.SKIPPED, Outcome.PASS], Outcome.PASS),
        ([Outcome.SKIPPED], Outcome.SKIPPED),
    ],
)
def test_the_worst_counts(outcomes, worst):
    assert report(*(step(f"k{n}", outcome) for n, outcome in enumerate(outcomes))).outcome is worst


def test_the_unredacted_text_names_who_and_what():
    text = report(step("clock", Outcome.PASS, evidence=["/home/pia.n/x"]), connection=connection()).text(redact=False)
    assert "Fabrikam Nord: contoso.com in Microsoft 365 as ann.admin@contoso.com" in text
    assert "/home/pia.n/x" in text


def test_the_redacted_text_does_not():
    found = step(
        "realm",
        Outcome.PASS,
        "Ann.Admin@contoso.com signs in at sts.contoso.com.",
        [
            "GET https://login.example/common/userrealm/ann.admin%40contoso.com",
            "profile /home/pia.n/.config/chromium of pia.n on nb-0815",
            r"C:\Users\Pia Nord\AppData and /Users/pia/Library",
            "asked 10.1.2.3, fd00::17 and 192.168.0.1:53, and got 20.190.128.1 and 2603:1006:2000::1",
            "host NB-0815.corp.example",
        ],
    )
    text = report(found, connection=connection()).text(here=HERE)
    for gone in ("ann.admin", "pia", "0815", "10.1.2.3", "192.168", "fd00", "Fabrikam Nord"):
        assert gone not in text.casefold().replace("fabrikam nord", "Fabrikam Nord"), gone
    for kept in ("contoso.com", "sts.contoso.com", "20.190.128.1", "2603:1006:2000::1", "<computer>", "~/.config/chromium"):
        assert kept in text


def test_nobody_elses_user_name_is_in_it_either():
    found = step("sts", Outcome.WARN, "kiosk@contoso.com was signed in.", ["upn=Maria.K%40fabrikam.com", "<x.y@z.example>"])
    text = report(found).text(here=NOBODY)
    for gone in ("kiosk", "maria", "x.y"):
        assert gone not in text.casefold()
    assert "***@contoso.com was signed in." in text
    assert "kiosk@contoso.com" in report(found).text(redact=False)


def test_control_characters_and_long_lines_cannot_rewrite_anything():
    text = report(step("sts", Outcome.WARN, "a\x1b[31mb\u202e" + " word" * 200, ["x" * 2000, "one\ntwo"])).text(here=NOBODY)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "one two" in text
    assert max(len(line) for line in text.splitlines() if " " in line.strip()) < 620


JWT = ".".join(
    base64.urlsafe_b64encode(part).decode().rstrip("=")
    for part in (json.dumps({"alg": "RS256", "typ": "JWT"}).encode(), json.dumps({"oid": "x" * 20}).encode(), b"s" * 32)
)


@pytest.mark.parametrize(
    "told",
    [
        "Authorization: Bearer {secret}",
        "proxy http://pia:{secret}@proxy.corp.example:8080/",
        "https://login.example/authorize?code={secret}&state=1",
        "password={secret}",
        "refresh_token: {secret}",
        "Set-Cookie: {secret}; secure",
        "the server said: token {secret}aA1-aA1-aA1-aA1-aA1-aA1-aA1-aA1-aA1-aA1-",
    ],
)
@pytest.mark.parametrize("redact", [True, False])
def test_secrets_are_in_no_text(told, redact):
    secret = "hunter2Zq9"
    text = report(step("sts", Outcome.WARN, told.format(secret=secret), [told.format(secret=secret)])).text(redact=redact)
    assert secret not in text
    shown = report(step("sts", Outcome.WARN, told.format(secret=JWT), advice=JWT)).text(redact=redact)
    assert JWT not in shown
    assert JWT.split(".")[1] not in shown


def test_what_is_no_secret_stays():
    line = (
        "issued by CN=Microsoft Azure RSA TLS Issuing CA 07, tenant 8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11, "
        "https://autologon.microsoftazuread-sso.com/contoso.com/winauth, loginmicrosoftonline.privatelink.msidentity-example.com"
    )
    assert without_secrets(line) == line


LOCAL = st.text(string.ascii_letters + string.digits + "'._!#^~-+$%&/=?`{|}*", min_size=1, max_size=40).filter(
    lambda local: not local.startswith(".") and not local.endswith(".")
)
NAMES = st.text(string.ascii_letters + string.digits + "-_", min_size=3, max_size=20)
SECRETS = st.text(string.ascii_letters + string.digits + "_-~.", min_size=8, max_size=80)
AROUND = st.sampled_from(["", " ", "'", '"', "(", ":", "/", "as ", "\u2026", "=", "upn=", "user "])


@settings(max_examples=400, deadline=None)
@example(local="a", login="root", computer="box-1", secret="12345678", before="", after="", path="x")
@given(local=LOCAL, login=NAMES, computer=NAMES, secret=SECRETS, before=AROUND, after=AROUND, path=NAMES)
def test_no_secret_and_no_user_name_survives(local, login, computer, secret, before, after, path):
    user = f"{local}@contoso.com"
    here = Here(f"/home/{login}", login, f"{computer}.corp.example")
    # What a text of our own says anyway tells nothing about the person
    assume(secret not in "password access_token refresh_token authorization bearer cookie")
    evidence = [
        f"{before}{user}{after}",
        f"{before}{user.upper()}{after}",
        f"https://login.example/common/userrealm/{quote(user, safe='')}",
        f"{before}/home/{login}/{path}{after}",
        f"from {computer} and {computer}.corp.example",
        f"https://x.example/?code={secret}&upn={quote(user, safe='@')}",
        f"Authorization: Bearer {secret}",
        f"http://{login}:{secret}@proxy.example:8080",
        f"access_token={secret}",
    ]
    # Nothing that the test itself writes may hold what is looked for
    words = (
        "https login example common userrealm home from and corp code upn authorization bearer http proxy access_token x as user"
    )
    plain = f"{words} {path} ~ *** <user> <computer> contoso.com ...".casefold()
    shown = Redaction([user], here)
    for line in evidence:
        told = shown(line).casefold()
        assert f"{local}@".casefold() not in told.replace("***@", "")
        assert f"{local}%40".casefold() not in told.replace("***%40", "")
        assert secret.casefold() not in told or secret.casefold() in plain
        for name in (f"/home/{login}", f"{computer}.corp"):
            assert name.casefold() not in told
