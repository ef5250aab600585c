"""A document laid out: its pages, each a light record that is painted whenever somebody looks at it."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainter

from attach_desktop.interchange.progress import Cancelled, Progress
from attach_desktop.summary.document import Document
from attach_desktop.ui.paper.blocks import Blocks
from attach_desktop.ui.paper.drawings import Drawings
from attach_desktop.ui.paper.flow import Flow, Placed
from attach_desktop.ui.paper.missing import missing_scripts
from attach_desktop.ui.paper.plain import plain
from attach_desktop.ui.paper.said import is_plain
from attach_desktop.ui.paper.sheet import MM, Paper, Size
from attach_desktop.ui.paper.text import MOST_KNOWN, SHORT, Lines, Packed, Text, packed, unpacked
from attach_desktop.ui.paper.text_painter import TextPainter
from attach_desktop.ui.paper.things import Rule, Thing
from attach_desktop.ui.paper.type import Fonts, Style

#: Progress is told each so many blocks.
_STEP = 50


class Pages:
    """The pages of ``document`` on sheets of ``size`` (in millimetres). They do not change.

    ``missing`` names the scripts of which no font here can show every letter.
    """

    def __init__(
        self, document: Document, size: Size, pages: list[tuple[Placed, ...]], missing: tuple[str, ...]
    ) -> None:
        """As ``lay_out`` makes them."""
        self.document, self.size, self.missing = document, size, missing
        self._pages = pages

    @property
    def count(self) -> int:
        """How many there are; at least one."""
        return len(self._pages)

    def words(self, number: int) -> str:
        """What is written on a page (from 0), line by line; without the header."""
        fonts = Fonts()
        found = list[str]()
        for what, _, _, first, last in self._pages[number]:
            if not isinstance(what, Thing):
                lines = Lines(unpacked(what), fonts)
                found += [lines.line(at) for at in range(first, last)]
        return "\n".join(found)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page (from 0) on white paper; the painter is scaled so that ``sheet.MM`` units are a millimetre."""
        self.paint_with(Brush(painter), number)

    def paint_with(self, brush: Brush, number: int) -> None:
        """Paint a page with a brush that has painted others."""
        brush.header(self, number)
        for placed in self._pages[number]:
            brush.put(placed, self.size.side)


class Brush:
    """Paints what was placed."""

    def __init__(self, painter: QPainter) -> None:
        """With ``painter``."""
        self._painter, self._fonts = painter, Fonts()
        self._known: dict[Packed, Lines] = {}
        self._inked: Style | None = None
        self._noting = painter if isinstance(painter, TextPainter) else None
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def header(self, pages: Pages, number: int) -> None:
        """What stands at the head of every page; nothing on a single sheet that has no header of its own."""
        header, size = pages.document.header, pages.size
        if not header and pages.count == 1:
            return
        of = QCoreApplication.translate("Paper", "Page {page} of {count}")
        number_of = Text(of.format(page=number + 1, count=pages.count), Style.SMALL, size.measure / 3, align="right")
        right = Lines(number_of, self._fonts, painted=True)
        left = self._broken(packed(Text(plain(header).replace("\n", " "), Style.SMALL, size.measure * 2 / 3)))
        self._lines(left, size.side, size.top, 0, min(1, left.count))
        self._lines(right, size.side + size.measure * 2 / 3, size.top, 0, 1)
        Rule(size.measure).draw(self._painter, size.side, size.top + 5.5 * MM, self._fonts)
        self._inked = None

    def put(self, placed: Placed, left: float) -> None:
        """One thing, or some lines of a text."""
        what, x, y, first, last = placed
        if isinstance(what, Thing):
            what.draw(self._painter, left + x, y, self._fonts)
            self._inked = None
        else:
            self._lines(self._broken(what), left + x, y, first, last)

    def _broken(self, kept: Packed) -> Lines:
        """A text in lines. Short ones, such as labels and names, come again and again."""
        lines = self._known.get(kept)
        if lines is None:
            lines = Lines(unpacked(kept), self._fonts, painted=True)
            if len(kept[0]) <= SHORT and len(self._known) < MOST_KNOWN:
                self._known[kept] = lines
        return lines

    def _lines(self, lines: Lines, x: float, y: float, first: int, last: int) -> None:
        painter, text = self._painter, lines.text
        if self._inked is not text.style:
            painter.setPen(self._fonts.colour(text.style))
            self._inked = text.style
        if self._noting is not None and not is_plain(text.text):
            for number in range(first, last):
                at = QPointF(x, y - lines.tops[first])
                self._noting.draw_line(text.text, lines.layout.lineAt(number), at, right_to_left=text.right_to_left)
            return
        if first == 0 and last == lines.count:
            lines.layout.draw(painter, QPointF(x, y))
            return
        # A line draws itself at its own place below the first.
        at = QPointF(x, y - lines.tops[first])
        for number in range(first, last):
            lines.layout.lineAt(number).draw(painter, at)


def lay_out(document: Document, paper: Paper | Size, progress: Progress | None = None) -> Pages:
    """Place everything. Needs no window, and may run in another thread. Raises Cancelled if ``progress`` says so."""
    size = paper.value if isinstance(paper, Paper) else paper
    flow = Flow(size)
    blocks = Blocks(flow, size.measure, Drawings())
    _begin(blocks, document)
    total, following = len(document.blocks), iter(document.blocks)
    next(following, None)
    for done, (block, after) in enumerate(zip_longest(document.blocks, following)):
        if done % _STEP == 0 and progress is not None and not progress(done, total):
            raise Cancelled
        blocks.add(block, after)
    pages = flow.finish()
    if progress is not None and not progress(total, total):
        raise Cancelled
    blocks.letters.update(document.header)
    return Pages(document, size, pages, missing_scripts(blocks.letters))


def _begin(blocks: Blocks, document: Document) -> None:
    """What stands on the first page only."""
    if document.title:
        blocks.write(document.title, Style.TITLE, 0.0)
    if document.about:
        blocks.write(document.about, Style.ABOUT, 1 * MM)
    for at, line in enumerate(document.cover):
        blocks.write(line, Style.SMALL, 1 * MM if at else 4 * MM)
    if document.title:
        blocks.rule(5 * MM)
