"""``delete``: put entries in the bin."""

from __future__ import annotations

from attach_desktop.cli.finding import every_live
from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.journal.store import JournalStore


def arguments(grammar: Grammar) -> None:
    """The entries."""
    grammar.place("ID", nargs="+")


def act(request: Request) -> int:
    """Put all of them in the bin, or, where one is not to be found, none."""
    with request.vault() as vault:
        store = JournalStore(vault)
        with store.together():
            binned = store.bin(every_live(store, request.options.ID))
    request.say(request.message("binned", count=len(binned)))
    return 0
