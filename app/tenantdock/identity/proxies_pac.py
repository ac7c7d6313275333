"""Automatic proxy configuration: fetches a PAC script and asks it for a way, on systems that do not do it themselves.

The script is somebody else's program. It runs in QuickJS without files, network or timers, with bounded time, memory and stack,
without Python's lock, and on a thread of its own, so that an endless loop in it stops no other thread and no cancel. What it wants
to look up in DNS is found out here: the script is run, the names that it asked for are resolved, and it is run again with the
answers.

QuickJS (2021-03) does not look at the time inside of its own functions: ``new Array(1e9).indexOf(1)`` goes on for minutes, whatever
the limit. Such a run is left to its thread, and the script is not run again before it ended.

Source of the functions: https://developer.mozilla.org/docs/Web/HTTP/Guides/Proxy_servers_and_tunneling/Proxy_Auto-Configuration_PAC_file
and https://learn.microsoft.com/windows/win32/winhttp/ipv6-aware-proxy-helper-api-definitions (the ``Ex`` ones).
"""

from __future__ import annotations

import contextlib
import json
import socket
import threading
import time
from typing import Final

from tenantdock.domain.cancel import Cancel
from tenantdock.identity.sockets import resolve
from tenantdock.identity.waiting import detached

SCRIPT_LIMIT: Final = 1 << 20
"""Characters of a script."""
_TIME: Final = 2.0  # seconds of processor time for one run
_WAIT: Final = 10.0  # seconds by the clock for one run: other programs take their share of the processor
_MEMORY: Final = 32 << 20
_STACK: Final = 512 << 10
_RUNS: Final = 12  # with each, at least one more name is known
_NAMES: Final = 32
_LOOK_UP: Final = 3.0
_LOOK_UPS: Final = 12.0
"""Seconds for one name, and for all that a script asks for."""

_FUNCTIONS: Final = r"""
var __wanted = [];
function dnsResolve(host) {
  host = String(host).toLowerCase();
  if (/^[0-9.]+$/.test(host)) { return host; }
  if (!Object.prototype.hasOwnProperty.call(__known, host)) { __wanted.push(host); return null; }
  return __known[host].length ? __known[host][0] : null;
}
function dnsResolveEx(host) { dnsResolve(host); return (__known[String(host).toLowerCase()] || []).join(";"); }
function isResolvable(host) { return dnsResolve(host) !== null; }
function isResolvableEx(host) { return isResolvable(host); }
function myIpAddress() { return __mine; }
function myIpAddressEx() { return __mine; }
function isPlainHostName(host) { return String(host).indexOf(".") < 0 && String(host).indexOf(":") < 0; }
function dnsDomainLevels(host) { return String(host).split(".").length - 1; }
function dnsDomainIs(host, domain) {
  host = String(host).toLowerCase(); domain = String(domain).toLowerCase();
  return host.length >= domain.length && host.substring(host.length - domain.length) === domain;
}
function localHostOrDomainIs(host, full) {
  host = String(host).toLowerCase(); full = String(full).toLowerCase();
  return host === full || (host.indexOf(".") < 0 && full.lastIndexOf(host + ".", 0) === 0);
}
function convert_addr(text) {
  var parts = String(text).split(".");
  var number = 0;
  for (var i = 0; i < 4; i++) { number = number * 256 + ((parts[i] | 0) & 255); }
  return number | 0;
}
function isInNet(host, pattern, mask) {
  var address = dnsResolve(host);
  if (address === null || !/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) { return false; }
  var bits = convert_addr(mask);
  return (convert_addr(address) & bits) === (convert_addr(pattern) & bits);
}
function isInNetEx(host, prefix) {
  var parts = String(prefix).split("/");
  var length = parseInt(parts[1], 10);
  if (String(prefix).indexOf(":") >= 0 || !(length >= 0 && length <= 32)) { return false; }
  var mask = length === 0 ? 0 : (-1 << (32 - length));
  var address = dnsResolve(host);
  return address !== null && address.indexOf(":") < 0 && (convert_addr(address) & mask) === (convert_addr(parts[0]) & mask);
}
function sortIpAddressList(list) { return String(list); }
function getClientVersion() { return "1.0"; }
function alert() {}
function shExpMatch(text, pattern) {
  var source = String(pattern).replace(/[.+^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*").replace(/\?/g, ".");
  return new RegExp("^" + source + "$").test(String(text));
}
var __days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
var __months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
function __given(list) {
  var values = Array.prototype.slice.call(list);
  var utc = values.length > 0 && values[values.length - 1] === "GMT";
  if (utc) { values.pop(); }
  var now = new Date();
  if (utc) { now = new Date(now.getTime() + now.getTimezoneOffset() * 60000); }
  return { values: values, now: now };
}
function __within(now, from, to) { return from <= to ? from <= now && now <= to : now >= from || now <= to; }
function weekdayRange() {
  var given = __given(arguments);
  var from = __days.indexOf(given.values[0]);
  var to = given.values.length > 1 ? __days.indexOf(given.values[1]) : from;
  return from >= 0 && to >= 0 && __within(given.now.getDay(), from, to);
}
function timeRange() {
  var given = __given(arguments), v = given.values;
  var now = given.now.getHours() * 3600 + given.now.getMinutes() * 60 + given.now.getSeconds();
  if (v.length === 1) { return given.now.getHours() === v[0]; }
  // As browsers do (Mozilla's ProxyAutoConfig): the last hour, or minute, is within
  if (v.length === 2) { return __within(now, v[0] * 3600, v[1] * 3600 + 3599); }
  if (v.length === 4) { return __within(now, v[0] * 3600 + v[1] * 60, v[2] * 3600 + v[3] * 60 + 59); }
  return v.length === 6 && __within(now, v[0] * 3600 + v[1] * 60 + v[2], v[3] * 3600 + v[4] * 60 + v[5]);
}
function dateRange() {
  var given = __given(arguments), v = given.values;
  var half = v.length === 1 ? 1 : v.length / 2;
  function read(parts) {
    var found = {};
    parts.forEach(function (part) {
      if (typeof part === "string") { found.month = __months.indexOf(part); }
      else if (part > 31) { found.year = part; } else { found.day = part; }
    });
    return found;
  }
  var from = read(v.slice(0, half)), to = v.length === 1 ? from : read(v.slice(half));
  function key(year, month, day) {
    return (from.year === undefined ? 0 : year * 10000) + (from.month === undefined ? 0 : month * 100)
      + (from.day === undefined ? 0 : day);
  }
  return __within(
    key(given.now.getFullYear(), given.now.getMonth(), given.now.getDate()),
    key(from.year, from.month, from.day), key(to.year, to.month, to.day));
}
"""


_running_lock = threading.Lock()
_running: list[tuple[str, float]] = []
"""The scripts that run now, and since when."""


class PacTrouble(Exception):
    """A script that cannot be used. The text is for people and holds nothing of the script."""


def find_proxy(script: str, url: str, host: str, cancel: Cancel) -> str:
    """Return what *script* answers for *url* (scheme, host and port; a script is told no path). Raises :class:`PacTrouble`,
    :class:`Cancelled`.
    """
    known: dict[str, list[str]] = {}
    mine, deadline = _own_address(), time.monotonic() + _LOOK_UPS
    for _ in range(_RUNS):
        cancel.check()
        answer, wanted = _run_apart(script, url, host, dict(known), mine, cancel)
        new = [name for name in dict.fromkeys(wanted) if name not in known][: _NAMES - len(known)]
        if not new:
            return answer
        for name in new:
            if time.monotonic() > deadline:
                raise PacTrouble("the names that it looks up are not answered in time")
            known[name] = _look_up(name, cancel)
    raise PacTrouble("it looks up too many names")


def _run_apart(script: str, url: str, host: str, known: dict[str, list[str]], mine: str, cancel: Cancel) -> tuple[str, list[str]]:
    this = (script, time.monotonic())
    with _running_lock:
        if any(other == script and this[1] - since > _WAIT for other, since in _running):
            raise PacTrouble("it runs too long")
        _running.append(this)

    def run() -> tuple[str, list[str]]:
        try:
            return _run(script, url, host, known, mine)
        finally:
            with _running_lock:
                _running.remove(this)

    try:
        return detached(run, cancel, "pac", _WAIT)
    except TimeoutError:
        raise PacTrouble("it runs too long") from None


def _run(script: str, url: str, host: str, known: dict[str, list[str]], mine: str) -> tuple[str, list[str]]:
    try:
        import quickjs  # noqa: PLC0415  # only where a PAC script is used
    except ImportError:
        raise PacTrouble("TenantDock cannot run such scripts on this system") from None
    context = quickjs.Context()
    context.set_memory_limit(_MEMORY)
    context.set_max_stack_size(_STACK)
    context.set_time_limit(_TIME)
    trouble = ""
    try:
        context.eval(f"var __known = {json.dumps(known)}, __mine = {json.dumps(mine)};{_FUNCTIONS}")
        context.eval(script)
        context.eval(f"var __answer = FindProxyForURL({json.dumps(url)}, {json.dumps(host)});")
    except ValueError:  # a character that JavaScript cannot be given
        trouble = "it fails"
    except quickjs.JSException as error:
        # A script may fail for want of an address that is looked up next
        trouble = "it runs too long" if "interrupted" in str(error) else "it fails"
    try:
        wanted = json.loads(context.eval("JSON.stringify(__wanted.map(String))"))
        answer = context.eval("__answer === null || __answer === undefined ? '' : String(__answer)") if not trouble else ""
    except (quickjs.JSException, ValueError, TypeError, RecursionError):
        raise PacTrouble(trouble or "it fails") from None
    # A script can put anything in the place of JavaScript's own functions
    if not isinstance(answer, str) or not isinstance(wanted, list) or not all(isinstance(name, str) for name in wanted):
        raise PacTrouble("it fails")
    if trouble and not [name for name in wanted if name not in known]:
        raise PacTrouble(trouble)
    return answer, wanted


def _look_up(name: str, cancel: Cancel) -> list[str]:
    try:
        found = resolve(name, 443, cancel, _LOOK_UP)
    except (OSError, UnicodeError):
        return []
    addresses = [str(address[1][0]) for address in found]
    return sorted(dict.fromkeys(addresses), key=lambda address: ":" in address)


def _own_address() -> str:
    """Return the address from which this computer would reach the internet. Nothing is sent: UDP connects without a packet."""
    for family, target in ((socket.AF_INET, "192.0.2.1"), (socket.AF_INET6, "2001:db8::1")):
        with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((target, 9))
            return str(probe.getsockname()[0])
    return "127.0.0.1"
