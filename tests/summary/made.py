"""Summaries in tests: records to make them of, and ways of reading what was made."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from attach_desktop.checkins.checkin import Answer, CheckIn, Text
from attach_desktop.checkins.store import CheckInStore
from attach_desktop.clock import Moment
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.take import Take
from attach_desktop.summary.build import Wanted, build
from attach_desktop.summary.choices import SECTIONS, Choices
from attach_desktop.summary.document import Block, Document, Figure
from attach_desktop.vault.vault import Vault
from tests.summary.papers.reading import texts
from tests.support import NOW, ZONE

B = TypeVar("B", bound=Block)
TODAY = NOW.date()
BEGIN = TODAY - timedelta(days=13)


def moment(days_ago: int = 0, at: time | None = time(12)) -> Moment:
    """A moment some days before today, or only that day where ``at`` is None."""
    day = TODAY - timedelta(days=days_ago)
    return Moment.on(day) if at is None else Moment.from_datetime(datetime.combine(day, at, ZoneInfo(ZONE)), ZONE)


def add(vault: Vault, days_ago: int = 0, **fields: Any) -> None:
    """An entry."""
    JournalStore(vault).add(Entry(at=fields.pop("at", moment(days_ago)), **fields))


def summary(
    vault: Vault,
    *sections: str,
    begin: date = BEGIN,
    end: date = TODAY,
    questions: str = "",
    **choices: bool,
) -> Document:
    """A summary of the last two weeks, of all sections unless some are named."""
    chosen = Choices(sections=sections or SECTIONS, **choices)
    return build(vault, Wanted(begin=begin, end=end, choices=chosen, questions=questions))


def said(document: Document) -> str:
    """All that stands in it, a line each."""
    return "\n".join(texts(document))


def of(document: Document, kind: type[B]) -> list[B]:
    """Every block of one kind."""
    return [block for block in document.blocks if isinstance(block, kind)]


def drawn(document: Document) -> list[type[Any]]:
    """What its figures show."""
    return [type(figure.what) for figure in of(document, Figure)]


def take(vault: Vault, days_ago: int, answer: int = 4, **more: Any) -> None:
    """A take of the quiz with the same answer to everything."""
    fields: dict[str, Any] = {"questionnaire": "attach-16", "version": 1, "points": 7, "lens": "partner"} | more
    QuizStore(vault).add(Take(at=moment(days_ago), answers=(answer,) * 16, **fields))


def checkin(
    vault: Vault,
    days_ago: int,
    value: int | None,
    text: str = "",
    wording: int = 1,
    asked: str = "How calm were you, on the whole?",
) -> None:
    """A look at a week with a point and a text."""
    CheckInStore(vault).add(
        CheckIn(
            at=moment(days_ago),
            form="weekly",
            answers=(Answer("calm", wording, asked.strip(), value),),
            texts=(Text("try", 1, "What would you like to try next?", text),),
        )
    )
