"""The program as a process of its own: exit codes, what it imports, and its streams."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from attach_desktop import cli

PROGRAM = [sys.executable, "-m", "attach_desktop"]
#: What no command that only lists entries has a use for: each would cost it some milliseconds at every start.
COSTLY = {"attach_desktop.interchange", "attach_desktop.quiz", "appdirs", "csv", "hashlib", "secrets", "shutil"}
COSTLY |= {"tzlocal", "uuid", "zoneinfo", "apsw.ext", "tempfile", "subprocess", "asyncio", "logging"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with one entry."""
    data = tmp_path / "data"
    assert run(data, "add", "--mood", "2", "--note", "first").returncode == 0
    return data


def run(data: Path, *words: str, options: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """The program with ``words``, on the data folder ``data``."""
    command = [sys.executable, *options, "-m", "attach_desktop", "--data-dir", str(data), *words]
    return subprocess.run(command, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL, check=False)


def imported(data: Path, *words: str) -> set[str]:
    """The modules that the program imports."""
    done = run(data, *words, options=("-X", "importtime"))
    times = [line for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip() for line in times}


def _words_of(name: str, tmp_path: Path) -> tuple[str, ...]:
    """How to call a command so that it does all of its work."""
    export = tmp_path / "export.json"
    export.write_text('{"format": "attach-desktop", "version": 1, "journal": []}', "utf-8")
    return {
        "add": ("--mood", "3"),
        "show": ("0",),
        "edit": ("0", "--mood", "3"),
        "delete": ("0",),
        "restore": ("0",),
        "quiz": ("list",),
        "export": (str(tmp_path / "out.md"),),
        "import": (str(export),),
        "passphrase": ("remove",),
        "wipe": ("days", "2026-01-01", "2026-12-31", "--backups", "--yes"),
    }.get(name, ())


# "open" is a window's other name.
@pytest.mark.parametrize("name", [command.name for command in cli.COMMANDS if command.name != "open"])
def test_no_command_imports_the_window(folder: Path, tmp_path: Path, name: str) -> None:
    modules = imported(folder, name, *_words_of(name, tmp_path))
    assert "attach_desktop.cli" in modules
    assert {module for module in modules if module.split(".")[0] in ("PySide6", "shiboken6")} == set()
    others = {f"attach_desktop.cli.{command.module}" for command in cli.COMMANDS if command.name != name}
    assert not modules & (others - {f"attach_desktop.cli.{_module_of(name)}"})


def _module_of(name: str) -> str:
    return next(command.module for command in cli.COMMANDS if command.name == name)


def test_listing_imports_nothing_that_it_does_not_need(folder: Path) -> None:
    assert not imported(folder, "list", "--limit", "1") & COSTLY


WITHOUT_QT = "import sys; sys.modules['PySide6'] = None; from attach_desktop.__main__ import main; sys.exit(main())"


def test_without_the_window_library_the_window_says_so_and_the_rest_works(folder: Path) -> None:
    def without_qt(*words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", WITHOUT_QT, "--data-dir", str(folder), *words]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)

    assert "first" in without_qt("list").stdout
    for words in ((), ("--demo",)):
        done = without_qt(*words)
        assert done.returncode == 1
        assert done.stderr.startswith("attach-desktop: The window cannot open")
        assert done.stderr.count("\n") == 1


def test_exit_codes_reach_the_shell(folder: Path, tmp_path: Path) -> None:
    for words, code in (
        (("list",), 0),
        (("--help",), 0),
        (("no-such-command",), 2),
        (("list", "--passphrase-file", str(tmp_path / "missing")), 3),
        (("add", "--mood", "6"), 5),
        (("import", str(tmp_path / "missing")), 7),
    ):
        done = run(folder, *words)
        assert done.returncode == code, words
        assert done.stderr.count("\n") == (1 if code else 0)


@pytest.mark.skipif(sys.platform == "win32", reason="arguments are bytes on POSIX alone")
def test_bytes_that_are_no_text_are_refused(folder: Path) -> None:
    command = [*(os.fsencode(word) for word in PROGRAM), b"--data-dir", os.fsencode(folder)]
    for words, code in (([b"add", b"--note", b"\xff\xfe"], 5), ([b"show", b"\xff"], 5), ([b"\xff"], 2)):
        done = subprocess.run([*command, *words], capture_output=True, check=False)
        assert done.returncode == code
        assert b"Traceback" not in done.stderr
        assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="pipes break otherwise there")
def test_a_reader_that_goes_away_is_no_reason_to_complain(folder: Path, tmp_path: Path) -> None:
    assert run(tmp_path / "many", "demo", "--entries", "2000").returncode == 0
    for words in (("list",), ("export", "-", "--format", "json")):
        with subprocess.Popen(
            [*PROGRAM, "--data-dir", str(tmp_path / "many"), *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full to write to")
@pytest.mark.parametrize("words", [("list",), ("--help",), ("export", "-", "--format", "csv")])
def test_output_that_cannot_be_written_is_told(folder: Path, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*PROGRAM, "--data-dir", str(folder), *words], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 7
    assert done.stderr.decode().startswith("attach-desktop: The disk is full.")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX")
def test_an_interruption_is_quiet_and_keeps_nothing(folder: Path) -> None:
    with subprocess.Popen(
        [*PROGRAM, "--data-dir", str(folder), "add", "--note", "-"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Shells let what they start in the background ignore it, and that is handed on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdin is not None
        # More than a pipe holds: once it is written, the program has begun to read.
        process.stdin.write(b"x" * 1_000_000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (130, b"")
    assert len(run(folder, "list").stdout.splitlines()) == 1


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_a_shell_without_a_language_shows_what_it_can(folder: Path, locale: str) -> None:
    environment = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    assert run(folder, "add", "--note", "世界", "--feeling", "żal").returncode == 0
    done = subprocess.run(
        [*PROGRAM, "--data-dir", str(folder), "list"], capture_output=True, env=environment, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.splitlines()) == 2
