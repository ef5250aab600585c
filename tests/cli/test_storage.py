"""What the disk and other programs can do to a vault: each gets its clear error, and nothing that was kept is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from attach_desktop.vault import connection
from tests.cli.conftest import Outcome, Terminal

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def _mounted(folder: Path, options: str) -> Iterator[Path]:
    """A small file system of its own in ``folder``, where this user may make one."""
    if not AS_ROOT or sys.platform != "linux" or shutil.which("mount") is None:
        pytest.skip("only root on Linux can make a small file system to fill or to lock")
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], capture_output=True, check=False)
    if made.returncode:
        pytest.skip(f"a small file system cannot be made here: {made.stderr.decode().strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 700 KiB."""
    yield from _mounted(tmp_path / "disk", "size=700k")


@pytest.fixture
def lockable_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk that can be made read-only."""
    yield from _mounted(tmp_path / "disk", "size=4m")


def _only_complains(outcome: Outcome, code: int, told: str) -> None:
    assert (outcome.code, outcome.out) == (code, "")
    assert told in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize("words", [("list",), ("add", "--mood", "3"), ("check",)])
def test_a_file_in_the_place_of_the_folder_is_told(terminal: Terminal, words: tuple[str, ...]) -> None:
    terminal.folder.write_text("not a folder", "utf-8")
    _only_complains(terminal(*words), 7, "cannot be made or used")
    assert terminal.folder.read_text("utf-8") == "not a folder"


def test_a_folder_in_the_place_of_the_vault_is_told(terminal: Terminal) -> None:
    (terminal.folder / "attach.vault").mkdir(parents=True)
    _only_complains(terminal("list"), 7, "cannot be opened")


@pytest.mark.skipif(AS_ROOT or sys.platform == "win32", reason="root may write everywhere; see the read-only disk")
@pytest.mark.parametrize("vault_is_there", [True, False])
def test_a_folder_that_may_not_be_written_is_told(terminal: Terminal, *, vault_is_there: bool) -> None:
    if vault_is_there:
        terminal.add("--note", "safe")
        (terminal.folder / "attach.vault").chmod(0o400)
    else:
        terminal.folder.mkdir()
    terminal.folder.chmod(0o500)
    try:
        outcome = terminal("add", "--mood", "3")
        assert (outcome.code, outcome.out) == (7, "")
        assert outcome.err.count("\n") == 1
    finally:
        terminal.folder.chmod(0o700)


@pytest.mark.parametrize("vault_is_there", [True, False])
def test_a_read_only_disk_is_told(lockable_disk: Path, terminal: Terminal, *, vault_is_there: bool) -> None:
    terminal.folder = lockable_disk / "data"
    if vault_is_there:
        terminal.add("--note", "safe")
    subprocess.run(["mount", "-o", "remount,ro", lockable_disk], check=True)
    for words in (("add", "--mood", "3"), ("export", str(lockable_disk / "out.json"))):
        outcome = terminal(*words)
        assert (outcome.code, outcome.out) == (7, "")
        assert outcome.err.count("\n") == 1
    subprocess.run(["mount", "-o", "remount,rw", lockable_disk], check=True)
    assert len(terminal("list").lines) == (1 if vault_is_there else 0)


def test_a_full_disk_is_told_and_everything_acknowledged_is_there(small_disk: Path, terminal: Terminal) -> None:
    terminal.folder = small_disk / "data"
    kept: list[str] = []
    while True:
        added = terminal("add", "--note", "word " * 2000)
        if added.code:
            break
        kept.append(added.out.strip())
    _only_complains(added, 7, "")
    assert kept
    full = terminal("export", str(small_disk / "out.json"))
    assert full.code == 7
    assert not (small_disk / "out.json").exists()
    assert {record["id"] for record in terminal("list", "--json").records} >= set(kept)
    assert terminal("check").code == 0
    # Room again: it goes on.
    subprocess.run(["mount", "-o", "remount,size=4m", small_disk], check=True)
    terminal.add("--note", "word " * 2000)
    assert len(terminal("list").lines) >= len(kept) + 1


def test_processes_that_write_at_once_all_have_their_entries_kept(terminal: Terminal) -> None:
    terminal.add("--mood", "3")
    command = [sys.executable, "-m", "attach_desktop", "--data-dir", str(terminal.folder), "add", "--note"]
    running = [
        subprocess.Popen([*command, f"from {number}"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for number in range(6)
    ]
    told = [process.communicate(timeout=60) for process in running]
    assert [process.returncode for process in running] == [0] * 6
    kept = {record["id"] for record in terminal("list", "--json").records}
    assert {out.decode().strip() for out, _ in told} < kept
    assert len(kept) == 7


def test_two_processes_that_make_a_vault_at_once_make_one(terminal: Terminal) -> None:
    command = [sys.executable, "-m", "attach_desktop", "--data-dir", str(terminal.folder), "add", "--note", "first"]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(4)]
    told = [process.communicate(timeout=60) for process in running]
    assert [process.returncode for process in running] == [0] * 4, [err for _, err in told]
    assert len(terminal("list").lines) == 4


def test_a_vault_that_another_program_holds_can_be_read_and_is_told_to_be_busy(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "BUSY_MILLISECONDS", 50)  # a person waits five seconds, a test need not
    terminal.add("--note", "safe")
    other = apsw.Connection(str(terminal.folder / "attach.vault"))
    other.execute("BEGIN IMMEDIATE")
    try:
        assert "safe" in terminal("list").out
        _only_complains(terminal("add", "--mood", "3"), 7, "held the vault for too long")
    finally:
        other.execute("ROLLBACK")
        other.close()
    terminal.add("--mood", "3")


def test_a_vault_of_a_newer_version_is_left_as_it_is(terminal: Terminal) -> None:
    terminal.add("--note", "from the future")
    vault = terminal.folder / "attach.vault"
    other = apsw.Connection(str(vault))
    other.execute("PRAGMA user_version = 99")
    other.close()
    before = vault.read_bytes()
    for words in (("list",), ("add", "--mood", "3"), ("check",)):
        _only_complains(terminal(*words), 6, "newer version")
    assert vault.read_bytes() == before


def _garbage(vault: Path) -> None:
    vault.write_bytes(b"Dear diary, this is a text file.\n" * 500)


def _short(vault: Path) -> None:
    vault.write_bytes(b"SQLite format 3\0")


def _of_another_program(vault: Path) -> None:
    vault.unlink(missing_ok=True)
    other = apsw.Connection(str(vault))
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.close()


@pytest.mark.parametrize("make", [_garbage, _short, _of_another_program])
def test_a_file_that_is_no_vault_is_left_as_it_is(terminal: Terminal, make: object) -> None:
    assert callable(make)
    terminal.folder.mkdir()
    vault = terminal.folder / "attach.vault"
    make(vault)
    before = vault.read_bytes()
    for words in (("list",), ("add", "--mood", "3"), ("check",)):
        _only_complains(terminal(*words), 4, "attach.vault is ")
    assert vault.read_bytes() == before


@pytest.mark.parametrize("damage", ["middle", "cut"])
def test_a_damaged_vault_is_told_to_be_one(terminal: Terminal, damage: str) -> None:
    assert terminal("demo", "--entries", "300").code == 0
    vault = terminal.folder / "attach.vault"
    content = bytearray(vault.read_bytes())
    if damage == "middle":
        half = len(content) // 2 // 4096 * 4096
        content[half : half + 40_960] = b"\xaa" * 40_960
    else:
        del content[len(content) // 2 // 4096 * 4096 :]
    vault.write_bytes(content)
    outcome = terminal("check")
    assert (outcome.code, outcome.out) == (4, "")
    assert outcome.err.count("\n") == 1
    assert vault.read_bytes() == content
