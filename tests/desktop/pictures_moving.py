"""Pictures of customers that move: to another machine, into a file, out of a list; the states that :mod:`pictures` asks for."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from support.desktop import (
    GERMAN,
    HOSTILE_NAMES,
)
from support.directory import CONTOSO, FABRIKAM, HOME, a_connection
from support.fakes import FakeClock, FakeIdentity, MemoryDirectory, MemoryVault
from support.importing import ImportHouse, tenant_of
from tenantdock.desktop.exporting import CustomersExportDialog
from tenantdock.desktop.importing import CustomersImportDialog
from tenantdock.desktop.importing_pages import From
from tenantdock.desktop.loop import Loop
from tenantdock.desktop.moving import ExportDialog, ImportDialog
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.customers import CustomerList
from tenantdock.domain.directory import Connection, Filing
from tenantdock.domain.errors import (
    SignInRequired,
)
from tenantdock.workflows.moving import Moving

if TYPE_CHECKING:
    from pictures import Studio

Shown = Iterator[tuple[str, QWidget, Callable[[], object]]]


def moves(studio: Studio) -> Shown:
    """Moving to another machine: export before and after, import before, with what a file holds, and after."""
    clock = FakeClock()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "all.tenantdock"
        phrase = "correct horse battery staple"

        def machine(*saved: Connection) -> Moving:
            directory = MemoryDirectory()
            directory.add_all(saved)
            vault = MemoryVault()
            return Moving(directory=directory, vault=vault, identity=FakeIdentity(clock), clouds=Clouds(), clock=clock)

        names = ["Contoso", GERMAN, *(name for name in HOSTILE_NAMES if name.strip() and "\0" not in name), *map(str, range(30))]
        moving = machine(*(a_connection(name[:300], username=f"u{number}@msp.example") for number, name in enumerate(names)))
        loop = Loop(lambda failure: None)
        export = ExportDialog(moving, loop)
        yield "export", export, export.deleteLater
        export = ExportDialog(moving, loop)
        export.file_edit.setText(str(path))
        export.passphrase_edit.setText("not so long 1")
        export.again_edit.setText("not so lang")
        export.sign_ins_box.setChecked(True)
        yield "export-filled", export, export.deleteLater
        export = ExportDialog(moving, loop)
        for edit, text in ((export.file_edit, str(path)), (export.passphrase_edit, phrase), (export.again_edit, phrase)):
            edit.setText(text)
        export.go_button.click()
        studio.settle(lambda: export.summary is not None)
        yield "export-done", export, export.deleteLater
        there = a_connection("Contoso", services=("azure",), username="u0@msp.example")
        taking = ImportDialog(machine(there), loop)
        yield "import", taking, lambda: None
        taking.file_edit.setText(str(path))
        taking.passphrase_edit.setText("a wrong passphrase")
        taking.go_button.click()
        studio.settle(lambda: bool(taking.error.text()))
        yield "import-wrong", taking, lambda: None
        taking.passphrase_edit.setText(phrase)
        taking.go_button.click()
        studio.settle(lambda: taking.preview is not None)
        yield "import-preview", taking, lambda: None
        taking.go_button.click()
        studio.settle(lambda: taking.applied is not None)
        yield "import-done", taking, lambda: (taking.deleteLater(), loop.close())


def exports(studio: Studio, house: ImportHouse, loop: Loop, folder: Path) -> Shown:
    """Exporting: what to, a file that is there, and after."""
    export = CustomersExportDialog(house.exporting, loop)
    yield "exporting", export, export.deleteLater
    export = CustomersExportDialog(house.exporting, loop)
    (folder / "there.csv").touch()
    export.file_edit.setText(str(folder / "there.csv"))
    export.go_button.click()
    studio.settle(lambda: not export.working)
    yield "exporting-there", export, export.deleteLater
    export = CustomersExportDialog(house.exporting, loop)
    export.file_edit.setText(str(folder / "out.csv"))
    export.go_button.click()
    studio.settle(lambda: export.exported is not None)
    yield "exporting-done", export, lambda: (export.deleteLater(), loop.close())


def imports(studio: Studio) -> Shown:
    """Importing: each page, with 0, 3 and 5,000 rows, hostile ones, and after."""
    loop = Loop(lambda failure: None)
    with TemporaryDirectory() as folder:

        def opened(
            house: ImportHouse, rows: list[list[str]] | None = None, first: str = "Name;Tenant ID;Domain;User name;Group"
        ) -> Any:
            dialog = CustomersImportDialog(house.importing, loop)
            studio.settle(lambda: bool(dialog.source.accounts) or not house.directory.rows())
            dialog.show()
            if rows is not None:
                path = Path(folder) / "Customers of Nordlicht.csv"
                text = io.StringIO()
                csv.writer(text, delimiter=";").writerows([first.split(";"), *rows])
                path.write_text(text.getvalue(), "utf-8")
                dialog.open_file(str(path))
                studio.settle(lambda: dialog.step.name == "COLUMNS")
            return dialog

        def previewed(house: ImportHouse, rows: list[list[str]]) -> Any:
            dialog = opened(house, rows)
            dialog.go_button.click()
            studio.settle(lambda: dialog.step.name == "PREVIEW", 30)
            return dialog

        house = filled_house()
        dialog = opened(house)
        yield "importing", dialog, dialog.deleteLater
        dialog = opened(house)
        dialog.source.buttons[From.GDAP].setChecked(True)
        yield "importing-account", dialog, lambda: None
        dialog.show()
        dialog.source.account_box.setCurrentIndex(dialog.source.account_box.count() - 1)
        yield "importing-another", dialog, lambda: None
        dialog.show()
        dialog.source.account_box.setCurrentIndex(0)
        house.source.lists[CustomerList.GDAP] = SignInRequired(
            "Graph asks you to sign in.", next_step="Sign in, then read it again."
        )
        dialog.go_button.click()
        studio.settle(dialog.sign_in_button.isVisible)
        yield "importing-sign-in", dialog, dialog.deleteLater
        dialog = opened(house)
        dialog.open_file("/nowhere/customers.csv")
        studio.settle(lambda: bool(dialog.error.text()))
        yield "importing-missing", dialog, dialog.deleteLater
        some = [
            ["Contoso", CONTOSO, "contoso.example", "anna@msp.example", "North"],
            ["Fabrikam", tenant_of("f"), "", "", "North/Retail"],
            ["Wrong", "no id", "", "", ""],
        ]
        dialog = opened(house, some)
        yield "importing-columns", dialog, dialog.deleteLater
        for name, rows in (
            ("0", []),
            ("3", some),
            ("5000", [[f"Customer {n}", tenant_of(str(n)), f"c{n}.example", "anna@msp.example", ""] for n in range(5000)]),
            ("hostile", [[each, tenant_of(each), "", "", each[:100]] for each in (GERMAN, *HOSTILE_NAMES)]),
        ):
            dialog = previewed(filled_house(), rows)
            yield f"importing-preview-{name}", dialog, dialog.deleteLater
        dialog = previewed(filled_house(), some)
        dialog.go_button.click()
        studio.settle(lambda: dialog.step.name == "DONE")
        yield "importing-done", dialog, dialog.deleteLater
        yield from exports(studio, house, loop, Path(folder))


def filled_house() -> ImportHouse:
    """Some customers of one account, that was signed in."""
    house = ImportHouse()
    changed = replace(a_connection("Contoso alt", home_account_id=HOME), filing=Filing("South", ("gold",)))
    gone = a_connection("Gone from the file", tenant=FABRIKAM, home_account_id=HOME)
    house.directory.add_all([changed, gone])
    return house
