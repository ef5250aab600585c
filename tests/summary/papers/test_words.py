"""The words on single print-outs."""

from __future__ import annotations

import pytest

from attach_desktop.summary.papers.words import words_for


def test_each_kind_of_paper_has_its_words() -> None:
    assert words_for("recovery")["title"] == "Recovery code"


def test_a_language_without_them_has_the_english_ones() -> None:
    assert words_for("thought", "xx") == words_for("thought")


def test_a_kind_that_is_none_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        words_for("letter")
