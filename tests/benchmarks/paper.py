"""What a PDF of a journal costs beside a QTextDocument with the same text, each in a process of its own.

The floor is what Qt does by itself with one plain text: break it into lines, put them on A4 pages, write the file. It
has no headings that stay with what follows, no labels beside texts, and no text that can be found in every script.
"""

from __future__ import annotations

import json
import os
import pickle
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from attach_desktop import demo
from attach_desktop.changes import Changes
from attach_desktop.clock import SystemClock
from attach_desktop.summary.build import Wanted, build
from attach_desktop.summary.choices import Choices
from attach_desktop.summary.document import Document, Field, Heading, Items, Paragraph
from attach_desktop.vault.vault import Vault
from tests.benchmarks.figure import Figure

LIMIT = 1.5


def documents(folder: Path, entries: int) -> tuple[Path, Path]:
    """Writes all of so many made-up entries as a summary has them, and as one plain text."""
    vault = Vault.open(folder / f"paper-{entries}.vault", SystemClock(), Changes())
    demo.fill(vault, entries, 10, 1, datetime(2026, 11, 8, 20, tzinfo=UTC))
    everything = Wanted(begin=date(2016, 1, 1), end=date(2026, 12, 31), choices=Choices(sections=("entries",)))
    made = build(vault, everything)
    vault.close()
    document, text = folder / f"{entries}.document", folder / f"{entries}.txt"
    document.write_bytes(pickle.dumps(made))
    text.write_text("\n".join(_lines(made)))
    return document, text


def _lines(made: Document) -> Iterator[str]:
    yield from (made.title, made.about, *made.cover)
    for block in made.blocks:
        match block:
            case Heading():
                yield f"{block.text} {block.aside}"
            case Paragraph():
                yield block.text
            case Field():
                yield f"{block.label}: {block.text}"
            case Items():
                yield from block.texts
            case _:
                raise TypeError(block)


def ours(path: Path) -> None:
    """Our way, from the document to the bytes of the file."""
    from PySide6.QtGui import QGuiApplication

    from attach_desktop.ui.paper.pages import lay_out
    from attach_desktop.ui.paper.pdf import pdf
    from attach_desktop.ui.paper.sheet import Paper

    app = QGuiApplication(sys.argv[:1])
    made = pickle.loads(path.read_bytes())  # noqa: S301 - we wrote it a moment ago
    begin = time.process_time()
    pages = lay_out(made, Paper.A4)
    laid_out = time.process_time()
    data = pdf(pages)
    _tell(begin, pages=pages.count, size=len(data), laid_out=laid_out - begin)
    del app


def floor(path: Path) -> None:
    """Qt's way, from the text to the bytes of the file."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QFont, QGuiApplication, QPageSize, QPdfWriter, QTextDocument

    app = QGuiApplication(sys.argv[:1])
    text = path.read_text()
    begin = time.process_time()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document = QTextDocument()
    font = QFont()
    font.setPointSizeF(10)
    document.setDefaultFont(font)
    document.setPlainText(text)
    document.print_(writer)
    data = bytes(buffer.data().data())
    _tell(begin, pages=data.count(b"/Type /Page\n"), size=len(data))
    del app


def _tell(begin: float, **more: Any) -> None:
    # Time is that of the processor: others that work on the same machine are no fault of either.
    spent = time.process_time() - begin
    # Kilobytes, at the most there ever were.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(json.dumps({"ms": spent * 1e3, "kb": peak, **more}))


def papers(folder: Path, runs: int) -> list[Figure]:
    """Time and memory for a year and for ten years."""
    figures = []
    for entries in (365, 3650):
        document, text = documents(folder, entries)
        found = [(_process("ours", document), _process("floor", text)) for _ in range(runs)]
        for key, unit in (("ms", "ms"), ("kb", "kB")):
            value, least = (statistics.median(pair[at][key] for pair in found) for at in (0, 1))
            name = f"PDF of {entries:,} entries, {'time' if key == 'ms' else 'peak memory'}"
            figures.append(Figure(name, value, LIMIT, unit=unit, floor=least))
    return figures


def _process(which: str, path: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.paper", which, str(path)],
        check=True,
        capture_output=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    told: dict[str, float] = json.loads(done.stdout)
    return told


if __name__ == "__main__":
    {"ours": ours, "floor": floor}[sys.argv[1]](Path(sys.argv[2]))
