"""The work behind the rescue page; what comes of it is tested there, on real files."""

from __future__ import annotations

from pathlib import Path

from attach_desktop.ui.locking import rescue_work
from attach_desktop.ui.locking.door import Door
from tests.support import FixedClock


def test_a_file_that_is_no_vault_gives_nothing(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "attach.vault"
    path.write_bytes(b"not a vault at all")
    assert rescue_work.look(Door(path, clock), None) == rescue_work.Found(None, None, None)
    assert [file.name for file in tmp_path.iterdir()] == ["attach.vault"]


def test_beginning_anew_sets_the_file_aside(tmp_path: Path, clock: FixedClock) -> None:
    path = tmp_path / "attach.vault"
    path.write_bytes(b"not a vault at all")
    vault = rescue_work.begin_anew(Door(path, clock), rescue_work.Found(None, None, None))
    assert vault.empty
    vault.close()
    assert b"not a vault at all" in [file.read_bytes() for file in tmp_path.iterdir()]
