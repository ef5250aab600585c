from __future__ import annotations

from datetime import date, timedelta

import pytest

from attach_desktop.insights.cards.patterns import patterns
from attach_desktop.journal.entry import Entry
from attach_desktop.vault.vault import Vault
from tests.insights import known
from tests.insights.known import TODAY, asking, at, keep, moods, over

MONDAY = date(2026, 6, 1)


@pytest.mark.parametrize("seed", [2, 4])
def test_the_trigger_and_the_card_that_are_true_are_found_and_nothing_else(vault: Vault, seed: int) -> None:
    keep(vault, known.structured(seed))
    found = asking(vault).ask(patterns, over(TODAY - timedelta(days=239), TODAY))
    assert [(pattern.key, pattern.label) for pattern in found.patterns] == [
        ("trigger", known.TRIGGER),
        ("coping", known.HELPFUL),
    ]
    assert found.looked_at >= 5
    assert all(pattern.q <= 0.05 for pattern in found.patterns)


def test_weekends_and_evenings_are_looked_at(vault: Vault) -> None:
    for number in range(112):
        day = MONDAY + timedelta(days=number)
        weekend = 1 if day.weekday() > 4 else 0
        keep(
            vault,
            [Entry(at=at(day, 8), mood=1 + number % 2 + weekend), Entry(at=at(day, 20), mood=3 + number % 2 + weekend)],
        )
    found = asking(vault).ask(patterns, over(MONDAY, MONDAY + timedelta(days=111)))
    shifts = {pattern.key: pattern.shift.value for pattern in found.patterns}
    assert shifts == {"weekend": 1, "evening": 2}


def test_a_period_unlike_the_one_before_is_noticed(vault: Vault) -> None:
    moods(vault, [2, 1, 3, 2] * 5, first=MONDAY)
    moods(vault, [4, 3, 5, 4] * 5, first=MONDAY + timedelta(days=20))
    found = asking(vault).ask(patterns, over(MONDAY + timedelta(days=20), MONDAY + timedelta(days=39)))
    assert [(pattern.key, pattern.shift.value) for pattern in found.patterns] == [("before", 2)]


def test_with_few_days_nothing_is_compared(vault: Vault) -> None:
    found = asking(vault).ask(patterns, moods(vault, [1, 5] * 7))
    assert (found.looked_at, found.patterns) == (0, ())
