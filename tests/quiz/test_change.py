from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.clock import Moment
from attach_desktop.errors import FaultsError
from attach_desktop.quiz.change import days_since, rci, soon
from tests.quiz.samples import ATTACH, VECTORS, WORKED, in_order, small_questionnaire, take_of
from tests.support import NOW

answers = st.lists(st.integers(1, 7), min_size=16, max_size=16)


def near(value: float | None) -> Any:
    return None if value is None else pytest.approx(value, abs=5.1e-5)


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["name"] for vector in VECTORS])
def test_worked_changes(vector: dict[str, Any]) -> None:
    first, second = (take_of(in_order(vector[which])) for which in ("take1", "take2"))
    internal = rci(ATTACH, first, second, "internal")
    retest = rci(ATTACH, first, second)
    assert [change.rci for change in internal] == [near(vector["rciA"]), near(vector["rciV"])]
    assert [change.rci for change in retest] == [near(vector["rciA_retest"]), near(vector["rciV_retest"])]


def test_the_smallest_difference_that_counts() -> None:
    take = take_of([4] * 16)
    assert rci(ATTACH, take, take)[0].needed == pytest.approx(WORKED["reference"]["change_needed_retest"])
    assert rci(ATTACH, take, take, "internal")[0].needed == pytest.approx(WORKED["reference"]["change_needed_internal"])


def test_lower_is_negative_and_is_called_neither_better_nor_worse() -> None:
    anxious, calm = take_of([7, 4, 1, 4] * 4), take_of([1, 4, 7, 4] * 4)
    down, same = rci(ATTACH, anxious, calm)
    assert down.rci is not None
    assert down.rci < 0
    assert (down.first, down.second, down.beyond) == (7, 1, True)
    assert (same.rci, same.beyond) == (0, False)


@given(answers, answers)
def test_the_other_way_round_only_the_sign_changes(one: list[int | None], other: list[int | None]) -> None:
    there = rci(ATTACH, take_of(one), take_of(other))
    back = rci(ATTACH, take_of(other), take_of(one))
    for a, b in zip(there, back, strict=True):
        assert a.rci is not None
        assert b.rci is not None
        assert a.rci == pytest.approx(-b.rci)
        assert a.beyond == b.beyond


def test_a_dimension_without_a_figure_is_not_compared() -> None:
    gaps = take_of([4, None] * 4 + [4] * 8)
    anxiety, avoidance = rci(ATTACH, gaps, take_of([4] * 16))
    assert anxiety.beyond is False
    assert (avoidance.rci, avoidance.needed, avoidance.beyond) == (None, None, None)


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"lens": "partner"}, ["lens"]),
        ({"version": 2}, ["version"]),
        ({"questionnaire": "other"}, ["questionnaire"]),
        ({"questionnaire": "other", "version": 2, "lens": "friend"}, ["questionnaire", "version", "lens"]),
        ({"alias": "Noa"}, []),
    ],
)
def test_only_like_is_compared_with_like(fields: dict[str, Any], named: list[str]) -> None:
    first, second = take_of([4] * 16), take_of([4] * 16, **fields)
    if not named:
        rci(ATTACH, first, second)
        return
    with pytest.raises(FaultsError) as refused:
        rci(ATTACH, first, second)
    assert [fault.field for fault in refused.value.faults] == named


def test_two_people_by_name_are_not_compared() -> None:
    first = take_of([4] * 16, alias="Noa")
    rci(ATTACH, first, take_of([4] * 16, alias=" NOA"))
    with pytest.raises(FaultsError) as refused:
        rci(ATTACH, first, take_of([4] * 16, alias="Ida"))
    assert [fault.field for fault in refused.value.faults] == ["alias"]


def test_takes_of_another_questionnaire_are_refused() -> None:
    take = take_of([4] * 16)
    with pytest.raises(FaultsError) as refused:
        rci(small_questionnaire(), take, take)
    assert refused.value.faults[0].key == "other-questionnaire"


@pytest.mark.parametrize(("days", "is_soon"), [(0, True), (27, True), (28, False), (400, False), (-3, True)])
def test_soon_is_sooner_than_four_weeks(days: int, is_soon: bool) -> None:
    now = Moment.from_datetime(NOW + timedelta(days=days))
    assert soon(take_of([4] * 16), now) is is_soon
    assert days_since(take_of([4] * 16), now) == max(0, days)
