"""Searching in any script: what people type finds what they wrote, and nothing they type is an expression."""

from __future__ import annotations

import re
from pathlib import Path

import apsw
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from attach_desktop import resources
from attach_desktop.vault.search import MAX_QUERY, excerpt, folded, indexed, match_query

anything = st.text(st.characters(exclude_categories=()))
#: Signs in which a search could go wrong: operators, quotes in several widths, joiners, points, surrogates, NUL.
awkward = st.text(
    st.sampled_from(
        "ab\"'*()-+^:{}.,~# \t\n\0\uff02\u201c\u201d\u00ad\u0301\u05b0\u200d\ufe0f\ufffd\ud800猫ก\u0e33é🫨\u166d"
    )
)


class Index:
    """The index as the first migration makes it, without a vault around it."""

    def __init__(self) -> None:
        script = Path(resources.path("migrations", "0001.sql")).read_text("utf-8")
        create = re.search(r"CREATE VIRTUAL TABLE search.*?;", script, re.DOTALL)
        assert create is not None
        self._database = apsw.Connection(":memory:")
        self._database.execute(create.group())

    def keep(self, text: str) -> int:
        self._database.execute("INSERT INTO search (text) VALUES (?)", (indexed(text),))
        return self._database.last_insert_rowid()

    def empty(self) -> None:
        self._database.execute("DELETE FROM search")

    def find(self, query: str) -> list[int]:
        match = match_query(query)
        if match is None:
            return []
        return [row[0] for row in self._database.execute("SELECT rowid FROM search WHERE text MATCH ?", (match,))]


@pytest.fixture(scope="module")
def index() -> Index:
    return Index()


@pytest.mark.parametrize(
    ("text", "query"),
    [
        # accents, case, widths
        ("Wir waren im Café", "cafe"),
        ("Wir waren im Cafe\u0301", "CAFÉ"),
        ("Müller rief an", "muller"),
        ("MULLER RIEF AN", "müller"),
        ("Nguyễn nói chuyện", "nguyen"),
        ("Ångström", "angstrom"),
        ("die Straße entlang", "strasse"),
        ("die STRASSE entlang", "straße"),
        ("ΣΊΣΥΦΟΣ", "σισυφος"),
        ("её голос", "ее"),
        ("ｆｕｌｌ ｗｉｄｔｈ", "full"),
        ("ﬁnding words", "find"),
        ("soft\u00adhyphen", "softhyphen"),
        # beginnings of words, several words in any order
        ("She did not answer", "ans"),
        ("She did not answer", "answer did"),
        ("She did not answer", "a d s n"),
        ("tired", "tired"),
        ("42 messages", "4"),
        ("a_b", "b"),
        # what looks like an expression
        ("do not call", "NOT"),
        ("this and that", "AND"),
        ("near the sea", "NEAR"),
        ("the text: silence", "text:silence"),
        ("can't stop", "can't"),
        ("can’t stop", "can't"),
        ("self-worth", "self-worth"),
        ("self-worth", "-worth"),
        ('he said "wait"', '"wait"'),
        ('he said "wait', '"wait'),
        ("he said wait", "\uff02wait\uff02"),
        ("C++ and (more)", "c++ (more"),
        ("five * six", "five *"),
        ("caret", "^caret"),
        # Chinese and Japanese, alone and mixed
        ("昨天我们吵架了", "吵架"),
        ("昨天我们吵架了", "我"),
        ("昨天我们吵架了", "昨天 吵架"),
        ("昨天我们吵架了", "吵架 昨天"),
        ("今日はPythonを勉強した", "python"),
        ("今日はPythonを勉強した", "勉強"),
        ("今日はPythonを勉強した", "はpython"),
        ("今日はPythonを勉強した", "PYTHON 今日"),
        ("ｶﾀｶﾅ", "カタカナ"),
        ("がっかり", "か\u3099っかり"),
        ("𠮷野家", "𠮷"),
        ("3年前", "年前"),
        ("3年前", "3年"),
        # Korean, with what is attached to a word
        ("친구와 이야기했다", "친구"),
        ("친구와 이야기했다", "이야기 친구"),
        ("한국", "\u1112\u1161\u11ab"),
        # Thai, Khmer, Lao, Burmese: no spaces between words, marks above and below
        ("เมื่อวานฉันรู้สึกเหงา", "เหงา"),
        ("เมื่อวานฉันรู้สึกเหงา", "รู้สึก"),
        ("เมื่อวานฉันรู้สึกเหงา", "ฉัน เหงา"),
        ("ทำไม", "ทำ"),
        ("ปี๒๕๖๙", "๒๕"),
        ("ខ្ញុំស្រឡាញ់", "ស្រឡាញ់"),
        ("ຂ້ອຍຮັກ", "ຮັກ"),
        ("ချစ်တယ်", "တယ်"),
        # Arabic and Hebrew, with points and without, Persian with a joiner
        ("مُحَمَّد", "محمد"),
        ("محمد", "مُحَمَّد"),
        ("صـــمت", "صمت"),
        ("می\u200cخواهم", "میخواهم"),
        ("שָׁלוֹם", "שלום"),
        ("\ufb2a\ufb4b", "שו"),
        # Hindi: signs for vowels are part of the word
        ("मुझे अकेला लगा", "अकेला"),
        ("मुझे अकेला लगा", "अके"),
        ("हिन्दी", "हिन्दी"),
        # pictures, alone, in families, with variants, newer than Python's tables
        ("today 😢", "😢"),
        ("today😢today", "😢"),
        ("today😢", "today"),
        ("😢😢😢", "😢😢"),
        ("👨\u200d👩\u200d👧", "👩"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("❤\ufe0f", "❤"),
        ("❤", "❤\ufe0f"),
        ("👍🏽", "👍"),
        ("🇩🇪", "🇩🇪"),
        ("\U0001fae9", "\U0001fae9"),
    ],
)
def test_what_people_type_finds_what_they_wrote(text: str, query: str, index: Index) -> None:
    kept = index.keep(text)
    assert kept in index.find(query)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("She did not answer", "swer"),
        ("She did not answer", "answered"),
        ("She did not answer", "answer no-one"),
        ("silence", "silent"),
        ("昨天我们吵架了", "吵们"),
        ("昨天我们吵架了", "吵架 今天"),
        ("친구", "친족"),
        ("か", "が"),
        ("เหงา", "เหงื่อ"),
        ("हिन्दी", "दी"),
        ("👍", "👎"),
        ("self worth", "self-care"),
    ],
)
def test_what_is_not_there_is_not_found(text: str, query: str, index: Index) -> None:
    kept = index.keep(text)
    assert kept not in index.find(query)


@pytest.mark.parametrize(
    "query",
    ["", " ", "...", '"', '""', "*", "(", ")", "-", "^", "'", "\0", "\ud800", "\u0301", "\u200b", "\ufe0f"],
)
def test_a_query_without_a_word_has_nothing_to_look_for(query: str) -> None:
    assert match_query(query) is None


@settings(max_examples=300, deadline=None)
@given(anything | awkward)
@example('"')
@example("\uff02")
@example("a\uff02 OR b")
@example("\u166d")
@example("a\ud800b")
@example("\0a\0")
@example("a" * 5000)
@example("a " * 5000)
@example("猫" * 5000)
@example('" * NEAR(a b, 2) AND text : {x y} ^c - d + e')
def test_no_query_is_an_error(index: Index, query: str) -> None:
    index.keep("something to be found")
    index.find(query)


@settings(max_examples=200, deadline=None)
@given(anything | awkward, anything | awkward)
@example("\u0e33", "")
@example("猫cat", "犬")
def test_every_text_is_found_by_itself_and_by_what_it_begins_with(index: Index, text: str, more: str) -> None:
    text, more = text.replace("\ufffd", ""), more.replace("\ufffd", "")
    if match_query(text) is None or len(text) > MAX_QUERY or "\u166d" in text:
        return
    index.empty()
    kept = index.keep(f"{text} {more}")
    assert index.find(text) == [kept]


@given(anything)
def test_what_is_indexed_can_be_kept(text: str) -> None:
    assert "\0" not in indexed(text)
    indexed(text).encode("utf-8")


def test_a_book_pasted_by_mistake_is_read_only_at_its_beginning() -> None:
    assert match_query("word " * 100_000) == match_query(("word " * 100_000)[:MAX_QUERY])


@given(anything)
def test_folding_keeps_every_place(text: str) -> None:
    assert len(folded(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("CAFÉ", "cafe"),
        ("Straße", "straße"),
        ("ﬁn", "ﬁn"),
        ("が", "が"),
        ("한국", "한국"),
        ("ｆｕｌｌ", "full"),
        ("ς", "σ"),
    ],
)
def test_folding(text: str, result: str) -> None:
    assert folded(text) == result


def _marked(text: str, query: str, width: int = 90) -> list[str]:
    shown, marks = excerpt(text, query, width)
    return [shown[start : start + length] for start, length in marks]


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("She did not answer", "ans", ["ans"]),
        ("She did not answer", "ANSWER did", ["did", "answer"]),
        ("Wir waren im Café", "cafe", ["Café"]),
        ("Wir waren im Cafe", "cafe\u0301", ["Cafe"]),
        ('he said "wait"', '"wait"', ["wait"]),
        ("(more)", "more)", ["more"]),
        ("dancer answer", "ans", ["ans"]),
        ("昨天我们吵架了", "吵架", ["吵架"]),
        ("今日はPythonを勉強した", "python 勉", ["Python", "勉"]),
        ("がかり", "か", ["か"]),
        ("하기 한국", "한국", ["한국"]),
        ("दिल लाल", "ल", ["ल"]),
        ("ทำไม", "ทำ", ["ทำ"]),
        ("x😢", "😢", ["😢"]),
        ("a\nb\t c", "c", ["c"]),
        ("nothing", "silence", []),
        ("nothing", "", []),
        ("nothing", '"', []),
        ("", "silence", []),
        ("answer answer", "answer answer", ["answer"]),
    ],
)
def test_matches_are_marked_in_the_excerpt(text: str, query: str, marked: list[str]) -> None:
    assert _marked(text, query) == marked


@pytest.mark.parametrize("unit", ["word ", "猫犬鳥", "unbroken"])
@pytest.mark.parametrize("before", [0, 5, 30, 200, 5000])
def test_the_excerpt_shows_the_match_wherever_it_is(unit: str, before: int) -> None:
    text = unit * before + (" 😢silence" if unit == "unbroken" else "silence") + " and more" * 50
    shown, marks = excerpt(text, "silence")
    if len(unit) * before < 19_000:
        assert [shown[start : start + length] for start, length in marks] == ["silence"]
    assert len(shown) <= 90 + 4
    assert shown.endswith(" …")
    assert shown.startswith("… ") == (len(unit) * before > 50 and len(unit) * before < 19_000)


def test_the_excerpt_is_one_line() -> None:
    assert excerpt("one\n\n two\r\n\tthree\u2028four", "")[0] == "one two three four"


@settings(max_examples=200, deadline=None)
@given(anything, anything | awkward, st.integers(1, 120))
def test_marks_lie_inside_the_excerpt_and_on_what_was_typed(text: str, query: str, width: int) -> None:
    shown, marks = excerpt(text, query, width)
    assert len(shown) <= width + 4
    for start, length in marks:
        assert 0 <= start < start + length <= len(shown)
        assert folded(shown[start : start + length]) in folded(query) or not query.isascii()


@pytest.mark.parametrize(
    ("written", "sought"), [("odpisał", "odpisal"), ("smørrebrød", "smorrebrod"), ("Łódź", "lodz")]
)
def test_letters_with_a_stroke_are_found_without_it(written: str, sought: str) -> None:
    assert indexed(written) == indexed(sought)
    assert excerpt(f"Wczoraj {written}.", sought)[1] == [(8, len(sought))]
