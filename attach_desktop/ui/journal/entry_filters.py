"""What entries can be found by: days, a range of moods, words of five fields, two marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from attach_desktop.ui.finding.filter_panel import FilterPanel, Used, used_in

_FIELDS = ("feelings", "triggers", "people", "coping", "tags")
_FLAGS = ("for_session", "private")


def entry_filters(used: Used, mood_words: Sequence[str], today: Callable[[], date]) -> FilterPanel:
    """The journal's filter; ``mood_words`` name the five steps of pleasantness."""
    panel, names = FilterPanel(today), field_names()
    panel.add_moods(mood_words)
    for field in _FIELDS:
        panel.add_words(field, names[field], used_in(used, field))
    panel.add_flags({flag: names[flag] for flag in _FLAGS})
    return panel


def field_names() -> dict[str, str]:
    """What each field of the filter is called."""
    translate = QCoreApplication.translate
    return {
        "feelings": translate("EntryFilters", "Feeling"),
        "triggers": translate("EntryFilters", "Trigger"),
        "people": translate("EntryFilters", "Person"),
        "coping": translate("EntryFilters", "Tried"),
        "tags": translate("EntryFilters", "Tag"),
        "for_session": translate("EntryFilters", "For my session"),
        "private": translate("EntryFilters", "Private"),
    }
