"""A few pages to print by themselves, from wherever a person is: what comes of it is said in the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from attach_desktop.errors import AttachError
from attach_desktop.summary.document import Document
from attach_desktop.ui.shell import Shell


def print_single(parent: QWidget, shell: Shell, make: Callable[[], Document]) -> None:
    """Ask for a printer (or a PDF file), and print what ``make`` makes; errors on the way are told."""
    from attach_desktop.ui.paper import printing

    try:
        if printing.document(parent, make()):
            shell.say(QCoreApplication.translate("PrintSingle", "Sent to the printer."))
    except AttachError as error:
        shell.complain(error)
