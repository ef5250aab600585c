"""How days, moods and figures are written in drawings and tables. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from attach_desktop.insights.statistics.estimate import Estimate, Interval
from attach_desktop.journal.vocabulary import Vocabulary

#: Stands where there is no figure.
NO_FIGURE = "–"
_SHORT = QLocale.FormatType.ShortFormat


def tr(text: str) -> str:
    """In the person's language."""
    return QCoreApplication.translate("Insights", text)


def counted(count: int, one: str, several: str) -> str:
    """``one`` or ``several`` with its blank ``{count}`` filled, as the number wants it."""
    return (one if count == 1 else several).format(count=f"{count:,}")


def figure(value: float | None) -> str:
    """A number with at most one decimal, below zero with a true minus sign; a dash where there is none."""
    return NO_FIGURE if value is None else f"{round(value, 1):g}".replace("-", "−")


def ends(interval: Interval | None) -> tuple[str, str]:
    """Both ends of an interval as cells of a table."""
    return (NO_FIGURE, NO_FIGURE) if interval is None else (figure(interval.low), figure(interval.high))


def known(estimate: Estimate | None) -> Estimate | None:
    """An estimate that may be shown as a number: one with an interval. Below six values there is none."""
    return estimate if estimate is not None and estimate.interval is not None else None


def between(estimate: Estimate | None) -> str:
    """A value with its interval, such as "3 (2 to 4)"; empty where there is none."""
    if estimate is None or estimate.interval is None:
        return ""
    low, high = ends(estimate.interval)
    return tr("{value} ({low} to {high})").format(value=figure(estimate.value), low=low, high=high)


@dataclass(frozen=True, slots=True)
class Texts:
    """The names of months and weekdays, and the words for moods (1 to 5) and energies."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    moods: tuple[str, ...]
    energies: tuple[str, ...]

    @classmethod
    def of(cls, vocabulary: Vocabulary, locale: QLocale | None = None) -> Texts:
        """In the person's language."""
        locale = locale or QLocale()
        return cls(
            months=tuple(locale.standaloneMonthName(month, _SHORT) for month in range(1, 13)),
            weekdays=tuple(locale.standaloneDayName(day, _SHORT) for day in range(1, 8)),
            moods=tuple(vocabulary.mood_word(mood) for mood in range(1, 6)),
            energies=tuple(vocabulary.energy_word(energy) for energy in range(1, 6)),
        )

    def day(self, day: date) -> str:
        """Such as "8 Nov 2026"."""
        return f"{day.day} {self.months[day.month - 1]} {day.year}"

    def month(self, day: date) -> str:
        """Such as "Nov 2026"."""
        return f"{self.months[day.month - 1]} {day.year}"

    def months_of(self, days: Sequence[date]) -> tuple[str, ...]:
        """Short names for a row of months; the first and each January have their year."""
        return tuple(
            f"{self.months[day.month - 1]} {day.year % 100:02}"
            if not at or day.month == 1
            else self.months[day.month - 1]
            for at, day in enumerate(days)
        )

    def mood(self, value: float) -> str:
        """A mood in a word; one that lies between two steps with both."""
        whole = int(value)
        if value == whole:
            return self.moods[whole - 1]
        return tr("{low} to {high}").format(low=self.moods[whole - 1], high=self.moods[whole])

    @property
    def mood_ends(self) -> tuple[str, str]:
        """Words for the two ends of the scale of moods."""
        return self.moods[0], self.moods[-1]
