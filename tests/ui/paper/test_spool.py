from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from attach_desktop.ui.paper.spool import private_spool


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "runtime"
    made.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(made))
    return made


def test_jobs_wait_in_the_runtime_folder_and_go(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", "/somewhere")
    with private_spool() as spool:
        assert spool.parent == runtime
        assert stat.S_IMODE(spool.stat().st_mode) == 0o700
        assert os.environ["TMPDIR"] == str(spool)
        (spool / "job").write_text("private")
    assert list(runtime.iterdir()) == []
    assert os.environ["TMPDIR"] == "/somewhere"


def test_it_goes_also_where_printing_fails(runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TMPDIR", raising=False)

    def fail() -> None:
        with private_spool() as spool:
            (spool / "job").write_text("private")
            raise ValueError("no paper")

    with pytest.raises(ValueError, match="no paper"):
        fail()
    assert list(runtime.iterdir()) == []
    assert "TMPDIR" not in os.environ


@pytest.mark.parametrize("mode", [0o755, 0o500])
def test_a_folder_that_is_open_to_others_or_closed_to_us_is_not_taken(runtime: Path, mode: int) -> None:
    runtime.chmod(mode)
    if mode == 0o500 and os.access(runtime, os.W_OK):
        pytest.skip("nothing is closed to this user")
    with private_spool() as spool:
        assert spool.parent != runtime
        assert stat.S_IMODE(spool.stat().st_mode) == 0o700


@pytest.mark.parametrize("place", ["", "/does/not/exist"])
def test_without_one_it_waits_among_the_temporary_files(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", place)
    with private_spool() as spool:
        assert spool.is_dir()
    assert not spool.exists()
