from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from attach_desktop.clock import Moment
from attach_desktop.errors import FaultsError
from attach_desktop.quiz.store import DRAFT, QuizStore, Sitting
from attach_desktop.quiz.take import Take
from attach_desktop.vault.vault import Vault
from tests.quiz.samples import take_of
from tests.support import NOW, ZONE, Vaults


def days_ago(days: int, **fields: Any) -> Take:
    return take_of([4] * 16, at=Moment.from_datetime(NOW - timedelta(days=days), ZONE), **fields)


@pytest.fixture
def store(vault: Vault) -> QuizStore:
    return QuizStore(vault)


def test_a_take_is_kept_and_comes_back(store: QuizStore, vault_factory: Vaults) -> None:
    take = take_of([1, None, 7, *[4] * 13], alias="Noa", note="ż", fits="partly", quick=True, kept=True)
    kept = store.add(take)
    read = QuizStore(vault_factory()).get(kept.id)
    assert read is not None
    assert read.value == take


def test_a_note_and_a_verdict_are_added_later(store: QuizStore) -> None:
    kept = store.add(take_of([4] * 16))
    store.change(kept.id, replace(kept.value, fits="yes", note="that is me"))
    read = store.get(kept.id)
    assert read is not None
    assert (read.value.fits, read.value.note) == ("yes", "that is me")
    assert [value.fits for _, value in store.former(kept.id)] == [""]


def test_deleting_can_be_undone(store: QuizStore) -> None:
    kept = store.add(take_of([4] * 16))
    token = store.bin([kept.id])
    assert store.count() == 0
    store.restore(token)
    assert [stored.value for stored in store.each()] == [kept.value]


def test_takes_that_may_stand_together(store: QuizStore) -> None:
    for take in (
        days_ago(10, lens="partner"),
        days_ago(300),
        days_ago(100),
        days_ago(200, lens="partner", alias="Noa"),
        days_ago(1, questionnaire="mine", lens="aunt"),
    ):
        store.add(take)
    assert store.lines() == [("mine", 1, "aunt"), ("attach-16", 1, "partner"), ("attach-16", 1, "general")]
    assert [stored.value for stored in store.line("attach-16", 1, "general")] == [days_ago(300), days_ago(100)]
    assert store.line("attach-16", 2, "general") == []


def test_the_last_take_about_the_same_person(store: QuizStore) -> None:
    for take in (days_ago(30, lens="friend", alias="Ida"), days_ago(20, lens="friend", alias="Sami"), days_ago(10)):
        store.add(take)

    def last(lens: str, alias: str) -> Take | None:
        found = store.last_about(Sitting(questionnaire="attach-16", version=1, lens=lens, alias=alias))
        return None if found is None else found.value

    assert last("friend", "ida ") == days_ago(30, lens="friend", alias="Ida")
    assert last("friend", "") == days_ago(20, lens="friend", alias="Sami")
    assert last("friend", "Noa") is None
    assert last("partner", "") is None


SITTING = Sitting(
    questionnaire="attach-16",
    version=1,
    lens="friend",
    alias="Ida",
    answers=(1, None, 7, *[None] * 13),
    item=3,
    layout="all",
)


def test_a_take_under_way_is_resumed_at_its_item(store: QuizStore, vault_factory: Vaults) -> None:
    assert store.sitting() is None
    store.save_sitting(SITTING)
    left = QuizStore(vault_factory()).sitting()
    assert left is not None
    assert left[0] == SITTING
    assert left[1] == NOW
    store.drop_sitting()
    assert store.sitting() is None


def test_finishing_keeps_the_take_and_forgets_the_draft_together(store: QuizStore) -> None:
    told: list[int] = []
    store.vault.changes.subscribe("quiz", lambda: told.append(store.count()))
    store.save_sitting(SITTING)
    store.finish(take_of([4] * 16))
    assert (store.count(), store.sitting(), told) == (1, None, [1])


@pytest.mark.parametrize(
    "changed",
    [
        {"item": -1},
        {"item": "3"},
        {"item": None},
        {"answers": None},
        {"answers": [12]},
        {"version": None},
        {"questionnaire": ""},
        {"layout": "grid"},
    ],
)
def test_a_draft_that_cannot_be_read_is_left_alone(store: QuizStore, changed: dict[str, Any]) -> None:
    store.vault.drafts.save(DRAFT, {**SITTING.to_json(), **changed})
    assert store.sitting() is None
    assert store.vault.drafts.get(DRAFT) is not None
    with pytest.raises(FaultsError):
        Sitting.from_json({**SITTING.to_json(), **changed})
