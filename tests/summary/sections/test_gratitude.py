from __future__ import annotations

from typing import Any

from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.summary.document import Heading, Items
from attach_desktop.vault.vault import Vault
from tests.summary.made import moment, of, said, summary


def item(vault: Vault, days_ago: int, text: str, **more: Any) -> None:
    GratitudeStore(vault).add(Item(at=moment(days_ago), text=text, **more))


def test_it_stands_list_by_list(vault: Vault) -> None:
    item(vault, 1, "Garlic.", why="It was cold.")
    item(vault, 3, "Slept.", list="myself")
    item(vault, 90, "Long ago.")
    document = summary(vault, "gratitude")
    assert [one.text for one in of(document, Heading)[1:]] == ["Myself", "Anything"]
    assert [one.texts for one in of(document, Items)] == [
        ("5 November 2026: Slept.",),
        ("7 November 2026: Garlic. – It was cold.",),
    ]


def test_what_was_put_out_of_sight_stays_out_of_sight(vault: Vault) -> None:
    item(vault, 1, "Partner thing.", list="partner")
    item(vault, 1, "Hidden thing.", list="memories")
    item(vault, 1, "With somebody.", people=("Kim",))
    item(vault, 1, "Plain thing.")
    away = ("Partner thing.", "Hidden thing.", "With somebody.")
    assert all(text in said(summary(vault, "gratitude")) for text in away)
    lists = GratitudeStore(vault).lists
    lists.choose_partner_prompts(on=False)
    lists.hide("memories")
    lists.hide_person("kim")
    told = said(summary(vault, "gratitude"))
    assert "Plain thing." in told
    assert not any(text in told for text in away)


def test_a_long_one_is_left_out_with_the_notes(vault: Vault) -> None:
    item(vault, 1, "word " * 60)
    item(vault, 1, "Short.", why="Because.")
    [items] = of(summary(vault, "gratitude", notes=False), Items)
    assert items.texts == ("7 November 2026: A longer text, left out.", "7 November 2026: Short.")
