"""Which scripts of a text no font on this computer can show."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout

from attach_desktop.ui.paper.type import Fonts, Style

#: Joiners, variation selectors, marks of direction, private use and the like have no sign of their own.
_WITHOUT_SIGN = ("Cc", "Cf", "Cs", "Zs", "Zl", "Zp")
_WIDE = 1_000_000.0
#: So many letters are looked at in one go; other threads wait for it.
_TOGETHER = 30
_SELECTORS = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0), range(0x180B, 0x1810))


def missing_scripts(letters: Iterable[str]) -> tuple[str, ...]:
    """The names of the scripts of those ``letters`` (characters) that no font here can show, in order, each once."""
    font = Fonts()[Style.BODY]
    with_sign = sorted(letter for letter in letters if not letter.isascii() and not _signless(letter))
    found = set[str]()
    for at in range(0, len(with_sign), _TOGETHER):
        # Several at once first: as a rule nothing is missing.
        some = with_sign[at : at + _TOGETHER]
        if not _all_shown(" ".join(some), font):
            found.update(_script(letter) for letter in some if not _all_shown(letter, font))
    # Of a script that no font can shape at all, Qt draws boxes that are none of a font's.
    metrics = QFontMetricsF(font)
    one_of_each = {_script(letter): letter for letter in with_sign}
    found.update(script for script, letter in one_of_each.items() if not metrics.inFontUcs4(ord(letter)))
    return tuple(sorted(found))


def _all_shown(text: str, font: QFont) -> bool:
    """Whether every character has a glyph; a font's glyph 0 is the box for what it does not have."""
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine().setLineWidth(_WIDE)
    layout.endLayout()
    return all(0 not in run.glyphIndexes() for run in layout.glyphRuns())


def _signless(letter: str) -> bool:
    return unicodedata.category(letter) in _WITHOUT_SIGN or any(ord(letter) in some for some in _SELECTORS)


def _script(letter: str) -> str:
    """The name of a letter's script, as far as its Unicode name tells it."""
    name = unicodedata.name(letter, "")
    category = unicodedata.category(letter)
    if not name or category == "Co":
        return _tr("signs without a name")
    first = name.split()[0]
    known = {
        "CJK": _tr("Chinese"),
        "HANGUL": _tr("Korean"),
        "HIRAGANA": _tr("Japanese"),
        "KATAKANA": _tr("Japanese"),
        "HALFWIDTH": _tr("Japanese"),
        "COMBINING": _tr("combining accents"),
    }
    if first in known:
        return known[first]
    if category[0] not in "LM":
        return _tr("emoji and symbols")
    return first.capitalize()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Paper", text)
