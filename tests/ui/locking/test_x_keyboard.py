"""The keyboard of a real X server that nobody sees."""

from __future__ import annotations

import ctypes
import os
import subprocess
from collections.abc import Iterator

import pytest

from attach_desktop.ui.locking.x_keyboard import XKeyboard, look
from tests.desktop.desktops import need, screen


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with screen() as display:
        # A server without a client begins anew, with the keyboard it had at first.
        x = ctypes.CDLL("libX11.so.6")
        x.XOpenDisplay.restype = ctypes.c_void_p
        client = ctypes.c_void_p(x.XOpenDisplay(display.encode()))
        yield display
        x.XCloseDisplay(client)


def run(display: str, *command: str) -> None:
    need(command[0])
    subprocess.run(command, env={**os.environ, "DISPLAY": display}, check=True, capture_output=True)


def test_it_tells_the_layout(display: str) -> None:
    run(display, "setxkbmap", "-layout", "de,us")
    assert look(display) == XKeyboard(False, "de")


def test_it_tells_caps_lock(display: str) -> None:
    run(display, "xdotool", "key", "Caps_Lock")
    found = look(display)
    assert found is not None
    assert found.caps
    run(display, "xdotool", "key", "Caps_Lock")
    found = look(display)
    assert found is not None
    assert not found.caps


def test_where_there_is_no_server_there_is_none() -> None:
    assert look(":99999") is None
