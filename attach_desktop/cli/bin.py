"""``bin``: what was deleted and can still be brought back."""

from __future__ import annotations

from attach_desktop.cli import lines
from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.journal.store import JournalStore


def arguments(grammar: Grammar) -> None:
    """Whether to empty it."""
    grammar.switch("--empty")


def act(request: Request) -> int:
    """List what lies in the bin, the last deleted first; or delete it for good."""
    with request.vault() as vault:
        store = JournalStore(vault)
        if request.options.empty:
            request.say(request.message("emptied", count=store.empty_bin()))
            return 0
        binned = store.binned()
        for item in binned:
            request.say(lines.line_of(item.record))
        if not binned and request.stdout.isatty():
            request.say(request.message("bin-empty"))
    return 0
