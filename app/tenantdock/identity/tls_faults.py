"""TLS: which certificates are trusted, and why one was not, in words. Heavy (ssl).

There is no way past a certificate error: it can be explained, never clicked away.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import enum
import ipaddress
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from tenantdock.domain.errors import NetworkTrouble
from tenantdock.domain.said import said, sentences
from tenantdock.domain.text import one_line
from tenantdock.identity.adapter import Open

_LOOK_TIMEOUT: Final = 5.0  # seconds to see which certificate it is


class Fault(enum.Enum):
    """What is wrong with a certificate."""

    EXPIRED = "expired"
    NOT_YET = "not yet valid"
    WRONG_HOST = "for another host"
    SELF_SIGNED = "self-signed"
    UNKNOWN_ISSUER = "unknown issuer"
    NO_CHAIN = "chain not complete"
    REVOKED = "revoked"
    OTHER = "not valid"


_FAULTS: Final = {
    # OpenSSL, include/openssl/x509_vfy.h
    9: Fault.NOT_YET,
    10: Fault.EXPIRED,
    18: Fault.SELF_SIGNED,
    19: Fault.UNKNOWN_ISSUER,
    20: Fault.UNKNOWN_ISSUER,
    21: Fault.NO_CHAIN,
    23: Fault.REVOKED,
    62: Fault.WRONG_HOST,
    64: Fault.WRONG_HOST,
    # Windows, winerror.h; truststore gives them as they come, signed or not
    0x800B0101: Fault.EXPIRED,
    0x800B010F: Fault.WRONG_HOST,
    0x800B0109: Fault.UNKNOWN_ISSUER,
    0x800B010A: Fault.UNKNOWN_ISSUER,
    0x800B010C: Fault.REVOKED,
    0x80092010: Fault.REVOKED,
    # macOS, SecBase.h
    -67818: Fault.EXPIRED,
    -67819: Fault.NOT_YET,
    -67602: Fault.WRONG_HOST,
    -67843: Fault.UNKNOWN_ISSUER,
    -25318: Fault.NO_CHAIN,
    -67820: Fault.REVOKED,
}


@dataclass(frozen=True, slots=True)
class Seen:
    """The certificate that a server showed, for people. Times are Unix seconds; *chain* is how many certificates it sent (0: not
    known).
    """

    subject: str
    issuer: str
    names: tuple[str, ...]
    starts: float
    ends: float
    self_signed: bool
    chain: int = 0

    def covers(self, host: str) -> bool:
        """Whether the certificate names *host* (RFC 6125 section 6.4, with a wildcard as the whole first label only)."""
        with contextlib.suppress(ValueError):
            return str(ipaddress.ip_address(host)) in self.names
        host = host.casefold().rstrip(".")
        return any(name.casefold() in {host, f"*.{host.partition('.')[2]}"} for name in self.names)


def system_context() -> ssl.SSLContext:
    """Return TLS settings with the system's trust store, where a company's own root is too."""
    import truststore  # noqa: PLC0415  # heavy; not needed for the practice cloud

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def look(host: str, port: int, open_socket: Open) -> Seen | None:
    """Return the certificate that *host* shows, unchecked, or None. Nothing is sent but the greeting of TLS. Raises
    :class:`Cancelled`.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        with (
            open_socket(host, port, _LOOK_TIMEOUT, ()) as connected,
            context.wrap_socket(connected, server_hostname=host) as wrapped,
        ):
            raw = wrapped.getpeercert(binary_form=True)
            # Public since Python 3.13; before, in the part underneath
            counted: Callable[[], object] | None = getattr(
                wrapped, "get_unverified_chain", getattr(getattr(wrapped, "_sslobj", None), "get_unverified_chain", None)
            )
            chain = counted() if counted is not None else None
    except (OSError, ValueError, NetworkTrouble):
        return None
    try:
        return _seen(raw, len(chain) if isinstance(chain, (list, tuple)) else 0) if raw else None
    except Exception:  # noqa: BLE001  # cryptography has errors of several kinds, InvalidVersion and TypeError among them
        return None


def explain(error: BaseException, host: str, seen: Seen | None, now: float, clock: str) -> NetworkTrouble:
    """Return what to tell about a TLS *error* with *host*. *now* is this computer's time (Unix seconds); *clock* says in a sentence
    how far its clock is off, or is "".
    """
    refused = next((one for one in causes(error) if isinstance(one, ssl.SSLCertVerificationError)), None)
    if refused is None:
        return NetworkTrouble(
            said("No encrypted connection to {host} could be made.", host=host),
            next_step="Something on the way may not let TLS through: try another network, or ask who runs the proxy or firewall.",
            details=f"{host}: {_reason(error)}",
        )
    fault = _fault(refused, host, seen, now)
    message, step = _words(fault, host, seen, now, clock)
    lines = [f"{host}: certificate {fault.value} ({refused.verify_code}: {one_line(refused.verify_message or '', 120)})"]
    if seen is not None:
        lines += [
            f"issued to: {seen.subject}",
            f"names: {one_line(', '.join(seen.names), 200)}",
            f"issued by: {seen.issuer}",
            f"valid: {_day(seen.starts)} to {_day(seen.ends)}",
        ]
    lines.append(f"this computer's clock: {_minute(now)}")
    return NetworkTrouble(message, next_step=step, details="\n".join(lines))


def causes(error: BaseException) -> Iterator[BaseException]:
    """Yield *error* and what is wrapped in it, the way urllib3 and requests wrap: as an argument, reason, cause or context."""
    waiting, known = [error], set[int]()
    while waiting:
        one = waiting.pop(0)
        if id(one) in known:
            continue
        known.add(id(one))
        yield one
        inner = [*one.args, getattr(one, "reason", None), one.__cause__, one.__context__]
        waiting += [part for part in inner if isinstance(part, BaseException)]


def _fault(refused: ssl.SSLCertVerificationError, host: str, seen: Seen | None, now: float) -> Fault:
    code = getattr(refused, "verify_code", 0)
    fault = _FAULTS.get(code, _FAULTS.get(code & 0xFFFFFFFF, Fault.OTHER))
    if seen is None:
        return fault
    if fault in {Fault.OTHER, Fault.EXPIRED} and now < seen.starts:
        return Fault.NOT_YET
    if fault is Fault.OTHER:
        return Fault.EXPIRED if now > seen.ends else Fault.UNKNOWN_ISSUER if seen.covers(host) else Fault.WRONG_HOST
    if fault in {Fault.UNKNOWN_ISSUER, Fault.NO_CHAIN}:
        # OpenSSL's numbers for these two depend on what else it tried; what the server sent tells
        if seen.self_signed:
            return Fault.SELF_SIGNED
        return Fault.NO_CHAIN if seen.chain == 1 else Fault.UNKNOWN_ISSUER
    return fault


def _words(fault: Fault, host: str, seen: Seen | None, now: float, clock: str) -> tuple[str, str]:
    issuer = seen.issuer if seen is not None else said("an issuer that could not be seen")
    names = one_line(", ".join(seen.names[:4]), 160) if seen is not None and seen.names else said("another host")
    expired, early = (
        said("The certificate of {host} expired.", host=host),
        said("The certificate of {host} is not valid yet.", host=host),
    )
    if seen is not None:
        expired = said("The certificate of {host} expired on {day}.", host=host, day=_day(seen.ends))
        early = said("The certificate of {host} is not valid before {day}.", host=host, day=_day(seen.starts))
    ours = clock or said("By this computer's clock it is {now}.", now=_minute(now))
    root = said(
        "If you know {issuer} as your company's inspection of encrypted traffic, ask your IT to put its root "
        "certificate into this computer's trust store. If you don't, do not sign in on this network: "
        "somebody may be reading along.",
        issuer=issuer,
    )
    page = said(
        "A guest network's sign-in page or a filter answers in its place: open a browser, sign in to the network, then try "
        "again. If that is not it, ask your network's administrator."
    )
    texts = {
        Fault.EXPIRED: (
            sentences(expired, ours),
            said(
                "Set this computer's date and time right first. If they are, the one who issued it ({issuer}) has to renew it.",
                issuer=issuer,
            ),
        ),
        Fault.NOT_YET: (
            sentences(early, ours),
            said("Set this computer's date and time right, then try again."),
        ),
        Fault.WRONG_HOST: (
            said(
                "What answers for {host} has a certificate for {names}, issued by {issuer}.", host=host, names=names, issuer=issuer
            ),
            page,
        ),
        Fault.SELF_SIGNED: (
            said("What answers for {host} made its own certificate ({issuer}); nobody vouches for it.", host=host, issuer=issuer),
            root,
        ),
        Fault.NO_CHAIN: (
            said(
                "The certificate of {host} was issued by {issuer}, and nothing was sent that links that to one this "
                "computer trusts.",
                host=host,
                issuer=issuer,
            ),
            sentences(said("Whoever runs the server or proxy has to have it send the whole chain."), root),
        ),
        Fault.REVOKED: (
            said("The certificate of {host}, issued by {issuer}, was revoked.", host=host, issuer=issuer),
            said("Do not sign in on this network. Try another one."),
        ),
        Fault.UNKNOWN_ISSUER: (
            said("The certificate of {host} was issued by {issuer}, which this computer does not trust.", host=host, issuer=issuer),
            root,
        ),
    }
    other = (
        said("The certificate of {host}, issued by {issuer}, cannot be trusted.", host=host, issuer=issuer),
        sentences(said("Check this computer's date and time."), root),
    )
    return texts.get(fault, other)


def _seen(raw: bytes, chain: int) -> Seen:
    from cryptography import x509  # noqa: PLC0415  # only when a certificate was refused

    certificate = x509.load_der_x509_certificate(raw)
    names: list[str] = []
    with contextlib.suppress(Exception):  # missing, twice, or of a kind that is not known: then it names nobody
        found = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        names += found.get_values_for_type(x509.DNSName)
        names += [str(address) for address in found.get_values_for_type(x509.IPAddress)]
    return Seen(
        _named(certificate.subject),
        _named(certificate.issuer),
        tuple(one_line(name, 100) for name in names[:20]),
        certificate.not_valid_before_utc.timestamp(),
        certificate.not_valid_after_utc.timestamp(),
        certificate.subject == certificate.issuer,
        chain,
    )


def _named(name: object) -> str:
    """Return a name as a person knows it: the common name, with the organisation where that says more."""
    from cryptography import x509  # noqa: PLC0415  # only when a certificate was refused

    assert isinstance(name, x509.Name)  # noqa: S101
    parts = [
        str(found[0].value)
        for oid in (x509.NameOID.COMMON_NAME, x509.NameOID.ORGANIZATION_NAME)
        if (found := name.get_attributes_for_oid(oid))
    ]
    shown = f"{parts[0]} ({parts[1]})" if len(parts) > 1 and parts[1] not in parts[0] else (parts[0] if parts else "")
    return one_line(shown, 120) or said("an issuer without a name")


def _reason(error: BaseException) -> str:
    for one in causes(error):
        if isinstance(one, ssl.SSLError) and one.reason:
            return one_line(str(one.reason), 80)
    return type(error).__name__


def _day(at: float) -> str:
    return dt.datetime.fromtimestamp(at, dt.UTC).strftime("%d %b %Y")


def _minute(at: float) -> str:
    return dt.datetime.fromtimestamp(at, dt.UTC).astimezone().strftime("%d %b %Y %H:%M (%Z)")
