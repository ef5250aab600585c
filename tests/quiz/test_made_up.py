from __future__ import annotations

from datetime import timedelta

import pytest

from attach_desktop.quiz.made_up import fill
from attach_desktop.quiz.scoring import score
from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.take import Take
from attach_desktop.vault.vault import Vault
from tests.quiz.samples import ATTACH
from tests.support import NOW, FixedClock, Vaults


def takes(vault: Vault) -> list[tuple[str, Take]]:
    return [(stored.id, stored.value) for stored in QuizStore(vault).each()]


def test_the_same_seed_gives_the_same_takes_whatever_the_clock_says(vault_factory: Vaults) -> None:
    one = vault_factory("one.vault")
    other = vault_factory("other.vault", clock=FixedClock(NOW + timedelta(days=400)))
    assert fill(one, 100, 5, 7, NOW) == fill(other, 100, 5.0, 7, NOW) == {"quiz": len(takes(one))}
    assert takes(one) == takes(other)


def test_another_seed_gives_other_takes(vault_factory: Vaults) -> None:
    one, other = vault_factory("one.vault"), vault_factory("other.vault")
    fill(one, 100, 5, 7, NOW)
    fill(other, 100, 5, 8, NOW)
    assert not {name for name, _ in takes(one)} & {name for name, _ in takes(other)}


def test_they_tell_of_every_relationship_and_of_change(vault: Vault) -> None:
    fill(vault, 1000, 8, 3, NOW)
    made = [take for _, take in takes(vault)]
    assert {take.lens for take in made} == {lens.id for lens in ATTACH.lenses}
    assert {take.fits for take in made} >= {"yes", "partly"}
    assert any(None in take.answers for take in made)
    assert all(take.at.wall < NOW.replace(tzinfo=None) for take in made)
    assert all(bool(take.alias) is (take.lens != "general") for take in made)
    line = [score(ATTACH, take.answers).dimensions[0].mean for take in made if take.lens == "general"]
    figures = [mean for mean in line if mean is not None]
    quarter = len(figures) // 4
    assert sum(figures[:quarter]) / quarter > sum(figures[-quarter:]) / quarter + 0.5


@pytest.mark.parametrize(("entries", "years"), [(0, 3.0), (10, 0.001)])
def test_little_or_nothing(vault: Vault, entries: int, years: float) -> None:
    told: list[float] = []
    assert fill(vault, entries, years, 7, NOW, told.append) == {"quiz": 0}
    assert told[-1] == 1.0
