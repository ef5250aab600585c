from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.interchange.markup import inline, paragraphs

_PIECES = st.lists(
    st.sampled_from(
        ["#", "# h", "<b>", "<script>", "</p>", "<!--", "![a](b)", "[a](x)", "- ", "1. ", "---", "===", "\n", "\n\n",
         "  ", "\t", "word", "*a*", "**", "_", "`", "```", "~~~", "|", "|-|", "&amp;",
         "&", "> ", "\\", "+ ", "3) ", "<3"]
    ),
    max_size=8,
).map("".join)  # fmt: skip
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(r"\1", text.replace("&lt;", "<").replace("\u00a0", " "))


@given(_PIECES)
def test_a_plain_text_reads_as_it_was_typed(text: str) -> None:
    shown = [" ".join(line.split()) for line in _unescaped(paragraphs(text)).splitlines() if line.strip()]
    assert shown == [" ".join(line.split()) for line in text.splitlines() if line.strip()]


@given(_PIECES, st.booleans())
def test_no_line_begins_a_block_and_nothing_opens_a_tag_a_link_or_a_picture(text: str, light: bool) -> None:
    for line in paragraphs(text, light=light).splitlines():
        bare = line.lstrip()
        assert not re.search(r"<[A-Za-z/!?]", line)
        assert not re.search(r"(?<!\\)(?:\\\\)*\[", line)
        while light and (bullet := re.match(r"(?:[-+*]|[0-9]{1,9}[.)])\s+(?=\S)", bare)):
            bare = bare[bullet.end() :]
        assert not bare.startswith(("#", ">", "```", "~~~", "=", "|"))
        assert not re.fullmatch(r"(?:-[-\s]*|_[_\s]*|\*[*\s]*)\s*", bare) or not bare
        assert light or not re.match(r"(?:[-+*]|[0-9]{1,9}[.)])(\s|$)", bare)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("I <3 you, 5 < 6 & R&D", "I <3 you, 5 < 6 & R&D"),
        ("<b>x</b> &amp;", "&lt;b>x&lt;/b> \\&amp;"),
        ("# not a heading", "\\# not a heading"),
        ("sub\n---\nend\n===", "sub  \n\\---  \nend  \n\\==="),
        ("![a](http://x)", "!\\[a\\](http://x)"),
        ("first\nsecond\n\n\n\nthird", "first  \nsecond\n\nthird"),
        ("- a\n1. b", "\\- a  \n1\\. b"),
        ("in 2026. Or 3.5", "in 2026. Or 3.5"),
        ("so *very* sad_ly", "so \\*very\\* sad\\_ly"),
        ("    far in", "\u00a0\u00a0\u00a0\u00a0far in"),
    ],
)
def test_plain_texts(typed: str, shown: str) -> None:
    assert paragraphs(typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("so **very** *sad*", "so **very** *sad*"),
        ("- a\n  - b\n1. c", "- a  \n  - b  \n1. c"),
        ("- # no heading", "- \\# no heading"),
        ("1. - > x", "1. - \\> x"),
        ("* * *", "\\* * *"),
        ("-", "\\-"),
        ("[a](javascript:x)", "\\[a\\](javascript:x)"),
        ("~~~\ncode", "\\~~~  \ncode"),
    ],
)
def test_light_markdown_keeps_emphasis_and_lists(typed: str, shown: str) -> None:
    assert paragraphs(typed, light=True) == shown


def test_a_million_bullets_are_no_harder_than_one() -> None:
    assert paragraphs("- " * 500_000 + "x", light=True).startswith("- - - - - - \\- - ")


def test_a_word_stays_on_its_line() -> None:
    assert inline("a\n# b | *c*") == "a # b \\| \\*c\\*"
