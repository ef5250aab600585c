"""One journal entry as blocks of a document: in a summary, and printed by itself."""

from __future__ import annotations

from datetime import date

from attach_desktop.interchange import words
from attach_desktop.journal.entry import Coping, Entry
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.summary.document import Block, Field, Heading, Mark, Paragraph, Tone
from attach_desktop.summary.light import light
from attach_desktop.summary.making import texts
from attach_desktop.summary.names import Names

#: The texts in the order in which they are read; the note comes last and is light Markdown.
_TEXTS = ("happened", "thought", "urge", "did", "evidence_for", "evidence_against", "balanced_thought")
_WORDS = ("feelings", "people", "triggers", "body", "tags")


def entry_blocks(entry: Entry, day: date, names: Names, *, notes: bool = True, level: int = 3) -> list[Block]:
    """``entry``, which belongs to the person's ``day``, below a heading with its time and mood.

    ``notes`` False leaves its texts out.
    """
    said = texts()["entry"]
    facts = _facts(entry, names)
    blocks: list[Block] = [_heading(entry, day, level)]
    if facts:
        blocks.append(Paragraph("\n".join(facts), Tone.MUTED))
    if notes:
        blocks += _written(entry, names)
    elif entry.note or any(getattr(entry, name) for name in _TEXTS):
        blocks.append(Paragraph(str(said["left-out"]), Tone.SMALL))
    return blocks


def mood_text(mood: int | None, energy: int | None) -> str:
    """A mood in words; empty where none was given."""
    vocabulary = Vocabulary()
    if mood is None:
        return "" if energy is None else vocabulary.energy_word(energy)
    return vocabulary.mood_word(mood) if energy is None else vocabulary.cell_word(mood, energy)


def _heading(entry: Entry, day: date, level: int) -> Heading:
    flags = texts()["entry"]["flags"]
    mood = mood_text(entry.mood, entry.energy)
    time = words.time(entry.at, day)
    return Heading(
        f"{time} · {mood}" if mood else time,
        level,
        None if entry.mood is None and entry.energy is None else Mark(entry.mood, entry.energy),
        ", ".join(flags[name] for name in ("for_session", "private") if getattr(entry, name)),
    )


def _facts(entry: Entry, names: Names) -> list[str]:
    """What is chosen rather than written, each with its label."""
    told: list[tuple[str, str]] = []
    for field in _WORDS:
        shown = names.person if field == "people" else names.label
        told.append((field, ", ".join(map(shown, getattr(entry, field)))))
    told.append(("coping", ", ".join(_coping(item, names) for item in entry.coping)))
    found = [f"{words.label(field)}: {text}" for field, text in told if text]
    strength = _strength(entry)
    return [*found, strength] if strength else found


def _coping(item: Coping, names: Names) -> str:
    name = names.label(item.name)
    return name if item.minutes is None else str(texts()["entry"]["coping"]).format(name=name, minutes=item.minutes)


def _strength(entry: Entry) -> str:
    said = texts()["entry"]
    before, after = entry.intensity_before, entry.intensity_after
    if before is None and after is None:
        return ""
    key = "strength-after" if before is None else "strength-before" if after is None else "strength"
    return f"{said['strength-label']}: {str(said[key]).format(before=before, after=after)}"


def _written(entry: Entry, names: Names) -> list[Block]:
    blocks: list[Block] = []
    for name in _TEXTS:
        text = getattr(entry, name).strip()
        if text:
            blocks.append(Field(words.label(name), names.text(text) + _belief(entry, name)))
    if entry.belief_after is not None:
        blocks.append(Field(words.label("belief_after"), words.value("belief_after", entry.belief_after)))
    if entry.note.strip():
        note = light(names.text(entry.note.strip()))
        blocks.append(Paragraph(note.text, spans=note.spans))
    return blocks


def _belief(entry: Entry, name: str) -> str:
    if name != "thought" or entry.belief is None:
        return ""
    return str(texts()["thoughts"]["thought"]).format(text="", belief=entry.belief)
