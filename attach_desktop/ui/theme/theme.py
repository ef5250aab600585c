"""Turns tokens into a QPalette and a style sheet, follows the system, and tells drawn widgets when it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from attach_desktop import resources
from attach_desktop.ui.later import Qt
from attach_desktop.ui.theme import tokens
from attach_desktop.ui.theme.style_sheet import style_sheet
from attach_desktop.ui.theme.tokens import Palette

FOLLOW = "follow"


class Theme(QObject):
    """The look in force. Widgets that draw themselves read ``palette`` and repaint on ``changed``."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = FOLLOW, *, dressed: bool = True) -> None:
        """Dress ``app``; ``choice`` is "follow", "light", "dark" or "contrast".

        Without ``dressed`` the style sheet waits for ``dress``: Qt applies it anew to all that is in a widget whenever
        that gets a parent, so what is built before it is there costs a good part less.
        """
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._dressed = dressed
        # At first the system's own palette tells, later the system does (ui/later.py says why it is not asked now).
        self._dark = _is_dark(app.palette())
        self.palette: Palette = tokens.LIGHT
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def choice(self) -> str:
        """What the person chose."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Follow the system, or keep to one theme."""
        self._choice = choice
        self._apply()

    def dress(self) -> None:
        """Put the style sheet on."""
        self._dressed = True
        icons = resources.path("icons").as_posix()
        self._app.setStyleSheet(style_sheet(self.palette, self._app.font().pointSizeF(), icons))

    def font(self, size: str = "body", *, bold: bool = False) -> QFont:
        """The system font at a step of the type scale."""
        font = QFont(self._app.font())
        font.setPointSizeF(font.pointSizeF() * tokens.SCALE[size])
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def brush(self, colour: str) -> QBrush:
        """A brush of one colour, such as one of the palette's moods."""
        # Not QBrush(QColor(…)): that one does not do without Qt's enums (ui/later.py).
        holder, role = QPalette(), QPalette.ColorRole.Text
        holder.setColor(role, QColor(colour))
        return holder.brush(role)

    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        self._dark = scheme == Qt.ColorScheme.Dark
        self._apply()

    def _apply(self) -> None:
        wanted = tokens.THEMES.get(self._choice)
        if wanted is None:
            wanted = tokens.DARK if self._dark else tokens.LIGHT
        self.palette = wanted
        self._app.setPalette(_qt_palette(wanted))
        if self._dressed:
            self.dress()
        self.changed.emit()


def _is_dark(palette: QPalette) -> bool:
    ground, ink = palette.window().color(), palette.windowText().color()
    return ground.lightness() < ink.lightness()


def _qt_palette(palette: Palette) -> QPalette:
    role = QPalette.ColorRole
    result = QPalette()
    for which, colour in (
        (role.Window, palette.ground),
        (role.WindowText, palette.ink),
        (role.Base, palette.surface),
        (role.AlternateBase, palette.raised),
        (role.Text, palette.ink),
        (role.PlaceholderText, palette.muted),
        (role.Button, palette.raised),
        (role.ButtonText, palette.ink),
        (role.Highlight, palette.accent),
        (role.HighlightedText, palette.on_accent),
        (role.ToolTipBase, palette.raised),
        (role.ToolTipText, palette.ink),
        (role.Link, palette.accent),
        (role.LinkVisited, palette.accent),
        (role.Mid, palette.line),
        (role.Dark, palette.line),
        (role.Light, palette.surface),
    ):
        result.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, which, QColor(palette.muted))
    return result
