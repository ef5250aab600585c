"""Starting with the session, hidden: one entry in the place of each platform, written, read and removed exactly.

Sources: Desktop Application Autostart Specification and Desktop Entry Specification (Linux), the ``Run`` key of the
registry (Windows), launchd.plist(5) (macOS). Nothing is written but this one entry.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from attach_desktop.errors import StorageError

#: The option with which the program is started: no window until it is asked for.
HIDDEN = "--hidden"
_NAME = "attach-desktop"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


class Autostart(Protocol):
    """The entry of one platform."""

    def is_on(self) -> bool:
        """Whether the session starts the program, with exactly this command."""
        ...

    def turn_on(self) -> None:
        """Write the entry; once more changes nothing. Raises StorageError."""
        ...

    def turn_off(self) -> None:
        """Remove the entry; one that is not there is no trouble. Raises StorageError."""
        ...


def command(data_dir: Path | None = None) -> list[str]:
    """The command that starts this program hidden; ``data_dir`` where it was named on the command line."""
    frozen = getattr(sys, "frozen", False)
    start = [sys.executable] if frozen else [sys.executable, "-P", "-m", "attach_desktop"]
    return [*start, *(["--data-dir", str(data_dir)] if data_dir is not None else []), HIDDEN]


def autostart(words: Sequence[str], environment: Mapping[str, str]) -> Autostart:
    """The entry of this platform for the command ``words``."""
    if sys.platform == "win32":
        return RegistryEntry(words)
    home = Path(environment.get("HOME") or "~").expanduser()
    if sys.platform == "darwin":
        return LaunchAgent(words, home / "Library" / "LaunchAgents")
    config = environment.get("XDG_CONFIG_HOME", "")
    return DesktopEntry(words, (Path(config) if config.startswith("/") else home / ".config") / "autostart")


class _File:
    """An entry that is a file of its own."""

    def __init__(self, words: Sequence[str], path: Path) -> None:
        self._words, self.path = tuple(words), path

    def text(self) -> bytes:
        """What the file says."""
        raise NotImplementedError

    def is_on(self) -> bool:
        """Whether the file is there and says this command."""
        try:
            return self.path.read_bytes() == self.text()
        except OSError:
            return False

    def turn_on(self) -> None:
        """Write the file, all of it or nothing."""
        if self.is_on():
            return
        part = self.path.with_name(f"{self.path.name}.part")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(self.text())
            part.replace(self.path)
        except OSError as error:
            with suppress(OSError):
                part.unlink()
            raise StorageError("autostart", path=self.path) from error

    def turn_off(self) -> None:
        """Remove the file."""
        try:
            self.path.unlink(missing_ok=True)
        except NotADirectoryError:
            return
        except OSError as error:
            raise StorageError("autostart", path=self.path) from error


class DesktopEntry(_File):
    """Linux: a file in the session's autostart folder."""

    def __init__(self, words: Sequence[str], folder: Path) -> None:
        """``folder`` is ``autostart`` in the person's configuration."""
        super().__init__(words, folder / f"{_NAME}.desktop")

    def text(self) -> bytes:
        """A desktop entry. Its name is as neutral as it can be and still be found."""
        lines = ("[Desktop Entry]", "Type=Application", "Name=Attach", f"Exec={' '.join(map(_quoted, self._words))}")
        return ("\n".join((*lines, "Terminal=false", "X-GNOME-Autostart-enabled=true")) + "\n").encode()


def _quoted(word: str) -> str:
    """A word of Exec: quoted, with the signs escaped that mean something inside quotes, and for the key file again."""
    for sign in ("\\", '"', "`", "$"):
        word = word.replace(sign, f"\\{sign}")
    # The value is read as a string of the key file first, where a backslash escapes; "%" begins a field code.
    return '"' + word.replace("\\", "\\\\").replace("%", "%%") + '"'


class LaunchAgent(_File):
    """macOS: a property list in the person's LaunchAgents."""

    def __init__(self, words: Sequence[str], folder: Path) -> None:
        """``folder`` is the person's ``Library/LaunchAgents``."""
        super().__init__(words, folder / f"{_NAME}.plist")

    def text(self) -> bytes:
        """The property list."""
        import plistlib

        return plistlib.dumps(
            {"Label": _NAME, "ProgramArguments": list(self._words), "RunAtLoad": True, "ProcessType": "Interactive"}
        )


if sys.platform == "win32":
    import winreg

    class RegistryEntry:
        """Windows: a value of the person's ``Run`` key."""

        def __init__(self, words: Sequence[str]) -> None:
            """``words`` is the command."""
            import subprocess

            self._line = subprocess.list2cmdline(words)

        def is_on(self) -> bool:
            """Whether the value is there and says this command."""
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                    return bool(winreg.QueryValueEx(key, _NAME)[0] == self._line)
            except OSError:
                return False

        def turn_on(self) -> None:
            """Write the value."""
            try:
                with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                    winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, self._line)
            except OSError as error:
                raise StorageError("autostart", path=_RUN_KEY) from error

        def turn_off(self) -> None:
            """Remove the value."""
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY, 0, winreg.KEY_SET_VALUE) as key:
                    winreg.DeleteValue(key, _NAME)
            except FileNotFoundError:
                return
            except OSError as error:
                raise StorageError("autostart", path=_RUN_KEY) from error
