from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attach_desktop.errors import FaultsError
from attach_desktop.summary.choices import BUILT_IN, DEFAULT, SECTIONS, Choices, Presets, moved
from attach_desktop.vault.vault import Vault

sections = st.lists(st.sampled_from(SECTIONS), unique=True).map(tuple)
choices = st.builds(Choices, sections=sections, notes=st.booleans(), names=st.booleans(), private=st.booleans())


@given(choices)
def test_choices_come_back_as_they_were_kept(chosen: Choices) -> None:
    assert Choices.from_json(chosen.to_json()) == chosen


def test_unknown_and_repeated_sections_are_refused() -> None:
    with pytest.raises(FaultsError):
        Choices(sections=("glance", "horoscope"))
    with pytest.raises(FaultsError):
        Choices(sections=("glance", "glance"))


def test_what_a_later_version_kept_is_read_as_far_as_it_is_known() -> None:
    assert Choices.from_json({"sections": ["dreams", "mood", "mood"], "notes": "yes"}) == Choices(sections=("mood",))


def test_private_entries_are_left_out_of_every_preset_that_comes_with_the_program() -> None:
    assert DEFAULT in BUILT_IN
    assert not any(chosen.private for chosen in BUILT_IN.values())


def test_presets_are_kept_changed_and_dropped(vault: Vault) -> None:
    presets = Presets(vault.settings)
    presets.keep("  For  Kim ", Choices(sections=("mood",)))
    presets.keep("me", Choices(sections=("glance",), names=False))
    assert presets.names() == [*BUILT_IN, "For Kim"]
    assert presets.get("For Kim") == Choices(sections=("mood",))
    assert presets.get("me") == Choices(sections=("glance",), names=False)
    presets.drop("me")
    presets.drop("For Kim")
    assert presets.get("me") == BUILT_IN["me"]
    assert presets.get("For Kim") is None
    with pytest.raises(FaultsError):
        presets.keep("   ", Choices())
    with pytest.raises(FaultsError):
        presets.keep("x" * 61, Choices())


@given(sections.filter(bool), st.data(), st.integers(-20, 20))
def test_moving_a_section_loses_none(order: tuple[str, ...], data: st.DataObject, steps: int) -> None:
    name = data.draw(st.sampled_from(order))
    after = moved(order, name, steps)
    assert sorted(after) == sorted(order)
    assert [one for one in after if one != name] == [one for one in order if one != name]
    assert after.index(name) == max(0, min(len(order) - 1, order.index(name) + steps))
