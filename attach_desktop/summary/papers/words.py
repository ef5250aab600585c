"""The words that stand on single print-outs, from ``content/<language>/papers.json``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attach_desktop import resources


def words_for(paper: str, language: str = resources.FALLBACK_LANGUAGE) -> Mapping[str, Any]:
    """The words of one kind of paper ("entry", "recovery"). Raises KeyError for a kind there is not."""
    found: Mapping[str, Any] = resources.content("papers", language)[paper]
    return found
