from __future__ import annotations

import pytest

from attach_desktop.errors import FaultsError, InputRefusedError
from attach_desktop.insights.experiments import Experiments
from attach_desktop.vault.vault import Vault


def test_one_goes_on_at_a_time(vault: Vault) -> None:
    store = Experiments(vault)
    assert (store.current(), store.latest()) == (None, None)
    first = store.start("A walk", "Tea")
    second = store.start("A walk", "Music")
    current = store.current()
    assert current is not None
    assert current.id == second.id
    ended = store.get(first.id)
    assert ended is not None
    assert ended.value.ended


def test_the_last_one_stays_to_look_at(vault: Vault) -> None:
    store = Experiments(vault)
    begun = store.start("A walk", "Tea")
    assert store.end(begun.id).value.seed == begun.value.seed
    assert store.current() is None
    latest = store.latest()
    assert latest is not None
    assert latest.id == begun.id


def test_a_start_that_is_refused_ends_nothing(vault: Vault) -> None:
    store = Experiments(vault)
    begun = store.start("A walk", "Tea")
    with pytest.raises(FaultsError):
        store.start("Tea", "tea")
    current = store.current()
    assert current is not None
    assert current.id == begun.id


def test_what_is_not_there_cannot_be_ended(vault: Vault) -> None:
    with pytest.raises(InputRefusedError):
        Experiments(vault).end("nowhere")


def test_seeds_are_of_chance(vault: Vault) -> None:
    store = Experiments(vault)
    assert len({store.start("A walk", "Tea").value.seed for _ in range(5)}) == 5
