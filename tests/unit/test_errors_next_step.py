"""Every error that a person may see says what to do next: looked for in the whole source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import tenantdock
from tenantdock.domain import errors
from tenantdock.domain.errors import Cancelled, TenantDockError

SOURCE = Path(tenantdock.__file__).parent
KINDS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, TenantDockError)}


def made() -> Iterator[tuple[str, ast.Call]]:
    """Yield where each error is made, and how."""
    for path in sorted(SOURCE.rglob("*.py")):
        if "sandbox" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS - {Cancelled.__name__}:
                yield f"{path.relative_to(SOURCE)}:{node.lineno}", node


def test_no_error_is_made_without_a_next_step():
    found = list(made())
    assert len(found) > 100, "else nothing was looked at"
    without = [
        place
        for place, call in found
        if not any(
            each.arg is None or (each.arg == "next_step" and not (isinstance(each.value, ast.Constant) and not each.value.value))
            for each in call.keywords
        )
    ]
    assert without == []
