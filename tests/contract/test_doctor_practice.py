"""The connectivity test's network checks against the practice cloud: a real process, real TLS, and its broken sign-in servers."""
# fixtures are imported, and then asked for by name

from __future__ import annotations

import threading
import time
from urllib.parse import urlsplit

import pytest

from support.identity import TestClock
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Outcome, Subject
from tenantdock.domain.directory import UserName
from tenantdock.identity.examine import NetworkExaminer
from tenantdock.identity.examine_probing import STRAIGHT, Way
from tenantdock.workflows.doctor import Doctor
from tenantdock.workflows.report import Report


class Chosen:
    """Ways that a test chooses: *hosts* (names) go through *proxy*, all others straight. *proxy* is known in any case."""

    def __init__(self, proxy: str = "", *hosts: str) -> None:
        parts = urlsplit(proxy)
        self._proxy = Way(parts.hostname, parts.port) if proxy else None
        self._hosts = hosts

    def way(self, url, cancel):
        return self._proxy if self._proxy and urlsplit(url).hostname in self._hosts else STRAIGHT

    def known(self, cancel):
        return self._proxy

    def source(self, url, cancel):
        return "As the test says."

    def note(self):
        return ""


def examined(cloud, domain, ways=None, *, user="", cancel=None, on_step=lambda _step: None, clock=None, **limits) -> Report:
    subject = Subject(cloud.cloud, domain, UserName.parse(user) if user else None, services=("graph", "azure", "exchange"))
    examiner = NetworkExaminer(clock or TestClock(), ways or Chosen(), **limits)
    return Doctor([examiner], TestClock()).run(subject, cancel or Cancel(), on_step)


def found(report: Report, key: str):
    return next(step.finding for step in report.steps if step.key == key)


def outcomes(report: Report) -> dict[str, str]:
    return {step.key: step.finding.outcome.value for step in report.steps}


FINE = {
    "clock": "pass",
    "proxy": "pass",
    "dns": "pass",
    "tls": "pass",
    "discovery": "pass",
    "realm": "pass",
    "metadata": "pass",
    "sts": "pass",
    "token": "pass",
    "service-graph": "pass",
    "service-azure": "pass",
    "service-exchange": "skipped",
}


def test_a_managed_domain_passes(cloud):
    report = examined(cloud, "northwind.example", user="admin@northwind.example")
    assert outcomes(report) == FINE | {"metadata": "skipped", "sts": "skipped"}
    assert "71c06ceb-bd66-4024-accd-1b2bcbab66c3" in found(report, "discovery").text
    assert "Northwind Traders" in found(report, "realm").text
    assert "TenantDock practice cloud" in found(report, "tls").text
    assert "admin" not in report.text()


def test_a_federated_domain_passes(cloud):
    report = examined(cloud, "tailspin.example")
    assert outcomes(report) == FINE
    assert "checks passwords itself" in found(report, "realm").text


def test_no_check_leaves_a_trace_of_a_sign_in(cloud):
    examined(cloud, "tailspin.example")
    assert cloud.prompts() == 0
    assert not [entry for entry in cloud.requests() if entry["grant"]]


def test_integrated_sign_in_is_told(cloud):
    sts = found(examined(cloud, "fabrikam.example"), "sts")
    assert sts.outcome is Outcome.WARN
    assert "wrong user" in sts.text
    assert "private window" in sts.advice


def test_a_dead_server(cloud):
    report = examined(cloud, "citypower.example")
    assert outcomes(report) == FINE | {"metadata": "fail", "sts": "fail"}
    assert "refused" in found(report, "sts").text
    assert "Ask the customer" in found(report, "sts").advice


def test_a_slow_server_is_given_up(cloud):
    report = examined(cloud, "lamna.example", timeout=2)
    assert outcomes(report) == FINE | {"metadata": "fail", "sts": "fail"}
    assert "no answer within 2 s" in found(report, "sts").text


def test_a_slow_server_is_waited_for(cloud):
    cloud.fault("tailspin.example", "slow", at="pages", seconds=1.2)
    report = examined(cloud, "tailspin.example", slow=1)
    assert outcomes(report) == FINE | {"metadata": "warn", "sts": "warn"}
    assert "is slow: it took 1." in found(report, "sts").text
    step = next(step for step in report.steps if step.key == "sts")
    assert step.seconds >= 1.2


def test_a_server_behind_a_proxy_is_found_through_it(cloud):
    report = examined(cloud, "consolidated.example", Chosen(cloud.page, "sts.consolidated.example"))
    assert outcomes(report) == FINE
    assert "through the proxy" in found(report, "sts").evidence[0]


def test_a_server_behind_a_proxy_that_is_bypassed_by_mistake(cloud):
    sts = found(examined(cloud, "consolidated.example", Chosen(cloud.page)), "sts")
    assert sts.outcome is Outcome.FAIL
    assert "through the proxy only" in sts.text
    assert "Send sts.consolidated.example through the proxy" in sts.advice


def test_a_server_that_the_proxy_refuses_has_to_bypass_it(cloud):
    host = urlsplit(cloud.page).hostname

    class PageOnly(Chosen):
        def way(self, url, cancel):
            return super().way(url, cancel) if url.startswith("http:") else STRAIGHT

    report = examined(cloud, "tailspin.example", PageOnly(cloud.page, host))
    sts = found(report, "sts")
    assert outcomes(report) == FINE | {"metadata": "fail", "sts": "fail"}
    assert "past the proxy only" in sts.text
    assert f"Let {host} bypass the proxy" in sts.advice
    assert any("does not allow" in line for line in sts.evidence)


def test_a_server_that_no_way_leads_to(cloud):
    sts = found(examined(cloud, "consolidated.example"), "sts")
    assert sts.outcome is Outcome.FAIL
    assert "name is not known" in sts.text
    assert "VPN" in sts.advice


def test_a_blank_page_names_the_host_that_is_missing(cloud):
    sts = found(examined(cloud, "humongous.example"), "sts")
    assert sts.outcome is Outcome.FAIL
    assert "stays blank" in sts.text
    assert "cdn.humongous.example" in sts.text
    assert "Have cdn.humongous.example let through" in sts.advice


def test_an_unknown_domain(cloud):
    report = examined(cloud, "nowhere.example")
    assert outcomes(report) == FINE | {
        "discovery": "fail",
        "realm": "warn",
        "metadata": "skipped",
        "sts": "skipped",
        "token": "skipped",
    }
    assert "AADSTS90002" in " ".join(found(report, "discovery").evidence)
    assert "Tenant (discovery)" in found(report, "token").text


@pytest.mark.parametrize(("skew", "outcome"), [(20, "pass"), (-100, "warn"), (600, "fail"), (-1200, "fail")])
def test_a_clock_that_is_off(cloud, skew, outcome):
    cloud.fault("northwind.example", "clock-skew", seconds=skew)
    report = examined(cloud, "northwind.example")
    assert outcomes(report)["clock"] == outcome
    if outcome != "pass":
        assert ("behind" if skew > 0 else "ahead") in found(report, "clock").text


@pytest.mark.parametrize(
    ("fault", "values", "key", "told"),
    [
        ("throttle", {"at": "discovery"}, "discovery", "asks to slow down"),
        ("server-error", {"at": "discovery"}, "discovery", "passing fault"),
        ("reset", {"at": "discovery"}, "discovery", "cannot be reached"),
        ("server-error", {"at": "token"}, "token", "passing fault"),
        ("reset", {"at": "token"}, "token", "cannot be reached"),
        ("server-error", {"at": "realm"}, "realm", "passing fault"),
        ("reset", {"at": "realm"}, "realm", "cannot be reached"),
        ("server-error", {"at": "pages"}, "sts", "error instead of its sign-in page (HTTP 503)"),
        ("reset", {"at": "pages"}, "sts", "cannot be reached"),
        ("server-error", {"at": "pages"}, "metadata", "no federation metadata"),
    ],
)
def test_faults_are_told_at_their_step(cloud, fault, values, key, told):
    cloud.fault("tailspin.example", fault, **values)
    finding = found(examined(cloud, "tailspin.example"), key)
    assert finding.outcome in {Outcome.FAIL, Outcome.WARN}
    assert told in finding.text
    assert finding.advice


def test_a_cancel_in_the_midst_ends_it_within_100_ms_and_leaves_nothing(cloud):
    took = []
    for _ in range(4):  # the machine may be busy: once in time shows that it can
        took.append(cancelled_in_the_midst(cloud))
        if took[-1] < 0.1:
            break
    assert min(took) < 0.1


def cancelled_in_the_midst(cloud) -> float:
    """How long a test of the slow server took to end, in seconds, once it was cancelled while that was asked."""
    before = set(threading.enumerate())
    cancel, reached, stopped = Cancel(), threading.Event(), []

    def watch(step):
        if step.key == "sts" and step.running:
            reached.set()

    def stop():
        assert reached.wait(20)
        time.sleep(0.2)  # the request is on its way by then
        stopped.append(time.monotonic())
        cancel.cancel()

    stopper = threading.Thread(target=stop)
    stopper.start()
    report = examined(cloud, "lamna.example", cancel=cancel, on_step=watch)
    took = time.monotonic() - stopped[0]
    stopper.join()
    assert report.cancelled
    assert found(report, "discovery").outcome is Outcome.PASS
    assert "Cancelled" in found(report, "sts").text
    end = time.monotonic() + 3
    while not set(threading.enumerate()) <= before and time.monotonic() < end:
        time.sleep(0.01)
    assert set(threading.enumerate()) <= before
    return took
