from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.vault.words import word_key


@pytest.mark.parametrize(
    ("one", "other"),
    [("Silence", " silence "), ("ＭＵＴ", "mut"), ("straße", "STRASSE"), ("Ma", "MA")],
)
def test_the_same_word_however_it_is_written(one: str, other: str) -> None:
    assert word_key(one) == word_key(other)


@pytest.mark.parametrize(("one", "other"), [("silence", "silent"), ("müde", "mude"), ("a b", "ab")])
def test_other_words_are_others(one: str, other: str) -> None:
    assert word_key(one) != word_key(other)


@given(st.text(max_size=20))
def test_case_and_blanks_around_it_make_no_other_word(word: str) -> None:
    assert word_key(f"  {word}\t") == word_key(word)
