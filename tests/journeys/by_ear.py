"""Uses the program as an assistive technology does: it sees the accessibility tree alone, and presses by its actions.

Run by the system's Python, which has the bindings of AT-SPI: ``python3 by_ear.py COMMAND …``. It starts the command
(the program), makes an entry, and prints as JSON what there was to hear. It imports nothing of the project.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
import warnings
from importlib import import_module
from typing import Any

_PATIENCE = 30.0


class Ear:
    """Finds things in the accessibility tree by what they are and how they are called."""

    def __init__(self) -> None:
        gi = import_module("gi")
        gi.require_version("Atspi", "2.0")
        self._atspi: Any = import_module("gi.repository.Atspi")
        self.gone: type[Exception] = import_module("gi.repository.GLib").Error

    def program(self) -> Any:
        """The program's root in the tree."""
        desktop = self._atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(number)
            if found is not None and found.get_name() == "attach-desktop":
                return found
        return None

    def all(self, node: Any) -> list[Any]:
        """``node`` and everything within it that is on the screen, in order."""
        found = [node]
        for number in range(node.get_child_count()):
            child = node.get_child_at_index(number)
            if child is not None and child.get_state_set().contains(self._atspi.StateType.SHOWING):
                found += self.all(child)
        return found

    def find(self, node: Any, role: str, name: str) -> Any:
        """The first thing on the screen of a role whose name begins so, or None."""
        return next(
            (one for one in self.all(node) if one.get_role_name() == role and one.get_name().startswith(name)), None
        )

    def is_checked(self, node: Any) -> bool:
        """Whether it is chosen."""
        return bool(node.get_state_set().contains(self._atspi.StateType.CHECKED))

    def is_focusable(self, node: Any) -> bool:
        """Whether it can take the focus."""
        return bool(node.get_state_set().contains(self._atspi.StateType.FOCUSABLE))

    def act(self, node: Any, action: str) -> None:
        """Do one of the things that ``node`` says it can do."""
        names = [node.get_action_name(number) for number in range(node.get_n_actions())]
        node.do_action(names.index(action))


def listen(ear: Ear, running: subprocess.Popen[bytes]) -> dict[str, Any]:
    """Make an entry, and tell what there was on the way."""

    def wait_for(what: Any) -> Any:
        """What ``what`` gives as soon as that is something."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until and running.poll() is None:
            try:
                found = what()
            except (ear.gone, AttributeError, StopIteration):  # not there yet, or the tree changed meanwhile
                found = None
            if found:
                return found
            time.sleep(0.02)
        raise TimeoutError(f"it never came; the program's exit code is {running.poll()}")

    program = wait_for(ear.program)
    tab = wait_for(lambda: ear.find(program, "page tab", "Journal"))
    ear.act(tab, "Press")
    note = wait_for(lambda: ear.find(program, "text", "Note"))
    wait_for(lambda: ear.find(program, "text", "Search entries"))
    controls = wait_for(
        lambda: [[one.get_role_name(), one.get_name()] for one in ear.all(program) if ear.is_focusable(one)]
    )
    point = ear.find(program, "radio button", "worried: pleasantness 2 of 5, energy 4 of 5")
    ear.act(point, "SetFocus")
    ear.act(point, "Toggle")
    chosen = wait_for(lambda: [one.get_name() for one in ear.all(program) if ear.is_checked(one)])
    note.set_text_contents("written by ear")
    ear.act(ear.find(program, "push button", "What set it off, closed"), "Press")
    fold = wait_for(lambda: ear.find(program, "push button", "What set it off, open")).get_name()
    ear.act(ear.find(program, "check box", "For my session"), "Toggle")
    ear.act(ear.find(program, "push button", "Save"), "Press")
    status = wait_for(lambda: ear.find(program, "label", "Saved ").get_name())
    row = wait_for(
        lambda: next([one.get_role_name(), one.get_name()] for one in ear.all(program) if "by ear" in one.get_name())
    )
    return {
        "controls": controls,
        "chosen": chosen,
        "fold": fold,
        "status": status,
        "row": row,
    }


def main(command: list[str]) -> int:
    """Start the program, use it, and leave by its own menu."""
    warnings.simplefilter("ignore")
    running = subprocess.Popen(command)
    try:
        ear = Ear()
        heard = listen(ear, running)
        ear.act(next(one for one in _menu_items(ear.program()) if one.get_name() == "Quit"), "Press")
        heard["exit"] = running.wait(_PATIENCE)
    finally:
        running.kill()
        running.wait()
    sys.stdout.write(json.dumps(heard) + "\n")
    return 0


def _menu_items(node: Any) -> list[Any]:
    """Everything in the menus, on the screen or not."""
    found = [node] if node.get_role_name() == "menu item" else []
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is not None and child.get_role_name() in ("frame", "menu bar", "menu item", "popup menu"):
            found += _menu_items(child)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
