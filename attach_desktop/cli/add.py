"""``add``: write an entry."""

from __future__ import annotations

from attach_desktop.cli import fields
from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.clock import Moment
from attach_desktop.errors import UsageError
from attach_desktop.journal.entry import from_json


def arguments(grammar: Grammar) -> None:
    """The fields of an entry."""
    fields.arguments(grammar)


def act(request: Request) -> int:
    """Keep the entry and print its id."""
    data = fields.given(request)
    if "at" not in data:
        now = Moment.now(request.clock)
        data |= {"at": now.isoformat(), "zone": now.zone}
    entry = from_json(data)
    if entry.empty:
        raise UsageError("nothing-to-add")
    from attach_desktop.journal.store import JournalStore

    with request.vault() as vault:
        request.say(JournalStore(vault).add(entry).id)
    return 0
