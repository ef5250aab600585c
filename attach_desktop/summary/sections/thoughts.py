"""Thought records: the thought, what speaks for it and against it, a balanced one, and how far each was believed."""

from __future__ import annotations

from collections.abc import Iterator

from attach_desktop.journal.entry import Entry
from attach_desktop.summary.document import Block, Field, Grid, Heading, Mark, Paragraph, Tone
from attach_desktop.summary.entry_blocks import entry_words
from attach_desktop.summary.making import Making

#: The texts of a record, each with the name of its label.
_SIDES = {"evidence_for": "for", "evidence_against": "against", "balanced_thought": "balanced"}
_TEXTS = {"thought": "thought", **_SIDES}


def blocks(making: Making) -> Iterator[Block]:
    """Every record; without longer texts, how far the thoughts were believed."""
    if not making.choices.notes:
        yield from _beliefs(making)
        return
    labels = entry_words()["labels"]
    for entry in making.entries():
        if not is_record(entry):
            continue
        mark = None if entry.mood is None and entry.energy is None else Mark(entry.mood, entry.energy)
        yield Heading(_when(making, entry), 2, mark)
        for name, label in _TEXTS.items():
            text = getattr(entry, name).strip()
            if text:
                yield Field(str(labels[label]), text)
        belief = _belief(making, entry)
        if belief:
            yield Field(making.say("thoughts", "belief"), belief)


def is_record(entry: Entry) -> bool:
    """Whether an entry holds a thought record: a side was written down, or a thought and how far it was believed."""
    sides = any(getattr(entry, name).strip() for name in _SIDES)
    return sides or bool(entry.thought.strip() and (entry.belief is not None or entry.belief_after is not None))


def _when(making: Making, entry: Entry) -> str:
    day = making.day_of(entry.at)
    full = making.days.full(day)
    return full if entry.at.at is None else f"{full}, {making.days.time(entry.at, day)}"


def _belief(making: Making, entry: Entry) -> str:
    before, after = entry.belief, entry.belief_after
    if before is not None and after is not None:
        return making.say("thoughts", "beliefs", before=before, after=after)
    known = before if before is not None else after
    return "" if known is None else making.say("thoughts", "belief-alone", belief=known)


def _beliefs(making: Making) -> Iterator[Block]:
    none = making.say("checkins", "none")

    def cell(belief: int | None) -> str:
        return none if belief is None else making.say("thoughts", "belief-alone", belief=belief)

    # The texts that make a record one are gone from the entries by now; what was believed is left.
    believed = (entry for entry in making.entries() if entry.belief is not None or entry.belief_after is not None)
    rows = tuple((_when(making, entry), cell(entry.belief), cell(entry.belief_after)) for entry in believed)
    if rows:
        said = making.texts["thoughts"]
        yield Paragraph(said["without"], Tone.MUTED)
        yield Grid(making.texts["sections"]["thoughts"], (said["when"], said["before"], said["after"]), rows, (3, 1, 1))
