"""A check-in as it is kept: which form, about which days, every answer with the sentence that was asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from attach_desktop.checkins.change import key_faults
from attach_desktop.checkins.form import MAX_POINT, Question
from attach_desktop.clock import Moment
from attach_desktop.errors import Fault, FaultsError, fault
from attach_desktop.vault.kind import JsonObject, Kind
from attach_desktop.vault.reading import MAX_WORD, Reader, range_faults, text_faults

T = TypeVar("T")
MAX_ANSWERS = 100
MAX_ANSWER_TEXT = 50_000
_MAX_VERSION = 1_000_000
_MAX_COUNT = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """One question with a point from 0 to 10, None where it was skipped. ``asked`` is the sentence as it read then."""

    question: str
    wording: int
    asked: str
    value: int | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """One open question with what was written, possibly nothing."""

    question: str
    wording: int
    asked: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many records of a sort there were in the days looked at, as they were counted then."""

    what: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """One look at some days.

    ``form`` and ``version`` say which form was filled in; ``begin`` and ``end`` (the person's days, both included) what
    it looks at. ``answers`` and ``texts`` hold each question once. Raises FaultsError naming every field that cannot
    be.
    """

    at: Moment
    form: str
    version: int = 1
    begin: date | None = None
    end: date | None = None
    answers: tuple[Answer, ...] = ()
    texts: tuple[Text, ...] = ()
    counts: tuple[Count, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what cannot be, naming every fault."""
        faults: list[Fault] = key_faults("form", self.form)
        faults += range_faults("version", self.version, 1, _MAX_VERSION)
        if self.begin and self.end and self.begin > self.end:
            faults.append(fault("end", "before-begin"))
        faults += _asked_faults("answers", self.answers) + _asked_faults("texts", self.texts)
        for number, answer in enumerate(self.answers):
            faults += range_faults(f"answers[{number}].value", answer.value, 0, MAX_POINT)
        for number, text in enumerate(self.texts):
            faults += text_faults(f"texts[{number}].text", text.text, MAX_ANSWER_TEXT)
        for number, count in enumerate(self.counts):
            faults += key_faults(f"counts[{number}].what", count.what)
            faults += range_faults(f"counts[{number}].number", count.number, 0, _MAX_COUNT)
        if len(self.counts) > MAX_ANSWERS:
            faults.append(fault("counts", "too-many", limit=MAX_ANSWERS, length=len(self.counts)))
        if faults:
            raise FaultsError(faults)

    @property
    def empty(self) -> bool:
        """Whether every question was skipped."""
        answered = any(answer.value is not None for answer in self.answers)
        return not answered and not any(text.text.strip() for text in self.texts)

    def value(self, question: str, wording: int) -> int | None:
        """The point that was given to a question in this very wording; None where there is none."""
        for answer in self.answers:
            if (answer.question, answer.wording) == (question, wording):
                return answer.value
        return None


def answered(question: Question, value: int | None) -> Answer:
    """A point for a question as it is asked now."""
    return Answer(question.id, question.wording, question.text, value)


def written(question: Question, text: str) -> Text:
    """A text for a question as it is asked now."""
    return Text(question.id, question.wording, question.text, text.strip())


def _asked_faults(field: str, given: Sequence[Answer | Text]) -> list[Fault]:
    faults: list[Fault] = []
    if len(given) > MAX_ANSWERS:
        faults.append(fault(field, "too-many", limit=MAX_ANSWERS, length=len(given)))
    seen: set[str] = set()
    for number, one in enumerate(given):
        place = f"{field}[{number}]"
        faults += key_faults(f"{place}.question", one.question)
        faults += range_faults(f"{place}.wording", one.wording, 1, _MAX_VERSION)
        faults += text_faults(f"{place}.asked", one.asked, MAX_WORD)
        if one.question in seen:
            faults.append(fault(f"{place}.question", "given-twice"))
        seen.add(one.question)
    return faults


def _to_json(checkin: CheckIn) -> JsonObject:
    return {
        "at": checkin.at.isoformat(),
        "zone": checkin.at.zone,
        "form": checkin.form,
        "version": checkin.version,
        "begin": checkin.begin.isoformat() if checkin.begin else "",
        "end": checkin.end.isoformat() if checkin.end else "",
        "answers": [
            {"asked": one.asked, "value": one.value, "question": one.question, "wording": one.wording}
            for one in checkin.answers
        ],
        "texts": [
            {"asked": one.asked, "text": one.text, "question": one.question, "wording": one.wording}
            for one in checkin.texts
        ],
        "counts": [{"what": one.what, "number": one.number} for one in checkin.counts],
    }


def _from_json(data: Mapping[str, Any]) -> CheckIn:
    read = Reader(data)
    at, form, version = read.moment("at", "zone"), read.text("form"), read.whole("version")
    begin, end = _day(read, "begin"), _day(read, "end")
    answers = _objects(read, "answers", lambda one: Answer(*_asked(one), one.whole("value")))
    texts = _objects(read, "texts", lambda one: Text(*_asked(one), one.text("text")))
    counts = _objects(read, "counts", lambda one: Count(one.text("what"), one.whole("number") or 0))

    def build() -> CheckIn:
        return CheckIn(
            at=at or Moment.on(date.min),
            form=form.strip().lower(),
            version=1 if version is None else version,
            begin=begin,
            end=end,
            answers=answers,
            texts=texts,
            counts=counts,
        )

    return read.finish(build)


def _asked(read: Reader) -> tuple[str, int, str]:
    wording = read.whole("wording")
    return read.text("question"), 1 if wording is None else wording, read.text("asked")


def _objects(read: Reader, field: str, build: Callable[[Reader], T]) -> tuple[T, ...]:
    built = []
    for number, data in enumerate(read.objects(field)):
        one = Reader(data)
        built.append(build(one))
        read.faults += [found._replace(field=f"{field}[{number}].{found.field}") for found in one.faults]
    return tuple(built)


def _day(read: Reader, field: str) -> date | None:
    text = read.text(field).strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        read.faults.append(fault(field, "not-a-day", given=text[:40]))
        return None


CHECKINS: Kind[CheckIn] = Kind(
    name="checkins",
    number=21,
    to_json=_to_json,
    from_json=_from_json,
    moment=lambda checkin: checkin.at,
    texts=lambda checkin: [text.text for text in checkin.texts],
    words=lambda checkin: [("form", checkin.form)],
)
