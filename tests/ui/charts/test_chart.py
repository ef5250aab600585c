"""What a chart is made of: the span that is on show, and the table as text."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.ui.charts.chart import NARROWEST, WHOLE, Span, Table

shares = st.floats(0, 1)
factors = st.floats(0.05, 20)


@given(shares, factors, shares, st.floats(-5, 5))
def test_a_span_never_leaves_the_whole(around: float, factor: float, other: float, moved: float) -> None:
    span = WHOLE.zoomed(0.3, around).zoomed(factor, other).moved(moved)
    assert 0 <= span.begin <= span.end <= 1 + 1e-9
    assert span.width >= NARROWEST - 1e-9


@given(shares)
def test_what_is_pointed_at_stays_where_it_is(around: float) -> None:
    span = Span(0.25, 0.75)
    nearer = span.zoomed(0.5, around)
    assert nearer.width == pytest.approx(0.25)
    assert nearer.begin + around * nearer.width == pytest.approx(span.begin + around * span.width)


def test_zooming_out_ends_with_everything() -> None:
    assert Span(0.4, 0.5).zoomed(1000) == WHOLE


def test_moving_stops_at_the_ends() -> None:
    assert Span(0.2, 0.4).moved(-9) == Span(0.0, 0.2)
    assert Span(0.2, 0.4).moved(9) == Span(0.8, 1.0)


def test_what_is_out_of_sight_is_brought_into_it() -> None:
    span = Span(0.2, 0.4)
    assert span.showing(0.3) == span
    assert span.showing(0.9).begin <= 0.9 <= span.showing(0.9).end


def test_the_table_as_text_keeps_figures_and_disarms_formulas() -> None:
    table = Table(("Word", "Change"), (("=HYPERLINK(1)", "-1.5"), ("a, “b”", "−2"), ("-x", "3")))
    rows = list(csv.reader(io.StringIO(table.csv())))
    assert rows == [["Word", "Change"], ["'=HYPERLINK(1)", "-1.5"], ["a, “b”", "−2"], ["'-x", "3"]]
