"""Many made-up lives: intervals hold as often as they say, and nothing is noticed where there is nothing."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import combinations, pairwise

import pytest

from attach_desktop.insights.cards.helps import what_helps
from attach_desktop.insights.cards.patterns import patterns
from attach_desktop.insights.cards.triggers import clear_of, triggers
from attach_desktop.insights.cards.uses import Uses, compared
from attach_desktop.insights.statistics.before_after import change_estimate
from attach_desktop.insights.statistics.location import median_estimate
from attach_desktop.insights.statistics.time_series import inflation, lag_one
from attach_desktop.insights.statistics.two_groups import counted_shift, shift
from tests.insights import known
from tests.insights.known import TODAY, Series, asking, keep, over, step, uses_of
from tests.insights.statistics import plain
from tests.support import Vaults

Labels = Callable[[random.Random, int], list[bool]]


def _stretches(chance: random.Random, days: int) -> list[bool]:
    series = Series(chance, 0.8)
    return [series.next() > 0.5 for _ in range(days)]


def _by_chance(chance: random.Random, days: int) -> list[bool]:
    return [chance.random() < 0.3 for _ in range(days)]


def _halves(_chance: random.Random, days: int) -> list[bool]:
    return [day < days // 2 for day in range(days)]


@pytest.mark.parametrize("days", [30, 90])
@pytest.mark.parametrize("rho", [0.0, 0.3, 0.5, 0.7])
def test_the_interval_of_the_median_holds_for_days_that_last(rho: float, days: int) -> None:
    chance, held, plain, lives = random.Random(1), 0, 0, 400
    for _ in range(lives):
        series = Series(chance, rho, chance.gauss(0, 1))
        values = [series.next() for _ in range(days)]
        widened = median_estimate(values, inflation(lag_one(dict(enumerate(values)))))
        single = median_estimate(values)
        assert widened is not None
        assert widened.interval is not None
        assert single is not None
        assert single.interval is not None
        held += widened.interval.low <= 0 <= widened.interval.high
        plain += single.interval.low <= 0 <= single.interval.high
    assert held / lives > 0.925
    if rho >= 0.5:  # taken as independent, such days would claim far too much
        assert plain / lives < 0.87


@pytest.mark.parametrize("labels", [_by_chance, _stretches, _halves])
@pytest.mark.parametrize("rho", [0.0, 0.5])
def test_days_that_differ_in_nothing_are_seldom_told_apart(rho: float, labels: Labels) -> None:
    chance, alarms, lives = random.Random(2), 0, 1200
    for _ in range(lives):
        series = Series(chance, rho, chance.gauss(0, 1))
        moods = [step(3 + 0.9 * series.next(), 1, 5) for _ in range(120)]
        named = labels(chance, 120)
        resemblance = lag_one(dict(enumerate(moods)))
        in_stretches = 1.0 if labels is _halves else lag_one(dict(enumerate(map(float, named))))
        found = shift(
            [mood for mood, label in zip(moods, named, strict=True) if label],
            [mood for mood, label in zip(moods, named, strict=True) if not label],
            inflation(resemblance, in_stretches),
        )
        alarms += found is not None and found.p <= 0.05
    assert alarms / lives <= 0.075


def test_the_intervals_of_change_hold() -> None:
    chance, held, lives = random.Random(3), 0, 400
    for _ in range(lives):
        found = change_estimate([chance.gauss(-1.3, 2) for _ in range(20)])
        assert found is not None
        assert found.interval is not None
        held += found.interval.low <= -1.3 <= found.interval.high
    assert 0.93 < held / lives < 0.985


def test_the_interval_over_strata_holds_where_one_group_starts_higher() -> None:
    chance, held, lives = random.Random(4), 0, 300
    for _ in range(lives):
        strata = []
        for start, (one, other) in zip((3, 5, 7, 9), ((2, 12), (4, 8), (9, 4), (12, 3)), strict=True):
            strata.append(
                (
                    [chance.gauss(-0.4 * start - 1.5, 1.5) for _ in range(one)],
                    [chance.gauss(-0.4 * start, 1.5) for _ in range(other)],
                )
            )
        found = counted_shift(plain.counted(strata))
        assert found is not None
        held += found.interval.low <= -1.5 <= found.interval.high
    assert 0.925 < held / lives < 0.985


def _uses(chance: random.Random, eases: Sequence[float], each: int) -> list[Uses]:
    """Some ``each`` uses of every card on days of their own; a card changes distress by so much more than time does."""
    found: list[list[tuple[int, int, int]]] = [[] for _ in eases]
    for day in range(each * len(eases)):
        card, level = chance.randrange(len(eases)), chance.gauss(0, 1)
        before = step(5 + 2.2 * level, 0, 10)
        after = step(5 + 2.2 * (0.5 * level + chance.gauss(0, 0.75**0.5)) + eases[card], 0, 10)
        found[card].append((day, before, after - before))
    return [uses_of(str(card), uses) for card, uses in enumerate(found)]


@pytest.mark.parametrize("eases", [(0, 0, 0, 0), (-2, 0, 0, 0), (-2, -2, 0, 0)])
def test_of_pairs_that_share_cards_hardly_any_is_told_that_does_not_differ(eases: tuple[int, ...]) -> None:
    chance, lives, wrong, right = random.Random(1), 100, 0, 0
    for _ in range(lives):
        cards = _uses(chance, eases, 50)
        pairs = list(combinations(range(len(cards)), 2))
        told = clear_of({(one, two): compared(cards[one], cards[two]) for one, two in pairs}, related=True)
        wrong += any(eases[one] == eases[two] for one, two in told)
        right += sum(eases[one] != eases[two] for one, two in told)
    differ = sum(eases[one] != eases[two] for one, two in pairs)
    assert wrong <= 0.05 * lives
    assert right >= 0.9 * lives * differ


@pytest.mark.slow
def test_lives_without_a_pattern_have_none_to_notice(vault_factory: Vaults) -> None:
    selection = over(TODAY - timedelta(days=149), TODAY)
    noticed, looked_at = 0, []
    for seed in range(100, 160):
        vault = vault_factory(f"{seed}.vault")
        keep(vault, known.structured(seed, 150, lowers=0, eases=0))
        found = asking(vault).ask(patterns, selection)
        noticed += bool(found.patterns)
        looked_at.append(found.looked_at)
        vault.close()
    assert min(looked_at) >= 2
    assert noticed <= 5  # of 60 lives, where 1 in 20 may


@pytest.mark.slow
def test_what_is_true_is_found_in_nearly_every_life(vault_factory: Vaults) -> None:
    selection = over(TODAY - timedelta(days=239), TODAY)
    lowering = helps = peaks = held = intervals = 0
    for seed in range(20):
        vault = vault_factory(f"{seed}.vault")
        keep(vault, known.structured(100 + seed))
        named, tried = asking(vault).ask(triggers, selection), asking(vault).ask(what_helps, selection)
        lowering += named.clear == (known.TRIGGER,)
        helps += known.HELPFUL in tried.clear
        peaks += known.PEAKS in tried.clear
        told = [(fact.label, fact.shift) for fact in named.triggers]
        told += [(card.label, card.beside) for card in tried.cards]
        for label, difference in told:
            truth = {known.TRIGGER: known.LOWERS, known.HELPFUL: known.EASES}.get(label, 0.0)
            if difference is not None:
                intervals += 1
                held += difference.interval.low <= truth <= difference.interval.high
        vault.close()
    assert min(lowering, helps) >= 18
    assert peaks == 0
    assert held / intervals > 0.87


def test_the_made_up_level_lasts_as_long_as_it_says() -> None:
    series = Series(random.Random(5), 0.6)
    values = [series.next() for _ in range(4000)]
    together = sum(one * two for one, two in pairwise(values)) / sum(value * value for value in values)
    assert together == pytest.approx(0.6, abs=0.05)
