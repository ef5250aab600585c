"""Figures where nothing is drawn: their sentence takes their place, unless the text around them says it already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attach_desktop.summary.document import Block, Field, Figure, Heading, Paragraph


def as_sentences(blocks: Iterable[Block]) -> Iterator[Block]:
    """``blocks`` with a paragraph in the place of each figure; one whose sentence stands beside it is left out."""
    group: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and group:
            yield from _without(group)
            group = []
        group.append(block)
    yield from _without(group)


def _without(group: list[Block]) -> Iterator[Block]:
    if not any(isinstance(block, Figure) for block in group):
        yield from group
        return
    told = " ".join(block.text for block in group if isinstance(block, Paragraph | Field))
    for block in group:
        if not isinstance(block, Figure):
            yield block
        elif block.sentence not in told:
            yield Paragraph(block.sentence)
