"""A filter in words, and each part taken off by its chip."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import permutations

import pytest

from attach_desktop.ui.finding.day_words import DayWords
from attach_desktop.ui.finding.filter_chips import FilterChips, filter_parts
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.finding import Filter
from tests.ui.eyes import buttons, push

DAYS = DayWords(lambda: date(2026, 11, 8))
MOODS = ("one", "two", "three", "four", "five")
WANTED = Filter(
    query="walk", begin=date(2026, 11, 1), mood_low=2, words=(("people", "Kim"), ("list", "myself")),
)  # fmt: skip


def named(field: str, word: str) -> str:
    return word.upper() if field == "list" else word


@pytest.fixture
def chips(theme: Theme, on_screen: Callable[..., None]) -> FilterChips:
    made = FilterChips(DAYS, named, MOODS)
    on_screen(made)
    made.show_filter(Filter())
    return made


def test_every_part_has_words_and_what_is_left_without_it() -> None:
    found = filter_parts(WANTED, DAYS, named, MOODS)
    assert [words for words, _ in found] == ["Sunday, 1 November 2026 – …", "two – five", "Kim", "MYSELF"]
    assert [left.begin for _, left in found] == [None, WANTED.begin, WANTED.begin, WANTED.begin]
    assert all(len(filter_parts(left, DAYS, named, MOODS)) == 3 for _, left in found)


def test_in_whatever_order_parts_are_taken_off_the_search_is_left() -> None:
    for order in permutations(range(4)):
        left = WANTED
        for number in order:
            words = filter_parts(WANTED, DAYS, named, MOODS)[number][0]
            left = dict(filter_parts(left, DAYS, named, MOODS))[words]
        assert left == Filter(query="walk")


def test_without_parts_there_is_nothing_to_see(chips: FilterChips) -> None:
    chips.show_filter(Filter(query="walk"))
    assert not chips.isVisible()


def test_a_chip_takes_its_part_off_and_several_go_together(chips: FilterChips) -> None:
    told: list[Filter] = []
    chips.chosen.connect(told.append)
    chips.show_filter(Filter(query="walk", words=(("people", "R&D"),)))
    assert buttons(chips) == ["R&&D  ×"]
    push(chips, "R&D, remove")
    chips.show_filter(WANTED)
    push(chips, "Show all")
    assert told == [Filter(query="walk")] * 2
