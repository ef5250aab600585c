"""When two words are the same one."""

from __future__ import annotations

import unicodedata


def word_key(word: str) -> str:
    """What makes two words the same one: compatibility form, no case, no surrounding blanks."""
    return unicodedata.normalize("NFKC", word).strip().casefold()
