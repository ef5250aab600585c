"""Records in every text field of which somebody has typed what programs like to obey: to be read, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

#: The days of the records.
BEGIN, END = "2026-11-02", "2026-11-08"
PRIVATE = "xylophonquark"
_TEXTS = (
    "note", "happened", "urge", "did", "thought", "evidence_for", "evidence_against", "balanced_thought",
)  # fmt: skip
_WORDS = ("feelings", "triggers", "people", "body", "tags")


def hostile(name: str, canary: Path, *, short: bool = False) -> str:
    """A text that begins with its ``name``; ``short`` for where only few letters fit."""
    if short:
        return f"{name} <img src=file://{canary.name}>"
    return (
        f'{name} <img src="file://{canary}"> <script>alert(1)</script> ![seen](file://{canary}) [go](javascript:alert) '
        f"<a href=javascript:alert(3)> {{{{ 7 * 7 }}}} &lt; &#60; \x07 \u202eturned\u202c | end"
    )


def records(canary: Path) -> dict[str, Any]:
    """The documented JSON file with a record of each kind that a summary tells of."""

    def at(day: int) -> dict[str, Any]:
        return {"at": f"2026-11-0{day}T18:30:00+01:00", "zone": "Europe/Berlin"}

    def entry(day: int, **more: Any) -> dict[str, Any]:
        given: dict[str, Any] = {field: hostile(f"journal-{field}", canary) for field in _TEXTS}
        given |= {field: [hostile(f"journal-{field}", canary, short=True)] for field in _WORDS}
        given["coping"] = [{"name": hostile("journal-coping", canary, short=True), "minutes": 10}]
        return {**at(day), "mood": 2, "energy": 4, "intensity_before": 7, "intensity_after": 5, **given, **more}

    words: dict[str, Any] = {
        "asked": hostile("checkin-asked", canary, short=True),
        "text": hostile("checkin-text", canary),
    }
    return {
        "format": "attach-desktop",
        "version": 1,
        "journal": [
            entry(4, for_session=True, belief=80),
            {
                **at(5),
                "mood": 1,
                "note": f"{PRIVATE} {canary}",
                "thought": PRIVATE,
                "private": True,
                "for_session": True,
            },
        ],
        "quiz": [
            {
                **at(6),
                "questionnaire": "attach-16",
                "version": 1,
                "points": 7,
                "lens": "partner",
                "alias": hostile("quiz-alias", canary, short=True),
                "answers": [5, 4, 2, 4, 4, 3, 4, 4, 5, 3, 3, 4, 6, 5, 3, 3],
                "note": hostile("quiz-note", canary),
            }
        ],
        "gratitude": [
            {
                **at(4),
                "text": hostile("gratitude-text", canary),
                "why": hostile("gratitude-why", canary),
                "list": "own",
                "people": [hostile("gratitude-people", canary, short=True)],
            }
        ],
        "gratitude_lists": [{**at(3), "key": "own", "name": hostile("gratitude-list", canary, short=True)}],
        "practice": [{**at(4), "text": hostile("practice-text", canary), "sentence": "own", "after": "same"}],
        "checkins": [
            {
                **at(8),
                "form": "weekly",
                "version": 1,
                "begin": BEGIN,
                "end": END,
                "texts": [words | {"question": "own"}],
            }
        ],
    }


def names(found: Any) -> set[str]:
    """The names of all hostile texts in ``records``."""
    if isinstance(found, dict):
        return set().union(*(names(value) for value in found.values())) if found else set()
    if isinstance(found, list):
        return set().union(*(names(value) for value in found)) if found else set()
    return {found.split()[0]} if isinstance(found, str) and "<img" in found else set()


def write(path: Path, canary: Path) -> set[str]:
    """Write the file; the names of the texts in it."""
    found = records(canary)
    path.write_text(json.dumps(found), "utf-8")
    return names(found)
