"""Where sign-ins are kept, and a new key for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenantdock.desktop.fields import Facts, paragraph, spread
from tenantdock.desktop.look import UNIT
from tenantdock.desktop.motion import BusyBar
from tenantdock.desktop.parts import Button, Label, named
from tenantdock.desktop.settings.page import Page
from tenantdock.desktop.texts import counted, outside, tr
from tenantdock.domain.errors import Cancelled
from tenantdock.domain.said import sentences

if TYPE_CHECKING:
    from tenantdock.desktop.loop import Loop
    from tenantdock.domain.cancel import Cancel
    from tenantdock.domain.errors import TenantDockError
    from tenantdock.domain.ports import VaultState
    from tenantdock.workflows.settings import Configuring


class SafetyPage(Page):
    """Says what protects saved sign-ins, and replaces the key."""

    def __init__(self, configuring: Configuring, loop: Loop) -> None:
        super().__init__("safetyPage", tr("Saved sign-ins"), configuring, loop)
        self._cancel: Cancel | None = None
        self.facts = Facts()
        self.column.addWidget(self.facts)
        self.reason_label = Label("", wrap=True)
        named(self.reason_label, "safetyReason", tr("Why, and what helps"))
        self.column.addWidget(self.reason_label)
        self.column.addSpacing(2 * UNIT)
        self.column.addWidget(Label(tr("A new key"), "heading", wrap=True))
        paragraph(
            self.column,
            tr(
                "Seals every saved sign-in with a new key and takes the old one out of your keyring, for example after a computer "
                "was repaired by others. You stay signed in. Copies of the old files can then not be opened any more."
            ),
        )
        self.rotate_button = Button(tr("Make a new key"))
        named(self.rotate_button, "safetyRotate")
        self.rotate_button.clicked.connect(self.save)
        self.cancel_button = Button(tr("Cancel"))
        named(self.cancel_button, "safetyCancel")
        self.cancel_button.clicked.connect(self.stop)
        self.column.addLayout(spread(self.rotate_button, self.cancel_button))
        self.bar = BusyBar()
        self.bar.setFixedHeight(UNIT // 2 + 2)
        named(self.bar, "safetyBar", tr("Working"))
        self.column.addWidget(self.bar)
        self.places = {"vault": self.rotate_button}
        self.column.addStretch()
        self.save_button.hide()
        self.update_state()

    @property
    def changed(self) -> bool:
        """There is nothing to type here."""
        return False

    def load(self) -> None:
        """Ask the vault."""
        self.work(self.configuring.vault_state, self._show)

    def save(self) -> None:
        """Make a new key."""
        cancel = self._cancel = self._loop.new_cancel()
        self.quiet()

        def done(count: int) -> None:
            self._cancel = None
            self.told(counted(count, "Done. {n} saved sign-in has the new key.", "Done. {n} saved sign-ins have the new key."))

        self.work(lambda: self.configuring.rotate_key(cancel), done)

    def complain(self, trouble: TenantDockError) -> None:
        """Say why there is no new key. A person's own Cancel is no trouble."""
        self._cancel = None
        self.update_state()
        if isinstance(trouble, Cancelled):
            self.quiet()
            self.news_label.setText(tr("Cancelled. Nothing is lost: what is left over is sealed at the next start."))
        else:
            super().complain(trouble)

    def update_state(self) -> None:
        """Show what can be done now."""
        super().update_state()
        rotating = self._cancel is not None
        self.rotate_button.setEnabled(not self.busy)
        self.cancel_button.setVisible(rotating)
        self.bar.setVisible(rotating)

    def stop(self) -> None:
        """Stop what runs: it goes on at the next start. Called when the window closes too."""
        if self._cancel is not None:
            self._cancel.cancel()

    def _show(self, state: VaultState) -> None:
        kept = tr("On this computer, sealed") if state.persistent else tr("In memory, until you quit")
        self.facts.show_fact("safetyWhere", tr("Kept"), kept)
        self.facts.show_fact("safetyBackend", tr("The key is in"), outside(state.backend, 120) if state.persistent else "")
        self.reason_label.setText(outside(sentences(state.reason, state.next_step), 600))
        self.reason_label.setVisible(bool(state.reason))
