"""A line of a list."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLabel, QWidget

from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.listed import listed


def test_the_text_stands_beside_its_dash_however_long_it_gets(theme: Theme, on_screen: Callable[..., None]) -> None:
    line = listed("word " * 40, "muted")
    on_screen(line, QSize(300, 300))
    (text,) = line.findChildren(QLabel)
    (dash,) = [one for one in line.findChildren(QWidget) if one is not text]
    assert text.text() == "word " * 40
    assert text.property("role") == "muted"
    assert text.geometry().left() > dash.geometry().right()
    assert text.heightForWidth(text.width()) > 2 * text.fontMetrics().height()


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_the_dash_has_the_colour_of_its_text(theme: Theme, on_screen: Callable[..., None], choice: str) -> None:
    theme.choose(choice)
    line = listed("word", "muted")
    on_screen(line, QSize(300, 40))
    (text,) = line.findChildren(QLabel)
    image = line.grab(QRect(0, 0, text.geometry().left(), 40)).toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert theme.palette.muted.lower() in colours
