from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.summary.document import Span
from attach_desktop.summary.light import light

PIECES = st.lists(
    st.sampled_from(
        ["*", "**", "***", "_", "__", "a", "b c", " ", "\n", "# ", "- ", "* ", "## x ##", "![a](b)", "<b>"]
    ),
    max_size=14,
).map("".join)


@pytest.mark.parametrize(
    ("typed", "text", "spans"),
    [
        ("so **very** sad", "so very sad", [Span(3, 7, bold=True)]),
        ("*a* and _b_", "a and b", [Span(0, 1, italic=True), Span(6, 7, italic=True)]),
        ("***both***", "both", [Span(0, 4, bold=True, italic=True)]),
        ("**a *b* c**", "a b c", [Span(0, 5, bold=True), Span(2, 3, italic=True)]),
        ("# A *head* #", "A head", [Span(0, 6, bold=True), Span(2, 6, italic=True)]),
        ("- one\n  * two **three**", "– one\n  – two three", [Span(14, 19, bold=True)]),
        ("first\n**second**", "first\nsecond", [Span(6, 12, bold=True)]),
        ("snake_case_word 2 * 3 * 4", "snake_case_word 2 * 3 * 4", []),
        ("**never closed", "**never closed", []),
        ("* * *", "* * *", []),
        ("#hashtag", "#hashtag", []),
        ("1. one", "1. one", []),
        ("![x](file:///etc/passwd) <img src=x> [a](javascript:b)", None, []),
    ],
)
def test_what_people_write_in_notes(typed: str, text: str | None, spans: list[Span]) -> None:
    read = light(typed)
    assert read.text == (typed if text is None else text)
    assert list(read.spans) == spans


@given(PIECES)
def test_only_marks_are_taken_away(typed: str) -> None:
    read = light(typed)
    kept = [sign for sign in typed if sign not in "*_#- \n"]
    assert [sign for sign in read.text if sign not in "*_#–- \n"] == kept
    assert all(0 <= span.begin < span.end <= len(read.text) for span in read.spans)


@given(PIECES)
def test_parts_that_stand_out_lie_beside_or_inside_each_other(typed: str) -> None:
    spans = light(typed).spans
    for one in spans:
        for other in spans:
            assert not one.begin < other.begin < one.end < other.end


def test_many_marks_take_time_in_proportion() -> None:
    began = time.perf_counter()
    light("*a " * 10_000 + "_b* " * 10_000)
    light("**" * 10_000)
    assert time.perf_counter() - began < 10
