from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from attach_desktop.desktop.bell_pipe import LONGEST, PipeBell

#: Another process that rings once with what it is given, and says what came of it.
RING = """
import sys
from pathlib import Path
from attach_desktop.desktop.bell_pipe import PipeBell
print(PipeBell(Path(sys.argv[1])).ring(sys.argv[2].encode(), float(sys.argv[3])))
"""


@pytest.fixture
def bell(tmp_path: Path) -> Iterator[PipeBell]:
    made = PipeBell(tmp_path / "bell")
    yield made
    made.take_down()


def ringing(bell: PipeBell, said: str, patience: float = 10.0) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", RING, str(bell.path), said, str(patience)], stdout=subprocess.PIPE, text=True
    )


def told(process: subprocess.Popen[str], qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=15_000)
    return process.communicate()[0].strip()


def into(heard: list[bytes]) -> Callable[[bytes], bool]:
    """Hears every line, and answers."""

    def hear(line: bytes) -> bool:
        heard.append(line)
        return True

    return hear


def send(bell: PipeBell, said: bytes) -> None:
    """Put something into the pipe as nobody of ours would."""
    end = os.open(bell.path, os.O_WRONLY | os.O_NONBLOCK)
    os.write(end, said)
    os.close(end)


def test_several_may_ring_at_once_and_each_is_answered(bell: PipeBell, qtbot: QtBot) -> None:
    heard: list[bytes] = []
    assert bell.hang(into(heard))
    all_of_them = [ringing(bell, f"from {number}") for number in range(4)]
    assert [told(one, qtbot) for one in all_of_them] == ["True"] * 4
    assert sorted(heard) == [b"from 0", b"from 1", b"from 2", b"from 3"]


def test_it_may_be_rung_before_it_hangs(bell: PipeBell, qtbot: QtBot) -> None:
    early = ringing(bell, "early")
    assert early.stdout is not None
    os.mkfifo(bell.path)  # one that nobody reads, left by somebody who died
    assert bell.hang(lambda said: said == b"early")
    assert told(early, qtbot) == "True"


def test_whoever_has_rung_leaves_nothing_behind(bell: PipeBell, qtbot: QtBot) -> None:
    assert bell.hang(lambda _: True)
    assert told(ringing(bell, "x"), qtbot) == "True"
    assert list(bell.path.parent.iterdir()) == [bell.path]
    bell.take_down()
    assert list(bell.path.parent.iterdir()) == []


def test_what_somebody_left_who_was_killed_goes_when_it_hangs(bell: PipeBell) -> None:
    left = bell.path.with_name("bell.4711")
    os.mkfifo(left)
    assert bell.hang(lambda _: True)
    assert not left.exists()


def test_a_line_that_comes_in_pieces_is_one_line(bell: PipeBell, qtbot: QtBot) -> None:
    heard: list[bytes] = []
    assert bell.hang(into(heard))
    send(bell, b"1\tone ")
    qtbot.wait(50)
    assert heard == []
    send(bell, b"line\n2\tanother\n")
    qtbot.waitUntil(lambda: heard == [b"one line", b"another"])


@pytest.mark.parametrize("said", [b"\tx\n", b"..\tx\n", b"-1\tx\n", b"9" * 30 + b"\tx\n", b"x" * 3 * LONGEST])
def test_who_says_no_number_is_not_heard(bell: PipeBell, qtbot: QtBot, said: bytes) -> None:
    heard: list[bytes] = []
    assert bell.hang(into(heard))
    send(bell, said)
    send(bell, b"\n1\tafter that\n")
    qtbot.waitUntil(lambda: heard == [b"after that"])


def test_it_answers_nothing_but_a_pipe(bell: PipeBell, qtbot: QtBot) -> None:
    heard: list[bytes] = []
    letter, elsewhere = bell.path.with_name("bell.1"), bell.path.with_name("letter")
    assert bell.hang(into(heard))
    letter.write_text("dear")
    elsewhere.write_text("dear")
    bell.path.with_name("bell.2").symlink_to(elsewhere)
    send(bell, b"1\tx\n2\tx\n3\tx\n")
    qtbot.waitUntil(lambda: len(heard) == 3)
    assert letter.read_text() == elsewhere.read_text() == "dear"


def test_a_full_pipe_is_not_waited_for_longer_than_patience(bell: PipeBell) -> None:
    assert bell.hang(lambda _: True)
    end = os.open(bell.path, os.O_WRONLY | os.O_NONBLOCK)
    with suppress(BlockingIOError):
        while os.write(end, b"x" * 4096):
            pass
    assert not bell.ring(b"show", 0.05)
    os.close(end)


def test_what_is_too_long_to_be_written_in_one_piece_is_not_said(bell: PipeBell) -> None:
    assert bell.hang(lambda _: True)
    assert not bell.ring(b"x" * LONGEST, 5)


def test_a_file_in_its_place_is_no_bell(bell: PipeBell) -> None:
    bell.path.write_text("a letter")
    assert not bell.ring(b"show", 0.05)
    assert bell.path.read_text() == "a letter"


def test_where_no_pipe_can_be_made_for_the_answer_nothing_is_said(bell: PipeBell) -> None:
    heard: list[bytes] = []
    assert bell.hang(into(heard))
    bell.path.with_name(f"bell.{os.getpid()}").mkdir()
    assert not bell.ring(b"show", 5)
    assert heard == []
