"""The rows of the window of open consoles, and how they tell the time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum
from functools import lru_cache
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPen, QPixmap

from tenantdock.desktop.look import NEUTRAL, badge_colours, is_dark
from tenantdock.desktop.parts import error_colour
from tenantdock.desktop.texts import again, countdown, duration, joined, outside, plain_tip, tr
from tenantdock.domain.services import ALL
from tenantdock.domain.sessions import SOON, SessionInfo, SessionState

_SECONDS_BELOW: Final = 60.0
_SWATCH: Final = 48  # pixels; shown at 16 on an ordinary screen
_LABELS: Final = {service.key: service.label for service in ALL}
_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX: Final = QModelIndex()


class Column(IntEnum):
    """What stands where."""

    CUSTOMER = 0
    ACCOUNT = 1
    SERVICES = 2
    LEFT = 3


def next_tick(ends: Iterable[float], now: float) -> float | None:
    """Return in how many seconds a countdown changes next, or None when none runs. *ends* and *now* are Unix seconds.

    Once a second only in a token's last minute; before that once a minute, at the first whole one of any of them, and never sooner
    than five seconds on, so that many consoles wake the machine no more often than a few.
    """
    lefts = [end - now for end in ends if end > now]
    if not lefts:
        return None
    soonest = min(lefts)
    if soonest <= _SECONDS_BELOW:
        return 1.0
    return min(soonest - _SECONDS_BELOW, max(5.0, min(left % 60.0 for left in lefts))) + 0.05


@lru_cache(maxsize=64)
def swatch(colour: str) -> QIcon:
    """Return a customer's colour as an icon that stays as it is in a selected row."""
    picture = QPixmap(_SWATCH, _SWATCH)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("#ffffff"), _SWATCH / 16))
    painter.setBrush(badge_colours(colour)[0])
    edge = _SWATCH / 32
    painter.drawRoundedRect(QRectF(edge, edge, _SWATCH - 2 * edge, _SWATCH - 2 * edge), _SWATCH / 4, _SWATCH / 4)
    painter.end()
    icon = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
        icon.addPixmap(picture, mode)
    return icon


class SessionModel(QAbstractTableModel):
    """Open consoles, the one whose token ends first at the top."""

    def __init__(self, now: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._rows: list[SessionInfo] = []
        self._colours: Mapping[str, str] = {}
        self._news: dict[str, str] = {}
        self._answers: dict[int, Callable[[SessionInfo, Column], object]] = {
            Qt.ItemDataRole.DisplayRole: self._text,
            # A name that looks like HTML would be taken for it; a tool tip has no switch for plain text
            Qt.ItemDataRole.ToolTipRole: lambda session, _column: plain_tip("\n".join(self._told(session))),
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.DecorationRole: self._swatch,
            Qt.ItemDataRole.ForegroundRole: self._ink,
        }

    @property
    def sessions(self) -> list[SessionInfo]:
        """The rows. Do not change the list."""
        return self._rows

    def show_sessions(self, sessions: Iterable[SessionInfo], colours: Mapping[str, str]) -> bool:
        """Show these, those that ended left out; *colours* are the customers', by connection id. Returns whether the rows are
        other ones than before.
        """
        found = [session for session in sessions if session.state is SessionState.OPEN]
        found.sort(key=lambda session: (session.soonest is None, session.soonest or session.opened_at, session.name))
        self._colours = colours
        self._news = {key: text for key, text in self._news.items() if any(each.id == key for each in found)}
        if [each.id for each in found] == [each.id for each in self._rows]:
            self._rows = found
            self.tick()
            return False
        self.beginResetModel()
        self._rows = found
        self.endResetModel()
        return True

    def tell(self, session_id: str, text: str) -> None:
        """Say something of a session in the place of its time, until "" is said."""
        self._news[session_id] = text
        self.tick()

    def tick(self) -> None:
        """Have everything painted anew."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(Column) - 1))

    def row_of(self, session_id: str) -> int:
        """Return the row of a session, -1 when it is not here."""
        return next((at for at, session in enumerate(self._rows) if session.id == session_id), -1)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:  # noqa: N802 - Qt's name
        """How many consoles are open."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:  # noqa: N802 - Qt's name
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """What the columns are called."""
        names = (tr("Customer"), tr("Account"), tr("Services"), tr("Time left"))
        horizontal = orientation == Qt.Orientation.Horizontal
        return names[section] if horizontal and role == Qt.ItemDataRole.DisplayRole and section < len(names) else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What Qt asks for."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        session, column = self._rows[index.row()], Column(index.column())
        answer = self._answers.get(role)
        return answer(session, column) if answer is not None else None

    def _swatch(self, session: SessionInfo, column: Column) -> QIcon | None:
        return swatch(self._colours.get(session.connection_id) or NEUTRAL) if column is Column.CUSTOMER else None

    def _text(self, session: SessionInfo, column: Column) -> str:
        if column is Column.CUSTOMER:
            return outside(session.name)
        if column is Column.ACCOUNT:
            return outside(session.username, 120)
        if column is Column.SERVICES:
            return ", ".join(_LABELS.get(each.service, each.service) for each in session.held)
        return self._left(session)

    def _left(self, session: SessionInfo) -> str:
        trouble, left = session.trouble, countdown(session.soonest, self._now())
        if news := self._news.get(session.id):
            return str(again(news))
        if session.proven is False:
            return tr("Not as wanted")
        if trouble is not None:
            return joined(" \u2013 ", left, tr("sign-in needed") if trouble.person else tr("not renewed"))
        return joined(" \u2013 ", left, tr("ends soon")) if self._ends_soon(session) else left or tr("no token yet")

    def _ends_soon(self, session: SessionInfo) -> bool:
        return session.soonest is not None and 0 < session.soonest - self._now() <= SOON

    def _spoken(self, session: SessionInfo, column: Column) -> str:
        """What a screen reader says: the time left in whole words."""
        if column is not Column.LEFT:
            return self._text(session, column)
        end, now = session.soonest, self._now()
        told = session.trouble is not None or session.proven is False or self._news.get(session.id)
        if told or end is None or end <= now:
            return self._left(session)
        left = tr("{time} left", time=duration(end - now))
        return joined(", ", left, tr("ends soon")) if self._ends_soon(session) else left

    def _told(self, session: SessionInfo) -> list[str]:
        now = self._now()
        lines = [outside(session.name), outside(session.username, 120)]
        for each in session.held:
            left = countdown(each.expires_on, now) or tr("no token yet")
            trouble = f" \u2013 {outside(each.trouble, 200)}" if each.trouble else ""
            lines.append(f"{_LABELS.get(each.service, each.service)}: {left}{trouble}")
        return [*lines, outside(session.proof, 300)] if session.proof else lines

    def _ink(self, session: SessionInfo, column: Column) -> QColor | None:
        if column is not Column.LEFT:
            return None
        palette, end = QGuiApplication.palette(), session.soonest
        if session.trouble is not None or session.proven is False or (end is not None and end <= self._now()):
            return error_colour(palette)
        if self._ends_soon(session):
            return QColor("#ffc46b" if is_dark(palette) else "#8a5300")
        return palette.color(QPalette.ColorRole.Text)
