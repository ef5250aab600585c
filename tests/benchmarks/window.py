"""What the window costs beside an empty one: start, memory, idling, typing, searching, scrolling."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.figure import Figure, paired

HERE = Path(__file__).parent


@contextmanager
def screen() -> Iterator[str | None]:
    """A private X server's display, or None where there is no Xvfb."""
    reading, writing = os.pipe()
    try:
        # Not reset when its last window goes: the next one may come at that very moment, and be turned away.
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[writing],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    except FileNotFoundError:
        os.close(reading)
        os.close(writing)
        yield None
        return
    os.close(writing)
    number = b""
    while not number.endswith(b"\n") and (more := os.read(reading, 16)):
        number += more
    os.close(reading)
    try:
        yield ":" + number.decode().strip() if number.strip() else None
    finally:
        server.terminate()
        server.wait()


class Windows:
    """Starts windows on one display, ours or the empty one."""

    def __init__(self, display: str) -> None:
        self._environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        }

    def first_paint(self, script: str, *arguments: str, home: str | None = None) -> float:
        """Milliseconds from exec to the first paint; in a ``home`` folder of its own where one is named."""
        elsewhere = {"HOME": home} if home is not None else {}
        kept = {key: value for key, value in self._environment.items() if home is None or not key.startswith("XDG_")}
        begin = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-P", str(HERE / script), *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**kept, **elsewhere},
        )
        assert process.stdout is not None
        painted = float(process.stdout.readline())
        process.stdout.close()
        process.wait()
        return (painted - begin) * 1e3

    def very_first_paint(self, script: str) -> float:
        """The same for somebody who has never started it before: their home is empty."""
        with tempfile.TemporaryDirectory(prefix="attach-bench-home-") as home:
            return self.first_paint(script, home=home)

    def memory(self, script: str, *arguments: str) -> float:
        """The peak memory, in MiB, of one start and of what it does in the second after the first paint."""
        # Asked of the system for this process alone: what wait4 tells begins with the memory of whoever started it.
        with self._staying(script, *arguments) as pid:
            time.sleep(1)
            status = Path(f"/proc/{pid}/status").read_text()
        return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM"))

    def idle(self, seconds: float, *arguments: str) -> tuple[float, float]:
        """CPU milliseconds and wakeups a minute of our window while nobody touches it."""
        with self._staying("our_window.py", *arguments) as pid:
            time.sleep(5)
            before = _spent(pid)
            time.sleep(seconds)
            after = _spent(pid)
        return (after[0] - before[0]) * 60 / seconds, (after[1] - before[1]) * 60 / seconds

    @contextmanager
    def _staying(self, script: str, *arguments: str) -> Iterator[int]:
        """The process of a window that was painted and stands open as long as the block."""
        process = subprocess.Popen(
            [sys.executable, "-P", str(HERE / script), *arguments, *(["--stay"] if script == "bare_window.py" else [])],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**self._environment, "ATTACH_BENCH_STAY": "1"},
        )
        assert process.stdout is not None
        process.stdout.readline()
        yield process.pid
        assert process.poll() is None, "a window that has died costs nothing"
        process.kill()
        process.wait()


def _spent(pid: int) -> tuple[float, float]:
    """CPU milliseconds and voluntary context switches of a process so far, all threads together."""
    cpu = switches = 0.0
    for task in Path(f"/proc/{pid}/task").iterdir():
        cpu += int((task / "schedstat").read_text().split()[0]) / 1e6
        for line in (task / "status").read_text().splitlines():
            if line.startswith("voluntary_ctxt_switches"):
                switches += int(line.split()[1])
    return cpu, switches


def starts(windows: Windows, empty: Path, full: Path, runs: int) -> list[Figure]:
    """The start on an empty vault and on none beside an empty window, and on a full vault beside an empty one."""
    ours = ("our_window.py", "--data-dir", str(empty))
    value, floor = paired(lambda: windows.first_paint(*ours), lambda: windows.first_paint("bare_window.py"), runs)
    very_first, bare = paired(
        lambda: windows.very_first_paint("our_window.py"), lambda: windows.very_first_paint("bare_window.py"), runs
    )
    many, few = paired(
        lambda: windows.first_paint("our_window.py", "--data-dir", str(full)), lambda: windows.first_paint(*ours), runs
    )
    peak, bare_peak = paired(lambda: windows.memory(*ours), lambda: windows.memory("bare_window.py"), 3)
    return [
        Figure("exec to painted window", value, 1.4, floor=floor),
        Figure("the same for the very first time, in an empty home", very_first, 1.4, floor=bare),
        Figure("the same with 100,000 entries", many, 1.05, floor=few),
        Figure("peak memory", peak, 1.5, unit="MiB", floor=bare_peak),
    ]


def idling(windows: Windows, empty: Path, reminded: Path, seconds: float) -> list[Figure]:
    """What it costs to stand open, without reminders and with ten of them."""
    cpu, wakeups = windows.idle(seconds, "--data-dir", str(empty))
    armed_cpu, armed_wakeups = windows.idle(seconds, "--data-dir", str(reminded))
    return [
        Figure("idle CPU a minute with ten reminders", armed_cpu, 5.0),
        Figure("idle wakeups a minute with ten reminders", armed_wakeups, 6.0, unit="wakeups"),
        Figure("idle CPU a minute", cpu, 5.0),
        Figure("idle wakeups a minute", wakeups, 6.0, unit="wakeups"),
    ]
