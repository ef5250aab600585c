"""Every error of the database in this program's own terms, provoked for real."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from attach_desktop.errors import AttachError, InputRefusedError, StorageError, VaultDamagedError
from attach_desktop.vault.connection import Connection
from attach_desktop.vault.key import new_key
from tests.support import CHEAP_COSTS


def _words(connection: Connection) -> list[str]:
    return [row[0] for row in connection.rows("SELECT word FROM word ORDER BY word")]


def _add(connection: Connection, word: str) -> None:
    connection.run("INSERT INTO word VALUES (?, 1)", (word,))


def _raised(do: Callable[[], object]) -> AttachError:
    with pytest.raises(AttachError) as caught:
        do()
    return caught.value


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    error = _raised(lambda: Connection(tmp_path / "nothing.vault"))
    assert isinstance(error, StorageError)
    assert (error.key, error.details) == ("cannot-open", {"path": tmp_path / "nothing.vault"})
    assert list(tmp_path.iterdir()) == []


def test_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    assert _raised(lambda: Connection(tmp_path)).key == "cannot-open"


@pytest.mark.skipif(os.name != "posix", reason="file names are text on Windows")
def test_a_path_that_is_no_text(tmp_path: Path) -> None:
    assert isinstance(_raised(lambda: Connection(tmp_path / "jos\udce9")), AttachError)


@pytest.mark.parametrize(
    "content",
    [b"not a database at all, but a letter", b"\0" * 5000, b"SQLite format 3\0", b"SQLite format 3\0" + b"\xff" * 8000],
)
def test_a_file_that_is_not_a_database(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "letter.vault"
    file.write_bytes(content)
    error = _raised(lambda: Connection(file))
    assert isinstance(error, VaultDamagedError)
    assert error.key == "damaged"
    assert file.read_bytes() == content


def test_a_plain_file_opened_with_a_key(path: Path) -> None:
    assert isinstance(_raised(lambda: Connection(path, new_key("words", CHEAP_COSTS))), VaultDamagedError)


def test_a_table_that_is_missing_is_damage(connection: Connection) -> None:
    assert isinstance(_raised(lambda: connection.rows("SELECT * FROM record")), VaultDamagedError)


def test_text_that_is_no_text_any_more_is_damage(connection: Connection) -> None:
    connection.run("INSERT INTO word VALUES (CAST(x'c328' AS TEXT), 1)")
    for read in (connection.rows, connection.one, connection.run):
        with pytest.raises(VaultDamagedError):
            read("SELECT word FROM word")


def test_a_full_database(connection: Connection) -> None:
    connection.run("PRAGMA max_page_count=20")
    error = _raised(lambda: connection.run("INSERT INTO word VALUES (hex(zeroblob(1000000)), 1)"))
    assert isinstance(error, StorageError)
    assert error.key == "disk-full"
    _add(connection, "still fits")


def test_another_writer_at_the_same_time(connect: Callable[..., Connection]) -> None:
    one, other = connect(), connect()
    with one.transaction():
        _add(one, "a")
        error = _raised(lambda: _add(other, "b"))
        assert isinstance(error, StorageError)
        assert error.key == "busy"
    _add(other, "b")
    assert _words(one) == ["a", "b"]


def test_a_connection_for_reading_only(connect: Callable[..., Connection], connection: Connection) -> None:
    reader = connect(read_only=True)
    error = _raised(lambda: _add(reader, "a"))
    assert isinstance(error, StorageError)
    assert error.key == "read-only"
    assert _words(reader) == []


def test_an_identity_that_is_taken(connection: Connection) -> None:
    _add(connection, "a")
    error = _raised(lambda: _add(connection, "a"))
    assert isinstance(error, InputRefusedError)
    assert error.key == "id-taken"


@pytest.mark.parametrize(
    ("value", "key"),
    [("\ud800", "lone-surrogate"), (2**63, "too-big"), (-(2**63) - 1, "too-big"), (10**40, "too-big")],
)
def test_a_value_that_no_database_keeps(value: object, key: str, connection: Connection) -> None:
    error = _raised(lambda: connection.run("INSERT INTO word VALUES (?1, 1)", (value,)))
    assert isinstance(error, InputRefusedError)
    assert error.key == key


def test_what_is_too_long_for_a_database(connection: Connection) -> None:
    error = _raised(lambda: connection.run("SELECT zeroblob(2000000000)"))
    assert isinstance(error, InputRefusedError)
    assert error.key == "too-big"


def test_a_statement_that_was_stopped(connection: Connection) -> None:
    # The statement stops itself, as another thread would stop it: no timing, no waiting.
    def stop(*_: object) -> int:
        connection.interrupt()
        return 1

    connection._db.create_scalar_function("stop", stop, 0)
    endless = "WITH RECURSIVE n(i) AS (SELECT stop() UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    assert _raised(lambda: connection.one(endless)).key == "interrupted"
    assert connection.one("SELECT 1") == (1,)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only the superuser of Linux can mount a small disk")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder], check=False, capture_output=True
    )
    if mounted.returncode != 0:
        pytest.skip("this container may not mount a small disk")
    yield folder
    subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("keyed", [False, True])
def test_a_full_disk_loses_nothing(keyed: bool, small_disk: Path) -> None:
    file = small_disk / "full.vault"
    file.touch()
    connection = Connection(file, new_key("words", CHEAP_COSTS) if keyed else None)
    connection.run("PRAGMA journal_mode=WAL")
    connection.run("CREATE TABLE word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID")
    kept: list[str] = []

    def keep_on() -> None:
        for number in range(10_000):
            connection.run("INSERT INTO word VALUES (?)", (f"{number:04} {'silence ' * 100}",))
            kept.append(f"{number:04} {'silence ' * 100}")

    error = _raised(keep_on)
    assert isinstance(error, StorageError)
    assert error.key == "disk-full"
    assert kept
    assert _words(connection) == kept
    connection.close()
    again = Connection(file, connection.key)
    assert _words(again) == kept
    assert again.one("PRAGMA integrity_check") == ("ok",)
    again.close()


def test_a_full_disk_has_no_room_for_a_new_file(small_disk: Path) -> None:
    with suppress(OSError), (small_disk / "film").open("wb", buffering=0) as film:
        while film.write(b"\0" * 65_536):
            pass
    (small_disk / "new.vault").touch()
    connection = Connection(small_disk / "new.vault")
    error = _raised(lambda: connection.run("PRAGMA journal_mode=WAL"))
    connection.close()
    assert error.key == "disk-full"
