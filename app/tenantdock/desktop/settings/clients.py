"""Client ids: which application TenantDock signs in as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from tenantdock.desktop.fields import Choice, field, paragraph, spread
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Button, Label, copy_button, named, spaced
from tenantdock.desktop.settings.page import Page, modest
from tenantdock.desktop.texts import joined, outside, tr, translated

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop
    from tenantdock.domain.clouds import Cloud
    from tenantdock.domain.errors import TenantDockError
    from tenantdock.workflows.settings import ClientField, Configuring


class ClientsPage(Page):
    """One field for each service of a cloud."""

    def __init__(self, configuring: Configuring, loop: Loop) -> None:
        super().__init__("clientsPage", tr("Client ids"), configuring, loop)
        paragraph(
            self.column,
            tr(
                "TenantDock signs in as Microsoft's own PowerShell applications. If your organisation wants its own, register one "
                "for each service and enter its Application (client) ID here. Leave a field empty to use Microsoft's."
            ),
        )
        self.cloud_box = Choice()
        modest(self.cloud_box)
        field(self.column, "clientsCloud", tr("C&loud"), self.cloud_box)
        self.cloud_box.activated.connect(self._choose)
        self._cloud = ""
        """Whose fields are shown."""
        self.places = {"clouds.client_ids": self.cloud_box}
        self.edits: dict[str, QLineEdit] = {}
        self._fields: dict[str, ClientField] = {}
        self._form: QWidget | None = None
        self._at = self.column.count()
        self.column.addStretch()

    @property
    def changed(self) -> bool:
        """Whether something is not saved."""
        return bool(self._changes())

    def load(self) -> None:
        """Read the clouds and the fields of the one that is chosen. What was typed for it and is not saved stays."""
        self.work(self.configuring.clouds, self._show_clouds)

    def save(self) -> None:
        """Save the fields that were changed, one after the other; the first that cannot be is shown."""
        cloud_id, changes = self._cloud, self._changes()

        def job() -> tuple[str, TenantDockError | None]:
            from tenantdock.domain.errors import TenantDockError  # noqa: PLC0415 - the name is for types above

            for key, text in changes.items():
                try:
                    self.configuring.set_client_id(cloud_id, key, text)
                except TenantDockError as trouble:
                    return key, trouble
            return "", None

        def done(outcome: tuple[str, TenantDockError | None]) -> None:
            key, trouble = outcome
            if trouble is not None:
                if getattr(trouble, "field", ""):
                    trouble.field = key  # type: ignore[attr-defined]  # this page has one such field for each service
                self.complain(trouble)
                return
            names = ", ".join(self._fields[each].label for each in changes)
            self._read_fields(tr("Saved. Each account signs in to {names} once more.", names=names))

        self.work(job, done)

    def _changes(self) -> dict[str, str]:
        typed = {key: edit.text().strip() for key, edit in self.edits.items()}
        return {key: text for key, text in typed.items() if text.casefold() != self._fields[key].chosen}

    def _show_clouds(self, clouds: list[Cloud]) -> None:
        self.cloud_box.clear()
        for cloud in clouds:
            self.cloud_box.addItem(outside(cloud.name, 120), cloud.id)
        at = self.cloud_box.findData(self._cloud)
        self.cloud_box.setCurrentIndex(max(0, at))
        if at < 0 or not self.changed:
            self._read_fields()

    def _choose(self, index: int) -> None:
        wanted = self.cloud_box.itemData(index)

        def turn() -> None:
            self.cloud_box.setCurrentIndex(self.cloud_box.findData(wanted))
            self._read_fields()

        self.cloud_box.setCurrentIndex(self.cloud_box.findData(self._cloud))
        self.leave(turn)

    def _read_fields(self, news: str = "") -> None:
        cloud_id = self._cloud = str(self.cloud_box.currentData())

        def show(fields: list[ClientField]) -> None:
            self._show(fields)
            if news:
                self.told(news)

        self.work(lambda: self.configuring.client_fields(cloud_id), show)

    def _show(self, fields: list[ClientField]) -> None:
        self.edits = {}
        self.errors = {}
        self._fields = {each.service_key: each for each in fields}
        form = QWidget()
        column = QVBoxLayout(form)
        spaced(column, gap=1)
        for each in fields:
            self._one(column, each)
        if self._form is not None:
            self.column.removeWidget(self._form)
            self._form.deleteLater()
        self.column.insertWidget(self._at, form)
        self._form = form
        self.quiet()
        self.update_state()

    def _one(self, column: QVBoxLayout, each: ClientField) -> None:
        column.addSpacing(UNIT)
        edit = QLineEdit(each.chosen)
        edit.setPlaceholderText(each.help.default_id)
        edit.setClearButtonEnabled(False)
        self.errors[each.service_key] = field(column, f"client-{each.service_key}", each.label, edit)
        edit.textChanged.connect(lambda _text: self.touched())
        self.edits[each.service_key] = edit
        paragraph(column, tr("Empty: {name}.", name=outside(each.help.default_name, 120)))
        steps = self._steps(each)
        steps.hide()
        opener = Button(tr("What a registration needs\u2026"))
        opener.setCheckable(True)
        named(opener, f"client-{each.service_key}-help", tr("What a registration for {name} needs", name=each.label))
        opener.toggled.connect(steps.setVisible)
        column.addLayout(spread(opener))
        column.addWidget(steps)

    def _steps(self, each: ClientField) -> QWidget:
        box = QWidget()
        row = spaced(QHBoxLayout(box), gap=0)
        row.addSpacing(2 * UNIT)
        column = spaced(QVBoxLayout(), gap=1)
        column.setContentsMargins(0, 0, 0, UNIT)
        row.addLayout(column)
        lines = [joined(". ", str(number), translated(step)) for number, step in enumerate(each.help.steps, 1)]
        for line in lines:
            column.addWidget(Label(outside(line, 600), wrap=True))
        copy = copy_button(joined("", joined("\n", *lines), "\n"), tr("Copy the steps"))
        named(copy, f"client-{each.service_key}-copy")
        buttons = [copy]
        if each.help.portal.startswith("https://"):
            opening = Button(tr("Open the portal"))
            named(opening, f"client-{each.service_key}-portal")
            opening.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(each.help.portal)))
            buttons.append(opening)
        column.addLayout(spread(*buttons))
        return box
