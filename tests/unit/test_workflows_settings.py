"""Changing settings: what is saved, what is refused, and what becomes of the proxy's password."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from support.directory import a_connection
from support.fakes import FakeClock, FakeConsoles, MemoryDirectory
from support.identity import FakeVault
from tenantdock.directory.settings import SettingsFile
from tenantdock.domain.clouds import PUBLIC, Clouds
from tenantdock.domain.computer import BrowserOffer
from tenantdock.domain.declaring import value_of
from tenantdock.domain.errors import BadInput, StorageTrouble
from tenantdock.domain.secret import Secret
from tenantdock.domain.services import GRAPH
from tenantdock.domain.settings import PROXY_PASSWORD_ID, ProxyMode, ProxyPassword, ProxySettings, Settings, Theme
from tenantdock.workflows.settings import Configuring, Option

MINE = "0a0a0a0a-1b1b-4c2c-8d3d-4e4e4e4e4e4e"
RESOURCES = {"graph": "https://graph.bleu.example", "teams": ""}
ROOTS = {"graph": "https://graph.bleu.example/", "azure": ""}
MANUAL = ProxySettings(ProxyMode.MANUAL, "proxy.example", 3128, username="anna")


class Desk:
    def __init__(self, folder) -> None:
        self.file = SettingsFile(folder / "settings.json", FakeClock())
        self.clouds = Clouds(chosen=lambda: self.file.current().clouds)
        self.directory = MemoryDirectory()
        self.vault = FakeVault()
        self.configuring = Configuring(settings=self.file, clouds=self.clouds, directory=self.directory, vault=self.vault)

    def password(self):
        sealed = self.vault.sealed.get(PROXY_PASSWORD_ID)
        kept = ProxyPassword.parse(sealed) if sealed else None
        return (kept.secret.reveal(), kept.proxy) if kept else None


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


def test_a_client_id_is_set_and_taken_back(desk):
    told = []
    desk.configuring.listen(told.append)
    desk.configuring.set_client_id("public", "Graph", MINE.upper())
    assert desk.clouds.get("public").client_ids == {"graph": MINE}
    fields = desk.configuring.client_fields("public")
    assert [(field.label, field.chosen) for field in fields][:2] == [("Graph", MINE), ("Azure", "")]
    assert fields[0].help.default_id == GRAPH.client_id
    desk.configuring.set_client_id("public", "graph", "  ")
    assert desk.clouds.get("public") == PUBLIC
    desk.configuring.set_client_id("public", "graph", GRAPH.client_id)
    assert desk.configuring.current() == Settings(), "Microsoft's own id is the default, however it is typed"
    assert len(told) == 3


def test_a_client_id_that_is_none_changes_nothing(desk):
    desk.configuring.set_client_id("public", "graph", MINE)
    before = desk.configuring.current()
    for arguments in (("public", "graph", "x"), ("mars", "graph", MINE), ("public", "mail", MINE)):
        with pytest.raises(BadInput):
            desk.configuring.set_client_id(*arguments)
    assert desk.configuring.current() == before


def test_fields_are_those_of_the_clouds_services(desk):
    assert "teams" not in [field.service_key for field in desk.configuring.client_fields("china")]


def test_a_cloud_of_ones_own_is_added_changed_and_removed(desk):
    cloud = desk.configuring.add_cloud("Bleu", "https://login.bleu.example/", RESOURCES, ROOTS)
    desk.configuring.set_client_id(cloud.id, "graph", MINE)
    desk.configuring.set_client_id("public", "graph", MINE)
    assert desk.configuring.clouds()[-1] == replace(cloud, client_ids={"graph": MINE})
    changed = desk.configuring.change_cloud(
        cloud.id, "Bleu 2", "https://LOGIN.bleu.example", {**RESOURCES, "azure": "https://arm.bleu.example"}, ROOTS
    )
    assert changed.id == cloud.id
    assert set(desk.clouds.get(cloud.id).resources) == {"graph", "azure"}
    desk.configuring.remove_cloud(cloud.id)
    assert desk.configuring.current().clouds.own == ()
    assert desk.configuring.current().clouds.client_ids == {("public", "graph"): MINE}


def test_a_clouds_address_stays_because_sign_ins_belong_to_it(desk):
    cloud = desk.configuring.add_cloud("Bleu", "https://login.bleu.example", RESOURCES, ROOTS)
    with pytest.raises(BadInput) as caught:
        desk.configuring.change_cloud(cloud.id, "Bleu", "https://login.evil.example", RESOURCES, ROOTS)
    assert caught.value.field == "authority"
    assert desk.clouds.get(cloud.id).authority == "https://login.bleu.example"


def test_a_cloud_in_use_is_not_removed(desk):
    cloud = desk.configuring.add_cloud("Bleu", "https://login.bleu.example", RESOURCES, ROOTS)
    base = a_connection()
    saved = replace(base, tenant=replace(base.tenant, cloud=cloud.id), account=replace(base.account, cloud=cloud.id))
    desk.directory.add(saved)
    with pytest.raises(BadInput, match="1 saved account belongs"):
        desk.configuring.remove_cloud(cloud.id)
    assert desk.clouds.get(cloud.id) == cloud


@pytest.mark.parametrize("cloud_id", ["public", "sandbox", "own-nowhere"])
def test_only_ones_own_clouds_are_changed(desk, cloud_id):
    with pytest.raises(BadInput):
        desk.configuring.remove_cloud(cloud_id)
    with pytest.raises(BadInput):
        desk.configuring.change_cloud(cloud_id, "X", "https://x.example", RESOURCES, ROOTS)


def test_a_cloud_that_is_wrong_names_its_field_and_nothing_is_saved(desk):
    for arguments, field in (
        (("", "https://x.example", RESOURCES, ROOTS), "name"),
        (("Microsoft 365", "https://x.example", RESOURCES, ROOTS), "name"),
        (("X", "x", RESOURCES, ROOTS), "authority"),
        (("X", "https://x.example", {"azure": "x"}, ROOTS), "resources.azure"),
        (("X", "https://x.example", RESOURCES, {"graph": "x"}), "api_roots.graph"),
    ):
        with pytest.raises(BadInput) as caught:
            desk.configuring.add_cloud(*arguments)
        assert caught.value.field == field
    assert desk.configuring.current() == Settings()


def test_the_proxys_password_goes_to_the_vault_and_belongs_to_that_proxy(desk, tmp_path):
    desk.configuring.set_proxy(MANUAL, Secret("hush-hush-7"))
    assert desk.password() == ("hush-hush-7", "proxy.example:3128")
    assert "hush" not in (tmp_path / "settings.json").read_text()
    desk.configuring.set_proxy(replace(MANUAL, bypass=(".corp.example",)))
    assert desk.password() == ("hush-hush-7", "proxy.example:3128"), "the same proxy keeps its password"
    desk.configuring.set_proxy(replace(MANUAL, host="other.example"))
    assert desk.password() is None, "another proxy must not get it"


@pytest.mark.parametrize("change", [{"port": 1}, {"username": "ben"}, {"mode": ProxyMode.NONE}, {"mode": ProxyMode.SYSTEM}])
def test_whatever_changes_about_the_proxy_drops_the_password(desk, change):
    desk.configuring.set_proxy(MANUAL, Secret("x"))
    desk.configuring.set_proxy(replace(MANUAL, **change))
    assert desk.password() is None


def test_a_password_for_the_systems_proxy_waits_for_the_first_that_asks(desk):
    desk.configuring.set_proxy(ProxySettings(username="anna"), Secret("x"))
    assert desk.password() == ("x", "")


def test_an_empty_password_is_forgotten(desk):
    desk.configuring.set_proxy(MANUAL, Secret("x"))
    desk.configuring.set_proxy(MANUAL, Secret(""))
    assert desk.password() is None


def test_when_saving_fails_the_password_is_as_before(desk, monkeypatch):
    desk.configuring.set_proxy(MANUAL, Secret("before"))

    def fails(_):
        raise StorageTrouble("No room.", next_step="Free some.")

    monkeypatch.setattr(desk.file, "save", fails)
    with pytest.raises(StorageTrouble):
        desk.configuring.set_proxy(replace(MANUAL, port=1), Secret("after"))
    assert desk.password() == ("before", "proxy.example:3128")
    with pytest.raises(StorageTrouble):
        desk.configuring.set_proxy(replace(MANUAL, port=1))
    assert desk.password() == ("before", "proxy.example:3128")


def test_a_vault_that_cannot_seal_changes_nothing(desk):
    desk.vault.failing = StorageTrouble("No room.", next_step="Free some.")
    with pytest.raises(StorageTrouble):
        desk.configuring.set_proxy(MANUAL, Secret("x"))
    assert desk.configuring.current() == Settings()


# --- one setting by its key


def test_one_setting_is_changed_saved_and_told(desk, tmp_path):
    told = []
    desk.configuring.listen(told.append)
    changed = desk.configuring.change("theme", "dark")
    assert changed.theme is Theme.DARK
    assert told == [changed]
    assert SettingsFile(tmp_path / "settings.json", FakeClock()).current() == changed


def test_a_value_that_is_none_changes_nothing(desk, tmp_path):
    with pytest.raises(BadInput) as refused:
        desk.configuring.change("lock.idle_minutes", 9999)
    assert refused.value.field == "lock.idle_minutes"
    assert desk.configuring.current() == Settings()
    assert not (tmp_path / "settings.json").exists()


def test_changes_at_once_lose_none(desk):
    keys = {
        "lock.idle_minutes": 30,
        "lock.with_screen": False,
        "theme": Theme.DARK,
        "language": "de",
        "hotkey": "",
        "consoles.shell": "/x",
    }
    barrier = threading.Barrier(len(keys) + 1)

    def change(key, value):
        barrier.wait(10)
        desk.configuring.change(key, value)

    def client():
        barrier.wait(10)
        desk.configuring.set_client_id("public", "graph", MINE)

    threads = [threading.Thread(target=change, args=each) for each in keys.items()] + [threading.Thread(target=client)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    current = desk.configuring.current()
    assert {key: value_of(current, key) for key in keys} == keys
    assert current.clouds.client_ids == {("public", "graph"): MINE}


def test_what_is_installed_is_offered_with_where_it_is(desk):
    class Offers:
        def choices(self):
            return (BrowserOffer("", "Default", default=True), BrowserOffer("edge", "Edge", "/edge"))

    asked = Configuring(
        settings=desk.file,
        clouds=desk.clouds,
        directory=desk.directory,
        vault=desk.vault,
        consoles=FakeConsoles(),
        browsers=Offers(),
    )
    assert asked.options("consoles.shell") == [Option("/opt/pwsh", "PowerShell 7", "7.6.0 /opt/pwsh")]
    assert asked.options("consoles.terminal") == [Option("xterm", "XTerm", "/usr/bin/xterm")]
    assert asked.options("browsers.browser") == [Option("edge", "Edge", "/edge")]
    assert asked.options("theme") == []
    assert desk.configuring.options("consoles.shell") == []


def test_where_log_in_starts_nothing_the_reason_is_told(desk):
    assert desk.configuring.autostart().reason
    assert not desk.configuring.set_autostart(on=True).on


def _add(desk):
    desk.configuring.add_cloud("Delos", "https://login.delos.example/", RESOURCES, ROOTS)


@pytest.mark.parametrize(
    "change",
    [
        lambda desk: desk.configuring.set_client_id("public", "azure", MINE),
        _add,
        lambda desk: desk.configuring.change_cloud(desk.bleu.id, "Bleu 2", "https://login.bleu.example/", RESOURCES, ROOTS),
        lambda desk: desk.configuring.remove_cloud(desk.bleu.id),
        lambda desk: desk.configuring.restore_cloud(desk.removed),
        lambda desk: desk.configuring.set_proxy(ProxySettings(bypass=("intranet.example",))),
    ],
    ids=["client id", "add", "change", "remove", "restore", "proxy"],
)
def test_a_change_that_was_begun_while_another_is_saved_loses_neither(desk, monkeypatch, change):
    desk.removed = desk.configuring.remove_cloud(
        desk.configuring.add_cloud("Gone", "https://login.gone.example/", RESOURCES, ROOTS).id
    )
    desk.bleu = desk.configuring.add_cloud("Bleu", "https://login.bleu.example/", RESOURCES, ROOTS)
    begun_with = desk.file.current()
    save, current = desk.file.save, desk.file.current
    first, read = threading.main_thread(), threading.Event()
    second = threading.Thread(target=lambda: change(desk))

    def saving(settings):
        if threading.current_thread() is first:
            second.start()
            read.wait(0.2)  # does the other read before this is saved?
        save(settings)

    def reading():
        found = current()
        if threading.current_thread() is second:
            read.set()
        return found

    monkeypatch.setattr(desk.file, "save", saving)
    monkeypatch.setattr(desk.file, "current", reading)
    desk.configuring.set_client_id("public", "graph", MINE)
    second.join(20)
    after = current()
    assert after.clouds.client_ids["public", "graph"] == MINE
    others = {place: each for place, each in after.clouds.client_ids.items() if place != ("public", "graph")}
    assert replace(after, clouds=replace(after.clouds, client_ids=others)) != begun_with
