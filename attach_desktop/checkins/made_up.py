"""Fills an empty vault with a made-up person's check-ins over the years, the same for the same seed and end."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from attach_desktop import resources
from attach_desktop.checkins.change import CHECKIN_FORMS, QuestionChange
from attach_desktop.checkins.checkin import Answer, CheckIn, Count, Text, answered, written
from attach_desktop.checkins.form import MAX_POINT, Form, Question, built_in
from attach_desktop.checkins.period import period_for
from attach_desktop.checkins.questions import Forms
from attach_desktop.checkins.store import CheckInStore
from attach_desktop.clock import Moment
from attach_desktop.vault.identity import derived_id
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault

#: Told how much is done, 0 to 1. What it raises ends the work, and nothing of it is kept.
Progress = Callable[[float], None]
_HOME = "Europe/Berlin"
#: How often a week has no look at it, a question is left out, a text stays empty; how often two look together.
_PAUSE, _SKIP, _WORDLESS, _TOGETHER = 0.18, 0.06, 0.35, 0.25
#: How one week differs from the next, and one answer from what was felt, in points (standard deviations).
_WEEK, _WAVER = 1.1, 0.7
#: Where the person begins and where they come to over the years, in points.
_FROM_TO = {"calm": (3.6, 6.0), "alone": (3.0, 5.8), "asking": (2.8, 5.6), "connected": (5.2, 6.4)}
_USUAL = (4.2, 6.0)


def fill(
    vault: Vault, entries: int, years: float, seed: int, end: datetime, progress: Progress | None = None
) -> dict[str, int]:
    """Write a look at most weeks and months of the ``years`` before ``end`` (aware), never more than ``entries``.

    The vault is expected to hold none. The same arguments give the same records, ids and times included, whatever the
    clock says. Returns how many of each kind were written: all are there or none.
    """
    identity = (str(seed), str(entries), f"{float(years):g}")
    chance = Random("\0".join(("checkins", *identity)))
    store, changes = CheckInStore(vault), RecordStore(vault, CHECKIN_FORMS)
    zone = ZoneInfo(_HOME)
    last = end.astimezone(zone).replace(microsecond=0)
    begin = last - timedelta(days=years * 365.25)
    occasions = list(_occasions(chance, begin, last))[-entries:] if entries else []
    number = 0
    with store.together(), changes.together():
        changed = occasions[len(occasions) // 2][0] if len(occasions) > 8 else None
        writer = _Writer(chance, begin, last)
        made = _changes(changed) if changed else []
        for number, (moment, form_id) in enumerate(occasions, 1):
            if changed is not None and moment == changed:
                for change in made:
                    record_id = derived_id("made up", changes.kind.name, *identity, change.question)
                    changes.put(Stored(record_id, change, moment.astimezone(UTC), moment.astimezone(UTC)))
                writer.use(store.forms)
            record_id = derived_id("made up", store.kind.name, *identity, str(number))
            created = moment.astimezone(UTC)
            store.put(Stored(record_id, writer.checkin(moment, form_id), created, created))
    if progress is not None:
        progress(1.0)
    return {store.kind.name: number, changes.kind.name: len(made)}


def _occasions(chance: Random, begin: datetime, last: datetime) -> Iterator[tuple[datetime, str]]:
    """When the person sat down to which form, in order: Sunday evenings, and the first days of a month."""
    day = begin + timedelta(days=6 - begin.weekday())
    while day < last:
        moment = day.replace(hour=chance.randint(17, 21), minute=chance.randrange(60), second=0)
        wanted = [] if chance.random() < _PAUSE else ["weekly"]
        if chance.random() < _TOGETHER:
            wanted.append("together")
        if day.day <= 7:
            wanted.append("monthly")
        for form_id in wanted:
            moment += timedelta(minutes=chance.randint(9, 35))
            if moment < last:
                yield moment, form_id
        # A holiday now and then.
        day += timedelta(days=7 if chance.random() < 0.97 else 35)


def _changes(moment: datetime) -> list[QuestionChange]:
    """What the person made of the questions half-way: one in other words, one of their own."""
    material = _material("made_up_checkins.json")
    noted, other, own = Moment.from_datetime(moment, _HOME), material["reworded"], material["own"]
    reworded = QuestionChange(
        noted=noted, form=other["form"], question=other["question"], wordings=(other["text"],), current=1
    )
    added = QuestionChange(
        noted=noted,
        form=own["form"],
        question="own-sleep",
        sort="scale",
        wordings=(own["text"],),
        current=1,
        low=own["low"],
        high=own["high"],
    )
    return [reworded, added]


@dataclass
class _Writer:
    """Fills in forms; no text comes twice until all for its question have been used."""

    chance: Random
    begin: datetime
    last: datetime

    def __post_init__(self) -> None:
        self._texts: dict[str, list[str]] = _material("made_up_checkins.json")["texts"]
        world = _material("made_up.json")
        people: list[dict[str, Any]] = world["people"]
        self._places: list[str] = world["places"]
        self._names = {
            role: next(person["alias"] for person in people if person["role"] == role) for role in ("partner", "friend")
        }
        self._forms: dict[str, Form] = {}
        self._left: dict[str, list[str]] = {}

    def use(self, forms: Forms) -> None:
        """From now on, the questions as the person has changed them."""
        self._forms = {form_id: forms.get(form_id) for form_id in ("weekly", "monthly", "together")}

    def checkin(self, moment: datetime, form_id: str) -> CheckIn:
        """The check-in of that moment."""
        form = self._forms.get(form_id) or built_in(form_id)
        gone = (moment - self.begin) / (self.last - self.begin)
        mood = self.chance.gauss(0, _WEEK)
        period = period_for(form_id, moment.date())
        return CheckIn(
            at=Moment.from_datetime(moment, _HOME),
            form=form_id,
            version=form.version,
            begin=period.begin,
            end=period.end,
            answers=tuple(self._answer(question, gone, mood) for question in form.scales),
            texts=tuple(self._text(question) for question in form.open),
            counts=(Count("journal", self.chance.randint(1, 9)), Count("gratitude", self.chance.randint(1, 4))),
        )

    def _answer(self, question: Question, gone: float, mood: float) -> Answer:
        begin, end = _FROM_TO.get(question.id, _USUAL)
        value = round(self.chance.gauss(begin + (end - begin) * gone + mood, _WAVER))
        skipped = self.chance.random() < _SKIP
        return answered(question, None if skipped else max(0, min(MAX_POINT, value)))

    def _text(self, question: Question) -> Text:
        texts = self._texts.get(question.id)
        if not texts or self.chance.random() < _WORDLESS:
            return written(question, "")
        if not self._left.get(question.id):
            self._left[question.id] = self.chance.sample(texts, len(texts))
        text = self._left[question.id].pop()
        return written(question, text.format(place=self.chance.choice(self._places), **self._names))


def _material(name: str) -> Any:
    return json.loads(resources.path("content", name).read_text("utf-8"))
