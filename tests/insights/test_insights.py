from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from attach_desktop.clock import Moment
from attach_desktop.demo import fill
from attach_desktop.insights.catalogue import CARDS
from attach_desktop.insights.facts.basis import Selection
from attach_desktop.insights.insights import Insights
from attach_desktop.insights.period import ALL, Period
from attach_desktop.insights.statistics.estimate import Level
from attach_desktop.journal.entry import Coping, Entry
from attach_desktop.vault.vault import Vault
from tests.insights.known import TODAY, asking, at, keep, over
from tests.support import NOW, Vaults

YEAR = over(TODAY - timedelta(days=364), TODAY)
#: These look at days of their own, whatever the period.
OWN_DAYS = {"year", "works"}
FULL = {"mood", "hours", "weekdays", "map", "year"}


def _nothing(_: Vault) -> Selection:
    return YEAR


def _nothing_matches(vault: Vault) -> Selection:
    keep(vault, [Entry(at=at(TODAY), mood=3)])
    return Selection(period=YEAR.period, person="Nobody", tag="none", trigger="never")


def _ahead(vault: Vault) -> Selection:
    keep(vault, [Entry(at=at(TODAY), mood=3)])
    return over(TODAY + timedelta(days=10), TODAY + timedelta(days=20))


@pytest.mark.parametrize("name", CARDS)
@pytest.mark.parametrize("case", [_nothing, _nothing_matches, _ahead])
def test_a_card_of_nothing_says_so(vault: Vault, name: str, case: Callable[[Vault], Selection]) -> None:
    selection = case(vault)
    found = asking(vault).card(name, selection)
    if name not in OWN_DAYS:
        assert found.basis.ahead == (case is _ahead)
    if not (name == "year" and case is _ahead):  # the year goes on beyond the period
        assert (found.basis.level, found.basis.entries) == (Level.NONE, 0)


@pytest.mark.parametrize("name", CARDS)
def test_a_card_of_one_entry_has_no_estimate_with_an_interval(vault: Vault, name: str) -> None:
    keep(vault, [Entry(at=at(TODAY), mood=3, energy=2, triggers=("Silence",), feelings=("calm",))])
    found = asking(vault).card(name, YEAR)
    assert found.basis.level in (Level.NONE, Level.DOTS)
    assert "Interval(" not in repr(found)


def test_ten_years_are_counted_from_end_to_end(vault: Vault) -> None:
    fill(vault, 800, 10, seed=3, end=NOW)
    asks = asking(vault)
    for name in CARDS:
        found = asks.card(name, Selection(period=asks.period(ALL)))
        if name in FULL:
            assert found.basis.level is Level.FULL
        assert found.basis.days <= found.basis.of_days


@pytest.mark.parametrize("name", CARDS)
def test_the_ends_of_the_calendar_are_no_fault(vault: Vault, name: str) -> None:
    keep(vault, [Entry(at=Moment.on(day), mood=2, triggers=("Silence",)) for day in (date.min, date.max)])
    asks = asking(vault)
    whole = asks.period(ALL)
    assert (whole.begin, whole.end) == (date.min, date.max)
    asks.card(name, Selection(period=whole))


def test_private_entries_can_be_left_out_of_every_card(vault: Vault) -> None:
    entry = Entry(at=at(TODAY), mood=2, energy=2, triggers=("Silence",), feelings=("calm",), coping=(Coping("Tea"),))
    keep(vault, [replace(entry, intensity_before=8, intensity_after=5, private=True)])
    selection = replace(YEAR, without_private=True)
    for name in CARDS:
        assert asking(vault).card(name, selection).basis.entries == 0
    assert asking(vault).card("chain", YEAR).basis.entries == 1


def test_an_unknown_card_is_refused(vault: Vault) -> None:
    with pytest.raises(KeyError):
        asking(vault).card("forecast", YEAR)


def test_periods_end_on_the_persons_today(vault: Vault) -> None:
    asks = asking(vault)
    assert asks.today == TODAY
    assert asks.period("weeks").end == TODAY
    assert asks.period(ALL) == Period(ALL, TODAY, TODAY)
    keep(vault, [Entry(at=at(date(2025, 1, 2)))])
    assert asks.period(ALL) == Period(ALL, date(2025, 1, 2), TODAY)


def test_it_can_ask_through_a_connection_of_its_own(vault_factory: Vaults) -> None:
    vault = vault_factory()
    keep(vault, [Entry(at=at(TODAY), mood=3)])
    other = vault.another_connection()
    try:
        asked = Insights.of(vault, other)
        assert asked.card("mood", YEAR) == asking(vault).card("mood", YEAR)
    finally:
        other.close()


def test_a_side_of_a_span_that_is_left_open_goes_as_far_as_the_entries(vault: Vault) -> None:
    first, later = TODAY - timedelta(days=40), TODAY - timedelta(days=10)
    asked = Insights.of(vault)
    assert (asked.span(None, None).begin, asked.span(None, None).end) == (TODAY, TODAY)
    keep(vault, [Entry(at=Moment.on(first), mood=3)])
    found = [asked.span(*days) for days in ((None, None), (later, None), (None, later), (first, later))]
    assert [(one.begin, one.end) for one in found] == [(first, TODAY), (later, TODAY), (first, later), (first, later)]
