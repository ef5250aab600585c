"""Lists: names, order and visibility as the person wants them; choices that hold for the whole program."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from attach_desktop.clock import Moment
from attach_desktop.errors import FaultsError, InputRefusedError
from attach_desktop.gratitude.item import BUILT_IN, GRATITUDE_LISTS, ItemList
from attach_desktop.gratitude.lists import Heading, Lists, key_of
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.gratitude.items import item
from tests.support import NOW, ZONE, Vaults

NAMES = ["Myself", "My partner", "My relationships", "Shared memories", "Anything"]


@pytest.fixture
def lists(vault: Vault) -> Lists:
    return Lists(vault)


def names(lists: Lists, *, hidden: bool = False) -> list[str]:
    return [heading.name for heading in lists.headings(hidden=hidden)]


def keys(lists: Lists) -> list[str]:
    return [heading.key for heading in lists.headings()]


def faults(error: pytest.ExceptionInfo[FaultsError]) -> list[tuple[str, str]]:
    return [(found.field, found.key) for found in error.value.faults]


def records(lists: Lists) -> list[Stored[ItemList]]:
    return list(lists._store.each())


# -- names -------------------------------------------------------------------------------------------------------------


def test_five_lists_are_there_from_the_start_and_nothing_is_kept_of_them(lists: Lists, vault: Vault) -> None:
    assert keys(lists) == list(BUILT_IN)
    assert names(lists) == NAMES
    assert vault.empty


def test_a_list_of_ones_own_comes_last(lists: Lists, vault_factory: Vaults) -> None:
    garden, choir = lists.add(" Garden "), lists.add("The choir")
    assert garden == Heading("garden", "Garden", hidden=False)
    assert lists.headings()[5:] == [garden, choir]
    assert Lists(vault_factory()).headings() == lists.headings()


@pytest.mark.parametrize("name", ["Garden", "garden ", "ＧＡＲＤＥＮ", "My partner", "anything"])
def test_no_two_lists_have_one_name(lists: Lists, name: str) -> None:
    lists.add("Garden")
    lists.hide("garden")
    with pytest.raises(FaultsError) as error:
        lists.add(name)
    assert faults(error) == [("name", "list-exists")]
    assert len(records(lists)) == 1


@pytest.mark.parametrize(
    ("name", "fault"),
    [("", "missing"), ("  ", "missing"), ("x" * 20_000, "too-long"), ("a\0", "nul"), ("a\ud800", "lone-surrogate")],
)
def test_what_is_no_name_is_refused_and_nothing_is_kept(lists: Lists, vault: Vault, name: str, fault: str) -> None:
    with pytest.raises(FaultsError) as error:
        lists.add(name)
    assert faults(error) == [("name", fault)]
    assert vault.empty


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Garden", "garden"),
        ("The choir, Tuesdays", "the-choir-tuesdays"),
        ("Café Świt", "cafe-swit"),
        ("2026", "2026"),
        ("小さな幸せ", ""),
        ("Łódź", ""),
        ("日本 2024", ""),
        ("!?", ""),
        ("a" * 36, ""),
    ],
)
def test_keys_say_names_where_they_can(lists: Lists, name: str, key: str) -> None:
    assert key_of(name) == key
    made = lists.add(name).key
    assert made == key or (not key and re.fullmatch("[0-9a-f-]{36}", made))


def test_lists_whose_names_make_one_key_stay_apart(lists: Lists) -> None:
    one, other, partner = lists.add("Café"), lists.add("Cafe"), lists.add("Partner")
    assert len({one.key, other.key, partner.key, *BUILT_IN}) == 8
    assert [lists.named(name) for name in ("Café", "Cafe", "Partner")] == [one, other, partner]


def test_a_list_is_found_by_its_name_or_else_its_key(lists: Lists) -> None:
    lists.rename("partner", "Noa")
    lists.rename("memories", "Partner")
    lists.hide("myself")
    assert lists.named("noa ").key == "partner"
    assert lists.named("PARTNER").key == "memories"
    assert lists.named("memories").key == "memories"
    assert lists.named("myself") == Heading("myself", "Myself", hidden=True)


@pytest.mark.parametrize("name", ["garden", "", "My partner", "\ud800", "x" * 20_000])
def test_a_list_that_does_not_exist_is_named_with_those_in_sight(lists: Lists, name: str) -> None:
    lists.rename("partner", "Noa")
    lists.hide("myself")
    with pytest.raises(FaultsError) as error:
        lists.named(name)
    assert faults(error) == [("list", "not-a-choice")]
    choices = dict(error.value.faults[0].details)["choices"]
    assert choices == "Noa, My relationships, Shared memories, Anything"


def test_a_list_is_renamed_and_gets_its_own_name_back(lists: Lists) -> None:
    lists.rename("partner", " Noa ")
    assert names(lists)[1] == "Noa"
    for name in ("", "my partner"):
        lists.rename("partner", name)
        assert names(lists) == NAMES
    assert [record.value.name for record in records(lists)] == [""]


def test_a_list_may_be_written_differently_but_not_like_another(lists: Lists) -> None:
    lists.add("Garden")
    lists.rename("garden", "GARDEN")
    assert names(lists)[-1] == "GARDEN"
    for key, name in (("garden", "Anything"), ("anything", "garden")):
        with pytest.raises(FaultsError) as error:
            lists.rename(key, name)
        assert faults(error) == [("name", "list-exists")]
    with pytest.raises(FaultsError) as error:
        lists.rename("garden", " ")
    assert faults(error) == [("name", "missing")]


def test_a_name_given_away_does_not_come_back(lists: Lists) -> None:
    lists.rename("anything", "Whatever")
    lists.add("Anything")
    with pytest.raises(FaultsError) as error:
        lists.rename("anything", "")
    assert faults(error) == [("name", "list-exists")]
    assert names(lists) == [*NAMES[:4], "Whatever", "Anything"]


@pytest.mark.parametrize("act", ["rename", "hide"])
def test_a_list_that_was_never_there_cannot_be_changed(lists: Lists, vault: Vault, act: str) -> None:
    with pytest.raises(InputRefusedError) as error:
        lists.rename("garden", "Garden") if act == "rename" else lists.hide("garden")
    assert error.value.key == "no-such-record"
    assert vault.empty


# -- order and visibility ----------------------------------------------------------------------------------------------


def test_lists_stand_in_the_persons_order(lists: Lists, vault_factory: Vaults) -> None:
    lists.add("Garden")
    order = ["garden", "anything", "memories", "relationships", "partner", "myself"]
    lists.arrange(order)
    assert keys(Lists(vault_factory())) == order
    lists.add("Later")
    assert keys(lists) == [*order, "later"]


def test_lists_out_of_sight_keep_their_place_while_others_are_arranged(lists: Lists) -> None:
    lists.hide("partner")
    lists.arrange(["anything", "myself", "relationships", "memories"])
    lists.hide("partner", hidden=False)
    assert keys(lists) == ["anything", "partner", "myself", "relationships", "memories"]


def test_arranging_passes_over_what_is_twice_or_not_there_and_keeps_nothing_needless(lists: Lists) -> None:
    lists.arrange(["myself", "gone", "partner", "myself"])
    assert records(lists) == []
    lists.arrange(["gone", "memories", "memories", "partner"])
    assert keys(lists) == ["myself", "memories", "relationships", "partner", "anything"]


def test_a_hidden_list_is_out_of_sight_until_it_is_shown_again(lists: Lists) -> None:
    lists.hide("partner")
    assert names(lists) == [name for name in NAMES if name != "My partner"]
    assert names(lists, hidden=True) == NAMES
    lists.hide("partner", hidden=False)
    assert names(lists) == NAMES


def test_every_change_is_told(vault: Vault) -> None:
    told: list[str] = []
    for topic in ("gratitude", "gratitude_lists", "settings"):
        vault.changes.subscribe(topic, lambda topic=topic: told.append(topic))  # type: ignore[misc]
    lists = Lists(vault)
    lists.add("Garden")
    lists.arrange(["garden", *BUILT_IN])
    lists.choose_rhythm("daily")
    assert told == ["gratitude_lists", "gratitude_lists", "settings"]


# -- what came from elsewhere ------------------------------------------------------------------------------------------


def test_items_of_a_list_nobody_knows_of_are_not_lost(vault: Vault) -> None:
    store = GratitudeStore(vault)
    made = "019a64f0-52c0-7b3e-9f0a-3c5d8e1f2a4b"
    store.add(item(list="garden"))
    store.add(item(list=made))
    assert store.lists.headings()[5:] == [
        Heading(made, "A list without a name", hidden=False),
        Heading("garden", "garden", hidden=False),
    ]
    store.lists.rename(made, "Found")
    store.lists.hide("garden")
    assert names(store.lists)[5:] == ["Found"]
    assert len(store.in_order("garden")) == 1


def test_of_two_records_about_one_list_the_one_changed_last_counts(vault: Vault, lists: Lists) -> None:
    store = RecordStore(vault, GRATITUDE_LISTS)
    noted = Moment.from_datetime(NOW, ZONE)
    for record_id, name, days in (("one", "New", 1), ("two", "Old", 9)):
        value = ItemList(noted=noted, key="partner", name=name)
        store.put(Stored(record_id, value, NOW - timedelta(days=days), NOW - timedelta(days=days)))
    assert names(lists)[1] == "New"
    lists.rename("partner", "Newest")
    assert names(lists)[1] == "Newest"
    assert len(records(lists)) == 2


# -- choices -----------------------------------------------------------------------------------------------------------


def test_once_a_week_unless_the_person_chose_daily(lists: Lists, vault_factory: Vaults) -> None:
    assert str(lists.rhythm) == "weekly"
    lists.choose_rhythm("daily")
    assert Lists(vault_factory()).rhythm == "daily"
    with pytest.raises(FaultsError) as error:
        lists.choose_rhythm("hourly")  # type: ignore[arg-type]
    assert faults(error) == [("rhythm", "not-a-choice")]
    assert str(lists.rhythm) == "daily"


def test_prompts_about_a_partner_are_one_choice(lists: Lists) -> None:
    assert bool(lists.partner_prompts) is True
    assert lists.prompts("partner")
    lists.choose_partner_prompts(on=False)
    assert not lists.partner_prompts
    assert lists.prompts("partner") == []
    assert lists.prompts("relationships")


def test_people_are_hidden_and_shown_again(lists: Lists) -> None:
    assert list(lists.hidden_people) == []
    for alias in ("J.", " Noa", "NOA "):
        lists.hide_person(alias)
    assert list(lists.hidden_people) == ["J.", "NOA"]
    lists.hide_person("j.", hidden=False)
    lists.hide_person("Ida", hidden=False)
    assert list(lists.hidden_people) == ["NOA"]


@pytest.mark.parametrize(("alias", "fault"), [(" ", "blank-word"), ("\ud800", "lone-surrogate"), ("\0", "nul")])
def test_what_is_no_alias_cannot_be_hidden(lists: Lists, alias: str, fault: str) -> None:
    with pytest.raises(FaultsError) as error:
        lists.hide_person(alias)
    assert faults(error) == [("people", fault)]
    assert list(lists.hidden_people) == []


def test_a_prompt_can_be_hidden_and_shown_again(lists: Lists, vault_factory: Vaults) -> None:
    first, second, *rest = lists.prompts("myself")
    for prompt in (first, second, first):
        lists.hide_prompt(prompt)
    assert lists.prompts("myself") == rest
    assert Lists(vault_factory()).hidden_prompts == (second, first)
    lists.hide_prompt(first, hidden=False)
    assert lists.prompts("myself") == [first, *rest]


def test_a_list_of_ones_own_has_the_prompts_for_anything(lists: Lists) -> None:
    assert lists.prompts(lists.add("Garden").key) == lists.prompts("anything")
