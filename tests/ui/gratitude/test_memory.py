"""What comes back, and what never does."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMenu

from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.gratitude.memory import MemoryCard
from attach_desktop.ui.main_window import MainWindow
from tests.support import NOW
from tests.ui.eyes import push, read
from tests.ui.gratitude.slips import thing

Show = Callable[..., None]


@pytest.fixture
def window(open_gratitude: Callable[[], MainWindow]) -> MainWindow:
    return open_gratitude()


@pytest.fixture
def card(gratitude: GratitudeStore, window: MainWindow, on_screen: Show) -> MemoryCard:
    made = MemoryCard(gratitude, lambda: NOW.date(), window)
    on_screen(made)
    return made


def test_a_year_ago_comes_back_with_why(card: MemoryCard, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("warm tea", 365, why="It was cold"))
    assert card.refresh()
    assert read(card)[1:] == ["warm tea", "It was cold"]


def test_nothing_recent_comes_back(card: MemoryCard, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("warm tea", 1))
    assert not card.refresh()
    assert not card.isVisible()


def test_never_from_a_hidden_list_or_with_a_hidden_person(card: MemoryCard, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("warm tea", 365, people=("Kim",)))
    gratitude.lists.hide("myself")
    assert not card.refresh()
    gratitude.lists.hide("myself", hidden=False)
    assert card.refresh()
    gratitude.lists.hide_person("Kim")
    assert not card.refresh()


def test_another_is_another(card: MemoryCard, gratitude: GratitudeStore) -> None:
    gratitude.add(thing("warm tea", 365))
    gratitude.add(thing("the walk home", 7))
    card.refresh()
    first = read(card)[1]
    push(card, "Another")
    assert {first, read(card)[1]} == {"warm tea", "the walk home"}


def choose_in(card: MemoryCard, name: str) -> None:
    """Choose a line of the card's menu."""
    (menu,) = card.findChildren(QMenu)
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == name).trigger()


def test_a_person_is_kept_out_from_the_card_itself_and_let_back(
    card: MemoryCard, gratitude: GratitudeStore, window: MainWindow
) -> None:
    gratitude.add(thing("warm tea", 365, people=("Kim", "Sam")))
    card.refresh()
    assert read(card)[0] == "A year ago today · Kim · Sam"
    choose_in(card, "Do not bring back what is with Sam")
    assert gratitude.lists.hidden_people == ("Sam",)
    assert not card.refresh()
    assert "Sam is kept" in window.status.text()
    window.undo()
    assert card.refresh()


def test_a_list_is_hidden_from_the_card_itself(card: MemoryCard, gratitude: GratitudeStore, window: MainWindow) -> None:
    gratitude.add(thing("warm tea", 365))
    card.refresh()
    choose_in(card, "Hide the list Myself")
    assert not card.refresh()
    window.undo()
    assert card.refresh()
