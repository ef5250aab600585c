"""Who has written into the file of an open vault: SQLite, here or in another process, or somebody else.

Real files and real processes; only the clock that dates files is the test's.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from attach_desktop.errors import StorageError
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.untouched import Trace, Untouched
from attach_desktop.vault.vault import Vault
from tests.architecture.tree import ROOT
from tests.support import Vaults
from tests.vault.notes import PASSPHRASE, Note, at, fill, kind

#: An hour before the present.
_AGO = 3600
#: Another process that commits and folds in for a while, as the command line may beside the window.
_WRITER = """
import sys
from pathlib import Path
from attach_desktop.vault.connection import Connection
connection = Connection(Path(sys.argv[1]))
connection.run("PRAGMA wal_autocheckpoint=7")
print("begun", flush=True)
for number in range(150):
    with connection.transaction():
        row = (f"draft-{number}", "2026-11-08T00:00:00Z", '"' + "x" * 9000 + '"')
        connection.run("INSERT INTO draft VALUES (?, ?, ?)", row)
    if number % 40 == 39:
        connection.fold_in()
connection.close()
"""


@pytest.fixture
def settled(vault_factory: Vaults) -> Callable[..., Vault]:
    """Opens a vault with twelve records whose file was last written an hour ago, as most are when they are opened."""

    def opened(passphrase: str | None = None) -> Vault:
        vault = vault_factory("attach.vault", passphrase)
        fill(vault)
        vault.close()
        then = os.stat(vault.path).st_mtime - _AGO  # noqa: PTH116
        os.utime(vault.path, (then, then))
        return vault_factory("attach.vault", passphrase)

    return opened


def add(vault: Vault, text: str = "one more") -> None:
    RecordStore(vault, kind()).add(Note(at(), text))


def overwrite(path: Path) -> None:
    """Other bytes in the place of some, from the middle on."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        file.write(b"\xa5" * 512)


def truncate(path: Path) -> None:
    os.truncate(path, 0)


def append(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"\xa5" * 512)


both = pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
each_way = pytest.mark.parametrize("write", [overwrite, truncate, append])


# -- somebody else -----------------------------------------------------------------------------------------------------


@both
@each_way
@pytest.mark.parametrize("written_before", [True, False])
def test_it_is_noticed_before_the_next_write_and_never_written_over(
    settled: Callable[..., Vault], passphrase: str | None, write: Callable[[Path], None], written_before: bool
) -> None:
    vault = settled(passphrase)
    if written_before:
        add(vault)
    write(vault.path)
    outside = vault.path.read_bytes()
    for _ in range(2):
        with pytest.raises(StorageError) as caught:
            add(vault)
        assert caught.value.key == "vault-overwritten"
    vault.connection.fold_in()
    vault.close()
    assert vault.path.read_bytes() == outside
    # Nothing that the next one to open it would play into it.
    assert not vault.path.with_name("attach.vault-wal").exists()


def test_a_draft_that_is_let_go_of_is_a_write_as_well(settled: Callable[..., Vault]) -> None:
    vault = settled()
    overwrite(vault.path)
    with pytest.raises(StorageError) as caught:
        vault.drafts.drop("journal")
    assert caught.value.key == "vault-overwritten"


def test_what_is_written_while_a_transaction_is_open_is_noticed_after_it(settled: Callable[..., Vault]) -> None:
    vault = settled()
    with vault.connection.transaction():
        vault.connection.run("DELETE FROM draft")
        overwrite(vault.path)
    assert not vault.connection.in_place
    assert vault.connection.overwritten


# -- SQLite ------------------------------------------------------------------------------------------------------------


def test_our_own_writing_and_folding_in_is_none_of_it(settled: Callable[..., Vault]) -> None:
    vault = settled()
    before = vault.path.stat().st_mtime_ns
    for number in range(3):
        add(vault)
        vault.connection.fold_in()
        assert vault.connection.in_place, number
    vault.connection.run("VACUUM")
    vault.connection.run("PRAGMA wal_autocheckpoint=1")
    add(vault)
    assert vault.connection.in_place
    assert vault.path.stat().st_mtime_ns != before


@both
def test_another_window_may_write_and_fold_in_at_any_time(
    settled: Callable[..., Vault], vault_factory: Vaults, passphrase: str | None
) -> None:
    vault = settled(passphrase)
    other = vault_factory("attach.vault", passphrase)
    add(other)
    assert vault.connection.in_place
    other.connection.fold_in()
    assert vault.connection.in_place
    add(vault)
    other.connection.fold_in()
    add(vault)
    other.connection.run("VACUUM")
    other.connection.fold_in()
    add(vault)
    assert vault.connection.in_place
    assert other.connection.in_place
    assert RecordStore(vault, kind()).count() == RecordStore(other, kind()).count()


def test_another_process_that_writes_all_the_time_raises_no_alarm(settled: Callable[..., Vault]) -> None:
    vault = settled()
    looks = 0
    with subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(vault.path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "begun\n"
        while writer.poll() is None:
            assert vault.connection.in_place
            looks += 1
            if looks % 50 == 0:
                vault.settings.set("looks", looks)
        assert writer.returncode == 0
    assert looks > 50
    assert vault.connection.in_place
    row = vault.connection.one("SELECT count(*) FROM draft")
    assert row is not None
    assert row[0] >= 150


# -- in doubt ----------------------------------------------------------------------------------------------------------


class Watched:
    """A file, what SQLite says of it, and the clock that dates it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.trace: Trace | None = Trace(5, 0, 2)
        self.clock = 10_000_000_000
        self.write(1)
        self.watch = Untouched(path, lambda: self.trace, lambda: self.clock)

    def write(self, seconds: int) -> None:
        """Change the file, so many seconds after the beginning of time."""
        with self.path.open("ab") as file:
            file.write(b"x")
        os.utime(self.path, (seconds, seconds))


@pytest.fixture
def watched(tmp_path: Path) -> Watched:
    return Watched(tmp_path / "file")


def test_a_change_without_a_trace_is_somebody_else_and_stays_so(watched: Watched) -> None:
    assert watched.watch.look()
    watched.write(9)
    assert not watched.watch.look()
    watched.trace = Trace(5, 5, 3)
    assert not watched.watch.look()


@pytest.mark.parametrize("trace", [Trace(5, 3, 2), Trace(5, 0, 3), Trace(0, 0, 2), Trace(2, 0, 2)])
def test_a_change_with_a_trace_is_sqlite(watched: Watched, trace: Trace) -> None:
    watched.write(9)
    watched.trace = trace
    assert watched.watch.look()


def test_a_longer_log_alone_is_no_trace_of_folding_in(watched: Watched) -> None:
    watched.write(9)
    watched.trace = Trace(9, 0, 2)
    assert not watched.watch.look()


def test_shortly_after_a_folding_in_it_says_nothing_and_later_it_does(watched: Watched) -> None:
    watched.write(9)
    watched.trace = Trace(5, 5, 2)
    assert watched.watch.look()
    # Another process is in the middle of it: the file changes again, and the trace comes last.
    watched.write(10)
    assert watched.watch.look()
    watched.clock = 20_000_000_000
    assert watched.watch.look()
    watched.write(15)
    assert not watched.watch.look()


def test_a_file_that_cannot_be_read_any_more_is_no_trace_of_folding_in(watched: Watched) -> None:
    watched.write(9)
    watched.trace = Trace(5, 0, None)
    assert not watched.watch.look()


def test_where_sqlite_cannot_be_asked_it_waits(watched: Watched) -> None:
    watched.write(9)
    watched.trace = None
    assert watched.watch.look()
    watched.trace = Trace(5, 0, 2)
    assert not watched.watch.look()


def test_a_file_that_is_gone_was_not_written_into(watched: Watched) -> None:
    watched.path.unlink()
    assert watched.watch.look()
