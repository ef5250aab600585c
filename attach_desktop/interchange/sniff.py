"""Recognises a file by what is in it, never by its name."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from attach_desktop.errors import InputRefusedError
from attach_desktop.interchange import table
from attach_desktop.interchange.csv_format import kind_of
from attach_desktop.interchange.daylio_csv import is_daylio
from attach_desktop.interchange.files import beginning

Format = Literal["json", "csv", "daylio-csv"]


def recognise(path: Path) -> Format:
    """What kind of file this is. Any JSON counts as ours: its reader says best what is wrong with it.

    Raises StorageError where the file cannot be read, InputRefusedError where nothing here reads it.
    """
    text = beginning(path)
    if text.lstrip().startswith(("{", "[")):
        return "json"
    header = next(table.rows(text), None)
    if header is not None:
        if is_daylio(header.cells):
            return "daylio-csv"
        if kind_of(header.cells) is not None:
            return "csv"
    raise InputRefusedError("file-unrecognised", path=path)
