"""What is half-written on the gratitude page: the lines of the slips, and the one editor that may be open."""

from __future__ import annotations

from typing import Any, NamedTuple

from attach_desktop.vault.keeping import Drafts

_NAME = "gratitude"


class HalfWritten(NamedTuple):
    """``lines`` holds for each list what its line says; ``editor`` the list, the item's id and what is written."""

    lines: dict[str, dict[str, Any]]
    editor: dict[str, Any]


class GratitudeDrafts:
    """Keeps it in the vault, so that nothing typed is lost."""

    def __init__(self, drafts: Drafts) -> None:
        """The drafts of a vault."""
        self._drafts = drafts

    def kept(self) -> HalfWritten:
        """What was half-written when the page was left."""
        found = self._drafts.get(_NAME)
        data = found[0] if found else {}
        if data and "lines" not in data:
            # As an earlier version kept it: the text of each line alone.
            return HalfWritten({key: {"text": str(text)} for key, text in data.items()}, {})
        lines, editor = data.get("lines"), data.get("editor")
        return HalfWritten(lines if isinstance(lines, dict) else {}, editor if isinstance(editor, dict) else {})

    def keep(self, half: HalfWritten) -> None:
        """Keep it; nothing is kept of nothing. Raises StorageError where it cannot be."""
        if half.lines or half.editor:
            self._drafts.save(_NAME, {"lines": half.lines, "editor": half.editor})
        else:
            self._drafts.drop(_NAME)
