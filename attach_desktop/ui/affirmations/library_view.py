"""Every sentence as a list to search: what it is for, how far it is believed, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from attach_desktop.affirmations.deck import Card, CardFilter
from attach_desktop.affirmations.library import texts, theme_name
from attach_desktop.affirmations.sentence import THEMES
from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.errors import AttachError
from attach_desktop.sentences import tell
from attach_desktop.ui.affirmations.practice_view import Do
from attach_desktop.ui.affirmations.sentence_delegate import SentenceDelegate
from attach_desktop.ui.shell import Shell
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import LARGE, NORMAL, SMALL
from attach_desktop.ui.widgets.chip_field import ChipField
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.ui.widgets.pause import at_pause

_DRAFT = "affirmations.own"
_SHOWS = ("active", "hidden", "retired")


class LibraryView(QWidget):
    """Finds, adds, edits, hides and restores sentences."""

    practise_asked = Signal(str)

    def __init__(self, store: AffirmationStore, theme: Theme, shell: Shell, do: Do) -> None:
        """The cards of ``store``."""
        super().__init__()
        self._store, self._theme, self._shell, self._do = store, theme, shell, do
        self._texts = texts()
        self._filter = CardFilter()
        self._editing: str | None = None
        self._build()
        self._later = at_pause(self, lambda: do(self.keep_draft))
        self.line.textChanged.connect(lambda _: self._later.start())
        kept = store.vault.drafts.get(_DRAFT)
        if kept is not None:
            self.line.setText(str(kept[0].get("text", "")))
            editing = kept[0].get("editing")
            if isinstance(editing, str) and store.card(editing) is not None:
                self._editing = editing
                self.add_button.setText(self.tr("Save changes"))

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, NORMAL, LARGE, NORMAL)
        column.setSpacing(SMALL)
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search sentences …"))
        self.search.setAccessibleName(self.tr("Search sentences"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._do(self.refresh))
        self.theme = Choice(self.tr("For"))
        self.theme.addItem(self.tr("anything"), "")
        for theme in THEMES:
            self.theme.addItem(theme_name(theme), theme)
        self.show_which = Choice(self.tr("Show"), (self.tr("In use"), self.tr("Hidden"), self.tr("Resting")))
        for box in (self.theme, self.show_which):
            box.currentIndexChanged.connect(lambda _: self._do(self.refresh))
        head.addWidget(self.search, 1)
        for choice in (self.theme, self.show_which):
            head.addWidget(choice.label())
            head.addWidget(choice)
        column.addLayout(head)
        add = QHBoxLayout()
        add.setSpacing(SMALL)
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("A sentence of my own"))
        self.line.setAccessibleName(self.tr("A sentence of my own"))
        self.line.returnPressed.connect(self._add)
        self.line.textEdited.connect(self._typed)
        self.add_button = button(self.tr("Add"), self._add, "primary")
        add.addWidget(self.line, 1)
        add.addWidget(self.add_button)
        column.addLayout(add)
        self.fault = label("", "fault")
        self.fault.hide()
        column.addWidget(self.fault)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Sentences"))
        self.list.setProperty("framed", True)
        self.list.setItemDelegate(SentenceDelegate(self._theme, self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._theme.changed.connect(self.list.scheduleDelayedItemsLayout)
        self.list.currentItemChanged.connect(lambda *_: self._do(self._selected))
        self.list.itemActivated.connect(lambda _: self._practise())
        # Shortcuts, because the list itself takes letters as the beginning of what to look for.
        for keys, act in (("E", self._edit), ("F", self._favour)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        column.addWidget(self.list, 1)
        self._nothing = label(str(self._texts["empty"]["found"]), "muted")
        column.addWidget(self._nothing)
        self.sets = ChipField(self.tr("Sets"), self.tr("sets of my own, for this sentence"), self._set_names)
        self.sets.changed.connect(self._sets_changed)
        column.addWidget(self.sets)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(SMALL)
        self._practise_button = button(self.tr("Practise"), self._practise)
        self._edit_button = button(self.tr("Edit"), self._edit, "quiet")
        self._favourite = button("", self._favour, "quiet")
        self._hide = button("", self._hide_or_back, "quiet")
        self._remove = button("", self._take_away, "quiet")
        for made in (self._practise_button, self._edit_button, self._favourite, self._hide, self._remove):
            foot.addWidget(made)
        foot.addStretch()
        column.addWidget(self._foot)
        self.setFocusProxy(self.search)

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the cards again, keeping the one that is selected."""
        present = self.current()
        show = _SHOWS[self.show_which.currentIndex()]
        theme = str(self.theme.currentData() or "")
        self._filter = replace(
            CardFilter(),
            query=self.search.text(),
            themes=(theme,) if theme else (),
            show=show,  # type: ignore[arg-type]
        )
        cards = self._store.cards(self._filter)
        self.list.blockSignals(True)
        self.list.clear()
        for card in cards:
            item = QListWidgetItem(self._words(card))
            item.setData(Qt.ItemDataRole.UserRole, card.id)
            self.list.addItem(item)
            if present is not None and card.id == present.id:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._nothing.setVisible(not cards)
        self._selected()

    def _words(self, card: Card) -> str:
        about = [theme_name(theme) for theme in card.themes]
        if card.belief is not None:
            about.append(self.tr("believed {belief} of 10").format(belief=card.belief))
        if card.favourite:
            about.append(self.tr("favourite"))
        if card.own:
            about.append(self.tr("my own"))
        return f"{card.text}\n{' · '.join([*about, *card.sets])}"

    def current(self) -> Card | None:
        """The card that is selected, or None."""
        item = self.list.currentItem()
        return self._store.card(str(item.data(Qt.ItemDataRole.UserRole))) if item is not None else None

    def keep_draft(self) -> None:
        """Keep a sentence that was written and not added yet, or changed and not saved."""
        self._later.stop()
        if self.line.text().strip():
            self._store.vault.drafts.save(_DRAFT, {"text": self.line.text(), "editing": self._editing})
        else:
            self._store.vault.drafts.drop(_DRAFT)

    def _selected(self) -> None:
        card = self.current()
        for made in (self._foot, self.sets):
            made.setVisible(card is not None)
        if card is None:
            return
        self._favourite.setText(self.tr("No longer a favourite") if card.favourite else self.tr("Favourite"))
        away = card.hidden or card.retired
        self._hide.setText(self.tr("Take it back") if away else self.tr("Hide"))
        self._remove.setText(self.tr("Delete") if card.own else self.tr("As it was at first"))
        self._remove.setEnabled(card.own or card.record is not None)
        if self.sets.words() != card.sets:
            self.sets.blockSignals(True)
            self.sets.set_words(card.sets)
            self.sets.blockSignals(False)

    # -- doing -----------------------------------------------------------------------------------------------------

    def _add(self) -> None:
        text = self.line.text().strip()
        if not text:
            self.fault.setText(self.tr("Nothing is written yet. A short sentence is enough."))
            self.fault.show()
            self.line.setFocus()
            return
        theme = str(self.theme.currentData() or "")
        try:
            if self._editing is None:
                self._store.add_own(text, themes=(theme,) if theme else ())
            else:
                self._store.edit(self._editing, text)
        except AttachError as error:
            told = tell(error)
            self.fault.setText(f"{told.happened} {told.next}")
            self.fault.show()
            return
        self._editing = None
        self.add_button.setText(self.tr("Add"))
        self.fault.hide()
        self.line.clear()
        self._do(lambda: self._store.vault.drafts.drop(_DRAFT))
        self._shell.say(self.tr("Saved {time}").format(time=f"{self._store.vault.clock.now():%H:%M}"))

    def _typed(self, text: str) -> None:
        self.fault.hide()

    def _edit(self) -> None:
        card = self.current()
        if card is not None:
            self._editing = card.id
            self.line.setText(card.text)
            self.add_button.setText(self.tr("Save changes"))
            self.line.setFocus()
            self.line.selectAll()

    def _practise(self) -> None:
        card = self.current()
        if card is not None:
            self.practise_asked.emit(card.id)

    def _on_card(self, act: Callable[[Card], object]) -> None:
        card = self.current()
        if card is not None:
            self._do(lambda: act(card))

    def _favour(self) -> None:
        self._on_card(lambda card: self._store.favour(card.id, favourite=not card.favourite))

    def _hide_or_back(self) -> None:
        def act(card: Card) -> None:
            if card.retired:
                self._store.take_back(card.id)
            else:
                self._store.hide(card.id, hidden=not card.hidden)

        self._on_card(act)

    def _take_away(self) -> None:
        def act(card: Card) -> None:
            token = self._store.remove(card.id)
            self._shell.offer_undo(
                self.tr("Moved to the bin") if card.own else self.tr("As it was at first"),
                lambda: self._do(lambda: self._store.restore(token)),
                self.tr("Undo"),
            )

        self._on_card(act)

    def _set_names(self) -> list[str]:
        return self._store.deck().sets()

    def _sets_changed(self) -> None:
        self._on_card(lambda card: self._store.put_in_sets(card.id, self.sets.words()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves editing."""
        if event.key() == Qt.Key.Key_Escape and self._editing is not None:
            self._editing = None
            self.line.clear()
            self.fault.hide()
            self.add_button.setText(self.tr("Add"))
        else:
            super().keyPressEvent(event)
