"""The main window with the details panel, on doubles."""

from __future__ import annotations

from typing import Any

from support.desktop import FakeWorkflows, rows


def with_panel(make_desktop: Any, qtbot: Any) -> Any:
    """A desktop of six customers, with the panel of the second one open."""
    made = make_desktop(FakeWorkflows(rows(6)))
    made.window.resize(1100, 700)
    made.window.select("c2")
    made.window.toggle_panel()
    qtbot.waitUntil(lambda: made.window.panes.panel.connection_id == "c2")
    return made


def saved(desktop: Any, key: str) -> Any:
    """The row of a customer, as it is saved."""
    return next(each for each in desktop.fakes.directory.saved if each.id == key)


def reads(desktop: Any, monkeypatch: Any) -> list[str]:
    """Note what the panel reads."""
    seen: list[str] = []
    real = desktop.fakes.editing.details

    def details(key: str) -> object:
        seen.append(key)
        return real(key)

    monkeypatch.setattr(desktop.fakes.editing, "details", details)
    return seen
