"""Takes to look at, and small ways of looking."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from attach_desktop.ui.main_window import MainWindow
from attach_desktop.ui.quiz.page import QuizPage
from attach_desktop.ui.tabs import TABS

QUIZ_TABS = tuple(spec for spec in TABS if spec.key in ("quiz", "journal"))
T = TypeVar("T", bound=QWidget)


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
