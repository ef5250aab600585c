"""Where lines of a person's text may be broken."""

from __future__ import annotations

from PySide6.QtGui import QTextOption

#: Looking for the end of a word, Qt takes four times as long for one twice as long: a second for 200,000 signs.
LONGEST_WORD = 5000


def wrap_mode(text: str) -> QTextOption.WrapMode:
    """Between words, unless the text holds a run of signs so long that laying it out would freeze the window."""
    if len(text) > LONGEST_WORD and any(len(word) > LONGEST_WORD for word in text.split()):
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
