"""Clouds of one's own, beside those that come with TenantDock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tenantdock.desktop.fields import Choice, field, paragraph
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Button, Label, named, spaced
from tenantdock.desktop.settings.page import Page, modest
from tenantdock.desktop.texts import outside, tr
from tenantdock.domain.services import ALL

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop
    from tenantdock.domain.clouds import Cloud, CloudSettings
    from tenantdock.workflows.settings import Configuring

_ROOTS = ("graph", "azure")
_EXAMPLES = {
    "graph": "https://graph.svc.sovcloud.example",
    "azure": "https://management.sovcloud.example",
    "exchange": "https://outlook.sovcloud.example",
    "compliance": "https://ps.compliance.sovcloud.example",
    "teams": "48ac35b8-9aa8-4d74-927d-1f4a14a0b239",
}
_NEW = ""


class CloudsPage(Page):
    """A list of clouds to choose from, and the form of the chosen one."""

    def __init__(self, configuring: Configuring, loop: Loop, *, built_in: frozenset[str]) -> None:
        super().__init__("cloudsPage", tr("Clouds"), configuring, loop)
        self._built_in = built_in
        self._own: dict[str, Cloud] = {}
        self._before: tuple[str, ...] = ()
        self._box = QWidget()
        paragraph(
            self.column,
            tr(
                "Microsoft's clouds are built in: {names}. Add one here if a customer lives in another, such as a sovereign cloud.",
                names=", ".join(self._names()),
            ),
        )
        self.choice_box = Choice()
        modest(self.choice_box)
        field(self.column, "cloudChoice", tr("Cloud of your &own"), self.choice_box)
        self.places = {"clouds.own": self.choice_box}
        self.choice_box.activated.connect(self._choose)
        self._chosen = _NEW
        """Whose form is shown."""
        self._form()
        self.column.addStretch()
        self.remove_button = Button(tr("Remove"))
        named(self.remove_button, "cloudRemove")
        self.remove_button.clicked.connect(self._remove)
        self.buttons.insertWidget(0, self.remove_button)
        self.undo_button = Button(tr("Undo"))
        named(self.undo_button, "cloudUndo", tr("Bring the removed cloud back"))
        self.undo_button.clicked.connect(self._undo)
        self.buttons.insertWidget(1, self.undo_button)
        self._removed: CloudSettings | None = None
        self._show_own({}, _NEW)

    @property
    def changed(self) -> bool:
        """Whether something is not saved."""
        return self._typed() != self._before

    def load(self) -> None:
        """Read the clouds and show the one that is chosen."""
        self._read_own(self._chosen)

    def save(self) -> None:
        """Add the cloud, or change the chosen one."""
        cloud_id = self._chosen
        name, authority = self.name_edit.text(), self.authority_edit.text()
        resources = {key: edit.text() for key, edit in self.resource_edits.items()}
        roots = {key: edit.text() for key, edit in self.root_edits.items()}

        def job() -> Cloud:
            if cloud_id:
                return self.configuring.change_cloud(cloud_id, name, authority, resources, roots)
            return self.configuring.add_cloud(name, authority, resources, roots)

        def done(cloud: Cloud) -> None:
            name = outside(cloud.name, 120)
            added = tr("Added: {name}. Choose it when you add a customer.", name=name)
            self._read_own(cloud.id, tr("Saved: {name}.", name=name) if cloud_id else added)

        self.work(job, done)

    def _names(self) -> list[str]:
        from tenantdock.domain.clouds import BUILT_IN  # noqa: PLC0415 - only for their names

        return [cloud.name for cloud in BUILT_IN]

    def _form(self) -> None:
        column = QVBoxLayout(self._box)
        spaced(column, gap=1)
        column.setContentsMargins(0, UNIT, 0, 0)
        self.name_edit = QLineEdit()
        self.name_edit.setPlaceholderText("Bleu")
        self.errors["name"] = field(column, "cloudName", tr("&Name"), self.name_edit)
        self.authority_edit = QLineEdit()
        self.authority_edit.setPlaceholderText("https://login.sovcloud.example")
        self.errors["authority"] = field(column, "cloudAuthority", tr("&Sign-in address"), self.authority_edit)
        paragraph(column, tr("The address of its sign-in service, without a path. It cannot be changed later."))
        column.addSpacing(UNIT)
        column.addWidget(Label(tr("What tokens are for"), "heading", wrap=True))
        paragraph(column, tr("The https address of each service without a path, or its application id. Leave the rest empty."))
        self.resource_edits: dict[str, QLineEdit] = {}
        for service in ALL:
            edit = self.resource_edits[service.key] = QLineEdit()
            edit.setPlaceholderText(_EXAMPLES.get(service.key, ""))
            key = f"resources.{service.key}"
            self.errors[key] = field(column, f"cloudResource-{service.key}", tr("{name}: resource", name=service.label), edit)
        column.addSpacing(UNIT)
        column.addWidget(Label(tr("Where consoles send their requests"), "heading", wrap=True))
        self.root_edits: dict[str, QLineEdit] = {}
        for service in (each for each in ALL if each.key in _ROOTS):
            edit = self.root_edits[service.key] = QLineEdit()
            edit.setPlaceholderText(f"{_EXAMPLES[service.key]}/")
            key = f"api_roots.{service.key}"
            self.errors[key] = field(column, f"cloudRoot-{service.key}", tr("{name}: address", name=service.label), edit)
        paragraph(
            column,
            tr(
                "TenantDock trusts the certificates that this computer trusts. A cloud with its own certificate authority works "
                "once that authority is installed in the system."
            ),
        )
        self.column.addWidget(self._box)
        for edit in self._edits():
            edit.textChanged.connect(lambda _text: self.touched())

    def _edits(self) -> list[QLineEdit]:
        return [self.name_edit, self.authority_edit, *self.resource_edits.values(), *self.root_edits.values()]

    def _typed(self) -> tuple[str, ...]:
        return tuple(edit.text().strip() for edit in self._edits())

    def _read_own(self, chosen: str, news: str = "") -> None:
        def show(clouds: list[Cloud]) -> None:
            self._show_own({cloud.id: cloud for cloud in clouds if cloud.id not in self._built_in}, chosen)
            if news:
                self.told(news)

        self.work(self.configuring.clouds, show)

    def _show_own(self, own: dict[str, Cloud], chosen: str) -> None:
        self._own = own
        self.choice_box.clear()
        for cloud in own.values():
            self.choice_box.addItem(outside(cloud.name, 120), cloud.id)
        self.choice_box.addItem(tr("A new one"), _NEW)
        self.choice_box.setCurrentIndex(max(0, self.choice_box.findData(chosen)))
        self._show_chosen()

    def _choose(self, index: int) -> None:
        wanted = self.choice_box.itemData(index)

        def turn() -> None:
            self.choice_box.setCurrentIndex(self.choice_box.findData(wanted))
            self._show_chosen()

        self.choice_box.setCurrentIndex(self.choice_box.findData(self._chosen))
        self.leave(turn)

    def _show_chosen(self) -> None:
        self._chosen = str(self.choice_box.currentData() or _NEW)
        cloud = self._own.get(self._chosen)
        self.name_edit.setText(cloud.name if cloud else "")
        self.authority_edit.setText(cloud.authority if cloud else "")
        self.authority_edit.setReadOnly(cloud is not None)
        for key, edit in self.resource_edits.items():
            edit.setText(cloud.resources.get(key, "") if cloud else "")
        for key, edit in self.root_edits.items():
            edit.setText(cloud.api_roots.get(key, "") if cloud else "")
        for edit in self._edits():
            edit.setCursorPosition(0)
        self._before = self._typed()
        self.save_button.setText(tr("Save") if cloud else tr("Add"))
        self.remove_button.setVisible(cloud is not None)
        self.quiet()
        self.update_state()

    def _remove(self) -> None:
        cloud = self._own.get(self._chosen)
        if cloud is None:
            return

        def done(removed: CloudSettings) -> None:
            self._removed = removed
            self._read_own(_NEW, tr("Removed: {name}.", name=outside(cloud.name, 120)))

        self.work(lambda: self.configuring.remove_cloud(cloud.id), done)

    def _undo(self) -> None:
        removed = self._removed
        if removed is None:
            return
        (cloud,) = removed.own

        def done(_: None) -> None:
            self._removed = None
            self._read_own(cloud.id, tr("It is back: {name}.", name=outside(cloud.name, 120)))

        self.work(lambda: self.configuring.restore_cloud(removed), done)

    def update_state(self) -> None:
        """Show what can be done now."""
        super().update_state()
        self.remove_button.setEnabled(not self.busy)
        self.undo_button.setVisible(self._removed is not None)
        self.undo_button.setEnabled(not self.busy)
