"""What practice leaves behind: that a sentence was practised and how it felt, and what was written about a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from attach_desktop.affirmations.sentence import sentence_faults
from attach_desktop.clock import Moment
from attach_desktop.errors import Fault, FaultsError, fault
from attach_desktop.vault.kind import JsonObject, Kind
from attach_desktop.vault.reading import MAX_WORD, Reader, text_faults

#: How it feels afterwards, compared with before; empty where it was not said.
VERDICTS = ("", "better", "same", "worse")
WORSE = "worse"
#: The three prompts of the card, in their order.
PROMPTS = ("value", "why", "when_lived")


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """A sentence was practised.

    ``sentence`` is its id: the library's, or that of the person's own record. ``text`` is how it read then; ``after``
    is one of VERDICTS. Raises FaultsError naming every field that cannot be.
    """

    at: Moment
    sentence: str
    text: str
    after: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        faults: list[Fault] = text_faults("sentence", self.sentence, MAX_WORD) + sentence_faults("text", self.text)
        if not self.sentence.strip():
            faults.append(fault("sentence", "missing"))
        if self.after not in VERDICTS:
            faults.append(fault("after", "not-a-choice", choices=", ".join(filter(None, VERDICTS))))
        if faults:
            raise FaultsError(faults)


@dataclass(frozen=True, slots=True, kw_only=True)
class ValuesNote:
    """What was written on the values card: what matters, why it does, and when it was last lived.

    Any of the three may be empty, but not all of them. Raises FaultsError naming every field that cannot be.
    """

    at: Moment
    value: str = ""
    why: str = ""
    when_lived: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        faults: list[Fault] = []
        for prompt in PROMPTS:
            faults += text_faults(prompt, getattr(self, prompt))
        if not any(getattr(self, prompt).strip() for prompt in PROMPTS):
            faults.append(fault("value", "missing"))
        if faults:
            raise FaultsError(faults)


def practice_json(practice: Practice) -> JsonObject:
    """The documented fields of a practice."""
    return {
        "at": practice.at.isoformat(),
        "zone": practice.at.zone,
        "text": practice.text,
        "sentence": practice.sentence,
        "after": practice.after,
    }


def practice_from(data: Mapping[str, Any]) -> Practice:
    """A practice from its documented fields. Raises FaultsError with every fault named."""
    read = Reader(data)
    at, text, sentence, after = (
        read.moment("at", "zone"),
        read.text("text"),
        read.text("sentence"),
        read.text("after"),
    )

    def build() -> Practice:
        return Practice(at=at or Moment.on(date.min), sentence=sentence, text=text, after=after)

    return read.finish(build)


def values_json(note: ValuesNote) -> JsonObject:
    """The documented fields of a values note."""
    return {
        "at": note.at.isoformat(),
        "zone": note.at.zone,
        "value": note.value,
        "why": note.why,
        "when_lived": note.when_lived,
    }


def values_from(data: Mapping[str, Any]) -> ValuesNote:
    """A values note from its documented fields. Raises FaultsError with every fault named."""
    read = Reader(data)
    at, texts = read.moment("at", "zone"), {prompt: read.text(prompt) for prompt in PROMPTS}

    def build() -> ValuesNote:
        return ValuesNote(at=at or Moment.on(date.min), **texts)

    return read.finish(build)


PRACTICE: Kind[Practice] = Kind(
    name="practice",
    number=7,
    to_json=practice_json,
    from_json=practice_from,
    moment=lambda practice: practice.at,
    texts=lambda practice: [],  # the sentence itself is found; a thousand practices of it are not worth an index
    words=lambda practice: [
        ("sentence", practice.sentence.strip()),
        *([("after", practice.after)] if practice.after else []),
    ],
)
VALUES: Kind[ValuesNote] = Kind(
    name="values",
    number=8,
    to_json=values_json,
    from_json=values_from,
    moment=lambda note: note.at,
    texts=lambda note: [note.value, note.why, note.when_lived],
    words=lambda note: [],
)
