"""How long nothing was pressed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from attach_desktop.ui.locking.idle import Idle
from tests.support import FixedClock

MINUTE = timedelta(minutes=1)


class Ear:
    def __init__(self, idle: Idle) -> None:
        self.times = 0
        idle.over.connect(self._hear)

    def _hear(self) -> None:
        self.times += 1


@pytest.fixture
def idle(qapp: QApplication, clock: FixedClock) -> Idle:
    return Idle(clock)


def test_it_is_over_after_so_many_minutes(idle: Idle, clock: FixedClock) -> None:
    ear = Ear(idle)
    idle.begin(10)
    clock.advance(9.9 * MINUTE)
    assert not idle.look()
    clock.advance(0.1 * MINUTE)
    assert idle.look()
    assert ear.times == 1
    assert not idle.look()


def test_whatever_is_pressed_begins_it_anew(idle: Idle, clock: FixedClock) -> None:
    ear = Ear(idle)
    idle.begin(10)
    for _ in range(5):
        clock.advance(9 * MINUTE)
        assert not idle.touched()
    assert ear.times == 0


def test_sleep_counts_and_the_first_key_after_it_comes_too_late(idle: Idle, clock: FixedClock) -> None:
    ear = Ear(idle)
    idle.begin(10)
    # A timer stands still while the computer sleeps; the wall clock does not.
    clock.advance(timedelta(hours=8))
    assert idle.touched()
    assert ear.times == 1


def test_a_clock_that_was_set_back_makes_it_wait_no_longer(idle: Idle, clock: FixedClock) -> None:
    idle.begin(10)
    clock.advance(timedelta(hours=-5))
    assert not idle.look()
    clock.advance(10 * MINUTE)
    assert idle.look()


def test_it_sets_its_timer_once_for_many_touches(idle: Idle, clock: FixedClock) -> None:
    idle.begin(10)
    left = idle._timer.remainingTime()
    for _ in range(100):
        clock.advance(timedelta(seconds=1))
        idle.touched()
    assert idle._timer.isActive()
    assert idle._timer.remainingTime() <= left
    # It runs down ten minutes after the beginning; then it is set again for what is left.
    idle._timer.stop()
    clock.advance(8 * MINUTE)
    assert not idle.look()
    assert 0 < idle._timer.remainingTime() <= 130_000


@pytest.mark.parametrize("end", ["never", "ended"])
def test_it_need_not_count(idle: Idle, clock: FixedClock, end: str) -> None:
    ear = Ear(idle)
    idle.begin(0 if end == "never" else 10)
    if end == "ended":
        idle.end()
    clock.advance(timedelta(days=3))
    assert not idle.touched()
    assert ear.times == 0
    assert not idle._timer.isActive()
