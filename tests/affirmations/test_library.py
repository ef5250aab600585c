"""The library keeps to its rules of tone, and every sentence around it is there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from attach_desktop.affirmations.library import softened, texts, theme_name, theme_named, wordings
from attach_desktop.affirmations.practice import PROMPTS, VERDICTS
from attach_desktop.affirmations.sentence import PULLS, THEMES
from attach_desktop.errors import FaultsError

LIBRARY = list(wordings().values())
EVERY = [text for wording in LIBRARY for text in (wording.text, *wording.gentler)]
#: From the gentlest on; the full wording follows them.
STEMS = ("It is possible", "Part of me", "I am learning", "I choose")
#: Words that command, or promise what nobody can.
HARD = re.compile(r"\b(should|must|always|never|have to|need to|ought|everyone|everybody|will|forever|perfect)\b", re.I)
#: What others do or feel is not for a sentence to promise.
OTHERS = re.compile(r"\b(they|he|she|you|people|others|someone|somebody|nobody) (will|love|loves|stay|stays)\b", re.I)


def told(value: Any, place: str = "") -> Iterator[tuple[str, str]]:
    """Every text that a person may read, with its place; the library and its names apart."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from told(item, f"{place}[{number}]")
    elif isinstance(value, dict):
        for name, item in value.items():
            if place or name not in ("sentences", "statements"):
                yield from told(item, f"{place}.{name}")


def test_there_are_enough_for_every_theme_and_both_pulls() -> None:
    assert len(LIBRARY) >= 126
    counts = Counter(theme for wording in LIBRARY for theme in wording.themes)
    assert set(counts) == set(THEMES)
    assert min(counts.values()) >= 12
    pulls = Counter(wording.pull for wording in LIBRARY)
    assert set(pulls) == set(PULLS)
    assert min(pulls.values()) >= 30


def test_every_name_is_a_stable_slug() -> None:
    assert [wording.id for wording in LIBRARY if not re.fullmatch(r"[a-z]+(-[a-z]+){1,5}", wording.id)] == []
    assert len(texts()["sentences"]) == len(LIBRARY)
    # Records go by these names: a sentence may leave the library, but its name is not to be changed.
    assert {"worth-idle-day", "ask-early", "close-warmth", "apart-weather", "calm-wave"} <= set(wordings())


def test_each_is_graded_from_gentle_to_firm() -> None:
    for wording in LIBRARY:
        ranks = [next((at for at, stem in enumerate(STEMS) if form.startswith(stem)), -1) for form in wording.gentler]
        assert 2 <= len(ranks) <= 3, wording.id
        assert ranks == sorted(set(ranks)), wording.id
        assert -1 not in ranks, wording.id
        assert re.match(r"(I|My)\b", wording.text), wording.id
        assert not wording.text.startswith(STEMS), wording.id


def test_no_two_say_the_same() -> None:
    heard = Counter(re.sub(r"\W+", " ", text).strip().casefold() for text in EVERY)
    assert [text for text, count in heard.items() if count > 1] == []


def test_they_are_short_whole_sentences() -> None:
    assert [text for text in EVERY if len(text) > 90 or len(text.split()) > 16] == []
    assert [text for text in EVERY if not re.fullmatch(r"[A-Z][^.!?\n]*\.", text)] == []
    assert sum(len(text.split()) for text in EVERY) / len(EVERY) < 12


def test_none_commands_or_promises() -> None:
    assert [text for text in EVERY if HARD.search(text) or OTHERS.search(text)] == []


def test_what_is_told_around_them_commands_nobody() -> None:
    assert [entry for entry in told(texts()) if re.search(r"\b(should|must|always|never)\b", entry[1], re.I)] == []
    assert [entry for entry in told(texts()) if set(entry[1]) & set("!¡！")] == []


def test_what_is_told_around_them_is_readable() -> None:
    every = list(told(texts()))
    assert len({text for _, text in every}) == len(every)
    for place, text in every:
        for part in re.split(r"[.:;?]\s", text):
            assert len(part.split()) <= 26, place


def test_every_theme_and_pull_has_its_words() -> None:
    assert tuple(texts()["themes"]) == THEMES
    assert set(texts()["pulls"]) == set(PULLS)
    for theme in THEMES:
        about = texts()["themes"][theme]["about"]
        assert about.endswith(".")
        assert len(about) <= 110


def test_the_sentences_that_the_window_needs_are_there() -> None:
    found = texts()
    assert set(found["after"]) == {"question", *filter(None, VERDICTS)}
    assert set(found["retired"]) == {"happened", "back", "button"}
    assert set(found["offer"]) == {"gentler", "own_words", "firmer"}
    assert set(found["believability"]) == {"question", "low", "high", "about"}
    assert set(found["hard_moments"]) == {"title", "about", "empty"}
    assert tuple(found["values"]["prompts"]) == PROMPTS
    assert "worse" in found["evidence"]


def test_themes_go_by_id_or_name() -> None:
    assert [theme_named(theme) for theme in THEMES] == list(THEMES)
    assert [theme_named(f" {theme_name(theme).upper()} ") for theme in THEMES] == list(THEMES)
    with pytest.raises(FaultsError) as caught:
        theme_named("weather")
    (found,) = caught.value.faults
    assert (found.field, found.key) == ("themes", "not-a-choice")
    assert "calming" in str(dict(found.details)["choices"])


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("I can try.", "It is possible that I can try."),
        (" I’m allowed to rest. ", "It is possible that I’m allowed to rest."),
        ("My wishes count.", "It is possible that my wishes count."),
        ("There is time", "It is possible that there is time"),
    ],
)
def test_ones_own_statement_is_softened(text: str, first: str) -> None:
    forms = softened(text)
    assert forms[0] == first
    assert len(forms) == 3


@pytest.mark.parametrize(
    "text",
    ["", "Breathe.", "Tomorrow, maybe", "It is possible that I can.", "I am learning that I can.", "深呼吸する。"],
)
def test_what_cannot_be_softened_is_left_to_the_person(text: str) -> None:
    assert softened(text) == ()


def test_no_softened_form_is_longer_than_a_sentence_may_be() -> None:
    assert softened("I " + "x" * 498) == ()
    assert all(len(form) <= 500 for form in softened("I " + "x" * 475))
