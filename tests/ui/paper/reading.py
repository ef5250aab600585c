"""How tests look into PDF files: what pages draw, and what a reader finds in them."""

from __future__ import annotations

import re
import unicodedata
import zlib

from tests.ui.paper.poppler import text_of

_OF_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def page_count(data: bytes) -> int:
    """How many pages."""
    return len(re.findall(rb"/Type /Page\b", data))


def drawn(data: bytes) -> list[bytes]:
    """What each page draws, unpacked."""
    found = []
    for number in re.findall(rb"/Contents (\d+) 0 R", data):
        place = re.search(rb"\n%s 0 obj\n.*?stream\n" % number, data, re.DOTALL)
        assert place is not None
        found.append(zlib.decompressobj().decompress(data[place.end() :]))
    return found


def read(data: bytes) -> list[str]:
    """The lines that pdftotext finds, with letters in their plain forms and without marks of direction."""
    return [as_read(line) for line in text_of(data).split("\n") if line.strip()]


def as_read(text: str) -> str:
    """A text as ``read`` gives it."""
    return " ".join(_OF_DIRECTION.sub("", unicodedata.normalize("NFKC", text)).split())
