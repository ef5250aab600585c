"""What is done to items when a person wishes it, with the way back; what goes wrong is told in the status line."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from attach_desktop.gratitude.item import Item
from attach_desktop.gratitude.lists import Heading
from attach_desktop.gratitude.store import GratitudeStore
from attach_desktop.gratitude.telling import tell_them
from attach_desktop.ui.clipboard import copy
from attach_desktop.ui.gratitude.memory import hide_person
from attach_desktop.ui.gratitude.wishes import Wishes
from attach_desktop.ui.paper.single import print_single
from attach_desktop.ui.shell import Shell, attempt
from attach_desktop.vault.kind import Stored


class Deeds:
    """Fulfils ``wishes``."""

    def __init__(self, store: GratitudeStore, shell: Shell, page: QWidget) -> None:
        """``page`` is what a print dialog belongs to."""
        self._store, self._shell, self._page = store, shell, page
        self.do = partial(attempt, shell)
        self.wishes = Wishes(self._headings)
        self.wishes.delete.connect(self._delete)
        self.wishes.copy.connect(self._copy)
        self.wishes.print.connect(self._print)
        self.wishes.step.connect(self._step)
        self.wishes.move.connect(self._move)
        self.wishes.hide_person.connect(lambda alias: hide_person(store, shell, alias))

    def keep(self, record: Stored[Item] | None, item: Item) -> None:
        """Keep a new item, or what a record is to say from now on. Raises AttachError where it cannot be."""
        if record is None:
            self._store.add(item)
        else:
            self._store.change(record.id, item)
        self._shell.say(self._page.tr("Saved {time}").format(time=f"{self._store.vault.clock.now():%H:%M}"))

    def _headings(self) -> list[Heading]:
        return self._store.lists.headings()

    def _delete(self, record: Stored[Item]) -> None:
        def delete() -> None:
            token = self._store.bin([record.id])
            self._shell.offer_undo(
                self._page.tr("Moved to the bin"), lambda: self._store.restore(token), self._page.tr("Undo delete")
            )

        self.do(delete)

    def _copy(self, record: Stored[Item]) -> None:
        copy(tell_them(record.value))
        self._shell.say(self._page.tr("Copied. Paste it wherever you write to them."))

    def _print(self, record: Stored[Item]) -> None:
        from attach_desktop.summary.papers.gratitude_list import gratitude_note

        print_single(self._page, self._shell, lambda: gratitude_note(record.value))

    def _step(self, record: Stored[Item], by: int) -> None:
        def step() -> None:
            near = self._store.beside(record, by)
            if near is not None:
                self._store.move(record.id, record.value.list, *near)

        self.do(step)

    def _move(self, record: Stored[Item], key: str) -> None:
        def move() -> None:
            self._store.move(record.id, key, None, None)
            name = next((one.name for one in self._store.lists.headings(hidden=True) if one.key == key), key)
            self._shell.offer_undo(
                self._page.tr("Moved to the list {name}").format(name=name),
                lambda: self._store.change(record.id, record.value),
                self._page.tr("Undo move"),
            )

        self.do(move)
