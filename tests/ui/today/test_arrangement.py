from __future__ import annotations

import pytest

from attach_desktop.ui.today.arrangement import Arrangement

KEYS = ("mood", "sentence", "gratitude")


def test_without_a_choice_everything_is_shown_in_its_order() -> None:
    assert Arrangement.read(None, KEYS) == Arrangement(KEYS)


def test_what_was_kept_is_read_again() -> None:
    chosen = Arrangement(KEYS).moved("gratitude", -1).shown("mood", visible=False)
    assert chosen.order == ("mood", "gratitude", "sentence")
    assert Arrangement.read(chosen.kept(), KEYS) == chosen


def test_a_card_that_came_later_stands_where_it_belongs_and_one_that_is_gone_is_forgotten() -> None:
    kept = {"order": ["gratitude", "old", "mood"], "hidden": ["old", "mood"]}
    assert Arrangement.read(kept, KEYS) == Arrangement(("gratitude", "mood", "sentence"), frozenset({"mood"}))


@pytest.mark.parametrize("kept", ["", 3, [], {"order": []}])
def test_nonsense_is_no_choice(kept: object) -> None:
    assert Arrangement.read(kept, KEYS) == Arrangement(KEYS)


def test_a_card_stays_at_the_edge() -> None:
    assert Arrangement(KEYS).moved("mood", -1).order == KEYS
    assert Arrangement(KEYS).moved("gratitude", 1).order == KEYS
