"""A second copy is whole or not there, and replaces only what has its own name."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from attach_desktop.vault.second_copy import copy_file


def test_a_copy_is_whole_and_the_owners_alone(tmp_path: Path) -> None:
    source, folder = tmp_path / "a.vault", tmp_path / "stick"
    folder.mkdir()
    source.write_bytes(b"x" * 3_000_000)
    (folder / "a.vault").write_bytes(b"older")
    copy_file(source, folder / "a.vault")
    assert (folder / "a.vault").read_bytes() == source.read_bytes()
    assert stat.S_IMODE((folder / "a.vault").stat().st_mode) == 0o600
    assert [file.name for file in folder.iterdir()] == ["a.vault"]


def test_a_folder_that_is_away_is_not_made(tmp_path: Path) -> None:
    source = tmp_path / "a.vault"
    source.write_bytes(b"x")
    with pytest.raises(OSError, match="No such file"):
        copy_file(source, tmp_path / "stick" / "a.vault")
    assert not (tmp_path / "stick").exists()


def test_a_source_that_is_away_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "a.vault").write_bytes(b"older")
    with pytest.raises(OSError, match="No such file"):
        copy_file(tmp_path / "gone", tmp_path / "a.vault")
    assert (tmp_path / "a.vault").read_bytes() == b"older"
    assert [file.name for file in tmp_path.iterdir()] == ["a.vault"]
