"""A kind of record for the vault's own tests, which know no room: a note with a moment, a mood and tags."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from attach_desktop.clock import Moment
from attach_desktop.errors import FaultsError
from attach_desktop.vault.kind import Kind, Stored
from attach_desktop.vault.reading import Reader, range_faults
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.search import match_query
from attach_desktop.vault.vault import Vault


@dataclass(frozen=True, slots=True)
class Note:
    """A text written at a moment; ``mood`` is 1 to 5."""

    at: Moment
    text: str = ""
    tags: tuple[str, ...] = ()
    mood: int | None = None

    def __post_init__(self) -> None:
        """Refuse a mood that cannot be."""
        faults = range_faults("mood", self.mood, 1, 5)
        if faults:
            raise FaultsError(faults)


def at(text: str = "2026-11-08T20:40:00+01:00") -> Moment:
    """A moment from its text."""
    return Moment.parse(text)


def wall(when: datetime) -> Moment:
    """A moment of a naive wall-clock time, in UTC."""
    return Moment.from_datetime(when.replace(tzinfo=UTC))


def _to_json(note: Note) -> dict[str, Any]:
    return {
        "at": note.at.isoformat(),
        "zone": note.at.zone,
        "text": note.text,
        "tags": list(note.tags),
        "mood": note.mood,
    }


def _from_json(data: Mapping[str, Any]) -> Note:
    read = Reader(data)
    moment, text, tags, mood = read.moment("at", "zone"), read.text("text"), read.words("tags"), read.whole("mood")

    def build() -> Note:
        if moment is None:
            raise FaultsError([])
        return Note(moment, text, tags, mood)

    return read.finish(build)


def _texts(note: Note) -> Iterable[str]:
    return [note.text, *note.tags]


def _words(note: Note) -> Iterable[tuple[str, str]]:
    return [("tags", tag) for tag in note.tags]


def kind(name: str = "notes", number: int = 61) -> Kind[Note]:
    """The kind of notes, under a name and number that no room uses."""
    return Kind(name, number, _to_json, _from_json, lambda note: note.at, _texts, _words)


PASSPHRASE = "correct horse"  # noqa: S105 (of vaults that live for a test)
#: A word that is in everything ``fill`` writes.
MARKER = "xylophonic"


def fill(vault: Vault, count: int = 12) -> list[str]:
    """Write notes, a former version, a binned one, a setting and a draft; returns the ids of the live notes."""
    store = RecordStore(vault, kind())
    notes = (Note(at(), f"note {number} {MARKER}", (MARKER, "tag"), 1 + number % 5) for number in range(count))
    # In one transaction: what it takes to be on disk is not what these tests are about.
    with vault.connection.transaction():
        ids = [store.add(note).id for note in notes]
        store.change(ids[0], Note(at(), f"changed {MARKER}"))
        store.bin(ids[1:2])
        vault.settings.set(MARKER, MARKER)
        vault.drafts.save("draft", {"note": MARKER})
    return [ids[0], *ids[2:]]


def texts(notes: RecordStore[Note]) -> list[str]:
    """The texts of all live notes, newest first."""
    return [record.value.text for record in notes.newest(1000)]


def found_ids(notes: RecordStore[Note], query: str) -> list[str]:
    """The ids of the live records that the index finds."""
    rows = notes.connection.rows(
        "SELECT r.id FROM search s JOIN record r ON r.place = s.rowid WHERE s.text MATCH ? ORDER BY r.id",
        (match_query(query),),
    )
    return [row[0] for row in rows]


def elsewhere(text: str, updated: datetime, record_id: str = "an-id") -> Stored[Note]:
    """A note as another program or an earlier export has it."""
    return Stored(record_id, Note(at(), text), datetime(2026, 1, 1, tzinfo=UTC), updated)
