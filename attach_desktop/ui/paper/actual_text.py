"""Writes into a PDF that Qt made what its glyphs say (see ``said``), and in which language.

Ligatures and the like in the tables of letters (ToUnicode) become the letters they are made of; each group of glyphs of
a numbered run gets its letters (ActualText; PDF 1.7, 14.9.4); the document gets its language (14.9.2). Runs from right
to left are put in the order in which they stand, as most programs that make PDFs do. When and by which program it was
made is taken out.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from attach_desktop.ui.paper.said import Run, number_of

_TABLE = re.compile(rb"xref\s+0 (\d+)\s*\n")
_BLOCK = re.compile(
    rb"([\d.]+) ([\d.]+) ([\d.]+) scn\n(?:/\w+ gs\n)?BT\n/(\w+) ([\d.]+) Tf [^\n]* Tm\n"
    rb"((?:[-\d.]+ [-\d.]+ Td <[0-9A-F]{4}> Tj\n)+)ET\n"
)
_SHOWN = re.compile(rb"([-\d.]+) ([-\d.]+) Td <([0-9A-F]{4})> Tj\n")
_LETTERS = re.compile(rb"\[[^\]]*\]")
_LETTER = re.compile(rb"<([0-9A-F]{4})>")
_MAKER = re.compile(rb"/(?:Creator|Author|Producer|CreationDate|ModDate) \((?:[^()\\]|\\.)*\)\n", re.DOTALL)
#: Half the time of the usual level, and hardly more bytes.
_LEVEL = 4
# Letters that a font's table calls a glyph by, although nobody typed them: presentation forms and radicals.
_FORMS = re.compile("[\u2e80-\u2fdf\ufb00-\ufb17\ufb50-\ufdff\ufe70-\ufefc]")


class _Glyph(NamedTuple):
    """A glyph at its place; ``right`` is where it ends."""

    x: float
    y: float
    right: float
    code: bytes


def with_text(data: bytes, runs: Sequence[Run], language: str) -> bytes:
    """The PDF with its language and what its numbered ``runs`` say; any that is not as Qt makes them stays as it is."""
    try:
        return _anew(data, runs, language)
    except (ValueError, LookupError, zlib.error):
        return data


def _anew(data: bytes, runs: Sequence[Run], language: str) -> bytes:
    start = int(data[data.rindex(b"startxref") + 9 :].split()[0])
    head = _TABLE.match(data, start)
    if head is None:
        raise ValueError
    count = int(head[1])
    rows = data[head.end() : head.end() + 20 * count]
    used = [at for at in range(0, 20 * count, 20) if rows[at + 17 : at + 18] == b"n"]
    places = sorted((int(rows[at : at + 10]), at // 20) for at in used)
    ends = [place for place, _ in places[1:]] + [start]
    objects = {number: data[place:end] for (place, number), end in zip(places, ends, strict=True)}
    found = [data[: places[0][0]]]
    at, moved = len(found[0]), dict[int, int]()
    rewritten = _rewritten(objects, runs, language)
    for _, number in places:
        body = rewritten.get(number) or objects[number]
        moved[number] = at
        at += len(body)
        found.append(body)
    found.append(b"xref\n0 %d\n" % count)
    for number in range(count):
        row = rows[20 * number : 20 * number + 20]
        found.append(b"%010d%s" % (moved[number], row[10:]) if number in moved else row)
    found.append(data[head.end() + 20 * count : data.rindex(b"startxref")])
    found.append(b"startxref\n%d\n%%%%EOF\n" % at)
    return b"".join(found)


def _rewritten(objects: Mapping[int, bytes], runs: Sequence[Run], language: str) -> dict[int, bytes]:
    """The objects that are not as they were."""
    found = dict[int, bytes]()
    widths = _widths(objects) if runs else {}
    for number, body in objects.items():
        if b"/Type /Catalog" in body[:40]:
            body = body.replace(b"/Type /Catalog", b"/Type /Catalog\n/Lang (%b)" % language.encode(), 1)
            found[number] = re.sub(rb"/Metadata \d+ 0 R\n", b"", body)
        elif b"/Type /Metadata" in body[:40]:
            found[number] = b"%d 0 obj\nnull\nendobj\n" % number
        elif b"/CreationDate" in body[:400]:
            found[number] = _MAKER.sub(b"", body)
        elif runs and (page := re.search(rb"/Type /Page\n.*?/Contents (\d+) 0 R", body[:200], re.DOTALL)):
            contents = int(page[1])
            packed = _packed(objects[contents], runs, widths)
            if packed is not None:
                found[contents] = packed
        elif (font := re.search(rb"/ToUnicode (\d+) 0 R", body[:400])) is not None:
            found[int(font[1])] = _with_letters(objects[int(font[1])])
    return found


def _with_letters(body: bytes) -> bytes:
    """A table of letters that names those of which a ligature is made, and blanks as blanks."""
    begin = body.index(b"stream\n") + 7
    end = body.rindex(b"endstream")
    table = _LETTERS.sub(lambda letters: _LETTER.sub(_letter, letters[0]), body[begin:end])
    return b"%b<< /Length %d >>\nstream\n%bendstream\nendobj\n" % (body[: body.index(b"<<")], len(table), table)


def _letter(found: re.Match[bytes]) -> bytes:
    letter = chr(int(found[1], 16))
    if letter == "\t":
        return b"<0020>"
    if _FORMS.match(letter):
        plain = unicodedata.normalize("NFKC", letter)
        if len(plain) == 1 or unicodedata.bidirectional(letter) == "L":
            return b"<%b>" % plain.encode("utf-16-be").hex().encode()
    return found[0]


def _widths(objects: Mapping[int, bytes]) -> dict[bytes, list[float]]:
    """How wide the glyphs of each font are, in thousandths of its size."""
    found = {}
    for number, body in objects.items():
        below = re.search(rb"/DescendantFonts \[(\d+) 0 R\]", body[:300])
        wide = re.search(rb"/W \[0 \[([-\d. ]*)\]", objects[int(below[1])]) if below else None
        if wide:
            found[b"F%d" % number] = [float(one) for one in wide[1].split()]
    return found


def _packed(body: bytes, runs: Sequence[Run], widths: Mapping[bytes, list[float]]) -> bytes | None:
    """The contents of a page with the words of its runs; None where it has none."""
    begin = re.search(rb"stream\r?\n", body)
    if begin is None:
        return None
    page = zlib.decompress(body[begin.end() : body.rindex(b"endstream")])
    page, numbered = _BLOCK.subn(lambda block: _block(block, runs, widths), page)
    if not numbered:
        return None
    packed = zlib.compress(page, _LEVEL)
    head = re.sub(rb"/Length \d+ 0 R", b"/Length %d" % len(packed), body[: begin.start()])
    return b"%bstream\n%b\nendstream\nendobj\n" % (head, packed)


def _block(block: re.Match[bytes], runs: Sequence[Run], widths: Mapping[bytes, list[float]]) -> bytes:
    number = number_of(*(float(part) for part in block.group(1, 2, 3)))
    if number is None or number >= len(runs):
        return block[0]
    wide, size = widths.get(block[4], []), float(block[5])
    glyphs, x, y = list[_Glyph](), 0.0, 0.0
    for along, down, code in _SHOWN.findall(block[6]):
        x, y, at = x + float(along), y + float(down), int(code, 16)
        glyphs.append(_Glyph(x, y, x + (wide[at] * size / 1000 if at < len(wide) else 0.0), code))
    run = runs[number]
    if sum(run.counts) != len(glyphs):
        return block[0]
    said = b"".join(_said(_groups(run, glyphs)))
    return block[0][: block.start(6) - block.start()] + said + b"ET\n"


class _Group(NamedTuple):
    """Glyphs and the letters that they say, or at the left edge of which glyph letters stand that have none."""

    text: str
    glyphs: tuple[_Glyph, ...]
    beside: _Glyph | None = None


def _groups(run: Run, glyphs: list[_Glyph]) -> Iterator[_Group]:
    """The groups of a run from left to right."""
    found, at = list[_Group](), 0
    for text, count in zip(run.texts, run.counts, strict=True):
        own, at = tuple(glyphs[at : at + count]), at + count
        if run.leftward and len(text) > 1 and count in (1, len(text)) and not text.endswith(" "):
            found += _one_by_one(text, own)
        else:
            found.append(_Group(text, own))
    return reversed(found) if run.leftward else iter(found)


def _one_by_one(text: str, glyphs: tuple[_Glyph, ...]) -> Iterator[_Group]:
    """Each letter of a group by itself: programs turn a line around letter by letter, and would read it backwards.

    What is drawn on a letter, or in one with it, stands at its left edge.
    """
    widest = max(glyphs, key=lambda glyph: glyph.right - glyph.x)
    for number, letter in enumerate(text):
        own = glyphs[number : number + 1]
        yield _Group(letter, own, None if own and own[0] is widest else widest)


def _said(groups: Iterator[_Group]) -> Iterator[bytes]:
    """What shows the glyphs and says the letters."""
    x = y = 0.0
    for group in groups:
        yield b"/Span <</ActualText <FEFF%b>>> BDC\n" % group.text.encode("utf-16-be", "replace").hex().encode()
        for glyph, seen in _framed(group):
            move = b"%.4f %.4f Td <%b> Tj\n" % (glyph.x - x, glyph.y - y, glyph.code)
            yield move if seen else b"3 Tr\n%b0 Tr\n" % move
            x, y = glyph.x, glyph.y
        yield b"EMC\n"


def _framed(group: _Group) -> Iterator[tuple[_Glyph, bool]]:
    """The glyphs of a group, and whether each is to be seen.

    Where a group begins and ends is told by its first and its last glyph. Were that not its two edges, programs would
    see gaps where there are none, and put blanks there; so unseen glyphs stand at the edges.
    """
    seen = group.glyphs
    if group.beside is not None:
        edge, y = group.beside.x, group.beside.y
        frame = (seen or (group.beside,))[0]
        yield frame._replace(x=edge, y=y), False
        yield from ((glyph, True) for glyph in seen)
        yield frame._replace(x=edge - (frame.right - frame.x), y=y), False
        return
    # A mark without a width of its own may hang over on either side.
    wide = [glyph for glyph in seen if glyph.right > glyph.x] or seen
    first, last = min(wide), max(wide, key=lambda glyph: glyph.right)
    if seen[0] is not first:
        yield first, False
    yield from ((glyph, True) for glyph in seen)
    if seen[-1] is not last:
        yield last, False
