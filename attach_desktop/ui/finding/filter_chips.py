"""A filter in words: each of its parts as a chip that takes it off again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from attach_desktop.ui.finding.day_words import DayWords
from attach_desktop.ui.widgets.column import emptied
from attach_desktop.ui.widgets.flow_layout import FlowLayout, flow_policy
from attach_desktop.ui.widgets.labels import button, literal
from attach_desktop.vault.finding import Filter

#: How a chip calls a word of a field.
Named = Callable[[str, str], str]


def filter_parts(wanted: Filter, days: DayWords, named: Named, moods: Sequence[str]) -> list[tuple[str, Filter]]:
    """Each part of a filter in words, with the filter that is left without it; search words are no part."""
    parts = []
    if wanted.begin or wanted.end:
        begin = days.date(wanted.begin, with_year=True) if wanted.begin else "…"
        end = days.date(wanted.end, with_year=True) if wanted.end else "…"
        parts.append((f"{begin} – {end}", replace(wanted, begin=None, end=None)))
    if (wanted.mood_low, wanted.mood_high) != (1, 5):
        words = f"{moods[wanted.mood_low - 1]} – {moods[wanted.mood_high - 1]}"
        parts.append((words, replace(wanted, mood_low=1, mood_high=5)))
    for pair in wanted.words:
        rest = tuple(word for word in wanted.words if word != pair)
        parts.append((named(*pair), replace(wanted, words=rest)))
    return parts


class FilterChips(QWidget):
    """Hidden while there is nothing to take off. ``chosen`` carries the filter that is left."""

    chosen = Signal(object)

    def __init__(self, days: DayWords, named: Named, moods: Sequence[str] = ()) -> None:
        """``named`` says words of fields, ``moods`` the five steps of pleasantness."""
        super().__init__()
        self._days, self._named, self._moods = days, named, moods
        self._flow = FlowLayout(self)
        flow_policy(self)
        self.hide()

    def show_filter(self, wanted: Filter) -> None:
        """Show the parts of a filter."""
        emptied(self._flow)
        for text, without in filter_parts(wanted, self._days, self._named, self._moods):
            chip = button(f"{literal(text)}  ×", self._chooser(without), "chip")
            chip.setAccessibleName(self.tr("{filter}, remove").format(filter=text))
            self._flow.addWidget(chip)
        parts = self._flow.count()
        if parts > 1:
            self._flow.addWidget(button(self.tr("Show all"), self._chooser(Filter(query=wanted.query)), "quiet"))
        self.setVisible(parts > 0)
        self.updateGeometry()

    def _chooser(self, wanted: Filter) -> Callable[[], None]:
        return lambda: self.chosen.emit(wanted)
