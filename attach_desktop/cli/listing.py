"""``list``: the entries that match, newest first."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from itertools import islice

from attach_desktop.cli import days
from attach_desktop.cli.fields import FLAGS, WORD_OPTIONS, option_of, whole
from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.errors import UsageError
from attach_desktop.journal.entry import JOURNAL, Entry
from attach_desktop.journal.store import Filter, JournalStore
from attach_desktop.vault.kind import Stored, record_json

#: More than this are read in pages, so that a long list need not fit into memory.
_PAGE = 500


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
    wanted, limit = _wanted(options), _limit(options.limit)
    with request.vault() as vault:
        store = JournalStore(vault)
        found = _found(store, wanted, limit)
        if options.json:
            _print_json(request, found)
            return 0
        from attach_desktop.cli.lines import line_of

        for stored in found:
            request.say(line_of(stored, wanted.query))
        if request.stdout.isatty() and not store.find(wanted, 1):
            request.say(request.message("none-found" if wanted.any else "none-yet"))
    return 0


def _found(store: JournalStore, wanted: Filter, limit: int | None) -> Iterable[Stored[Entry]]:
    if limit is not None and limit <= _PAGE:
        return store.find(wanted, limit)
    return islice(store.each_found(wanted), limit)


def _wanted(options: Namespace) -> Filter:
    begin, end = days.span(options)
    low, high = _moods(options.mood)
    words = [(field, word) for field in (*WORD_OPTIONS.values(), "coping") for word in getattr(options, field) or ()]
    words += [("flag", flag) for flag in FLAGS if getattr(options, flag)]
    if any(not _encodable(text) for text in (options.search, *(word for _, word in words))):
        raise UsageError("search-not-text")
    return Filter(query=options.search, begin=begin, end=end, mood_low=low, mood_high=high, words=tuple(words))


def _encodable(text: str) -> bool:
    return text.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in text)


def _moods(text: str | None) -> tuple[int, int]:
    if text is None:
        return 1, 5
    first, dash, last = text.partition("-")
    low, high = whole(first), whole(last if dash else first)
    if not (isinstance(low, int) and isinstance(high, int) and 1 <= low <= high <= 5):
        raise UsageError("not-moods", given=text[:40])
    return low, high


def _limit(text: str | None) -> int | None:
    if text is None:
        return None
    limit = whole(text)
    if not isinstance(limit, int) or limit < 0:
        raise UsageError("not-a-count", option="--limit", given=text[:40])
    return limit


def _print_json(request: Request, found: Iterable[Stored[Entry]]) -> None:
    # One record a line, so that a script can read it as a whole and a person can search it line by line.
    between = "\n"
    request.stdout.write("[")
    for stored in found:
        request.stdout.write(between + request.json(record_json(JOURNAL, stored)))
        between = ",\n"
    request.stdout.write("\n]\n")
