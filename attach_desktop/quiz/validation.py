"""Everything that can be wrong with a questionnaire's file, each fault with its place (``items[3].key``, from 0)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from typing import Any

from attach_desktop.errors import Fault, fault
from attach_desktop.vault.reading import text_faults

FORMAT = "attach-desktop questionnaire"
SLOT = re.compile(r"\{([a-z][a-z0-9_]{0,29})\}")
ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
MAX_ITEMS, MAX_POINTS, MAX_LENSES = 200, 11, 20
MIN_ITEMS, MIN_POINTS, MIN_PER_DIMENSION = 4, 2, 2
MAX_SENTENCE, MAX_NAME, MAX_ABOUT, MAX_ID = 500, 200, 5000, 64
KEYS = ("direct", "reversed")
_REFERENCE = ("sd", "r_internal", "r_retest", "cut", "min_answered", "source")

Faults = list[Fault]


def validate(data: object) -> Faults:
    """Every fault of a questionnaire given as JSON values, in the order of the file; empty if it can be used."""
    if not isinstance(data, dict):
        return [fault("questionnaire", "not-an-object")]
    faults: Faults = []
    _fields(
        faults,
        "",
        data,
        needed=("format", "id", "version", "name", "points", "dimensions", "lenses", "items"),
        optional=("about", "time_frame", "reference"),
    )
    if "format" in data and data["format"] != FORMAT:
        faults.append(fault("format", "not-a-choice", choices=FORMAT))
    _id(faults, "", data)
    _version(faults, data)
    _text(faults, "", "name", data, MAX_NAME)
    for name in ("about", "time_frame"):
        _text(faults, "", name, data, MAX_ABOUT, blank=True)
    points = _points(faults, data)
    dimensions = _dimensions(faults, data, points)
    slots = _lenses(faults, data)
    _items(faults, data, dimensions, slots)
    return faults


def _fields(faults: Faults, at: str, data: dict[Any, Any], needed: Iterable[str], optional: Iterable[str]) -> None:
    faults += [fault(at + name, "missing") for name in needed if name not in data]
    known = {*needed, *optional}
    faults += [fault(at + str(name)[:60], "unknown-field") for name in data if name not in known]


def _text(faults: Faults, at: str, name: str, data: dict[Any, Any], limit: int, *, blank: bool = False) -> str | None:
    """The text under ``name`` of the object at ``at``; None where it is missing or no text that can be used."""
    return _one_text(faults, at + name, data[name], limit, blank=blank) if name in data else None


def _one_text(faults: Faults, at: str, value: object, limit: int, *, blank: bool = False) -> str | None:
    if not isinstance(value, str):
        faults.append(fault(at, "not-a-text"))
        return None
    if not blank and not value.strip():
        faults.append(fault(at, "blank"))
        return None
    faults += text_faults(at, value, limit)
    return value


def _id(faults: Faults, at: str, data: dict[Any, Any]) -> str | None:
    value = _text(faults, at, "id", data, MAX_ID)
    if value is not None and not ID.fullmatch(value):
        faults.append(fault(at + "id", "not-a-short-name"))
        return None
    return value


def _version(faults: Faults, data: dict[Any, Any]) -> None:
    if "version" not in data:
        return
    value = data["version"]
    if isinstance(value, bool) or not isinstance(value, int):
        faults.append(fault("version", "not-a-whole-number"))
    elif not 1 <= value <= 1_000_000:
        faults.append(fault("version", "out-of-range", low=1, high=1_000_000, given=value))


def _list(faults: Faults, name: str, data: dict[Any, Any], low: int, high: int) -> list[Any]:
    """The list under ``name``; empty where it is missing, no list, or of a length that cannot be."""
    if name not in data:
        return []
    value = data[name]
    if not isinstance(value, list):
        faults.append(fault(name, "not-a-list"))
        return []
    if not low <= len(value) <= high:
        faults.append(fault(name, "wrong-count", low=low, high=high, given=len(value)))
        if len(value) > high:
            return []
    return value


def _points(faults: Faults, data: dict[Any, Any]) -> int | None:
    labels = _list(faults, "points", data, MIN_POINTS, MAX_POINTS)
    texts = [_one_text(faults, f"points[{place}]", label, MAX_NAME) for place, label in enumerate(labels)]
    _once(faults, [(f"points[{place}]", text) for place, text in enumerate(texts)])
    return len(labels) if len(labels) >= MIN_POINTS else None


def _once(faults: Faults, values: Iterable[tuple[str, str | None]]) -> None:
    """Each text once: names every later one that says the same."""
    seen: set[str] = set()
    for at, value in values:
        key = " ".join(value.split()).casefold() if value is not None else None
        if key is not None and key in seen:
            faults.append(fault(at, "said-twice"))
        elif key is not None:
            seen.add(key)


def _objects(
    faults: Faults,
    name: str,
    data: dict[Any, Any],
    counts: tuple[int, int],
    read: Callable[[str, dict[Any, Any]], None],
) -> None:
    """Read every object of the list ``name`` with its place in front, such as ``items[3].``."""
    for place, value in enumerate(_list(faults, name, data, *counts)):
        if isinstance(value, dict):
            read(f"{name}[{place}].", value)
        else:
            faults.append(fault(f"{name}[{place}]", "not-an-object"))


def _dimensions(faults: Faults, data: dict[Any, Any], points: int | None) -> list[str]:
    found: list[tuple[str, str | None]] = []
    shared = "reference" in data
    if shared:
        _reference(faults, "reference", data["reference"], points)

    def read(at: str, value: dict[Any, Any]) -> None:
        needed = ("id", "name", "low", "high") + (() if shared else ("reference",))
        _fields(faults, at, value, needed, ("reference",))
        found.append((at + "id", _id(faults, at, value)))
        for name in ("name", "low", "high"):
            _text(faults, at, name, value, MAX_NAME)
        if "reference" in value:
            _reference(faults, at + "reference", value["reference"], points)

    _objects(faults, "dimensions", data, (2, 2), read)
    _once(faults, found)
    # Where they are not two different ones, what the items say of them means nothing.
    ids = list(dict.fromkeys(value for _, value in found if value is not None))
    return ids if len(ids) == 2 else []


def _reference(faults: Faults, at: str, data: object, points: int | None) -> None:
    if not isinstance(data, dict):
        faults.append(fault(at, "not-an-object"))
        return
    inside = at + "."
    _fields(faults, inside, data, _REFERENCE, ())
    _number(faults, inside, "sd", data, (0, 1000))
    _number(faults, inside, "r_internal", data, (0, 1))
    _number(faults, inside, "r_retest", data, (0, 1))
    _number(faults, inside, "cut", data, (1, points or MAX_POINTS))
    _number(faults, inside, "min_answered", data, (0, 1), high_too=True)
    _text(faults, inside, "source", data, MAX_ABOUT)


def _number(
    faults: Faults,
    at: str,
    name: str,
    data: dict[Any, Any],
    bounds: tuple[int, int],
    *,
    high_too: bool = False,
) -> None:
    """A number between ``bounds`` but on neither (``high_too``: the upper one will do): there, formulas break down."""
    if name not in data:
        return
    value, (low, high) = data[name], bounds
    if isinstance(value, bool) or not isinstance(value, int | float) or not _finite(value):
        faults.append(fault(at + name, "not-a-number"))
    elif not low < value < high and not (high_too and value == high):
        faults.append(fault(at + name, "out-of-bounds", low=low, high=high))


def _finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def _lenses(faults: Faults, data: dict[Any, Any]) -> list[set[str]]:
    """The slots that each lens can fill."""
    found: list[tuple[str, str | None]] = []
    slots: list[set[str]] = []

    def read(at: str, value: dict[Any, Any]) -> None:
        _fields(faults, at, value, ("id", "name"), ("forms", "note"))
        found.append((at + "id", _id(faults, at, value)))
        _text(faults, at, "name", value, MAX_NAME)
        _text(faults, at, "note", value, MAX_ABOUT, blank=True)
        forms = value.get("forms", {})
        if not isinstance(forms, dict):
            faults.append(fault(at + "forms", "not-an-object"))
            return
        for name in forms:
            _one_text(faults, f"{at}forms.{name}"[:120], forms[name], MAX_NAME)
        slots.append(set(forms))

    _objects(faults, "lenses", data, (1, MAX_LENSES), read)
    _once(faults, found)
    return slots


def _items(faults: Faults, data: dict[Any, Any], dimensions: list[str], slots: list[set[str]]) -> None:
    texts: list[tuple[str, str | None]] = []
    counted = dict.fromkeys(dimensions, 0)
    common = set.intersection(*slots) if slots else None

    def read(at: str, value: dict[Any, Any]) -> None:
        _fields(faults, at, value, ("text", "dimension", "key"), ("facet", "note"))
        text = _text(faults, at, "text", value, MAX_SENTENCE)
        texts.append((at + "text", text))
        if text is not None and common is not None:
            _slots(faults, at + "text", text, common)
        dimension = value.get("dimension")
        if isinstance(dimension, str) and dimension in counted:
            counted[dimension] += 1
        elif "dimension" in value and dimensions:
            faults.append(fault(at + "dimension", "not-a-choice", choices=", ".join(dimensions)))
        if "key" in value and value["key"] not in KEYS:
            faults.append(fault(at + "key", "not-a-choice", choices=", ".join(KEYS)))
        _text(faults, at, "facet", value, MAX_NAME, blank=True)
        _text(faults, at, "note", value, MAX_ABOUT, blank=True)

    before = len(faults)
    _objects(faults, "items", data, (MIN_ITEMS, MAX_ITEMS), read)
    _once(faults, texts)
    if len(faults) == before and texts:
        faults += [
            fault("items", "too-few-of-dimension", dimension=name, low=MIN_PER_DIMENSION, given=count)
            for name, count in counted.items()
            if count < MIN_PER_DIMENSION
        ]


def _slots(faults: Faults, at: str, text: str, common: set[str]) -> None:
    for name in sorted({slot[1] for slot in SLOT.finditer(text)} - common):
        faults.append(fault(at, "unknown-slot", slot=name))
    if "{" in SLOT.sub("", text) or "}" in SLOT.sub("", text):
        faults.append(fault(at, "stray-brace"))
