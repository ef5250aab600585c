"""The work behind the export dialog: records into one file. No widgets: it runs in another thread."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from attach_desktop.interchange.exports import FORMATS, Wanted, writer
from attach_desktop.interchange.writing import refuse_vault, write_whole
from attach_desktop.ui.jobs import Progress
from attach_desktop.vault.vault import Vault


def suggested_name(wanted: Wanted, today: date) -> str:
    """A file name that tells nothing but the day: it may lie in a folder that others see."""
    return f"export-{today.isoformat()}{FORMATS[wanted.format]}"


def write(vault: Vault, wanted: Wanted, path: Path, progress: Progress) -> Path:
    """Write the file, whole or not at all. Raises StorageError, InputRefusedError, or Cancelled if called off."""
    refuse_vault(path, vault.path)
    with vault.beside() as beside:
        file = writer(beside, wanted, progress.step)
        write_whole(path, file.fill, file.encoding)
    return path
