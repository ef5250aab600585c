"""The agenda of a vault: what is due, what the person answers, and that the answer is on disk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from attach_desktop.affirmations.practice import PRACTICE, Practice
from attach_desktop.changes import Changes
from attach_desktop.checkins.checkin import CHECKINS, CheckIn
from attach_desktop.clock import Moment
from attach_desktop.errors import InputRefusedError
from attach_desktop.gratitude.item import GRATITUDE, Item
from attach_desktop.journal.entry import JOURNAL, Entry
from attach_desktop.reminders.agenda import DONE, Agenda
from attach_desktop.reminders.reminder import REMINDERS, WHATS
from attach_desktop.reminders.standings import STANDING_SETTING
from attach_desktop.reminders.timetable import LONGEST_SNOOZE, Due
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.reminders.plans import plan, reminder
from tests.support import FixedClock, Vaults

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def agenda(vault: Vault) -> Agenda:
    """An agenda with a reminder at 21:00, twenty minutes from now."""
    found = Agenda(vault)
    found.store.add(reminder("21:00"))
    return found


def due_of(agenda: Agenda, clock: FixedClock) -> Due:
    due = agenda.due(clock.now())
    assert due is not None
    return due


def test_it_comes_at_its_time_and_stays_until_it_is_answered(agenda: Agenda, clock: FixedClock) -> None:
    assert agenda.due(clock.now()) is None
    assert agenda.next_wake(clock.now()) == clock.now() + timedelta(minutes=15)
    clock.advance(timedelta(minutes=20))
    due = due_of(agenda, clock)
    assert due.new
    assert [record.value.what for record in agenda.reminders(due)] == ["mood"]
    agenda.delivered(due, clock.now())
    assert not due_of(agenda, clock).new
    agenda.handled(due.ids, clock.now())
    assert agenda.due(clock.now()) is None
    clock.advance(DAY)
    assert due_of(agenda, clock).new


def test_an_answer_is_there_for_whoever_opens_the_vault_next(
    agenda: Agenda, clock: FixedClock, vault_factory: Vaults
) -> None:
    clock.advance(HOUR)
    agenda.handled(due_of(agenda, clock).ids, clock.now())
    assert Agenda(vault_factory()).due(clock.now()) is None
    clock.advance(DAY)
    other = Agenda(vault_factory())
    other.delivered(due_of(other, clock), clock.now())
    assert not due_of(agenda, clock).new


@pytest.mark.parametrize(("choice", "minutes"), [("ten-minutes", 10), ("hour", 60), ("tomorrow", 24 * 60 - 40)])
def test_it_is_put_off(agenda: Agenda, clock: FixedClock, choice: str, minutes: int) -> None:
    clock.advance(HOUR)
    until = agenda.snooze(due_of(agenda, clock), choice, clock.now())
    assert until == clock.now() + timedelta(minutes=minutes)
    assert agenda.due(clock.now()) is None
    clock.advance(timedelta(minutes=minutes))
    assert due_of(agenda, clock).new


def test_it_is_put_off_until_a_moment_of_ones_own(agenda: Agenda, clock: FixedClock) -> None:
    clock.advance(HOUR)
    due = due_of(agenda, clock)
    assert agenda.snooze(due, clock.now() + 1000 * DAY, clock.now()) == clock.now() + LONGEST_SNOOZE
    until = clock.now() + timedelta(hours=5, minutes=7)
    assert agenda.snooze(due, until, clock.now()) == until
    clock.advance(timedelta(hours=5, minutes=7))
    assert due_of(agenda, clock).new


def _entry(at: Moment) -> tuple[Any, Any]:
    return JOURNAL, Entry(at=at, mood=3)


def _item(at: Moment) -> tuple[Any, Any]:
    return GRATITUDE, Item(at=at, text="tea")


def _practice(at: Moment) -> tuple[Any, Any]:
    return PRACTICE, Practice(at=at, sentence="one", text="One.")


def _checkin(form: str) -> Callable[[Moment], tuple[Any, Any]]:
    return lambda at: (CHECKINS, CheckIn(at=at, form=form))


@pytest.mark.parametrize(
    ("what", "make"),
    [
        ("mood", _entry),
        ("gratitude", _item),
        ("affirmation", _practice),
        ("weekly", _checkin("weekly")),
        ("monthly", _checkin("monthly")),
    ],
)
def test_it_stays_away_where_the_thing_was_done_today(
    vault: Vault, clock: FixedClock, what: str, make: Callable[[Moment], tuple[Any, Any]]
) -> None:
    agenda = Agenda(vault)
    agenda.store.add(reminder("21:00", what=what))
    kind, value = make(Moment.now(clock))
    RecordStore(vault, kind).add(value)
    clock.advance(HOUR)
    assert agenda.due(clock.now()) is None
    clock.advance(timedelta(days=8))
    assert due_of(agenda, clock).ids
    # Unless it is wanted in any case.
    (made,) = agenda.store.everything()
    agenda.store.change(made.id, reminder("21:00", what=what, unless_done=False))
    clock.advance(DAY)
    kind, value = make(Moment.now(clock))
    RecordStore(vault, kind).add(value)
    assert due_of(agenda, clock).ids


def test_one_check_in_says_nothing_about_the_other(vault: Vault, clock: FixedClock) -> None:
    agenda = Agenda(vault)
    agenda.store.add(reminder("21:00", what="weekly"))
    RecordStore(vault, CHECKINS).add(CheckIn(at=Moment.now(clock), form="monthly"))
    clock.advance(HOUR)
    assert due_of(agenda, clock).ids


def test_what_is_noted_for_the_future_is_done_on_its_day(agenda: Agenda, vault: Vault, clock: FixedClock) -> None:
    ahead = Moment.from_datetime(clock.now() + 2 * DAY)
    RecordStore(vault, JOURNAL).add(Entry(at=ahead, mood=3))
    clock.advance(HOUR)
    agenda.handled(due_of(agenda, clock).ids, clock.now())
    clock.advance(2 * DAY)
    assert agenda.due(clock.now()) is None
    clock.advance(DAY)
    assert due_of(agenda, clock).ids


def test_only_what_is_on_comes(agenda: Agenda, clock: FixedClock) -> None:
    (made,) = agenda.store.everything()
    agenda.store.switch(made.id, on=False)
    clock.advance(HOUR)
    assert agenda.due(clock.now()) is None
    assert agenda.next_wake(clock.now()) is None
    assert agenda.coming(clock.now(), 5) == []


def test_a_pause_of_all_swallows_what_was_planned_in_it(agenda: Agenda, clock: FixedClock) -> None:
    agenda.store.pause_all()
    clock.advance(timedelta(days=3))
    assert agenda.due(clock.now()) is None
    agenda.store.resume_all()
    assert agenda.due(clock.now()) is None
    clock.advance(DAY)
    assert due_of(agenda, clock).ids


def test_what_comes_next_of_all_of_them(agenda: Agenda, clock: FixedClock) -> None:
    agenda.store.add(reminder("09:00", what="weekly", rule="weekdays", weekdays=("tue",)))
    coming = agenda.coming(clock.now(), 4)
    assert [(f"{moment:%d %H:%M}", record.value.what) for moment, record in coming] == [
        ("08 20:00", "mood"), ("09 20:00", "mood"), ("10 08:00", "weekly"), ("10 20:00", "mood"),
    ]  # fmt: skip


def _ignore(agenda: Agenda, clock: FixedClock, days: int) -> None:
    clock.advance(HOUR)
    for _ in range(days):
        due = agenda.due(clock.now())
        if due is not None and due.new:
            agenda.delivered(due, clock.now())
        clock.advance(DAY)


def test_it_asks_to_come_less_often_and_does(agenda: Agenda, clock: FixedClock) -> None:
    (made,) = agenda.store.everything()
    _ignore(agenda, clock, 4)
    assert agenda.resting(clock.now()) == [made.id]
    assert agenda.come_less_often(made.id, clock.now()).value.plan == plan(
        "21:00", rule="every", every=2, begin=date(2026, 11, 12)
    )
    assert agenda.resting(clock.now()) == []
    assert agenda.due(clock.now()) is None
    clock.advance(2 * DAY)
    assert not due_of(agenda, clock).asking


def test_where_less_would_be_nothing_it_is_switched_off(vault: Vault, clock: FixedClock) -> None:
    agenda = Agenda(vault)
    made = agenda.store.add(reminder("21:00", rule="monthly", month_day=1))
    assert agenda.come_less_often(made.id, clock.now()).value.on is False
    with pytest.raises(InputRefusedError):
        agenda.come_less_often("none", clock.now())


def test_one_that_rests_goes_on_when_it_is_told_to(agenda: Agenda, clock: FixedClock) -> None:
    _ignore(agenda, clock, 6)
    rests = agenda.resting(clock.now())
    assert rests
    agenda.stay(rests, clock.now())
    assert agenda.resting(clock.now()) == []
    clock.advance(DAY)
    assert due_of(agenda, clock).new


def test_what_happened_while_the_vault_was_locked_is_taken_over(
    agenda: Agenda, vault: Vault, clock: FixedClock, vault_factory: Vaults
) -> None:
    (made,) = agenda.store.everything()
    locked = agenda.timetable(clock.now())
    vault.close()
    clock.advance(HOUR)
    zone = clock.now().tzinfo
    assert zone is not None
    due = locked.due(clock.now(), zone)
    assert due is not None
    locked = locked.delivered(due).snoozed(due.ids, clock.now() + HOUR, clock.now())
    opened = Agenda(vault_factory())
    opened.take_over(locked, clock.now())
    assert opened.due(clock.now()) is None
    clock.advance(HOUR)
    assert due_of(opened, clock).ids == (made.id,)


def test_a_clock_that_was_years_ahead_silences_nothing(agenda: Agenda, clock: FixedClock) -> None:
    clock.advance(timedelta(days=2000))
    agenda.handled(due_of(agenda, clock).ids, clock.now())
    clock.advance(-timedelta(days=1999))
    assert agenda.due(clock.now()) is None
    clock.advance(DAY)
    assert due_of(agenda, clock).new


def test_of_reminders_that_went_nothing_stays_behind(agenda: Agenda, vault: Vault, clock: FixedClock) -> None:
    clock.advance(HOUR)
    agenda.handled(due_of(agenda, clock).ids, clock.now())
    (made,) = agenda.store.everything()
    assert list(vault.settings.get(STANDING_SETTING)) == [made.id]
    agenda.store.switch(made.id, on=False)
    other = agenda.store.add(reminder("21:30"))
    clock.advance(HOUR)
    agenda.handled([other.id], clock.now())
    assert set(vault.settings.get(STANDING_SETTING)) == {made.id, other.id}
    agenda.store.bin([made.id])
    agenda.store.empty_bin()
    clock.advance(DAY)
    agenda.handled([other.id], clock.now())
    assert list(vault.settings.get(STANDING_SETTING)) == [other.id]


@pytest.mark.parametrize("kept", [None, 3, "soon", [], {}])
def test_reminders_of_which_nothing_is_known_begin_now(
    agenda: Agenda, vault: Vault, clock: FixedClock, kept: object
) -> None:
    vault.settings.set(STANDING_SETTING, kept)
    clock.advance(HOUR)
    assert agenda.due(clock.now()) is None
    clock.advance(DAY)
    assert due_of(agenda, clock).new


def test_what_comes_in_from_a_file_makes_up_for_nothing(vault: Vault, vault_factory: Vaults, clock: FixedClock) -> None:
    other = RecordStore(vault_factory("other.vault"), REMINDERS)
    other.add(reminder("21:00"))
    other.add(reminder("21:00", rule="once", begin=date(2026, 11, 9)))
    clock.advance(364 * DAY)
    agenda = Agenda(vault)
    for record in other.each():
        agenda.store.put(record)
    assert agenda.due(clock.now()) is None
    clock.advance(HOUR)
    assert [item.wall for item in due_of(agenda, clock).items] == [datetime(2027, 11, 7, 21, 0)]


def test_what_was_deleted_by_mistake_comes_back_as_it_was(agenda: Agenda, clock: FixedClock) -> None:
    (made,) = agenda.store.everything()
    other = agenda.store.add(reminder("21:00"))
    clock.advance(HOUR)
    agenda.handled(due_of(agenda, clock).ids, clock.now())
    agenda.store.bin([made.id])
    clock.advance(timedelta(minutes=1))
    agenda.stay([other.id], clock.now())
    agenda.store.restore([made.id])
    assert agenda.due(clock.now()) is None


def test_whoever_listens_is_told_of_an_answer(agenda: Agenda, vault: Vault, clock: FixedClock) -> None:
    told: list[str] = []
    vault.changes.subscribe("reminders", lambda: told.append("reminders"))
    clock.advance(HOUR)
    due = due_of(agenda, clock)
    assert told == []
    agenda.delivered(due, clock.now())
    agenda.handled(due.ids, clock.now())
    agenda.handled(due.ids, clock.now())
    assert told == ["reminders"] * 2


def test_everything_that_can_be_done_is_something_to_be_reminded_of() -> None:
    assert set(DONE) < set(WHATS)


def test_the_zone_is_that_of_the_clock(tmp_path: Path) -> None:
    clock = FixedClock(datetime(2026, 11, 8, 20, 40, tzinfo=UTC), "Pacific/Auckland")
    vault = Vault.open(tmp_path / "attach.vault", clock, Changes())
    agenda = Agenda(vault)
    agenda.store.add(reminder("12:00"))
    ((moment, _),) = agenda.coming(clock.now(), 1)
    assert moment == datetime(2026, 11, 8, 23, 0, tzinfo=UTC)
    vault.close()
