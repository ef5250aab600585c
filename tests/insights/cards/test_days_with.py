from __future__ import annotations

from datetime import date, timedelta

import pytest

from attach_desktop.insights.cards.days_with import days_with, medians_of_all, moods_by_day, named_moods
from attach_desktop.insights.records import Records
from attach_desktop.journal.entry import Entry
from attach_desktop.vault.vault import Vault
from tests.insights.known import at, keep, over

DAY = date(2026, 9, 1)
NUMBER = DAY.toordinal() - 1


def test_a_day_has_the_median_of_the_entries_that_name_the_trigger(vault: Vault) -> None:
    following = DAY + timedelta(days=1)
    keep(
        vault,
        [
            Entry(at=at(DAY, 8), mood=1, triggers=("Rain",)),
            Entry(at=at(DAY, 9), mood=2, triggers=("rain", "Work")),
            Entry(at=at(DAY, 10), mood=5),
            Entry(at=at(following, 8), triggers=("Rain",)),
            Entry(at=at(following, 9), mood=4),
        ],
    )
    records, days = Records(vault.connection, vault.day_start), over(DAY, following)
    named = named_moods(records, days, ["rain"])
    every = medians_of_all(records, over(DAY, following, trigger="Work"))
    assert named == {"rain": {NUMBER: "12", NUMBER + 1: ""}}
    assert every == {NUMBER: 2, NUMBER + 1: 4}
    found = days_with(named, every)["rain"]
    # A day on which it was named without a mood is neither one of its days nor one of the others.
    assert (found.days, found.others, found.shift()) == ({NUMBER: 1.5}, {}, None)


@pytest.mark.parametrize(("count", "compared"), [(14, False), (15, True)])
def test_both_need_fifteen_days(count: int, compared: bool) -> None:
    named = {"rain": moods_by_day((day, "2") for day in range(0, 2 * count, 2))}
    found = days_with(named, {day: 2.0 + day % 2 for day in range(60)})["rain"]
    shift = found.shift()
    assert (shift is not None) is compared
    assert shift is None or (shift.count, shift.other, shift.clear) == (15, 45, True)
