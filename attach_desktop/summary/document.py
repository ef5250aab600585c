"""A document as values: what stands on paper, in HTML and in Markdown, one block after the other. No Qt, no layout.

Every text in a block is plain text, whoever wrote it: a way out shows it as it is and interprets nothing in it. Line
breaks in a text are line breaks. Where parts of a text are to stand out, ``spans`` say which.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum


class Tone(Enum):
    """How a paragraph sounds: as the body, quieter, quiet and small, or as a lead that stands out."""

    BODY = "body"
    MUTED = "muted"
    SMALL = "small"
    LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Span:
    """The part ``begin`` to ``end`` (in characters, end excluded) of a text stands out."""

    begin: int
    end: int
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """The mood mark of an entry: pleasantness and energy, 1 to 5, None where it was not given."""

    mood: int | None
    energy: int | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of ``level`` 1 (a section) to 3 (an entry). It never stands alone at the foot of a page.

    ``mark`` is drawn before it; ``aside`` stands quietly behind it, such as the flags of an entry.
    """

    text: str
    level: int = 1
    mark: Mark | None = None
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text of any length."""

    text: str
    tone: Tone = Tone.BODY
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A text below or beside its ``label``: "What happened", and what was written there."""

    label: str
    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list of short texts, each after a dash or, where ``numbered``, after its number."""

    texts: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with column ``heads``, repeated on every page that it goes on to. ``name`` says what it is of.

    ``shares`` is how wide the columns are in relation to each other; empty: all alike. Cells are texts.
    """

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing of ``what``: a fact of the insights, a quiz result … The window knows how each is drawn (ui/paper/).

    ``name`` and ``sentence`` say what it shows where nothing is drawn, and to a screen reader.
    """

    what: object
    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure as it is drawn for HTML: ``svg`` as a whole document, and what it shows in words and as a table.

    A figure can come to several pictures (months, cards); ``sentence`` describes this one; ``heads`` and ``rows`` are
    empty where there is no table.
    """

    svg: str
    name: str
    sentence: str
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Ruled:
    """Empty ruled lines to write on by hand, with what is asked above them."""

    label: str
    lines: int = 3


@dataclass(frozen=True, slots=True)
class Scale:
    """Numbers to circle by hand, from ``low`` to ``high``, with what is asked above and words at both ends."""

    label: str
    low: int
    high: int
    low_word: str = ""
    high_word: str = ""


@dataclass(frozen=True, slots=True)
class Large:
    """A few words in large type in the middle of the page: the affirmation of the day, a recovery code.

    ``fixed`` takes letters of one width, for codes.
    """

    lines: tuple[str, ...]
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Field | Items | Grid | Figure | Ruled | Scale | Large | PageBreak


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document: its ``title`` on the page, what it is ``about`` (the days), the ``cover`` lines, and its blocks.

    ``header`` stands at the head of every page beside "page x of y"; it and the file's own title say nothing private.
    ``language`` is a BCP 47 tag. A document without a ``title`` begins with its first block (cards and forms).
    """

    title: str
    about: str = ""
    cover: tuple[str, ...] = ()
    header: str = ""
    blocks: Sequence[Block] = ()
    language: str = "en"
