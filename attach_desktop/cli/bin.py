"""``bin``: what was deleted, of whatever kind, and can still be brought back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attach_desktop.cli.finding import SHOWN
from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.listed import say_json_list
from attach_desktop.cli.request import Request
from attach_desktop.cli.values import moment_text
from attach_desktop.journal.entry import Entry
from attach_desktop.rooms import KINDS, AllRecords, Gone, names_of_keys, title_of, words_of
from attach_desktop.vault.kind import record_json

#: How much of what a record says is shown.
_WIDTH = 72


def arguments(grammar: Grammar) -> None:
    """Whether to empty it, and how to show it."""
    grammar.switch("--empty")
    grammar.switch("--json")


def act(request: Request) -> int:
    """List what lies in the bin, the last deleted first; or delete it for good."""
    with request.vault() as vault:
        records = AllRecords(vault)
        if request.options.empty:
            request.say(request.message("emptied", count=records.empty_bin()))
            return 0
        binned = records.binned()
        if request.options.json:
            say_json_list(request, map(_json, binned))
            return 0
        for line in _lines(binned, names_of_keys(vault)) if binned else ():
            request.say(line)
        if not binned and request.stdout.isatty():
            request.say(request.message("bin-empty"))
    return 0


def _json(gone: Gone) -> dict[str, object]:
    kind, binned = gone
    return {
        "kind": kind.name,
        "deleted_at": binned.binned.isoformat(),
        "record": record_json(kind, binned.record),
    }


def _lines(binned: list[Gone], names: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Id (shortened), moment, kind in words, and what it says."""
    from attach_desktop.cli.lines import told

    width = max(len(title_of(kind.name)) for kind in KINDS)
    for kind, item in binned:
        value = item.record.value
        words = told(value) if isinstance(value, Entry) else words_of(kind, value, names)
        if len(words) > _WIDTH and not isinstance(value, Entry):
            words = words[: _WIDTH - 1].rstrip() + "…"
        when = moment_text(kind.moment(value))
        yield f"{item.record.id[:SHOWN]}  {when:16}  {title_of(kind.name):{width}}  {words}".rstrip()
