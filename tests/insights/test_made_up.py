from __future__ import annotations

from attach_desktop.insights.experiments import Experiments
from attach_desktop.insights.made_up import fill
from tests.support import NOW, Vaults


def test_the_same_arguments_make_the_same_experiment(vault_factory: Vaults) -> None:
    found = []
    for name in ("one", "other"):
        vault = vault_factory(name)
        done: list[float] = []
        assert fill(vault, 300, 2, 7, NOW, done.append) == {"experiments": 1}
        assert done == [1.0]
        found.append(Experiments(vault).latest())
    assert found[0] == found[1]


def test_who_writes_little_tries_nothing_out(vault_factory: Vaults) -> None:
    assert fill(vault_factory(), 20, 2, 7, NOW) == {"experiments": 0}
