"""Fills an empty vault with what a made-up person makes of the sentences, the same for the same seed and end."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from attach_desktop import resources
from attach_desktop.affirmations.library import Wording, wordings
from attach_desktop.affirmations.practice import WORSE, Practice, ValuesNote
from attach_desktop.affirmations.practice_store import ValuesStore
from attach_desktop.affirmations.sentence import MAX_BELIEF, Sentence
from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.clock import Moment
from attach_desktop.vault.identity import derived_id
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault

T = TypeVar("T")
#: Told how much is done, 0 to 1. What it raises ends the work, and nothing of it is kept.
Progress = Callable[[float], None]
_HOME = "Europe/Berlin"
#: Of so many sentences of the library the person makes something, at most.
_NOTICED = 45
#: One practice for so many journal entries, and no more than so many a year.
_ENTRIES_A_PRACTICE, _PRACTICES_A_YEAR = 4, 120
_NOTES_A_YEAR = 5
_VERDICTS = ("", "better", "better", "same", "same", "same")


def fill(
    vault: Vault, entries: int, years: float, seed: int, end: datetime, progress: Progress | None = None
) -> dict[str, int]:
    """Write sentences, practices and notes on values over the ``years`` before ``end`` (aware).

    They take their measure from the journal's ``entries``; there are none without. The same arguments give the same
    records, ids and times included, whatever the clock says. Returns how many of each kind were written.
    """
    # The end is no part of it: a little later, it is still the same person.
    identity = (str(seed), str(entries), f"{float(years):g}")
    store = AffirmationStore(vault)
    practices, notes = store.practices, ValuesStore(vault)
    person = _Person(Random("\0".join(("affirmations", *identity))), entries, years, end)
    with store.together(), practices.together(), notes.together():
        sentences = _put_all(store, identity, person.sentences())
        practised = [stored for stored in sentences if not stored.value.hidden]
        counts = {
            store.kind.name: len(sentences),
            practices.kind.name: len(_put_all(practices, identity, person.practices(practised))),
            notes.kind.name: len(_put_all(notes, identity, person.notes())),
        }
    if progress is not None:
        progress(1.0)
    return counts


def _put_all(
    store: RecordStore[T], identity: tuple[str, ...], written: Iterator[tuple[T, datetime]]
) -> list[Stored[T]]:
    records = []
    for number, (value, moment) in enumerate(written):
        created = moment.astimezone(UTC)
        record = Stored(derived_id("made up", store.kind.name, *identity, str(number)), value, created, created)
        store.put(record)
        records.append(record)
    return records


class _Person:
    """What one made-up person does with the sentences, and when."""

    def __init__(self, chance: Random, entries: int, years: float, end: datetime) -> None:
        self._chance = chance
        self._entries, self._years = entries, years
        self._end = end.astimezone(ZoneInfo(_HOME)).replace(microsecond=0)
        self._made_up: dict[str, Any] = json.loads(
            resources.path("content", "made_up_affirmations.json").read_text("utf-8")
        )

    def sentences(self) -> Iterator[tuple[Sentence, datetime]]:
        """Some of the library, rated, hidden, laid to rest or reworded, and the person's own."""
        chance, library = self._chance, list(wordings().values())
        noticed = sorted(
            chance.sample(library, min(_NOTICED, self._entries // 4, len(library))), key=lambda one: one.id
        )
        for number, wording in enumerate(noticed):
            moment = self._moment()
            yield self._noticed(wording, number, moment), moment
        own = self._made_up["own"] if self._entries >= 10 else []
        for item in own:
            moment = self._moment()
            yield (
                Sentence(
                    text=item["text"],
                    noted=Moment.from_datetime(moment, _HOME),
                    themes=tuple(item["themes"]),
                    pull=item["pull"],
                    belief=chance.choice((None, 6, 7, 8)),
                    favourite=chance.random() < 0.4,
                    sets=self._sets(),
                ),
                moment,
            )

    def _noticed(self, wording: Wording, number: int, moment: datetime) -> Sentence:
        chance = self._chance
        belief = min(MAX_BELIEF, max(0, round(chance.gauss(6, 2.3))))
        sentence = Sentence(
            text=wording.text,
            noted=Moment.from_datetime(moment, _HOME),
            themes=wording.themes,
            pull=wording.pull,
            origin=wording.id,
            belief=belief,
            favourite=belief >= 7 and chance.random() < 0.4,
            sets=self._sets(),
            hidden=number % 15 == 7,
        )
        if number % 15 == 4:  # told twice that it left the person feeling worse
            return sentence.felt_worse().felt_worse()
        if belief < 5:
            return sentence.reworded(chance.choice(wording.gentler), wording.text)
        return sentence

    def _sets(self) -> tuple[str, ...]:
        return (self._chance.choice(self._made_up["sets"]),) if self._chance.random() < 0.25 else ()

    def practices(self, sentences: list[Stored[Sentence]]) -> Iterator[tuple[Practice, datetime]]:
        """Evenings with some of these sentences; those that rest now left the person feeling worse."""
        wanted = min(self._entries // _ENTRIES_A_PRACTICE, round(self._years * _PRACTICES_A_YEAR))
        worse = [one for one in sentences if one.value.retired for _ in range(one.value.worse_count)][:wanted]
        others = [one for one in sentences if not one.value.retired]
        chosen = worse + (self._chance.choices(others, k=wanted - len(worse)) if others else [])
        self._chance.shuffle(chosen)
        for moment, stored in zip(sorted(self._moment() for _ in chosen), chosen, strict=True):
            practice = Practice(
                at=Moment.from_datetime(moment, _HOME),
                sentence=stored.value.origin or stored.id,
                text=stored.value.text,
                after=WORSE if stored.value.retired else self._chance.choice(_VERDICTS),
            )
            yield practice, moment

    def notes(self) -> Iterator[tuple[ValuesNote, datetime]]:
        """Some notes on values, each of those there are at most once."""
        written = self._made_up["values"]
        count = min(len(written), self._entries // 10, round(self._years * _NOTES_A_YEAR))
        moments = sorted(self._moment() for _ in range(count))
        for moment, item in zip(moments, self._chance.sample(written, count), strict=True):
            yield ValuesNote(at=Moment.from_datetime(moment, _HOME), **item), moment

    def _moment(self) -> datetime:
        """A moment of the years, in the morning or the evening where there is time."""
        span = timedelta(days=self._years * 365.25)
        moment = self._end - span * self._chance.random()
        placed = moment.replace(
            hour=self._chance.choice((7, 8, 19, 20, 21, 22)), minute=self._chance.randrange(60), microsecond=0
        )
        # There and back again: a time that a change of the clocks skips becomes the one that clocks showed.
        return min(placed.astimezone(UTC), self._end.astimezone(UTC)).astimezone(ZoneInfo(_HOME))
