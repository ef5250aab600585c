from __future__ import annotations

from datetime import timedelta

import pytest

from attach_desktop.affirmations.practice import Practice, ValuesNote
from attach_desktop.affirmations.practice_store import DRAFT, PracticeStore, ValuesStore
from attach_desktop.clock import Moment
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.vault import Vault
from tests.affirmations.samples import AT, library_card, own_card
from tests.support import FixedClock, Vaults

CARDS = [library_card(), *(own_card(name=name) for name in "abcd")]


@pytest.fixture
def practices(vault: Vault) -> PracticeStore:
    return PracticeStore(vault)


def test_when_a_sentence_was_practised(practices: PracticeStore, clock: FixedClock) -> None:
    assert (practices.last("calm-wave"), practices.of("calm-wave")) == (None, [])
    for name in ("calm-wave", "calm-floor", "calm-wave"):
        clock.advance(timedelta(hours=1))
        practices.add(Practice(at=Moment.now(clock), sentence=name, text="I can."))
    clock.advance(timedelta(hours=1))
    last = practices.last("calm-wave")
    assert last is not None
    assert last.wall == AT.wall + timedelta(hours=3)
    assert [one.value.at.wall - AT.wall for one in practices.of("calm-wave")] == [
        timedelta(hours=3),
        timedelta(hours=1),
    ]
    assert practices.last("calm-floor") != last


def test_a_practice_goes_on_where_it_was_left(practices: PracticeStore, vault_factory: Vaults) -> None:
    shuffle = practices.shuffle(CARDS).next().next()
    practices.keep_shuffle(shuffle)
    again = PracticeStore(vault_factory()).shuffle(CARDS)
    assert again == shuffle
    without = practices.shuffle([card for card in CARDS if card.id != shuffle.at])
    assert without.present is None
    assert without.next() == again.next().over(without.ids)


def test_every_choice_is_gone_through_by_itself(practices: PracticeStore) -> None:
    whole, few = practices.shuffle(CARDS).next(), practices.shuffle(CARDS[:2], "calming").next()
    practices.keep_shuffle(whole)
    practices.keep_shuffle(few, "calming")
    assert (practices.shuffle(CARDS), practices.shuffle(CARDS[:2], "calming")) == (whole, few)
    assert practices.shuffle(CARDS, "apart").at == ""


def test_a_state_that_cannot_be_read_begins_afresh(practices: PracticeStore) -> None:
    practices.vault.drafts.save(DRAFT, {"": {"seed": 3}, "calming": "?"})
    assert (practices.shuffle(CARDS).at, practices.shuffle(CARDS, "calming").at) == ("", "")


def test_notes_on_values_are_kept_and_found(vault: Vault, vault_factory: Vaults) -> None:
    notes = ValuesStore(vault)
    kept = notes.add(ValuesNote(at=AT, value="Musik", why="Étude", when_lived="on Thursday"))
    other = ValuesStore(vault_factory())
    assert [one.value for one in other.newest(5)] == [kept.value]
    assert [one.id for one in other.find(Filter(query="etud"), 5)] == [kept.id]
    token = notes.bin([kept.id])
    assert other.count() == 0
    notes.restore(token)
    assert other.count() == 1
