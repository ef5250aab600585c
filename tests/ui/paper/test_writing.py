from __future__ import annotations

import pytest

from attach_desktop.summary.document import Paragraph, Span
from attach_desktop.ui.paper.flow import Flow
from attach_desktop.ui.paper.sheet import MM, Paper
from attach_desktop.ui.paper.type import Style
from attach_desktop.ui.paper.writing import LINE, Writer
from tests.ui.paper.laid import SENTENCE, fill, laid, lines, room

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def writer() -> Writer:
    size = Paper.A4.value
    return Writer(Flow(size), size.measure)


@pytest.mark.parametrize("short", range(1, 9))
def test_no_first_or_last_line_of_a_paragraph_stands_alone(short: int) -> None:
    pages = laid(*fill(room() - short), Paragraph(SENTENCE * 8))
    on_page = [sum("noon" in line or "phone" in line for line in lines(pages, at)) for at in range(pages.count)]
    assert sum(on_page) >= 5
    assert 1 not in on_page


def test_lines_are_no_wider_than_can_be_read_with_ease(writer: Writer) -> None:
    assert writer.measure > LINE
    writer.write(SENTENCE * 10, Style.BODY, 0.0)
    ((what, x, *_),) = writer.flow.finish()[0]
    assert isinstance(what, tuple)
    assert what[2] == LINE
    assert x == 0


def test_what_stands_further_in_ends_at_the_same_margin(writer: Writer) -> None:
    writer.write(SENTENCE * 10, Style.BODY, 0.0, x=100 * MM)
    ((what, x, *_),) = writer.flow.finish()[0]
    assert isinstance(what, tuple)
    assert what[2] + x == pytest.approx(writer.measure)


def test_letters_are_gathered_but_for_the_commonest(writer: Writer) -> None:
    writer.write("plain", Style.BODY, 0.0)
    assert writer.letters == set()
    writer.write("é 漢", Style.BODY, 0.0)
    assert writer.letters >= {"é", "漢"}


def test_a_short_text_that_comes_again_is_broken_once(writer: Writer) -> None:
    first = writer.broken("A kind word", Style.BODY, LINE)
    assert writer.broken("A kind word", Style.BODY, LINE) is first
    assert writer.broken("A kind word", Style.BODY, LINE / 2) is not first
    assert writer.broken("A kind word", Style.SMALL, LINE) is not first
    bold = writer.broken("A kind word", Style.BODY, LINE, (Span(0, 1, bold=True),))
    assert bold is not first
    assert bold[0].text.spans
