"""To what the entries are narrowed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMenu

from attach_desktop.ui.insights.narrow_row import NarrowRow
from tests.ui.eyes import buttons, parts, push

USED = {"people": ["Sam", "A & B"], "tags": [], "triggers": [f"trigger {number}" for number in range(90)]}


@pytest.fixture
def changes() -> list[None]:
    return []


@pytest.fixture
def row(changes: list[None], on_screen: Callable[..., None]) -> NarrowRow:
    made = NarrowRow(lambda field: USED[field])
    made.changed.connect(lambda: changes.append(None))
    on_screen(made, QSize(500, 60))
    return made


def test_it_begins_with_everything(row: NarrowRow) -> None:
    assert buttons(row) == ["+ person", "+ tag", "+ trigger"]
    assert not any(row.words.values())


def test_a_word_is_chosen_from_those_used_and_taken_off_again(row: NarrowRow, changes: list[None]) -> None:
    push(row, "+ person")
    (menu,) = parts(row, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert row.words["people"] == "Sam"
    assert buttons(row)[0] == "Sam ×"
    push(row, "Only person Sam: take off")
    assert row.words["people"] == ""
    assert buttons(row)[0] == "+ person"
    assert len(changes) == 2


def test_a_name_with_a_sign_for_keys_stays_as_it_is(row: NarrowRow) -> None:
    menu = row.menu("people")
    assert menu.actions()[1].text() == "A && B"
    menu.actions()[1].trigger()
    assert row.words["people"] == "A & B"


def test_where_none_is_used_it_says_so(row: NarrowRow) -> None:
    (only,) = row.menu("tags").actions()
    assert not only.isEnabled()


def test_not_all_words_of_a_long_life_are_offered(row: NarrowRow) -> None:
    assert len(row.menu("triggers").actions()) == 30


def test_all_can_be_taken_off_at_once(row: NarrowRow, changes: list[None]) -> None:
    row.clear()
    assert changes == []
    row.set_word("tags", "work")
    row.set_word("tags", "work")
    row.set_word("triggers", "silence")
    assert len(changes) == 2
    row.clear()
    assert not any(row.words.values())
    assert len(changes) == 3
