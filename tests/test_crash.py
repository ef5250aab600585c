"""What was acknowledged outlives the program, whenever that is killed (``python -m tests.crash`` runs it for long)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crash import run


@pytest.mark.slow
def test_nothing_that_was_acknowledged_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    report = run(rounds=15, folder=tmp_path, seed=20261108, longest=0.1)
    assert report.faults == []
    assert report.counts["add"] > 0
    assert report.counts["entries looked at"] > 0
