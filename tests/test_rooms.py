from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from attach_desktop import demo
from attach_desktop.clock import Moment
from attach_desktop.errors import UsageError
from attach_desktop.gratitude.item import GRATITUDE, GRATITUDE_LISTS, Item, ItemList
from attach_desktop.gratitude.lists import Lists
from attach_desktop.rooms import KINDS, AllRecords, kind_named, names_of_keys, title_of, words_of
from attach_desktop.vault.vault import Vault
from tests.support import NOW, ZONE, FixedClock

AT = Moment.from_datetime(NOW, ZONE)


def test_no_two_kinds_share_a_name_or_a_number() -> None:
    assert len({kind.name for kind in KINDS}) == len({kind.number for kind in KINDS}) == len(KINDS)
    assert all(0 <= kind.number < 64 for kind in KINDS)


def test_a_kind_is_found_by_the_name_of_its_list() -> None:
    assert [kind_named(kind.name) for kind in KINDS] == list(KINDS)


def test_a_list_that_does_not_exist_is_refused() -> None:
    with pytest.raises(UsageError) as caught:
        kind_named("diary")
    assert caught.value.key == "no-such-list"
    assert "journal" in str(caught.value.details["names"])


def test_keys_are_called_what_people_call_them(vault: Vault) -> None:
    lists = Lists(vault)
    lists.rename("partner", "Noa")
    lists.hide("anything")
    lists.add("Garden")
    names = names_of_keys(vault)
    assert names["list"] == names["key"]
    assert names["form"]["weekly"] == "A look at my week"
    assert [names["list"][key] for key in ("partner", "anything", "garden")] == ["Noa", "Anything", "Garden"]


def test_every_kind_has_a_title_in_words() -> None:
    assert len({title_of(kind.name) for kind in KINDS}) == len(KINDS)
    assert title_of("gratitude_lists") == "Gratitude lists"
    assert title_of("a_kind_without_one") == "A kind without one"


def test_records_of_every_kind_go_into_one_bin_and_come_back(vault: Vault, clock: FixedClock) -> None:
    demo.fill(vault, 400, 1, 3, NOW)
    records = AllRecords(vault)
    first = {store.kind.name: store.newest(1)[0].id for store in records.stores}
    told: list[str] = []
    for name in first:
        vault.changes.subscribe(name, lambda name=name: told.append(name))  # type: ignore[misc]
    for record_id in first.values():
        clock.advance(timedelta(minutes=1))
        assert records.bin([record_id, "nothing of this id"]) == 1
    assert [kind.name for kind, _ in records.binned()] == list(reversed(first))
    assert records.restore([first["journal"], first["reminders"]]) == 2
    assert [kind.name for kind, _ in records.binned()] == [
        name for name in reversed(first) if name not in ("journal", "reminders")
    ]
    assert sorted(told) == sorted([*first, "journal", "reminders"])
    assert records.empty_bin() == len(first) - 2
    assert records.binned() == []
    assert records.restore(first.values()) == 0


def test_a_record_says_its_own_words_or_which_it_is() -> None:
    assert words_of(GRATITUDE, Item(at=AT, text="warm\ntea", why="cold"), {}) == "warm tea – cold"
    hidden = ItemList(noted=AT, key="myself", hidden=True)
    assert words_of(GRATITUDE_LISTS, hidden, {"key": {"myself": "Myself"}}) == "Myself"
    assert words_of(GRATITUDE_LISTS, hidden, {}) == "myself"
    wordless = replace(GRATITUDE, texts=lambda _: [], to_json=lambda _: {"at": "2026-11-08", "list": "myself"})
    assert words_of(wordless, Item(at=AT, text="x"), {}) == ""
