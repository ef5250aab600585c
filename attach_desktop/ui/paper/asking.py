"""What is asked before pages are printed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from attach_desktop.ui.paper.pages import Pages


def fine_without_fonts(parent: QWidget, pages: Pages) -> bool:
    """Whether the pages may be printed although no font here shows some of their letters; asks only if that is so."""
    if not pages.missing:
        return True
    return _fine(
        parent,
        _tr("Some letters cannot be shown: {scripts}").format(scripts=", ".join(pages.missing)),
        _tr(
            "This computer has no font for them, and empty boxes would stand in their place on the paper. With a font"
            " for them installed, everything will be there."
        ),
        (_tr("Print all the same"), _tr("Not now")),
    )


def fine_where_others_see(parent: QWidget) -> bool:
    """Ask whether a printer that others may see is fine."""
    return _fine(
        parent,
        _tr("This printer is shared or in a network."),
        _tr(
            "The pages travel to it, it may keep a copy for a while, and others may see what comes out before you do. "
            "Is that fine for these pages?"
        ),
        (_tr("Print there"), _tr("Not there")),
    )


def _fine(parent: QWidget, what: str, more: str, answers: tuple[str, str]) -> bool:
    """Whether the first of two ``answers`` is given; Enter and Escape give the second."""
    box = QMessageBox(parent)
    box.setWindowTitle(_tr("Print"))
    box.setText(what)
    box.setInformativeText(more)
    go = box.addButton(answers[0], QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(answers[1], QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    try:
        box.exec()
        return box.clickedButton() is go
    finally:
        box.deleteLater()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Paper", text)
