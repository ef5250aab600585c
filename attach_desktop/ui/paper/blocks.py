"""Every block of a document becomes rows."""

from __future__ import annotations

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
    Tone,
)
from attach_desktop.ui.charts.chart import Chart
from attach_desktop.ui.paper.flow import Flow, Part, Row
from attach_desktop.ui.paper.grids import Grids
from attach_desktop.ui.paper.sheet import MM
from attach_desktop.ui.paper.things import Drawing, MarkThing, Numbers, Rule
from attach_desktop.ui.paper.type import Style
from attach_desktop.ui.paper.writing import LINE, Writer

#: Spaces above, in dots.
_HEADINGS = {1: (Style.SECTION, 9 * MM), 2: (Style.PART, 6 * MM), 3: (Style.ENTRY, 5 * MM)}
_TONES = {Tone.BODY: Style.BODY, Tone.MUTED: Style.MUTED, Tone.SMALL: Style.SMALL, Tone.LEAD: Style.LEAD}
_ABOVE, _CLOSE, _ITEM = 2.0 * MM, 1.0 * MM, 0.9 * MM
#: Labels stand in a column of their own.
_LABEL, _GAP = 46 * MM, 4 * MM
#: A paragraph up to so long leads to the drawing or the table after it.
_LEAD = 400
#: After a heading so many lines at least stand on its page.
_OWED = 2
#: A pixel of a drawing on the screen is so much on paper.
_PIXEL = 0.27 * MM
_SQUARE = 1.2
_RULED = 9 * MM
#: With less room than that, what stands behind a heading goes below it.
_ROOM_ASIDE = 25 * MM

Draw = Callable[[Figure], Sequence[Chart]]


class Blocks:
    """Writes blocks into a flow."""

    def __init__(self, flow: Flow, measure: float, draw: Draw) -> None:
        """``measure`` is the width between the margins; ``draw`` makes the drawings of a figure."""
        self._flow, self._measure, self._draw = flow, measure, draw
        self._writer = Writer(flow, measure)
        self._grids = Grids(self._writer)
        self._last_heading = ""
        #: Labels come again and again; each is laid out once.
        self._labels: dict[str, tuple[list[Part], float]] = {}
        self._marks: dict[MarkThing, MarkThing] = {}

    @property
    def letters(self) -> set[str]:
        """All the characters that were written (but ASCII), each once."""
        return self._writer.letters

    def add(self, block: Block, after: Block | None = None) -> None:
        """Write one block; ``after`` is the one that follows."""
        keep = _belongs(block, after)
        self._writer.ends = isinstance(after, Heading)
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
                self._grids.write(block, named=block.name == self._last_heading)
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
            self._writer.owed = 0

    def write(self, text: str, style: Style, above: float) -> None:
        """Write a text that belongs to what follows."""
        self._writer.write(text, style, above, keep=True)

    def rule(self, above: float) -> None:
        """A hairline across the page."""
        self._flow.add(Row(2 * MM, (Part(Rule(self._measure), 0.0),), above))

    def _heading(self, block: Heading) -> None:
        style, above = _HEADINGS[block.level]
        self._writer.owed, self._last_heading = 0, block.text
        x, beside, height = 0.0, list[Part](), 0.0
        if block.mark is not None:
            side = style.dots * 1.25
            mark = MarkThing(block.mark.mood, block.mark.energy, side)
            beside.append(Part(self._marks.setdefault(mark, mark), 0.0, style.dots * 0.07))
            x, height = side + 1.4 * MM, side
        aside = self._aside(block, style, x) if block.aside else []
        self._writer.write(
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
            self._writer.write(block.aside, Style.ASIDE, 0.0, x=x, keep=True)
        self._writer.owed = _OWED

    def _aside(self, block: Heading, style: Style, x: float) -> list[Part]:
        """What stands behind a heading, on the same line; nothing where there is no room."""
        broken = self._writer.broken(block.text, style, self._measure - x)
        if len(broken) != 1 or broken[0].count != 1 or broken[0].text.right_to_left:
            return []
        end = broken[0].layout.lineAt(0)
        begin = x + end.naturalTextWidth() + 3 * MM
        if self._measure - begin < _ROOM_ASIDE:
            return []
        aside = self._writer.broken(block.aside, Style.ASIDE, self._measure - begin)
        if len(aside) != 1 or aside[0].count != 1:
            return []
        return self._writer.stacked(aside, begin, end.ascent() - aside[0].layout.lineAt(0).ascent())[0]

    def _paragraph(self, block: Paragraph, *, keep: bool) -> None:
        above = _CLOSE if block.tone is Tone.SMALL else _ABOVE
        self._writer.write(block.text, _TONES[block.tone], above, spans=block.spans, keep=keep)

    def _field(self, block: Field, *, keep: bool) -> None:
        x = min(_LABEL, self._measure * 0.3)
        label, height = self._label(block.label, x - _GAP)
        self._writer.write(
            block.text,
            Style.BODY,
            _ITEM,
            x=x,
            width=min(self._measure - x, LINE),
            spans=block.spans,
            keep=keep,
            beside=label,
            beside_height=height,
        )

    def _label(self, text: str, width: float) -> tuple[list[Part], float]:
        """A label, so far down that it stands on one line with the text beside it though their sizes differ."""
        if text not in self._labels:
            drop = (Style.BODY.dots - Style.SMALL.dots) * 1.07
            self._labels[text] = self._writer.stacked(self._writer.broken(text, Style.SMALL, width), 0.0, drop)
        return self._labels[text]

    def _items(self, block: Items) -> None:
        room = 7 * MM if block.numbered else 4 * MM
        for at, text in enumerate(block.texts):
            sign = f"{at + 1}." if block.numbered else "–"
            mark, _ = self._writer.stacked(self._writer.broken(sign, Style.MUTED, room), 0.0)
            width = min(self._measure, LINE) - room
            self._writer.write(text, Style.BODY, _ITEM if at else _ABOVE, x=room, width=width, beside=mark)

    def _figure(self, block: Figure) -> None:
        charts = self._draw(block)
        if not charts:
            self._writer.write(block.name, Style.CAPTION, _ABOVE, keep=True)
            self._writer.write(block.sentence, Style.MUTED, _CLOSE)
        for chart in charts:
            if len(charts) > 1:
                self._writer.write(chart.name, Style.CAPTION, 3 * MM, keep=True)
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
        self._writer.write(block.label, Style.STRONG, 5 * MM, keep=True)
        for at in range(block.lines):
            keep = at < block.lines - 1 and (not at or at == block.lines - 2)
            self._flow.add(Row(_RULED, (Part(Rule(self._measure, firm=True), 0.0, _RULED),), 0.0, keep))

    def _scale(self, block: Scale) -> None:
        self._writer.write(block.label, Style.STRONG, 5 * MM, keep=True)
        words = [word for word in (block.low_word, block.high_word) if word]
        height = 9 * MM
        self._flow.add(
            Row(
                height,
                (Part(Numbers(block.low, block.high, min(self._measure, LINE), height), 0.0),),
                _CLOSE,
                keep=bool(words),
            )
        )
        if words:
            width = min(self._measure, LINE) / 2
            low, one = self._writer.stacked(self._writer.broken(block.low_word, Style.SMALL, width - MM), 0.0)
            high, other = self._writer.stacked(
                self._writer.broken(block.high_word, Style.SMALL, width - MM, align="right"), width
            )
            self._flow.add(Row(max(one, other), [*low, *high]))

    def _large(self, block: Large) -> None:
        style = Style.CODE if block.fixed else Style.LARGE
        above = 10 * MM
        if self._flow.at_head and not block.fixed:
            # On a page of its own it stands a third down.
            self._flow.add(Row(self._flow.room * 0.26, keep=True))
        for at, line in enumerate(block.lines):
            keep = at < len(block.lines) - 1
            self._writer.write(line, style, 2 * MM if at else above, width=self._measure, align="middle", keep=keep)


def _belongs(block: Block, after: Block | None) -> bool:
    """Whether the end of a block stays on the page of what follows: a small line below it, or what it leads to."""
    if isinstance(after, Paragraph):
        return after.tone is Tone.SMALL
    return isinstance(block, Paragraph) and isinstance(after, (Figure, Grid)) and len(block.text) < _LEAD
