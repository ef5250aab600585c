"""What is asked before pages without a preview are printed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from attach_desktop.ui.paper.pages import Pages


def fine_without_fonts(parent: QWidget, pages: Pages) -> bool:
    """Whether the pages may be printed although no font here shows some of their letters; asks only if that is so."""
    if not pages.missing:
        return True
    box = QMessageBox(parent)
    box.setWindowTitle(_tr("Print"))
    box.setText(_tr("Some letters cannot be shown: {scripts}").format(scripts=", ".join(pages.missing)))
    box.setInformativeText(
        _tr(
            "This computer has no font for them, and empty boxes would stand in their place on the paper. With a font"
            " for them installed, everything will be there."
        )
    )
    go = box.addButton(_tr("Print all the same"), QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(_tr("Not now"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    chosen = box.clickedButton() is go
    box.deleteLater()
    return chosen


def _tr(text: str) -> str:
    return QCoreApplication.translate("Paper", text)
