"""Small things that all handlers need: forms, pages, cookies, where a request came from."""

from __future__ import annotations

import hmac
from typing import Any, Final
from urllib.parse import parse_qsl

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from tenantdock.sandbox import resources
from tenantdock.sandbox.sandbox import Sandbox

BODY_LIMIT: Final = 64 * 1024
_FIELDS: Final = 60
_PAGES: Final = jinja2.Environment(
    loader=jinja2.FileSystemLoader(resources.folder() / "pages"), autoescape=True, undefined=jinja2.StrictUndefined
)


class TooLarge(Exception):
    """A body over the limit."""


async def body(request: Request) -> bytes:
    """Return a request's body. Raises :class:`TooLarge`."""
    received = bytearray()
    async for chunk in request.stream():
        received += chunk
        if len(received) > BODY_LIMIT:
            raise TooLarge
    return bytes(received)


async def form(request: Request) -> dict[str, str]:
    """Return the fields of a posted form (``application/x-www-form-urlencoded``), the last of a name. Raises :class:`TooLarge`."""
    text = (await body(request)).decode("utf-8", "replace")
    try:
        return dict(parse_qsl(text, keep_blank_values=True, max_num_fields=_FIELDS))
    except ValueError:
        raise TooLarge from None


def sandbox_of(request: Request) -> Sandbox:
    """Return the cloud that serves this request."""
    sandbox: Sandbox = request.app.state.sandbox
    return sandbox


def note(request: Request, **values: str) -> None:
    """Add to the request's line in the log (tenant, grant, user, error). Never a secret."""
    entry = request.scope["practice.entry"]
    for name, value in values.items():
        setattr(entry, name, value)


def page(name: str, status: int = 200, *, form_targets: tuple[str, ...] = (), **values: Any) -> HTMLResponse:
    """Render a page. *form_targets* are the origins, besides ours, that its forms may end up at.

    Chromium holds redirects after a form's submission to ``form-action`` too, so a sign-in page names the client's address.
    """
    targets = " ".join(("'self'", *form_targets))
    policy = (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
        f"form-action {targets}"
    )
    text = _PAGES.get_template(f"{name}.html").render(values)
    return HTMLResponse(text, status, {"content-security-policy": policy})


def from_our_own_page(request: Request) -> bool:
    """Whether a POST comes from a page of ours, or from a program that is no browser.

    Browsers name the origin of a POST, and cannot be made not to (Fetch standard, sections 3.2 and "Sec-Fetch-Site").
    """
    origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return False
    return origin is None or origin == f"http://{request.headers.get('host', '')}"


def keyed(key: str, text: str) -> str:
    """Return a keyed hash of *text* (HMAC-SHA-256, hex)."""
    return hmac.new(key.encode(), text.encode("utf-8", "replace"), "sha256").hexdigest()


def same(one: str, other: str) -> bool:
    """Compare secrets in constant time. Empty ones are never the same."""
    return bool(one) and hmac.compare_digest(one.encode(), other.encode("utf-8", "replace"))


def set_cookie(response: Response, name: str, value: str, lifetime: float | None = None) -> None:
    """Set a cookie that scripts cannot read. Without *lifetime* (seconds) it ends with the browser."""
    response.set_cookie(name, value, max_age=None if lifetime is None else int(lifetime), httponly=True, samesite="lax", path="/")
