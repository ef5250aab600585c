from __future__ import annotations

import pytest

from attach_desktop.summary.document import Span
from attach_desktop.ui.paper.text import STRETCH, Lines, Text, packed, parts, stretches, unpacked
from attach_desktop.ui.paper.type import Fonts, Style
from tests.ui.paper.laid import SENTENCE

pytestmark = pytest.mark.usefixtures("qapp")
WIDTH = 2000.0


@pytest.fixture
def fonts() -> Fonts:
    return Fonts()


def body(text: str, *spans: Span) -> Text:
    return Text(text, Style.BODY, WIDTH, spans)


def test_lines_are_no_wider_than_their_column_and_lose_nothing(fonts: Fonts) -> None:
    broken = Lines(body(SENTENCE * 10), fonts)
    assert broken.count > 5
    assert all(broken.layout.lineAt(at).naturalTextWidth() <= WIDTH for at in range(broken.count))
    assert "".join(broken.line(at) for at in range(broken.count)) == SENTENCE * 10


def test_lines_stand_below_each_other(fonts: Fonts) -> None:
    broken = Lines(body(SENTENCE * 3), fonts)
    assert broken.tops[0] == 0
    steps = [below - above for above, below in zip(broken.tops, broken.tops[1:], strict=False)]
    assert all(step >= Style.BODY.dots * 1.3 for step in steps)


def test_a_word_without_end_is_broken_anywhere(fonts: Fonts) -> None:
    found = stretches(body("x" * 10_000), fonts)
    assert sum(len(lines.text.text) for lines in found) == 10_000
    assert all(line.layout.lineAt(at).naturalTextWidth() <= WIDTH for line in found for at in range(line.count))


@pytest.mark.parametrize("text", [SENTENCE * 400, "漢字かな" * 4000, "👩‍👧 " * 3000, "שלום עולם " * 1500])
def test_long_texts_are_laid_out_in_stretches_that_begin_lines(fonts: Fonts, text: str) -> None:
    found = stretches(body(text), fonts)
    assert len(found) > 2
    assert "".join(lines.text.text for lines in found) == text
    assert all(len(lines.text.text) <= STRETCH for lines in found)
    # No stretch ends with a line that would have had room for the next word.
    for lines in found[:-1]:
        assert lines.layout.lineAt(lines.count - 1).naturalTextWidth() > WIDTH / 2


def test_spans_follow_into_stretches(fonts: Fonts) -> None:
    text = "y" * 5000
    found = stretches(body(text, Span(3990, 4010, bold=True)), fonts)
    cut = len(found[0].text.text)
    assert found[0].text.spans == (Span(3990, cut, bold=True),)
    assert found[1].text.spans == (Span(0, 4010 - cut, bold=True),)


def test_spans_are_where_they_were_also_behind_emoji(fonts: Fonts) -> None:
    broken = Lines(body("👩‍👧👍🏽 bold rest", Span(6, 10, bold=True)), fonts)
    (one,) = broken.layout.formats()
    # Qt counts what lies beyond the first plane twice.
    assert (one.start, one.length) == (10, 4)


def edge(lines: Lines) -> float:
    """Where the first letter begins."""
    found = lines.layout.lineAt(0).cursorToX(0)
    assert isinstance(found, tuple)
    return float(found[0])


def test_text_to_the_left_stands_at_the_right(fonts: Fonts) -> None:
    (line,) = stretches(body("שלום"), fonts)
    assert line.text.right_to_left
    assert edge(line) == pytest.approx(WIDTH, abs=2)
    (line,) = stretches(body("hello"), fonts)
    assert edge(line) == pytest.approx(0, abs=2)


def test_lines_of_the_person_are_texts_of_their_own() -> None:
    found = parts("one\ntwo\n\nthree", (Span(2, 6, italic=True),))
    assert found == [
        ("one", (Span(2, 3, italic=True),)),
        ("two", (Span(0, 2, italic=True),)),
        ("", ()),
        ("three", ()),
    ]


def test_what_is_kept_comes_back() -> None:
    text = Text("words", Style.SMALL, 10.0, (Span(0, 1, bold=True),), "right", True)
    assert unpacked(packed(text)) == text
