"""Where a person's files lie. The traps: values of the environment that are empty or relative."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest

from attach_desktop import paths
from attach_desktop.errors import StorageError, UsageError
from attach_desktop.paths import DATA_DIR_VARIABLE, Paths

posix = pytest.mark.skipif(os.name != "posix", reason="rights of files are another matter on Windows")
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the XDG folders are a matter of Linux")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with no XDG variable set."""
    for name in list(os.environ):
        if name.startswith("XDG_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    return tmp_path


def test_the_option_wins_over_the_variable(tmp_path: Path) -> None:
    found = paths.find(str(tmp_path / "option"), {DATA_DIR_VARIABLE: str(tmp_path / "variable")})
    assert found.data == tmp_path / "option"
    assert found.log == tmp_path / "option" / "log"


@pytest.mark.parametrize("option", [None, ""])
def test_the_variable_wins_over_the_persons_folder(option: str | None, tmp_path: Path) -> None:
    assert paths.find(option, {DATA_DIR_VARIABLE: str(tmp_path)}).data == tmp_path


def test_a_relative_folder_is_taken_from_the_current_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.find("here", {}).vault == tmp_path / "here" / "attach.vault"


def test_a_tilde_is_the_home(home: Path) -> None:
    assert paths.find("~/diary", {}).backups == home / "diary" / "backups"


@pytest.mark.parametrize("given", ["with\0nul", "~nobody-of-this-name/diary"])
def test_a_folder_that_cannot_be_is_a_wrong_use(given: str) -> None:
    with pytest.raises(UsageError) as caught:
        paths.find(given, {})
    assert caught.value.key == "data-dir"


@posix
def test_a_current_folder_that_is_gone_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(UsageError):
        paths.find("here", {})


@linux
def test_without_anything_it_is_the_persons_data_folder(home: Path) -> None:
    found = paths.find(None, {})
    assert found.data == home / ".local" / "share" / "attach-desktop"
    assert found.log == home / ".cache" / "attach-desktop" / "log"


@linux
def test_an_absolute_xdg_folder_is_used(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert paths.find(None, {DATA_DIR_VARIABLE: ""}).data == tmp_path / "data" / "attach-desktop"


@linux
@pytest.mark.parametrize("value", ["", "relative", "./here", "~/tilde"])
def test_an_empty_or_relative_xdg_folder_is_left_out(value: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", value)
    monkeypatch.setenv("XDG_CACHE_HOME", value)
    found = paths.find(None, {})
    assert found.data == home / ".local" / "share" / "attach-desktop"
    assert found.log.is_relative_to(home)


@linux
@pytest.mark.parametrize("value", ["", "relative"])
def test_an_empty_or_relative_home_never_leads_to_the_root_or_the_current_folder(
    value: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pwd

    monkeypatch.setenv("HOME", value)
    of_the_account = Path(pwd.getpwuid(os.getuid()).pw_dir)
    assert paths.find(None, {}).data == of_the_account / ".local" / "share" / "attach-desktop"


@posix
def test_the_folders_are_the_owners_alone(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        Paths(data=tmp_path / "a" / "data", log=tmp_path / "a" / "log").make()
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "a" / "data").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "a" / "log").stat().st_mode) == 0o700


@posix
def test_a_folder_that_is_there_keeps_its_rights(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    Paths(data=shared, log=shared / "log").make()
    assert stat.S_IMODE(shared.stat().st_mode) == 0o1777


def test_making_them_twice_is_fine(tmp_path: Path) -> None:
    places = Paths(data=tmp_path / "data", log=tmp_path / "data" / "log")
    places.make()
    places.make()
    assert places.log.is_dir()


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(StorageError) as caught:
        Paths(data=tmp_path / "data", log=tmp_path / "log").make()
    assert caught.value.key == "folder"
    assert caught.value.details["path"] == tmp_path / "data"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The folder of a program on a stick, with the marker file."""
    folder = tmp_path / "stick"
    folder.mkdir()
    (folder / paths.PORTABLE_MARKER).touch()
    return folder


def test_a_marker_beside_the_program_keeps_records_beside_it(program: Path) -> None:
    found = paths.find(None, {}, program)
    assert found.data == program / "data"
    assert found.log.is_relative_to(found.data)
    assert found.backups.is_relative_to(found.data)


def test_a_folder_that_was_named_wins_over_the_marker(program: Path, tmp_path: Path) -> None:
    assert paths.find(str(tmp_path / "named"), {}, program).data == tmp_path / "named"
    assert paths.find(None, {DATA_DIR_VARIABLE: str(tmp_path / "named")}, program).data == tmp_path / "named"


def test_without_the_marker_the_folder_beside_the_program_is_left_alone(home: Path, program: Path) -> None:
    (program / paths.PORTABLE_MARKER).unlink()
    (program / "data").mkdir()
    assert paths.find(None, {}, program).data.is_relative_to(home)


def test_a_program_from_a_checkout_lies_in_it() -> None:
    assert (paths.program_folder() / "pyproject.toml").is_file()


@pytest.mark.parametrize(
    ("executable", "folder"),
    [("Attach/attach-desktop", "Attach"), ("Stick/Attach.app/Contents/MacOS/attach-desktop", "Stick")],
)
def test_a_frozen_program_lies_where_its_executable_is(
    executable: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / executable))
    assert paths.program_folder() == tmp_path / folder


@posix
def test_a_stick_that_knows_no_rights_is_used_all_the_same(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    (program / "data").mkdir(mode=0o755)
    monkeypatch.setattr(Path, "chmod", refuse)
    paths.find(None, {}, program).make()
    assert (program / "data" / "log").is_dir()


@posix
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
@pytest.mark.parametrize("there", [True, False])
def test_the_programs_own_folders_are_their_owners_alone_whatever_they_were(
    umask: int, there: bool, home: Path, tmp_path: Path
) -> None:
    found = paths.find(None, {}, tmp_path)
    before = os.umask(umask)
    try:
        if there:
            found.data.mkdir(parents=True)
            found.data.chmod(0o755)
        found.make()
    finally:
        os.umask(before)
    for folder in (found.data, found.log):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
