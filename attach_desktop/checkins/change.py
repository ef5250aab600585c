"""What the person made of a question: other words, out of sight, another place, or a question of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from attach_desktop.checkins.form import OWN_WORDINGS, SORTS
from attach_desktop.clock import Moment
from attach_desktop.errors import Fault, FaultsError, fault
from attach_desktop.vault.kind import JsonObject, Kind
from attach_desktop.vault.reading import MAX_WORD, Reader, range_faults, text_faults, word_faults

MAX_WORDINGS = 100
MAX_POSITION = 9_999
_MAX_KEY = 64
_KEY_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionChange:
    """A question of a form as the person keeps it.

    ``form`` and ``question`` are keys; ``sort`` ("scale" or "open") is said of questions of their own and empty for
    those that came with the form. ``wordings`` are all the sentences they gave it, the first given first; ``current``
    is the one that is asked, from 1, and 0 the sentence that it came with. ``low`` and ``high`` are the ends of the
    scale in words, where they are not those it came with. ``position`` (0 to 9999) is its place once the questions
    were arranged. Raises FaultsError naming every field that cannot be.
    """

    noted: Moment
    form: str
    question: str
    sort: str = ""
    wordings: tuple[str, ...] = ()
    current: int = 0
    low: str = ""
    high: str = ""
    hidden: bool = False
    position: int | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be, naming every fault."""
        faults: list[Fault] = [*key_faults("form", self.form), *key_faults("question", self.question)]
        faults += word_faults("wordings", self.wordings, MAX_WORDINGS)
        if self.sort and self.sort not in SORTS:
            faults.append(fault("sort", "not-a-choice", choices=", ".join(SORTS)))
        if self.sort and not self.wordings:
            faults.append(fault("wordings", "missing"))
        faults += range_faults("current", self.current, 1 if self.sort else 0, max(1, len(self.wordings)))
        if not self.sort and not self.wordings and self.current == 1:
            faults.append(fault("current", "out-of-range", low=0, high=0, given=1))
        faults += text_faults("low", self.low, MAX_WORD) + text_faults("high", self.high, MAX_WORD)
        faults += range_faults("position", self.position, 0, MAX_POSITION)
        if faults:
            raise FaultsError(faults)
        object.__setattr__(self, "wordings", tuple(" ".join(wording.split()) for wording in self.wordings))

    @property
    def wording(self) -> int:
        """The number of the wording that is asked; 0 for the one that it came with."""
        return OWN_WORDINGS + self.current if self.current else 0

    @property
    def text(self) -> str:
        """The sentence that is asked; empty for the one that it came with."""
        return self.wordings[self.current - 1] if self.current else ""


def key_faults(field: str, key: str) -> list[Fault]:
    """What is wrong with a short name of small letters, digits and hyphens."""
    if not key:
        return [fault(field, "missing")]
    return [] if len(key) <= _MAX_KEY and _KEY_SIGNS.issuperset(key) else [fault(field, "not-a-short-name")]


def _to_json(change: QuestionChange) -> JsonObject:
    return {
        "at": change.noted.isoformat(),
        "zone": change.noted.zone,
        "form": change.form,
        "question": change.question,
        "sort": change.sort,
        "wordings": list(change.wordings),
        "current": change.current,
        "low": change.low,
        "high": change.high,
        "hidden": change.hidden,
        "position": change.position,
    }


def _from_json(data: Mapping[str, Any]) -> QuestionChange:
    read = Reader(data)
    noted = read.moment("at", "zone")
    form, question, sort = (read.text(field).strip().lower() for field in ("form", "question", "sort"))
    wordings, current = read.words("wordings"), read.whole("current")
    low, high = read.text("low"), read.text("high")
    hidden, position = read.flag("hidden"), read.whole("position")

    def build() -> QuestionChange:
        return QuestionChange(
            noted=noted or Moment.on(date.min),
            form=form,
            question=question,
            sort=sort,
            wordings=wordings,
            current=current if current is not None else (1 if sort else 0),
            low=low,
            high=high,
            hidden=hidden,
            position=position,
        )

    return read.finish(build)


CHECKIN_FORMS: Kind[QuestionChange] = Kind(
    name="checkin_forms",
    number=22,
    to_json=_to_json,
    from_json=_from_json,
    moment=lambda change: change.noted,
    texts=lambda change: list(change.wordings),
    words=lambda change: [("form", change.form)],
)
