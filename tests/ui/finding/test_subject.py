"""What a room hands over is complete and cannot be changed afterwards."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from attach_desktop.ui.finding.subject import Emptiness, FindWords

WORDS = FindWords(
    search="Search things",
    rows="Things",
    one="1 thing",
    several="{count} things",
    no_match=Emptiness("Nothing matches", "A shorter word may find it.", "Show all"),
    none_yet=Emptiness("Nothing yet", "It begins with one.", "Begin"),
)


def test_words_have_a_place_for_the_count_and_stay_as_they_are() -> None:
    assert WORDS.several.format(count="1,000") == "1,000 things"
    with pytest.raises(FrozenInstanceError):
        WORDS.one = "one"  # type: ignore[misc]
