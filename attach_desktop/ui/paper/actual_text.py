"""Puts into a PDF file, as Qt writes it, what its lines say; and takes out of it when it was made.

Qt's files are regular: numbered objects one after the other, each page's drawing one packed stream with its length in
an object of its own, a table of all places at the end. Whatever does not look like that is left as it is.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterator, Sequence

from attach_desktop.ui.paper.said import Said
from attach_desktop.ui.paper.spoken import spoken_line
from attach_desktop.ui.paper.text_painter import MARK

_MARKED = re.compile(rb"%d -?([0-9]+) 1 1 re\nf\n" % MARK)
_LETTERS, _LETTER = re.compile(rb"\[[^\]]*\]"), re.compile(rb"<([0-9A-F]{4})>")
#: Letters that a font's table calls a glyph by, although nobody typed them: ligatures, presentation forms, radicals.
_FORMS = re.compile("[\u2e80-\u2fdf\ufb00-\ufb17\ufb50-\ufdff\ufe70-\ufefc]")
_FONT = re.compile(rb"/F[0-9]+ ")
#: Half the time of the usual level, and hardly more bytes.
_LEVEL = 4


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
        #: Tables of what the glyphs of a font stand for.
        self._tables = {int(one) for one in re.findall(rb"/ToUnicode ([0-9]+) 0 R", data)}
        self._widths: dict[bytes, Sequence[float]] = {}
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
        if number in self._tables:
            return _with_letters(self._object(number))
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

    def _wide(self, font: bytes) -> Sequence[float]:
        """How wide the glyphs of a font ("/F7 …") are, in thousandths of its size."""
        name = font.split(b" ", 1)[0]
        if name not in self._widths:
            below = re.search(rb"/DescendantFonts \[([0-9]+) 0 R\]", self._object(int(name[2:])))
            wide = re.search(rb"/W \[0 \[([-0-9. ]*)\]", self._object(int(below[1]))) if below else None
            self._widths[name] = [float(one) for one in wide[1].split()] if wide else ()
        return self._widths[name]

    def _spoken(self, drawn: bytes) -> Iterator[bytes]:
        parts = _MARKED.split(drawn)
        font = _FONT.search(drawn)
        yield parts[0]
        for number, part in zip(parts[1::2], parts[2::2], strict=True):
            line, second = divmod(int(number), 2)
            if second:
                yield part
            elif line < len(self._lines):
                yield from spoken_line(part, self._lines[line], font.group() if font else b"", self._wide)
            else:
                raise _UnexpectedError


def _with_letters(table: bytes) -> bytes:
    """A font's table of letters, in which none is called by a form that nobody types."""
    begin, end = table.find(b"stream\n") + 7, table.rfind(b"endstream")
    if not 7 <= begin <= end or b"/Filter" in table[:begin]:
        raise _UnexpectedError
    plain = _LETTERS.sub(lambda letters: _LETTER.sub(_plain_letter, letters[0]), table[begin:end])
    return b"%b<< /Length %d >>\nstream\n%bendstream\nendobj\n" % (table[: table.index(b"<<")], len(plain), plain)


def _plain_letter(found: re.Match[bytes]) -> bytes:
    letter = chr(int(found[1], 16))
    if letter == "\t":
        return b"<0020>"
    if _FORMS.match(letter):
        plain = unicodedata.normalize("NFKC", letter)
        if len(plain) == 1 or unicodedata.bidirectional(letter) == "L":
            return b"<%b>" % plain.encode("utf-16-be").hex().upper().encode()
    return found[0]


def _sure(found: re.Match[bytes] | None) -> re.Match[bytes]:
    if found is None:
        raise _UnexpectedError
    return found
