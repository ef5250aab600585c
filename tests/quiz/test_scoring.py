from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop import resources
from attach_desktop.quiz.questionnaire import STYLES, from_json
from attach_desktop.quiz.scoring import Result, contributions, keyed, needed, phi, score
from tests.quiz.samples import ATTACH, TAKES, WORKED, in_order, small_questionnaire

some_answers = st.lists(st.none() | st.integers(1, 7), min_size=16, max_size=16)
all_answers = st.lists(st.integers(1, 7), min_size=16, max_size=16)
_IDS = [name for name, _ in TAKES]


def near(value: float | None) -> Any:
    """``value`` to the four decimals of the worked examples."""
    return None if value is None else pytest.approx(value, abs=5.1e-5)


@pytest.mark.parametrize("worked", [worked for _, worked in TAKES], ids=_IDS)
def test_worked_figures(worked: dict[str, Any]) -> None:
    result = score(ATTACH, in_order(worked))
    anxiety, avoidance = result.dimensions
    assert (anxiety.answered, avoidance.answered) == (worked["nA"], worked["nV"])
    assert (anxiety.mean, avoidance.mean) == (near(worked["anx"]), near(worked["avo"]))
    assert result.pattern.longest_run == worked["longstring"]
    assert result.pattern.spread == near(worked["irv"])
    assert result.pattern.gaps == (near(worked["gapA"]), near(worked["gapV"]))
    if worked["p"] is None:
        assert (result.probabilities, result.band, result.nearest) == ({}, None, ())
        return
    assert (anxiety.sem, avoidance.sem) == (near(worked["semA"]), near(worked["semV"]))
    assert result.probabilities == {name: near(chance) for name, chance in worked["p"].items()}
    assert max(result.probabilities.values()) == near(worked["pmax"])
    assert result.band == worked["band"]
    assert "/".join(result.nearest) == worked["style"].removeprefix("between:")


def test_worked_constants() -> None:
    reference = ATTACH.dimensions[0].reference
    worked = WORKED["reference"]
    assert reference.standard_error(reference.r_internal) == pytest.approx(worked["SEM"])
    assert (reference.sd, reference.r_internal, reference.r_retest) == (
        worked["SD"],
        worked["r_internal"],
        worked["r_retest"],
    )
    assert needed(ATTACH.dimensions[0], 8) == worked["min_answered"]


@given(some_answers)
def test_mirroring_all_answers_mirrors_the_figures(answers: list[int | None]) -> None:
    plain = score(ATTACH, answers)
    turned = score(ATTACH, [None if answer is None else 8 - answer for answer in answers])
    for before, after in zip(plain.dimensions, turned.dimensions, strict=True):
        assert after.mean == (None if before.mean is None else pytest.approx(8 - before.mean))
        assert after.se_own == (None if before.se_own is None else pytest.approx(before.se_own))
    swapped = dict(zip(STYLES, reversed(STYLES), strict=True))
    assert turned.probabilities == {swapped[name]: pytest.approx(p) for name, p in plain.probabilities.items()}
    assert {swapped[name] for name in plain.nearest} == set(turned.nearest)
    assert plain.band == turned.band


@given(some_answers, st.permutations(range(16)))
def test_the_order_of_items_with_their_keys_does_not_matter(answers: list[int | None], order: list[int]) -> None:
    data = resources.content("quiz/close-16")
    mixed = from_json({**data, "items": [data["items"][place] for place in order]})
    plain, moved = score(ATTACH, answers), score(mixed, [answers[place] for place in order])
    assert [d.mean for d in plain.dimensions] == [pytest.approx(d.mean) for d in moved.dimensions]
    assert plain.probabilities == pytest.approx(moved.probabilities)
    assert (plain.band, plain.nearest) == (moved.band, moved.nearest)


@given(some_answers)
def test_every_result_is_within_its_bounds(answers: list[int | None]) -> None:
    result = score(ATTACH, answers)
    for found in result.dimensions:
        assert (found.mean is None) is (found.answered < 6)
        shown, interval = found.shown(7), found.interval
        if found.mean is None or shown is None or interval is None:
            assert (found.level, found.sides, found.sem, found.interval) == (None, (), None, None)
            continue
        assert 1 <= shown[0] <= found.mean <= shown[1] <= 7
        assert interval[0] < found.mean < interval[1]
    assert bool(result.nearest) is (result.band is not None)
    if result.band is not None:
        assert sum(result.probabilities.values()) == pytest.approx(1)
        assert max(result.probabilities, key=lambda name: result.probabilities[name]) in result.nearest or (
            result.band == "between"
        )
        assert bool(result.between) is (result.band == "between")


@given(some_answers)
def test_contributions_add_up_to_the_means(answers: list[int | None]) -> None:
    found = contributions(ATTACH, answers)
    assert [one.answer for one in found] == answers
    for dimension in score(ATTACH, answers).dimensions:
        shares = [one.share for one in found if one.dimension == dimension.dimension and one.share is not None]
        assert len(shares) == dimension.answered
        if dimension.mean is not None:
            assert sum(shares) == pytest.approx(dimension.mean)


def test_a_reversed_answer_counts_the_other_way_round() -> None:
    assert [keyed(answer, 7, is_reversed=True) for answer in range(1, 8)] == [7, 6, 5, 4, 3, 2, 1]
    assert keyed(2, 7, is_reversed=False) == 2
    one = contributions(ATTACH, [2, None, 2, *[4] * 13])
    assert [(o.keyed, o.reversed) for o in one[:3]] == [(2, False), (None, False), (6, True)]


def test_without_any_answer_there_is_no_figure_and_no_crash() -> None:
    result = score(ATTACH, [None] * 16)
    assert [found.mean for found in result.dimensions] == [None, None]
    assert (result.probabilities, result.nearest, result.band, result.flags) == ({}, (), None, ())


@pytest.mark.parametrize(("answered", "has_figure"), [(8, True), (6, True), (5, False), (1, False)])
def test_three_quarters_of_a_dimension_must_be_answered(answered: int, has_figure: bool) -> None:
    answers = [4 if place % 2 or place < 2 * answered else None for place in range(16)]
    anxiety, avoidance = score(ATTACH, answers).dimensions
    assert (anxiety.mean is not None, avoidance.mean is not None) == (has_figure, True)


def test_phi_at_known_places() -> None:
    assert [round(phi(z), 4) for z in (-1.96, 0, 1, 1.6449)] == [0.025, 0.5, 0.8413, 0.95]


def result_at(anxiety: int, avoidance: int) -> Result:
    """The result where the eight counted answers of each dimension add up to these sums."""
    counted = {dimension: [total // 8 + (place < total % 8) for place in range(8)]
               for dimension, total in (("anxiety", anxiety), ("avoidance", avoidance))}  # fmt: skip
    values = {dimension: iter(found) for dimension, found in counted.items()}
    return score(
        ATTACH,
        [8 - next(values[item.dimension]) if item.reversed else next(values[item.dimension]) for item in ATTACH.items],
    )


@pytest.mark.parametrize(
    ("sums", "band", "nearest", "between"),
    [
        ((16, 16), "clear", ("secure",), ()),
        ((48, 16), "clear", ("preoccupied",), ()),
        ((16, 48), "clear", ("dismissing",), ()),
        ((48, 48), "clear", ("fearful",), ()),
        ((28, 16), "leans", ("secure",), ()),
        ((33, 16), "between", ("preoccupied",), ("preoccupied", "secure")),
        # Nearest by its side, and yet two neighbours are at least half as likely.
        ((33, 31), "between", ("preoccupied",), ("preoccupied", "secure", "fearful")),
        # Exactly on the line belongs to no side, however sure the other axis is.
        ((32, 16), "between", ("secure", "preoccupied"), ("secure", "preoccupied")),
        ((16, 32), "between", ("secure", "dismissing"), ("secure", "dismissing")),
        ((32, 32), "between", STYLES, STYLES),
    ],
)
def test_bands(sums: tuple[int, int], band: str, nearest: tuple[str, ...], between: tuple[str, ...]) -> None:
    result = result_at(*sums)
    assert (result.band, result.nearest, result.between) == (band, nearest, between)


@pytest.mark.parametrize(
    ("total", "level"), [(26, "low"), (27, "middle"), (32, "middle"), (37, "middle"), (38, "high")]
)
def test_levels_speak_firmly_from_nine_tenths_on(total: int, level: str) -> None:
    assert result_at(total, 16).dimensions[0].level == level


def test_own_spread() -> None:
    result = result_at(36, 16)
    assert result.dimensions[0].se_own == pytest.approx((2 / 7) ** 0.5 / 8**0.5)
    assert result.dimensions[1].se_own == 0


def test_a_questionnaire_with_its_own_dimensions_and_points() -> None:
    result = score(small_questionnaire(), [5, 1, 1, None])
    warmth, order = result.dimensions
    assert (warmth.mean, order.mean) == (5, 1)
    assert warmth.sem == pytest.approx(0.5)
    assert order.sem == pytest.approx(0.5 * 2**0.5)
    assert result.nearest == ("warm, loose",)
    assert list(result.probabilities) == ["cool, loose", "cool, tidy", "warm, loose", "warm, tidy"]


def test_a_cut_that_is_no_whole_number_is_met_exactly() -> None:
    reference = {"sd": 1, "r_internal": 0.5, "r_retest": 0.5, "cut": 3.5, "min_answered": 1, "source": "x"}
    result = score(small_questionnaire(reference=reference), [4, 1, 3, 5])
    assert result.dimensions[0].sides == (False, True)
    assert result.band == "between"
