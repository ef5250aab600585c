"""What this program puts on the clipboard: marked as secret where that is understood, and gone after a minute."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

#: Seconds until a copy is cleared, if it is still ours.
CLEARED_AFTER = 60
_OURS = "application/x-attach-copy"
#: What managers of the clipboard look for before they remember something: KDE's; Windows' two; that of macOS.
_SECRET = (
    ("x-kde-passwordManagerHint", b"secret"),
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"\0\0\0\0"),
    ('application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"', b"\0\0\0\0"),
    ("application/x-nspasteboard-concealed-type", b""),
)


def copy(text: str) -> None:
    """Put a text on the clipboard."""
    data = QMimeData()
    data.setText(text)
    data.setData(_OURS, b"1")
    for kind, value in _SECRET:
        data.setData(kind, value)
    QGuiApplication.clipboard().setMimeData(data)


class ClipboardKeeper(QObject):
    """Clears what was copied out of this program's windows, by whatever key or button, after a while."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Watches at once."""
        super().__init__(parent)
        self._clipboard: QClipboard = QGuiApplication.clipboard()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(CLEARED_AFTER * 1000)
        self.timer.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._changed)

    def clear(self) -> None:
        """Clear it now, if what is on it is ours."""
        self.timer.stop()
        if self._is_ours():
            self._clipboard.clear()

    def _changed(self) -> None:
        if self._is_ours():
            self.timer.start()
        else:
            self.timer.stop()

    def _is_ours(self) -> bool:
        on_it: QMimeData | None = self._clipboard.mimeData()
        # A cleared clipboard may be ours as well; there is nothing on it to clear.
        return (
            on_it is not None and bool(on_it.formats()) and (self._clipboard.ownsClipboard() or on_it.hasFormat(_OURS))
        )
