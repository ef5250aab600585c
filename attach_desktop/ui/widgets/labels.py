"""Labels, buttons and boxes by their role; the style sheet knows the roles."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget


def label(text: str = "", role: str = "body", *, wrap: bool = True) -> QLabel:
    """A line of plain text: role "title", "lead", "body", "muted", "small" or "fault"."""
    made = QLabel(text)
    made.setProperty("textFormat", "PlainText")
    made.setWordWrap(wrap)
    if role != "body":
        made.setProperty("role", role)
    return made


def button(text: str, on_click: Callable[[], object], role: str = "") -> QPushButton:
    """A push button: role "primary", "quiet", "chip", "suggestion", "fold" or none."""
    made = QPushButton(text)
    if role:
        made.setProperty("role", role)
    # Enter presses the button that has the focus, as people expect; it never falls through to another one.
    made.setAutoDefault(True)
    made.clicked.connect(lambda: on_click())
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def shortened(text: str, longest: int = 48) -> str:
    """A person's words on one line of at most ``longest`` signs."""
    line = " ".join(text.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def literal(text: str) -> str:
    """A person's words on a button: shortened, and with "&" as a letter, not as the sign for a key."""
    return shortened(text).replace("&", "&&")


def frame(role: str, parent: QWidget | None = None) -> QFrame:
    """A box: role "card", "note", "field" or "hairline"."""
    made = QFrame(parent)
    made.setProperty("role", role)
    if role == "hairline":
        made.setFixedHeight(1)
    return made


def restyle(widget: QWidget) -> None:
    """Have the style sheet look at a widget's properties again."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
