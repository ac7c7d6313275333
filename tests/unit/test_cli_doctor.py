"""``tenantdock doctor``: whom it tests, what it prints, and its exit code. On checks that a test scripts."""

from __future__ import annotations

import contextlib
import io
import threading
import time

import pytest

from support.desktop import row
from tenantdock.cli import doctor as command
from tenantdock.cli.doctor import Clinic
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Check, Finding, Outcome
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.directory import Account, Connection, Tenant
from tenantdock.domain.errors import NotFound, StorageTrouble
from tenantdock.workflows.doctor import Doctor

PASS = Finding(Outcome.PASS, "It is right.", ("seen with care",))
FAIL = Finding(Outcome.FAIL, "Nobody answers admin@contoso.example.", ("refused by 10.1.2.3",), "Ask the customer.")
WARN = Finding(Outcome.WARN, "It is slow.")


class Clock:
    def now(self):
        return time.time()

    def monotonic(self):
        return time.monotonic()


class Scripted:
    """An examiner, openly a fake, that notes whom it is asked about."""

    def __init__(self, findings) -> None:
        self.findings = findings
        self.subjects = []

    def checks(self, subject):
        self.subjects.append(subject)
        return [Check(key, key.title(), lambda _c, _f, found=found: found) for key, found in self.findings.items()]


ROWS = [
    row(1, id="a", name="Contoso", domain="contoso.example", cloud="public"),
    row(2, id="b", name="Contoso Nord", domain="nord.example", cloud="public"),
    row(3, id="c", name="Fabrikam", domain="fabrikam.example", cloud="public"),
]


def connection(connection_id):
    found = next((each for each in ROWS if each.id == connection_id), None)
    if found is None:
        raise NotFound("Gone.", next_step="Choose another one.")
    tenant = Tenant(found.tenant_id, "public", found.name, found.domain)
    return Connection(found.id, found.name, tenant, Account("a" * 32, "public", f"admin@{found.domain}"), ("graph", "azure"))


@pytest.fixture
def run(capsys):
    def call(*words, **findings):
        examiner = Scripted(findings or {"clock": PASS})

        @contextlib.contextmanager
        def opened():
            yield Clinic(Doctor([examiner], Clock()), Clouds(), lambda: ROWS, connection)

        code = command.main(words, opened)
        out = capsys.readouterr()
        return code, out.out, out.err, examiner.subjects[-1] if examiner.subjects else None

    return call


@pytest.mark.parametrize(
    ("text", "connection_id", "domain", "user"),
    [
        ("fabrikam", "c", "fabrikam.example", "admin@fabrikam.example"),
        ("CONTOSO", "a", "contoso.example", "admin@contoso.example"),
        ("nord.example", "b", "nord.example", "admin@nord.example"),
        ("elsewhere.example", None, "elsewhere.example", ""),
        ("Ann@Contoso.example", None, "contoso.example", "Ann@contoso.example"),
        ("", None, "", ""),
    ],
)
def test_whom_it_tests(run, text, connection_id, domain, user):
    code, _out, _err, subject = run(*([text] if text else []))
    assert code == 0
    assert (subject.connection.id if subject.connection else None) == connection_id
    assert subject.domain == domain
    assert str(subject.user or "") == user
    assert subject.services == (("graph", "azure") if connection_id else ("graph",))


def test_a_domain_of_a_named_cloud(run):
    assert run("contoso.example", "--cloud", "usgov")[3].cloud.id == "usgov"
    code, _out, err, _subject = run("contoso.example", "--cloud", "gone")
    assert code == 2
    assert "gone" in err


@pytest.mark.parametrize("words", [["o"], ["nothing like that"], ["a@b@"], ["--wrong"], ["a", "b"]])
def test_wrong_usage(run, words):
    code, out, err, _subject = run(*words)
    assert code == 2
    assert err
    assert not out


def test_an_ambiguous_name_lists_what_it_matches(run):
    _code, _out, err, _subject = run("o")
    assert "Contoso, Contoso Nord" in err


@pytest.mark.parametrize(
    ("findings", "code"),
    [({"a": PASS}, 0), ({"a": PASS, "b": WARN}, 0), ({"a": FAIL, "b": WARN}, 1), ({"a": Finding(Outcome.SKIPPED, "")}, 0)],
)
def test_exit_codes(run, findings, code):
    assert run("contoso.example", **findings)[0] == code


def test_what_is_printed(run):
    _code, out, _err, _subject = run("fabrikam.example", clock=PASS, dns=FAIL)
    assert out.startswith("Testing Fabrikam (fabrikam.example), Microsoft 365\n")
    assert "PASS  Clock    0.0 s\n        It is right.\n" in out
    assert "seen with care" not in out
    assert "FAIL  Dns      0.0 s\n        Nobody answers admin@contoso.example.\n        - refused by 10.1.2.3\n" in out
    assert "        What to do: Ask the customer.\n" in out
    assert "1 failed, 1 passed. It took 0." in out
    assert "\x1b" not in out
    assert "seen with care" in run("fabrikam", "--details", clock=PASS)[1]


def test_ascii_where_the_terminal_knows_no_more_and_no_colours(monkeypatch, run):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr("sys.stdout", stream)
    command.main(
        ["contoso.example"],
        lambda: contextlib.nullcontext(Clinic(Doctor([Scripted({"a": FAIL})], Clock()), Clouds(), list, connection)),
    )
    stream.flush()
    text = stream.buffer.getvalue().decode("ascii")
    assert "x FAIL  A" in text
    assert "?" not in text


@pytest.mark.parametrize(("no_colour", "coloured"), [("", True), ("1", False)])
def test_colours_on_a_terminal_alone(monkeypatch, no_colour, coloured):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setenv("TERM", "xterm")
    screen = command._Screen(stream, (), details=False)
    assert screen._colours is coloured


def test_saving_a_report_without_names(run, tmp_path):
    file = tmp_path / "report.txt"
    code, out, _err, _subject = run("admin@contoso.example", "--save", str(file), dns=FAIL)
    text = file.read_text("utf-8")
    assert code == 1
    assert "Saved to" in out
    assert "***@contoso.example" in text
    assert "admin@" not in text
    assert "10.1.2.3" not in text


def test_a_file_that_cannot_be_written(run, tmp_path):
    code, _out, err, _subject = run("contoso.example", "--save", str(tmp_path / "gone" / "report.txt"))
    assert code == 1
    assert "could not be saved" in err


def test_what_cannot_be_opened_is_told(capsys):
    @contextlib.contextmanager
    def broken():
        raise StorageTrouble("The disk is gone.", next_step="Plug it in.")
        yield

    assert command.main([], broken) == 1
    assert capsys.readouterr().err == "The disk is gone. Plug it in.\n"


def test_ctrl_c_cancels_and_tells_what_was_found(monkeypatch, capsys):
    def wait(cancel: Cancel, _facts):
        cancel.wait(30)
        return PASS

    class Waiting:
        def checks(self, subject):
            return [Check("quick", "Quick", lambda _c, _f: PASS), Check("slow", "Slow", wait, ("quick",))]

    calls = []

    class Interrupted(threading.Event):
        def wait(self, timeout=None):
            calls.append(timeout)
            if timeout == 0.1 and calls.count(0.1) == 2:
                raise KeyboardInterrupt
            return super().wait(timeout)

    monkeypatch.setattr(command.threading, "Event", Interrupted)
    clinic = Clinic(Doctor([Waiting()], Clock()), Clouds(), list, connection)
    began = time.monotonic()
    assert command.main(["contoso.example"], lambda: contextlib.nullcontext(clinic)) == 130
    assert time.monotonic() - began < 5
    out = capsys.readouterr().out
    assert "PASS  Quick" in out
    assert "Cancelled: 1 passed, 1 skipped." in out
