"""A reminder cannot hold what cannot be, and comes back from its JSON as it went."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attach_desktop.clock import Moment
from attach_desktop.errors import FaultsError
from attach_desktop.interchange.shape import shapes
from attach_desktop.reminders.plan import NIGHT, Plan
from attach_desktop.reminders.reminder import MAX_TEXT, REMINDERS, WHATS, Reminder
from tests.reminders.plans import moments, plan, plans, reminder
from tests.support import NOW, ZONE

AT = Moment.from_datetime(NOW, ZONE)
_texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
reminders = st.builds(
    lambda plan, what, text, own_words, unless_done, on, until: Reminder(
        noted=AT,
        plan=plan,
        what=what,
        text=text if text.split() else "a word",
        own_words=own_words,
        unless_done=unless_done,
        on=on,
        paused_until=until,
    ),
    plans,
    st.sampled_from(WHATS),
    _texts,
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.none() | moments,
)


def faults(data: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(FaultsError) as caught:
        REMINDERS.from_json({"at": AT.isoformat(), "what": "mood", "times": ["08:00"], **data})
    return [(found.field, found.key) for found in caught.value.faults]


@settings(deadline=None)
@given(reminders)
def test_it_comes_back_from_json_as_it_went(one: Reminder) -> None:
    data = json.loads(json.dumps(REMINDERS.to_json(one)))
    assert REMINDERS.from_json(data) == one
    assert list(shapes(REMINDERS)) == list(data)


def test_the_documented_fields() -> None:
    one = Reminder(
        noted=AT,
        what="own",
        plan=Plan(rule="random", window=(time(9), time(21)), per_day=2, begin=date(2026, 11, 9), quiet=NIGHT),
        text=" Water \n the plants ",
        own_words=True,
        paused_until=datetime(2026, 11, 15, 8, tzinfo=UTC),
    )
    assert REMINDERS.to_json(one) == {
        "at": "2026-11-08T20:40:00+01:00",
        "zone": "Europe/Berlin",
        "what": "own",
        "text": "Water the plants",
        "own_words": True,
        "rule": "random",
        "times": [],
        "weekdays": [],
        "every": None,
        "month_day": None,
        "window": ["09:00", "21:00"],
        "per_day": 2,
        "begin": "2026-11-09",
        "end": "",
        "quiet": ["22:00", "07:00"],
        "even_if_done": False,
        "off": False,
        "paused_until": "2026-11-15T08:00:00+00:00",
    }


def test_what_a_hand_leaves_out_is_as_most_would_have_it() -> None:
    data = {
        "at": "2026-11-08",
        "what": " Mood ",
        "times": ["8:00".zfill(5)],
        "weekdays": ["Monday"],
        "rule": "Weekdays",
    }
    one = REMINDERS.from_json(data)
    assert (one.on, one.unless_done, one.own_words, one.plan.per_day) == (True, True, False, 1)
    assert one.plan == plan("08:00", rule="weekdays", weekdays=("mon",))
    assert REMINDERS.from_json({"at": "2026-11-08", "what": "mood", "times": ["08:00"], "off": True}).on is False


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({"at": None}, ("at", "missing")),
        ({"what": "work"}, ("what", "not-a-choice")),
        ({"what": "own"}, ("text", "missing")),
        ({"own_words": True}, ("text", "missing")),
        ({"what": "own", "text": " \n"}, ("text", "missing")),
        ({"text": "x" * (MAX_TEXT + 1)}, ("text", "too-long")),
        ({"text": "a\0"}, ("text", "nul")),
        ({"text": 3}, ("text", "not-a-text")),
        ({"times": ["25:00"]}, ("times", "not-a-time-of-day")),
        ({"times": ["noon"]}, ("times", "not-a-time-of-day")),
        ({"times": "08:00"}, ("times", "not-a-list-of-texts")),
        ({"begin": "2026-02-30"}, ("begin", "not-a-day")),
        ({"end": "soon"}, ("end", "not-a-day")),
        ({"window": ["09:00"]}, ("window", "wrong-length")),
        ({"quiet": ["22:00", "23:00", "07:00"]}, ("quiet", "wrong-length")),
        ({"quiet": ["22:00", "late"]}, ("quiet", "not-a-time-of-day")),
        ({"paused_until": "2026-11-15T08:00"}, ("paused_until", "not-a-moment")),
        ({"paused_until": "later"}, ("paused_until", "not-a-moment")),
        ({"off": 1}, ("off", "not-true-or-false")),
        ({"every": "2"}, ("every", "not-a-whole-number")),
        ({"rule": "every", "every": "2", "begin": "2026-01-01"}, ("every", "not-a-whole-number")),
    ],
)
def test_what_a_record_cannot_be(data: dict[str, Any], fault: tuple[str, str]) -> None:
    assert faults(data)[0] == fault
    assert {field for field, _ in faults(data)} == {fault[0]}


def test_every_fault_of_words_and_times_is_named() -> None:
    named = faults({"what": "?", "rule": "?", "times": [], "text": "\0", "begin": "?"})
    assert {field for field, _ in named} == {"what", "rule", "times", "text", "begin"}


def test_a_pause_until_no_moment_is_refused() -> None:
    with pytest.raises(FaultsError):
        reminder(paused_until=datetime(2026, 11, 9))


def test_it_is_found_by_its_words_and_by_what_it_is_for() -> None:
    one = reminder(what="own", text="Water the plants")
    assert list(REMINDERS.texts(one)) == ["Water the plants"]
    assert list(REMINDERS.words(one)) == [("what", "own")]
    assert REMINDERS.moment(one) == AT
