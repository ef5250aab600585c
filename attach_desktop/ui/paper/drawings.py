"""What a figure of a document shows, drawn: the charts of the insights, and those of the quiz."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, partial

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QFont, QPainter

from attach_desktop.insights.facts.basis import Fact
from attach_desktop.insights.words import Words
from attach_desktop.quiz.picture import PlaneData, StepsData
from attach_desktop.summary.document import Figure, Picture
from attach_desktop.ui.charts import taking
from attach_desktop.ui.charts.cards.of_facts import charts_of
from attach_desktop.ui.charts.cards.texts import Texts, figure
from attach_desktop.ui.charts.chart import Chart, Span, Spot, Table, painted
from attach_desktop.ui.charts.plane import draw_plane
from attach_desktop.ui.charts.steps import draw_steps
from attach_desktop.ui.theme.tokens import NORMAL, Palette

_PLANE, _STEPS = (352, 352), (460, 180)
#: The size of small text in a picture for HTML, in pixels.
_SMALL = 12


class Drawings:
    """Draws figures; the words for it are fetched once."""

    @cached_property
    def _texts(self) -> Texts:
        return Texts.of(Words().vocabulary)

    def __call__(self, shown: Figure) -> tuple[Chart, ...]:
        """The drawings of a figure; none where there is nothing to draw."""
        what = shown.what
        if isinstance(what, Chart):
            # A card of the insights that is on show has been drawn already.
            return (what,)
        if isinstance(what, PlaneData):
            return (_plane(what, shown),)
        if isinstance(what, StepsData):
            return (_steps(what, shown),)
        return charts_of(what, self._texts, shown.sentence) if isinstance(what, Fact) else ()


def drawings(shown: Figure) -> tuple[Chart, ...]:
    """The drawings of one figure; none where there is nothing to draw."""
    return Drawings()(shown)


def pictures(shown: Figure) -> Sequence[Picture]:
    """The same as SVG, each with its name, what it says, and its numbers as a table."""
    font = QFont()
    font.setPixelSize(_SMALL)
    return [_picture(chart, font) for chart in drawings(shown)]


def _picture(chart: Chart, font: QFont) -> Picture:
    wide, high = chart.size
    svg = taking.svg(chart, QSize(wide + 2 * NORMAL, high + 2 * NORMAL), font).decode()
    return Picture(svg=svg, name=chart.name, sentence=chart.sentence, heads=chart.table.heads, rows=chart.table.rows)


def _plane(data: PlaneData, shown: Figure) -> Chart:
    rows = tuple(
        (point.label, *(figure(value) for value in (point.x, *point.across, point.y, *point.up))) for point in data.line
    )
    across, up = data.names
    heads = (tr("Day"), across, tr("from"), tr("to"), up, tr("from"), tr("to"))
    return Chart(shown.name, shown.sentence, partial(_paint_plane, data), Table(heads, rows), size=_PLANE)


def _paint_plane(
    data: PlaneData, painter: QPainter, box: QRectF, palette: Palette, font: QFont, span: Span
) -> Sequence[Spot]:
    draw_plane(painter, box, data, palette, font)
    return ()


def _steps(data: StepsData, shown: Figure) -> Chart:
    rows = tuple((step.day.isoformat(), figure(step.value), figure(step.low), figure(step.high)) for step in data.steps)
    table = Table((tr("Day"), shown.name, tr("from"), tr("to")), rows)
    return Chart(shown.name, shown.sentence, painted(draw_steps, data), table, size=_STEPS)


def tr(text: str) -> str:
    """In the person's language."""
    return QCoreApplication.translate("Paper", text)
