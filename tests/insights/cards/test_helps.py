from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from attach_desktop.insights.cards.helps import what_helps
from attach_desktop.insights.statistics.two_groups import shift
from attach_desktop.journal.entry import Coping, Entry
from attach_desktop.vault.vault import Vault
from tests.insights import known
from tests.insights.known import NOTHING, TODAY, asking, at, keep, over

DAY = date(2026, 9, 1)


def _use(number: int, before: int | None, after: int | None, *names: str) -> Entry:
    return Entry(
        at=at(DAY + timedelta(days=number)),
        coping=tuple(Coping(name) for name in names),
        intensity_before=before,
        intensity_after=after,
    )


def _changes(entries: Iterable[Entry], name: str) -> list[int]:
    return [
        entry.intensity_after - entry.intensity_before
        for entry in entries
        if [item.name for item in entry.coping] == [name]
        and entry.intensity_after is not None
        and entry.intensity_before is not None
    ]


def test_a_card_is_counted_where_it_was_the_only_thing_tried(vault: Vault) -> None:
    keep(
        vault,
        [
            _use(0, 8, 5, "A walk"),
            _use(1, 6, 6, "a walk"),
            _use(1, 4, 5, "A walk"),
            _use(2, 9, 2, "A walk", "Music"),
            _use(3, 7, None, "A walk"),
            _use(4, 5, 4, NOTHING),
        ],
    )
    found = asking(vault).ask(what_helps, over(DAY, DAY + timedelta(days=10)))
    walk, music = found.cards
    assert (walk.label, walk.uses, walk.together, walk.dots, walk.lower) == ("A walk", 3, 1, (-3, 0, 1), 1)
    assert (music.uses, music.together, music.change, music.usual, music.dots) == (0, 1, None, None, ())
    assert found.nothing is not None
    assert (found.nothing.uses, found.nothing.dots) == (1, (-1,))
    assert (found.basis.entries, found.basis.days, found.basis.left_out) == (5, 4, 1)
    assert walk.filter.words == (("coping", "A walk"),)
    assert (found.clear, found.pairs) == ((), ())


def test_the_worked_example(vault: Vault) -> None:
    changes = [-5, -3, -4, -2, -1, -3, -2, 0, -4, -1]
    keep(vault, (_use(number, 8, 8 + change, "A walk") for number, change in enumerate(changes)))
    [walk] = asking(vault).ask(what_helps, over(DAY, DAY + timedelta(days=10))).cards
    assert walk.change is not None
    assert walk.change.interval is not None
    assert (walk.change.value, walk.change.interval.low, walk.change.interval.high) == (-2.5, -3.5, -1.5)
    assert walk.usual == (-4.0, -1.0)
    assert (walk.uses, walk.lower, walk.dots) == (10, 9, ())


@pytest.mark.parametrize("times", [14, 15])
def test_cards_are_compared_from_fifteen_days_each(vault: Vault, times: int) -> None:
    for number in range(times):
        keep(vault, [_use(number, 6, 3, "A walk"), _use(number, 6, 5, NOTHING), _use(number, 6, 2, "A walk")])
    [walk] = asking(vault).ask(what_helps, over(DAY, DAY + timedelta(days=20))).cards
    assert walk.comparable == times  # two on one day count once
    assert (walk.beside is not None) == (times == 15)
    if walk.beside is not None:
        assert (walk.beside.value, walk.beside.count, walk.beside.other) == (-2, 15, 15)


@pytest.mark.parametrize("seed", [2, 4, 7])
def test_what_truly_helps_is_told_from_what_is_only_taken_out_at_peaks(vault: Vault, seed: int) -> None:
    entries = list(known.structured(seed))
    keep(vault, entries)
    found = asking(vault).ask(what_helps, over(TODAY - timedelta(days=239), TODAY))
    cards = {card.label: card for card in found.cards}
    assert found.nothing is not None
    # Looked at by its change alone, the card for peaks would seem to help.
    naive = shift(_changes(entries, known.PEAKS), _changes(entries, NOTHING))
    assert naive is not None
    assert naive.p < 0.05
    assert found.clear == (known.HELPFUL,)
    helpful, peaks = cards[known.HELPFUL].beside, cards[known.PEAKS].beside
    assert helpful is not None
    assert helpful.interval.low <= known.EASES <= helpful.interval.high
    assert peaks is not None
    assert peaks.interval.low <= 0 <= peaks.interval.high


def test_a_pair_by_luck_among_many_comparisons_is_not_clear(vault: Vault) -> None:
    chance = random.Random(11)
    for number in range(60):
        for name in ("A walk", "Music", "Tea", "Bath", NOTHING):
            keep(vault, [_use(number, 6, 6 - chance.randint(0, 4), name)])
    found = asking(vault).ask(what_helps, over(DAY, DAY + timedelta(days=60)))
    assert len(found.pairs) == 6
    assert not any(pair.clear for pair in found.pairs)
    assert found.clear == ()


def test_cards_are_compared_with_each_other(vault: Vault) -> None:
    for number in range(16):
        keep(vault, [_use(number, 6, 3 - number % 2, "A walk"), _use(number, 6, 5 + number % 2, "Music")])
    [pair] = asking(vault).ask(what_helps, over(DAY, DAY + timedelta(days=20))).pairs
    assert {pair.first, pair.second} == {"A walk", "Music"}
    assert pair.clear
    assert (pair.shift.value < 0) == (pair.first == "A walk")
