"""The program around an open vault: it opens, locks, hides, shows and ends."""

from __future__ import annotations

import gc
import os
import weakref
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from attach_desktop import demo
from attach_desktop.errors import InputRefusedError, PassphraseError
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.dialogs.about import KeysDialog
from attach_desktop.ui.locking.choices import Choices
from attach_desktop.ui.locking.door import Door
from attach_desktop.ui.locking.reason import Reason
from attach_desktop.ui.locking.rescue_page import RescuePage
from attach_desktop.ui.locking.unlock_page import UnlockPage
from attach_desktop.ui.locking.work_page import WorkPage
from attach_desktop.ui.program import Program
from attach_desktop.ui.tabs import TABS
from attach_desktop.vault.key import Key
from attach_desktop.vault.vault import Vault
from tests.support import CHEAP_COSTS, NOW, FixedClock, Vaults
from tests.ui.eyes import push
from tests.ui.hands import CTRL, focus_name, press, settle, write
from tests.ui.journal.entries import entry
from tests.ui.programs import RIGHT, Programs, lock, unlock, unlock_page
from tests.ui.windows import journal_page


@pytest.fixture
def program(programs: Programs) -> Program:
    """Open, with a passphrase."""
    return programs(ask=lambda: RIGHT)


# -- starting ----------------------------------------------------------------------------------------------------------


def test_a_plain_vault_opens_at_once(programs: Programs) -> None:
    program = programs(None)
    assert program.window.is_open
    assert not program.can_lock


def test_an_encrypted_one_starts_locked_in_the_same_window(programs: Programs, qtbot: QtBot) -> None:
    program = programs()
    window = program.window
    assert program.vault is None
    assert unlock_page(program).field.hasFocus()
    assert window.menuBar().actions() == []
    assert window.windowTitle() == "Attach"
    unlock(program, qtbot)
    assert program.window is window
    assert window.is_open
    assert window.menuBar().actions() != []


def test_a_wrong_passphrase_from_a_file_is_an_error(programs: Programs) -> None:
    with pytest.raises(PassphraseError):
        programs(ask=lambda: "wrong")


# -- locking -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tab", [spec.key for spec in TABS])
def test_locking_destroys_the_pages_closes_the_vault_and_lets_go_of_the_key(programs: Programs, tab: str) -> None:
    program = programs(ask=lambda: RIGHT, fill=lambda vault: demo.fill(vault, 60, 1, 3, NOW), specs=TABS)
    window = program.window
    window.open_tab(tab)
    settle()
    page, vault = window.page(tab), program.vault
    assert page is not None
    assert page.isVisible()
    assert vault is not None
    gone = weakref.ref(vault)
    told: list[str] = []
    program.locked.connect(told.append)
    del vault
    assert program.lock(Reason.IDLE)
    assert isinstance(window.shown, UnlockPage)
    assert not page.isVisible()
    settle()
    assert not isValid(page)
    del page
    gc.collect()
    assert gone() is None
    assert program.vault is None
    assert told == [Reason.IDLE]
    assert window.status.text() == ""
    assert window.menuBar().actions() == []


def test_nothing_that_was_typed_is_left_in_the_objects_of_the_program(program: Program) -> None:
    marker = "heliotrope" + "-cassowary"
    program.window.log_mood()
    journal_page(program.window).form.note.setFocus()
    write(marker)
    lock(program)
    # The names of this test hold it, and nothing else.
    assert [one for one in holders(marker) if not (type(one) is dict and one.get("marker") == marker)] == []


def holders(text: str) -> list[object]:
    """Every collection of Python's own that holds a text with ``text`` in it."""
    found: list[object] = []
    for one in gc.get_objects():
        # By its exact type: asking an object what it is may call into what is gone.
        if type(one) is dict:
            parts = list(one.values())
        elif type(one) in (list, tuple, set):
            parts = list(one)
        else:
            continue
        if any(type(part) is str and text in part for part in parts):
            found.append(one)
    return found


def test_what_was_half_written_is_back_after_unlocking_on_the_same_tab(program: Program, qtbot: QtBot) -> None:
    program.window.log_mood()
    journal_page(program.window).form.note.setFocus()
    write("half a sentence")
    press(Qt.Key.Key_L, CTRL)
    settle()
    assert unlock_page(program).why.text() == "You locked it."
    unlock(program, qtbot)
    assert program.window.tab == "journal"
    assert journal_page(program.window).form.note.text() == "half a sentence"
    assert program.vault is not None
    assert JournalStore(program.vault).count() == 0


def test_the_reason_is_told(program: Program) -> None:
    lock(program, Reason.SLEEP)
    assert unlock_page(program).why.text() == "The computer went to sleep."


def test_it_can_be_locked_and_unlocked_many_times(program: Program, qtbot: QtBot) -> None:
    for _ in range(3):
        lock(program)
        assert not program.lock(Reason.IDLE)
        unlock(program, qtbot)
    assert focus_name() == "one"
    assert len(program.window.menuBar().actions()) == 5
    assert len([one for one in program.window.children() if one.metaObject().className() == "QMenuBar"]) == 1


def test_a_plain_vault_is_not_locked(programs: Programs) -> None:
    program = programs(None)
    assert not program.lock(Reason.IDLE)
    program.lock_now()
    settle()
    assert program.window.is_open
    assert "Loc&k now" not in [one.text() for one in program.window.findChildren(QAction)]


def test_locking_closes_a_dialog_that_waits_in_a_loop_of_its_own(program: Program, qtbot: QtBot) -> None:
    from PySide6.QtCore import QEventLoop

    dialog, loop = KeysDialog(program.window), QEventLoop()
    dialog.finished.connect(loop.quit)
    QTimer.singleShot(0, lambda: program.lock(Reason.SCREEN))
    dialog.show()
    with qtbot.waitSignal(program.locked):
        loop.exec()
        # Whoever opened the dialog goes on here, and the pages are still there to go on with.
        assert program.vault is not None
    settle()
    assert not isValid(dialog)
    assert program.vault is None


def test_who_hangs_on_the_vault_hears_of_it_in_time(program: Program, qtbot: QtBot) -> None:
    heard: list[object] = []
    program.locking.connect(lambda _: heard.append(program.vault is not None))
    program.locked.connect(lambda _: heard.append(program.vault is None))
    program.unlocked.connect(lambda: heard.append(program.vault))
    lock(program)
    unlock(program, qtbot)
    assert heard == [True, True, program.vault]


# -- working on the file -----------------------------------------------------------------------------------------------


def test_work_on_the_file_has_it_alone_and_opens_it_again(program: Program, qtbot: QtBot) -> None:
    found: list[object] = []
    vault = program.vault
    assert vault is not None
    key = vault.connection.key

    def work(tell: Callable[[float], None]) -> Key | None:
        found.append(program.vault)
        tell(0.5)
        return key

    program.window.open_tab("journal")
    with qtbot.waitSignal(program.unlocked):
        program.apart("Working …", work, lambda: found.append("then"))
        assert isinstance(program.window.shown, WorkPage)
        assert not program.can_lock
    assert found == [None, "then"]
    assert program.vault is not vault
    assert program.window.tab == "journal"


def test_work_that_fails_is_told_and_the_vault_is_open_as_before(program: Program, qtbot: QtBot) -> None:
    def work(tell: Callable[[float], None]) -> Key | None:
        raise InputRefusedError("passphrase-empty")

    then: list[str] = []
    with qtbot.waitSignal(program.unlocked):
        program.apart("Working …", work, lambda: then.append("then"))
    settle()
    assert then == []
    assert program.window.status.text()
    assert program.can_lock


def test_what_comes_to_lock_it_meanwhile_locks_it_afterwards(program: Program, qtbot: QtBot) -> None:
    assert program.vault is not None
    key = program.vault.connection.key
    then: list[bool] = []
    with qtbot.waitSignal(program.unlocked):
        program.apart("Working …", lambda tell: key, lambda: then.append(program.window.is_open))
        assert not program.lock(Reason.SCREEN)
    settle()
    assert unlock_page(program).why.text() == "The screen was locked."
    # What follows, such as a recovery code, is not for whoever sits before a locked window.
    assert then == []
    unlock(program, qtbot)
    assert then == [True]
    lock(program)
    unlock(program, qtbot)
    assert then == [True]


# -- damage ------------------------------------------------------------------------------------------------------------


def spoil(door: Door) -> None:
    whole = door.path.read_bytes()
    door.path.write_bytes(whole[:16] + bytes(len(whole) - 16))


def test_a_plain_vault_that_is_damaged_still_starts_the_program(
    programs: Programs, vault_factory: Vaults, clock: FixedClock, qtbot: QtBot
) -> None:
    vault = vault_factory()
    vault.close()
    door = Door(vault.path, clock, CHEAP_COSTS)
    spoil(door)
    program = programs.start(door)
    page = program.window.shown
    assert isinstance(page, RescuePage)
    qtbot.waitUntil(lambda: page.found is not None)
    with qtbot.waitSignal(program.unlocked):
        push(page, "Begin anew")
    assert program.window.is_open


def test_an_encrypted_one_is_found_damaged_once_the_passphrase_is_right(
    programs: Programs, vault_factory: Vaults, clock: FixedClock, qtbot: QtBot
) -> None:
    vault = vault_factory(passphrase=RIGHT)
    vault.close()
    door = Door(vault.path, clock, CHEAP_COSTS)
    spoil(door)
    program = programs.start(door)
    unlock_page(program).field.setText(RIGHT)
    unlock_page(program).open_button.click()
    qtbot.waitUntil(lambda: isinstance(program.window.shown, RescuePage))
    page = program.window.shown
    assert isinstance(page, RescuePage)
    qtbot.waitUntil(lambda: page.found is not None)
    with qtbot.waitSignal(program.unlocked):
        push(page, "Begin anew")
    assert program.vault is not None
    assert program.vault.encrypted


# -- hiding ------------------------------------------------------------------------------------------------------------


def test_hiding_takes_the_window_away_at_once_and_locks_behind_it(program: Program, qtbot: QtBot) -> None:
    program.can_come_back = True
    program.hide_window()
    assert not program.window.isVisible()
    assert program.window.windowTitle() == "Notes"
    settle()
    assert program.vault is None
    program.show_window()
    assert program.window.isVisible()
    assert unlock_page(program).why.text() == "It was hidden."
    assert program.window.windowTitle() == "Attach"


def test_where_nothing_could_bring_it_back_it_is_minimised(program: Program) -> None:
    program.hide_window()
    assert program.window.isMinimized()
    settle()
    assert program.vault is None
    program.show_window()
    assert not program.window.isMinimized()


@pytest.mark.parametrize("by_the_person", [True, False])
def test_coming_back_is_said_once_by_whatever_way(program: Program, by_the_person: bool) -> None:
    said: list[str] = []
    program.hidden.connect(lambda: said.append("hidden"))
    program.shown.connect(lambda: said.append("shown"))
    program.hide_window()
    settle()
    assert program.window.windowTitle() == "Notes"
    if by_the_person:
        program.window.showNormal()
        program.window.activateWindow()
    else:
        program.show_window()
    settle()
    assert said == ["hidden", "shown"]
    assert program.window.windowTitle() == "Attach"


def test_hiding_need_not_lock(program: Program) -> None:
    assert program.vault is not None
    Choices(hidden=False).write(program.vault.settings)
    program.window.log_mood()
    journal_page(program.window).form.note.setFocus()
    write("half")
    program.hide_window()
    settle()
    assert program.vault is not None
    kept = program.vault.drafts.get("journal")
    assert kept is not None
    assert kept[0]["note"] == "half"


def test_hiding_closes_dialogs(programs: Programs) -> None:
    program = programs(None)
    dialog = KeysDialog(program.window)
    dialog.show()
    program.can_come_back = True
    program.hide_window()
    settle()
    assert not isValid(dialog) or not dialog.isVisible()
    assert program.window.is_open


def test_a_page_can_be_asked_for_while_it_is_locked(program: Program, qtbot: QtBot) -> None:
    lock(program)
    program.show_window("journal")
    unlock(program, qtbot)
    assert program.window.tab == "journal"


def test_a_page_can_be_asked_for_while_it_is_open(program: Program) -> None:
    program.show_window("journal")
    assert program.window.tab == "journal"


# -- ending ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("locked", [False, True])
def test_closing_the_window_ends_the_program(program: Program, locked: bool) -> None:
    left: list[str] = []
    program.left.connect(lambda: left.append("left"))
    if locked:
        lock(program)
    program.window.close()
    settle()
    assert left == ["left"]
    assert not program.window.isVisible()


def test_a_program_that_stays_is_only_hidden_by_closing_and_ends_by_quitting(program: Program) -> None:
    program.stays = program.can_come_back = True
    left: list[str] = []
    program.left.connect(lambda: left.append("left"))
    program.window.close()
    settle()
    assert left == []
    assert not program.window.isVisible()
    program.quit()
    settle()
    assert left == ["left"]


def test_quitting_keeps_what_is_half_written(program: Program, vault_factory: Vaults) -> None:
    program.window.log_mood()
    journal_page(program.window).form.note.setFocus()
    write("half")
    press(Qt.Key.Key_Q, CTRL)
    settle()
    kept = vault_factory("attach.vault", passphrase=RIGHT).drafts.get("journal")
    assert kept is not None
    assert kept[0]["note"] == "half"


def test_windows_of_nobody_are_left_behind(program: Program) -> None:
    lock(program)
    tops = [one for one in QApplication.topLevelWidgets() if one is not program.window and one.isVisible()]
    assert tops == []
    assert isinstance(program.window, QWidget)


# -- from outside ------------------------------------------------------------------------------------------------------


def notes_kept_aside(program: Program, qtbot: QtBot, passphrase: str | None, why: str) -> list[str]:
    """Look again, which shows ``theirs`` and begins with ``why`` where it locks; the notes in the file set aside."""
    program.window.look_again()
    if passphrase is None:
        with qtbot.waitSignal(program.unlocked):
            settle()
    else:
        settle()
        assert unlock_page(program).why.text().startswith(why)
        unlock(program, qtbot)
    assert program.vault is not None
    assert [record.value.note for record in JournalStore(program.vault).each()] == ["theirs"]
    [kept] = program.door.path.parent.glob("attach-*-conflict.vault")
    mine = Door(kept, program.door.clock, CHEAP_COSTS).open(None if passphrase is None else lambda: RIGHT)
    notes = [record.value.note for record in JournalStore(mine).each()]
    mine.close()
    return notes


@pytest.mark.parametrize("passphrase", [None, RIGHT])
def test_a_vault_that_was_replaced_from_outside_is_kept_and_the_new_one_opened(
    programs: Programs, vault_factory: Vaults, qtbot: QtBot, passphrase: str | None
) -> None:
    program = programs(passphrase, ask=None if passphrase is None else lambda: RIGHT)
    assert program.vault is not None
    JournalStore(program.vault).add(entry(note="mine"))
    other = vault_factory("other.vault", passphrase=passphrase)
    JournalStore(other).add(entry(note="theirs"))
    other.connection.fold_in()
    other.close()
    other.path.replace(program.door.path)
    assert notes_kept_aside(program, qtbot, passphrase, "Another program has put other records") == ["mine"]


@pytest.mark.parametrize("passphrase", [None, RIGHT])
def test_a_vault_that_was_written_into_from_outside_is_not_written_over(
    programs: Programs, vault_factory: Vaults, qtbot: QtBot, passphrase: str | None
) -> None:
    """As when a file is copied by hand over the one that is open: the same file, with other bytes in it."""
    older = vault_factory("attach.vault", passphrase=passphrase)
    JournalStore(older).add(entry(note="theirs"))
    older.close()
    theirs = older.path.read_bytes()
    program = programs(passphrase, None if passphrase is None else lambda: RIGHT, aged)
    assert program.vault is not None
    JournalStore(program.vault).add(entry(note="mine"))
    with program.door.path.open("r+b") as file:
        file.write(theirs)
        file.truncate()
    assert "mine" in notes_kept_aside(program, qtbot, passphrase, "Another program has written into")


@pytest.mark.parametrize("in_place", [True, False], ids=["written into", "replaced"])
def test_what_was_half_written_then_is_kept_beside_as_well(
    programs: Programs, vault_factory: Vaults, qtbot: QtBot, in_place: bool
) -> None:
    program = programs(None, fill=aged)
    program.window.log_mood()
    journal_page(program.window).form.note.setFocus()
    write("half")
    other = vault_factory("other.vault")
    other.close()
    if in_place:
        with program.door.path.open("r+b") as file:
            file.write(other.path.read_bytes())
            file.truncate()
    else:
        other.path.replace(program.door.path)
    program.window.look_again()
    with qtbot.waitSignal(program.unlocked):
        settle()
    [beside] = program.door.path.parent.glob("attach-*-conflict.vault")
    kept = vault_factory(beside.name).drafts.get("journal")
    assert kept is not None
    assert kept[0]["note"] == "half"


def test_what_was_written_into_may_not_be_readable_and_there_is_a_way_on(programs: Programs, qtbot: QtBot) -> None:
    """The page with the settings is gone, which everything asks for first."""
    program = programs(None, fill=aged)
    assert program.vault is not None
    program.door.backups.make(program.vault)
    row = program.vault.connection.one("SELECT rootpage FROM sqlite_master WHERE name = 'setting'")
    assert row is not None
    with program.door.path.open("r+b") as file:
        file.seek((row[0] - 1) * 4096)
        file.write(b"\xa5" * 4096)
    program.window.look_again()
    qtbot.waitUntil(lambda: isinstance(program.window.shown, RescuePage))
    again = programs.start(program.door)
    assert isinstance(again.window.shown, RescuePage)


def aged(vault: Vault) -> None:
    """More in it, and last written long ago, as most vaults are when they are opened."""
    for number in range(40):
        JournalStore(vault).add(entry(number, note="x" * 2000))
    vault.close()
    os.utime(vault.path, (1, 1))


@pytest.mark.parametrize("passphrase", [None, RIGHT])
def test_a_vault_that_was_deleted_from_outside_is_there_again(
    programs: Programs, qtbot: QtBot, passphrase: str | None
) -> None:
    program = programs(passphrase, ask=None if passphrase is None else lambda: RIGHT)
    assert program.vault is not None
    JournalStore(program.vault).add(entry(note="mine"))
    for file in program.door.path.parent.glob("attach.vault*"):
        file.unlink()
    program.window.look_again()
    if passphrase is None:
        with qtbot.waitSignal(program.unlocked):
            settle()
    else:
        settle()
        unlock(program, qtbot)
    assert program.vault is not None
    assert [record.value.note for record in JournalStore(program.vault).each()] == ["mine"]
