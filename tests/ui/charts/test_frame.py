"""A chart with what one can do with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from attach_desktop.errors import AttachError, StorageError
from attach_desktop.ui.charts.chart import WHOLE
from attach_desktop.ui.charts.frame import ChartFrame
from attach_desktop.ui.charts.numbers import NumbersView
from attach_desktop.ui.charts.reader import ChartReader
from attach_desktop.ui.theme.theme import Theme
from tests.ui.charts.made import chart_of, days
from tests.ui.eyes import buttons, choose, parts, push


class Heard:
    """What the window's quiet line was told."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.complained: list[AttachError] = []


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def frame(theme: Theme, heard: Heard, on_screen: Callable[..., None]) -> ChartFrame:
    made = ChartFrame(theme, chart_of(days(60)), heard.said.append, heard.complained.append)
    on_screen(made, QSize(520, 320))
    return made


def test_the_numbers_come_in_the_place_of_the_drawing_and_go_again(frame: ChartFrame) -> None:
    push(frame, "As a table: Mood over time")
    (table,) = parts(frame, NumbersView)
    assert parts(frame, ChartReader) == []
    model = table.model()
    found = tuple(tuple(str(model.index(row, column).data()) for column in (0, 1)) for row in range(model.rowCount()))
    assert found == frame.chart.table.rows
    push(frame, "As a drawing: Mood over time")
    assert parts(frame, ChartReader) == [frame.reader]
    assert parts(frame, NumbersView) == []


def test_zooming_by_its_buttons(frame: ChartFrame) -> None:
    assert not frame.whole.isEnabled()
    push(frame, "Zoom in")
    assert frame.reader.span.width < 1
    assert frame.whole.isEnabled()
    push(frame, "Zoom out")
    push(frame, "Zoom in")
    push(frame, "All")
    assert frame.reader.span == WHOLE


def test_a_chart_without_time_has_no_such_buttons(theme: Theme, on_screen: Callable[..., None]) -> None:
    made = ChartFrame(theme, chart_of(days(10), zooms=False), lambda _: None, lambda _: None)
    on_screen(made, QSize(520, 320))
    assert buttons(made) == ["As a table", "Take along"]


def test_the_picture_goes_to_the_clipboard(frame: ChartFrame, heard: Heard) -> None:
    choose(frame, "Copy as a picture")
    image = QGuiApplication.clipboard().image()
    assert image.width() > 900
    assert heard.said == ["The picture is on the clipboard."]


def test_the_numbers_go_to_the_clipboard(frame: ChartFrame, heard: Heard) -> None:
    choose(frame, "Copy the numbers")
    assert QGuiApplication.clipboard().text() == frame.chart.table.csv()
    assert len(heard.said) == 1


def test_the_drawing_is_saved(frame: ChartFrame, heard: Heard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    choose(frame, "Save as an SVG drawing …")
    assert ET.parse(tmp_path / "mine.svg").getroot().tag.endswith("svg")  # noqa: S314 (our own drawing)
    assert heard.said == ["The drawing is saved."]


def test_changing_ones_mind_saves_nothing(frame: ChartFrame, heard: Heard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    choose(frame, "Save as an SVG drawing …")
    assert heard.said == []


def test_where_it_cannot_be_written_it_is_told(
    frame: ChartFrame, heard: Heard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "mine.svg"), ""))
    choose(frame, "Save as an SVG drawing …")
    assert [error.key for error in heard.complained] == ["cannot-write"]
    with pytest.raises(StorageError):
        frame.save(tmp_path / "no" / "mine.svg")
