"""The words of a row: for the eye in two lines, for the ear in one sentence. No widgets here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from attach_desktop.journal.entry import TEXT_FIELDS, Entry
from attach_desktop.journal.late import written_late
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.finding.day_words import DayWords
from attach_desktop.ui.finding.found_model import Heading, Row
from attach_desktop.vault.search import excerpt


def _tr(text: str) -> str:
    return QCoreApplication.translate("RowText", text)


class RowText(DayWords):
    """Says rows in words."""

    def __init__(self, vocabulary: Vocabulary, today: Callable[[], date]) -> None:
        """``today`` is the person's day now, so that nearby days can be named."""
        super().__init__(today)
        self._vocabulary = vocabulary

    def time(self, entry: Entry) -> str:
        """The time of day, or a dash where none is known."""
        return entry.at.at.strftime("%H:%M") if entry.at.at else "–"

    def first_line(self, entry: Entry) -> str:
        """The feelings, or the grid's word for the mood, or what kind of entry it is."""
        if entry.feelings:
            return ", ".join(entry.feelings)
        if entry.mood is not None:
            return self._vocabulary.cell_word(entry.mood, entry.energy or 3)
        return _tr("note") if entry.note else _tr("entry")

    def second_line(self, entry: Entry, query: str) -> tuple[str, list[tuple[int, int]]]:
        """Triggers and the beginning of the text; while searching, the text around the match."""
        if query.strip():
            best: tuple[str, list[tuple[int, int]]] = ("", [])
            for text in self._searchable(entry):
                found = excerpt(text, query)
                if len(found[1]) > len(best[1]) or not best[0]:
                    best = found
            return best
        text = next((getattr(entry, field) for field in ("note", *TEXT_FIELDS) if getattr(entry, field)), "")
        beginning = " ".join(text[:300].replace("**", "").split())
        return " · ".join(part for part in (", ".join(entry.triggers), beginning) if part), []

    def flags(self, entry: Entry) -> str:
        """What the entry is marked with, in words."""
        words = []
        if entry.for_session:
            words.append(_tr("for my session"))
        if entry.private:
            words.append(_tr("private"))
        return " · ".join(words)

    def sentence(self, row: Row[Entry]) -> str:
        """The whole row as one sentence, for a screen reader."""
        if isinstance(row, Heading):
            return self.day(row.day)
        entry = row.value
        parts = [self.date(entry.at.day, with_year=True)]
        parts.append(entry.at.at.strftime("%H:%M") if entry.at.at else _tr("no time"))
        if entry.mood is not None:
            word = self._vocabulary.cell_word(entry.mood, entry.energy or 3)
            parts.append(_tr("{word}, pleasantness {mood} of 5").format(word=word, mood=entry.mood))
        if entry.energy is not None:
            parts.append(_tr("energy {energy} of 5").format(energy=entry.energy))
        parts += [", ".join(entry.feelings), self.flags(entry), self.second_line(entry, "")[0]]
        return ". ".join(part for part in parts if part)

    def written(self, row: Row[Entry]) -> str:
        """When the entry was written, if that was much later than it happened; else nothing."""
        if isinstance(row, Heading):
            return ""
        written = row.created.astimezone()
        if not written_late(row.value.at, written):
            return ""
        when = f"{self.date(written.date(), with_year=True)}, {written:%H:%M}"
        return _tr("Written later: {when}").format(when=when)

    def _searchable(self, entry: Entry) -> list[str]:
        texts = [getattr(entry, field) for field in ("note", *TEXT_FIELDS)]
        words = (
            entry.triggers,
            entry.people,
            entry.tags,
            entry.body,
            tuple(item.name for item in entry.coping),
        )
        return [text for text in (*texts, *(", ".join(group) for group in words)) if text]
