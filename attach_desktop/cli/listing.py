"""``list``: the entries that match, newest first."""

from __future__ import annotations

from argparse import Namespace

from attach_desktop.cli import days
from attach_desktop.cli.fields import FLAGS, WORD_OPTIONS, option_of
from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.listed import check_texts, found, limit_of, say_json
from attach_desktop.cli.request import Request
from attach_desktop.cli.values import whole
from attach_desktop.errors import UsageError
from attach_desktop.journal.entry import JOURNAL
from attach_desktop.journal.store import JournalStore
from attach_desktop.vault.finding import Filter


def arguments(grammar: Grammar) -> None:
    """What to look for, and how to show it."""
    days.arguments(grammar)
    grammar.option("--search", metavar="WORDS", default="")
    grammar.option("--mood", metavar="LOW-HIGH")
    for option, field in WORD_OPTIONS.items():
        grammar.several(option, metavar="WORD", field=field)
    grammar.several("--coping", metavar="NAME", field="coping")
    for flag in FLAGS:
        grammar.switch(option_of(flag))
    grammar.option("--limit", metavar="N")
    grammar.switch("--json")


def act(request: Request) -> int:
    """Print one line for each entry, or the documented records as a JSON list."""
    options = request.options
    wanted, limit = _wanted(options), limit_of(options.limit)
    with request.vault() as vault:
        store = JournalStore(vault)
        entries = found(store, wanted, limit)
        if options.json:
            say_json(request, JOURNAL, entries)
            return 0
        from attach_desktop.cli.lines import line_of

        for stored in entries:
            request.say(line_of(stored, wanted.query))
        if request.stdout.isatty() and not store.find(wanted, 1):
            request.say(request.message("none-found" if wanted.any else "none-yet"))
    return 0


def _wanted(options: Namespace) -> Filter:
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
