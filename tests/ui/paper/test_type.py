from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF

from attach_desktop.ui.paper.sheet import POINT
from attach_desktop.ui.paper.type import Fonts, Style
from attach_desktop.ui.theme.tokens import LIGHT

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("style", Style)
def test_sizes_are_in_dots_of_the_paper_and_not_of_a_screen(style: Style) -> None:
    font = Fonts()[style]
    assert font.pixelSize() == round(style.points * POINT)
    assert (font.weight() >= QFont.Weight.DemiBold) is style.bold


def test_everything_is_of_the_programs_family_but_codes() -> None:
    fonts = Fonts()
    assert {fonts[style].family() for style in Style if not style.fixed} == {QFont().family()}
    metrics = QFontMetricsF(fonts[Style.CODE])
    assert metrics.horizontalAdvance("i") == metrics.horizontalAdvance("W")
    assert QFontInfo(fonts[Style.CODE]).family() != QFontInfo(fonts[Style.BODY]).family()


def test_ink_is_that_of_the_light_theme() -> None:
    fonts = Fonts()
    assert fonts.colour(Style.BODY) == QColor(LIGHT.ink)
    assert fonts.colour(Style.SMALL) == QColor(LIGHT.muted)


def test_small_text_is_never_smaller_than_can_be_read() -> None:
    assert min(style.points for style in Style) >= 8
