"""``show``: one entry, to read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from attach_desktop import resources
from attach_desktop.cli.finding import one_live
from attach_desktop.cli.grammar import Grammar
from attach_desktop.cli.request import Request
from attach_desktop.cli.values import moment_text
from attach_desktop.clock import offset_text
from attach_desktop.journal.entry import JOURNAL, RANGES, TEXT_FIELDS, WORD_FIELDS, Entry, to_json
from attach_desktop.journal.store import JournalStore
from attach_desktop.sentences import one_line
from attach_desktop.vault.kind import Stored, record_json

#: A longer text begins on a line of its own.
_SHORT = 60


def arguments(grammar: Grammar) -> None:
    """Which one, and how."""
    grammar.place("ID")
    grammar.switch("--json")


def act(request: Request) -> int:
    """Print every field that says something, or the documented record."""
    with request.vault() as vault:
        stored = one_live(JournalStore(vault), request.options.ID)
    if request.options.json:
        request.say(request.json(record_json(JOURNAL, stored), indent=2))
        return 0
    for line in _lines(stored, request.clock.now().tzinfo):
        request.say(line)
    return 0


def _lines(stored: Stored[Entry], zone: tzinfo | None) -> Iterator[str]:
    labels: dict[str, str] = resources.content("commands")["labels"]
    width = max(map(len, labels.values())) + 2
    entry = stored.value
    values = {"id": stored.id, "at": _moment(entry)}
    values |= {field: value for field in to_json(entry) if (value := _value(entry, field))}
    values["written_at"] = f"{stored.created.astimezone(zone):%Y-%m-%d %H:%M}"
    if stored.updated != stored.created:
        values["updated_at"] = f"{stored.updated.astimezone(zone):%Y-%m-%d %H:%M}"
    for field, value in values.items():
        if field in TEXT_FIELDS and ("\n" in value or len(value) > _SHORT):
            yield labels[field]
            yield from (f"    {one_line(line)}".rstrip() for line in value.split("\n"))
        else:
            yield f"{labels[field]:{width}}{one_line(value)}"


def _moment(entry: Entry) -> str:
    instant = entry.at.instant
    offset = "" if instant is None else offset_text(instant)
    return " ".join(part for part in (moment_text(entry.at), offset, entry.at.zone) if part)


def _value(entry: Entry, field: str) -> str:
    value = getattr(entry, field, None)
    if field in ("at", "zone") or value in (None, "", (), False):
        return ""
    if field in ("mood", "energy"):
        return f"{value} {resources.content('feelings')[f'{field}_words'][value - 1]}"
    if field in RANGES:
        return f"{value} / {RANGES[field][1]}"
    if field in WORD_FIELDS:
        return ", ".join(getattr(entry, field))
    if field == "coping":
        return ", ".join(
            item.name if item.minutes is None else f"{item.name} ({item.minutes} min)" for item in entry.coping
        )
    return "✓" if value is True else str(value)
