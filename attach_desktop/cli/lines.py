"""An entry on one line."""

from __future__ import annotations

from attach_desktop import resources
from attach_desktop.cli.finding import SHOWN
from attach_desktop.cli.values import moment_text
from attach_desktop.journal.entry import TEXT_FIELDS, Entry
from attach_desktop.sentences import one_line
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.search import excerpt

_WIDTH = 72
#: Where the excerpt of an entry is taken from: the first of these that says something.
_FIRST = ("note", "happened", "thought")
_TELLING = (*_FIRST, *(name for name in TEXT_FIELDS if name not in _FIRST))


def line_of(stored: Stored[Entry], query: str = "") -> str:
    """Id (shortened), moment, mood in words, feelings, and a bit of the text: around what ``query`` finds, if given."""
    entry = stored.value
    mood, rest = mood_text(entry.mood), _told(entry, query)
    return f"{stored.id[:SHOWN]}  {moment_text(entry.at):16}  {mood:15}  {rest}".rstrip()


def told(entry: Entry) -> str:
    """The mood in words, feelings, and a bit of the text, in a row."""
    return " · ".join(part for part in (mood_text(entry.mood), _told(entry, "")) if part)


def mood_text(mood: int | None) -> str:
    """The word for a mood of 1 to 5; nothing where none was given."""
    return "" if mood is None else str(resources.content("feelings")["mood_words"][mood - 1])


def _told(entry: Entry, query: str) -> str:
    words = one_line(", ".join(entry.feelings))
    return " · ".join(part for part in (words, one_line(_excerpt(entry, query))) if part)


def _excerpt(entry: Entry, query: str) -> str:
    texts = [text for name in _TELLING if (text := getattr(entry, name))]
    if query:
        for text in texts:
            piece, marks = excerpt(text, query, _WIDTH)
            if marks:
                return piece
    return excerpt(texts[0], "", _WIDTH)[0] if texts else ""
