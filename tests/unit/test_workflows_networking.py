"""The proxy settings and the proxy's password, as a person sets them."""

from __future__ import annotations

import pytest

from support.identity import FakeVault
from support.networking import FakeSettings
from tenantdock.domain.errors import StorageTrouble, VaultLocked
from tenantdock.domain.secret import Secret
from tenantdock.domain.settings import PROXY_PASSWORD_ID, ProxyMode, ProxyPassword, ProxySettings
from tenantdock.workflows.networking import Networking

MANUAL = ProxySettings(ProxyMode.MANUAL, "Proxy.corp.example", 8080, (".corp.example",), "anna")


@pytest.fixture
def settings() -> FakeSettings:
    return FakeSettings()


@pytest.fixture
def vault() -> FakeVault:
    return FakeVault()


@pytest.fixture
def networking(settings: FakeSettings, vault: FakeVault) -> Networking:
    return Networking(settings=settings, vault=vault)


def kept(vault: FakeVault) -> tuple[str, str] | None:
    found = ProxyPassword.parse(vault.sealed.get(PROXY_PASSWORD_ID, b""))
    return (found.secret.reveal(), found.proxy) if found else None


def test_a_password_is_sealed_for_the_proxy_that_is_named(networking: Networking, settings: FakeSettings, vault: FakeVault) -> None:
    assert networking.proxy() == ProxySettings()
    assert not networking.has_password()
    networking.set_proxy(MANUAL, Secret("wonder"))
    assert settings.current().proxy == networking.proxy() == MANUAL
    assert networking.has_password()
    assert kept(vault) == ("wonder", "proxy.corp.example:8080")
    assert "wonder" not in repr(settings.current())


def test_the_systems_proxy_is_not_known_yet(networking: Networking, vault: FakeVault) -> None:
    networking.set_proxy(ProxySettings(username="anna"), Secret("wonder"))
    assert kept(vault) == ("wonder", "")


def test_settings_without_a_password_leave_it(networking: Networking, vault: FakeVault) -> None:
    networking.set_proxy(MANUAL, Secret("wonder"))
    networking.set_proxy(ProxySettings(ProxyMode.MANUAL, "Proxy.corp.example", 8080, (), "anna"))
    assert kept(vault) == ("wonder", "proxy.corp.example:8080")


@pytest.mark.parametrize(
    "changed",
    [
        ProxySettings(ProxyMode.MANUAL, "other.example", 8080, (), "anna"),
        ProxySettings(ProxyMode.MANUAL, "Proxy.corp.example", 8081, (), "anna"),
        ProxySettings(ProxyMode.MANUAL, "Proxy.corp.example", 8080, (), "bert"),
        ProxySettings(ProxyMode.NONE, username="anna"),
        ProxySettings(username="anna"),
    ],
)
def test_a_password_is_for_no_other_proxy(networking: Networking, vault: FakeVault, changed: ProxySettings) -> None:
    networking.set_proxy(MANUAL, Secret("wonder"))
    networking.set_proxy(changed)
    assert kept(vault) is None
    assert networking.proxy() == changed


def test_an_empty_password_removes_it(networking: Networking, vault: FakeVault) -> None:
    networking.set_proxy(MANUAL, Secret("wonder"))
    networking.set_proxy(MANUAL, Secret(""))
    assert not networking.has_password()


def test_an_ipv6_proxy_is_named_as_connections_name_it(networking: Networking, vault: FakeVault) -> None:
    networking.set_proxy(ProxySettings(ProxyMode.MANUAL, "[::1]", 3128, (), "anna"), Secret("wonder"))
    assert kept(vault) == ("wonder", "[::1]:3128")


@pytest.mark.parametrize("kind", [StorageTrouble, VaultLocked])
def test_a_vault_that_refuses_leaves_all_as_it_was(
    networking: Networking, settings: FakeSettings, vault: FakeVault, kind: type[StorageTrouble]
) -> None:
    networking.set_proxy(MANUAL, Secret("wonder"))
    vault.failing = kind("No room.", next_step="Make room.")
    with pytest.raises(kind):
        networking.set_proxy(ProxySettings(ProxyMode.MANUAL, "other.example", 80, (), "anna"), Secret("new"))
    assert settings.current().proxy == MANUAL
    assert kept(vault) == ("wonder", "proxy.corp.example:8080")


def test_settings_that_cannot_be_saved_leave_all_as_it_was(
    networking: Networking, settings: FakeSettings, vault: FakeVault
) -> None:
    networking.set_proxy(MANUAL, Secret("wonder"))

    def full(_: object) -> None:
        raise StorageTrouble("No room.", next_step="Make room.")

    settings.save = full  # type: ignore[method-assign]
    with pytest.raises(StorageTrouble):
        networking.set_proxy(ProxySettings(ProxyMode.MANUAL, "other.example", 80, (), "anna"), Secret("new"))
    assert networking.proxy() == MANUAL
    assert kept(vault) == ("wonder", "proxy.corp.example:8080")


def test_a_damaged_password_is_none(networking: Networking, vault: FakeVault) -> None:
    vault.locked = StorageTrouble("Damaged.", next_step="Again.")
    assert not networking.has_password()
    networking.set_proxy(MANUAL, Secret("wonder"))
    vault.locked = None
    assert kept(vault) == ("wonder", "proxy.corp.example:8080")
