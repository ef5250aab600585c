"""Which backups are kept: seven days, four weeks, twelve months, and some of what was made for a reason."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.vault.rotation import BY_HAND, DAILY, OF_EACH_REASON, Dated, to_drop

_START = datetime(2026, 1, 1, 9, 0)
_REASONS = [DAILY, BY_HAND, "before-import", "before-restore"]
backups = st.lists(
    st.builds(
        lambda hours, reason: Dated(_START + timedelta(hours=hours), reason),
        st.integers(0, 24 * 800),
        st.sampled_from(_REASONS),
    ),
    max_size=60,
)


def _kept(given_: list[Dated]) -> list[Dated]:
    dropped = Counter(map(id, to_drop(given_, lambda one: one)))
    return [one for one in given_ if id(one) not in dropped]


def test_a_year_of_daily_backups_leaves_days_weeks_and_months() -> None:
    made = [Dated(_START + timedelta(days=day), DAILY) for day in range(400)]
    kept: list[Dated] = []
    for one in made:
        kept = _kept([*kept, one])
    days = {one.made.date() for one in kept}
    last = made[-1].made.date()
    assert {last - timedelta(days=back) for back in range(7)} <= days
    assert len({day.isocalendar()[:2] for day in days}) >= 4
    assert len({(day.year, day.month) for day in days}) >= 12
    assert len(kept) <= 7 + 4 + 12


@given(backups)
def test_the_newest_of_all_stays(given_: list[Dated]) -> None:
    kept = _kept(given_)
    for reason in {one.reason for one in given_}:
        assert max(one for one in given_ if one.reason == reason) in kept


@given(backups)
def test_those_made_by_hand_all_stay(given_: list[Dated]) -> None:
    assert [one for one in given_ if one.reason == BY_HAND] == [one for one in _kept(given_) if one.reason == BY_HAND]


@given(backups)
def test_no_more_is_kept_than_the_rule_says(given_: list[Dated]) -> None:
    counts = Counter(one.reason for one in _kept(given_))
    assert counts[DAILY] <= 7 + 4 + 12
    assert all(counts[reason] <= OF_EACH_REASON for reason in ("before-import", "before-restore"))


@given(backups)
def test_dropping_again_drops_nothing(given_: list[Dated]) -> None:
    assert to_drop(_kept(given_), lambda one: one) == []


@given(backups)
def test_the_order_does_not_matter(given_: list[Dated]) -> None:
    assert Counter(_kept(given_)) == Counter(_kept(given_[::-1]))


@given(backups)
def test_the_last_seven_days_with_backups_each_keep_one(given_: list[Dated]) -> None:
    days = sorted({one.made.date() for one in given_ if one.reason == DAILY})[-7:]
    assert set(days) <= {one.made.date() for one in _kept(given_) if one.reason == DAILY}
