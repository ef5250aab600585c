"""The list's model against a plain reading of every entry, and what it costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from attach_desktop import demo
from attach_desktop.clock import day_of
from attach_desktop.errors import VaultDamagedError
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import Filter, JournalStore
from attach_desktop.ui.finding.found_model import PAGE, ROW, FoundModel, Heading, Row
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.vault import Vault
from attach_desktop.vault.words import word_key
from tests.support import NOW, FixedClock, Vaults
from tests.ui.journal.entries import add_days, entry, moment

ENTRIES = 5000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JournalStore]:
    """A journal of 5,000 made-up entries in three years; nobody may change it."""
    vaults = Vaults(Path(tmp_path_factory.mktemp("large")), FixedClock())
    vault = vaults()
    demo.fill(vault, ENTRIES, 3, 11, NOW)
    yield JournalStore(vault)
    vaults.close()


def say(row: Row[Entry]) -> str:
    return str(row.day) if isinstance(row, Heading) else row.value.note


def model_of(store: JournalStore, wanted: Filter | None = None, *, count: bool = True) -> FoundModel[Entry]:
    model = FoundModel[Entry](store, say)
    model.show(wanted or Filter())
    if count:
        model.count_days()
    return model


def rows(model: FoundModel[Entry]) -> list[Row[Entry]]:
    found = [model.row(number) for number in range(model.rowCount())]
    assert None not in found
    return [row for row in found if row is not None]


@dataclass(frozen=True)
class Case:
    """A filter, and the same said of one entry at a time."""

    name: str
    wanted: Filter

    def holds(self, value: Entry, day: date) -> bool:
        wanted = self.wanted
        if (wanted.begin and day < wanted.begin) or (wanted.end and day > wanted.end):
            return False
        if (wanted.mood_low, wanted.mood_high) != (1, 5) and (
            value.mood is None or not wanted.mood_low <= value.mood <= wanted.mood_high
        ):
            return False
        return all(self._has(value, field, word) for field, word in wanted.words)

    def _has(self, value: Entry, field: str, word: str) -> bool:
        if field == "flag":
            return bool(getattr(value, word))
        found: Any = getattr(value, field)
        names = [item.name for item in found] if field == "coping" else found
        return word_key(word) in {word_key(name) for name in names}


CASES = [
    Case("everything", Filter()),
    Case("days", Filter(begin=date(2025, 3, 1), end=date(2025, 9, 30))),
    Case("one day", Filter(begin=date(2026, 11, 8), end=date(2026, 11, 8))),
    Case("since", Filter(begin=date(2026, 6, 1))),
    Case("until", Filter(end=date(2024, 6, 1))),
    Case("low moods", Filter(mood_low=1, mood_high=2)),
    Case("one mood", Filter(mood_low=4, mood_high=4)),
    Case("a feeling", Filter(words=(("feelings", "UNEASY"),))),
    Case("a flag", Filter(words=(("flag", "for_session"),))),
    Case("two words", Filter(words=(("feelings", "tired"), ("flag", "private")))),
    Case("a trigger on some days", Filter(begin=date(2024, 1, 1), words=(("triggers", "No reply for hours"),))),
    Case("everything at once", Filter(begin=date(2024, 1, 1), end=date(2026, 8, 1), mood_high=3,
                                      words=(("coping", "A walk outside"),))),
    Case("nothing", Filter(words=(("tags", "no such tag"),))),
]  # fmt: skip


def expected(store: JournalStore, case: Case) -> list[tuple[date, list[str]]]:
    """The days with their entries, newest first, by looking at every entry."""
    kept = [
        (day, record.id)
        for record in reversed(list(store.each()))
        if case.holds(record.value, day := day_of(record.value.at.wall, store.day_start))
    ]
    return [(day, [record_id for _, record_id in group]) for day, group in groupby(kept, key=lambda pair: pair[0])]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_filter_finds_what_looking_at_every_entry_finds(large: JournalStore, case: Case) -> None:
    wanted = expected(large, case)
    if case.name != "nothing":
        assert wanted
    model = model_of(large, case.wanted)
    found: list[tuple[date, list[str]]] = []
    for row in rows(model):
        if isinstance(row, Heading):
            found.append((row.day, []))
            assert row.count == len(wanted[len(found) - 1][1])
        else:
            found[-1][1].append(row.id)
    assert found == wanted
    assert model.entry_count == sum(len(ids) for _, ids in wanted)
    assert [(day.day, day.count) for day in model.days()] == [(day, len(ids)) for day, ids in wanted]


def test_a_search_combined_with_days(large: JournalStore) -> None:
    wanted = Filter(query="walk", begin=date(2025, 1, 1))
    model = model_of(large, wanted)
    records = [row for row in rows(model) if isinstance(row, Stored)]
    assert [record.id for record in records] == [record.id for record in large.each_found(wanted)]
    assert all(record.value.at.day >= date(2025, 1, 1) for record in records)
    assert records


def test_the_first_page_is_there_before_the_days_are_counted(large: JournalStore) -> None:
    model = model_of(large, count=False)
    assert (model.complete, 0 < model.entry_count <= PAGE) == (False, True)
    first = rows(model)
    model.count_days()
    assert (model.complete, model.entry_count) == (True, ENTRIES)
    assert rows(model)[: len(first)] == first


def test_completing_keeps_what_is_on_show_in_its_place(large: JournalStore, qtbot: QtBot) -> None:
    model = model_of(large, count=False)
    shown = model.index(3, 0)
    kept = shown.data(ROW)
    before = model.rowCount()
    with qtbot.waitSignal(model.rowsInserted) as inserted:
        model.count_days()
    assert inserted.args is not None
    assert list(inserted.args)[1:] == [before, model.rowCount() - 1]
    assert model.index(3, 0).data(ROW) == kept
    model.count_days()  # once is enough
    assert model.rowCount() == ENTRIES + len(model.days())


def test_a_short_list_is_complete_at_once(store: JournalStore) -> None:
    add_days(store, 3)
    model = model_of(store, count=False)
    assert model.complete
    assert model.entry_count == 6


def test_one_day_with_more_than_a_page(store: JournalStore) -> None:
    with store.together():
        for number in range(PAGE + 25):
            store.add(entry(number / 60, note=str(number)))
    model = model_of(store, count=False)
    assert not model.complete
    assert model.entry_count == PAGE
    model.count_days()
    notes = [row.value.note for row in rows(model) if isinstance(row, Stored)]
    assert notes == [str(number) for number in range(PAGE + 25)]


def test_exactly_a_page(store: JournalStore) -> None:
    add_days(store, PAGE, each=1)
    model = model_of(store)
    assert model.entry_count == PAGE
    assert len(rows(model)) == 2 * PAGE


def test_an_empty_journal_has_no_rows(store: JournalStore) -> None:
    model = model_of(store)
    assert model.rowCount() == 0
    assert model.row(0) is None
    assert model.row_of_day(date(2026, 1, 1)) is None
    assert model.entry_count == 0
    assert model.index(0, 0).data(ROW) is None


def test_days_begin_when_the_persons_day_does(store: JournalStore) -> None:
    store.add(entry(18, note="at 2:40"))  # Sunday, 2:40
    store.add(entry(17, note="at 3:40"))
    assert [row.day for row in rows(model_of(store)) if isinstance(row, Heading)] == [
        date(2026, 11, 8),
        date(2026, 11, 7),
    ]
    store.vault.settings.set("day-start", "00:00")
    assert [row.day for row in rows(model_of(store)) if isinstance(row, Heading)] == [date(2026, 11, 8)]


def test_the_row_of_an_entry(large: JournalStore) -> None:
    model = model_of(large)
    for number in range(0, model.rowCount(), 611):
        row = model.row(number)
        if isinstance(row, Stored):
            assert model.row_of(row.id, model.day_of(row)) == number
            assert model.row_of(row.id, model.day_of(row) - timedelta(days=400)) is None
    assert model.row_of("no such id", date(2026, 11, 8)) is None


def test_the_row_of_an_entry_on_a_day_that_was_not_read_yet(large: JournalStore) -> None:
    record = next(large.each())
    model = model_of(large)
    assert model.row_of(record.id, model.day_of(record)) == model.rowCount() - 1


def test_the_row_of_a_day_or_of_the_nearest_before_it(store: JournalStore) -> None:
    for days_ago in (0, 3, 10):
        store.add(entry(24 * days_ago, note="x"))
    model = model_of(store)
    today = date(2026, 11, 8)
    assert model.row_of_day(today) == 0
    assert model.row_of_day(today + timedelta(days=50)) == 0
    assert model.row_of_day(today - timedelta(days=1)) == 2
    assert model.row_of_day(today - timedelta(days=3)) == 2
    assert model.row_of_day(today - timedelta(days=4)) == 4
    assert model.row_of_day(today - timedelta(days=400)) == 4


def test_only_the_days_looked_at_are_read(large: JournalStore, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    read = type(large.connection).rows

    def counting(self: Any, sql: str, bindings: Any = ()) -> Any:
        found = read(self, sql, bindings)
        asked.append(len(found))
        return found

    monkeypatch.setattr(type(large.connection), "rows", counting)
    model = model_of(large, count=False)
    assert len(asked) == 1
    model.count_days()
    assert len(asked) == 2
    asked.clear()
    middle = model.rowCount() // 2
    for number in range(middle, middle + 15):
        model.row(number)
    assert len(asked) <= 2
    assert sum(asked) < 3 * PAGE
    asked.clear()
    for number in range(middle, middle + 15):
        model.row(number)
    assert asked == []
    # A jump through the whole list reads a page at each stop, not the list.
    for number in range(0, model.rowCount(), model.rowCount() // 10):
        model.row(number)
    assert len(asked) <= 12
    assert sum(asked) < 12 * 3 * PAGE


def test_scrolling_on_reads_no_day_a_second_time(large: JournalStore, monkeypatch: pytest.MonkeyPatch) -> None:
    model = model_of(large)
    read: list[date] = []
    find_days = type(large).find_days

    def counting(self: JournalStore, wanted: Filter, first: date, last: date) -> list[Stored[Entry]]:
        found = find_days(self, wanted, first, last)
        read.extend({model.day_of(record) for record in found})
        return found

    monkeypatch.setattr(type(large), "find_days", counting)
    middle = model.rowCount() // 2
    for number in (*range(middle, middle + 300), *range(middle, middle - 300, -1)):
        model.row(number)
    assert len(read) == len(set(read))
    assert len(read) > 20


def test_what_was_read_is_forgotten_when_it_becomes_much(large: JournalStore) -> None:
    model = model_of(large)
    everything = rows(model)
    assert rows(model) == everything
    assert len(model._records) < len(model.days())


def test_it_can_forget_all_of_it(large: JournalStore) -> None:
    model = model_of(large)
    rows(model)
    model.forget()
    assert model.rowCount() == 0
    assert model.entry_count == 0
    assert model._records == {}


def test_an_entry_added_meanwhile_does_not_break_the_rows(vault_factory: Vaults) -> None:
    vault = vault_factory()
    store = JournalStore(vault)
    add_days(store, 120, each=2)
    model = model_of(store, count=False)
    other = JournalStore(vault_factory())
    other.add(entry(0.5, note="from elsewhere"))
    model.count_days()
    notes = [row.value.note for row in rows(model) if isinstance(row, Stored)]
    assert len(notes) == 241
    assert notes[1] == "from elsewhere"


def test_an_entry_deleted_meanwhile_leaves_an_empty_row_and_no_error(vault_factory: Vaults) -> None:
    store = JournalStore(vault_factory())
    made = add_days(store, 120, each=2)
    model = model_of(store)
    JournalStore(vault_factory()).bin([made[-1].id])
    assert model.row(model.rowCount() - 1) is None
    assert model.index(model.rowCount() - 1, 0).data() == ""
    model.show(Filter())
    model.count_days()
    assert model.entry_count == 239


def test_what_qt_asks_of_a_model(store: JournalStore, qapp: QApplication) -> None:
    add_days(store, 40, each=2)
    model = model_of(store, count=False)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.count_days()
    model.show(Filter(query="day 1"))
    model.show(Filter(query="nothing like it"))
    model.show(Filter())
    assert isinstance(tester.model(), QAbstractItemModel)


def test_roles_and_flags(store: JournalStore) -> None:
    store.add(entry(note="hello"))
    model = model_of(store)
    heading, record = model.index(0, 0), model.index(1, 0)
    assert heading.data() == "2026-11-08"
    assert record.data() == record.data(Qt.ItemDataRole.AccessibleTextRole) == "hello"
    assert record.data(Qt.ItemDataRole.DecorationRole) is None
    assert isinstance(record.data(ROW), Stored)
    selectable = Qt.ItemFlag.ItemIsSelectable
    assert not heading.flags() & selectable
    assert record.flags() & selectable
    assert model.rowCount(record) == model.columnCount(record) == 0
    assert model.columnCount(QModelIndex()) == 1
    assert model.row(99) is None
    assert model.row(-1) is None


def test_two_records_of_one_second_both_stand_there(store: JournalStore) -> None:
    for note in ("one", "two", "three"):
        store.add(Entry(at=moment(), note=note))
    notes = [row.value.note for row in rows(model_of(store)) if isinstance(row, Stored)]
    assert sorted(notes) == ["one", "three", "two"]


def test_the_vault_may_be_encrypted(vault_factory: Vaults) -> None:
    vault: Vault = vault_factory("keyed.vault", "words of mine")
    store = JournalStore(vault)
    add_days(store, 2)
    assert model_of(store).entry_count == 4


def test_a_row_that_cannot_be_read_is_told_once_and_the_others_go_on(vault: Vault, qtbot: QtBot) -> None:
    store = JournalStore(vault)
    add_days(store, 200, each=1)
    model = model_of(store)
    vault.connection.run("UPDATE record SET data = '{}'")
    last = model.rowCount() - 1
    with qtbot.waitSignal(model.troubled) as told:
        assert model.row(last) is None
    assert told.args is not None
    assert told.args[0].key == "damaged"
    with qtbot.assertNotEmitted(model.troubled):
        assert model.row(last) is None
    assert isinstance(model.row(1), Stored)
    assert isinstance(model.row(last - 1), Heading)


def test_where_nothing_can_be_read_what_is_on_show_stays(vault: Vault) -> None:
    store = JournalStore(vault)
    add_days(store, 2)
    model = model_of(store)
    before = rows(model)
    vault.connection.run("UPDATE record SET data = '{}'")
    with pytest.raises(VaultDamagedError):
        model.show(Filter(query="day"))
    assert rows(model) == before
    assert model.filter == Filter()
