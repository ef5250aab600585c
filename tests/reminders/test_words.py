from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings

from attach_desktop.reminders.plan import RULES, WEEKDAYS, Plan
from attach_desktop.reminders.reminder import WHATS, Reminder
from attach_desktop.reminders.snooze import SNOOZES
from attach_desktop.reminders.words import listed, name_of, plan_text, said_when_due, texts, when_text
from attach_desktop.vault.kind import Stored
from tests.reminders.plans import BERLIN, plan, plans, reminder
from tests.support import NOW


def stored(one: Reminder) -> Stored[Reminder]:
    return Stored("id", one, NOW, NOW)


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (plan("08:00"), "every day at 08:00"),
        (plan("08:00", "13:00", "21:00"), "every day at 08:00, 13:00 and 21:00"),
        (plan("18:00", rule="once", begin=date(2026, 12, 24)), "once, on 2026-12-24 at 18:00"),
        (plan("18:00", rule="weekdays", weekdays=("sun", "mon")), "Mondays and Sundays at 18:00"),
        (
            plan("18:00", rule="every", every=3, begin=date(2026, 11, 1)),
            "every 3 days at 18:00, from 2026-11-01 on",
        ),
        (
            plan("18:00", rule="every", every=1, begin=date(2026, 11, 1), end=date(2026, 12, 1)),
            "every day at 18:00, from 2026-11-01 to 2026-12-01",
        ),
        (plan("18:00", rule="monthly", month_day=15), "on day 15 of the month at 18:00"),
        (plan("18:00", rule="monthly", month_day=31), "on the last day of the month at 18:00"),
        (plan("18:00", end=date(2026, 12, 1)), "every day at 18:00, until 2026-12-01"),
        (Plan(rule="random", window=(time(9), time(21))), "once by chance between 09:00 and 21:00"),
        (
            Plan(rule="random", window=(time(9), time(21)), per_day=2, weekdays=("sat",)),
            "2 times by chance between 09:00 and 21:00, Saturdays",
        ),
    ],
)
def test_a_plan_is_told(one: Plan, said: str) -> None:
    assert plan_text(one) == said


@settings(deadline=None)
@given(plans)
def test_every_plan_can_be_told(one: Plan) -> None:
    assert re.search(r"None|[{}]", plan_text(one)) is None


def test_what_keeps_a_reminder_from_coming_is_told() -> None:
    until = datetime(2026, 11, 15, 8, tzinfo=UTC)
    said = "every day at 21:00"
    assert when_text(reminder(), NOW, BERLIN) == said
    assert when_text(reminder(on=False, paused_until=until), NOW, BERLIN) == f"{said}, off"
    assert when_text(reminder(paused_until=until), NOW, BERLIN) == f"{said}, paused until 2026-11-15 09:00"
    assert when_text(reminder(paused_until=NOW - timedelta(days=1)), NOW, BERLIN) == said
    assert "resting" in when_text(reminder(), NOW, BERLIN, resting=True)


def test_the_screen_says_nothing_private_unless_it_is_wished_for() -> None:
    neutral = "Time for a moment"
    own = reminder(what="own", text="Call Noa", own_words=True)
    assert said_when_due([stored(own)]) == "Call Noa"
    assert said_when_due([stored(reminder(what="own", text="Call Noa"))]) == neutral
    assert said_when_due([stored(own), stored(reminder())]) == neutral
    assert said_when_due([]) == neutral
    assert "Noa" not in said_when_due([stored(own)], asking=True)


def test_a_reminder_is_called_by_its_words_or_by_what_it_is_for() -> None:
    assert name_of(reminder(what="own", text="Call Noa")) == "Call Noa"
    assert name_of(reminder(what="mood")) == "How it is right now"


def test_words_as_a_list() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_everything_has_a_name_and_no_sentence_commands_or_blames() -> None:
    assert set(texts()["names"]) == set(WHATS)
    assert set(texts()["rules"]) == set(RULES)
    assert set(texts()["snoozes"]) == {*SNOOZES, "own"}
    assert set(texts()["weekdays"]) == set(WEEKDAYS)
    said = json.dumps(texts(), ensure_ascii=False).lower()
    assert re.findall(r"\b(should|must|always|never|ought|streak|forgot|overdue|hurry|miss you)\b", said) == []
