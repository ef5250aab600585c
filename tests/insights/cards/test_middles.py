from __future__ import annotations

import statistics

from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.insights.cards.middles import figures_of, medians_by_day, medians_of_part, middle_of
from attach_desktop.insights.records import WITHOUT


@given(st.lists(st.integers(1, 5), min_size=1))
def test_the_figures_of_digits(values: list[int]) -> None:
    moods = "".join(map(str, values))
    for _ in range(2):  # those of few moods are remembered
        assert middle_of(moods) == statistics.median(values)
    assert figures_of(moods) == (statistics.median(values), min(values), max(values))


def test_days_without_a_mood_have_no_median() -> None:
    assert medians_by_day([(1, "", 2), (2, "14", 0)]) == {2: 2.5}
    rows = [(1, WITHOUT, None), (2, f"1{WITHOUT}4", "4")]
    assert medians_of_part(rows) == {2: 2.5}
    assert medians_of_part(rows, 2) == {2: 4}
