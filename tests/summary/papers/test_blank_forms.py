"""Forms to fill by hand ask what the program asks."""

from __future__ import annotations

from attach_desktop.checkins.form import FORMS, built_in
from attach_desktop.checkins.questions import Forms
from attach_desktop.summary.document import Ruled, Scale
from attach_desktop.summary.papers.blank_forms import blank_checkin, blank_thought_record
from attach_desktop.vault.vault import Vault
from tests.summary.papers.reading import in_order, texts


def test_every_form_asks_its_questions_in_their_order() -> None:
    for form in map(built_in, FORMS):
        document = blank_checkin(form)
        said = texts(document)
        assert said[:2] == [form.name, form.about]
        assert in_order(said, *(question.text for question in form.questions))
        assert len([block for block in document.blocks if isinstance(block, Scale)]) == len(form.scales)


def test_a_scale_has_its_points_and_the_words_at_its_ends() -> None:
    question = built_in("weekly").scales[0]
    scale = next(block for block in blank_checkin(built_in("weekly")).blocks if isinstance(block, Scale))
    assert scale == Scale(question.text, 0, 10, question.low, question.high)


def test_the_questions_are_those_of_the_person(vault: Vault) -> None:
    forms = Forms(vault)
    forms.add("weekly", "open", "Did I sing?")
    forms.hide("weekly", "calm")
    forms.reword("weekly", "kind", "Was I kind?")
    said = texts(blank_checkin(forms.get("weekly", hidden=True)))
    assert "Did I sing?" in said
    assert "Was I kind?" in said
    assert built_in("weekly").scales[0].text not in said


def test_a_thought_record_has_room_for_each_of_its_columns() -> None:
    document = blank_thought_record()
    assert in_order(
        texts(document),
        "When and where",
        "What happened",
        "What I felt",
        "The thought that came",
        "What speaks for it",
        "What speaks against it",
        "A thought that has room for both",
        "How much I believe the first one now",
        "How strong it is now",
    )
    assert len([block for block in document.blocks if isinstance(block, Ruled)]) == 7
    assert all(block.high == 10 for block in document.blocks if isinstance(block, Scale))
