"""Files that a person might hand in."""

from __future__ import annotations

import json
from pathlib import Path

HEADER = "full_date,date,weekday,time,mood,activities,note_title,note"


def daylio(folder: Path, *rows: str, name: str = "daylio_export.csv") -> Path:
    """A Daylio CSV of its third generation with these rows; without any, two known moods, one own, one bad date."""
    given = rows or (
        '2026-11-07,"7 November",Saturday,"10:34 am","good","walk | friends","","A quiet morning<br>by the lake"',
        '2026-11-06,"6 November",Friday,"9:15 pm","good","","","Still here"',
        '2026-11-05,"5 November",Thursday,"8:00 am","Medium [-]","work","","So it goes"',
        '2026-02-30,"30 February",Monday,"8:00 am","awful","","","A day that never was"',
    )
    path = folder / name
    path.write_text("\n".join((HEADER, *given)) + "\n", "utf-8")
    return path


def ours(folder: Path, *entries: dict[str, object], name: str = "export.json") -> Path:
    """An export of this program with these entries."""
    path = folder / name
    path.write_text(json.dumps({"format": "attach-desktop", "version": 1, "journal": list(entries)}), "utf-8")
    return path


def many(count: int) -> list[dict[str, object]]:
    """So many entries, one a minute."""
    return [
        {
            "id": f"entry-{number}",
            "at": f"2026-10-{number // 1440 + 1:02}T{number // 60 % 24:02}:{number % 60:02}:00+01:00",
            "mood": number % 5 + 1,
            "note": f"Entry {number}",
        }
        for number in range(count)
    ]
