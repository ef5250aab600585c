from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from attach_desktop.ui.paper.text_painter import TextPainter
from tests.ui.paper.layouts import laid_out
from tests.ui.paper.test_extraction import MIXED, SCRIPTS

pytestmark = pytest.mark.usefixtures("qapp")


def test_lines_look_as_they_would_draw_themselves() -> None:
    for text in (*SCRIPTS.values(), *MIXED.values()):
        layout = laid_out(text)
        line = layout.lineAt(0)
        pictures = []
        for painter in (QPainter(), TextPainter()):
            picture = QImage(900, 60, QImage.Format.Format_RGB32)
            picture.fill(QColor("white"))
            painter.begin(picture)
            painter.setPen(QColor("#26282C"))
            if isinstance(painter, TextPainter):
                painter.draw_line(text, line, QPointF(5, 5), right_to_left=False)
                assert painter.pen().color() == QColor("#26282C")
            else:
                line.draw(painter, QPointF(5, 5))
            painter.end()
            pictures.append(bytes(picture.constBits()))
        assert max(abs(one - other) for one, other in zip(*pictures, strict=True)) <= 1, text


def test_labels_stand_where_they_would() -> None:
    align = Qt.AlignmentFlag
    for side, text in ((align.AlignRight, "ไทย"), (align.AlignCenter, "हिन्दी"), (align.AlignLeft, "كتاب")):
        places = []
        for painter in (QPainter(), TextPainter()):
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


def test_what_needs_no_help_is_not_noted() -> None:
    picture, painter = QImage(100, 50, QImage.Format.Format_RGB32), TextPainter()
    painter.begin(picture)
    layout = laid_out("Ein schöner Tag")
    painter.draw_line(layout.text(), layout.lineAt(0), QPointF(), right_to_left=False)
    painter.drawText(QRectF(0, 0, 100, 50), Qt.AlignmentFlag.AlignLeft, "今天")
    painter.drawText(QPointF(0, 0), "plain")
    assert painter.lines == []
    painter.drawText(QRectF(0, 0, 100, 50), Qt.AlignmentFlag.AlignLeft, "ไทย")
    painter.end()
    assert painter.lines[0].whole == "ไทย"


def test_marks_lie_off_the_page_also_where_it_is_turned() -> None:
    picture, painter = QImage(100, 50, QImage.Format.Format_RGB32), TextPainter()
    painter.begin(picture)
    painter.rotate(90)
    before = painter.transform()
    painter.drawText(QPointF(10, -20), "ไทย")
    assert painter.transform() == before
    assert painter.pages == []
    painter.begin_page()
    assert painter.pages == [1]
    painter.end()
