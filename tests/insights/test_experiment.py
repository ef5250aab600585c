from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.errors import FaultsError
from attach_desktop.insights.experiment import MOST_SEED, Experiment, from_json, to_json
from tests.insights.known import TODAY, at

SEEDS = st.integers(0, MOST_SEED)


def _experiment(seed: int = 7, first: str = "A walk", second: str = "Tea") -> Experiment:
    return Experiment(at=at(TODAY), first=first, second=second, seed=seed)


@given(SEEDS, st.integers(0, 40))
def test_in_every_block_each_card_comes_once(seed: int, block: int) -> None:
    experiment = _experiment(seed)
    assert {experiment.card(2 * block), experiment.card(2 * block + 1)} == {"A walk", "Tea"}


@given(SEEDS)
def test_the_order_is_decided_once_and_for_all(seed: int) -> None:
    experiment, again = _experiment(seed), from_json(to_json(_experiment(seed)))
    assert [experiment.card(number) for number in range(30)] == [again.card(number) for number in range(30)]


def test_the_order_of_a_seed_never_changes() -> None:
    assert "".join(_experiment(7).card(number)[0] for number in range(16)) == "ATTAATTATAATATTA"


def test_each_card_comes_first_in_about_half_of_the_blocks() -> None:
    first = sum(_experiment(seed).card(0) == "A walk" for seed in range(2000))
    assert 900 < first < 1100


@pytest.mark.parametrize(
    ("first", "second", "seed", "faults"),
    [
        ("A walk", " a WALK ", 1, [("second", "said-twice")]),
        ("", "Tea", 1, [("first", "blank-word")]),
        ("A walk", "Tea", -1, [("seed", "out-of-range")]),
        ("A walk", "Tea", MOST_SEED + 1, [("seed", "out-of-range")]),
    ],
)
def test_what_cannot_be_is_refused(first: str, second: str, seed: int, faults: list[tuple[str, str]]) -> None:
    with pytest.raises(FaultsError) as caught:
        _experiment(seed, first, second)
    assert [(fault.field, fault.key) for fault in caught.value.faults] == faults


def test_what_is_missing_is_named() -> None:
    with pytest.raises(FaultsError) as caught:
        from_json({"first": "A walk", "second": "Tea"})
    assert {(fault.field, fault.key) for fault in caught.value.faults} == {("at", "missing"), ("seed", "missing")}
