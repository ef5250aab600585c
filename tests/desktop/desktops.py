"""Real parts of a desktop, private to a test: a screen that nobody sees, a message bus, dunst, and tint2."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

_PATIENCE = 15.0


def need(*programs: str) -> None:
    """Skip the test where a program is not installed."""
    missing = [program for program in programs if shutil.which(program) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)} (.ci/setup.sh dev installs it)")


@contextmanager
def running(
    command: Sequence[str | Path], environment: dict[str, str] | None = None, *, inherit: tuple[int, ...] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    """A program that is ended when the test is."""
    process = subprocess.Popen(
        command,
        env={**os.environ, **(environment or {})},
        pass_fds=inherit,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def _telling(command: list[str], option: str, environment: dict[str, str] | None = None) -> Iterator[str]:
    """A program that says on a pipe where it can be found."""
    reading, writing = os.pipe()
    command = [part.replace(option, str(writing)) for part in command]
    try:
        with running(command, environment, inherit=(writing,)):
            os.close(writing)
            writing = -1
            said = b""
            while not said.endswith(b"\n") and (more := os.read(reading, 256)):
                said += more
            if not said.strip():
                pytest.skip(f"{command[0]} cannot run here")
            yield said.decode().strip()
    finally:
        os.close(reading)
        if writing >= 0:
            os.close(writing)


@contextmanager
def bus() -> Iterator[str]:
    """The address of a session bus of our own, without a single service on it."""
    need("dbus-daemon")
    with _telling(["dbus-daemon", "--session", "--nofork", "--print-address=FD"], "FD") as address:
        yield address


@contextmanager
def screen() -> Iterator[str]:
    """The display of an X server of our own."""
    need("Xvfb")
    command = ["Xvfb", "-displayfd", "FD", "-screen", "0", "1280x1000x24", "-nolisten", "tcp", "-noreset"]
    with _telling(command, "FD") as number:
        yield f":{number}"


@contextmanager
def dunst(address: str, display: str, folder: Path, choose: str = "") -> Iterator[None]:
    """The notification service dunst. Its menu of buttons chooses the one whose word is ``choose``."""
    need("dunst", "dunstctl")
    chooser, settings = folder / "choose", folder / "dunstrc"
    chooser.write_text(f"#!/bin/sh\ngrep -m1 -F '{choose}'\n")
    chooser.chmod(0o700)
    settings.write_text(f'[global]\ndmenu = "{chooser}"\nhistory_length = 20\n')
    environment = {"DBUS_SESSION_BUS_ADDRESS": address, "DISPLAY": display}
    with running(["dunst", "-config", settings], environment):
        wait_until(lambda: has_owner(address, "org.freedesktop.Notifications"), "dunst is there")
        yield


@contextmanager
def tint2(display: str, folder: Path) -> Iterator[None]:
    """The panel tint2 with nothing in it but a tray, at the lower edge of the screen."""
    need("tint2", "xprop")
    environment = {"DISPLAY": display}
    # It waits for a window manager; this is how one makes itself known to it.
    known = ["xprop", "-root", "-f", "_NET_NUMBER_OF_DESKTOPS", "32c", "-set", "_NET_NUMBER_OF_DESKTOPS", "1"]
    subprocess.run(known, env={**os.environ, **environment}, check=True)
    settings = folder / "tint2rc"
    settings.write_text("panel_items = S\npanel_size = 100% 40\npanel_position = bottom center horizontal\n")
    with running(["tint2", "-c", settings], environment):
        yield


def hand(display: str, *words: object) -> str:
    """What a hand does on a screen: see xdotool(1)."""
    need("xdotool")
    command = ["xdotool", *(str(word) for word in words)]
    environment = {**os.environ, "DISPLAY": display}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()


def line(process: subprocess.Popen[str], seconds: float = _PATIENCE) -> str:
    """The next line that a program prints."""
    assert process.stdout is not None
    ready, _, _ = select.select([process.stdout], [], [], seconds)
    assert ready, f"it said nothing for {seconds:.0f} s"
    return process.stdout.readline().strip()


def dunstctl(address: str, *words: str) -> str:
    """What dunst answers to a command."""
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address}
    done = subprocess.run(["dunstctl", *words], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def has_owner(address: str, name: str) -> bool:
    """Whether somebody on the bus has taken a name."""
    from jeepney.bus_messages import message_bus
    from jeepney.io.blocking import Proxy, open_dbus_connection

    with open_dbus_connection(address) as connection:
        return bool(Proxy(message_bus, connection, timeout=5).NameHasOwner(name)[0])


def wait_until(is_so: Callable[[], bool], what: str, seconds: float = _PATIENCE) -> None:
    """Look again and again until something outside of this process is so."""
    until = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < until, f"not in {seconds:.0f} s: {what}"
        time.sleep(0.02)
