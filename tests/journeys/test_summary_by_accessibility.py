"""A summary through the accessibility tree alone, in the real program: what is on paper is heard, and it is saved."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from attach_desktop.clock import Moment, SystemClock
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from tests.journeys.test_accessibility import screen
from tests.journeys.test_today_by_accessibility import the_vault, walk

__all__ = ["screen"]


@pytest.mark.slow
def test_a_summary_by_the_accessibility_tree_alone(screen: str, tmp_path: Path) -> None:
    vault = the_vault()
    yesterday = Moment.from_datetime(SystemClock().now() - timedelta(days=1))
    JournalStore(vault).add(Entry(at=yesterday, mood=2, note="by ear", for_session=True))
    vault.close()
    out = tmp_path / "out.md"
    heard = walk(screen, "summary_by_ear", str(out))
    assert heard["pages"].endswith("without private entries")
    assert heard["page"].startswith("Page 1 of ")
    assert heard["nameless"] == []
    assert heard["saved"].startswith("Saved: ")
    assert heard["exit"] == 0
    text = out.read_text("utf-8")
    assert "by ear" in text
    assert "Is it fine to wait?" in text
