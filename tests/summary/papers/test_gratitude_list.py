"""Things to be grateful for on paper."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from attach_desktop.clock import Moment
from attach_desktop.days import Days
from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.summary.papers.gratitude_list import gratitude_list, gratitude_note, items_by_day
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.vault import Vault
from tests.summary.papers.reading import texts
from tests.support import NOW, ZONE

DAYS = Days()


@pytest.fixture
def store(vault: Vault) -> GratitudeStore:
    return GratitudeStore(vault)


def thing(text: str, days_ago: int = 0, **fields: Any) -> Item:
    at = Moment.from_datetime(NOW - timedelta(days=days_ago), ZONE)
    return Item(at=at, text=text, **{"list": "myself", **fields})


def test_a_list_keeps_its_order_and_says_why_with_whom_and_when(store: GratitudeStore) -> None:
    tea = store.add(thing("Tea", 3))
    store.add(thing("You waited", why="It was raining", people=("Kim", "Lee")))
    store.add(thing("Sun", list="anything"))
    above = store.beside(tea, -1)
    assert above is not None
    store.move(tea.id, "myself", *above)
    assert texts(gratitude_list(store.vault, "myself", DAYS)) == [
        "Myself",
        "2 items",
        "5 November 2026",
        "Tea",
        "8 November 2026",
        "You waited\nIt was raining\nWith Kim, Lee",
    ]


def test_what_is_on_show_is_by_day_and_says_in_which_list_it_stands(store: GratitudeStore) -> None:
    for item in (thing("Tea"), thing("Rain", 1), thing("Snow", 2), thing("Sun", list="anything")):
        store.add(item)
    wanted = Filter(begin=NOW.date() - timedelta(days=1))
    assert texts(items_by_day(store.vault, wanted, DAYS)) == [
        "Things to be grateful for",
        "3 items",
        "Sunday, 8 November 2026",
        "Anything",
        "Sun",
        "Myself",
        "Tea",
        "Saturday, 7 November 2026",
        "Myself",
        "Rain",
    ]


def test_an_empty_list_says_so_kindly(vault: Vault) -> None:
    name, said = texts(gratitude_list(vault, "myself", DAYS))
    assert name == "Myself"
    assert "yet" in said


def test_one_item_is_one(store: GratitudeStore) -> None:
    store.add(thing("Tea"))
    assert gratitude_list(store.vault, "myself", DAYS).about == "1 item"


def test_a_late_night_belongs_to_the_day_it_counts_to(store: GratitudeStore) -> None:
    store.add(Item(at=Moment.from_datetime(NOW.replace(hour=1), ZONE), text="Moon"))
    assert "Saturday, 7 November 2026" in texts(items_by_day(store.vault, Filter(), DAYS))


def test_a_note_says_to_whom_what_and_why() -> None:
    item = thing("You waited for me", people=("Kim",), why="It was raining")
    assert texts(gratitude_note(item)) == [
        "Kim, this is something I am grateful for:",
        "You waited for me",
        "Why it means something to me: It was raining",
    ]


def test_a_note_says_neither_the_day_nor_the_list() -> None:
    document = gratitude_note(thing("warm tea", list="partner"))
    everything = " ".join((*texts(document), document.header))
    assert "2026" not in everything
    assert "artner" not in everything
