"""A key in the OS keyring, sealed files on disk, one per account."""

from __future__ import annotations

from tenantdock.vault.keystore import KeyStore, KeyStoreState, KeyStoreTrouble
from tenantdock.vault.oskeystore import OsKeyStore
from tenantdock.vault.store import KeyringVault

__all__ = ["KeyStore", "KeyStoreState", "KeyStoreTrouble", "KeyringVault", "OsKeyStore"]
