"""The forms as the person keeps them: questions reworded, put out of sight, arranged, and of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from attach_desktop.checkins.change import CHECKIN_FORMS, MAX_WORDINGS, QuestionChange
from attach_desktop.checkins.form import SORTS, Form, Question, built_in
from attach_desktop.clock import Moment
from attach_desktop.errors import FaultsError, InputRefusedError, fault
from attach_desktop.vault.identity import new_id
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from attach_desktop.vault.words import word_key

#: New questions come after all that were arranged.
_LAST = 1_000_000


class Forms:
    """The forms of a vault."""

    def __init__(self, vault: Vault) -> None:
        """The forms of ``vault``."""
        self._store = RecordStore(vault, CHECKIN_FORMS)
        self._clock = vault.clock

    def get(self, form_id: str, *, hidden: bool = False) -> Form:
        """A form with its questions in the person's order; with ``hidden`` those put out of sight too.

        Raises FaultsError naming the forms there are.
        """
        form, kept = built_in(form_id), self._kept(form_id)
        questions = {question.id: _changed(question, kept.get(question.id)) for question in form.questions}
        for name, record in kept.items():
            if name not in questions and record.value.sort:
                questions[name] = _own(record.value)
        order = {name: at for at, name in enumerate(questions)}
        for name, record in kept.items():
            if name in order:
                position = record.value.position
                order[name] = position if position is not None else order[name] + (_LAST if record.value.sort else 0)
        found = [questions[name] for name in sorted(order, key=lambda name: order[name])]
        return replace(form, questions=tuple(question for question in found if hidden or not question.hidden))

    def add(self, form_id: str, sort: str, text: str, low: str = "", high: str = "") -> Question:
        """A question of the person's own, after the others. Raises FaultsError for what cannot be asked."""
        self._refuse_taken(form_id, text)
        if sort not in SORTS:
            raise FaultsError([fault("sort", "not-a-choice", choices=", ".join(SORTS))])
        name = new_id(self._clock.now())
        change = QuestionChange(
            noted=Moment.now(self._clock),
            form=form_id,
            question=name,
            sort=sort,
            wordings=(text,),
            current=1,
            low=low.strip(),
            high=high.strip(),
        )
        self._store.add(change)
        return _own(change)

    def reword(self, form_id: str, question_id: str, text: str) -> Question:
        """Ask a question in other words; from then on its answers make a line of their own.

        Empty words, or those that it came with, bring the first sentence back, and words that it had before their
        line. Raises FaultsError where another question of the form has these words, InputRefusedError where there is
        no such question.
        """
        text = " ".join(text.split())
        question = self._question(form_id, question_id)
        came_with = next((one.text for one in built_in(form_id).questions if one.id == question_id), None)
        if came_with is None and not text:
            raise FaultsError([fault("text", "missing")])
        if came_with is not None and word_key(text) in ("", word_key(came_with)):
            return self._change(form_id, question, partial(replace, current=0))
        self._refuse_taken(form_id, text, but=question_id)

        def worded(change: QuestionChange) -> QuestionChange:
            known = [word_key(wording) for wording in change.wordings]
            if word_key(text) in known:
                return replace(change, current=known.index(word_key(text)) + 1)
            if len(known) >= MAX_WORDINGS:
                raise FaultsError([fault("wordings", "too-many", limit=MAX_WORDINGS, length=len(known) + 1)])
            return replace(change, wordings=(*change.wordings, text), current=len(known) + 1)

        return self._change(form_id, question, worded)

    def hide(self, form_id: str, question_id: str, *, hidden: bool = True) -> Question:
        """Put a question out of sight, or back; its answers stay. Raises InputRefusedError where there is none."""
        return self._change(form_id, self._question(form_id, question_id), partial(replace, hidden=hidden))

    def arrange(self, form_id: str, question_ids: Sequence[str]) -> None:
        """Ask these questions in this order; any others, hidden ones perhaps, stay where they are."""
        questions = {question.id: question for question in self.get(form_id, hidden=True).questions}
        wanted = iter(name for name in dict.fromkeys(question_ids) if name in questions)
        order = [next(wanted) if name in question_ids else name for name in questions]
        if order != list(questions):
            with self._store.together():
                for position, name in enumerate(order):
                    self._change(form_id, questions[name], partial(replace, position=position))

    # -- inside ----------------------------------------------------------------------------------------------------

    def _kept(self, form_id: str) -> dict[str, Stored[QuestionChange]]:
        """The record of each question that has one, by its key; of two from two vaults the one changed last counts."""
        kept: dict[str, Stored[QuestionChange]] = {}
        for record in self._store.each():
            if record.value.form == form_id:
                present = kept.get(record.value.question)
                if present is None or record.updated >= present.updated:
                    kept[record.value.question] = record
        return kept

    def _question(self, form_id: str, question_id: str) -> Question:
        question = self.get(form_id, hidden=True).question(question_id)
        if question is None:
            raise InputRefusedError("no-such-question")
        return question

    def _refuse_taken(self, form_id: str, text: str, but: str = "") -> None:
        for question in self.get(form_id, hidden=True).questions:
            if question.id != but and word_key(question.text) == word_key(" ".join(text.split())):
                raise FaultsError([fault("text", "question-exists")])

    def _change(self, form_id: str, question: Question, act: Callable[[QuestionChange], QuestionChange]) -> Question:
        with self._store.together():
            record = self._kept(form_id).get(question.id)
            if record is None:
                new = QuestionChange(noted=Moment.now(self._clock), form=form_id, question=question.id)
                self._store.add(act(new))
            else:
                self._store.change(record.id, act(record.value))
        return self._question(form_id, question.id)


def _changed(question: Question, record: Stored[QuestionChange] | None) -> Question:
    if record is None:
        return question
    change = record.value
    changed = replace(question, hidden=change.hidden, low=change.low or question.low, high=change.high or question.high)
    # The short name was for the first sentence; it may not fit the new one.
    return replace(changed, wording=change.wording, text=change.text, name=change.text) if change.current else changed


def _own(change: QuestionChange) -> Question:
    return Question(
        id=change.question,
        wording=change.wording,
        sort=change.sort,
        text=change.text,
        name=change.text,
        low=change.low,
        high=change.high,
        own=True,
        hidden=change.hidden,
    )
