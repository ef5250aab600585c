"""An item's words in the list by days: for the eye in two lines, for the ear in one sentence. No widgets here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from attach_desktop.gratitude.item import Item
from attach_desktop.ui.finding.day_words import DayWords
from attach_desktop.ui.finding.found_model import Heading, Row
from attach_desktop.vault.search import excerpt

#: A text, and where the words that are searched for lie in it: (start, length) in characters.
Marked = tuple[str, list[tuple[int, int]]]
_LONGEST = 300


class ItemText(DayWords):
    """Says rows in words."""

    def __init__(self, list_name: Callable[[str], str], today: Callable[[], date]) -> None:
        """``list_name`` gives the name of a list by its key; ``today`` is the person's day now."""
        super().__init__(today)
        self.list_name = list_name

    def first_line(self, item: Item, query: str) -> Marked:
        """What it was; while searching, the text around the match."""
        return _around(item.text, query)

    def second_line(self, item: Item, query: str) -> Marked:
        """Why it mattered and with whom; while searching, whichever of them has the match."""
        people = ", ".join(item.people)
        if query.strip():
            found = [_around(text, query) for text in (item.why, people) if text]
            matching = next((one for one in found if one[1]), None)
            if matching is not None:
                return matching
        return _around(" · ".join(part for part in (people, item.why) if part), "")

    def sentence(self, row: Row[Item]) -> str:
        """The whole row as one sentence, for a screen reader."""
        if isinstance(row, Heading):
            return self.day(row.day)
        item = row.value
        with_whom = self._with(item)
        return ". ".join(part for part in (item.text, item.why, with_whom, self.list_name(item.list)) if part)

    def _with(self, item: Item) -> str:
        if not item.people:
            return ""
        return QCoreApplication.translate("ItemText", "With {people}").format(people=", ".join(item.people))


def _around(text: str, query: str) -> Marked:
    if query.strip():
        return excerpt(text, query)
    return " ".join(text[:_LONGEST].split()), []
