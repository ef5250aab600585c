"""What the sentences of every card are made with: phrases, and the journal's own words, in one language."""

from __future__ import annotations

from attach_desktop import resources
from attach_desktop.insights.phrases import Phrases
from attach_desktop.journal.vocabulary import Vocabulary


class Voice:
    """Phrases and vocabulary in one language."""

    def __init__(self, language: str = resources.FALLBACK_LANGUAGE) -> None:
        """In ``language``, or in English where it has none."""
        self.phrases = Phrases(language)
        self.vocabulary = Vocabulary(language)
