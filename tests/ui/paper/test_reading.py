from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPdfWriter, QTextLayout

from attach_desktop.ui.paper.pdf_words import with_words
from attach_desktop.ui.paper.reading import Reading, ReadingPainter, marked_colour, needs_reading, number_of
from tests.ui.paper.poppler import needs_poppler, picture_of, text_of
from tests.ui.paper.test_extraction import MIXED, SCRIPTS

pytestmark = pytest.mark.usefixtures("qapp")


def laid_out(text: str, pixels: int = 24) -> QTextLayout:
    font = QFont()
    font.setPixelSize(pixels)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(10_000)
    layout.endLayout()
    return layout


@pytest.mark.parametrize("number", [0, 1, 255, 256, 65_535, 65_536, (1 << 23) - 1])
def test_a_number_lies_in_a_colour_and_nobody_sees_it(number: int) -> None:
    for name in ("#26282C", "#5C5F66", "#000000", "#ffffff"):
        colour = QColor(name)
        marked = marked_colour(colour, number)
        assert number_of(marked.redF(), marked.greenF(), marked.blueF()) == number
        assert number_of(colour.redF(), colour.greenF(), colour.blueF()) is None
        parts = zip(marked.getRgb(), colour.getRgb(), strict=True)  # type: ignore[call-overload]
        assert max(abs(one - other) for one, other in parts) <= 1


def test_lines_look_as_they_would_draw_themselves() -> None:
    for text in (*SCRIPTS.values(), *MIXED.values()):
        layout = laid_out(text)
        pictures = []
        for reading in (None, Reading()):
            picture = QImage(900, 60, QImage.Format.Format_RGB32)
            picture.fill(QColor("white"))
            painter = QPainter(picture)
            painter.setPen(QColor("#26282C"))
            if reading is None:
                layout.draw(painter, QPointF(5, 5))
            else:
                reading.draw(painter, layout, range(1), QPointF(5, 5))
                assert painter.pen().color() == QColor("#26282C")
            painter.end()
            pictures.append(bytes(picture.constBits()))
        assert max(abs(one - other) for one, other in zip(*pictures, strict=True)) <= 1, text


def test_what_a_font_shapes_needs_help() -> None:
    plain = ("Ein schöner Tag", "office", "今天", "Сегодня", "היום", "100 € – “so”")
    assert [needs_reading(text) for text in plain] == [False] * len(plain)
    shaped = ("हिन्दी", "ไทย", "كان", "שָׁלוֹם", "e\u0301", "👍🏽", "𠮷", "a\u200db")
    assert [needs_reading(text) for text in shaped] == [True] * len(shaped)


def test_groups_of_glyphs_know_their_letters() -> None:
    reading = Reading()
    picture = QImage(10, 10, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    reading.draw(painter, laid_out("हिन्दी"), range(1), QPointF())
    painter.end()
    assert [run.texts for run in reading.runs] == [("हि", "न्", "दी")]
    assert not reading.runs[0].leftward


@needs_poppler
def test_labels_of_drawings_are_found_as_well() -> None:
    buffer, reading = QBuffer(), Reading()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = ReadingPainter(reading)
    painter.begin(writer)
    for at, text in enumerate(("plain", "हिन्दी", "👍🏽", "two\nlines ไทย")):
        painter.drawText(QRectF(0, 500 * at, 3000, 400), Qt.AlignmentFlag.AlignRight, text)
    painter.end()
    found = text_of(with_words(bytes(buffer.data().data()), reading, "en"))
    assert found.split()[:4] == ["plain", "हिन्दी", "👍🏽", "two"]


def test_labels_stand_where_they_would() -> None:
    align = Qt.AlignmentFlag
    for side, text in ((align.AlignRight, "ไทย"), (align.AlignCenter, "हिन्दी"), (align.AlignLeft, "كتاب")):
        places = []
        for painter in (QPainter(), ReadingPainter(Reading())):
            picture = QImage(300, 60, QImage.Format.Format_Grayscale8)
            picture.fill(255)
            painter.begin(picture)
            painter.drawText(QRectF(10, 10, 280, 40), side, text)
            painter.end()
            places.append([(at % 300, at // 300) for at, light in enumerate(picture.constBits()) if light < 128])
        assert len(places[0]) > 20
        for way in (0, 1):
            ends = [(min(place[way] for place in each), max(place[way] for place in each)) for each in places]
            assert max(abs(one - other) for one, other in zip(*ends, strict=True)) <= 1, text


@needs_poppler
def test_words_change_nothing_of_the_picture(tmp_path: Path) -> None:
    buffer, reading = QBuffer(), Reading()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    for at, text in enumerate((*SCRIPTS.values(), *MIXED.values())):
        if at == 15:
            writer.newPage()
        reading.draw(painter, laid_out(text, 240), range(1), QPointF(0, 300 * (at % 15)))
    painter.end()
    plain = bytes(buffer.data().data())
    wordy = with_words(plain, reading, "en")
    assert wordy.count(b"/Lang") == 1
    pictures = []
    for name, data in (("plain", plain), ("wordy", wordy)):
        (tmp_path / name).mkdir()
        pictures.append(picture_of(data, tmp_path / name))
    assert len(pictures[0]) > 100_000
    # Places are rounded to a ten-thousandth of a dot: hardly a point of the picture may be a shade off.
    differences = [abs(one - other) for one, other in zip(*pictures, strict=True)]
    assert max(differences) <= 8
