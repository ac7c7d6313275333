"""The connectivity test's order: what runs side by side, what is skipped and why, and how it is cancelled."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Check, Finding, Outcome, Subject
from tenantdock.domain.clouds import PUBLIC, SANDBOX_ID, US_GOV, Cloud, Clouds
from tenantdock.domain.directory import Account, Connection, Tenant, UserName
from tenantdock.domain.errors import AlreadyThere, BadInput, Cancelled, NetworkTrouble, StorageTrouble
from tenantdock.workflows.doctor import Doctor, subject_for, subject_of

SUBJECT = Subject(PUBLIC, "contoso.com")
FINE = Finding(Outcome.PASS, "Fine.")
BROKEN = Finding(Outcome.FAIL, "Broken.")


class Clock:
    def now(self):
        return time.time()

    def monotonic(self):
        return time.monotonic()


class Listed:
    """An examiner with the checks that a test gives it."""

    def __init__(self, *checks) -> None:
        self._checks = checks

    def checks(self, subject):
        return self._checks


def check(key, needs=(), run=lambda _cancel, _facts: FINE, **more):
    return Check(key, key.title(), run, tuple(needs), **more)


def finding(found):
    return lambda _cancel, _facts: found


def run(*checks, cancel=None, on_step=lambda _step: None, at_once=6):
    return Doctor([Listed(*checks)], Clock(), at_once=at_once).run(SUBJECT, cancel or Cancel(), on_step)


def outcomes(report):
    return {step.key: step.finding.outcome.value for step in report.steps}


def test_steps_are_known_before_anything_is_done_and_shown_in_the_given_order():
    doctor = Doctor([Listed(check("clock", ["tls"]), check("dns")), Listed(check("tls", ["dns"]))], Clock())
    assert [step.key for step in doctor.steps(SUBJECT)] == ["clock", "dns", "tls"]
    report = doctor.run(SUBJECT, Cancel())
    assert [step.key for step in report.steps] == ["clock", "dns", "tls"]
    assert report.outcome is Outcome.PASS
    assert not report.cancelled


def test_a_check_gets_what_the_ones_it_needs_found():
    seen = {}
    found = Finding(Outcome.WARN, "Slow.", facts={"address": "192.0.2.1"})

    def look(_cancel, facts):
        seen.update(facts)
        return FINE

    run(check("tls", ["dns"], look), check("dns", run=finding(found)), check("other"))
    assert seen == {"dns": found}


def test_what_needs_a_failed_one_is_skipped_and_names_what_failed():
    report = run(
        check("token", ["discovery"]),
        check("dns", run=finding(BROKEN)),
        check("tls", ["dns"]),
        check("discovery", ["tls"]),
        check("keyring"),
    )
    assert outcomes(report) == {"token": "skipped", "dns": "fail", "tls": "skipped", "discovery": "skipped", "keyring": "pass"}
    for step in report.steps:
        if step.finding.outcome is Outcome.SKIPPED:
            assert step.finding.text == "Not tested, because this failed: Dns."
            assert step.seconds == 0


def test_what_needs_one_that_does_not_apply_is_skipped_without_alarm():
    report = run(check("sts", run=finding(Finding(Outcome.SKIPPED, "Not federated."))), check("page", ["sts"]))
    assert outcomes(report) == {"sts": "skipped", "page": "skipped"}
    assert report.steps[1].finding.text == "Not tested, because there was nothing to test at: Sts."


def test_a_check_that_runs_anyway_gets_the_failure():
    seen = []

    def look(_cancel, facts):
        seen.append(facts["tls"].outcome)
        return FINE

    report = run(check("tls", run=finding(BROKEN)), check("clock", ["tls"], look, anyway=True))
    assert seen == [Outcome.FAIL]
    assert outcomes(report)["clock"] == "pass"


def test_independent_checks_run_side_by_side_within_the_bound():
    together, started, lock, free = threading.Event(), [], threading.Lock(), threading.Event()

    def meet(_cancel, _facts):
        with lock:
            started.append(1)
            if len(started) == 3:
                together.set()
        assert free.wait(20)
        return FINE

    def watch():
        assert together.wait(20)
        time.sleep(0.2)  # a fourth would have begun by now
        most.append(len(started))
        free.set()

    most = []
    watcher = threading.Thread(target=watch)
    watcher.start()
    report = run(*(check(f"c{n}", run=meet) for n in range(6)), at_once=3)
    watcher.join()
    assert set(outcomes(report).values()) == {"pass"}
    assert most == [3]


def test_a_dead_server_holds_no_other_check_up_as_the_program_runs_them():
    met = threading.Barrier(5)

    def meet(_cancel, _facts):
        met.wait(20)
        return FINE

    report = Doctor([Listed(*(check(f"c{n}", run=meet) for n in range(5)))], Clock()).run(SUBJECT, Cancel())
    assert set(outcomes(report).values()) == {"pass"}


def test_the_listener_hears_each_start_and_end_on_one_thread():
    heard, threads = [], set()

    def listen(step):
        threads.add(threading.get_ident())
        heard.append((step.key, step.running, step.finding is not None))

    run(check("dns"), check("tls", ["dns"]), on_step=listen)
    assert heard == [("dns", True, False), ("dns", False, True), ("tls", True, False), ("tls", False, True)]
    assert threads == {threading.get_ident()}


def test_the_time_of_a_check_is_its_own():
    def slow(cancel, _facts):
        cancel.wait(1.0)  # longer than a busy machine keeps the quick one waiting
        return FINE

    report = run(check("slow", run=slow), check("quick", ["slow"]))
    assert report.steps[0].seconds >= 1.0
    assert report.steps[1].seconds < report.steps[0].seconds
    assert report.seconds >= report.steps[0].seconds


def test_an_error_is_a_failure_with_its_text_and_next_step():
    def fail(_cancel, _facts):
        raise NetworkTrouble("It did not answer.", next_step="Check the network.", details="one\ntwo")

    (step,) = run(check("dns", run=fail)).steps
    assert step.finding == Finding(Outcome.FAIL, "It did not answer.", ("one", "two"), "Check the network.")


def test_a_check_with_a_fault_of_its_own_stops_nothing_else(caplog):
    def fault(_cancel, _facts):
        raise KeyError("eyJhbGciOi.secret")

    report = run(check("dns", run=fault), check("keyring"))
    assert outcomes(report) == {"dns": "fail", "keyring": "pass"}
    assert "secret" not in f"{report.steps[0]}{caplog.text}"
    assert report.steps[0].finding.evidence == ("KeyError",)


def test_a_cancel_ends_it_within_100_ms_and_leaves_no_thread():
    took = []
    for _ in range(4):  # the machine may be busy: once in time shows that it can
        before, cancel, began, stopped = set(threading.enumerate()), Cancel(), threading.Event(), []

        def wait(cancel, _facts, began=began):
            began.set()
            cancel.wait(30)
            return FINE

        def stop(cancel=cancel, began=began, stopped=stopped):
            began.wait(5)
            stopped.append(time.monotonic())
            cancel.cancel()

        stopper = threading.Thread(target=stop)
        stopper.start()
        report = run(check("quick"), check("slow", ["quick"], wait), check("later", ["slow"]), cancel=cancel)
        took.append(time.monotonic() - stopped[0])
        stopper.join()
        assert report.cancelled
        assert outcomes(report) == {"quick": "pass", "slow": "skipped", "later": "skipped"}
        assert all("Cancelled" in step.finding.text for step in report.steps[1:])
        end = time.monotonic() + 5
        while not set(threading.enumerate()) <= before and time.monotonic() < end:
            time.sleep(0.005)
        assert set(threading.enumerate()) <= before
        if took[-1] < 0.1:
            break
    assert min(took) < 0.1


def test_a_cancel_does_not_wait_for_a_check_that_cannot_be_cancelled():
    cancel, release, began = Cancel(), threading.Event(), threading.Event()

    def stuck(_cancel, _facts):
        began.set()
        release.wait(10)
        return FINE

    timer = threading.Thread(target=lambda: (began.wait(5), cancel.cancel()))
    timer.start()
    start = time.monotonic()
    report = run(check("keyring", run=stuck), cancel=cancel)
    assert time.monotonic() - start < 2
    assert report.cancelled
    release.set()
    timer.join()


def test_cancelled_before_it_begins_nothing_runs():
    cancel, ran = Cancel(), []
    cancel.cancel()
    report = run(check("dns", run=lambda *_: ran.append(1) or FINE), cancel=cancel)
    assert not ran
    assert report.cancelled
    assert report.outcome is Outcome.SKIPPED


@pytest.mark.parametrize(
    "checks",
    [
        (check("a", ["b"]), check("b", ["a"])),
        (check("a", ["gone"]),),
        (check("a"), check("a")),
    ],
)
def test_checks_that_cannot_be_ordered_are_a_fault_of_ours(checks):
    with pytest.raises(ValueError, match="checks"):
        run(*checks)


@st.composite
def graphs(draw):
    count = draw(st.integers(1, 9))
    needs = [draw(st.sets(st.integers(0, index - 1))) if index else set() for index in range(count)]
    found = [draw(st.sampled_from([Outcome.PASS, Outcome.WARN, Outcome.FAIL])) for _ in range(count)]
    order = draw(st.permutations(range(count)))
    return needs, found, order, draw(st.integers(1, 4))


@settings(max_examples=60, deadline=None)
@given(graphs())
def test_any_graph_is_run_whole_and_in_order(graph):
    needs, found, order, at_once = graph
    ended = []

    def work(index):
        def run_it(_cancel, facts):
            assert {f"k{need}" for need in needs[index]} == set(facts)
            assert all(need in ended for need in needs[index])
            ended.append(index)
            return Finding(found[index], "")

        return run_it

    checks = [check(f"k{index}", [f"k{need}" for need in needs[index]], work(index)) for index in order]
    report = run(*checks, at_once=at_once)
    got = {int(step.key[1:]): step.finding.outcome for step in report.steps}
    for index in range(len(needs)):
        bad = any(got[need] in {Outcome.FAIL, Outcome.SKIPPED} for need in needs[index])
        assert got[index] is (Outcome.SKIPPED if bad else found[index])


def test_the_subject_of_a_connection():
    account = Account("a" * 32, "usgov", "Ann.Admin@Contoso.com")
    tenant = Tenant("8f2c1c6e-0a41-4c0e-9d55-0b7a5d3c1e11", "usgov", "Fabrikam", "fabrikam.com")
    connection = Connection("c", "Fabrikam", tenant, account, ("graph", "azure"))
    subject = subject_of(connection, Clouds())
    assert (subject.cloud, subject.domain, subject.services) == (US_GOV, "contoso.com", ("graph", "azure"))
    assert subject.user == UserName("Ann.Admin", "contoso.com")
    assert subject.connection is connection


def test_the_subject_that_a_person_types():
    practice = Cloud(SANDBOX_ID, "Practice cloud", "https://localhost:1", {})
    assert subject_for(" Contoso.COM ", Clouds()) == Subject(PUBLIC, "contoso.com")
    assert subject_for("ann@contoso.com", Clouds(), "usgov").cloud is US_GOV
    assert subject_for("ann@contoso.com", Clouds([practice])).user == UserName("ann", "contoso.com")
    assert subject_for("contoso.com", Clouds([practice])).cloud is practice
    with pytest.raises(BadInput):
        subject_for("no domain", Clouds())
    with pytest.raises(BadInput):
        subject_for("contoso.com", Clouds(), "gone")


def test_a_report_is_saved_whole_or_not_at_all(tmp_path):
    doctor = Doctor([Listed(check("clock"))], Clock())
    report = doctor.run(SUBJECT, Cancel())
    assert doctor.save(report, tmp_path / "report", Cancel()) == tmp_path / "report.txt"
    assert "[PASS] Clock" in (tmp_path / "report.txt").read_text("utf-8")
    (tmp_path / "report.txt").write_text("what somebody needs")
    with pytest.raises(AlreadyThere):
        doctor.save(report, tmp_path / "report.txt", Cancel())
    stopped = Cancel()
    stopped.cancel()
    with pytest.raises(Cancelled):
        doctor.save(report, tmp_path / "report.txt", stopped, over=True)
    assert (tmp_path / "report.txt").read_text() == "what somebody needs"
    doctor.save(report, tmp_path / "report.txt", Cancel(), over=True)
    assert "[PASS] Clock" in (tmp_path / "report.txt").read_text("utf-8")
    assert [each.name for each in tmp_path.iterdir()] == ["report.txt"]


@pytest.mark.parametrize("place", ["/", ".", "a\0b", "gone/report.txt"])
def test_a_place_where_no_report_can_be_says_so(tmp_path, monkeypatch, place):
    monkeypatch.chdir(tmp_path)
    doctor = Doctor([], Clock())
    with pytest.raises(StorageTrouble, match="could not be written") as raised:
        doctor.save(doctor.run(SUBJECT, Cancel()), Path(place), Cancel(), over=True)
    assert "choose another place" in raised.value.next_step
    assert list(tmp_path.iterdir()) == []
