"""Deleting for good: the work, on real files."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from attach_desktop.interchange.progress import Cancelled
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.dialogs import wipe_work
from attach_desktop.ui.dialogs.wipe_dialog import Wanted, What
from attach_desktop.ui.locking.door import Door
from tests.support import CHEAP_COSTS, FixedClock, Vaults
from tests.ui.journal.entries import entry

TODAY = date(2026, 11, 8)
MARKER = "heliotrope"


@pytest.fixture
def door(vault_factory: Vaults, clock: FixedClock) -> Door:
    vault = vault_factory()
    store = JournalStore(vault)
    store.add(entry(note=MARKER, people=("Kim",)))
    store.add(entry(72, note="kept"))
    door = Door(vault.path, clock, CHEAP_COSTS)
    door.backups.make(vault)
    vault.close()
    clock.advance(timedelta(minutes=1))
    return door


def notes(door: Door) -> list[str]:
    vault = door.open(None)
    found = [record.value.note for record in JournalStore(vault).each()]
    vault.close()
    return sorted(found)


def everywhere(door: Door) -> bytes:
    return b"".join(file.read_bytes() for file in door.path.parent.rglob("*") if file.is_file())


@pytest.mark.parametrize("what", [What.DAYS, What.PERSON])
def test_it_is_gone_from_every_byte_backups_too(door: Door, what: What) -> None:
    vault = door.open(None)
    wanted = Wanted(what, TODAY, TODAY, alias="Kim", with_records=True, backups=True)
    assert wipe_work.counter(door, vault)(wanted) == 1
    vault.close()
    said: list[str] = []
    assert wipe_work.delete(door, None, wanted, said) is None
    assert notes(door) == ["kept"]
    assert MARKER.encode() not in everywhere(door)
    assert said[0].startswith("Records deleted: 1.")
    assert len(said) > 1


def test_everything_goes_and_one_begins_anew(door: Door) -> None:
    said: list[str] = []
    vault = door.open(None)
    assert wipe_work.counter(door, vault)(Wanted(What.EVERYTHING, TODAY, TODAY)) >= 2
    vault.close()
    wipe_work.delete(door, None, Wanted(What.EVERYTHING, TODAY, TODAY, backups=True), said)
    assert notes(door) == []
    assert MARKER.encode() not in everywhere(door)
    assert said[0].startswith("Files deleted:")


def test_backups_that_stay_are_told(door: Door) -> None:
    said: list[str] = []
    wipe_work.delete(door, None, Wanted(What.EVERYTHING, TODAY, TODAY), said)
    assert any("backups still hold" in sentence for sentence in said)
    assert MARKER.encode() in everywhere(door)


def ids(door: Door) -> list[str]:
    """Of what has the word in it; it goes into the bin."""
    vault = door.open(None)
    store = JournalStore(vault)
    found = [record.id for record in store.each() if MARKER in record.value.note]
    store.bin(found)
    vault.close()
    return found


@pytest.mark.parametrize("what", [What.RECORDS, What.BIN])
def test_what_lies_in_the_bin_is_gone_from_every_byte(door: Door, what: What) -> None:
    wanted = Wanted(what, ids=tuple(ids(door)), backups=True)
    said, shares = list[str](), list[float]()
    wipe_work.delete(door, None, wanted, said, shares.append)
    assert notes(door) == ["kept"]
    assert MARKER.encode() not in everywhere(door)
    assert said[0] == "Records deleted: 1. Former versions: 0, drafts: 0, backups: 1."
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_calling_it_off_leaves_nothing_half_deleted(door: Door) -> None:
    def called_off(_share: float) -> None:
        raise Cancelled

    wipe_work.delete(door, None, Wanted(What.BIN, ids=tuple(ids(door)), backups=True), [], called_off)
    assert MARKER.encode() not in everywhere(door)
