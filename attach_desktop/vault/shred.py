"""Writes over what a file held before it goes, as far as the disk does so in place.

A disk that keeps older pieces elsewhere (solid-state disks, file systems with copies) keeps them all the same.
"""

from __future__ import annotations

import os
from pathlib import Path

_PIECE = 1 << 20


def shred(file: Path) -> None:
    """Write over ``file`` and delete it. What has another name, too, is somebody's copy: only this name goes then.

    Raises OSError where it cannot be written or deleted, FileNotFoundError where there is none.
    """
    found = file.lstat()
    if found.st_nlink == 1 and not file.is_symlink() and found.st_size:
        opened = os.open(file, os.O_RDWR | getattr(os, "O_BINARY", 0))
        try:
            overwrite(opened)
        finally:
            os.close(opened)
    file.unlink()


def overwrite(opened: int) -> None:
    """Write zeros over all of an open file, on disk when this returns."""
    size = os.fstat(opened).st_size
    os.lseek(opened, 0, os.SEEK_SET)
    for at in range(0, size, _PIECE):
        os.write(opened, bytes(min(_PIECE, size - at)))
    os.fsync(opened)
