"""Check-ins: how each point went over time, and what was written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attach_desktop.checkins.checkin import CheckIn
from attach_desktop.checkins.form import FORMS, built_in
from attach_desktop.checkins.store import CheckInStore
from attach_desktop.summary.document import Block, Field, Grid, Heading
from attach_desktop.summary.making import Making

#: So many check-ins stand beside each other in one table.
_BESIDE = 6
Key = tuple[str, int]


def work(making: Making) -> int:
    """How many check-ins are read."""
    return CheckInStore(making.vault).count(making.begin, making.end)


def blocks(making: Making) -> Iterator[Block]:
    """Form by form."""
    by_form: dict[str, list[CheckIn]] = {}
    for record in CheckInStore(making.vault).each(making.begin, making.end):
        making.tick()
        if not record.value.empty:
            by_form.setdefault(record.value.form, []).append(record.value)
    for form in [*(name for name in FORMS if name in by_form), *(name for name in by_form if name not in FORMS)]:
        name = form_name(form)
        yield Heading(name, 2)
        for at in range(0, len(by_form[form]), _BESIDE):
            yield from _points(making, name, by_form[form][at : at + _BESIDE])
        if making.choices.notes:
            for checkin in by_form[form]:
                yield from _texts(making, checkin)


def form_name(form: str) -> str:
    """What a form is called; its key where this version does not know it."""
    return built_in(form).name if form in FORMS else form


def _points(making: Making, name: str, checkins: Sequence[CheckIn]) -> Iterator[Block]:
    """The points of some check-ins side by side, a row for each question in one wording."""
    asked: dict[Key, str] = {}
    for checkin in checkins:
        for answer in checkin.answers:
            if answer.value is not None:
                asked[answer.question, answer.wording] = answer.asked
    if not asked:
        return
    none = making.say("checkins", "none")
    rows = []
    for key, sentence in asked.items():
        values = [checkin.value(*key) for checkin in checkins]
        rows.append((making.names.label(sentence), *(none if value is None else str(value) for value in values)))
    heads = (making.say("checkins", "question"), *(making.days.text.full(making.day_of(one.at)) for one in checkins))
    yield Grid(name, heads, tuple(rows), (4, *(1.0,) * len(checkins)))


def _texts(making: Making, checkin: CheckIn) -> Iterator[Block]:
    written = [text for text in checkin.texts if text.text.strip()]
    if written:
        yield Heading(making.days.full(making.day_of(checkin.at)), 3)
        for text in written:
            yield Field(making.names.label(text.asked), making.names.text(text.text.strip()))
