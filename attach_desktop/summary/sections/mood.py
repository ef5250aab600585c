"""Mood over time, and the year day by day where the days looked at are more than a month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from attach_desktop.insights.cards.mood import mood_over_time, year_in_pixels
from attach_desktop.insights.facts.mood import YearInPixels
from attach_desktop.summary.document import Block
from attach_desktop.summary.making import ASKING, Making
from attach_desktop.summary.sections.told import told

ASKED = 2
#: Of fewer days, the line says it all.
_LEAST_FOR_YEAR = 32


def blocks(making: Making) -> Iterator[Block]:
    """The line, and each calendar year that has a mood."""
    line = making.fact(mood_over_time)
    yield from told(making, line)
    making.tick(ASKING)
    if making.selection.period.days >= _LEAST_FOR_YEAR:
        for number, year in enumerate(sorted({day.day.year for day in line.days})):
            fact = making.shown(
                _of_period(making, making.insights.ask(partial(year_in_pixels, year=year), making.selection))
            )
            yield from told(making, fact, heading="" if number else making.words.title("year"))
    making.tick(ASKING)


def _of_period(making: Making, fact: YearInPixels) -> YearInPixels:
    """A year without the days that were not asked for."""
    days = tuple(day for day in fact.days if making.begin <= day.day <= making.end)
    basis = replace(fact.basis, entries=sum(day.entries for day in days), days=len(days), left_out=0)
    return replace(fact, days=days, basis=basis, years=(fact.year,))
