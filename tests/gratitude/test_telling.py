"""A note holds what the item says, and to whom; signs that mean something elsewhere stay what they are."""

from __future__ import annotations

import pytest

from attach_desktop.gratitude.telling import tell_them
from tests.gratitude.items import item


def test_a_note_names_those_it_is_for() -> None:
    assert tell_them(item("you kept me a chair", why="I was late", people=("Noa",))) == (
        "Noa, this is something I am grateful for:\n\nyou kept me a chair\n\nWhy it means something to me: I was late"
    )


@pytest.mark.parametrize(
    ("people", "beginning"),
    [
        ((), "This is something"),
        (("Noa",), "Noa, this"),
        (("Noa", "Ida"), "Noa and Ida, this"),
        (("Noa", "Ida", "美咲"), "Noa, Ida and 美咲, this"),
    ],
)
def test_to_whom(people: tuple[str, ...], beginning: str) -> None:
    assert tell_them(item(people=people)).startswith(beginning)


def test_an_item_without_a_why_says_nothing_of_it() -> None:
    assert tell_them(item(" tea \n", why=" ")).endswith(":\n\ntea")


def test_brackets_are_no_blanks() -> None:
    told = tell_them(item("{name} {0}", why="{why}", people=("{x}",)))
    assert "{name} {0}" in told
    assert told.endswith("{why}")
    assert told.startswith("{x}, ")
