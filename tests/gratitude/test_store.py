"""Items in the vault: kept, found, moved without getting lost, and brought back without what is hidden."""

from __future__ import annotations

import io
import shutil
import tempfile
import time as stopwatch
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attach_desktop.changes import Changes
from attach_desktop.clock import Moment, day_of
from attach_desktop.errors import InputRefusedError
from attach_desktop.gratitude import rules
from attach_desktop.gratitude.item import BUILT_IN, PARTNER, Item
from attach_desktop.gratitude.made_up import fill
from attach_desktop.gratitude.order import rank_at
from attach_desktop.gratitude.store import GratitudeStore, rank_of
from attach_desktop.interchange.incoming import take_in
from attach_desktop.interchange.json_format import export_json, read_json
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.vault import Vault
from tests.gratitude.items import item, item_on, items
from tests.support import NOW, ZONE, FixedClock, Vaults

TODAY = NOW.date()


@pytest.fixture
def store(vault: Vault) -> GratitudeStore:
    return GratitudeStore(vault)


@pytest.fixture(scope="module")
def shared() -> Iterator[GratitudeStore]:
    """Lists that many examples fill anew; making a vault for each would take most of the time."""
    folder = Path(tempfile.mkdtemp())
    vault = Vault.open(folder / "attach.vault", FixedClock(), Changes())
    yield GratitudeStore(vault)
    vault.close()
    shutil.rmtree(folder)


def texts(store: GratitudeStore, key: str = "anything", limit: int = 200) -> list[str]:
    return [record.value.text for record in store.in_order(key, limit)]


def empty(store: GratitudeStore) -> None:
    store.bin([record.id for record in store.each()])
    store.empty_bin()


# -- keeping -----------------------------------------------------------------------------------------------------------


@settings(deadline=None, max_examples=50)
@given(items)
def test_an_item_comes_back_as_it_was_kept(shared: GratitudeStore, one: Item) -> None:
    kept = shared.add(one)
    found = shared.get(kept.id)
    assert found is not None
    assert found.value == one
    assert kept.id in [record.id for record in shared.in_order(one.list, -1)]


def test_deleting_is_undone_and_editing_keeps_what_was_there(store: GratitudeStore) -> None:
    kept = store.add(item("tea", why="warm"))
    store.change(kept.id, replace(kept.value, text="coffee"))
    assert [value.text for _, value in store.former(kept.id)] == ["tea"]
    token = store.bin([kept.id])
    assert texts(store) == []
    store.restore(token)
    assert texts(store) == ["coffee"]


def test_items_are_found_by_words_days_people_and_list(store: GratitudeStore) -> None:
    tea = store.add(item("Tea on the roof", 3, why="early sun", people=("美咲",), list="myself"))
    walk = store.add(item("A walk", 1, people=("Noa",)))
    for wanted, expected in (
        (Filter(), [walk, tea]),
        (Filter(query="roo sun"), [tea]),
        (Filter(query="美"), [tea]),
        (Filter(words=(("people", "noa"),)), [walk]),
        (Filter(words=(("list", "myself"), ("people", "美咲"))), [tea]),
        (Filter(query="walk", words=(("list", "myself"),)), []),
        (Filter(begin=TODAY - timedelta(days=1)), [walk]),
    ):
        assert store.find(wanted, 9) == expected
    assert [(found.day, found.count) for found in store.days(Filter())] == [
        (TODAY - timedelta(days=1), 1),
        (TODAY - timedelta(days=3), 1),
    ]


def test_the_last_use_of_each_list_is_the_persons_day(store: GratitudeStore) -> None:
    store.add(item("tea", 5))
    night = datetime(2026, 11, 7, 1, 30, tzinfo=NOW.tzinfo)
    store.add(item("stars", at=Moment.from_datetime(night, ZONE)))
    store.add(item("mine", at=Moment.on(date(2026, 10, 1)), list="myself"))
    store.bin([store.add(item("gone", list="memories")).id])
    assert store.last_used() == {"anything": date(2026, 11, 6), "myself": date(2026, 10, 1)}
    store.vault.settings.set("day-start", "00:00")
    assert store.last_used()["anything"] == date(2026, 11, 7)


# -- order -------------------------------------------------------------------------------------------------------------


def test_unmoved_items_stand_newest_first(store: GratitudeStore) -> None:
    for text, days in (("old", 9), ("new", 0), ("middle", 4)):
        store.add(item(text, days))
    for text in ("first", "second", "third"):
        store.add(item_on(text, 6))
    assert texts(store) == ["new", "middle", "third", "second", "first", "old"]
    assert texts(store, limit=2) == ["new", "middle"]
    assert texts(store, limit=0) == []
    assert texts(store, "myself") == []


def test_an_item_is_moved_and_stays_there_after_a_restart(store: GratitudeStore, vault_factory: Vaults) -> None:
    for text, days in (("c", 3), ("b", 2), ("a", 1)):
        store.add(item(text, days))
    a, b, c = store.in_order("anything")
    store.move(c.id, "anything", a, b)
    assert texts(GratitudeStore(vault_factory())) == ["a", "c", "b"]
    store.move(b.id, "anything", None, a)
    assert texts(store) == ["b", "a", "c"]
    store.move(b.id, "anything", c, None)
    assert texts(GratitudeStore(vault_factory())) == ["a", "c", "b"]


def test_what_is_added_later_stands_above_what_was_moved_to_the_top(store: GratitudeStore, clock: FixedClock) -> None:
    old = store.add(item("old", 400))
    new = store.add(item("new"))
    store.move(old.id, "anything", None, new)
    later = clock.advance(timedelta(seconds=1))
    store.add(item("later", at=Moment.from_datetime(later, ZONE)))
    assert texts(store) == ["later", "old", "new"]


def test_an_item_is_moved_to_another_list(store: GratitudeStore) -> None:
    for text in ("a", "b"):
        store.add(item_on(text, 3, list="myself"))
    other = store.add(item("x", 1))
    b, a = store.in_order("myself")
    assert store.move(other.id, "myself", b, a).value.list == "myself"
    assert (texts(store, "myself"), texts(store)) == (["b", "x", "a"], [])
    back = store.move(other.id, "memories", None, None)
    assert (back.value.list, back.value.order) == ("memories", "")


def test_items_of_one_second_can_be_put_between_each_other(store: GratitudeStore) -> None:
    for number in range(6):
        store.add(item_on(str(number), 3))
    older, newer = store.add(item_on("older", 4)), store.add(item_on("newer", 2))
    *_, first = [record for record in store.in_order("anything") if record not in (older, newer)]
    upper, lower = store.in_order("anything")[3:5]
    assert (upper.value.text, lower.value.text) == ("3", "2")
    store.move(first.id, "anything", upper, lower)
    assert texts(store) == ["newer", "5", "4", "3", "0", "2", "1", "older"]
    untouched = [record.value.text for record in store.each() if not record.value.order]
    assert untouched == ["older", "1", "2", "newer"], "no more is written than has to be"


def test_neighbours_that_have_come_apart_or_gone_do_no_harm(store: GratitudeStore) -> None:
    for number in range(5):
        store.add(item(str(number), 9 - number))
    four, three, two, one, zero = store.in_order("anything")
    store.move(two.id, "anything", one, four)
    assert texts(store) == ["4", "3", "1", "2", "0"]
    store.bin([three.id])
    store.move(zero.id, "anything", three, one)
    assert texts(store) == ["4", "0", "1", "2"]
    store.move(one.id, "myself", None, None)
    for record, above in ((four, one), (zero, zero)):
        # With nobody left beside it, an item stands by its moment.
        assert store.move(record.id, "anything", above, None).value.order == ""
    assert texts(store) == ["4", "2", "0"]
    with pytest.raises(InputRefusedError):
        store.move(three.id, "anything", None, None)


def test_moving_to_and_fro_for_hours_never_runs_out_of_room(store: GratitudeStore) -> None:
    with store.together():
        for text in ("bottom", "a", "b", "top"):
            store.add(item_on(text, 3))
        for _ in range(120):
            top, upper, lower, bottom = store.in_order("anything")
            store.move(lower.id, "anything", top, upper)
            assert [record.id for record in store.in_order("anything")] == [top.id, lower.id, upper.id, bottom.id]
            assert len(rank_of(lower)) < 100
    assert max(len(rank_of(record)) for record in store.each()) < 100


def test_where_ranks_have_grown_long_those_above_make_room(store: GratitudeStore) -> None:
    high, low = (f"abcdefghij{'h' * 100}{last}" for last in "dc")
    for text, order in (("top", ""), ("high", high), ("low", low)):
        store.add(item(text, order=order))
    moved = store.add(item("moved", 9))
    *_, upper, lower = store.in_order("anything")
    assert len(store.move(moved.id, "anything", upper, lower).value.order) < 30
    assert texts(store) == ["top", "high", "moved", "low"]


_moves = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=12)


@settings(deadline=None, max_examples=80)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=8), _moves, st.booleans())
def test_a_moved_item_stands_where_it_was_put_and_no_other_moves(
    shared: GratitudeStore, days: list[int], moves: list[tuple[int, int]], dated: bool
) -> None:
    make = item_on if dated else item
    with shared.together():
        empty(shared)
        for number, day in enumerate(days):
            shared.add(make(str(number), day))
        order = texts(shared)
        for which, where in moves:
            text = order[which % len(order)]
            records = {record.value.text: record for record in shared.in_order("anything")}
            order.remove(text)
            at = where % (len(order) + 1)
            above = records[order[at - 1]] if at else None
            below = records[order[at]] if at < len(order) else None
            order.insert(at, text)
            shared.move(records[text].id, "anything", above, below)
            assert texts(shared) == order
            gone = order[where % len(order)]
            shared.restore(shared.bin([records[gone].id]))
            assert texts(shared)[:2] == texts(shared, limit=2)
            assert [one for one in texts(shared) if one != gone] == [one for one in order if one != gone]
            order = texts(shared)


def test_the_order_survives_an_export_and_an_import(store: GratitudeStore, vault_factory: Vaults) -> None:
    for number in range(8):
        store.add(item_on(str(number), 3 + number // 4))
    records = store.in_order("anything")
    store.move(records[6].id, "anything", records[1], records[2])
    store.move(records[0].id, "anything", records[4], records[5])
    store.bin([records[3].id])
    out = io.StringIO()
    export_json(store.vault, out)
    file = store.vault.path.with_name("all.json")
    file.write_text(out.getvalue(), "utf-8")
    other = GratitudeStore(vault_factory("other.vault"))
    take_in(other.vault, read_json(file, other.vault.clock))
    assert texts(other) == texts(store)


def test_the_first_of_a_list_are_the_first_even_where_many_were_moved(store: GratitudeStore) -> None:
    with store.together():
        for number in range(30):
            store.add(item(str(number), 40 - number))
        records = store.in_order("anything", -1)
        # The newest go to the bottom, the oldest to the top.
        for record in records[:10]:
            store.move(record.id, "anything", store.in_order("anything", -1)[-1], None)
        store.move(records[-1].id, "anything", None, store.in_order("anything", 1)[0])
    whole = texts(store, limit=-1)
    assert whole[:3] == ["0", "19", "18"]
    assert all(texts(store, limit=limit) == whole[:limit] for limit in (1, 5, 12, 40))


# -- remember ----------------------------------------------------------------------------------------------------------


def test_an_old_item_comes_back_on_its_day(store: GratitudeStore) -> None:
    assert store.remember(TODAY) is None
    week = store.add(item("week", 7))
    month = store.add(item("month", at=Moment.on(date(2026, 10, 8))))
    year = store.add(item("year", at=Moment.on(date(2025, 11, 8))))
    chance = store.add(item("chance", 200))
    store.add(item("too new", 2))
    found = [store.remember(TODAY, skip) for skip in range(5)]
    assert [(memory.record, memory.span) for memory in found if memory] == [
        (year, "year"),
        (month, "month"),
        (week, "week"),
        (chance, "chance"),
        (year, "year"),
    ]


def test_the_night_belongs_to_the_day_before(store: GratitudeStore) -> None:
    night = datetime.combine(TODAY - timedelta(days=6), time(1, 30), tzinfo=NOW.tzinfo)
    kept = store.add(item("stars", at=Moment.from_datetime(night, ZONE)))
    memory = store.remember(TODAY)
    assert memory is not None
    assert (memory.record, memory.span) == (kept, "week")
    store.vault.settings.set("day-start", "00:00")
    assert store.remember(TODAY) is None


def test_nothing_of_the_partners_list_comes_back_while_partner_prompts_are_off(store: GratitudeStore) -> None:
    store.add(item("soup", 7, list=PARTNER))
    assert store.remember(TODAY) is not None
    store.lists.choose_partner_prompts(on=False)
    assert store.remember(TODAY) is None
    assert len(store.in_order(PARTNER)) == 1


_people = st.sampled_from(["Noa", "J.", "美咲", "Ida"])
_old = st.builds(
    lambda days, key, people: item("old", days, list=key, people=tuple(people)),
    st.sampled_from([0, 7, 31, 40, 365, 400]),
    st.sampled_from([*BUILT_IN, "garden"]),
    st.lists(_people, max_size=2),
)


@settings(deadline=None, max_examples=80)
@given(
    st.lists(_old, max_size=8),
    st.sets(st.sampled_from([*BUILT_IN, "garden"])),
    st.sets(_people),
    st.booleans(),
    st.dates(TODAY - timedelta(days=3), TODAY + timedelta(days=3)),
)
def test_hidden_lists_and_people_never_come_back_and_everything_else_does(
    shared: GratitudeStore, kept: list[Item], lists: set[str], people: set[str], partner: bool, today: date
) -> None:
    with shared.together():
        empty(shared)
        shared.add(item("now", list="garden"))
        records = [shared.add(one) for one in kept]
        for key in (*BUILT_IN, "garden"):
            shared.lists.hide(key, hidden=key in lists)
        for alias in ("Noa", "J.", "美咲", "Ida"):
            shared.lists.hide_person(alias.lower(), hidden=alias in people)
        shared.lists.choose_partner_prompts(on=partner)
    found = [shared.remember(today, skip) for skip in range(len(kept) + 1)]
    able = [
        record
        for record in records
        if record.value.list not in lists
        and not people & set(record.value.people)
        and (partner or record.value.list != PARTNER)
        and rules.remember([(1, day_of(record.value.at.wall))], today)
    ]
    assert {memory.record.id for memory in found if memory} == {record.id for record in able}


# -- much of it --------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_ten_thousand_items_are_shown_and_remembered_at_once(store: GratitudeStore) -> None:
    assert fill(store.vault, 10_000, 90, 7, NOW)["gratitude"] == 10_000
    begin = stopwatch.perf_counter()
    for heading in store.lists.headings():
        assert len(store.in_order(heading.key)) == 200
    assert store.remember(TODAY) is not None
    assert len(store.last_used()) == 7
    # Generous, because machines are shared: reading all of them would take several times as long.
    assert stopwatch.perf_counter() - begin < 0.5


def test_rank_of_an_item_is_where_it_was_moved_or_when_it_was() -> None:
    one = Stored("id", item("tea"), NOW, NOW)
    assert rank_of(one) == rank_at(one.value.at.wall)
    assert rank_of(replace(one, value=replace(one.value, order="abcdefghijk"))) == "abcdefghijk"
