"""What a figure of a document shows, drawn: the charts of the insights and of the quiz."""

from __future__ import annotations

from attach_desktop.summary.document import Figure
from attach_desktop.ui.charts.chart import Chart


def drawings(figure: Figure) -> tuple[Chart, ...]:
    """The drawings of a figure; none where there is nothing to draw."""
    return ()
