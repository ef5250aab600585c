"""Copies a finished backup into another folder: whole, on disk, and under its name only then."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from attach_desktop.vault.copying import sync, sync_folder


def copy_file(source: Path, target: Path) -> None:
    """Copy ``source`` to ``target``, replacing what is there. Raises OSError; then there is no half file.

    The folder is not made: where a stick is not in, its folder on the main disk would be the wrong place.
    """
    temporary = target.with_name(f"{target.name}.part")
    try:
        with source.open("rb") as reading, open(temporary, "wb", opener=_private) as writing:
            shutil.copyfileobj(reading, writing, 1 << 20)
        sync(temporary)
        if temporary.stat().st_size != source.stat().st_size:
            raise OSError("the copy is shorter than what was copied")
        temporary.replace(target)
        with suppress(OSError):  # not every network folder can do that
            sync_folder(target.parent)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)
