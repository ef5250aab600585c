"""What the person wants to ask, numbered."""

from __future__ import annotations

from collections.abc import Iterator

from attach_desktop.summary.document import Block, Items
from attach_desktop.summary.making import Making


def blocks(making: Making) -> Iterator[Block]:
    """The questions, one from each line."""
    asked = [making.names.text(line.strip()) for line in making.questions.splitlines() if line.strip()]
    if asked:
        yield Items(tuple(asked), numbered=True)
