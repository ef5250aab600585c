"""Documents on pages: what belongs together, what comes again, what is never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPicture

from attach_desktop.interchange.progress import Cancelled
from attach_desktop.quiz.picture import PlaneData
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
    Span,
    Tone,
)
from attach_desktop.ui.paper.pages import Pages, lay_out
from attach_desktop.ui.paper.sheet import MM, Paper, Size
from attach_desktop.ui.theme.tokens import LIGHT
from tests.ui.paper.laid import SENTENCE, laid, lines, words

pytestmark = pytest.mark.usefixtures("qapp")
PLANE = PlaneData(7, (4, 4), ("a", "b"), (("low", "high"), ("low", "high")), ("p", "q", "r", "s"))


def picture(pages: Pages, number: int, scale: float = 1.5) -> QImage:
    """A page on white, so many pixels a millimetre."""
    made = QImage(int(pages.size.width * scale), int(pages.size.height * scale), QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    painter = QPainter(made)
    painter.scale(scale / MM, scale / MM)
    pages.paint(painter, number)
    painter.end()
    return made


def inked(image: QImage, box: QRectF, scale: float = 1.5) -> int:
    """How many pixels of a box (in millimetres) are not white."""
    cut = image.copy(QRectF(box.topLeft() * scale, box.size() * scale).toRect().intersected(image.rect()))
    white = QColor("white").rgb()
    return sum(cut.pixel(x, y) != white for x in range(cut.width()) for y in range(cut.height()))


def fill(count: int) -> list[Block]:
    """Paragraphs of one line each."""
    return [Paragraph(f"line {at}") for at in range(count)]


def room() -> int:
    """How many paragraphs of one line a page has room for."""
    return len(lines(laid(*fill(100)), 0))


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


@pytest.mark.parametrize("short", range(1, 9))
def test_no_first_or_last_line_of_a_paragraph_stands_alone(short: int) -> None:
    pages = laid(*fill(room() - short), Paragraph(SENTENCE * 8))
    on_page = [sum("noon" in line or "phone" in line for line in lines(pages, at)) for at in range(pages.count)]
    assert sum(on_page) >= 5
    assert 1 not in on_page


def test_a_heading_at_the_very_end_is_there() -> None:
    assert lines(laid(*fill(3), Heading("The end")), 0)[-1] == "The end"


def test_thousands_of_headings_in_a_row_are_laid_out() -> None:
    pages = laid(*[Heading(f"h{at}", 2) for at in range(300)])
    assert "\n".join(words(pages)).split() == [f"h{at}" for at in range(300)]


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


# -- tables ------------------------------------------------------------------------------------------------------------


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
        table(3),
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
