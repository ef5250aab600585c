"""A sentence as a person keeps it: their own, or one of the library that they rated, hid, marked or changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from attach_desktop.clock import Moment
from attach_desktop.errors import Fault, FaultsError, fault
from attach_desktop.vault.kind import JsonObject, Kind
from attach_desktop.vault.reading import MAX_WORD, Reader, range_faults, text_faults, word_faults
from attach_desktop.vault.words import word_key

#: Longer than this and it is no sentence to practise with.
MAX_SENTENCE = 500
#: What a sentence can be for, in the order in which they are shown.
THEMES = (
    "self-worth", "asking", "closeness", "apart", "conflict", "boundaries", "repair", "calming", "change",
)  # fmt: skip
#: The pull a sentence answers: toward others (anxious), away from them (avoidant), or neither.
PULLS = ("", "toward", "away")
MAX_BELIEF = 10
#: So many times worse after practice, and a sentence rests.
WORSE_TO_RETIRE = 2
_MAX_WORSE = 1_000
FLAGS = ("favourite", "hidden", "retired")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence with what the person has made of it.

    ``origin`` is the id of the library's sentence that it goes back to, empty for the person's own. ``gentler_of`` is
    the full wording that a gentler ``text`` stands in for, empty where it stands for itself. ``belief`` is how far it
    is believed, 0 to 10 (``believability`` in the JSON). ``sets`` are names of the person's own; ``worse_count`` is how
    often practice left them feeling worse; ``retired`` says that it rests because of that. ``noted`` is when it was
    first kept. Raises FaultsError naming every field that cannot be.
    """

    text: str
    noted: Moment
    themes: tuple[str, ...] = ()
    pull: str = ""
    origin: str = ""
    gentler_of: str = ""
    belief: int | None = None
    favourite: bool = False
    hidden: bool = False
    retired: bool = False
    sets: tuple[str, ...] = ()
    worse_count: int = 0

    def __post_init__(self) -> None:
        """Refuse what cannot be, naming every fault."""
        faults = sentence_faults("text", self.text) + theme_faults(self.themes)
        faults += text_faults("origin", self.origin, MAX_WORD)
        faults += text_faults("gentler_of", self.gentler_of, MAX_SENTENCE)
        if self.pull not in PULLS:
            faults.append(fault("pull", "not-a-choice", choices=", ".join(filter(None, PULLS))))
        faults += range_faults("believability", self.belief, 0, MAX_BELIEF)
        faults += range_faults("worse_count", self.worse_count, 0, _MAX_WORSE)
        faults += word_faults("sets", self.sets)
        if faults:
            raise FaultsError(faults)
        for field in ("text", "gentler_of", "origin"):
            object.__setattr__(self, field, getattr(self, field).strip())
        object.__setattr__(self, "themes", tuple(dict.fromkeys(self.themes)))
        object.__setattr__(self, "sets", _unique(self.sets))

    def reworded(self, text: str, gentler_of: str = "") -> Sentence:
        """The same sentence in other words: what was felt about the former ones says nothing about these."""
        if text.strip() == self.text:
            return replace(self, gentler_of=gentler_of)
        return replace(self, text=text, gentler_of=gentler_of, belief=None, retired=False, worse_count=0)

    def felt_worse(self) -> Sentence:
        """After a practice that left the person feeling worse; the second time it rests."""
        count = min(self.worse_count + 1, _MAX_WORSE)
        return replace(self, worse_count=count, retired=self.retired or count >= WORSE_TO_RETIRE)

    def taken_back(self) -> Sentence:
        """No longer resting, and counted afresh."""
        return replace(self, retired=False, worse_count=0)


def sentence_faults(field: str, text: str) -> list[Fault]:
    """What is wrong with the words of a sentence."""
    if not text:
        return [fault(field, "missing")]
    faults = [] if text.strip() else [fault(field, "blank")]
    return faults + text_faults(field, text, MAX_SENTENCE)


def theme_faults(themes: Iterable[str]) -> list[Fault]:
    """What is wrong with the themes of a sentence."""
    unknown = [theme for theme in themes if theme not in THEMES]
    return [fault("themes", "not-a-choice", choices=", ".join(THEMES))] if unknown else []


def _unique(names: tuple[str, ...]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(word_key(name), name.strip())
    return tuple(found.values())


def to_json(sentence: Sentence) -> JsonObject:
    """The documented fields of a sentence (docs/json-format.md)."""
    return {
        "at": sentence.noted.isoformat(),
        "zone": sentence.noted.zone,
        "text": sentence.text,
        "themes": list(sentence.themes),
        "pull": sentence.pull,
        "believability": sentence.belief,
        "favourite": sentence.favourite,
        "hidden": sentence.hidden,
        "retired": sentence.retired,
        "sets": list(sentence.sets),
        "gentler_of": sentence.gentler_of,
        "origin": sentence.origin,
        "worse_count": sentence.worse_count,
    }


def from_json(data: Mapping[str, Any]) -> Sentence:
    """A sentence from its documented fields. Raises FaultsError with every fault named."""
    read = Reader(data)
    noted, text = read.moment("at", "zone"), read.text("text")
    themes, pull = read.words("themes"), read.text("pull")
    belief = read.whole("believability")
    favourite, hidden, retired = (read.flag(flag) for flag in FLAGS)
    sets, gentler_of, origin = read.words("sets"), read.text("gentler_of"), read.text("origin")
    worse_count = read.whole("worse_count")

    def build() -> Sentence:
        return Sentence(
            # Without its moment it is refused in any case; the other fields are looked at all the same.
            noted=noted or Moment.on(date.min),
            text=text,
            themes=themes,
            pull=pull,
            origin=origin,
            gentler_of=gentler_of,
            belief=belief,
            favourite=favourite,
            hidden=hidden,
            retired=retired,
            sets=sets,
            worse_count=worse_count or 0,
        )

    return read.finish(build)


def _words(sentence: Sentence) -> list[tuple[str, str]]:
    pairs = [("theme", theme) for theme in sentence.themes]
    pairs += [("set", name) for name in sentence.sets]
    pairs += [("flag", flag) for flag in FLAGS if getattr(sentence, flag)]
    pairs += [(field, word) for field in ("pull", "origin") if (word := getattr(sentence, field))]
    return pairs


AFFIRMATIONS: Kind[Sentence] = Kind(
    name="affirmations",
    number=6,
    to_json=to_json,
    from_json=from_json,
    moment=lambda sentence: sentence.noted,
    texts=lambda sentence: [sentence.text, *sentence.sets],
    words=_words,
)
