"""When it locks and how it hides: choosing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from attach_desktop.errors import AttachError, StorageError
from attach_desktop.ui.dialogs.locking_choices import LockingChoices, what_is_heard
from attach_desktop.ui.locking.choices import Choices
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.vault import Vault
from tests.ui.dialogs.driving import unnamed
from tests.ui.hands import settle


@pytest.fixture
def told() -> list[object]:
    return []


@pytest.fixture
def choices(on_screen: Callable[..., None], vault: Vault, told: list[object]) -> LockingChoices:
    made = LockingChoices(
        vault.settings, encrypted=True, discreet=False, set_discreet=told.append, complain=told.append
    )
    on_screen(made)
    return made


def test_every_choice_is_kept_as_it_is_made(choices: LockingChoices, vault: Vault, told: list[object]) -> None:
    choices.minutes.setCurrentIndex(choices.minutes.findData(2))
    choices.minutes.activated.emit(choices.minutes.currentIndex())
    choices.screen_lock.click()
    choices.sleep.click()
    choices.hidden.click()
    assert Choices.read(vault.settings) == Choices(2, screen=False, sleep=False, hidden=False)
    choices.discreet.click()
    assert told == [True]
    assert unnamed(choices) == []


def test_the_key_is_pressed_where_it_is_shown(choices: LockingChoices, vault: Vault) -> None:
    choices.none.click()
    assert Choices.read(vault.settings).hide_key == ""
    choices.key.setFocus()
    QTest.keyClick(choices.key, Qt.Key.Key_F9)
    choices.key.editingFinished.emit()
    assert Choices.read(vault.settings).hide_key == "F9"
    choices.usual.click()
    assert Choices.read(vault.settings).hide_key == "Esc, Esc"


def test_without_a_passphrase_only_hiding_is_offered(on_screen: Callable[..., None], vault: Vault) -> None:
    made = LockingChoices(
        vault.settings, encrypted=False, discreet=True, set_discreet=lambda _: None, complain=lambda _: None
    )
    on_screen(made)
    settle()
    assert not made.minutes.isVisible()
    assert not made.hidden.isVisible()
    assert made.key.isVisible()
    assert made.discreet.isChecked()


def test_what_cannot_be_kept_is_told(
    choices: LockingChoices, told: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Connection, sql: str, bindings: object = ()) -> int:
        raise StorageError("disk-full", path=self.path)

    monkeypatch.setattr(Connection, "run", full)
    choices.sleep.click()
    assert [isinstance(one, AttachError) for one in told] == [True]


@pytest.mark.parametrize(
    ("sleep", "screen", "words", "way"),
    [
        (True, True, "when the screen is locked and when the computer is about to sleep", ""),
        (False, True, "not when the computer is about to sleep", "without a key"),
        (True, False, "not when the screen is locked", "Ctrl+L"),
        (False, False, "neither", "without a key"),
    ],
)
def test_what_the_system_says_and_what_it_does_not_is_told(sleep: bool, screen: bool, words: str, way: str) -> None:
    text = what_is_heard(sleep, screen)
    assert words in text
    assert way in text
    assert ("not " in text or "neither" in text) is not (sleep and screen)
