"""Thought records: the thought, what speaks for it and against it, a balanced one, and how far each was believed."""

from __future__ import annotations

from collections.abc import Iterator

from attach_desktop.interchange import words
from attach_desktop.journal.entry import Entry
from attach_desktop.summary.document import Block, Field, Grid, Heading, Mark, Paragraph, Tone
from attach_desktop.summary.making import Making

_SIDES = ("evidence_for", "evidence_against", "balanced_thought")


def blocks(making: Making) -> Iterator[Block]:
    """Every record; without longer texts, how far the thoughts were believed."""
    records = (record.value for record in making.entries() if is_record(record.value))
    if not making.choices.notes:
        yield from _beliefs(making, records)
        return
    for entry in records:
        day = making.day_of(entry.at)
        mark = None if entry.mood is None and entry.energy is None else Mark(entry.mood, entry.energy)
        yield Heading(f"{words.day(day)}, {words.time(entry.at, day)}", 2, mark)
        for name in ("thought", *_SIDES):
            text = making.names.text(getattr(entry, name).strip())
            if text:
                yield Field(words.label(name), text)
        belief = _belief(making, entry)
        if belief:
            yield Field(making.say("thoughts", "belief"), belief)


def is_record(entry: Entry) -> bool:
    """Whether an entry holds a thought record: a side was written down, or a thought and how far it was believed."""
    sides = any(getattr(entry, name).strip() for name in _SIDES)
    return sides or bool(entry.thought.strip() and (entry.belief is not None or entry.belief_after is not None))


def _belief(making: Making, entry: Entry) -> str:
    before, after = entry.belief, entry.belief_after
    if before is not None and after is not None:
        return making.say("thoughts", "beliefs", before=before, after=after)
    known = before if before is not None else after
    return "" if known is None else making.say("thoughts", "belief-alone", belief=known)


def _beliefs(making: Making, records: Iterator[Entry]) -> Iterator[Block]:
    none = making.say("checkins", "none")

    def cell(belief: int | None) -> str:
        return none if belief is None else making.say("thoughts", "belief-alone", belief=belief)

    rows = tuple(
        (f"{words.day(day)}, {words.time(entry.at, day)}", cell(entry.belief), cell(entry.belief_after))
        for entry in records
        for day in (making.day_of(entry.at),)
    )
    if rows:
        said = making.texts["thoughts"]
        yield Paragraph(said["without"], Tone.MUTED)
        yield Grid(making.texts["sections"]["thoughts"], (said["when"], said["before"], said["after"]), rows, (3, 1, 1))
