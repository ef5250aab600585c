"""How gratitude's items are found: by words, days, list and person, with the same parts as the journal's entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from attach_desktop import resources
from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.finding.filter_panel import FilterPanel
from attach_desktop.ui.finding.subject import Emptiness, FindWords, Subject
from attach_desktop.ui.gratitude.item_delegate import ItemDelegate
from attach_desktop.ui.gratitude.item_text import ItemText
from attach_desktop.ui.theme.theme import Theme


def items_subject(
    store: GratitudeStore, theme: Theme, text: ItemText, people: Callable[[], Sequence[str]], today: Callable[[], date]
) -> Subject[Item]:
    """The items of ``store``; ``people`` offers aliases, ``today`` is the person's day now."""

    def filters() -> FilterPanel:
        panel = FilterPanel(today)
        headings = lambda: [(one.key, one.name) for one in store.lists.headings(hidden=True)]  # noqa: E731
        panel.add_choice("list", _tr("List"), headings)
        panel.add_words("people", _tr("Person"), people)
        return panel

    return Subject(
        store=store,
        days=text,
        words=_words(),
        sentence=text.sentence,
        delegate=lambda query, parent: ItemDelegate(theme, text, query, parent),
        filters=filters,
        named=lambda field, word: text.list_name(word) if field == "list" else word,
    )


def _words() -> FindWords:
    first = resources.content("gratitude")["first"]
    return FindWords(
        search=_tr("Search the lists"),
        rows=_tr("Items by day"),
        one=_tr("1 item"),
        several=_tr("{count} items"),
        no_match=Emptiness(
            _tr("Nothing matches"),
            _tr("Nothing on the lists has all of this. A shorter word or fewer filters may find it."),
            _tr("Back to the lists"),
        ),
        none_yet=Emptiness(str(first["title"]), str(first["text"]), _tr("Write the first line")),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("GratitudeFinding", text)
