"""The process that finds out which keyring there is."""

from __future__ import annotations

import io
import json
import sys
import threading
import time

import keyring
import psutil
import pytest
from keyring.backends import SecretService

from tenantdock.__main__ import main
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import Cancelled
from tenantdock.vault import KeyStoreState, probe

not_windows = pytest.mark.skipif(sys.platform == "win32", reason="its program is a script")


@pytest.fixture
def program(monkeypatch, tmp_path):
    """Have another program asked, made of Python text."""

    def choose(text):
        path = tmp_path / "program"
        path.write_text(f"#!{sys.executable}\n{text}", encoding="utf-8")
        path.chmod(0o700)
        monkeypatch.setattr(sys, "executable", str(path))
        monkeypatch.setattr(sys, "frozen", True, raising=False)

    return choose


def test_the_real_process_tells_of_a_keyring_that_protects_nothing(monkeypatch):
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    found = probe.ask()
    assert found is not None
    assert (found.usable, found.name) == (False, "keyring.backends.null.Keyring")
    assert "not known to protect secrets" in found.reason
    assert found.next_step


def test_its_answer_is_the_state_of_the_keyring(monkeypatch, capsys):
    monkeypatch.setattr(keyring, "get_keyring", SecretService.Keyring)
    monkeypatch.setattr(probe, "_end_with_parent", lambda: None)
    assert main([probe.ARGUMENT]) == 0
    assert json.loads(capsys.readouterr().out) == [True, "Secret Service", "", ""]


def test_it_ends_with_its_parent(monkeypatch):
    codes = []
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setattr(probe.os, "_exit", codes.append)
    probe._end_with_parent()
    assert codes == [1]


@not_windows
def test_a_packaged_program_is_asked_by_the_hidden_argument(program):
    program("import json, sys; print(json.dumps([True, *sys.argv[1:], '', '']))")
    assert probe.ask() == KeyStoreState(True, probe.ARGUMENT)


@pytest.mark.parametrize(
    "text", ["raise SystemExit(1)", "print('nonsense')", "print('[1]')", "print('7')", "import time; time.sleep(60)"]
)
def test_an_answer_that_does_not_come_says_nothing(program, monkeypatch, text):
    monkeypatch.setattr(probe, "_TIME_LIMIT", 0.5 if "sleep" in text else 10.0)
    program(text)
    assert probe.ask() is None


def test_a_program_that_cannot_be_started_says_nothing(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gone"))
    assert probe.ask() is None


@not_windows
def test_a_cancel_ends_the_process(program, tmp_path):
    pid, cancel = tmp_path / "pid", Cancel()
    program(f"import os, time; open({str(pid)!r}, 'w').write(str(os.getpid())); time.sleep(60)")

    def stop():
        end = time.monotonic() + 20
        while not (pid.exists() and pid.read_text()) and time.monotonic() < end:
            time.sleep(0.01)
        cancel.cancel()

    stopper = threading.Thread(target=stop)
    stopper.start()
    with pytest.raises(Cancelled):
        probe.ask(cancel)
    stopper.join()
    assert not psutil.pid_exists(int(pid.read_text()))
