"""A vault compared with a plain Python model of it, through any sequence of writes that hypothesis can think of."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from attach_desktop.changes import Changes
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.search import match_query
from attach_desktop.vault.vault import Vault
from attach_desktop.vault.words import word_key
from tests.support import CHEAP_COSTS, FixedClock
from tests.vault.notes import Note, kind, wall

WORDS = ("silence", "silent", "Café", "静か", "กิน", "😢")
QUERIES = ("sil", "silence", "cafe", "静", "กิ", "😢", "sil cafe")
#: Few moments, so that many records share a second.
moments = st.sampled_from([datetime(1, 1, 1), datetime(2026, 11, 8, 2, 59, 59), datetime(2026, 11, 8, 20, 40)]).map(
    wall
)
phrases = st.lists(st.sampled_from(WORDS), max_size=3)
notes = st.builds(
    lambda at, text, tags, mood: Note(at, " ".join(text), tuple(tags), mood),
    moments,
    phrases,
    phrases,
    st.none() | st.integers(1, 5),
)
numbers = st.integers(0, 7)
steps = st.sampled_from([timedelta(0), timedelta(microseconds=1), timedelta(hours=1), timedelta(days=-1)])


class Undone(Exception):
    """Breaks off several writes."""


@dataclass
class Model:
    """What a vault should hold: id to value and time of the last change."""

    live: dict[str, tuple[Note, datetime]] = field(default_factory=dict)
    bin: dict[str, tuple[Note, datetime]] = field(default_factory=dict)
    former: dict[str, list[Note]] = field(default_factory=dict)

    def copy(self) -> Model:
        return Model(dict(self.live), dict(self.bin), {key: list(kept) for key, kept in self.former.items()})

    def replace(self, record_id: str, note: Note, updated: datetime) -> None:
        self.former.setdefault(record_id, []).insert(0, self.live[record_id][0])
        self.live[record_id] = (note, updated)


def _matches(note: Note, query: str) -> bool:
    """What a search should find, said without an index: every word is contained in one that was written."""
    written = [word_key(word).replace("é", "e") for word in (*note.text.split(), *note.tags)]
    return all(any(word.startswith(sought) for word in written) for sought in query.split())


class Records(RuleBasedStateMachine):
    """Writes go to the vault and to the model; after each the two must agree in everything that can be asked."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = FixedClock()
        self.vault = Vault.open(self.folder / "attach.vault", self.clock, Changes(), None, CHEAP_COSTS)
        self.store = RecordStore(self.vault, kind())
        self.others = RecordStore(self.vault, kind("others", 62))
        self.others.add(Note(wall(datetime(2026, 11, 8)), "silence", ("Café",)), "other")
        self.others.change("other", Note(wall(datetime(2026, 11, 8)), "silence 静か", ("Café",)))
        self.model = Model()

    def teardown(self) -> None:
        assert self.vault.check() == []
        assert [record.value.text for record in self.others.each()] == ["silence 静か"]
        assert len(self.others.former("other")) == 1
        self.vault.close()
        shutil.rmtree(self.folder)

    # -- writes --------------------------------------------------------------------------------------------------------

    @rule(note=notes)
    def add(self, note: Note) -> None:
        record = self.store.add(note)
        self.model.live[record.id] = (note, record.updated)

    @rule(number=numbers, note=notes)
    @precondition(lambda self: self.model.live)
    def change(self, number: int, note: Note) -> None:
        record_id = self._some(self.model.live, number)
        before, updated = self.model.live[record_id]
        record = self.store.change(record_id, note)
        if note != before:
            assert record.updated > updated
            self.model.replace(record_id, note, record.updated)

    @rule(some=st.lists(numbers, max_size=3))
    def bin(self, some: list[int]) -> None:
        ids = [self._some(self.model.live, number) for number in some if self.model.live]
        assert self.store.bin(ids) == tuple(dict.fromkeys(ids))
        for record_id in dict.fromkeys(ids):
            self.model.bin[record_id] = self.model.live.pop(record_id)

    @rule(some=st.lists(numbers, max_size=3))
    def restore(self, some: list[int]) -> None:
        ids = [self._some(self.model.bin, number) for number in some if self.model.bin]
        assert self.store.restore(ids) == len(set(ids))
        for record_id in dict.fromkeys(ids):
            self.model.live[record_id] = self.model.bin.pop(record_id)

    @rule()
    def empty_bin(self) -> None:
        assert self.store.empty_bin() == len(self.model.bin)
        self.model.bin.clear()
        self.model.former.clear()

    @rule(record_id=st.sampled_from(["from-elsewhere-1", "from-elsewhere-2"]), note=notes, day=st.integers(1, 5))
    def put(self, record_id: str, note: Note, day: int) -> None:
        updated = datetime(2026, 11, 5 + day, tzinfo=UTC)
        outcome = self.store.put(Stored(record_id, note, updated, updated))
        if record_id in self.model.live:
            present, present_updated = self.model.live[record_id]
            if updated > present_updated and note != present:
                assert outcome == "updated"
                self.model.replace(record_id, note, updated)
            else:
                assert outcome == "unchanged"
        elif record_id in self.model.bin and self.model.bin[record_id][1] >= updated:
            assert outcome == "unchanged"
        else:
            assert outcome == "added"
            self.model.bin.pop(record_id, None)
            self.model.live[record_id] = (note, updated)

    @rule(by=steps)
    def pass_time(self, by: timedelta) -> None:
        self.clock.advance(by)

    @rule(first=notes, second=notes, number=numbers, undone=st.booleans())
    def together(self, first: Note, second: Note, number: int, undone: bool) -> None:
        before = self.model.copy()
        try:
            with self.store.together():
                self.add(first)
                self.change(number, second)
                self.bin([number, number + 1])
                self.restore([number])
                if undone:
                    raise Undone
        except Undone:
            self.model = before

    @rule()
    def reopen(self) -> None:
        self.vault.close()
        self.vault = Vault.open(self.folder / "attach.vault", self.clock, Changes(), None, CHEAP_COSTS)
        self.store, self.others = RecordStore(self.vault, kind()), RecordStore(self.vault, kind("others", 62))

    # -- what must hold after each -------------------------------------------------------------------------------------

    @invariant()
    def holds_the_same_records(self) -> None:
        records = list(self.store.each())
        assert {record.id: (record.value, record.updated) for record in records} == self.model.live
        assert [record.value.at.wall for record in records] == sorted(record.value.at.wall for record in records)
        assert self.store.newest(100) == records[::-1]
        assert self.store.count() == len(records)
        for record in records:
            assert self.store.get(record.id) == record

    @invariant()
    def has_the_same_bin(self) -> None:
        binned = [gone.record for gone in self.store.binned()]
        assert {record.id: (record.value, record.updated) for record in binned} == self.model.bin
        assert all(self.store.get(record.id) is None for record in binned)

    @invariant()
    def has_the_same_former_versions(self) -> None:
        for record_id in (*self.model.live, *self.model.bin):
            former = [note for _, note in self.store.former(record_id)]
            assert former == self.model.former.get(record_id, [])

    @invariant()
    def counts_the_same_words(self) -> None:
        expected: dict[str, int] = {}
        for note, _ in self.model.live.values():
            for key in {word_key(tag) for tag in note.tags}:
                expected[key] = expected.get(key, 0) + 1
        found = self.store.labels("tags")
        assert {word_key(label): count for label, count in found} == expected
        assert [count for _, count in found] == sorted(expected.values(), reverse=True)

    @invariant()
    def finds_the_same(self) -> None:
        for query in QUERIES:
            low, high = 61 << 57, 62 << 57
            rows = self.vault.connection.rows(
                "SELECT r.id FROM search s JOIN record r ON r.place = s.rowid"
                " WHERE s.text MATCH ? AND s.rowid >= ? AND s.rowid < ?",
                (match_query(query), low, high),
            )
            expected = {record_id for record_id, (note, _) in self.model.live.items() if _matches(note, query)}
            assert {row[0] for row in rows} == expected
            assert len(rows) == len(expected)

    def _some(self, ids: dict[str, tuple[Note, datetime]], number: int) -> str:
        return sorted(ids)[number % len(ids)]


Records.TestCase.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
)
TestRecords = Records.TestCase
