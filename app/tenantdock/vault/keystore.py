"""Where the vault's key lives: what a key store has to do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Protocol

from tenantdock.domain.errors import StorageTrouble
from tenantdock.domain.said import Said, said
from tenantdock.domain.secret import Secret
from tenantdock.domain.text import one_line


class KeyStoreTrouble(StorageTrouble):
    """The operating system's keyring failed (it is not locked: that is ``VaultLocked``)."""

    code: ClassVar[str] = "keyring"
    default_title: ClassVar[str] = "The keyring could not be used"


@dataclass(frozen=True, slots=True)
class KeyStoreState:
    """Whether a key store is one that protects secrets. *reason* and *next_step* say why not and how to get one."""

    usable: bool
    name: str
    reason: str = ""
    next_step: str = ""


def unknown_store(name: str) -> Said:
    """Return why a keyring that is not on the list of good ones is not used."""
    return said(
        "The keyring in use ({name}) is not known to protect secrets, so sign-ins are kept in memory only.", name=one_line(name, 80)
    )


class KeyStore(Protocol):
    """Small secrets in the care of the operating system. Every method may wait for the person (an unlock prompt). Thread-safe.

    *service* names the secret; a service holds one secret only.
    """

    def state(self) -> KeyStoreState:
        """Whether secrets are protected here. When it is not usable, no other method may be called."""
        ...

    def get(self, service: str) -> Secret | None:
        """The secret, or None. Raises :class:`VaultLocked`, :class:`KeyStoreTrouble`."""
        ...

    def set(self, service: str, value: Secret) -> None:
        """Save a secret, replacing what was there. Raises :class:`VaultLocked`, :class:`KeyStoreTrouble`."""
        ...

    def delete(self, service: str) -> None:
        """Remove a secret. Nothing there is no error. Raises :class:`VaultLocked`, :class:`KeyStoreTrouble`."""
        ...
