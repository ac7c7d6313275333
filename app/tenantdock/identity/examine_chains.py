"""Certificates as a server showed them, in a few words each. Heavy (cryptography): imported when a chain is looked at."""

from __future__ import annotations

import contextlib
import datetime as dt
import ssl
from dataclasses import dataclass
from typing import Any, Final

from tenantdock.domain.text import one_line

_ENCODED: Final = 2
"""DER, for the private object below ssl's socket (_ssl.ENCODING_DER)."""

# Who signs Microsoft's certificates: https://learn.microsoft.com/azure/security/fundamentals/azure-certificate-authority-details.
# By organisation, because the certificates below change every year; those of other clouds and of older hosts are from memory.
EXPECTED: Final = frozenset(
    {"digicert inc", "digicert, inc.", "microsoft corporation", "entrust, inc.", "globalsign nv-sa", "baltimore"}
)


@dataclass(frozen=True, slots=True)
class Seen:
    """One certificate. Names are common names, or what stands in their place; times are UTC."""

    subject: str
    issuer: str
    organisation: str
    """The issuer's organisation."""
    begins: dt.datetime
    ends: dt.datetime

    def __str__(self) -> str:
        by = f", {self.organisation}" if self.organisation and self.organisation not in self.issuer else ""
        return f"{self.subject}, issued by {self.issuer}{by}, valid from {self.begins:%Y-%m-%d} to {self.ends:%Y-%m-%d}"


def chain_of(connection: ssl.SSLSocket) -> tuple[Seen, ...]:
    """Return the certificates that the other end sent, its own first; at least its own, where the system tells no more."""
    chain: list[bytes] = []
    # Public from Python 3.13 on; before, only the object below has it
    sources: tuple[Any, ...] = (connection, getattr(connection, "_sslobj", None))
    for source in sources:
        getter = getattr(source, "get_unverified_chain", None)
        if getter is not None:
            chain = [each if isinstance(each, bytes) else each.public_bytes(_ENCODED) for each in getter() or ()]
            break
    own = connection.getpeercert(binary_form=True)
    seen = []
    for each in chain or ([own] if own else []):
        with contextlib.suppress(ValueError):  # what TLS accepts can still be more than can be read here
            seen.append(seen_in(each))
    return tuple(seen)


def expected_of_microsoft(chain: tuple[Seen, ...]) -> bool:
    """Whether one of those who sign Microsoft's certificates signed this one."""
    return any(seen.organisation.casefold() in EXPECTED for seen in chain)


def seen_in(der: bytes) -> Seen:
    """Return what a certificate (DER) says. Raises ``ValueError`` when it is none."""
    try:
        return _seen(der)
    except Exception as error:  # noqa: BLE001  # cryptography has errors of several kinds, InvalidVersion and TypeError among them
        raise ValueError(f"no certificate ({type(error).__name__})") from None


def _seen(der: bytes) -> Seen:
    from cryptography import x509  # noqa: PLC0415  # see the module's docstring
    from cryptography.x509.oid import NameOID  # noqa: PLC0415  # the same

    found = x509.load_der_x509_certificate(der)

    def name(of: x509.Name, oid: x509.ObjectIdentifier) -> str:
        return next((one_line(str(each.value), 120) for each in of.get_attributes_for_oid(oid)), "")

    def shown(of: x509.Name) -> str:
        known = name(of, NameOID.COMMON_NAME) or name(of, NameOID.ORGANIZATION_NAME)
        return known or one_line(of.rfc4514_string(), 120) or "no name"

    return Seen(
        shown(found.subject),
        shown(found.issuer),
        name(found.issuer, NameOID.ORGANIZATION_NAME),
        found.not_valid_before_utc,
        found.not_valid_after_utc,
    )
