"""Questions reworded, hidden, arranged and added; and the numbers that say what may be compared."""

from __future__ import annotations

from datetime import timedelta

import pytest

from attach_desktop.checkins.change import CHECKIN_FORMS, MAX_WORDINGS
from attach_desktop.checkins.form import FORMS, OWN_WORDINGS, built_in
from attach_desktop.checkins.questions import Forms
from attach_desktop.errors import FaultsError, InputRefusedError
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from tests.support import FixedClock, Vaults

ASKED = [question.id for question in built_in("weekly").questions]


@pytest.fixture
def forms(vault: Vault) -> Forms:
    return Forms(vault)


def names(forms: Forms, **how: bool) -> list[str]:
    return [question.id for question in forms.get("weekly", **how).questions]


def test_at_first_the_forms_are_as_they_came(forms: Forms) -> None:
    assert [forms.get(name) for name in FORMS] == [built_in(name) for name in FORMS]
    with pytest.raises(FaultsError):
        forms.get("yearly")


def test_other_words_make_another_line(forms: Forms, vault_factory: Vaults) -> None:
    first = forms.reword("weekly", "calm", "  How quiet was  it in me? ")
    assert (first.text, first.wording, first.name) == ("How quiet was it in me?", OWN_WORDINGS + 1, first.text)
    assert (first.low, first.high) == ("hardly", "very")
    second = forms.reword("weekly", "calm", "Was I calm?")
    assert second.wording == OWN_WORDINGS + 2
    assert Forms(vault_factory()).get("weekly").question("calm") == second
    # The other form asks as before.
    assert forms.get("monthly").question("calm") == built_in("monthly").question("calm")


def test_words_it_had_before_bring_back_their_line(forms: Forms) -> None:
    first = forms.reword("weekly", "calm", "How quiet was it in me?")
    forms.reword("weekly", "calm", "Was I calm?")
    assert forms.reword("weekly", "calm", "HOW QUIET was it in me?").wording == first.wording
    for words in ("", "how calm were you, on the whole?"):
        forms.reword("weekly", "calm", "Was I calm?")
        assert forms.reword("weekly", "calm", words) == built_in("weekly").question("calm")


def test_two_questions_of_a_form_never_read_alike(forms: Forms) -> None:
    with pytest.raises(FaultsError) as caught:
        forms.reword("weekly", "calm", "How kind were you to yourself?")
    assert caught.value.faults[0].key == "question-exists"
    with pytest.raises(FaultsError):
        forms.add("weekly", "open", "how kind were you to  yourself?")
    forms.reword("weekly", "calm", "Was I calm?")
    assert forms.reword("weekly", "calm", "Was I calm?").wording == OWN_WORDINGS + 1


def test_there_is_an_end_to_wordings(forms: Forms) -> None:
    for number in range(MAX_WORDINGS):
        forms.reword("weekly", "calm", f"Was I calm, number {number}?")
    with pytest.raises(FaultsError):
        forms.reword("weekly", "calm", "Once more?")


def test_a_question_out_of_sight_comes_back_as_it_was(forms: Forms) -> None:
    forms.reword("weekly", "alone", "And alone?")
    assert forms.hide("weekly", "alone").hidden
    assert "alone" not in names(forms)
    assert names(forms, hidden=True) == ASKED
    assert forms.hide("weekly", "alone", hidden=False).text == "And alone?"
    assert names(forms) == ASKED


def test_a_question_of_ones_own(forms: Forms, clock: FixedClock) -> None:
    scale = forms.add("weekly", "scale", " How did I sleep? ", "badly", "well")
    clock.advance(timedelta(minutes=1))
    text = forms.add("weekly", "open", "What did I read?")
    assert (scale.own, scale.text, scale.low, scale.high, scale.wording) == (
        True, "How did I sleep?", "badly", "well", OWN_WORDINGS + 1,
    )  # fmt: skip
    assert names(forms) == [*ASKED, scale.id, text.id]
    assert forms.reword("weekly", text.id, "What have I read?").wording == OWN_WORDINGS + 2
    assert forms.hide("weekly", text.id).hidden
    for words in ("", "  "):
        with pytest.raises(FaultsError):
            forms.reword("weekly", scale.id, words)
    for sort, words in (("open", ""), ("open", " "), ("choice", "Which?")):
        with pytest.raises(FaultsError):
            forms.add("weekly", sort, words)


def test_questions_are_arranged(forms: Forms) -> None:
    own = forms.add("weekly", "open", "What did I read?")
    forms.hide("weekly", "alone")
    wanted = [own.id, *(name for name in reversed(ASKED) if name != "alone")]
    forms.arrange("weekly", wanted)
    assert names(forms) == wanted
    assert names(forms, hidden=True).index("alone") == ASKED.index("alone")
    later = forms.add("weekly", "open", "And what did I hear?")
    assert names(forms)[-1] == later.id


def test_what_is_not_there_cannot_be_changed(forms: Forms) -> None:
    with pytest.raises(InputRefusedError) as hidden:
        forms.hide("weekly", "none")
    with pytest.raises(InputRefusedError) as reworded:
        forms.reword("weekly", "none", "Why?")
    assert hidden.value.key == reworded.value.key == "no-such-question"


def test_of_two_records_for_one_question_the_one_changed_last_counts(
    forms: Forms, vault: Vault, vault_factory: Vaults, clock: FixedClock
) -> None:
    other = vault_factory("other.vault")
    Forms(other).hide("weekly", "calm")
    clock.advance(timedelta(hours=1))
    forms.reword("weekly", "calm", "Was I calm?")
    store = RecordStore(vault, CHECKIN_FORMS)
    for record in RecordStore(other, CHECKIN_FORMS).each():
        store.put(record)
    question = forms.get("weekly").question("calm")
    assert question is not None
    assert question.text == "Was I calm?"


def test_a_record_about_a_question_nobody_knows_is_left_alone(forms: Forms, vault: Vault) -> None:
    RecordStore(vault, CHECKIN_FORMS).add(
        CHECKIN_FORMS.from_json({"at": "2026-11-08", "form": "weekly", "question": "gone", "hidden": True})
    )
    assert names(forms, hidden=True) == ASKED
