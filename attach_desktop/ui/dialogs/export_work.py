"""The work behind the export dialog: records of some days into one file. No widgets: it runs in another thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TextIO

from attach_desktop.interchange.writing import refuse_vault, write_whole
from attach_desktop.journal.entry import JOURNAL
from attach_desktop.ui.dialogs.import_work import vault_beside
from attach_desktop.ui.jobs import Progress
from attach_desktop.vault.vault import Vault

#: The formats by their endings.
FORMATS = {"json": ".json", "csv": ".csv", "markdown": ".md"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to write: the format (a key of FORMATS) and the days from ``begin`` to ``end``, both included."""

    format: str
    begin: date | None = None
    end: date | None = None


def suggested_name(wanted: Wanted, today: date) -> str:
    """A file name that tells nothing but the day: it may lie in a folder that others see."""
    return f"export-{today.isoformat()}{FORMATS[wanted.format]}"


def write(vault: Vault, wanted: Wanted, path: Path, progress: Progress) -> Path:
    """Write the file, whole or not at all. Raises StorageError, InputRefusedError, or Cancelled if called off."""
    refuse_vault(path, vault.path)
    with vault_beside(vault) as beside:
        fill, encoding = _writer(beside, wanted, progress)
        write_whole(path, fill, encoding)
    return path


def _writer(vault: Vault, wanted: Wanted, progress: Progress) -> tuple[Callable[[TextIO], None], str]:
    days, step = (wanted.begin, wanted.end), progress.step
    if wanted.format == "csv":
        from attach_desktop.interchange import csv_format

        return (lambda out: csv_format.export_csv(vault, JOURNAL.name, out, *days, step)), csv_format.ENCODING
    if wanted.format == "markdown":
        from attach_desktop.interchange import markdown_format

        return (lambda out: markdown_format.export_markdown(vault, out, *days, step)), markdown_format.ENCODING
    from attach_desktop.interchange import json_format

    return (lambda out: json_format.export_json(vault, out, *days, step)), json_format.ENCODING
