"""A chart as everything that shows it needs it: its drawing, what it says in words, and its numbers as a table."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from attach_desktop.interchange.cells import harmless
from attach_desktop.ui.theme.tokens import Palette
from attach_desktop.vault.finding import Filter

#: A window narrower than this share of the whole shows nothing more.
NARROWEST = 0.01
_FIGURE = re.compile(r"[+\-−]?[0-9]+([.,][0-9]+)?")


@dataclass(frozen=True, slots=True)
class Span:
    """The part of the horizontal axis on show, as shares of the whole: ``begin`` 0 and ``end`` 1 show all of it."""

    begin: float = 0.0
    end: float = 1.0

    @property
    def width(self) -> float:
        """Its share of the whole."""
        return self.end - self.begin

    def zoomed(self, factor: float, around: float = 0.5) -> Span:
        """Made wider (over 1) or narrower; the place ``around`` (0 to 1 of the span) stays where it is."""
        width = min(1.0, max(NARROWEST, self.width * factor))
        begin = self.begin + self.width * around - width * around
        return Span._within(begin, width)

    def moved(self, share: float) -> Span:
        """Moved by a share of its own width, as far as there is something."""
        return Span._within(self.begin + share * self.width, self.width)

    def showing(self, at: float) -> Span:
        """Moved just as far as it takes for the place ``at`` (of the whole) to be on show."""
        if self.begin <= at <= self.end:
            return self
        return Span._within(at - self.width / 2, self.width)

    @staticmethod
    def _within(begin: float, width: float) -> Span:
        begin = min(max(0.0, begin), 1.0 - width)
        return Span(begin, begin + width)


WHOLE = Span()


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a drawing that can be read: where it was drawn, and which of the chart's ``told`` says what it is."""

    at: QPointF
    told: int
    #: What belongs to it, for the mouse; None is a small circle around the place.
    box: QRectF | None = None


#: Draws a chart in a box with a palette and a font for small text, and says where what can be read stands.
Paint = Callable[[QPainter, QRectF, Palette, QFont, Span], Sequence[Spot]]


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers that a drawing shows: column heads and rows of texts."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def csv(self) -> str:
        """As comma-separated text with one head line; cells that a spreadsheet would run are made plain text."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([_plain(head) for head in self.heads])
        writer.writerows([_plain(cell) for cell in row] for row in self.rows)
        return out.getvalue()


def _plain(cell: str) -> str:
    """A figure stays one, also below zero; everything else is kept from being taken for a formula."""
    return cell if _FIGURE.fullmatch(cell) else harmless(cell)


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its ``name``, a ``sentence`` that says what it shows, and the same numbers as a ``table``.

    ``told`` is what can be read in it, in the order in which the arrow keys go; ``places`` says where each stands on
    the horizontal axis (0 to 1), for charts that zoom. ``size`` is what it would like to have, in pixels.
    """

    name: str
    sentence: str
    paint: Paint
    table: Table
    told: tuple[str, ...] = ()
    size: tuple[int, int] = (460, 220)
    zooms: bool = False
    places: tuple[float, ...] = ()
    #: For each reading what finds the records behind it, None where there is no such thing; empty for none at all.
    leads: tuple[Filter | None, ...] = ()

    def lead(self, told: int | None) -> Filter | None:
        """What finds the records behind a reading."""
        return self.leads[told] if told is not None and self.leads else None


D = TypeVar("D")


def painted(draw: Callable[[QPainter, QRectF, D, Palette, QFont, Span], Sequence[Spot]], data: D) -> Paint:
    """The drawing of some data, as a Chart takes it."""

    def paint(painter: QPainter, box: QRectF, palette: Palette, font: QFont, span: Span) -> Sequence[Spot]:
        return draw(painter, box, data, palette, font, span)

    return paint
