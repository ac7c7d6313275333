"""The format of a packed file: bytes sealed by a passphrase, to be carried to another machine.

======  =====  ==============================================================================
offset  bytes  what
======  =====  ==============================================================================
0       8      magic ``TDPACKED``
8       1      version of the format: 1
9       1      how the key is made: 1 is scrypt (RFC 7914)
10      3      scrypt's parameters: binary logarithm of N, r, p
13      16     salt, random for every file
29      12     nonce, random for every file
41      n+16   AES-256-GCM of the plain bytes, its 16-byte tag at the end
n+57    32     SHA-256 of all before it
======  =====  ==============================================================================

Associated data: the first 41 bytes, so that version and parameters cannot be changed. The SHA-256 protects nothing: it tells a file
that was damaged on its way from a passphrase that was mistyped, which AES-GCM alone cannot.

Why scrypt: argon2id is the first choice of OWASP's Password Storage Cheat Sheet and of RFC 9106, but cryptography offers it only
where its OpenSSL is 3.2 or newer, and Debian 12's and Ubuntu 24.04's (3.0) are not; a file that one machine packs has to open on
every other. scrypt is in every OpenSSL that Python 3.11 runs on. Its parameters are those that the cheat sheet asks for where
argon2id cannot be had: N = 2**17, r = 8, p = 1, which take 128 MiB. ``hashlib.scrypt`` lets other threads run meanwhile.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from typing import Final

from tenantdock.domain.errors import BadInput
from tenantdock.domain.said import said
from tenantdock.domain.secret import Secret

MAGIC: Final = b"TDPACKED"
VERSION: Final = 1
LEAST_CHARACTERS: Final = 12
LEAST_DIFFERENT: Final = 5
MOST_BYTES: Final = 256 << 20
"""The longest thing that is packed or unpacked: room for the sign-ins of 20,000 accounts."""
_SCRYPT: Final = 1
_SALT_BYTES: Final = 16
_NONCE_BYTES: Final = 12
_TAG_BYTES: Final = 16
_DIGEST_BYTES: Final = 32
_KEY_BYTES: Final = 32
_MOST_CHARACTERS: Final = 1024
_HEADER_BYTES: Final = len(MAGIC) + 5 + _SALT_BYTES + _NONCE_BYTES


@dataclass(frozen=True, slots=True)
class _Cost:
    """scrypt's parameters. A file names its own, so what is accepted is bounded: by memory (256 MiB) above, by strength below."""

    log_n: int = 17
    r: int = 8
    p: int = 1

    @property
    def sane(self) -> bool:
        return 15 <= self.log_n <= 18 and self.r == 8 and 1 <= self.p <= 4  # noqa: PLR2004  # see the class

    def key(self, passphrase: Secret, salt: bytes) -> bytes:
        import hashlib  # noqa: PLC0415  # OpenSSL's library: not needed at start

        # The same text typed on two systems can be two sequences of characters; RFC 8265 section 4.2 settles on NFC
        password = unicodedata.normalize("NFC", passphrase.reveal()).encode("utf-8", "surrogatepass")
        n = 1 << self.log_n
        memory = 128 * self.r * (n + self.p + 2) + (1 << 20)
        return hashlib.scrypt(password, salt=salt, n=n, r=self.r, p=self.p, maxmem=memory, dklen=_KEY_BYTES)


def check_passphrase(passphrase: Secret) -> None:
    """Raise :class:`BadInput` with the rule when *passphrase* is too weak. Who has the file can try passphrases for years.

    NIST SP 800-63B section 3.1.1 counts length and asks for no mixture of kinds of character.
    """
    text = unicodedata.normalize("NFC", passphrase.reveal())
    rule = said(
        "Use at least {least_characters} characters, {least_different} of them different; five words drawn by lot are good.",
        least_characters=LEAST_CHARACTERS,
        least_different=LEAST_DIFFERENT,
    )
    if len(text) < LEAST_CHARACTERS:
        raise BadInput(said("The passphrase is too short: it has {count} characters.", count=len(text)), next_step=rule)
    if len(set(text.casefold())) < LEAST_DIFFERENT:
        raise BadInput("The passphrase repeats the same few characters.", next_step=rule)
    if len(text) > _MOST_CHARACTERS:
        raise BadInput(
            said("The passphrase is longer than {most_characters} characters.", most_characters=_MOST_CHARACTERS),
            next_step="Use a shorter one.",
        )


def pack(plain: bytes, passphrase: Secret) -> bytes:
    """Return *plain* sealed by *passphrase*. Takes about half a second and 128 MiB, by design.

    Raises :class:`BadInput` for a passphrase that is too weak, and for more than :data:`MOST_BYTES`.
    """
    import hashlib  # noqa: PLC0415  # as above

    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415  # slow to import; not needed at start

    check_passphrase(passphrase)
    if len(plain) > MOST_BYTES:
        raise BadInput(
            said("This is more than {size} MiB, too much for one file.", size=MOST_BYTES >> 20),
            next_step="Choose less, and make several files.",
        )
    cost, salt, nonce = _Cost(), os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    header = MAGIC + bytes([VERSION, _SCRYPT, cost.log_n, cost.r, cost.p]) + salt + nonce
    packed = header + AESGCM(cost.key(passphrase, salt)).encrypt(nonce, plain, header)
    return packed + hashlib.sha256(packed).digest()


def unpack(packed: bytes, passphrase: Secret) -> bytes:
    """Return what :func:`pack` sealed. Raises :class:`BadInput` that says which: no such file, damaged, or the wrong passphrase.

    Making the key takes at most 256 MiB and a few seconds, whatever the file says.
    """
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415  # as above
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    cost = _read_header(packed)
    header, body = packed[:_HEADER_BYTES], packed[_HEADER_BYTES:-_DIGEST_BYTES]
    salt, nonce = header[-_NONCE_BYTES - _SALT_BYTES : -_NONCE_BYTES], header[-_NONCE_BYTES:]
    try:
        return AESGCM(cost.key(passphrase, salt)).decrypt(nonce, body, header)
    except InvalidTag:
        # Somebody who changed the file on purpose could have mended the SHA-256 too, so this is as much as can be known
        raise BadInput(
            "This file does not open with this passphrase.",
            next_step="Check the passphrase: case and spaces count. If it is right, the file was changed: get it again.",
        ) from None


def _read_header(packed: bytes) -> _Cost:
    """Check everything that can be checked without the passphrase, and return how the key is made."""
    import hashlib  # noqa: PLC0415  # as above

    if not packed.startswith(MAGIC):
        raise BadInput("This is not a file that TenantDock packed.", next_step="Choose the file that you exported.")
    # The version first: another format may have another length and no checksum
    if packed[len(MAGIC) : len(MAGIC) + 1] not in {b"", bytes([VERSION])}:
        raise BadInput("This file was packed by a newer TenantDock.", next_step="Update this TenantDock, then open the file again.")
    overhead = _HEADER_BYTES + _TAG_BYTES + _DIGEST_BYTES
    whole = overhead <= len(packed) <= MOST_BYTES + overhead
    if not whole or hashlib.sha256(packed[:-_DIGEST_BYTES]).digest() != packed[-_DIGEST_BYTES:]:
        raise BadInput("This file was damaged on its way.", next_step="Copy it again from where you exported it.")
    kind, *numbers = packed[len(MAGIC) + 1 : len(MAGIC) + 5]
    cost = _Cost(*numbers)
    if kind != _SCRYPT or not cost.sane:
        raise BadInput(
            "This file asks for a way to open it that TenantDock refuses.",
            next_step="It was changed: get it again from who made it.",
        )
    return cost
