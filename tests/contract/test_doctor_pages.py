"""What the connectivity test says about a domain's sign-in page: blank, blocked, mixed, integrated, in circles. Real servers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from support.identity import TestClock
from support.networking import FakeSettings, Root, proxy, root
from support.sites import Page, Site, site
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Finding, Outcome
from tenantdock.domain.clouds import PUBLIC
from tenantdock.domain.settings import ProxyMode, ProxySettings
from tenantdock.identity.examine_sts import metadata_check, page_check
from tenantdock.identity.examine_ways import Prober, ProxyWays
from tenantdock.identity.proxies import Proxies
from tenantdock.identity.proxies_system import SystemProxy

FORM = "<form><label>User name <input name=u></label><input type=password name=p><button>Sign in</button></form>"
HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture
def trusted(monkeypatch) -> Iterator[Root]:
    with root(name="Customer CA") as made:
        monkeypatch.setenv("SSL_CERT_FILE", str(made.trusted()))
        yield made


@pytest.fixture
def sts(trusted) -> Iterator[Site]:
    with site(trusted.server("localhost")) as made:
        yield made


@pytest.fixture
def cdn(trusted) -> Iterator[Site]:
    """Another host: 127.0.0.1 is not localhost to a browser."""
    with site(trusted.server("127.0.0.1")) as made:
        made.url = f"https://127.0.0.1:{made.port}"
        made.pages["/app.js"] = Page("write()", headers={"Content-Type": "text/javascript"})
        made.pages["/app.css"] = Page("b{}", headers={"Content-Type": "text/css"})
        yield made


def looked(url: str, *, slow: float = 5.0, check=page_check, ways: ProxyWays | None = None) -> Finding:
    prober = Prober(ways or ProxyWays(Proxies(TestClock(), system=SystemProxy)), 10.0)
    made = check(prober, PUBLIC, slow) if check is page_check else check(prober, slow)
    return made.run(Cancel(), {"realm": Finding(Outcome.PASS, "", facts={"federated": "yes", "page": url, "metadata": url})})


def shown(sts: Site, body: str, *, ways: ProxyWays | None = None, **more) -> Finding:
    sts.pages["/adfs/ls/"] = Page(
        f"<!doctype html><html><head><title>Sign in to Contoso</title></head><body>{body}</body></html>", **more
    )
    return looked(f"{sts.url}/adfs/ls/?client-request-id=1&username=ann@contoso.example", ways=ways)


def test_a_page_with_a_form_is_fine(sts):
    finding = shown(sts, f"<h1>Contoso</h1>{FORM}")
    assert finding.outcome is Outcome.PASS
    assert "shows its sign-in page" in finding.text
    assert any("issued by Customer CA" in line for line in finding.evidence)


def test_it_is_asked_as_a_browser_asks_without_cookies(sts):
    shown(sts, FORM)
    (method, path, headers) = sts.seen[0]
    assert (method, path.partition("?")[0]) == ("GET", "/adfs/ls/")
    assert "Windows NT" in headers["user-agent"]
    assert "Edg/" in headers["user-agent"]
    assert not {"cookie", "authorization"} & headers.keys()


# Blank


@pytest.mark.parametrize(
    "body", ["", "<div id=root></div>", "<noscript>Please switch scripts on to sign in</noscript>", "<input type=hidden name=x>"]
)
def test_nothing_to_see_and_nothing_that_would_change_that(sts, body):
    finding = shown(sts, body)
    assert finding.outcome is Outcome.FAIL
    assert "stays blank: nothing in it is to be seen" in finding.text


def test_a_page_made_by_scripts_that_can_be_loaded(sts, cdn):
    finding = shown(sts, f'<div id=root></div><script src="{cdn.url}/app.js"></script>')
    assert finding.outcome is Outcome.PASS
    assert any(f"A script comes from 127.0.0.1:{cdn.port}: HTTP 200." in line for line in finding.evidence)


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (Page("blocked", 403), "HTTP 403"),
        (Page("<html>This site is blocked</html>", headers=HTML), "a page in its place"),
        (Page("", 404), "HTTP 404"),
    ],
)
def test_a_page_made_by_scripts_that_a_filter_blocks(sts, cdn, page, told):
    cdn.pages["/app.js"] = page
    finding = shown(sts, f'<div id=root></div><script src="{cdn.url}/app.js"></script>')
    assert finding.outcome is Outcome.FAIL
    assert f"stays blank: it is made by what comes from 127.0.0.1:{cdn.port}" in finding.text
    assert f"Have 127.0.0.1:{cdn.port} let through" in finding.advice
    assert any(told in line for line in finding.evidence)


@pytest.mark.parametrize("body", ["<div id=root></div>", FORM])
def test_a_filter_that_only_the_proxy_has_names_the_host_to_bypass(sts, cdn, body):
    with proxy() as filtering:
        filtering.status = 403
        chosen = FakeSettings(ProxySettings(ProxyMode.MANUAL, "127.0.0.1", filtering.port, bypass=("localhost",)))
        ways = ProxyWays(Proxies(TestClock(), settings=chosen, loopback=True))
        finding = shown(sts, f'{body}<script src="{cdn.url}/app.js"></script>', ways=ways)
    assert finding.outcome is (Outcome.WARN if body is FORM else Outcome.FAIL)
    assert "Let 127.0.0.1 bypass the proxy" in finding.advice
    assert any("the proxy does not allow this address (HTTP 403)" in line for line in finding.evidence)


def test_a_form_with_blocked_parts_is_a_warning(sts, cdn):
    del cdn.pages["/app.css"]
    finding = shown(sts, f'{FORM}<link rel=stylesheet href="{cdn.url}/app.css"><script src="{cdn.url}/app.js"></script>')
    assert finding.outcome is Outcome.WARN
    assert "Parts of the sign-in page come from hosts that cannot be reached here" in finding.text


def test_scripts_that_the_pages_own_policy_forbids(sts, cdn):
    policy = {"Content-Security-Policy": "default-src 'self'; script-src 'self' https://other.example", **HTML}
    finding = shown(sts, f'<div id=root></div><script src="{cdn.url}/app.js"></script>', headers=policy)
    assert finding.outcome is Outcome.FAIL
    assert "what would fill it is not loaded" in finding.text
    assert any("own policy" in line for line in finding.evidence)


def test_a_page_that_passes_the_browser_on_is_not_blank(sts):
    hop = '<form method=post action="https://login.example/next"><input type=hidden name=a></form>'
    hop += "<script>document.forms[0].submit()</script>"
    finding = shown(sts, hop)
    assert finding.outcome is Outcome.PASS
    assert "It passes the browser on to login.example." in finding.evidence
    refresh = shown(sts, '<meta http-equiv=refresh content="0; url=/next">')
    assert refresh.outcome is Outcome.PASS
    assert any("goes on by itself" in line for line in refresh.evidence)


# Mixed content, encryption, zones


def test_parts_over_http_on_an_encrypted_page(sts):
    with site() as plain:
        plain.pages["/old.js"] = Page("x", headers={"Content-Type": "text/javascript"})
        finding = shown(sts, f'{FORM}<script src="{plain.url}/old.js"></script>')
        assert finding.outcome is Outcome.WARN
        assert f"over unencrypted connections, which browsers block on an encrypted page: localhost:{plain.port}" in finding.text
        blank = shown(sts, f'<script src="{plain.url}/old.js"></script>')
        assert blank.outcome is Outcome.FAIL
        assert "stays blank" in blank.text


def test_a_page_that_is_not_encrypted_at_all():
    with site() as plain:
        finding = shown(plain, FORM)
    assert finding.outcome is Outcome.WARN
    assert "asks for passwords over an unencrypted connection" in finding.text


@pytest.mark.parametrize("scheme", ["Negotiate", "NTLM", "negotiate, Basic"])
def test_integrated_sign_in_explains_the_wrong_user_and_the_zones(sts, scheme):
    finding = shown(sts, "", status=401, headers={"WWW-Authenticate": scheme, **HTML})
    assert finding.outcome is Outcome.WARN
    assert "signs in whoever is signed in to this computer" in finding.text
    assert "two zones" in finding.text
    assert "private window" in finding.advice
    assert "intranet zone" in finding.advice
    assert "stays blank" not in finding.text


def test_a_server_inside_of_the_network_is_noted_where_it_does_no_harm(sts):
    finding = shown(sts, FORM)
    assert finding.outcome is Outcome.PASS
    assert any("is inside this network (127.0.0.1)" in line for line in finding.evidence)


# The way there


def test_redirects_are_followed_and_told(sts, cdn):
    sts.pages["/adfs/ls/"] = Page("", 302, {"Location": f"{cdn.url}/sso?x=secret"})
    cdn.pages["/sso"] = Page("", 307, {"Location": "/form"})
    cdn.pages["/form"] = Page(f"<body>{FORM} Welcome to Contoso", headers=HTML)
    finding = looked(f"{sts.url}/adfs/ls/")
    assert finding.outcome is Outcome.PASS
    assert f"It sends the browser on to 127.0.0.1:{cdn.port}/sso." in finding.evidence
    assert "secret" not in " ".join(finding.evidence)


@pytest.mark.parametrize("to", ["/adfs/ls/", "/adfs/ls/?again"])
def test_circles_end(sts, to):
    sts.pages["/adfs/ls/"] = Page("", 302, {"Location": to})
    finding = looked(f"{sts.url}/adfs/ls/")
    assert finding.outcome is Outcome.FAIL
    assert "round in circles" in finding.text
    assert len(sts.seen) <= 6


def test_a_redirect_to_a_dead_host(sts):
    sts.pages["/adfs/ls/"] = Page("", 302, {"Location": "https://sso.nowhere.invalid/x"})
    finding = looked(f"{sts.url}/adfs/ls/")
    assert finding.outcome is Outcome.FAIL
    assert "sso.nowhere.invalid cannot be reached" in finding.text
    assert "It sends the browser on to sso.nowhere.invalid/x." in finding.evidence


@pytest.mark.parametrize("to", ["javascript:alert(1)", "file:///etc/passwd", "", "https://host:notaport/"])
def test_redirects_that_lead_nowhere_are_not_followed(sts, to):
    sts.pages["/adfs/ls/"] = Page(FORM, 302, {"Location": to, **HTML})
    assert looked(f"{sts.url}/adfs/ls/").outcome in {Outcome.PASS, Outcome.FAIL}
    assert len(sts.seen) <= 6


def test_an_error_in_the_place_of_the_page(sts):
    finding = shown(sts, "An error occurred", status=500)
    assert finding.outcome is Outcome.FAIL
    assert "error instead of its sign-in page (HTTP 500)" in finding.text


def test_a_certificate_that_is_not_trusted(monkeypatch):
    with root(name="Unknown CA") as other, site(other.server("localhost")) as server:
        finding = shown(server, FORM)
        assert server.seen == []
    assert finding.outcome is Outcome.FAIL
    assert "certificate was refused" in finding.text
    assert "should not be clicked away" in finding.advice


@pytest.mark.parametrize("url", ["", "urn:nothing", "https://", "http://host:99999999/", "https://b\u00fccher.example/"])
def test_an_address_that_is_none_is_not_tried(url):
    assert looked(url).outcome is Outcome.SKIPPED
    assert looked(url, check=metadata_check).outcome is Outcome.SKIPPED


def test_parts_with_addresses_that_are_none_do_no_harm(sts):
    body = f'{FORM}<script src="http://[/x"></script><script src="https://h:x/"></script><iframe src="javascript:x"></iframe><base href="http://[">'
    assert shown(sts, body).outcome is Outcome.PASS


@pytest.mark.parametrize("charset", ["idna", "punycode", "undefined", "base64", "x", "utf-16"])
def test_letters_that_are_none_do_no_harm(sts, charset):
    body = f"{FORM} \u00e4..\u00e4 {'x' * 70}"
    assert shown(sts, body, headers={"Content-Type": f"text/html; charset={charset}"}).text.startswith(
        ("localhost", "The sign-in page")
    )


# Metadata


@pytest.mark.parametrize(
    ("page", "outcome"),
    [
        (Page('<?xml version="1.0"?><EntityDescriptor xmlns="x"/>'), Outcome.PASS),
        (Page("<wsdl:definitions/>"), Outcome.PASS),
        (Page("<html>Sign in</html>"), Outcome.WARN),
        (Page("", 404), Outcome.WARN),
        (Page("{}", 200), Outcome.WARN),
        (Page("<EntityDescriptor/>", wait=1.2), Outcome.WARN),
    ],
)
def test_metadata(sts, page, outcome):
    sts.pages["/mex"] = page
    finding = looked(f"{sts.url}/mex", slow=1.0, check=metadata_check)
    assert finding.outcome is outcome
    assert bool(finding.advice) == (outcome is not Outcome.PASS)
