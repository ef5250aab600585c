"""Texts become rows: of any length, in any column, with something beside them, and bound to what they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from attach_desktop.summary.document import Span
from attach_desktop.ui.paper.flow import Flow, Part, Row
from attach_desktop.ui.paper.plain import plain
from attach_desktop.ui.paper.sheet import MM
from attach_desktop.ui.paper.text import MOST_KNOWN, SHORT, Lines, Text, packed, parts, stretches
from attach_desktop.ui.paper.type import Fonts, Style

#: A text is no wider, in dots, than a line can be read with ease.
LINE = 142 * MM


class Writer:
    """Writes texts into ``flow``. ``letters`` are all the characters that were written (but ASCII), each once.

    ``measure`` is the width between the margins, in dots. So many lines as ``owed`` are bound to each other whatever
    they are: a heading was just written. ``ends``: another heading follows, and nothing else.
    """

    def __init__(self, flow: Flow, measure: float) -> None:
        """Nothing is written yet."""
        self.flow, self.measure = flow, measure
        self.owed, self.ends = 0, False
        self.letters: set[str] = set()
        self._fonts = Fonts()
        self._known: dict[tuple[str, Style, float, str], Sequence[Lines]] = {}

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
        rows = self.rows(text, style, width or min(self.measure - x, LINE), x, spans, align)
        count, height = len(rows), 0.0
        for at, (line_height, part) in enumerate(rows):
            last = at == count - 1
            # No first or last line alone on a page; a label is not cut off from its end.
            bound = (at in (0, count - 2) and not last) or height < beside_height or (last and keep)
            if self.owed:
                self.owed -= 1
                bound = bound or self.owed > 0
            height += line_height
            if last and height < beside_height:
                line_height += beside_height - height
            if last and not keep and (self.ends or not self.owed):
                bound = False
            self.flow.add(Row(line_height, (*beside, part) if not at else (part,), 0.0 if at else above, bound))

    def rows(
        self, text: str, style: Style, width: float, x: float, spans: tuple[Span, ...] = (), align: str = ""
    ) -> list[tuple[float, Part]]:
        """Every line of a text, with its height."""
        found = []
        for lines in self.broken(text, style, width, spans, align):
            tops, kept = lines.tops, packed(lines.text)
            for at in range(lines.count):
                found.append((tops[at + 1] - tops[at], Part(kept, x, 0.0, at, at + 1)))
        return found

    def broken(
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

    def stacked(self, broken: Sequence[Lines], x: float, y: float = 0.0) -> tuple[list[Part], float]:
        """Texts one below the other as parts of one row, and how high they are."""
        found = []
        for lines in broken:
            found.append(Part(packed(lines.text), x, y, 0, lines.count))
            y += lines.tops[-1]
        return found, y

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
