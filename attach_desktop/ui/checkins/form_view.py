"""Filling in a check-in. Every question can be left out; what is there is kept at every pause."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from attach_desktop.checkins.checkin import CheckIn, Count, answered, written
from attach_desktop.checkins.form import Form, Question, texts
from attach_desktop.checkins.period import Period, counts
from attach_desktop.checkins.store import CheckInStore, draft_name
from attach_desktop.clock import Moment, day_of
from attach_desktop.errors import AttachError, FaultsError
from attach_desktop.sentences import tell, tell_fault
from attach_desktop.ui.checkins.own_questions import LeftOut, OwnQuestion
from attach_desktop.ui.checkins.question_rows import QuestionRow, Wish
from attach_desktop.ui.checkins.words import count_words, day_words, this_period_words
from attach_desktop.ui.later import Qt
from attach_desktop.ui.theme.theme import Theme
from attach_desktop.ui.theme.tokens import LARGE, MEDIUM, NORMAL, SMALL
from attach_desktop.ui.widgets.column import emptied, fill
from attach_desktop.ui.widgets.fold import Fold
from attach_desktop.ui.widgets.labels import button, frame, label
from attach_desktop.ui.widgets.tab_order import chain, stops

_WIDTH = 720
_PAUSE = 600
Do = Callable[[Callable[[], object]], bool]


class FormView(QWidget):
    """One form, from the first question to "Keep"."""

    kept = Signal(object)
    left = Signal()

    def __init__(self, store: CheckInStore, form_id: str, theme: Theme, do: Do) -> None:
        """Begins ``form_id``, or goes on with what was begun."""
        super().__init__()
        self._store, self._form_id, self._theme, self._do = store, form_id, theme, do
        self._words: Any = texts()
        self._given: dict[str, tuple[int | None, str]] = {}
        self._rows: list[QuestionRow] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.leave)
        today = day_of(store.vault.clock.now().replace(tzinfo=None), store.vault.day_start)
        self._period: Period = store.period(form_id, today)
        self._counts: tuple[Count, ...] = counts(store.tally, self._period)
        begun = self._read_draft()
        self._build(begun)
        self._fill()

    @property
    def form_id(self) -> str:
        """Which form."""
        return self._form_id

    # -- the page's duties -----------------------------------------------------------------------------------------

    def start(self) -> None:
        """The first question that has no answer yet."""
        for row in self._rows:
            if row.value() is None and not row.text():
                row.start()
                return
        self.keep_button.setFocus()

    def leave(self) -> None:
        """What is half-written is on disk."""
        self._pause.stop()
        self._take()
        vault, name = self._store.vault, draft_name(self._form_id)
        before = vault.drafts.get(name) is not None
        begun = any(value is not None or text.strip() for value, text in self._given.values())
        if begun:
            data = {key: {"value": value, "text": text} for key, (value, text) in self._given.items()}
            self._do(lambda: vault.drafts.save(name, {"answers": data}))
        elif before:
            self._do(lambda: vault.drafts.drop(name))
        if before != begun:
            # Today tells of what was begun.
            vault.changes.notify(self._store.kind.name)

    def keep(self) -> None:
        """Keep the check-in."""
        self._pause.stop()
        try:
            stored = self._store.finish(self._checkin())
        except FaultsError as error:
            self._show_fault("; ".join(tell_fault(one) for one in error.faults))
        except AttachError as error:
            told = tell(error)
            self._show_fault(f"{told.happened} {told.next}")
        else:
            self.kept.emit(stored)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops here for now; Ctrl+Enter keeps."""
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.keep()
        else:
            super().keyPressEvent(event)

    def stop(self) -> None:
        """Stop here for now; what is there is kept."""
        self.leave()
        self.left.emit()

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self, begun: str) -> None:
        form = self._form()
        column = QVBoxLayout()
        column.setSpacing(SMALL)
        column.addWidget(label(form.name, "title"))
        column.addWidget(label(form.about, "muted"))
        if begun:
            column.addWidget(label(begun, "small"))
        note = frame("note")
        inside = QVBoxLayout(note)
        inside.setContentsMargins(NORMAL, MEDIUM, NORMAL, MEDIUM)
        inside.setSpacing(2)
        inside.addWidget(label(this_period_words(self._period)))
        if self._counts:
            inside.addWidget(label(str(self._words["counts"]["title"]), "small"))
        inside.addWidget(label(count_words(self._counts), "muted"))
        column.addWidget(note)
        self._scale_about = label(self._about_scale(form), "small")
        column.addWidget(self._scale_about)
        self._questions = QVBoxLayout()
        self._questions.setSpacing(LARGE)
        column.addSpacing(SMALL)
        column.addLayout(self._questions)
        column.addSpacing(NORMAL)
        self._add = Fold(str(self._words["own"]["add"]), self._build_add)
        column.addWidget(self._add)
        self._hidden = QWidget()
        self._hidden_box = QVBoxLayout(self._hidden)
        self._hidden_box.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._hidden)
        self.fault = label("", "fault")
        self.fault.hide()
        column.addWidget(self.fault)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.keep_button = button(self.tr("Keep"), self.keep, "primary")
        self._stop = button(self.tr("Stop here for now"), self.stop, "quiet")
        row.addWidget(self.keep_button)
        row.addWidget(self._stop)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        fill(self, column, _WIDTH)

    def _form(self) -> Form:
        return self._store.forms.get(self._form_id, hidden=True)

    def _about_scale(self, form: Form) -> str:
        first = next(iter(form.scales), None)
        if first is None:
            return ""
        return str(self._words["scale"]["about"]).format(low=first.low, high=first.high)

    def _fill(self) -> None:
        """Show the questions as they are now, with the answers that were given."""
        emptied(self._questions)
        emptied(self._hidden_box)
        own: Any = self._words["own"]
        form = self._form()
        self._rows = []
        self._scale_about.setVisible(any(not one.hidden for one in form.scales))
        for question in form.questions:
            if question.hidden:
                continue
            row = QuestionRow(
                question, self._theme, str(own["reword_about"]), self.tr("Empty brings the first sentence back")
            )
            row.answer_with(*self._given.get(question.id, (None, "")))
            row.changed.connect(self._pause.start)
            row.wished.connect(self._grant)
            self._rows.append(row)
            self._questions.addWidget(row)
        hidden = [question for question in form.questions if question.hidden]
        if hidden:
            self._hidden_box.addWidget(Fold(self.tr("Questions that are left out"), lambda: self._left_out(hidden)))
        self._chain()

    def _chain(self) -> None:
        parts = [stop for row in self._rows for stop in stops(row)]
        chain(*parts, *stops(self._add), *stops(self._hidden), self.keep_button, self._stop)

    def _left_out(self, hidden: list[Question]) -> QWidget:
        box = LeftOut(hidden)
        box.wanted.connect(self._show_again)
        return box

    def _build_add(self) -> QWidget:
        self.own = OwnQuestion()
        self.own.asked.connect(self._add_own)
        return self.own

    # -- what is done ----------------------------------------------------------------------------------------------

    def _take(self) -> None:
        for row in self._rows:
            self._given[row.question.id] = (row.value(), row.text())

    def _checkin(self) -> CheckIn:
        self._take()
        rows = [row.question for row in self._rows]
        return CheckIn(
            at=Moment.now(self._store.vault.clock),
            form=self._form_id,
            version=self._form().version,
            begin=self._period.begin,
            end=self._period.end,
            answers=tuple(answered(one, self._given[one.id][0]) for one in rows if one.sort == "scale"),
            texts=tuple(written(one, self._given[one.id][1]) for one in rows if one.sort == "open"),
            counts=self._counts,
        )

    def _read_draft(self) -> str:
        """Take up what was begun; says since when, in words."""
        kept = self._store.vault.drafts.get(draft_name(self._form_id))
        if kept is None:
            return ""
        data, saved = kept
        answers = data.get("answers")
        for name, given in answers.items() if isinstance(answers, dict) else ():
            value, text = given.get("value"), given.get("text")
            whole = isinstance(value, int) and not isinstance(value, bool)
            self._given[str(name)] = (value if whole else None, text if isinstance(text, str) else "")
        return str(self._words["draft"]).format(day=day_words(saved.astimezone().date()))

    def _grant(self, wish: Wish) -> None:
        self._take()
        forms, form_id = self._store.forms, self._form_id
        if wish.act == "reword":
            before = self._form().question(wish.question)
            self._change(lambda: forms.reword(form_id, wish.question, wish.text))
            after = self._form().question(wish.question)
            if before is not None and after is not None and before.wording != after.wording:
                # What was answered, was answered to other words.
                self._focus(wish.question)
        elif wish.act == "hide":
            self._change(lambda: forms.hide(form_id, wish.question))
            self.start()
        else:
            order = [row.question.id for row in self._rows]
            at = order.index(wish.question)
            to = at + (1 if wish.act == "down" else -1)
            if 0 <= to < len(order):
                order[at], order[to] = order[to], order[at]
                self._change(lambda: forms.arrange(form_id, order))
                self._focus(wish.question)

    def _focus(self, question: str) -> None:
        for row in self._rows:
            if row.question.id == question:
                row.more.setFocus()

    def _show_again(self, question: Question) -> None:
        self._take()
        self._change(lambda: self._store.forms.hide(self._form_id, question.id, hidden=False))
        self._focus(question.id)

    def _add_own(self, sort: str, text: str) -> None:
        self._take()
        if self._change(lambda: self._store.forms.add(self._form_id, sort, text)):
            self.own.line.clear()
            self._rows[-1].start()

    def _change(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except FaultsError as error:
            name = self.tr("The question")
            self._show_fault("; ".join(tell_fault(one._replace(field=name)) for one in error.faults))
            return False
        except AttachError as error:
            told = tell(error)
            self._show_fault(f"{told.happened} {told.next}")
            return False
        self.fault.hide()
        self._fill()
        return True

    def _show_fault(self, text: str) -> None:
        self.fault.setText(text)
        self.fault.show()
