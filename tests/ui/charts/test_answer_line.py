"""A line of answers: where it breaks, and what is written beside it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from attach_desktop.ui.charts.answer_line import AnswerLine, AnswerPoint, draw_answer_line
from attach_desktop.ui.theme.tokens import Palette
from tests.ui.charts.drawn import Drawing, drawn

FIRST = date(2026, 1, 4)


def line(
    *values: int | None, ends: tuple[str, str] = ("hardly", "very"), size: tuple[int, int] = (440, 128)
) -> Drawing:
    points = tuple(AnswerPoint(FIRST + timedelta(days=7 * at), value) for at, value in enumerate(values))
    data = AnswerLine(points, ends, ("4 Jan", "11 Jan" if len(values) > 1 else "4 Jan"))

    def draw(painter: QPainter, box: QRectF, palette: Palette, font: QFont) -> None:
        draw_answer_line(painter, box, data, palette, font)

    return drawn(draw, size)


def dots(drawing: Drawing) -> list[tuple[float, float]]:
    return [
        (float(attributes["cx"]), float(attributes["cy"]))
        for tag, _, attributes in drawing.shapes
        if tag in ("circle", "ellipse")
    ]


def test_time_runs_to_the_right_and_more_is_up(qapp: object) -> None:
    first, second, third = dots(line(0, 5, 10))
    assert first[0] < second[0] < third[0]
    assert second[0] - first[0] == pytest.approx(third[0] - second[0], abs=0.1)
    assert first[1] - second[1] == pytest.approx(second[1] - third[1], abs=0.1)


def test_where_nothing_is_known_it_breaks(qapp: object) -> None:
    whole, broken = line(3, 4, 5, 6), line(3, None, 5, 6)
    assert len(dots(whole)) == 4
    assert len(dots(broken)) == 3
    assert whole.count("polyline") - broken.count("polyline") == 2


def test_one_answer_is_a_dot_in_the_middle(qapp: object) -> None:
    drawing = line(7)
    [dot] = dots(drawing)
    assert 200 < dot[0] < 300
    assert drawing.texts() == ["hardly 0", "very 10", "4 Jan"]


def test_many_answers_are_a_line_with_its_ends_alone(qapp: object) -> None:
    assert len(dots(line(*([5] * 60)))) == 2


def test_words_do_not_lie_on_each_other_however_long(qapp: object) -> None:
    for ends in (("hardly", "very"), ("hardly " * 30, "very " * 30), ("", "")):
        drawing = line(1, 2, ends=ends)
        assert drawing.overlapping() == []
        assert all(written.box.right() < 440 for written in drawing.words)
