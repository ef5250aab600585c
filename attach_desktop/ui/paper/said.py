"""Which characters the signs of a drawn line stand for: what a PDF file must say so that its text can be found.

Qt writes which glyph stands where, and for each glyph one character. That is all it takes for Latin, Greek or Cyrillic;
where letters join, pile up or change places, or are pictures, the file has to say what was written (ActualText).
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine

_ALL = QTextLayout.GlyphRunRetrievalFlag.RetrieveAll
#: Characters of which each has a glyph of its own that stands for it alone, and stands where it is read.
_PLAIN = re.compile(
    "[\t -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u058f\u10a0-\u10ff\u1200-\u135a\u1e00-\u1fff\u2000-\u200a"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u22ff\u2400-\u243f\u2500-\u25ff\u2e80-\u3029\u3030-\u3096"
    "\u309b-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef\ufffd]*"
)
_RIGHT_TO_LEFT = ("R", "AL")
_MARKS_OF_RIGHT_TO_LEFT = ("R", "AL", "NSM", "BN")
#: Marks on letters, and signs without a form of their own.
_SILENT = ("Mn", "Mc", "Me", "Cf")
#: Embeddings, overrides and isolates: their work is done when the line is drawn.
_OF_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
#: Marks of direction: readers that put lines in order by their letters then know where a space belongs.
_LEFT_MARK, _RIGHT_MARK = "\u200e", "\u200f"


class Group(NamedTuple):
    """So many glyphs, one drawn after the other, stand together for a ``text``; None leaves them as they are."""

    glyphs: int
    text: str | None


class Run(NamedTuple):
    """Glyphs drawn in one go; ``backward`` where they are drawn from the right to the left."""

    groups: tuple[Group, ...]
    backward: bool = False

    @property
    def glyphs(self) -> int:
        """How many."""
        return sum(group.glyphs for group in self.groups)


class Said(NamedTuple):
    """What a drawn line says: its runs from the left to the right, and all of its text where it runs one way only."""

    runs: tuple[Run, ...]
    whole: str | None


def is_plain(text: str) -> bool:
    """Whether every glyph of a text stands for its character without further ado."""
    return text.isascii() or _PLAIN.fullmatch(text) is not None


def said(text: str, line: QTextLine, *, right_to_left: bool = False) -> Said:
    """What ``line`` of ``text`` says, glyph by glyph; ``right_to_left`` is the direction of its paragraph."""
    return _Saying(text, line, right_to_left).said()


class _Saying:
    """Goes over the glyphs of one line."""

    def __init__(self, text: str, line: QTextLine, right_to_left: bool) -> None:
        # Qt counts in units of UTF-16; so do we, until we say something.
        self._units = text.encode("utf-16-le", "replace")
        self._end = line.textStart() + line.textLength()
        self._begin = line.textStart()
        self._right_to_left = right_to_left
        runs = [run for run in line.glyphRuns(-1, -1, _ALL) if run.positions()]
        self._turns = any(run.isRightToLeft() for run in runs)
        found = [
            (min(place.x() for place in run.positions()), run.isRightToLeft(), indexes)
            for run, indexes in zip(runs, self._indexes(line, runs), strict=True)
        ]
        found.sort(key=lambda one: one[0])
        self._runs = found
        self._starts = sorted({at for _, _, indexes in found for at in indexes})

    def _indexes(self, line: QTextLine, runs: Sequence[QGlyphRun]) -> Sequence[Sequence[int]]:
        """Where in the text each glyph of each run begins to stand for something."""
        told = [run.stringIndexes() for run in runs]
        claimed = [at for each in told for at in set(each)]
        self._known = len(claimed) == len(set(claimed))
        if self._known or self._turns:
            return told
        # Where one stretch of a script needs several fonts, Qt counts from the beginning again in each but the first.
        found = dict[tuple[int, float], int]()
        for at in range(self._begin, self._end):
            for run in line.glyphRuns(at, 1, _ALL):
                for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
                    found.setdefault((glyph, place.x()), at)
        self._known = True
        return [
            [
                found.get((glyph, place.x()), at)
                for glyph, place, at in zip(run.glyphIndexes(), run.positions(), each, strict=True)
            ]
            for run, each in zip(runs, told, strict=True)
        ]

    def said(self) -> Said:
        whole = self._whole()
        if not self._known:
            # The same in a stretch that is written to the left, where nothing tells which letter is which.
            return Said((), whole)
        runs, before = list[Run](), False
        for _, backward, indexes in self._runs:
            runs.append(Run(self._groups(indexes, turned=before and not backward), backward))
            before = backward
        return Said(tuple(runs), whole)

    def _whole(self) -> str | None:
        """All of the line as readers expect it, if it runs one way: what is written to the left is turned around."""
        whole = self._part(self._begin, self._end)
        if not self._turns:
            return whole
        runs_one_way = all(backward for _, backward, _ in self._runs)
        return whole[::-1] if runs_one_way and not any(one.isalnum() and one < "\u0590" for one in whole) else None

    def _part(self, begin: int, end: int) -> str:
        return _OF_DIRECTION.sub("", self._units[2 * begin : 2 * end].decode("utf-16-le", "replace"))

    def _cluster(self, begin: int) -> str:
        """The characters that belong to a glyph: those up to where the next glyph's begin."""
        at = bisect_right(self._starts, begin)
        return self._part(begin, self._starts[at] if at < len(self._starts) else self._end)

    def _groups(self, indexes: Sequence[int], *, turned: bool) -> tuple[Group, ...]:
        """Word by word; ``turned``: what stands before these was written to the left, and these are not."""
        found, word = list[Group](), list[int]()
        for at in indexes:
            cluster = self._cluster(at)
            if cluster.isspace():
                self._close(word, found)
                mark = turned and not found and not word and not self._right_to_left
                found.append(Group(1, _LEFT_MARK + cluster if mark else self._space(at, cluster)))
            else:
                word.append(at)
        self._close(word, found)
        return tuple(found)

    def _close(self, word: list[int], found: list[Group]) -> None:
        if not word:
            return
        clusters = sorted(set(word))
        text = "".join(self._cluster(at) for at in clusters)
        if is_plain(text) or self._goes_by_itself(word, clusters, text):
            found.append(Group(len(word), None))
        else:
            found.append(Group(len(word), text))
        word.clear()

    @staticmethod
    def _goes_by_itself(word: list[int], clusters: list[int], text: str) -> bool:
        """Whether a word that is written to the left has a glyph for each letter: readers get those right."""
        return (
            len(word) == len(clusters) == len(text)
            and unicodedata.bidirectional(text[0]) in _RIGHT_TO_LEFT
            and all(unicodedata.category(letter) not in _SILENT for letter in text)
        )

    def _space(self, at: int, cluster: str) -> str | None:
        """A space after what is not written to the left, in a line that is, has a mark beside it."""
        if not self._turns or not self._right_to_left or at <= self._begin:
            return None
        before = unicodedata.bidirectional(self._units[2 * at - 2 : 2 * at].decode("utf-16-le", "replace")[0])
        return None if before in _MARKS_OF_RIGHT_TO_LEFT else _RIGHT_MARK + cluster
