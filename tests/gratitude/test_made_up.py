from __future__ import annotations

import unicodedata
from datetime import timedelta

import pytest

from attach_desktop.gratitude.item import BUILT_IN, Item
from attach_desktop.gratitude.made_up import fill
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.vault.vault import Vault
from tests.support import NOW, FixedClock, Vaults


def made(vault: Vault) -> list[tuple[str, Item]]:
    return [(stored.id, stored.value) for stored in GratitudeStore(vault).each()]


def test_the_same_seed_gives_the_same_items_whatever_the_clock_says(vault_factory: Vaults) -> None:
    one = vault_factory("one.vault")
    other = vault_factory("other.vault", clock=FixedClock(NOW + timedelta(days=400)))
    counts = fill(one, 300, 2, 7, NOW)
    assert counts == fill(other, 300, 2.0, 7, NOW) == {"gratitude": len(made(one)), "gratitude_lists": 2}
    assert made(one) == made(other)
    assert GratitudeStore(one).lists.headings() == GratitudeStore(other).lists.headings()


def test_another_seed_gives_other_items(vault_factory: Vaults) -> None:
    one, other = vault_factory("one.vault"), vault_factory("other.vault")
    fill(one, 300, 2, 7, NOW)
    fill(other, 300, 2, 8, NOW)
    assert not {name for name, _ in made(one)} & {name for name, _ in made(other)}
    assert [item.text for _, item in made(one)] != [item.text for _, item in made(other)]


def test_a_few_a_week_over_the_years_in_every_list(vault: Vault) -> None:
    fill(vault, 1000, 3, 3, NOW)
    every = [item for _, item in made(vault)]
    assert 1.5 < len(every) / (3 * 52) < 3.5
    assert all(item.at.wall < NOW.replace(tzinfo=None) for item in every)
    assert {item.list for item in every} > set(BUILT_IN)
    assert sum(bool(item.people) for item in every) > len(every) / 6
    assert sum(bool(item.why) for item in every) > len(every) / 6
    assert any(item.at.at is None for item in every)
    assert not any("{" in item.text for item in every)
    scripts = {unicodedata.name(sign).split()[0] for item in every for sign in item.text if sign.isalpha()}
    assert scripts >= {"LATIN", "HEBREW", "ARABIC", "GREEK", "CYRILLIC", "CJK"}


def test_its_lists_have_names_and_something_to_remember(vault: Vault) -> None:
    fill(vault, 1000, 3, 3, NOW)
    store = GratitudeStore(vault)
    assert {"The choir", "小さな幸せ"} < {heading.name for heading in store.lists.headings()}
    assert store.remember(NOW.date()) is not None
    assert all(store.in_order(heading.key, 1) for heading in store.lists.headings())


@pytest.mark.parametrize(("entries", "years", "expected"), [(0, 3.0, 0), (10, 0.001, 0), (5, 3.0, 5)])
def test_little_or_nothing(vault: Vault, entries: int, years: float, expected: int) -> None:
    told: list[float] = []
    counts = fill(vault, entries, years, 7, NOW, told.append)
    assert counts == {"gratitude": expected, "gratitude_lists": 2 if expected else 0}
    assert told[-1] == 1.0
    assert vault.empty is not bool(expected)
