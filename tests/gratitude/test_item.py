"""An item and a list cannot hold what cannot be, and come back from their JSON as they went."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError
from typing import Any

import pytest
from hypothesis import given, settings

from attach_desktop.clock import Moment
from attach_desktop.errors import FaultsError
from attach_desktop.gratitude.item import BUILT_IN, GRATITUDE, GRATITUDE_LISTS, MAX_POSITION, MAX_TEXT, Item, ItemList
from attach_desktop.gratitude.order import rank_at
from attach_desktop.vault.reading import MAX_WORD
from tests.gratitude.items import item, item_lists, items
from tests.support import NOW, ZONE

AT = Moment.from_datetime(NOW, ZONE)


def _faults(make: type[Item] | type[ItemList], **given: Any) -> list[tuple[str, str]]:
    usual = {"at": AT, "text": "tea"} if make is Item else {"noted": AT, "key": "garden", "name": "Garden"}
    with pytest.raises(FaultsError) as caught:
        make(**{**usual, **given})
    return [(found.field, found.key) for found in caught.value.faults]


def test_a_text_is_all_it_takes() -> None:
    one = Item(at=AT, text="tea")
    assert (one.list, one.why, one.people, one.order) == ("anything", "", (), "")
    with pytest.raises(FrozenInstanceError):
        one.text = "coffee"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"text": ""}, ("text", "missing")),
        ({"text": " \n "}, ("text", "blank")),
        ({"text": "x" * 20_000}, ("text", "too-long")),
        ({"text": "x" * (MAX_TEXT + 1)}, ("text", "too-long")),
        ({"text": "a\0"}, ("text", "nul")),
        ({"text": "a\ud800"}, ("text", "lone-surrogate")),
        ({"why": "x" * (MAX_TEXT + 1)}, ("why", "too-long")),
        ({"why": "a\0"}, ("why", "nul")),
        ({"list": ""}, ("list", "missing")),
        ({"list": "Myself"}, ("list", "not-a-short-name")),
        ({"list": "my list"}, ("list", "not-a-short-name")),
        ({"list": "a" * 65}, ("list", "not-a-short-name")),
        ({"people": ("Noa", " ")}, ("people", "blank-word")),
        ({"people": ("x" * (MAX_WORD + 1),)}, ("people", "too-long")),
        ({"people": tuple(map(str, range(101)))}, ("people", "too-many")),
        ({"order": "12"}, ("order", "not-a-rank")),
    ],
)
def test_what_an_item_cannot_be(given: dict[str, Any], fault: tuple[str, str]) -> None:
    assert _faults(Item, **given) == [fault]


def test_the_longest_text_is_kept() -> None:
    assert Item(at=AT, text="😀" * MAX_TEXT, why="x" * MAX_TEXT).text == "😀" * MAX_TEXT


def test_every_fault_is_named_not_just_the_first() -> None:
    assert _faults(Item, text="", why="\0", list="?", people=("",), order="x") == [
        ("why", "nul"),
        ("text", "missing"),
        ("list", "not-a-short-name"),
        ("people", "blank-word"),
        ("order", "not-a-rank"),
    ]


def test_people_are_kept_once_as_they_were_first_written() -> None:
    assert item(people=(" Noa", "Ida", "NOA ")).people == ("Noa", "Ida")


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"key": ""}, ("key", "missing")),
        ({"key": "Garden"}, ("key", "not-a-short-name")),
        ({"name": ""}, ("name", "missing")),
        ({"name": "  "}, ("name", "missing")),
        ({"name": "x" * (MAX_WORD + 1)}, ("name", "too-long")),
        ({"name": "a\0"}, ("name", "nul")),
        ({"position": -1}, ("position", "out-of-range")),
        ({"position": MAX_POSITION + 1}, ("position", "out-of-range")),
        ({"position": True}, ("position", "not-a-whole-number")),
    ],
)
def test_what_a_list_cannot_be(given: dict[str, Any], fault: tuple[str, str]) -> None:
    assert _faults(ItemList, **given) == [fault]


@pytest.mark.parametrize("key", BUILT_IN)
def test_a_built_in_list_needs_no_name(key: str) -> None:
    assert ItemList(noted=AT, key=key).name == ""


# -- JSON --------------------------------------------------------------------------------------------------------------


def test_the_documented_fields_in_their_order() -> None:
    assert list(GRATITUDE.to_json(item())) == ["at", "zone", "text", "why", "list", "people", "order"]
    one = ItemList(noted=AT, key="garden", name="Garden")
    assert list(GRATITUDE_LISTS.to_json(one)) == ["at", "zone", "key", "name", "position", "hidden"]


@settings(deadline=None)
@given(items)
def test_an_item_comes_back_from_its_json_as_it_went(one: Item) -> None:
    assert GRATITUDE.from_json(json.loads(json.dumps(GRATITUDE.to_json(one)))) == one


@settings(deadline=None)
@given(item_lists)
def test_a_list_comes_back_from_its_json_as_it_went(one: ItemList) -> None:
    assert GRATITUDE_LISTS.from_json(json.loads(json.dumps(GRATITUDE_LISTS.to_json(one)))) == one


def test_files_are_written_by_hand_as_well() -> None:
    read = GRATITUDE.from_json({"at": "2026-11-08", "text": "tea", "list": " Myself ", "weather": "rain"})
    assert read == Item(at=Moment.parse("2026-11-08"), text="tea", list="myself")
    assert GRATITUDE.from_json({"at": "2026-11-08", "text": "tea", "list": None, "people": None}).list == "anything"


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        ({}, [("at", "missing"), ("text", "missing")]),
        ({"at": "2026-02-30", "text": "tea"}, [("at", "not-a-moment")]),
        ({"at": "2026-11-08", "text": 3}, [("text", "not-a-text"), ("text", "missing")]),
        ({"at": "2026-11-08", "text": "tea", "people": "Noa"}, [("people", "not-a-list-of-texts")]),
        ({"at": "2026-11-08", "text": "tea", "order": 1.5}, [("order", "not-a-text")]),
        ({"at": "2026-11-08", "text": "tea", "order": "top"}, [("order", "not-a-rank")]),
        ({"text": "x" * 5001, "list": "a b"}, [("at", "missing"), ("text", "too-long"), ("list", "not-a-short-name")]),
    ],
)
def test_what_is_wrong_with_a_json_item(data: dict[str, Any], faults: list[tuple[str, str]]) -> None:
    with pytest.raises(FaultsError) as caught:
        GRATITUDE.from_json(data)
    assert [(found.field, found.key) for found in caught.value.faults] == faults


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        ({}, [("at", "missing"), ("key", "missing"), ("name", "missing")]),
        ({"at": "2026-11-08", "key": "Partner"}, []),
        ({"at": "2026-11-08", "key": "partner", "position": 1.0}, [("position", "not-a-whole-number")]),
        ({"at": "2026-11-08", "key": "partner", "hidden": "no"}, [("hidden", "not-true-or-false")]),
    ],
)
def test_what_is_wrong_with_a_json_list(data: dict[str, Any], faults: list[tuple[str, str]]) -> None:
    if not faults:
        assert GRATITUDE_LISTS.from_json(data).key == "partner"
        return
    with pytest.raises(FaultsError) as caught:
        GRATITUDE_LISTS.from_json(data)
    assert [(found.field, found.key) for found in caught.value.faults] == faults


# -- what can be found -------------------------------------------------------------------------------------------------


def test_text_why_and_people_are_searched() -> None:
    assert list(GRATITUDE.texts(item("tea", why="warm", people=("Noa",)))) == ["tea", "warm", "Noa"]


def test_lists_and_people_are_filtered_by() -> None:
    assert list(GRATITUDE.words(item(list="myself", people=("Noa", "Ida")))) == [
        ("list", "myself"),
        ("people", "Noa"),
        ("people", "Ida"),
    ]
    moved = item(order=rank_at(AT.wall))
    assert ("moved", "anything") in GRATITUDE.words(moved)
