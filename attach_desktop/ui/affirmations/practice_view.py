"""One sentence in large type on an empty page: how believable it is, gentler words, and how it feels afterwards."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from attach_desktop.affirmations.deck import Card, CardFilter
from attach_desktop.affirmations.library import texts
from attach_desktop.affirmations.rules import Shuffle, for_hard_moments, gentler_forms, offers_gentler, to_practise
from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import HUGE, LARGE, MEDIUM, SMALL, WIDE
from attach_desktop.ui.widgets.choice import Choice
from attach_desktop.ui.widgets.column import emptied, scrolled
from attach_desktop.ui.widgets.labels import button, label
from attach_desktop.ui.widgets.scale_row import ScaleRow

#: Does something to the records and tells what went wrong; returns whether it went well.
Do = Callable[[Callable[[], object]], bool]
_TODAY, _ALL, _HARD, _FAVOURITES, _OWN = "today", "", "hard", "favourites", "own"


class PracticeView(QWidget):
    """Goes through a choice of cards at the person's own pace. Space or Right goes on, Left goes back."""

    shown = Signal(str)
    print_asked = Signal()

    def __init__(self, store: AffirmationStore, theme: Theme, do: Do) -> None:
        """The cards of ``store``."""
        super().__init__()
        self._store, self._theme, self._do = store, theme, do
        self._texts = texts()
        self._card: Card | None = None
        self._shuffle: Shuffle | None = None
        self._filling = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Practice"))
        self._build()

    @property
    def card(self) -> Card | None:
        """The card on show."""
        return self._card

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(WIDE, HUGE, WIDE, LARGE)
        column.setSpacing(MEDIUM)
        self.choice = Choice(self.tr("Which sentences"))
        self.choice.currentIndexChanged.connect(lambda _: self._do(self._chosen))
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.choice.label())
        row.addWidget(self.choice)
        row.addStretch()
        column.addLayout(row)
        self._about = self._middle(label("", "muted"))
        column.addWidget(self._about)
        self._sentence = self._middle(label(""))
        self._sentence.setFont(self._theme.font("display"))
        self._theme.changed.connect(self._dress)
        self._sentence.setMinimumHeight(self._sentence.fontMetrics().height() * 3)
        column.addWidget(self._sentence)
        self._resting = self._middle(label("", "muted"))
        column.addWidget(self._resting)
        self._take_back = button(str(self._texts["retired"]["button"]), self._back_again, "quiet")
        column.addWidget(self._take_back, 0, Qt.AlignmentFlag.AlignHCenter)
        question = self._texts["believability"]
        self._question = self._middle(label(str(question["question"]), "muted"))
        column.addWidget(self._question)
        self.scale = ScaleRow(
            self._theme, str(question["question"]), 0, 10, (str(question["low"]), str(question["high"]))
        )
        self.scale.changed.connect(self._rated)
        column.addWidget(self.scale, 0, Qt.AlignmentFlag.AlignHCenter)
        self._offer = self._middle(label("", "muted"))
        column.addWidget(self._offer)
        self._forms = QVBoxLayout()
        self._forms.setSpacing(SMALL)
        column.addLayout(self._forms)
        column.addSpacing(SMALL)
        self._after_question = self._middle(label(str(self._texts["after"]["question"]), "muted"))
        column.addWidget(self._after_question)
        after = QHBoxLayout()
        after.addStretch()
        self._verdicts = []
        for verdict in ("better", "same", "worse"):
            made = button(str(self._texts["after"][verdict]), partial(self._felt, verdict), "suggestion")
            self._verdicts.append(made)
            after.addWidget(made)
        after.addStretch()
        column.addLayout(after)
        column.addSpacing(MEDIUM)
        foot = QHBoxLayout()
        foot.addStretch()
        self._favourite = button("", self._favour, "quiet")
        self._hide = button(self.tr("Hide"), self._put_away, "quiet")
        self._print = button(self.tr("Print as a card …"), self.print_asked.emit, "quiet")
        self.next_button = button(self.tr("Another"), self.go_on, "primary")
        for made in (self._favourite, self._hide, self._print, self.next_button):
            foot.addWidget(made)
        foot.addStretch()
        column.addLayout(foot)
        column.addStretch()
        self._evidence = self._middle(label(str(self._texts["evidence"]), "small"))
        column.addWidget(self._evidence)
        holder = QWidget()
        inside.setMaximumWidth(760)
        line = QHBoxLayout(holder)
        line.addStretch(1)
        line.addWidget(inside, 12)
        line.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(holder))

    def _dress(self) -> None:
        self._sentence.setFont(self._theme.font("display"))

    def _middle(self, made: QLabel) -> QLabel:
        made.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return made

    # -- showing ---------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read the card on show again, and the choices."""
        self._fill_choices()
        if self._card is not None:
            self._show(self._store.card(self._card.id))
        else:
            self._chosen()

    def show_card(self, name: str) -> None:
        """Show one card."""
        self._show(self._store.card(name))

    def _fill_choices(self) -> None:
        self._filling = True
        present = self.choice.currentData()
        self.choice.clear()
        names = [(self.tr("Today’s sentence"), _TODAY), (self.tr("All sentences"), _ALL)]
        names.append((str(self._texts["hard_moments"]["title"]), _HARD))
        names += [(self.tr("Favourites"), _FAVOURITES), (self.tr("My own"), _OWN)]
        names += [(str(theme["name"]), f"theme:{key}") for key, theme in self._texts["themes"].items()]
        names += [(name, f"set:{name}") for name in self._store.deck().sets()]
        for words, key in names:
            self.choice.addItem(words, key)
        self.choice.setCurrentIndex(max(0, self.choice.findData(present)) if present is not None else 0)
        self._filling = False

    def _cards(self) -> list[Card]:
        key = str(self.choice.currentData() or "")
        if key == _HARD:
            return for_hard_moments(self._store.cards())
        wanted = CardFilter(
            favourite=key == _FAVOURITES,
            own=key == _OWN,
            themes=(key.removeprefix("theme:"),) if key.startswith("theme:") else (),
            set=key.removeprefix("set:") if key.startswith("set:") else "",
        )
        return to_practise(self._store.cards(wanted))

    def _chosen(self) -> None:
        if self._filling:
            return
        key = str(self.choice.currentData() or "")
        about = self._texts["themes"].get(key.removeprefix("theme:"), {}).get("about", "")
        if key == _HARD:
            about = self._texts["hard_moments"]["about"]
        self._about.setText(str(about))
        self._about.setVisible(bool(about))
        if key == _TODAY:
            self._shuffle = None
            self._show(self._store.today())
            return
        cards = self._cards()
        self._shuffle = self._store.practices.shuffle(cards, key)
        if self._shuffle.present is None:
            self._shuffle = self._shuffle.next()
        self._show(self._store.card(self._shuffle.present) if self._shuffle.present else None)

    def _show(self, card: Card | None) -> None:
        self._card = card
        parts: Sequence[QWidget] = (self._question, self.scale, self._after_question, *self._verdicts,
                                    self._favourite, self._hide, self._print)  # fmt: skip
        for part in parts:
            part.setVisible(card is not None and not card.retired)
        self._take_back.setVisible(card is not None and card.retired)
        self._resting.setVisible(card is not None and card.retired)
        self.next_button.setEnabled(card is not None)
        self._clear_forms()
        if card is None:
            self._sentence.setText("")
            self._offer.setText(self._empty())
            self._offer.show()
            return
        self._sentence.setText(card.text)
        self._sentence.setAccessibleName(card.text)
        self.shown.emit(card.id)
        if card.retired:
            rest = self._texts["retired"]
            self._resting.setText(f"{rest['happened']} {rest['back']}")
            self._offer.hide()
            return
        self._filling = True
        self.scale.set_value(card.belief)
        self._filling = False
        self._favourite.setText(self.tr("No longer a favourite") if card.favourite else self.tr("Make it a favourite"))
        self._offer_gentler(card)

    def _empty(self) -> str:
        key = str(self.choice.currentData() or "")
        if key == _HARD:
            return str(self._texts["hard_moments"]["empty"])
        return str(self._texts["empty"]["own" if key == _OWN else "today" if key == _TODAY else "practice"])

    def _offer_gentler(self, card: Card) -> None:
        offered = offers_gentler(card)
        forms = gentler_forms(card) if offered else ()
        self._offer.setVisible(offered)
        offer = self._texts["offer"]
        self._offer.setText(str(offer["gentler" if forms else "own_words"]))
        for form in forms:
            made = button(form, partial(self._soften, form), "suggestion")
            self._forms.addWidget(made, 0, Qt.AlignmentFlag.AlignHCenter)

    def _clear_forms(self) -> None:
        emptied(self._forms)

    # -- doing -----------------------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """The next card of the choice; for today's, another one."""
        shuffle = self._shuffle
        if shuffle is None:
            self._do(lambda: self._show(self._store.another_today()))
        else:
            self._do(lambda: self._step(shuffle.next()))

    def go_back(self) -> None:
        """The card before, within this round."""
        shuffle = self._shuffle
        if shuffle is not None:
            self._do(lambda: self._step(shuffle.back()))

    def _step(self, shuffle: Shuffle) -> None:
        self._shuffle = shuffle.over(card.id for card in self._cards())
        key = str(self.choice.currentData() or "")
        self._store.practices.keep_shuffle(shuffle, key)
        self._show(self._store.card(shuffle.present) if shuffle.present else None)

    def _with_card(self, act: Callable[[str], object]) -> None:
        card = self._card
        if card is not None:
            self._do(lambda: act(card.id))

    def _rated(self) -> None:
        if not self._filling:
            self._with_card(lambda name: self._store.rate(name, self.scale.value()))

    def _soften(self, form: str) -> None:
        self._with_card(lambda name: self._store.soften(name, form))

    def _felt(self, verdict: str) -> None:
        self._with_card(lambda name: self._store.after_practice(name, verdict))
        if self._card is not None and not self._card.retired:
            self.go_on()

    def _favour(self) -> None:
        card = self._card
        if card is not None:
            self._do(lambda: self._store.favour(card.id, favourite=not card.favourite))

    def _put_away(self) -> None:
        self._with_card(lambda name: self._store.hide(name))
        self.go_on()

    def _back_again(self) -> None:
        self._with_card(self._store.take_back)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Right go on, Left goes back, digits rate, F makes a favourite."""
        key, text = event.key(), event.text()
        if key in (Qt.Key.Key_Space, Qt.Key.Key_Right):
            self.go_on()
        elif key == Qt.Key.Key_Left:
            self.go_back()
        elif key == Qt.Key.Key_F:
            self._favour()
        elif len(text) == 1 and text.isdigit():
            self.scale.set_value(int(text))
        else:
            super().keyPressEvent(event)
