from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from attach_desktop.summary.document import Field, Figure, Heading, Mark, Paragraph, Ruled, Scale, Span, Tone
from attach_desktop.ui.theme.tokens import LIGHT
from tests.ui.paper.laid import PLANE, fill, inked, laid, lines, picture, room, words

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("short", range(1, 5))
def test_a_label_is_not_cut_off(short: int) -> None:
    label = "A label that is so long that it takes several lines of its own column here"
    pages = laid(*fill(room() - short), Field(label, "one\ntwo\nthree\nfour"))
    page = next(number for number in range(pages.count) if "one" in lines(pages, number))
    assert " ".join(lines(pages, page)).count("A label") == 1
    assert "two" in lines(pages, page)


@pytest.mark.parametrize("short", range(1, 5))
def test_a_small_line_goes_with_what_stands_above_it(short: int) -> None:
    pages = laid(*fill(room() - short), Field("Tried", "walking"), Paragraph("Tags: home", Tone.SMALL))
    page = next(number for number in range(pages.count) if "Tags: home" in lines(pages, number))
    assert "walking" in lines(pages, page)


@pytest.mark.parametrize("short", range(1, 8))
def test_a_figure_is_whole_and_has_its_sentence_with_it(short: int) -> None:
    pages = laid(*fill(room() - short), Paragraph("It says"), Figure(PLANE, "A plane", "A plane"))
    last = pages.count - 1
    assert last == 1
    assert "It says" in lines(pages, last)
    assert inked(picture(pages, last), QRectF(50, 45, 100, 90)) > 200


def test_a_mark_of_the_mood_stands_before_the_heading() -> None:
    with_mark, without = (picture(laid(Heading("Sunday", 3, mark)), 0) for mark in (Mark(5, 3), None))
    box = QRectF(22, 27, 4.5, 7)
    colour = QColor(LIGHT.mood[4])
    cut = with_mark.copy(QRectF(box.topLeft() * 1.5, box.size() * 1.5).toRect())
    near = [cut.pixelColor(x, y) for x in range(cut.width()) for y in range(cut.height())]
    assert any(abs(one.red() - colour.red()) < 60 and one.red() - one.blue() > 40 for one in near)
    assert inked(without, box) > 0  # the heading itself begins there


def test_a_heading_without_a_mood_has_a_ring() -> None:
    assert picture(laid(Heading("Sunday", 3, Mark(None, None))), 0) != picture(laid(Heading("Sunday", 3)), 0)


def test_bold_parts_are_darker() -> None:
    text = "some words in a line"
    plain, bold = (picture(laid(Paragraph(text, spans=spans)), 0) for spans in ((), (Span(0, 10, bold=True),)))
    box = QRectF(22, 27, 166, 8)
    assert inked(bold, box) > inked(plain, box)


def test_forms_have_lines_and_numbers_to_circle() -> None:
    pages = laid(Ruled("What do I want to ask?", 4), Scale("How safe did it feel?", 0, 10, "not at all", "very"))
    assert {"What do I want to ask?", "How safe did it feel?", "not at all", "very"} <= set(lines(pages, 0))
    image = picture(pages, 0, 4)
    ruled = [y for y in range(image.height()) if image.pixelColor(400, y).lightness() < 200 and y > 27 * 4]
    rows = [y for y in ruled if y - 1 not in ruled]
    assert len([y for y in rows if image.pixelColor(740, y).lightness() < 200]) == 4


def test_thousands_of_headings_in_a_row_are_laid_out() -> None:
    pages = laid(*[Heading(f"h{at}", 2) for at in range(300)])
    assert "\n".join(words(pages)).split() == [f"h{at}" for at in range(300)]


@pytest.mark.parametrize("short", range(2, 8))
def test_a_heading_with_one_line_is_not_bound_to_the_next_heading(short: int) -> None:
    entries = [block for at in range(30) for block in (Heading(f"entry {at}", 3), Paragraph(f"one line {at}"))]
    pages = laid(*fill(room() - short), *entries)
    for number in range(pages.count):
        on_page = lines(pages, number)
        for at in range(30):
            assert (f"entry {at}" in on_page) == (f"one line {at}" in on_page)
    # Bound to each other, none of them would be on the first page.
    assert short < 6 or "entry 0" in lines(pages, 0)
