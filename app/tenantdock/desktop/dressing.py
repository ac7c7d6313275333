"""Qt's own fields, lists and scroll bars in the look of our windows.

Style sheets on the widget itself: one for the whole application would have Qt work out every widget's anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHeaderView, QLineEdit, QScrollArea, QWidget

from tenantdock.desktop.look import UNIT

_W = TypeVar("_W", bound=QWidget)


def fitted(widget: _W, fit: Callable[[_W], object]) -> None:
    """Measure *widget* by its letters with *fit* now, and again whenever they become larger or smaller (``desktop/refitting.py``).

    *fit* takes the widget as its argument and should hold no other reference to it. It is called more than once for one change.
    """
    fit(widget)
    vars(widget).setdefault("_fits", []).append(fit)


def fits_of(widget: QWidget) -> Sequence[Callable[[Any], object]]:
    """Return what measures *widget* by its letters."""
    return tuple(vars(widget).get("_fits", ()))


def roomy(edit: QLineEdit) -> None:
    """Give a field a frame that can be seen on every ground, and room around its text."""
    edit.setStyleSheet(
        "QLineEdit { border: 1px solid palette(mid); border-radius: 6px; padding: 0 7px; background: palette(base); }"
        "QLineEdit:focus { border: 2px solid palette(accent); padding: 0 6px; }"
    )
    fitted(edit, lambda edit: edit.setMinimumHeight(-(-(edit.fontMetrics().height() + 2 * UNIT) // UNIT) * UNIT))


def clearable(edit: QLineEdit) -> None:
    """Give a field the button that empties it. Not before there is something to clear: Qt reads all icon themes for it, 20 ms."""
    if edit.isClearButtonEnabled():
        return
    from tenantdock.desktop.clearing import Cross  # noqa: PLC0415 - when there is something to clear

    Cross(edit)


def framed(area: QAbstractScrollArea) -> None:
    """Give a box of text or a list the frame that :func:`roomy` gives a field, and a list's rows room."""
    kind = "QListWidget" if area.inherits("QListWidget") else "QPlainTextEdit"
    padding = (2, 2) if kind == "QListWidget" else (2, 5)
    area.setStyleSheet(
        f"{kind} {{ border: 1px solid palette(mid); border-radius: 6px; padding: {padding[0]}px {padding[1]}px;"
        " background: palette(base); }"
        f"{kind}:focus {{ border: 2px solid palette(accent); padding: {padding[0] - 1}px {padding[1] - 1}px; }}"
        "QListWidget::item { padding: 3px 5px; border: none; border-radius: 4px; }"
        "QListWidget::item:hover { background: palette(alternate-base); }"
        "QListWidget::item:selected { background: palette(highlight); color: palette(highlighted-text); }"
    )
    slim(area)


def ringed(view: QAbstractScrollArea) -> None:
    """Give a list or a table a ring while the keyboard works on it. Whatever else its style sheet says stays."""
    kind = next(name for name in ("QListWidget", "QListView", "QTableView", "QTreeView") if view.inherits(name))
    ring = f"{kind} {{ border: 2px solid transparent; }} {kind}:focus {{ border: 2px solid palette(accent); border-radius: 4px; }}"
    view.setStyleSheet(f"{view.styleSheet()} {ring}")


def headed(header: QHeaderView) -> None:
    """Give a table's header room around its texts, and a thin line below and between them."""
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setStyleSheet(
        "QHeaderView { background: transparent; border: none; }"
        f"QHeaderView::section {{ background: palette(base); color: palette(text); border: none; padding: {UNIT // 2}px {UNIT}px;"
        " border-bottom: 1px solid palette(midlight); border-right: 1px solid palette(midlight); }"
        "QHeaderView::section:hover { background: palette(alternate-base); }"
    )


def slim(area: QAbstractScrollArea) -> None:
    """Give a scroll area a narrow vertical bar without arrows."""
    area.verticalScrollBar().setStyleSheet(
        "QScrollBar:vertical { width: 10px; background: transparent; margin: 0; }"
        "QScrollBar::handle:vertical { background: palette(mid); border-radius: 3px; min-height: 32px; margin: 2px; }"
        "QScrollBar::handle:vertical:hover { background: palette(shadow); }"
        "QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { height: 0; background: none; }"
    )


def scrolling(*, reached: bool = False) -> QScrollArea:
    """Return an area without a frame that scrolls up and down only. Tab comes to it where it is to be *reached*: elsewhere what it
    holds can be.
    """
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if not reached:
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    slim(area)
    return area


def slim_below(area: QAbstractScrollArea) -> None:
    """Give a scroll area a narrow horizontal bar without arrows."""
    area.horizontalScrollBar().setStyleSheet(
        "QScrollBar:horizontal { height: 10px; background: transparent; margin: 0; }"
        "QScrollBar::handle:horizontal { background: palette(mid); border-radius: 3px; min-width: 32px; margin: 2px; }"
        "QScrollBar::handle:horizontal:hover { background: palette(shadow); }"
        "QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { width: 0; background: none; }"
    )
