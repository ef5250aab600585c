"""Numbers and moments, typed and shown."""

from __future__ import annotations

import pytest

from attach_desktop.cli.values import moment, moment_text, whole
from attach_desktop.clock import Moment
from tests.support import FixedClock


@pytest.mark.parametrize(("text", "number"), [("3", 3), (" 12 ", 12), ("-5", -5), ("007", 7)])
def test_a_whole_number(text: str, number: int) -> None:
    assert whole(text) == number


@pytest.mark.parametrize("text", ["", "-", "--1", "1.0", "1e3", "٣", "²", "1" * 10, "1 2"])
def test_what_is_none_is_handed_on_to_be_named(text: str) -> None:
    assert whole(text) == text


@pytest.mark.parametrize(
    ("text", "at", "zone"),
    [
        (None, "2026-11-08T20:40:00+01:00", "Europe/Berlin"),
        ("2026-11-01", "2026-11-01", ""),
        ("2026-07-01T08:00", "2026-07-01T08:00:00+02:00", "Europe/Berlin"),
        ("2026-11-01T08:00-03:30", "2026-11-01T08:00:00-03:30", ""),
        ("yesterday", "yesterday", ""),
        ("", "?", ""),
    ],
)
def test_a_moment(text: str | None, at: str, zone: str) -> None:
    assert moment(text, FixedClock()) == {"at": at, "zone": zone}


def test_a_moment_is_shown_as_the_wall_clock_showed_it() -> None:
    assert moment_text(Moment.parse("2026-11-01T08:05:09-03:30")) == "2026-11-01 08:05"
    assert moment_text(Moment.parse("2026-11-01")) == "2026-11-01"
