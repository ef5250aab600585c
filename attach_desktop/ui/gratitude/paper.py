"""One item as a note on paper, to hand over."""

from __future__ import annotations

from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.telling import tell_them
from attach_desktop.ui.printing import HEAD, Compose, Sheet


def note_on_paper(item: Item) -> Compose:
    """What to print: the words of the note and nothing else, neither day nor list."""

    def compose(sheet: Sheet) -> None:
        for part in tell_them(item).split("\n\n"):
            sheet.write(part, HEAD, below=4)

    return compose
