"""Reads documented fields out of a JSON object, collecting every fault instead of stopping at the first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from attach_desktop.clock import MAX_ZONE, Moment
from attach_desktop.errors import Fault, FaultsError, fault

T = TypeVar("T")
#: The longest text kept in one field. A long novel has about this many characters.
MAX_TEXT = 1_000_000
MAX_WORD = 200
MAX_WORDS = 100


class Reader:
    """One object being read. Ask it for fields, then ``finish`` with a function that builds the value."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        """Read from ``data``."""
        self._data = data
        self.faults: list[Fault] = []

    def text(self, field: str) -> str:
        """A text; absent or null is the empty one."""
        value = self._data.get(field)
        if isinstance(value, str):
            return value
        if value is not None:
            self.faults.append(fault(field, "not-a-text"))
        return ""

    def words(self, field: str) -> tuple[str, ...]:
        """A list of texts; absent or null is the empty one."""
        value = self._data.get(field)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            self.faults.append(fault(field, "not-a-list-of-texts"))
            return ()
        return tuple(value)

    def objects(self, field: str) -> list[Mapping[str, Any]]:
        """A list of objects; absent or null is the empty one."""
        value = self._data.get(field)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.faults.append(fault(field, "not-a-list-of-objects"))
            return []
        return value

    def whole(self, field: str) -> int | None:
        """A whole number or None. 3.0 and true are not whole numbers."""
        value = self._data.get(field)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int):
            self.faults.append(fault(field, "not-a-whole-number"))
            return None
        return value

    def flag(self, field: str) -> bool:
        """True or false; absent or null is false."""
        value = self._data.get(field)
        if value is None:
            return False
        if not isinstance(value, bool):
            self.faults.append(fault(field, "not-true-or-false"))
            return False
        return value

    def moment(self, field: str, zone_field: str) -> Moment | None:
        """A moment in ISO 8601 with its zone's name in another field."""
        text, zone = self.text(field), self.text(zone_field)
        wrong = text_faults(zone_field, zone, MAX_ZONE)
        self.faults += wrong
        if not text:
            self.faults.append(fault(field, "missing"))
            return None
        try:
            return Moment.parse(text, "" if wrong else zone)
        except (ValueError, OverflowError):
            self.faults.append(fault(field, "not-a-moment", given=text[:40]))
            return None

    # Many fields in one call: a search or a page reads thousands of them, and most are empty.

    def texts(self, fields: Iterable[str]) -> dict[str, str]:
        """Several texts, by field."""
        get = self._data.get
        return {field: value if type(value := get(field)) is str else self.text(field) for field in fields}

    def word_lists(self, fields: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Several lists of texts, by field."""
        get = self._data.get
        return {field: () if (value := get(field)) is None or value == [] else self.words(field) for field in fields}

    def wholes(self, fields: Iterable[str]) -> dict[str, int | None]:
        """Several whole numbers, by field."""
        get = self._data.get
        return {
            field: value if (value := get(field)) is None or type(value) is int else self.whole(field)
            for field in fields
        }

    def finish(self, build: Callable[[], T]) -> T:
        """The value that ``build`` makes; raises FaultsError with the faults of reading and of building together."""
        try:
            value = build()
        except FaultsError as error:
            raise FaultsError([*self.faults, *error.faults]) from error
        if self.faults:
            raise FaultsError(self.faults)
        return value


def text_faults(field: str, text: str, limit: int = MAX_TEXT) -> list[Fault]:
    """What is wrong with a text: too long, or holding what no file can keep (lone surrogates, NUL)."""
    faults = []
    if len(text) > limit:
        faults.append(fault(field, "too-long", limit=limit, length=len(text)))
    if not text.isascii() and not _can_be_written(text):
        faults.append(fault(field, "lone-surrogate"))
    if "\0" in text:
        faults.append(fault(field, "nul"))
    return faults


def _can_be_written(text: str) -> bool:
    """Whether a file can hold it: one half of a pair of surrogates has no bytes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def word_faults(field: str, words: tuple[str, ...], limit: int = MAX_WORDS) -> list[Fault]:
    """What is wrong with a list of words: too many, one blank, one too long or unreadable."""
    faults = [fault(field, "too-many", limit=limit, length=len(words))] if len(words) > limit else []
    for word in words:
        if not word.strip():
            faults.append(fault(field, "blank-word"))
        faults.extend(text_faults(field, word, MAX_WORD))
    return faults


def range_faults(field: str, value: int | None, low: int, high: int) -> list[Fault]:
    """What is wrong with a number that may be absent. 3.0 and True would not come back from the vault as they went."""
    if value is None:
        return []
    if type(value) is not int:
        return [fault(field, "not-a-whole-number")]
    if low <= value <= high:
        return []
    return [fault(field, "out-of-range", low=low, high=high, given=value)]
