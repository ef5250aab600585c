"""What lies folded under a result."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTableWidget, QWidget

from attach_desktop.quiz.questionnaire import STYLES
from attach_desktop.quiz.result import result_state
from attach_desktop.quiz.words import Words
from attach_desktop.ui.quiz.description import description, scored
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.vault.kind import Stored
from tests.quiz.samples import ATTACH, take_of
from tests.quiz.takes import DAYS, HALF, WORRIED, Answers
from tests.support import NOW
from tests.ui.quiz.takes import shown_text, shown_texts


@pytest.mark.parametrize("style", STYLES)
def test_a_description_has_signs_help_and_strengths(
    theme: Theme, words: Words, on_screen: Callable[..., None], style: str
) -> None:
    box = description(words, style)
    on_screen(box, QSize(600, 600))
    told = shown_texts(box)
    found = words.texts["descriptions"][style]
    assert told[0] == found["about"]
    for part in (*found["signs"], *(help_["text"] for help_ in found["helps"]), *found["strengths"]):
        assert part in told
    assert [head for head, _ in words.description(style)] == [
        "Signs you may recognise",
        "What may help",
        "Strengths",
    ]


def working(answers: Answers, words: Words) -> tuple[QWidget, str]:
    record = Stored("id", take_of(tuple(answers)), NOW, NOW)
    box = scored(result_state(ATTACH, record, [record], words, DAYS), "Close to others, version 1")
    return box, shown_text(box)


def test_every_item_stands_in_a_table_and_the_formulas_below(theme: Theme, words: Words) -> None:
    box, told = working(WORRIED, words)
    (table,) = box.findChildren(QTableWidget)
    assert (table.rowCount(), table.columnCount()) == (16, 5)
    assert "Mean: 45 ÷ 8 = 5.63." in told
    assert "Mean: 24 ÷ 8 = 3.00." in told
    # What is the same for both axes is said once.
    assert told.count("Fraley, Heffernan, Vicary and Brumbaugh 2011") == 1
    assert told.count("Jacobson and Truax 1991") == 1
    assert told.index("For both") < told.index("Jacobson and Truax 1991")
    assert "version 1" in told


def test_without_a_figure_there_is_no_formula_for_it(theme: Theme, words: Words) -> None:
    _, told = working(HALF, words)
    assert told.count("Mean:") == 1
    assert "Attachment avoidance" not in told


def test_without_any_figure_the_rules_are_there_all_the_same(theme: Theme, words: Words) -> None:
    _, told = working((None,) * 16, words)
    assert "Mean:" not in told
    assert "At least 6 of 8 are needed" in told
