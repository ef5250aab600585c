"""The program around an open vault: it opens, locks, hides, shows and ends."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from attach_desktop.changes import Changes
from attach_desktop.errors import PassphraseError
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.dialogs.about import KeysDialog
from attach_desktop.ui.locking.reason import Reason
from attach_desktop.ui.locking.unlock_page import UnlockPage
from attach_desktop.ui.program import Program
from attach_desktop.ui.tabs import TABS
from attach_desktop.vault.vault import Ask, Vault
from tests.support import CHEAP_COSTS, FixedClock, Vaults
from tests.ui.hands import CTRL, focus_name, press, settle, write
from tests.ui.pages import noted
from tests.ui.windows import WIDE, journal_page

RIGHT = "correct horse"
SPECS = (noted("one"), *(spec for spec in TABS if spec.key == "journal"))

Make = Callable[..., Program]


@pytest.fixture
def make(qapp: QApplication, vault_factory: Vaults, clock: FixedClock) -> Iterator[Make]:
    """Starts the program on a vault, shown; ``passphrase`` None makes a plain one."""
    begun: list[Program] = []

    def begin(passphrase: str | None = RIGHT, ask: Ask | None = None) -> Program:
        path = vault_factory("attach.vault", passphrase=passphrase).path

        def open_vault(asked: Ask | None) -> Vault:
            return Vault.open(path, clock, Changes(), asked, CHEAP_COSTS)

        program = Program(qapp, open_vault, SPECS)
        program.begin(ask)
        begun.append(program)
        program.window.resize(WIDE)
        program.window.show()
        program.window.activateWindow()
        settle()
        return program

    yield begin
    for program in begun:
        program.stays = False
        program.quit()
        settle()
        program.end()


@pytest.fixture
def program(make: Make) -> Program:
    """Open, with a passphrase."""
    return make(ask=lambda: RIGHT)


def unlock_page(program: Program) -> UnlockPage:
    page = program.window.shown
    assert isinstance(page, UnlockPage)
    return page


def unlock(program: Program, qtbot: QtBot) -> None:
    # Without a screen, a window that loses a menu is no longer the active one.
    program.window.activateWindow()
    unlock_page(program).field.setText(RIGHT)
    with qtbot.waitSignal(program.unlocked):
        unlock_page(program).open_button.click()
    settle()


def lock(program: Program, reason: Reason = Reason.ASKED) -> None:
    assert program.lock(reason)
    settle()


# -- starting ----------------------------------------------------------------------------------------------------------


def test_a_plain_vault_opens_at_once(make: Make) -> None:
    program = make(None)
    assert program.window.is_open
    assert not program.can_lock


def test_an_encrypted_one_starts_locked_in_the_same_window(make: Make, qtbot: QtBot) -> None:
    program = make()
    window = program.window
    assert program.vault is None
    assert unlock_page(program).field.hasFocus()
    assert window.menuBar().actions() == []
    assert window.windowTitle() == "Attach"
    unlock(program, qtbot)
    assert program.window is window
    assert window.is_open
    assert window.menuBar().actions() != []


def test_a_wrong_passphrase_from_a_file_is_an_error(make: Make) -> None:
    with pytest.raises(PassphraseError):
        make(ask=lambda: "wrong")


# -- locking -----------------------------------------------------------------------------------------------------------


def test_locking_destroys_the_pages_closes_the_vault_and_lets_go_of_the_key(program: Program) -> None:
    window = program.window
    window.open_tab("journal")
    page, vault = journal_page(window), program.vault
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
    held = [
        one
        for one in gc.get_objects()
        if isinstance(one, dict | list | tuple | set)
        and any(
            isinstance(part, str) and marker in part for part in (one.values() if isinstance(one, dict) else tuple(one))
        )
        and one is not locals()
    ]
    assert [one for one in held if "marker" not in one] == []


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


def test_a_plain_vault_is_not_locked(make: Make) -> None:
    program = make(None)
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


def test_hiding_need_not_lock(program: Program) -> None:
    assert program.vault is not None
    program.vault.settings.set("lock-when-hidden", False)
    program.window.log_mood()
    journal_page(program.window).form.note.setFocus()
    write("half")
    program.hide_window()
    settle()
    assert program.vault is not None
    kept = program.vault.drafts.get("journal")
    assert kept is not None
    assert kept[0]["note"] == "half"


def test_hiding_closes_dialogs(make: Make) -> None:
    program = make(None)
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
