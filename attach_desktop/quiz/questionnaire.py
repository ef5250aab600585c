"""A questionnaire as a frozen value: items, scale, two dimensions, and the relationships it can be answered about.

The format of the files is documented in docs/quiz-items.md; ``validation.py`` names everything that is wrong with one.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from attach_desktop import resources
from attach_desktop.errors import FaultsError, fault
from attach_desktop.quiz.files import read
from attach_desktop.quiz.validation import SLOT, validate

#: The questionnaire that comes with the program, and the file under resources/content that holds it.
BUILT_IN = "attach-16"
_BUILT_IN_FILE = "quiz/close-16"
#: The dimensions of the literature, in the order of the four styles' names.
ATTACHMENT = ("anxiety", "avoidance")
#: Names of the four parts of the plane (Bartholomew and Horowitz 1991): both low, second high, first high, both high.
STYLES = ("secure", "dismissing", "preoccupied", "fearful")
#: Forms of a lens that an alias takes the place of: several people, and any one of them.
ALIAS_FORMS = ("who", "one")


@dataclass(frozen=True, slots=True)
class Reference:
    """Constants that a score is read with.

    ``sd`` is the standard deviation between people in scale points; ``r_internal`` the internal consistency and
    ``r_retest`` the correlation with a later take, both between 0 and 1; ``cut`` the middle that divides low from
    high; ``min_answered`` the share of a dimension's items (0 to 1) below which it gets no figure. ``source`` says
    where they come from: a person reads it beside every interval.
    """

    sd: float
    r_internal: float
    r_retest: float
    cut: float
    min_answered: float
    source: str

    def standard_error(self, r: float) -> float:
        """The standard error of measurement with all items answered: SD·√(1 − r) (classical test theory)."""
        return self.sd * math.sqrt(1 - r)


@dataclass(frozen=True, slots=True)
class Dimension:
    """One axis: its id, its name, what its low and high ends are called, and its constants."""

    id: str
    name: str
    low: str
    high: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence to answer. ``text`` may hold slots such as ``{who}``, which the lens fills.

    ``reversed`` items count the other way round; ``facet`` and ``note`` (why it is worded so) are for readers.
    """

    text: str
    dimension: str
    facet: str
    reversed: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lens:
    """The relationship that the items are about: id, name, a sentence of help, and the forms that fill the slots."""

    id: str
    name: str
    forms: Mapping[str, str]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A whole questionnaire. ``points`` are the labels of its scale, for the answers 1 to ``len(points)``.

    Changing any item makes a new version: answers to different sentences are never compared.
    """

    id: str
    version: int
    name: str
    about: str
    time_frame: str
    points: tuple[str, ...]
    dimensions: tuple[Dimension, Dimension]
    lenses: tuple[Lens, ...]
    items: tuple[Item, ...]
    #: For each dimension, its items' positions (from 0) with whether they are reversed.
    keys: tuple[tuple[tuple[int, bool], ...], ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Sort the items by dimension once, so that scoring need not."""
        keys = tuple(
            tuple((place, item.reversed) for place, item in enumerate(self.items) if item.dimension == dimension.id)
            for dimension in self.dimensions
        )
        object.__setattr__(self, "keys", keys)

    @property
    def about_attachment(self) -> bool:
        """Whether its dimensions are anxiety and avoidance, so that the four styles' names and texts fit."""
        return tuple(dimension.id for dimension in self.dimensions) == ATTACHMENT

    @property
    def parts(self) -> tuple[str, str, str, str]:
        """What the four parts of the plane are called: both low, second high, first high, both high."""
        if self.about_attachment:
            return STYLES
        first, second = self.dimensions
        return (
            f"{first.low}, {second.low}",
            f"{first.low}, {second.high}",
            f"{first.high}, {second.low}",
            f"{first.high}, {second.high}",
        )

    def lens(self, lens_id: str) -> Lens:
        """The lens with this id. Raises FaultsError naming the lenses that exist."""
        for lens in self.lenses:
            if lens.id == lens_id:
                return lens
        raise FaultsError([fault("lens", "not-a-choice", choices=", ".join(lens.id for lens in self.lenses))])

    def sentence(self, place: int, lens: Lens, alias: str = "") -> str:
        """The item at ``place`` (from 0) as a person reads it; ``alias`` stands where the lens names the person."""
        forms = dict(lens.forms)
        if alias.strip():
            forms.update(dict.fromkeys(ALIAS_FORMS, alias.strip()))
        text = SLOT.sub(lambda slot: forms[slot[1]], self.items[place].text)
        return text[:1].upper() + text[1:]


def from_json(data: object) -> Questionnaire:
    """A questionnaire from its documented fields. Raises FaultsError with every fault named."""
    faults = validate(data)
    if faults or not isinstance(data, dict):
        raise FaultsError(faults)
    shared = data.get("reference")
    first, second = (_dimension(found, shared) for found in data["dimensions"])
    return Questionnaire(
        id=data["id"],
        version=data["version"],
        name=data["name"].strip(),
        about=data.get("about", ""),
        time_frame=data.get("time_frame", ""),
        points=tuple(label.strip() for label in data["points"]),
        dimensions=(first, second),
        lenses=tuple(
            Lens(found["id"], found["name"].strip(), dict(found.get("forms", {})), found.get("note", ""))
            for found in data["lenses"]
        ),
        items=tuple(
            Item(
                found["text"].strip(),
                found["dimension"],
                found.get("facet", ""),
                found["key"] == "reversed",
                found.get("note", ""),
            )
            for found in data["items"]
        ),
    )


def _dimension(data: Mapping[str, Any], shared: Mapping[str, Any] | None) -> Dimension:
    constants: Mapping[str, Any] = data.get("reference") or shared or {}
    reference = Reference(
        sd=float(constants["sd"]),
        r_internal=float(constants["r_internal"]),
        r_retest=float(constants["r_retest"]),
        cut=float(constants["cut"]),
        min_answered=float(constants["min_answered"]),
        source=constants["source"],
    )
    return Dimension(data["id"], data["name"].strip(), data["low"].strip(), data["high"].strip(), reference)


def load(path: Path) -> Questionnaire:
    """The questionnaire in a file. Raises FaultsError with every fault named, or StorageError."""
    return from_json(read(path))


def built_in(language: str = resources.FALLBACK_LANGUAGE) -> Questionnaire:
    """The questionnaire that comes with the program."""
    return from_json(resources.content(_BUILT_IN_FILE, language))
