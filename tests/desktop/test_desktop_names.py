"""Names that stand in the program as text: of methods, windows, fields and slots. One that is written wrong fails only when it is
used, so each is looked up here.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from dataclasses import fields
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest
from PySide6.QtCore import QObject

import tenantdock
from tenantdock import workflows
from tenantdock.desktop import commands, filters
from tenantdock.desktop.app import Desktop
from tenantdock.desktop.commands import Commands
from tenantdock.desktop.hotkeys import registering
from tenantdock.desktop.menus import many_menu
from tenantdock.desktop.organise import Deed, Organise
from tenantdock.desktop.panel_many import PanelMany
from tenantdock.domain.directory import ConnectionRow
from tenantdock.domain.filing import Wanted
from tenantdock.workflows import Workflows

DESKTOP = Path(tenantdock.__file__).parent / "desktop"
SOURCES = {path: ast.parse(path.read_text("utf-8")) for path in sorted(DESKTOP.rglob("*.py"))}


def texts(node):
    """The texts in a part of a source."""
    return {each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)}


def tree_of(function):
    """The tree of a method's source."""
    return ast.parse(textwrap.dedent(inspect.getsource(function)))


def calls(name):
    """The calls of a method of that name anywhere in the desktop, as the texts that they are given first."""
    for source in SOURCES.values():
        for each in ast.walk(source):
            if isinstance(each, ast.Call) and isinstance(each.func, ast.Attribute) and each.func.attr == name:
                given = [argument.value for argument in each.args if isinstance(argument, ast.Constant)]
                yield each, given


def test_what_the_main_window_asks_for_is_there():
    asked = texts(tree_of(Desktop._wire))
    for _call, given in calls("command"):
        asked |= {each for each in given if isinstance(each, str)}
    assert {"import_", "undo", "details"} <= asked
    asked -= set(made_yet(tree_of(Desktop._wire)))
    assert [name for name in sorted(asked) if not any(callable(getattr(kind, name, None)) for kind in (Commands, Organise))] == []


def made_yet(source):
    """The parts of which a source asks whether they were made yet (``"organise" in self.__dict__``)."""
    for each in ast.walk(source):
        if isinstance(each, ast.Compare) and isinstance(each.left, ast.Constant) and "__dict__" in ast.unparse(each.comparators[0]):
            yield each.left.value


def test_parts_of_the_desktop_that_may_be_made_yet_are_some():
    asked = [name for source in SOURCES.values() for name in made_yet(source)]
    assert len(asked) > 5
    assert [name for name in asked if not isinstance(getattr(Desktop, name, None), cached_property)] == []


def test_what_is_asked_for_by_a_signal_can_be_done():
    emitted = set()
    for call, given in calls("emit"):
        if isinstance(call.func.value, ast.Attribute) and call.func.value.attr in {"filing_requested", "filing_wanted"} and given:
            emitted.add(given[0])
    assert {"drop", "rename", "take_apart", "noted"} <= emitted
    deeds = set(get_args(Deed))
    assert emitted <= deeds
    (done,) = (each for each in ast.walk(tree_of(Organise.do)) if isinstance(each, ast.Dict))
    assert {key.value for key in done.keys} == deeds


def test_the_buttons_for_many_ask_for_what_can_be_done(qtbot):
    box = PanelMany()
    qtbot.addWidget(box)
    assert set(box.buttons) <= set(get_args(Deed))


def test_the_windows_that_are_opened_by_name_are_there():
    names = {field.name for field in fields(Workflows)}
    assert set(commands._OPTIONAL.values()) <= names
    opened = [tuple(given) for _call, given in calls("_open") if len(given) == 2]
    assert ("importing", "CustomersImportDialog") in opened
    for part, name in (*opened, *(("moving", name) for name in commands._SEALED.values())):
        window = getattr(import_module(f"tenantdock.desktop.{part}"), name)
        assert part in commands._OPTIONAL
        assert issubclass(window, QObject)
        # What Commands._open connects
        assert part not in commands._SEALED or hasattr(window, "sealed_wanted")
        assert hasattr(window, "changed") is ("Import" in name)
    for part in ("importing", "moving"):
        assert callable(import_module(f"tenantdock.desktop.{part}").told)
        assert callable(workflows.__getattr__(part.title()).undo)
    asked = {given[0] for _call, given in calls("_part") if given}
    assert asked
    assert asked <= names


def test_modules_that_are_imported_by_name_hold_what_is_taken_from_them():
    taken = {}
    for source in SOURCES.values():
        for each in ast.walk(source):
            called = each.value if isinstance(each, ast.Attribute) else None
            if isinstance(called, ast.Call) and isinstance(called.func, ast.Name) and called.func.id == "import_module":
                where = called.args[0]
                if isinstance(where, ast.Constant):
                    taken.setdefault(where.value, set()).add(each.attr)
    assert ("tenantdock.desktop.doctor", {"DoctorDialog"}) in taken.items()
    for module, names in taken.items():
        assert [name for name in names if not hasattr(import_module(module), name)] == []
    assert callable(import_module("tenantdock.desktop.applying").Following.begin)


@pytest.mark.parametrize("way", sorted(set(registering._WAYS.values())))
def test_every_way_to_register_keys_has_its_function(way):
    assert callable(import_module(f"tenantdock.desktop.hotkeys.{way}").register)


@pytest.mark.parametrize("name", workflows.__all__)
def test_every_workflow_is_where_it_is_looked_for(name):
    assert callable(getattr(workflows, name))


def test_fields_that_are_named_by_text_are_there(qapp):
    assert {field for field, _title in filters.flags()} <= {field.name for field in fields(Wanted)}
    assert {given[0] for call, given in calls("copy") if given and "selection" in ast.unparse(call.func)} == {"tenant_id"}
    # The menu for many names its own in a loop
    loop = next(each for each in ast.walk(tree_of(many_menu)) if isinstance(each, ast.For))
    copied = {each.elts[1].value for each in loop.iter.elts}
    assert "tenant_id" in copied
    assert copied <= {field.name for field in fields(ConnectionRow)}


def test_slots_that_are_named_by_text_are_there():
    found = 0
    for path, source in SOURCES.items():
        slots = {
            each.name
            for each in ast.walk(source)
            if isinstance(each, ast.FunctionDef) and any("Slot" in ast.unparse(decorator) for decorator in each.decorator_list)
        }
        for each in ast.walk(source):
            if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id == "SLOT":
                found += 1
                assert each.args[0].value.partition("(")[0] in slots, path
    assert found >= 3
