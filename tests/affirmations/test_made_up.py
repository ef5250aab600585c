from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from attach_desktop.affirmations.made_up import fill
from attach_desktop.affirmations.practice_store import ValuesStore
from attach_desktop.affirmations.rules import for_hard_moments
from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.vault.kind import record_json
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.support import NOW, FixedClock, Vaults


def everything(vault: Vault) -> dict[str, list[dict[str, Any]]]:
    store = AffirmationStore(vault)
    stores: tuple[RecordStore[Any], ...] = (store, store.practices, ValuesStore(vault))
    return {one.kind.name: [record_json(one.kind, record) for record in one.each()] for one in stores}


def test_the_same_seed_gives_the_same_whatever_the_clock_says(vault_factory: Vaults) -> None:
    one = vault_factory("one.vault")
    other = vault_factory("other.vault", clock=FixedClock(NOW + timedelta(days=400)))
    counts = fill(one, 400, 3, 7, NOW)
    assert fill(other, 400, 3.0, 7, NOW) == counts
    assert everything(one) == everything(other)
    assert counts == {name: len(records) for name, records in everything(one).items()}


def test_another_seed_gives_others(vault_factory: Vaults) -> None:
    one, other = vault_factory("one.vault"), vault_factory("other.vault")
    fill(one, 400, 3, 7, NOW)
    fill(other, 400, 3, 8, NOW)
    ids = [{record["id"] for records in everything(vault).values() for record in records} for vault in (one, other)]
    assert not ids[0] & ids[1]


def test_there_is_something_of_everything_to_look_at(vault: Vault) -> None:
    fill(vault, 1000, 3, 1, NOW)
    store = AffirmationStore(vault)
    cards = list(store.deck())
    assert len([card for card in cards if card.own]) == 6
    assert len([card for card in cards if card.retired]) >= 2
    assert len([card for card in cards if card.hidden]) >= 2
    assert any(card.favourite for card in cards)
    assert any(card.changed and card.text in card.forms for card in cards)
    assert store.deck().sets()
    assert len(for_hard_moments(cards)) >= 10
    assert store.today() is not None
    for card in cards:
        verdicts = [practice.value.after for practice in store.practices.of(card.id)]
        assert verdicts == ["worse"] * 2 if card.retired else "worse" not in verdicts
    for records in everything(vault).values():
        assert all(record["at"] <= NOW.isoformat() for record in records)


@pytest.mark.parametrize(("entries", "years"), [(0, 3.0), (1, 1.0), (4, 0.001), (30, 0.001)])
def test_little_or_nothing(vault: Vault, entries: int, years: float) -> None:
    told: list[float] = []
    counts = fill(vault, entries, years, 7, NOW, told.append)
    assert counts == {name: len(records) for name, records in everything(vault).items()}
    assert told[-1] == 1.0
    if not entries:
        assert set(counts.values()) == {0}
