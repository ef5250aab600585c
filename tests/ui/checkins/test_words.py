from __future__ import annotations

from datetime import date

import pytest

from attach_desktop.checkins.checkin import Count
from attach_desktop.checkins.over_time import Line, Point
from attach_desktop.ui.checkins.words import count_words, line_sentence, period_words

DAY = date(2026, 11, 8)


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [
        (date(2026, 11, 2), DAY, "2 to 8 November 2026"),
        (date(2026, 10, 26), date(2026, 11, 1), "26 October to 1 November 2026"),
        (date(2025, 12, 29), date(2026, 1, 4), "29 December 2025 to 4 January 2026"),
        (DAY, DAY, "8 November 2026"),
        (None, None, "8 November 2026"),
        (None, date(2026, 11, 1), "1 November 2026"),
    ],
)
def test_days_in_words(begin: date | None, end: date | None, words: str) -> None:
    assert period_words(begin, end, DAY) == words


def test_what_was_kept_is_one_line_and_one_is_said_as_one() -> None:
    assert count_words((Count("journal", 3), Count("days", 1))) == "3 entries in the journal · written on 1 day"
    assert "fine" in count_words(())
    assert count_words((Count("of-a-later-version", 3), Count("quiz", 1))) == "1 take of the style quiz"


def test_a_line_in_a_sentence_counts_only_what_was_answered() -> None:
    line = Line("calm", 1, "How calm?", (Point(date(2026, 11, 1), 2), Point(date(2026, 11, 4), None), Point(DAY, 7)))
    assert line_sentence(line) == "1 November 2026: 2. 8 November 2026: 7. 2 – 7, 2."
    assert line_sentence(Line("calm", 1, "How calm?", (Point(DAY, 7),))) == "8 November 2026: 7."
