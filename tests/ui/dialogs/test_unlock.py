"""The window that asks for the passphrase."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from attach_desktop.changes import Changes
from attach_desktop.clock import Moment
from attach_desktop.errors import VaultDamagedError
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.dialogs import unlock as module
from attach_desktop.ui.dialogs.unlock import UnlockDialog, unlock
from attach_desktop.ui.jobs import Jobs
from attach_desktop.vault.vault import Vault
from tests.support import CHEAP_COSTS, FixedClock, Vaults
from tests.ui.dialogs.driving import clipped, settle, unnamed
from tests.ui.executors import WhenTold

Show = Callable[[UnlockDialog], UnlockDialog]
RIGHT = "correct horse"


class Door:
    """Opens one locked vault, and remembers what it opened and in which thread."""

    def __init__(self, path: Path, clock: FixedClock) -> None:
        self._path, self._clock = path, clock
        self.opened: list[Vault] = []
        self.threads: set[str] = set()

    def __call__(self, typed: str) -> Vault:
        self.threads.add(threading.current_thread().name)
        vault = Vault.open(self._path, self._clock, Changes(), lambda: typed, CHEAP_COSTS)
        self.opened.append(vault)
        return vault


@pytest.fixture
def door(vault_factory: Vaults, clock: FixedClock) -> Iterator[Door]:
    vault = vault_factory("locked.vault", passphrase=RIGHT)
    JournalStore(vault).add(Entry(at=Moment.now(clock), note="behind a lock"))
    made = Door(vault.path, clock)
    yield made
    for each in made.opened:
        each.close()


@pytest.fixture
def dialog(show: Show, door: Door, at_once: Jobs) -> UnlockDialog:
    return show(UnlockDialog(door, at_once))


def test_it_shows_nothing_but_a_field(dialog: UnlockDialog) -> None:
    assert dialog.windowTitle() == "Attach"
    assert dialog.field.hasFocus()
    assert dialog.field.echoMode() == QLineEdit.EchoMode.Password
    assert not dialog.open_button.isEnabled()
    assert clipped(dialog) == []
    assert unnamed(dialog) == []


def test_what_is_typed_can_be_shown(dialog: UnlockDialog) -> None:
    dialog.show_typed.click()
    assert dialog.field.echoMode() == QLineEdit.EchoMode.Normal
    assert dialog.field.hasFocus()
    dialog.show_typed.click()
    assert dialog.field.echoMode() == QLineEdit.EchoMode.Password


def test_the_right_passphrase_opens_it(dialog: UnlockDialog) -> None:
    QTest.keyClicks(dialog.field, RIGHT)
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    settle()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.vault is not None
    assert JournalStore(dialog.vault).count() == 1
    assert dialog.field.text() == ""


def test_a_wrong_one_is_told_and_can_be_corrected(dialog: UnlockDialog, door: Door) -> None:
    QTest.keyClicks(dialog.field, "correct house")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    settle()
    assert dialog.isVisible()
    assert "does not open the vault" in dialog.trouble.text
    assert "sound and untouched" in dialog.trouble.text
    assert dialog.field.hasFocus()
    assert dialog.field.selectedText()
    assert not dialog.field.isReadOnly()
    assert clipped(dialog) == []
    QTest.keyClicks(dialog.field, RIGHT)
    dialog.open_button.click()
    settle()
    assert dialog.vault is door.opened[0]


def test_a_damaged_vault_is_told_apart(show: Show, at_once: Jobs) -> None:
    def broken(_typed: str) -> Vault:
        raise VaultDamagedError("damaged", path="attach.vault")

    dialog = show(UnlockDialog(broken, at_once))
    QTest.keyClicks(dialog.field, RIGHT)
    dialog.open_button.click()
    settle()
    assert "is damaged" in dialog.trouble.text
    assert "passphrase" not in dialog.trouble.text


def test_escape_quits(dialog: UnlockDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), dialog.vault) == (False, None)


def test_while_it_opens_nothing_can_be_tried_twice(show: Show, door: Door, when_told: Jobs, held: WhenTold) -> None:
    dialog = show(UnlockDialog(door, when_told))
    QTest.keyClicks(dialog.field, RIGHT)
    dialog.open_button.click()
    settle()
    assert dialog.waiting.isVisible()
    assert dialog.field.isReadOnly()
    assert not dialog.open_button.isEnabled()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    held.go()
    settle()
    assert len(door.opened) == 1


def test_quitting_while_it_opens_leaves_nothing_open(show: Show, door: Door, threaded: Jobs, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(typed: str) -> Vault:
        begun.set()
        go_on.wait(10)
        return door(typed)

    dialog = show(UnlockDialog(slow, threaded))
    QTest.keyClicks(dialog.field, RIGHT)
    dialog.open_button.click()
    qtbot.waitUntil(begun.is_set)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    go_on.set()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert dialog.vault is None
    with pytest.raises(Exception, match=r"(?i)closed"):
        door.opened[0].connection.one("SELECT 1")


def test_it_opens_in_another_thread_and_is_used_in_this_one(show: Show, door: Door, qtbot: QtBot) -> None:
    dialog = show(UnlockDialog(door))
    QTest.keyClicks(dialog.field, RIGHT)
    dialog.open_button.click()
    qtbot.waitUntil(lambda: dialog.vault is not None)
    assert door.threads == {name for name in door.threads if name.startswith("job")}
    assert dialog.vault is not None
    store = JournalStore(dialog.vault)
    store.add(Entry(at=store.newest(1)[0].value.at, note="written from here"))
    assert [record.value.note for record in store.newest(2)] == ["written from here", "behind a lock"]


@pytest.mark.parametrize(("typed", "opens"), [(RIGHT, True), (None, False)])
def test_unlock_gives_the_vault_or_nothing(
    qapp: QApplication, door: Door, monkeypatch: pytest.MonkeyPatch, typed: str | None, opens: bool
) -> None:
    class Driven(UnlockDialog):
        """Types by itself, as nobody is there; runs its own loop, as the guard refuses the modal one."""

        def exec(self) -> int:
            from PySide6.QtCore import QEventLoop

            loop = QEventLoop()
            self.finished.connect(loop.quit)
            self.show()
            if typed is None:
                QTimer.singleShot(0, self.reject)
            else:
                self.field.setText(typed)
                QTimer.singleShot(0, self.open_button.click)
            loop.exec()
            return self.result()

    monkeypatch.setattr(module, "UnlockDialog", Driven)
    assert unlock(door) is (door.opened[0] if opens else None)
    settle()
