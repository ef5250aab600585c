from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.summary.document import (
    Block,
    Document,
    Field,
    Figure,
    Grid,
    Heading,
    Items,
    Large,
    PageBreak,
    Paragraph,
    Ruled,
    Scale,
    Span,
)
from attach_desktop.summary.light import light
from attach_desktop.summary.markdown import write

HOSTILE = [
    "<script>alert(1)</script>", "![x](file:///etc/passwd)", "[a](javascript:b)", "# no head", "1. no list",
    "| a | b |", "---", "```", "&amp;", "\u202eover", "\x07", "<!-- ", "    far in", "- no item", "> no quote",
]  # fmt: skip


def written(*blocks: Block, **about: str) -> str:
    out = io.StringIO()
    write(Document(title=about.pop("title", "Summary"), blocks=blocks, **about), out)  # type: ignore[arg-type]
    return out.getvalue()


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (Heading("Mood"), "## Mood"),
        (Heading("21:40 · *sad*", 3, aside="for my session"), "#### 21:40 · \\*sad\\* – *for my session*"),
        (Paragraph("one\ntwo\n\nthree"), "one  \ntwo\n\nthree"),
        (Paragraph("so very sad", spans=(Span(3, 7, bold=True), Span(8, 11, italic=True))), "so **very** *sad*"),
        (Paragraph("all", spans=(Span(0, 3, bold=True), Span(0, 3, italic=True))), "***all***"),
        (Field("What happened", "a_b"), "**What happened**\n\na\\_b"),
        (Items(("a", "b\nc")), "- a\n- b  \n  c"),
        (Items(("a", "b"), numbered=True), "1. a\n2. b"),
        (Grid("Table", ("Q|1", "2"), (("a\nb", "|"),)), "**Table**\n\n| Q\\|1 | 2 |\n| --- | --- |\n| a b | \\| |"),
        (Figure(object(), "Mood", "Usually 3 of 5."), "Usually 3 of 5."),
        (Scale("How calm?", 0, 3, "hardly", "very"), "**How calm?**\n\nhardly 0 1 2 3 very"),
        (Large(("K4-2", "x*")), "**K4-2**  \n**x\\***"),
        (PageBreak(), "---"),
    ],
)
def test_each_block(block: Block, text: str) -> None:
    assert written(block) == f"# Summary\n\n{text}\n\n"


def test_ruled_lines_are_lines() -> None:
    assert written(Ruled("What happened", 2)).count("\\_" * 30) == 2


def test_the_head() -> None:
    text = written(about="2–15 November 2026")
    assert text == "# Summary\n\n2–15 November 2026\n\n"
    assert written(Heading("A card"), title="") == "# A card\n\n"


@given(st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=4).map("\n".join))
def test_what_a_person_typed_is_text_wherever_it_stands(typed: str) -> None:
    row = (typed,)
    text = written(
        Heading(typed), Paragraph(typed), Field(typed, typed), Items((typed,)), Grid(typed, row, (row,)),
        Paragraph(light(typed).text, spans=light(typed).spans),
    )  # fmt: skip
    assert not re.search(r"<[A-Za-z/!]", text)
    assert not re.search(r"(?<!\\)(?:\\\\)*\[", text)
    assert "\x07" not in text
    assert "```" not in text.replace("\\`", "")
    heads = [line for line in text.split("\n") if re.match(r"#+ ", line)]
    assert len(heads) == 2


@given(st.text(st.sampled_from("ab*_ #\n"), max_size=20))
def test_emphasis_is_written_so_that_its_text_is_all_there(typed: str) -> None:
    read = light(typed)
    text = written(Paragraph(read.text, spans=read.spans), title="")
    assert [sign for sign in text if sign in "ab"] == [sign for sign in typed if sign in "ab"]
