from __future__ import annotations

from datetime import timedelta
from typing import Any

from attach_desktop import resources
from attach_desktop.insights.facts.mood import MoodOverTime
from attach_desktop.journal.entry import Coping
from attach_desktop.summary.document import Field
from attach_desktop.vault.vault import Vault
from tests.summary.made import TODAY, add, checkin, drawn, of, summary, take

WORDS: dict[str, Any] = resources.content("summary")["glance"]


def glance(vault: Vault, days: int = 14) -> dict[str, str]:
    """What the one page tells of the last ``days``, by label."""
    return {one.label: one.text for one in of(summary(vault, "glance", begin=TODAY - timedelta(days=days - 1)), Field)}


def test_one_page_tells_what_there_is_and_nothing_of_what_there_is_not(vault: Vault) -> None:
    for day in range(8):
        add(vault, day, mood=3, triggers=("Silence",), feelings=("uneasy",), for_session=day == 2)
    told = glance(vault)
    assert told[WORDS["entries"]] == "8 entries in these 14 days."
    assert told[WORDS["mood"]].startswith("Usually 3 of 5 (in between), on 8 of 14 days.")
    assert "Silence" in told[WORDS["triggers"]]
    assert "uneasy (8)" in told[WORDS["feelings"]]
    assert told[WORDS["flagged"]] == "1 entry is marked for it."
    assert not {WORDS[name] for name in ("quiz", "checkins", "helps")} & told.keys()


def test_the_line_of_moods_is_drawn_once(vault: Vault) -> None:
    add(vault, mood=3)
    assert drawn(summary(vault, "glance")) == [MoodOverTime]
    assert drawn(summary(vault, "glance", "mood")) == [MoodOverTime]


def test_triggers_that_stand_out_are_told_in_the_insights_own_words(vault: Vault) -> None:
    for day in range(80):
        with_it = day % 3 == 0
        mood = 4 + day % 2 if with_it else 1 + day % 2
        add(vault, day, mood=mood, triggers=("A kind word",) if with_it else ())
    told = glance(vault, 90)[WORDS["triggers"]]
    assert "When “A kind word” came up, mood was usually about" in told
    assert "of 10 times" in told


def test_what_was_tried_is_not_told_without_saying_that_peaks_ease_anyway(vault: Vault) -> None:
    for day in range(7):
        add(vault, day, mood=2, intensity_before=8, intensity_after=4, coping=(Coping("Music", 10),))
    told = glance(vault)[WORDS["helps"]]
    assert told.startswith("After “Music”, usually 4 points lower")
    assert told.endswith("Feelings at a peak tend to ease anyway.")


def test_where_nothing_can_be_told_of_a_card_that_is_said(vault: Vault) -> None:
    add(vault, mood=2, intensity_before=8, intensity_after=4, coping=(Coping("Music", 10),))
    assert glance(vault)[WORDS["helps"]].startswith("Too few times to compare cards yet")


def test_points_go_from_the_first_to_the_last_by_their_short_names(vault: Vault) -> None:
    checkin(vault, 9, 3)
    checkin(vault, 2, 6)
    add(vault, mood=3)
    assert glance(vault)[WORDS["checkins"]] == "A look at my week, 0 to 10: Calm 3 → 6."


def test_a_question_in_other_words_is_told_in_them(vault: Vault) -> None:
    checkin(vault, 2, 6, wording=101)
    assert "How calm were you, on the whole? 6" in glance(vault)[WORDS["checkins"]]


def test_a_long_word_is_cut_on_the_one_page(vault: Vault) -> None:
    add(vault, mood=3, triggers=("x" * 200,))
    told = glance(vault)[WORDS["triggers"]]
    assert "x" * 59 + "…" in told
    assert "x" * 60 not in told


def test_the_latest_take_is_told_in_a_line(vault: Vault) -> None:
    take(vault, 100, alias="Noa")
    line = glance(vault)[WORDS["quiz"]]
    assert line.startswith("31 July 2026, about: ")
    assert "Noa" in line


def test_however_long_the_words_are_the_one_page_stays_short(vault: Vault) -> None:
    with vault.connection.transaction():
        for day in range(120):
            words = tuple(f"feeling {number} " * 15 for number in range(6))
            add(vault, day, mood=(1, 2, 4, 5)[day % 4], triggers=(f"trigger {day % 4} " * 15,), feelings=words)
            checkin(vault, day, day % 11, wording=101, asked="How was this, on the whole? " * 6)
    take(vault, 3, alias="Somebody " * 20)
    told = glance(vault, 120)
    assert {*told} == {WORDS[name] for name in ("entries", "mood", "triggers", "feelings", "quiz", "checkins")}
    assert sum(-(-len(line) // 60) for text in told.values() for line in text.split("\n")) <= 21
