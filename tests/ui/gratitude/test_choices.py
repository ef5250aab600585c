"""What is decided about lists, and what is out of sight with the way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from attach_desktop.errors import AttachError
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.gratitude.choices import ListChoices
from attach_desktop.ui.widgets.choice import Choice
from tests.ui.eyes import buttons, part, push, read


@pytest.fixture
def choices(gratitude: GratitudeStore, on_screen: Callable[..., None]) -> ListChoices:
    def do(act: Callable[[], object]) -> bool:
        try:
            act()
        except AttachError:
            return False
        return True

    made = ListChoices(gratitude.lists, do)
    on_screen(made)
    return made


def test_a_list_is_added_and_a_name_that_is_taken_is_told(choices: ListChoices, gratitude: GratitudeStore) -> None:
    push(choices, "Add list")
    assert len(gratitude.lists.headings()) == 5
    assert "A list needs a name. A word is enough." in read(choices)
    for given in ("  Garden ", "garden"):
        choices.name.setText(given)
        push(choices, "Add list")
    assert [one.name for one in gratitude.lists.headings()][5:] == ["Garden"]
    assert choices.name.text() == "garden"
    assert any("cannot be kept as it is" in text for text in read(choices))


def test_the_rhythm_is_chosen(choices: ListChoices, gratitude: GratitudeStore) -> None:
    assert part(choices, Choice).currentText() == "Once a week"
    part(choices, Choice).setCurrentIndex(1)
    assert gratitude.lists.rhythm == "daily"


def test_everything_out_of_sight_has_its_way_back(choices: ListChoices, gratitude: GratitudeStore) -> None:
    prompt = gratitude.lists.prompts("myself")[0]
    gratitude.lists.hide("partner")
    gratitude.lists.hide_person("R&D")
    gratitude.lists.hide_prompt(prompt)
    choices.refresh()
    for name in ("Show My partner", "Let R&D come back", f"Show again: {prompt}"):
        push(choices, name)
    choices.refresh()
    assert buttons(choices) == ["Add list"]
    assert not gratitude.lists.hidden_people
    assert not gratitude.lists.hidden_prompts
    assert len(gratitude.lists.headings()) == 5
