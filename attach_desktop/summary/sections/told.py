"""A card of the insights as blocks: its sentences, and its drawing."""

from __future__ import annotations

from attach_desktop.insights.facts.basis import Fact
from attach_desktop.summary.document import Block, Figure, Heading, Paragraph, Tone
from attach_desktop.summary.making import Making


def told(making: Making, fact: Fact, *, heading: str = "", figure: bool = True) -> list[Block]:
    """The sentences and the drawing of ``fact``, under ``heading`` if one is given; nothing where it says nothing."""
    if fact.empty:
        return []
    said = making.tell(fact)
    blocks: list[Block] = [Heading(heading, 2)] if heading else []
    blocks.append(Paragraph(said.lead))
    if figure:
        blocks.append(Figure(fact, said.title, said.text))
    if said.more:
        blocks.append(Paragraph(" ".join(said.more), Tone.MUTED))
    return blocks
