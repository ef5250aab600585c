"""A journal entry: a frozen value that cannot hold what cannot be. Everything but the moment is optional."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from attach_desktop.clock import Moment
from attach_desktop.errors import Fault, FaultsError, fault
from attach_desktop.vault.kind import JsonObject, Kind
from attach_desktop.vault.reading import Reader, range_faults, text_faults, word_faults
from attach_desktop.vault.words import word_key

MAX_COPING = 3
TEXT_FIELDS = ("happened", "thought", "urge", "did", "evidence_for", "evidence_against", "balanced_thought", "note")
WORD_FIELDS = ("feelings", "people", "triggers", "body", "tags")
#: Every whole-number field with its range: mood and energy on five steps, belief in per cent, intensity 0 to 10.
RANGES = {
    "mood": (1, 5),
    "energy": (1, 5),
    "belief": (0, 100),
    "intensity_before": (0, 10),
    "intensity_after": (0, 10),
    "belief_after": (0, 100),
}


@dataclass(frozen=True, slots=True)
class Coping:
    """One thing that was tried: the toolkit card's name, and after how many minutes (0 to 1440) it was rated."""

    name: str
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the journal.

    ``mood`` is pleasantness (valence), 1 unpleasant to 5 pleasant; ``energy`` is arousal, 1 calm to 5 charged
    (circumplex, Russell 1980). ``belief`` and ``belief_after`` say how far a thought is believed, 0 to 100.
    ``intensity_before`` and ``intensity_after`` are 0 to 10. The fields from ``thought`` to ``belief_after`` are the
    seven-column thought record. Raises FaultsError naming every field that cannot be.
    """

    at: Moment
    mood: int | None = None
    energy: int | None = None
    feelings: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    triggers: tuple[str, ...] = ()
    happened: str = ""
    thought: str = ""
    belief: int | None = None
    body: tuple[str, ...] = ()
    urge: str = ""
    did: str = ""
    intensity_before: int | None = None
    coping: tuple[Coping, ...] = ()
    intensity_after: int | None = None
    evidence_for: str = ""
    evidence_against: str = ""
    balanced_thought: str = ""
    belief_after: int | None = None
    tags: tuple[str, ...] = ()
    note: str = ""
    for_session: bool = False
    private: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be, naming every fault."""
        faults: list[Fault] = []
        for field, (low, high) in RANGES.items():
            value = getattr(self, field)
            if value is not None:
                faults += range_faults(field, value, low, high)
        for field in TEXT_FIELDS:
            text = getattr(self, field)
            if text:
                faults += text_faults(field, text)
        for field in WORD_FIELDS:
            words = getattr(self, field)
            if words:
                faults += word_faults(field, words)
                object.__setattr__(self, field, _unique(words))
        faults += self._coping_faults()
        if faults:
            raise FaultsError(faults)

    def _coping_faults(self) -> list[Fault]:
        if not self.coping:
            return []
        faults = word_faults("coping", tuple(item.name for item in self.coping), MAX_COPING)
        for item in self.coping:
            faults += range_faults("coping.minutes", item.minutes, 0, 1440)
        return faults

    @property
    def empty(self) -> bool:
        """Whether it says nothing but the moment."""
        return self == Entry(at=self.at, for_session=self.for_session, private=self.private)


def _unique(words: tuple[str, ...]) -> tuple[str, ...]:
    if len(words) == 1:
        return (words[0].strip(),)
    found: dict[str, str] = {}
    for word in words:
        found.setdefault(word_key(word), word.strip())
    return tuple(found.values())


def to_json(entry: Entry) -> JsonObject:
    """The documented fields of an entry (docs/json-format.md)."""
    return {
        "at": entry.at.isoformat(),
        "zone": entry.at.zone,
        "mood": entry.mood,
        "energy": entry.energy,
        "feelings": list(entry.feelings),
        "people": list(entry.people),
        "triggers": list(entry.triggers),
        "happened": entry.happened,
        "thought": entry.thought,
        "belief": entry.belief,
        "body": list(entry.body),
        "urge": entry.urge,
        "did": entry.did,
        "intensity_before": entry.intensity_before,
        "coping": [{"name": item.name, "minutes": item.minutes} for item in entry.coping],
        "intensity_after": entry.intensity_after,
        "evidence_for": entry.evidence_for,
        "evidence_against": entry.evidence_against,
        "balanced_thought": entry.balanced_thought,
        "belief_after": entry.belief_after,
        "tags": list(entry.tags),
        "note": entry.note,
        "for_session": entry.for_session,
        "private": entry.private,
    }


def from_json(data: Mapping[str, Any]) -> Entry:
    """An entry from its documented fields. Raises FaultsError with every fault named."""
    read = Reader(data)
    at = read.moment("at", "zone")
    coping = tuple(_coping(read, item) for item in read.objects("coping"))
    fields: dict[str, Any] = {**read.wholes(RANGES), **read.texts(TEXT_FIELDS), **read.word_lists(WORD_FIELDS)}
    for_session, private = read.flag("for_session"), read.flag("private")

    def build() -> Entry:
        # Without its moment it is refused in any case; the other fields are looked at all the same.
        return Entry(at=at or Moment.on(date.min), coping=coping, for_session=for_session, private=private, **fields)

    return read.finish(build)


def _coping(read: Reader, item: Mapping[str, Any]) -> Coping:
    inner = Reader(item)
    name, minutes = inner.text("name"), inner.whole("minutes")
    read.faults += [fault(f"coping.{found.field}", found.key, **dict(found.details)) for found in inner.faults]
    return Coping(name, minutes)


def _texts(entry: Entry) -> list[str]:
    return [
        *(getattr(entry, field) for field in TEXT_FIELDS),
        *(word for field in WORD_FIELDS for word in getattr(entry, field)),
        *(item.name for item in entry.coping),
    ]


def _words(entry: Entry) -> list[tuple[str, str]]:
    pairs = [(field, word) for field in WORD_FIELDS for word in getattr(entry, field)]
    pairs += [("coping", item.name) for item in entry.coping]
    pairs += [("flag", flag) for flag in ("for_session", "private") if getattr(entry, flag)]
    return pairs


JOURNAL: Kind[Entry] = Kind(
    name="journal",
    number=1,
    to_json=to_json,
    from_json=from_json,
    moment=lambda entry: entry.at,
    texts=_texts,
    words=_words,
)
