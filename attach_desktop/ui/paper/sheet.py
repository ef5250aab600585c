"""Sheets of paper: how large they are, and what of them is written on. Lengths are in millimetres and in dots."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QLocale, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

#: The fine units that everything is laid out in, so that a page is the same on a screen, a printer and in a PDF.
DOTS_PER_INCH = 600
#: So many dots are a millimetre, and a point of type.
MM, POINT = DOTS_PER_INCH / 25.4, DOTS_PER_INCH / 72
#: Margins in millimetres: wider than any printer needs. On small sheets they take at most so much of the width.
_SIDE, _TOP, _FOOT, _SHARE = 22.0, 16.0, 18.0, 0.12
#: The strip at the head of a page for the header, and the space below its line, in millimetres.
_HEADER = 12.0


class Size(NamedTuple):
    """The size of a sheet in millimetres."""

    width: float
    height: float

    @property
    def side(self) -> float:
        """The margin at the left and at the right, in dots."""
        return min(_SIDE, self.width * _SHARE) * MM

    @property
    def top(self) -> float:
        """Where the header begins, in dots."""
        return min(_TOP, self.width * _SHARE) * MM

    @property
    def begin(self) -> float:
        """Where what is written begins, in dots."""
        return self.top + _HEADER * MM

    @property
    def end(self) -> float:
        """Where what is written ends, in dots."""
        return (self.height - min(_FOOT, self.width * _SHARE)) * MM

    @property
    def measure(self) -> float:
        """The width between the margins, in dots."""
        return self.width * MM - 2 * self.side

    def page_layout(self) -> QPageLayout:
        """Upright, to be painted on from corner to corner: the margins are the document's own."""
        known = {one.value: one.page_size_id for one in Paper}
        size = QPageSize(known[self]) if self in known else QPageSize(QSizeF(*self), QPageSize.Unit.Millimeter)
        upright, unit = QPageLayout.Orientation.Portrait, QPageLayout.Unit.Millimeter
        made = QPageLayout(size, upright, QMarginsF(), unit)
        made.setMode(QPageLayout.Mode.FullPageMode)
        return made


class Paper(Enum):
    """The sheets that there are to choose from, upright."""

    A4 = Size(210.0, 297.0)
    LETTER = Size(215.9, 279.4)

    @property
    def page_size_id(self) -> QPageSize.PageSizeId:
        """What Qt calls it."""
        return QPageSize.PageSizeId.A4 if self is Paper.A4 else QPageSize.PageSizeId.Letter

    @classmethod
    def usual(cls, locale: QLocale | None = None) -> Paper:
        """The one that is usual where the person lives."""
        system = (locale or QLocale.system()).measurementSystem()
        return cls.LETTER if system == QLocale.MeasurementSystem.ImperialUSSystem else cls.A4
