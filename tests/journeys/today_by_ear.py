"""Today, gratitude and affirmations as an assistive technology uses them: ``python3 -m tests.journeys.today_by_ear …``.

Run by the system's Python, as by_ear.py is. It starts the command (the program), writes a line on Today, an item on the
gratitude page, rates a sentence, and prints as JSON what there was to hear.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any

from tests.journeys.by_ear import Ear, _menu_items

_PATIENCE = 60.0
_CONTROLS = {"text", "push button", "check box", "radio button", "combo box", "spin button", "page tab", "menu"}


class Walk:
    """Goes through the program by what it can find in the tree."""

    def __init__(self, ear: Ear, running: subprocess.Popen[bytes]) -> None:
        self._ear, self._running = ear, running
        self._program = self.until(ear.program)
        self.heard: dict[str, Any] = {}

    def until(self, what: Callable[[], Any]) -> Any:
        """What ``what`` gives as soon as that is something."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end and self._running.poll() is None:
            try:
                found = what()
            except (self._ear.gone, AttributeError, StopIteration):  # not there yet, or the tree changed meanwhile
                found = None
            if found:
                return found
            time.sleep(0.02)
        raise TimeoutError(f"it never came; the program's exit code is {self._running.poll()}; {sorted(self.heard)}")

    def find(self, role: str, name: str) -> Any:
        """The thing of a role whose name begins so, as soon as it is there."""
        return self.until(lambda: self._ear.find(self._program, role, name))

    def press(self, role: str, name: str, action: str = "Press") -> None:
        """Do what a thing offers to do."""
        self._ear.act(self.find(role, name), action)

    def said(self, text: str) -> str:
        """The name of the first thing that has ``text`` in it, as soon as there is one."""
        return str(
            self.until(lambda: next(one.get_name() for one in self._ear.all(self._program) if text in one.get_name()))
        )

    def nameless(self) -> list[str]:
        """The roles of all controls on show that have neither a name nor a label."""
        found = self.until(lambda: [one for one in self._ear.all(self._program) if self._ear.is_focusable(one)])
        return [
            one.get_role_name()
            for one in found
            if one.get_role_name() in _CONTROLS and not one.get_name() and not one.get_relation_set()
        ]


def go(walk: Walk) -> None:
    """The way through the three tabs."""
    heard = walk.heard
    walk.find("text", "A line about it")
    heard["today"] = walk.nameless()
    walk.find("text", "One thing to be grateful for").set_text_contents("warm tea by ear")
    walk.press("push button", "Add")
    heard["added"] = walk.said("Saved ")
    walk.press("page tab", "Gratitude")
    line = walk.find("text", "Something for the list Shared memories")
    heard["gratitude"] = walk.nameless()
    line.set_text_contents("the lake by ear")
    walk.press("push button", "People, why, another day")
    walk.find("text", "Why it mattered").set_text_contents("It was quiet")
    walk.press("push button", "Keep")
    heard["item"] = walk.said("the lake by ear. It was quiet")
    walk.find("text", "Search the lists").set_text_contents("lake ear")
    heard["found"] = walk.said("1 item")
    walk.press("push button", "‹ Back to the lists")
    walk.press("page tab", "Affirmations")
    point = walk.find("radio button", "How far can you believe this today?: 7 of 10")
    heard["affirmations"] = walk.nameless()
    walk._ear.act(point, "Toggle")
    heard["rated"] = walk.until(
        lambda: [one.get_name() for one in walk._ear.all(walk._program) if walk._ear.is_checked(one)][-1:]
    )


def main(command: list[str]) -> int:
    """Start the program, use it, and leave by its own menu."""
    warnings.simplefilter("ignore")
    running = subprocess.Popen(command)
    try:
        ear = Ear()
        walk = Walk(ear, running)
        go(walk)
        ear.act(next(one for one in _menu_items(ear.program()) if one.get_name() == "Quit"), "Press")
        walk.heard["exit"] = running.wait(_PATIENCE)
    finally:
        running.kill()
        running.wait()
    sys.stdout.write(json.dumps(walk.heard) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
