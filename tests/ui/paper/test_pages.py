"""Documents on pages: what belongs together, what comes again, what is never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QPicture

from attach_desktop.interchange.progress import Cancelled
from attach_desktop.summary.document import (
    Block,
    Document,
    Field,
    Figure,
    Grid,
    Heading,
    Items,
    Large,
    Mark,
    PageBreak,
    Paragraph,
    Ruled,
    Scale,
)
from attach_desktop.ui.paper.pages import lay_out
from attach_desktop.ui.paper.sheet import MM, Paper, Size
from tests.ui.paper.laid import PLANE, SENTENCE, fill, inked, laid, lines, picture, room, words

pytestmark = pytest.mark.usefixtures("qapp")


# -- what belongs together ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("short", range(1, 7))
def test_a_heading_never_stands_last_and_has_two_lines_with_it(short: int) -> None:
    chain: list[Block] = [Heading("Section"), Heading("Entry", 3), *[Field("What happened", "a short answer")] * 4]
    pages = laid(*fill(room() - short), *chain)
    for number in range(pages.count - 1):
        assert lines(pages, number)[-1] not in ("Section", "Entry")
    page = next(number for number in range(pages.count) if "Section" in lines(pages, number))
    after = lines(pages, page)[lines(pages, page).index("Section") :]
    assert after[:2] == ["Section", "Entry"]
    assert after.count("a short answer") >= 2


def test_a_heading_at_the_very_end_is_there() -> None:
    assert lines(laid(*fill(3), Heading("The end")), 0)[-1] == "The end"


# -- the pages themselves ----------------------------------------------------------------------------------------------


def test_title_about_and_cover_stand_on_the_first_page_only() -> None:
    made = Document(title="Summary", about="last days", cover=("for reflection",), header="days", blocks=fill(100))
    pages = lay_out(made, Paper.A4)
    assert lines(pages, 0)[:3] == ["Summary", "last days", "for reflection"]
    assert all("Summary" not in words(pages)[number] for number in range(1, pages.count))


def test_every_page_has_a_header() -> None:
    pages = laid(*fill(100))
    strip = QRectF(22, 14, 166, 9)
    assert all(inked(picture(pages, number), strip) > 100 for number in range(pages.count))


def test_a_single_sheet_without_a_header_has_none() -> None:
    pages = laid(Large(("I am allowed to need something.",)), header="")
    assert inked(picture(pages, 0), QRectF(0, 0, 210, 27)) == 0


def test_an_empty_document_is_one_page() -> None:
    assert words(laid()) == [""]


def test_a_page_break_begins_a_page() -> None:
    assert words(laid(Paragraph("one"), PageBreak(), PageBreak(), Paragraph("two"))) == ["one", "two"]


@pytest.mark.parametrize("paper", [*Paper, Size(105, 148)])
def test_nothing_stands_in_the_margins(paper: Paper | Size) -> None:
    pages = laid(
        Paragraph("x" * 10_000),
        Paragraph("שלום " * 300),
        Heading("y" * 300, 3, Mark(1, 5), "a long aside " * 20),
        Field("z" * 200, "z" * 500),
        Items(("z" * 500, "short"), numbered=True),
        Grid("Triggers", ("Trigger", "Days"), (("word", "3"),), (3, 1)),
        Figure(PLANE, "A plane", "A plane"),
        Ruled("What?", 3),
        Scale("How?", 0, 10, "low", "high"),
        Large(("W" * 60, "w"), fixed=True),
        paper=paper,
    )
    size = pages.size
    side, scale = size.side / MM - 1, 1.5
    for number in range(pages.count):
        image = picture(pages, number, scale)
        assert inked(image, QRectF(0, 0, side, size.height), scale) == 0
        assert inked(image, QRectF(size.width - side, 0, side, size.height), scale) == 0
        assert inked(image, QRectF(0, size.end / MM + 1, size.width, size.height), scale) == 0


def test_everything_written_is_there_whatever_it_is() -> None:
    texts = [
        "plain",
        "e\u0301",
        "👩‍👧",
        "שלום",
        "漢字",
        "tab\tbed",
        "control \x07 sign",
        "two\nlines",
        "a\u202eb\u202cc",
    ]
    pages = laid(*(Paragraph(text) for text in texts), Items(tuple(texts)), *(Field("label", text) for text in texts))
    found = "\n".join(words(pages))
    for text in texts:
        assert found.count(text.replace("\x07", "\ufffd")) == 3


def test_an_override_ends_with_its_paragraph() -> None:
    pages = laid(Paragraph("\u202eabc"), Paragraph("end"))
    image, other = picture(pages, 0), picture(laid(Paragraph("abc"), Paragraph("end")), 0)
    lower = QRectF(22, 33.5, 166, 6)
    assert inked(image, lower) == inked(other, lower) > 0


def test_a_picture_of_the_paper_is_in_the_light_palette_and_leaves_the_painter_alone() -> None:
    record = QPicture()
    painter = QPainter(record)
    painter.setFont(QFont("Noto Sans", 33))
    laid(Heading("Sunday", 3, Mark(2, 4)), Figure(PLANE, "A plane", "A plane")).paint(painter, 0)
    assert painter.transform().map(QPointF(1, 1)) == QPointF(1, 1)
    painter.end()
    assert record.size() > 1000


# -- long work ---------------------------------------------------------------------------------------------------------


def test_progress_is_told_and_calls_it_off() -> None:
    told: list[tuple[int, int]] = []

    def note(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    made = Document(title="", blocks=fill(120))
    lay_out(made, Paper.A4, note)
    assert told[0] == (0, 120)
    assert told[-1] == (120, 120)
    assert len(told) > 2
    with pytest.raises(Cancelled):
        lay_out(made, Paper.A4, lambda done, _: done < 50)


def test_one_page_of_thousands_is_painted_without_the_others() -> None:
    pages = laid(*(Paragraph(SENTENCE * 20) for _ in range(400)))
    assert pages.count > 50
    painted = picture(pages, pages.count - 2)
    assert inked(painted, QRectF(22, 27, 166, 250)) > 1000


def test_scripts_without_a_font_are_named() -> None:
    assert laid(Paragraph("all is well, שלום")).missing == ()
    pages = laid(Field("label", "a \U000f1234 sign"), Grid("g", ("h",), (("\U00012f90",),)))
    assert len(pages.missing) >= 1
    assert "signs without a name" in pages.missing
