"""The list side of the journal: its entries by days, to be searched, filtered and jumped in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.finding.find_panel import FindPanel
from attach_desktop.ui.finding.subject import Emptiness, FindWords, Subject
from attach_desktop.ui.journal.entry_delegate import EntryDelegate
from attach_desktop.ui.journal.entry_filters import entry_filters, field_names
from attach_desktop.ui.journal.row_text import RowText
from attach_desktop.ui.theme.theme import Theme


class ListPanel(FindPanel[Entry]):
    """Shows entries."""

    def __init__(
        self,
        store: JournalStore,
        theme: Theme,
        vocabulary: Vocabulary,
        text: RowText,
        used: Callable[[str], Sequence[str]],
        today: Callable[[], date],
    ) -> None:
        """``used`` gives the person's words of a field; ``today`` their day now."""
        moods = [vocabulary.mood_word(step) for step in range(1, 6)]
        subject = Subject(
            store=store,
            days=text,
            words=_words(),
            sentence=text.sentence,
            delegate=lambda query, parent: EntryDelegate(theme, text, query, parent),
            filters=lambda: entry_filters(used, moods, today),
            named=lambda field, word: field_names()[word] if field == "flag" else word,
            moods=moods,
        )
        super().__init__(subject, theme, today)


def _words() -> FindWords:
    return FindWords(
        search=_tr("Search entries"),
        rows=_tr("Entries"),
        one=_tr("1 entry"),
        several=_tr("{count} entries"),
        no_match=Emptiness(
            _tr("Nothing matches"),
            _tr("No entry has all of this. A shorter word or fewer filters may find it."),
            _tr("Show all entries"),
        ),
        none_yet=Emptiness(
            _tr("Your entries will be here"),
            _tr(
                "A point on the grid is enough for a beginning. Over some weeks it becomes easier to see"
                " what unsettles you, and what helps."
            ),
            _tr("Write the first one"),
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("ListPanel", text)
