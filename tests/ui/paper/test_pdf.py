"""PDF files: type and vectors, neutral, and every script is found again."""

from __future__ import annotations

import re

import pytest

from attach_desktop.interchange.progress import Cancelled
from attach_desktop.quiz.picture import PlaneData
from attach_desktop.summary.document import Document, Field, Figure, Heading, Mark, Paragraph
from attach_desktop.ui.paper.pages import lay_out
from attach_desktop.ui.paper.pdf import pdf
from attach_desktop.ui.paper.sheet import Paper
from tests.ui.paper.laid import SCRIPTS, SENTENCE, laid
from tests.ui.paper.poppler import needs_poppler
from tests.ui.paper.reading import as_read, drawn, page_count, read

pytestmark = pytest.mark.usefixtures("qapp")
TO_THE_LEFT = ("Arabic", "Hebrew", "Hebrew with points", "Arabic with marks", "emoji in Arabic")


def test_it_is_type_and_vectors() -> None:
    plane = PlaneData(7, (4, 4), ("a", "b"), (("low", "high"),) * 2, ("p", "q", "r", "s"))
    data = pdf(laid(Heading("Sunday", 3, Mark(2, 4)), Paragraph(SENTENCE), Figure(plane, "A plane", "A plane")))
    assert data.startswith(b"%PDF-")
    assert b"/Subtype /Image" not in data
    assert b"/FontFile2" in data
    assert page_count(data) == 1


@pytest.mark.parametrize(("paper", "box"), [(Paper.A4, b"595.000000 842"), (Paper.LETTER, b"612.000000 792")])
def test_pages_are_as_many_and_as_large_as_on_the_screen(paper: Paper, box: bytes) -> None:
    pages = laid(*(Paragraph(SENTENCE * 5) for _ in range(60)), paper=paper)
    data = pdf(pages)
    assert page_count(data) == pages.count > 3
    assert data.count(b"/MediaBox [0 0 " + box) == pages.count


def test_nothing_says_what_it_is_who_made_it_or_when() -> None:
    data = pdf(laid(Paragraph("Attachment anxiety"), title="A secret"))
    assert "Document".encode("utf-16-be") in data
    for word in (b"Date", b"Author", b"Creator", b"Producer", b"ttach", b"xpacket", b"/ID", b"/Metadata"):
        assert word not in data
    for text in ("ttach", "secret", "Qt"):
        assert text.encode() not in data
        assert text.encode("utf-16-be") not in data


def test_the_same_document_gives_the_same_file() -> None:
    pages = laid(Paragraph(SENTENCE), Paragraph(SCRIPTS["Thai"]))
    assert pdf(pages) == pdf(pages)


def test_it_says_its_language() -> None:
    made = Document(title="", language="pt-BR", blocks=[Paragraph("a")])
    assert b"/Lang (pt-BR)" in pdf(lay_out(made, Paper.A4))


def test_progress_is_told_of_every_page_and_calls_it_off() -> None:
    pages, told = laid(*(Paragraph(SENTENCE * 5) for _ in range(60))), list[tuple[int, int]]()

    def note(done: int, total: int) -> bool:
        told.append((done, total))
        return True

    pdf(pages, note)
    assert told == [(number, pages.count) for number in range(pages.count)]
    with pytest.raises(Cancelled):
        pdf(pages, lambda done, _: done < 2)


def test_plain_pages_have_no_spans() -> None:
    (page,) = drawn(pdf(laid(Paragraph("office “Straße” – naïve"))))
    assert b"ActualText" not in page
    assert b"-30000" not in page


def test_marks_are_taken_out_and_spans_are_closed() -> None:
    (page,) = drawn(pdf(laid(*(Paragraph(text) for text in SCRIPTS.values()))))
    assert b"-30000" not in page
    assert page.count(b"ActualText") > 20
    assert page.count(b" BDC\n") == page.count(b"EMC\n")
    # A span lies within one piece of text, or around whole ones.
    for piece in re.findall(rb"BT\n(.*?)ET\n", page, re.DOTALL):
        assert piece.count(b" BDC\n") == piece.count(b"EMC\n")


@needs_poppler
@pytest.mark.parametrize("name", [name for name in SCRIPTS if name not in TO_THE_LEFT])
def test_every_script_is_found_again(name: str) -> None:
    text = SCRIPTS[name]
    assert as_read(text) in read(pdf(laid(Paragraph("Before"), Paragraph(text), Paragraph("After"))))


@needs_poppler
@pytest.mark.parametrize("name", TO_THE_LEFT)
def test_what_is_written_to_the_left_is_found_on_a_page_of_its_own(name: str) -> None:
    # Readers take the direction of a page for that of its lines.
    text = SCRIPTS[name]
    assert as_read(text) in read(pdf(laid(Paragraph(SCRIPTS["Hebrew"] * 2), Paragraph(text))))


@needs_poppler
@pytest.mark.parametrize("name", TO_THE_LEFT)
def test_its_words_are_found_on_any_page(name: str) -> None:
    found = " ".join(read(pdf(laid(Field("What happened", SCRIPTS[name]), Paragraph(SENTENCE * 5)))))
    for word in as_read(SCRIPTS[name]).replace("،", " ").replace(",", " ").replace(".", " ").split():
        assert word in found


@needs_poppler
def test_long_texts_are_found_line_by_line() -> None:
    text = SCRIPTS["Thai"] * 60
    found = "".join(read(pdf(laid(Paragraph(text))))).replace(" ", "")
    assert as_read(text).replace(" ", "") in found.replace("SomedaysPage1of2", "").replace("Page2of2", "")


@needs_poppler
def test_words_in_drawings_are_found_again() -> None:
    plane = PlaneData(7, (4, 4), ("a", "b"), (("ज्ञान", "high"),) * 2, ("क्षत्रिय", "q", "r", "s"))
    found = read(pdf(laid(Figure(plane, "A plane", "A plane"))))
    assert "क्षत्रिय" in " ".join(found)
    assert "ज्ञान" in " ".join(found)
