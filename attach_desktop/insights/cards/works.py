"""Find what works: the uses of two cards in the order that chance gave them, block by block."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from attach_desktop.insights.experiment import EXPERIMENTS, LEAST_BLOCKS, Experiment
from attach_desktop.insights.facts.basis import Basis, Selection
from attach_desktop.insights.facts.helps import FindWhatWorks
from attach_desktop.insights.period import OWN, Period
from attach_desktop.insights.records import FIGURES, WORDS, Records, private
from attach_desktop.insights.statistics.before_after import change_estimate
from attach_desktop.journal.entry import JOURNAL
from attach_desktop.vault import place
from attach_desktop.vault.words import word_key


class Use(NamedTuple):
    """A use of one card alone: the day number, the card's key, intensity after minus before, whether it is private."""

    day: int
    key: str
    change: int
    private: bool


def find_what_works(records: Records, selection: Selection, today: date) -> FindWhatWorks:
    """Card "works": the experiment that goes on, or the last one; whatever days and words the selection says.

    Without private entries, whole blocks are left out: half a block would compare nothing.
    """
    row = _latest(records)
    if row is None:
        return FindWhatWorks(basis=Basis(selection=selection, entries=0, days=0))
    record_id, text = row
    experiment = EXPERIMENTS.from_json(json.loads(text))
    since = Period(OWN, min(experiment.at.day, today), today)
    uses = _uses(records, experiment)
    taken, others = in_turn(experiment, uses)
    following = "" if experiment.ended else experiment.card(len(taken))
    if selection.without_private:
        blocks_of = [taken[at : at + 2] for at in range(0, len(taken), 2)]
        taken = [use for block in blocks_of if not any(use.private for use in block) for use in block]
        others = [use for use in others if not use.private]
    changes = {
        word_key(name): tuple(use.change for use in taken if use.key == word_key(name)) for name in _names(experiment)
    }
    first, second = (changes[word_key(name)] for name in _names(experiment))
    blocks = len(taken) // 2
    differences = _differences(experiment, taken[: 2 * blocks])
    return FindWhatWorks(
        basis=Basis(selection=Selection(period=since), entries=len(taken), days=len({use.day for use in taken})),
        id=record_id,
        first=experiment.first,
        second=experiment.second,
        ended=experiment.ended,
        next=following,
        first_changes=first,
        second_changes=second,
        blocks=blocks,
        out_of_turn=len(others),
        difference=change_estimate(differences) if blocks >= LEAST_BLOCKS else None,
    )


def _names(experiment: Experiment) -> tuple[str, str]:
    return experiment.first, experiment.second


def _latest(records: Records) -> tuple[str, str] | None:
    """Id and fields of the experiment that goes on, or of the last one."""
    low, high = place.of_kind(EXPERIMENTS.number)
    row = records.connection.one(
        "SELECT id, data FROM record WHERE place >= ? AND place < ? ORDER BY data ->> '$.ended', place DESC LIMIT 1",
        (low, high),
    )
    return None if row is None else (row[0], row[1])


def _uses(records: Records, experiment: Experiment) -> list[Use]:
    """Every use of one of the two alone with both intensities since it began."""
    start = place.first(JOURNAL.number, experiment.at.wall)
    _, end = place.of_kind(JOURNAL.number)
    rows = records.connection.rows(
        f"SELECT {records.day('w.place')}, max(w.key), r.intensity_before, r.intensity_after,"  # noqa: S608 (constants; values are bound)
        f" {private('w.place')}"
        f" FROM {WORDS} CROSS JOIN {FIGURES} ON r.place = w.place"
        " WHERE w.field = 'journal.coping' AND w.place >= ? AND w.place < ?"
        " GROUP BY w.place HAVING count(*) = 1 AND max(w.key) IN (?, ?)",
        (start, end, *map(word_key, _names(experiment))),
    )
    return [
        Use(day, key, after - before, bool(hidden))
        for day, key, before, after, hidden in rows
        if before is not None and after is not None
    ]


def in_turn(experiment: Experiment, uses: Iterable[Use]) -> tuple[list[Use], list[Use]]:
    """The uses of the card that was next, in order, and those of the other one."""
    taken, others = list[Use](), list[Use]()
    for use in uses:
        (taken if use.key == word_key(experiment.card(len(taken))) else others).append(use)
    return taken, others


def _differences(experiment: Experiment, taken: list[Use]) -> list[int]:
    """In each whole block, the change with the first card minus that with the second."""
    found = []
    for one, two in zip(taken[::2], taken[1::2], strict=True):
        first, second = (one, two) if one.key == word_key(experiment.first) else (two, one)
        found.append(first.change - second.change)
    return found
