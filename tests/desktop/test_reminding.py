from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from attach_desktop.clock import Moment
from attach_desktop.desktop.delivery import Delivery, Way
from attach_desktop.desktop.reminding import Reminding, StandIn
from attach_desktop.desktop.tray import Tray, TrayActs
from attach_desktop.errors import AttachError
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.reminders.agenda import Agenda
from attach_desktop.reminders.plan import Plan
from attach_desktop.reminders.reminder import Reminder
from attach_desktop.ui.reminding.bar import ReminderActs, ReminderBar
from attach_desktop.ui.reminding.window import ReminderWindow
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock, Vaults
from tests.ui.eyes import read
from tests.ui.hands import settle

NEUTRAL = "Time for a moment"
HOUR = timedelta(hours=1)


class Desk:
    """The reminders of a vault with nothing on the desktop; ``seen`` is whether the window is in sight."""

    def __init__(self, vault: Vault, clock: FixedClock) -> None:
        self.clock, self.agenda = clock, Agenda(vault)
        self.opened: list[str] = []
        self.told: list[AttachError] = []
        self.seen = True
        self.reminding = Reminding(clock, NEUTRAL, self.opened.append, self.told.append)
        acts = ReminderActs(
            self.reminding.open, self.reminding.skip, self.reminding.snooze, self.reminding.less, self.reminding.stay
        )
        self.bar, self.window = ReminderBar(acts, clock.now), ReminderWindow(acts, clock.now)
        no: Callable[[], bool] = bool
        self.delivery = Delivery(
            Tray(TrayActs(no, no, no, no, no, no, no, no)),
            self.bar,
            self.window,
            lambda: self.seen,
            self.reminding.answered,
            {"DBUS_SESSION_BUS_ADDRESS": "disabled:"},
        )
        self.reminding.deliver_by(self.delivery)
        self.reminding.opened(self.agenda)

    def make(self, what: str = "mood", at: time = time(21, 0), **fields: Any) -> str:
        """A daily reminder."""
        moment = Moment.now(self.clock)
        record = self.agenda.store.add(Reminder(noted=moment, what=what, plan=Plan(times=(at,)), **fields))
        settle()
        return record.id

    def pass_by(self, by: timedelta) -> None:
        """Let time pass, and the alarm ring at the end of it."""
        self.clock.advance(by)
        self.reminding.look_again()

    @property
    def says(self) -> str:
        """What the bar says."""
        return "" if self.bar.isHidden() else self.bar.words.text()


@pytest.fixture
def desk(qapp: QApplication, vault: Vault, clock: FixedClock) -> Iterator[Desk]:
    """At 20:40 in the evening."""
    made = Desk(vault, clock)
    yield made
    made.reminding.stop()
    for widget in (made.bar, made.window):
        widget.close()
        widget.deleteLater()
    settle()
    assert made.told == []


def test_without_reminders_there_is_nothing_to_do(desk: Desk) -> None:
    assert not desk.reminding.is_on
    desk.pass_by(HOUR)
    assert desk.says == ""


def test_in_the_background_it_finds_what_another_process_made(desk: Desk, vault_factory: Vaults) -> None:
    desk.reminding.keeps_looking = True
    desk.reminding.look_again()
    before = desk.reminding.is_on
    assert desk.reminding._alarm.waits is not None
    other = Agenda(vault_factory())
    moment = Moment.now(desk.clock)
    other.store.add(Reminder(noted=moment, what="mood", plan=Plan(times=(time(21, 0),))))
    desk.pass_by(timedelta(minutes=15))
    assert (before, desk.reminding.is_on) == (False, True)
    desk.pass_by(timedelta(minutes=10))
    assert desk.says == NEUTRAL


def test_it_comes_at_its_time_and_says_nothing_private(desk: Desk) -> None:
    desk.make(text="for Noa")
    assert desk.reminding.is_on
    assert desk.says == ""
    desk.pass_by(HOUR)
    assert desk.says == NEUTRAL
    assert desk.window.isHidden()


def test_own_words_come_by_choice(desk: Desk) -> None:
    desk.make("own", text="water the plants", own_words=True)
    desk.pass_by(HOUR)
    assert desk.says == "water the plants"


def test_several_come_as_one_neutral_one(desk: Desk) -> None:
    desk.make("own", text="water the plants", own_words=True)
    desk.make("gratitude", time(21, 10))
    desk.pass_by(HOUR)
    assert desk.says == NEUTRAL
    desk.reminding.skip()
    assert desk.says == ""


def test_out_of_sight_a_small_window_comes_once(desk: Desk) -> None:
    desk.seen = False
    desk.make()
    desk.pass_by(HOUR)
    assert desk.window.isVisible()
    desk.window.hide()
    desk.pass_by(timedelta(minutes=15))
    assert desk.window.isHidden()
    assert desk.says == NEUTRAL


@pytest.mark.parametrize(
    ("choice", "later"),
    [("ten-minutes", timedelta(minutes=11)), ("hour", timedelta(minutes=61)), ("tomorrow", timedelta(days=1))],
)
def test_put_off_it_comes_again(desk: Desk, choice: str, later: timedelta) -> None:
    desk.make()
    desk.pass_by(HOUR)
    desk.reminding.snooze(choice)
    assert desk.says == ""
    desk.pass_by(later)
    assert desk.says == NEUTRAL


def test_put_off_until_a_time_of_the_wall_clock(desk: Desk) -> None:
    desk.make()
    desk.pass_by(HOUR)
    desk.reminding.snooze(datetime(2026, 11, 8, 23, 0))
    desk.pass_by(HOUR)
    assert desk.says == ""
    desk.pass_by(HOUR)
    assert desk.says == NEUTRAL


@pytest.mark.parametrize(("answer", "again"), [("snooze", NEUTRAL), ("skip", ""), ("open", ""), ("unknown", NEUTRAL)])
def test_the_buttons_of_a_notification(desk: Desk, answer: str, again: str) -> None:
    desk.make()
    desk.pass_by(HOUR)
    desk.reminding.answered(answer)
    desk.pass_by(timedelta(minutes=20))
    assert desk.says == again


def test_opening_leads_to_what_it_is_for(desk: Desk) -> None:
    desk.make("weekly")
    desk.pass_by(HOUR)
    desk.reminding.open()
    assert desk.opened == ["weekly"]
    assert desk.says == ""


def test_what_was_done_meanwhile_takes_it_away(desk: Desk, vault: Vault) -> None:
    desk.make()
    desk.pass_by(HOUR)
    JournalStore(vault).add(Entry(at=Moment.now(desk.clock), mood=4))
    settle()
    assert desk.says == ""


def test_pausing_takes_it_away(desk: Desk) -> None:
    desk.make()
    desk.pass_by(HOUR)
    desk.agenda.store.pause_all()
    settle()
    assert desk.says == ""


def leave_alone(desk: Desk) -> int:
    """Leave it alone until it asks whether to come less often; on how many days it came."""
    for days in range(1, 10):
        desk.pass_by(timedelta(days=1))
        if any("less often" in text for text in read_all(desk)):
            return days
    raise AssertionError("it never asks")


def test_left_alone_a_few_times_it_asks_and_may_stay_as_it_is(desk: Desk) -> None:
    desk.make()
    assert leave_alone(desk) == 4
    desk.reminding.stay()
    assert desk.says == ""
    desk.pass_by(timedelta(days=1))
    assert read_all(desk) == [NEUTRAL]


def test_left_alone_a_few_times_it_may_come_less_often(desk: Desk) -> None:
    record_id = desk.make()
    leave_alone(desk)
    desk.reminding.less()
    record = desk.agenda.store.get(record_id)
    assert record is not None
    assert (record.value.plan.rule, record.value.plan.every) == ("every", 2)


def test_left_alone_after_asking_it_is_quiet(desk: Desk) -> None:
    desk.make()
    leave_alone(desk)
    for _ in range(5):
        desk.pass_by(timedelta(days=1))
        assert desk.says == ""


def read_all(desk: Desk) -> list[str]:
    return read(desk.bar)


def test_while_locked_it_comes_with_the_neutral_words_alone(desk: Desk) -> None:
    desk.make("own", text="water the plants", own_words=True)
    desk.reminding.closing()
    assert desk.reminding.agenda is None
    assert isinstance(desk.reminding._times, StandIn)
    desk.pass_by(HOUR)
    assert desk.says == NEUTRAL


def test_what_shows_own_words_goes_neutral_when_it_locks(desk: Desk) -> None:
    desk.make("own", text="water the plants", own_words=True)
    desk.pass_by(HOUR)
    desk.reminding.closing()
    assert desk.says == NEUTRAL
    desk.reminding.opened(desk.agenda)
    assert desk.says == "water the plants"


def test_what_is_answered_while_locked_is_written_down_afterwards(desk: Desk, vault: Vault) -> None:
    desk.make()
    desk.reminding.closing()
    desk.pass_by(HOUR)
    desk.reminding.skip()
    desk.reminding.opened(Agenda(vault))
    desk.pass_by(HOUR)
    assert desk.says == ""
    assert Agenda(vault).due(desk.clock.now()) is None


def test_put_off_while_locked_it_comes_again(desk: Desk) -> None:
    desk.make()
    desk.reminding.closing()
    desk.pass_by(HOUR)
    desk.reminding.snooze("ten-minutes")
    assert desk.says == ""
    desk.pass_by(timedelta(minutes=11))
    assert desk.says == NEUTRAL
    desk.reminding.snooze("tomorrow")
    desk.pass_by(timedelta(days=1))
    assert desk.says == NEUTRAL


def test_it_can_be_tried_and_put_away_again(desk: Desk) -> None:
    assert desk.reminding.try_now() == {Way.BAR}
    assert desk.says == NEUTRAL
    desk.reminding.skip()
    assert desk.says == ""


def test_after_a_year_away_there_is_one(desk: Desk) -> None:
    desk.make()
    desk.pass_by(timedelta(days=400))
    assert desk.says == NEUTRAL
    desk.reminding.skip()
    desk.pass_by(timedelta(minutes=15))
    assert desk.says == ""


def test_it_never_sleeps_longer_than_a_quarter_of_an_hour_with_one_on(desk: Desk) -> None:
    desk.make()
    waits = desk.reminding._alarm.waits
    assert waits is not None
    assert waits <= timedelta(minutes=16)


def test_the_vault_that_went_is_let_go(desk: Desk, vault: Vault) -> None:
    desk.make()
    desk.reminding.closing()
    vault.changes.notify("journal")
    settle()
    assert desk.reminding.agenda is None
