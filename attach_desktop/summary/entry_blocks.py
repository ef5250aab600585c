"""A journal entry in a summary: as it may be shown, and as blocks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from attach_desktop import resources
from attach_desktop.journal.entry import TEXT_FIELDS, Coping, Entry
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.summary.document import Block, Field, Heading, Mark, Paragraph, Tone
from attach_desktop.summary.light import light
from attach_desktop.summary.names import Names

_CHOSEN = ("feelings", "triggers", "body", "tags")


def shown_entry(entry: Entry, names: Names, *, notes: bool) -> Entry:
    """``entry`` with names as they are shown, and without its texts where ``notes`` is False."""
    changed: dict[str, Any] = {field: tuple(map(names.label, getattr(entry, field))) for field in _CHOSEN}
    changed |= {field: names.text(getattr(entry, field)) if notes else "" for field in TEXT_FIELDS}
    changed["people"] = tuple(map(names.person, entry.people))
    changed["coping"] = tuple(Coping(names.label(item.name), item.minutes) for item in entry.coping)
    changed = {field: value for field, value in changed.items() if value != getattr(entry, field)}
    return replace(entry, **changed) if changed else entry


def entry_blocks(entry: Entry, time: str, vocabulary: Vocabulary, *, level: int = 3) -> list[Block]:
    """``entry`` below a heading with its ``time``, its feelings or its mood in words, and its flags."""
    words = entry_words()
    mark = None if entry.mood is None and entry.energy is None else Mark(entry.mood, entry.energy)
    flags = [str(words[flag]) for flag in ("for_session", "private") if getattr(entry, flag)]
    blocks: list[Block] = [Heading(f"{time} · {_name(entry, vocabulary)}", level, mark, " · ".join(flags))]
    if entry.note.strip():
        note = light(entry.note.strip("\n"))
        blocks.append(Paragraph(note.text, spans=note.spans))
    blocks += [Field(label, text.strip()) for label, text in _fields(entry) if text.strip()]
    if entry.tags:
        blocks.append(Paragraph(str(words["tags"]).format(tags=", ".join(entry.tags)), Tone.SMALL))
    return blocks


def entry_words() -> Mapping[str, Any]:
    """The words that stand on paper beside what an entry says."""
    found: Mapping[str, Any] = resources.content("summary")["entry"]
    return found


def _name(entry: Entry, vocabulary: Vocabulary) -> str:
    """The feelings, or the grid's word for the mood, or what kind of entry it is."""
    if entry.feelings:
        return ", ".join(entry.feelings)
    if entry.mood is not None:
        return vocabulary.cell_word(entry.mood, entry.energy or 3)
    return str(entry_words()["note" if entry.note else "entry"])


def _fields(entry: Entry) -> list[tuple[str, str]]:
    """What an entry says beside its note, feelings and tags, each with its label; empty where it says nothing."""
    words = entry_words()
    labels = words["labels"]

    def said(key: str, value: int | None) -> str:
        return "" if value is None else str(words[key]).format(value=value)

    after = said("of-10", entry.intensity_after)
    minutes = [item.minutes for item in entry.coping if item.minutes is not None]
    if after and minutes:
        after = str(words["after-minutes"]).format(strength=after, minutes=max(minutes))
    thought = entry.thought
    if thought and entry.belief is not None:
        thought = str(words["believed"]).format(thought=thought.strip(), value=entry.belief)
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
