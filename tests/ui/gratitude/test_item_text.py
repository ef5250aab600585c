"""An item in two lines and in one sentence."""

from __future__ import annotations

from datetime import datetime

from attach_desktop.ui.finding.found_model import Heading
from attach_desktop.ui.gratitude.item_text import ItemText
from attach_desktop.vault.kind import Stored
from tests.support import NOW
from tests.ui.gratitude.slips import thing

TEXT = ItemText(lambda key: {"myself": "Me"}.get(key, key), NOW.date)
ITEM = thing("warm tea\nby the window", why="It was cold outside", people=("Kim", "Sam"))
WRITTEN = datetime.fromisoformat("2026-11-08T20:40:00+01:00")


def test_without_a_search_it_is_said_from_its_beginning() -> None:
    assert TEXT.first_line(ITEM, "") == ("warm tea by the window", [])
    assert TEXT.second_line(ITEM, "") == ("Kim, Sam · It was cold outside", [])
    assert TEXT.second_line(thing("tea"), "") == ("", [])


def test_a_match_is_marked_wherever_it_is() -> None:
    text, marks = TEXT.first_line(ITEM, "window")
    assert [text[start : start + length] for start, length in marks] == ["window"]
    for query in ("cold", "kim"):
        text, marks = TEXT.second_line(ITEM, query)
        assert [text[start : start + length].lower() for start, length in marks] == [query]
    far = thing("x " * 300 + "needle")
    assert "needle" in TEXT.first_line(far, "needle")[0]


def test_a_row_is_one_sentence_for_the_ear() -> None:
    said = TEXT.sentence(Stored("id", thing("warm tea", why="It was cold", people=("Kim",)), WRITTEN, WRITTEN))
    assert said == "warm tea. It was cold. With Kim. Me"
    assert TEXT.sentence(Heading(NOW.date(), 3)) == "Today, Sunday, 8 November"
