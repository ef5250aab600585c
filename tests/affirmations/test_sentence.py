from __future__ import annotations

from typing import Any

import pytest

from attach_desktop.affirmations.sentence import AFFIRMATIONS, PULLS, THEMES, Sentence, from_json, to_json
from attach_desktop.clock import Moment
from attach_desktop.errors import FaultsError
from tests.affirmations.samples import AT, sentence


def faults(**fields: Any) -> list[tuple[str, str]]:
    with pytest.raises(FaultsError) as caught:
        Sentence(**{"text": "I can try.", "noted": AT, **fields})
    return [(found.field, found.key) for found in caught.value.faults]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"text": ""}, [("text", "missing")]),
        ({"text": " \n\t"}, [("text", "blank")]),
        ({"text": "x" * 501}, [("text", "too-long")]),
        ({"text": "x" * 20_000}, [("text", "too-long")]),
        ({"text": "a\0b"}, [("text", "nul")]),
        ({"text": "\ud800"}, [("text", "lone-surrogate")]),
        ({"themes": ("calming", "weather")}, [("themes", "not-a-choice")]),
        ({"pull": "sideways"}, [("pull", "not-a-choice")]),
        ({"belief": 11}, [("believability", "out-of-range")]),
        ({"belief": -1}, [("believability", "out-of-range")]),
        ({"belief": True}, [("believability", "not-a-whole-number")]),
        ({"belief": 3.0}, [("believability", "not-a-whole-number")]),
        ({"worse_count": -1}, [("worse_count", "out-of-range")]),
        ({"sets": ("Evenings", " ")}, [("sets", "blank-word")]),
        ({"sets": tuple(str(number) for number in range(101))}, [("sets", "too-many")]),
        ({"gentler_of": "x" * 501}, [("gentler_of", "too-long")]),
        ({"origin": "x" * 201}, [("origin", "too-long")]),
    ],
)
def test_what_cannot_be_is_refused(fields: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert faults(**fields) == expected


def test_every_fault_is_named() -> None:
    found = faults(text="", themes=("weather",), pull="sideways", belief=11, sets=("",))
    assert [field for field, _ in found] == ["text", "themes", "pull", "believability", "sets"]


def test_a_sentence_of_five_hundred_signs_is_kept() -> None:
    assert len(sentence("x" * 500).text) == 500


def test_blanks_around_it_and_repeated_names_are_left_out() -> None:
    kept = sentence("  I can try. \n", sets=("Evenings", " evenings ", "Trains"), themes=("calming", "calming"))
    assert (kept.text, kept.sets, kept.themes) == ("I can try.", ("Evenings", "Trains"), ("calming",))


def test_in_other_words_it_starts_afresh() -> None:
    kept = sentence(belief=2, retired=True, worse_count=2, favourite=True, sets=("Evenings",))
    other = kept.reworded("It is possible that I can try.", "I can try.")
    assert (other.belief, other.retired, other.worse_count) == (None, False, 0)
    assert (other.gentler_of, other.favourite, other.sets) == ("I can try.", True, ("Evenings",))
    assert kept.reworded(" I can try. ") == kept


def test_the_second_worse_lays_it_to_rest_and_it_can_be_taken_back() -> None:
    once = sentence().felt_worse()
    twice = once.felt_worse()
    assert (once.retired, twice.retired) == (False, True)
    back = twice.taken_back()
    assert (back.retired, back.worse_count, back.felt_worse().retired) == (False, 0, False)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("pull", PULLS)
def test_it_comes_back_from_its_json(theme: str, pull: str) -> None:
    kept = sentence(themes=(theme,), pull=pull, belief=0, favourite=True, sets=("a|b",), gentler_of="I try.")
    assert from_json(to_json(kept)) == kept


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"text": "I can try."}, [("at", "missing")]),
        ({"at": "2026-11-08"}, [("text", "missing")]),
        ({"at": "2026-11-08", "text": 3}, [("text", "not-a-text"), ("text", "missing")]),
        ({"at": "2026-11-08", "text": "I", "believability": "7"}, [("believability", "not-a-whole-number")]),
        ({"at": "2026-11-08", "text": "I", "believability": 11}, [("believability", "out-of-range")]),
        ({"at": "2026-11-08", "text": "I", "themes": "calming"}, [("themes", "not-a-list-of-texts")]),
        ({"at": "2026-11-08", "text": "I", "hidden": 1}, [("hidden", "not-true-or-false")]),
        ({"at": "2026-11-08", "text": "I", "worse_count": -3}, [("worse_count", "out-of-range")]),
    ],
)
def test_what_is_wrong_with_json(data: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    with pytest.raises(FaultsError) as caught:
        from_json(data)
    assert [(found.field, found.key) for found in caught.value.faults] == expected


def test_little_is_needed() -> None:
    assert from_json({"at": "2026-11-08", "text": "I can try."}) == Sentence(
        text="I can try.", noted=Moment.parse("2026-11-08")
    )


def test_what_it_can_be_found_and_filtered_by() -> None:
    kept = sentence(themes=("calming",), pull="away", origin="calm-wave", favourite=True, hidden=True, sets=("Trains",))
    assert set(AFFIRMATIONS.words(kept)) == {
        ("theme", "calming"),
        ("pull", "away"),
        ("origin", "calm-wave"),
        ("flag", "favourite"),
        ("flag", "hidden"),
        ("set", "Trains"),
    }
    assert list(AFFIRMATIONS.texts(kept)) == ["I can try.", "Trains"]
