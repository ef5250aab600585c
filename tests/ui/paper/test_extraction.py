"""What stands on paper can be found, copied and read out loud from the PDF, in every script."""

from __future__ import annotations

import re
import unicodedata

import pytest
from PySide6.QtGui import QFont, QFontMetricsF

from attach_desktop.summary.document import Block, Document, Field, Heading, Items, Mark, Paragraph, Span
from attach_desktop.ui.paper.pages import lay_out
from attach_desktop.ui.paper.pdf import pdf
from attach_desktop.ui.paper.sheet import Paper
from tests.ui.paper.poppler import info_of, needs_poppler, text_of

pytestmark = [pytest.mark.usefixtures("qapp"), needs_poppler]

SCRIPTS = {
    "German and ligatures": "Ein schöner Tag, naïve café, Łódź, fi ffi fl office",
    "Vietnamese": "Hôm nay tôi thấy buồn nhưng rồi lại ổn. Đường phố",
    "combining accents": "e\u0301te\u0301 n\u0303 a\u0308\u0323 Z\u0351\u036b\u0343algo",
    "Greek": "Σήμερα ήταν ήσυχα",
    "Cyrillic": "Сегодня было тихо, ещё",
    "Arabic": "كان اليوم هادئا وجميلا لا إله",
    "Arabic with vowels": "كِتَابٌ جَمِيلٌ",
    "Persian with a joiner": "امروز آرام بود می\u200cخواهم",
    "Hebrew": "היום היה שקט ונעים",
    "Hebrew with points": "שָׁלוֹם עֲלֵיכֶם",
    "Chinese": "今天很安静，我睡得很好。",
    "Chinese beyond the first plane": "𠮷野家 𡃁",
    "Japanese": "今日は静かだった。カタカナも、ガギグ。",
    "Korean": "오늘은 조용했다 한국어",
    "Korean in parts": "\u1112\u1161\u11ab\u1100\u1173\u11af",
    "Thai": "วันนี้เงียบสงบ น้ำใจ ที่นี่",
    "Devanagari": "आज शांत दिन था। क्षत्रिय हिन्दी कृपया",
    "Tamil": "இன்று அமைதியாக இருந்தது கொடு",
    "Bengali": "আজ শান্ত ছিল কি ক্ষ",
    "Khmer": "ថ្ងៃនេះស្ងប់ស្ងាត់",
    "Burmese": "ယနေ့ တိတ်ဆိတ်",
    "Amharic": "ዛሬ ጸጥ ያለ",
    "emoji": "sun ☀️ 😀 👍🏽 👩\u200d👩\u200d👧\u200d👦 🏳️\u200d🌈 🇩🇪 ❤️ rain",
    "letters of mathematics": "𝒜𝓑 ∑ ∞ ≠",
}
# Programs that read a line with both directions put its words into an order of their own.
MIXED = {
    "Hebrew and Arabic in English": "She said שלום and then مرحبا 123 to me.",
    "English in Hebrew": "אמרתי hello world לך 42 פעם",
    "isolates": "x \u2066abc\u2069 y \u2067שלום\u2069 z",
}


def shown(*blocks: Block) -> bytes:
    return pdf(lay_out(Document(title="", blocks=blocks), Paper.A4))


def has_fonts_for(text: str) -> bool:
    metrics = QFontMetricsF(QFont())
    return all(metrics.inFontUcs4(ord(letter)) for letter in text if unicodedata.category(letter) not in ("Cf", "Mn"))


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_line_of_every_script_is_found(script: str) -> None:
    text = SCRIPTS[script]
    if not has_fonts_for(text):
        pytest.skip("no font for it is installed (.ci/setup.sh dev installs Noto)")
    expected = unicodedata.normalize("NFC", text)
    assert text_of(shown(Paragraph(text))).strip() == expected
    # And as a bold heading of an entry, and below a label.
    found = text_of(shown(Heading(text, 3, Mark(2, 4), "aside"), Field("Note", text), Items((text,))))
    assert found.count(expected) == 3


@pytest.mark.parametrize("name", MIXED)
def test_of_a_line_with_both_directions_every_word_is_found(name: str) -> None:
    found = text_of(shown(Paragraph(MIXED[name])), marks=" ").split()
    expected = [word.strip("\u2066\u2067\u2069") for word in MIXED[name].split()]
    assert sorted(found) == sorted(expected)


def test_an_override_turns_its_own_line_around_and_nothing_else() -> None:
    found = text_of(shown(Paragraph("before \u202egnipeels"), Paragraph("after")))
    assert found.split() == ["before", "sleeping", "after"]


def test_every_line_of_a_long_text_is_found_whatever_stands_in_it() -> None:
    words = [f"{word}{number}" for number in range(150) for word in ("quiet", "हिन्दी", "ไทย", "한국어", "Łódź")]
    found = "".join(text_of(shown(Paragraph(" ".join(words)))).split())
    assert re.sub("Page[12]of2", "", found) == unicodedata.normalize("NFC", "".join(words))


def test_a_word_without_end_is_all_there() -> None:
    for letter in ("x", "ก", "字", "क"):
        found = text_of(shown(Paragraph(letter * 10_000)))
        assert found.count(letter) == 10_000


def test_a_part_that_stands_out_is_found_with_its_neighbours() -> None:
    text = "it was हिन्दी all along"
    found = text_of(shown(Paragraph(text, spans=(Span(3, 13, bold=True), Span(9, 13, italic=True)))))
    assert found.strip() == text


def test_control_characters_do_not_break_the_file() -> None:
    controls = "".join(chr(number) for number in range(0x20)) + "\x7f\x85\u2028\ufffe\ud800"
    found = text_of(shown(Paragraph(f"before{controls}after हिन्दी"), Paragraph("beyond")))
    assert "before" in found
    assert "after हिन्दी" in found
    assert "beyond" in found


def test_the_file_says_its_language_and_nothing_else() -> None:
    data = pdf(lay_out(Document(title="Private words", blocks=(Paragraph("हिन्दी"),), language="en-GB"), Paper.A4))
    assert b"/Lang (en-GB)" in data
    info = info_of(data)
    assert info["Title"] == "Document"
    assert not info.keys() & {"Author", "Creator", "Producer", "CreationDate", "ModDate"}
    for word in ("Private", "Qt", "Attach", "2026"):
        assert word not in " ".join(info.values())
