"""How texts are indexed and searched: any script, accents folded, the beginnings of words, several words at once."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Scripts that are written without spaces between words, and pictures: each sign, with the marks that follow it, is
# indexed as a word of its own, and a run of them is searched as a phrase. Ranges: Thai, Lao, Myanmar, Khmer; kana,
# bopomofo, CJK (with its extensions).
_UNSPACED = (
    "\u0e01-\u0e30\u0e32-\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2-\u0eb3\u0ebd-\u0ec6\u1000-\u102a\u1780-\u17b3"
    "\u2190-\u2bff\u3005-\u3007\u3040-\u3098\u309b-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U0001f000-\U0001faff\U00020000-\U0003ffff"
)
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u102b-\u103e\u17b4-\u17d3\u3099-\u309a"
# What is written or left out without making another word of it: NUL and lone surrogates, soft hyphens, accents, the
# points of Hebrew and Arabic and the stroke that lengthens, joiners and marks of direction, variants of pictures.
_SILENT = (
    "\0\ud800-\udfff\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u0610-\u061a\u061c"
    "\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
)
# Letters whose stroke is no accent to Unicode, and which people leave out all the same when they search.
_STROKES = str.maketrans("łøđħŧı", "lodhti")
#: A query is read up to here: nobody types more, and a whole book pasted by mistake must not be searched for.
MAX_QUERY = 1000


# Compiled when first needed: the two cost 2 ms, which a start without a search need not pay.
@cache
def _sign() -> re.Pattern[str]:
    return re.compile(f"([{_UNSPACED}][{_MARKS}]*)")


@cache
def _silent() -> re.Pattern[str]:
    return re.compile(f"[{_SILENT}]")


def _unspaced(text: str) -> bool:
    """Whether ``text`` begins with a sign that is a word of its own."""
    return not text.isascii() and _sign().match(text) is not None


def indexed(text: str) -> str:
    """``text`` as the index takes it."""
    return _split(_plain(text))


def _plain(text: str) -> str:
    if text.isascii():
        return text.replace("\0", "")
    # Accents and case are folded here, not left to the index: it knows only Latin accents, and no ß that is ss.
    kept = _silent().sub("", unicodedata.normalize("NFKD", text)).casefold()
    return unicodedata.normalize("NFKC", kept).translate(_STROKES)


def _split(text: str) -> str:
    return text if text.isascii() else _sign().sub(r" \1 ", text)


def match_query(query: str) -> str | None:
    """An FTS5 expression that finds every word of ``query``, each as the beginning of a word; None if it has none.

    A quotation mark or operator in the query has no special meaning: people type sentences, not expressions.
    """
    words = _plain(query[:MAX_QUERY]).replace('"', " ").replace("\ufffd", " ").split()
    phrases = (" ".join(_split(word).split()) for word in words if _says(word))
    return " ".join(f'"{phrase}"*' for phrase in phrases) or None


def folded(text: str) -> str:
    """``text`` without case and accents, with one character for each of its own, so that places in both agree."""
    if text.isascii():
        return text.lower()
    return "".join(map(_fold, text))


@cache
def _fold(sign: str) -> str:
    apart = unicodedata.normalize("NFKD", sign)
    if all("\u0300" <= mark <= "\u036f" for mark in apart[1:]):
        base = apart[0].casefold().translate(_STROKES)
        return base if len(base) == 1 else sign
    return sign


def _counts(sign: str) -> bool:
    """Whether the index takes ``sign`` as part of a word (signs newer than Python's tables included)."""
    category = unicodedata.category(sign)
    return category[0] in "LN" or category in ("Co", "Cn", "Mn", "Mc", "So")


def _says(word: str) -> bool:
    """Whether ``word`` has anything to look for; a mark without a letter to stand on has not."""
    return any(_counts(sign) and unicodedata.category(sign)[0] != "M" for sign in word)


def excerpt(text: str, query: str, width: int = 90) -> tuple[str, list[tuple[int, int]]]:
    """The part of ``text`` around the first match of ``query``, on one line, and where matches lie in it.

    Without a match it is the beginning of the text. Positions are (start, length) in the excerpt, in characters.
    """
    flat = " ".join(text[:20_000].split())
    low = folded(flat)
    words = [folded(word) for word in _sought(query)]
    found = [at for word in words if (at := _word_at(low, word, 0)) is not None]
    start = 0
    if found and min(found) > width // 2:
        latest = min(found) - width // 3
        # From the beginning of a word, if there is one near: some scripts have no spaces, and some words are long.
        start = flat.rfind(" ", max(0, latest - width // 3), latest) + 1 or latest
    end = start + width
    shown = ("… " if start else "") + flat[start:end] + (" …" if end < len(flat) else "")
    shift = (2 if start else 0) - start
    places = {(at, len(word)) for word in words if (at := _word_at(low, word, start)) is not None}
    return shown, sorted((at + shift, length) for at, length in places if at + length <= end)


def _sought(query: str) -> list[str]:
    """The words of a query without the signs around them, composed as texts usually are."""
    sought = []
    for word in unicodedata.normalize("NFC", query[:MAX_QUERY]).split():
        counting = [at for at, sign in enumerate(word) if _counts(sign)]
        if counting and _says(word):
            sought.append(word[counting[0] : counting[-1] + 1])
    return sought


def _word_at(low: str, word: str, start: int) -> int | None:
    """Where ``word`` begins a word of ``low``, from ``start`` on; in scripts without spaces it may begin anywhere."""
    at = low.find(word, start)
    while at > 0 and _counts(low[at - 1]) and not _unspaced(low[at]) and not _unspaced(low[at - 1]):
        at = low.find(word, at + 1)
    return at if at >= 0 else None
