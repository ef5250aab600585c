"""The cards of the page, in their order. What each shows is worked out in ``states.py``, in another thread."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


class CardSpec(NamedTuple):
    """One card: its key, its title (translated when shown), and whether it takes the whole width."""

    key: str
    title: str
    wide: bool = False

    def shown_title(self) -> str:
        """The title in the person's language."""
        return QCoreApplication.translate("Insights", self.title)


CARDS = (
    CardSpec("mood", str(QT_TRANSLATE_NOOP("Insights", "Mood over time")), wide=True),
    CardSpec("patterns", str(QT_TRANSLATE_NOOP("Insights", "Patterns worth noticing")), wide=True),
    CardSpec("year", str(QT_TRANSLATE_NOOP("Insights", "A year in pixels"))),
    CardSpec("map", str(QT_TRANSLATE_NOOP("Insights", "Where moods were"))),
    CardSpec("hours", str(QT_TRANSLATE_NOOP("Insights", "Time of day")), wide=True),
    CardSpec("triggers", str(QT_TRANSLATE_NOOP("Insights", "Triggers")), wide=True),
    CardSpec("chain", str(QT_TRANSLATE_NOOP("Insights", "What follows on what")), wide=True),
    CardSpec("helps", str(QT_TRANSLATE_NOOP("Insights", "What helps"))),
    CardSpec("weekdays", str(QT_TRANSLATE_NOOP("Insights", "Day of the week"))),
    CardSpec("feelings", str(QT_TRANSLATE_NOOP("Insights", "Feelings")), wide=True),
    CardSpec("beside", str(QT_TRANSLATE_NOOP("Insights", "Gratitude and practice beside mood"))),
    CardSpec("quiz", str(QT_TRANSLATE_NOOP("Insights", "Around a take of the quiz"))),
    CardSpec("check-ins", str(QT_TRANSLATE_NOOP("Insights", "Check-ins"))),
)
