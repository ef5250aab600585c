"""What comes up: believable, never hidden or resting, the same all day, no sentence twice before all had their turn."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.affirmations.deck import Card
from attach_desktop.affirmations.rules import (
    Shuffle,
    believable_enough,
    daily,
    firmer_forms,
    for_hard_moments,
    gentler_forms,
    offers_gentler,
    to_practise,
)
from tests.affirmations.samples import LIBRARY, WORDING, library_card, own_card

DAY = date(2026, 11, 8)
names = st.lists(st.text(min_size=1, max_size=6), min_size=1, max_size=12, unique=True)
days = st.dates()
cards = st.lists(
    st.builds(
        own_card,
        name=st.text(min_size=1, max_size=6),
        belief=st.none() | st.integers(0, 10),
        hidden=st.booleans(),
        retired=st.booleans(),
    ),
    max_size=12,
    unique_by=lambda card: card.id,
)


# -- belief and wording ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("belief", "enough"), [(None, False), (0, False), (4, False), (5, True), (10, True)])
def test_five_is_enough_and_no_rating_is_none(belief: int | None, enough: bool) -> None:
    assert believable_enough(belief) is enough


def test_gentler_words_are_offered_below_five_alone() -> None:
    offered = [offers_gentler(library_card(belief=belief)) for belief in (None, 0, 4, 5, 10)]
    assert offered == [False, True, True, False, False]
    assert not offers_gentler(library_card())


def test_gentler_and_firmer_lie_on_both_sides_of_the_present_wording() -> None:
    first, second, third = WORDING.gentler
    assert gentler_forms(library_card()) == (first, second, third)
    assert firmer_forms(library_card()) == ()
    middle = library_card(text=second, gentler_of=WORDING.text)
    assert gentler_forms(middle) == (first,)
    assert firmer_forms(middle) == (third, WORDING.text)
    gentlest = library_card(text=first, gentler_of=WORDING.text)
    assert gentler_forms(gentlest) == ()
    assert firmer_forms(gentlest) == (second, third, WORDING.text)


def test_words_of_ones_own_have_every_form_beside_them() -> None:
    own = library_card(text="On some days I can hear a no.", gentler_of=WORDING.text)
    assert gentler_forms(own) == WORDING.gentler
    assert firmer_forms(own) == (WORDING.text,)
    assert gentler_forms(own_card("I can try."))[0] == "It is possible that I can try."
    assert firmer_forms(own_card("I can try.")) == ()
    assert gentler_forms(own_card("Breathe.")) == firmer_forms(own_card("Breathe.")) == ()


@given(cards)
def test_hard_moments_show_nothing_unrated_doubted_hidden_or_resting(deck: list[Card]) -> None:
    shown = for_hard_moments(deck)
    assert all(card.belief is not None and card.belief >= 5 and not card.hidden and not card.retired for card in shown)
    assert len(shown) == sum(1 for card in deck if card.active and (card.belief or 0) >= 5)


def test_hard_moments_begin_with_favourites_and_what_is_believed_most() -> None:
    deck = [own_card(name="a", belief=6), own_card(name="b", belief=9), own_card(name="c", belief=5, favourite=True)]
    assert [card.id for card in for_hard_moments(deck)] == ["c", "b", "a"]


@given(cards)
def test_nobody_is_led_to_practise_what_they_doubt(deck: list[Card]) -> None:
    assert all(card.active and (card.belief is None or card.belief >= 5) for card in to_practise(deck))


# -- the one of the day ---------------------------------------------------------------------------------------------


@given(days, cards, st.integers(0, 30))
def test_the_one_of_the_day_may_come_up_and_is_not_doubted_where_others_are_there(
    day: date, deck: list[Card], another: int
) -> None:
    card = daily(day, deck, another)
    active = [one for one in deck if one.active]
    if card is None:
        assert active == []
        return
    assert card in active
    if to_practise(deck):
        assert card in to_practise(deck)


@given(days, cards, st.randoms(use_true_random=False))
def test_the_order_of_the_deck_does_not_matter(day: date, deck: list[Card], chance: Random) -> None:
    mixed = list(deck)
    chance.shuffle(mixed)
    assert daily(day, mixed) == daily(day, deck)


@given(days, names, st.text(min_size=7, max_size=9))
def test_another_card_changes_the_day_only_if_the_lot_falls_on_it(day: date, ids: list[str], added: str) -> None:
    deck = [own_card(name=name) for name in ids]
    before, after = daily(day, deck), daily(day, [*deck, own_card(name=added)])
    assert after is not None
    assert before is not None
    assert after.id in (before.id, added)


@given(days, names)
def test_asking_for_another_goes_through_all_of_them(day: date, ids: list[str]) -> None:
    deck = [own_card(name=name) for name in ids]
    shown = [card.id for number in range(len(ids)) if (card := daily(day, deck, number))]
    assert sorted(shown) == sorted(ids)
    assert daily(day, deck, len(ids)) == daily(day, deck)


def test_the_days_differ_and_leave_none_out() -> None:
    deck = [library_card(wording) for wording in LIBRARY.values()]
    shown = [card.id for number in range(1500) if (card := daily(DAY + timedelta(days=number), deck))]
    assert len(set(shown)) == len(LIBRARY)
    assert max(shown.count(name) for name in set(shown)) < 30


def test_a_doubted_one_comes_up_where_there_is_no_other() -> None:
    assert daily(DAY, [own_card(belief=1)]) == own_card(belief=1)
    assert daily(DAY, [own_card(hidden=True), own_card(name="b", retired=True)]) is None
    assert daily(DAY, []) is None


_PROGRAM = (
    "from datetime import date; from tests.affirmations.samples import *;"
    "from attach_desktop.affirmations.rules import Shuffle, daily;"
    "deck = [library_card(one) for one in LIBRARY.values()]; shuffle = Shuffle('seed', tuple(LIBRARY)).next();"
    "print([daily(date(2026, 11, day), deck).id for day in range(1, 31)], shuffle.at, shuffle.next().at)"
)


def test_another_process_shows_the_same() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


# -- practice -------------------------------------------------------------------------------------------------------


def drawn(shuffle: Shuffle, count: int) -> tuple[list[str], Shuffle]:
    shown = []
    for _ in range(count):
        shuffle = shuffle.next()
        shown.append(shuffle.at)
    return shown, shuffle


@given(st.text(max_size=5), names, st.integers(1, 4))
def test_none_comes_twice_until_all_have_been(seed: str, ids: list[str], rounds: int) -> None:
    shown, _ = drawn(Shuffle(seed, tuple(ids)), rounds * len(ids))
    for start in range(0, len(shown), len(ids)):
        assert sorted(shown[start : start + len(ids)]) == sorted(ids)
    if len(ids) > 1:
        assert all(one != other for one, other in pairwise(shown))


@given(st.text(max_size=5), names, st.integers(0, 20), st.integers(0, 20))
def test_it_goes_on_another_day_where_it_was_left(seed: str, ids: list[str], before: int, after: int) -> None:
    whole, _ = drawn(Shuffle(seed, tuple(ids)), before + after)
    _, left = drawn(Shuffle(seed, tuple(ids)), before)
    again = Shuffle.from_json(json.loads(json.dumps(left.to_json())), reversed(ids))
    assert again is not None
    assert drawn(again, after)[0] == whole[before:]


@given(st.text(max_size=5), names, st.data())
def test_a_card_that_leaves_or_joins_in_the_middle_brings_no_other_twice(
    seed: str, ids: list[str], data: st.DataObject
) -> None:
    first, shuffle = drawn(Shuffle(seed, tuple(ids)), data.draw(st.integers(1, len(ids))))
    changed = [name for name in ids if data.draw(st.booleans())] + ["joined-late"]
    shuffle, shown = shuffle.over(changed), list(first)
    while not shuffle.through:
        shuffle = shuffle.next()
        shown.append(shuffle.at)
    assert len(set(shown)) == len(shown)
    assert {name for name in changed if name in ids} <= set(shown)


@given(st.text(max_size=5), names, st.integers(1, 24))
def test_back_is_where_one_came_from(seed: str, ids: list[str], count: int) -> None:
    _, shuffle = drawn(Shuffle(seed, tuple(ids)), count)
    following = shuffle.next()
    assert following.back() == (shuffle if following.round == shuffle.round else following)


def test_another_seed_is_another_order() -> None:
    orders = {tuple(drawn(Shuffle(str(seed), tuple(LIBRARY)), 10)[0]) for seed in range(20)}
    assert len(orders) == 20


def test_its_beginning_its_end_and_an_empty_one() -> None:
    fresh = Shuffle("seed", ("a", "b"))
    assert (fresh.present, fresh.through, fresh.back()) == (None, False, fresh)
    one = fresh.next()
    assert (one.present in ("a", "b"), one.through, one.next().through) == (True, False, True)
    assert one.over(["c"]).present is None
    empty = Shuffle("seed", ())
    assert (empty.next(), empty.present) == (empty, None)
    assert one.over([]).next().present is None
    alone = Shuffle("seed", ("a",)).next()
    assert (alone.at, alone.next().at, alone.next().round) == ("a", "a", 1)


@pytest.mark.parametrize(
    "data", [{}, {"seed": 1, "round": 0, "at": ""}, {"seed": "x", "round": True, "at": ""}, {"seed": "x", "round": -1}]
)
def test_a_state_that_is_none_of_ours_is_not_taken(data: dict[str, object]) -> None:
    assert Shuffle.from_json(data, ["a"]) is None
