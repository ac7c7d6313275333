"""The browser that new customers sign in with, as the person set it."""

from __future__ import annotations

from tenantdock.domain.directory import OWN_PROFILE, Account, BrowserChoice
from tenantdock.domain.settings import BrowserPreferences


def preferred(wishes: BrowserPreferences, account: Account) -> BrowserChoice:
    """Return what a new connection of *account* signs in with: one account, one profile."""
    return BrowserChoice(wishes.browser, OWN_PROFILE + account.id if wishes.own_profile else "")
