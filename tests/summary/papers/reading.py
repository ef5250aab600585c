"""Ways of reading a document in tests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
)


def texts(document: Document) -> list[str]:
    """Every text of a document in its order; empty ones left out."""
    head = (document.title, document.about, *document.cover)
    return [text for text in (*head, *(text for block in document.blocks for text in _texts(block))) if text]


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield from (block.text, block.aside)
        case Paragraph():
            yield block.text
        case Field():
            yield from (block.label, block.text)
        case Items():
            yield from block.texts
        case Grid():
            yield from (block.name, *block.heads, *(cell for row in block.rows for cell in row))
        case Figure():
            yield from (block.name, block.sentence)
        case Ruled():
            yield block.label
        case Scale():
            yield from (block.label, block.low_word, block.high_word)
        case Large():
            yield from block.lines
        case PageBreak():
            pass


def in_order(said: Sequence[str], *parts: str) -> bool:
    """Whether each part is in a text, one after the other."""
    places = [next(at for at, text in enumerate(said) if part in text) for part in parts]
    return places == sorted(places)
