from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path
from typing import TextIO

import pytest

from attach_desktop.errors import InputRefusedError, StorageError
from attach_desktop.interchange.progress import Cancelled
from attach_desktop.interchange.writing import refuse_vault, write_whole, write_whole_bytes

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions and devices")


def _hello(out: TextIO) -> None:
    out.write("grüße\r\n")


def _left(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_the_whole_file_is_written_as_it_is_given(tmp_path: Path) -> None:
    write_whole(tmp_path / "out.csv", _hello, "utf-8-sig")
    assert (tmp_path / "out.csv").read_bytes() == b"\xef\xbb\xbfgr\xc3\xbc\xc3\x9fe\r\n"
    assert _left(tmp_path) == ["out.csv"]


@posix
def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_text("old")
    target.chmod(0o644)
    write_whole(target, _hello)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.parametrize("error", [Cancelled(), KeyboardInterrupt(), ZeroDivisionError()])
def test_what_fails_half_way_leaves_the_old_file(tmp_path: Path, error: BaseException) -> None:
    target = tmp_path / "out"
    target.write_text("old")

    def fail(out: TextIO) -> None:
        out.write("half")
        raise error

    with pytest.raises(type(error)):
        write_whole(target, fail)
    assert target.read_text() == "old"
    assert _left(tmp_path) == ["out"]


@pytest.mark.parametrize(
    ("number", "key"),
    [(errno.ENOSPC, "disk-full"), (errno.EROFS, "read-only"), (errno.EACCES, "read-only"), (errno.EIO, "cannot-write")],
)
def test_errors_of_the_disk_are_told_apart(tmp_path: Path, number: int, key: str) -> None:
    def fail(out: TextIO) -> None:
        raise OSError(number, os.strerror(number))

    with pytest.raises(StorageError) as caught:
        write_whole(tmp_path / "out", fail)
    assert caught.value.key == key
    assert _left(tmp_path) == []


@pytest.mark.parametrize("name", ["no/such/folder", "", "a\0b", "x" * 400])
def test_places_that_cannot_be_written_are_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(StorageError) as caught:
        write_whole(tmp_path / name, _hello)
    assert caught.value.key == "cannot-write"
    assert _left(tmp_path) == []


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    write_whole(tmp_path / "link", _hello)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text("utf-8") == "grüße\n"


@posix
def test_a_device_is_written_to_and_stays(tmp_path: Path) -> None:
    write_whole(Path(os.devnull), _hello)
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_device_is_a_full_disk() -> None:
    with pytest.raises(StorageError) as caught:
        write_whole(Path("/dev/full"), _hello)
    assert caught.value.key == "disk-full"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a person without all rights")
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StorageError) as caught:
            write_whole(tmp_path / "out", _hello)
    finally:
        tmp_path.chmod(0o700)
    assert caught.value.key == "read-only"


@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
def test_the_vault_and_what_lies_beside_it_are_never_written_over(tmp_path: Path, ending: str) -> None:
    vault = tmp_path / "attach.vault"
    with pytest.raises(InputRefusedError) as caught:
        refuse_vault(tmp_path / "there" / ".." / f"attach.vault{ending}", vault)
    assert caught.value.key == "out-is-vault"
    refuse_vault(tmp_path / "attach.json", vault)


def test_bytes_are_written_as_whole_as_texts(tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    target.write_text("old")
    write_whole_bytes(target, b"%PDF\r\n\x00\xff")
    assert target.read_bytes() == b"%PDF\r\n\x00\xff"
    assert _left(tmp_path) == ["out.pdf"]
    with pytest.raises(StorageError):
        write_whole_bytes(tmp_path / "no" / "out.pdf", b"x")


@posix
def test_a_device_takes_bytes_too() -> None:
    write_whole_bytes(Path("/dev/null"), b"x")
    assert not Path("/dev/null").is_file()
