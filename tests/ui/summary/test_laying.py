"""Laying out in another thread: waited for, called off, the newest wins, and what is there is not made again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from attach_desktop.errors import AttachError
from attach_desktop.journal.store import JournalStore
from attach_desktop.summary.build import Wanted
from attach_desktop.summary.choices import Choices
from attach_desktop.ui.jobs import Jobs, one_thread
from attach_desktop.ui.paper.sheet import Paper
from attach_desktop.ui.summary.laying import Laying
from attach_desktop.ui.summary.work import Laid
from attach_desktop.vault.vault import Vault
from tests.ui.executors import WhenTold
from tests.ui.hands import settle
from tests.ui.journal.entries import add_days

ONE = Wanted(begin=date(2026, 11, 1), end=date(2026, 11, 8), choices=Choices(sections=("entries",)))
OTHER = replace(ONE, begin=date(2026, 11, 5))


@pytest.fixture
def filled(vault: Vault) -> Vault:
    add_days(JournalStore(vault), 12)
    return vault


@pytest.fixture
def laying(filled: Vault, when_told: Jobs) -> Iterator[Laying]:
    """Over work that waits until it is told to go on."""
    made = Laying(filled, when_told)
    yield made
    made.stop()


class Heard:
    """Notes what arrives and what fails."""

    def __init__(self, laying: Laying) -> None:
        self.arrived: list[Laid] = []
        self.failed: list[AttachError] = []
        laying.arrived.connect(self.arrived.append)
        laying.failed.connect(self.failed.append)


def go(qtbot: QtBot, laying: Laying, held: WhenTold) -> None:
    """Let what was asked for begin, and be done."""
    qtbot.waitUntil(lambda: not laying._later.isActive())
    held.go()
    settle()


def test_pages_arrive_and_are_those_that_were_asked_for(laying: Laying, held: WhenTold, qtbot: QtBot) -> None:
    heard = Heard(laying)
    laying.ask(ONE, Paper.A4)
    assert (laying.busy, laying.current) == (True, False)
    go(qtbot, laying, held)
    assert [one.wanted for one in heard.arrived] == [ONE]
    assert laying.laid is heard.arrived[0]
    assert (laying.busy, laying.current) == (False, True)


def test_of_several_choices_in_a_row_the_last_is_laid_out_once(laying: Laying, held: WhenTold, qtbot: QtBot) -> None:
    heard = Heard(laying)
    laying.ask(ONE, Paper.A4)
    laying.ask(ONE, Paper.LETTER)
    laying.ask(OTHER, Paper.A4)
    go(qtbot, laying, held)
    assert [(one.wanted, one.paper) for one in heard.arrived] == [(OTHER, Paper.A4)]


def test_what_is_under_way_is_called_off_by_the_next(laying: Laying, held: WhenTold, qtbot: QtBot) -> None:
    heard = Heard(laying)
    laying.ask(ONE, Paper.A4, after=0)
    qtbot.waitUntil(lambda: laying._job is not None)
    first = laying._job
    assert first is not None
    laying.ask(OTHER, Paper.A4)
    assert first.cancelled.is_set()
    go(qtbot, laying, held)
    assert [one.wanted for one in heard.arrived] == [OTHER]
    assert heard.failed == []


def test_back_to_what_is_there_makes_nothing_anew(laying: Laying, held: WhenTold, qtbot: QtBot) -> None:
    laying.ask(ONE, Paper.A4)
    go(qtbot, laying, held)
    laid = laying.laid
    heard = Heard(laying)
    laying.ask(OTHER, Paper.A4)
    laying.ask(ONE, Paper.A4)
    assert heard.arrived == [laid]
    assert not laying.busy


def test_called_off_it_is_silent_and_what_was_there_stays(laying: Laying, held: WhenTold, qtbot: QtBot) -> None:
    laying.ask(ONE, Paper.A4)
    go(qtbot, laying, held)
    laid = laying.laid
    heard = Heard(laying)
    laying.ask(OTHER, Paper.A4)
    laying.stop()
    held.go()
    settle()
    assert not heard.arrived
    assert not heard.failed
    assert laying.laid is laid
    assert not laying.current
    assert not laying.busy


def test_that_it_lasts_is_told_after_a_while_and_not_once_it_is_over(
    laying: Laying, held: WhenTold, qtbot: QtBot
) -> None:
    told = QSignalSpy(laying.lasting)
    laying.ask(ONE, Paper.A4)
    go(qtbot, laying, held)
    laying.ask(OTHER, Paper.A4)
    with qtbot.waitSignal(laying.lasting):
        pass
    assert told.count() == 1


def test_what_cannot_be_read_is_told_of(laying: Laying, held: WhenTold, qtbot: QtBot, filled: Vault) -> None:
    heard = Heard(laying)
    laying.ask(ONE, Paper.A4)
    filled.connection.run("DROP TABLE record")
    go(qtbot, laying, held)
    assert len(heard.failed) == 1
    assert heard.arrived == []


def test_the_window_goes_on_while_pages_are_laid_out(vault: Vault, qtbot: QtBot) -> None:
    add_days(JournalStore(vault), 400)
    jobs = Jobs(one_thread)
    laying = Laying(vault, jobs)
    beats: list[bool] = []
    pulse = QTimer()
    pulse.setInterval(1)
    pulse.timeout.connect(lambda: beats.append(laying.busy))
    pulse.start()
    with qtbot.waitSignal(laying.arrived, timeout=60_000):
        laying.ask(replace(ONE, begin=date(2025, 1, 1)), Paper.A4, after=0)
    pulse.stop()
    jobs.close()
    # Laying them out in the window's thread would leave room for one or two.
    assert beats.count(True) > 10


def test_in_a_thread_of_its_own_it_says_how_far_it_is(filled: Vault, qtbot: QtBot, tmp_path: Path) -> None:
    jobs = Jobs(one_thread)
    laying = Laying(filled, jobs)
    steps: list[tuple[int, int]] = []
    laying.progressed.connect(lambda done, total: steps.append((done, total)))
    with qtbot.waitSignal(laying.arrived):
        laying.ask(ONE, Paper.A4, after=0)
    jobs.close()
    assert steps
    assert steps == sorted(steps)
    assert steps[-1] == (100, 100)
