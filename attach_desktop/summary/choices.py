"""What a person chooses of a summary: which sections in which order, how much, and presets that keep such choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from attach_desktop.errors import FaultsError, fault
from attach_desktop.vault.keeping import Settings

#: Every section there is, in the order in which they stand unless the person moves them.
SECTIONS = (
    "glance",
    "questions",
    "quiz",
    "mood",
    "triggers",
    "helps",
    "flagged",
    "thoughts",
    "entries",
    "gratitude",
    "affirmations",
    "checkins",
)
#: Names of presets that a person makes are not longer than this.
MAX_NAME = 60
_SETTING = "summary-presets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The ``sections`` in their order, and how much of them.

    ``notes``: free notes and long texts are included. ``names``: people are called by their aliases; without, they
    become A, B, C everywhere. ``private``: entries marked private are included. Raises FaultsError for a section that
    is unknown or named twice.
    """

    sections: tuple[str, ...] = SECTIONS
    notes: bool = True
    names: bool = True
    private: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        unknown = [name for name in self.sections if name not in SECTIONS]
        faults = [fault("sections", "not-a-choice", choices=", ".join(SECTIONS))] if unknown else []
        if len(set(self.sections)) != len(self.sections):
            faults.append(fault("sections", "given-twice"))
        if faults:
            raise FaultsError(faults)

    def to_json(self) -> dict[str, Any]:
        """As it is kept."""
        return {"sections": list(self.sections), "notes": self.notes, "names": self.names, "private": self.private}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Choices:
        """What was kept; sections that this version does not know are left out, flags that are none are as at first."""
        given = data.get("sections")
        names = dict.fromkeys(name for name in given if name in SECTIONS) if isinstance(given, list) else ()
        flags = {name: data[name] for name in ("notes", "names", "private") if isinstance(data.get(name), bool)}
        return cls(sections=tuple(names), **flags)


#: The presets that are there from the start, by key; their names lie in resources/content (summary.json).
BUILT_IN: Mapping[str, Choices] = {
    "therapist": Choices(
        sections=("glance", "questions", "quiz", "mood", "triggers", "helps", "flagged", "thoughts", "checkins")
    ),
    "me": Choices(sections=tuple(name for name in SECTIONS if name not in ("questions", "flagged", "thoughts"))),
    "page": Choices(sections=("glance",), notes=False),
}
DEFAULT = "therapist"


class Presets:
    """The presets of one vault: the built-in ones, changed or not, and the person's own."""

    def __init__(self, settings: Settings) -> None:
        """Kept in ``settings``."""
        self._settings = settings

    def names(self) -> list[str]:
        """The keys of the built-in ones, then the person's own names in the order in which they were made."""
        return [*BUILT_IN, *(name for name in self._kept() if name not in BUILT_IN)]

    def get(self, name: str) -> Choices | None:
        """The choices of a preset; None where there is none of this name."""
        kept = self._kept().get(name)
        return Choices.from_json(kept) if isinstance(kept, dict) else BUILT_IN.get(name)

    def keep(self, name: str, choices: Choices) -> None:
        """Keep choices under a name; a built-in one is changed. Raises FaultsError for a name that cannot be."""
        name = " ".join(name.split())
        if not name or len(name) > MAX_NAME:
            raise FaultsError([fault("preset", "too-long" if name else "missing", limit=MAX_NAME, length=len(name))])
        self._settings.set(_SETTING, self._kept() | {name: choices.to_json()})

    def drop(self, name: str) -> None:
        """Forget a preset of the person's own; a built-in one is again as it came."""
        kept = self._kept()
        if kept.pop(name, None) is not None:
            self._settings.set(_SETTING, kept)

    def _kept(self) -> dict[str, Any]:
        kept = self._settings.get(_SETTING)
        return dict(kept) if isinstance(kept, dict) else {}


def moved(sections: Sequence[str], name: str, steps: int) -> tuple[str, ...]:
    """The sections with one of them moved up (negative) or down, as far as there is room."""
    order = list(sections)
    at = order.index(name)
    order.insert(max(0, min(len(order) - 1, at + steps)), order.pop(at))
    return tuple(order)


def without(choices: Choices, *names: str) -> Choices:
    """The choices without some sections."""
    return replace(choices, sections=tuple(name for name in choices.sections if name not in names))
