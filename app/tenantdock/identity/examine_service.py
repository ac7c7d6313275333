"""What the sign-in service answers in the connectivity test: for a tenant, for a domain, and to a request for a token."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, urlsplit

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.checks import Facts, Finding, Outcome, Subject
from tenantdock.domain.clouds import Cloud
from tenantdock.domain.said import said, sentences
from tenantdock.domain.text import one_line
from tenantdock.identity.addresses import parts_of
from tenantdock.identity.examine_ways import Prober, bypass_advice, host_of, is_web, name_of

if TYPE_CHECKING:
    from tenantdock.identity.examine_probing import Answer, Unreached

NETWORK: Final = "Check the cable or WLAN, the VPN, and that this network has a DNS server that answers."
_PORTAL: Final = "A hotel or guest network does this: open a browser, sign in to the network, then test again."
_REALM: Final = (
    "NameSpaceType",
    "FederationBrandName",
    "federation_protocol",
    "AuthURL",
    "federation_metadata_url",
    "cloud_instance_name",
)
_TELLING: Final = ("token_endpoint", "issuer", "tenant_region_scope", "cloud_instance_name")


def discovery_of(prober: Prober, subject: Subject, cancel: Cancel) -> Finding:
    """Ask which tenant the sign-in service knows; the finding's facts hold its token endpoint (OpenID Connect Discovery 1.0)."""
    cloud, url, tenant = subject.cloud, configuration(subject), one_line(_tenant(subject), 80)
    answer = asked(prober, url, cancel, cloud)
    if isinstance(answer, Finding):
        return answer
    told = _json(answer)
    endpoint = told.get("token_endpoint")
    evidence = [f"GET {url} was answered with HTTP {answer.status}."]
    if not isinstance(endpoint, str) or not is_web(endpoint):
        return _no_tenant(subject, told, answer, tuple(evidence))
    evidence += [f"{name}: {one_line(str(told[name]), 200)}" for name in _TELLING if told.get(name)]
    if parts_of(endpoint).netloc.casefold() != urlsplit(cloud.authority).netloc.casefold():
        return Finding(
            Outcome.FAIL,
            said(
                "{tenant} belongs to another Microsoft cloud, whose sign-in service is {endpoint}.",
                tenant=tenant,
                endpoint=host_of(endpoint),
            ),
            tuple(evidence),
            "Edit the connection and choose that cloud.",
        )
    found = one_line(parts_of(endpoint).path.lstrip("/").partition("/")[0], 40)
    text = (
        said("{tenant} is the tenant {found}.", tenant=tenant, found=found)
        if tenant != found
        else said("The sign-in service answers for {tenant}.", tenant=tenant)
    )
    return Finding(Outcome.PASS, text, tuple(evidence), facts={"token": endpoint})


def _no_tenant(subject: Subject, told: dict[str, Any], answer: Answer, evidence: tuple[str, ...]) -> Finding:
    tenant, cloud = one_line(_tenant(subject), 80), subject.cloud
    answered = str(told.get("error_description", ""))
    if told.get("error") and not _is_passing(answer.status):
        return Finding(
            Outcome.FAIL,
            said("No tenant in {name} answers for {tenant}.", name=cloud.name, tenant=tenant),
            (*evidence, one_line(answered, 300)),
            "Check the spelling, and the cloud: a customer in another Microsoft cloud is not found in this one.",
        )
    return _strange(host_of(cloud.authority), answer, evidence)


def realm_of(prober: Prober, subject: Subject, cancel: Cancel) -> Finding:
    """Ask who checks the passwords of a domain; for a federated one the facts hold the addresses of its server."""
    # Any user of a domain will do; a name that nobody has says the same about the domain
    user = str(subject.user) if subject.user is not None else f"tenantdock-test@{subject.domain}"
    base = f"{subject.cloud.authority}/common/userrealm/{quote(user, safe='@')}?api-version="
    newer = asked(prober, f"{base}2.1", cancel, subject.cloud)
    older = asked(prober, f"{base}1.0", cancel, subject.cloud)
    if isinstance(newer, Finding) and isinstance(older, Finding):
        return newer
    two, one = ({} if isinstance(answer, Finding) else _json(answer) for answer in (newer, older))
    kind = str(two.get("NameSpaceType") or one.get("account_type") or "").casefold()
    brand = one_line(str(two.get("FederationBrandName") or ""), 80)
    together = {**one, **two}
    evidence = tuple(f"{name}: {one_line(str(together[name]), 200)}" for name in _REALM if together.get(name))
    if not kind and isinstance(newer, Finding):
        return newer
    if not kind and not isinstance(newer, Finding):
        return _strange(host_of(subject.cloud.authority), newer, evidence)
    if kind == "managed":
        named = said("It calls itself {brand}.", brand=brand) if brand else ""
        return Finding(
            Outcome.PASS,
            sentences(said("Microsoft checks the passwords of {domain} (managed).", domain=subject.domain), named),
            evidence,
        )
    if kind != "federated":
        return Finding(
            Outcome.WARN,
            said("The sign-in service knows nobody at {domain}.", domain=subject.domain),
            evidence,
            "Check the spelling of the domain, and the cloud. A domain that was added to a tenant just now takes a while.",
        )
    page = str(two.get("AuthURL") or "")
    described = str(one.get("federation_metadata_url") or "")
    return Finding(
        Outcome.PASS,
        said(
            "{domain} checks passwords itself (federated), at {page}.",
            domain=subject.domain,
            page=host_of(page or described) or said("an address that was not told"),
        ),
        evidence,
        facts={"federated": "yes", "page": page, "metadata": described},
    )


def token_of(prober: Prober, cloud: Cloud, facts: Facts, cancel: Cancel) -> Finding:
    """Send the token endpoint an empty request, which it refuses (RFC 6749 section 5.2)."""
    url = facts["discovery"].facts["token"]
    answer = asked(prober, url, cancel, cloud, form=b"")
    if isinstance(answer, Finding):
        return answer
    told = _json(answer)
    evidence = (f"An empty request to {url} was answered with HTTP {answer.status}.", one_line(str(told.get("error", "")), 120))
    if not told.get("error") or _is_passing(answer.status):
        return _strange(host_of(url), answer, evidence[:1])
    return Finding(Outcome.PASS, "The token endpoint answers, and refuses an empty request as it should.", evidence)


def asked(prober: Prober, url: str, cancel: Cancel, cloud: Cloud, form: bytes | None = None) -> Answer | Finding:
    """Return the answer, or the finding that there is none."""
    from tenantdock.identity.examine_probing import Unreached  # noqa: PLC0415  # heavy

    try:
        return prober.ask(url, cancel, cloud=cloud, form=form, headers={"Accept": "application/json"})
    except Unreached as trouble:
        return unreached(prober, url, trouble, cancel, cloud)


def unreached(prober: Prober, url: str, trouble: Unreached, cancel: Cancel, cloud: Cloud) -> Finding:
    """Return the finding that there was no answer from *url*, and whether another way there has one."""
    host, way = host_of(url), prober.ways.way(url, cancel)
    evidence = [f"Tried {way}: {trouble.text}."]
    advice = (
        NETWORK
        if not way.proxy
        else said("Ask who looks after the proxy {proxy}:{port} to let {host} through.", proxy=way.proxy, port=way.port, host=host)
    )
    other = prober.other_way(url, cancel, cloud=cloud)
    if other is not None:
        evidence.append(f"Tried {other[0]}: {'it answers' if other[1] is None else other[1].text}.")
        if other[1] is None:
            advice = bypass_advice(name_of(url), other[0])
    return Finding(Outcome.FAIL, said("{host} cannot be reached: {text}.", host=host, text=trouble.text), tuple(evidence), advice)


def _strange(host: str, answer: Answer, evidence: tuple[str, ...]) -> Finding:
    status = answer.status
    if 300 <= status < 400:  # noqa: PLR2004  # RFC 9110 section 15.4
        to = host_of(answer.headers.get("location", "")) or said("elsewhere")
        return Finding(Outcome.FAIL, said("Something on the way sends {host} to {to}.", host=host, to=to), evidence, _PORTAL)
    if _is_passing(status):
        what = said("asks to slow down") if status == 429 else said("has a passing fault")  # noqa: PLR2004
        return Finding(
            Outcome.FAIL,
            said("{host} {what} (HTTP {status}).", host=host, what=what, status=status),
            evidence,
            "Test again in a while.",
        )
    kind = one_line(answer.headers.get("content-type", "no type"), 60)
    told = (*evidence, f"The answer is {kind}, {len(answer.body)} bytes.")
    return Finding(
        Outcome.FAIL,
        said("Something else answers in the place of {host} (HTTP {status}).", host=host, status=status),
        told,
        _PORTAL,
    )


def _is_passing(status: int) -> bool:
    """Whether an answer says nothing but to come back later."""
    return status == 429 or status >= 500  # noqa: PLR2004  # RFC 6585 section 4, RFC 9110 section 15.6


def _tenant(subject: Subject) -> str:
    """The tenant to ask for: the connection's, else the domain's; with neither, what stands for any."""
    return subject.connection.tenant.id if subject.connection is not None else subject.domain or "common"


def configuration(subject: Subject) -> str:
    """Return where a tenant's configuration is (OpenID Connect Discovery 1.0, section 4)."""
    return f"{subject.cloud.authority}/{quote(_tenant(subject), safe='')}/v2.0/.well-known/openid-configuration"


def _json(answer: Answer) -> dict[str, Any]:
    try:
        found = json.loads(answer.text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
