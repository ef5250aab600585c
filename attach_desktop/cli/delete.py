"""``delete``: put records of any kind in the bin."""

from __future__ import annotations

from attach_desktop.cli.finding import the_one
from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.rooms import AllRecords


def arguments(grammar: Grammar) -> None:
    """The records."""
    grammar.place("ID", nargs="+")


def act(request: Request) -> int:
    """Put all of them in the bin, or, where one is not to be found, none."""
    with request.vault() as vault:
        records = AllRecords(vault)
        with vault.connection.transaction():
            live = dict.fromkeys(the_one(records.stores, one, binned=False) for one in request.options.ID)
            binned = records.bin(live)
    request.say(request.message("binned", count=binned))
    return 0
