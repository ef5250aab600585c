from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attach_desktop.summary.aliases import Finder, fold, letters_for

#: Of scripts that write no small words together with the one that follows.
SPACED = "abcxyzßäéñøдяλωलक"
UNSPACED = "李明王小さとม"
#: A mark after a letter makes another letter of it; signs that end words are blanks and punctuation.
words = st.text(SPACED, min_size=2, max_size=5)
aliases = st.lists(words, min_size=1, max_size=6, unique_by=fold)
between = st.sampled_from(
    [" ", "\n", ", ", ". ", "! ", " – ", "(", ")", "“", "”", "/", "*", "_", "’s ", "'s ", "\u200b "]
)
texts = st.lists(st.tuples(words, between), max_size=8)


def found(text: str, *names: str) -> str:
    return Finder(letters_for(names)).replace(text)


@pytest.mark.parametrize(
    ("text", "names", "shown"),
    [
        ("Kim called. KIM's right, says kim.", ["Kim"], "A called. A's right, says A."),
        ("Kimberly and Joakim met; Kimchi too.", ["Kim"], "Kimberly and Joakim met; Kimchi too."),
        ("Kim’s coat, **Kim**, _Kim_, (Kim), #Kim, Kim/Jo", ["Kim", "Jo"], "A’s coat, **A**, _A_, (A), #A, A/B"),
        ("Kim Lee and Kim, not Kim Leeson", ["Kim", "Kim Lee"], "B and A, not A Leeson"),
        ("Aunt  May came.\nAunt\nMay left.", ["aunt may"], "A came.\nA left."),
        (
            "Zoe\u0308 rang, ZOË sang, Zoe\u0308x and Zoe did not.",
            ["Zoë"],
            "A rang, A sang, Zoe\u0308x and Zoe did not.",
        ),
        ("Zoë is another one.", ["Zoe"], "Zoë is another one."),
        ("我和李明去公园,李明说好。", ["李明"], "我和A去公园,A说好。"),
        (
            "さとみさんとアンさん、アンケート",
            ["さとみ", "アン"],
            "Aさんとさん、アンケート".replace("とさん", "とBさん"),
        ),
        ("김민수가 왔다. 민수는 웃었다.", ["민수"], "김A가 왔다. A는 웃었다."),
        ("미국에서 밈을", ["미"], "A국에서 밈을"),
        ("เมื่อวานสมชายมา", ["สมชาย"], "เมื่อวานAมา"),
        ("وليلى جاءت مع ليلى", ["ليلى"], "وA جاءت مع A"),
        ("אמרתי לנועה שנועה כאן", ["נועה"], "אמרתי לA שA כאן"),
        ("मीरा ने मीराबाई को देखा", ["मीरा"], "A ने मीराबाई को देखा"),
        ("STRASSE, Straße und Strassen", ["Straße"], "A, A und Strassen"),
        ("K\u200bim and Ki\u00adm", ["Kim"], "A and A"),
        ("Ｋｉｍ wrote", ["Kim"], "A wrote"),
        ("和Kim去", ["Kim"], "和A去"),
        ("kim@example.org, Kim-Lee, Kim2", ["Kim"], "A@example.org, A-Lee, Kim2"),
        ("❤ came by, ❤❤", ["❤"], "A came by, AA"),
        ("Is it? Yes… 1 of 10", ["?", "…", "1"], "Is it? Yes… 1 of 10"),
    ],
)
def test_an_alias_is_found_where_it_stands_as_a_word(text: str, names: list[str], shown: str) -> None:
    assert found(text, *names) == shown


def test_people_are_lettered_in_the_order_given_and_past_z() -> None:
    names = [f"name{number}" for number in range(30)]
    assert "".join([*letters_for(names).values()][:25]) == "ABCDEFGHJKLMNOPQRSTUVWXYZ"
    assert [*letters_for(names).values()][25:] == ["AA", "AB", "AC", "AD", "AE"]
    assert letters_for(["Kim", " KIM ", "Sam", ""]) == {"kim": "A", "sam": "B"}


def test_a_letter_is_a_letter_already_and_nobody_elses() -> None:
    assert letters_for(["b", "Kim", "Sam"]) == {"b": "B", "kim": "A", "sam": "C"}
    assert found("A walk with Kim: I was glad.", "A", "I", "Kim") == "A walk with B: I was glad."


@settings(max_examples=60)
@given(aliases, texts)
def test_no_alias_is_left_as_a_word_and_no_other_word_is_touched(names: list[str], text: list[tuple[str, str]]) -> None:
    letter = letters_for(names)
    shown = Finder({key: f"<{name}>" for key, name in letter.items()}).replace("".join(w + b for w, b in text))
    expected = "".join((f"<{letter[fold(word)]}>" if fold(word) in letter else word) + b for word, b in text)
    assert shown == expected


@given(st.lists(st.text(UNSPACED, min_size=1, max_size=3), min_size=1, max_size=4), st.text(UNSPACED, max_size=20))
def test_where_no_blanks_stand_between_words_no_alias_is_left_at_all(names: list[str], text: str) -> None:
    shown = found(text, *names)
    assert not any(name in shown for name in names)


@given(st.text(max_size=60), aliases)
def test_every_text_can_be_looked_through_twice(text: str, names: list[str]) -> None:
    finder = Finder(dict.fromkeys(letters_for(names), ""))
    assert finder.replace(finder.replace("")) == ""
    assert len(finder.replace(text)) <= len(text)


@given(st.text(max_size=60))
def test_without_aliases_a_text_stays_as_it_is(text: str) -> None:
    assert found(text) == text
    assert found(text, "an alias that is nowhere") == text


def test_a_very_long_text_takes_time_in_proportion() -> None:
    finder = Finder(letters_for(["aa", "aab", *(f"a{number}b" for number in range(100))]))
    began = time.perf_counter()
    finder.replace("a" * 20_000 + "é")
    finder.replace(("aab " * 5_000) + "é")
    assert time.perf_counter() - began < 10
