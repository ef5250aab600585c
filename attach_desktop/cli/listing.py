"""``list``: the entries that match, newest first."""

from __future__ import annotations

from attach_desktop.cli import filters
from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.listed import found, limit_of, say_json
from attach_desktop.cli.request import Request
from attach_desktop.journal.entry import JOURNAL
from attach_desktop.journal.store import JournalStore


def arguments(grammar: Grammar) -> None:
    """What to look for, and how to show it."""
    filters.arguments(grammar)
    grammar.option("--limit", metavar="N")
    grammar.switch("--json")


def act(request: Request) -> int:
    """Print one line for each entry, or the documented records as a JSON list."""
    options = request.options
    wanted, limit = filters.wanted(options), limit_of(options.limit)
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
