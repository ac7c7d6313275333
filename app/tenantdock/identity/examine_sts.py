"""A federated domain's own sign-in server: its metadata, and its page as a browser would get it, and why it can stay blank."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Check, Facts, Finding, Outcome
from tenantdock.domain.clouds import SANDBOX_ID, Cloud
from tenantdock.domain.said import as_said, said, sentences
from tenantdock.domain.text import one_line
from tenantdock.identity.examine_ways import Prober, bypass_advice, host_of, is_web, name_of

if TYPE_CHECKING:  # html.parser, ssl and http.client behind them
    from tenantdock.identity.examine_page import Page, Part
    from tenantdock.identity.examine_probing import Answer, Unreached, Way

_HOPS: Final = 5
_HOSTS: Final = 8
_AT_ONCE: Final = 4
_NOT_FEDERATED: Final = "Not needed: this domain has no sign-in server of its own."
_NOT_TOLD: Final = "The sign-in service did not tell an address for this, so there is nothing to test."
_DEAD: Final = (
    "Ask the customer whether its sign-in server runs, and whether it can be reached from outside of its network: without it "
    "nobody of this domain can sign in."
)
_PROXYS_OWN: Final = frozenset({403, 407, 451, 502, 503, 504})
"""What a proxy itself answers when it does not go where it is asked to (RFC 9110 section 15)."""
_METADATA: Final = ("entitydescriptor", "metadata", "definitions", "entitiesdescriptor")


def metadata_check(prober: Prober, slow: float) -> Check:
    """The federation metadata."""
    return Check("metadata", "Federation metadata", lambda cancel, facts: _metadata(prober, facts, slow, cancel), ("realm",))


def page_check(prober: Prober, cloud: Cloud, slow: float) -> Check:
    """The sign-in page. *slow*, in seconds, is what takes too long."""
    return Check(
        "sts", "The domain's sign-in page (STS)", lambda cancel, facts: _Look(prober, cloud, slow, cancel).at(facts), ("realm",)
    )


def _metadata(prober: Prober, facts: Facts, slow: float, cancel: Cancel) -> Finding:
    realm = facts["realm"].facts
    url = realm.get("metadata", "")
    if not realm.get("federated"):
        return Finding(Outcome.SKIPPED, _NOT_FEDERATED)
    if not is_web(url):
        return Finding(Outcome.SKIPPED, _NOT_TOLD)
    reached = reach(prober, url, cancel)
    if isinstance(reached, Finding):
        return reached
    answer, evidence = reached
    start = answer.text.lstrip("\ufeff \r\n\t")[:4000].casefold()
    if answer.status != 200 or not start.startswith("<") or not any(word in start for word in _METADATA):  # noqa: PLR2004  # RFC 9110
        return Finding(
            Outcome.WARN,
            said("{url} gives no federation metadata (HTTP {status}).", url=host_of(url), status=answer.status),
            evidence,
            "Browsers do without it. Programs that send a password themselves don't, and the customer's server may not be well.",
        )
    if answer.seconds > slow:
        return Finding(
            Outcome.WARN,
            said("{url} took {seconds} s for its metadata.", url=host_of(url), seconds=f"{answer.seconds:.1f}"),
            evidence,
            _SLOW,
        )
    return Finding(Outcome.PASS, said("{url} gives its federation metadata.", url=host_of(url)), evidence)


_SLOW: Final = "Ask the customer why its sign-in server is slow: people give up, and sign-ins run into time-outs."


def reach(prober: Prober, url: str, cancel: Cancel) -> tuple[Answer, tuple[str, ...]] | Finding:
    """Ask for *url* as a browser would, and on the other way too when the usual one fails. Returns the answer with the evidence,
    or the finding that there is none.
    """
    from tenantdock.identity.examine_probing import Unreached, refusal  # noqa: PLC0415  # heavy

    way, host = prober.ways.way(url, cancel), host_of(url)
    answer: Answer | None = None
    try:
        answer = prober.ask(url, cancel, way=way)
        if not (way.proxy and urlsplit(url).scheme == "http" and answer.status in _PROXYS_OWN):
            return answer, (f"{host} answered {way} with HTTP {answer.status} after {answer.seconds:.1f} s.",)
        trouble = Unreached("proxy", refusal(answer.status))
    except Unreached as error:
        trouble = error
    evidence = [f"{host}, {way}: {trouble.text}."]
    other = prober.other_way(url, cancel)
    if other is not None:
        evidence.append(f"{host}, {other[0]}: {'it answers' if other[1] is None else other[1].text}.")
        if other[1] is None:
            where = (
                said("{host} can be reached past the proxy only.", host=host)
                if way.proxy
                else said("{host} can be reached through the proxy only.", host=host)
            )
            return Finding(
                Outcome.FAIL,
                where,
                tuple(evidence),
                bypass_advice(name_of(url), other[0]),
            )
    if answer is not None and other is None:
        return answer, tuple(evidence)
    return Finding(
        Outcome.FAIL,
        said("{host} cannot be reached: {text}.", host=host, text=trouble.text),
        tuple(evidence),
        _advice(trouble, way),
    )


def _advice(trouble: Unreached, way: Way) -> str:
    if trouble.stage == "tls":
        return said(
            "The customer has to put its server's certificate in order; or, if this network inspects encrypted traffic, have this "
            "host left out of that. A browser warns here, and the warning should not be clicked away."
        )
    if trouble.stage == "dns":
        known = said("The name may be known inside the customer's network only: connect its VPN, or use the proxy that knows it.")
        return sentences(known, as_said(_DEAD))
    if way.proxy and trouble.stage == "proxy":
        passing = said("Ask who looks after the proxy {proxy} to let this host through.", proxy=f"{way.proxy}:{way.port}")
        return sentences(passing, as_said(_DEAD))
    return as_said(_DEAD)


@dataclass
class _Notes:
    """What was noticed, the worst first."""

    outcome: Outcome = Outcome.PASS
    texts: list[str] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)
    advice: list[str] = field(default_factory=list)

    def add(self, outcome: Outcome, text: str, advice: str) -> None:
        worse = outcome is Outcome.FAIL and self.outcome is not Outcome.FAIL
        for told, new in ((self.texts, text), (self.advice, advice)):
            if new and new not in told:
                told.insert(0 if worse else len(told), new)
        if worse or self.outcome is Outcome.PASS:
            self.outcome = outcome

    def finding(self, fine: str) -> Finding:
        return Finding(self.outcome, sentences(*self.texts) or fine, tuple(self.evidence), sentences(*self.advice))


class _Look:
    """One look at a sign-in page."""

    def __init__(self, prober: Prober, cloud: Cloud, slow: float, cancel: Cancel) -> None:
        self._prober, self._cloud, self._slow, self._cancel = prober, cloud, slow, cancel
        self._notes = _Notes()

    def at(self, facts: Facts) -> Finding:
        realm = facts["realm"].facts
        url = realm.get("page", "")
        if not realm.get("federated"):
            return Finding(Outcome.SKIPPED, _NOT_FEDERATED)
        if not is_web(url):
            return Finding(Outcome.SKIPPED, _NOT_TOLD)
        last = self._follow(url)
        if isinstance(last, Finding):
            return last
        answer, url = last
        if answer.seconds > self._slow:
            self._notes.add(
                Outcome.WARN,
                said("{host} is slow: it took {seconds} s.", host=host_of(url), seconds=f"{answer.seconds:.1f}"),
                as_said(_SLOW),
            )
        self._unencrypted(url)
        negotiates = self._negotiation(answer, url)
        empty = self._contents(answer, url, negotiates=negotiates)
        self._zone(url, matters=negotiates or empty)
        return self._notes.finding(said("{host} shows its sign-in page.", host=host_of(url)))

    def _follow(self, url: str) -> tuple[Answer, str] | Finding:
        """Go where the page leads, telling each step; nothing is sent but the request itself."""
        seen: list[str] = []
        for _ in range(_HOPS + 1):
            reached = reach(self._prober, url, self._cancel)
            if isinstance(reached, Finding):
                evidence = (*self._notes.evidence, *reached.evidence)
                return Finding(reached.outcome, reached.text, evidence, reached.advice)
            answer, evidence = reached
            self._notes.evidence += [*evidence, *(f"Certificate: {seen}." for seen in answer.certificates[:1])]
            to = urljoin(url, answer.headers.get("location", "")) if 300 <= answer.status < 400 else ""  # noqa: PLR2004  # RFC 9110
            if not is_web(to):
                return answer, url
            seen.append(url)
            self._notes.evidence.append(f"It sends the browser on to {host_of(to)}{urlsplit(to).path[:80]}.")
            if to in seen:
                break
            url = to
        text = said(
            "{url} sends the browser round in circles, or through more than {hops} addresses.", url=host_of(url), hops=_HOPS
        )
        return Finding(Outcome.FAIL, text, tuple(self._notes.evidence), _DEAD)

    def _unencrypted(self, url: str) -> None:
        if urlsplit(url).scheme == "http" and self._cloud.id != SANDBOX_ID:
            self._notes.add(
                Outcome.WARN,
                said("{host} asks for passwords over an unencrypted connection.", host=host_of(url)),
                said("Tell the customer: everybody on the way can read the password."),
            )

    def _negotiation(self, answer: Answer, url: str) -> bool:
        offered = answer.headers.get("www-authenticate", "").casefold()
        found = answer.status == 401 and any(word in offered for word in ("negotiate", "ntlm", "kerberos"))  # noqa: PLR2004  # RFC 9110
        if found:
            self._notes.evidence.append(f"HTTP 401 with WWW-Authenticate: {one_line(offered, 80)}.")
            self._notes.add(
                Outcome.WARN,
                said(
                    "{host} offers integrated sign-in: a browser that trusts it signs in whoever is signed in to this computer, "
                    "whatever name was asked for. That is how the wrong user gets in.",
                    host=host_of(url),
                ),
                said("When the wrong user is signed in, use a private window or another browser profile for this connection."),
            )
        return found

    def _contents(self, answer: Answer, url: str, *, negotiates: bool) -> bool:
        """Look at the page itself. Returns whether it would stay blank."""
        from tenantdock.identity.examine_page import forbidden, read_page  # noqa: PLC0415  # heavy

        notes, host = self._notes, host_of(url)
        page = read_page(answer.text, url)
        notes.evidence += _described(answer, page)
        if answer.status >= 400 and not negotiates:  # noqa: PLR2004  # RFC 9110
            notes.add(
                Outcome.FAIL,
                said("{host} answers with an error instead of its sign-in page (HTTP {status}).", host=host, status=answer.status),
                as_said(_DEAD),
            )
            return False
        parts = page.elsewhere(url)[:_HOSTS]
        stopped = forbidden(answer.headers.get("content-security-policy", ""), parts, url)
        blocked = [part for part, works in zip(parts, self._try(parts), strict=True) if not works]
        mixed = page.unencrypted() if url.startswith("https:") else []
        for part in stopped:
            notes.evidence.append(f"The page's own policy (Content-Security-Policy) forbids the {part.kind} from {part.host}.")
        if mixed:
            hosts = ", ".join(sorted({part.host for part in mixed})[:_HOSTS])
            notes.add(
                Outcome.WARN,
                said(
                    "{host} loads parts over unencrypted connections, which browsers block on an encrypted page: {hosts}.",
                    host=host,
                    hosts=hosts,
                ),
                said("Tell the customer: its page has to load them over https."),
            )
        lost = {part.url for part in (*stopped, *blocked, *mixed) if part.kind in {"script", "frame"}}
        own_scripts = page.inline + sum(part.kind == "script" and part.url not in lost for part in page.parts)
        empty = page.empty and not page.passes_on and not page.refresh and not negotiates and bool(lost or not own_scripts)
        self._told_blocked(host, blocked, empty=empty)
        if empty and not blocked:
            why = said("nothing in it is to be seen") if not lost else said("what would fill it is not loaded")
            notes.add(Outcome.FAIL, said("The sign-in page of {host} stays blank: {why}.", host=host, why=why), as_said(_DEAD))
        return empty

    def _told_blocked(self, host: str, blocked: Sequence[Part], *, empty: bool) -> None:
        if not blocked:
            return
        hosts = ", ".join(dict.fromkeys(part.host for part in blocked))
        if empty:
            text = said(
                "The sign-in page of {host} stays blank: it is made by what comes from {hosts}, and that cannot be reached here.",
                host=host,
                hosts=hosts,
            )
            self._notes.add(Outcome.FAIL, text, "")
        else:
            text = said("Parts of the sign-in page come from hosts that cannot be reached here: {hosts}.", hosts=hosts)
            self._notes.add(Outcome.WARN, text, "")
        for part in blocked:
            self._notes.add(Outcome.WARN, "", self._way_out(part))

    def _way_out(self, part: Part) -> str:
        other = self._prober.other_way(part.url, self._cancel)
        if other is not None and other[1] is None:
            return bypass_advice(name_of(part.url), other[0])
        tried = "" if other is None else said("It answers neither through the proxy nor past it.")
        let = said("Have {host} let through by the proxy, firewall or content filter of this network.", host=part.host)
        return sentences(let, tried)

    def _try(self, parts: Sequence[Part]) -> list[bool]:
        """Ask for one part of each other host, side by side. Returns which can be loaded, and notes how it went."""
        if not parts:
            return []
        with ThreadPoolExecutor(min(_AT_ONCE, len(parts)), thread_name_prefix="tenantdock-doctor-part") as pool:
            tried = list(pool.map(self._load, parts))
        self._notes.evidence += [line for line, _ in tried]
        return [works for _, works in tried]

    def _load(self, part: Part) -> tuple[str, bool]:
        from tenantdock.identity.examine_probing import Unreached  # noqa: PLC0415  # heavy

        try:
            answer = self._prober.ask(part.url, self._cancel)
        except Unreached as trouble:
            return f"A {part.kind} comes from {part.host}: {trouble.text}.", False
        kind = answer.headers.get("content-type", "").casefold()
        # A filter's own page in the place of a script runs as little as none
        page_instead = part.kind in {"script", "style"} and "html" in kind
        works = answer.status < 400 and not page_instead  # noqa: PLR2004  # RFC 9110
        told = f"HTTP {answer.status}{', a page in its place (a content filter does that)' if page_instead else ''}"
        return f"A {part.kind} comes from {part.host}: {told}.", works

    def _zone(self, url: str, *, matters: bool) -> None:
        """Whether the server is inside this network, while the page that leads to it is on the internet."""
        from tenantdock.identity.sockets import resolve  # noqa: PLC0415  # with the checks that need it

        host, ways = name_of(url), self._prober.ways
        if ways.way(url, self._cancel).proxy or self._cloud.id == SANDBOX_ID:
            return
        try:
            found = {str(target[0]) for _, target in resolve(host, urlsplit(url).port or 443, self._cancel, self._prober.timeout)}
        except OSError:
            self._cancel.check()
            return
        inside = [address for address in found if _is_private(address)]
        if not inside and "." in host:
            return
        self._notes.evidence.append(f"{host} is inside this network ({', '.join(inside) or 'a name without a dot'}).")
        if matters:
            self._notes.add(
                Outcome.WARN,
                said(
                    "{host} is inside this network, while Microsoft's page is on the internet (two zones): browsers sign the "
                    "computer's user in by themselves in the intranet zone only, and stay blank or ask where zones are not set up.",
                    host=host,
                ),
                said(
                    "On Windows, put https://{host} into the intranet zone of the internet options (by group policy in a company) "
                    "for its integrated sign-in, or leave it out there to be asked for a name and password.",
                    host=host,
                ),
            )


def _described(answer: Answer, page: Page) -> list[str]:
    kind = one_line(answer.headers.get("content-type", "no type"), 60)
    lines = [
        f"The page is {kind}, {len(answer.body)} bytes, with {page.letters} letters and {page.fields} fields or buttons to see."
    ]
    told = ("x-frame-options", "content-security-policy")
    lines += [f"{name}: {one_line(answer.headers[name], 200)}" for name in told if answer.headers.get(name)]
    if page.refresh:
        lines.append(f"It goes on by itself to {host_of(page.refresh)}.")
    if page.passes_on:
        lines.append(f"It passes the browser on to {host_of(page.passes_on)}.")
    return lines


def _is_private(address: str) -> bool:
    try:
        return ipaddress.ip_address(address.partition("%")[0]).is_private
    except ValueError:
        return False
