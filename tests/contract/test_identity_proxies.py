"""Signing in through real, small proxies, to the practice cloud."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from support.cloud import PracticeCloud
from support.fakes import MemoryDirectory
from support.identity import FakeVault, PostingBrowser, TestClock, assert_tells_no_secret
from support.networking import FakeSettings, TestProxy, hasty, proxy
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.errors import Cancelled, NetworkTrouble, ProxyAuthentication, VaultLocked
from tenantdock.domain.secret import Secret
from tenantdock.domain.settings import PROXY_PASSWORD_ID, ProxyMode, ProxyPassword, ProxySettings
from tenantdock.identity.entra import EntraIdentity
from tenantdock.identity.proxies import Proxies
from tenantdock.identity.proxies_system import SystemProxy, from_environment
from tenantdock.identity.proxies_values import Proxy, proxy_from
from tenantdock.workflows.settings import Configuring

not_windows = pytest.mark.skipif(sys.platform == "win32", reason="Windows runs such scripts itself")

PASSWORD = "w\u00f6nder:land"


@pytest.fixture
def gate() -> Iterator[TestProxy]:
    with proxy() as made:
        yield made


class Site:
    """An identity behind proxies, for the practice cloud, whose servers are on this computer."""

    def __init__(self, cloud: PracticeCloud, found: SystemProxy | None = None, chosen: ProxySettings | None = None) -> None:
        self.cloud, self.vault, self.clock = cloud, FakeVault(), TestClock()
        self.settings = FakeSettings(chosen)
        self.system = found or SystemProxy()
        self.proxies = Proxies(self.clock, settings=self.settings, vault=self.vault, system=lambda: self.system, loopback=True)
        self.states: list[tuple[bool, str]] = []
        network = hasty(self.clock, proxies=self.proxies, on_change=lambda state: self.states.append((state.online, state.text)))
        self.identity = EntraIdentity(vault=self.vault, browsers=PostingBrowser(), clock=self.clock, network=network)
        self.configuring = Configuring(settings=self.settings, clouds=Clouds(), directory=MemoryDirectory(), vault=self.vault)

    def look_up(self, cancel: Cancel | None = None, domain: str = "northwind.example") -> str:
        return self.identity.tenant_of(self.cloud.cloud, domain, cancel or Cancel())

    def refused(self, kind: type[NetworkTrouble] = NetworkTrouble, domain: str = "northwind.example") -> NetworkTrouble:
        with pytest.raises(kind) as told:
            self.look_up(domain=domain)
        assert told.value.next_step
        assert_tells_no_secret(told.value)
        assert "nder" not in f"{told.value} {told.value.details}"
        return told.value


def manual(gate: TestProxy, **more: object) -> ProxySettings:
    return ProxySettings(ProxyMode.MANUAL, "127.0.0.1", gate.port, **more)  # type: ignore[arg-type]


def fixed(gate: TestProxy, **more: object) -> SystemProxy:
    return SystemProxy("a test", Proxy("127.0.0.1", gate.port), **more)  # type: ignore[arg-type]


def test_the_systems_proxy_and_a_manual_one_are_used(cloud: PracticeCloud, gate: TestProxy) -> None:
    netloc = cloud.authority.removeprefix("https://")
    assert Site(cloud, fixed(gate)).look_up() == cloud.tenant_id("northwind.example")
    assert gate.targets == [netloc]
    assert Site(cloud, chosen=manual(gate)).look_up() == cloud.tenant_id("northwind.example")
    assert gate.targets == [netloc, netloc]


def test_no_proxy_means_none_whatever_the_computer_says(
    cloud: PracticeCloud, gate: TestProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{gate.port}")
    site = Site(cloud, fixed(gate), ProxySettings(ProxyMode.NONE))
    assert site.look_up()
    assert gate.heads == []


def test_servers_of_this_computer_are_never_behind_a_proxy(cloud: PracticeCloud, gate: TestProxy) -> None:
    for chosen in (ProxySettings(), manual(gate)):
        proxies = Proxies(TestClock(), settings=FakeSettings(chosen), system=lambda: fixed(gate))
        for host in ("localhost", "127.0.0.1", "[::1]", "LOCALHOST"):
            assert proxies.routes(f"https://{host}:8443/x", Cancel())[0] is None
        assert proxies.routes("https://login.microsoftonline.com/", Cancel())[0] is not None


def test_a_bypass_list_is_kept_to(cloud: PracticeCloud, gate: TestProxy) -> None:
    assert Site(cloud, chosen=manual(gate, bypass=("localhost",))).look_up()
    assert Site(cloud, fixed(gate, bypass=("localhost",))).look_up()
    assert gate.heads == []


def test_settings_count_from_the_next_connection_on(cloud: PracticeCloud, gate: TestProxy) -> None:
    site = Site(cloud)
    site.look_up()
    site.configuring.set_proxy(manual(gate))
    site.look_up(domain="contoso.example")
    assert len(gate.heads) == 1
    site.configuring.set_proxy(ProxySettings(ProxyMode.NONE))
    site.look_up(domain="nordlicht.example")
    assert len(gate.heads) == 1


def test_a_proxy_that_asks_is_named_and_gets_the_password_from_the_vault(
    cloud: PracticeCloud, gate: TestProxy, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    gate.users = {"anna": PASSWORD}
    site = Site(cloud, chosen=manual(gate, username="anna"))
    told = site.refused(ProxyAuthentication)
    assert isinstance(told, ProxyAuthentication)
    assert told.proxy == gate.label
    assert gate.label in told.message
    assert "user name and password" in told.message
    assert gate.passwords == []
    site.configuring.set_proxy(manual(gate, username="anna"), Secret(PASSWORD))
    assert site.look_up()
    assert gate.passwords == [f"anna:{PASSWORD}"]
    assert PASSWORD not in caplog.text
    assert "Basic" not in caplog.text
    before = len(gate.heads)
    site.look_up(domain="contoso.example")
    assert len(gate.heads) == before + 1  # it is known by now that this proxy asks
    assert site.states[0][0] is False
    assert site.states[-1][0] is True


def test_capitals_in_the_name_of_a_proxy_do_not_matter(cloud: PracticeCloud, gate: TestProxy) -> None:
    gate.users = {"anna": PASSWORD}
    site = Site(cloud)
    site.configuring.set_proxy(ProxySettings(ProxyMode.MANUAL, "LocalHost", gate.port, (), "anna"), Secret(PASSWORD))
    assert site.look_up()
    assert gate.passwords == [f"anna:{PASSWORD}"]


def test_a_wrong_password_is_told(cloud: PracticeCloud, gate: TestProxy) -> None:
    gate.users = {"anna": PASSWORD}
    site = Site(cloud, chosen=manual(gate, username="anna"))
    site.configuring.set_proxy(manual(gate, username="anna"), Secret("wonder-wrong"))
    assert "did not accept" in site.refused(ProxyAuthentication).message
    site.configuring.set_proxy(manual(gate, username="anna"), Secret(PASSWORD))
    assert site.look_up()


def test_no_proxy_gets_a_password_without_asking(cloud: PracticeCloud, gate: TestProxy) -> None:
    site = Site(cloud, chosen=manual(gate, username="anna"))
    site.configuring.set_proxy(manual(gate, username="anna"), Secret(PASSWORD))
    assert site.look_up()
    assert gate.passwords == []


def test_a_password_goes_to_the_first_proxy_of_the_system_and_to_no_other(cloud: PracticeCloud, gate: TestProxy) -> None:
    gate.users = {"anna": PASSWORD}
    site = Site(cloud, fixed(gate))
    site.configuring.set_proxy(ProxySettings(username="anna"), Secret(PASSWORD))
    assert site.look_up()
    kept = ProxyPassword.parse(site.vault.sealed[PROXY_PASSWORD_ID])
    assert kept is not None
    assert kept.proxy == gate.label
    with proxy() as stranger:
        stranger.users = {"anna": PASSWORD}
        site.system = fixed(stranger)
        site.proxies.refresh()
        told = site.refused(ProxyAuthentication, "contoso.example")
        assert f"the saved one is for {gate.label}" in told.message
        assert stranger.passwords == []
        site.configuring.set_proxy(ProxySettings(username="anna"), Secret(PASSWORD))
        assert site.look_up(domain="contoso.example")
        assert stranger.passwords == [f"anna:{PASSWORD}"]


def test_credentials_of_the_environment(cloud: PracticeCloud, gate: TestProxy) -> None:
    gate.users = {"bert": "wonder"}
    found = from_environment({"HTTPS_PROXY": f"http://bert:wonder@127.0.0.1:{gate.port}"})
    site = Site(cloud, found)
    assert site.look_up()
    assert gate.passwords == ["bert:wonder"]
    assert "wonder" not in repr(site.proxies.describe(["https://login.microsoftonline.com"], Cancel()))


@pytest.mark.parametrize(
    ("schemes", "named"),
    [
        (["NTLM"], "NTLM"),
        (["Negotiate", "NTLM"], "Negotiate (Kerberos), NTLM"),
        ([], "it names none"),
        (['Digest realm="x"'], "digest"),
    ],
)
def test_a_sign_in_that_cannot_be_done_says_what_can(cloud: PracticeCloud, gate: TestProxy, schemes: list[str], named: str) -> None:
    gate.users, gate.schemes = {"anna": PASSWORD}, schemes
    site = Site(cloud, chosen=manual(gate, username="anna"))
    site.configuring.set_proxy(manual(gate, username="anna"), Secret(PASSWORD))
    told = site.refused(ProxyAuthentication)
    assert named in told.message
    assert "cntlm" in told.next_step
    assert gate.passwords == []


def test_basic_is_found_among_others(cloud: PracticeCloud, gate: TestProxy) -> None:
    gate.users, gate.schemes = {"anna": PASSWORD}, ["Negotiate", 'NTLM, basic realm="a, b"']
    site = Site(cloud, chosen=manual(gate, username="anna"))
    site.configuring.set_proxy(manual(gate, username="anna"), Secret(PASSWORD))
    assert site.look_up()


@pytest.mark.parametrize(
    ("status", "words"), [(403, "does not let"), (502, "cannot reach"), (504, "cannot reach"), (302, "does not let")]
)
def test_a_proxy_that_refuses_is_named(cloud: PracticeCloud, gate: TestProxy, status: int, words: str) -> None:
    gate.status = status
    site = Site(cloud, chosen=manual(gate))
    told = site.refused()
    assert words in told.message
    assert gate.label in told.message
    assert str(status) in told.message
    gate.status = 0
    assert site.look_up()


@pytest.mark.parametrize("answer", [b"", b"hello\r\n\r\n", b"SSH-2.0-x\r\n", b"HTTP/1.1 ok\r\n\r\n", b"x" * 100_000])
def test_what_is_no_proxy_is_told(cloud: PracticeCloud, gate: TestProxy, answer: bytes) -> None:
    gate.answer = answer
    assert "cannot be reached" in Site(cloud, chosen=manual(gate)).refused().message


def test_a_proxy_that_is_not_there(cloud: PracticeCloud) -> None:
    with proxy() as gone:
        chosen = manual(gone)
    told = Site(cloud, chosen=chosen).refused()
    assert "VPN" in told.next_step
    nowhere = ProxySettings(ProxyMode.MANUAL, "no.such.proxy.invalid", 8080)
    assert "no address" in Site(cloud, chosen=nowhere).refused().message


def test_a_proxy_that_never_answers_ends_with_cancel(cloud: PracticeCloud, gate: TestProxy) -> None:
    gate.silent = True
    cancel, ended = Cancel(), list[float]()
    site = Site(cloud, chosen=manual(gate))

    def look_up() -> None:
        with pytest.raises(Cancelled):
            site.look_up(cancel)
        ended.append(time.monotonic())

    work = threading.Thread(target=look_up)
    work.start()
    deadline = time.monotonic() + 5
    while not gate.heads and time.monotonic() < deadline:
        time.sleep(0.01)
    at = time.monotonic()
    cancel.cancel()
    work.join(5)
    assert ended
    assert ended[0] - at < 2


def test_a_locked_keyring_ends_with_cancel_too(cloud: PracticeCloud, gate: TestProxy) -> None:
    gate.users = {"anna": PASSWORD}
    site, asked, release, cancel = Site(cloud, chosen=manual(gate, username="anna")), threading.Event(), threading.Event(), Cancel()

    def unseal(_: str) -> None:
        asked.set()
        release.wait(10)

    site.vault.unseal = unseal  # type: ignore[method-assign, assignment]
    told: list[BaseException] = []

    def look_up() -> None:
        try:
            site.look_up(cancel)
        except Cancelled as error:
            told.append(error)

    work = threading.Thread(target=look_up)
    work.start()
    assert asked.wait(5)
    cancel.cancel()
    work.join(5)
    release.set()
    assert told


def test_a_locked_keyring_is_told(cloud: PracticeCloud, gate: TestProxy) -> None:
    gate.users = {"anna": PASSWORD}
    site = Site(cloud, chosen=manual(gate, username="anna"))
    site.vault.locked = VaultLocked("The keyring is locked.", next_step="Unlock it.")
    with pytest.raises(VaultLocked):
        site.look_up()
    assert gate.passwords == []


@pytest.mark.parametrize("address", ["socks5://127.0.0.1:1080", "https://127.0.0.1:443"])
def test_a_kind_of_proxy_that_cannot_be_used_is_told(cloud: PracticeCloud, address: str) -> None:
    told = Site(cloud, SystemProxy("a test", proxy_from(address))).refused()
    assert "kind that TenantDock cannot use" in told.message


class Scripts:
    """A server of PAC scripts, which counts."""

    def __init__(self) -> None:
        self.script, self.status, self.asked = "", 200, 0
        scripts = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                scripts.asked += 1
                body = scripts.script.encode()
                self.send_response(scripts.status)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,))
        self.thread.start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/proxy.pac"


@pytest.fixture
def scripts() -> Iterator[Scripts]:
    made = Scripts()
    yield made
    made.server.shutdown()
    made.server.server_close()
    made.thread.join(10)


def pac(answer: str) -> str:
    return f"function FindProxyForURL(url, host) {{ return '{answer}'; }}"


@not_windows
def test_a_script_decides_and_is_fetched_once(cloud: PracticeCloud, gate: TestProxy, scripts: Scripts) -> None:
    scripts.script = "\ufeff" + pac(f"PROXY {gate.label}")
    site = Site(cloud, SystemProxy("a test", pac_url=scripts.url))
    for domain in ("northwind.example", "contoso.example"):
        assert site.look_up(domain=domain)
    assert len(gate.heads) == 2
    assert scripts.asked == 1
    report = site.proxies.describe([site.cloud.authority, "https://login.microsoftonline.com"], Cancel())
    assert report.pac_url == scripts.url
    assert report.decisions[0] == (site.cloud.authority, gate.label)
    assert (report.mode, report.source, report.note) == ("system", "a test", "")


@not_windows
def test_the_next_way_of_a_script_is_tried(cloud: PracticeCloud, gate: TestProxy, scripts: Scripts) -> None:
    with proxy() as gone:
        dead = gone.label
    scripts.script = pac(f"SOCKS 127.0.0.1:1; PROXY {dead}; PROXY {gate.label}")
    assert Site(cloud, SystemProxy("a test", pac_url=scripts.url)).look_up()
    assert len(gate.heads) == 1
    scripts.script = pac(f"PROXY {dead}; DIRECT")
    assert Site(cloud, SystemProxy("a test", pac_url=scripts.url)).look_up()
    scripts.script = pac(f"PROXY {dead}")
    assert dead in Site(cloud, SystemProxy("a test", pac_url=scripts.url)).refused().message


@pytest.mark.parametrize("broken", ["status", "script", "long", "nowhere", "scheme", "file"])
def test_a_script_that_cannot_be_used_means_direct_and_is_told(
    cloud: PracticeCloud, scripts: Scripts, broken: str, tmp_path: Path
) -> None:
    url = {"nowhere": "http://127.0.0.1:1/x.pac", "scheme": "ftp://127.0.0.1/x", "file": (tmp_path / "x.pac").as_uri()}.get(
        broken, scripts.url
    )
    scripts.status = 404 if broken == "status" else 200
    scripts.script = {"script": "no script at all", "long": "x" * (1 << 21)}.get(broken, "")
    site = Site(cloud, SystemProxy("a test", pac_url=url))
    assert site.look_up()
    note = site.proxies.describe([cloud.authority], Cancel()).note
    assert "automatic configuration" in note
    assert url in note
    asked = scripts.asked
    assert site.look_up(domain="contoso.example")
    assert site.proxies.routes("https://elsewhere.example", Cancel())[0] is None
    assert scripts.asked == asked  # not fetched again for every connection, nor for every host


@not_windows
def test_a_script_in_a_file(cloud: PracticeCloud, gate: TestProxy, tmp_path: Path) -> None:
    (tmp_path / "x.pac").write_text(pac(f"PROXY {gate.label}"))
    assert Site(cloud, SystemProxy("a test", pac_url=(tmp_path / "x.pac").as_uri())).look_up()
    assert len(gate.heads) == 1


@not_windows
def test_an_old_script_serves_while_a_new_one_cannot_be_had(cloud: PracticeCloud, gate: TestProxy, scripts: Scripts) -> None:
    scripts.script = pac(f"PROXY {gate.label}")
    site = Site(cloud, SystemProxy("a test", pac_url=scripts.url))
    site.look_up()
    scripts.status = 500
    site.clock.ahead += 3600
    site.look_up(domain="contoso.example")
    assert len(gate.heads) == 2


def test_after_trouble_the_system_is_asked_anew(cloud: PracticeCloud, gate: TestProxy) -> None:
    with proxy() as gone:
        site = Site(cloud, fixed(gone))
    site.refused()
    site.system = fixed(gate)  # the person plugs the computer into another network, and tries again
    assert site.look_up()
    assert len(gate.heads) == 1


def test_a_system_that_hands_out_ways_itself(cloud: PracticeCloud, gate: TestProxy) -> None:
    asked: list[str] = []

    def ask(url: str, cancel: Cancel) -> tuple[Proxy | None, ...]:
        asked.append(url)
        return (Proxy("127.0.0.1", gate.port), None)

    site = Site(cloud, SystemProxy("Windows", pac_url="wpad", ask=ask))
    assert site.look_up()
    assert asked == [f"{cloud.authority}/"]
    assert len(gate.heads) == 1


def test_a_system_that_answers_oddly_stops_nothing(cloud: PracticeCloud) -> None:
    def odd(*_: object) -> SystemProxy:
        raise OSError("a library is missing")

    proxies = Proxies(TestClock(), system=odd, loopback=True)
    assert proxies.routes(cloud.authority, Cancel())[0] is None
    site = Site(cloud, SystemProxy("Windows", pac_url="wpad", ask=odd))  # type: ignore[arg-type]
    assert site.look_up()
    assert "cannot evaluate it (OSError)" in site.proxies.note


def test_what_is_described_names_every_way() -> None:
    def described(chosen: ProxySettings, found: SystemProxy | None = None) -> tuple[str, str, str]:
        proxies = Proxies(TestClock(), settings=FakeSettings(chosen), system=lambda: found or SystemProxy())
        report = proxies.describe(["https://login.microsoftonline.com"], Cancel())
        return report.mode, report.source, report.decisions[0][1]

    assert described(ProxySettings()) == ("system", "nothing is set", "direct")
    assert described(ProxySettings(ProxyMode.NONE)) == ("none", "TenantDock's settings", "direct")
    assert described(ProxySettings(ProxyMode.MANUAL, "p.example", 81)) == ("manual", "TenantDock's settings", "p.example:81")
    socks = SystemProxy("GNOME settings", Proxy("s.example", 1080, "socks"))
    assert described(ProxySettings(), socks) == ("system", "GNOME settings", "s.example:1080 (socks, cannot be used)")
    secret = SystemProxy("x", pac_url="http://anna:wonder@wpad.example/p.pac?token=1", ask=lambda url, cancel: (None,))
    proxies = Proxies(TestClock(), system=lambda: secret)
    assert proxies.describe([], Cancel()).pac_url == "http://wpad.example/p.pac"
