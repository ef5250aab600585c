"""The order of the cards, as values."""

from __future__ import annotations

import pytest

from attach_desktop.ui.today.arrangement import Arrangement

KEYS = ("mood", "sentence", "entries")


@pytest.mark.parametrize("kept", [None, {}, [], "mood", 3])
def test_without_anything_kept_the_order_is_the_usual_one(kept: object) -> None:
    assert Arrangement.read(kept, KEYS) == Arrangement(KEYS)


def test_what_is_kept_is_read_again() -> None:
    one = Arrangement(KEYS).moved("entries", -1).shown("mood", visible=False)
    assert Arrangement.read(one.kept(), KEYS) == one
    assert one.order == ("mood", "entries", "sentence")
    assert one.hidden == {"mood"}
    assert one.shown("mood", visible=True).hidden == frozenset()


def test_a_card_that_came_later_finds_its_place_and_one_that_is_gone_is_forgotten() -> None:
    kept = {"order": ["entries", "gone", "mood"], "hidden": ["gone", "entries"]}
    assert Arrangement.read(kept, KEYS) == Arrangement(("entries", "mood", "sentence"), frozenset({"entries"}))
    assert Arrangement.read({"order": ["sentence"]}, KEYS).order == KEYS


def test_at_the_ends_it_goes_no_further() -> None:
    assert Arrangement(KEYS).moved("mood", -1).order == KEYS
    assert Arrangement(KEYS).moved("entries", 1).order == KEYS
