"""The yardstick: an empty PySide6 window with five tabs. Says when it was first painted; ``--stay`` keeps it open."""

import os
import sys
import time

from PySide6 import QtCore, QtWidgets


class Page(QtWidgets.QWidget):
    """Paints nothing, and says that it was asked to."""

    painted = False

    def paintEvent(self, event: object) -> None:
        """Say when."""
        if not Page.painted:
            Page.painted = True
            sys.stdout.write(f"{time.monotonic()}\n")
            sys.stdout.flush()
            if "--stay" not in sys.argv:
                QtCore.QTimer.singleShot(0, lambda: os._exit(0))


app = QtWidgets.QApplication(sys.argv)
window = QtWidgets.QMainWindow()
tabs = QtWidgets.QTabWidget()
window.setCentralWidget(tabs)
window.resize(1000, 700)
for title in ("One", "Two", "Three", "Four", "Five"):
    tabs.addTab(Page(), title)
window.show()
app.exec()
