"""Charts taken along: a sharp picture, an SVG that can be read, both in the light palette."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from attach_desktop.ui.charts import taking
from attach_desktop.ui.charts.chart import Span
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import LIGHT
from tests.ui.charts.made import chart_of, days

_SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def font(qapp: QApplication) -> QFont:
    made = QFont()
    made.setPointSizeF(8.5)
    return made


def test_the_picture_is_sharp_and_light_whatever_the_theme(font: QFont, theme: Theme) -> None:
    theme.choose("dark")
    image = taking.image(chart_of(days(60)), QSize(500, 260), font)
    assert (image.width(), image.height()) == (1000, 520)
    assert image.pixelColor(2, 2).name().upper() == LIGHT.surface
    assert image != taking.image(chart_of(days(60)), QSize(500, 260), font, Span(0.5, 1.0))


def test_the_svg_says_what_it_shows(font: QFont) -> None:
    root = ET.fromstring(taking.svg(chart_of(days(60)), QSize(500, 260), font))  # noqa: S314 (our own drawing)
    assert root.findtext(f"{_SVG}title") == "Mood over time"
    assert root.findtext(f"{_SVG}desc") == "Moods went up and down."
    assert root.get("viewBox") == "0 0 500 260"
    texts = [(text.text or "").strip() for text in root.iter(f"{_SVG}text")]
    assert "weeks" in texts
    assert len(list(root.iter(f"{_SVG}polyline"))) > 5


def test_signs_of_the_language_of_svg_are_text(font: QFont) -> None:
    from dataclasses import replace

    chart = replace(chart_of(days(10)), name="<b> & “them”", sentence="a < b")
    root = ET.fromstring(taking.svg(chart, QSize(300, 200), font))  # noqa: S314 (our own drawing)
    assert root.findtext(f"{_SVG}title") == "<b> & “them”"
