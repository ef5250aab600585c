"""What the window begins with: the tab's sections, the days on show, and which preset or period that is."""

from __future__ import annotations

from datetime import date

import pytest

from attach_desktop.cli.opening import PAGES
from attach_desktop.summary.choices import BUILT_IN, DEFAULT, SECTIONS, Choices, Presets
from attach_desktop.summary.last import PERIODS, SINCE
from attach_desktop.ui.summary.choosing import (
    ON_SHOW,
    Days,
    Start,
    days_of,
    key_of,
    order,
    period_of,
    preset_of,
    start,
)
from attach_desktop.vault.vault import Vault

TODAY = date(2026, 11, 8)
SINCE_DAYS = (date(2026, 11, 2), TODAY)
WEEKS = (date(2026, 10, 26), TODAY)


@pytest.mark.parametrize(
    ("tab", "on_show", "sections", "period", "days"),
    [
        ("today", None, BUILT_IN[DEFAULT].sections, SINCE, SINCE_DAYS),
        ("quiz", None, ("quiz",), SINCE, SINCE_DAYS),
        ("journal", None, ("entries",), SINCE, SINCE_DAYS),
        ("journal", (date(2026, 1, 5), date(2026, 2, 1)), ("entries",), "own", (date(2026, 1, 5), date(2026, 2, 1))),
        ("journal", (date(2026, 2, 1), date(2026, 1, 5)), ("entries",), "own", (date(2026, 1, 5), date(2026, 2, 1))),
        ("insights", WEEKS, ("glance", "mood", "triggers", "helps"), "weeks", WEEKS),
        ("gratitude", None, ("gratitude",), SINCE, SINCE_DAYS),
        ("affirmations", None, ("affirmations",), SINCE, SINCE_DAYS),
        ("checkins", None, ("checkins",), SINCE, SINCE_DAYS),
        ("a tab of a later version", None, BUILT_IN[DEFAULT].sections, SINCE, SINCE_DAYS),
    ],
)
def test_it_begins_with_what_is_on_screen(
    tab: str, on_show: Days | None, sections: tuple[str, ...], period: str, days: Days
) -> None:
    begun = start(tab, on_show, SINCE_DAYS, TODAY)
    assert begun.choices.sections == sections
    assert (begun.period, begun.begin, begun.end) == (period, *days)


@pytest.mark.parametrize("tab", PAGES)
def test_private_entries_are_out_at_first_wherever_one_comes_from(tab: str) -> None:
    assert not start(tab, None, SINCE_DAYS, TODAY).choices.private


def test_the_default_preset_is_taken_as_the_person_has_it() -> None:
    mine = Choices(sections=("quiz",), names=False)
    assert start("today", None, SINCE_DAYS, TODAY, mine) == Start(
        choices=mine, period=SINCE, begin=SINCE_DAYS[0], end=TODAY
    )


def test_every_tab_leads_to_sections_that_there_are() -> None:
    assert set(ON_SHOW) <= set(PAGES)
    assert {name for sections in ON_SHOW.values() for name in sections} <= set(SECTIONS)


@pytest.mark.parametrize(
    ("key", "begin"), [("weeks", date(2026, 10, 26)), ("month", date(2026, 10, 10)), ("months", date(2026, 8, 11))]
)
def test_a_rolling_period_ends_today_and_is_known_again_by_its_days(key: str, begin: date) -> None:
    assert days_of(key, TODAY) == (begin, TODAY)
    assert period_of((begin, TODAY), TODAY) == key


def test_other_days_are_own_dates() -> None:
    assert period_of(SINCE_DAYS, TODAY) == "own"
    assert period_of((date(2026, 10, 25), date(2026, 11, 7)), TODAY) == "own"
    assert PERIODS[0] == SINCE


def test_chosen_sections_stand_first_and_none_is_missing() -> None:
    assert order(("quiz", "glance"))[:2] == ("quiz", "glance")
    assert sorted(order(("quiz", "glance"))) == sorted(SECTIONS)
    assert order(()) == SECTIONS
    rest = order(("checkins",))[1:]
    assert list(rest) == [name for name in SECTIONS if name != "checkins"]


def test_a_preset_is_known_by_its_choices(vault: Vault) -> None:
    presets = Presets(vault.settings)
    mine = Choices(sections=("quiz", "mood"), names=False)
    assert preset_of(BUILT_IN["page"], presets) == "page"
    assert preset_of(mine, presets) is None
    presets.keep("Mine", mine)
    assert preset_of(mine, presets) == "Mine"
    # The same sections in another order are another choice.
    assert preset_of(Choices(sections=("mood", "quiz"), names=False), presets) is None


@pytest.mark.parametrize(
    ("name", "key"),
    [("For me", "me"), ("  for   ME ", "me"), ("For you", "For you"), (" two  words ", "two words"), ("me", "me")],
)
def test_a_built_in_preset_is_changed_under_its_title(name: str, key: str) -> None:
    assert key_of(name, {"me": "For me"}) == key
