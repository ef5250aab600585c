"""Reading a text file that a person hands in: not too large, in UTF-8 (or UTF-16 with its mark), readable at all."""

from __future__ import annotations

import codecs
from pathlib import Path

from attach_desktop.errors import InputRefusedError, StorageError

_MEBIBYTE = 1024 * 1024
#: Larger files are refused, in bytes: a hundred years of diary are some tens of mebibytes.
MAX_BYTES = 128 * _MEBIBYTE
_BEGINNING = 64 * 1024
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(path: Path, most: int = MAX_BYTES) -> str:
    """The text of a file of up to ``most`` bytes, without a byte order mark.

    Raises StorageError where it cannot be read, InputRefusedError where it is too large or not text.
    """
    # One byte more than allowed: a device or a pipe tells no size beforehand.
    raw = _read(path, most + 1)
    if len(raw) > most:
        raise InputRefusedError("file-too-large", path=path, limit=most // _MEBIBYTE)
    try:
        return raw.decode(_encoding(raw))
    except UnicodeDecodeError as error:
        raise InputRefusedError("not-utf-8", path=path, position=error.start) from error


def beginning(path: Path) -> str:
    """The first 64 KiB of a file as text, with signs of replacement where it is none. Raises StorageError."""
    raw = _read(path, _BEGINNING)
    return raw.decode(_encoding(raw), errors="replace")


def _read(path: Path, most: int) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError as error:
        raise StorageError("no-such-file", path=path) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = (error.strerror if isinstance(error, OSError) else None) or ""
        raise StorageError("cannot-read", path=path, reason=reason) from error


def _encoding(raw: bytes) -> str:
    # Redirecting the output of a command in older Windows shells makes UTF-16.
    return "utf-16" if raw.startswith(_UTF_16) else "utf-8-sig"
