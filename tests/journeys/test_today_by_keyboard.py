"""Today, gratitude and affirmations by keyboard alone, on none, three and many records."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from attach_desktop.affirmations.practice_store import ValuesStore
from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.clock import Moment
from attach_desktop.gratitude.item import BUILT_IN, Item
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.journal.store import JournalStore
from attach_desktop.ui.tabs import TABS
from attach_desktop.vault.vault import Vault
from tests.support import NOW, ZONE
from tests.ui.hands import CTRL, focus_name, press, settle, tab_to, write
from tests.ui.windows import NARROW, Windows

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(params=[0, 3, 2000])
def number(request: pytest.FixtureRequest, vault: Vault) -> int:
    """So many items of gratitude, the newest a month old."""
    many: int = request.param
    store = GratitudeStore(vault)
    with store.together():
        for at in range(many):
            moment = Moment.from_datetime(NOW - timedelta(days=40, hours=at), ZONE)
            store.add(Item(at=moment, text=f"thing {at}", list=BUILT_IN[at % 5]))
    return many


def test_from_the_mood_to_a_line_of_gratitude(windows: Windows, vault: Vault, number: int) -> None:
    window = windows(vault, NARROW, TABS, "today")
    write("24")
    press(Qt.Key.Key_Return)
    assert JournalStore(vault).count() == 1
    tab_to("One thing to be grateful for")
    write("warm tea\n")
    assert GratitudeStore(vault).newest(1)[0].value.text == "warm tea"
    assert window.status.text().startswith("Saved")


def test_gratitude_is_written_moved_found_and_deleted(windows: Windows, vault: Vault, number: int) -> None:
    store = GratitudeStore(vault)
    window = windows(vault, NARROW, TABS, "today")
    press(Qt.Key.Key_4, CTRL)
    settle()
    assert focus_name().startswith("Something for the list ")
    tab_to("Something for the list Anything", 200)
    write("first by key\nsecond by key\nthird by key\n")
    settle()
    tab_to("second by key")
    press(Qt.Key.Key_Up, ALT)
    settle()
    assert [one.value.text for one in store.in_order("anything", 3)] == [
        "second by key", "third by key", "first by key",
    ]  # fmt: skip
    assert focus_name().startswith("second by key")
    press(Qt.Key.Key_E)
    tab_to("Why it mattered")
    write("It was mine")
    press(Qt.Key.Key_Return, CTRL)
    settle()
    assert store.in_order("anything", 1)[0].value.why == "It was mine"
    assert focus_name().startswith("second by key")
    press(Qt.Key.Key_F, CTRL)
    write("third key")
    press(Qt.Key.Key_Down)
    assert focus_name() == "Items by day"
    press(Qt.Key.Key_Delete)
    assert store.count() == number + 2
    press(Qt.Key.Key_Z, CTRL)
    assert store.count() == number + 3
    press(Qt.Key.Key_Escape)
    settle()
    assert focus_name() == "Search the lists"
    assert window.page("gratitude") is not None


def test_a_sentence_is_rated_practised_written_and_found(windows: Windows, vault: Vault, number: int) -> None:
    store = AffirmationStore(vault)
    windows(vault, NARROW, TABS, "affirmations")
    today = store.today()
    assert today is not None
    write("7")
    settle()
    rated = store.card(today.id)
    assert rated is not None
    assert rated.belief == 7
    tab_to("better")
    press(Qt.Key.Key_Space)
    settle()
    assert len(list(store.practices.each())) == 1
    tab_to("All sentences", back=True)
    press(Qt.Key.Key_Space)
    tab_to("A sentence of my own")
    write("I can let the kettle boil.\n")
    settle()
    tab_to("Search sentences", back=True)
    write("kettle")
    tab_to("Sentences")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_F)
    assert [card.text for card in store.cards() if card.favourite] == ["I can let the kettle boil."]


def test_what_matters_is_written_by_keyboard(windows: Windows, vault: Vault) -> None:
    windows(vault, NARROW, TABS, "affirmations")
    tab_to("What matters to me")
    press(Qt.Key.Key_Space)
    tab_to("What matters to you")
    write("Having time")
    tab_to("Keep")
    press(Qt.Key.Key_Space)
    assert [one.value.value for one in ValuesStore(vault).each()] == ["Having time"]
