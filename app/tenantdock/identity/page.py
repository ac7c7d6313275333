"""The page that the browser shows last. No script, no outside resource, every text escaped."""

from __future__ import annotations

import base64
import hashlib
import html
from typing import Final

from tenantdock.domain.said import aloud, language, said

_STYLE: Final = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:34rem;margin:15vh auto;padding:0 1.5rem;color:#1b1b1b;background:#fafafa}"
    "h1{font-size:1.4rem}@media(prefers-color-scheme:dark){body{color:#eee;background:#1b1b1b}}"
)
_STYLE_HASH: Final = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
HEADERS: Final = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
"""What every answer of the listener carries."""


def finished() -> bytes:
    """The page after the code arrived. It does not say "signed in": TenantDock has yet to check who it was."""
    return _page(
        said("Back to TenantDock"), said("TenantDock now checks which account this was, and shows the result."), lang_done=True
    )


def failed(text: str) -> bytes:
    """The page after the provider answered with an error. *text* is shown as text."""
    return _page(said("The sign-in did not work"), text, lang_done=True)


def refused(text: str) -> bytes:
    """The page for a request that is not the answer this listener waits for."""
    return _page(said("TenantDock did not expect this"), text, lang_done=False)


def _page(title: str, text: str, *, lang_done: bool) -> bytes:
    title, text = html.escape(aloud(title)), html.escape(aloud(text))
    last = f"<p>{html.escape(aloud(said('You can close this window and go back to TenantDock.')))}</p>" if lang_done else ""
    return (
        f'<!doctype html><html lang="{language()}" dir="auto"><meta charset="utf-8"><title>TenantDock: {title}</title>'
        f"<style>{_STYLE}</style><h1>{title}</h1><p>{text}</p>{last}</html>\n"
    ).encode()
