"""The parts of composition that others rely on: what waits for the desktop, what is built late, clocks, and dumps."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from types import SimpleNamespace

import pytest

from support.directory import CONTOSO, a_connection
from support.fakes import FakeClock, FakeIdentity
from tenantdock.clock import SystemClock
from tenantdock.composition import Control, Listening, Reports, Waiting, open_house
from tenantdock.desktop.workers import Workers
from tenantdock.directory import SqliteDirectory
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.customers import CustomerList
from tenantdock.domain.directory import BrowserChoice
from tenantdock.domain.errors import AgentTrouble, StorageTrouble
from tenantdock.domain.settings import BrowserPreferences, ConsolePreferences, LockSettings, Settings
from tenantdock.rooms import Later
from tenantdock.workflows.wanted import Defaults


def test_what_comes_before_there_is_somebody_waits_in_its_order():
    waiting: Waiting[int] = Waiting()
    taken: list[int] = []
    for number in range(3):
        waiting.add(number)
    waiting.attend(taken.append)
    waiting.add(3)
    assert taken == [0, 1, 2, 3]


def test_nothing_is_lost_while_somebody_comes():
    for _ in range(50):
        waiting: Waiting[int] = Waiting()
        taken: list[int] = []
        threads = [threading.Thread(target=lambda w=waiting: [w.add(n) for n in range(20)]) for _ in range(4)]
        for thread in threads:
            thread.start()
        waiting.attend(taken.append)
        for thread in threads:
            thread.join()
        assert len(taken) == 80


def test_what_is_built_later_is_built_once_by_many_and_again_after_a_failure():
    built: list[int] = []

    def build() -> object:
        built.append(1)
        if len(built) == 1:
            raise StorageTrouble("no room", next_step="make some")
        time.sleep(0.02)
        return "text"

    later = Later(build)

    def use() -> None:
        later.upper()

    with pytest.raises(StorageTrouble):
        later.upper()
    threads = [threading.Thread(target=use) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(built) == 2
    assert later.upper() == "TEXT"


class Agent:
    """A double that only remembers what it was told."""

    def __init__(self, trouble: AgentTrouble | None = None) -> None:
        self.told: list[str] = []
        self.trouble = trouble

    def start(self) -> None:
        self.told.append("start")
        if self.trouble is not None:
            raise self.trouble

    def stop(self) -> None:
        self.told.append("stop")


def test_an_endpoint_is_not_opened_after_the_end():
    agent = Agent()
    listening = Listening(agent, Reports())
    listening.end()
    listening.begin()
    assert agent.told == ["stop"]


def test_an_endpoint_that_cannot_be_opened_is_reported_and_stops_nothing():
    agent = Agent(AgentTrouble("no socket", next_step="look"))
    told: list[object] = []

    class Desktop:
        report = staticmethod(told.append)

    reports = Reports()
    Listening(agent, reports).begin()
    reports.attend(Desktop())
    assert told == [agent.trouble]


@pytest.mark.skipif(sys.platform != "linux", reason="needs the clocks of Linux")
def test_the_clock_counts_the_time_of_a_suspended_computer():
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert before <= SystemClock().monotonic() <= time.clock_gettime(time.CLOCK_BOOTTIME)


DUMPS = """
import ctypes, resource, subprocess, sys
from tenantdock import composition
composition._keep_secrets_out_of_dumps()
SEEN = "import ctypes, resource; print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0), resource.getrlimit(resource.RLIMIT_CORE)[1])"
exec(SEEN)
sys.stdout.flush()
subprocess.run([sys.executable, "-c", SEEN], check=True)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="needs prctl")
def test_this_process_cannot_be_dumped_and_those_it_starts_can():
    """PR_GET_DUMPABLE is 0 here, so ptrace and /proc/PID/mem are closed to other programs of the same user (ptrace(2))."""
    import resource  # noqa: PLC0415 - not on Windows

    ran = subprocess.run([sys.executable, "-c", DUMPS], capture_output=True, text=True, check=True)
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    assert ran.stdout.splitlines() == [f"0 {hard}", f"1 {hard}"]


@pytest.mark.parametrize("what", ["vault", "agent"])
def test_nothing_can_be_dumped_before_the_first_secret_is_here(tmp_path, monkeypatch, qapp, what):
    told = []
    monkeypatch.setattr("tenantdock.composition._keep_secrets_out_of_dumps", lambda: told.append("closed"))
    monkeypatch.setattr("tenantdock.rooms.vault", lambda *_: told.append("vault") or SimpleNamespace(state=lambda: None))
    monkeypatch.setattr("tenantdock.agent.local.LocalAgent.start", lambda _: told.append("agent"))
    with open_house(tmp_path / "data", sandbox=False) as house:
        assert told == []
        if what == "vault":
            house.workflows.vault.state()
        else:
            house.open_endpoint().result(20)
        assert told == ["closed", what]


def test_an_endpoint_is_opened_although_no_window_is_ever_painted():
    agent = Agent()
    listening = Listening(agent, Reports())
    listening.begin_within(0.01)
    end = time.monotonic() + 5
    while not agent.told:
        assert time.monotonic() < end
        time.sleep(0.01)
    listening.begin()  # the window is painted after all
    listening.end()
    assert agent.told == ["start", "stop"]


def test_the_end_leaves_no_timer():
    listening = Listening(Agent(), Reports())
    listening.begin_within(60)
    timer = listening._timer
    assert timer is not None
    listening.end()
    timer.join(5)
    assert not timer.is_alive()


def test_the_command_line_lists_and_searches_in_the_database(tmp_path, qapp):
    """Words are looked up there, by its index; nothing is listed to be thrown away."""
    directory, workers = SqliteDirectory(tmp_path / "d.sqlite3", FakeClock()), Workers()
    many = [a_connection(f"Nord {n}", tenant=f"{n:08x}-0000-4000-8000-000000000000", username=f"a@n{n}.example") for n in range(70)]
    directory.add_all([*many, a_connection("Z\u00fcrich Nord")])
    listed: list[int] = []
    rows = directory.rows
    directory.rows = lambda: listed.append(1) or rows()  # type: ignore[method-assign]
    control = Control(workers, directory, practice=False)
    try:
        assert [row.name for row in control.connections("ZURICH nord").result(20)] == ["Z\u00fcrich Nord"]
        assert len(control.connections("nord").result(20)) == 71
        assert control.connections("nobody").result(20) == []
        assert not listed
        assert len(control.connections(" ").result(20)) == 71
        assert listed
    finally:
        assert workers.close(10)
        directory.close()


def test_what_is_set_reaches_those_who_obey_it(tmp_path, monkeypatch, qapp):
    # The test run's own process stays as it is
    monkeypatch.setattr("tenantdock.composition._keep_secrets_out_of_dumps", lambda: None)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    given = {}

    class Recorder:
        def __init__(self, *, wishes) -> None:
            given["consoles"] = wishes

        def shells(self):
            return []

    monkeypatch.setattr("tenantdock.consoles.launcher.SystemConsoles", Recorder)
    consoles, lock = ConsolePreferences("/opt/pwsh", "xterm"), LockSettings(5, with_screen=False, spare_consoles=False)
    with open_house(tmp_path / "data", sandbox=False) as house:
        house.settings.save(Settings(consoles=consoles, lock=lock, browsers=BrowserPreferences("firefox", own_profile=True)))
        assert house.workflows.consoles.shells() == []
        assert given["consoles"]() == consoles
        assert house.workflows.locking.settings() == lock
        path = tmp_path / "customers.csv"
        path.write_text(f"Name,Tenant ID,User name\nContoso,{CONTOSO},anna@msp.example\n", encoding="utf-8")
        importing, cancel = house.workflows.importing, Cancel()
        opened = importing.open(path, cancel)
        preview = importing.preview_file(opened, opened.columns, Defaults(), cancel)
        importing.apply(preview, preview.usual(), cancel)
        (saved,) = house.workflows.directory.every()
        assert saved.browser == BrowserChoice("firefox", f"tenantdock:{saved.account.id}")


def test_who_signed_in_for_a_list_and_got_no_customer_is_forgotten_at_the_end(tmp_path, monkeypatch, qapp):
    monkeypatch.setattr("tenantdock.composition._keep_secrets_out_of_dumps", lambda: None)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    identity = FakeIdentity(FakeClock())
    identity.tenants = {"contoso.example": CONTOSO}
    monkeypatch.setattr("tenantdock.rooms.identity", lambda *_: identity)
    with open_house(tmp_path / "data", sandbox=False) as house:
        importing = house.workflows.importing
        account = importing.enrol(CustomerList.GDAP, "pia@contoso.example", "public", Cancel(), lambda _: None)
        assert identity.forgotten == []
    assert [each.id for each in identity.forgotten] == [account.id]


def test_clicks_and_imports_take_turns_with_each_other(tmp_path, monkeypatch, qapp):
    monkeypatch.setattr("tenantdock.composition._keep_secrets_out_of_dumps", lambda: None)
    with open_house(tmp_path / "data", sandbox=False) as house:
        assert house.workflows.connecting._turns is house.workflows.importing._turns
