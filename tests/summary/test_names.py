from __future__ import annotations

import pytest

from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.journal.library import Library
from attach_desktop.summary.names import Names
from attach_desktop.vault.vault import Vault
from tests.summary.made import add, moment, take
from tests.support import FixedClock


def test_everybody_known_anywhere_has_a_letter_by_when_they_came_first(vault: Vault, clock: FixedClock) -> None:
    Library(vault).keep_person("Today", "friend")
    GratitudeStore(vault).add(Item(at=moment(20), text="x", people=("Thanked",)))
    add(vault, 40, people=("Written",))
    take(vault, 30, alias="Thought of")
    GratitudeStore(vault).lists.hide_person("Put away")
    names = Names(vault, hidden=True)
    people = ("Written", "Thought of", "Thanked", "Today", "Put away")
    assert [names.person(alias) for alias in people] == ["A", "B", "C", "D", "E"]
    assert names.text("Today Thanked wrote; thought of nobody.") == "D C wrote; B nobody."


def test_with_names_a_text_stays_as_it_is(vault: Vault) -> None:
    add(vault, people=("Kim",))
    names = Names(vault, hidden=False)
    assert names.text("Kim came.") == names.label("Kim came.") == "Kim came."
    assert names.person("Kim") == "Kim"


def test_somebody_nobody_knows_stays(vault: Vault) -> None:
    add(vault, people=("Kim",))
    assert Names(vault, hidden=True).person("Kimberly") == "Kimberly"


@pytest.mark.parametrize("offered", ["A kind word", "What would you like to try next?", "Myself", "shy"])
def test_what_the_program_offers_names_nobody(vault: Vault, offered: str) -> None:
    add(vault, people=("kind", "try", "myself", "shy"))
    names = Names(vault, hidden=True)
    assert names.label(offered) == offered
    assert names.text(offered) != offered


@pytest.mark.parametrize("hidden", [True, False])
def test_nothing_typed_reorders_what_follows_it(vault: Vault, hidden: bool) -> None:
    names = Names(vault, hidden=hidden)
    for shown in (names.text, names.label, names.person):
        assert shown("\u202eover") == "\u202eover\u202c"
