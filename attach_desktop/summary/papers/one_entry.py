"""One entry of the journal on paper, as it is shown to read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta, tzinfo

from attach_desktop.days import Days
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.summary.document import Block, Document, Field, Heading, Mark, Paragraph, Tone
from attach_desktop.summary.papers.words import words_for
from attach_desktop.vault.kind import Stored

#: An entry written this long after it happened was back-dated.
_LATER = timedelta(hours=6)


def one_entry(record: Stored[Entry], vocabulary: Vocabulary, days: Days, zone: tzinfo | None = None) -> Document:
    """The entry with everything it says. ``zone`` is the person's; None is that of the computer."""
    entry = record.value
    day = days.full(entry.at.day)
    return Document(title="", header=days.day(entry.at.day), blocks=[*_blocks(record, vocabulary, days, day, zone)])


def _blocks(
    record: Stored[Entry], vocabulary: Vocabulary, days: Days, day: str, zone: tzinfo | None
) -> Iterator[Block]:
    entry, words = record.value, words_for("entry")
    mark = None if entry.mood is None and entry.energy is None else Mark(entry.mood, entry.energy)
    flags = [str(words[flag]) for flag in ("for_session", "private") if getattr(entry, flag)]
    yield Heading(_name(entry, vocabulary), 1, mark, " · ".join(flags))
    when = [day, days.time(entry.at, entry.at.day)]
    if entry.mood is not None and entry.feelings:
        when.append(vocabulary.cell_word(entry.mood, entry.energy or 3))
    yield Paragraph(" · ".join(when), Tone.MUTED)
    if later := _written_later(record, days, zone):
        yield Paragraph(later, Tone.MUTED)
    if entry.note.strip():
        yield Paragraph(entry.note)
    yield from (Field(label, text) for label, text in _fields(entry) if text.strip())
    if entry.tags:
        yield Paragraph(str(words["tags"]).format(tags=", ".join(entry.tags)), Tone.SMALL)


def _name(entry: Entry, vocabulary: Vocabulary) -> str:
    """The feelings, or the grid's word for the mood, or what kind of entry it is."""
    if entry.feelings:
        return ", ".join(entry.feelings)
    if entry.mood is not None:
        return vocabulary.cell_word(entry.mood, entry.energy or 3)
    return str(words_for("entry")["note" if entry.note else "entry"])


def _written_later(record: Stored[Entry], days: Days, zone: tzinfo | None) -> str:
    moment, written = record.value.at, record.created.astimezone(zone)
    late = written - moment.instant > _LATER if moment.instant else written.date() > moment.day
    if not late:
        return ""
    return str(words_for("entry")["later"]).format(day=days.full(written.date()), time=f"{written:%H:%M}")


def _fields(entry: Entry) -> list[tuple[str, str]]:
    words = words_for("entry")
    labels = words["labels"]

    def said(key: str, value: int | None) -> str:
        return "" if value is None else str(words[key]).format(value=value)

    after = said("of-10", entry.intensity_after)
    minutes = [item.minutes for item in entry.coping if item.minutes is not None]
    if after and minutes:
        after = str(words["after-minutes"]).format(strength=after, minutes=max(minutes))
    thought = entry.thought
    if thought and entry.belief is not None:
        thought = str(words["believed"]).format(thought=thought, value=entry.belief)
    texts = {
        "triggers": ", ".join(entry.triggers),
        "people": ", ".join(entry.people),
        "happened": entry.happened,
        "body": ", ".join(entry.body),
        "urge": entry.urge,
        "did": entry.did,
        "before": said("of-10", entry.intensity_before),
        "coping": ", ".join(item.name for item in entry.coping),
        "after": after,
        "thought": thought,
        "for": entry.evidence_for,
        "against": entry.evidence_against,
        "balanced": entry.balanced_thought,
        "belief": said("per-cent", entry.belief_after),
    }
    return [(str(labels[key]), text) for key, text in texts.items()]
