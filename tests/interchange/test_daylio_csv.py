from __future__ import annotations

import io
import json
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from attach_desktop.clock import Moment
from attach_desktop.errors import InputRefusedError, StorageError
from attach_desktop.interchange.daylio_csv import MoodWord, is_daylio, mood_words, read_daylio, read_mapping
from attach_desktop.interchange.incoming import Incoming, take_in
from attach_desktop.interchange.json_format import export_json, read_json
from attach_desktop.interchange.writing import write_whole
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import Filter, JournalStore
from attach_desktop.vault.vault import Vault
from tests.support import ZONE, FixedClock, Vaults

_V1 = "year,date,weekday,time,mood,activities,note\n"
_V2 = "full_date,date,weekday,time,mood,activities,note\n"
_V3 = "full_date,date,weekday,time,mood,activities,note_title,note\n"
_V4 = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"


def _incoming(folder: Path, text: str, mapping: Mapping[str, int] | None = None, zone: str = ZONE) -> Incoming:
    file = folder / "daylio_export.csv"
    file.write_text(text, "utf-8", newline="")
    return read_daylio(file, mapping or {}, zone, FixedClock())


def _entries(incoming: Incoming) -> list[Entry]:
    return [record.value for _, record in incoming.records]


def _entry(folder: Path, text: str, mapping: Mapping[str, int] | None = None) -> Entry:
    incoming = _incoming(folder, text, mapping)
    assert incoming.problems == []
    (entry,) = _entries(incoming)
    return entry


def _problems(incoming: Incoming) -> list[tuple[str, str, str, bool]]:
    return [(p.place, fault.field, fault.key, p.kept) for p in incoming.problems for fault in p.faults]


# -- one row of each generation ------------------------------------------------------------------------------------


def test_the_first_generation_has_dates_in_words(tmp_path: Path) -> None:
    entry = _entry(tmp_path, _V1 + '2017,7 września,czwartek,18:52,tak sobie,"praca | spacer","Długi dzień"\n')
    assert entry == Entry(
        at=Moment.parse("2017-09-07T18:52:00+02:00", ZONE),
        mood=3,
        feelings=("tak sobie",),
        tags=("praca", "spacer"),
        note="Długi dzień",
    )


def test_the_second_generation_has_dates_in_digits(tmp_path: Path) -> None:
    entry = _entry(tmp_path, _V2 + '2020-01-05,5 de enero,domingo,9:03,bien,"","Me siento mejor"\n')
    assert entry == Entry(
        at=Moment.parse("2020-01-05T09:03:00+01:00", ZONE), mood=4, feelings=("bien",), note="Me siento mejor"
    )


def test_the_third_generation_has_a_title_and_markup(tmp_path: Path) -> None:
    entry = _entry(tmp_path, _V3 + '2023-06-01,June 1,Thursday,10:00\u202fpm,rad,"a","My day","<b>Good</b><br>end"\n')
    assert entry.at == Moment.parse("2023-06-01T22:00:00+02:00", ZONE)
    assert (entry.mood, entry.note) == (5, "My day\n**Good**\nend")


def test_the_fourth_generation_has_scales(tmp_path: Path) -> None:
    row = '2026-02-03,February 3,Tuesday,12:15 am,awful,"a","Sleep: deep: 8/10 points | Asleep: 8:00","","x"\n'
    entry = _entry(tmp_path, _V4 + row)
    assert (entry.mood, entry.note) == (1, "x\n\nSleep: deep: 8/10 points\nAsleep: 8:00")
    assert entry.at == Moment.parse("2026-02-03T00:15:00+01:00", ZONE)


def test_columns_are_found_by_name_in_any_order_and_some_may_be_missing(tmp_path: Path) -> None:
    entry = _entry(tmp_path, "\ufeff Note ,mood,FULL_DATE,extra\r\nhello,good,2023-06-01,x\r\n")
    assert (entry.note, entry.mood, entry.at) == ("hello", 4, Moment.on(date(2023, 6, 1), ZONE))


@pytest.mark.parametrize("header", ["entryDate,entryContent", "mood,note", "date,mood", "year,date,note", ""])
def test_other_headers_are_refused(tmp_path: Path, header: str) -> None:
    assert not is_daylio(header.split(","))
    with pytest.raises(InputRefusedError) as caught:
        _incoming(tmp_path, header + "\n")
    assert caught.value.key == "file-unrecognised"


# -- cells ---------------------------------------------------------------------------------------------------------


def test_activities_keep_their_signs_and_lose_their_blanks(tmp_path: Path) -> None:
    row = '2023-06-01,,,9:03,good,"work |  Sick | a/b <c> [d], e&f | 😉 | x|y |  | work | stomachache ",,\n'
    assert _entry(tmp_path, _V3 + row).tags == ("work", "Sick", "a/b <c> [d], e&f", "😉", "x|y", "stomachache")


def test_a_date_without_a_time_stays_without_one(tmp_path: Path) -> None:
    incoming = _incoming(tmp_path, _V3 + "2023-06-02,,,,good,,,b\n2023-06-01,,,late,good,,,a\n")
    assert [entry.at for entry in _entries(incoming)] == [Moment.on(date(2023, 6, day), ZONE) for day in (1, 2)]
    assert _problems(incoming) == [("row 3", "time", "odd-time", True)]


def test_a_row_without_a_mood_has_none(tmp_path: Path) -> None:
    entry = _entry(tmp_path, _V3 + "2023-06-01,,,9:03,,,,x\n")
    assert (entry.mood, entry.feelings) == (None, ())


def test_times_are_those_of_the_zone_that_is_named(tmp_path: Path) -> None:
    (entry,) = _entries(_incoming(tmp_path, _V3 + "2023-07-01,,,9:03,good,,,\n", zone="America/New_York"))
    assert entry.at.isoformat() == "2023-07-01T09:03:00-04:00"
    assert entry.at.zone == "America/New_York"


@pytest.mark.parametrize("day", ["0001-01-01", "1018-07-01", "9999-12-31"])
def test_a_slip_in_the_year_is_no_reason_to_lose_a_row(vault: Vault, tmp_path: Path, day: str) -> None:
    incoming = _incoming(tmp_path, _V3 + f"{day},,,9:03,good,,,\n")
    assert take_in(vault, incoming).added == 1
    assert [record.value.at.isoformat()[:16] for record in JournalStore(vault).each()] == [f"{day}T09:03"]


# -- moods ---------------------------------------------------------------------------------------------------------


def test_mood_words_are_counted_and_guessed(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    rows = ["sad ", "rad", "SAD", "Medium [-]", "", "sad", "Medium [-]"]
    file.write_text(_V3 + "".join(f"2023-06-01,,,9:03,{mood},,,\n" for mood in rows), "utf-8")
    assert mood_words(file) == [MoodWord("sad", 3, 2), MoodWord("Medium [-]", 2, None), MoodWord("rad", 1, 5)]


def test_unmapped_moods_are_named_and_nothing_comes_in(tmp_path: Path) -> None:
    text = (
        _V3
        + "2023-06-01,,,9:03,zen,,,\n2023-06-01,,,9:03,good,,,\n2023-06-01,,,9:03,Zen ,,,\n2023-06-01,,,9:03,blue,,,\n"
    )
    with pytest.raises(InputRefusedError) as caught:
        _incoming(tmp_path, text, {"blue": 2})
    assert (caught.value.key, caught.value.details["words"]) == ("daylio-unmapped", "zen")


def test_a_mapping_wins_over_a_guess_and_the_word_stays(tmp_path: Path) -> None:
    text = _V3 + "2023-06-01,,,9:03,Good ,,,\n"
    for mapping, mood in (({"good": 2}, 2), ({"GOOD": 0}, None), ({}, 4)):
        entry = _entry(tmp_path, text, mapping)
        assert (entry.mood, entry.feelings) == (mood, ("Good",))


def test_a_mapping_is_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "map.json"
    file.write_text('{"zen": 5, "blue": 2, "odd": null, "none": 0}', "utf-8-sig")
    assert read_mapping(file) == {"zen": 5, "blue": 2, "odd": 0, "none": 0}


@pytest.mark.parametrize(
    ("text", "key"),
    [("", "mapping-not-json"), ("[1]", "mapping-not-json"), ("[" * 99_999, "mapping-not-json"),
     ('{"a": 6}', "mapping-levels"), ('{"a": true}', "mapping-levels"), ('{"a": "5"}', "mapping-levels"),
     ('{"a": 1.0}', "mapping-levels")],
)  # fmt: skip
def test_a_mapping_that_is_none_is_refused(tmp_path: Path, text: str, key: str) -> None:
    file = tmp_path / "map.json"
    file.write_text(text)
    with pytest.raises(InputRefusedError) as caught:
        read_mapping(file)
    assert caught.value.key == key
    with pytest.raises(StorageError):
        read_mapping(tmp_path / "missing")


# -- rows that are wrong -------------------------------------------------------------------------------------------


def test_short_and_long_rows_are_reported_and_kept(tmp_path: Path) -> None:
    incoming = _incoming(
        tmp_path,
        _V2
        + "2023-06-04,June 4,Sunday,9:03,good,walk\n"
        + "2023-06-03,June 3,Saturday,9:03,good,walk,Tea, then bed\n"
        + '2023-06-02,June 2,Friday,9:03,good,walk,fine,"",\n'
        + "2023-06-01\n",
    )
    assert _problems(incoming) == [
        ("row 2", "row", "row-too-short", True),
        ("row 3", "row", "row-too-long", True),
        ("row 5", "row", "row-too-short", True),
    ]
    assert [entry.note for entry in _entries(incoming)] == ["", "fine", "Tea, then bed", ""]


def test_rows_that_cannot_be_kept_are_reported_with_every_fault_and_the_rest_comes_in(tmp_path: Path) -> None:
    incoming = _incoming(
        tmp_path,
        _V3
        + "2023-02-30,,,9:03,good,,,\n"
        + ",,,9:03,good,,,\n"
        + f'2023-06-01,,,9:03,good,{"x" * 201},,"{"y" * 1_000_001}"\n'
        + "2023-06-01,,,9:03,good,,,nul \0\n"
        + "2023-06-01,,,9:03,good,,,fine\n"
        + '2023-05-01,,,9:03,good,,,"cut in ha',
    )
    assert _problems(incoming) == [
        ("row 2", "date", "not-a-moment", False),
        ("row 3", "date", "not-a-moment", False),
        ("row 4", "note", "too-long", False),
        ("row 4", "tags", "too-long", False),
        ("row 5", "note", "nul", False),
        ("row 7", "row", "row-cut", False),
    ]
    assert [entry.note for entry in _entries(incoming)] == ["fine"]


# -- twice ---------------------------------------------------------------------------------------------------------


def test_the_same_row_is_known_again_in_every_generation_zone_and_mapping(vault: Vault, tmp_path: Path) -> None:
    older = _V1 + '2023,June 1,Thursday,9:03 pm,good,walk,"Tea & bed"\n'
    newer = _V4 + '2023-06-01,June 1,Thursday,21:03,Good,walk | new name,Sleep: 8:00,,"Tea &amp;<br>bed"\n'
    assert take_in(vault, _incoming(tmp_path, older)).added == 1
    report = take_in(vault, _incoming(tmp_path, newer, {"good": 2}, zone="Asia/Tokyo"))
    assert (report.added, report.updated, report.unchanged) == (0, 0, 1)


def test_rows_of_one_minute_are_two_if_they_differ_and_one_if_they_do_not(vault: Vault, tmp_path: Path) -> None:
    walk, rest = "2023-06-01,,,9:03,good,walk,,\n", "2023-06-01,,,9:03,good,rest,,\n"
    report = take_in(vault, _incoming(tmp_path, _V3 + rest + walk + walk))
    assert (report.added, report.unchanged, report.problems) == (2, 1, ())
    later = "2023-06-02,,,9:03,good,walk,,\n" + rest + walk
    report = take_in(vault, _incoming(tmp_path, _V3 + later))
    assert (report.added, report.unchanged) == (1, 2)
    assert [record.value.tags for record in JournalStore(vault).each()] == [("walk",), ("rest",), ("walk",)]


def test_it_was_written_when_it_happened(tmp_path: Path) -> None:
    (record,) = (record for _, record in _incoming(tmp_path, _V3 + "2023-06-01,,,9:03,good,,,\n").records)
    assert record.created == record.updated == record.value.at.instant


# -- ten years -----------------------------------------------------------------------------------------------------

_MONTHS = ["stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września",
           "października", "listopada", "grudnia"]  # fmt: skip
_ACTIVITIES = ["praca", "friends", "date night", "good sleep", "bieganie", "family/parents", "🎹 piano", "rest "]
_NOTES = ["", "Called my sister, and it helped.", "Nie odpisał cały wieczór", 'She said "later" again.', "雨の日",
          "A quiet day<br><br>&amp; a <b>long</b> walk", "- one\n- two", "=not a formula", "יום טוב"]  # fmt: skip


def _ten_years(folder: Path) -> list[Path]:
    """One file for each generation, as a person finds them in an old folder: about 7,000 rows in ten years."""
    chance = Random(7)
    rows: dict[int, list[str]] = {1: [], 2: [], 3: [], 4: []}
    day = date(2016, 11, 1)
    while day < date(2026, 11, 1):
        generation = 1 if day.year < 2019 else 2 if day.year < 2021 else 3 if day.year < 2025 else 4
        for hour in sorted(chance.sample(range(24), chance.choice([0, 1, 2, 2, 3, 3]))):
            minute = chance.randrange(60)
            when = f"{hour}:{minute:02}" if day.year % 2 else f"{hour % 12 or 12}:{minute:02} {'ap'[hour // 12]}m"
            polish = generation == 1
            moods = (
                ["wspaniale", "dobrze", "tak sobie", "źle", "okropnie"] if polish else ["rad", "good", "zen", "bad "]
            )
            dates = [str(day.year), f"{day.day} {_MONTHS[day.month - 1]}"] if polish else [day.isoformat(), "x"]
            cells = [
                *dates, "x", when, chance.choice(moods), " | ".join(chance.sample(_ACTIVITIES, chance.randrange(4))),
                *(["Sleep: 8/10 points | Up: 1:00"] if generation == 4 else []),
                *([chance.choice(["", "A title"])] if generation > 2 else []),
                chance.choice(_NOTES),
            ]  # fmt: skip
            rows[generation].append(",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\n")
        day += timedelta(days=1)
    files = []
    for generation, header in enumerate((_V1, _V2, _V3, _V4), 1):
        files.append(folder / f"daylio_export_{generation}.csv")
        files[-1].write_text(header + "".join(reversed(rows[generation])), "utf-8", newline="")
    return files


def test_ten_years_of_rows_are_imported_searched_edited_and_exported(vault_factory: Vaults, tmp_path: Path) -> None:
    vault, clock = vault_factory("one.vault"), FixedClock()
    files = _ten_years(tmp_path)
    rows = sum(file.read_text("utf-8").count('\n"20') for file in files)
    assert rows > 6500
    reports = [take_in(vault, read_daylio(file, {"zen": 4}, ZONE, clock)) for file in files]
    assert [report.problems for report in reports] == [(), (), (), ()]
    assert sum(report.added for report in reports) == rows

    journal = JournalStore(vault)
    days = [record.value.at.day for record in journal.each()]
    assert (days[0].year, days[-1].year, days) == (2016, 2026, sorted(days))
    assert "Nie odpisał cały wieczór" in journal.find(Filter(query="odpisał wieczor"), 1)[0].value.note
    assert journal.find(Filter(query="雨", mood_low=4), 1)
    zen = journal.find(Filter(words=(("feelings", "ZEN"),)), -1)
    assert {record.value.mood for record in zen} == {4}
    assert "**long** walk\n\nSleep: 8/10 points\nUp: 1:00" in journal.find(Filter(query="long walk"), 1)[0].value.note

    journal.change(zen[0].id, Entry(at=zen[0].value.at, mood=1, note="edited"))
    again = [take_in(vault, read_daylio(file, {"zen": 4}, ZONE, clock)) for file in files]
    assert [(report.added, report.updated) for report in again] == [(0, 0)] * 4
    edited = journal.get(zen[0].id)
    assert edited is not None
    assert edited.value.note == "edited"

    exported = tmp_path / "all.json"
    write_whole(exported, lambda out: export_json(vault, out))
    other = vault_factory("other.vault")
    assert take_in(other, read_json(exported, clock)).added == rows
    back: dict[str, Any] = json.loads(_export(other))
    assert back == json.loads(exported.read_text("utf-8"))


def _export(vault: Vault) -> str:
    out = io.StringIO()
    export_json(vault, out)
    return out.getvalue()
