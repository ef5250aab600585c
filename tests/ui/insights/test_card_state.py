"""The state of a card cannot be changed behind the back of what shows it."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from attach_desktop.ui.insights.card_state import CardState


def test_it_is_frozen() -> None:
    state = CardState(key="mood", title="Mood", sentences=())
    with pytest.raises(FrozenInstanceError):
        state.key = "other"  # type: ignore[misc]


def test_a_card_has_nothing_but_its_words_to_begin_with() -> None:
    state = CardState(key="mood", title="Mood", sentences=("So it is.",))
    assert (state.charts, state.lines, state.counted, state.notes) == ((), (), (), ())
    assert state.entries is None
    assert state.pick is None
    assert not state.empty
