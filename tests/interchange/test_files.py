from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from attach_desktop.errors import InputRefusedError, StorageError
from attach_desktop.interchange.files import MAX_BYTES, beginning, read_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_is_read_with_and_without_a_mark(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "x"
    file.write_bytes("grüße\r\n👋".encode(encoding))
    assert read_text(file) == "grüße\r\n👋"
    assert beginning(file) == "grüße\r\n👋"


def test_other_encodings_are_refused_with_the_place(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_bytes("abcé".encode("latin-1"))
    with pytest.raises(InputRefusedError) as caught:
        read_text(file)
    assert caught.value.key == "not-utf-8"
    assert caught.value.details["position"] == 3
    assert beginning(file) == "abc\ufffd"


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"12345")
    assert read_text(file, 5) == "12345"
    with pytest.raises(InputRefusedError) as caught:
        read_text(file, 4)
    assert caught.value.key == "file-too-large"


def test_two_hundred_megabytes_are_refused_without_being_read_whole(tmp_path: Path) -> None:
    file = tmp_path / "x"
    with file.open("wb") as out:
        out.truncate(200_000_000)
    with pytest.raises(InputRefusedError) as caught:
        read_text(file)
    assert caught.value.key == "file-too-large"
    assert caught.value.details["limit"] == MAX_BYTES // 1024 // 1024 == 128


@pytest.mark.parametrize(("name", "key"), [("missing", "no-such-file"), ("", "cannot-read"), ("a\0b", "cannot-read")])
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, key: str) -> None:
    for read in (read_text, beginning):
        with pytest.raises(StorageError) as caught:
            read(tmp_path / name)
        assert caught.value.key == key


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a person without all rights")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_text("secret")
    file.chmod(0)
    with pytest.raises(StorageError):
        read_text(file)
