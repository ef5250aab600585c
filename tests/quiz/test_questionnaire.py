"""The program's own questionnaire: its balance, its wording, and how its sentences read through every lens."""

from __future__ import annotations

import json
import re
from itertools import product
from pathlib import Path

import pytest

from attach_desktop.errors import FaultsError
from attach_desktop.quiz.questionnaire import STYLES, Item, Lens, from_json, load
from tests.quiz.samples import ATTACH, small, small_questionnaire

DOCUMENT = Path(__file__).parents[2] / "docs" / "quiz-items.md"
_SENTENCES = [
    (item, lens, ATTACH.sentence(place, lens)) for place, item in enumerate(ATTACH.items) for lens in ATTACH.lenses
]


def syllables(word: str) -> int:
    """About how many syllables an English word has."""
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = word.lower().endswith("e") and not word.lower().endswith(("le", "ee", "ye"))
    return max(1, groups - silent)


def grade(sentence: str) -> float:
    """The school grade that reads a sentence with ease (Flesch and Kincaid); the sixth is about twelve years old."""
    words = re.findall(r"[A-Za-z’']+", sentence)
    return 0.39 * len(words) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def test_eight_and_eight_half_of_each_reversed_by_turns() -> None:
    signs = [(item.dimension, item.reversed) for item in ATTACH.items]
    turn = [("anxiety", False), ("avoidance", False), ("anxiety", True), ("avoidance", True)]
    assert signs == turn * 4


def test_each_facet_has_one_direct_and_one_reversed_item() -> None:
    facets = {item.facet for item in ATTACH.items}
    assert len(facets) == 8
    for facet in facets:
        pair = [item for item in ATTACH.items if item.facet == facet]
        assert sorted(item.reversed for item in pair) == [False, True]
        assert len({item.dimension for item in pair}) == 1


def test_the_two_items_of_a_facet_do_not_follow_each_other() -> None:
    for facet in {item.facet for item in ATTACH.items}:
        first, second = (place for place, item in enumerate(ATTACH.items) if item.facet == facet)
        assert second - first >= 4


def test_each_item_has_its_drafting_note_in_the_file_and_in_the_record() -> None:
    record = DOCUMENT.read_text("utf-8")
    for item in ATTACH.items:
        assert item.note
        assert item.text in record
        assert item.note in record


def test_no_two_sentences_are_alike() -> None:
    assert len({sentence for _, _, sentence in _SENTENCES}) == len(_SENTENCES)
    starts = [" ".join(item.text.split()[:4]) for item in ATTACH.items]
    assert len(set(starts)) == len(starts)


def test_reversals_state_security_and_negate_nothing() -> None:
    words = r"\b(not|no|never|none|nothing|nobody|without|hardly|rarely|seldom|\w+n[’']t)\b"
    negating = [item.text for item in ATTACH.items if re.search(words, item.text, re.IGNORECASE)]
    assert [item.text for item in ATTACH.items if item.reversed and item.text in negating] == []
    assert len(negating) <= 1


_AVOIDED = (
    "always never not partner ex mother father mum dad wife husband girlfriend boyfriend he she him her his love"
    " abandon depend close comfortable uncomfortable worry worried reassurance anxious rely trust intimate"
)


@pytest.mark.parametrize("word", _AVOIDED.split())
def test_no_item_has_a_word_that_presumes_or_that_published_scales_lean_on(word: str) -> None:
    assert [item.text for item in ATTACH.items if re.search(rf"\b{word}\b", item.text, re.IGNORECASE)] == []


@pytest.mark.parametrize(("item", "lens", "sentence"), _SENTENCES, ids=lambda value: getattr(value, "id", "")[:8])
def test_a_twelve_year_old_can_read_it(item: Item, lens: Lens, sentence: str) -> None:
    assert 6 <= len(sentence.split()) <= 20
    assert sentence.endswith(".")
    assert sentence.count(".") == 1
    assert "{" not in sentence
    assert grade(sentence.replace(lens.forms["who"], "them").replace(lens.forms["one"], "them")) <= 6.5


def test_the_longest_words_are_few_and_plain() -> None:
    words = {word.lower() for item in ATTACH.items for word in re.findall(r"[A-Za-z]+", item.text)}
    assert {word for word in words if syllables(word) > 3} <= {"everyday"}


def test_an_alias_stands_where_the_person_is_named() -> None:
    lens = ATTACH.lens("friend")
    assert ATTACH.sentence(0, lens, " Ida ") == (
        "When a plan with Ida falls through, I picture them drifting away from me."
    )
    told = [ATTACH.sentence(place, lens, "Ida") for place in range(16)]
    assert all("Ida" in sentence and "my friend" not in sentence for sentence in told)


def test_a_sentence_begins_with_a_capital_letter() -> None:
    data = small()
    data["items"][0]["text"] = "{who} wave at me."
    own = from_json(data)
    assert own.sentence(0, own.lenses[0]) == "People wave at me."


def test_a_name_with_brackets_is_only_a_name() -> None:
    own = small_questionnaire()
    assert own.sentence(0, own.lenses[0], "{who}") == "I wave at {who}."


def test_time_is_said_once() -> None:
    assert "recent months" in ATTACH.time_frame
    parts = [item.text for item in ATTACH.items] + [lens.note for lens in ATTACH.lenses]
    assert not any(re.search(r"\b(month|year|lately|recent)", part) for part in parts)


def test_all_seven_points_are_labelled() -> None:
    assert len(set(ATTACH.points)) == 7


def test_the_constants_come_with_their_source() -> None:
    for dimension in ATTACH.dimensions:
        reference = dimension.reference
        assert (reference.sd, reference.r_internal, reference.r_retest) == (1.28, 0.85, 0.75)
        assert (reference.cut, reference.min_answered) == (4, 0.75)
        assert "Borrowed" in reference.source


def test_it_is_about_attachment_and_others_are_not() -> None:
    assert ATTACH.about_attachment
    assert ATTACH.parts == STYLES
    own = small_questionnaire()
    assert not own.about_attachment
    assert own.parts == ("cool, loose", "cool, tidy", "warm, loose", "warm, tidy")


def test_an_unknown_lens_is_refused() -> None:
    with pytest.raises(FaultsError) as refused:
        ATTACH.lens("neighbour")
    assert refused.value.faults[0].field == "lens"


def test_the_example_in_the_documentation_can_be_used(tmp_path: Path) -> None:
    (example,) = re.findall(r"```json\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    path = tmp_path / "example.json"
    path.write_text(example, "utf-8")
    own = load(path)
    assert own.id == "evening-4"
    assert [own.sentence(place, own.lenses[0]) for place in range(4)]
    assert from_json(json.loads(example)) == own


def test_every_lens_fills_every_sentence() -> None:
    assert all(ATTACH.sentence(place, lens) for place, lens in product(range(16), ATTACH.lenses))
