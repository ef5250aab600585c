"""Long work: where it runs, how it ends, and that calling it off really does."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from attach_desktop.errors import AttachError, StorageError
from attach_desktop.interchange.progress import Cancelled
from attach_desktop.ui import jobs as runner
from attach_desktop.ui.jobs import Jobs, Progress, one_thread
from tests.ui.executors import AtOnce, WhenTold


class Outcome:
    """Keeps what a job said, and in which thread."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[AttachError] = []
        self.steps: list[tuple[int, int]] = []
        self.threads: set[threading.Thread] = set()

    def done(self, result: object) -> None:
        self.threads.add(threading.current_thread())
        self.results.append(result)

    def failed(self, error: AttachError) -> None:
        self.threads.add(threading.current_thread())
        self.errors.append(error)

    def step(self, done: int, total: int) -> None:
        self.threads.add(threading.current_thread())
        self.steps.append((done, total))

    @property
    def over(self) -> bool:
        return bool(self.results or self.errors)


@pytest.fixture
def outcome() -> Outcome:
    return Outcome()


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs(one_thread)
    yield made
    made.close()


def _three_steps(progress: Progress) -> str:
    for step in range(3):
        progress.step(step + 1, 3)
    return threading.current_thread().name


def test_work_runs_elsewhere_and_is_heard_of_in_the_windows_thread(jobs: Jobs, outcome: Outcome, qtbot: QtBot) -> None:
    jobs.run(_three_steps, outcome.done, outcome.failed, outcome.step)
    assert jobs.busy
    qtbot.waitUntil(lambda: outcome.over)
    assert outcome.results == [name for name in outcome.results if str(name).startswith("job")]
    assert outcome.steps == [(1, 3), (2, 3), (3, 3)]
    assert outcome.threads == {threading.main_thread()}
    assert not jobs.busy


def test_nothing_is_delivered_before_run_returns(qapp: QApplication, outcome: Outcome) -> None:
    jobs = Jobs(AtOnce)
    jobs.run(_three_steps, outcome.done, outcome.failed)
    assert not outcome.over
    qapp.processEvents()
    assert outcome.results == [threading.main_thread().name]


def test_the_executor_is_made_when_the_first_work_comes(qapp: QApplication, outcome: Outcome) -> None:
    made: list[AtOnce] = []

    def make() -> AtOnce:
        made.append(AtOnce())
        return made[-1]

    jobs = Jobs(make)
    assert made == []
    jobs.run(_three_steps, outcome.done, outcome.failed)
    jobs.run(_three_steps, outcome.done, outcome.failed)
    qapp.processEvents()
    assert len(made) == 1
    assert len(outcome.results) == 2


def test_errors_end_a_job(qapp: QApplication, outcome: Outcome) -> None:
    jobs = Jobs(AtOnce)

    def known(_: Progress) -> None:
        raise StorageError("disk-full", path="x")

    def unknown(_: Progress) -> None:
        raise ZeroDivisionError("of no use to a person")

    jobs.run(known, outcome.done, outcome.failed)
    jobs.run(unknown, outcome.done, outcome.failed)
    qapp.processEvents()
    first, second = outcome.errors
    assert (first.key, second.key) == ("disk-full", "unexpected")
    assert second.details == {"name": "ZeroDivisionError"}
    assert isinstance(second.__cause__, ZeroDivisionError)
    assert not jobs.busy


def test_a_job_called_off_while_it_waits_never_begins(qapp: QApplication, outcome: Outcome) -> None:
    held = WhenTold()
    jobs = Jobs(lambda: held)
    begun: list[int] = []
    job = jobs.run(lambda _: begun.append(1), outcome.done, outcome.failed)
    job.cancel()
    held.go()
    qapp.processEvents()
    assert begun == []
    assert [type(error) for error in outcome.errors] == [Cancelled]


def test_a_job_called_off_under_way_is_told_at_its_next_step(jobs: Jobs, outcome: Outcome, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        assert progress.step(0, 2)
        begun.set()
        go_on.wait(10)
        assert not progress.step(1, 2)
        progress.check()

    job = jobs.run(work, outcome.done, outcome.failed, outcome.step)
    qtbot.waitUntil(begun.is_set)
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: outcome.over)
    assert [type(error) for error in outcome.errors] == [Cancelled]
    assert outcome.steps == [(0, 2)]


def test_called_off_too_late_it_says_what_it_did(qapp: QApplication, outcome: Outcome) -> None:
    jobs = Jobs(AtOnce)
    job = jobs.run(lambda _: "kept", outcome.done, outcome.failed)
    job.cancel()
    qapp.processEvents()
    assert outcome.results == ["kept"]


def test_work_that_asks_gives_the_windows_thread_its_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    present, turns = [0.0], list[float]()
    monkeypatch.setattr(runner, "monotonic", lambda: present[0])
    monkeypatch.setattr(runner, "sleep", turns.append)
    progress = Progress(threading.Event(), lambda *_: None)
    progress.check()
    progress.step(1, 9)
    assert turns == [], "who asks often does not wait often"
    present[0] = 0.02
    progress.check()
    progress.check()
    assert len(turns) == 1
    present[0] = 0.04
    progress.step(2, 9)
    assert len(turns) == 2
    assert 0 < min(turns) <= max(turns) < 0.005


def test_closing_waits_for_the_end_and_delivers_nothing(jobs: Jobs, outcome: Outcome, qtbot: QtBot) -> None:
    begun, ended = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        while progress.step(0, 0):
            pass
        ended.set()

    jobs.run(work, outcome.done, outcome.failed)
    jobs.run(_three_steps, outcome.done, outcome.failed, outcome.step)
    qtbot.waitUntil(begun.is_set)
    jobs.close()
    assert ended.is_set()
    QApplication.processEvents()
    assert not outcome.over
    assert outcome.steps == []
    assert not jobs.busy


def test_what_was_not_heard_before_closing_is_not_heard_after(qapp: QApplication, outcome: Outcome) -> None:
    jobs = Jobs(AtOnce)
    jobs.run(_three_steps, outcome.done, outcome.failed, outcome.step)
    jobs.close()
    qapp.processEvents()
    assert (outcome.over, outcome.steps) == (False, [])


def test_a_closed_runner_can_run_again(qapp: QApplication, outcome: Outcome) -> None:
    jobs = Jobs(AtOnce)
    jobs.close()
    jobs.run(_three_steps, outcome.done, outcome.failed)
    qapp.processEvents()
    assert len(outcome.results) == 1


def test_two_jobs_never_work_at_the_same_time(jobs: Jobs, outcome: Outcome, qtbot: QtBot) -> None:
    inside: list[int] = []
    most: list[int] = []

    def work(progress: Progress) -> None:
        inside.append(1)
        for step in range(200):
            progress.step(step, 200)
        most.append(len(inside))
        inside.pop()

    for _ in range(4):
        jobs.run(work, outcome.done, outcome.failed)
    qtbot.waitUntil(lambda: len(outcome.results) == 4)
    assert most == [1, 1, 1, 1]
