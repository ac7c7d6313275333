"""A cloud of the person's own, from the settings file to a token: the system's trust store, and endpoints as entered."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from support.fakes import FakeClock, MemoryDirectory
from support.identity import TENANT, Desk, answer, lying_provider, with_nonce
from tenantdock.directory.settings import SettingsFile
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.errors import NetworkTrouble
from tenantdock.workflows.settings import Configuring

not_windows = pytest.mark.skipif(sys.platform == "win32", reason="Windows' trust store is not set by a variable")

MINE = "0a0a0a0a-1b1b-4c2c-8d3d-4e4e4e4e4e4e"


@pytest.fixture
def desk() -> Iterator[Desk]:
    with lying_provider() as provider:
        made = Desk(provider)
        provider.token = lambda form: with_nonce(provider, answer(form, "", number=len(provider.forms)))
        yield made
        made.browser.finish()


@not_windows
def test_a_cloud_that_was_entered_signs_in(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = SettingsFile(tmp_path / "settings.json", FakeClock())
    clouds = Clouds(chosen=lambda: settings.current().clouds)
    configuring = Configuring(settings=settings, clouds=clouds, directory=MemoryDirectory(), vault=desk.vault)
    cloud = configuring.add_cloud("Ours", f"https://localhost:{desk.provider.port}/", {"graph": "https://graph.ours.example"}, {})
    configuring.set_client_id(cloud.id, "graph", MINE)

    # Another start of the program, with what the file holds
    again = SettingsFile(tmp_path / "settings.json", FakeClock())
    found = Clouds(chosen=lambda: again.current().clouds).get(cloud.id)
    account = replace(desk.ask.account, cloud=cloud.id)
    desk.ask = replace(desk.ask, cloud=found, account=account)

    with pytest.raises(NetworkTrouble):
        desk.by_browser()  # the system does not trust that provider's authority
    assert desk.provider.forms == []

    authority = tmp_path / "ca.pem"
    authority.write_text(desk.provider.cloud.trust_anchor)
    monkeypatch.setenv("SSL_CERT_FILE", str(authority))  # where OpenSSL's default trust store is, for this process
    desk.identity = type(desk.identity)(vault=desk.vault, browsers=desk.browser, clock=desk.clock, sign_in_timeout=10)
    token = desk.by_browser()
    assert token.tenant_id == TENANT
    assert desk.browser.opened[-1][0]["client_id"] == MINE
    assert "https://graph.ours.example/.default" in desk.browser.opened[-1][0]["scope"]
    assert desk.identity.tenant_of(found, "contoso.example", Cancel()) == TENANT
    desk.silently()
    assert desk.provider.forms[-1]["client_id"] == MINE
