"""Why it locked, in words."""

from __future__ import annotations

import pytest

from attach_desktop.ui.locking.reason import Reason, told


@pytest.mark.parametrize("reason", [one for one in Reason if one is not Reason.START])
def test_every_reason_is_a_sentence_of_its_own(reason: Reason) -> None:
    text = told(reason, 10)
    assert text.endswith(".")
    assert [one for one in Reason if told(one, 10) == text] == [reason]


def test_the_start_needs_no_reason() -> None:
    assert told(Reason.START) == ""


@pytest.mark.parametrize(("minutes", "text"), [(1, "for a minute."), (10, "for 10 minutes.")])
def test_it_says_how_long_nothing_was_pressed(minutes: int, text: str) -> None:
    assert told(Reason.IDLE, minutes).endswith(text)
