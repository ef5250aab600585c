"""Rewriting Qt's PDF files: they look as expected today, and what does not is left as it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter

from attach_desktop.summary.document import Paragraph
from attach_desktop.ui.paper.actual_text import spoken_line, with_text
from attach_desktop.ui.paper.said import Group, Run, Said
from attach_desktop.ui.paper.text_painter import TextPainter
from tests.ui.paper.laid import SCRIPTS, laid
from tests.ui.paper.reading import drawn

pytestmark = pytest.mark.usefixtures("qapp")
GLYPHS = b"q\nBT\n/F7 83 Tf 1 0 0 -1 0 0 Tm\n10 -50 Td <0001> Tj\n5 0 Td <0002> Tj\n6 0 Td <0003> Tj\nET\nQ\n"
PICTURE = b"q\n/GSa gs\n1 0 0 1 40 20 cm\n87 0 0 -82 0 82 cm /Im15  Do\nQ\n"


def as_qt_writes_it(*texts: str) -> tuple[bytes, TextPainter]:
    """A file before anything is put into it."""
    pages = laid(*(Paragraph(text) for text in texts))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer, painter = QPdfWriter(buffer), TextPainter()
    painter.begin(writer)
    for number in range(pages.count):
        if number:
            writer.newPage()
        painter.begin_page()
        pages.paint(painter, number)
    painter.end()
    return bytes(buffer.data().data()), painter


def spoken(drawing: bytes, *runs: Run, whole: str | None = None, font: bytes = b"/F7 ") -> bytes:
    return b"".join(spoken_line(drawing, Said(runs, whole), font))


def test_what_qt_writes_today_looks_as_expected() -> None:
    data, painter = as_qt_writes_it(*SCRIPTS.values())
    assert len(painter.lines) == sum(text != SCRIPTS["Vietnamese"] for text in SCRIPTS.values())
    rewritten = with_text(data, painter.lines, painter.pages, "en")
    assert rewritten != data
    assert b"ActualText" in drawn(rewritten)[0]


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data[:-10],
        lambda data: data.replace(b"startxref\n", b"startxref\n9"),
        lambda data: data.replace(b"/Kids", b"/Cats"),
        lambda data: data.replace(b"/Contents", b"/Kontents"),
        lambda data: data.replace(b"/FlateDecode", b"/PlateDecode"),
        lambda data: data.replace(b"/Info 1", b"/Info 0"),
    ],
)
def test_what_does_not_look_like_that_is_left_as_it_is(change: object) -> None:
    data, painter = as_qt_writes_it(SCRIPTS["Thai"])
    assert callable(change)
    damaged = change(data)
    assert with_text(damaged, painter.lines, painter.pages, "en") == damaged


def test_other_pages_than_were_painted_are_left_as_they_are() -> None:
    data, painter = as_qt_writes_it(SCRIPTS["Thai"])
    assert with_text(data, painter.lines, [0, 0], "en") == data


def test_groups_are_said_where_they_stand() -> None:
    found = spoken(GLYPHS, Run((Group(2, "ฉั"), Group(1, None))))
    assert found == (
        b"q\nBT\n/F7 83 Tf 1 0 0 -1 0 0 Tm\n/Span <</ActualText <FEFF0E090E31>>> BDC\n10 -50 Td <0001> Tj\n"
        b"5 0 Td <0002> Tj\nEMC\n6 0 Td <0003> Tj\nET\nQ\n"
    )


def test_what_is_drawn_backward_is_drawn_forward_and_said_as_it_lies() -> None:
    backward = GLYPHS.replace(b"5 0 Td", b"-5 0 Td").replace(b"6 0 Td", b"-6 0 Td")
    found = spoken(backward, Run((Group(3, "שלו"),), backward=True))
    assert b"<FEFF05D505DC05E9>>> BDC\n-1 -50 Td <0003> Tj\n6 0 Td <0002> Tj\n5 0 Td <0001> Tj\nEMC" in found


def test_pictures_have_a_letter_that_nobody_sees() -> None:
    found = spoken(PICTURE + GLYPHS, Run((Group(1, "🙂"),)), Run((Group(3, None),)))
    assert PICTURE + b"q\nBT\n/F7 82 Tf 3 Tr" in found
    assert b"<FEFFD83DDE42>>> BDC\n40 -50 Td <0001> Tj\nEMC\nET\nQ\n" in found
    assert found.endswith(GLYPHS)


def test_pictures_on_a_page_without_letters_are_left_alone() -> None:
    assert spoken(PICTURE, Run((Group(1, "🙂"),)), font=b"") == PICTURE


@pytest.mark.parametrize("run", [Run((Group(2, "ab"),)), Run((Group(4, "abcd"),)), Run((Group(1, "a"),))])
def test_where_glyphs_are_others_than_expected_the_line_is_said_as_a_whole(run: Run) -> None:
    assert (
        spoken(GLYPHS, run, whole="漢字") == b"/Span <</ActualText <FEFF6F225B57>>> BDC\n" + GLYPHS[:-2] + b"EMC\nQ\n"
    )
    assert spoken(GLYPHS, run, whole=None) == GLYPHS
