"""What a line says, glyph by glyph."""

from __future__ import annotations

import pytest

from attach_desktop.ui.paper.said import Group, Said, is_plain, said
from attach_desktop.ui.paper.text import Text, stretches
from attach_desktop.ui.paper.type import Fonts, Style
from tests.ui.paper.laid import SCRIPTS

pytestmark = pytest.mark.usefixtures("qapp")


def of(text: str) -> Said:
    (lines,) = stretches(Text(text, Style.BODY, 100_000.0), Fonts())
    return said(text, lines.layout.lineAt(0), right_to_left=lines.text.right_to_left)


@pytest.mark.parametrize("text", ["", "plain", "“Straße” – naïve, ελληνικά, Ёлка, 5 € ≥ ½ … Ế", "漢字かな한국어"])
def test_these_letters_need_no_more_than_their_glyphs(text: str) -> None:
    assert is_plain(text)


@pytest.mark.parametrize("text", ["e\u0301", "ไทย", "हिन्दी", "שלום", "م", "🙂", "a\u200db", "\u202ea"])
def test_these_do(text: str) -> None:
    assert not is_plain(text)


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_glyph_is_in_a_group_and_no_letter_is_said_twice(name: str) -> None:
    text = SCRIPTS[name]
    found = of(text)
    (lines,) = stretches(Text(text, Style.BODY, 100_000.0), Fonts())
    drawn = sum(len(run.glyphIndexes()) for run in lines.layout.lineAt(0).glyphRuns())
    assert sum(run.glyphs for run in found.runs) == drawn
    spoken = "".join(group.text or "" for run in found.runs for group in run.groups)
    for letter in set(spoken) - set("\u200e\u200f "):
        assert spoken.count(letter) <= text.count(letter)


def test_latin_words_beside_others_are_left_alone() -> None:
    (run, *_), _ = of("quiet ไทย")
    assert Group(5, None) in run.groups


def test_words_are_said_whole_and_spaces_by_themselves() -> None:
    texts = [group.text for run in of("ज्ञान मिला").runs for group in run.groups]
    assert texts == ["ज्ञान", None, "मिला"]


def test_hebrew_goes_by_itself_unless_it_has_points() -> None:
    assert {group.text for run in of("שלום לך").runs for group in run.groups} == {None}
    assert "שָׁלוֹם" in {group.text for run in of("שָׁלוֹם").runs for group in run.groups}


def test_a_space_where_the_direction_turns_has_a_mark_beside_it() -> None:
    assert "\u200e " in {group.text for run in of("She said שלום to me").runs for group in run.groups}
    assert "\u200f " in {group.text for run in of("הוא כתב hello לי").runs for group in run.groups}
    assert not any("\u200e" in (group.text or "") for run in of("ไทย and on").runs for group in run.groups)


def test_the_whole_is_known_where_a_line_runs_one_way() -> None:
    assert of("ไทย and words").whole == "ไทย and words"
    assert of("שלום").whole == "םולש"
    assert of("said שלום").whole is None


def test_marks_of_direction_are_not_said() -> None:
    texts = "".join(group.text or "" for run in of("ไทย\u202eab\u202cไทย").runs for group in run.groups)
    assert "\u202e" not in texts
    assert "\u202c" not in texts
