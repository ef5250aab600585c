"""Entries that were written later than they happened."""

from __future__ import annotations

from datetime import timedelta

import pytest

from attach_desktop.clock import Moment
from attach_desktop.journal.late import LATER, written_late
from tests.support import NOW, ZONE


@pytest.mark.parametrize(
    ("after", "late"), [(timedelta(0), False), (LATER, False), (LATER + timedelta(minutes=1), True)]
)
def test_some_hours_later_is_late(after: timedelta, late: bool) -> None:
    assert written_late(Moment.from_datetime(NOW, ZONE), NOW + after) is late


def test_without_a_time_the_next_day_is_late() -> None:
    day = Moment.on(NOW.date())
    assert not written_late(day, NOW)
    assert written_late(day, NOW + timedelta(hours=8))
