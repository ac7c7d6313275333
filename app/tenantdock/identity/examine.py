"""The network's part of the connectivity test: from this computer to the sign-in service, its answers, and the services' addresses.

No check sends a credential, keeps an answer, or follows a redirect without telling. Nothing heavy is imported before one runs.
"""

from __future__ import annotations

import email.utils
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Check, Facts, Finding, Outcome, Subject
from tenantdock.domain.clouds import BUILT_IN, PUBLIC, Cloud
from tenantdock.domain.ports import Clock
from tenantdock.domain.said import as_said, said, said_count, sentences
from tenantdock.domain.services import ALL, TEAMS, Service, services
from tenantdock.domain.text import one_line
from tenantdock.identity.examine_service import NETWORK, asked, configuration, discovery_of, realm_of, token_of, unreached
from tenantdock.identity.examine_sts import metadata_check, page_check
from tenantdock.identity.examine_ways import Prober, Ways, host_of, name_of, sentence
from tenantdock.identity.watch import told_time

if TYPE_CHECKING:
    from tenantdock.identity.examine_chains import Seen
    from tenantdock.identity.examine_probing import Answer, Unreached

TIMEOUT: Final = 15.0
"""Seconds for each stage of a request."""
SLOW: Final = 3.0
"""Seconds after which an answer is called slow."""
_SKEW_WARN: Final = 60.0
_SKEW_FAIL: Final = 300.0
"""Seconds. Five minutes is what Kerberos and most checkers of tokens allow (RFC 4120 section 1.6, RFC 7519 section 4.1.4)."""


class NetworkExaminer:
    """The :class:`~tenantdock.domain.ports.Examiner` of the network. *ways* says how hosts are reached (see
    :class:`~tenantdock.identity.examine_ways.ProxyWays`); *timeout* and *slow* are in seconds.
    """

    def __init__(self, clock: Clock, ways: Ways, *, timeout: float = TIMEOUT, slow: float = SLOW) -> None:
        self._clock = clock
        self._slow = slow
        self._prober = Prober(ways, timeout)

    def checks(self, subject: Subject) -> Sequence[Check]:
        """From the clock to the services. *instant*."""
        cloud, prober = subject.cloud, self._prober
        domain = [
            Check("realm", "Who checks the password (realm)", lambda cancel, _: realm_of(prober, subject, cancel), ("tls",)),
            metadata_check(prober, self._slow),
            page_check(prober, cloud, self._slow),
        ]
        return [
            Check("clock", "System clock", lambda cancel, facts: self._clock_check(subject, cancel, facts), ("tls",), anyway=True),
            Check("proxy", "Proxy in use", lambda cancel, _: _proxy(prober, cloud, cancel)),
            Check("dns", "Name of the sign-in service (DNS)", lambda cancel, _: _dns(prober, cloud, cancel), ("proxy",)),
            Check("tls", "Encrypted connection (TLS)", lambda cancel, _: self._tls(cloud, cancel), ("dns",)),
            Check("discovery", "Tenant (discovery)", lambda cancel, _: discovery_of(prober, subject, cancel), ("tls",)),
            *(domain if subject.domain else ()),
            Check("token", "Token endpoint", lambda cancel, facts: token_of(prober, cloud, facts, cancel), ("discovery",)),
            *self._services(subject),
        ]

    def _services(self, subject: Subject) -> Iterator[Check]:
        def run(service: Service) -> Callable[[Cancel, Facts], Finding]:
            return lambda cancel, _: self._service(subject.cloud, service, cancel)

        cloud, chosen = subject.cloud, services(subject.services)
        if subject.connection is None:  # nobody has chosen yet: all that the cloud has
            chosen = tuple(service for service in ALL if service in chosen or _address(cloud, service))
        for service in chosen:
            yield Check(f"service-{service.key}", said("{label}'s address", label=service.label), run(service), ("proxy",))

    def _clock_check(self, subject: Subject, cancel: Cancel, facts: Facts) -> Finding:
        tls = facts["tls"]
        if tls.facts.get("dates"):
            return Finding(
                Outcome.FAIL,
                said(
                    "This computer's date is probably wrong: by it, the certificate of the sign-in service {dates}.",
                    dates=tls.facts["dates"],
                ),
                (f"This computer says {_utc(self._clock.now())}.",),
                "Set date, time and time zone, best by having the system set them automatically, then test again.",
            )
        if tls.outcome in {Outcome.FAIL, Outcome.SKIPPED}:
            return Finding(Outcome.SKIPPED, "Not tested: the time is asked of the sign-in service, which was not reached.")
        before = self._clock.now()
        answer = asked(self._prober, configuration(subject), cancel, subject.cloud)
        if isinstance(answer, Finding):
            return answer
        here, there = (before + self._clock.now()) / 2, told_time(answer.headers)
        if there is None:
            return Finding(Outcome.WARN, "The sign-in service did not say what time it is.", advice="Compare the clock by hand.")
        return _skew(here, there)

    def _tls(self, cloud: Cloud, cancel: Cancel) -> Finding:
        from tenantdock.identity.examine_probing import Unreached, greet  # noqa: PLC0415  # heavy

        url, host = cloud.authority, host_of(cloud.authority)
        way = self._prober.ways.way(url, cancel)
        try:
            chain, peer = greet(url, way, self._prober.context(cloud), cancel, self._prober.timeout)
        except Unreached as trouble:
            if trouble.stage == "tls":
                return self._refused(cloud, host, trouble, cancel)
            return unreached(self._prober, url, trouble, cancel, cloud)
        evidence = (f"Connected to {peer} {way}.", *(f"Certificate: {seen}." for seen in chain))
        return _judged(cloud, host, chain, evidence)

    def _refused(self, cloud: Cloud, host: str, trouble: Unreached, cancel: Cancel) -> Finding:
        from tenantdock.identity.examine_probing import Unreached, look  # noqa: PLC0415  # heavy

        try:
            way = self._prober.ways.way(cloud.authority, cancel)
            chain = look(cloud.authority, way, cancel, self._prober.timeout) if trouble.untrusted else ()
        except Unreached:
            chain = ()
        if not chain:
            return Finding(
                Outcome.FAIL,
                said("No encrypted connection to {host}: {text}.", host=host, text=trouble.text),
                advice="A firewall or a proxy on the way breaks encrypted connections. Have it let this host through untouched.",
            )
        evidence = (sentence(trouble.text), *(f"Certificate that was shown: {seen}." for seen in chain))
        now, own = self._clock.now(), chain[0]
        if not own.begins.timestamp() <= now <= own.ends.timestamp():
            when = said("is not valid yet") if now < own.begins.timestamp() else said("is over")
            return Finding(
                Outcome.FAIL,
                said("The certificate of {host} {when}, by this computer's clock.", host=host, when=when),
                evidence,
                "Check this computer's date and time first.",
                {"dates": when},
            )
        return Finding(
            Outcome.FAIL,
            said(
                "{host} shows a certificate that this computer does not trust. It was issued by {issuer}.",
                host=host,
                issuer=chain[-1].issuer,
            ),
            evidence,
            said(
                "If that is your company's own inspection of encrypted traffic, have its root certificate put into "
                "this computer's trust store, or have {host} left out of the inspection. If you don't know that "
                "name, don't sign in on this network.",
                host=host,
            ),
        )

    def _service(self, cloud: Cloud, service: Service, cancel: Cancel) -> Finding:
        url = _address(cloud, service)
        if not url:
            return Finding(
                Outcome.SKIPPED,
                said("{name} has no address for {label} that could be tried.", name=cloud.name, label=service.label),
            )
        answer = asked(self._prober, url, cancel, cloud)
        if isinstance(answer, Finding):
            return answer
        host = host_of(url)
        evidence = (f"GET {url} was answered with HTTP {answer.status}, without a token as it should be.", *_issuers(answer))
        if answer.status == 407 or answer.status >= 500:  # noqa: PLR2004  # RFC 9110 section 15
            return Finding(
                Outcome.WARN,
                said("{host} answers, but with a fault (HTTP {status}).", host=host, status=answer.status),
                evidence,
                "Test again in a while.",
            )
        if _intercepted(cloud, answer.certificates):
            return Finding(
                Outcome.WARN,
                said("{host} can be reached, and the encrypted traffic to it is opened on the way.", host=host),
                evidence,
                said(
                    "Have {host} left out of the inspection: modules that bring their own trust store refuse such a connection.",
                    host=host,
                ),
            )
        if answer.seconds > self._slow:
            return Finding(
                Outcome.WARN,
                said("{host} is slow: it took {seconds} s.", host=host, seconds=f"{answer.seconds:.1f}"),
                evidence,
                NETWORK,
            )
        return Finding(Outcome.PASS, said("{host} can be reached.", host=host), evidence)


def _proxy(prober: Prober, cloud: Cloud, cancel: Cancel) -> Finding:
    way = prober.ways.way(cloud.authority, cancel)
    evidence = (prober.ways.source(cloud.authority, cancel),)
    host = host_of(cloud.authority)
    if prober.ways.note():
        return Finding(
            Outcome.WARN,
            prober.ways.note(),
            evidence,
            "Have the automatic configuration put in order, or name the proxy in TenantDock's settings.",
        )
    if not way.proxy:
        return Finding(Outcome.PASS, said("{host} is reached without a proxy.", host=host), evidence)
    from tenantdock.identity.sockets import connect, resolve  # noqa: PLC0415  # with the checks that need it

    where = f"{way.proxy}:{way.port}"
    try:
        connect(resolve(way.proxy, way.port, cancel, prober.timeout), cancel, prober.timeout).close()
    except OSError as error:
        cancel.check()
        return Finding(
            Outcome.FAIL,
            said("The proxy {where} cannot be reached.", where=where),
            (*evidence, f"{type(error).__name__}: {one_line(error.strerror or str(error), 120)}"),
            "Check the proxy's name and port in TenantDock's settings or in the system's. Outside of the office, is the VPN on?",
        )
    return Finding(Outcome.PASS, said("{host} is reached through the proxy {where}.", host=host, where=where), evidence)


def _dns(prober: Prober, cloud: Cloud, cancel: Cancel) -> Finding:
    from tenantdock.identity.sockets import resolve  # noqa: PLC0415  # with the checks that need it

    way = prober.ways.way(cloud.authority, cancel)
    host = name_of(cloud.authority)
    if way.proxy:
        return Finding(Outcome.PASS, said("The proxy looks {host} up; this computer does not have to know it.", host=host))
    try:
        addresses = resolve(host, urlsplit(cloud.authority).port or 443, cancel, prober.timeout)
    except TimeoutError:
        return Finding(Outcome.FAIL, said("No DNS server answered when asked for {host}.", host=host), (), NETWORK)
    except OSError as error:
        cancel.check()
        why = f"The system says: {one_line(error.strerror or str(error), 120)}."
        return Finding(
            Outcome.FAIL,
            said("The name {host} is not known here.", host=host),
            (why,),
            sentences(as_said(NETWORK), said("Or this network reaches it through a proxy only.")),
        )
    found = list(dict.fromkeys(str(address[1][0]) for address in addresses))
    return Finding(
        Outcome.PASS,
        said_count(len(found), "{host} has {n} address.", "{host} has {n} addresses.", host=host),
        (", ".join(found[:8]),),
    )


def _judged(cloud: Cloud, host: str, chain: tuple[Seen, ...], evidence: tuple[str, ...]) -> Finding:
    issuer = chain[0].issuer if chain else said("nobody")
    if _intercepted(cloud, chain):
        return Finding(
            Outcome.WARN,
            said(
                "The encrypted connection to {host} is opened on the way: its certificate was issued by {issuer}, "
                "who does not sign Microsoft's.",
                host=host,
                issuer=issuer,
            ),
            evidence,
            said(
                "It works here, because this computer trusts {issuer}. Have {host} left out of the inspection, as "
                "Microsoft asks for its sign-in addresses: device checks and certificate sign-in fail through one.",
                issuer=issuer,
                host=host,
            ),
        )
    return Finding(
        Outcome.PASS,
        said("The connection to {host} is encrypted, with a certificate issued by {issuer}.", host=host, issuer=issuer),
        evidence,
    )


def _intercepted(cloud: Cloud, chain: tuple[Seen, ...]) -> bool:
    """Whether somebody else than Microsoft's usual ones signed. Only of Microsoft's own clouds is it known who those are."""
    from tenantdock.identity.examine_chains import expected_of_microsoft  # noqa: PLC0415  # heavy

    return bool(chain) and not cloud.trust_anchor and cloud.id in _MICROSOFT and not expected_of_microsoft(chain)


_MICROSOFT: Final = frozenset(cloud.id for cloud in BUILT_IN)


def _issuers(answer: Answer) -> tuple[str, ...]:
    return tuple(f"Certificate: {seen}." for seen in answer.certificates[:1])


def _skew(here: float, there: float) -> Finding:
    ahead = here - there
    evidence = (f"This computer says {_utc(here)}, the sign-in service {_utc(there)}.",)
    size = f"{abs(ahead):.0f} s" if abs(ahead) < 2 * _SKEW_FAIL else said_count(round(abs(ahead) / 60), "{n} minute", "{n} minutes")
    off = (
        said("This computer's clock is {size} ahead.", size=size)
        if ahead > 0
        else said("This computer's clock is {size} behind.", size=size)
    )
    advice = "Have the system set its time automatically, and check the time zone."
    if abs(ahead) > _SKEW_FAIL:
        return Finding(
            Outcome.FAIL,
            sentences(off, said("Tokens and tickets fail with that.")),
            evidence,
            advice,
        )
    if abs(ahead) > _SKEW_WARN:
        return Finding(Outcome.WARN, off, evidence, advice)
    return Finding(Outcome.PASS, "This computer's clock is right.", evidence)


def _utc(at: float) -> str:
    try:
        return email.utils.formatdate(at, usegmt=True)
    except (ValueError, OverflowError):  # what a server can say: the year 10000
        return "a time that no calendar has"


_BESIDE_RESOURCE: Final = {(PUBLIC.id, TEAMS.key): "https://api.interfaces.records.teams.microsoft.com/"}
"""Where a service is whose resource is no address: what the cmdlets of MicrosoftTeams call. The other clouds' is not documented."""


def _address(cloud: Cloud, service: Service) -> str:
    """Where a service is: the root of its API, else its resource where that is an address. The practice cloud's are names alone."""
    resource = _BESIDE_RESOURCE.get((cloud.id, service.key), cloud.resources.get(service.key, ""))
    return cloud.api_roots.get(service.key, "") or (resource if resource.startswith("https://") and not cloud.trust_anchor else "")
