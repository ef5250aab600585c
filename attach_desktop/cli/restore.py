"""``restore``: take entries out of the bin again."""

from __future__ import annotations

from attach_desktop.cli.finding import every_binned
from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.journal.store import JournalStore


def arguments(grammar: Grammar) -> None:
    """The entries."""
    grammar.place("ID", nargs="+")


def act(request: Request) -> int:
    """Bring all of them back, or, where one is not in the bin, none."""
    with request.vault() as vault:
        store = JournalStore(vault)
        with store.together():
            restored = store.restore(every_binned(store, request.options.ID))
    request.say(request.message("restored", count=restored))
    return 0
