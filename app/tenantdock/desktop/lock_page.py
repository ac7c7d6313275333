"""What stands in the main window while TenantDock is locked, in the place of everything else."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from tenantdock.desktop.announcing import announce
from tenantdock.desktop.dressing import fitted
from tenantdock.desktop.look import UNIT, muted, tinted
from tenantdock.desktop.parts import Button, Label, PrimaryButton, named, spaced
from tenantdock.desktop.signs import ErrorLabel
from tenantdock.desktop.texts import counted, outside, tr
from tenantdock.domain.errors import TenantDockError

_WIDTH = 58  # letters


class LockPage(QWidget):
    """Covers a window: what is in it is hidden, for the eye and for a screen reader, until :meth:`lift`.

    What is shown in the window meanwhile is hidden at once; its own shortcuts do nothing.
    """

    unlock_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("lockPage")
        self.setAccessibleName(tr("TenantDock is locked"))
        self.setAutoFillBackground(True)
        self._window = window
        self._covering = False
        self._hidden: list[QWidget] = []
        self._shortcuts: list[QShortcut] = []
        self._build()

    def cover(self) -> None:
        """Hide everything else of the window."""
        window = self._window
        self._covering = True
        for child in window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if child is not self and not child.isWindow():
                child.installEventFilter(self)
                if not child.isHidden():
                    self._hidden.append(child)
                    child.hide()
        self._shortcuts = [each for each in window.findChildren(QShortcut) if each.isEnabled() and each.parent() is not self]
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.unlock_button.setFocus()

    def let_go(self) -> None:
        """Stop to watch the window."""
        self._covering = False
        self._window.removeEventFilter(self)
        for child in self._window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            child.removeEventFilter(self)

    def lift(self) -> None:
        """Give the window back as it was."""
        self.let_go()
        self.hide()
        # Dialogs that belong to the window may have gone meanwhile, with their shortcuts
        for shortcut in filter(isValid, self._shortcuts):
            shortcut.setEnabled(True)
        for child in filter(isValid, self._hidden):
            child.show()
        self._hidden, self._shortcuts = [], []
        self.deleteLater()

    def show_consoles(self, count: int) -> None:
        """Say how many consoles are open, and what they are left with."""
        self.consoles_label.setText(
            counted(
                count,
                "{n} console is open. It gets no new tokens; the ones it has work until they expire.",
                "{n} consoles are open. They get no new tokens; the ones they have work until they expire.",
            )
            if count
            else ""
        )
        self.consoles_label.setVisible(bool(count))

    def show_waiting(self, *, waiting: bool) -> None:
        """Say that the keyring is asked, which may ask the person."""
        self.unlock_button.setEnabled(not waiting)
        self.unlock_button.setText(tr("Asking your keyring\u2026") if waiting else tr("&Unlock"))
        announce(self, self.unlock_button.text() if waiting else "")
        if waiting:
            self.error_label.setVisible(False)
        else:
            self.unlock_button.setFocus()

    def show_error(self, error: TenantDockError) -> None:
        """Say why it stays locked."""
        self.error_label.setText(outside(error.told, 500))
        self.error_label.setVisible(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow the window's size; hide what shows itself in it; keep the keys from it."""
        kind = event.type()
        if watched is self._window:
            if kind == QEvent.Type.Resize:
                self.setGeometry(self._window.rect())
            elif kind == QEvent.Type.WindowActivate:
                self.unlock_button.setFocus()
            elif kind == QEvent.Type.ChildAdded:
                # Not now: the child is being made, and to look at it from Python before it is there crashes
                QTimer.singleShot(0, self, self._hide_new)
        elif kind == QEvent.Type.Show and isinstance(watched, QWidget) and watched is not self:
            # After this event: Qt is in the midst of showing it. Until then this page covers it
            QTimer.singleShot(0, watched, partial(self._hide_again, watched))
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc closes the window, as ever."""
        if event.key() == Qt.Key.Key_Escape:
            self._window.close()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.unlock_button.click()
        # Nothing goes on to the window, which would search for it

    def _hide_again(self, child: QWidget) -> None:
        if self._covering:
            if child not in self._hidden:
                self._hidden.append(child)
            child.hide()

    def _hide_new(self) -> None:
        for child in self._window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if child is not self and not child.isWindow():
                child.removeEventFilter(self)
                child.installEventFilter(self)

    def _build(self) -> None:
        outer = spaced(QVBoxLayout(self), margin=4, gap=2)
        outer.addStretch(2)
        outer.addWidget(_Padlock(), 0, Qt.AlignmentFlag.AlignCenter)
        middle = spaced(QVBoxLayout(), gap=2)
        heading = Label(tr("TenantDock is locked"), "title")
        text = Label(tr("Customers are hidden, and nobody gets a token from here until it is unlocked."), wrap=True)
        self.consoles_label = Label("", wrap=True)
        named(self.consoles_label, "lockConsoles", tr("Open consoles"))
        self.error_label = ErrorLabel()
        self.error_label.speaks()
        named(self.error_label, "lockError", tr("Why it stays locked"))
        why = Label(
            tr(
                "Unlocking asks your system's keyring for TenantDock's key. A keyring that is open already needs no password: "
                "this lock is against a look or a click in passing. When you leave the computer, lock its screen."
            ),
            "small",
            wrap=True,
        )
        for label in (heading, text, self.consoles_label, self.error_label):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            middle.addWidget(label)
        self.error_label.hide()
        self.consoles_label.hide()
        buttons = spaced(QHBoxLayout(), gap=1)
        self.unlock_button = PrimaryButton(tr("&Unlock"))
        named(self.unlock_button, "unlock", tr("Unlock TenantDock"))
        self.unlock_button.clicked.connect(self.unlock_wanted)
        self.quit_button = Button(tr("&Quit"))
        named(self.quit_button, "lockQuit", tr("Quit TenantDock"))
        self.quit_button.clicked.connect(self.quit_wanted)
        buttons.addStretch()
        buttons.addWidget(self.unlock_button)
        buttons.addWidget(self.quit_button)
        buttons.addStretch()
        middle.addSpacing(UNIT)
        middle.addLayout(buttons)
        middle.addSpacing(2 * UNIT)
        why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle.addWidget(why)
        frame = QWidget()
        frame.setLayout(middle)
        fitted(frame, lambda frame: frame.setMaximumWidth(frame.fontMetrics().averageCharWidth() * _WIDTH))
        line = spaced(QHBoxLayout(), gap=0)
        line.addStretch()
        line.addWidget(frame, 100)
        line.addStretch()
        outer.addLayout(line)
        outer.addStretch(3)


class _Padlock(QWidget):
    """A lock, painted for the colours and the screen that there are now."""

    def __init__(self) -> None:
        super().__init__()
        fitted(self, lambda lock: lock.setFixedSize(lock.fontMetrics().height() * 3, lock.fontMetrics().height() * 3))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it."""
        tinted("lock", muted(self.palette())).paint(QPainter(self), self.rect())
