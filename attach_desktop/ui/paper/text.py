"""A text of one paragraph, broken into lines: while it is laid out, and again whenever its page is painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

from attach_desktop.summary.document import Span
from attach_desktop.ui.paper.plain import runs_right_to_left
from attach_desktop.ui.paper.sheet import MM
from attach_desktop.ui.paper.type import Fonts, Style

#: A line is at least so many times as high as its type is large, whatever the font says.
_LEADING = 1.36
_TAB = 8 * MM
#: A longer paragraph is laid out in stretches of so many characters, or one page would cost as much as all of it.
STRETCH = 4000
#: Texts up to so many characters may come again, and so many of them are kept laid out by whoever lays out or paints.
SHORT, MOST_KNOWN = 60, 1000


class Text(NamedTuple):
    """A text without line breaks in a column of ``width`` dots; ``align`` is "" (as it reads), "right" or "middle"."""

    text: str
    style: Style
    width: float
    spans: tuple[Span, ...] = ()
    align: str = ""
    right_to_left: bool = False


#: A text as pages keep it: a bare tuple of bare values, of which the garbage collector takes no notice. With ten years
#: on paper it would otherwise stop the window again and again to look at every line.
Packed = tuple[str, int, float, tuple[Span, ...], str, bool]
_STYLES = tuple(Style)


def packed(text: Text) -> Packed:
    """A text for keeping."""
    return (text.text, _STYLES.index(text.style), text.width, text.spans, text.align, text.right_to_left)


def unpacked(kept: Packed) -> Text:
    """A text that was kept."""
    text, style, width, spans, align, right_to_left = kept
    return Text(text, _STYLES[style], width, spans, align, right_to_left)


class Lines:
    """A text broken into lines. ``tops`` are where they stand below the first, one more than there are lines."""

    __slots__ = ("layout", "text", "tops")

    def __init__(self, text: Text, fonts: Fonts, *, painted: bool = False) -> None:
        """Break ``text``; where it is ``painted`` at once, its glyphs are kept until then."""
        self.text = text
        self.layout = layout = QTextLayout(text.text, fonts[text.style])
        layout.setTextOption(_option(text, fonts))
        if painted:
            layout.setCacheEnabled(True)
        if text.spans:
            layout.setFormats(_formats(text))
        least = text.style.dots * _LEADING
        width, y, tops = text.width, 0.0, [0.0]
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            if y:
                line.setPosition(QPointF(0.0, y))
            y += max(line.height(), least)
            tops.append(y)
        layout.endLayout()
        self.tops = tops

    @property
    def count(self) -> int:
        """How many lines."""
        return len(self.tops) - 1

    def begin(self, line: int) -> int:
        """At which character (as Python counts) a line begins; one past the last is the end of the text."""
        if line >= self.count:
            return len(self.text.text)
        return _from_units(self.text.text, self.layout.lineAt(line).textStart())

    def line(self, line: int) -> str:
        """What stands in a line."""
        return self.text.text[self.begin(line) : self.begin(line + 1)]


def stretches(text: Text, fonts: Fonts) -> Sequence[Lines]:
    """A text broken into lines, in parts of bearable length that each begin at the beginning of a line."""
    if not text.text.isascii() and runs_right_to_left(text.text):
        text = text._replace(right_to_left=True)
    if len(text.text) <= STRETCH:
        return [Lines(text, fonts)]
    found, rest, spans = list[Lines](), text.text, text.spans
    while len(rest) > STRETCH:
        tried = Lines(text._replace(text=rest[:STRETCH], spans=_within(spans, 0, STRETCH)), fonts)
        # The last line may not be full; what stands in it begins the next stretch.
        cut = tried.begin(tried.count - 1) or STRETCH
        found.append(Lines(text._replace(text=rest[:cut], spans=_within(spans, 0, cut)), fonts))
        rest, spans = rest[cut:], _within(spans, cut, len(rest))
    if rest:
        found.append(Lines(text._replace(text=rest, spans=spans), fonts))
    return found


def parts(text: str, spans: tuple[Span, ...] = ()) -> Sequence[tuple[str, tuple[Span, ...]]]:
    """The lines of a text that the person made, each with its spans."""
    if "\n" not in text:
        return [(text, spans)]
    found, at = [], 0
    for line in text.split("\n"):
        found.append((line, _within(spans, at, at + len(line)) if spans else ()))
        at += len(line) + 1
    return found


def _within(spans: tuple[Span, ...], begin: int, end: int) -> tuple[Span, ...]:
    """The spans of a part of the text, counted from its begin."""
    return tuple(
        Span(max(one.begin, begin) - begin, min(one.end, end) - begin, one.bold, one.italic)
        for one in spans
        if one.begin < end and one.end > begin
    )


def _option(text: Text, fonts: Fonts) -> QTextOption:
    """How a text is broken; there are few ways, and each is made once."""
    key = (text.align, text.right_to_left)
    option = fonts.options.get(key)
    if option is None:
        fonts.options[key] = option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        option.setTabStopDistance(_TAB)
        direction = Qt.LayoutDirection.RightToLeft if text.right_to_left else Qt.LayoutDirection.LeftToRight
        option.setTextDirection(direction)
        if text.align == "middle":
            option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        elif text.right_to_left or text.align == "right":
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    return option


def _formats(text: Text) -> list[QTextLayout.FormatRange]:
    found = []
    for span in text.spans:
        made = QTextLayout.FormatRange()
        made.start = _units(text.text, span.begin)
        made.length = _units(text.text, span.end) - made.start
        look = QTextCharFormat()
        if span.bold:
            look.setFontWeight(QFont.Weight.DemiBold)
        if span.italic:
            look.setFontItalic(True)
        made.format = look
        found.append(made)
    return found


def _units(text: str, at: int) -> int:
    """The place of a character as Qt counts: what lies beyond the first plane takes two."""
    return at if text.isascii() else len(text[:at].encode("utf-16-le")) // 2


def _from_units(text: str, at: int) -> int:
    """The place of a character as Python counts."""
    return at if text.isascii() else len(text.encode("utf-16-le")[: 2 * at].decode("utf-16-le", "ignore"))
