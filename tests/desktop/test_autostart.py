from __future__ import annotations

import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

from attach_desktop.desktop.autostart import DesktopEntry, LaunchAgent, autostart, command
from attach_desktop.errors import StorageError

WORDS = ("/opt/a b/python", "-m", "attach_desktop", "--hidden")
#: Signs that mean something to a shell, a key file or a desktop entry.
HARD = ("/o p/py", 'a"b', "c$d`e", "f\\g", "100%", "ü", "--hidden")


@pytest.mark.parametrize("kind", [DesktopEntry, LaunchAgent])
def test_an_entry_is_written_once_read_and_removed(tmp_path: Path, kind: type[DesktopEntry | LaunchAgent]) -> None:
    folder = tmp_path / "not" / "yet"
    entry = kind(WORDS, folder)
    assert not entry.is_on()
    entry.turn_off()
    entry.turn_on()
    assert entry.is_on()
    before = entry.path.stat().st_mtime_ns
    entry.turn_on()
    assert entry.path.stat().st_mtime_ns == before
    assert [file.name for file in folder.iterdir()] == [entry.path.name]
    entry.turn_off()
    assert not entry.is_on()
    assert list(folder.iterdir()) == []


def test_an_entry_of_another_command_is_not_this_one_and_is_replaced(tmp_path: Path) -> None:
    DesktopEntry(("elsewhere",), tmp_path).turn_on()
    entry = DesktopEntry(WORDS, tmp_path)
    assert not entry.is_on()
    entry.turn_on()
    assert entry.is_on()


@pytest.mark.parametrize("words", [WORDS, HARD])
def test_a_desktop_entry_starts_exactly_this_command(tmp_path: Path, words: tuple[str, ...]) -> None:
    entry = DesktopEntry(words, tmp_path)
    lines = dict(line.split("=", 1) for line in entry.text().decode().splitlines()[1:])
    assert (lines["Type"], lines["Name"], lines["Terminal"]) == ("Application", "Attach", "false")
    assert _exec_words(lines["Exec"]) == list(words)


def _exec_words(value: str) -> list[str]:
    """The words of an Exec value, read as the Desktop Entry Specification says: key file, quotes, field codes."""
    text = value.replace("\\\\", "\\")
    words, word, inside, at = [], "", False, 0
    while at < len(text):
        sign = text[at]
        if inside and sign == "\\":
            at += 1
            word += text[at]
        elif sign == '"':
            if inside:
                words.append(word.replace("%%", "%"))
            word, inside = "", not inside
        elif inside:
            word += sign
        at += 1
    return words


def test_a_launch_agent_starts_exactly_this_command(tmp_path: Path) -> None:
    told = plistlib.loads(LaunchAgent(HARD, tmp_path).text())
    assert told["ProgramArguments"] == list(HARD)
    assert told["RunAtLoad"] is True


def test_where_it_cannot_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    entry = DesktopEntry(WORDS, tmp_path / "file")
    assert not entry.is_on()
    entry.turn_off()
    with pytest.raises(StorageError) as caught:
        entry.turn_on()
    assert caught.value.key == "autostart"


def test_the_command_starts_this_program_and_names_its_records(tmp_path: Path) -> None:
    words = command(tmp_path / "my records")
    assert words[-3:] == ["--data-dir", str(tmp_path / "my records"), "--hidden"]
    assert command()[-1] == "--hidden"
    version = subprocess.run([*command()[:-1], "paths"], capture_output=True, text=True, check=True)
    assert "attach" in version.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="the place differs")
def test_the_place_is_the_sessions(tmp_path: Path) -> None:
    home = str(tmp_path)
    for environment, folder in (
        ({"HOME": home}, tmp_path / ".config"),
        ({"HOME": home, "XDG_CONFIG_HOME": "relative"}, tmp_path / ".config"),
        ({"HOME": home, "XDG_CONFIG_HOME": f"{home}/c"}, tmp_path / "c"),
    ):
        entry = autostart(WORDS, environment)
        assert isinstance(entry, DesktopEntry)
        assert entry.path == folder / "autostart" / "attach-desktop.desktop"
