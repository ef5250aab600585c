"""The real program, killed in the middle of the quiz: the next start offers to go on at the sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Any

from attach_desktop.changes import Changes
from attach_desktop.clock import SystemClock
from attach_desktop.paths import DATA_DIR_VARIABLE
from attach_desktop.quiz.store import QuizStore
from attach_desktop.vault.vault import Vault

ROOT = Path(__file__).parents[2]


@contextmanager
def program(mode: str) -> Iterator[subprocess.Popen[str]]:
    """The program with hands in it; whatever happens, it does not outlive the block."""
    command = [sys.executable, "-m", "tests.journeys.quiz_driven", mode]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        yield running
    finally:
        running.kill()
        running.communicate()


def told(running: subprocess.Popen[str]) -> Iterator[dict[str, Any]]:
    assert running.stdout is not None
    for line in running.stdout:
        # The last line may have been cut off by the kill.
        if line.endswith("}\n"):
            yield json.loads(line)


def look() -> dict[str, str]:
    """What the next start offers, and where going on leads."""
    with program("look") as running:
        out, err = running.communicate(timeout=60)
        assert running.returncode == 0, err
    found: dict[str, str] = json.loads(out.strip().splitlines()[-1])
    return found


def kept_answers() -> int:
    path = Path(os.environ[DATA_DIR_VARIABLE]) / "attach.vault"
    vault = Vault.open(path, SystemClock(), Changes())
    try:
        assert vault.check() == []
        return len(list(QuizStore(vault).each()))
    finally:
        vault.close()


def test_killed_in_the_middle_it_goes_on_at_the_sentence() -> None:
    chance = Random(11)
    for _ in range(2):
        with program("answer") as running:
            said = told(running)
            last = [next(said) for _ in range(chance.randint(3, 40))][-1]
            running.kill()
            # Of what it said before it was gone, nothing may be missing.
            last = [last, *said][-1]
        assert kept_answers() == 0
        found = look()
        kept = json.loads(found["kept"])
        # It may have got one answer further than it had said.
        assert (kept["item"] - last["item"]) % 9 in (0, 1)
        same = [one == other for one, other in zip(kept["answers"], last["answers"], strict=True)]
        assert same.count(False) <= 1
        number = kept["item"] + 1
        assert f"You stopped at sentence {number} of 16" in found["offered"]
        assert found["focused"] == "Go on"
        assert found["shown"].startswith(f"{number} of 16 · People close to me, in general")
        answer = kept["answers"][kept["item"]]
        assert found["focus"].startswith(f"{answer or 1}, ")


def test_before_the_first_answer_there_is_nothing_to_go_on_with() -> None:
    found = look()
    assert "You stopped" not in found["offered"]
    assert found["focused"] == "People close to me, in general"
