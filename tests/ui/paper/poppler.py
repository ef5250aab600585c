"""What other programs make of a PDF: its text, its properties, its pictures, as the tools of poppler tell."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None or shutil.which("pdftoppm") is None,
    reason="not installed: poppler-utils (.ci/setup.sh dev installs it)",
)


def text_of(data: bytes, *, marks: str = "", raw: bool = False) -> str:
    """The text of a PDF, composed (NFC), which has to be without fault to the tool.

    In place of the ``marks`` of direction that the tool puts around words, it has those given. ``raw`` text comes in
    the order in which it was drawn, not as the tool thinks that columns are read.
    """
    command = ["pdftotext", "-enc", "UTF-8", *(["-raw"] if raw else []), "-", "-"]
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    assert done.stderr == b"", done.stderr
    return re.sub("[\u200e\u200f\u202a-\u202e]", marks, unicodedata.normalize("NFC", done.stdout.decode()))


def picture_of(data: bytes, folder: Path, resolution: int = 60) -> bytes:
    """The pages in grey, one below the other, as raw lightness."""
    path = folder / "pages.pdf"
    path.write_bytes(data)
    command = ["pdftoppm", "-gray", "-r", str(resolution), str(path), str(folder / "page")]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stderr == b"", done.stderr
    return b"".join(file.read_bytes() for file in sorted(folder.glob("page*.pgm")))


def info_of(data: bytes) -> dict[str, str]:
    """The properties of a PDF."""
    done = subprocess.run(["pdfinfo", "-"], input=data, capture_output=True, check=True)
    assert done.stderr == b"", done.stderr
    lines = (line.partition(":") for line in done.stdout.decode().splitlines())
    return {name: value.strip() for name, _, value in lines}
