"""Check-ins and questions of every shape, for laws that must hold for all of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from attach_desktop.checkins.change import QuestionChange
from attach_desktop.checkins.checkin import Answer, CheckIn, Count, Text
from attach_desktop.checkins.form import FORMS, SORTS
from attach_desktop.clock import Moment
from tests.support import NOW, ZONE

AT = Moment.from_datetime(NOW, ZONE)
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
keys = st.text("abcz09-", min_size=1, max_size=64)
_wordings = st.integers(1, 200)
_answers = st.lists(
    st.builds(Answer, keys, _wordings, texts, st.none() | st.integers(0, 10)),
    max_size=5,
    unique_by=lambda one: one.question,
).map(tuple)
_texts = st.lists(st.builds(Text, keys, _wordings, texts, texts), max_size=5, unique_by=lambda one: one.question).map(
    tuple
)
_spans = st.tuples(st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 60)).map(
    lambda pair: {"begin": pair[0], "end": pair[0] + timedelta(days=pair[1]) if pair[0] else None}
)
checkins = st.builds(
    lambda form, version, span, answers, written, counts: CheckIn(
        at=AT, form=form, version=version, answers=answers, texts=written, counts=counts, **span
    ),
    st.sampled_from(FORMS) | keys,
    st.integers(1, 9),
    _spans,
    _answers,
    _texts,
    st.lists(st.builds(Count, keys, st.integers(0, 10**9)), max_size=4).map(tuple),
)
_sentences = texts.map(lambda text: " ".join(text.split())).filter(bool)
changes = st.builds(
    lambda form, question, wordings, sort, low, hidden, position, pick: QuestionChange(
        noted=AT,
        form=form,
        question=question,
        wordings=tuple(wordings),
        sort=sort if wordings else "",
        current=1 + pick % len(wordings) if wordings else 0,
        low=low,
        hidden=hidden,
        position=position,
    ),
    st.sampled_from(FORMS),
    keys,
    st.lists(_sentences, max_size=3),
    st.sampled_from(("", *SORTS)),
    texts,
    st.booleans(),
    st.none() | st.integers(0, 9_999),
    st.integers(0, 9),
)


def checkin(
    day: date | None = None, form: str = "weekly", values: dict[str, int | None] | None = None, **fields: Any
) -> CheckIn:
    """A check-in on a day (today, if none is given), with points for questions in the wording they came with."""
    answers = tuple(Answer(name, 1, f"How {name}?", value) for name, value in (values or {}).items())
    at = AT if day is None else Moment(day, NOW.time(), timedelta(hours=1), ZONE)
    return CheckIn(**{"at": at, "form": form, "answers": answers, **fields})
