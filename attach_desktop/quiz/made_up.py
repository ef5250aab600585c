"""Fills an empty vault with a made-up person's takes over the years, the same for the same seed and end."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from attach_desktop import resources
from attach_desktop.clock import Moment
from attach_desktop.quiz.answers import Answers
from attach_desktop.quiz.questionnaire import Questionnaire, built_in
from attach_desktop.quiz.scoring import score
from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.take import Take
from attach_desktop.vault.identity import derived_id
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.vault import Vault

#: Told how much is done, 0 to 1. What it raises ends the work, and nothing of it is kept.
Progress = Callable[[float], None]
_HOME = "Europe/Berlin"
#: How long the person waits between two takes about the same relationship, in days.
_PAUSE = (75, 150)
#: How far one answer lies from what the person feels, in scale points (standard deviation).
_WAVER = 1.0
_SKIPS = 0.03


@dataclass(frozen=True, slots=True)
class _Bond:
    """A relationship the person answers about: the lens, whose alias it takes, and what is felt at first and at last.

    ``begin`` and ``end`` are (anxiety, avoidance) in scale points; ``often`` is the share of occasions it is chosen.
    """

    lens: str
    role: str
    begin: tuple[float, float]
    end: tuple[float, float]
    often: float


_BONDS = (
    _Bond("general", "", (5.1, 3.9), (3.4, 3.0), 1.0),
    _Bond("partner", "partner", (5.8, 3.3), (4.0, 2.6), 0.6),
    _Bond("parent", "parent", (4.2, 5.4), (3.7, 5.0), 0.25),
    _Bond("friend", "friend", (3.1, 2.8), (2.6, 2.2), 0.2),
    _Bond("helper", "helper", (3.6, 4.1), (2.9, 3.0), 0.15),
)


def fill(
    vault: Vault, entries: int, years: float, seed: int, end: datetime, progress: Progress | None = None
) -> dict[str, int]:
    """Write some takes over the ``years`` before ``end`` (aware): about eight a year, none without ``entries``.

    The vault is expected to hold no takes. The same arguments give the same records, ids and times included,
    whatever the clock says. Returns how many were written: all are there or none.
    """
    # The end is no part of it: a little later, it is still the same person.
    identity = (str(seed), str(entries), f"{float(years):g}")
    store = QuizStore(vault)
    written = 0
    if entries:
        with store.together():
            for written, (take, created) in enumerate(_takes(Random("\0".join(("quiz", *identity))), years, end), 1):
                record_id = derived_id("made up", store.kind.name, *identity, str(written))
                store.put(Stored(record_id, take, created, created))
    if progress is not None:
        progress(1.0)
    return {store.kind.name: written}


def _takes(chance: Random, years: float, end: datetime) -> Iterator[tuple[Take, datetime]]:
    questionnaire = built_in()
    notes = resources.content("quiz")["made_up"]["notes"]
    people = json.loads(resources.path("content", "made_up.json").read_text("utf-8"))["people"]
    zone = ZoneInfo(_HOME)
    last = end.astimezone(zone).replace(microsecond=0)
    span = timedelta(days=years * 365.25)
    day = last - span + timedelta(days=chance.randint(3, 20))
    while day < last:
        gone = 1 - (last - day) / span
        for number, bond in enumerate(_BONDS):
            if chance.random() >= bond.often:
                continue
            moment = day.replace(hour=chance.randint(17, 22), minute=chance.randrange(60)) + timedelta(hours=number)
            if moment >= last:
                continue
            alias = next((person["alias"] for person in people if bond.role and person["role"] == bond.role), "")
            answers = _answers(chance, questionnaire, bond, gone)
            flagged = bool(score(questionnaire, answers).flags)
            yield (
                Take(
                    at=Moment.from_datetime(moment, _HOME),
                    questionnaire=questionnaire.id,
                    version=questionnaire.version,
                    points=len(questionnaire.points),
                    lens=bond.lens,
                    answers=answers,
                    alias=alias,
                    fits=chance.choice(("", "yes", "yes", "partly", "partly", "no")),
                    note=chance.choice(notes),
                    kept=flagged,
                ),
                moment.astimezone(UTC),
            )
        day += timedelta(days=chance.randint(*_PAUSE))


def _answers(chance: Random, questionnaire: Questionnaire, bond: _Bond, gone: float) -> Answers:
    """What the person answers, when the share ``gone`` (0 to 1) of the years has passed."""
    points = len(questionnaire.points)
    if chance.random() < 0.04:
        # A tired evening: the same answer all the way down.
        return (chance.randint(1, points),) * len(questionnaire.items)
    # People have better and worse weeks, whatever the years do.
    week = chance.gauss(0, 0.35)
    felt = {
        dimension.id: first + (last - first) * gone + week
        for dimension, first, last in zip(questionnaire.dimensions, bond.begin, bond.end, strict=True)
    }
    skips = 0.35 if chance.random() < 0.06 else _SKIPS
    answers: list[int | None] = []
    for item in questionnaire.items:
        value = round(chance.gauss(felt[item.dimension], _WAVER))
        value = min(points, max(1, points + 1 - value if item.reversed else value))
        answers.append(None if chance.random() < skips else value)
    return tuple(answers)
