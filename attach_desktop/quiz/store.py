"""The takes in the vault, and the one that is not finished yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from attach_desktop.errors import Fault, FaultsError, fault
from attach_desktop.quiz.answers import Answers, answer_faults
from attach_desktop.quiz.take import QUIZ, Take
from attach_desktop.quiz.validation import MAX_ITEMS, MAX_POINTS
from attach_desktop.vault.kind import JsonObject, Stored
from attach_desktop.vault.reading import Reader, range_faults
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from attach_desktop.vault.words import word_key

DRAFT = "quiz"
LAYOUTS = ("one", "all")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A take that is under way: what has been answered, and the item (from 0) that the person has come to.

    ``layout`` is "one" item at a time or "all" on a page. No time is kept: there is none to beat.
    """

    questionnaire: str
    version: int
    lens: str
    alias: str = ""
    answers: Answers = ()
    item: int = 0
    layout: str = "one"

    def to_json(self) -> JsonObject:
        """As the draft holds it."""
        return {
            "questionnaire": self.questionnaire,
            "version": self.version,
            "lens": self.lens,
            "alias": self.alias,
            "answers": list(self.answers),
            "item": self.item,
            "layout": self.layout,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Sitting:
        """From what the draft holds. Raises FaultsError with every fault named."""
        read = Reader(data)
        texts = {field: read.text(field) for field in ("questionnaire", "lens", "alias", "layout")}
        version, item = read.whole("version"), read.whole("item")
        answers = data.get("answers")
        faults: list[Fault] = answer_faults(answers, len(answers) if isinstance(answers, list) else 0, MAX_POINTS)
        faults += range_faults("item", item, 0, MAX_ITEMS - 1)
        if texts["layout"] not in LAYOUTS:
            faults.append(fault("layout", "not-a-choice", choices=", ".join(LAYOUTS)))
        faults += [fault(field, "missing") for field in ("questionnaire", "lens") if not texts[field]]

        def build() -> Sitting:
            if faults or version is None or item is None:
                raise FaultsError(faults or [fault("version", "missing")])
            return cls(version=version, item=item, answers=tuple(answers or ()), **texts)

        return read.finish(build)


class QuizStore(RecordStore[Take]):
    """Takes of questionnaires."""

    def __init__(self, vault: Vault) -> None:
        """The takes of ``vault``."""
        super().__init__(vault, QUIZ)

    def line(self, questionnaire: str, version: int, lens: str) -> list[Stored[Take]]:
        """Every take that may be shown on one plane, the oldest first."""
        wanted = (questionnaire, version, lens)
        return [stored for stored in self.each() if stored.value.line == wanted]

    def lines(self) -> list[tuple[str, int, str]]:
        """Every (questionnaire, version, lens) that has takes, the one with the newest take first."""
        newest = dict.fromkeys(reversed([stored.value.line for stored in self.each()]))
        return list(newest)

    def last_about(self, like: Sitting) -> Stored[Take] | None:
        """The newest take of the same items about the same relationship (and person, where both are named)."""
        for stored in reversed(self.line(like.questionnaire, like.version, like.lens)):
            if len({word_key(stored.value.alias), word_key(like.alias)} - {""}) < 2:
                return stored
        return None

    def finish(self, take: Take) -> Stored[Take]:
        """Keep a take and forget the draft, both or neither; on disk when it returns."""
        with self.together():
            stored = self.add(take)
            self.vault.drafts.drop(DRAFT)
        return stored

    def save_sitting(self, sitting: Sitting) -> None:
        """Keep where the person has come to, so that days or a crash later they go on at the same item."""
        self.vault.drafts.save(DRAFT, sitting.to_json())

    def sitting(self) -> tuple[Sitting, datetime] | None:
        """The take under way and when it was left, or None. A draft that cannot be read is left where it is."""
        draft = self.vault.drafts.get(DRAFT)
        if draft is None:
            return None
        try:
            return Sitting.from_json(draft[0]), draft[1]
        except FaultsError:
            return None

    def drop_sitting(self) -> None:
        """Forget the take under way."""
        self.vault.drafts.drop(DRAFT)
