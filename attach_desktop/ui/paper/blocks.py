"""Every block of a document becomes rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from attach_desktop.summary.document import (
    Block,
    Field,
    Figure,
    Grid,
    Heading,
    Items,
    Large,
    PageBreak,
    Paragraph,
    Ruled,
    Scale,
    Span,
    Tone,
)
from attach_desktop.ui.charts.chart import Chart
from attach_desktop.ui.paper.flow import Flow, Part, Row
from attach_desktop.ui.paper.plain import plain
from attach_desktop.ui.paper.sheet import MM
from attach_desktop.ui.paper.text import MOST_KNOWN, SHORT, Lines, Text, packed, parts, stretches
from attach_desktop.ui.paper.things import Drawing, MarkThing, Numbers, Rule
from attach_desktop.ui.paper.type import Fonts, Style

#: Spaces above, in dots.
_HEADINGS = {1: (Style.SECTION, 9 * MM), 2: (Style.PART, 6 * MM), 3: (Style.ENTRY, 5 * MM)}
_TONES = {Tone.BODY: Style.BODY, Tone.MUTED: Style.MUTED, Tone.SMALL: Style.SMALL, Tone.LEAD: Style.LEAD}
_ABOVE, _CLOSE, _ITEM = 2.0 * MM, 1.0 * MM, 0.9 * MM
#: A text is no wider than a line can be read with ease; labels stand in a column of their own.
_MEASURE, _LABEL, _GAP = 142 * MM, 38 * MM, 4 * MM
#: A paragraph up to so long leads to the drawing or the table after it.
_LEAD = 400
#: After a heading so many lines at least stand on its page.
_OWED = 2
_CELL, _CELL_GAP = 1.1 * MM, 3 * MM
_FIGURES = re.compile(r"[+\-−–]?[0-9]*([.,][0-9]+)?( ?%)?")
#: A pixel of a drawing on the screen is so much on paper.
_PIXEL = 0.27 * MM
_SQUARE = 1.2
_RULED = 9 * MM
#: With less room than that, what stands behind a heading goes below it.
_ROOM_ASIDE = 25 * MM

Draw = Callable[[Figure], Sequence[Chart]]


class Blocks:
    """Writes blocks into a flow. ``letters`` are all the characters that were written, each once."""

    def __init__(self, flow: Flow, measure: float, draw: Draw) -> None:
        """``measure`` is the width between the margins; ``draw`` makes the drawings of a figure."""
        self._flow, self._measure, self._draw = flow, measure, draw
        self._fonts = Fonts()
        self._owed = 0
        self._last_heading = ""
        #: Labels come again and again; each is laid out once.
        self._labels: dict[str, tuple[list[Part], float]] = {}
        self._known: dict[tuple[str, Style, float, str], Sequence[Lines]] = {}
        self._marks: dict[MarkThing, MarkThing] = {}
        self.letters: set[str] = set()

    # -- texts -----------------------------------------------------------------------------------------------------

    def write(
        self,
        text: str,
        style: Style,
        above: float,
        *,
        width: float = 0.0,
        x: float = 0.0,
        spans: tuple[Span, ...] = (),
        align: str = "",
        keep: bool = False,
        beside: Sequence[Part] = (),
        beside_height: float = 0.0,
    ) -> None:
        """Write a text of any length. ``beside`` stands beside its first line; ``keep`` binds it to what follows."""
        rows = self._rows(text, style, width or min(self._measure - x, _MEASURE), x, spans, align)
        count, height = len(rows), 0.0
        for at, (line_height, part) in enumerate(rows):
            last = at == count - 1
            # No first or last line alone on a page; a label is not cut off from its end.
            bound = (at in (0, count - 2) and not last) or height < beside_height or (last and keep)
            if self._owed:
                self._owed -= 1
                bound = bound or self._owed > 0
            height += line_height
            if last and height < beside_height:
                line_height += beside_height - height
            if last and not keep and not self._owed:
                bound = False
            self._flow.add(Row(line_height, (*beside, part) if not at else (part,), 0.0 if at else above, bound))

    def _rows(
        self, text: str, style: Style, width: float, x: float, spans: tuple[Span, ...], align: str
    ) -> list[tuple[float, Part]]:
        found = []
        for lines in self._broken(text, style, width, spans, align):
            tops, kept = lines.tops, packed(lines.text)
            for at in range(lines.count):
                found.append((tops[at + 1] - tops[at], Part(kept, x, 0.0, at, at + 1)))
        return found

    def _broken(
        self, text: str, style: Style, width: float, spans: tuple[Span, ...] = (), align: str = ""
    ) -> Sequence[Lines]:
        """A text in lines; short ones, such as names and answers, come again and again."""
        if spans or len(text) > SHORT:
            return self._broken_anew(text, style, width, spans, align)
        key = (text, style, width, align)
        known = self._known.get(key)
        if known is None:
            known = self._broken_anew(text, style, width, spans, align)
            if len(self._known) < MOST_KNOWN:
                self._known[key] = known
        return known

    def _broken_anew(
        self, text: str, style: Style, width: float, spans: tuple[Span, ...], align: str
    ) -> Sequence[Lines]:
        clean = plain(text)
        if not clean.isascii():
            self.letters.update(clean)
        return [
            lines
            for one, of_it in parts(clean, spans)
            for lines in stretches(Text(one, style, width, of_it, align), self._fonts)
        ]

    def _stacked(self, broken: Sequence[Lines], x: float, y: float = 0.0) -> tuple[list[Part], float]:
        """Texts one below the other as parts of one row, and how high they are."""
        found = []
        for lines in broken:
            found.append(Part(packed(lines.text), x, y, 0, lines.count))
            y += lines.tops[-1]
        return found, y

    # -- blocks ----------------------------------------------------------------------------------------------------

    def add(self, block: Block, after: Block | None = None) -> None:
        """Write one block; ``after`` is the one that follows."""
        keep = _belongs(block, after)
        match block:
            case Heading():
                self._heading(block)
            case Paragraph():
                self._paragraph(block, keep=keep)
            case Field():
                self._field(block, keep=keep)
            case Items():
                self._items(block)
            case Grid():
                self._grid(block)
            case Figure():
                self._figure(block)
            case Ruled():
                self._ruled(block)
            case Scale():
                self._scale(block)
            case Large():
                self._large(block)
            case PageBreak():
                self._flow.new_page()
        if not isinstance(block, Heading):
            self._owed = 0

    def rule(self, above: float) -> None:
        """A hairline across the page."""
        self._flow.add(Row(0.2 * MM, (Part(Rule(self._measure), 0.0),), above))

    def _heading(self, block: Heading) -> None:
        style, above = _HEADINGS[block.level]
        self._owed, self._last_heading = 0, block.text
        x, beside, height = 0.0, list[Part](), 0.0
        if block.mark is not None:
            side = style.dots * 1.25
            mark = MarkThing(block.mark.mood, block.mark.energy, side)
            beside.append(Part(self._marks.setdefault(mark, mark), 0.0, style.dots * 0.07))
            x, height = side + 1.4 * MM, side
        aside = self._aside(block, style, x) if block.aside else []
        self.write(
            block.text,
            style,
            above,
            width=self._measure - x,
            x=x,
            keep=True,
            beside=[*beside, *aside],
            beside_height=height,
        )
        if block.aside and not aside:
            self.write(block.aside, Style.ASIDE, 0.0, x=x, keep=True)
        self._owed = _OWED

    def _aside(self, block: Heading, style: Style, x: float) -> list[Part]:
        """What stands behind a heading, on the same line; nothing where there is no room."""
        broken = self._broken(block.text, style, self._measure - x)
        if len(broken) != 1 or broken[0].count != 1 or broken[0].text.right_to_left:
            return []
        end = broken[0].layout.lineAt(0)
        begin = x + end.naturalTextWidth() + 3 * MM
        if self._measure - begin < _ROOM_ASIDE:
            return []
        aside = self._broken(block.aside, Style.ASIDE, self._measure - begin)
        if len(aside) != 1 or aside[0].count != 1:
            return []
        return self._stacked(aside, begin, end.ascent() - aside[0].layout.lineAt(0).ascent())[0]

    def _paragraph(self, block: Paragraph, *, keep: bool) -> None:
        above = _CLOSE if block.tone is Tone.SMALL else _ABOVE
        self.write(block.text, _TONES[block.tone], above, spans=block.spans, keep=keep)

    def _field(self, block: Field, *, keep: bool) -> None:
        x = min(_LABEL, self._measure * 0.3)
        label, height = self._label(block.label, x - _GAP)
        self.write(
            block.text,
            Style.BODY,
            _ITEM,
            x=x,
            width=min(self._measure - x, _MEASURE),
            spans=block.spans,
            keep=keep,
            beside=label,
            beside_height=height,
        )

    def _label(self, text: str, width: float) -> tuple[list[Part], float]:
        """A label, so far down that it stands on one line with the text beside it though their sizes differ."""
        if text not in self._labels:
            drop = (Style.BODY.dots - Style.SMALL.dots) * 1.07
            self._labels[text] = self._stacked(self._broken(text, Style.SMALL, width), 0.0, drop)
        return self._labels[text]

    def _items(self, block: Items) -> None:
        room = 7 * MM if block.numbered else 4 * MM
        for at, text in enumerate(block.texts):
            sign = f"{at + 1}." if block.numbered else "–"
            mark, _ = self._stacked(self._broken(sign, Style.MUTED, room), 0.0)
            width = min(self._measure, _MEASURE) - room
            self.write(text, Style.BODY, _ITEM if at else _ABOVE, x=room, width=width, beside=mark)

    def _grid(self, block: Grid) -> None:
        if block.name and block.name != self._last_heading:
            self.write(block.name, Style.CAPTION, 3 * MM, keep=True)
        columns = self._columns(block)
        head = self._cells(block.heads, columns, Style.CAPTION, _ABOVE)
        if block.heads:
            self._flow.add(Row(head.height, head.parts, head.above, keep=True))
        for row in block.rows:
            made = self._cells(row, columns, Style.BODY, 0.0, head if block.heads else None)
            if made.height + head.height <= self._flow.room:
                self._flow.add(made)
            else:
                self._tall(row, columns, head if block.heads else None)

    def _columns(self, block: Grid) -> list[tuple[float, float, str]]:
        """For each column where it begins, how wide it is, and how it is aligned: figures stand at the right."""
        count = max([len(block.heads), *(len(row) for row in block.rows)], default=0)
        shares = [*block.shares, *[1.0] * count][:count]
        whole, x, found = sum(shares) or 1.0, 0.0, list[tuple[float, float, str]]()
        room = self._measure - _CELL_GAP * max(0, count - 1)
        for at, share in enumerate(shares):
            width = max(1 * MM, room * share / whole)
            cells = [row[at] for row in block.rows if at < len(row)]
            figures = bool(cells) and all(_FIGURES.fullmatch(cell) for cell in cells)
            found.append((x, width, "right" if figures else ""))
            x += width + _CELL_GAP
        return found

    def _cells(
        self,
        cells: Sequence[str],
        columns: Sequence[tuple[float, float, str]],
        style: Style,
        above: float,
        head: Row | None = None,
    ) -> Row:
        found, height = list[Part](), 0.0
        for cell, (x, width, align) in zip(cells, columns, strict=False):
            made, high = self._stacked(self._broken(cell, style, width, align=align), x, _CELL)
            found += made
            height = max(height, high)
        height = max(height, _CELL + style.dots * 1.36) + _CELL
        found.append(Part(Rule(self._measure, firm=style is Style.CAPTION), 0.0, height))
        return Row(height, found, above, False, head)

    def _tall(self, cells: Sequence[str], columns: Sequence[tuple[float, float, str]], head: Row | None) -> None:
        """A row that is taller than a page goes over several, line by line in all of its cells."""
        waiting = [
            self._rows(cell, Style.BODY, width, x, (), align)
            for cell, (x, width, align) in zip(cells, columns, strict=False)
        ]
        for at in range(max(len(column) for column in waiting)):
            line = [column[at] for column in waiting if at < len(column)]
            found = [part for _, part in line]
            self._flow.add(Row(max(high for high, _ in line), found, 0.0 if at else _CELL, False, head))
        self._flow.add(Row(_CELL, (Part(Rule(self._measure), 0.0, _CELL),)))

    def _figure(self, block: Figure) -> None:
        charts = self._draw(block)
        if not charts:
            self.write(block.name, Style.CAPTION, _ABOVE, keep=True)
            self.write(block.sentence, Style.MUTED, _CLOSE)
        for chart in charts:
            if len(charts) > 1:
                self.write(chart.name, Style.CAPTION, 3 * MM, keep=True)
            self._drawing(chart)

    def _drawing(self, chart: Chart) -> None:
        width, height = self._measure, chart.size[1] * _PIXEL
        if chart.size[0] < chart.size[1] * _SQUARE:
            # A plane keeps its shape.
            width = min(width, height * chart.size[0] / chart.size[1])
        room = self._flow.room * 0.9
        if height > room:
            width, height = width * room / height, room
        drawing = Drawing(chart, width, height)
        self._flow.add(Row(height + _ABOVE, (Part(drawing, (self._measure - width) / 2),), 3 * MM))

    def _ruled(self, block: Ruled) -> None:
        self.write(block.label, Style.STRONG, 5 * MM, keep=True)
        for at in range(block.lines):
            keep = at < block.lines - 1 and (not at or at == block.lines - 2)
            self._flow.add(Row(_RULED, (Part(Rule(self._measure, firm=True), 0.0, _RULED),), 0.0, keep))

    def _scale(self, block: Scale) -> None:
        self.write(block.label, Style.STRONG, 5 * MM, keep=True)
        words = [word for word in (block.low_word, block.high_word) if word]
        height = 9 * MM
        self._flow.add(
            Row(
                height,
                (Part(Numbers(block.low, block.high, min(self._measure, _MEASURE), height), 0.0),),
                _CLOSE,
                keep=bool(words),
            )
        )
        if words:
            width = min(self._measure, _MEASURE) / 2
            low, one = self._stacked(self._broken(block.low_word, Style.SMALL, width - MM), 0.0)
            high, other = self._stacked(self._broken(block.high_word, Style.SMALL, width - MM, align="right"), width)
            self._flow.add(Row(max(one, other), [*low, *high]))

    def _large(self, block: Large) -> None:
        style = Style.CODE if block.fixed else Style.LARGE
        above = 10 * MM
        if self._flow.at_head and not block.fixed:
            # On a page of its own it stands a third down.
            self._flow.add(Row(self._flow.room * 0.26, keep=True))
        for at, line in enumerate(block.lines):
            keep = at < len(block.lines) - 1
            self.write(line, style, 2 * MM if at else above, width=self._measure, align="middle", keep=keep)


def _belongs(block: Block, after: Block | None) -> bool:
    """Whether the end of a block stays on the page of what follows: a small line below it, or what it leads to."""
    if isinstance(after, Paragraph):
        return after.tone is Tone.SMALL
    return isinstance(block, Paragraph) and isinstance(after, (Figure, Grid)) and len(block.text) < _LEAD
