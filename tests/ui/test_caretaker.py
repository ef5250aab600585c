"""What is done for an open vault without being asked."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.caretaker import TAKEN_IN, Caretaker
from attach_desktop.ui.jobs import Jobs
from attach_desktop.ui.locking.rescue_page import RescuePage
from attach_desktop.ui.program import Program
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock
from tests.ui.executors import AtOnce
from tests.ui.hands import settle
from tests.ui.journal.entries import entry
from tests.ui.programs import RIGHT, Programs, lock, unlock

Care = Callable[[Program], Caretaker]


@pytest.fixture
def care(qapp: QApplication) -> Iterator[Care]:
    made: list[Caretaker] = []

    def begin(program: Program) -> Caretaker:
        caretaker = Caretaker(program, Jobs(AtOnce))
        caretaker.timer.setInterval(0)
        made.append(caretaker)
        return caretaker

    yield begin
    for caretaker in made:
        caretaker.close()


def fill(vault: Vault) -> None:
    JournalStore(vault).add(entry(note="mine"))


def test_the_days_backup_is_made_once(programs: Programs, care: Care, clock: FixedClock, qtbot: QtBot) -> None:
    program = programs(ask=lambda: RIGHT, fill=fill)
    care(program)
    settle()
    backups = program.door.backups
    assert [backup.reason for backup in backups.each()] == ["daily"]
    for days, count in ((0, 1), (1, 2)):
        clock.advance(timedelta(days=days))
        lock(program)
        unlock(program, qtbot)
        settle()
        assert len(backups.each()) == count
    assert program.window.status.text() == ""


def test_an_empty_vault_needs_none(programs: Programs, care: Care) -> None:
    program = programs(None)
    care(program)
    settle()
    assert program.door.backups.each() == []


def test_a_second_copy_that_cannot_be_made_is_told(programs: Programs, care: Care) -> None:
    program = programs(None, fill=fill)
    assert program.vault is not None
    program.vault.settings.set("backup-copy-folder", "/nowhere/at/all")
    care(program)
    settle()
    assert len(program.door.backups.each()) == 1
    assert "/nowhere/at/all" in program.window.status.text()


def test_damage_that_it_meets_leads_to_what_is_left(programs: Programs, care: Care, qtbot: QtBot) -> None:
    def many(vault: Vault) -> None:
        for number in range(200):
            JournalStore(vault).add(entry(note=f"{number} " + "word " * 60))
        vault.connection.fold_in()

    program = programs(None, fill=many)
    data = bytearray(program.door.path.read_bytes())
    middle = len(data) // 2 // 4096 * 4096
    data[middle : middle + 8192] = bytes(8192)
    with program.door.path.open("rb+") as file:
        file.write(data)
    care(program)
    settle()
    assert program.window.status.can_undo
    assert program.window.status.step == "See what is left"
    program.window.undo()
    page = program.window.shown
    assert isinstance(page, RescuePage)
    qtbot.waitUntil(lambda: page.found is not None and program.vault is None)
    assert page.found is not None
    assert page.found.saved is not None


def test_a_conflict_copy_is_offered_and_taken_in(programs: Programs, care: Care) -> None:
    program = programs(None, fill=fill)
    assert program.vault is not None
    copy = program.door.path.with_name("attach.sync-conflict-20261108-101010-ABCDEFG.vault")
    shutil.copy(program.door.path, copy)
    from attach_desktop.ui.locking.door import Door

    other = Door(copy, program.door.clock).open(None)
    JournalStore(other).add(entry(1, note="written elsewhere"))
    other.connection.fold_in()
    other.close()
    care(program)
    settle()
    assert program.window.status.step == "Take in what is new there"
    program.window.undo()
    settle()
    assert sorted(record.value.note for record in JournalStore(program.vault).each()) == ["mine", "written elsewhere"]
    assert program.window.status.text().startswith("Taken in: 1 new")
    assert not copy.exists()
    assert copy.with_name(copy.name + TAKEN_IN).exists()


def test_nothing_is_begun_for_a_vault_that_has_been_closed(programs: Programs, care: Care) -> None:
    program = programs(ask=lambda: RIGHT, fill=fill)
    caretaker = care(program)
    caretaker.timer.setInterval(60_000)
    caretaker.timer.start()
    lock(program)
    assert not caretaker.timer.isActive()
    caretaker.look()
    assert program.door.backups.each() == []
