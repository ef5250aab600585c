"""Days and what is on paper, in words."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from attach_desktop.summary.choices import Choices
from attach_desktop.ui.summary.words import days_words, listed, missing, on_paper

TODAY = date(2026, 11, 8)


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [
        ((2026, 11, 2), (2026, 11, 8), "2–8 November"),
        ((2026, 11, 8), (2026, 11, 8), "8 November"),
        ((2026, 10, 26), (2026, 11, 8), "26 October – 8 November"),
        ((2025, 12, 26), (2026, 1, 8), "26 December 2025 – 8 January 2026"),
        ((2025, 3, 1), (2025, 3, 9), "1–9 March 2025"),
        ((2025, 3, 9), (2025, 3, 9), "9 March 2025"),
        ((2025, 3, 1), (2025, 4, 9), "1 March – 9 April 2025"),
    ],
)
def test_days_are_said_as_short_as_can_be(begin: tuple[int, int, int], end: tuple[int, int, int], words: str) -> None:
    QLocale.setDefault(QLocale("en_GB"))
    try:
        assert days_words(date(*begin), date(*end), TODAY) == words
    finally:
        QLocale.setDefault(QLocale.system())


@pytest.mark.parametrize(
    ("pages", "choices", "words"),
    [
        (12, Choices(names=False), "12 pages: 2–8 November, without names and private entries"),
        (1, Choices(), "1 page: 2–8 November, without private entries"),
        (
            1204,
            Choices(names=False, notes=False),
            "1,204 pages: 2–8 November, without notes, names and private entries",
        ),
        (2, Choices(private=True), "2 pages: 2–8 November, with private entries"),
        (2, Choices(private=True, notes=False), "2 pages: 2–8 November, without notes, with private entries"),
    ],
)
def test_what_is_on_paper_is_said_in_one_line(pages: int, choices: Choices, words: str) -> None:
    assert on_paper(pages, "2–8 November", choices) == words


def test_scripts_without_a_font_are_named() -> None:
    assert missing(()) == ""
    assert missing(("Thai",)).startswith("No font on this computer shows Thai, so some signs are boxes")
    assert "shows Thai and Tamil," in missing(("Thai", "Tamil"))


def test_lists_in_words() -> None:
    assert [listed(words) for words in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == ["", "a", "a and b", "a, b and c"]
