"""Every entry, day by day, the oldest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attach_desktop.journal.entry import Entry
from attach_desktop.summary.document import Block, Heading
from attach_desktop.summary.entry_blocks import entry_blocks
from attach_desktop.summary.making import Making


def work(making: Making) -> int:
    """How many entries are read."""
    return making.journal.count(making.begin, making.end)


def blocks(making: Making) -> Iterator[Block]:
    """All of them."""
    return by_day(making, making.entries())


def by_day(making: Making, entries: Iterable[Entry]) -> Iterator[Block]:
    """These entries below a heading for each day."""
    day: date | None = None
    for entry in entries:
        if day != (day := making.day_of(entry.at)):
            yield Heading(making.days.full(day), 2)
        yield from entry_blocks(entry, making.days.time(entry.at, day), making.words.vocabulary)
