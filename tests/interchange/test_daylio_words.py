from __future__ import annotations

import json
from datetime import date, time

import pytest

from attach_desktop import resources
from attach_desktop.interchange.daylio_words import day_from, folded, mood_guess, time_from

_DATA = json.loads(resources.path("content", "daylio.json").read_text("utf-8"))
_WANTED = {"en", "de", "pl", "es", "fr", "it", "pt", "nl", "ru", "uk", "tr", "cs"}


def test_the_languages_are_whole() -> None:
    assert set(_DATA["months"]) >= _WANTED
    assert set(_DATA["moods"]) >= _WANTED
    assert {len(names) for names in _DATA["months"].values()} == {12}
    assert {len(levels) for levels in _DATA["moods"].values()} == {5}


def test_no_name_of_a_month_means_two_months() -> None:
    meant: dict[str, set[int]] = {}
    for names in _DATA["months"].values():
        for number, forms in enumerate(names, 1):
            for name in forms.split():
                meant.setdefault(folded(name), set()).add(number)
    assert {name: months for name, months in meant.items() if len(months) > 1} == {}


def test_no_name_of_a_mood_means_two_levels() -> None:
    meant: dict[str, set[int]] = {}
    for levels in _DATA["moods"].values():
        for level, words in enumerate(levels, 1):
            for word in words:
                meant.setdefault(folded(word), set()).add(level)
    assert {word: levels for word, levels in meant.items() if len(levels) > 1} == {}


@pytest.mark.parametrize(
    ("full", "year", "text", "expected"),
    [
        ("2026-07-09", "", "July 9", date(2026, 7, 9)),
        (" 2026-07-09 ", "2017", "May 1", date(2026, 7, 9)),
        ("", "2017", "7 września", date(2017, 9, 7)),
        ("", "2018", "16 de octubre", date(2018, 10, 16)),
        ("", "2017", "September 13", date(2017, 9, 13)),
        ("", "2018", "18 May", date(2018, 5, 18)),
        ("", "2018", "Dec 17", date(2018, 12, 17)),
        ("", "2018", "3. März", date(2018, 3, 3)),
        ("", "2018", "1er août", date(2018, 8, 1)),
        ("", "2018", "5 AĞUSTOS", date(2018, 8, 5)),
        ("", "2018", "20 Kasım", date(2018, 11, 20)),
        ("", "2018", "1. července", date(2018, 7, 1)),
        ("", "2018", "1. června", date(2018, 6, 1)),
        ("", "2018", "12 апр.", date(2018, 4, 12)),
        ("", "2018", "9 мая", date(2018, 5, 9)),
        ("", "2018", "4 серпня", date(2018, 8, 4)),
        ("", "2018", "13 בספטמבר", date(2018, 9, 13)),
        ("", "2018", "9月7日", date(2018, 9, 7)),
        ("", "2018", "9월 7일", date(2018, 9, 7)),
        ("", "2020", "February 29", date(2020, 2, 29)),
        ("", "2018", "29 lutego", None),
        ("2026-02-30", "", "", None),
        ("20260101", "", "", None),
        ("2026-W01-1", "", "", None),
        ("09/07/2026", "2026", "July 9", None),
        ("", "2018", "jui 3", None),
        ("", "2018", "7/9", None),
        ("", "2018", "7 9 May", None),
        ("", "0", "May 1", None),
        ("", "99999", "May 1", None),
        ("", "", "May 1", None),
        ("", "", "", None),
    ],
)
def test_days(full: str, year: str, text: str, expected: date | None) -> None:
    assert day_from(full, year, text) == expected


@pytest.mark.parametrize("language", sorted(_DATA["months"]))
def test_every_month_of_every_language(language: str) -> None:
    for number, forms in enumerate(_DATA["months"][language], 1):
        for name in forms.split():
            for text in (f"3 {name}", f"{name.upper()} 3", f"3. {name}."):
                assert day_from("", "2018", text) == date(2018, number, 3), text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("18:52", time(18, 52)),
        ("9:03", time(9, 3)),
        ("00:00", time(0, 0)),
        ("10:00 pm", time(22, 0)),
        ("10:04 AM", time(10, 4)),
        ("12:15 am", time(0, 15)),
        ("12:15 PM", time(12, 15)),
        ("10:00\u00a0pm", time(22, 0)),
        ("10:00\u202fp.\u00a0m.", time(22, 0)),
        ("9.03", time(9, 3)),
        ("9h03", time(9, 3)),
        ("18:52:40", time(18, 52)),
        ("오후 3:05", time(15, 5)),
        ("下午3:05", time(15, 5)),
        ("3:05 μ.μ.", time(15, 5)),
        ("3:05 ÖS", time(15, 5)),
        ("", None),
        ("noon", None),
        ("25:00", None),
        ("9:75", None),
        ("3:05 sometime", None),
        ("-1:-1", None),
    ],
)
def test_times(text: str, expected: time | None) -> None:
    assert time_from(text) == expected


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("rad", 5), ("good", 4), ("meh", 3), ("bad", 2), ("awful", 1),
        ("wspaniale", 5), ("dobrze", 4), ("tak sobie", 3), ("źle", 2), ("okropnie", 1),
        ("super", 5), ("bien", 4), ("mouais", 3), ("mauvais", 2), ("horrible", 1),
        ("Bad ", 2), ("GUT", 4), ("ÇOK İYİ", 5), ("так  себе", 3), ("Zle", 2),
        ("Medium [-]", None), ("", None), ("🙂", None),
    ],
)  # fmt: skip
def test_moods_whose_name_tells_their_level(word: str, level: int | None) -> None:
    assert mood_guess(word) == level
