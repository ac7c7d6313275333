"""What is kept of an account goes when its last customer went: at once, or at the next start where a kill came between."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tenantdock.domain.errors import TenantDockError

if TYPE_CHECKING:
    from tenantdock.domain.computer import OwnProfiles
    from tenantdock.domain.directory import Account
    from tenantdock.domain.ports import Directory, Identity, Vault


def forget_accounts(
    accounts: Iterable[Account], directory: Directory, identity: Identity, profiles: OwnProfiles
) -> list[TenantDockError]:
    """Forget the sign-ins and the browser profiles of those accounts that no connection uses any more. Returns what could not be
    removed, and why: the others are forgotten all the same, and the next start tries again.
    """
    troubles, gone = [], []
    for account in accounts:
        if directory.account_in_use(account.id):
            continue
        try:
            identity.forget(account)
            profiles.forget_profile(account.id)
        except TenantDockError as trouble:
            troubles.append(trouble)
        else:
            gone.append(account.id)
    with contextlib.suppress(TenantDockError):  # then the next start looks once more
        directory.let_go(gone)
    return troubles


def forget_loose(directory: Directory, vault: Vault, profiles: OwnProfiles) -> int:
    """Forget what processes that were killed, or could not remove it, left of accounts that no connection uses. Returns of how
    many that was.

    Only the directory's own record says which these are, and never that an account is missing from it: one that was damaged and
    set aside, or is another one than yesterday, costs no sign-in. Raises :class:`StorageTrouble` when the directory cannot be read;
    needs neither the vault's key nor the network.
    """
    gone = 0
    for account_id in directory.loose():
        with contextlib.suppress(TenantDockError):  # in use, or on a full disk: the next start tries again
            if not directory.account_in_use(account_id):
                vault.discard(account_id)
                profiles.forget_profile(account_id)
                gone += 1
            directory.let_go([account_id])
    return gone
