"""With a passphrase, nothing that a person wrote is in any byte of the disk, whenever the program is killed."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from attach_desktop.paths import DATA_DIR_VARIABLE
from tests.journeys.private_driven import MARKERS, everywhere

ROOT = Path(__file__).parents[2]
PASSPHRASE = "tulip lamp harbour"  # noqa: S105 (of a vault that lives for a test)
_FOLDERS = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Every folder that the program or a library could write to: all of this test's own, but for the cache."""
    for name, folder in (("TMPDIR", "tmp"), ("XDG_RUNTIME_DIR", "run")):
        (tmp_path / folder).mkdir(mode=0o700)
        monkeypatch.setenv(name, str(tmp_path / folder))
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    found = [Path(os.environ[name]) for name in (*_FOLDERS, DATA_DIR_VARIABLE)]
    return [*found, tmp_path]


def _needles() -> Iterator[bytes]:
    for marker in (*MARKERS, PASSPHRASE):
        for text in {marker, marker.lower(), marker.upper(), marker.casefold()}:
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                yield text.encode(encoding)


def _found_in(places: list[Path], *, but: tuple[str, ...] = ()) -> list[str]:
    """Every file that has a marker in its bytes or its name."""
    needles = list(_needles())
    found = []
    for file in {file.resolve() for place in places for file in place.rglob("*") if file.is_file()}:
        if file.name in but:
            continue
        content = file.read_bytes() + str(file).encode("utf-8", "surrogateescape")
        if any(needle in content for needle in needles):
            found.append(file.name)
    return sorted(found)


def _command(*words: str) -> subprocess.CompletedProcess[bytes]:
    file = str(Path(os.environ["TMPDIR"]).parent / "passphrase")
    command = [sys.executable, "-m", "attach_desktop", *words, "--passphrase-file", file]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=False)


def _fill_by_commands() -> None:
    """Everything that can be written on the command line."""
    values = everywhere(1)
    done = [
        _command(
            "add", "--note", str(values["note"]), "--trigger", MARKERS[0], "--person", MARKERS[1], "--tag", MARKERS[2]
        ),
        _command("gratitude", "add", MARKERS[0], "--why", MARKERS[1], "--person", MARKERS[2]),
        _command("affirmation", "add", MARKERS[2]),
        _command("backup"),
    ]
    assert [one.returncode for one in done] == [0, 0, 0, 0], [one.stderr for one in done]


def _killed_in_the_window(times: int, wait: float, folder: Path) -> None:
    """Let the hands fill the form so many times, then go on for ``wait`` seconds, and kill them in the middle of it."""
    file = str(folder / "passphrase")
    command = [sys.executable, "-m", "tests.journeys.private_driven", "markers", str(folder), "--passphrase-file", file]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        for number in range(1, times + 1):
            line = running.stdout.readline()
            assert line.strip() == str(number), running.stderr.read()
        with suppress(subprocess.TimeoutExpired):
            running.wait(timeout=wait)
        assert running.poll() is None, running.stderr.read()
        running.kill()


@pytest.mark.slow
def test_no_byte_of_any_folder_holds_what_was_written(places: list[Path], tmp_path: Path) -> None:
    _fill_by_commands()
    assert _found_in(places, but=("passphrase",)) == []
    chance = random.Random(20261125)
    for _ in range(4):
        _killed_in_the_window(chance.randrange(1, 6), chance.uniform(0, 0.2), tmp_path)
        assert _found_in(places, but=("passphrase",)) == []
        assert _command("backup").returncode == 0
    assert _found_in(places, but=("passphrase",)) == []
    # It was written: there it is, for somebody with the passphrase.
    listed = _command("list", "--search", MARKERS[0])
    assert listed.stdout.decode().count(MARKERS[0][:8]) >= 1
    # And the search itself would have found it.
    assert _command("export", str(tmp_path / "all.json")).returncode == 0
    assert _found_in(places, but=("passphrase",)) == ["all.json"]
    # A summary is where it was asked for, and nowhere else.
    for ending in ("md", "html", "pdf"):
        assert _command("summary", "--period", "all", str(tmp_path / f"all.{ending}")).returncode == 0
    assert _found_in(places, but=("passphrase",)) == ["all.html", "all.json", "all.md"]
