"""The tabs, in their order. Menu, shortcuts, lazy building and the tests of every tab follow from this tuple."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

from attach_desktop.ui.house import House


class Page(Protocol):
    """What the window expects of a page, beside being a widget."""

    def complete(self) -> None:
        """Build what could wait until the window had been painted once."""
        ...

    def start(self) -> None:
        """Give the focus to what the page is for."""
        ...

    def leave(self) -> None:
        """Put what is half-written on disk; called before the window closes or locks."""
        ...

    def release(self) -> None:
        """End subscriptions; called before the page is destroyed."""
        ...


class TabSpec(NamedTuple):
    """One tab: its key, its title (translated when shown), and how to build its page."""

    key: str
    title: str
    build: Callable[[House], QWidget]

    def shown_title(self) -> str:
        """The title in the person's language."""
        return QCoreApplication.translate("Tabs", self.title)


def page_of(widget: QWidget) -> Page:
    """A tab's widget as a page."""
    return cast(Page, widget)


def _journal(house: House) -> QWidget:
    from attach_desktop.journal.library import Library
    from attach_desktop.journal.store import JournalStore
    from attach_desktop.journal.vocabulary import Vocabulary
    from attach_desktop.ui.journal.page import JournalPage

    store = JournalStore(house.vault)
    return JournalPage(store, Library(house.vault), Vocabulary(), house.theme, house.shell)


def _today(house: House) -> QWidget:
    from attach_desktop.ui.cards import CARDS
    from attach_desktop.ui.today.page import TodayPage

    return TodayPage(house, CARDS)


def _gratitude(house: House) -> QWidget:
    from attach_desktop.gratitude.store import GratitudeStore
    from attach_desktop.journal.library import Library
    from attach_desktop.ui.gratitude.page import GratitudePage

    library = Library(house.vault)

    def people() -> list[str]:
        return [one.value.alias for one in library.people.each()]

    return GratitudePage(GratitudeStore(house.vault), people, house.theme, house.shell)


def _affirmations(house: House) -> QWidget:
    from attach_desktop.affirmations.practice_store import ValuesStore
    from attach_desktop.affirmations.store import AffirmationStore
    from attach_desktop.ui.affirmations.page import AffirmationsPage

    return AffirmationsPage(AffirmationStore(house.vault), ValuesStore(house.vault), house.theme, house.shell)


def _checkins(house: House) -> QWidget:
    from attach_desktop.checkins.store import CheckInStore
    from attach_desktop.reminders.agenda import Agenda
    from attach_desktop.ui.checkins.page import CheckInsPage

    return CheckInsPage(CheckInStore(house.vault), Agenda(house.vault), house.theme, house.shell)


def _quiz(house: House) -> QWidget:
    from attach_desktop.quiz.shelf import find_all
    from attach_desktop.quiz.store import QuizStore
    from attach_desktop.ui.quiz.page import QuizPage

    folder = house.vault.path.parent
    return QuizPage(QuizStore(house.vault), lambda: find_all(folder), house.theme, house.shell)


def _insights(house: House) -> QWidget:
    from attach_desktop.journal.store import JournalStore
    from attach_desktop.ui.insights.page import InsightsPage

    return InsightsPage(JournalStore(house.vault), house.theme, house.shell)


#: What a person meets on opening.
FIRST = "today"
TABS = (
    TabSpec("today", str(QT_TRANSLATE_NOOP("Tabs", "Today")), _today),
    TabSpec("quiz", str(QT_TRANSLATE_NOOP("Tabs", "Style quiz")), _quiz),
    TabSpec("journal", str(QT_TRANSLATE_NOOP("Tabs", "Journal")), _journal),
    TabSpec("gratitude", str(QT_TRANSLATE_NOOP("Tabs", "Gratitude")), _gratitude),
    TabSpec("affirmations", str(QT_TRANSLATE_NOOP("Tabs", "Affirmations")), _affirmations),
    TabSpec("checkins", str(QT_TRANSLATE_NOOP("Tabs", "Check-ins")), _checkins),
    TabSpec("insights", str(QT_TRANSLATE_NOOP("Tabs", "Insights")), _insights),
)
