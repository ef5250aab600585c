"""Things to be grateful for on paper."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from attach_desktop.clock import Moment
from attach_desktop.days import Days
from attach_desktop.gratitude.item import Item
from attach_desktop.summary.papers.gratitude_list import gratitude_list, gratitude_note, items_by_day
from attach_desktop.vault.kind import Stored
from tests.summary.papers.reading import texts
from tests.support import NOW, ZONE

DAYS = Days()


def thing(text: str, days_ago: int = 0, **fields: Any) -> Stored[Item]:
    at = Moment.from_datetime(NOW - timedelta(days=days_ago), ZONE)
    return Stored(text, Item(at=at, text=text, **fields), NOW, NOW)


def test_a_list_keeps_its_order_and_says_why_with_whom_and_when() -> None:
    records = [thing("Tea", 3), thing("You waited", why="It was raining", people=("Kim", "Lee"))]
    document = gratitude_list("Myself", records, lambda item: item.at.day, DAYS)
    assert texts(document) == [
        "Myself",
        "2 items",
        "Tea",
        "5 November 2026",
        "You waited",
        "It was raining",
        "With Kim, Lee · 8 November 2026",
    ]


def test_what_is_on_show_is_by_day_and_says_in_which_list_it_stands() -> None:
    records = [thing("Tea", list="myself"), thing("Sun"), thing("Rain", 1)]
    document = items_by_day(records, {"myself": "Me", "anything": "All"}.__getitem__, lambda item: item.at.day, DAYS)
    assert texts(document) == [
        "Things to be grateful for",
        "3 items",
        "Sunday, 8 November 2026",
        "Tea",
        "Me",
        "Sun",
        "All",
        "Saturday, 7 November 2026",
        "Rain",
        "All",
    ]


def test_an_empty_list_says_so_kindly() -> None:
    name, said = texts(gratitude_list("Myself", [], lambda item: item.at.day, DAYS))
    assert name == "Myself"
    assert "yet" in said


def test_one_item_is_one() -> None:
    assert gratitude_list("Myself", [thing("Tea")], lambda item: item.at.day, DAYS).about == "1 item"


def test_a_late_night_belongs_to_the_day_it_counts_to() -> None:
    document = items_by_day([thing("Moon")], lambda key: key, lambda item: item.at.day - timedelta(days=1), DAYS)
    assert "Saturday, 7 November 2026" in texts(document)


def test_a_note_says_to_whom_what_and_why() -> None:
    item = thing("You waited for me", people=("Kim",), why="It was raining").value
    assert texts(gratitude_note(item)) == [
        "Kim, this is something I am grateful for:",
        "You waited for me",
        "Why it means something to me: It was raining",
    ]


def test_a_note_says_neither_the_day_nor_the_list() -> None:
    document = gratitude_note(thing("warm tea", list="partner").value)
    everything = " ".join((*texts(document), document.header))
    assert "2026" not in everything
    assert "artner" not in everything
