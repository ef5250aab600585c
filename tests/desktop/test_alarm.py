from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from attach_desktop.clock import SystemClock
from attach_desktop.desktop.alarm import LONGEST, Alarm, ClockWatch
from tests.support import NOW, FixedClock

MINUTE = timedelta(minutes=1)


class Plan:
    """Moments ahead; each is done with when it has rung."""

    def __init__(self, *ahead: datetime) -> None:
        self.ahead = sorted(ahead)
        self.rung: list[datetime] = []

    def next(self, now: datetime) -> datetime | None:
        return self.ahead[0] if self.ahead else None

    def ring(self, now: datetime) -> None:
        self.rung.append(now)
        self.ahead = [moment for moment in self.ahead if moment > now]


@pytest.fixture
def stopped(qapp: QApplication) -> Iterator[list[Alarm]]:
    """Alarms that are stopped in the end."""
    made: list[Alarm] = []
    yield made
    for alarm in made:
        alarm.stop()


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def waits(alarm: Alarm) -> timedelta:
    assert alarm.waits is not None
    return alarm.waits


def test_it_does_not_run_with_nothing_ahead(stopped: list[Alarm]) -> None:
    alarm = Alarm(FixedClock(), Plan().next, Plan().ring)
    stopped.append(alarm)
    alarm.arm()
    assert alarm.waits is None


def test_it_sleeps_until_the_next_moment(stopped: list[Alarm]) -> None:
    plan = Plan(NOW + 4 * MINUTE, NOW + 3 * MINUTE)
    alarm = Alarm(FixedClock(), plan.next, plan.ring)
    stopped.append(alarm)
    alarm.arm()
    assert 2.9 * MINUTE < waits(alarm) <= 3.2 * MINUTE
    plan.ahead.clear()
    alarm.arm()
    assert alarm.waits is None


@pytest.mark.parametrize("days", [1, 60, 3650])
def test_it_never_sleeps_longer_than_a_quarter_of_an_hour(stopped: list[Alarm], days: int) -> None:
    plan = Plan(NOW + timedelta(days=days))
    alarm = Alarm(FixedClock(), plan.next, plan.ring)
    stopped.append(alarm)
    alarm.arm()
    assert 0.9 * LONGEST < waits(alarm) <= 1.06 * LONGEST


def test_it_rings_and_sleeps_until_the_moment_after(qtbot: QtBot, stopped: list[Alarm]) -> None:
    now = SystemClock().now()
    plan = Plan(now + timedelta(milliseconds=80), now + timedelta(milliseconds=200), now + timedelta(hours=1))
    alarm = Alarm(SystemClock(), plan.next, plan.ring)
    stopped.append(alarm)
    alarm.arm()
    qtbot.waitUntil(lambda: len(plan.ahead) == 1, timeout=5000)
    assert all(moment >= now + timedelta(milliseconds=80) for moment in plan.rung[-1:])
    assert waits(alarm) > 14 * MINUTE


def test_a_moment_that_has_passed_rings_at_once(qtbot: QtBot, stopped: list[Alarm]) -> None:
    plan = Plan(SystemClock().now() - timedelta(days=3))
    alarm = Alarm(SystemClock(), plan.next, plan.ring)
    stopped.append(alarm)
    alarm.arm()
    qtbot.waitUntil(lambda: len(plan.rung) == 1, timeout=5000)
    assert alarm.waits is None


def test_after_a_jump_of_the_clock_it_looks_again(stopped: list[Alarm]) -> None:
    clock, plan = FixedClock(), Plan(NOW + 10 * MINUTE, NOW + timedelta(days=2))
    alarm = Alarm(clock, plan.next, plan.ring)
    stopped.append(alarm)
    alarm.arm()
    clock.advance(timedelta(hours=8))  # the computer slept
    alarm.look()
    assert plan.rung == [NOW + timedelta(hours=8)]
    assert plan.ahead == [NOW + timedelta(days=2)]
    clock.advance(timedelta(hours=-9))  # and its clock was set back
    alarm.arm()
    assert waits(alarm) > 14 * MINUTE


def test_ringing_may_arm_it(stopped: list[Alarm]) -> None:
    plan = Plan(NOW + 5 * MINUTE)

    def ring(now: datetime) -> None:
        alarm.arm()

    alarm = Alarm(FixedClock(), plan.next, ring)
    stopped.append(alarm)
    alarm.look()
    assert 4 * MINUTE < waits(alarm) < 6 * MINUTE


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of a jump of the clock")
def test_the_system_is_asked_to_tell_of_a_jump(qapp: QApplication) -> None:
    told: list[bool] = []
    watch = ClockWatch(lambda: told.append(True))
    watch.start()
    before = open_files()
    watch._told()  # as the notifier does; setting the computer's clock is not for tests
    assert told == [True]
    assert open_files() == before
    watch.stop()
    assert open_files() == before - 1
