"""``python -m tests.benchmarks [--quick]``: prints one JSON object with every figure."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.benchmarks import data, insights, locked, paper, window
from tests.benchmarks.figure import Figure, left_out

ENTRIES = 100_000


def measure(*, quick: bool) -> list[dict[str, Any]]:
    """Every figure, told."""
    runs = 5 if quick else 15
    with tempfile.TemporaryDirectory(prefix="attach-bench-") as place:
        folder = Path(place)
        empty, full, reminded = folder / "empty", folder / "full", folder / "reminded"
        for one in (empty, full, reminded):
            one.mkdir()
        data.fill(empty / "attach.vault", 0)
        data.fill(full / "attach.vault", ENTRIES)
        data.remind(reminded / "attach.vault", 10)
        figures = [
            data.durable_save(folder, 100 if quick else 400),
            data.search(full / "attach.vault", folder, ENTRIES, 30),
            data.list_command(full, runs),
            data.score_takes(),
            data.ten_years_of_reminders(),
            *insights.cards(full / "attach.vault", 5 if quick else 9),
            *paper.papers(folder, 1 if quick else 3),
        ]
        path, spent = locked.encrypted(full / "attach.vault", folder)
        figures += [
            locked.unlock(path, runs),
            locked.backup(path, 3),
            Figure("setting a passphrase, backup included", spent, 60_000.0),
        ]
        told = [figure.told() for figure in figures]
        with window.screen() as display:
            if display is None:
                return [*told, left_out("everything about the window", "Xvfb is not installed")]
            windows = window.Windows(display)
            told += [figure.told() for figure in window.starts(windows, empty, full, runs)]
            told += [figure.told() for figure in window.idling(windows, empty, reminded, 20 if quick else 60)]
            environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
            for part in ("hands", "insights_tab"):
                inside = subprocess.run(
                    [sys.executable, "-m", f"tests.benchmarks.{part}", str(full)],
                    check=True,
                    capture_output=True,
                    env=environment,
                )
                told += json.loads(inside.stdout)
            return told


if __name__ == "__main__":
    found = measure(quick="--quick" in sys.argv)
    held = all(figure.get("holds", True) for figure in found)
    sys.stdout.write(json.dumps({"figures": found, "all_hold": held}, indent=1) + "\n")
