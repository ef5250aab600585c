"""Writes made-up entries: composes them from the fragments of ``resources/content/made_up.json``.

Two things in them are true, so that what is counted from them can be checked: the trigger of the scene whose
``mood`` is lowest lowers mood by far the most, and a coping card named under ``eases`` eases by that much
more than the rest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from random import Random
from typing import Any, TypeVar

from attach_desktop import resources
from attach_desktop.clock import Moment
from attach_desktop.journal.entry import TEXT_FIELDS, Coping, Entry
from attach_desktop.journal.vocabulary import PresetTrigger, Vocabulary

T = TypeVar("T")
Material = Mapping[str, Any]
#: Of 100 entries about 60 stay at the grid, 30 tell what set it off, 10 are thought records.
_REACTION_DEPTH, _RECORD_DEPTH = 0.60, 0.90
_USUAL_MOOD = 3.3
#: Whom a note is about when no scene says it.
_NEAR_ROLES = ("partner", "friend", "sibling", "relative")
#: How much distress eases by itself in the meantime, whatever is done, in points of intensity.
_EASES_ANYWAY = 1.0
_MINUTES = (1, 2, 5, 10, 10, 15, 20, 30, 45, 60, 90)


def material() -> Material:
    """The fragments."""
    found: Material = json.loads(resources.path("content", "made_up.json").read_text("utf-8"))
    return found


def triggers(vocabulary: Vocabulary, found: Material) -> list[PresetTrigger]:
    """The made-up person's triggers: the presets and some of their own."""
    own = [PresetTrigger(item["name"], item["kind"], item["pull"]) for item in found["own_triggers"]]
    return [*vocabulary.triggers, *own]


class EntryWriter:
    """Composes entries, one after another, out of one stream of chance."""

    def __init__(self, chance: Random, vocabulary: Vocabulary, found: Material) -> None:
        """Write with the fragments ``found``; the same ``chance`` gives the same entries."""
        self._chance = chance
        self._found = found
        self._body = vocabulary.body
        self._nothing = vocabulary.nothing_in_particular
        self._cards = [card for card in vocabulary.coping if card != self._nothing]
        self._card_weights = [4 if card in found["eases"] else 1 for card in self._cards]
        self._near = {
            (mood, energy): [feeling.word for feeling in vocabulary.near(mood, energy)[:7]]
            for mood in range(1, 6)
            for energy in range(1, 6)
        }
        self._scene_weights = [scene["often"] for scene in found["scenes"]]
        scenes = {scene["trigger"] for scene in found["scenes"]}
        self._other_triggers = [t.name for t in triggers(vocabulary, found) if t.name not in scenes]
        self._person_weights = [person["often"] for person in found["people"]]

    def entry(self, at: Moment, level: float) -> Entry:
        """An entry at ``at``; ``level`` says how good a time it is, about -1.5 to 1.5, 0 as ever."""
        chance = self._chance
        depth = chance.random()
        scene = self._weighted(self._found["scenes"], self._scene_weights) if depth >= _REACTION_DEPTH else None
        voice = chance.choice(self._found["voices"]) if self._happens(0.07) else None
        mood = _step(chance.gauss((scene["mood"] if scene else _USUAL_MOOD) + level, 0.75), 1, 5)
        usual = scene["energy"] if scene else 2.2 + abs(mood - 3) * 0.5
        energy = _step(chance.gauss(usual, 0.9), 1, 5)
        fields: dict[str, Any] = {
            "mood": mood,
            "energy": energy,
            "feelings": self._feelings(mood, energy, voice),
        }
        if scene:
            fields |= self._reaction(scene, voice, mood)
            if depth >= _RECORD_DEPTH:
                fields |= self._thought_record(scene, voice)
        if voice or self._happens(0.45):
            fields["note"] = self._note(at, mood, voice)
        self._mark(fields, thorough=depth >= _RECORD_DEPTH)
        self._name(fields, scene["roles"] if scene else _NEAR_ROLES)
        self._leave_out(fields)
        return Entry(at=at, **fields)

    # -- the three depths ------------------------------------------------------------------------------------

    def _feelings(self, mood: int, energy: int, voice: Material | None) -> tuple[str, ...]:
        own = (self._chance.choice(voice["feelings"]),) if voice else ()
        count = self._weighted((0, 1, 2, 3, 4), (1, 4, 4, 2, 1))
        return (*own, *self._chance.sample(self._near[mood, energy], count))

    def _reaction(self, scene: Material, voice: Material | None, mood: int) -> dict[str, Any]:
        chance = self._chance
        second = (chance.choice(self._other_triggers),) if self._happens(0.12) else ()
        fields: dict[str, Any] = {
            "triggers": (scene["trigger"], *second),
            "happened": chance.choice((voice or scene)["happened"]) if self._happens(0.9) else "",
            "urge": ", ".join(chance.sample(scene["urge"], self._weighted((0, 1, 2), (2, 6, 2)))),
            "did": chance.choice(scene["did"]) if self._happens(0.8) else "",
            "body": tuple(chance.sample(self._body, self._weighted((0, 1, 2, 3), (3, 4, 2, 1)))),
        }
        if self._happens(0.85):
            before = _step(chance.gauss(9.2 - 1.3 * mood, 1.3), 0, 10)
            fields["intensity_before"] = before
            if self._happens(0.75):
                fields |= self._coping(before)
        return fields

    def _coping(self, before: int) -> dict[str, Any]:
        cards = [self._nothing]
        if self._happens(0.85):
            drawn = [
                self._weighted(self._cards, self._card_weights) for _ in range(self._weighted((1, 2, 3), (16, 3, 1)))
            ]
            cards = list(dict.fromkeys(drawn))
        fields: dict[str, Any] = {
            "coping": tuple(
                Coping(card, self._chance.choice(_MINUTES) if self._happens(0.7) else None) for card in cards
            )
        }
        if self._happens(0.8):
            eased = _EASES_ANYWAY + max(self._found["eases"].get(card, 0.0) for card in cards)
            fields["intensity_after"] = _step(self._chance.gauss(before - eased, 1.1), 0, 10)
        return fields

    def _thought_record(self, scene: Material, voice: Material | None) -> dict[str, Any]:
        chance = self._chance
        belief = 5 * chance.randint(8, 20)
        fields: dict[str, Any] = {
            "thought": chance.choice((voice or scene)["thought"]),
            "belief": belief,
            "evidence_for": chance.choice(scene["evidence_for"]),
        }
        # Some are laid aside half-way, as people do.
        if self._happens(0.9):
            against = scene["evidence_against"]
            fields["evidence_against"] = "\n".join(chance.sample(against, min(len(against), chance.randint(1, 2))))
            fields["balanced_thought"] = chance.choice(scene["balanced_thought"])
            fields["belief_after"] = min(100, max(0, belief - 5 * chance.randint(-1, 10)))
        return fields

    # -- what may be added to any ----------------------------------------------------------------------------

    def _note(self, at: Moment, mood: int, voice: Material | None) -> str:
        chance = self._chance
        if voice:
            return "\n".join(chance.sample(voice["note"], chance.randint(1, 2)))
        form = chance.random()
        if form < 0.012:
            return self._letter()
        if form < 0.06:
            return str(chance.choice(self._found["lists"]))
        notes, band = self._found["notes"], "low" if mood <= 2 else "good" if mood >= 4 else "even"
        parts = [chance.choice(notes["noticing"][band])]
        if self._happens(0.6):
            parts.insert(0, chance.choice(notes["openings"][_part_of_day(at)]))
        if self._happens(0.55):
            parts.append(chance.choice(notes["closings"][band]))
        return " ".join(parts)

    def _letter(self) -> str:
        """Thousands of characters."""
        chance, parts = self._chance, self._found["letters"]
        middle = parts["middle"]
        chosen = sorted(chance.sample(range(len(middle)), chance.randint(5, len(middle))))
        return "\n\n".join(
            [
                chance.choice(parts["opening"]),
                *(middle[number] for number in chosen),
                chance.choice(parts["closing"]),
            ]
        )

    def _mark(self, fields: dict[str, Any], *, thorough: bool) -> None:
        if self._happens(0.25):
            fields["tags"] = tuple(self._chance.sample(self._found["tags"], self._weighted((1, 2, 3), (6, 3, 1))))
        fields["for_session"] = self._happens(0.15 if thorough else 0.03)
        fields["private"] = self._happens(0.04)

    def _name(self, fields: dict[str, Any], roles: Sequence[str]) -> None:
        """Fill the blanks in the texts; who is named there is among the people, now and then another."""
        people = self._found["people"]
        near = [person for person in people if person["role"] in roles]
        name = self._weighted(near, [person["often"] for person in near])["alias"]
        place = self._chance.choice(self._found["places"])
        named = []
        for field in TEXT_FIELDS:
            text = fields.get(field, "")
            if "{" in text:
                if "{name}" in text:
                    named = [name]
                fields[field] = text.replace("{name}", name).replace("{place}", place)
        if self._happens(0.15):
            named.append(self._weighted(people, self._person_weights)["alias"])
        fields["people"] = tuple(named)

    def _leave_out(self, fields: dict[str, Any]) -> None:
        """Every field is optional, so each is missing somewhere."""
        if self._happens(0.04):
            fields["energy"] = None
            if fields.get("note") and self._happens(0.5):
                fields["mood"] = None

    # -- chance ----------------------------------------------------------------------------------------------

    def _happens(self, probability: float) -> bool:
        return self._chance.random() < probability

    def _weighted(self, options: Sequence[T], weights: Sequence[int]) -> T:
        return self._chance.choices(options, weights)[0]


def _step(value: float, low: int, high: int) -> int:
    return min(high, max(low, round(value)))


def _part_of_day(at: Moment) -> str:
    hour = 12 if at.at is None else at.at.hour
    if hour < 5:
        return "night"
    if hour < 10:
        return "morning"
    return "day" if hour < 17 else "evening"
