"""The made-up journal: as varied as a real one, valid to the last field, and true where it says so."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from statistics import mean
from zoneinfo import ZoneInfo

import pytest

from attach_desktop.journal import made_up
from attach_desktop.journal.entry import RANGES, TEXT_FIELDS, Entry, from_json, to_json
from attach_desktop.journal.library import Library
from attach_desktop.journal.made_up_writer import material
from attach_desktop.journal.store import Filter, JournalStore
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.vault import Vault
from tests.support import NOW, FixedClock, Vaults

ENTRIES, YEARS = 2500, 3.0
SCRIPTS = (
    "ARABIC", "HEBREW", "CYRILLIC", "GREEK", "DEVANAGARI", "THAI", "CJK", "HIRAGANA", "KATAKANA", "HANGUL",
)  # fmt: skip


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    vaults = Vaults(tmp_path_factory.mktemp("made-up"), FixedClock())
    vault = vaults()
    counts = made_up.fill(vault, ENTRIES, YEARS, seed=1, end=NOW)
    assert counts["journal"] == ENTRIES
    yield vault
    vaults.close()


@pytest.fixture(scope="module")
def records(filled: Vault) -> list[Stored[Entry]]:
    return list(JournalStore(filled).each())


@pytest.fixture(scope="module")
def entries(records: list[Stored[Entry]]) -> list[Entry]:
    return [record.value for record in records]


def texts_of(entry: Entry) -> list[str]:
    return [text for field in TEXT_FIELDS if (text := getattr(entry, field))]


def test_every_entry_is_there_and_every_field_is_used_in_some_and_missing_in_others(entries: list[Entry]) -> None:
    assert len(entries) == ENTRIES
    for field in (field.name for field in fields(Entry) if field.name != "at"):
        said = sum(getattr(entry, field) not in (None, (), "", False) for entry in entries)
        assert ENTRIES // 200 < said < ENTRIES, field
    for field, (low, high) in RANGES.items():
        found = {getattr(entry, field) for entry in entries} - {None}
        assert len(found) > (high - low) / 10, field
    assert {len(entry.coping) for entry in entries} == {0, 1, 2, 3}
    assert not [entry for entry in entries if entry.empty]


def test_every_entry_survives_the_documented_json(entries: list[Entry]) -> None:
    assert [from_json(to_json(entry)) for entry in entries] == entries


def test_the_depths_are_mixed_as_people_mix_them(entries: list[Entry]) -> None:
    told = mean(bool(entry.triggers) for entry in entries)
    thought = mean(bool(entry.thought) for entry in entries)
    assert 0.36 < told < 0.44
    assert 0.08 < thought < 0.12


def test_times_are_ones_that_clocks_showed(entries: list[Entry]) -> None:
    offsets: dict[str, set[timedelta | None]] = {}
    for entry in entries:
        instant = entry.at.instant
        if instant is None:
            assert entry.at.zone
            continue
        shown = instant.astimezone(ZoneInfo(entry.at.zone))
        assert (shown.replace(tzinfo=None), shown.utcoffset()) == (entry.at.wall, entry.at.offset)
        offsets.setdefault(entry.at.zone, set()).add(entry.at.offset)
    assert offsets["Europe/Berlin"] == {timedelta(hours=1), timedelta(hours=2)}
    assert len(offsets) > 1


def test_nothing_lies_after_the_end_and_nothing_was_written_before_it_happened(
    records: list[Stored[Entry]],
) -> None:
    for record in records:
        instant = record.value.at.instant
        assert instant is None or NOW - timedelta(days=366 * YEARS) < instant <= record.created
        assert record.value.at.day <= record.created.astimezone(ZoneInfo(record.value.at.zone)).date()
        assert record.created <= record.updated <= NOW
    later = [r for r in records if r.value.at.instant and r.created - r.value.at.instant > timedelta(hours=2)]
    assert ENTRIES * 0.03 < len(later) < ENTRIES * 0.1
    assert ENTRIES * 0.005 < sum(r.value.at.at is None for r in records) < ENTRIES * 0.03
    assert any(record.updated > record.created for record in records)


def test_days_are_as_uneven_as_real_ones(filled: Vault, entries: list[Entry]) -> None:
    per_day = [found.count for found in JournalStore(filled).days(Filter())]
    assert max(per_day) >= 5
    assert min(per_day) == 1
    days = sorted({entry.at.day for entry in entries})
    gaps = [(after - before).days for before, after in pairwise(days)]
    assert sum(gap >= 3 for gap in gaps) >= 5
    assert max(gaps) >= 14
    assert days[-1] == NOW.date()
    at_night = [entry for entry in entries if entry.at.at and entry.at.at.hour < 3]
    assert ENTRIES * 0.03 < len(at_night) < ENTRIES * 0.15
    weekdays = Counter(entry.at.day.weekday() for entry in entries)
    assert weekdays[6] > 1.3 * weekdays[4]


@pytest.mark.parametrize("script", SCRIPTS)
def test_many_scripts(entries: list[Entry], script: str) -> None:
    letters = {sign for entry in entries for text in texts_of(entry) for sign in text if sign.isalpha()}
    assert any(unicodedata.name(letter).startswith(script) for letter in letters)


def test_emoji_joined_coloured_and_plain_in_texts_and_words(entries: list[Entry]) -> None:
    text = "\n".join(part for entry in entries for part in (*texts_of(entry), *entry.feelings))
    assert "\u200d" in text
    assert re.search("[\U0001f3fb-\U0001f3ff]", text)
    assert re.search("[\U0001f300-\U0001faff]", text)
    for field in ("feelings", "people", "tags"):
        words = {word for entry in entries for word in getattr(entry, field)}
        assert any(not word.isascii() for word in words), field


def test_long_texts_and_light_markdown(entries: list[Entry]) -> None:
    lengths = sorted(len(entry.note) for entry in entries)
    assert lengths[-1] > 3000
    assert ENTRIES * 0.002 < sum(length > 2000 for length in lengths) < ENTRIES * 0.02
    notes = "\n".join(entry.note for entry in entries)
    for mark in ("**", "\n- ", "\n1. ", "> ", "# ", "- [ ]"):
        assert mark in notes


def test_texts_have_no_blank_left_and_never_shout(entries: list[Entry]) -> None:
    for entry in entries:
        for text in texts_of(entry):
            assert not re.search(r"[{}!]", text)
            assert text == text.strip()


def test_who_is_named_is_among_the_people(entries: list[Entry]) -> None:
    named = [e for e in entries if re.search(r"\bSami\b", e.happened + e.did) and "Sami" not in e.people]
    assert named == []
    assert any("Sami" in entry.people for entry in entries)


def test_the_library_holds_every_trigger_and_person(filled: Vault, entries: list[Entry]) -> None:
    library = Library(filled)
    triggers = {record.value.name: record.value for record in library.triggers.each()}
    people = {record.value.alias: record.value for record in library.people.each()}
    assert {name for entry in entries for name in entry.triggers} == set(triggers)
    assert {name for entry in entries for name in entry.people} == set(people)
    assert len({person.role for person in people.values()}) >= 9
    for preset in Vocabulary().triggers:
        assert (triggers[preset.name].sort, triggers[preset.name].pull) == (preset.sort, preset.pull)


def test_one_trigger_truly_goes_with_lower_mood(entries: list[Entry]) -> None:
    lowering = min(material()["scenes"], key=lambda scene: float(scene["mood"]))["trigger"]
    moods = {
        name: [e.mood for e in entries if name in e.triggers and e.mood is not None]
        for name in {name for entry in entries for name in entry.triggers}
    }
    assert len(moods[lowering]) >= 50
    others = [mean(found) for name, found in moods.items() if name != lowering and len(found) >= 15]
    assert mean(moods[lowering]) < min(others) - 0.3
    assert mean(moods[lowering]) < mean(others) - 0.7


def test_one_card_truly_helps_and_the_others_as_much_as_nothing(entries: list[Entry]) -> None:
    nothing = Vocabulary().nothing_in_particular
    eased: dict[str, list[int]] = {}
    for entry in entries:
        if entry.intensity_before is not None and entry.intensity_after is not None and len(entry.coping) == 1:
            change = entry.intensity_before - entry.intensity_after
            eased.setdefault(entry.coping[0].name, []).append(change)
    (helping,) = material()["eases"]
    assert min(len(eased[helping]), len(eased[nothing])) >= 15
    assert mean(eased[helping]) > mean(eased[nothing]) + 1.5
    rest = [change for name, found in eased.items() if name not in (helping, nothing) for change in found]
    assert abs(mean(rest) - mean(eased[nothing])) < 0.5


def test_weeks_have_a_rhythm_and_the_years_a_direction(entries: list[Entry]) -> None:
    rated = [(entry.at.day, entry.mood) for entry in entries if entry.mood is not None]
    monday = [mood for day, mood in rated if day.weekday() == 0]
    saturday = [mood for day, mood in rated if day.weekday() == 5]
    assert mean(saturday) > mean(monday) + 0.3


def test_words_of_the_journal_are_the_ones_of_the_vocabulary(entries: list[Entry]) -> None:
    words = Vocabulary()
    known = set(words.coping)
    assert {item.name for entry in entries for item in entry.coping} == known
    assert {sign for entry in entries for sign in entry.body} == set(words.body)
    placed = [word for entry in entries for word in entry.feelings if words.place_of(word)]
    assert len(set(placed)) > 80
    assert any(not words.place_of(word) for entry in entries for word in entry.feelings)


@pytest.mark.parametrize("query", ["mulmig", "inquietude", "тревожно", "不一定", "ความเงียบ", "השקט", "🐌", "gutter"])
def test_search_finds_what_was_made_up(filled: Vault, query: str) -> None:
    found = JournalStore(filled).find(Filter(query=query), 3)
    assert found
    for record in found:
        text = " ".join([*texts_of(record.value), *record.value.feelings])
        plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        assert query in text or query in plain


def test_the_material_is_rich_and_all_of_its_blanks_are_known() -> None:
    found = material()
    scenes = [text for scene in found["scenes"] for field in TEXT_FIELDS for text in scene.get(field, [])]
    notes = [text for part in found["notes"].values() for group in part.values() for text in group]
    assert len(set(scenes + notes)) >= 300
    for text in (*scenes, *notes, *found["lists"]):
        assert set(re.findall(r"\{(.*?)\}", text)) <= {"name", "place"}
        assert "!" not in text
    presets = Vocabulary()
    for scene in found["scenes"]:
        assert scene["trigger"] in {trigger.name for trigger in presets.triggers}
        assert set(scene["urge"]) <= set(presets.urges)
    assert set(found["eases"]) <= set(presets.coping)
    assert {person["role"] for person in found["people"]} >= {r for s in found["scenes"] for r in s["roles"]}


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati"])
def test_any_moment_can_be_the_end(vault: Vault, zone: str) -> None:
    end = datetime(2024, 3, 31, 1, 30, tzinfo=UTC).astimezone(ZoneInfo(zone))
    made_up.fill(vault, 40, 0.02, seed=3, end=end)
    found = list(JournalStore(vault).each())
    assert len(found) == 40
    assert all(record.created <= record.updated <= end for record in found)
