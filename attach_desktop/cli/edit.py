"""``edit``: change what an entry says."""

from __future__ import annotations

from attach_desktop.cli import fields
from attach_desktop.cli.finding import one_live
from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.clock import Moment
from attach_desktop.errors import UsageError
from attach_desktop.journal.entry import Entry, from_json, to_json
from attach_desktop.journal.store import JournalStore


def arguments(grammar: Grammar) -> None:
    """The entry, the fields to change and the fields to empty."""
    grammar.place("ID")
    fields.arguments(grammar)
    grammar.several("--clear", metavar="FIELD", field="clear")


def act(request: Request) -> int:
    """Change the fields that were given, keep the others and the former version, and print the id."""
    blank = to_json(Entry(at=Moment.now(request.clock)))
    changes = fields.cleared(request.options, blank) | fields.given(request)
    if not changes:
        raise UsageError("nothing-to-change")
    with request.vault() as vault:
        store = JournalStore(vault)
        # One transaction, so that what another process writes meanwhile is neither missed nor undone.
        with store.together():
            present = one_live(store, request.options.ID)
            entry = from_json(to_json(present.value) | changes)
            store.change(present.id, entry)
        request.say(present.id)
    return 0
