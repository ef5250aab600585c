"""The page that asks for the passphrase."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.jobs import Jobs
from attach_desktop.ui.locking.reason import Reason
from attach_desktop.ui.locking.unlock_page import UnlockPage
from attach_desktop.vault.recovery import recovery_code
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock
from tests.ui.dialogs.driving import clipped, unnamed
from tests.ui.executors import WhenTold
from tests.ui.hands import press, settle, write
from tests.ui.locking.conftest import RIGHT, Noted
from tests.ui.windows import NARROW

OnScreen = Callable[..., None]


@pytest.fixture
def opened() -> list[Vault]:
    return []


@pytest.fixture
def make(on_screen: OnScreen, opened: list[Vault]) -> Callable[[UnlockPage], UnlockPage]:
    def show(page: UnlockPage) -> UnlockPage:
        page.opened.connect(opened.append)
        on_screen(page, NARROW)
        page.setFocus()
        return page

    return show


Make = Callable[[UnlockPage], UnlockPage]


@pytest.fixture
def page(make: Make, door: Noted, at_once: Jobs) -> UnlockPage:
    return make(UnlockPage(door, jobs=at_once))


def test_it_shows_nothing_but_a_field(page: UnlockPage) -> None:
    assert page.field.hasFocus()
    assert page.field.echoMode() == QLineEdit.EchoMode.Password
    assert not page.open_button.isEnabled()
    assert not page.why.isVisible()
    assert clipped(page) == []
    assert unnamed(page) == []


@pytest.mark.parametrize(
    ("reason", "text"),
    [
        (Reason.ASKED, "You locked it."),
        (Reason.IDLE, "Nothing was pressed for 10 minutes."),
        (Reason.SCREEN, "The screen was locked."),
        (Reason.SLEEP, "The computer went to sleep."),
        (Reason.HIDDEN, "It was hidden."),
    ],
)
def test_it_says_why_it_locked(make: Make, door: Noted, at_once: Jobs, reason: Reason, text: str) -> None:
    page = make(UnlockPage(door, reason, 10, jobs=at_once))
    assert page.why.isVisible()
    assert page.why.text() == text
    assert clipped(page) == []


def test_what_is_typed_can_be_shown(page: UnlockPage) -> None:
    page.show_typed.click()
    assert page.field.echoMode() == QLineEdit.EchoMode.Normal
    assert page.field.hasFocus()
    page.show_typed.click()
    assert page.field.echoMode() == QLineEdit.EchoMode.Password


def test_the_right_passphrase_opens_it(page: UnlockPage, opened: list[Vault]) -> None:
    write(RIGHT)
    press(Qt.Key.Key_Return)
    settle()
    assert [JournalStore(vault).count() for vault in opened] == [1]
    assert page.field.text() == ""


def test_a_wrong_one_is_told_and_can_be_corrected(
    page: UnlockPage, door: Noted, opened: list[Vault], clock: FixedClock
) -> None:
    write("correct house\n")
    settle()
    assert opened == []
    assert "does not open the vault" in page.trouble.text
    assert "sound and untouched" in page.trouble.text
    assert page.field.hasFocus()
    assert page.field.selectedText()
    assert not page.field.isReadOnly()
    assert clipped(page) == []
    clock.advance(timedelta(seconds=1))
    page._say_pause()
    write(RIGHT)
    page.open_button.click()
    settle()
    assert opened == door.opened


def test_a_damaged_vault_is_told_apart(make: Make, door: Noted, at_once: Jobs) -> None:
    whole = door.path.read_bytes()
    door.path.write_bytes(whole[:16] + bytes(len(whole) - 16))
    for log in ("-wal", "-shm"):
        door.path.with_name(door.path.name + log).unlink(missing_ok=True)
    page = make(UnlockPage(door, jobs=at_once))
    heard: list[tuple[str, str]] = []
    page.damaged.connect(lambda error, typed: heard.append((type(error).__name__, typed)))
    write(RIGHT + "\n")
    settle()
    assert heard == [("VaultDamagedError", RIGHT)]
    assert not page.trouble.isVisible()


def test_the_recovery_code_opens_it_too(make: Make, door: Noted, at_once: Jobs, opened: list[Vault]) -> None:
    key = door.key_typed(RIGHT)
    assert key is not None
    code = recovery_code(key)
    make(UnlockPage(door, jobs=at_once))
    write(code.lower().replace("-", " ") + "\n")
    settle()
    assert len(opened) == 1


def test_after_a_failure_the_next_try_waits_longer_each_time(
    page: UnlockPage, door: Noted, clock: FixedClock, opened: list[Vault], make: Make, at_once: Jobs
) -> None:
    for seconds in (1, 2, 4):
        page.field.setText("wrong")
        page.open_button.click()
        settle()
        assert page.pause.isVisible()
        assert page.pause.text() in (f"Next try in {seconds} seconds", "Next try in a second")
        assert not page.open_button.isEnabled()
        page.field.setText(RIGHT)
        press(Qt.Key.Key_Return)
        settle()
        assert opened == []
        if seconds < 4:
            clock.advance(timedelta(seconds=seconds))
            page._say_pause()
    # Starting anew does not shorten it.
    again = make(UnlockPage(Noted(door.path, clock), jobs=at_once))
    assert again.pause.text() == "Next try in 4 seconds"
    clock.advance(timedelta(seconds=4))
    again._say_pause()
    assert not again.pause.isVisible()
    write(RIGHT + "\n")
    settle()
    assert len(opened) == 1
    assert door.seconds_to_wait() == 0


@pytest.mark.parametrize("typed", ["Abc", "abc", "1a"])
def test_caps_lock_is_told(page: UnlockPage, typed: str) -> None:
    for sign in typed:
        # As with Caps Lock on: a capital without Shift.
        event = QKeyEvent(QEvent.Type.KeyPress, ord(sign.upper()), Qt.KeyboardModifier.NoModifier, sign)
        QApplication.sendEvent(page.field, event)
        if sign.isupper():
            assert page.keys.text().startswith("Caps Lock is on.")
            assert page.keys.isVisible()
    assert page.keys.text().startswith("Caps Lock") is False


def test_while_it_opens_nothing_can_be_tried_twice(make: Make, door: Noted, when_told: Jobs, held: WhenTold) -> None:
    page = make(UnlockPage(door, jobs=when_told))
    write(RIGHT)
    page.open_button.click()
    settle()
    assert page.waiting.isVisible()
    assert page.field.isReadOnly()
    assert not page.open_button.isEnabled()
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    held.go()
    settle()
    assert len(door.opened) == 1


def test_quitting_while_it_opens_leaves_nothing_open(
    make: Make, door: Noted, when_told: Jobs, held: WhenTold, opened: list[Vault]
) -> None:
    page = make(UnlockPage(door, jobs=when_told))
    asked: list[str] = []
    page.quit_asked.connect(lambda: asked.append("quit"))
    write(RIGHT)
    page.open_button.click()
    page.quit_button.click()
    assert asked == []
    held._held[0]()  # begun before it was called off
    settle()
    assert asked == ["quit"]
    assert opened == []


def test_it_opens_in_another_thread_and_is_used_in_this_one(
    make: Make, door: Noted, opened: list[Vault], qtbot: QtBot
) -> None:
    page = make(UnlockPage(door))
    write(RIGHT)
    page.open_button.click()
    qtbot.waitUntil(lambda: bool(opened))
    assert door.threads == {name for name in door.threads if name.startswith("job")}
    assert threading.current_thread().name not in door.threads
    store = JournalStore(opened[0])
    store.add(Entry(at=store.newest(1)[0].value.at, note="written from here"))
    assert [record.value.note for record in store.newest(2)] == ["written from here", "behind a lock"]
