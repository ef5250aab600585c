from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from attach_desktop.ui.paper.said import Run, is_plain, marked_colour, number_of, runs_of
from tests.ui.paper.layouts import laid_out

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("number", [0, 1, 255, 256, 65_535, 65_536, (1 << 23) - 1])
def test_a_number_lies_in_a_colour_and_nobody_sees_it(number: int) -> None:
    for name in ("#26282C", "#5C5F66", "#000000", "#ffffff"):
        colour = QColor(name)
        marked = marked_colour(colour, number)
        assert number_of(marked.redF(), marked.greenF(), marked.blueF()) == number
        assert number_of(colour.redF(), colour.greenF(), colour.blueF()) is None
        assert max(
            abs(marked.red() - colour.red()), abs(marked.green() - colour.green()), abs(marked.blue() - colour.blue())
        ) <= 1  # fmt: skip


def test_what_a_font_shapes_needs_help() -> None:
    plain = ("Ein schöner Tag", "office", "今天", "Сегодня", "היום", "100 € – “so”")
    assert [is_plain(text) for text in plain] == [True] * len(plain)
    shaped = ("हिन्दी", "ไทย", "كان", "שָׁלוֹם", "e\u0301", "👍🏽", "𠮷", "a\u200db")
    assert [is_plain(text) for text in shaped] == [False] * len(shaped)


def said(text: str, *, right_to_left: bool = False) -> list[Run]:
    layout = laid_out(text)
    return [run for _, run in runs_of(text, layout.lineAt(0), right_to_left=right_to_left)]


def test_groups_of_glyphs_know_their_letters() -> None:
    assert said("हिन्दी") == [Run(("हि", "न्", "दी"), (2, 1, 2), False)]
    # A letter and its point are two glyphs; what runs to the left says so.
    assert said("לֵי", right_to_left=True) == [Run(("לֵ", "י"), (2, 1), True)]


def test_letters_of_two_fonts_in_one_stretch_are_each_said_once() -> None:
    text = "𠮷野家 𡃁 𠮷"
    assert "".join(letters for run in said(text) for letters in run.texts) == text


def test_what_steers_a_line_is_not_said() -> None:
    assert "".join(letters for run in said("a\u202eb\u202c\u2066c\u2069") for letters in run.texts) == "abc"


def test_a_space_after_which_the_line_goes_its_own_way_again_says_where_it_belongs() -> None:
    said_words = [letters for run in said("go שלום on") for letters in run.texts]
    assert said_words.count("\u200e ") == 1
    assert said_words.count(" ") == 1
