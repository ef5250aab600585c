"""``--from`` and ``--to``: a span of the person's days, both included."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from attach_desktop.cli.grammar import Grammar
from attach_desktop.errors import UsageError


def arguments(grammar: Grammar) -> None:
    """The two options."""
    grammar.option("--from", metavar="DAY", dest="begin")
    grammar.option("--to", metavar="DAY", dest="end")


def span(options: Namespace) -> tuple[date | None, date | None]:
    """The first and the last day; None leaves a side open. Raises UsageError for what is no day, or no span."""
    begin, end = _day("--from", options.begin), _day("--to", options.end)
    if begin is not None and end is not None and begin > end:
        raise UsageError("days-crossed", begin=begin, end=end)
    return begin, end


def _day(option: str, text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise UsageError("not-a-day", option=option, given=text[:40]) from error
