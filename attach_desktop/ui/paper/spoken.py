"""The drawing of one line in a PDF file, said with what its glyphs and its pictures stand for (ActualText)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from attach_desktop.ui.paper.said import Group, Run, Said

_NUMBER = rb"-?[0-9.]+"
#: A run of glyphs, and a picture that stands for one.
_DRAWN = re.compile(
    rb"BT\n(?P<font>/F[0-9]+ [^\n]*Tm\n)(?P<glyphs>.*?)ET\n"
    rb"|q\n(?:/GSa gs\n)?1 0 0 1 (?P<x>%b) (?P<y>%b) cm\n%b 0 0 %b 0 (?P<high>%b) cm /Im[0-9]+  Do\nQ\n"
    % ((_NUMBER,) * 5),
    re.DOTALL,
)
_GLYPH = re.compile(rb"(N) (N) Td <([0-9A-F]+)> Tj\n".replace(b"N", _NUMBER))
#: How far up its picture an emoji's foot stands.
_FOOT = 0.79
_END = b"EMC\n"
#: How wide the glyphs of a font are, in thousandths of its size.
Wide = Callable[[bytes], Sequence[float]]


class _Glyph(NamedTuple):
    """A glyph at its place; ``right`` is where it ends."""

    x: float
    y: float
    right: float
    code: bytes


def spoken_line(drawn: bytes, line: Said, font: bytes, wide: Wide) -> Iterator[bytes]:
    """The drawing of one line with what it says.

    ``font`` is one that the page has, for pictures that are words; ``wide`` tells how wide the glyphs of a font are.
    """
    found = list(_DRAWN.finditer(drawn))
    pairs = _pairs(found, line)
    if pairs is None:
        # The glyphs are others than expected: what runs one way is said as a whole, all else by its glyphs.
        if line.whole is None or not any(one["font"] for one in found):
            yield drawn
            return
        end = found[-1].end()
        yield from (_begin(line.whole), drawn[:end], _END, drawn[end:])
        return
    foot, at = _foot(found), 0
    for run, ones in pairs:
        yield drawn[at : ones[0].start()]
        at = ones[-1].end()
        if ones[0]["font"]:
            yield from _letters(ones[0], run, wide(ones[0]["font"]))
        else:
            yield from _pictures(drawn, ones, run, font, foot)
    yield drawn[at:]


def _pairs(found: Sequence[re.Match[bytes]], line: Said) -> list[tuple[Run, Sequence[re.Match[bytes]]]] | None:
    """What was drawn for each run: one piece with all its glyphs, or as many pictures; None where it does not fit."""
    pairs, at = list[tuple[Run, Sequence[re.Match[bytes]]]](), 0
    for run in line.runs:
        if at < len(found) and found[at]["font"]:
            taken = 1
            if found[at]["glyphs"].count(b"\n") != run.glyphs:
                return None
        else:
            taken = run.glyphs
        ones = found[at : at + taken]
        if len(ones) != taken or (taken > 1 and any(one["font"] for one in ones)):
            return None
        pairs.append((run, ones))
        at += taken
    return pairs if at == len(found) else None


def _letters(piece: re.Match[bytes], run: Run, wide: Sequence[float]) -> Iterator[bytes]:
    """A piece of text, word by word. What is drawn from right to left is drawn from left to right instead.

    Readers put signs in order by their places, and turn words around themselves: they want to see them as they lie.
    """
    if all(group.text is None for group in run.groups):
        yield piece.group()
        return
    size = float(piece["font"].split(b" ", 2)[1])
    x = y = 0.0
    glyphs = list[_Glyph]()
    for right, down, code in _GLYPH.findall(piece["glyphs"]):
        x, y, number = x + float(right), y + float(down), int(code, 16)
        glyphs.append(_Glyph(x, y, x + (wide[number] * size / 1000 if number < len(wide) else 0.0), code))
    groups = run.groups
    if run.backward:
        glyphs.reverse()
        groups = tuple(Group(group.glyphs, group.text and group.text[::-1]) for group in reversed(groups))
    yield b"BT\n" + piece["font"]
    at, left, down = 0, 0.0, 0.0
    for group in groups:
        taken = glyphs[at : at + group.glyphs]
        at += group.glyphs
        if group.text is not None:
            yield _begin(group.text)
        for glyph, seen in _framed(taken) if group.text is not None else ((glyph, True) for glyph in taken):
            move = b"%.6g %.6g Td <%b> Tj\n" % (glyph.x - left, glyph.y - down, glyph.code)
            yield move if seen else b"3 Tr\n%b0 Tr\n" % move
            left, down = glyph.x, glyph.y
        if group.text is not None:
            yield _END
    yield b"ET\n"


def _framed(glyphs: Sequence[_Glyph]) -> Iterator[tuple[_Glyph, bool]]:
    """The glyphs of a group, and whether each is to be seen.

    Readers take the first and the last for its two edges, and would see gaps, or none, where they are not. So where
    marks hang over, unseen glyphs stand at the edges.
    """
    broad = [glyph for glyph in glyphs if glyph.right > glyph.x] or glyphs
    first, last = min(broad, key=lambda glyph: glyph.x), max(broad, key=lambda glyph: glyph.right)
    if glyphs[0] is not first:
        yield first, False
    for glyph in glyphs:
        yield glyph, True
    if glyphs[-1] is not last:
        yield last, False


def _pictures(
    drawn: bytes, ones: Sequence[re.Match[bytes]], run: Run, font: bytes, foot: float | None
) -> Iterator[bytes]:
    """Pictures, each with a letter that nobody sees: readers ask where the letters are that a text stands for."""
    at, first = ones[0].start(), 0
    for group in run.groups:
        taken = ones[first : first + group.glyphs]
        first += group.glyphs
        yield drawn[at : taken[-1].end()]
        at = taken[-1].end()
        if group.text is not None and font:
            yield _unseen(taken, font, foot, group.text[::-1] if run.backward else group.text)


def _unseen(pictures: Sequence[re.Match[bytes]], font: bytes, foot: float | None, text: str) -> bytes:
    """Letters in the places of pictures, not painted, that stand for a text."""
    high = abs(float(pictures[0]["high"]))
    y = float(pictures[0]["y"]) + _FOOT * high if foot is None else foot
    letters, before = list[bytes](), 0.0
    for one in pictures:
        x = float(one["x"])
        letters.append(b"%.6g %.6g Td <0001> Tj\n" % (x - before, 0.0 if letters else -y))
        before = x
    head = b"q\nBT\n%s%.6g Tf 3 Tr 1 0 0 -1 0 0 Tm\n" % (font, high)
    return head + _begin(text) + b"".join(letters) + _END + b"ET\nQ\n"


def _foot(found: Sequence[re.Match[bytes]]) -> float | None:
    """Where the letters of a line stand, if there are any."""
    for one in found:
        if one["font"] and (glyph := _GLYPH.match(one["glyphs"])):
            return -float(glyph[2])
    return None


def _begin(text: str) -> bytes:
    """The begin of something that stands for a text."""
    return b"/Span <</ActualText <FEFF%s>>> BDC\n" % text.encode("utf-16-be", "replace").hex().upper().encode()
