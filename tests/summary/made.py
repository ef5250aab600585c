"""Summaries in tests: records to make them of, and ways of reading what was made."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from attach_desktop.clock import Moment
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.summary.build import Wanted, build
from attach_desktop.summary.choices import SECTIONS, Choices
from attach_desktop.summary.document import Document
from attach_desktop.vault.vault import Vault
from tests.summary.papers.reading import texts
from tests.support import NOW, ZONE

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
