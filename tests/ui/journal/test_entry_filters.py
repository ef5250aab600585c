"""What entries can be found by."""

from __future__ import annotations

from datetime import date

from attach_desktop.ui.finding.filter_panel import FilterPanel
from attach_desktop.ui.journal.entry_filters import entry_filters, field_names
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.finding import Filter

MOODS = ["very unpleasant", "unpleasant", "in between", "pleasant", "very pleasant"]


def test_every_field_that_has_a_name_can_be_filtered_by(theme: Theme) -> None:
    panel: FilterPanel = entry_filters(lambda _: [], MOODS, lambda: date(2026, 11, 8))
    flags = {"for_session", "private"}
    words = tuple((field, "x") for field in field_names() if field not in flags)
    wanted = Filter(mood_low=2, mood_high=3, words=(*words, *(("flag", flag) for flag in sorted(flags))))
    panel.set_filter(wanted)
    assert set(panel.filter("").words) == set(wanted.words)
    assert (panel.filter("").mood_low, panel.filter("").mood_high) == (2, 3)
    panel.deleteLater()
