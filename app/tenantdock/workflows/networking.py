"""The network settings: which proxy, and its password."""

from __future__ import annotations

import contextlib
from dataclasses import replace

from tenantdock.domain.errors import StorageTrouble, TenantDockError
from tenantdock.domain.ports import SettingsStore, Vault
from tenantdock.domain.secret import Secret
from tenantdock.domain.settings import PROXY_PASSWORD_ID, ProxyMode, ProxyPassword, ProxySettings


class Networking:
    """What a person sets about the network. Blocks: the vault may ask for the keyring's password."""

    def __init__(self, *, settings: SettingsStore, vault: Vault) -> None:
        self._settings = settings
        self._vault = vault

    def proxy(self) -> ProxySettings:
        """The proxy settings that count now."""
        return self._settings.current().proxy

    def has_password(self) -> bool:
        """Whether a password is kept for the proxy. Raises :class:`VaultLocked`."""
        return self._sealed() is not None

    def set_proxy(self, settings: ProxySettings, password: Secret | None = None) -> None:
        """Save the proxy settings; they count for the next connection.

        *password*: None leaves the one that is kept, as long as the proxy and the user name stay the same; an empty one removes it.
        A kept password is for one proxy: the one named here, or, when the system chooses, the first that asks for it. Raises
        :class:`StorageTrouble` and :class:`VaultLocked`; nothing has changed then.
        """
        before = self._settings.current()
        old = before.proxy
        keeps = password is None and (old.mode, old.host, old.port, old.username) == (
            settings.mode,
            settings.host,
            settings.port,
            settings.username,
        )
        sealed = None if keeps else self._sealed()
        if not keeps:
            self._store(self._wanted(settings, password))
        try:
            self._settings.save(replace(before, proxy=settings))
        except TenantDockError:
            if not keeps:
                with contextlib.suppress(TenantDockError):
                    self._store(sealed)
            raise

    def _wanted(self, settings: ProxySettings, password: Secret | None) -> bytes | None:
        if not password or not settings.username or settings.mode is ProxyMode.NONE:
            return None
        host = settings.host.strip("[]").casefold()
        named = f"[{host}]:{settings.port}" if ":" in host else f"{host}:{settings.port}"
        return ProxyPassword(password, named if settings.mode is ProxyMode.MANUAL else "").sealed()

    def _sealed(self) -> bytes | None:
        try:
            return self._vault.unseal(PROXY_PASSWORD_ID)
        except StorageTrouble:
            return None  # damaged, and set aside: there is none any more

    def _store(self, sealed: bytes | None) -> None:
        if sealed is None:
            self._vault.discard(PROXY_PASSWORD_ID)
        else:
            self._vault.seal(PROXY_PASSWORD_ID, sealed)
