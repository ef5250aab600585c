"""A chart with what one can do with it: read it as a table, copy it, save it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from attach_desktop.errors import AttachError
from attach_desktop.interchange.writing import write_whole
from attach_desktop.ui.charts import taking
from attach_desktop.ui.charts.chart import WHOLE, Chart
from attach_desktop.ui.charts.numbers import NumbersView
from attach_desktop.ui.charts.reader import ZOOM, ChartReader
from attach_desktop.ui.clipboard import copy
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import SMALL, TIGHT
from attach_desktop.ui.widgets.labels import button
from attach_desktop.ui.widgets.tab_order import chain_after
from attach_desktop.vault.finding import Filter

#: Told a quiet line, such as what was copied; told of what went wrong.
Say = Callable[[str], None]
Complain = Callable[[AttachError], None]
Follow = Callable[[Filter], object]


class ChartFrame(QWidget):
    """Shows one chart, and its numbers in its place when asked to."""

    def __init__(
        self, theme: Theme, chart: Chart, say: Say, complain: Complain, follow: Follow = lambda _: None
    ) -> None:
        """``say`` and ``complain`` are the window's quiet line; ``follow`` shows the records that a filter finds."""
        super().__init__()
        self._theme, self.chart, self._say, self._complain = theme, chart, say, complain
        self.reader = ChartReader(theme, chart)
        self.reader.followed.connect(follow)
        self.table: NumbersView | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(TIGHT)
        self._column.addWidget(self.reader)
        row = QHBoxLayout()
        row.setSpacing(TIGHT)
        self.switch = button(self.tr("As a table"), self._switch, "quiet")
        self._take = button(self.tr("Take along"), lambda: None, "quiet")
        self._take.setAccessibleName(self.tr("Take along: {name}").format(name=chart.name))
        self._take.setMenu(self._menu())
        self._name_switch()
        row.addWidget(self.switch)
        row.addWidget(self._take)
        row.addStretch()
        if chart.zooms:
            self._zoom_row(row)
        self._column.addLayout(row)

    def _zoom_row(self, row: QHBoxLayout) -> None:
        """The same as + − 0 by mouse; the keys are told by their tooltips."""
        self.whole = self._small("0", self.tr("Show all of {name}").format(name=self.chart.name), self._all, "0")
        self.whole.setText(self.tr("All"))
        nearer = self._small("+", self.tr("Zoom in"), lambda: self.reader.zoom(self.reader.span.zoomed(ZOOM)), "+")
        farther = self._small(
            "−", self.tr("Zoom out"), lambda: self.reader.zoom(self.reader.span.zoomed(1 / ZOOM)), "−"
        )
        for one in (nearer, farther, self.whole):
            row.addWidget(one)
        self.whole.setEnabled(False)
        self.reader.zoomed.connect(lambda span: self.whole.setEnabled(span != WHOLE))

    def _small(self, sign: str, name: str, act: Callable[[], object], key: str) -> QPushButton:
        made = button(sign, act, "quiet")
        made.setAccessibleName(name)
        made.setToolTip(self.tr("{name} (in the drawing: {key})").format(name=name, key=key))
        return made

    def _all(self) -> None:
        self.reader.zoom(WHOLE)
        self.reader.setFocus()

    @property
    def shows_table(self) -> bool:
        """Whether the numbers are on show in place of the drawing."""
        return self.table is not None and not self.table.isHidden()

    def _switch(self) -> None:
        if self.table is None:
            self.table = NumbersView(self.tr("{name}, as a table").format(name=self.chart.name), self.chart.table)
            self._column.insertWidget(1, self.table)
            self.table.hide()
            chain_after(self.reader, self.table)
        shown = not self.shows_table
        self.table.setVisible(shown)
        self.reader.setVisible(not shown)
        self._name_switch()

    def _name_switch(self) -> None:
        text = self.tr("As a drawing") if self.shows_table else self.tr("As a table")
        self.switch.setText(text)
        self.switch.setAccessibleName(f"{text}: {self.chart.name}")

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for text, act in (
            (self.tr("Copy as a picture"), self.copy_picture),
            (self.tr("Copy the numbers"), self.copy_numbers),
            (self.tr("Save as an SVG drawing …"), self._ask_and_save),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, act=act: act())
        return menu

    # -- taking along ----------------------------------------------------------------------------------------------

    def copy_picture(self) -> None:
        """Put the drawing on the clipboard."""
        made = taking.image(self.chart, self._size(), self._theme.font("small"), self.reader.span)
        QGuiApplication.clipboard().setImage(made)
        self._say(self.tr("The picture is on the clipboard."))

    def copy_numbers(self) -> None:
        """Put the table on the clipboard as comma-separated text."""
        copy(self.chart.table.csv())
        self._say(self.tr("The numbers are on the clipboard, separated by commas."))

    def save(self, path: Path) -> None:
        """Write the drawing as an SVG file. Raises StorageError where it cannot be written."""
        made = taking.svg(self.chart, self._size(), self._theme.font("small"), self.reader.span)

        def fill(out: TextIO) -> None:
            out.write(made.decode())

        write_whole(path, fill)

    def _ask_and_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as an SVG drawing"), "drawing.svg", self.tr("SVG drawing (*.svg)")
        )
        if not name:
            return
        path = Path(name) if name.lower().endswith(".svg") else Path(f"{name}.svg")
        try:
            self.save(path)
        except AttachError as error:
            self._complain(error)
        else:
            self._say(self.tr("The drawing is saved."))

    def _size(self) -> QSize:
        """As on the screen; a chart that has not been laid out yet has the size that it would like."""
        wide = max(self.reader.width(), self.chart.size[0])
        return QSize(wide + 4 * SMALL, max(self.reader.height(), self.chart.size[1]) + 4 * SMALL)
