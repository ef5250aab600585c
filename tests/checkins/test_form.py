"""The forms that come with the program are whole, and their sentences are ours: plain, warm and short."""

from __future__ import annotations

import hashlib
import json
import re

import pytest

from attach_desktop.checkins.form import FORMS, MAX_POINT, OWN_WORDINGS, SORTS, TOGETHER, Form, built_in, texts
from attach_desktop.errors import FaultsError
from attach_desktop.vault.reading import MAX_WORD

ALL = [built_in(name) for name in FORMS]


@pytest.mark.parametrize("form", ALL, ids=lambda form: str(form.id))
def test_a_form_is_whole(form: Form) -> None:
    assert form.version >= 1
    assert form.name
    assert form.about.endswith(".")
    assert len({question.id for question in form.questions}) == len(form.questions)
    assert (form.scales, form.open) == (
        tuple(one for one in form.questions if one.sort == "scale"),
        tuple(one for one in form.questions if one.sort == "open"),
    )
    assert form.scales
    assert form.open
    for question in form.questions:
        assert question.sort in SORTS
        assert question.text.endswith("?")
        assert len(question.text) <= MAX_WORD
        assert 1 <= question.wording < OWN_WORDINGS
        assert (question.own, question.hidden) == (False, False)
        assert bool(question.low and question.high) is (question.sort == "scale")
        assert form.question(question.id) == question


def test_a_form_that_does_not_exist_is_refused() -> None:
    with pytest.raises(FaultsError) as caught:
        built_in("yearly")
    assert caught.value.faults[0].key == "not-a-choice"
    assert built_in("weekly").question("none") is None


def test_what_was_asked_for_is_asked() -> None:
    weekly, monthly, together = (
        {question.id for question in built_in(name).questions} for name in ("weekly", "monthly", "together")
    )
    assert weekly >= {"calm", "connected", "asking", "alone", "boundaries", "experience", "small-win", "try"}
    assert monthly >= {"validating", "flexible", "changed", "experience", "small-win"}
    assert together >= {"thanks", "open-matter", "next-together"}
    assert TOGETHER in FORMS
    assert MAX_POINT == 10


def test_questions_that_are_kept_for_good_keep_their_words() -> None:
    # Whoever changes a sentence raises its wording, and this list with it: old answers are not compared with new ones.
    asked = {(question.id, question.wording, question.text) for form in ALL for question in form.questions}
    assert len({(name, wording) for name, wording, _ in asked}) == len(asked)
    digest = hashlib.sha256(repr(sorted(asked)).encode()).hexdigest()
    assert (len(asked), digest[:16]) == (21, "a08eb920a0e42720")


def test_before_a_form_for_two_comes_a_question_and_a_calm_answer() -> None:
    safety = texts()["safety"]
    assert set(safety["answers"]) == {"safe", "unsure", "afraid"}
    assert "not kept" in safety["about"]
    assert len(safety["gentle"]["text"]) >= 3


def test_no_sentence_commands_or_blames() -> None:
    said = json.dumps(texts(), ensure_ascii=False).lower()
    assert re.findall(r"\b(should|must|always|never|ought|missed|failed|streak|victim|abuser|symptom)\b", said) == []
