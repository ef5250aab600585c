from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from PySide6.QtWidgets import QCheckBox, QTimeEdit

from attach_desktop.reminders.plan import MAX_TIMES
from attach_desktop.ui.checkins.time_fields import OpenDate, SpanField, TimesField
from tests.ui.eyes import buttons, part, parts, push
from tests.ui.hands import focus, settle

Show = Callable[..., None]
EVENING, MORNING = time(20, 0), time(8, 30)


def test_several_times_are_added_and_taken_away(on_screen: Show) -> None:
    field = TimesField("Time of day")
    on_screen(field)
    field.set_times((MORNING, EVENING))
    assert field.times() == (MORNING, EVENING)
    push(field, "another time")
    assert field.times() == (MORNING, EVENING, time(21, 0))
    assert isinstance(focus(), QTimeEdit)
    drop = [one for one in parts(field, type(field._add)) if one.accessibleName() == "Take this time away"]
    drop[0].click()
    settle()
    assert field.times() == (EVENING, time(21, 0))


def test_the_last_time_cannot_be_taken_away_and_there_is_an_end(on_screen: Show) -> None:
    field = TimesField("Time of day")
    on_screen(field)
    assert buttons(field) == ["another time"]
    field.set_times([time(hour) for hour in range(MAX_TIMES)])
    assert "another time" not in buttons(field)
    field.set_times(())
    assert field.times() == (EVENING,)


def test_where_only_one_may_be_the_others_are_only_hidden(on_screen: Show) -> None:
    field = TimesField("Time of day")
    on_screen(field)
    field.set_times((MORNING, EVENING))
    field.allow_several(several=False)
    assert field.times() == (MORNING,)
    assert len(parts(field, QTimeEdit)) == 1
    field.allow_several(several=True)
    assert field.times() == (MORNING, EVENING)


def test_a_span_that_can_be_switched_off(on_screen: Show) -> None:
    field = SpanField(("from", "until"), (EVENING, MORNING), "nothing comes from")
    on_screen(field)
    field.set_span(None)
    assert field.span() is None
    assert not parts(field, QTimeEdit)
    part(field, QCheckBox).click()
    assert field.span() == (EVENING, MORNING)
    field.set_span((time(1), time(2)))
    assert field.span() == (time(1), time(2))


def test_a_span_that_is_always_there(on_screen: Show) -> None:
    field = SpanField(("from", "until"), (MORNING, EVENING))
    on_screen(field)
    assert field.span() == (MORNING, EVENING)


def test_a_day_that_may_be_left_open(on_screen: Show) -> None:
    field = OpenDate("until", "Last day", date(2026, 12, 24))
    on_screen(field)
    assert field.day() is None
    part(field, QCheckBox).click()
    assert field.day() == date(2026, 12, 24)
    field.set_day(date(2027, 1, 1))
    assert field.day() == date(2027, 1, 1)
    field.set_day(None)
    assert field.day() is None
