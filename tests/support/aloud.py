"""Listens as a screen reader does: a program for the system's Python, which alone has AT-SPI's modules (python3-pyatspi).

It writes a line of JSON for each thing that is announced, and answers each line of its standard input: ``tree`` with one line that
holds what is on show of TenantDock, as ``[depth, role, name, description, focused]``.
"""

from __future__ import annotations

import json
import sys
import threading

import pyatspi  # type: ignore[import-not-found, unused-ignore]
from gi.repository import GLib  # type: ignore[import-not-found, unused-ignore]

_MOST = 60


def tree(found, depth=0):  # type: ignore[no-untyped-def]
    """Return what is on show below an accessible thing, itself first."""
    state = found.getState()
    lines = [[depth, found.getRoleName(), found.name, found.description, bool(state.contains(pyatspi.STATE_FOCUSED))]]
    for at in range(min(found.childCount, _MOST)):
        child = found.getChildAtIndex(at)
        if child is not None and child.getState().contains(pyatspi.STATE_SHOWING):
            lines += tree(child, depth + 1)
    return lines


def say(what):  # type: ignore[no-untyped-def]
    """Write a line."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def answer():  # type: ignore[no-untyped-def]
    """Tell what is on show."""
    lines = []
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None and application.name == "TenantDock":
            lines += tree(application)
    say({"tree": lines})


def heard(event):  # type: ignore[no-untyped-def]
    """Tell what is announced, and where the focus goes."""
    if "announcement" in event.type:
        say({"said": event.any_data})
    elif event.detail1 and "focused" in event.type:
        event.source.clear_cache()  # names change
        say({"focus": [event.source.getRoleName(), event.source.name]})


def questions():  # type: ignore[no-untyped-def]
    """Take questions, until there are no more."""
    for _line in sys.stdin:
        GLib.idle_add(lambda: answer() and False)
    GLib.idle_add(pyatspi.Registry.stop)


pyatspi.Registry.registerEventListener(heard, "object:announcement", "object:state-changed:focused")
threading.Thread(target=questions, daemon=True).start()
say({"ready": True})
pyatspi.Registry.start()
