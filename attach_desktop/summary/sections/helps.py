"""What was tried, and what was followed by ease."""

from __future__ import annotations

from collections.abc import Iterator

from attach_desktop.insights.cards.helps import what_helps
from attach_desktop.summary.document import Block
from attach_desktop.summary.making import ASKING, Making
from attach_desktop.summary.sections.told import told


def blocks(making: Making) -> Iterator[Block]:
    """The coping cards as the insights see them."""
    yield from told(making, making.fact(what_helps))
    making.tick(ASKING)
