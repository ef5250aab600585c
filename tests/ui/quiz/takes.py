"""Takes to look at, and small ways of looking."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, TypeVar

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from attach_desktop.clock import Moment
from attach_desktop.quiz.store import QuizStore, Sitting
from attach_desktop.quiz.take import Take
from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.quiz.page import QuizPage
from attach_desktop.ui.quiz.view_state import DayText
from attach_desktop.ui.tabs import TABS
from attach_desktop.vault.kind import Stored
from tests.quiz.samples import ATTACH, take_of
from tests.support import NOW, ZONE

QUIZ_TABS = tuple(spec for spec in TABS if spec.key in ("quiz", "journal"))
DAYS = DayText(("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"))

Answers = Sequence[int | None]
#: High on anxiety, low on avoidance.
WORRIED: Answers = (6, 3, 2, 5, 5, 4, 3, 4, 6, 2, 2, 5, 6, 3, 3, 6)
#: Low on both.
CALM: Answers = (2, 3, 6, 6, 3, 2, 5, 6, 2, 2, 6, 6, 2, 3, 6, 5)
#: The same answer all the way: exactly 4 on both.
ALL_FOUR: Answers = (4,) * 16
#: Half of the sentences on avoidance left out.
HALF: Answers = (6, None, 2, None, 5, None, 3, None, 6, 2, 2, 5, 6, 3, 3, 6)

T = TypeVar("T", bound=QWidget)


def keep(store: QuizStore, answers: Answers, days_ago: int = 0, **fields: Any) -> Stored[Take]:
    """Keep a take of the program's own questionnaire, made some days ago."""
    at = Moment.from_datetime(NOW - timedelta(days=days_ago), ZONE)
    return store.add(take_of(tuple(answers), **{"at": at, **fields}))


def sitting(**fields: Any) -> Sitting:
    """A sitting of the program's own questionnaire, with nothing answered yet."""
    usual: dict[str, Any] = {
        "questionnaire": ATTACH.id,
        "version": ATTACH.version,
        "lens": "general",
        "answers": (None,) * len(ATTACH.items),
    }
    return Sitting(**{**usual, **fields})


def quiz_page(window: MainWindow) -> QuizPage:
    """The quiz's page of a window."""
    page = window.page("quiz")
    assert isinstance(page, QuizPage)
    return page


def shown_texts(widget: QWidget) -> list[str]:
    """Every label that can be seen in a widget, in the order in which it was made."""
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget) and one.text()]


def shown_text(widget: QWidget) -> str:
    """All that can be read in the labels of a widget."""
    return "\n".join(shown_texts(widget))


def button(widget: QWidget, text: str) -> QAbstractButton:
    """The one button in sight with this text (a fold's without its triangle)."""
    found = [
        one
        for one in widget.findChildren(QAbstractButton)
        if one.isVisibleTo(widget) and one.text().lstrip("▸▾ ") == text
    ]
    assert len(found) == 1, f"{len(found)} buttons say “{text}”"
    return found[0]


def child(widget: QWidget, kind: type[T], name: str) -> T:
    """The one widget of a kind in sight that a screen reader calls by this name."""
    found = [one for one in widget.findChildren(kind) if one.isVisibleTo(widget) and one.accessibleName() == name]
    assert len(found) == 1, f"{len(found)} are called “{name}”"
    return found[0]


def described(widget: QWidget) -> str:
    """What a screen reader says beside the name."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else interface.text(QAccessible.Text.Description)
