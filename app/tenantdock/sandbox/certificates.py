"""The certificate of the TLS side, and the CA that vouches for it.

Both are made at first start. The CA signs one certificate and its key is then dropped, so that nobody can make another one with
it: that makes it safe to hand to programs as a trust anchor. When the certificate is about to expire, both are made anew.
Extensions follow RFC 5280 section 4.2, as strict as Python 3.13 checks them (``ssl.VERIFY_X509_STRICT``).
"""

from __future__ import annotations

import datetime as dt
import ipaddress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from tenantdock.sandbox.folder import Folder

CA: Final = "ca.pem"
CERTIFICATE: Final = "server.pem"
KEY: Final = "server-key.pem"
_LIFETIME: Final = dt.timedelta(days=397)  # what browsers and macOS accept
_RENEW_BEFORE: Final = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Certificates:
    """Where the files are."""

    ca: Path
    certificate: Path
    key: Path


def certificates(folder: Folder, now: dt.datetime | None = None) -> Certificates:
    """Return the files in *folder*, made or renewed when needed. Raises :class:`FolderTrouble`."""
    moment = now or dt.datetime.now(dt.UTC)
    if not _usable(folder, moment):
        _make(folder, moment)
    return Certificates(folder.path / CA, folder.path / CERTIFICATE, folder.path / KEY)


def _usable(folder: Folder, moment: dt.datetime) -> bool:
    ca, certificate, key = (folder.read(name) for name in (CA, CERTIFICATE, KEY))
    if not (ca and certificate and key):
        return False
    try:
        authority = x509.load_pem_x509_certificate(ca)
        leaf = x509.load_pem_x509_certificate(certificate)
        leaf.verify_directly_issued_by(authority)
        private = serialization.load_pem_private_key(key, None)
    except Exception:  # noqa: BLE001  # whatever is wrong with the files, the answer is to make new ones
        return False
    fits = private.public_key() == leaf.public_key()
    return fits and leaf.not_valid_before_utc <= moment < leaf.not_valid_after_utc - _RENEW_BEFORE


def _make(folder: Folder, moment: dt.datetime) -> None:
    start, end = moment - dt.timedelta(days=1), moment - dt.timedelta(days=1) + _LIFETIME
    ca_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    # Its serial number in the name: two practice clouds' CAs in one trust store stay apart
    serial = x509.random_serial_number()
    ca_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"TenantDock practice cloud {serial:x}"[:64])])
    ca_identifier = x509.SubjectKeyIdentifier.from_public_key(ca_key.public_key())
    ca = (
        x509.CertificateBuilder()
        .subject_name(ca_name)
        .issuer_name(ca_name)
        .public_key(ca_key.public_key())
        .serial_number(serial)
        .not_valid_before(start)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(ca=True), critical=True)
        .add_extension(ca_identifier, critical=False)
        .sign(ca_key, hashes.SHA256())
    )
    names: list[x509.GeneralName] = [x509.DNSName("localhost")]
    names += [x509.IPAddress(ipaddress.ip_address(address)) for address in ("127.0.0.1", "::1")]
    leaf = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")]))
        .issuer_name(ca_name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(end)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(ca=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(ca_identifier), critical=False)
        .sign(ca_key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    folder.write(KEY, key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    folder.write(CERTIFICATE, leaf.public_bytes(pem))
    folder.write(CA, ca.public_bytes(pem))


def _usage(*, ca: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not ca,
        key_cert_sign=ca,
        crl_sign=ca,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
