"""What the person wants to ask in the session: kept in the vault from the first pause on, until they change it."""

from __future__ import annotations

from attach_desktop.vault.keeping import Drafts

#: The draft's name in the vault.
NAME = "summary"


def kept_questions(drafts: Drafts) -> str:
    """The questions as they stand, one on a line."""
    found = drafts.get(NAME)
    return str(found[0].get("questions", "")) if found else ""


def keep_questions(drafts: Drafts, text: str) -> None:
    """Keep them; on disk before it returns. Raises StorageError where it cannot be."""
    if text.strip():
        drafts.save(NAME, {"questions": text})
    else:
        drafts.drop(NAME)
