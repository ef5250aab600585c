"""Puts into a PDF file, as Qt writes it, what its lines say; and takes out of it when it was made.

Qt's files are regular: numbered objects one after the other, each page's drawing one packed stream with its length in
an object of its own, a table of all places at the end. Whatever does not look like that is left as it is.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence

from attach_desktop.ui.paper.said import Group, Run, Said
from attach_desktop.ui.paper.text_painter import MARK

_NUMBER = rb"-?[0-9.]+"
_MARKED = re.compile(rb"%d -?([0-9]+) 1 1 re\nf\n" % MARK)
#: A run of glyphs, and a picture that stands for one.
_DRAWN = re.compile(
    rb"BT\n(?P<font>/F[0-9]+ [^\n]*Tm\n)(?P<glyphs>.*?)ET\n"
    rb"|q\n(?:/GSa gs\n)?1 0 0 1 (?P<x>%b) (?P<y>%b) cm\n%b 0 0 %b 0 (?P<high>%b) cm /Im[0-9]+  Do\nQ\n"
    % ((_NUMBER,) * 5),
    re.DOTALL,
)
_GLYPH = re.compile(rb"(N) (N) Td <([0-9A-F]+)> Tj\n".replace(b"N", _NUMBER))
_FONT = re.compile(rb"/F[0-9]+ ")
#: How far up its picture an emoji's foot stands.
_FOOT = 0.79
#: Half the time of the usual level, and hardly more bytes.
_LEVEL = 4
_END = b"EMC\n"


class _UnexpectedError(Exception):
    """The file is not as Qt writes it today."""


def with_text(data: bytes, lines: Sequence[Said], pages: Sequence[int], language: str) -> bytes:
    """The file with what was said on ``lines``; ``pages`` says for each page how many were noted before it.

    Says in which ``language`` it is, and neither when nor by what it was made. A file that does not look as expected
    comes back as it is.
    """
    try:
        return bytes(_Rewriting(data, lines, pages, language).whole())
    except _UnexpectedError:
        return data


class _Rewriting:
    def __init__(self, data: bytes, lines: Sequence[Said], pages: Sequence[int], language: str) -> None:
        self._data, self._lines, self._language = data, lines, language
        self._places = self._table()
        self._trailer = data[data.rindex(b"trailer\n") :]
        self._info, self._root = self._named(self._trailer, b"Info"), self._named(self._trailer, b"Root")
        catalog = self._object(self._root)
        self._metadata = self._named(catalog, b"Metadata")
        self._contents = self._marked_pages(catalog, pages)
        self._object(self._info)
        #: Lengths that have changed, by the object that holds them.
        self._lengths: dict[int, int] = {}

    # -- reading ---------------------------------------------------------------------------------------------------

    def _table(self) -> dict[int, tuple[int, int]]:
        """Where each object begins and ends."""
        data = self._data
        found = re.search(rb"startxref\n([0-9]+) ?\n%%EOF\n$", data[-64:])
        at = int(_sure(found).group(1))
        head = _sure(re.compile(rb"xref\n0 ([0-9]+)\n").match(data, at))
        count, first = int(head.group(1)), head.end()
        begins = []
        for number in range(1, count):
            entry = data[first + 20 * number : first + 20 * number + 20]
            if entry[17:18] == b"n":
                begins.append((int(entry[:10]), number))
        begins.sort()
        ends = [begin for begin, _ in begins[1:]] + [at]
        places = {number: (begin, end) for (begin, number), end in zip(begins, ends, strict=True)}
        if any(not data.startswith(b"%d 0 obj\n" % number, begin) for number, (begin, _) in places.items()):
            raise _UnexpectedError
        return places

    def _object(self, number: int) -> bytes:
        if number not in self._places:
            raise _UnexpectedError
        begin, end = self._places[number]
        return self._data[begin:end]

    @staticmethod
    def _named(dictionary: bytes, name: bytes) -> int:
        """The object that a dictionary names."""
        return int(_sure(re.search(rb"/" + name + rb" ([0-9]+) 0 R", dictionary)).group(1))

    def _marked_pages(self, catalog: bytes, pages: Sequence[int]) -> set[int]:
        """The streams of the pages that have marked lines."""
        kids = _sure(re.search(rb"/Kids \n?\[(.*?)\]", self._object(self._named(catalog, b"Pages")), re.DOTALL))
        numbers = [int(one) for one in re.findall(rb"([0-9]+) 0 R", kids.group(1))]
        if len(numbers) != len(pages):
            raise _UnexpectedError
        ends = [*pages[1:], len(self._lines)]
        marked = [number for number, begin, end in zip(numbers, pages, ends, strict=True) if end > begin]
        return {self._named(self._object(number), b"Contents") for number in marked}

    # -- writing ---------------------------------------------------------------------------------------------------

    def whole(self) -> bytearray:
        """The file anew."""
        out, data = bytearray(), memoryview(self._data)
        order = sorted(self._places, key=lambda number: self._places[number])
        out += data[: self._places[order[0]][0]]
        begins = dict[int, int]()
        for number in order:
            begins[number] = len(out)
            begin, end = self._places[number]
            changed = self._changed(number)
            out += data[begin:end] if changed is None else changed
        at = len(out)
        size = max(order) + 1
        out += b"xref\n0 %d\n0000000000 65535 f \n" % size
        for number in range(1, size):
            out += b"%010d 00000 n \n" % begins[number] if number in begins else b"0000000000 65535 f \n"
        out += b"trailer\n<<\n/Size %d\n/Info %d 0 R\n/Root %d 0 R\n>>\n" % (size, self._info, self._root)
        out += b"startxref\n%d\n%%%%EOF\n" % at
        return out

    def _changed(self, number: int) -> bytes | None:
        """An object anew, where it has to change."""
        if number in self._contents:
            return self._content(self._object(number))
        if number in self._lengths:
            return b"%d 0 obj\n%d\nendobj\n" % (number, self._lengths[number])
        if number == self._info:
            title = _sure(re.search(rb"/Title \(.*?\)\n", self._object(number), re.DOTALL)).group()
            return b"%d 0 obj\n<<\n%s>>\nendobj\n" % (number, title)
        if number == self._metadata:
            return b"%d 0 obj\nnull\nendobj\n" % number
        if number == self._root:
            language = re.sub(rb"[^A-Za-z0-9-]", b"", self._language.encode())
            return re.sub(rb"/Metadata [0-9]+ 0 R\n", b"/Lang (%s)\n" % language, self._object(number))
        return None

    def _content(self, page: bytes) -> bytes:
        """A page's stream with what its lines say."""
        length = self._named(page, b"Length")
        begin, end = page.find(b"stream\n") + 7, page.rfind(b"\nendstream")
        if not 7 <= begin <= end or b"/FlateDecode" not in page[:begin]:
            raise _UnexpectedError
        try:
            drawn = zlib.decompress(page[begin:end])
        except zlib.error:
            raise _UnexpectedError from None
        packed = zlib.compress(b"".join(self._spoken(drawn)), _LEVEL)
        if self._places[length][0] < self._places[int(page[: page.index(b" ")])][0]:
            # Its length would be written already.
            raise _UnexpectedError
        self._lengths[length] = len(packed)
        return page[:begin] + packed + page[end:]

    def _spoken(self, drawn: bytes) -> Iterator[bytes]:
        parts = _MARKED.split(drawn)
        font = _FONT.search(drawn)
        yield parts[0]
        for number, part in zip(parts[1::2], parts[2::2], strict=True):
            line, second = divmod(int(number), 2)
            if second:
                yield part
            elif line < len(self._lines):
                yield from spoken_line(part, self._lines[line], font.group() if font else b"")
            else:
                raise _UnexpectedError


def spoken_line(drawn: bytes, line: Said, font: bytes) -> Iterator[bytes]:
    """The drawing of one line with what it says; ``font`` is one that the page has, for pictures that are words."""
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
            yield from _letters(ones[0], run)
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


def _letters(piece: re.Match[bytes], run: Run) -> Iterator[bytes]:
    """A piece of text, word by word. What is drawn from right to left is drawn from left to right instead.

    Readers put signs in order by their places, and turn words around themselves: they want to see them as they lie.
    """
    if all(group.text is None for group in run.groups):
        yield piece.group()
        return
    x = y = 0.0
    glyphs = list[tuple[float, float, bytes]]()
    for right, down, glyph in _GLYPH.findall(piece["glyphs"]):
        x, y = x + float(right), y + float(down)
        glyphs.append((x, y, glyph))
    groups = run.groups
    if run.backward:
        glyphs.reverse()
        groups = tuple(Group(group.glyphs, group.text and group.text[::-1]) for group in reversed(groups))
    yield b"BT\n" + piece["font"]
    at, left, down = 0, 0.0, 0.0
    for group in groups:
        if group.text is not None:
            yield _begin(group.text)
        for x, y, glyph in glyphs[at : at + group.glyphs]:
            yield b"%.6g %.6g Td <%s> Tj\n" % (x - left, y - down, glyph)
            left, down = x, y
        at += group.glyphs
        if group.text is not None:
            yield _END
    yield b"ET\n"


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


def _sure(found: re.Match[bytes] | None) -> re.Match[bytes]:
    if found is None:
        raise _UnexpectedError
    return found
