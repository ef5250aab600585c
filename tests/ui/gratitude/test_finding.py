"""What gratitude hands to the parts that find things."""

from __future__ import annotations

from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.ui.gratitude.finding import items_subject
from attach_desktop.ui.gratitude.item_text import ItemText
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.vault.finding import Filter
from tests.support import NOW
from tests.ui.eyes import part


def test_lists_are_offered_by_name_those_out_of_sight_too(gratitude: GratitudeStore, theme: Theme) -> None:
    own = gratitude.lists.add("Garden")
    gratitude.lists.hide("partner")
    names = {one.key: one.name for one in gratitude.lists.headings(hidden=True)}
    text = ItemText(lambda key: names[key], NOW.date)
    subject = items_subject(gratitude, theme, text, lambda: ["Kim"], NOW.date)
    panel = subject.filters()
    choice = part(panel, Choice)
    assert {choice.itemText(at) for at in range(choice.count())} == {"any", *names.values()}
    wanted = Filter(words=(("list", own.key), ("people", "Kim")))
    panel.set_filter(wanted)
    assert panel.filter("") == wanted
    assert subject.named("list", own.key) == "Garden"
    assert subject.named("people", "Kim") == "Kim"
    gratitude.lists.rename(own.key, "Balcony")
    panel.set_filter(wanted)
    assert choice.currentText() == "Balcony"
    panel.deleteLater()
