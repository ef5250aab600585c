from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from attach_desktop.summary.document import Grid, Heading
from tests.ui.paper.laid import SENTENCE, fill, inked, laid, lines, picture, room, words

pytestmark = pytest.mark.usefixtures("qapp")


def table(rows: int, text: str = "word") -> Grid:
    return Grid("Triggers", ("Trigger", "Days"), tuple((f"{text} {at}", str(at)) for at in range(rows)), (3, 1))


def test_heads_of_tables_come_again_on_every_page() -> None:
    pages = laid(table(120))
    assert pages.count >= 3
    for number in range(pages.count):
        on_page = lines(pages, number)
        at = on_page.index("Trigger")
        assert on_page[at + 1] == "Days"
        assert at <= 1
    assert [line for page in words(pages) for line in page.split("\n") if line.startswith("word")] == [
        f"word {at}" for at in range(120)
    ]


def test_a_head_never_stands_without_a_row() -> None:
    for short in range(1, 6):
        pages = laid(*fill(room() - short), table(3))
        page = next(number for number in range(pages.count) if "Trigger" in lines(pages, number))
        assert "word 0" in lines(pages, page)


def test_rows_are_whole() -> None:
    pages = laid(table(30, SENTENCE * 3))
    for page in words(pages):
        rows = page.replace("\n", "").count("No answer")
        assert rows % 3 == 0


def test_a_row_taller_than_a_page_goes_over_several() -> None:
    pages = laid(Grid("Tall", ("One", "Other"), ((SENTENCE * 200, "short"),)))
    assert pages.count >= 3
    assert " ".join(words(pages)).count("noon") == 200
    assert all("Other" in lines(pages, number) for number in range(pages.count))


def test_rows_may_have_fewer_or_more_cells_than_heads() -> None:
    pages = laid(Grid("Odd", ("A", "B"), (("one",), ("two", "three", "four"), ())))
    assert {"one", "two", "three", "four"} <= set(lines(pages, 0))


def test_a_name_that_the_heading_says_is_not_said_again() -> None:
    assert lines(laid(Heading("Triggers"), table(1)), 0).count("Triggers") == 1
    assert lines(laid(Heading("Other"), table(1)), 0).count("Triggers") == 1


def test_a_head_taller_than_half_a_page_comes_once() -> None:
    pages = laid(Grid("Odd", (SENTENCE * 100, "Days"), tuple((f"word {at}", "3") for at in range(60))))
    assert " ".join(words(pages)).count("noon") == 100
    assert sum(line.startswith("word") for page in words(pages) for line in page.split("\n")) == 60


def test_figures_stand_at_the_right_below_each_other() -> None:
    pages = laid(Grid("Odd", ("Word", "Days"), (("one", "3"), ("two", "−12.5")), (1, 1)), header="")
    image = picture(pages, 0, 4)
    right = QRectF(178, 27, 10.5, 30)
    assert inked(image, right, 4) > 20
