"""Rows in words: two lines for the eye, one sentence for the ear."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, timedelta

import pytest
from PySide6.QtCore import QLocale

from attach_desktop.clock import Moment
from attach_desktop.journal.entry import Coping, Entry
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.finding.found_model import Heading
from attach_desktop.ui.journal.row_text import RowText
from attach_desktop.vault.kind import Stored
from tests.support import NOW, ZONE
from tests.ui.journal.entries import FULL, KINDS, entry

TODAY = date(2026, 11, 8)


@pytest.fixture
def text(vocabulary: Vocabulary) -> RowText:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    made = RowText(vocabulary, lambda: TODAY)
    QLocale.setDefault(before)
    return made


def stored(value: Entry, written_after: timedelta = timedelta(0)) -> Stored[Entry]:
    instant = value.at.instant or NOW
    written = (instant + written_after).astimezone(UTC)
    return Stored("id", value, written, written)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (TODAY, "Today, Sunday, 8 November"),
        (date(2026, 11, 7), "Yesterday, Saturday, 7 November"),
        (date(2026, 11, 9), "Monday, 9 November"),
        (date(2026, 1, 1), "Thursday, 1 January"),
        (date(2025, 12, 31), "Wednesday, 31 December 2025"),
    ],
)
def test_days_near_today_are_named_and_other_years_said(text: RowText, day: date, said: str) -> None:
    assert text.day(day) == said
    assert text.sentence(Heading(day, 3)) == said
    assert text.written(Heading(day, 3)) == ""


def test_the_time_of_day_or_a_dash(text: RowText) -> None:
    assert text.time(FULL) == "15:40"
    assert text.time(KINDS["no time"]) == "–"


@pytest.mark.parametrize(
    ("value", "line"),
    [
        (FULL, "uneasy, hopeful"),
        (entry(mood=2, energy=4), "worried"),
        (entry(mood=4), "hopeful"),
        (entry(note="x"), "note"),
        (entry(), "entry"),
        (entry(energy=2), "entry"),
    ],
)
def test_the_first_line_says_feelings_or_mood_or_what_it_is(text: RowText, value: Entry, line: str) -> None:
    assert text.first_line(value) == line


def test_the_second_line_is_triggers_and_the_beginning_of_the_text(text: RowText) -> None:
    assert text.second_line(FULL, "") == ("No reply for hours, R&D meeting · Quiet evening. It passed.", [])
    assert text.second_line(entry(happened="it rained", thought="later"), "")[0] == "it rained"
    assert text.second_line(entry(), "") == ("", [])
    assert text.second_line(KINDS["lines"], "")[0] == "one two"
    assert len(text.second_line(KINDS["long words"], "")[0]) <= 400


def test_while_searching_it_shows_the_match_in_its_context(text: RowText) -> None:
    for query, within in (
        ("walk", "Went for a walk"),
        ("sundays", "They are often busy on Sundays"),
        ("breath", "Slow breathing, A walk outside"),
        ("sam", "Sam, M."),
        ("chest", "Tight chest"),
    ):
        shown, marks = text.second_line(FULL, query)
        assert shown == within
        assert [shown[start : start + length].casefold() for start, length in marks] == [query]


def test_the_field_with_the_most_matches_is_shown(text: RowText) -> None:
    value = entry(note="a walk", did="a long walk in the rain")
    assert text.second_line(value, "walk rain")[0] == "a long walk in the rain"


def test_a_search_that_is_found_nowhere_in_it_shows_its_beginning(text: RowText) -> None:
    assert text.second_line(entry(note="only words"), "zzz") == ("only words", [])
    assert text.second_line(entry(), "zzz") == ("", [])


def test_flags_are_said(text: RowText) -> None:
    assert text.flags(FULL) == "for my session · private"
    assert text.flags(entry()) == ""
    assert text.flags(entry(private=True)) == "private"


def test_the_sentence_for_the_ear_says_it_all(text: RowText) -> None:
    said = text.sentence(stored(FULL))
    for part in ("Sunday, 8 November 2026", "15:40", "worried, pleasantness 2 of 5", "energy 4 of 5",
                 "uneasy, hopeful", "for my session", "private", "No reply for hours", "Quiet evening"):  # fmt: skip
        assert part in said, part
    assert "no time" in text.sentence(stored(KINDS["no time"]))
    assert "pleasantness" not in text.sentence(stored(KINDS["note alone"]))
    assert ".." not in text.sentence(stored(entry()))


@pytest.mark.parametrize("name", KINDS)
def test_any_entry_can_be_said(text: RowText, name: str) -> None:
    record = stored(KINDS[name])
    assert text.sentence(record)
    assert text.first_line(record.value)
    assert text.day(record.value.at.day)
    text.second_line(record.value, "words שלום")
    text.written(record)


def test_what_was_written_much_later_is_marked(text: RowText) -> None:
    assert text.written(stored(FULL)) == ""
    assert text.written(stored(FULL, timedelta(hours=5))) == ""
    assert text.written(stored(FULL, timedelta(hours=-8))) == ""
    late = stored(FULL, timedelta(days=2))
    when = late.created.astimezone()
    assert text.written(late) == f"Written later: Tuesday, 10 November 2026, {when:%H:%M}"


def test_a_date_without_a_time_is_later_from_the_next_day_on(text: RowText) -> None:
    value = Entry(at=Moment.on(TODAY, ZONE))
    same = Stored("id", value, NOW.astimezone(UTC), NOW.astimezone(UTC))
    assert text.written(same) == ""
    assert text.written(replace(same, created=same.created + timedelta(days=1))).startswith("Written later:")


def test_coping_is_searched_by_its_names(text: RowText) -> None:
    value = entry(coping=(Coping("Music"), Coping("A shower or bath")))
    assert text.second_line(value, "shower")[0] == "Music, A shower or bath"
