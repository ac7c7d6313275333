"""A window whose work is awaited when it closes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from tenantdock.desktop.trouble import Answered
from tenantdock.domain.errors import Cancelled

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tenantdock.desktop.loop import Loop
    from tenantdock.domain.cancel import Cancel

_T = TypeVar("_T")


class WorkingDialog(Answered):
    """Does one thing at a time on a worker. When the window closes meanwhile, that is cancelled and awaited out of sight: whether
    it was saved decides what the list shows and what can be undone.
    """

    def __init__(self, parent: QWidget | None, title: str, loop: Loop) -> None:
        super().__init__(parent, title)
        self._loop = loop
        self._cancel: Cancel | None = None
        self.closing = False
        """Whether it only waits for the end of what it does."""

    @property
    def working(self) -> bool:
        """Whether something is under way."""
        return self._cancel is not None

    def answer(self, value: object) -> None:
        """Close; what is under way is cancelled and awaited first, and then decides the answer."""
        if self._cancel is None:
            super().answer(value)
        else:
            self._cancel.cancel()
            self.closing = True
            self.hide()

    def outcome(self) -> object:
        """Return the answer of a window that was closed while it worked."""
        return None

    def ended(self) -> None:
        """Show that nothing is under way any more."""

    def do(
        self,
        work: Callable[[Cancel], _T],
        done: Callable[[_T], None],
        failed: Callable[[BaseException], None],
        *,
        saves: bool = False,
    ) -> None:
        """Do *work* on a worker, then *done* or *failed*. Of a window that was closed meanwhile only *done* of work that *saves*
        something is called; what it failed with is told elsewhere.
        """
        cancel = self._cancel = self._loop.new_cancel()

        def finished(result: _T) -> None:
            self._cancel = None
            self.ended()
            if saves or not self.closing:
                done(result)
            if self.closing:
                self.answer(self.outcome())

        def broken(failure: BaseException) -> None:
            self._cancel = None
            self.ended()
            if not self.closing:
                failed(failure)
                return
            self.answer(self.outcome())
            if saves and not isinstance(failure, Cancelled):
                raise failure

        self._loop.submit(lambda: work(cancel), finished, broken)
