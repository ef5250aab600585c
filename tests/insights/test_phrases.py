from __future__ import annotations

from datetime import date

import pytest

from attach_desktop.insights.phrases import Phrases, figure, hundred
from attach_desktop.insights.statistics.estimate import Estimate, Interval

SAY = Phrases()


@pytest.mark.parametrize(
    ("value", "text"),
    [(3, "3"), (2.5, "2.5"), (2.25, "2.3"), (-2.25, "−2.3"), (-0.0, "0"), (-0.04, "0"), (10.96, "11")],
)
def test_a_figure_has_one_decimal_at_most(value: float, text: str) -> None:
    assert figure(value) == text


def test_a_share_is_so_many_of_a_hundred() -> None:
    assert hundred(0.953125) == "95.3"


def test_one_and_many() -> None:
    assert [SAY.count("day", count) for count in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
    assert SAY.times(8, 10) == "8 of 10 times"
    assert SAY.times(1, 1) == "1 of 1 times"
    assert [SAY.size(value, "step") for value in (-1, 1.5, 0.5, 0.97)] == ["1 step", "1.5 steps", "0.5 steps", "1 step"]


def test_an_interval_in_words() -> None:
    assert SAY.between(Interval(-2, -1, 0.95)) == "−2 to −1"
    assert SAY.between(Interval(-2, -1, 0.95), absolute=True) == "1 to 2"
    assert SAY.between(Interval(-1, 1, 0.95), absolute=True) == "−1 to 1"
    assert SAY.between(Interval(-1, -1, 0.95), absolute=True) == "1"
    assert SAY.between(Interval(-0.9, -0.03, 0.95), absolute=True) == "just over 0 to 0.9"
    assert SAY.between(Interval(1.02, 1.04, 0.95)) == "1"


def test_a_list_in_words() -> None:
    assert [SAY.listed(items) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_names_and_dates() -> None:
    assert (SAY.part("evening"), SAY.weekday("6"), SAY.step("lower"), SAY.date(date(2026, 11, 8))) == (
        "evening",
        "Sunday",
        "weaker",
        "8 November 2026",
    )


def test_dots_have_no_number() -> None:
    assert SAY.estimate(Estimate(3, 5)) == SAY.estimate(None) == ("", "", "")
    assert SAY.estimate(Estimate(3, 6, Interval(2, 4, 0.97))) == ("3", "2", "4")
