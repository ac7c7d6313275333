"""What a browser would make of a sign-in page, read without running it: is there anything to see, and whence is the rest?"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from typing import Final
from urllib.parse import urljoin, urlsplit

from tenantdock.identity.examine_ways import is_web

_LEAST_LETTERS: Final = 12
"""Fewer letters than any page has that asks for a name and a password."""
_UNSEEN: Final = frozenset({"script", "style", "template", "noscript", "title", "head"})
_VOID: Final = frozenset({"meta", "link", "input", "img", "br", "hr", "base", "area", "col", "embed", "source", "track", "wbr"})
_SUBMITS: Final = re.compile(r"\.submit\s*\(")
_REFRESH: Final = re.compile(r"\s*\d+(?:\.\d+)?\s*[;,]\s*(?:url\s*=\s*)?['\"]?([^'\"\s]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """Something that the page loads. *kind* is "script", "style" or "frame"."""

    kind: str
    url: str

    @property
    def host(self) -> str:
        """Its host, with the port where one is given."""
        return urlsplit(self.url).netloc.rpartition("@")[2].casefold()


@dataclass(slots=True)
class Page:
    """A page. *letters* are those to be seen; *fields* what a person can fill in or click; *refresh* is where it goes by itself,
    *passes_on* where a form goes that a script sends off; *inline* counts the scripts in the page itself.
    """

    letters: int = 0
    fields: int = 0
    pictures: int = 0
    inline: int = 0
    parts: list[Part] = field(default_factory=list)
    refresh: str = ""
    passes_on: str = ""

    @property
    def empty(self) -> bool:
        """Whether there is nothing to see before scripts have run."""
        return self.letters < _LEAST_LETTERS and not self.fields and not self.pictures

    def elsewhere(self, url: str) -> list[Part]:
        """What comes from other hosts than the page at *url* itself, one part of each host and kind, scripts first."""
        own = urlsplit(url).netloc.rpartition("@")[2].casefold()
        found = {(part.kind, part.host): part for part in reversed(self.parts) if part.host and part.host != own}
        return sorted(found.values(), key=lambda part: (("script", "frame", "style").index(part.kind), part.host))

    def unencrypted(self) -> list[Part]:
        """What is loaded over plain http."""
        return [part for part in self.parts if part.url.startswith("http:")]


def read_page(text: str, url: str) -> Page:
    """Read the HTML *text* of the page at *url*."""
    reader = _Reader(url)
    # Python's reader fails on marked sections that it does not know; a browser takes them for comments
    with contextlib.suppress(AssertionError):
        reader.feed(text.replace("<![", "<!"))
        reader.end()
    if reader.hidden_form and reader.submits and not reader.page.fields:
        reader.page.passes_on = reader.hidden_form
    return reader.page


class _Reader(HTMLParser):
    def __init__(self, url: str) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.hidden_form = ""
        self.submits = False
        self._base = url
        self._unseen = 0
        self._script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a tag."""
        given = {name: value or "" for name, value in attrs}
        if tag in _UNSEEN:
            self._unseen += 1
        if tag == "script":
            self._script = True
            self._part("script", given.get("src", ""))
            self.page.inline += not given.get("src")
        elif tag == "link" and "stylesheet" in given.get("rel", "").casefold():
            self._part("style", given.get("href", ""))
        elif tag in {"iframe", "frame"}:
            self._part("frame", given.get("src", ""))
            self.page.pictures += 1
        elif tag == "base" and given.get("href"):
            self._base = self._whole(given["href"])
        elif tag == "meta" and given.get("http-equiv", "").casefold() == "refresh":
            found = _REFRESH.match(given.get("content", ""))
            self.page.refresh = self._whole(found[1]) if found else ""
        elif tag == "form":
            self.hidden_form = self._whole(given.get("action", "") or self._base)
        elif tag in {"img", "svg", "object", "canvas"}:
            self.page.pictures += 1
        elif (tag == "input" and given.get("type", "").casefold() != "hidden") or tag in {"button", "select", "textarea"}:
            self.page.fields += not self._unseen
        self.submits = self.submits or bool(_SUBMITS.search(given.get("onload", "")))

    def handle_endtag(self, tag: str) -> None:
        """Take the end of a tag."""
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        if tag == "script":
            self._script = False

    def handle_data(self, data: str) -> None:
        """Take text."""
        if self._script:
            self.submits = self.submits or bool(_SUBMITS.search(data))
        elif not self._unseen:
            self.page.letters += sum(character.isalnum() for character in data)

    def end(self) -> None:
        """Take the text that is left. Not close(), which tries each of a thousand comments that never end to the page's end."""
        if not self._script:
            self.handle_data(unescape(self.rawdata.partition("<")[0]))

    def _part(self, kind: str, where: str) -> None:
        url = self._whole(where) if where else ""
        if is_web(url):
            self.page.parts.append(Part(kind, url))

    def _whole(self, where: str) -> str:
        try:
            return urljoin(self._base, where.strip())
        except ValueError:
            return ""


def forbidden(policy: str, parts: Iterable[Part], url: str) -> list[Part]:
    """Return the parts that the page's own Content-Security-Policy keeps a browser from loading.

    Source: Content Security Policy Level 3, sections 6.1 and 6.7.2.8, without nonces and hashes, which allow what they are on.
    """
    rules: dict[str, list[str]] = {}
    for rule in policy.split(";"):
        words = rule.split()
        if words:
            rules.setdefault(words[0].casefold(), [word.casefold() for word in words[1:]])
    return [part for part in parts if not _allowed(part, rules, url)]


def _allowed(part: Part, rules: dict[str, list[str]], url: str) -> bool:
    names = {
        "script": ("script-src-elem", "script-src"),
        "style": ("style-src-elem", "style-src"),
        "frame": ("frame-src", "child-src"),
    }
    sources = next((rules[name] for name in (*names[part.kind], "default-src") if name in rules), None)
    if sources is None or any(source.startswith(("'nonce-", "'sha", "'strict-dynamic'")) for source in sources):
        return True
    return any(_matches(source, part, url) for source in sources)


def _matches(source: str, part: Part, url: str) -> bool:
    there, own = urlsplit(part.url), urlsplit(url)
    if source == "'self'":
        return there.netloc.casefold() == own.netloc.casefold()
    if source == "*":
        return True
    if source.endswith(":") and "/" not in source:
        return there.scheme == source[:-1] or (source == "http:" and there.scheme == "https")
    if source.startswith("'"):
        return False
    scheme, _, rest = source.partition("://") if "://" in source else ("", "", source)
    host = rest.partition("/")[0].rpartition(":")[0] or rest.partition("/")[0]
    name = (there.hostname or "").casefold()
    fits = name.endswith(host[1:]) if host.startswith("*.") else name == host
    return fits and scheme in {"", there.scheme, "http" if there.scheme == "https" else there.scheme}
