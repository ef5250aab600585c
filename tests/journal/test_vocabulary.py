"""The journal's words: complete, well placed, and found from any point of the grid."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import product

import pytest

from attach_desktop import resources
from attach_desktop.clock import Moment
from attach_desktop.journal.entry import RANGES, TEXT_FIELDS, Entry
from attach_desktop.journal.library import PULLS, ROLES, TRIGGER_KINDS, Trigger
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.vault.words import word_key

CELLS = list(product(range(1, 6), repeat=2))
CLINICAL = re.compile("depress|manic|mania|disorder|syndrome|trauma|phobi|paranoi|bipolar|obsess")


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    return Vocabulary()


def test_about_eighty_feelings_over_the_whole_grid(words: Vocabulary) -> None:
    assert 75 <= len(words.feelings) <= 95
    per_cell = {cell: [f.word for f in words.feelings if (f.mood, f.energy) == cell] for cell in CELLS}
    assert sum(map(len, per_cell.values())) == len(words.feelings)
    assert min(map(len, per_cell.values())) >= 2


def test_no_word_twice_and_none_a_diagnosis(words: Vocabulary) -> None:
    for group in (
        [f.word for f in words.feelings],
        [words.cell_word(*cell) for cell in CELLS],
        [t.name for t in words.triggers],
        words.coping,
        words.body,
        words.urges,
        [words.mood_word(step) for step in range(1, 6)] + [words.energy_word(step) for step in range(1, 6)],
    ):
        keys = [word_key(word) for word in group]
        assert len(set(keys)) == len(keys)
        assert all(word == word.strip() and len(word) <= 40 for word in group)
        assert not [key for key in keys if CLINICAL.search(key)]


def test_every_feeling_can_stand_in_an_entry(words: Vocabulary) -> None:
    at = Moment.parse("2026-11-08")
    entry = Entry(at=at, feelings=tuple(f.word for f in words.feelings), body=words.body)
    assert len(entry.feelings) == len(words.feelings)


def test_words_about_attachment_are_there(words: Vocabulary) -> None:
    known = {f.word for f in words.feelings}
    assert {"uneasy", "longing", "numb", "walled off", "tender", "safe", "rejected", "close"} <= known


@pytest.mark.parametrize("cell", CELLS)
def test_a_cells_word_is_the_feeling_of_that_place(words: Vocabulary, cell: tuple[int, int]) -> None:
    assert words.place_of(words.cell_word(*cell)) == cell


@pytest.mark.parametrize("cell", CELLS)
def test_near_gives_every_feeling_nearest_first(words: Vocabulary, cell: tuple[int, int]) -> None:
    mood, energy = cell
    found = words.near(mood, energy)
    assert set(found) == set(words.feelings)
    assert len(found) == len(words.feelings)
    distances = [(f.mood - mood) ** 2 + (f.energy - energy) ** 2 for f in found]
    assert distances == sorted(distances)
    assert distances[0] == 0


def test_near_with_one_side_only_looks_at_that_side(words: Vocabulary) -> None:
    assert {f.mood for f in words.near(mood=1)[:10]} == {1}
    assert {f.energy for f in words.near(energy=5)[:10]} == {5}


def test_near_prefers_pleasantness_among_equals_then_the_alphabet(words: Vocabulary) -> None:
    step_away = [f for f in words.near(3, 3) if (f.mood - 3) ** 2 + (f.energy - 3) ** 2 == 1]
    assert [abs(f.mood - 3) for f in step_away] == sorted(abs(f.mood - 3) for f in step_away)
    same_cell = [f.word for f in words.near(2, 4) if (f.mood, f.energy) == (2, 4)]
    assert same_cell == sorted(same_cell)


def test_without_a_point_the_order_is_alphabetical(words: Vocabulary) -> None:
    found = [f.word for f in words.near()]
    assert found == sorted(found)
    assert words.near() == words.feelings


@pytest.mark.parametrize(
    ("word", "place"),
    [("uneasy", (2, 3)), ("  UNEASY ", (2, 3)), ("Walled Off", (2, 1)), ("saudade", None), ("", None)],
)
def test_place_of(words: Vocabulary, word: str, place: tuple[int, int] | None) -> None:
    assert words.place_of(word) == place


@pytest.mark.parametrize("cell", [(0, 1), (1, 0), (6, 1), (1, 6), (-1, -1)])
def test_outside_the_grid_is_no_word(words: Vocabulary, cell: tuple[int, int]) -> None:
    with pytest.raises(KeyError):
        words.cell_word(*cell)
    with pytest.raises(KeyError):
        words.mood_word(0)
    with pytest.raises(KeyError):
        words.energy_word(6)


def test_preset_triggers_are_triggers_of_every_kind_and_pull(words: Vocabulary) -> None:
    noted = Moment.parse("2026-11-08")
    kept = [Trigger(name=t.name, noted=noted, sort=t.sort, pull=t.pull) for t in words.triggers]
    assert {t.sort for t in kept} == set(TRIGGER_KINDS)
    assert {t.pull for t in kept} == set(PULLS)
    assert all(words.kind_word(t.sort) and words.pull_word(t.pull) for t in kept)


def test_every_choice_of_the_library_has_a_word(words: Vocabulary) -> None:
    assert all(words.kind_word(sort) for sort in TRIGGER_KINDS)
    assert all(words.pull_word(pull) for pull in PULLS)
    assert all(words.role_word(role) for role in ROLES)


def test_doing_nothing_is_one_of_the_cards(words: Vocabulary) -> None:
    assert words.nothing_in_particular in words.coping
    assert 15 <= len(words.coping) <= 22


def test_every_text_field_has_a_prompt_that_does_not_shout(words: Vocabulary) -> None:
    for field in TEXT_FIELDS:
        prompt = words.prompt(field)
        assert 10 < len(prompt) <= 75
        assert "!" not in prompt


def test_every_step_has_a_word(words: Vocabulary) -> None:
    assert [bool(words.mood_word(step)) for step in range(1, RANGES["mood"][1] + 1)] == [True] * 5
    assert [bool(words.energy_word(step)) for step in range(1, RANGES["energy"][1] + 1)] == [True] * 5


def test_an_unknown_language_falls_back_to_english(words: Vocabulary) -> None:
    assert Vocabulary("xx").feelings == words.feelings


def test_nothing_is_read_before_it_is_asked_for() -> None:
    code = (
        "import attach_desktop.journal.vocabulary as v; from attach_desktop import resources;"
        "words = v.Vocabulary(); assert resources.content.cache_info().currsize == 0;"
        "words.near(1, 1); assert resources.content.cache_info().currsize == 1"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=resources.root().parent, check=False)
    assert done.returncode == 0
