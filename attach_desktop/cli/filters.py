"""Which entries of the journal are wanted: the same options wherever entries are looked for."""

from __future__ import annotations

from argparse import Namespace

from attach_desktop.cli import days
from attach_desktop.cli.fields import FLAGS, WORD_OPTIONS, option_of
from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.listed import check_texts
from attach_desktop.cli.values import whole
from attach_desktop.errors import UsageError
from attach_desktop.vault.finding import Filter


def arguments(grammar: Grammar) -> None:
    """Days, words to look for, moods, words of each field, flags."""
    days.arguments(grammar)
    grammar.option("--search", metavar="WORDS", default="")
    grammar.option("--mood", metavar="LOW-HIGH")
    for option, field in WORD_OPTIONS.items():
        grammar.several(option, metavar="WORD", field=field)
    grammar.several("--coping", metavar="NAME", field="coping")
    for flag in FLAGS:
        grammar.switch(option_of(flag))


def wanted(options: Namespace) -> Filter:
    """The filter that was asked for. Raises UsageError for what cannot be looked for."""
    begin, end = days.span(options)
    low, high = _moods(options.mood)
    words = [(field, word) for field in (*WORD_OPTIONS.values(), "coping") for word in getattr(options, field) or ()]
    words += [("flag", flag) for flag in FLAGS if getattr(options, flag)]
    check_texts([options.search, *(word for _, word in words)])
    return Filter(query=options.search, begin=begin, end=end, mood_low=low, mood_high=high, words=tuple(words))


def _moods(text: str | None) -> tuple[int, int]:
    if text is None:
        return 1, 5
    first, dash, last = text.partition("-")
    low, high = whole(first), whole(last if dash else first)
    if not (isinstance(low, int) and isinstance(high, int) and 1 <= low <= high <= 5):
        raise UsageError("not-moods", given=text[:40])
    return low, high
