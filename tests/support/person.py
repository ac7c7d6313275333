"""A scripted person: completes the practice cloud's sign-in pages over plain HTTP, with a cookie jar of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urljoin, urlsplit

import requests

_MOST_STEPS = 30


@dataclass
class Form:
    """A form of a page: where it goes, its fields, its buttons (name, value, id, user name of a picker's entry)."""

    action: str
    auto: bool
    fields: dict[str, str] = field(default_factory=dict)
    boxes: set[str] = field(default_factory=set)
    buttons: list[dict[str, str]] = field(default_factory=list)


@dataclass
class Page:
    """What a page says to someone who reads its source."""

    url: str
    name: str = ""
    aadsts: str = ""
    text: str = ""
    forms: list[Form] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self, url: str) -> None:
        super().__init__()
        self.page = Page(url)

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "main":
            self.page.name = given.get("data-page", "")
        if "data-aadsts" in given:
            self.page.aadsts = given["data-aadsts"]
        if tag == "form":
            self.page.forms.append(Form(urljoin(self.page.url, given.get("action", "")), "data-auto" in given))
        if not self.page.forms:
            return
        form = self.page.forms[-1]
        if tag == "input" and given.get("type") == "checkbox":
            form.boxes.add(given["name"])
        elif tag == "input":
            form.fields[given["name"]] = given.get("value", "")
        elif tag == "button":
            form.buttons.append(given)

    def handle_data(self, data):
        self.page.text += data.strip() + "\n" if data.strip() else ""


def read(url: str, html: str) -> Page:
    reader = _Reader(url)
    reader.feed(html)
    return reader.page


class Stopped(Exception):
    """The person came to a page where they cannot go on. *page* is that page."""

    def __init__(self, page: Page) -> None:
        super().__init__(f"{page.name} {page.aadsts}: {' '.join(page.text.split())[:600]}")
        self.page = page


@dataclass
class ScriptedPerson:
    """Signs in as *user*. *joined*: in a browser joined to the machine; *keep*: ticks "stay signed in"; *picks* is the user name to
    take on the account picker ("" for "use another account"; None for their own if it is there); *agrees*: to consent and device.

    The jar is the browser profile: a new person, or :meth:`private_window`, is a private window.
    """

    user: str
    password: str = "practice"
    joined: bool = False
    keep: bool = False
    factor: str = "123456"
    picks: str | None = None
    agrees: bool = True
    seen: list[str] = field(default_factory=list)
    browser: requests.Session = field(default_factory=requests.Session)

    def __post_init__(self) -> None:
        self.browser.trust_env = False
        if self.joined:
            self.browser.cookies.set("practice-machine", "joined", domain="localhost.local", path="/")

    def private_window(self) -> ScriptedPerson:
        """The same person in a window without cookies."""
        return ScriptedPerson(self.user, self.password, factor=self.factor)

    def sign_in(self, url: str) -> dict[str, str]:
        """Go through the pages from *url*; return what the client would be told, without telling it. Raises :class:`Stopped`."""
        answer = self._walk(url, deliver=False)
        assert isinstance(answer, dict)
        return answer

    def complete(self, url: str) -> requests.Response:
        """Go through the pages from *url* and deliver the answer to the client's listener. Returns what that answered."""
        answer = self._walk(url, deliver=True)
        assert isinstance(answer, requests.Response)
        return answer

    def type_code(self, url: str, code: str) -> Page:
        """Type a device code on its page and sign in. Returns the last page."""
        page = self._get(url)
        form = page.forms[0]
        form.fields["otc"] = code
        try:
            self._walk_from(self._post(form.action, form.fields), url, deliver=False)
        except Stopped as stopped:
            return stopped.page
        raise AssertionError("a device code led to a client")

    def _get(self, url: str) -> Page:
        response = self.browser.get(url, allow_redirects=False, timeout=20)
        assert response.status_code == 200, response.status_code
        return read(url, response.text)

    def _post(self, url: str, fields: dict[str, str]) -> requests.Response:
        own = urlsplit(url)
        origin = f"{own.scheme}://{own.netloc}"
        return self.browser.post(url, data=fields, headers={"Origin": origin}, allow_redirects=False, timeout=20)

    def _walk(self, url: str, *, deliver: bool) -> dict[str, str] | requests.Response:
        return self._walk_from(self.browser.get(url, allow_redirects=False, timeout=20), url, deliver=deliver)

    def _walk_from(self, response: requests.Response, start: str, *, deliver: bool) -> dict[str, str] | requests.Response:
        home = urlsplit(start).netloc
        for _ in range(_MOST_STEPS):
            if response.is_redirect:
                target = urljoin(response.url, response.headers["location"])
                if urlsplit(target).netloc != home:
                    if deliver:
                        return self.browser.get(target, timeout=20)
                    parts = urlsplit(target)
                    return dict(parse_qsl(parts.query or parts.fragment))
                response = self.browser.get(target, allow_redirects=False, timeout=20)
                continue
            page = read(response.url, response.text)
            self.seen.append(page.name)
            form, fields = self._act(page)
            if urlsplit(form.action).netloc != home:
                return self._post(form.action, fields) if deliver else fields
            response = self._post(form.action, fields)
        raise AssertionError(f"the sign-in does not end: {self.seen}")

    def _act(self, page: Page) -> tuple[Form, dict[str, str]]:
        auto = next((form for form in page.forms if form.auto), None)
        if auto is not None:
            return auto, auto.fields
        # A page that shows again with a problem would show it for ever
        if page.aadsts or not page.forms or page.name in ("error", "done") or self.seen.count(page.name) > 3:
            raise Stopped(page)
        form = page.forms[0]
        fields = dict(form.fields)
        button = next((button for button in form.buttons if button.get("id") == "next"), {})
        if page.name == "picker":
            wanted = self.user if self.picks is None else self.picks
            entries = {button["data-username"]: button for button in form.buttons if "data-username" in button}
            button = entries.get(wanted) or next(button for button in form.buttons if button.get("id") == "another")
        elif not self.agrees and any(button.get("id") == "decline" for button in form.buttons):
            button = next(button for button in form.buttons if button.get("id") == "decline")
        for name, value in (("login", self.user), ("passwd", self.password), ("otc", self.factor)):
            if name in fields:
                fields[name] = value
        if self.keep and "kmsi" in form.boxes:
            fields["kmsi"] = "1"
        if button.get("name"):
            fields[button["name"]] = button.get("value", "")
        return form, fields
