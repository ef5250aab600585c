"""What the tabs hand to Today: one line for each card. Today knows none of them by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from attach_desktop.ui.house import House


class Card(Protocol):
    """What Today expects of a card, beside being a widget."""

    def refresh(self) -> bool:
        """Read again; returns whether there is anything to show today."""
        ...

    def start(self) -> bool:
        """Take the focus, if this is a card to begin with; returns whether it did."""
        ...

    def topics(self) -> tuple[str, ...]:
        """The topics whose changes it shows."""
        ...

    def leave(self) -> None:
        """Put what is half-written on disk."""
        ...


class CardSpec(NamedTuple):
    """One card: its key, its title (translated when shown), how to build it, and whether it waits for the paint."""

    key: str
    title: str
    build: Callable[[House], QWidget]
    waits: bool = True

    def shown_title(self) -> str:
        """The title in the person's language."""
        return QCoreApplication.translate("Cards", self.title)


def card_of(widget: QWidget) -> Card:
    """A card's widget as a card."""
    return cast(Card, widget)


def _mood(house: House) -> QWidget:
    from attach_desktop.journal.vocabulary import Vocabulary
    from attach_desktop.ui.journal.today import MoodCard

    return MoodCard(house.vault, Vocabulary(), house.theme, house.shell)


def _last_entries(house: House) -> QWidget:
    from attach_desktop.journal.store import JournalStore
    from attach_desktop.journal.vocabulary import Vocabulary
    from attach_desktop.ui.journal.today import LastEntriesCard

    return LastEntriesCard(JournalStore(house.vault), Vocabulary(), house.theme, house.shell)


def _sentence(house: House) -> QWidget:
    from attach_desktop.affirmations.store import AffirmationStore
    from attach_desktop.ui.affirmations.today import SentenceCard

    return SentenceCard(AffirmationStore(house.vault), house.theme, house.shell)


def _gratitude(house: House) -> QWidget:
    from attach_desktop.gratitude.store import GratitudeStore
    from attach_desktop.ui.gratitude.today import GratitudeCard

    return GratitudeCard(GratitudeStore(house.vault), house.shell)


def _memory(house: House) -> QWidget:
    from attach_desktop.gratitude.store import GratitudeStore
    from attach_desktop.ui.gratitude.today import RememberCard

    return RememberCard(GratitudeStore(house.vault), house.shell)


def _due(house: House) -> QWidget:
    from attach_desktop.checkins.store import CheckInStore
    from attach_desktop.reminders.agenda import Agenda
    from attach_desktop.ui.checkins.today import DueCard

    return DueCard(CheckInStore(house.vault), Agenda(house.vault), house.shell)


#: In the order in which a new vault shows them.
CARDS = (
    CardSpec("mood", str(QT_TRANSLATE_NOOP("Cards", "How is it right now?")), _mood, waits=False),
    CardSpec("sentence", str(QT_TRANSLATE_NOOP("Cards", "Today’s sentence")), _sentence),
    CardSpec("gratitude", str(QT_TRANSLATE_NOOP("Cards", "One line of gratitude")), _gratitude),
    CardSpec("due", str(QT_TRANSLATE_NOOP("Cards", "Due")), _due),
    CardSpec("memory", str(QT_TRANSLATE_NOOP("Cards", "Remember this?")), _memory),
    CardSpec("entries", str(QT_TRANSLATE_NOOP("Cards", "Last entries")), _last_entries),
)
