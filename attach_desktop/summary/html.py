"""A document as one HTML file that anybody can read, with eyes or ears, and that loads nothing.

Everything a person typed is escaped, has its own direction, and cannot reorder what stands around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TextIO

from attach_desktop import resources
from attach_desktop.summary.document import (
    Block,
    Document,
    Field,
    Figure,
    Grid,
    Heading,
    Items,
    Large,
    Mark,
    PageBreak,
    Paragraph,
    Picture,
    Ruled,
    Scale,
    Span,
)
from attach_desktop.summary.figures import as_sentences
from attach_desktop.summary.signs import shown
from attach_desktop.summary.svg import inlined

if TYPE_CHECKING:
    from jinja2 import Template

ENCODING = "utf-8"
#: Draws a figure; none where there is nothing to draw.
Draw = Callable[[Figure], Sequence[Picture]]
_FOLDER, _TEMPLATE, _STYLE = "templates", "summary.html", "summary.css"
_KINDS = {
    Paragraph: "paragraph",
    Items: "items",
    Grid: "grid",
    Ruled: "ruled",
    Scale: "scale",
    Large: "large",
    PageBreak: "break",
}


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of a text that is written alike."""

    text: str
    bold: bool
    italic: bool


@dataclass(frozen=True, slots=True)
class _Shown:
    """A block as the template takes it."""

    kind: str
    given: Any
    level: int = 0
    mark: str = ""
    tag: str = ""


def write(document: Document, out: TextIO, draw: Draw | None = None) -> None:
    """Write ``document`` to ``out``; without ``draw``, figures are told in their sentence."""
    words = resources.content("summary", document.language)["html"]
    style = resources.path(_FOLDER, _STYLE).read_text("utf-8").strip()
    stream = _template().stream(
        document=document, blocks=_shown(document, draw), words=words, style=style, shown=shown, runs=_runs
    )
    for piece in stream:
        out.write(piece)
    out.write("\n")


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined)
    source = resources.path(_FOLDER, _TEMPLATE).read_text("utf-8")
    return environment.from_string(source)


def _shown(document: Document, draw: Draw | None) -> Iterator[_Shown]:
    """The blocks for the template; fields that follow each other are one list."""
    blocks: Iterable[Block] = document.blocks if draw is not None else as_sentences(document.blocks)
    levels = _Levels()
    fields: list[Field] = []
    pictures = 0
    for block in blocks:
        if isinstance(block, Field):
            fields.append(block)
            continue
        if fields:
            yield _Shown("fields", fields)
            fields = []
        if isinstance(block, Heading):
            yield _Shown("heading", block, levels.of(block.level + 1), _path(block.mark))
        elif isinstance(block, Figure):
            drawn = draw(block) if draw is not None else ()
            for picture in drawn:
                pictures += 1
                yield _Shown("picture", replace(picture, svg=inlined(picture, f"figure-{pictures}")))
            if not drawn:
                yield _Shown("paragraph", Paragraph(block.sentence))
        else:
            tag = "ol" if isinstance(block, Items) and block.numbered else "ul"
            yield _Shown(_KINDS[type(block)], block, tag=tag)
    if fields:
        yield _Shown("fields", fields)


class _Levels:
    """Levels of headings without a gap: what stands too deep comes up to the next level."""

    def __init__(self) -> None:
        self._last = 1

    def of(self, level: int) -> int:
        """The level to use for a heading that would be of ``level`` (2 to 6)."""
        self._last = min(level, self._last + 1, 6)
        return self._last


def _path(mark: Mark | None) -> str:
    """The line of a mood mark, bent from low to high as in the window; empty where there is no mood."""
    if mark is None or mark.mood is None:
        return ""
    bend = (mark.mood - 3) * 2.5
    return f"M3 {8 - bend / 2:g} Q12 {8 + bend * 1.5:g} 21 {8 - bend / 2:g}"


def _runs(text: str, spans: Sequence[Span]) -> Iterator[_Run]:
    """``text`` in stretches that are written alike."""
    changes = [(0, 0, 0), (len(text), 0, 0)]
    for span in spans:
        changes += [(span.begin, span.bold, span.italic), (span.end, -span.bold, -span.italic)]
    at = bold = italic = 0
    for place, more_bold, more_italic in sorted(changes):
        if place > at:
            yield _Run(shown(text[at:place]), bold > 0, italic > 0)
            at = place
        bold, italic = bold + more_bold, italic + more_italic
