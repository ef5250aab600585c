from __future__ import annotations

from datetime import date, timedelta

from attach_desktop.clock import Moment
from attach_desktop.journal.library import PEOPLE, Person
from attach_desktop.vault.finding import Filter, FindingStore
from attach_desktop.vault.vault import Vault

DAY = date(2026, 3, 1)


def people(vault: Vault) -> FindingStore[Person]:
    """Ten people, a day apart, every second one called Ida."""
    store = FindingStore(vault, PEOPLE)
    for number in range(10):
        alias = f"Ida {number}" if number % 2 else f"Noa {number}"
        store.add(Person(alias=alias, noted=Moment.on(DAY + timedelta(days=number)), role="friend"))
    return store


def test_every_kind_can_be_searched_newest_first(vault: Vault) -> None:
    found = people(vault).find(Filter(query="ida"), 3)
    assert [record.value.alias for record in found] == ["Ida 9", "Ida 7", "Ida 5"]


def test_pages_follow_each_other_without_gap_or_repeat(vault: Vault) -> None:
    store = people(vault)
    first = store.find(Filter(), 4)
    second = store.find(Filter(), 4, first[-1].place)
    third = store.find(Filter(), 4, second[-1].place)
    assert [record.value.alias[-1] for record in (*first, *second, *third)] == list("9876543210")


def test_days_words_and_search_hold_together(vault: Vault) -> None:
    store = people(vault)
    wanted = Filter(query="ida", begin=DAY + timedelta(days=3), end=DAY + timedelta(days=5))
    assert [record.value.alias for record in store.find(wanted, -1)] == ["Ida 5", "Ida 3"]
    assert [record.value.alias for record in store.find(Filter(words=(("name", "noa 4"),)), -1)] == ["Noa 4"]


def test_days_are_counted(vault: Vault) -> None:
    counted = people(vault).days(Filter(query="ida"))
    assert [(day.day, day.count) for day in counted] == [(DAY + timedelta(days=n), 1) for n in (9, 7, 5, 3, 1)]


def test_a_search_for_nothing_sayable_finds_nothing(vault: Vault) -> None:
    assert people(vault).find(Filter(query="…"), 5) == []
    assert not Filter().any
    assert Filter(query="x").any
