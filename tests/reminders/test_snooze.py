from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from attach_desktop.reminders.snooze import SNOOZES, until
from tests.reminders.plans import BERLIN
from tests.support import NOW


@pytest.mark.parametrize(("choice", "expected"), [("ten-minutes", timedelta(minutes=10)), ("hour", timedelta(hours=1))])
def test_a_span_begins_now(choice: str, expected: timedelta) -> None:
    assert until(choice, NOW, BERLIN, time(20)) - NOW == expected


@pytest.mark.parametrize(
    ("now", "at", "expected"),
    [
        ("2026-11-08T20:40", "20:00", "2026-11-09T20:00"),
        # Past midnight it is still the same day.
        ("2026-11-09T01:30", "20:00", "2026-11-09T20:00"),
        ("2026-11-09T03:00", "20:00", "2026-11-10T20:00"),
        # A time of the night belongs to the day before.
        ("2026-11-08T20:40", "01:00", "2026-11-10T01:00"),
        # Summer time begins: 2:30 is skipped.
        ("2026-03-27T20:00", "02:30", "2026-03-29T03:00"),
        ("2026-03-28T20:00", "20:00", "2026-03-29T20:00"),
    ],
)
def test_tomorrow_is_the_next_of_the_persons_days(now: str, at: str, expected: str) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=BERLIN)
    found = until("tomorrow", moment, BERLIN, time.fromisoformat(at)).astimezone(BERLIN)
    assert found.isoformat(timespec="minutes")[:16] == expected


def test_every_choice_is_later_than_now() -> None:
    assert all(until(choice, NOW, BERLIN, time(0)) > NOW for choice in SNOOZES)
