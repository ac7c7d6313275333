"""Asking whether a file that is there may be replaced: in the window that writes it, because nothing modal opens over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tenantdock.desktop.fields import say
from tenantdock.desktop.texts import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLineEdit

    from tenantdock.desktop.parts import Button, Label
    from tenantdock.domain.errors import AlreadyThere


class Replacing:
    """What the person said about the file named in *edit*. It counts for that name only: another one is asked about anew.

    While it asks, *go* says what it does, and Enter in a field does not press it: somebody who did not read must lose nothing.
    *changed* is called when it began or ceased to ask.
    """

    def __init__(self, edit: QLineEdit, status: Label, go: Button, changed: Callable[[], None]) -> None:
        self._edit, self._status, self._go, self._on_change = edit, status, go, changed
        self._asked: str | None = None
        self._agreed: str | None = None
        edit.textChanged.connect(lambda _text: self.forget())

    @property
    def asking(self) -> bool:
        """Whether the person is asked now: :attr:`go` means yes."""
        return self._asked is not None

    @property
    def agreed(self) -> bool:
        """Whether the file may be replaced."""
        return self._edit.text() in {self._asked, self._agreed}

    def choose(self, path: str) -> None:
        """Take a file from the system's window, which asked already."""
        self._edit.setText(path)
        self._agreed = self._edit.text()

    def ask(self, failure: AlreadyThere) -> None:
        """Ask; the answer is another name, or the button."""
        self._asked = self._edit.text()
        say(self._status, failure.told)
        self._go.setDefault(False)
        self._on_change()
        self._edit.setFocus()
        self._edit.selectAll()

    def named(self, otherwise: str) -> str:
        """Return what the button says: *otherwise* while nothing is asked."""
        return tr("Replace the file") if self.asking else otherwise

    def forget(self) -> None:
        """It is another file now: nothing was said about that."""
        self._agreed = None
        if self._asked is not None:
            self._asked = None
            say(self._status, "")
            self._go.setDefault(True)
            self._on_change()
