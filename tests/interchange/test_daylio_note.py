from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.interchange.daylio_note import essence, note_text


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("", ""),
        ("plain\ntext", "plain\ntext"),
        ("one<br>two<br><br>three", "one\ntwo\n\nthree"),
        ("a<br/>b<BR />c", "a\nb\nc"),
        ("so <b>very</b> <i>sad</i>", "so **very** *sad*"),
        ("<b>one<br>two </b>three", "**one**\n**two** three"),
        ("<b> </b><b></b>x", "x"),
        ("<b><i>both</i></b>", "***both***"),
        ("<ul><li>one</li><li>two</li></ul>after", "- one\n- two\nafter"),
        ("<ol><li>one<li>two</ol>", "1. one\n2. two"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
        ("<li>alone</li>", "- alone"),
        ("<p>first</p><p>second</p>", "first\n\nsecond"),
        ("<div>first</div><div>second</div>", "first\nsecond"),
        ("R&amp;D &lt;3 &#128075; &quot;hi&quot;&nbsp;there", 'R&D <3 👋 "hi" there'),
        ("<s>gone</s> <u>here</u> <font color='red'>red</font>", "~~gone~~ here red"),
        ('see <a href="https://example.org/x?a=1&b=2">this</a>', "see this (https://example.org/x?a=1&b=2)"),
        ('<a href="https://example.org">https://example.org</a>', "https://example.org"),
        ("I <3 you & a < b > c", "I <3 you & a < b > c"),
        ("<b>x</b> and y <z and &copy that <", "**x** and y <z and &copy that <"),
        ("<br><script>alert(1)</script><img src=x onerror=y>", "<script>alert(1)</script><img src=x onerror=y>"),
        ("<br><!-- hidden --> <![CDATA[x", "<!-- hidden --> <![CDATA[x"),
        ('<b class="never closed>bold</b> rest', "**bold** rest"),
        ("<b>never closed", "never closed"),
        ("closed</b> only</li>", "closed only"),
        ("שלום<br>עולם", "שלום\nעולם"),
        ("a\r\nb<br>c\rd", "a\nb\nc\nd"),
    ],
)
def test_notes(note: str, text: str) -> None:
    assert note_text(note) == text


@given(st.text(st.sampled_from("ab<>&;#/ \nbr'\"=!-"), max_size=30))
def test_a_note_without_markup_of_daylio_stays_as_it_is(note: str) -> None:
    text = note_text(note + "<br>")
    if essence(note) == "".join(note.split()):
        assert "".join(text.split()) == "".join(note.split())


def test_the_essence_is_the_same_however_a_note_is_marked_up() -> None:
    assert essence("so <b>sad</b><br><br>R&amp;D") == essence("so sad\n\nR&D") == essence("so  sad R&D")
    assert essence("so sad") != essence("so mad")
