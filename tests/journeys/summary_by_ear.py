"""The summary as an assistive technology uses it: ``python3 -m tests.journeys.summary_by_ear FILE COMMAND …``.

Run by the system's Python, as by_ear.py is. It starts the command (the program), opens the summary from the menu, asks
a question in it, saves it as FILE, and prints as JSON what there was to hear.
"""

from __future__ import annotations

import json
import subprocess
import sys
import warnings

from tests.journeys.by_ear import Ear, _menu_items
from tests.journeys.today_by_ear import Walk

_PATIENCE = 60.0


def go(walk: Walk, path: str) -> None:
    """Open, choose, save, close."""
    ear, heard = walk._ear, walk.heard
    _act(walk, walk.until(lambda: next(one for one in _menu_items(ear.program()) if "summary" in one.get_name())))
    heard["pages"] = walk.said("without private entries")
    heard["page"] = walk.said("Page 1 of ")
    heard["nameless"] = walk.nameless()
    walk.find("text", "My questions for the session").set_text_contents("Is it fine to wait?")
    _act(walk, walk.find("push button", "Save as Markdown"))
    walk.find("text", "File name").set_text_contents(path)
    heard["saved"] = walk.until(lambda: _saved(ear))
    walk.press("push button", "Close")


def _saved(ear: Ear) -> str:
    """Press "Save" as long as the file dialog is there (a list of names that fit takes the first time for itself)."""
    shown = ear.all(ear.program())
    for one in shown:
        if one.get_role_name() == "push button" and one.get_name() == "Save":
            ear.act(one, "Press")
    return next(str(one.get_name()) for one in shown if one.get_name().startswith("Saved: "))


def _act(walk: Walk, node: object) -> None:
    """Press what opens a window with a loop of its own: an answer comes only when that is closed again."""
    try:
        walk._ear.act(node, "Press")
    except walk._ear.gone:
        return


def main(path: str, command: list[str]) -> int:
    """Start the program, use it, and leave by its own menu."""
    warnings.simplefilter("ignore")
    running = subprocess.Popen(command)
    try:
        ear = Ear()
        walk = Walk(ear, running)
        go(walk, path)
        ear.act(
            walk.until(lambda: next(one for one in _menu_items(ear.program()) if one.get_name() == "Quit")), "Press"
        )
        walk.heard["exit"] = running.wait(_PATIENCE)
    finally:
        running.kill()
        running.wait()
    sys.stdout.write(json.dumps(walk.heard) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
