from __future__ import annotations

import io
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attach_desktop import resources
from attach_desktop.demo import fill
from attach_desktop.summary.document import (
    Block,
    Document,
    Field,
    Figure,
    Grid,
    Heading,
    Items,
    Large,
    Mark,
    PageBreak,
    Paragraph,
    Picture,
    Ruled,
    Scale,
    Span,
)
from attach_desktop.summary.html import Draw, write
from attach_desktop.vault.vault import Vault
from tests.summary.html_page import Page
from tests.summary.made import BEGIN, add, summary
from tests.support import NOW

SVG = (
    '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="9mm" height="9mm" viewBox="0 0 300 100">'
    '<title>Qt SVG Document</title><desc>Made by Qt</desc><defs><linearGradient id="g1"/></defs>'
    '<path id="p" fill="url(#g1)" d="M0 0"/></svg>'
)
HOSTILE = [
    "<script>alert(1)</script>", "<img src=file:///tmp/canary>", "</p></main>", '" onload="x', "{{ 7 * 7 }}",
    "{% raw %}", "javascript:alert(1)", "&lt;", "\x00\x07", "\u202eover", "x" * 3_000, "<!--", "]]>", "שלום", "\ud800",
]  # fmt: skip


def drawn(figure: Figure) -> Sequence[Picture]:
    return [Picture(SVG, figure.name, figure.sentence, ("Day", "Mood"), (("1", "3"),))] * 2


def page(*blocks: Block, draw: Draw | None = drawn, **about: Any) -> tuple[Page, str]:
    out = io.StringIO()
    write(Document(title=about.pop("title", "Summary"), blocks=blocks, **about), out, draw)
    return Page(out.getvalue()), out.getvalue()


def holds(found: Page, html: str) -> None:
    """What every page must hold to, whatever is in it."""
    assert found.one("html").attributes == {"lang": "en"}
    [title] = [one for one in found.all("title") if one.inside == ("html", "head")]
    assert title.text == "Document"
    assert found.one("main").inside == ("html", "body")
    levels = [int(head.name[1]) for head in found.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [element.attributes["id"] for element in found.elements if "id" in element.attributes]
    assert len(set(ids)) == len(ids)
    for table in found.all("table"):
        assert table.children[0].name == "caption"
        assert table.children[0].text.strip()
    assert all(head.attributes.get("scope") in ("col", "row") for head in found.all("th"))
    for svg in found.all("svg"):
        if svg.attributes.get("aria-hidden") != "true":
            assert svg.attributes["role"] == "img"
            assert all(name in ids for name in svg.attributes["aria-labelledby"].split())
    assert not found.all("script", "img", "iframe", "object", "embed", "link", "a", "form", "base", "image", "use")
    for element in found.elements:
        assert not [name for name in element.attributes if name.startswith("on")]
        assert not {"href", "src", "srcset", "action", "xlink:href"} & element.attributes.keys()
        assert element.name != "meta" or element.attributes.get("http-equiv", "").lower() != "refresh"
    assert "@import" not in html
    assert not re.search(r"url\((?!#)", html)
    assert "default-src 'none'" in html


BLOCKS: list[Block] = [
    Heading("Mood"),
    Paragraph("one\ntwo", spans=(Span(0, 3, bold=True),)),
    Figure(object(), "Mood over time", "Usually 3 of 5."),
    Figure(object(), "A year", "2026"),
    Heading("21:40 · uneasy", 3, Mark(2, 4), "for my session"),
    Field("What happened", "It rained."),
    Field("The urge", "To wait."),
    Items(("a", "b")),
    Items(("a", "b"), numbered=True),
    Grid("Points", ("Question", "8 Nov"), (("How calm?", "3"), ("How near?", "4"))),
    Ruled("What happened", 2),
    Scale("How calm?", 0, 10, "hardly", "very"),
    Large(("I can", "wait."), fixed=True),
    PageBreak(),
]


def test_every_block_stands_on_a_page_that_holds() -> None:
    found, html = page(*BLOCKS, about="2–15 November 2026", cover=("Own records.", "No diagnosis."))
    holds(found, html)
    text = found.one("main").text
    for told in ("Summary", "2–15 November", "No diagnosis.", "for my session", "It rained.", "How near?", "hardly"):
        assert told in text
    assert found.one("strong").text == "one"
    assert [part.text for part in found.all("dt")] == ["What happened", "The urge"]
    assert len(found.all("dl")) == 1
    assert [part.text for part in found.one("ol").children] == ["a", "b"]


def test_headings_have_no_gap_where_a_level_is_missing() -> None:
    found, html = page(*BLOCKS)
    holds(found, html)
    assert [head.name for head in found.all("h1", "h2", "h3", "h4")] == ["h1", "h2", "h3"]


def test_a_page_without_a_title_has_a_heading_for_those_who_listen() -> None:
    found, html = page(Large(("I can wait.",)), title="")
    holds(found, html)
    assert found.one("h1").attributes["class"] == "unseen"


def test_each_drawing_is_named_and_told_and_has_its_table() -> None:
    found, html = page(BLOCKS[2], BLOCKS[3])
    holds(found, html)
    assert [one.text for one in found.all("title")[1:]] == ["Mood over time"] * 2 + ["A year"] * 2
    assert [one.text for one in found.all("desc")] == ["Usually 3 of 5."] * 2 + ["2026"] * 2
    assert len(found.all("table")) == 4
    assert "Qt" not in html
    drawing = [one for one in found.all("path") if one.attributes.get("fill")]
    gradients = [one.attributes["id"] for one in found.all("lineargradient")]
    assert [one.attributes["fill"] for one in drawing] == [f"url(#{name})" for name in gradients]
    assert len(set(gradients)) == 4
    assert {one.attributes["width"] for one in found.all("svg")} == {"300"}


def test_without_drawings_the_sentence_is_told_once() -> None:
    found, html = page(Paragraph("Usually 3 of 5."), BLOCKS[2], BLOCKS[3], draw=None)
    holds(found, html)
    assert not found.all("svg", "figure")
    assert found.one("main").text.count("Usually 3 of 5.") == 1
    assert "2026" in found.one("main").text


def test_a_figure_that_cannot_be_drawn_is_told() -> None:
    found, _ = page(BLOCKS[2], draw=lambda figure: ())
    assert "Usually 3 of 5." in found.one("main").text


@settings(max_examples=60)
@given(st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=3).map(" ".join))
def test_what_a_person_typed_is_text_wherever_it_stands(typed: str) -> None:
    row = (typed,)
    blocks: list[Block] = [
        Heading(typed, 1, None, typed), Paragraph(typed, spans=(Span(0, len(typed), bold=True),)), Field(typed, typed),
        Items((typed,)), Grid(typed, row, (row,)), Ruled(typed), Scale(typed, 0, 1, typed, typed), Large((typed,)),
        Figure(object(), typed, typed),
    ]  # fmt: skip
    found, html = page(*blocks, title=typed, about=typed, cover=(typed,))
    holds(found, html)
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff]", html)
    assert ("{{ 7 * 7 }}" in typed) == ("{{ 7 * 7 }}" in found.one("main").text)
    html.encode("utf-8")


def test_what_is_written_from_right_to_left_turns_nothing_else_around() -> None:
    found, html = page(Field("What happened", "\u202eover\nnext"), Paragraph("after"))
    assert html.count("\u202e") == html.count("\u202c") == 1
    assert "\u202eover\u202c\nnext" in html
    assert all(one.attributes.get("dir") == "auto" for one in found.all("p", "dd", "dt"))


def test_colours_are_legible() -> None:
    style = resources.path("templates", "summary.css").read_text("utf-8")
    ground = _luminance("#ffffff")
    for name in ("ink", "muted"):
        [colour] = re.findall(rf"--{name}: (#[0-9a-f]{{6}})", style)
        assert (ground + 0.05) / (_luminance(colour) + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("draw", [drawn, None])
def test_a_whole_summary_holds(vault: Vault, draw: Draw | None) -> None:
    fill(vault, 200, 1, 1, NOW)
    add(vault, mood=2, note="# A **head** <b>x</b>", for_session=True)
    document = summary(vault, begin=BEGIN.replace(year=2025), questions="Why?", private=True)
    out = io.StringIO()
    write(document, out, draw)
    holds(Page(out.getvalue()), out.getvalue())
