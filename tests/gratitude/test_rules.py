"""What is proposed, when, and what comes back: variety, no pressure, nobody led toward a partner."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.gratitude.item import BUILT_IN, PARTNER
from attach_desktop.gratitude.rules import OLD_ENOUGH, PARTNER_LATELY, Rhythm, anniversaries, due, next_list, remember

TODAY = date(2026, 11, 8)
# Close together: a partner is proposed to whoever wrote about one lately.
_days = st.dates(date(2026, 6, 1), date(2026, 11, 8))
_used = st.fixed_dictionaries({}, optional=dict.fromkeys([*BUILT_IN, "garden"], _days)) | st.fixed_dictionaries(
    dict.fromkeys(BUILT_IN, _days)
)


def _ago(days: int) -> date:
    return TODAY - timedelta(days=days)


# -- next --------------------------------------------------------------------------------------------------------------


def test_the_list_that_was_not_used_for_longest_comes_next() -> None:
    used = {"myself": _ago(1), "relationships": _ago(30), "anything": _ago(3)}
    assert next_list(["myself", "anything", "relationships"], used, partner_prompts=True) == "relationships"
    assert next_list(["myself", "memories", "relationships"], used, partner_prompts=True) == "memories"


def test_of_several_the_first_in_the_persons_order_comes_next() -> None:
    assert next_list(["garden", "myself"], {}, partner_prompts=True) == "garden"
    assert next_list(["myself", "garden"], {"garden": TODAY, "myself": TODAY}, partner_prompts=True) == "myself"


def test_without_a_list_nothing_is_proposed() -> None:
    assert next_list([], {"myself": TODAY}, partner_prompts=True) is None
    assert next_list([PARTNER], {}, partner_prompts=True) is None


@given(st.lists(st.sampled_from([*BUILT_IN, "garden"]), unique=True), _used, st.booleans())
def test_only_a_list_in_sight_is_proposed(keys: list[str], used: dict[str, date], partner: bool) -> None:
    chosen = next_list(keys, used, partner_prompts=partner)
    assert chosen in keys or (chosen is None and set(keys) <= {PARTNER})


@given(st.permutations(BUILT_IN), _used)
def test_a_partner_is_never_proposed_to_whoever_has_switched_that_off(keys: list[str], used: dict[str, date]) -> None:
    assert next_list(keys, used, partner_prompts=False) != PARTNER


@given(st.permutations(BUILT_IN), _used)
def test_a_partner_is_never_proposed_to_whoever_has_not_written_about_one(
    keys: list[str], used: dict[str, date]
) -> None:
    used.pop(PARTNER, None)
    assert next_list(keys, used, partner_prompts=True) != PARTNER


def test_switching_it_off_holds_though_the_partners_list_would_be_next() -> None:
    used = dict.fromkeys(BUILT_IN, TODAY) | {PARTNER: _ago(30)}
    assert next_list(BUILT_IN, used, partner_prompts=True) == PARTNER
    assert next_list(BUILT_IN, used, partner_prompts=False) == "myself"


def test_whoever_stops_writing_about_a_partner_is_not_asked_again_and_again() -> None:
    used = dict.fromkeys(BUILT_IN, TODAY) | {PARTNER: TODAY - PARTNER_LATELY}
    assert next_list(BUILT_IN, used, partner_prompts=True) == PARTNER
    used[PARTNER] -= timedelta(days=1)
    assert next_list(BUILT_IN, used, partner_prompts=True) == "myself"


def test_answering_each_proposal_goes_round_all_lists() -> None:
    used: dict[str, date] = {PARTNER: _ago(60)}
    order = []
    for week in range(10):
        chosen = next_list(BUILT_IN, used, partner_prompts=True)
        assert chosen is not None
        order.append(chosen)
        used[chosen] = TODAY + timedelta(weeks=week)
    assert order[:5] == ["myself", "relationships", "memories", "anything", PARTNER]
    assert sorted(order[5:]) == sorted(BUILT_IN)


# -- due ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "rhythm", "expected"),
    [
        (0, "weekly", False),
        (6, "weekly", False),
        (7, "weekly", True),
        (400, "weekly", True),
        (0, "daily", False),
        (1, "daily", True),
        (-3, "weekly", True),
        (-3, "daily", True),
    ],
)
def test_whether_it_is_time(days: int, rhythm: Rhythm, expected: bool) -> None:
    assert due(_ago(days), TODAY, rhythm) is expected


def test_the_first_time_is_any_time() -> None:
    assert due(None, TODAY, "weekly")


# -- remember ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "year", "month", "week"),
    [
        (date(2026, 11, 8), date(2025, 11, 8), date(2026, 10, 8), date(2026, 11, 1)),
        (date(2024, 2, 29), date(2023, 2, 28), date(2024, 1, 29), date(2024, 2, 22)),
        (date(2025, 3, 31), date(2024, 3, 31), date(2025, 2, 28), date(2025, 3, 24)),
        (date(2024, 3, 30), date(2023, 3, 30), date(2024, 2, 29), date(2024, 3, 23)),
        (date(2026, 1, 3), date(2025, 1, 3), date(2025, 12, 3), date(2025, 12, 27)),
    ],
)
def test_the_days_that_come_back(today: date, year: date, month: date, week: date) -> None:
    assert anniversaries(today) == [("year", year), ("month", month), ("week", week)]


@given(st.dates())
def test_days_come_back_as_far_as_the_calendar_reaches(today: date) -> None:
    assert all(day < today for _, day in anniversaries(today))
    assert len(anniversaries(today)) == 3 or today.year == 1


def test_a_year_comes_before_a_month_before_a_week_before_chance() -> None:
    shown = [(1, _ago(7)), (2, date(2026, 10, 8)), (3, date(2025, 11, 8)), (4, _ago(100))]
    chosen = [remember(shown, TODAY, skip) for skip in range(5)]
    assert chosen == [(3, "year"), (2, "month"), (1, "week"), (4, "chance"), (3, "year")]


@pytest.mark.parametrize("days", [-400, -1, 0, 1, 6, 8, 29])
def test_what_is_not_old_enough_does_not_come_back(days: int) -> None:
    assert remember([(1, _ago(days))], TODAY) is None


def test_after_a_month_anything_can_come_back() -> None:
    assert remember([(1, TODAY - OLD_ENOUGH)], TODAY) == (1, "chance")


_shown = st.dictionaries(st.integers(0, 2**62), st.dates(date(2025, 9, 1), date(2026, 12, 1)), max_size=40)


@given(_shown, st.integers(0, 200))
def test_only_what_is_shown_and_old_enough_comes_back(shown: dict[int, date], skip: int) -> None:
    chosen = remember(shown.items(), TODAY, skip)
    spans = {day: span for span, day in anniversaries(TODAY)}
    able = {place: day for place, day in shown.items() if day in spans or TODAY - day >= OLD_ENOUGH}
    if chosen is None:
        assert not able
    else:
        place, span = chosen
        assert span == spans.get(able[place], "chance")


@given(_shown)
def test_asking_for_another_shows_each_once_before_it_begins_again(shown: dict[int, date]) -> None:
    every = [remember(shown.items(), TODAY, skip) for skip in range(len(shown) + 1)]
    seen = list(dict.fromkeys(every))
    assert every == [seen[number % len(seen)] for number in range(len(every))]


@given(_shown, st.data())
def test_the_choice_stays_all_day_whatever_comes_or_goes_beside_it(shown: dict[int, date], data: st.DataObject) -> None:
    chosen = remember(shown.items(), TODAY)
    if chosen is None:
        return
    gone = data.draw(st.sets(st.sampled_from([*shown])))
    left = [(place, day) for place, day in shown.items() if place == chosen[0] or place not in gone]
    assert remember(data.draw(st.permutations(left)), TODAY) == chosen
    assert remember([*left, (2**62 + 1, TODAY)], TODAY) == chosen


def test_another_day_brings_something_else() -> None:
    shown = [(number * 262_144, date(2020, 1, 1)) for number in range(500)]
    chosen = {remember(shown, TODAY + timedelta(days=number)) for number in range(30)}
    assert len(chosen) > 20
