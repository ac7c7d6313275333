"""Changing settings. What a settings window and the command line call."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from tenantdock.domain.cancel import Cancel
from tenantdock.domain.clouds import OWN_CLOUD, Cloud, Clouds, CloudSettings
from tenantdock.domain.computer import Autostart, AutostartState, Browsers, Consoles
from tenantdock.domain.declaring import with_value
from tenantdock.domain.errors import BadInput, TenantDockError
from tenantdock.domain.own_clouds import client_id, own_cloud
from tenantdock.domain.ports import Directory, SettingsStore, Vault, VaultState
from tenantdock.domain.registrations import Registration, registration
from tenantdock.domain.said import said, said_count, sentences
from tenantdock.domain.secret import Secret
from tenantdock.domain.services import ALL, service
from tenantdock.domain.settings import PROXY_PASSWORD_ID, ProxyMode, ProxyPassword, ProxySettings, Settings
from tenantdock.domain.text import one_line


@dataclass(frozen=True, slots=True)
class ClientField:
    """The field for one client id. *chosen* is the person's own, or "" while Microsoft's counts; *help* is what to show next
    to it.
    """

    service_key: str
    label: str
    chosen: str
    help: Registration


@dataclass(frozen=True, slots=True)
class Option:
    """A value to choose. *label* and *hint* (a version, a path) can be from outside."""

    value: str
    label: str
    hint: str = ""


class Configuring:
    """Reads and changes what the person set. Every change is checked, saved, and counts at once."""

    def __init__(
        self,
        *,
        settings: SettingsStore,
        clouds: Clouds,
        directory: Directory,
        vault: Vault,
        consoles: Consoles | None = None,
        browsers: Browsers | None = None,
        autostart: Autostart | None = None,
    ) -> None:
        self._settings = settings
        self._clouds = clouds
        self._directory = directory
        self._vault = vault
        self._consoles = consoles
        self._browsers = browsers
        self._autostart = autostart
        self._changing = threading.RLock()  # one reads, changes and saves at a time, or a change would be lost

    def current(self) -> Settings:
        """The settings that count now."""
        return self._settings.current()

    def listen(self, listener: Callable[[Settings], None]) -> None:
        """Have *listener* called after every change, on the thread that saved. *instant*."""
        self._settings.listen(listener)

    def change(self, key: str, value: object) -> Settings:
        """Save one setting by its key and return them all. Raises :class:`BadInput`, whose field is the key, and
        :class:`StorageTrouble`; nothing has changed then.
        """
        with self._changing:
            changed = with_value(self.current(), key, value)
            self._settings.save(changed)
        return changed

    def options(self, key: str) -> list[Option]:
        """What is installed here to choose from for ``consoles.shell``, ``consoles.terminal`` or ``browsers.browser``, best first,
        without the program's own choice (""). Looks on the disk.
        """
        if key == "consoles.shell" and self._consoles is not None:
            return [
                Option(each.path, each.label, " ".join(part for part in (each.version, each.path) if part))
                for each in self._consoles.shells()
            ]
        if key == "consoles.terminal" and self._consoles is not None:
            return [Option(each.key, each.label, each.path) for each in self._consoles.terminals()]
        if key == "browsers.browser" and self._browsers is not None:
            return [Option(each.key, each.label, each.path) for each in self._browsers.choices() if each.key]
        return []

    def autostart(self) -> AutostartState:
        """Whether TenantDock starts when the person logs in, or why that cannot be had here."""
        if self._autostart is None:
            return AutostartState(on=False, reason=said("TenantDock cannot be started at log-in here."))
        return self._autostart.state()

    def set_autostart(self, *, on: bool) -> AutostartState:
        """Have TenantDock started at log-in, in the tray, or not any more. Raises :class:`StorageTrouble` with the reason."""
        if self._autostart is not None:
            self._autostart.set(on=on)
        return self.autostart()

    def clouds(self) -> list[Cloud]:
        """All clouds, the person's own last (their ids start with :data:`OWN_CLOUD`)."""
        return list(self._clouds)

    def client_fields(self, cloud_id: str) -> list[ClientField]:
        """The fields for the client ids of a cloud: one per service that it has. Raises :class:`BadInput` for an unknown cloud."""
        cloud, chosen = self._clouds.get(cloud_id), self.current().clouds.client_ids
        return [
            ClientField(each.key, each.label, chosen.get((cloud_id, each.key), ""), registration(each, cloud))
            for each in ALL
            if each.key in cloud.resources
        ]

    def set_client_id(self, cloud_id: str, service_key: str, text: str) -> None:
        """Save the client id of a service in a cloud; empty means Microsoft's own. Raises :class:`BadInput` (field ``client_id``),
        :class:`StorageTrouble`. Accounts sign in to that service anew with the new client; the old one's sign-in is dropped then.
        """
        place = (self._clouds.get(cloud_id).id, service(service_key).key)
        with self._changing:
            client_ids = dict(self.current().clouds.client_ids)
            client_ids.pop(place, None)
            if text.strip() and client_id(text) != service(service_key).client_id:
                client_ids[place] = client_id(text)
            self._save_clouds(replace(self.current().clouds, client_ids=client_ids))

    def add_cloud(self, name: str, authority: str, resources: Mapping[str, str], api_roots: Mapping[str, str]) -> Cloud:
        """Save a cloud of the person's own and return it. *resources* and *api_roots* are by service key; empty ones are left out.

        Raises :class:`BadInput` whose field is ``name``, ``authority``, ``resources.<key>`` or ``api_roots.<key>``, and
        :class:`StorageTrouble`.
        """
        with self._changing:
            before = self.current().clouds
            cloud = own_cloud(name, authority, resources, api_roots, [each.id for each in before.own])
            self._save_clouds(replace(before, own=(*before.own, cloud)))
            return cloud

    def change_cloud(
        self, cloud_id: str, name: str, authority: str, resources: Mapping[str, str], api_roots: Mapping[str, str]
    ) -> Cloud:
        """Save a changed cloud of the person's own. Its sign-in address stays: saved sign-ins belong to it. Raises as
        :meth:`add_cloud`.
        """
        with self._changing:
            before = self.current().clouds
            old = _own(before, cloud_id)
            changed = replace(own_cloud(name, authority, resources, api_roots), id=old.id)
            if changed.authority != old.authority:
                raise BadInput(
                    "The sign-in address of a cloud cannot be changed, because its accounts are saved with it.",
                    next_step="Add a new cloud with the other address, and remove this one.",
                    field="authority",
                )
            self._save_clouds(replace(before, own=tuple(changed if each.id == cloud_id else each for each in before.own)))
            return changed

    def remove_cloud(self, cloud_id: str) -> CloudSettings:
        """Remove a cloud of the person's own, with its client ids. Returns what :meth:`restore_cloud` brings back. Raises
        :class:`BadInput` while an account belongs to it.
        """
        with self._changing:
            before = self.current().clouds
            cloud = _own(before, cloud_id)
            used = sum(account.cloud == cloud_id for account in self._directory.accounts())
            if used:
                raise BadInput(
                    said_count(
                        used,
                        "{name} cannot be removed: {n} saved account belongs to it.",
                        "{name} cannot be removed: {n} saved accounts belong to it.",
                        name=cloud.name,
                    ),
                    next_step="Remove their connections first.",
                )
            client_ids = {place: client for place, client in before.client_ids.items() if place[0] != cloud_id}
            self._save_clouds(CloudSettings(tuple(each for each in before.own if each.id != cloud_id), client_ids))
            return CloudSettings(
                (cloud,), {place: before.client_ids[place] for place in before.client_ids.keys() - client_ids.keys()}
            )

    def restore_cloud(self, removed: CloudSettings) -> None:
        """Bring back what :meth:`remove_cloud` removed, beside what was added since. Raises :class:`StorageTrouble`."""
        with self._changing:
            now = self.current().clouds
            there = {cloud.id for cloud in now.own}
            back = tuple(cloud for cloud in removed.own if cloud.id not in there)
            self._save_clouds(CloudSettings((*now.own, *back), {**removed.client_ids, **now.client_ids}))

    def set_proxy(self, proxy: ProxySettings, password: Secret | None = None) -> None:
        """Save the proxy, and its password in the vault. None leaves the password as it is where the proxy and the user name stay
        the same, and forgets it otherwise: it was meant for that proxy. An empty password forgets it.

        Raises :class:`StorageTrouble` and :class:`VaultLocked`; nothing has changed then.
        """
        with self._changing:
            before = self.current()
            if password is None and _place(proxy) == _place(before.proxy):
                self._settings.save(replace(before, proxy=proxy))
                return
        old = self._vault.unseal(PROXY_PASSWORD_ID)
        # A proxy that the system chose is not known yet: the first one that asks gets the password
        place = f"{proxy.host}:{proxy.port}" if proxy.mode is ProxyMode.MANUAL else ""
        self._keep_password(ProxyPassword(password, place).sealed() if password else None)
        try:
            with self._changing:
                self._settings.save(replace(self.current(), proxy=proxy))
        except TenantDockError:
            self._keep_password(old)
            raise

    def vault_state(self) -> VaultState:
        """Where sign-ins are kept, as far as it is known without asking for the key."""
        return self._vault.state()

    def rotate_key(self, cancel: Cancel) -> int:
        """Seal everything with a new key, and take the old one out of the keyring. Returns how many files were sealed anew. Raises
        :class:`StorageTrouble`, :class:`VaultLocked`, :class:`Cancelled`; what was not done yet is done by the next call or start.
        """
        return self._vault.rotate(cancel)

    def _keep_password(self, password: bytes | None) -> None:
        if password:
            self._vault.seal(PROXY_PASSWORD_ID, password)
        else:
            self._vault.discard(PROXY_PASSWORD_ID)

    def _save_clouds(self, clouds: CloudSettings) -> None:
        self._settings.save(replace(self.current(), clouds=clouds))


def _own(clouds: CloudSettings, cloud_id: str) -> Cloud:
    found = next((cloud for cloud in clouds.own if cloud.id == cloud_id), None)
    if found is None:
        what = (
            said("It comes with TenantDock.")
            if not cloud_id.startswith(OWN_CLOUD)
            else said("It is not in the settings (any more).")
        )
        raise BadInput(
            sentences(said("The cloud {cloud_id!r} cannot be changed.", cloud_id=one_line(cloud_id, 120)), what),
            next_step="Choose a cloud that you added.",
        )
    return found


def _place(proxy: ProxySettings) -> tuple[object, ...]:
    where = (proxy.host.casefold(), proxy.port) if proxy.mode is ProxyMode.MANUAL else ()
    return (proxy.mode, where, proxy.username)
