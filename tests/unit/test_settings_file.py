"""The settings file: what comes back, what a damaged one does, and that a save is whole or nothing."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as example_settings
from hypothesis import strategies as st

from support.fakes import FakeClock
from tenantdock.directory.settings import SettingsFile
from tenantdock.domain.clouds import Cloud, CloudSettings
from tenantdock.domain.errors import StorageTrouble, TenantDockError
from tenantdock.domain.ports import SettingsStore
from tenantdock.domain.settings import (
    BrowserPreferences,
    ConsolePreferences,
    LockSettings,
    ProxyMode,
    ProxySettings,
    Settings,
    Theme,
    settings_by_key,
)

CLIENT = "1950a258-227b-4e31-a9cf-717495945fc2"
OWN = Cloud(
    "own-login.example", "Own", "https://login.example", {"graph": "https://graph.example"}, {"graph": "https://graph.example/v/"}
)
CHOSEN = Settings(
    ProxySettings(ProxyMode.MANUAL, "proxy.corp.example", 3128, (".corp.example", "10.0.0.0/8"), "anna"),
    CloudSettings((OWN,), {("public", "graph"): CLIENT, ("own-login.example", "graph"): CLIENT}),
    LockSettings(idle_minutes=10, with_screen=False, spare_consoles=False),
    ConsolePreferences("/usr/bin/pwsh", "xterm"),
    BrowserPreferences("edge", own_profile=True),
    language="de",
    theme=Theme.DARK,
    hotkey="Ctrl+Shift+F9",
)


class Desk:
    def __init__(self, folder: Path) -> None:
        self.path = folder / "data" / "settings.json"
        self.reports: list[TenantDockError] = []

    def store(self) -> SettingsFile:
        return SettingsFile(self.path, FakeClock(), on_report=self.reports.append)

    def write(self, data: bytes) -> None:
        self.path.parent.mkdir(exist_ok=True)
        self.path.write_bytes(data)

    def names(self) -> list[str]:
        return sorted(path.name for path in self.path.parent.glob("*"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_it_is_the_port_and_touches_nothing_before_it_is_asked(desk):
    store: SettingsStore = desk.store()
    assert not desk.path.parent.exists()
    assert store.current() == Settings()
    assert not desk.path.parent.exists()
    assert desk.reports == []


def test_what_was_saved_comes_back(desk):
    desk.store().save(CHOSEN)
    assert desk.store().current() == CHOSEN
    assert desk.names() == ["settings.json"]
    assert desk.reports == []


hosts = st.from_regex(r"[a-z0-9][a-z0-9-]{0,20}(\.[a-z0-9][a-z0-9-]{0,20}){0,3}", fullmatch=True)
guids = st.uuids().map(str)
keys = st.sampled_from(["graph", "azure", "exchange", "compliance", "teams", "a-new-one"])
own_clouds = st.builds(
    lambda number, host, resources, roots: Cloud(
        f"own-{host}-{number}",
        f"Cloud {number}",
        f"https://{host}",
        {key: f"https://{value}" for key, value in resources.items()},
        {key: f"https://{value}/v1/" for key, value in roots.items()},
    ),
    st.integers(0, 10**6),
    hosts,
    st.dictionaries(keys, hosts, min_size=1, max_size=3),
    st.dictionaries(keys, hosts, max_size=2),
)
any_settings = st.builds(
    Settings,
    st.builds(
        ProxySettings,
        st.sampled_from(ProxyMode),
        hosts,
        st.integers(1, 65535),
        st.lists(hosts, max_size=3).map(tuple),
        st.text(max_size=20),
    ),
    st.builds(
        CloudSettings,
        st.lists(own_clouds, max_size=3, unique_by=(lambda c: c.id, lambda c: c.name)).map(tuple),
        st.dictionaries(st.tuples(st.text(max_size=10), keys), guids, max_size=4),
    ),
    st.builds(LockSettings, st.integers(0, 1440), st.booleans(), st.booleans()),
    st.builds(ConsolePreferences, hosts, hosts),
    st.builds(BrowserPreferences, hosts, st.booleans()),
    st.sampled_from(["", "en", "de", "pt-BR"]),
    st.sampled_from(Theme),
    st.sampled_from(["", "Ctrl+Alt+Space", "Meta+F1"]),
)


@given(any_settings)
@example_settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_settings_come_back(tmp_path, chosen):
    desk = Desk(tmp_path)
    desk.store().save(chosen)
    assert desk.store().current() == chosen
    assert desk.reports == []


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
near_settings = st.fixed_dictionaries(
    {},
    optional={
        "format": st.sampled_from([1, 1, 1, 0, 2, True, "1"]),
        **dict.fromkeys(("language", "theme", "hotkey", "consoles", "browsers"), json_values),
        "lock": st.fixed_dictionaries({}, optional=dict.fromkeys(["idle_minutes", "with_screen"], json_values)),
        "proxy": st.fixed_dictionaries({}, optional=dict.fromkeys(["mode", "host", "port", "bypass", "username"], json_values))
        | json_values,
        "clouds": st.fixed_dictionaries(
            {},
            optional={
                "own": st.lists(
                    st.fixed_dictionaries(
                        {},
                        optional={
                            "id": st.just("own-x") | json_values,
                            "name": json_values,
                            "authority": st.sampled_from(["https://[", "https://x", "http://x", "https://u@x"]) | json_values,
                            "resources": json_values,
                        },
                    ),
                    max_size=2,
                )
                | json_values,
                "client_ids": json_values,
            },
        )
        | json_values,
    },
)


@given(st.binary(max_size=60) | near_settings.map(lambda found: json.dumps(found).encode()))
@example_settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_give_settings_or_a_report(tmp_path, data):
    desk = Desk(tmp_path)
    desk.write(data)
    store = desk.store()
    current = store.current()
    assert isinstance(current, Settings)
    if desk.reports:
        assert current == Settings()
        assert all(report.next_step for report in desk.reports)
    try:
        store.save(CHOSEN)
    except StorageTrouble:
        assert "newer" in desk.reports[0].message
        assert desk.path.read_bytes() == data
    else:
        assert desk.store().current() == CHOSEN
    for path in desk.path.parent.glob("*"):
        path.unlink()


def test_every_declared_setting_is_in_the_file_at_its_key(desk):
    desk.store().save(CHOSEN)
    document = json.loads(desk.path.read_bytes())
    for key, each in settings_by_key().items():
        value = document
        for part in key.split("."):
            value = value[part]
        assert value is not None, each


@pytest.mark.parametrize("text", ['"theme": "sepia"', '"hotkey": 3', '"lock": {"idle_minutes": 99999}', '"language": "\\n"'])
def test_one_wrong_setting_sets_the_file_aside_with_its_reason(desk, text):
    desk.write(f'{{"format": 1, {text}}}'.encode())
    assert desk.store().current() == Settings()
    (report,) = desk.reports
    assert "set them aside" in report.message
    assert desk.names()[0] in report.next_step


def test_a_damaged_file_is_set_aside_and_told_once(desk):
    desk.write(b'{"format": 1, "proxy": {"port": 70000}}')
    store = desk.store()
    assert store.current() == Settings()
    assert store.current() == Settings()
    (report,) = desk.reports
    assert "defaults" in report.message
    (kept,) = desk.names()
    assert kept in report.next_step
    assert b"70000" in (desk.path.parent / kept).read_bytes()
    assert "70000 is not a port" in report.details
    store.save(CHOSEN)
    assert len(desk.names()) == 2
    desk.write(b"\xff")
    assert desk.store().current() == Settings()
    assert len(desk.names()) == 2, "the second damaged file was kept beside the first"


def test_a_file_that_is_too_long_or_too_deep_is_damaged(desk):
    for data in (b" " * (1 << 20) + b'{"format": 1}', b"[" * 100_000, b'{"format": 1' + b"0" * 5000 + b"}"):
        desk.write(data)
        assert desk.store().current() == Settings()
    assert len(desk.reports) == 3


def test_what_a_newer_version_wrote_is_kept(desk):
    desk.write(json.dumps({"format": 1, "new": {"a": 1}, "proxy": {"mode": "none", "pac": "x"}, "clouds": {"later": [1]}}).encode())
    store = desk.store()
    assert store.current() == Settings(ProxySettings(ProxyMode.NONE))
    store.save(CHOSEN)
    found = json.loads(desk.path.read_bytes())
    assert found["new"] == {"a": 1}
    assert found["proxy"]["pac"] == "x"
    assert found["proxy"]["mode"] == "manual"
    assert found["clouds"]["later"] == [1]
    assert desk.store().current() == CHOSEN


def test_a_newer_format_is_left_alone(desk):
    data = b'{"format": 2, "everything": "else"}'
    desk.write(data)
    store = desk.store()
    assert store.current() == Settings()
    assert "newer" in desk.reports[0].message
    with pytest.raises(StorageTrouble, match="newer"):
        store.save(CHOSEN)
    assert store.current() == Settings()
    assert desk.path.read_bytes() == data


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_the_file_is_for_this_user_only_whatever_was_there(desk):
    desk.write(b'{"format": 1}')
    desk.path.chmod(0o644)
    (desk.path.parent / "settings.json.new").write_text("left by a kill")
    (desk.path.parent / "settings.json.new").chmod(0o666)
    desk.store().save(CHOSEN)
    assert stat.S_IMODE(desk.path.stat().st_mode) == 0o600
    assert desk.names() == ["settings.json"]


@pytest.mark.parametrize(
    ("code", "says"), [(errno.ENOSPC, "no room"), (errno.EROFS, "cannot be written"), (errno.EIO, "not be saved")]
)
@pytest.mark.parametrize("where", ["fsync", "replace"])
def test_a_save_that_fails_changes_nothing(desk, monkeypatch, code, says, where):
    store = desk.store()
    store.save(CHOSEN)
    told: list[Settings] = []
    store.listen(told.append)

    def fails(*_):
        raise OSError(code, "no")

    monkeypatch.setattr(os if where == "fsync" else Path, where, fails)
    with pytest.raises(StorageTrouble, match=says) as caught:
        store.save(Settings())
    assert "Nothing was changed" in caught.value.next_step
    monkeypatch.undo()
    assert store.current() == CHOSEN
    assert told == []
    assert desk.store().current() == CHOSEN
    assert desk.names() == ["settings.json"]


def test_a_file_that_cannot_be_read_is_told_and_not_overwritten(desk):
    desk.path.mkdir(parents=True)  # reading a folder fails for root, too
    store = desk.store()
    assert store.current() == Settings()
    assert "own the data folder" in desk.reports[0].next_step
    with pytest.raises(StorageTrouble, match="could not be read"):
        store.save(CHOSEN)


def test_listeners_hear_of_every_change_and_one_that_fails_harms_nobody(desk, caplog):
    store = desk.store()
    told: list[Settings] = []
    store.listen(lambda _: 1 / 0)
    store.listen(told.append)
    store.save(CHOSEN)
    store.save(Settings())
    assert told == [CHOSEN, Settings()]
    assert store.current() == Settings()
    assert len([record for record in caplog.records if record.exc_info]) == 2
    caplog.clear()


def test_many_threads_read_once_and_see_whole_settings(desk, monkeypatch):
    desk.store().save(CHOSEN)
    store = desk.store()
    reads = []
    opened = Path.open
    monkeypatch.setattr(Path, "open", lambda self, *a, **k: (reads.append(self), opened(self, *a, **k))[1])
    barrier = threading.Barrier(8)
    seen = []

    def look():
        barrier.wait(10)
        seen.append(store.current())

    threads = [threading.Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert seen == [CHOSEN] * 8
    assert reads.count(desk.path) == 1


def test_a_kill_at_any_moment_leaves_the_old_or_the_new(desk):
    program = (
        "import sys; from pathlib import Path; from support.fakes import FakeClock\n"
        "from tenantdock.directory.settings import SettingsFile\n"
        "from tenantdock.domain.settings import ProxyMode, ProxySettings, Settings\n"
        "store = SettingsFile(Path(sys.argv[1]), FakeClock()); print('go', flush=True)\n"
        "for n in range(10**6): store.save(Settings(ProxySettings(ProxyMode.MANUAL, 'x' * (n % 200 + 1), 1 + n % 60000)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    for pause in (0.0, 0.003, 0.01, 0.02):
        child = subprocess.Popen([sys.executable, "-c", program, str(desk.path)], stdout=subprocess.PIPE, env=environment)
        assert child.stdout is not None
        child.stdout.readline()
        threading.Event().wait(pause)
        child.kill()
        child.wait(10)
        child.stdout.close()
        desk.store().current()
        assert desk.reports == []
        assert desk.names() in ([], ["settings.json"], ["settings.json", "settings.json.new"], ["settings.json.new"])


def test_nothing_secret_is_in_it(desk):
    desk.store().save(CHOSEN)
    assert sorted(json.loads(desk.path.read_text())["proxy"]) == ["bypass", "host", "mode", "port", "username"]
