"""The undo of an import after its window was closed: the line below the list and Ctrl+Z offer it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from tenantdock.desktop.texts import counted, tr

if TYPE_CHECKING:
    from tenantdock.desktop.app import Desktop


class _Applied(Protocol):
    @property
    def nothing(self) -> bool: ...


_Done = TypeVar("_Done", bound=_Applied)
_SHOWN_SECONDS: Final = 60.0


def undone_text(stay: int) -> str:
    """Say that an import was undone, where *stay* customers stay that were used or changed since."""
    if not stay:
        return tr("The import was undone: everything is as it was before.")
    return counted(
        stay,
        "Undone. {n} customer stays: it was used or changed since.",
        "Undone. {n} customers stay: they were used or changed since.",
    )


def offer_undo(desktop: Desktop, applied: _Done | None, told: Callable[[_Done], str], undo: Callable[[_Done], int]) -> None:
    """Say in *desktop*'s window what an import did, *told* by it, and remember *undo* as what takes it back.

    *applied* is None when nothing was imported, or when it was undone in the import's own window.
    """
    if applied is None or applied.nothing:
        return

    def undone(stay: int) -> None:
        desktop.read_rows()
        desktop.window.show_status(undone_text(stay))

    def back() -> None:
        desktop.loop.save(lambda: undo(applied), undone)

    desktop.organise.remember(back)
    desktop.window.show_status(told(applied), _SHOWN_SECONDS, undo=True)
