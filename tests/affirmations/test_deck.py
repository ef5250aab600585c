from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from attach_desktop.affirmations.deck import Card, CardFilter, Deck
from tests.affirmations.samples import LIBRARY, WORDING, library_card, own_card, sentence, stored


def test_without_records_it_is_the_library() -> None:
    deck = Deck(LIBRARY, [])
    assert [card.id for card in deck] == list(LIBRARY)
    assert [card.text for card in deck.cards()] == [wording.text for wording in LIBRARY.values()]
    card = deck.card(WORDING.id)
    assert card is not None
    assert (card.themes, card.pull, card.belief, card.own, card.active, card.changed, card.sets) == (
        WORDING.themes, WORDING.pull, None, False, True, False, (),
    )  # fmt: skip


def test_what_the_person_made_of_a_sentence_lies_over_it() -> None:
    record = stored(sentence("I may ask.", origin=WORDING.id, belief=7, favourite=True, themes=("calming",)), "r")
    deck = Deck(LIBRARY, [record])
    card = deck.card(WORDING.id)
    assert card is not None
    assert (card.text, card.themes, card.belief, card.favourite) == ("I may ask.", ("calming",), 7, True)
    assert (card.own, card.changed, len(deck)) == (False, True, len(LIBRARY))


def test_the_persons_own_come_first_the_newest_at_the_top() -> None:
    deck = Deck(LIBRARY, [stored(sentence("I a."), "a", 1), stored(sentence("I b."), "b", 2)])
    assert [card.id for card in deck][:2] == ["b", "a"]
    assert [card.own for card in deck][:3] == [True, True, False]


def test_of_two_records_about_one_sentence_the_newer_counts() -> None:
    old = stored(sentence(WORDING.text, origin=WORDING.id, belief=3), "z")
    new = replace(
        stored(sentence(WORDING.text, origin=WORDING.id, belief=8), "a"), updated=old.updated + timedelta(seconds=1)
    )
    for records in ([old, new], [new, old]):
        card = Deck(LIBRARY, records).card(WORDING.id)
        assert card is not None
        assert card.belief == 8


def test_a_sentence_that_has_left_the_library_stays_as_the_persons_own() -> None:
    deck = Deck(LIBRARY, [stored(sentence("I was here.", origin="gone-long-ago"), "r")])
    card = deck.card("gone-long-ago")
    assert card is not None
    assert (card.text, card.own) == ("I was here.", True)


def test_a_record_that_is_called_like_a_sentence_of_the_library_is_about_it() -> None:
    deck = Deck(LIBRARY, [stored(sentence("I say it so."), WORDING.id)])
    card = deck.card(WORDING.id)
    assert card is not None
    assert (len(deck), card.text) == (len(LIBRARY), "I say it so.")


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, ["plain", "rated", "starred"]),
        ({"show": "hidden"}, ["hidden"]),
        ({"show": "retired"}, ["retired"]),
        ({"show": "all"}, ["plain", "rated", "starred", "hidden", "retired"]),
        ({"favourite": True}, ["starred"]),
        ({"themes": ("calming",)}, ["plain", "rated"]),
        ({"themes": ("calming", "apart")}, ["rated"]),
        ({"pull": "away"}, ["rated"]),
        ({"set": " evenings "}, ["starred"]),
        ({"query": "ÉVEN"}, ["starred"]),
        ({"query": "can plain"}, ["plain"]),
        ({"query": "zebra"}, []),
        ({"own": True, "show": "all"}, ["plain", "rated", "starred", "hidden", "retired"]),
    ],
)
def test_filters_combine(wanted: dict[str, Any], expected: list[str]) -> None:
    records = [
        stored(sentence("I can, plain.", themes=("calming",)), "plain", 5),
        stored(sentence("I can, rated.", themes=("calming", "apart"), pull="away", belief=7), "rated", 4),
        stored(sentence("I can, starred.", favourite=True, sets=("Évenings", "Evenings")), "starred", 3),
        stored(sentence("I can, hidden.", hidden=True, themes=("apart",)), "hidden", 2),
        stored(sentence("I can, resting.", retired=True), "retired", 1),
    ]
    assert [card.id for card in Deck({}, records).cards(CardFilter(**wanted))] == expected


def test_own_leaves_the_library_out() -> None:
    deck = Deck(LIBRARY, [stored(sentence("I can."), "mine")])
    assert [card.id for card in deck.cards(CardFilter(own=True))] == ["mine"]


def test_a_filter_knows_whether_it_leaves_anything_out() -> None:
    assert not CardFilter().any
    assert not CardFilter(show="hidden").any
    assert CardFilter(query="a").any


def test_it_finds_who_says_the_same() -> None:
    deck = Deck(LIBRARY, [stored(sentence("It may be.", gentler_of="I can do it."), "mine")])
    found = deck.saying(f"  {WORDING.text.upper()} ")
    assert found is not None
    assert found.id == WORDING.id
    for text in ("it  MAY be.", "I can do it."):
        mine = deck.saying(text)
        assert mine is not None
        assert mine.id == "mine"
    assert deck.saying("I can do it") is None


def test_sets_are_named_once_in_order() -> None:
    records = [
        stored(sentence("I a.", sets=("Trains", "evenings")), "a"),
        stored(sentence("I b.", sets=("TRAINS",)), "b"),
    ]
    assert Deck(LIBRARY, records).sets() == ["evenings", "Trains"]


def test_the_forms_of_a_sentence_of_the_library() -> None:
    whole = (*WORDING.gentler, WORDING.text)
    assert library_card().forms == whole
    softened = library_card(text=WORDING.gentler[0], gentler_of=WORDING.text)
    assert (softened.forms, softened.full, softened.changed) == (whole, WORDING.text, True)


def test_the_forms_of_ones_own_words() -> None:
    assert own_card("I can try.").forms[-1] == "I can try."
    assert own_card("Breathe.").forms == ("Breathe.",)
    changed = library_card(text="I ask in my own way.")
    assert changed.forms[0] == "It is possible that I ask in my own way."


def test_an_empty_deck() -> None:
    deck = Deck({}, [])
    assert (len(deck), deck.cards(), deck.sets(), deck.card("x"), deck.saying("x")) == (0, [], [], None, None)
    assert Card("x", None, None).text == ""
