from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from attach_desktop.changes import Changes
from attach_desktop.clock import Moment
from attach_desktop.errors import InputRefusedError, fault
from attach_desktop.interchange.incoming import MAX_PROBLEMS, Gathering, Incoming, Problem, take_in
from attach_desktop.interchange.progress import Cancelled
from attach_desktop.journal.entry import JOURNAL, Entry
from attach_desktop.journal.library import TRIGGERS, Trigger
from attach_desktop.journal.store import Filter, JournalStore
from attach_desktop.vault.kind import Kind, Stored
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock, Vaults

_DAY = datetime(2026, 3, 4, 12, tzinfo=UTC)


def _entry(number: int, note: str = "", days: int = 0) -> tuple[Kind[Any], Stored[Any]]:
    moment = _DAY + timedelta(hours=number)
    entry = Entry(at=Moment.from_datetime(moment), note=note or f"number {number}", mood=number % 5 + 1)
    return JOURNAL, Stored(f"e{number}", entry, moment, moment + timedelta(days=days))


def _trigger(record_id: str) -> tuple[Kind[Any], Stored[Any]]:
    return TRIGGERS, Stored(record_id, Trigger(name="silence", noted=Moment.on(_DAY.date())), _DAY, _DAY)


def _all(vault: Vault) -> list[tuple[str, str]]:
    return [(record.id, record.value.note) for record in JournalStore(vault).each()]


def test_records_come_in_and_a_second_time_nothing_happens(vault: Vault) -> None:
    incoming = Incoming([_entry(1), _entry(2), _trigger("t1")], [Problem("journal[7]", (fault("mood", "missing"),))])
    report = take_in(vault, incoming)
    assert (report.added, report.updated, report.unchanged) == (3, 0, 0)
    assert report.problems == tuple(incoming.problems)
    assert _all(vault) == [("e1", "number 1"), ("e2", "number 2")]
    assert [found.id for found in JournalStore(vault).find(Filter(query="number 2"), 9)] == ["e2"]
    again = take_in(vault, incoming)
    assert (again.added, again.updated, again.unchanged) == (0, 0, 3)


def test_the_newer_of_two_wins_and_the_older_is_kept_as_a_former_version(vault: Vault) -> None:
    take_in(vault, Incoming([_entry(1, "first", days=1)]))
    assert take_in(vault, Incoming([_entry(1, "older")])).unchanged == 1
    assert take_in(vault, Incoming([_entry(1, "newer", days=2)])).updated == 1
    assert _all(vault) == [("e1", "newer")]
    assert [value.note for _, value in JournalStore(vault).former("e1")] == ["first"]


def test_what_was_deleted_stays_deleted_unless_it_changed_since(vault: Vault) -> None:
    take_in(vault, Incoming([_entry(1)]))
    JournalStore(vault).bin(["e1"])
    assert take_in(vault, Incoming([_entry(1)])).unchanged == 1
    assert _all(vault) == []
    assert take_in(vault, Incoming([_entry(1, "newer", days=2)])).added == 1
    assert JournalStore(vault).binned() == []


def test_an_id_of_another_kind_is_a_problem_and_the_rest_comes_in(vault: Vault) -> None:
    take_in(vault, Incoming([_trigger("e1"), _trigger("e2")]))
    RecordStore(vault, TRIGGERS).bin(["e2"])
    report = take_in(vault, Incoming([_entry(1), _entry(2), _entry(3)]))
    assert report.added == 1
    assert [(problem.place, problem.faults[0].key, problem.kept) for problem in report.problems] == [
        ("journal e1", "id-of-another-kind", False),
        ("journal e2", "id-of-another-kind", False),
    ]
    assert [binned.record.id for binned in RecordStore(vault, TRIGGERS).binned()] == ["e2"]
    assert vault.check() == []


def test_a_dry_run_says_the_same_and_changes_nothing(vault_factory: Vaults) -> None:
    changes = Changes()
    vault = vault_factory(changes=changes)
    take_in(vault, Incoming([_entry(1), _entry(2), _entry(3)]))
    JournalStore(vault).bin(["e3"])
    told: list[str] = []
    changes.subscribe("journal", lambda: told.append("journal"))
    incoming = Incoming([_entry(1), _entry(2, "newer", days=2), _entry(3, "newer", days=2), _entry(4), _entry(4)])
    before = _all(vault)
    dry = take_in(vault, incoming, dry_run=True)
    assert _all(vault) == before
    assert len(JournalStore(vault).binned()) == 1
    assert JournalStore(vault).former("e2") == []
    assert told == []
    assert take_in(vault, incoming) == dry
    assert (dry.added, dry.updated, dry.unchanged) == (2, 1, 2)
    assert told == ["journal"]


def test_listeners_hear_once_and_only_of_what_changed_when_it_is_on_disk(vault_factory: Vaults) -> None:
    changes = Changes()
    vault = vault_factory(changes=changes)
    other = vault_factory()
    seen: list[tuple[str, int]] = []
    for topic in ("journal", "triggers", "people"):
        changes.subscribe(topic, lambda topic=topic: seen.append((topic, JournalStore(other).count())))  # type: ignore[misc]
    take_in(vault, Incoming([_entry(1), _entry(2), _trigger("t1")]))
    assert sorted(seen) == [("journal", 2), ("triggers", 2)]
    seen.clear()
    take_in(vault, Incoming([_entry(1), _trigger("t1")]))
    assert seen == []


def test_calling_it_off_takes_everything_back(vault: Vault) -> None:
    take_in(vault, Incoming([_entry(0)]))
    told: list[int] = []

    def until_200(done: int, _total: int) -> bool:
        told.append(done)
        return done < 200

    with pytest.raises(Cancelled):
        take_in(vault, Incoming([_entry(number) for number in range(1, 400)]), progress=until_200)
    assert told == [0, 100, 200]
    assert _all(vault) == [("e0", "number 0")]
    assert vault.check() == []


def test_an_error_takes_everything_back(vault: Vault) -> None:
    def fail(done: int, _total: int) -> bool:
        if done:
            raise ZeroDivisionError
        return True

    with pytest.raises(ZeroDivisionError):
        take_in(vault, Incoming([_entry(number) for number in range(150)]), progress=fail)
    assert _all(vault) == []


def test_ten_thousand_records_come_in_once(vault: Vault) -> None:
    incoming = Incoming([_entry(number, "They did not write back. " * 10) for number in range(10_000)])
    assert take_in(vault, incoming).added == 10_000
    assert take_in(vault, incoming).unchanged == 10_000


def test_a_gathering_notes_what_is_wrong_and_keeps_the_rest(clock: FixedClock) -> None:
    gathering = Gathering(clock)
    assert gathering.take(JOURNAL, {"at": "2026-01-01", "id": "a"}, "journal[0]")
    assert gathering.take(JOURNAL, {"at": "2026-01-02", "id": "a"}, "journal[1]") is None
    assert gathering.take(JOURNAL, {"at": "no", "mood": "sad"}, "journal[2]") is None
    assert gathering.take(TRIGGERS, {"at": "2026-01-01", "name": "x", "id": "b"}, "triggers[0]")
    problems = [(problem.place, [found.key for found in problem.faults]) for problem in gathering.incoming.problems]
    assert problems == [("journal[1]", ["duplicate-id"]), ("journal[2]", ["not-a-moment", "not-a-whole-number"])]
    assert [record.id for _, record in gathering.incoming.records] == ["a", "b"]


def test_a_file_that_is_nothing_but_problems_is_refused(clock: FixedClock) -> None:
    gathering = Gathering(clock)
    for number in range(MAX_PROBLEMS):
        gathering.take(JOURNAL, {}, f"journal[{number}]")
    with pytest.raises(InputRefusedError) as caught:
        gathering.take(JOURNAL, {}, "journal[10000]")
    assert caught.value.key == "too-many-problems"
    assert len(gathering.incoming.problems) == MAX_PROBLEMS


def test_two_records_without_ids_that_say_the_same_are_one(vault: Vault, clock: FixedClock) -> None:
    gathering = Gathering(clock)
    for place in ("journal[0]", "journal[1]"):
        gathering.take(JOURNAL, {"at": "2026-01-01", "note": "twin"}, place)
    report = take_in(vault, gathering.incoming)
    assert (report.added, report.unchanged, report.problems) == (1, 1, ())


def test_an_edit_in_the_program_outlives_reading_the_same_file_again(vault: Vault, clock: FixedClock) -> None:
    def read() -> Incoming:
        gathering = Gathering(clock)
        gathering.take(JOURNAL, {"at": "2026-01-01T10:00:00+01:00", "note": "as imported"}, "journal[0]")
        gathering.take(JOURNAL, {"at": "2027-05-05", "note": "planned"}, "journal[1]")
        return gathering.incoming

    take_in(vault, read())
    store = JournalStore(vault)
    for record in list(store.each()):
        store.change(record.id, replace(record.value, note="edited"))
    clock.advance(timedelta(days=1))
    assert take_in(vault, read()).unchanged == 2
    assert {note for _, note in _all(vault)} == {"edited"}
