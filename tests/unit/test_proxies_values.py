"""What an address, an environment, a desktop's settings or a bypass list say about proxies."""

from __future__ import annotations

import pytest

from tenantdock.domain.secret import Secret
from tenantdock.domain.settings import ProxyPassword
from tenantdock.identity.proxies_system import SystemProxy, from_environment, from_gsettings, from_scutil
from tenantdock.identity.proxies_values import Proxy, bypassed, proxy_from, routes_from_pac
from tenantdock.identity.proxies_windows import fixed_proxy


@pytest.mark.parametrize(
    ("text", "label", "kind"),
    [
        ("http://proxy.corp.example:8080", "proxy.corp.example:8080", "http"),
        ("proxy.corp.example:8080", "proxy.corp.example:8080", "http"),
        ("Proxy.Corp.Example", "proxy.corp.example:80", "http"),
        ("http://proxy.corp.example/", "proxy.corp.example:80", "http"),
        ("https://proxy.corp.example", "proxy.corp.example:443", "https"),
        ("socks5h://127.0.0.1:1080", None, None),
        ("socks5://127.0.0.1", "127.0.0.1:1080", "socks"),
        ("http://[::1]:3128", "[::1]:3128", "http"),
        ("", None, None),
        ("http://", None, None),
        ("http://proxy:0", None, None),
        ("http://proxy:99999", None, None),
        ("http://proxy:port", None, None),
        ("http://pro xy:80", None, None),
        ("ftp://proxy:21", None, None),
        ("http://[::1", None, None),
        ("pro\r\nxy:80", None, None),
    ],
)
def test_addresses_of_proxies(text: str, label: str | None, kind: str | None) -> None:
    proxy = proxy_from(text)
    assert (proxy and proxy.label, proxy and proxy.kind) == (label, kind)
    assert proxy is None or proxy.usable is (kind == "http")


def test_a_password_in_an_address_is_not_shown() -> None:
    proxy = proxy_from("http://anna:p%40ss%3Aword@proxy:8080")
    assert proxy is not None
    assert (proxy.username, proxy.password.reveal()) == ("anna", "p@ss:word")
    assert "p@ss" not in f"{proxy!r} {proxy} {proxy.label}"


@pytest.mark.parametrize(
    ("answer", "ways"),
    [
        ("DIRECT", ["direct"]),
        ("PROXY a:8080; PROXY b:81; DIRECT", ["a:8080", "b:81", "direct"]),
        (" proxy a:8080 ;HTTPS c:443;SOCKS5 d:1080", ["a:8080", "c:443", "d:1080"]),
        ("PROXY a:8080; PROXY a:8080", ["a:8080"]),
        ("PROXY", []),
        ("", []),
        ("nonsense a:80; PROXY a b c", []),
        (";" * 1000, []),
    ],
)
def test_answers_of_scripts(answer: str, ways: list[str]) -> None:
    assert [way.label if way else "direct" for way in routes_from_pac(answer)] == ways


@pytest.mark.parametrize(
    ("pattern", "host", "port", "found"),
    [
        ("login.example", "login.example", 443, True),
        ("login.example", "LOGIN.example.", 443, True),
        ("login.example", "a.login.example", 443, True),
        ("login.example", "xlogin.example", 443, False),
        (".corp.example", "a.corp.example", 443, True),
        (".corp.example", "corp.example", 443, True),
        ("*.corp.example", "a.b.corp.example", 443, True),
        ("10.*", "10.1.2.3", 443, True),
        ("adfs*.corp.example", "adfs1.corp.example", 443, True),
        ("*", "anything", 1, True),
        ("", "anything", 1, False),
        (".", "anything", 1, False),
        ("<local>", "intranet", 443, True),
        ("<local>", "a.b", 443, False),
        ("<local>", "::1", 443, False),
        ("10.0.0.0/8", "10.255.1.1", 443, True),
        ("10.0.0.0/8", "11.0.0.1", 443, False),
        ("10.0.0.0/8", "ten.example", 443, False),
        ("169.254/16", "169.254.3.4", 443, True),
        ("127.0.0.1", "127.0.0.1", 443, True),
        ("::1", "::1", 443, True),
        ("[::1]:8443", "::1", 8443, True),
        ("[::1]:8443", "::1", 443, False),
        ("fe80::/10", "fe80::1", 443, True),
        ("fe80::/10", "10.0.0.1", 443, False),
        ("login.example:8443", "login.example", 8443, True),
        ("login.example:8443", "login.example", 443, False),
        ("https://login.example", "login.example", 443, True),
    ],
)
def test_bypass_lists(pattern: str, host: str, port: int, found: bool) -> None:
    assert bypassed(host, port, ["other.example", pattern]) is found


def test_the_environment_is_read_as_curl_reads_it() -> None:
    found = from_environment(
        {"https_proxy": "http://small:1", "HTTPS_PROXY": "http://big:2", "NO_PROXY": "a.example, .b.example 10.0.0.0/8"}
    )
    assert found.proxy == Proxy("small", 1)
    assert found.bypass == ("a.example", ".b.example", "10.0.0.0/8")
    assert found.source == "environment (HTTPS_PROXY)"
    assert from_environment({"ALL_PROXY": "socks5://s:1080"}).proxy == Proxy("s", 1080, "socks")
    # http_proxy is for http alone, and in a CGI it comes from the request
    assert from_environment({"http_proxy": "http://p:80", "HTTP_PROXY": "http://p:80", "NO_PROXY": "x"}) == SystemProxy(
        "", None, ("x",)
    )
    assert from_environment({"HTTPS_PROXY": "not a proxy", "ALL_PROXY": "http://p:80"}).proxy == Proxy("p", 80)
    assert from_environment({}) == SystemProxy()


GNOME = """\
org.gnome.system.proxy autoconfig-url 'http://wpad.corp.example/proxy.pac'
org.gnome.system.proxy ignore-hosts ['localhost', '127.0.0.0/8', '::1']
org.gnome.system.proxy mode 'MODE'
org.gnome.system.proxy use-same-proxy true
org.gnome.system.proxy.http authentication-password 'secret'
org.gnome.system.proxy.http host 'proxy.corp.example'
org.gnome.system.proxy.http port 3128
org.gnome.system.proxy.https host ''
org.gnome.system.proxy.https port 0
"""


def test_gnome() -> None:
    assert from_gsettings(GNOME.replace("MODE", "none")) == SystemProxy()
    auto = from_gsettings(GNOME.replace("MODE", "auto"))
    assert (auto.source, auto.pac_url, auto.proxy) == ("GNOME settings", "http://wpad.corp.example/proxy.pac", None)
    manual = from_gsettings(GNOME.replace("MODE", "manual"))
    assert (manual.proxy, manual.bypass) == (Proxy("proxy.corp.example", 3128), ("localhost", "127.0.0.0/8", "::1"))
    own = (
        GNOME.replace("MODE", "manual")
        .replace("https host ''", "https host 'tls.corp.example'")
        .replace("https port 0", "https port 81")
    )
    assert from_gsettings(own).proxy == Proxy("tls.corp.example", 81)
    empty = (
        GNOME.replace("MODE", "manual")
        .replace("'proxy.corp.example'", "''")
        .replace("['localhost', '127.0.0.0/8', '::1']", "@as []")
    )
    assert from_gsettings(empty) == SystemProxy()
    for broken in (
        "",
        "x",
        "org.gnome.system.proxy mode",
        "org.gnome.system.proxy mode 'manual'\norg.gnome.system.proxy.http host [",
        "\x00",
    ):
        assert from_gsettings(broken) == SystemProxy()


MACOS = """\
<dictionary> {
  ExceptionsList : <array> {
    0 : *.local
    1 : 169.254/16
  }
  ExcludeSimpleHostnames : 1
  FTPPassive : 1
  HTTPEnable : 1
  HTTPPort : 8080
  HTTPProxy : proxy.corp.example
  HTTPSEnable : 1
  HTTPSPort : 8443
  HTTPSProxy : tls.corp.example
  ProxyAutoConfigEnable : 0
  ProxyAutoConfigURLString : http://wpad.corp.example/proxy.pac
  __SCOPED__ : <dictionary> {
    en0 : <dictionary> {
      HTTPSEnable : 0
    }
  }
}
"""


def test_macos() -> None:
    found = from_scutil(MACOS.partition("  __SCOPED__")[0])
    assert (found.source, found.proxy) == ("macOS network settings", Proxy("tls.corp.example", 8443))
    assert found.bypass == ("*.local", "169.254/16", "<local>")
    auto = from_scutil(MACOS.replace("ProxyAutoConfigEnable : 0", "ProxyAutoConfigEnable : 1"))
    assert (auto.pac_url, auto.proxy) == ("http://wpad.corp.example/proxy.pac", None)
    assert from_scutil(MACOS).proxy == Proxy("tls.corp.example", 8443)
    assert from_scutil("<dictionary> {\n  FTPPassive : 1\n}\n") == SystemProxy()
    assert from_scutil("") == SystemProxy()
    socks = "<dictionary> {\n  SOCKSEnable : 1\n  SOCKSPort : 1080\n  SOCKSProxy : s.example\n}\n"
    assert from_scutil(socks).proxy == Proxy("s.example", 1080, "socks")


def test_a_password_is_sealed_and_read_again() -> None:
    kept = ProxyPassword(Secret("p\u00e4ss"), "proxy:8080")
    again = ProxyPassword.parse(kept.sealed())
    assert again is not None
    assert (again.secret.reveal(), again.proxy) == ("p\u00e4ss", "proxy:8080")
    assert "p\u00e4ss" not in repr(again)


@pytest.mark.parametrize(
    "plain", [b"", b"{", b"[]", b"5", b'{"password": 5, "proxy": ""}', b'{"password": "x"}', b"\xff", b"[" * 100_000]
)
def test_what_is_no_sealed_password_is_none(plain: bytes) -> None:
    assert ProxyPassword.parse(plain) is None


@pytest.mark.parametrize(
    ("text", "proxy"),
    [
        ("proxy.corp.example:8080", Proxy("proxy.corp.example", 8080)),
        ("http=a:80;https=b:8443;ftp=c:21", Proxy("b", 8443)),
        ("http=a:80 https=b:8443", Proxy("b", 8443)),
        ("http=a:80", None),
        ("socks=s:1080", Proxy("s", 1080, "socks")),
        ("https=", None),
        ("", None),
        (" ; ", None),
    ],
)
def test_windows_list_of_proxies(text: str, proxy: Proxy | None) -> None:
    assert fixed_proxy(text) == proxy
