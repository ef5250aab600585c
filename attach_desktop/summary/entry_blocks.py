"""A journal entry in a summary: as it may be shown, and as blocks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from attach_desktop.journal.entry import TEXT_FIELDS, Coping, Entry
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.summary.document import Block, Field, Heading, Mark, Paragraph, Tone
from attach_desktop.summary.light import light
from attach_desktop.summary.names import Names
from attach_desktop.summary.papers.one_entry import fields, name
from attach_desktop.summary.papers.words import words_for

_CHOSEN = ("feelings", "triggers", "body", "tags")


def shown_entry(entry: Entry, names: Names, *, notes: bool) -> Entry:
    """``entry`` with names as they are shown, and without its texts where ``notes`` is False."""
    changed: dict[str, Any] = {field: tuple(map(names.label, getattr(entry, field))) for field in _CHOSEN}
    changed |= {field: names.text(getattr(entry, field)) if notes else "" for field in TEXT_FIELDS}
    changed["people"] = tuple(map(names.person, entry.people))
    changed["coping"] = tuple(Coping(names.label(item.name), item.minutes) for item in entry.coping)
    changed = {field: value for field, value in changed.items() if value != getattr(entry, field)}
    return replace(entry, **changed) if changed else entry


def entry_blocks(entry: Entry, time: str, vocabulary: Vocabulary) -> list[Block]:
    """``entry`` below a heading with its ``time``, its feelings or its mood in words, and its flags."""
    words = words_for("entry")
    called = name(entry, vocabulary)
    mark = None if entry.mood is None and entry.energy is None else Mark(entry.mood, entry.energy)
    flags = [str(words[flag]) for flag in ("for_session", "private") if getattr(entry, flag)]
    blocks: list[Block] = [Heading(f"{time} · {called}", 3, mark, " · ".join(flags))]
    if entry.note.strip():
        note = light(entry.note.strip("\n"))
        blocks.append(Paragraph(note.text, spans=note.spans))
    blocks += [Field(label, text.strip()) for label, text in fields(entry) if text.strip()]
    if entry.tags:
        blocks.append(Paragraph(str(words["tags"]).format(tags=", ".join(entry.tags)), Tone.SMALL))
    return blocks
