"""One figure: what was measured, its floor, the ratio, its limit, and whether it holds."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """``value`` and ``floor`` in ``unit``; ``limit`` is the largest ratio (or, without a floor, value) that holds."""

    name: str
    value: float
    limit: float
    unit: str = "ms"
    floor: float | None = None
    reason: str = ""

    @property
    def ratio(self) -> float:
        """The value in floors; the value itself where there is no floor."""
        return self.value / self.floor if self.floor else self.value

    def told(self) -> dict[str, Any]:
        """As the JSON has it."""
        found = {key: value for key, value in asdict(self).items() if value not in (None, "")}
        return {**found, "ratio": round(self.ratio, 3), "holds": self.ratio <= self.limit}


def left_out(name: str, reason: str) -> dict[str, Any]:
    """A figure that could not be measured here, and why."""
    return {"name": name, "left_out": reason}


def timed(work: Callable[[], object], runs: int, warm: int = 2) -> list[float]:
    """Milliseconds of each run, in order, after some that do not count."""
    for _ in range(warm):
        work()
    found = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        found.append((time.perf_counter() - begin) * 1e3)
    return found


def paired(one: Callable[[], float], other: Callable[[], float], runs: int) -> tuple[float, float]:
    """Medians of two measurements taken in turn, A B A B …, so that drift of the machine meets both."""
    ours, floors = [], []
    one(), other()
    for _ in range(runs):
        ours.append(one())
        floors.append(other())
    return statistics.median(ours), statistics.median(floors)


def percentile(values: list[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of them lie."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]
