"""Where a person's files lie. The only user of appdirs."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from attach_desktop.errors import StorageError, UsageError

APP_NAME = "attach-desktop"
DATA_DIR_VARIABLE = "ATTACH_DESKTOP_DATA_DIR"
#: A file of this name beside the program says that records lie in a folder beside it, too (on a stick).
PORTABLE_MARKER = "attach-portable"
PORTABLE_FOLDER = "data"
_BASES = ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "HOME")


class Paths(NamedTuple):
    """The places of one person's files; every one of them is absolute."""

    data: Path
    log: Path
    #: Whether the folders are this program's own: nobody else has any business there, whatever they were before.
    own: bool = False

    @property
    def vault(self) -> Path:
        """The one file that holds every record."""
        return self.data / "attach.vault"

    @property
    def backups(self) -> Path:
        """The folder of the vault's backups."""
        return self.data / "backups"

    def make(self) -> None:
        """Create the folders, readable by their owner alone. Raises StorageError where that cannot be.

        One that is there already is made so as well if it is this program's own; any other, named by ``--data-dir``,
        keeps its rights: it may be one that others use.
        """
        for folder in (self.data, self.log):
            try:
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                if self.own and os.name == "posix" and folder.stat().st_mode & 0o777 != 0o700:
                    _make_private(folder)
            except OSError as error:
                raise StorageError("folder", path=folder, reason=error.strerror or "") from error


def _make_private(folder: Path) -> None:
    # The file systems of many sticks know no rights; that is no reason not to open what lies on them.
    with suppress(PermissionError, NotImplementedError):
        folder.chmod(0o700)


def find(data_dir: str | None, environment: dict[str, str], program: Path | None = None) -> Paths:
    """The places to use: ``--data-dir``, else ATTACH_DESKTOP_DATA_DIR, else the folder ``data`` beside the program
    where the marker file lies there, else the per-user folder of the platform.

    ``program`` is the folder that the program lies in, where that is not to be found out.
    """
    given = data_dir or environment.get(DATA_DIR_VARIABLE)
    if given:
        # Lone surrogates stand for bytes that are no text; SQLite takes names in UTF-8 alone.
        if "\0" in given or any("\ud800" <= sign <= "\udfff" for sign in given):
            raise UsageError("data-dir")
        try:
            data = Path(given).expanduser().absolute()
        except (RuntimeError, OSError) as error:  # ~somebody who is not here; a current folder that is gone
            raise UsageError("data-dir") from error
        return Paths(data=data, log=data / "log")
    beside = program or program_folder()
    if (beside / PORTABLE_MARKER).exists():
        data = beside / PORTABLE_FOLDER
        return Paths(data=data, log=data / "log", own=True)
    return _per_user()


def program_folder() -> Path:
    """The folder that the program lies in: its executable's in a frozen build (beside the bundle on macOS), else the
    one that holds the package (a checkout, or the folder that it was installed into).
    """
    if not getattr(sys, "frozen", False):
        return Path(__file__).absolute().parent.parent
    folder = Path(sys.executable).absolute().parent
    bundle = next((parent for parent in folder.parents if parent.suffix == ".app"), None)
    return folder if bundle is None else bundle.parent


def _per_user() -> Paths:
    # appdirs hands an empty or relative XDG value on as it is; records would then land in the current folder. The
    # XDG specification says to ignore such values, so they are taken away before it is asked. HOME="" would mean "/".
    for name in _BASES:
        if not Path(os.environ.get(name, "")).is_absolute():
            os.environ.pop(name, None)
    import appdirs

    data = Path(appdirs.user_data_dir(APP_NAME, appauthor=False))
    log = Path(appdirs.user_log_dir(APP_NAME, appauthor=False))
    for folder in (data, log):
        if not folder.is_absolute():
            raise StorageError("no-home")
    return Paths(data=data, log=log, own=True)
