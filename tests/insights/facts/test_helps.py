from __future__ import annotations

import pytest

from attach_desktop.insights.cards.helps import what_helps
from attach_desktop.insights.facts.basis import Basis
from attach_desktop.insights.facts.helps import FindWhatWorks
from attach_desktop.insights.statistics.estimate import Estimate, Interval
from attach_desktop.journal.entry import Coping, Entry
from attach_desktop.vault.vault import Vault
from tests.insights.known import NOTHING, TODAY, asking, at, keep, over

DAY = over(TODAY, TODAY)
BASIS = Basis(selection=DAY, entries=16, days=8)


@pytest.mark.parametrize(("low", "high", "better"), [(-3, -1, "Tea"), (1, 3, "A walk"), (-1, 1, ""), (-2, 0, "")])
def test_one_of_two_is_better_only_where_its_interval_leaves_out_zero(low: float, high: float, better: str) -> None:
    difference = Estimate((low + high) / 2, 8, Interval(low, high, 0.95))
    found = FindWhatWorks(basis=BASIS, id="some", first="Tea", second="A walk", difference=difference)
    assert (found.better, found.empty) == (better, False)


def test_without_an_experiment_or_a_difference_nothing_is_better() -> None:
    assert FindWhatWorks(basis=BASIS).empty
    assert FindWhatWorks(basis=BASIS, id="some").better == ""


def test_nothing_in_particular_is_something_to_show(vault: Vault) -> None:
    assert asking(vault).ask(what_helps, DAY).empty
    keep(vault, [Entry(at=at(TODAY), coping=(Coping(NOTHING),), intensity_before=4, intensity_after=4)])
    found = asking(vault).ask(what_helps, DAY)
    assert (found.cards, found.empty) == ((), False)
