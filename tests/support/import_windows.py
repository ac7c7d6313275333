"""The windows that import and export customers, over the real workflows and doubles of what is below them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import Qt

from support.directory import FABRIKAM, HOME, a_connection
from support.importing import ImportHouse
from tenantdock.desktop.importing import CustomersImportDialog
from tenantdock.desktop.loop import Loop


def two_customers() -> ImportHouse:
    """A house with two customers of one account."""
    made = ImportHouse()
    made.directory.add_all(
        [a_connection("Contoso alt", home_account_id=HOME), a_connection("Gone", tenant=FABRIKAM, home_account_id=HOME)]
    )
    return made


@contextmanager
def opening(qtbot: Any) -> Iterator[Callable[..., Any]]:
    """Open windows (of a house, and of a kind), and close them at the end, which leaves no worker behind."""
    made = []

    def build(house: ImportHouse, kind: Any = CustomersImportDialog) -> Any:
        failures: list[BaseException] = []
        loop = Loop(failures.append)
        dialog = kind(house.importing if kind is CustomersImportDialog else house.exporting, loop)
        qtbot.addWidget(dialog)
        dialog.show()
        made.append((dialog, loop, failures))
        if kind is CustomersImportDialog:
            qtbot.waitUntil(lambda: len(dialog.source.accounts) == len([a for a in house.directory.accounts() if a.enrolled]))
        return dialog

    yield build
    for dialog, loop, failures in made:
        dialog.done(0)
        assert loop.close(2.0), "a worker was left behind"
        assert not failures


def click(qtbot: Any, button: Any) -> None:
    """Click a button."""
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
