"""One figure over time: where the steps stand, and which dates are written."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from attach_desktop.quiz.picture import Step, StepsData
from attach_desktop.ui.charts.steps import draw_steps, places
from attach_desktop.ui.theme.tokens import LIGHT, Palette
from tests.ui.charts.drawn import Drawing, drawn

FIRST = date(2026, 1, 1)


def step(days: int, value: float = 4.0, *, chosen: bool = False) -> Step:
    day = FIRST + timedelta(days=days)
    return Step(day, value, max(1, value - 1), min(7, value + 1), f"{day:%d %b %y}", chosen)


def steps(*made: Step, size: tuple[int, int] = (460, 190), ends: tuple[str, str] = ("low", "high")) -> Drawing:
    data = StepsData(1, 7, 4, ends, made)

    def draw(painter: QPainter, box: QRectF, palette: Palette, font: QFont) -> None:
        draw_steps(painter, box, data, palette, font)

    return drawn(draw, size)


def dots(drawing: Drawing) -> list[tuple[float, float, str]]:
    return [
        (float(attributes["cx"]), float(attributes["cy"]), fill)
        for tag, fill, attributes in drawing.shapes
        if tag in ("circle", "ellipse")
    ]


def test_time_runs_to_the_right_in_proportion_and_more_is_up(qapp: object) -> None:
    first, second, third = dots(steps(step(0, 2), step(10, 4), step(100, 6)))
    assert second[0] - first[0] == pytest.approx((third[0] - first[0]) / 10)
    assert first[1] > second[1] > third[1]


def test_the_chosen_one_is_filled(qapp: object) -> None:
    fills = [fill for _, _, fill in dots(steps(step(0), step(50, chosen=True)))]
    assert fills == [LIGHT.surface.lower(), LIGHT.accent.lower()]


def test_the_ends_are_named_even_with_very_long_names(qapp: object) -> None:
    drawing = steps(step(0), ends=("low " * 40, "high"))
    assert "high" in drawing.texts()
    assert all(written.box.width() < 460 / 4 for written in drawing.words)
    assert len(dots(drawing)) == 1


def test_the_chosen_the_last_and_the_first_date_are_always_written(qapp: object) -> None:
    made = [step(3 * at, chosen=at == 20) for at in range(41)]
    drawing = steps(*made)
    for at in (0, 20, 40):
        assert made[at].label in drawing.texts()
    assert drawing.overlapping() == []


def test_nothing_to_draw_is_a_scale_without_steps(qapp: object) -> None:
    drawing = steps()
    assert dots(drawing) == []
    assert drawing.texts() == ["low", "high"]


@given(st.lists(st.integers(0, 2000), min_size=1, max_size=40), st.floats(1, 20))
def test_places_are_in_order_inside_and_apart(days: list[int], apart: float) -> None:
    made = tuple(step(day) for day in sorted(days))
    found = places(made, 100, 500, apart)
    assert len(found) == len(made)
    assert all(100 - 1e-6 <= x <= 600 + 1e-6 for x in found)
    least = min(apart, 440 / max(1, len(found) - 1))
    assert all(two - one >= least - 1e-6 for one, two in pairwise(found))


def test_a_single_step_stands_in_the_middle() -> None:
    assert places((step(0),), 0, 100, 5) == [50]
    assert places((), 0, 100, 5) == []
