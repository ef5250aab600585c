"""What lies folded under a result: the nearest description, and how the figures came about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from attach_desktop.quiz.result import ResultState
from attach_desktop.quiz.words import Words
from attach_desktop.ui.theme.tokens import NORMAL, SMALL, TIGHT
from attach_desktop.ui.widgets.column import held
from attach_desktop.ui.widgets.labels import label
from attach_desktop.ui.widgets.listed import listed
from attach_desktop.ui.widgets.numbers import number_table

#: So many lines of the working, at its beginning and at its end, are rules and sources; between them lie figures.
RULES, SOURCES = 2, 3
#: Formulas may run on a little further than sentences do, in pixels.
_WIDEST = 760


def description(words: Words, style: str) -> QWidget:
    """A description to read."""
    box, column = _inside()
    column.addWidget(label(str(words.texts["descriptions"][style]["about"])))
    for head, lines in words.description(style):
        column.addSpacing(SMALL)
        column.addWidget(label(head, "muted"))
        for text in lines:
            column.addWidget(listed(text))
    return box


def scored(state: ResultState, version: str) -> QWidget:
    """Every item's contribution worked out, then the formulas, the borrowed constants and where these come from."""
    box, column = _inside()
    heads = (_tr("sentence"), _tr("axis"), _tr("answer"), _tr("counts"), _tr("part of the mean"))
    column.addWidget(number_table(_tr("Every sentence and what it counts"), heads, state.items))
    for name, lines in _merged(state.working):
        column.addSpacing(SMALL)
        column.addWidget(label(name, "lead"))
        for text in lines:
            column.addWidget(held(label(text, "muted"), _WIDEST))
    column.addSpacing(SMALL)
    column.addWidget(label(version, "small"))
    return box


def _merged(working: Sequence[tuple[str, tuple[str, ...]]]) -> list[tuple[str, list[str]]]:
    """The working of each axis; the rules and sources that are the same for both are said once, at the end."""
    (one, first), (other, second) = working
    # Lines with figures stay with their axis, also where both happen to have the same ones.
    common = [text for text in dict.fromkeys((*first[:RULES], *first[-SOURCES:])) if text in second]
    parts = [(name, [text for text in lines if text not in common]) for name, lines in ((one, first), (other, second))]
    return [*(part for part in parts if part[1]), (_tr("For both"), common)]


def _inside() -> tuple[QWidget, QVBoxLayout]:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(NORMAL, 0, 0, SMALL)
    column.setSpacing(TIGHT)
    return box, column


def _tr(text: str) -> str:
    return QCoreApplication.translate("QuizDescription", text)
