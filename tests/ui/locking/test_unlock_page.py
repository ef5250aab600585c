"""The page that asks for the passphrase."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from attach_desktop.errors import VaultDamagedError
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.jobs import Jobs
from attach_desktop.ui.locking.reason import Reason
from attach_desktop.ui.locking.unlock_page import UnlockPage
from attach_desktop.vault.vault import Vault
from tests.ui.dialogs.driving import clipped, unnamed
from tests.ui.executors import WhenTold
from tests.ui.hands import press, settle, write
from tests.ui.locking.conftest import RIGHT, Door
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
def page(make: Make, door: Door, at_once: Jobs) -> UnlockPage:
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
def test_it_says_why_it_locked(make: Make, door: Door, at_once: Jobs, reason: Reason, text: str) -> None:
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


def test_a_wrong_one_is_told_and_can_be_corrected(page: UnlockPage, door: Door, opened: list[Vault]) -> None:
    write("correct house\n")
    settle()
    assert opened == []
    assert "does not open the vault" in page.trouble.text
    assert "sound and untouched" in page.trouble.text
    assert page.field.hasFocus()
    assert page.field.selectedText()
    assert not page.field.isReadOnly()
    assert clipped(page) == []
    write(RIGHT)
    page.open_button.click()
    settle()
    assert opened == door.opened


def test_a_damaged_vault_is_told_apart(make: Make, at_once: Jobs) -> None:
    def broken(_typed: str) -> Vault:
        raise VaultDamagedError("damaged", path="attach.vault")

    page = make(UnlockPage(broken, jobs=at_once))
    write(RIGHT + "\n")
    settle()
    assert "is damaged" in page.trouble.text
    assert "passphrase" not in page.trouble.text


def test_while_it_opens_nothing_can_be_tried_twice(make: Make, door: Door, when_told: Jobs, held: WhenTold) -> None:
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
    make: Make, door: Door, when_told: Jobs, held: WhenTold, opened: list[Vault]
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
    make: Make, door: Door, opened: list[Vault], qtbot: QtBot
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
