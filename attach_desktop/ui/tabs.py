"""The tabs, in their order. Menu, shortcuts, lazy building and the tests of every tab follow from this tuple."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from attach_desktop.ui.shell import Shell
    from attach_desktop.ui.theme.theme import Theme
    from attach_desktop.vault.vault import Vault


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


@dataclass(frozen=True, slots=True)
class House:
    """What pages are built from. A page's builder takes only what the page really needs."""

    vault: Vault
    theme: Theme
    shell: Shell


@dataclass(frozen=True, slots=True)
class TabSpec:
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


def _quiz(house: House) -> QWidget:
    from attach_desktop.quiz.shelf import find_all
    from attach_desktop.quiz.store import QuizStore
    from attach_desktop.ui.quiz.page import QuizPage

    return QuizPage(QuizStore(house.vault), find_all(house.vault.path.parent), house.theme, house.shell)


#: What a person meets on opening.
FIRST = "journal"
TABS = (
    TabSpec("quiz", str(QT_TRANSLATE_NOOP("Tabs", "Style quiz")), _quiz),
    TabSpec("journal", str(QT_TRANSLATE_NOOP("Tabs", "Journal")), _journal),
)
