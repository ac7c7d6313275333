"""Scripts that say which proxy to use: somebody else's programs, run with bounds."""

from __future__ import annotations

import sys
import threading
import time

import pytest

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.errors import Cancelled
from tenantdock.identity import proxies_pac
from tenantdock.identity.proxies_pac import PacTrouble, find_proxy

not_windows = pytest.mark.skipif(sys.platform == "win32", reason="Windows runs such scripts itself")

URL, HOST = "https://login.microsoftonline.com/", "login.microsoftonline.com"


def asked(body: str, *, host: str = HOST) -> str:
    return find_proxy(f"function FindProxyForURL(url, host) {{ {body} }}", f"https://{host}/", host, Cancel())


def holds(expression: str) -> bool:
    return asked(f"return ({expression}) ? 'PROXY yes:1' : 'DIRECT';") == "PROXY yes:1"


@not_windows
def test_a_script_decides_by_address_and_host() -> None:
    body = "if (shExpMatch(host, '*.microsoftonline.com')) return 'PROXY a:8080; DIRECT'; return 'DIRECT';"
    assert asked(body) == "PROXY a:8080; DIRECT"
    assert asked(body, host="intranet") == "DIRECT"
    assert asked("return url;") == URL


@not_windows
@pytest.mark.parametrize("answer", ["return null;", "return;", "", "return '';"])
def test_no_answer_is_an_empty_one(answer: str) -> None:
    assert asked(answer) == ""


@not_windows
@pytest.mark.parametrize(
    "expression",
    [
        "isPlainHostName('intranet') && !isPlainHostName('a.b')",
        "dnsDomainIs('www.Corp.example', '.corp.example') && !dnsDomainIs('www', '.corp.example')",
        "localHostOrDomainIs('www', 'www.corp.example') && localHostOrDomainIs('www.corp.example', 'www.corp.example')",
        "!localHostOrDomainIs('www.other.example', 'www.corp.example')",
        "dnsDomainLevels('a.b.c') === 2 && dnsDomainLevels('a') === 0",
        "shExpMatch('http://a/b/c', '*/b/*') && !shExpMatch('http://a/x/c', '*/b/*')",
        "shExpMatch('a.b', 'a?b') && !shExpMatch('axb', 'a.b')",
        "isInNet('10.1.2.3', '10.0.0.0', '255.0.0.0') && !isInNet('11.1.2.3', '10.0.0.0', '255.0.0.0')",
        "isInNet('192.168.1.9', '192.168.1.0', '255.255.255.0')",
        "isInNetEx('10.1.2.3', '10.0.0.0/8') && !isInNetEx('11.1.2.3', '10.0.0.0/8') && !isInNetEx('10.1.2.3', 'fe80::/10')",
        "/^[0-9a-f.:]+$/.test(myIpAddress())",
        "convert_addr('104.16.41.2') === 1745889538",
        "dnsResolve('localhost') === '127.0.0.1' && isResolvable('localhost') && isInNet('localhost', '127.0.0.0', '255.0.0.0')",
        "!isResolvable('no.such.name.invalid') && dnsResolve('no.such.name.invalid') === null",
        "isResolvableEx('localhost') && dnsResolveEx('localhost').indexOf('127.0.0.1') >= 0",
        "weekdayRange('SUN', 'SAT') && weekdayRange('SUN', 'SAT', 'GMT')",
        "weekdayRange('MON', 'WED') !== weekdayRange('THU', 'SUN')",
        "timeRange(0, 23) && timeRange(0, 0, 0, 23, 59, 59) && timeRange(0, 0, 23, 59)",
        "timeRange(new Date().getHours())",
        "timeRange(0, new Date().getHours()) && timeRange(new Date().getHours(), 23)",
        "timeRange(0, 0, new Date().getHours(), new Date().getMinutes())",
        "dateRange(1, 31) && dateRange('JAN', 'DEC') && dateRange(2000, 2999)",
        "dateRange(new Date().getDate()) && dateRange(new Date().getFullYear())",
        "dateRange(1, 'JAN', 31, 'DEC') && dateRange(1, 'JAN', 2000, 31, 'DEC', 2999)",
        "!dateRange(1, 'JAN', 1990, 31, 'DEC', 1995)",
        "(alert('x'), true)",
    ],
)
def test_the_functions_that_scripts_use(expression: str) -> None:
    assert holds(expression)


@not_windows
def test_names_are_looked_up_outside_of_the_script(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []

    def resolve(name: str, cancel: Cancel) -> list[str]:
        looked.append(name)
        return {"one.example": ["10.0.0.1"], "two.example": ["10.0.0.2"]}.get(name, [])

    monkeypatch.setattr(proxies_pac, "_look_up", resolve)
    body = """
    try { if (dnsResolve('one.example') !== '10.0.0.1') throw 1; } catch (e) { return 'DIRECT'; }
    if (dnsResolve('ONE.example') === '10.0.0.1' && isInNet('two.example', '10.0.0.2', '255.255.255.255')) return 'PROXY found:1';
    return 'DIRECT';"""
    assert asked(body) == "PROXY found:1"
    assert looked == ["one.example", "two.example"]
    with pytest.raises(PacTrouble, match="too many"):
        asked("for (var i = 0; ; i++) { isResolvable('n' + i + '.example'); if (__wanted.length) throw 1; }")
    assert len(looked) < 40


@not_windows
@pytest.mark.parametrize(
    "script",
    [
        "",
        "not a script",
        "function FindProxyForURL(url, host) { return missing(); }",
        "function FindProxyForURL(url, host) { throw 'x'; }",
        "function FindProxyForURL(url, host) { return FindProxyForURL(url, host); }",
        "var a = []; while (true) { a.push('x'.repeat(1000000)); }",
        "JSON.stringify = null; __wanted = null; function FindProxyForURL() { return 'DIRECT'; }",
        "__wanted = [{toString: function () { throw 1; }}]; function FindProxyForURL() { return 'DIRECT'; }",
        "function FindProxyForURL() { return {toString: function () { throw 1; }}; }",
        "\x00",
        "\ud800",
        "JSON.stringify = function () { return '5'; }; function FindProxyForURL() { return 'DIRECT'; }",
        "JSON.stringify = function () { return '[5]'; }; function FindProxyForURL() { return 'DIRECT'; }",
        "JSON.stringify = function () { return 'x'; }; function FindProxyForURL() { return 'DIRECT'; }",
        "JSON.stringify = function () { return '['.repeat(100000); }; function FindProxyForURL() { return 'DIRECT'; }",
        "JSON.stringify = function () { return 5; }; function FindProxyForURL() { return 'DIRECT'; }",
        "JSON.stringify = function () { return null; }; function FindProxyForURL() { return 'DIRECT'; }",
        "String = function () { return 5; }; function FindProxyForURL() { return 'DIRECT'; }",
    ],
)
def test_a_script_that_fails_is_told_and_tells_nothing_of_itself(script: str) -> None:
    with pytest.raises(PacTrouble) as trouble:
        find_proxy(script, URL, HOST, Cancel())
    assert str(trouble.value) in {"it fails", "it runs too long"}


@not_windows
def test_names_that_nobody_answers_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proxies_pac, "_LOOK_UPS", -1.0)
    with pytest.raises(PacTrouble, match="not answered in time"):
        asked("return isResolvable('slow.example') ? 'DIRECT' : 'DIRECT';")


@not_windows
def test_an_endless_script_ends_and_stops_no_other_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proxies_pac, "_TIME", 0.3)
    ticks, done = [], threading.Event()

    def tick() -> None:
        while not done.is_set():
            time.sleep(0.01)
            ticks.append(1)

    other = threading.Thread(target=tick)
    other.start()
    try:
        with pytest.raises(PacTrouble, match="too long"):
            asked("while (true) {}")
    finally:
        done.set()
        other.join(5)
    assert len(ticks) > 5


@not_windows
def test_a_script_has_no_way_out() -> None:
    for name in ("require", "process", "fetch", "XMLHttpRequest", "std", "os", "setTimeout", "print", "load", "import"):
        if name != "import":
            assert holds(f"typeof {name} === 'undefined'"), name


def test_a_cancelled_task_asks_no_script() -> None:
    cancel = Cancel()
    cancel.cancel()
    with pytest.raises(Cancelled):
        find_proxy("function FindProxyForURL() { return 'DIRECT'; }", URL, HOST, cancel)


# Inside of its own functions QuickJS looks at no time limit; this one takes some seconds
LONG = "new Array(1.5e7).indexOf(1); return 'DIRECT';"


def runs() -> int:
    return sum(thread.name == "tenantdock-pac" for thread in threading.enumerate())


@not_windows
def test_a_run_that_no_limit_ends_is_left_alone_and_not_started_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(proxies_pac, "_WAIT", 0.2)
    with pytest.raises(PacTrouble, match="too long"):
        asked(LONG)
    for _ in range(5):
        with pytest.raises(PacTrouble, match="too long"):
            asked(LONG)
    assert runs() == 1
    monkeypatch.undo()
    assert asked("return 'DIRECT';") == "DIRECT"  # another script runs beside it
    end = time.monotonic() + 60
    while runs() and time.monotonic() < end:
        time.sleep(0.05)
    assert asked(LONG) == "DIRECT"  # it ended, so it is run again


@not_windows
def test_cancel_ends_the_wait_for_a_script_at_once() -> None:
    cancel = Cancel()
    timer = threading.Timer(0.1, cancel.cancel)
    timer.start()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        find_proxy(f"function FindProxyForURL() {{ {LONG} }}", URL, HOST, cancel)
    cancelled_after = time.monotonic() - began
    end = time.monotonic() + 60
    while runs() and time.monotonic() < end:
        time.sleep(0.02)
    assert cancelled_after < time.monotonic() - began  # the script went on after the wait for it had ended
