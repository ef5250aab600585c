"""What a room hands over so that its records can be found: where they are kept, and how they are said and drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QObject

from attach_desktop.ui.finding.day_words import DayWords
from attach_desktop.ui.finding.filter_chips import Named
from attach_desktop.ui.finding.found_model import Describe
from attach_desktop.ui.finding.row_delegate import RowDelegate
from attach_desktop.vault.finding import FindingStore

if TYPE_CHECKING:
    from attach_desktop.ui.finding.filter_panel import FilterPanel

T = TypeVar("T")


class Emptiness(NamedTuple):
    """What an empty list says: a heading, a sentence, and the name of the one step that it offers."""

    title: str
    text: str
    step: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FindWords:
    """What the parts are called. ``several`` has a place for ``{count}``."""

    search: str
    rows: str
    one: str
    several: str
    no_match: Emptiness
    none_yet: Emptiness


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject(Generic[T]):
    """The records of ``store``.

    ``sentence`` says a row for a screen reader; ``delegate`` makes what draws rows, given the words searched for and
    its parent; ``filters`` makes the panel that narrows the list; ``named`` and ``moods`` say parts of a filter.
    """

    store: FindingStore[T]
    days: DayWords
    words: FindWords
    sentence: Describe[T]
    delegate: Callable[[Callable[[], str], QObject], RowDelegate[T]]
    filters: Callable[[], FilterPanel]
    named: Named
    moods: Sequence[str] = ()
