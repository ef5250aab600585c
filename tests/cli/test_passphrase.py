"""Encrypted vaults on the command line: the passphrase comes from a file or a terminal, and is never guessed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Terminal
from tests.support import FixedClock

WORDS = "Grüße, 世界 and a blank "


@pytest.fixture(scope="session")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of an encrypted vault with one entry; deriving its key takes a third of a second."""
    folder = tmp_path_factory.mktemp("encrypted")
    (folder / "passphrase").write_text(WORDS + "\n", "utf-8")
    terminal = Terminal(folder / "data", FixedClock())
    added = terminal("add", "--note", "behind the lock", "--passphrase-file", str(folder / "passphrase"))
    assert added.code == 0, added.err
    return folder


@pytest.fixture
def encrypted(locked: Path, tmp_path: Path, clock: FixedClock) -> Terminal:
    """A terminal on a copy of it; the passphrase lies beside the data folder."""
    shutil.copytree(locked, tmp_path, dirs_exist_ok=True)
    return Terminal(tmp_path / "data", clock)


def test_a_new_vault_is_encrypted_with_the_passphrase_in_the_file(locked: Path) -> None:
    content = (locked / "data" / "attach.vault").read_bytes()
    assert not content.startswith(b"SQLite format 3")
    assert b"behind the lock" not in content


@pytest.mark.parametrize("ending", ["", "\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_passphrase_file_may_end_and_begin_as_editors_like_it(tmp_path: Path, mark: str, ending: str) -> None:
    from attach_desktop.cli.request import read_passphrase

    file = tmp_path / "passphrase"
    file.write_bytes(f"{mark}{WORDS}{ending}".encode())
    assert read_passphrase(str(file)) == WORDS


def test_only_the_last_line_break_is_taken_off(tmp_path: Path) -> None:
    from attach_desktop.cli.request import read_passphrase

    file = tmp_path / "passphrase"
    file.write_bytes(b"one\ntwo\n\n")
    assert read_passphrase(str(file)) == "one\ntwo\n"


def test_the_right_passphrase_opens_and_a_wrong_one_does_not(encrypted: Terminal) -> None:
    right = str(encrypted.folder.parent / "passphrase")
    assert "behind the lock" in encrypted("list", "--passphrase-file", right).out
    wrong = encrypted.folder.parent / "wrong"
    wrong.write_text(WORDS.strip(), "utf-8")
    before = (encrypted.folder / "attach.vault").read_bytes()
    refused = encrypted("list", "--passphrase-file", str(wrong))
    assert (refused.code, refused.out) == (3, "")
    assert "does not open the vault" in refused.err
    assert (encrypted.folder / "attach.vault").read_bytes() == before


def test_nobody_to_ask_is_told(encrypted: Terminal) -> None:
    refused = encrypted("list")
    assert refused.code == 3
    assert "--passphrase-file" in refused.err


def test_what_cannot_be_kept_is_told_before_the_passphrase_is_asked_for(encrypted: Terminal) -> None:
    assert encrypted("add", "--mood", "6").code == 5


@pytest.mark.parametrize("vault_is_there", [True, False])
@pytest.mark.parametrize(
    ("content", "code", "told"),
    [
        (None, 3, "There is no passphrase file"),
        (b"", 3, "is empty"),
        (b"\n", 3, "is empty"),
        (b"\xef\xbb\xbf\r\n", 3, "is empty"),
        (b"caf\xe9", 3, "UTF-8"),
        (b"a\0b", 3, "UTF-8"),
        (b"x" * 70_000, 3, "UTF-8"),
    ],
    ids=["missing", "empty", "blank line", "mark", "latin-1", "nul", "long"],
)
def test_a_passphrase_file_that_cannot_be_used_is_told_whether_or_not_it_is_needed(
    terminal: Terminal, tmp_path: Path, content: bytes | None, code: int, told: str, *, vault_is_there: bool
) -> None:
    file = tmp_path / "passphrase"
    if content is not None:
        file.write_bytes(content)
    if vault_is_there:
        terminal("list")
    refused = terminal("add", "--mood", "3", "--passphrase-file", str(file))
    assert (refused.code, refused.out) == (code, "")
    assert told in refused.err
    assert refused.err.count("\n") == 1
    assert (terminal.folder / "attach.vault").exists() is vault_is_there


def test_a_passphrase_file_that_may_not_be_read_is_a_matter_of_the_disk(terminal: Terminal, tmp_path: Path) -> None:
    refused = terminal("list", "--passphrase-file", str(tmp_path))  # a folder
    assert refused.code == 7
    assert "cannot be read" in refused.err


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX")
@pytest.mark.parametrize(
    ("typed", "code"), [(WORDS + "\n", 0), ("wrong\n", 3), ("\x04", 3)], ids=["right", "wrong", "end of input"]
)
def test_a_person_at_a_terminal_is_asked(encrypted: Terminal, typed: str, code: int) -> None:
    ours, theirs = os.openpty()
    try:
        with subprocess.Popen(
            [sys.executable, "-m", "attach_desktop", "--data-dir", str(encrypted.folder), "list"],
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        ) as process:
            assert process.stderr is not None
            asked = b""
            while not asked.endswith(b": "):
                asked += process.stderr.read(1)
            os.write(ours, typed.encode())
            out, err = process.communicate(timeout=30)
    finally:
        os.close(ours)
        os.close(theirs)
    assert process.returncode == code, err
    assert asked.decode() == "Passphrase of the vault: "
    assert (b"behind the lock" in out) is (code == 0)
    assert b"Traceback" not in err


def _file(encrypted: Terminal, name: str, words: str) -> str:
    file = encrypted.folder.parent / name
    file.write_text(words, "utf-8")
    return str(file)


def test_a_passphrase_is_set_changed_and_removed(terminal: Terminal) -> None:
    terminal.add("--note", "behind the lock")
    terminal("backup")
    first, second = _file(terminal, "first", "tulip lamp harbour"), _file(terminal, "second", WORDS)
    done = terminal("passphrase", "set", "--new-passphrase-file", first)
    assert done.code == 0, done.err
    code = done.lines[1]
    assert done.lines[3].startswith("Backups that are not encrypted: 2.")
    assert terminal("list").code == 3
    assert "behind the lock" in terminal("list", "--passphrase-file", first).out
    # The recovery code is taken in the place of the passphrase, as people type it.
    assert "behind the lock" in terminal("list", "--passphrase-file", _file(terminal, "code", code.lower())).out
    assert terminal("backups", "--delete-plain").out == "Backups deleted that were not encrypted: 2.\n"
    changed = terminal("passphrase", "change", "--passphrase-file", first, "--new-passphrase-file", second)
    assert changed.code == 0, changed.err
    assert changed.lines[1] != code
    assert terminal("list", "--passphrase-file", first).code == 3
    assert terminal("list", "--passphrase-file", _file(terminal, "code", code)).code == 3
    raw = b"".join(file.read_bytes() for file in terminal.folder.rglob("*") if file.is_file())
    assert b"behind the lock" not in raw
    (backup,) = terminal("backups", "--json").records
    assert (backup["reason"], backup["state"], backup["records"]) == ("before-passphrase", "locked", None)
    assert terminal("passphrase", "remove", "--passphrase-file", second).code == 0
    assert "behind the lock" in terminal("list").out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("change",), "has no passphrase"),
        (("remove",), "has no passphrase"),
        (("set",), "--new-passphrase-file"),
        (("wish",), "not understood"),
    ],
)
def test_what_cannot_be_done_with_a_plain_vault_is_told(terminal: Terminal, words: tuple[str, ...], told: str) -> None:
    terminal.add("--note", "open")
    refused = terminal("passphrase", *words)
    assert refused.code in (2, 3, 5)
    assert (refused.out, refused.err.count("\n")) == ("", 1)
    assert told in refused.err
    assert "open" in terminal("list").out


def test_a_vault_that_is_encrypted_is_not_set_again(encrypted: Terminal) -> None:
    right = str(encrypted.folder.parent / "passphrase")
    refused = encrypted("passphrase", "set", "--passphrase-file", right, "--new-passphrase-file", right)
    assert (refused.code, refused.out) == (5, "")
    assert "encrypted already" in refused.err


def _at_terminal(folder: Path, words: tuple[str, ...], answers: tuple[str, ...]) -> tuple[int, bytes, bytes]:
    """What a person sees who answers each question at a terminal."""
    ours, theirs = os.openpty()
    try:
        with subprocess.Popen(
            [sys.executable, "-m", "attach_desktop", "--data-dir", str(folder), *words],
            stdin=theirs,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        ) as process:
            assert process.stderr is not None
            asked = b""
            for answer in answers:
                while not asked.endswith(b": "):
                    asked += process.stderr.read(1)
                asked += b"\n"
                os.write(ours, f"{answer}\n".encode())
            out, err = process.communicate(timeout=30)
    finally:
        os.close(ours)
        os.close(theirs)
    return process.returncode, out, asked + err


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX")
def test_a_new_passphrase_is_typed_twice(terminal: Terminal) -> None:
    terminal.add("--note", "behind the lock")
    code, out, err = _at_terminal(terminal.folder, ("passphrase", "set"), ("tulip lamp", "tulip damp"))
    assert (code, out) == (5, b"")
    assert b"not the same" in err
    code, out, err = _at_terminal(terminal.folder, ("passphrase", "set"), ("tulip lamp", "tulip lamp"))
    assert code == 0, err
    assert b"tulip" not in out + err
    assert terminal("list", "--passphrase-file", _file(terminal, "words", "tulip lamp")).code == 0


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of POSIX")
def test_after_failures_there_is_a_pause_that_a_restart_does_not_shorten(encrypted: Terminal) -> None:
    for _ in range(2):
        code, _, err = _at_terminal(encrypted.folder, ("list",), ("wrong",))
        assert code == 3
    assert (encrypted.folder / "attach.vault.tries").exists()
    # Two failures: two seconds, less what starting took. Six more would be a minute; a file says so at once.
    (encrypted.folder / "attach.vault.tries").write_text('{"count": 9, "last": "2999-01-01T00:00:00Z"}')
    code, _, err = _at_terminal(encrypted.folder, ("list",), ())
    assert code == 3
    assert b"In 60 seconds" in err
    (encrypted.folder / "attach.vault.tries").unlink()
    code, out, _ = _at_terminal(encrypted.folder, ("list",), (WORDS,))
    assert (code, b"behind the lock" in out) == (0, True)
    assert not (encrypted.folder / "attach.vault.tries").exists()


def test_an_encrypted_backup_is_restored_with_its_passphrase_of_that_time(encrypted: Terminal) -> None:
    right, later = str(encrypted.folder.parent / "passphrase"), _file(encrypted, "later", "kettle moss")
    assert encrypted("backup", "--passphrase-file", right).code == 0
    (listed,) = encrypted("backups", "--json", "--passphrase-file", right).records
    assert (listed["encrypted"], listed["records"]) == (True, 1)
    changed = encrypted("passphrase", "change", "--passphrase-file", right, "--new-passphrase-file", later)
    assert changed.code == 0, changed.err
    encrypted("add", "--note", "after", "--passphrase-file", later)
    for words in ((), ("--passphrase-file", later)):
        refused = encrypted("restore", listed["name"], *words)
        assert (refused.code, refused.out) == (3, "")
    assert encrypted("restore", listed["name"], "--passphrase-file", right).code == 0
    assert len(encrypted("list", "--passphrase-file", right).lines) == 1
    # The vault from before is kept, with everything in it and with its own passphrase.
    (kept,) = encrypted.folder.glob("attach-*-before-restore.vault")
    assert encrypted("restore", str(kept), "--passphrase-file", later).code == 0
    assert len(encrypted("list", "--passphrase-file", later).lines) == 2


def test_second_copies_that_are_not_encrypted_are_told_of(terminal: Terminal, tmp_path: Path) -> None:
    from attach_desktop.changes import Changes
    from attach_desktop.vault.backups import COPY_FOLDER_SETTING
    from attach_desktop.vault.vault import Vault

    terminal.add("--note", "behind the lock")
    stick = tmp_path / "stick"
    stick.mkdir()
    vault = Vault.open(terminal.folder / "attach.vault", terminal.clock, Changes())
    vault.settings.set(COPY_FOLDER_SETTING, str(stick))
    vault.close()
    terminal("backup")
    words = _file(terminal, "words", "tulip lamp")
    done = terminal("passphrase", "set", "--new-passphrase-file", words, "--delete-plain-backups")
    assert done.lines[-2:] == [
        "Backups deleted that were not encrypted: 2.",
        f"The folder of your second copies, {stick}, holds 1 that are not encrypted. They are yours to delete.",
    ]
    assert len(list(stick.iterdir())) == 1
