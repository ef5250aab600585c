"""A document as Markdown (CommonMark): whatever a person typed is text in it, and a figure is its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TextIO

from attach_desktop.interchange.markup import inline, paragraphs
from attach_desktop.summary.document import (
    Block,
    Document,
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
)
from attach_desktop.summary.figures import as_sentences
from attach_desktop.summary.signs import shown

ENCODING = "utf-8"
#: Stand for marks of emphasis until the text around them has been escaped; ``shown`` takes them out of what was typed.
_BOLD, _ITALIC = "\ufdd0", "\ufdd1"
_LINE = "\\_" * 30


def write(document: Document, out: TextIO) -> None:
    """Write ``document`` to ``out``."""
    for text in _head(document):
        out.write(f"{text}\n\n")
    for block in as_sentences(document.blocks):
        text = "\n\n".join(_block(block, 1 if document.title else 0))
        if text:
            out.write(f"{text}\n\n")


def _head(document: Document) -> Iterator[str]:
    if document.title:
        yield f"# {_line(document.title)}"
    if document.about:
        yield _line(document.about)
    yield from (f"*{_line(line)}*" for line in document.cover)


def _block(block: Block, below: int) -> Iterator[str]:
    """The paragraphs of a block; headings stand ``below`` levels further down than they say."""
    match block:
        case Heading():
            aside = f" – *{_line(block.aside)}*" if block.aside else ""
            yield f"{'#' * (block.level + below)} {_line(block.text)}{aside}"
        case Paragraph():
            yield _text(block.text, block.spans)
        case Field():
            yield f"**{_line(block.label)}**"
            yield _text(block.text, block.spans)
        case Items():
            yield "\n".join(_item(number, text, numbered=block.numbered) for number, text in enumerate(block.texts, 1))
        case Grid():
            yield from _grid(block)
        case Figure():
            yield _text(block.sentence)
        case Ruled():
            yield f"**{_line(block.label)}**"
            yield "\n\n".join([_LINE] * block.lines)
        case Scale():
            yield f"**{_line(block.label)}**"
            numbers = " ".join(map(str, range(block.low, block.high + 1)))
            yield " ".join(filter(None, (_line(block.low_word), numbers, _line(block.high_word))))
        case Large():
            yield "  \n".join(f"**{_line(line)}**" for line in block.lines)
        case PageBreak():
            yield "---"


def _item(number: int, text: str, *, numbered: bool) -> str:
    mark = f"{number}. " if numbered else "- "
    first, *rest = _text(text).split("\n")
    return "\n".join([mark + first, *(" " * len(mark) + line if line else "" for line in rest)])


def _grid(grid: Grid) -> Iterator[str]:
    yield f"**{_line(grid.name)}**"
    rows = [grid.heads, ("---",) * len(grid.heads), *grid.rows]
    cells = (row if number == 1 else tuple(map(_line, row)) for number, row in enumerate(rows))
    yield "\n".join(f"| {' | '.join(row)} |" for row in cells)


def _line(text: str) -> str:
    return inline(shown(text))


def _text(text: str, spans: Sequence[Span] = ()) -> str:
    """A text of any length, with its emphasis and its line breaks."""
    if not spans:
        return paragraphs(shown(text))
    marks: list[tuple[int, int, str]] = []
    for number, span in enumerate(spans):
        mark = _BOLD * span.bold + _ITALIC * span.italic
        # Of two that begin at one place the first is the outer one, and ends last.
        marks += [(span.begin, number, mark), (span.end, -number, mark[::-1])]
    parts: list[str] = []
    at = 0
    for place, _, mark in sorted(marks, key=lambda found: found[:2]):
        parts += [shown(text[at:place]), mark]
        at = place
    escaped = paragraphs("".join([*parts, shown(text[at:])]))
    return escaped.replace(_BOLD, "**").replace(_ITALIC, "*")
