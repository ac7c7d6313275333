"""The first pages of an import: where from, and what the columns of a file are."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCompleter,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from tenantdock.desktop.dressing import roomy
from tenantdock.desktop.fields import Choice, ServiceGrid, captioned, emptied, field
from tenantdock.desktop.importing_rows import field_name
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Button, ElidedLabel, Label, named, spaced
from tenantdock.desktop.settings.radio import RadioButton
from tenantdock.desktop.texts import joined, outside, tr
from tenantdock.desktop.ticks import CheckBox, indented
from tenantdock.domain.clouds import Clouds
from tenantdock.domain.customers import CustomerList
from tenantdock.domain.directory import Account
from tenantdock.workflows.importing import Opened
from tenantdock.workflows.mapping import Columns, Field
from tenantdock.workflows.spreadsheets import DELIMITERS, ENCODINGS, Table
from tenantdock.workflows.wanted import Defaults

_COLUMNS_SHOWN: Final = 40
"""More columns than this are not read unless their name tells what they are: no list of customers has so many to choose from."""
_SAMPLES: Final = 3
_EXAMPLE: Final = "admin@contoso.com"


class From(enum.Enum):
    """Where customers come from."""

    FILE = "file"
    GDAP = "gdap"
    CONTRACTS = "contracts"
    TENANTS = "tenants"
    SEALED = "sealed"

    @property
    def listed(self) -> CustomerList | None:
        """The list of an account that this is, or None."""
        lists = {From.GDAP: CustomerList.GDAP, From.CONTRACTS: CustomerList.CONTRACTS, From.TENANTS: CustomerList.TENANTS}
        return lists.get(self)


class SourcePage(QWidget):
    """Where from. *changed* is emitted when something else is chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = spaced(QVBoxLayout(self), gap=1)
        said = {
            From.FILE: (
                tr("A &file"),
                tr("CSV from a spreadsheet, Partner Center or CIPP, or JSON that TenantDock exported."),
            ),
            From.GDAP: (tr("&Partner relationships (GDAP)"), tr("The customers that an account's company may administer now.")),
            From.CONTRACTS: (tr("&Contracts"), tr("All customers of an account's company, also those without GDAP.")),
            From.TENANTS: (tr("&Azure tenants"), tr("The tenants that an account can sign in to, as a guest too.")),
            From.SEALED: (tr("A &sealed file"), tr("All that TenantDock moved from another machine, under a passphrase.")),
        }
        self._group = QButtonGroup(self)
        self.buttons: dict[From, RadioButton] = {}
        for each, (name, meaning) in said.items():
            button = RadioButton(name)
            named(button, f"importFrom-{each.value}", joined(": ", name.replace("&", ""), meaning))
            self._group.addButton(button)
            self.buttons[each] = button
            button.toggled.connect(lambda _on: self._choose())
            choice = spaced(QVBoxLayout(), gap=0)
            choice.addWidget(button)
            told = Label(meaning, "small", wrap=True)
            indented(told, button)
            choice.addWidget(told)
            column.addLayout(choice)
        column.addSpacing(UNIT)
        self.file_part, self.account_part = QWidget(), QWidget()
        self._file(spaced(QVBoxLayout(self.file_part), gap=1))
        self._account(spaced(QVBoxLayout(self.account_part), gap=1))
        column.addWidget(self.file_part)
        column.addWidget(self.account_part)
        column.addStretch()
        self.accounts: list[Account] = []
        self.buttons[From.FILE].setChecked(True)

    def _file(self, rows: QBoxLayout) -> None:
        self.file_edit = QLineEdit()
        self.file_edit.setMaxLength(4096)
        roomy(self.file_edit)
        named(self.file_edit, "importFileName", tr("File to import"))
        part = QWidget()
        line = spaced(QHBoxLayout(part), gap=1)
        line.addWidget(self.file_edit, 1)
        choose = Button(tr("Choose\u2026"))
        named(choose, "importChooseFile", tr("Choose a file"))
        choose.clicked.connect(self._choose_file)
        line.addWidget(choose)
        captioned(rows, tr("File to &import"), part, buddy=self.file_edit)
        self.file_edit.textChanged.connect(lambda _text: self.changed.emit())

    def _account(self, rows: QBoxLayout) -> None:
        self.account_box = Choice()
        field(rows, "importAccount", tr("Signed &in as"), self.account_box)
        self.another_part = QWidget()
        other = spaced(QVBoxLayout(self.another_part), gap=1)
        self.name_edit = QLineEdit()
        self.name_edit.setMaxLength(320)
        self.name_edit.setPlaceholderText(_EXAMPLE)
        self.name_edit.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        field(other, "importNewAccount", tr("&User name"), self.name_edit)
        self.name_edit.textChanged.connect(lambda _text: self.changed.emit())
        self.cloud_box = Choice()
        self.cloud_part = QWidget()
        field(spaced(QVBoxLayout(self.cloud_part), gap=1), "importNewCloud", tr("C&loud"), self.cloud_box)
        other.addWidget(self.cloud_part)
        self.no_account = Label(
            tr("Next you sign in with the browser. The sign-in is kept if you import a customer with this account."), wrap=True
        )
        named(self.no_account, "importNoAccount", tr("What happens next"))
        other.addWidget(self.no_account)
        rows.addWidget(self.another_part)
        self.services = ServiceGrid()
        captioned(rows, tr("Services of new customers"), self.services)
        self.account_box.currentIndexChanged.connect(lambda _at: self.changed.emit())

    def offer(self, accounts: Sequence[Account], clouds: Clouds) -> None:
        """Offer the accounts that were signed in to read lists with."""
        self.accounts = [each for each in accounts if each.enrolled]
        self.account_box.clear()
        names = {cloud.id: cloud.name for cloud in clouds}
        several = len({each.cloud for each in self.accounts}) > 1
        for each in self.accounts:
            shown = outside(each.username, 200)
            where = outside(names.get(each.cloud, each.cloud), 80)
            self.account_box.addItem(tr("{name} in {cloud}", name=shown, cloud=where) if several else shown, each.id)
        self.account_box.addItem(tr("Another account\u2026"), "")
        for cloud in clouds:
            self.cloud_box.addItem(outside(cloud.name, 80), cloud.id)
        self.cloud_part.setVisible(self.cloud_box.count() > 1)
        self.services.offer(None)
        self.services.boxes["graph"].setChecked(True)
        self._offer_services(clouds)
        self.account_box.currentIndexChanged.connect(lambda _at: self._offer_services(clouds))
        self.cloud_box.currentIndexChanged.connect(lambda _at: self._offer_services(clouds))
        self.account_box.currentIndexChanged.connect(lambda _at: self._choose())
        self._choose()

    def take_account(self, account: Account) -> None:
        """Choose an account that signed in just now."""
        at = next((at for at, each in enumerate(self.accounts) if each.id == account.id), None)
        if at is None:
            at = len(self.accounts)
            self.accounts.append(account)
            self.account_box.insertItem(at, outside(account.username, 200), account.id)
        self.name_edit.clear()
        self.account_box.setCurrentIndex(at)
        self._choose()

    @property
    def another(self) -> bool:
        """Whether somebody has to sign in first, as :attr:`name_edit` and :attr:`cloud_box` say."""
        return self.chosen.listed is not None and not self.account_id

    def _offer_services(self, clouds: Clouds) -> None:
        at = self.account_box.currentIndex()
        wanted = self.accounts[at].cloud if 0 <= at < len(self.accounts) else self.cloud_box.currentData()
        self.services.offer(next((cloud for cloud in clouds if cloud.id == wanted), None))

    @property
    def chosen(self) -> From:
        """Where from."""
        return next(each for each, button in self.buttons.items() if button.isChecked())

    @property
    def complete(self) -> bool:
        """Whether there is all to go on with."""
        if self.chosen is From.FILE:
            return bool(self.file_edit.text().strip())
        if self.chosen is From.SEALED:
            return True
        return bool(self.services.chosen and (self.account_id or "@" in self.name_edit.text().strip(" @")))

    @property
    def path(self) -> Path:
        """The file that is chosen."""
        return Path(self.file_edit.text().strip()).expanduser()

    @property
    def account_id(self) -> str:
        """The account that is chosen, or ""."""
        return self.account_box.currentData() or ""

    def _choose(self) -> None:
        if not any(button.isChecked() for button in self.buttons.values()):
            return
        listed = self.chosen.listed is not None
        self.file_part.setVisible(self.chosen is From.FILE)
        self.account_part.setVisible(listed)
        self.another_part.setVisible(listed and not self.account_id)
        self.changed.emit()

    def _choose_file(self) -> None:
        kinds = tr("Lists of customers") + " (*.csv *.txt *.tsv *.json)"
        dialog = QFileDialog(self, tr("Import from"), self.file_edit.text() or str(Path.home()), f"{kinds};;{tr('All files')} (*)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.file_edit.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class ColumnsPage(QWidget):
    """How a file is read, and what its columns are. *reread* is emitted when it has to be read otherwise."""

    reread = Signal()

    def __init__(self, clouds: Clouds) -> None:
        super().__init__()
        self._clouds = clouds
        self._table: Table | None = None
        self._fields: list[Choice] = []
        column = spaced(QVBoxLayout(self), gap=1)
        self.note = Label("", wrap=True)
        named(self.note, "importColumnsNote", tr("What was read"))
        column.addWidget(self.note)
        row = spaced(QHBoxLayout(), gap=2)
        self.encoding_box, self.delimiter_box = Choice(), Choice()
        for encoding in ENCODINGS:
            self.encoding_box.addItem(_ENCODINGS[encoding], encoding)
        for name, caption, box in (
            ("importEncoding", tr("&Encoding"), self.encoding_box),
            ("importDelimiter", tr("&Delimiter"), self.delimiter_box),
        ):
            part = QWidget()
            inside = spaced(QVBoxLayout(part), gap=1)
            field(inside, name, caption, box)
            row.addWidget(part, 1)
            box.activated.connect(lambda _at: self.reread.emit())
        column.addLayout(row)
        self.header_box = CheckBox(tr("The first &row holds the names of the columns"))
        named(self.header_box, "importHeader", tr("The first row holds the names of the columns"))
        self.header_box.toggled.connect(lambda _on: self._fill())
        column.addWidget(self.header_box)
        self.columns = QWidget()
        self._grid = QGridLayout(self.columns)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * UNIT)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        captioned(column, tr("Columns"), self.columns)
        self._rest(column)
        column.addStretch()

    def _rest(self, column: QBoxLayout) -> None:
        """What counts for rows that do not say it."""
        column.addSpacing(UNIT)
        self.account_edit = QLineEdit()
        self.account_edit.setMaxLength(320)
        field(column, "importDefaultAccount", tr("Account of rows &without a user name"), self.account_edit)
        self.cloud_box = Choice()
        field(column, "importDefaultCloud", tr("C&loud"), self.cloud_box)
        self.services = ServiceGrid()
        captioned(column, tr("Services of new customers"), self.services)
        for cloud in self._clouds:
            self.cloud_box.addItem(outside(cloud.name, 80), cloud.id)
        self.cloud_box.currentIndexChanged.connect(lambda _at: self._offer())
        self.services.boxes["graph"].setChecked(True)
        self._offer()

    def _offer(self) -> None:
        wanted = self.cloud_box.currentData()
        self.services.offer(next((cloud for cloud in self._clouds if cloud.id == wanted), None))

    def offer(self, accounts: Sequence[Account]) -> None:
        """Offer the saved accounts for rows without one."""
        names = list(dict.fromkeys(outside(each.username, 320) for each in accounts))
        completer = QCompleter(names, self.account_edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.account_edit.setCompleter(completer)
        self.account_edit.setText(names[0] if len(names) == 1 else "")
        self.account_edit.setPlaceholderText(names[0] if names else _EXAMPLE)
        if clouds := [each.cloud for each in accounts]:
            most = max(set(clouds), key=clouds.count)
            self.cloud_box.setCurrentIndex(max(0, self.cloud_box.findData(most)))

    def load(self, opened: Opened) -> None:
        """Show a file as it was read, and what its columns were guessed to be."""
        assert opened.table is not None  # noqa: S101  # the page of a table
        assert opened.columns is not None  # noqa: S101  # the same
        table = self._table = opened.table
        self.encoding_box.setCurrentIndex(self.encoding_box.findData(table.encoding))
        self.delimiter_box.clear()
        for delimiter in dict.fromkeys((*DELIMITERS, table.delimiter)):
            self.delimiter_box.addItem(_delimiter_name(delimiter), delimiter)
        self.delimiter_box.setCurrentIndex(self.delimiter_box.findData(table.delimiter))
        self.note.setText(
            tr(
                "{file} was read as below. What the columns are was guessed: change what is wrong.",
                file=outside(opened.path.name, 120),
            )
            if table.rows
            else tr("{file} holds no rows.", file=outside(opened.path.name, 120))
        )
        self._build(opened.columns)
        self.header_box.setChecked(opened.columns.header)
        self._fill()

    def let_go(self) -> None:
        """Drop the table."""
        self._table = None

    def _build(self, columns: Columns) -> None:
        emptied(self._grid)
        self._fields = []
        for at, told in enumerate(columns.fields[:_COLUMNS_SHOWN]):
            box = Choice()
            named(box, f"importColumn-{at}", tr("Column {n}", n=at + 1))
            box.addItem(tr("Not read"), "")
            for each in Field:
                box.addItem(field_name(each), each.value)
            box.setCurrentIndex(box.findData(told.value) if told is not None else 0)
            box.activated.connect(lambda _index, at=at: self._once(at))
            self._fields.append(box)
            heading = ElidedLabel("", "strong")
            heading.setBuddy(box)  # on Linux a screen reader takes the name of such a box from its label alone
            self._grid.addWidget(heading, at, 0)
            self._grid.addWidget(ElidedLabel("", "small"), at, 1)
            self._grid.addWidget(box, at, 2)

    def _fill(self) -> None:
        """Show the names and first values of the columns."""
        table, header = self._table, self.header_box.isChecked()
        if table is None:
            return
        names = table.rows[0].cells if table.rows and header else ()
        body = table.rows[1 if header else 0 :][:50]
        for at, box in enumerate(self._fields):
            name = outside(names[at], 80) if at < len(names) else ""
            cells = [outside(row.cells[at], 60) for row in body if at < len(row.cells) and row.cells[at].strip()]
            caption, samples = self._grid.itemAtPosition(at, 0), self._grid.itemAtPosition(at, 1)
            shown = name or tr("Column {n}", n=at + 1)
            for item, text in ((caption, shown), (samples, " \u00b7 ".join(dict.fromkeys(cells[:_SAMPLES])) or "\u2013")):
                if item is not None and isinstance(label := item.widget(), Label):
                    label.setText(text)
            box.setAccessibleName(tr("What {column} is", column=shown))

    def _once(self, at: int) -> None:
        """Let no field be two columns: the one that was chosen last counts."""
        chosen = self._fields[at].currentData()
        for other, box in enumerate(self._fields):
            if other != at and chosen and box.currentData() == chosen:
                box.setCurrentIndex(0)

    @property
    def chosen(self) -> Columns:
        """What the columns are, as the person left them."""
        return Columns(
            self.header_box.isChecked(), tuple(Field(each) if (each := box.currentData()) else None for box in self._fields)
        )

    @property
    def defaults(self) -> Defaults:
        """What counts for rows that do not say it."""
        return Defaults(self.account_edit.text().strip(), self.cloud_box.currentData(), self.services.chosen)


_ENCODINGS: Final = {
    "utf-8": "UTF-8",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
    "cp1252": "Windows-1252",
    "mac-roman": "Mac Roman",
}


def _delimiter_name(delimiter: str) -> str:
    names = {",": tr("Comma"), ";": tr("Semicolon"), "\t": tr("Tab"), "|": tr("Vertical bar")}
    return names.get(delimiter, outside(delimiter, 5) or tr("Blank space"))
