"""What a file held is written over before it goes; a copy under another name is left alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from attach_desktop.vault.shred import overwrite, shred

posix = pytest.mark.skipif(os.name != "posix", reason="an open file cannot be deleted elsewhere")


@posix
@pytest.mark.parametrize("size", [0, 1, 4096, (1 << 20) + 5])
def test_a_file_is_written_over_and_gone(size: int, tmp_path: Path) -> None:
    file = tmp_path / "letter"
    file.write_bytes(b"x" * size)
    reader = os.open(file, os.O_RDONLY)
    shred(file)
    assert os.pread(reader, size + 1, 0) == bytes(size)
    os.close(reader)
    assert not file.exists()


@posix
def test_another_name_keeps_what_it_holds(tmp_path: Path) -> None:
    file, second, link = tmp_path / "letter", tmp_path / "second", tmp_path / "link"
    file.write_bytes(b"words")
    os.link(file, second)
    link.symlink_to(second)
    shred(file)
    shred(link)
    assert second.read_bytes() == b"words"
    assert [one.name for one in tmp_path.iterdir()] == ["second"]


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        shred(tmp_path / "nothing")


def test_an_open_file_is_written_over_from_its_beginning(tmp_path: Path) -> None:
    file = tmp_path / "letter"
    file.write_bytes(b"words")
    opened = os.open(file, os.O_RDWR)
    os.lseek(opened, 3, os.SEEK_SET)
    overwrite(opened)
    os.close(opened)
    assert file.read_bytes() == bytes(5)
