"""Small drawings over time on one axis."""

from __future__ import annotations

from dataclasses import replace

import pytest

from attach_desktop.ui.charts.chart import Span
from attach_desktop.ui.charts.multiples import Multiple, MultiplesData, draw_multiples, height_of
from tests.ui.charts.made import days, read

pytestmark = pytest.mark.usefixtures("qapp")


def both() -> MultiplesData:
    one = replace(days(40), lines=(), moods=False, ends=("not at all", "very much indeed"))
    two = replace(one, ends=("0", "9"), days=tuple(replace(point, told=point.told + 40) for point in one.days))
    return MultiplesData((Multiple("Close to others?", "usually 4", one), Multiple("Worried?", "", two)))


def test_the_same_day_stands_in_the_same_place() -> None:
    drawing, spots = read(draw_multiples, both(), (460, height_of(both())))
    assert [spot.told for spot in spots] == list(range(80))
    assert spots[7].at.x() == pytest.approx(spots[47].at.x())
    assert spots[7].at.y() < spots[47].at.y()
    assert {"Close to others?", "usually 4", "Worried?", "very much indeed"} <= set(drawing.texts())
    assert drawing.overlapping() == []


def test_all_show_the_same_part_of_the_time() -> None:
    told = [spot.told for spot in read(draw_multiples, both(), span=Span(0.0, 0.5))[1]]
    assert told == [*range(20), *range(40, 60)]


def test_none_is_nothing() -> None:
    assert read(draw_multiples, MultiplesData(()))[1] == []
    assert height_of(MultiplesData(())) == height_of(MultiplesData(both().parts[:1]))
