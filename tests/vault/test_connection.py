"""One connection: what it promises, its transactions and snapshots."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from attach_desktop.errors import InputRefusedError, StorageError
from attach_desktop.vault.connection import Connection


def _words(connection: Connection) -> list[str]:
    return [row[0] for row in connection.rows("SELECT word FROM word ORDER BY word")]


def _add(connection: Connection, word: str) -> None:
    connection.run("INSERT INTO word VALUES (?, 1)", (word,))


# -- reading and writing -----------------------------------------------------------------------------------------------


def test_every_commit_is_on_disk_and_the_memory_is_wiped(connection: Connection) -> None:
    assert connection.one("PRAGMA synchronous") == (2,)  # FULL
    assert connection.one("PRAGMA journal_mode") == ("wal",)
    assert connection.one("PRAGMA secure_delete") == (1,)
    assert connection.one("PRAGMA temp_store") == (2,)  # MEMORY


def test_rows_one_and_run(connection: Connection) -> None:
    assert connection.one("SELECT * FROM word") is None
    assert connection.run("INSERT INTO word VALUES ('a', 1), ('b', 2)") == 2
    connection.run_many("INSERT INTO word VALUES (?, ?)", [("c", 3), ("d", 4)])
    assert connection.rows("SELECT word, n FROM word WHERE n > ? ORDER BY n", (2,)) == [("c", 3), ("d", 4)]
    assert connection.one("SELECT word FROM word ORDER BY n DESC") == ("d",)
    assert connection.run("UPDATE word SET n = 0 WHERE n > 1") == 3
    assert connection.run("DELETE FROM word WHERE n > 5") == 0


# -- transactions ------------------------------------------------------------------------------------------------------


def test_a_transaction_is_seen_by_others_only_when_it_is_whole(connect: Callable[..., Connection]) -> None:
    one, other = connect(), connect()
    with one.transaction():
        _add(one, "a")
        assert _words(other) == []
        _add(one, "b")
    assert _words(other) == ["a", "b"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, StorageError])
def test_a_transaction_that_fails_leaves_nothing(error: type[BaseException], connection: Connection) -> None:
    def fail() -> None:
        with connection.transaction():
            _add(connection, "a")
            raise error("some-key")

    with pytest.raises(error):
        fail()
    assert _words(connection) == []
    with connection.transaction():
        _add(connection, "b")
    assert _words(connection) == ["b"]


def test_an_inner_transaction_joins_the_outer_one(connect: Callable[..., Connection]) -> None:
    one, other = connect(), connect()
    with one.transaction():
        with one.transaction():
            _add(one, "a")
        assert _words(other) == []
    assert _words(other) == ["a"]


def test_half_of_an_inner_transaction_is_not_kept_where_the_outer_one_goes_on(connection: Connection) -> None:
    def half() -> None:
        with connection.transaction():
            connection.run("DELETE FROM word")
            raise ValueError("in the middle")

    def swallow() -> None:
        with connection.transaction():
            with suppress(ValueError):
                half()
            with connection.transaction():
                _add(connection, "more")

    _add(connection, "a")
    with pytest.raises(ValueError, match="in the middle"):
        swallow()
    assert _words(connection) == ["a"]
    with connection.transaction():
        _add(connection, "b")
    assert _words(connection) == ["a", "b"]


def test_an_outer_transaction_that_ends_after_a_spoilt_inner_one_fails_too(connection: Connection) -> None:
    def half() -> None:
        with connection.transaction():
            _add(connection, "half")
            raise ValueError("in the middle")

    def swallow() -> None:
        with connection.transaction(), suppress(ValueError):
            half()

    with pytest.raises(ValueError, match="in the middle"):
        swallow()
    assert _words(connection) == []


def test_an_inner_transaction_that_fails_before_it_wrote_does_no_harm(connection: Connection) -> None:
    def refused() -> None:
        with connection.transaction():
            raise InputRefusedError("no-such-record")

    with connection.transaction():
        _add(connection, "a")
        with suppress(InputRefusedError):
            refused()
    assert _words(connection) == ["a"]


def test_what_comes_after_a_full_disk_is_not_kept_without_what_came_before(connection: Connection) -> None:
    def fill() -> None:
        with connection.transaction():
            connection.run("INSERT INTO word VALUES (hex(zeroblob(1000000)), 1)")

    def go_on() -> None:
        with connection.transaction():
            _add(connection, "before")
            with suppress(StorageError):
                fill()
            with connection.transaction():
                _add(connection, "after")

    connection.run("PRAGMA max_page_count=20")
    with pytest.raises(StorageError):
        go_on()
    assert _words(connection) == []


def test_a_snapshot_sees_one_state_while_others_write(connect: Callable[..., Connection]) -> None:
    reader, writer = connect(), connect()
    with reader.snapshot():
        assert _words(reader) == []
        _add(writer, "a")
        assert _words(reader) == []
    assert _words(reader) == ["a"]


def test_a_snapshot_inside_a_transaction_sees_what_that_wrote(connection: Connection) -> None:
    with connection.transaction():
        _add(connection, "a")
        with connection.snapshot():
            assert _words(connection) == ["a"]
        _add(connection, "b")
    assert _words(connection) == ["a", "b"]


def test_more_of_the_file_is_kept_at_hand(connection: Connection) -> None:
    connection.keep_at_hand(8192)
    assert connection.one("PRAGMA cache_size") == (-8192,)


def test_folding_in_leaves_nothing_in_the_log(connection: Connection, path: Path) -> None:
    _add(connection, "a")
    log = path.with_name("small.db-wal")
    assert log.stat().st_size > 0
    with connection.transaction():
        connection.fold_in()
        _add(connection, "b")
    connection.fold_in()
    assert log.stat().st_size == 0
    assert _words(connection) == ["a", "b"]


def test_folding_in_while_someone_reads_is_no_error(connect: Callable[..., Connection]) -> None:
    reader, writer = connect(), connect()
    with reader.snapshot():
        _words(reader)
        _add(writer, "a")
        writer.fold_in()
    assert _words(reader) == ["a"]
