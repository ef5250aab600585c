"""What a binned record of any kind says in one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attach_desktop.journal.entry import Entry
from attach_desktop.rooms import title_of, words_of
from attach_desktop.sentences import one_line
from attach_desktop.ui.journal.row_text import RowText
from attach_desktop.vault.kind import Kind

_LONGEST = 300


class BinWords:
    """Says kinds and records in words."""

    def __init__(self, entries: RowText, names: Mapping[str, Mapping[str, str]]) -> None:
        """``entries`` says the journal's; ``names`` is what people call keys, by field (rooms.names_of_keys)."""
        self._entries, self._names = entries, names

    def kind(self, kind: Kind[Any]) -> str:
        """The list that a record comes from."""
        return title_of(kind.name)

    def line(self, kind: Kind[Any], value: Any) -> str:
        """One line of at most three hundred signs."""
        if isinstance(value, Entry):
            parts = [self._entries.first_line(value), self._entries.second_line(value, "")[0]]
            said = one_line(" – ".join(part for part in parts if part))
        else:
            said = words_of(kind, value, self._names)
        return said[:_LONGEST] or self.kind(kind)
