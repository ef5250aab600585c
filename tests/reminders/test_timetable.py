"""What is due and when to look again: as laws over anything that may happen, and as a person meets it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attach_desktop.reminders import schedule
from attach_desktop.reminders.plan import NIGHT, Plan
from attach_desktop.reminders.timetable import AT_LATEST, LONGEST_SNOOZE, PATIENCE, Slot, Standing, Timetable
from tests.reminders.plans import BERLIN, moments, plan, plans, zones

SINCE = datetime(2026, 11, 1, tzinfo=UTC)
NEW_YORK, AUCKLAND = ZoneInfo("America/New_York"), ZoneInfo("Pacific/Auckland")


def slot(*times: str, name: str = "a", what: str = "mood", plan_: Plan | None = None, **fields: Any) -> Slot:
    return Slot(
        id=name, what=what, plan=plan_ or plan(*(times or ("20:00",))), since=fields.pop("since", SINCE), **fields
    )


def at(text: str, zone: ZoneInfo = BERLIN) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def answer(table: Timetable, now: datetime, zone: ZoneInfo = BERLIN) -> Timetable:
    due = table.due(now, zone)
    assert due is not None
    return table.delivered(due).handled(due.ids, now, zone)


def walls(table: Timetable, now: datetime, zone: ZoneInfo = BERLIN) -> list[str]:
    due = table.due(now, zone)
    return [] if due is None else [f"{item.wall:%m-%d %H:%M}" for item in due.items]


# -- laws --------------------------------------------------------------------------------------------------------------

_steps = st.lists(st.integers(1, 60 * 60 * 50), min_size=1, max_size=40)


@settings(max_examples=150, deadline=None)
@given(plans, moments, zones, _steps)
def test_whoever_looks_now_and_then_and_answers_misses_nothing_and_hears_nothing_twice(
    one: Plan, begin: datetime, zone: ZoneInfo, steps: list[int]
) -> None:
    table = Timetable((slot(plan_=one, since=begin),))
    heard: list[datetime] = []
    now = last = begin
    for step in steps:
        now += timedelta(seconds=step)
        came = list(schedule.between(one, last, now + timedelta(microseconds=1), zone, "a"))
        due = table.due(now, zone)
        # However many were missed, they come as one, which is the last of them.
        assert [item.wall for item in due.items if due] if due else [found.wall for found in came[-1:]] == []
        assert bool(due) is bool(came)
        if due is not None:
            heard += [item.wall for item in due.items]
            table = table.delivered(due).handled(due.ids, now, zone)
        assert table.due(now, zone) is None
        last = now + timedelta(microseconds=1)
    assert heard == sorted(set(heard))


@settings(max_examples=150, deadline=None)
@given(plans, moments, zones)
def test_whoever_wakes_when_told_is_there_at_the_very_moment(one: Plan, begin: datetime, zone: ZoneInfo) -> None:
    table = Timetable((slot(plan_=one, since=begin),))
    expected = [found.moment for found in schedule.between(one, begin, begin + timedelta(days=1), zone, "a")]
    met, now = [], begin
    while now < begin + timedelta(days=1):
        due = table.due(now, zone)
        if due is not None:
            met.append(now)
            table = table.delivered(due).handled(due.ids, now, zone)
        wake = table.next_wake(now, zone)
        if wake is None:
            break
        assert now < wake <= now + AT_LATEST
        now = wake
    assert met == expected


@settings(deadline=None)
@given(st.lists(plans, max_size=4), moments, zones, st.integers(0, 40 * 86_400))
def test_at_most_one_is_pending_for_each_and_they_come_together(
    several: list[Plan], begin: datetime, zone: ZoneInfo, asleep: int
) -> None:
    table = Timetable(tuple(slot(name=str(number), plan_=one, since=begin) for number, one in enumerate(several)))
    now = begin + timedelta(seconds=asleep)
    due = table.due(now, zone)
    ids = () if due is None else due.ids
    assert len(set(ids)) == len(ids)
    if due is not None:
        assert table.handled(due.ids, now, zone).due(now, zone) is None


@settings(deadline=None)
@given(plans, moments, zones, zones, st.lists(st.integers(-50 * 3600, 50 * 3600), max_size=20))
def test_nothing_comes_twice_wherever_the_clock_and_the_person_go(
    one: Plan, begin: datetime, here: ZoneInfo, there: ZoneInfo, jumps: list[int]
) -> None:
    table = Timetable((slot(plan_=one, since=begin - timedelta(days=400)),))
    heard: list[datetime] = []
    furthest = now = begin
    for number, jump in enumerate(jumps):
        # Never set back by more than a clock that is right could be, seen from the furthest it has been.
        now = max(now + timedelta(seconds=jump), furthest - timedelta(hours=2))
        furthest = max(furthest, now)
        zone = here if number % 2 else there
        table = table.repaired(now, zone)
        due = table.due(now, zone)
        if due is not None:
            heard += [item.wall for item in due.items]
            table = table.delivered(due).handled(due.ids, now, zone)
    assert len(heard) == len(set(heard))


_acts = st.lists(
    st.tuples(
        st.sampled_from(("wait", "answer", "snooze", "ignore", "travel", "repair", "awake")), st.integers(1, 4000)
    ),
    max_size=60,
)


@settings(max_examples=150, deadline=None)
@given(st.lists(plans, min_size=1, max_size=3), moments, st.lists(zones, min_size=1, max_size=3), _acts)
def test_whatever_a_person_does_nothing_rings_twice_and_an_answer_is_an_answer(
    several: list[Plan], begin: datetime, where: list[ZoneInfo], acts: list[tuple[str, int]]
) -> None:
    table = Timetable(tuple(slot(name=str(number), plan_=one, since=begin) for number, one in enumerate(several)))
    now, zone = begin, where[0]
    rung: set[tuple[str, datetime]] = set()
    for act, number in acts:
        if act == "wait":
            now += timedelta(minutes=number)
        if act == "travel":
            zone = where[number % len(where)]
        if act == "repair":
            table = table.repaired(now, zone)
        wake = table.next_wake(now, zone)
        assert wake is None or now < wake <= now + AT_LATEST
        due = table.due(now, zone)
        if due is None:
            continue
        new = {(item.id, item.wall) for item in due.items if item.new}
        assert not new & rung
        rung |= new
        table = table.delivered(due)
        again = table.due(now, zone)
        assert again is not None
        assert (again.ids, again.new) == (due.ids, False)
        if act in ("answer", "awake"):
            table = getattr(table, "handled" if act == "answer" else act)(due.ids, now, zone)
            assert table.due(now, zone) is None
        elif act == "snooze":
            table = table.snoozed(due.ids, now + timedelta(minutes=number), now)
            assert table.due(now, zone) is None
            rung -= {(item.id, item.wall) for item in due.items}


@settings(deadline=None)
@given(plans, moments, zones)
def test_looking_changes_nothing(one: Plan, now: datetime, zone: ZoneInfo) -> None:
    table = Timetable((slot(plan_=one, since=now - timedelta(days=10)),))
    assert table.due(now, zone) == table.due(now, zone)
    due = table.due(now, zone)
    if due is not None:
        shown = table.delivered(due)
        assert shown.delivered(due) == shown
        again = shown.due(now, zone)
        assert again is not None
        assert (again.ids, again.new) == (due.ids, False)


# -- as a person meets it ----------------------------------------------------------------------------------------------


def test_what_was_planned_before_it_was_made_does_not_come() -> None:
    table = Timetable((slot(since=at("2026-11-08T20:00:01").astimezone(UTC)),))
    assert walls(table, at("2026-11-08T20:40")) == []
    assert walls(table, at("2026-11-09T20:00")) == ["11-09 20:00"]


def test_a_year_away_is_one_reminder() -> None:
    table = Timetable((slot("08:00", "20:00"), slot("12:00", name="b")))
    assert walls(table, at("2027-11-01T09:00")) == ["11-01 08:00", "10-31 12:00"]
    back = answer(table, at("2027-11-01T09:00"))
    assert walls(back, at("2027-11-01T11:59")) == []
    assert walls(back, at("2027-11-01T12:00")) == ["11-01 12:00"]


def test_flying_west_brings_no_evening_twice_and_flying_east_loses_none() -> None:
    table = answer(Timetable((slot(),)), at("2026-11-08T20:00"))
    assert walls(table, at("2026-11-08T20:30", NEW_YORK), NEW_YORK) == []
    assert walls(table, at("2026-11-09T20:00", NEW_YORK), NEW_YORK) == ["11-09 20:00"]
    # Twelve hours ahead, the evening is over already; it is made up for at once.
    assert walls(table, at("2026-11-10T08:00", AUCKLAND), AUCKLAND) == ["11-09 20:00"]


def test_a_clock_set_back_brings_nothing_twice() -> None:
    table = answer(Timetable((slot(),)), at("2026-11-08T20:00"))
    for back in ("2026-11-08T19:00", "2026-11-08T20:00", "2026-11-08T20:01", "2026-11-07T20:30"):
        assert walls(table.repaired(at(back), BERLIN), at(back)) == []
    assert walls(table, at("2026-11-09T20:00")) == ["11-09 20:00"]


def test_a_clock_that_was_years_ahead_silences_nothing() -> None:
    wrong = answer(Timetable((slot(),)), at("2031-05-01T21:00"))
    assert walls(wrong, at("2026-11-08T21:00")) == []
    right = wrong.repaired(at("2026-11-08T21:00"), BERLIN)
    assert right != wrong
    assert walls(right, at("2026-11-08T21:00")) == []
    assert walls(right, at("2026-11-09T20:00")) == ["11-09 20:00"]
    assert right.repaired(at("2026-11-09T20:00"), BERLIN) == right


def test_a_reminder_made_by_a_clock_that_was_ahead_comes_all_the_same() -> None:
    made = Timetable((slot(since=at("2031-05-01T21:00").astimezone(UTC)),))
    right = made.repaired(at("2026-11-08T20:30"), BERLIN)
    assert walls(right, at("2026-11-08T20:30")) == []
    later = right.repaired(at("2026-11-09T20:00"), BERLIN)
    assert walls(later, at("2026-11-09T20:00")) == ["11-09 20:00"]
    # Also where nothing was ever planned until now.
    first = Timetable((replace(made.slots[0], plan=plan("20:00", begin=date(2026, 11, 9))),))
    right = first.repaired(at("2026-11-08T20:30"), BERLIN)
    assert walls(right, at("2026-11-09T20:00")) == ["11-09 20:00"]


def test_a_snooze_and_a_showing_of_a_wrong_clock_are_forgotten() -> None:
    shown = datetime(2031, 5, 1, 20)
    table = Timetable((slot(standing=Standing(shown=shown, snoozed=datetime(2031, 5, 1, tzinfo=UTC))),))
    right = table.repaired(at("2026-11-08T20:30"), BERLIN)
    assert right.slots[0].standing == Standing()
    assert walls(right, at("2026-11-08T20:30")) == ["11-08 20:00"]


@pytest.mark.parametrize(
    ("what", "done", "expected"),
    [
        ("mood", None, True),
        ("mood", date(2026, 11, 7), True),
        ("mood", date(2026, 11, 8), False),
        ("weekly", date(2026, 11, 5), True),
        ("weekly", date(2026, 11, 6), False),
        ("monthly", date(2026, 11, 1), True),
        ("monthly", date(2026, 11, 2), False),
    ],
)
def test_it_stays_away_where_the_thing_was_done(what: str, done: date | None, expected: bool) -> None:
    table = Timetable((slot(what=what, done=done),))
    assert bool(walls(table, at("2026-11-08T20:30"))) is expected


def test_done_counts_for_the_persons_own_day() -> None:
    late = slot("01:00", done=date(2026, 11, 8))
    # One in the morning still belongs to the 8th, unless the day starts at midnight.
    assert walls(Timetable((late,)), at("2026-11-09T01:00")) == []
    assert walls(Timetable((late,), day_start=time(0)), at("2026-11-09T01:00")) == ["11-09 01:00"]


def test_in_quiet_hours_what_was_missed_waits_for_their_end() -> None:
    table = Timetable((slot(plan_=plan("20:00", quiet=NIGHT)),))
    assert walls(table, at("2026-11-09T01:30")) == []
    assert table.next_wake(at("2026-11-09T06:55"), BERLIN) == at("2026-11-09T07:00")
    assert walls(table, at("2026-11-09T07:00")) == ["11-08 20:00"]
    # What was brought up before stays where it is.
    due = table.due(at("2026-11-08T20:00"), BERLIN)
    assert due is not None
    assert walls(table.delivered(due), at("2026-11-09T01:30")) == ["11-08 20:00"]


def test_a_pause_swallows_what_was_planned_in_it() -> None:
    until = at("2026-11-10T12:00").astimezone(UTC)
    for table in (Timetable((slot(),), paused_until=until), Timetable((slot(paused_until=until),))):
        assert walls(table, at("2026-11-09T20:30")) == []
        assert walls(table, at("2026-11-10T12:30")) == []
        assert walls(table, at("2026-11-10T20:00")) == ["11-10 20:00"]
        assert table.coming("a", at("2026-11-08T12:00"), BERLIN, 2) == [at("2026-11-10T20:00"), at("2026-11-11T20:00")]
    exact = Timetable((slot(paused_until=at("2026-11-10T20:00").astimezone(UTC)),))
    assert exact.coming("a", at("2026-11-08T12:00"), BERLIN, 1) == [at("2026-11-10T20:00")]
    assert exact.next_wake(at("2026-11-10T19:58"), BERLIN) == at("2026-11-10T20:00")


def test_put_off_it_comes_again_and_is_new() -> None:
    table = Timetable((slot(),))
    now = at("2026-11-08T20:00")
    due = table.due(now, BERLIN)
    assert due is not None
    later = table.delivered(due).snoozed(due.ids, now + timedelta(minutes=10), now)
    assert later.due(now, BERLIN) is None
    assert later.next_wake(now, BERLIN) == now + timedelta(minutes=10)
    again = later.due(now + timedelta(minutes=10), BERLIN)
    assert again is not None
    assert again.new
    # The next that is planned does not come on top of it.
    tomorrow = table.delivered(due).snoozed(due.ids, now + timedelta(days=2), now)
    assert walls(tomorrow, at("2026-11-09T20:00")) == []
    assert walls(tomorrow, at("2026-11-10T20:00")) == ["11-10 20:00"]


def test_the_longest_snooze() -> None:
    now = at("2026-11-08T20:00")
    later = Timetable((slot(),)).snoozed(("a",), now + timedelta(days=1000), now)
    assert later.slots[0].standing.snoozed == now + LONGEST_SNOOZE


def ignored(days: int, table: Timetable | None = None) -> tuple[Timetable, list[tuple[str, bool]]]:
    """Bring up what is due each evening and meet it with silence: what was brought up, and whether it asked."""
    table, told = table or Timetable((slot(),)), []
    for number in range(days):
        due = table.due(at("2026-11-08T20:00") + timedelta(days=number), BERLIN)
        if due is not None and due.new:
            told.append((f"{due.items[0].wall:%d}", bool(due.asking)))
            table = table.delivered(due)
    return table, told


def test_left_alone_it_asks_once_to_come_less_often_and_then_is_quiet() -> None:
    table, told = ignored(10)
    assert PATIENCE == 3
    assert told == [("08", False), ("09", False), ("10", False), ("11", True)]
    assert table.due(at("2026-11-30T21:00"), BERLIN) is None
    assert table.resting("a", at("2026-11-30T21:00"), BERLIN)
    assert table.next_wake(at("2026-11-30T21:00"), BERLIN) is not None
    # While it asks, it goes on asking in the window, and is not at rest.
    asking, _ = ignored(4)
    due = asking.due(at("2026-11-11T23:00"), BERLIN)
    assert due is not None
    assert (due.new, due.asking) == (False, ("a",))
    assert not asking.resting("a", at("2026-11-11T23:00"), BERLIN)


def test_an_answer_begins_the_count_anew_but_it_asks_no_second_time() -> None:
    asking, _ = ignored(4)
    heard = asking.handled(("a",), at("2026-11-11T21:00"), BERLIN)
    _, told = ignored(12, heard)
    assert told == [("12", False), ("13", False), ("14", False)]
    begun = asking.awake(("a",), at("2026-11-11T21:00"), BERLIN)
    _, told = ignored(12, begun)
    assert told == [("12", False), ("13", False), ("14", False), ("15", True)]


def test_doing_the_thing_is_an_answer() -> None:
    table, _ = ignored(3)
    done = Timetable(tuple(replace(one, done=date(2026, 11, 10)) for one in table.slots))
    due = done.due(at("2026-11-11T20:00"), BERLIN)
    assert due is not None
    assert not due.asking
    assert done.delivered(due).slots[0].standing.ignored == 0


def test_missed_in_sleep_is_not_left_alone() -> None:
    table = Timetable((slot(),))
    for day in ("2026-11-15", "2026-11-22", "2026-11-29"):
        table = answer(table, at(f"{day}T21:00"))
        assert table.slots[0].standing.ignored == 0


def test_without_anything_to_come_nobody_need_wake() -> None:
    assert Timetable().next_wake(at("2026-11-08T20:00"), BERLIN) is None
    once = slot(plan_=plan("20:00", rule="once", begin=date(2026, 11, 8)))
    assert Timetable((once,)).next_wake(at("2026-11-08T19:59"), BERLIN) == at("2026-11-08T20:00")
    over = answer(Timetable((once,)), at("2026-11-08T20:00"))
    assert over.next_wake(at("2026-11-08T20:01"), BERLIN) is None


def test_a_timetable_holds_no_words() -> None:
    assert not {"text", "own_words"} & set(Slot.__dataclass_fields__)
