"""One entry of the journal on paper, with everything that it says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from attach_desktop.clock import day_of
from attach_desktop.days import Days
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.late import written_late
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.summary.document import Block, Document, Paragraph, Tone
from attach_desktop.summary.entry_blocks import entry_blocks, shown_entry
from attach_desktop.summary.names import Names
from attach_desktop.summary.papers.words import words_for
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.vault import Vault


def one_entry(vault: Vault, record: Stored[Entry], days: Days) -> Document:
    """An entry of ``vault``; its day is the person's."""
    day = day_of(record.value.at.wall, vault.day_start)
    blocks = _blocks(vault, record, days, days.time(record.value.at, day))
    return Document(title=days.full(day), header=days.day(day), blocks=[*blocks])


def _blocks(vault: Vault, record: Stored[Entry], days: Days, time: str) -> Iterator[Block]:
    entry = shown_entry(record.value, Names(vault, hidden=False), notes=True)
    head, *rest = entry_blocks(entry, time, Vocabulary(), level=1)
    yield head
    if later := _written_later(record, days, vault.clock.now().tzinfo):
        yield Paragraph(later, Tone.MUTED)
    yield from rest


def _written_later(record: Stored[Entry], days: Days, zone: tzinfo | None) -> str:
    written = record.created.astimezone(zone)
    if not written_late(record.value.at, written):
        return ""
    return str(words_for("entry")["later"]).format(day=days.full(written.date()), time=f"{written:%H:%M}")
