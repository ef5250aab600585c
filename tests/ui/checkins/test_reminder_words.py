from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from attach_desktop.reminders.plan import RULES, Plan
from attach_desktop.reminders.reminder import WHATS
from attach_desktop.ui.checkins.reminder_words import moment_words, plan_words, rule_words, weekday_names, what_words
from tests.support import NOW

AT = (time(20, 0),)
DAY = date(2026, 12, 24)


def test_everything_that_can_be_chosen_has_words() -> None:
    assert set(what_words()) == set(WHATS)
    assert set(rule_words()) == set(RULES)
    assert next(iter(weekday_names(long=True).values())) == "Monday"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"times": (time(8, 30), *AT)}, "every day at 08:30, 20:00"),
        ({"rule": "weekdays", "weekdays": ("sun",), "times": AT}, "Sunday at 20:00"),
        ({"rule": "weekdays", "weekdays": ("mon", "thu"), "times": AT}, "Mon, Thu at 20:00"),
        ({"rule": "every", "every": 3, "begin": DAY, "times": AT}, "every 3 days at 20:00"),
        ({"rule": "monthly", "month_day": 15, "times": AT}, "day 15 of each month at 20:00"),
        ({"rule": "monthly", "month_day": 31, "times": AT}, "the last day of each month at 20:00"),
        ({"rule": "random", "window": (time(9), time(18))}, "once a day between 09:00 and 18:00"),
        (
            {"rule": "random", "window": (time(9), time(18)), "per_day": 2, "weekdays": ("mon",)},
            "Mon: 2 times a day between 09:00 and 18:00",
        ),
        ({"rule": "once", "begin": DAY, "times": AT}, "24 December 2026 at 20:00"),
        ({"times": AT, "end": DAY}, "every day at 20:00 · until 24 December 2026"),
        ({"times": AT, "begin": DAY}, "every day at 20:00 · from 24 December 2026"),
    ],
)
def test_a_plan_in_a_line(fields: dict[str, Any], words: str) -> None:
    assert plan_words(Plan(**fields)) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (NOW, "today at 20:40"),
        (NOW + timedelta(days=1), "tomorrow at 20:40"),
        (NOW + timedelta(days=7), "Sunday, 15 November at 20:40"),
        (NOW + timedelta(days=400), "13 December 2027 at 20:40"),
    ],
)
def test_a_moment_as_one_says_it(moment: datetime, words: str) -> None:
    assert moment_words(moment, NOW) == words
