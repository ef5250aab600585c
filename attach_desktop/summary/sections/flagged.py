"""The entries that the person marked for the session, whole."""

from __future__ import annotations

from collections.abc import Iterator

from attach_desktop.summary.document import Block
from attach_desktop.summary.making import ASKING, Making
from attach_desktop.summary.sections.entries import by_day


def blocks(making: Making) -> Iterator[Block]:
    """All of them, the oldest first."""
    yield from by_day(making, making.flagged())
    making.tick(ASKING)
