"""The connectivity test's network checks where the network is bad: certificates, inspection, proxies, portals, names, cancels.

Real sockets, real TLS, real certificates; only the servers are the test's own.
"""

from __future__ import annotations

import datetime as dt
import json
import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from support.doctor import SUBJECT
from support.identity import TestClock, full_port, silent_port
from support.networking import FakeSettings, Root, TestProxy, proxy, root, tls_server
from support.sites import Page, Site, site
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Finding, Outcome, Subject
from tenantdock.domain.clouds import CHINA, PUBLIC, Cloud
from tenantdock.domain.secret import Secret
from tenantdock.domain.settings import PROXY_PASSWORD_ID, ProxyMode, ProxyPassword, ProxySettings
from tenantdock.identity import sockets
from tenantdock.identity.examine import NetworkExaminer
from tenantdock.identity.examine_ways import ProxyWays
from tenantdock.identity.proxies import Proxies
from tenantdock.identity.proxies_system import SystemProxy
from tenantdock.workflows.doctor import Doctor
from tenantdock.workflows.report import Report

JSON = {"Content-Type": "application/json"}


@pytest.fixture
def ca() -> Iterator[Root]:
    with root() as made:
        yield made


@pytest.fixture
def trusted(ca, monkeypatch) -> Root:
    """A root that this computer trusts, as a company puts one there."""
    monkeypatch.setenv("SSL_CERT_FILE", str(ca.trusted()))
    return ca


def cloud_at(url: str, kind: str = "custom", anchor: str = "") -> Cloud:
    return Cloud(kind, "A cloud", url, {"graph": "https://graph.example"}, {"graph": f"{url}/graph/"}, anchor)


def ways(proxied: TestProxy | None = None, **more) -> ProxyWays:
    if proxied is None:
        return ProxyWays(Proxies(TestClock(), system=SystemProxy))
    chosen = FakeSettings(ProxySettings(ProxyMode.MANUAL, "127.0.0.1", proxied.port, username=more.pop("username", "")))
    return ProxyWays(Proxies(TestClock(), settings=chosen, loopback=True, **more))


def examined(cloud: Cloud, way: ProxyWays | None = None, domain: str = "", cancel: Cancel | None = None, **limits) -> Report:
    limits = {"timeout": 5.0, **limits}
    return Doctor([NetworkExaminer(TestClock(), way or ways(), **limits)], TestClock()).run(
        Subject(cloud, domain), cancel or Cancel()
    )


def found(report: Report, key: str) -> Finding:
    return next(step.finding for step in report.steps if step.key == key)


def good(service: Site) -> None:
    told = json.dumps({"token_endpoint": f"{service.url}/11111111-1111-4111-8111-111111111111/oauth2/v2.0/token"})
    service.pages["/common/v2.0/.well-known/openid-configuration"] = Page(told, headers=JSON)
    service.pages["/contoso.example/v2.0/.well-known/openid-configuration"] = Page(told, headers=JSON)
    refused = json.dumps({"error": "invalid_request"})
    service.pages["/11111111-1111-4111-8111-111111111111/oauth2/v2.0/token"] = Page(refused, 400, JSON)
    service.pages["/graph/"] = Page("{}", 401, JSON)


# Certificates


@pytest.mark.parametrize(
    ("starts", "ends", "told"),
    [
        (dt.timedelta(days=2), dt.timedelta(days=3), "is not valid yet"),
        (dt.timedelta(days=-3), dt.timedelta(days=-2), "is over"),
    ],
)
def test_a_certificate_out_of_its_time_points_to_the_clock(trusted, starts, ends, told):
    with tls_server(trusted.server("localhost", starts=starts, ends=ends)) as port:
        report = examined(cloud_at(f"https://localhost:{port}"))
    assert found(report, "tls").outcome is Outcome.FAIL
    assert told in found(report, "tls").text
    assert "date and time" in found(report, "tls").advice
    assert found(report, "clock").outcome is Outcome.FAIL
    assert told in found(report, "clock").text
    assert found(report, "discovery").outcome is Outcome.SKIPPED


def test_a_root_that_is_not_trusted_is_named(ca):
    with tls_server(ca.server("localhost")) as port:
        tls = found(examined(cloud_at(f"https://localhost:{port}", "public")), "tls")
    assert tls.outcome is Outcome.FAIL
    assert "issued by Contoso TLS Inspection" in tls.text
    assert "Contoso Security" in " ".join(tls.evidence)
    assert "trust store" in tls.advice


def test_a_look_at_a_bad_certificate_sends_nothing(ca):
    with site(ca.server("localhost")) as service:
        good(service)
        assert found(examined(cloud_at(service.url)), "tls").outcome is Outcome.FAIL
        assert service.seen == []


def test_a_certificate_for_another_host(trusted):
    with tls_server(trusted.server("other.example")) as port:
        tls = found(examined(cloud_at(f"https://localhost:{port}")), "tls")
    assert tls.outcome is Outcome.FAIL
    assert "mismatch" in " ".join(tls.evidence)


def test_inspection_with_a_trusted_root_is_a_warning_for_microsofts_clouds_alone(trusted):
    with site(trusted.server("localhost")) as service:
        good(service)
        report = examined(cloud_at(service.url, "public"))
        assert found(report, "tls").outcome is Outcome.WARN
        assert "opened on the way" in found(report, "tls").text
        assert "Contoso TLS Inspection" in found(report, "tls").text
        assert found(report, "service-graph").outcome is Outcome.WARN
        assert found(report, "discovery").outcome is Outcome.PASS
        assert found(examined(cloud_at(service.url, "custom")), "tls").outcome is Outcome.PASS


def test_who_signs_microsofts_certificates_is_no_inspection(monkeypatch):
    with root(name="DigiCert Global G2 TLS RSA SHA256 2020 CA1", organisation="DigiCert Inc") as made:
        monkeypatch.setenv("SSL_CERT_FILE", str(made.trusted()))
        with tls_server(made.server("localhost")) as port:
            assert found(examined(cloud_at(f"https://localhost:{port}", "public")), "tls").outcome is Outcome.PASS


def test_the_clouds_own_anchor_is_all_that_is_trusted(trusted):
    with root(name="Another") as other, tls_server(other.server("localhost")) as port:
        url = f"https://localhost:{port}"
        assert found(examined(cloud_at(url, anchor=other.pem)), "tls").outcome is Outcome.PASS
        assert found(examined(cloud_at(url, anchor=trusted.pem)), "tls").outcome is Outcome.FAIL


def test_a_server_that_speaks_no_tls():
    with site() as service:
        report = examined(cloud_at(service.url.replace("http:", "https:")))
    assert found(report, "tls").outcome is Outcome.FAIL
    assert "No encrypted connection" in found(report, "tls").text


# Names and addresses


def test_a_name_that_nobody_knows():
    report = examined(cloud_at("https://login.nowhere.invalid"))
    assert found(report, "dns").outcome is Outcome.FAIL
    assert "login.nowhere.invalid is not known" in found(report, "dns").text
    assert found(report, "tls").outcome is Outcome.SKIPPED
    assert "Name of the sign-in service (DNS)" in found(report, "tls").text
    assert found(report, "clock").outcome is Outcome.SKIPPED


def test_a_dns_server_that_does_not_answer(monkeypatch):
    release, asked = threading.Event(), sockets.socket.getaddrinfo

    def hanging(host, *args, **more):
        if more.get("flags"):
            return asked(host, *args, **more)
        release.wait(20)
        raise sockets.socket.gaierror(-3, "too late")

    monkeypatch.setattr(sockets.socket, "getaddrinfo", hanging)
    dns = found(examined(cloud_at("https://login.slow.example"), timeout=0.2), "dns")
    release.set()
    assert dns.outcome is Outcome.FAIL
    assert "No DNS server answered" in dns.text


# Portals and strangers


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (Page("", 302, {"Location": "http://portal.hotel.example/login"}), "sends localhost"),
        (Page("<html>Welcome to the hotel</html>"), "Something else answers"),
        (Page("[" * 100_000, headers=JSON), "Something else answers"),
        (Page("[1]", headers=JSON), "Something else answers"),
    ],
)
def test_a_portal_in_the_place_of_the_sign_in_service(trusted, page, told):
    with site(trusted.server("localhost")) as service:
        good(service)
        service.pages["/common/v2.0/.well-known/openid-configuration"] = page
        discovery = found(examined(cloud_at(service.url)), "discovery")
    assert discovery.outcome is Outcome.FAIL
    assert told in discovery.text
    assert "hotel or guest network" in discovery.advice


def test_a_tenant_of_another_cloud(trusted):
    with site(trusted.server("localhost")) as service:
        told = json.dumps({"token_endpoint": "https://login.microsoftonline.us/x/oauth2/v2.0/token"})
        service.pages["/contoso.example/v2.0/.well-known/openid-configuration"] = Page(told, headers=JSON)
        report = examined(cloud_at(service.url), domain="contoso.example")
    assert found(report, "discovery").outcome is Outcome.FAIL
    assert "login.microsoftonline.us" in found(report, "discovery").text
    assert found(report, "token").outcome is Outcome.SKIPPED


def test_a_service_that_does_not_say_the_time(trusted):
    with tls_server(trusted.server("localhost")) as port:
        assert found(examined(cloud_at(f"https://localhost:{port}")), "clock").outcome is Outcome.WARN


@pytest.mark.parametrize(
    ("date", "outcome"),
    [
        ("", Outcome.WARN),
        ("now", Outcome.WARN),
        ("Thu, 01 Jan 1970 00:00:00 +99999999999999", Outcome.WARN),
        ("Fri, 31 Dec 9999 23:59:59 -2359", Outcome.FAIL),
        ("Mon, 01 Jan 0001 00:00:00 +2359", Outcome.FAIL),
    ],
)
def test_a_time_that_is_none(trusted, date, outcome):
    with site(trusted.server("localhost")) as service:
        good(service)
        place = "/common/v2.0/.well-known/openid-configuration"
        service.pages[place] = Page(service.pages[place].body, headers={**JSON, "Date": date})
        clock = found(examined(cloud_at(service.url)), "clock")
    assert (clock.outcome, "TenantDock has a fault" in clock.text) == (outcome, False)


@pytest.mark.parametrize("host", ["a..b", f"{'a' * 64}.example"])
def test_names_that_dns_cannot_hold_are_not_known(host):
    report = examined(cloud_at(f"https://{host}"))
    assert found(report, "dns").outcome is Outcome.FAIL
    assert f"The name {host} is not known here." in found(report, "dns").text
    chosen = FakeSettings(ProxySettings(ProxyMode.MANUAL, host, 8080))
    report = examined(cloud_at("https://localhost"), ProxyWays(Proxies(TestClock(), settings=chosen, loopback=True)))
    assert f"The proxy {host}:8080 cannot be reached." in found(report, "proxy").text


def test_a_domain_is_tested_with_every_service_that_the_cloud_has():
    examiner = NetworkExaminer(TestClock(), ways())

    def tested(subject: Subject) -> list[str]:
        return [check.key.removeprefix("service-") for check in examiner.checks(subject) if check.key.startswith("service-")]

    assert tested(Subject(PUBLIC, "contoso.example")) == ["graph", "azure", "exchange", "compliance", "teams"]
    assert tested(Subject(CHINA, "contoso.example")) == ["graph", "azure", "exchange", "compliance"]
    assert tested(Subject(cloud_at("https://localhost"), "contoso.example")) == ["graph"]
    # What a connection chose is what counts for it, whether it can be tried or not
    assert tested(replace(SUBJECT, services=("graph", "teams"))) == ["graph", "teams"]
    assert tested(replace(SUBJECT, cloud=CHINA, services=("teams",))) == ["teams"]


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (Page("", 503, JSON), "answers, but with a fault (HTTP 503)"),
        (Page("", 407, JSON), "answers, but with a fault (HTTP 407)"),
        (Page("{}", 401, JSON, wait=0.6), "is slow: it took"),
    ],
)
def test_a_service_that_is_not_well_is_a_warning(trusted, page, told):
    with site(trusted.server("localhost")) as service:
        good(service)
        service.pages["/graph/"] = page
        finding = found(examined(cloud_at(service.url), slow=0.5), "service-graph")
    assert finding.outcome is Outcome.WARN
    assert told in finding.text
    assert finding.advice


def test_a_realm_that_nobody_tells(trusted):
    with site(trusted.server("localhost")) as service:
        good(service)
        realm = found(examined(cloud_at(service.url), domain="contoso.example"), "realm")
        assert realm.outcome is Outcome.FAIL
        service.pages["/common/userrealm/tenantdock-test@contoso.example"] = Page(
            json.dumps({"account_type": "Managed"}), headers=JSON
        )
        assert found(examined(cloud_at(service.url), domain="contoso.example"), "realm").outcome is Outcome.PASS


def test_nothing_is_sent_that_says_who_asks(trusted):
    with site(trusted.server("localhost")) as service:
        good(service)
        report = examined(cloud_at(service.url))
        assert report.outcome is Outcome.PASS, report.text()
        for _method, _path, headers in service.seen:
            assert not {"authorization", "cookie", "proxy-authorization", "referer"} & headers.keys()


# Proxies


def test_through_a_proxy(trusted):
    with site(trusted.server("localhost")) as service, proxy() as between:
        good(service)
        report = examined(cloud_at(service.url), ways(between))
        assert report.outcome is Outcome.PASS, report.text()
        assert f"through the proxy 127.0.0.1:{between.port}" in found(report, "proxy").text
        assert set(between.targets) - {""} == {f"localhost:{service.port}"}


def test_a_proxy_that_is_not_there():
    with proxy() as between:
        pass
    report = examined(cloud_at("https://login.example"), ways(between))
    assert found(report, "proxy").outcome is Outcome.FAIL
    assert "cannot be reached" in found(report, "proxy").text
    assert {found(report, key).outcome for key in ("dns", "tls", "discovery", "service-graph")} == {Outcome.SKIPPED}


@pytest.mark.parametrize(
    ("status", "told"), [(403, "does not allow this address"), (502, "could not connect"), (407, "asks for a user name")]
)
def test_a_proxy_that_refuses_what_would_go_without_it(trusted, status, told):
    with site(trusted.server("localhost")) as service, proxy() as between:
        good(service)
        between.status = status
        tls = found(examined(cloud_at(service.url), ways(between)), "tls")
    assert tls.outcome is Outcome.FAIL
    assert told in tls.text
    assert any("without a proxy: it answers" in line for line in tls.evidence)
    assert "Let localhost bypass the proxy" in tls.advice


def test_a_proxy_that_refuses_a_host_that_nothing_else_leads_to(trusted):
    with proxy() as between:
        between.status = 403
        tls = found(examined(cloud_at("https://login.nowhere.invalid"), ways(between)), "tls")
    assert tls.outcome is Outcome.FAIL
    assert f"who looks after the proxy 127.0.0.1:{between.port}" in tls.advice


@pytest.mark.parametrize("answer", [b"SSH-2.0-x\r\n\r\n", b"", b"HTTP/1.1 200"])
def test_a_proxy_that_is_none(trusted, answer):
    with site(trusted.server("localhost")) as service, proxy() as between:
        between.answer = answer
        assert "proxy" in found(examined(cloud_at(service.url), ways(between)), "tls").text


class Sealed:
    """A vault, openly a fake, with the proxy's password in it."""

    def unseal(self, account_id):
        assert account_id == PROXY_PASSWORD_ID
        return ProxyPassword(Secret("hunter2Zq9")).sealed()

    def seal(self, account_id, plain):
        pass


def test_a_proxy_that_wants_a_password_gets_it_and_nobody_else_does(trusted):
    with site(trusted.server("localhost")) as service, proxy() as between:
        good(service)
        between.users = {"ann": "hunter2Zq9"}
        report = examined(cloud_at(service.url), ways(between, username="ann", vault=Sealed()))
        assert report.outcome is Outcome.PASS, report.text()
        assert set(between.passwords) == {"ann:hunter2Zq9"}
        assert all("proxy-authorization" not in headers for _m, _p, headers in service.seen)
    for redact in (True, False):
        assert "hunter2" not in report.text(redact=redact)


def test_inspection_by_a_proxy_is_told(trusted):
    with root(name="Real CA", organisation="Real") as real, site(real.server("localhost")) as service, proxy() as between:
        good(service)
        between.intercept = trusted
        report = examined(cloud_at(service.url, "public"), ways(between))
    assert found(report, "tls").outcome is Outcome.WARN
    assert "Contoso TLS Inspection" in found(report, "tls").text


# Cancel and time-outs


@pytest.mark.parametrize("hole", [full_port, silent_port])
@pytest.mark.parametrize("cancelled", [True, False])
def test_a_server_that_says_nothing_is_given_up_or_cancelled(hole, cancelled):
    before, cancel = set(threading.enumerate()), Cancel()
    with hole() as port:
        if cancelled:
            timer = threading.Timer(0.3, cancel.cancel)
            timer.start()
        began = time.monotonic()
        report = examined(cloud_at(f"https://localhost:{port}"), cancel=cancel, timeout=30 if cancelled else 0.4)
        took = time.monotonic() - began
        if cancelled:
            timer.join()
            assert report.cancelled
            assert took < 5
        else:
            assert "no answer within 0.4 s" in found(report, "tls").text
            assert took < 5
    end = time.monotonic() + 2
    while not set(threading.enumerate()) <= before and time.monotonic() < end:
        time.sleep(0.01)
    assert set(threading.enumerate()) <= before


def test_a_server_that_says_nothing_holds_no_other_up(trusted):
    with silent_port() as port, site(trusted.server("localhost")) as service:
        good(service)
        cloud, ended = replace(cloud_at(service.url), api_roots={"graph": f"https://localhost:{port}/"}), []
        doctor = Doctor([NetworkExaminer(TestClock(), ways(), timeout=3)], TestClock())
        report = doctor.run(Subject(cloud, ""), Cancel(), lambda step: ended.append(step.key) if step.finding else None)
    assert found(report, "service-graph").outcome is Outcome.FAIL
    assert found(report, "tls").outcome is Outcome.PASS
    assert ended[-1] == "service-graph"


def test_a_cancel_while_a_proxy_says_nothing():
    cancel = Cancel()
    with proxy() as between:
        between.silent = True
        timer = threading.Timer(0.3, cancel.cancel)
        timer.start()
        began = time.monotonic()
        report = examined(cloud_at("https://login.example"), ways(between), cancel=cancel, timeout=30)
        assert time.monotonic() - began < 5
        timer.join()
    assert report.cancelled


def test_an_endless_answer_ends(trusted):
    with site(trusted.server("localhost")) as service:
        good(service)
        service.pages["/common/v2.0/.well-known/openid-configuration"] = Page("x" * (3 << 20), headers=JSON)
        discovery = found(examined(cloud_at(service.url)), "discovery")
    assert discovery.outcome is Outcome.FAIL
    assert f"{1 << 18} bytes" in " ".join(discovery.evidence)
