"""Light Markdown as people write it in notes: emphasis, heads and lists become text with spans, the rest is as typed.

Nothing here can become a picture, a link or HTML: what looks like one is text. Every step takes time in proportion to
the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from attach_desktop.summary.document import Span

_HEAD = re.compile(r" {0,3}#{1,6}[ \t]+(?=\S)")
_HEAD_END = re.compile(r"[ \t]+#+[ \t]*$")
_BULLET = re.compile(r"([ \t]*)[-*+][ \t]+(?=\S)")
_RULE = re.compile(r"[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})")
_MARKS = re.compile(r"\*+|_+")
#: A longer run of signs is no mark.
_LONGEST_MARK = 3
_DASH = "– "


@dataclass(frozen=True, slots=True)
class Light:
    """A text with the parts that stand out."""

    text: str
    spans: tuple[Span, ...] = ()


def light(text: str) -> Light:
    """``text`` as it reads: marks of emphasis gone, heads bold, list items after a dash."""
    lines: list[str] = []
    spans: list[Span] = []
    length = 0
    for line in text.strip("\n").split("\n"):
        read = _line(line.rstrip("\r"))
        spans += [Span(span.begin + length, span.end + length, span.bold, span.italic) for span in read.spans]
        lines.append(read.text)
        length += len(read.text) + 1
    return Light("\n".join(lines), tuple(spans))


def _line(line: str) -> Light:
    if _RULE.fullmatch(line):
        return Light(line)
    head = _HEAD.match(line)
    if head:
        read = _emphasis(_HEAD_END.sub("", line[head.end() :]))
        return Light(read.text, (Span(0, len(read.text), bold=True), *(span for span in read.spans if span.italic)))
    bullet = _BULLET.match(line)
    if not bullet:
        return _emphasis(line)
    read, before = _emphasis(line[bullet.end() :]), bullet.group(1) + _DASH
    moved = (Span(span.begin + len(before), span.end + len(before), span.bold, span.italic) for span in read.spans)
    return Light(before + read.text, tuple(moved))


@dataclass(slots=True)
class _Open:
    mark: str
    begin: int
    end: int


def _emphasis(line: str) -> Light:
    """Emphasis within a line; a mark that closes nothing, or that nothing closes, is text."""
    if "*" not in line and "_" not in line:
        return Light(line)
    waiting: list[_Open] = []
    counts: dict[str, int] = {}
    pairs: list[tuple[_Open, int, int]] = []
    for found in _MARKS.finditer(line):
        mark, begin, end = found.group(), found.start(), found.end()
        if len(mark) > _LONGEST_MARK:
            continue
        if _closes(line, mark, begin, end) and counts.get(mark):
            while waiting[-1].mark != mark:
                counts[waiting.pop().mark] -= 1
            counts[mark] -= 1
            pairs.append((waiting.pop(), begin, end))
        elif _opens(line, mark, begin, end):
            waiting.append(_Open(mark, begin, end))
            counts[mark] = counts.get(mark, 0) + 1
    return _without_marks(line, pairs)


def _opens(line: str, mark: str, begin: int, end: int) -> bool:
    after, before = line[end : end + 1], line[begin - 1 : begin] if begin else ""
    return bool(after) and not after.isspace() and not (mark[0] == "_" and before.isalnum())


def _closes(line: str, mark: str, begin: int, end: int) -> bool:
    after, before = line[end : end + 1], line[begin - 1 : begin] if begin else ""
    return bool(before) and not before.isspace() and not (mark[0] == "_" and after.isalnum())


def _without_marks(line: str, pairs: list[tuple[_Open, int, int]]) -> Light:
    gone = sorted([(one.begin, one.end) for one, _, _ in pairs] + [(begin, end) for _, begin, end in pairs])
    parts: list[str] = []
    at, lost = 0, 0
    moved: dict[int, int] = {}
    for begin, end in gone:
        parts.append(line[at:begin])
        moved[begin] = begin - lost
        lost += end - begin
        moved[end] = end - lost
        at = end
    parts.append(line[at:])
    spans = [
        Span(moved[one.end], moved[begin], bold=len(one.mark) > 1, italic=len(one.mark) != 2) for one, begin, _ in pairs
    ]
    return Light("".join(parts), tuple(sorted(spans, key=lambda span: (span.begin, -span.end))))
