from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from attach_desktop.desktop.tray import Tray, TrayActs, page_icon
from tests.architecture.tree import ROOT
from tests.desktop.desktops import hand, line, screen, tint2


@contextmanager
def in_a_tray(display: str, patience: int) -> Iterator[subprocess.Popen[str]]:
    """The process with the icon."""
    command = [sys.executable, "-m", "tests.desktop.in_a_tray", str(patience)]
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
    with subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def test_a_real_tray_shows_it_and_its_menu_does_what_it_says(tmp_path: Path) -> None:
    with screen() as display, tint2(display, tmp_path), in_a_tray(display, 20_000) as process:
        word, is_on, x, y = line(process).split()
        assert (word, is_on) == ("on", "True")
        hand(display, "mousemove", x, y, "click", 1)
        assert line(process) == "open"
        for keys, what in ((("Down", "Down"), "mood"), (("Down", "Down", "Down"), "pause")):
            hand(display, "mousemove", x, y, "click", 3)
            hand(display, "sleep", 0.3, "key", *keys, "Return")
            assert line(process) == what
        hand(display, "mousemove", x, y, "click", 3)
        hand(display, "sleep", 0.3, "key", "Up", "Return")
        assert process.wait(10) == 0


def test_without_a_tray_it_says_so(tmp_path: Path) -> None:
    with screen() as display, in_a_tray(display, 200) as process:
        assert line(process) == "no tray"
        assert process.wait(10) == 0


def test_where_there_is_none_nothing_is_turned_on(qapp: QApplication) -> None:
    nothing = partial(bool)
    tray = Tray(TrayActs(nothing, nothing, nothing, nothing, nothing, nothing, nothing, nothing))
    assert tray.turn_on() is Tray.exists() is False
    assert not tray.is_on
    assert not tray.has_messages
    assert not tray.tell("Time for a moment")
    tray.turn_off()


@pytest.mark.parametrize(("shown", "paused", "open_vault"), [(True, False, True), (False, True, False)])
def test_the_menu_says_how_things_stand(qapp: QApplication, shown: bool, paused: bool, open_vault: bool) -> None:
    done: list[str] = []
    acts = TrayActs(
        partial(done.append, "open"),
        partial(done.append, "mood"),
        partial(done.append, "hide"),
        partial(done.append, "pause"),
        partial(done.append, "quit"),
        is_shown=lambda: shown,
        is_paused=lambda: paused,
        may_log=lambda: open_vault,
    )
    tray = Tray(acts)
    menu = tray._made_menu()
    menu.aboutToShow.emit()
    assert tray.line("hide").isEnabled() is shown
    assert tray.line("mood").isEnabled() is tray.line("pause").isEnabled() is open_vault
    assert ("on" in tray.line("pause").text()) is paused
    for action in menu.actions():
        action.setEnabled(True)
        action.trigger()
    assert done == ["open", "mood", "hide", "pause", "quit"]
    tray._activated(QSystemTrayIcon.ActivationReason.Trigger)
    tray._activated(QSystemTrayIcon.ActivationReason.Context)
    assert done[5:] == ["open"]
    menu.deleteLater()


def test_the_icon_is_sharp_at_every_size_of_a_tray(qapp: QApplication) -> None:
    assert [size.width() for size in page_icon().availableSizes()] == [16, 22, 24, 32, 48, 64]
