"""Small widgets that every window uses. Their text is always plain text: nothing from outside is read as HTML."""

from __future__ import annotations

from typing import Final, Literal
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tenantdock.desktop.announcing import Announcer
from tenantdock.desktop.dressing import fitted
from tenantdock.desktop.look import (
    UNIT,
    badge_colours,
    blend,
    frame_colour,
    is_dark,
    is_high,
    luminance,
    muted,
    scaled,
    tinted,
)
from tenantdock.desktop.texts import Told, again, breakable, plain_tip, tr

Style = Literal["body", "strong", "heading", "title", "small", "error", "wrong", "code", "mono"]
_SIZES: dict[str, tuple[float, QFont.Weight | None]] = {
    "body": (1.0, None),
    "strong": (1.0, QFont.Weight.DemiBold),
    "heading": (1.2, QFont.Weight.DemiBold),
    "title": (1.45, QFont.Weight.DemiBold),
    "small": (0.95, None),
    "error": (1.0, None),
    "wrong": (1.0, QFont.Weight.DemiBold),
    "mono": (1.0, None),
    "code": (2.2, QFont.Weight.DemiBold),
}


def error_colour(palette: QPalette) -> QColor:
    """Return the colour of error texts, readable on the window's ground."""
    return QColor("#ff9d94" if is_dark(palette) else "#a3201a")


class Label(QLabel):
    """A label of plain text in one of the program's styles; follows font and palette."""

    def __init__(self, text: str = "", style: Style = "body", *, wrap: bool = False, selectable: bool = False) -> None:
        super().__init__()
        self._style = style
        self._styling = self._coloured = False
        self._raw = ""
        self._announcer: Announcer | None = None
        # What can be selected can be copied, and must not carry characters that nobody sees
        self._breaks = wrap and not selectable
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setText(text)
        self.take_look()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show *text*; very long words get invisible places to break, where the label wraps."""
        told = self._announcer is not None and text and text != self._raw
        before, self._raw = self._raw, text
        shown = breakable(text) if self._breaks else text
        super().setText(shown)
        # A screen reader must not stumble over places to break that nobody sees
        if self._breaks and self.accessibleName() in {"", before}:
            self.setAccessibleName(text if len(shown) != len(text) else "")
        if told and self._announcer is not None:
            self._announcer.tell(text)

    def speaks(self, *, at_last: bool = False) -> None:
        """Have a screen reader say every text from now on; with *at_last* only what it came to, for what changes at each key."""
        if self._announcer is None:
            self._announcer = Announcer(self, at_last=at_last)

    def text(self) -> str:
        """Return the text as it was set."""
        return self._raw

    def become(self, style: Style) -> None:
        """Take another style."""
        if style != self._style:
            self._style = style
            self.take_look()

    @property
    def told(self) -> Told | None:
        """The text, where it is one of ours that can be told in another language."""
        return self._raw if isinstance(self._raw, Told) else None

    def clear(self) -> None:
        """Show nothing."""
        self.setText("")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow the window's font and palette."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.ParentChange}:
            self.take_look()
        if event.type() in {QEvent.Type.LayoutDirectionChange, QEvent.Type.ParentChange}:
            self._turn()

    def _turn(self) -> None:
        """Keep to the side where the window begins. Qt's labels go by their own text, so that names would stand across."""
        kept = self.alignment()
        if not kept & Qt.AlignmentFlag.AlignHCenter:
            across = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            side = Qt.AlignmentFlag.AlignRight if across else Qt.AlignmentFlag.AlignLeft
            self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | (kept & Qt.AlignmentFlag.AlignVertical_Mask))

    def take_look(self) -> None:
        """Take the application's font and colours as they are now."""
        if self._styling:
            return
        self._styling = True
        factor, weight = _SIZES[self._style]
        mono = self._style in {"code", "mono"}
        base_font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont) if mono else QGuiApplication.font()
        if mono:
            base_font.setPointSizeF(QGuiApplication.font().pointSizeF())
        self.setFont(scaled(base_font, factor, weight))
        if self._style in {"small", "error", "wrong"}:
            base = QGuiApplication.palette()
            palette = self.palette()
            colour = muted(base) if self._style == "small" else error_colour(base)
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(palette)
            self._coloured = True
        elif self._coloured:
            self.setPalette(QPalette())
            self._coloured = False
        self._styling = False


class ElidedLabel(Label):
    """One line that ends in an ellipsis where there is no room; the whole text is in the tool tip."""

    def __init__(self, text: str = "", style: Style = "body") -> None:
        super().__init__(text, style)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show *text*."""
        super().setText(text)
        self._tip()

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """Give the tool tip only where something is cut."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # a QResizeEvent
        self._tip()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few letters wide."""
        return QSize(self.fontMetrics().averageCharWidth() * 6, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the text as far as it fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        # The text's own direction decides its order, the window's direction its side
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment()) | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(self.rect(), int(side | Qt.TextFlag.TextSingleLine), shown)

    def _tip(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        self.setToolTip(plain_tip(self.text()) if cut else "")


class Badge(QWidget):
    """A customer's colour and initials, as in the list."""

    def __init__(self, initials: str, colour: str) -> None:
        super().__init__()
        self._initials = initials
        self._fill, self._ink = badge_colours(colour)
        fitted(self, Badge._fit)

    def _fit(self) -> None:
        side = -(-self.fontMetrics().height() * 3 // UNIT) * UNIT
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._fill)
        painter.drawRoundedRect(self.rect(), UNIT, UNIT)
        painter.setPen(self._ink)
        painter.setFont(scaled(self.font(), 1.05, QFont.Weight.DemiBold))
        painter.drawText(QRect(self.rect()), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, self._initials)


class Swatch(QWidget):
    """A customer's colour alone, as in the list's columns: beside its name, and as tall."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._fill, _ink = badge_colours(colour)
        fitted(self, Swatch._fit)

    def _fit(self) -> None:
        side = self.fontMetrics().height() * 3 // 4
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._fill)
        painter.drawRoundedRect(self.rect(), 3, 3)


class Card(QFrame):
    """A box that holds what belongs together."""

    def __init__(self, tone: QColor | None = None) -> None:
        super().__init__()
        self._tone = tone
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(2 * UNIT, 3 * UNIT // 2, 2 * UNIT, 3 * UNIT // 2)
        self.body.setSpacing(UNIT)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint a rounded ground with a thin line."""
        base, text = self.palette().color(QPalette.ColorRole.Base), self.palette().color(QPalette.ColorRole.Text)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = is_high(self.palette())
        painter.setPen(text if high else blend(self._tone or text, base, 0.5 if self._tone else 0.16))
        painter.setBrush(blend(self._tone, base, 0.1) if self._tone and not high else base)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1).toRectF().translated(0.5, 0.5), UNIT, UNIT)


class Sheet(QFrame):
    """The ground of the list: a box with round corners, which what is inside leaves free."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(2, 2, 2, 2)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(frame_colour(self.palette(), 0.12))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class Button(QPushButton):
    """A button of the program's own look, the same on every system: plain, primary (filled with the accent) or flat."""

    def __init__(self, text: str = "", kind: Literal["plain", "primary", "flat"] = "plain", icon: str = "") -> None:
        super().__init__(text)
        self.told = text if isinstance(text, Told) else None
        """The text, where it is one of ours that can be told in another language."""
        self._kind: Literal["plain", "primary", "flat"] = kind
        self._icon_name = icon
        self._tinted: tuple[int, QIcon] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        self.setDefault(kind == "primary")

    def become(self, kind: Literal["plain", "primary", "flat"]) -> None:
        """Take another look, as the first thing to do in a window moves on from one button to another."""
        self._kind = kind
        self.setDefault(kind == "primary")
        self.update()

    @property
    def kind(self) -> Literal["plain", "primary", "flat"]:
        """How it looks."""
        return self._kind

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show *text*."""
        by_text = bool(self.text()) and self.accessibleName() == self.text().replace("&", "")
        self.told = text if isinstance(text, Told) else None
        super().setText(text)
        if by_text:  # or a screen reader would go on with what it said before
            KEPT.get(self, {}).pop("accessibleName", None)
            self.setAccessibleName(accessible := text.replace("&", ""))
            _keep(self, "accessibleName", accessible)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the text, on the grid."""
        metrics = self.fontMetrics()
        height = -(-(metrics.height() + 2 * UNIT) // UNIT) * UNIT
        if not self.text():
            return QSize(height, height)
        width = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width() + 4 * UNIT
        if self._icon_name:
            width += metrics.height() + UNIT // 2
        return QSize(max(width, 10 * UNIT), height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No text is cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses the button that has the focus. Qt would give it to the default button: on Cancel it would go on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if not event.isAutoRepeat():
                self.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground, line, icon, text and focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, frame, ink = self._colours()
        area = self.rect().toRectF().adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(frame if frame is not None else Qt.PenStyle.NoPen)
        painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(focus_colour(self.palette(), primary=self._kind == "primary"), 2))
            painter.drawRoundedRect(area, 6, 6)
        self._contents(painter, ink)

    def _contents(self, painter: QPainter, ink: QColor) -> None:
        metrics = self.fontMetrics()
        text_width = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width() if self.text() else 0
        side = round(metrics.height() * (1.0 if self.text() else 1.15)) if self._icon_name else 0
        gap = UNIT // 2 if side and text_width else 0
        start = (self.width() - text_width - side - gap) // 2
        if side:
            area = QRect(start, (self.height() - side) // 2, side, side)
            self._icon(ink).paint(painter, QStyle.visualRect(self.layoutDirection(), self.rect(), area))
        if text_width:
            area = QRect(start + side + gap, 0, text_width + 1, self.height())
            painter.setPen(ink)
            shown = QStyle.visualRect(self.layoutDirection(), self.rect(), area)
            painter.drawText(shown, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic), self.text())

    def _icon(self, ink: QColor) -> QIcon:
        if self._tinted is None or self._tinted[0] != ink.rgb():
            self._tinted = (ink.rgb(), tinted(self._icon_name, ink))
        return self._tinted[1]

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Ground, line and text for the state the button is in."""
        role, palette = QPalette.ColorRole, self.palette()
        window, text = palette.color(role.Window), palette.color(QPalette.ColorGroup.Active, role.WindowText)
        if not self.isEnabled():
            ink = palette.color(QPalette.ColorGroup.Disabled, role.ButtonText)
            return (None if self._kind == "flat" else blend(text, window, 0.05)), ink if is_high(palette) else None, ink
        strength = 0.16 if self.isDown() else 0.08 if self.underMouse() else 0.0
        if self._kind == "primary":
            fill = palette.color(QPalette.ColorGroup.Active, role.Highlight)
            ink = palette.color(QPalette.ColorGroup.Active, role.HighlightedText)
            # Away from the text, so that it can still be read on it
            return blend(QColor("#000000" if luminance(ink) > 0.5 else "#ffffff"), fill, strength), None, ink  # noqa: PLR2004 - half
        if self._kind == "flat":
            return (blend(text, window, strength) if strength else None), None, text
        return blend(text, palette.color(role.Button), strength), frame_colour(palette), text


class SmallButton(Button):
    """A flat button that is no taller than a line, for the end of one."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "flat")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the text alone."""
        metrics = self.fontMetrics()
        width = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        return QSize(width + 2 * UNIT, metrics.height() + UNIT)


class PrimaryButton(Button):
    """The one button of a window that goes on."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "primary")


def focus_colour(palette: QPalette, *, primary: bool = False) -> QColor:
    """Return the colour of the ring around what has the focus. On the accent itself it is the text's colour."""
    role = QPalette.ColorRole.WindowText if primary else QPalette.ColorRole.Accent
    return palette.color(QPalette.ColorGroup.Active, role)


def icon_button(icon: str, name: str) -> Button:
    """Return a flat button with one of our icons; *name* is its tool tip and its accessible name."""
    button = Button("", "flat", icon)
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button


def copy_button(text: str, name: str | None = None) -> Button:
    """Return a button that copies *text*. It says so when it did."""
    shown = name or tr("Copy")
    button = Button(shown)
    button.setAccessibleName(shown)

    def copy() -> None:
        QGuiApplication.clipboard().setText(again(text))
        button.setText(tr("Copied"))

    button.clicked.connect(copy)
    return button


def spaced(layout: QBoxLayout, *, margin: int = 0, gap: int = 1) -> QBoxLayout:
    """Set a layout's margins and gap, in grid units."""
    layout.setContentsMargins(margin * UNIT, margin * UNIT, margin * UNIT, margin * UNIT)
    layout.setSpacing(gap * UNIT)
    return layout


KEPT: Final[WeakKeyDictionary[QObject, dict[str, Told]]] = WeakKeyDictionary()
"""Texts of ours that widgets were given, by the property: two that are the same in one language may differ in another."""


def named(widget: QWidget, name: str, accessible: str = "") -> None:
    """Set a widget's object name (for tests and the tour) and its accessible name (for screen readers).

    What a label shows is its name already; *accessible* then says what it is about.
    """
    widget.setObjectName(name)
    if accessible and isinstance(widget, QLabel):
        widget.setAccessibleDescription(accessible)
        _keep(widget, "accessibleDescription", accessible)
    elif accessible:
        widget.setAccessibleName(accessible)
        _keep(widget, "accessibleName", accessible)
    elif isinstance(widget, (QPushButton, QToolButton)) and not widget.accessibleName():
        shown = widget.told if isinstance(widget, Button) and widget.told is not None else widget.text()
        widget.setAccessibleName(accessible := shown.replace("&", ""))
        _keep(widget, "accessibleName", accessible)


def _keep(widget: QWidget, name: str, text: str) -> None:
    if isinstance(text, Told):
        KEPT.setdefault(widget, {})[name] = text
