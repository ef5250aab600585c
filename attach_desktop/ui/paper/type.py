"""The type on paper: a few sizes of one family, made anew by whoever paints, for a font belongs to one thread."""

from __future__ import annotations

from enum import Enum

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainterPath, QPen, QTextOption

from attach_desktop.ui.paper.sheet import POINT
from attach_desktop.ui.theme.tokens import LIGHT


class Style(Enum):
    """How a text is set: its size in points, whether it is bold, and whether it is quieter than the body."""

    TITLE = (20.0, True, False)
    ABOUT = (11.0, False, True)
    SECTION = (14.0, True, False)
    PART = (11.5, True, False)
    ENTRY = (10.5, True, False)
    ASIDE = (9.0, False, True)
    LEAD = (11.5, False, False)
    BODY = (10.0, False, False)
    STRONG = (10.0, True, False)
    MUTED = (10.0, False, True)
    SMALL = (8.5, False, True)
    CAPTION = (8.5, True, True)
    LARGE = (26.0, False, False)
    CODE = (15.0, False, False)

    #: There is one of each: what Enum does instead takes longer than to look a font up.
    __hash__ = object.__hash__

    def __init__(self, points: float, bold: bool, muted: bool) -> None:
        """Sizes are in points, and in dots."""
        self.points, self.bold, self.muted = points, bold, muted
        self.dots = points * POINT

    @property
    def fixed(self) -> bool:
        """Whether all letters have one width."""
        return self is Style.CODE


class Fonts:
    """The fonts and colours of the styles. Belongs to the thread that made it."""

    def __init__(self) -> None:
        """Of the program's own family."""
        self._made: dict[Style, QFont] = {}
        #: What is made once and used for many texts and marks: how lines are broken, by alignment and direction; the
        #: shapes of mood marks.
        self.options: dict[tuple[str, bool], QTextOption] = {}
        self.marks: dict[tuple[int, int | None], tuple[QPen, QPainterPath]] = {}
        self.ink, self.muted = QColor(LIGHT.ink), QColor(LIGHT.muted)

    def __getitem__(self, style: Style) -> QFont:
        """The font of a style, in dots."""
        font = self._made.get(style)
        if font is None:
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont) if style.fixed else QFont()
            font.setPixelSize(round(style.dots))
            font.setWeight(QFont.Weight.DemiBold if style.bold else QFont.Weight.Normal)
            font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
            self._made[style] = font
        return font

    def colour(self, style: Style) -> QColor:
        """The colour of a style."""
        return self.muted if style.muted else self.ink
