"""A year in pixels: a cell a day, shape as well as colour, days without an entry seen to be such."""

from __future__ import annotations

from datetime import date

import pytest

from attach_desktop.ui.charts.pixels import DayCell, PixelsData, draw_pixels
from attach_desktop.ui.theme.tokens import LIGHT, THEMES
from tests.ui.charts.made import MONTHS, gray, picture, read

pytestmark = pytest.mark.usefixtures("qapp")
YEAR = tuple((2026, month, MONTHS[month - 1]) for month in range(1, 13))


def year(*cells: tuple[date, int]) -> PixelsData:
    return PixelsData(YEAR, tuple(DayCell(day, mood, at) for at, (day, mood) in enumerate(cells)))


def test_months_go_down_and_days_to_the_right() -> None:
    drawing, spots = read(draw_pixels, year((date(2026, 1, 1), 3), (date(2026, 1, 31), 3), (date(2026, 12, 1), 3)))
    first, last_of_january, december = spots
    assert first.at.y() == pytest.approx(last_of_january.at.y())
    assert first.at.x() == pytest.approx(december.at.x())
    assert last_of_january.at.x() > first.at.x()
    assert december.at.y() > first.at.y()
    assert set(MONTHS) <= set(drawing.texts())
    assert drawing.overlapping() == []


def test_each_cell_can_be_pointed_at_anywhere_in_it() -> None:
    (spot,) = read(draw_pixels, year((date(2026, 5, 5), 4)))[1]
    assert spot.box is not None
    assert spot.box.contains(spot.at)
    assert spot.box.width() > 8


def test_every_day_of_the_calendar_has_its_place() -> None:
    drawing, _ = read(draw_pixels, year())
    assert drawing.count("circle") + drawing.count("ellipse") == 365


@pytest.mark.parametrize("theme", THEMES)
def test_all_moods_differ_also_without_colour(theme: str) -> None:
    pictures = [picture(draw_pixels, year((date(2026, 3, 3), mood)), THEMES[theme]) for mood in range(1, 6)]
    grays = [gray(one) for one in pictures]
    assert all(a != b for at, a in enumerate(grays) for b in grays[at + 1 :])


@pytest.mark.parametrize("theme", THEMES)
def test_the_shape_stands_out_from_its_cell_without_colour(theme: str) -> None:
    palette = THEMES[theme]
    for mood in range(1, 6):
        (spot,) = read(draw_pixels, year((date(2026, 3, 3), mood)), palette=palette)[1]
        image = gray(picture(draw_pixels, year((date(2026, 3, 3), mood)), palette))
        assert spot.box is not None
        box = spot.box.toRect().adjusted(1, 1, -1, -1)
        shades = [
            image.pixelColor(x, y).lightness()
            for x in range(box.left(), box.right())
            for y in range(box.top(), box.bottom())
        ]
        assert max(shades) - min(shades) > 60


def test_the_shape_bends_up_for_pleasant_and_down_for_unpleasant() -> None:
    def middle_and_ends(mood: int) -> tuple[float, float]:
        data = year((date(2026, 3, 15), mood))
        (spot,) = read(draw_pixels, data, (920, 480))[1]
        image = picture(draw_pixels, data, LIGHT, (920, 480))

        def darkest(x: float) -> int:
            assert spot.box is not None
            rows = range(int(spot.box.top()) + 3, int(spot.box.bottom()) - 2)
            return min(rows, key=lambda y: image.pixelColor(round(x), y).lightness())

        return darkest(spot.at.x()), darkest(spot.at.x() - 6)

    middle, end = middle_and_ends(5)
    assert middle > end, "the middle hangs below the ends, like a smile"
    middle, end = middle_and_ends(1)
    assert middle < end


def test_the_last_year_of_the_calendar() -> None:
    data = PixelsData(((9999, 12, "Dec"),), (DayCell(date(9999, 12, 31), 1, 0),))
    assert len(read(draw_pixels, data)[1]) == 1
