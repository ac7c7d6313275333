"""The line under the list: how many customers there are, what was done, and at its end, as in every window, what goes on."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from tenantdock.desktop.look import UNIT
from tenantdock.desktop.parts import Button, ElidedLabel, Label, named, spaced
from tenantdock.desktop.texts import counted, tr


class BottomBar(QHBoxLayout):
    """Its buttons and labels. Where there is no room for all, Details and the number give way: both are to be had elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        spaced(self, gap=2)
        self.status_label = ElidedLabel("", "small")
        named(self.status_label, "status", tr("Status"))
        self.status_label.speaks()
        self.undo_button = Button(tr("&Undo"), "flat")
        self.undo_button.setToolTip(tr("Undo (Ctrl+Z)"))
        named(self.undo_button, "undo")
        self.connect_button = Button(tr("&Connect"), "primary")
        self.connect_button.setToolTip(tr("Connect (Enter)"))
        named(self.connect_button, "connect")
        self.details_button = Button(tr("&Details"))
        self.details_button.setToolTip(tr("Details of the selected customer (F2)"))
        named(self.details_button, "details", tr("Details of the selected customer"))
        self.count_label = Label("", "small")
        named(self.count_label, "count", tr("Number of customers"))
        self.count_label.speaks(at_last=True)
        self.addWidget(self.count_label)
        self.addWidget(self.status_label, 1)
        for widget in (self.undo_button, self.details_button, self.connect_button):
            self.addWidget(widget)
        self.undo_button.hide()
        self.connect_button.hide()
        self._several = 0

    def show_state(self, width: int, count: str, selected: int, *, listed: bool, connect: bool) -> None:
        """Show *count* and, while a list is on show (*listed*), what can be done to so many *selected* rows; *connect* is whether
        Connect and Details are wanted here: the panel has both. *width* is the window's, in pixels.
        """
        if count != self.count_label.text():
            self.count_label.setText(count)
        several = selected if selected > 1 else 0
        if several != self._several:
            self._several = several
            text = counted(several, "&Connect {n}", "&Connect {n}") if several else tr("&Connect")
            self.connect_button.setText(text)
            named(self.connect_button, "connect", text.replace("&", ""))
        details, connect = connect and listed, connect and listed and selected > 0
        self.connect_button.setVisible(connect)
        # As tall with buttons as without: the list must not jump when there is something to undo
        self.status_label.setMinimumHeight(self.undo_button.sizeHint().height())
        room = width - 4 * UNIT - self.status_label.minimumSizeHint().width()
        for widget, wanted in (
            (self.undo_button, not self.undo_button.isHidden()),
            (self.connect_button, connect),
            (self.count_label, bool(count)),
            (self.details_button, details),
        ):
            room -= widget.sizeHint().width() + 2 * UNIT if wanted else 0
            if widget is self.count_label or widget is self.details_button:
                widget.setVisible(wanted and room >= 0)
