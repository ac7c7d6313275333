"""The format of a sealed file.

======  =====  ==================================================================
offset  bytes  what
======  =====  ==================================================================
0       8      magic ``TDSEALED``
8       1      version of the format: 1
9       16     id of the key, not secret: the vault's when it was sealed
25      12     nonce, random for every seal
37      n+16   AES-256-GCM of the plain bytes, its 16-byte tag at the end
======  =====  ==================================================================

Associated data: the first 25 bytes and the account id (16 bytes), so that a file that is moved to another account, key or
version does not open. NIST SP 800-38D section 8.3 allows 2**32 random 96-bit nonces under one key.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from tenantdock.domain.errors import BadInput

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC: Final = b"TDSEALED"
VERSION: Final = 1
KEY_BYTES: Final = 32
ID_BYTES: Final = 16
_NONCE_BYTES: Final = 12
_TAG_BYTES: Final = 16
HEADER_BYTES: Final = len(MAGIC) + 1 + ID_BYTES
_ACCOUNT_ID: Final = re.compile(r"[0-9a-f]{32}")


class Damaged(Exception):
    """A sealed file does not open. Its text says why, for the details of an error."""


def account_bytes(account_id: str) -> bytes:
    """Return an account id as bytes. Raises :class:`BadInput` when it is not 32 lower-case hex digits: it becomes a file's name."""
    if not _ACCOUNT_ID.fullmatch(account_id):
        raise BadInput("The saved account has a damaged id.", next_step="Remove the account and add it again.")
    return bytes.fromhex(account_id)


def vault_id_of(blob: bytes) -> bytes | None:
    """Return the vault id in a sealed file's first bytes, or None when they are none of ours."""
    whole = len(blob) >= HEADER_BYTES and blob.startswith(MAGIC + bytes([VERSION]))
    return blob[len(MAGIC) + 1 : HEADER_BYTES] if whole else None


def seal(cipher: AESGCM, vault_id: bytes, account_id: str, plain: bytes) -> bytes:
    """Return the bytes of a sealed file."""
    header = MAGIC + bytes([VERSION]) + vault_id
    nonce = os.urandom(_NONCE_BYTES)
    return header + nonce + cipher.encrypt(nonce, plain, header + account_bytes(account_id))


def unseal(find: Callable[[bytes], AESGCM | None], account_id: str, blob: bytes) -> bytes:
    """Return what was sealed. *find* gives the cipher of a vault id, or None.

    Raises :class:`Damaged` when the file is not exactly as :func:`seal` made it for this account, or under a key that is not there.
    """
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415  # loaded with the cipher already, and slow before that

    if len(blob) < HEADER_BYTES + _NONCE_BYTES + _TAG_BYTES:
        raise Damaged("it is cut short")
    if not blob.startswith(MAGIC):
        raise Damaged("it is no sealed file")
    if blob[len(MAGIC)] != VERSION:
        raise Damaged(f"it has format {blob[len(MAGIC)]}, and this TenantDock knows {VERSION}")
    header, nonce, body = blob[:HEADER_BYTES], blob[HEADER_BYTES:][:_NONCE_BYTES], blob[HEADER_BYTES + _NONCE_BYTES :]
    cipher = find(header[-ID_BYTES:])
    if cipher is None:
        raise Damaged("it belongs to another vault, or its key is gone")
    try:
        return cipher.decrypt(nonce, body, header + account_bytes(account_id))
    except InvalidTag:
        raise Damaged("it was changed, or sealed for another account or with another key") from None
