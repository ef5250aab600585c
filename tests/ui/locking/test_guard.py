"""What locks the program, and when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit

from attach_desktop.ui.locking.choices import Choices
from attach_desktop.ui.locking.guard import Guard
from attach_desktop.ui.locking.reason import Reason
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock, Vaults
from tests.ui.hands import press
from tests.ui.locking.conftest import RIGHT

MINUTE = timedelta(minutes=1)


class Program(QObject):
    """Notes what it is asked for."""

    unlocked = Signal()
    locking = Signal(str)

    def __init__(self, vault: Vault | None) -> None:
        super().__init__()
        self.vault = vault
        self.asked: list[object] = []

    def lock(self, reason: Reason, minutes: int = 0) -> bool:
        self.asked.append((reason, minutes) if minutes else reason)
        return True

    def hide_window(self) -> None:
        self.asked.append("hide")


@pytest.fixture
def program(qapp: QApplication, vault_factory: Vaults) -> Program:
    return Program(vault_factory("locked.vault", passphrase=RIGHT))


@pytest.fixture
def guard(program: Program, clock: FixedClock) -> Guard:
    return Guard(program, clock, program)


def test_it_locks_when_nothing_was_pressed_and_says_for_how_long(
    guard: Guard, program: Program, clock: FixedClock
) -> None:
    clock.advance(10 * MINUTE)
    guard.idle.look()
    assert program.asked == [(Reason.IDLE, 10)]


def test_the_minutes_can_be_changed_at_any_time(guard: Guard, program: Program, clock: FixedClock) -> None:
    assert program.vault is not None
    Choices(minutes=2).write(program.vault.settings)
    assert guard.idle.minutes == 2
    clock.advance(MINUTE)
    program.vault.settings.set("something", "else")  # begins nothing anew
    clock.advance(MINUTE)
    guard.idle.look()
    assert program.asked == [(Reason.IDLE, 2)]


def test_it_need_not_lock_by_itself(guard: Guard, program: Program) -> None:
    assert program.vault is not None
    Choices(minutes=0, screen=False, sleep=False).write(program.vault.settings)
    assert guard.idle.minutes == 0
    guard.screen_locked()
    assert not guard.about_to_sleep()
    assert program.asked == []


def test_a_locked_screen_and_sleep_lock(guard: Guard, program: Program) -> None:
    guard.screen_locked()
    assert guard.about_to_sleep()
    assert program.asked == [Reason.SCREEN, Reason.SLEEP]


def test_without_a_passphrase_nothing_counts(qapp: QApplication, vault: Vault, clock: FixedClock) -> None:
    program = Program(vault)
    assert Guard(program, clock, program).idle.minutes == 0


def test_it_counts_only_while_a_vault_is_open(program: Program, clock: FixedClock) -> None:
    vault, program.vault = program.vault, None
    guard = Guard(program, clock, program)
    assert guard.idle.minutes == 0
    program.vault = vault
    program.unlocked.emit()
    assert guard.idle.minutes == 10
    program.locking.emit("asked")
    assert guard.idle.minutes == 0
    assert vault is not None
    Choices(minutes=5).write(vault.settings)
    assert guard.idle.minutes == 0


def test_the_hide_key_hides_as_chosen(guard: Guard, program: Program, on_screen: Callable[..., None]) -> None:
    on_screen(QLineEdit())
    press(Qt.Key.Key_Escape, times=2)
    assert program.asked == ["hide"]
    assert program.vault is not None
    Choices(hide_key="F9").write(program.vault.settings)
    press(Qt.Key.Key_Escape, times=2)
    press(Qt.Key.Key_F9)
    assert program.asked == ["hide", "hide"]
