"""Finding aliases in texts, where they stand as words: in any case, any script, however they were typed.

Texts are compared decomposed (NFKD), without case, blanks run together, and without signs that nobody sees; a letter
and the marks on it are one. Where a script puts blanks between words, an alias is a word of its own or it is none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

#: Scripts that put no blanks between words (Korean ones follow a name without any), as ranges of code points.
_UNSPACED = (
    (0x0E00, 0x0EFF), (0x0F00, 0x0FFF), (0x1000, 0x109F), (0x1100, 0x11FF), (0x1780, 0x17FF), (0x2E80, 0x2FDF),
    (0x3005, 0x3007), (0x3041, 0x309F), (0x3100, 0x318F), (0x31A0, 0x31BF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
    (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF),
)  # fmt: skip
_KATAKANA = ((0x30A1, 0x30FA), (0x30FC, 0x30FF), (0x31F0, 0x31FF), (0xFF66, 0xFF9F))
#: Small words that Arabic and Hebrew write together with the one that follows: and, in, to, from, as, the …
_PREFIXES = frozenset("وفبكلسהובכלמש")
_LEAST_AFTER_PREFIX = 3
_TRAILING_JAMO = (0x11A8, 0x11FF)

#: A folded text: its letters, and for each the place in the text where its sign begins; one more at the end.
Folded = tuple[str, list[int]]


def fold(text: str) -> str:
    """What two spellings of one alias have in common."""
    return _folded(text)[0].strip()


class Finder:
    """Puts something else in the place of aliases."""

    def __init__(self, instead: Mapping[str, str]) -> None:
        """``instead`` has what to put for each alias, by the alias folded (``fold``)."""
        self._instead = dict(instead)
        self._by_start: dict[str, list[str]] = {}
        for alias in sorted(filter(_findable, self._instead), key=len, reverse=True):
            self._by_start.setdefault(alias[0], []).append(alias)

    def replace(self, text: str) -> str:
        """``text`` with every alias that stands in it as a word replaced; of two at one place, the longer one."""
        if not self._by_start or not text:
            return text
        letters, places = _folded(text)
        if self._by_start.keys().isdisjoint(letters):
            return text
        parts: list[str] = []
        done = at = 0
        while at < len(letters):
            found = self._at(letters, places, at) if letters[at] in self._by_start else None
            if found is None:
                at += 1
                continue
            parts += [text[done : places[at]], self._instead[found]]
            at += len(found)
            done = _shown_end(text, places[at - 1], places[at])
        return "".join([*parts, text[done:]]) if parts else text

    def _at(self, letters: str, places: list[int], at: int) -> str | None:
        """The longest alias that stands at ``at`` as a word, or None."""
        if at and (places[at] == places[at - 1] or not _may_begin(letters, at)):
            return None
        for alias in self._by_start[letters[at]]:
            end = at + len(alias)
            if not letters.startswith(alias, at) or not _ends_whole(letters, places, end):
                continue
            if _apart_at(letters, end) and (len(alias) >= _LEAST_AFTER_PREFIX or _apart_at(letters, at)):
                return alias
        return None


def _findable(alias: str) -> bool:
    """Whether an alias can be told from other words: it has a letter, or a sign that is no punctuation."""
    return any(sign.isalpha() or unicodedata.category(sign) == "So" for sign in alias)


def _shown_end(text: str, last: int, end: int) -> int:
    """Where the alias ends that has its last sign at ``last``: signs that nobody sees, before ``end``, stay."""
    at = end
    while at > last + 1 and unicodedata.category(text[at - 1]) == "Cf":
        at -= 1
    return at


def _may_begin(letters: str, at: int) -> bool:
    """Whether a word may begin at ``at``: no letter before it, or nothing but small words written together with it."""
    if _apart_at(letters, at):
        return True
    start = at
    while start and letters[start - 1] in _PREFIXES and at - start < 2:
        start -= 1
        if start == 0 or _apart_at(letters, start):
            return True
    return False


def _ends_whole(letters: str, places: list[int], end: int) -> bool:
    """Whether a sign ends before ``end``, with all of its marks."""
    if end == len(letters):
        return True
    first, last = _TRAILING_JAMO
    return places[end] != places[end - 1] and not first <= ord(letters[end]) <= last


def _apart_at(letters: str, at: int) -> bool:
    """Whether the letters before and after ``at`` belong to two words."""
    if at in (0, len(letters)):
        return True
    before = at - 1
    while before and unicodedata.combining(letters[before]):
        before -= 1
    one, other = _sort(letters[before]), _sort(letters[at])
    return not one or not other or one != other or one == "unspaced"


@cache
def _sort(sign: str) -> str:
    """How the letters of a sign's script make words; empty for what is no letter."""
    code = ord(sign)
    if any(low <= code <= high for low, high in _KATAKANA):
        return "katakana"
    if not (sign.isalnum() or unicodedata.category(sign)[0] == "M"):
        return ""
    return "unspaced" if any(low <= code <= high for low, high in _UNSPACED) else "spaced"


def _folded(text: str) -> Folded:
    if text.isascii():
        return _blanks(text.lower(), list(range(len(text) + 1)))
    letters: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and _clings(text[end]):
            end += 1
        found = _plain(text[at:end])
        letters.append(found)
        places += [at] * len(found)
        at = end
    return _blanks("".join(letters), [*places, len(text)])


def _clings(sign: str) -> bool:
    """Whether a sign belongs to the one before it: a mark on it, or one that nobody sees."""
    return sign > "\u00ac" and (unicodedata.combining(sign) != 0 or unicodedata.category(sign) in ("Mn", "Me", "Cf"))


@cache
def _one_plain(sign: str) -> str:
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", sign).casefold())


def _plain(signs: str) -> str:
    if len(signs) == 1 and signs != "\u00ad" and unicodedata.category(signs) != "Cf":
        return _one_plain(signs)
    seen = "".join(sign for sign in signs if unicodedata.category(sign) != "Cf")
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", seen).casefold())


def _blanks(letters: str, places: list[int]) -> Folded:
    """With one blank for each run of blanks."""
    if not any(sign.isspace() and sign != " " for sign in letters) and "  " not in letters:
        return letters, places
    kept: list[str] = []
    where: list[int] = []
    for sign, at in zip(letters, places, strict=False):
        blank = sign.isspace()
        if not (blank and kept and kept[-1] == " "):
            kept.append(" " if blank else sign)
            where.append(at)
    return "".join(kept), [*where, places[-1]]


def letters_for(aliases: Iterable[str]) -> dict[str, str]:
    """A letter for each alias, by the alias folded: A, B … Z, AA, AB …

    An alias that is a letter already keeps it, and nobody else gets it. I is the person who writes.
    """
    keys = list(dict.fromkeys(filter(None, map(fold, aliases))))
    taken = {"I", *(key.upper() for key in keys if _is_letter(key))}
    names = (name for name in map(_letter, range(len(keys) + len(taken))) if name not in taken)
    return {key: key.upper() if _is_letter(key) else next(names) for key in keys}


def _is_letter(key: str) -> bool:
    return len(key) == 1 and key.isascii() and key.isalpha()


def _letter(number: int) -> str:
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
