from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from attach_desktop.insights.cards.works import find_what_works
from attach_desktop.insights.experiment import EXPERIMENTS, Experiment
from attach_desktop.insights.facts.helps import FindWhatWorks
from attach_desktop.insights.words import Words
from attach_desktop.journal.entry import Coping, Entry
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.insights.known import TODAY, asking, at, keep, over

SELECTION = over(TODAY, TODAY)
START = TODAY - timedelta(days=60)
EXPERIMENT = Experiment(at=at(START, 8), first="A walk", second="Tea", seed=7)


def _use(day: int, name: str, before: int | None = 8, after: int | None = 6, *more: str) -> Entry:
    return Entry(
        at=at(START + timedelta(days=day)),
        coping=tuple(Coping(each) for each in (name, *more)),
        intensity_before=before,
        intensity_after=after,
    )


def _run(vault: Vault, uses: int, change: Callable[[str, int], int]) -> FindWhatWorks:
    RecordStore(vault, EXPERIMENTS).add(EXPERIMENT)
    names = [EXPERIMENT.card(number) for number in range(uses)]
    keep(vault, (_use(day, name, 8, 8 + change(name, day)) for day, name in enumerate(names)))
    return asking(vault).ask(find_what_works, SELECTION)


def test_without_an_experiment_there_is_nothing(vault: Vault) -> None:
    found = asking(vault).ask(find_what_works, SELECTION)
    assert (found.id, found.next, found.better) == ("", "", "")
    assert Words().tell(found).lead.startswith("Nothing is being tried out yet.")


def test_uses_in_turn_count_and_the_next_card_is_told(vault: Vault) -> None:
    RecordStore(vault, EXPERIMENTS).add(EXPERIMENT)
    one, two = EXPERIMENT.card(0), EXPERIMENT.card(1)
    keep(
        vault,
        [
            _use(-5, one),  # before it began
            _use(1, two),  # not its turn
            _use(2, one, 8, None),
            _use(3, one, 8, 5, "Music"),
            _use(4, one, 8, 5),
            _use(5, two, 7, 6),
            _use(6, "Music"),
        ],
    )
    found = asking(vault).ask(find_what_works, SELECTION)
    assert sorted([*found.first_changes, *found.second_changes]) == [-3, -1]
    assert (found.blocks, found.out_of_turn, found.next, found.difference) == (1, 1, EXPERIMENT.card(2), None)
    assert (found.basis.entries, found.basis.selection.period.begin) == (2, START)


def test_seven_blocks_are_not_compared_and_eight_are(vault: Vault) -> None:
    found = _run(vault, 15, lambda name, day: -3 if name == "A walk" else -1)
    assert (found.blocks, found.difference) == (7, None)
    keep(vault, [_use(20, EXPERIMENT.card(15), 8, 5 if EXPERIMENT.card(15) == "A walk" else 7)])
    found = asking(vault).ask(find_what_works, SELECTION)
    assert found.blocks == 8
    assert found.difference is not None
    assert (found.difference.value, found.better) == (-2, "A walk")
    told = Words().tell(found)
    assert "it seems that for you “A walk” eases more than “Tea”: about 2 points more (2 points)" in told.text
    assert "You knew which one it was" in told.text


def test_two_cards_that_do_the_same_are_not_told_apart(vault: Vault) -> None:
    chance = random.Random(3)
    found = _run(vault, 24, lambda name, day: -chance.randint(0, 4))
    assert found.better == ""
    assert "no clear difference shows" in Words().tell(found).text


def test_one_that_was_ended_has_no_next_card(vault: Vault) -> None:
    store = RecordStore(vault, EXPERIMENTS)
    store.add(Experiment(at=at(START), first="A walk", second="Tea", seed=1, ended=True))
    found = asking(vault).ask(find_what_works, SELECTION)
    assert (found.ended, found.next) == (True, "")
    store.add(Experiment(at=at(START - timedelta(days=9)), first="A walk", second="Music", seed=1))
    assert asking(vault).ask(find_what_works, SELECTION).second == "Music"


def test_a_block_never_leans_to_the_card_that_is_used_more(vault: Vault) -> None:
    found = _run(vault, 40, lambda name, day: -1)
    assert len(found.first_changes) == len(found.second_changes) == 20
    assert found.difference is not None
    assert found.difference.value == 0


def test_without_private_entries_whole_blocks_are_left_out(vault: Vault) -> None:
    RecordStore(vault, EXPERIMENTS).add(EXPERIMENT)
    names = [EXPERIMENT.card(number) for number in range(5)]
    uses = [_use(2 * number, name, 8, 8 - number) for number, name in enumerate(names)]
    uses[1] = replace(uses[1], private=True)
    out_of_turn = replace(_use(9, "Tea" if EXPERIMENT.card(5) == "A walk" else "A walk"), private=True)
    keep(vault, [*uses, out_of_turn])
    found = asking(vault).ask(find_what_works, replace(SELECTION, without_private=True))
    assert sorted([*found.first_changes, *found.second_changes]) == [-4, -3, -2]
    assert (found.blocks, found.out_of_turn, found.next) == (1, 0, EXPERIMENT.card(5))
    found = asking(vault).ask(find_what_works, SELECTION)
    assert (len(found.first_changes) + len(found.second_changes), found.blocks, found.out_of_turn) == (5, 2, 1)
