from __future__ import annotations

import pytest

from attach_desktop.interchange.progress import Cancelled, Meter


def _told(total: int) -> list[tuple[int, int]]:
    told: list[tuple[int, int]] = []

    def progress(done: int, of: int) -> bool:
        told.append((done, of))
        return True

    meter = Meter(total, progress)
    for _ in range(total):
        meter.tick()
    return told


def test_it_tells_the_beginning_every_hundred_and_the_end() -> None:
    assert _told(250) == [(0, 250), (100, 250), (200, 250), (250, 250)]
    assert _told(0) == [(0, 0)]


def test_it_can_be_called_off_at_once() -> None:
    with pytest.raises(Cancelled):
        Meter(3, lambda _done, _total: False)


def test_it_can_be_called_off_later() -> None:
    meter = Meter(3, lambda done, _total: done < 3)
    meter.tick()
    meter.tick()
    with pytest.raises(Cancelled):
        meter.tick()


def test_nobody_needs_to_watch() -> None:
    meter = Meter(1, None)
    meter.tick()
    meter.tick()
