"""Which way the connectivity test goes: the program's own decision about proxies, told with where it comes from."""

from __future__ import annotations

import pytest

from support.identity import TestClock
from support.networking import FakeSettings
from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Outcome, Subject
from tenantdock.domain.clouds import PUBLIC
from tenantdock.domain.errors import NetworkTrouble, VaultLocked
from tenantdock.domain.secret import Secret
from tenantdock.domain.settings import ProxyMode, ProxySettings
from tenantdock.identity.examine import NetworkExaminer
from tenantdock.identity.examine_probing import STRAIGHT, Way
from tenantdock.identity.examine_ways import ProxyWays, bypass_advice, host_of, is_web, name_of
from tenantdock.identity.proxies import Proxies
from tenantdock.identity.proxies_system import SystemProxy
from tenantdock.identity.proxies_values import Proxy

URL = "https://sts.contoso.example/adfs/ls/"


def ways(proxy: Proxy | None = None, **more) -> ProxyWays:
    found = SystemProxy("the environment", proxy, **more)
    return ProxyWays(Proxies(TestClock(), system=lambda: found))


def proxy_step(given: ProxyWays):
    check = next(each for each in NetworkExaminer(TestClock(), given).checks(Subject(PUBLIC, "")) if each.key == "proxy")
    return check.run(Cancel(), {})


def test_straight_and_through():
    assert ways().way(URL, Cancel()) == STRAIGHT
    assert ways().known(Cancel()) is None
    through = ways(Proxy("proxy.corp.example", 8080))
    assert through.way(URL, Cancel()) == through.known(Cancel()) == Way("proxy.corp.example", 8080)
    assert str(through.way(URL, Cancel())) == "through the proxy proxy.corp.example:8080"
    assert "Set by the environment" in through.source(URL, Cancel())


def test_what_bypasses_the_proxy_goes_straight_while_the_proxy_is_known():
    through = ways(Proxy("proxy.corp.example", 8080), bypass=("contoso.example",))
    assert through.way(URL, Cancel()) == STRAIGHT
    assert through.known(Cancel()) == Way("proxy.corp.example", 8080)


def test_a_proxy_of_another_kind_fails_the_step():
    socks = ways(Proxy("proxy.corp.example", 1080, "socks"))
    assert socks.known(Cancel()) is None
    with pytest.raises(NetworkTrouble, match=r"cannot use.*HTTP proxy"):
        socks.way(URL, Cancel())


def test_an_automatic_configuration_that_cannot_be_used_is_a_warning():
    def broken(_url, _cancel):
        raise NetworkTrouble("The script's server is gone.", next_step="Check it.")

    found = SystemProxy("the system", None, pac_url="http://wpad.corp.example/wpad.dat?user=pia")
    step = proxy_step(ProxyWays(Proxies(TestClock(), system=lambda: found, fetch=broken)))
    assert step.outcome is Outcome.WARN
    assert "wpad.corp.example" in step.text
    assert "pia" not in f"{step}"
    assert step.advice


def test_a_locked_keyring_prompts_nobody():
    class Locked:
        def unseal(self, _account_id):
            raise VaultLocked("Locked.", next_step="Unlock it.")

    chosen = FakeSettings(ProxySettings(ProxyMode.MANUAL, "proxy.corp.example", 8080, username="ann"))
    through = ProxyWays(Proxies(TestClock(), settings=chosen, vault=Locked()))
    assert through.way(URL, Cancel()).authorization() == {}


def test_a_way_does_not_print_its_password():
    way = Way("proxy.corp.example", 8080, "ann", Secret("hunter2"))
    assert "hunter2" not in f"{way!r} {way}"
    assert way.authorization() == {"Proxy-Authorization": "Basic YW5uOmh1bnRlcjI="}


def test_hosts_are_shown_without_users():
    assert host_of("https://ann:secret@sts.contoso.example:8443/x") == "sts.contoso.example:8443"
    assert name_of("https://ann:secret@sts.contoso.example:8443/x") == "sts.contoso.example"
    assert not is_web("https://sts\r\nHost: evil/")
    assert "NO_PROXY" in bypass_advice("sts.contoso.example", STRAIGHT)
    assert "take it out" in bypass_advice("sts.contoso.example", Way("p", 1))
