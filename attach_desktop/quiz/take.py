"""One take of a questionnaire, as it is kept: which one, about whom, when, and every answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from attach_desktop.clock import Moment
from attach_desktop.errors import Fault, FaultsError, fault
from attach_desktop.quiz.answers import Answers, answer_faults
from attach_desktop.quiz.questionnaire import BUILT_IN
from attach_desktop.quiz.validation import ID, MAX_ITEMS, MAX_POINTS, MIN_ITEMS, MIN_POINTS
from attach_desktop.vault.kind import JsonObject, Kind
from attach_desktop.vault.reading import MAX_WORD, Reader, range_faults, text_faults

FITS = ("", "yes", "partly", "no")


class Shape(NamedTuple):
    """What every take of a known questionnaire must agree with."""

    items: int
    points: int
    lenses: tuple[str, ...]


#: Known without reading a file, so that a take from elsewhere is refused where it cannot be (a test compares them).
SHAPES = {(BUILT_IN, 1): Shape(16, 7, ("general", "partner", "parent", "friend", "helper"))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """One take.

    ``questionnaire`` and ``version`` name what was answered on ``points`` scale points; ``lens`` the relationship it
    was about, ``alias`` the person, if one was named. ``answers`` are in the order of the items, None where skipped.
    ``fits`` is the person's own verdict on the result. ``quick`` says that the median time for an item was under two
    seconds (no time is kept beyond that); ``kept`` that the person was told of signs of haste and kept the answers.
    Raises FaultsError naming every field that cannot be.
    """

    at: Moment
    questionnaire: str
    version: int
    points: int
    lens: str
    answers: Answers
    alias: str = ""
    fits: str = ""
    note: str = ""
    quick: bool = False
    kept: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be, naming every fault."""
        shape = SHAPES.get((self.questionnaire, self.version))
        faults: list[Fault] = []
        for field in ("questionnaire", "lens"):
            if not ID.fullmatch(getattr(self, field)):
                faults.append(fault(field, "not-a-short-name"))
        faults += range_faults("version", self.version, 1, 1_000_000)
        faults += range_faults("points", self.points, MIN_POINTS, MAX_POINTS)
        faults += text_faults("alias", self.alias, MAX_WORD) + text_faults("note", self.note)
        if self.fits not in FITS:
            faults.append(fault("fits", "not-a-choice", choices=", ".join(filter(None, FITS))))
        if shape is None:
            faults += _loose_faults(self.answers, self.points)
        else:
            faults += answer_faults(self.answers, shape.items, shape.points)
            if self.points != shape.points:
                faults.append(fault("points", "not-a-choice", choices=shape.points))
            if self.lens not in shape.lenses:
                faults.append(fault("lens", "not-a-choice", choices=", ".join(shape.lenses)))
        if faults:
            raise FaultsError(faults)

    @property
    def line(self) -> tuple[str, int, str]:
        """What it shares with the takes that it can be shown beside: questionnaire, version, lens."""
        return self.questionnaire, self.version, self.lens


def _loose_faults(answers: object, points: int) -> list[Fault]:
    # The questionnaire itself may lie in another folder, or be gone: the person's answers are kept all the same.
    if not isinstance(answers, tuple):
        return [fault("answers", "not-a-list")]
    faults = answer_faults(answers[:MAX_ITEMS], min(len(answers), MAX_ITEMS), points)
    if not MIN_ITEMS <= len(answers) <= MAX_ITEMS:
        faults.append(fault("answers", "wrong-count", low=MIN_ITEMS, high=MAX_ITEMS, given=len(answers)))
    return faults


def to_json(take: Take) -> JsonObject:
    """The documented fields of a take (docs/quiz-items.md)."""
    return {
        "at": take.at.isoformat(),
        "zone": take.at.zone,
        "questionnaire": take.questionnaire,
        "version": take.version,
        "points": take.points,
        "lens": take.lens,
        "alias": take.alias,
        "answers": list(take.answers),
        "fits": take.fits,
        "note": take.note,
        "quick": take.quick,
        "kept": take.kept,
    }


def from_json(data: Mapping[str, Any]) -> Take:
    """A take from its documented fields. Raises FaultsError with every fault named."""
    read = Reader(data)
    at = read.moment("at", "zone")
    texts = {field: read.text(field) for field in ("questionnaire", "lens", "alias", "fits", "note")}
    version, points = read.whole("version"), read.whole("points")
    quick, kept = read.flag("quick"), read.flag("kept")
    given = data.get("answers")
    answers: Any = tuple(given) if isinstance(given, list) else given
    missing = [
        fault(field, "missing")
        for field in ("questionnaire", "version", "points", "lens", "answers")
        if data.get(field) is None
    ]

    def build() -> Take:
        if at is None or version is None or points is None or missing:
            # A part that the rest hangs on is wrong; the answers are looked at all the same.
            more = [] if answers is None else _loose_faults(answers, points or MAX_POINTS)
            raise FaultsError([*missing, *more])
        return Take(at=at, version=version, points=points, answers=answers, quick=quick, kept=kept, **texts)

    return read.finish(build)


def _words(take: Take) -> list[tuple[str, str]]:
    pairs = [("lens", take.lens), ("questionnaire", take.questionnaire)]
    return [*pairs, ("alias", take.alias.strip())] if take.alias.strip() else pairs


QUIZ: Kind[Take] = Kind(
    name="quiz",
    number=4,
    to_json=to_json,
    from_json=from_json,
    moment=lambda take: take.at,
    texts=lambda take: [take.alias, take.note],
    words=_words,
)
