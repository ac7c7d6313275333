"""What there is to know of a connection, put into words: for its own window and for the panel beside the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tenantdock.desktop.fields import Facts
from tenantdock.desktop.texts import counted, event, moment, noted, retold, tr, validity

if TYPE_CHECKING:
    from tenantdock.domain.directory import HistoryEntry
    from tenantdock.workflows.editing import Details

Copy = Callable[[str], None]


def show_account(facts: Facts, details: Details, copy: Copy) -> None:
    """Show who signs in."""
    account = details.connection.account
    facts.show_fact("accountName", tr("User name"), account.username, copy=copy)
    facts.show_fact("accountNobody", tr("Person"), "" if account.enrolled else tr("Nobody yet: the first sign-in decides"))
    facts.show_fact("accountIdentity", tr("Pinned to object"), account.home_account_id.partition(".")[0], copy=copy)
    facts.show_fact("accountHome", tr("of home tenant"), account.home_tenant, copy=copy)
    since = moment(details.first_sign_in) if details.first_sign_in is not None and account.enrolled else ""
    facts.show_fact("accountSince", tr("Signed in since"), since)
    shared = counted(details.shared_with, "{n} other customer", "{n} other customers") if details.shared_with else ""
    facts.show_fact("accountShared", tr("Used for"), shared)
    facts.show_fact("accountBeside", tr("Also saved here"), ", ".join(details.beside))


def show_tenant(facts: Facts, details: Details, copy: Copy) -> None:
    """Show where."""
    tenant = details.connection.tenant
    facts.show_fact("tenantName", tr("Name"), tenant.name)
    facts.show_fact("tenantDomain", tr("Domain"), tenant.domain, copy=copy)
    facts.show_fact("tenantId", tr("Tenant id"), tenant.id, copy=copy)
    cloud = details.cloud.name if details.cloud is not None else tr("{id} (not known here)", id=tenant.cloud)
    facts.show_fact("tenantCloud", tr("Cloud"), cloud, copy=copy)


def show_tokens(facts: Facts, details: Details, now: float) -> None:
    """Show how long the tokens in memory are still valid. *now* is Unix time in seconds. Where there is none of several, once."""
    none = len(details.tokens) > 1 and all(token.expires_on is None or token.expires_on <= now for token in details.tokens)
    facts.show_fact("token-", tr("All services"), validity(None, now) if none else "")
    for token in details.tokens:
        facts.show_fact(f"token-{token.label}", token.label, "" if none else validity(token.expires_on, now))


def history_lines(history: Iterable[HistoryEntry]) -> list[str]:
    """Return what happened, a line each."""
    return [retold(_line, entry) for entry in history]


def _line(entry: HistoryEntry) -> str:
    return f"{moment(entry.at)}   {event(entry.event)}: {noted(entry.text)}"
