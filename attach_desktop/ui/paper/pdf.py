"""Pages as a PDF file: type stays type, drawings are vectors, and nothing says what it is or who made it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter
from shiboken6 import delete

from attach_desktop.errors import StorageError
from attach_desktop.interchange.progress import Cancelled, Progress
from attach_desktop.ui.paper.actual_text import with_text
from attach_desktop.ui.paper.pages import Brush, Pages
from attach_desktop.ui.paper.sheet import DOTS_PER_INCH
from attach_desktop.ui.paper.text_painter import TextPainter

#: What a print queue and a PDF's properties show. It says nothing about what is on the paper.
NEUTRAL_TITLE = "Document"


def pdf(pages: Pages, progress: Progress | None = None, wanted: Sequence[int] = ()) -> bytes:
    """The bytes of a PDF file of all pages, or of those ``wanted`` (from 0). May run in another thread.

    Raises Cancelled if ``progress``, told of every page, says so.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(NEUTRAL_TITLE)
    writer.setCreator("")
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageLayout(pages.size.page_layout())
    painter = TextPainter()
    if not painter.begin(writer):
        raise StorageError("cannot-print")
    brush = Brush(painter)
    try:
        wanted = wanted or range(pages.count)
        for done, number in enumerate(wanted):
            if progress is not None and not progress(done, len(wanted)):
                raise Cancelled
            if done:
                writer.newPage()
            painter.begin_page()
            pages.paint_with(brush, number)
    finally:
        # The fonts are put into the file now, which takes a while for Chinese. Deleting the painter does it as ``end``
        # would, but lets other threads go on meanwhile.
        delete(painter)
    buffer.close()
    return with_text(bytes(buffer.data().data()), painter.lines, painter.pages, pages.document.language)
