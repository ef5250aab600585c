"""Rewriting Qt's PDF files: they look as expected today, and what does not is left as it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter

from attach_desktop.summary.document import Paragraph
from attach_desktop.ui.paper.actual_text import with_text
from attach_desktop.ui.paper.said import is_plain
from attach_desktop.ui.paper.text_painter import TextPainter
from tests.ui.paper.laid import SCRIPTS, laid
from tests.ui.paper.reading import drawn

pytestmark = pytest.mark.usefixtures("qapp")


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


def test_what_qt_writes_today_looks_as_expected() -> None:
    data, painter = as_qt_writes_it(*SCRIPTS.values())
    assert len(painter.lines) == sum(not is_plain(text) for text in SCRIPTS.values()) > 5
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
