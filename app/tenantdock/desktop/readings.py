"""What a typed or pasted text may mean besides its own words. No Qt, no I/O.

An engineer pastes what a ticket, a browser or a log shows: somebody's address, a link, a tenant id in braces. Customers are saved
by domain and tenant id, so those are what is looked for when the text as it is finds nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

GUID: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
"""A tenant id."""
# From where a name begins only, and what it took it keeps: a wall of text is read once
_HOST: Final = re.compile(r"@?(?<![\w.-])(?:[^\W_][\w-]*+\.)+[^\W\d_]{2,}")
_ADDRESS: Final = re.compile(r"[^\s@]@([^\s@]+)")
_SITE: Final = re.compile(r"(.+?)(?:-my|-admin)?\.sharepoint\.com|(.+)\.onmicrosoft\.com")
_WORD: Final = re.compile(r"[^\W_]+")
_LETTERS_LIMIT: Final = 2000
"""Letters of a text that are looked at: more than any address has."""
_OTHERS_LIMIT: Final = 8
"""Meanings: looking for one that is not there takes a millisecond."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One meaning: words to look for, or what the domain or tenant id has to be as a *whole*."""

    text: str
    whole: bool = False


def readings(text: str) -> Iterator[Reading]:
    """Yield *text*, then what else it may mean, the likeliest first.

    That is: tenant ids in it; the domain of an address in it, then of a link, without its leading parts too; the name that a tenant
    has in SharePoint's links and in its initial domain (see
    https://learn.microsoft.com/sharepoint/change-your-sharepoint-domain-name); its words without the signs between them.
    """
    yield Reading(text)
    yield from itertools.islice(_others(text[:_LETTERS_LIMIT]), _OTHERS_LIMIT)


def _others(text: str) -> Iterator[Reading]:
    yield from (Reading(each, whole=True) for each in GUID.findall(text))
    yield from (Reading(each) for each in _ADDRESS.findall(text))
    for host in sorted(dict.fromkeys(_HOST.findall(text.casefold())), key=lambda host: not host.startswith("@")):
        parts = host.lstrip("@").split(".")
        yield from (Reading(".".join(parts[at:]), whole=True) for at in range(len(parts) - 1))
        if site := _SITE.fullmatch(host.lstrip("@")):
            yield Reading(site[1] or site[2])
    words = _WORD.findall(text)
    if words and words != text.split():
        yield Reading(" ".join(words))
