"""A built-in practice person: completes the practice cloud's sign-in pages as a browser and its user would.

It speaks plain HTTP with a cookie jar per browser profile. It is for the practice cloud only, whose passwords everybody knows.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final
from urllib.parse import urljoin, urlsplit

import requests

from tenantdock.domain.computer import BrowserOffer
from tenantdock.domain.directory import BrowserChoice
from tenantdock.domain.errors import BrowserTrouble

PASSWORD: Final = "practice"  # noqa: S105 - the practice cloud's own, known to everybody
SECOND_FACTOR: Final = "123456"
_MOST_PAGES: Final = 20
_TIMEOUT: Final = 20.0


@dataclass
class _Form:
    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)


class _Page(HTMLParser):
    """The forms of a page, and what kind of page it says it is."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.kind = ""
        self.forms: list[_Form] = []
        self.accounts: dict[str, tuple[int, str, str]] = {}
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.kind = given.get("data-page", self.kind)
        if tag == "form":
            self.forms.append(_Form(given.get("action", ""), given.get("method", "get").lower()))
        elif tag in {"input", "button"} and self.forms:
            name, value = given.get("name", ""), given.get("value", "")
            if "data-username" in given:
                self.accounts[given["data-username"]] = (len(self.forms) - 1, name, value)
            elif name and tag == "input" and given.get("type") not in {"checkbox", "submit"}:
                self.forms[-1].fields[name] = value


class _Errand:
    """One sign-in of the person's, on a thread of its own; what the product closes is this."""

    def __init__(self) -> None:
        self.stopped = threading.Event()

    def close(self) -> None:
        """Stop after the page that is being loaded."""
        self.stopped.set()


class PracticePerson:
    """Opens addresses as :class:`~tenantdock.domain.computer.Browsers` does, and signs in there as *username*.

    *pages* lists the kinds of pages met, for the tour's account of what happened.
    """

    def __init__(self) -> None:
        self.username = ""
        self.visits = 0
        self.pages: list[str] = []
        self._profiles: dict[tuple[str, str], requests.Session] = {}
        self._goes_on = threading.Event()
        self._goes_on.set()

    @contextlib.contextmanager
    def waiting(self) -> Iterator[None]:
        """Have the person look at the first page, and do nothing there, while the block runs."""
        self._goes_on.clear()
        try:
            yield
        finally:
            self._goes_on.set()

    def choices(self) -> list[BrowserOffer]:
        """The practice person is the only browser."""
        return [BrowserOffer("", "The practice person", default=True)]

    def open(self, url: str, choice: BrowserChoice, *, private: bool = False) -> _Errand:
        """Open *url* and act on the pages that follow, on another thread. A private window has no cookies and keeps none."""
        if urlsplit(url).hostname not in {"localhost", "127.0.0.1", "::1"}:
            raise BrowserTrouble("The practice person only visits this machine.", next_step="Start the tour with --sandbox.")
        session = _session() if private else self._profiles.setdefault((choice.browser, choice.profile), _session())
        self.visits += 1
        errand = _Errand()
        threading.Thread(target=self._browse, args=(session, url, errand), name="practice-person", daemon=True).start()
        return errand

    def _browse(self, session: requests.Session, url: str, errand: _Errand) -> None:
        answer = session.get(url, timeout=_TIMEOUT)
        self._goes_on.wait()
        for _ in range(_MOST_PAGES):
            page = _Page(answer.text)
            if page.kind:
                self.pages.append(page.kind)
            form = self._act(page)
            if form is None or errand.stopped.is_set():
                return
            target = urljoin(answer.url, form.action)
            if form.method == "post":
                answer = session.post(target, data=form.fields, timeout=_TIMEOUT)
            else:
                answer = session.get(target, params=form.fields, timeout=_TIMEOUT)

    def _act(self, page: _Page) -> _Form | None:
        """Return the form to send, filled in, or None where there is nothing left to do."""
        if not page.forms or page.kind in {"error", "done"}:
            return None
        if page.kind == "picker" and self.username in page.accounts:
            index, name, value = page.accounts[self.username]
            page.forms[index].fields[name] = value
            return page.forms[index]
        known = {"login": self.username, "passwd": PASSWORD, "otc": SECOND_FACTOR}
        form = next((form for form in page.forms if known.keys() & form.fields.keys()), page.forms[0])
        form.fields |= {name: value for name, value in known.items() if name in form.fields}
        return form


def _session() -> requests.Session:
    session = requests.Session()
    session.trust_env = False  # loopback only: no proxy, no netrc
    return session
