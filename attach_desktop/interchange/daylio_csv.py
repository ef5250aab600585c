"""Daylio's CSV export, all four generations of it, as entries of the journal.

Its header is English in every language and its columns are found by name; nearly everything else is in the language of
the phone. Rows may be short or long. There are no ids: a row is known again by its date, time, mood and note.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from attach_desktop.clock import Clock, Moment, in_zone
from attach_desktop.errors import Fault, FaultsError, InputRefusedError, fault
from attach_desktop.interchange import table
from attach_desktop.interchange.daylio_note import essence, note_text
from attach_desktop.interchange.daylio_words import day_from, mood_guess, time_from
from attach_desktop.interchange.files import read_text
from attach_desktop.interchange.incoming import Incoming
from attach_desktop.interchange.record import supposed_writing
from attach_desktop.journal.entry import JOURNAL, Entry
from attach_desktop.vault.identity import derived_id
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.words import word_key

_BAR = " | "


@dataclass(frozen=True, slots=True)
class MoodWord:
    """A mood as the file names it, in how many rows, and its level (1 worst to 5 best) if the name tells."""

    word: str
    count: int
    guess: int | None


@dataclass(frozen=True, slots=True)
class _DaylioRow:
    number: int
    fields: Mapping[str, str]
    faults: tuple[Fault, ...]

    @property
    def place(self) -> str:
        return f"row {self.number}"

    @property
    def mood(self) -> str:
        return self["mood"].strip()

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")


def is_daylio(header: Sequence[str]) -> bool:
    """Whether a header is one of Daylio's: a mood, and a date in one of two ways."""
    names = {name.strip().lower() for name in header}
    return "mood" in names and ("full_date" in names or {"year", "date"} <= names)


def mood_words(path: Path) -> list[MoodWord]:
    """The moods of a file, the most used first, for a person to say which level each one has.

    Raises as ``read_daylio`` does, except that nothing is unmapped yet.
    """
    counts: dict[str, int] = {}
    labels: dict[str, str] = {}
    for row in _rows(path, Incoming()):
        if row.mood:
            key = word_key(row.mood)
            labels.setdefault(key, row.mood)
            counts[key] = counts.get(key, 0) + 1
    words = [MoodWord(label, counts[key], mood_guess(label)) for key, label in labels.items()]
    return sorted(words, key=lambda word: -word.count)


def read_mapping(path: Path) -> dict[str, int]:
    """A file that gives each mood its level: a JSON object of words to 1 (worst) to 5 (best), or null for none.

    Raises StorageError where it cannot be read, InputRefusedError where it is something else. None is given as 0.
    """
    try:
        data = json.loads(read_text(path))
    except (ValueError, RecursionError) as error:
        raise InputRefusedError("mapping-not-json", path=path) from error
    if not isinstance(data, dict):
        raise InputRefusedError("mapping-not-json", path=path)
    wrong = [word for word, level in data.items() if not _is_level(level)]
    if wrong:
        raise InputRefusedError("mapping-levels", path=path, words=", ".join(wrong))
    return {word: level or 0 for word, level in data.items()}


def read_daylio(path: Path, mapping: Mapping[str, int | None], zone: str, clock: Clock) -> Incoming:
    """The entries of a file, oldest first; the moments are of the zone named ``zone``.

    ``mapping`` gives moods their level, 0 or None for none; moods that it leaves out have the one that their name
    tells. The word itself is kept as a feeling. A row that cannot be kept is a problem; the others come in. Raises
    StorageError where the file cannot be read, InputRefusedError where it is none of Daylio's or has moods of no
    known level.
    """
    incoming = Incoming()
    rows = _rows(path, incoming)
    levels = {word_key(word): level or 0 for word, level in mapping.items()}
    unmapped: dict[str, str] = {}
    for word in dict.fromkeys(row.mood for row in rows if row.mood):
        key = word_key(word)
        if key not in levels:
            guess = mood_guess(word)
            if guess is None:
                unmapped.setdefault(key, word)
            else:
                levels[key] = guess
    if unmapped:
        raise InputRefusedError("daylio-unmapped", path=path, words=", ".join(unmapped.values()))
    reading = _Reading(incoming, levels, zone, clock)
    # Daylio writes the newest first. From the oldest on, a row keeps its id when later ones come to be above it.
    for row in reversed(rows):
        reading.take(row)
    incoming.problems.sort(key=lambda problem: int(problem.place.split()[1]))
    return incoming


class _Reading:
    """The rows of one file becoming entries."""

    def __init__(self, incoming: Incoming, levels: Mapping[str, int], zone: str, clock: Clock) -> None:
        self._incoming = incoming
        self._levels = levels
        self._zone = zone
        self._clock = clock
        self._now = clock.now()
        self._said: dict[str, str] = {}

    def take(self, row: _DaylioRow) -> None:
        """Make an entry of a row, or a problem."""
        faults = list(row.faults)
        day = day_from(row["full_date"], row["year"], row["date"])
        if day is None:
            given = (row["full_date"] or f"{row['year']} {row['date']}").strip()[:40]
            self._incoming.problem(row.place, *faults, fault("date", "not-a-moment", given=given))
            return
        at = time_from(row["time"])
        if at is None and row["time"].strip():
            faults.append(fault("time", "odd-time", given=row["time"].strip()[:40]))
        try:
            entry = self._entry(row, day, at)
        except FaultsError as error:
            self._incoming.problem(row.place, *faults, *error.faults)
            return
        if faults:
            self._incoming.problem(row.place, *faults, kept=True)
        written, updated = supposed_writing(entry.at, self._now)
        self._incoming.records.append((JOURNAL, Stored(self._id(row, entry), entry, written, updated)))

    def _entry(self, row: _DaylioRow, day: date, at: time | None) -> Entry:
        return Entry(
            at=self._moment(day, at),
            mood=(self._levels[word_key(row.mood)] or None) if row.mood else None,
            feelings=(row.mood,) if row.mood else (),
            tags=tuple(_split(row["activities"])),
            note=_note(row),
        )

    def _moment(self, day: date, at: time | None) -> Moment:
        if at is None:
            return Moment.on(day, self._zone)
        return Moment.from_datetime(in_zone(datetime.combine(day, at), self._zone, self._clock), self._zone)

    def _id(self, row: _DaylioRow, entry: Entry) -> str:
        """The same for the same row in every generation of the export, whatever zone or levels it is read with."""
        at = "" if entry.at.at is None else entry.at.at.isoformat("minutes")
        record_id = derived_id("daylio", entry.at.day.isoformat(), at, word_key(row.mood), essence(row["note"]))
        rest = "\0".join((*_split(row["activities"]), row["note_title"].strip(), row["scales"].strip()))
        # Two taps in one minute with different activities are two entries; a row that is there twice is one.
        if self._said.setdefault(record_id, rest) == rest:
            return record_id
        return derived_id(record_id, rest)


def _rows(path: Path, incoming: Incoming) -> list[_DaylioRow]:
    """The rows of a file by the names of its columns; those that could not be read are problems of ``incoming``."""
    rows = table.rows(read_text(path))
    header = next(rows, None)
    if header is None or not is_daylio(header.cells):
        raise InputRefusedError("file-unrecognised", path=path)
    names = [name.strip().lower() for name in header.cells]
    found = []
    for row in rows:
        if not row.whole:
            incoming.problem(f"row {row.number}", fault("row", "row-cut"))
            continue
        cells, faults = list(row.cells), []
        if len(cells) < len(names):
            faults.append(fault("row", "row-too-short", length=len(cells), expected=len(names)))
        elif any(cells[len(names) :]):
            faults.append(fault("row", "row-too-long", length=len(cells), expected=len(names)))
            # Mostly a comma in a note that somebody did not quote: nothing of it is thrown away.
            cells[len(names) - 1 :] = [",".join(cells[len(names) - 1 :])]
        fields = dict(zip(names, cells, strict=False))
        found.append(_DaylioRow(row.number, fields, tuple(faults)))
    return found


def _note(row: _DaylioRow) -> str:
    """Title, note and scales as one text; the title is its first line, each scale a line at its end."""
    text = "\n".join(filter(None, (note_text(row["note_title"]), note_text(row["note"]))))
    scales = "\n".join(_split(row["scales"]))
    return "\n\n".join(filter(None, (text, scales)))


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(_BAR) if part.strip()]


def _is_level(level: object) -> bool:
    return level is None or (isinstance(level, int) and not isinstance(level, bool) and 0 <= level <= 5)
