"""``checkin``: looks at a week or a month, added and listed; and what the forms ask."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable

from attach_desktop.checkins.checkin import CHECKINS, CheckIn, answered, written
from attach_desktop.checkins.form import FORMS, Form, texts
from attach_desktop.checkins.period import counts
from attach_desktop.checkins.store import CheckInStore
from attach_desktop.cli import days
from attach_desktop.cli.finding import SHOWN
from attach_desktop.cli.grammar import PROGRAM, Grammar
from attach_desktop.cli.listed import check_texts, found, limit_of, say_json
from attach_desktop.cli.request import Request
from attach_desktop.cli.values import moment_text, whole
from attach_desktop.clock import Moment, day_of
from attach_desktop.errors import Fault, FaultsError, UsageError, fault
from attach_desktop.sentences import one_line
from attach_desktop.vault.finding import Filter
from attach_desktop.vault.kind import Stored

_OPTIONS = {
    "form": "--form", "answer": "--answer", "text": "--text", "begin": "--from", "end": "--to", "search": "--search",
    "limit": "--limit", "json": "--json",
}  # fmt: skip
_TAKES = {
    "list": ("form", "begin", "end", "search", "limit", "json"),
    "add": ("form", "answer", "text"),
    "questions": ("form",),
}


def arguments(grammar: Grammar) -> None:
    """What to do, with which form."""
    grammar.place("WHAT", choices=tuple(_TAKES), metavar="|".join(_TAKES))
    grammar.option("--form", metavar="FORM")
    grammar.several("--answer", metavar="NAME=POINT", field="answer")
    grammar.several("--text", metavar="NAME=TEXT", field="text")
    days.arguments(grammar)
    grammar.option("--search", metavar="WORDS")
    grammar.option("--limit", metavar="N")
    grammar.switch("--json")


def act(request: Request) -> int:
    """Do what is asked for."""
    options = request.options
    _check(options)
    {"list": _list, "add": _add, "questions": _questions}[options.WHAT](request)
    return 0


def _check(options: Namespace) -> None:
    """Raises UsageError for options that do not belong to what is asked for, FaultsError for a form there is not."""
    for name, option in _OPTIONS.items():
        if name not in _TAKES[options.WHAT] and getattr(options, name) not in (None, False):
            problem = texts()["command"]["foreign"].format(option=option, what=options.WHAT)
            raise UsageError("usage", problem=problem, help=f"{PROGRAM} checkin --help")
    if options.form is not None and options.form not in FORMS:
        raise FaultsError([fault("form", "not-a-choice", choices=", ".join(FORMS))])


def _list(request: Request) -> None:
    options = request.options
    begin, end = days.span(options)
    limit, query = limit_of(options.limit), options.search or ""
    check_texts([query])
    words = () if options.form is None else (("form", options.form),)
    wanted = Filter(query=query, begin=begin, end=end, words=words)
    with request.vault() as vault:
        store = CheckInStore(vault)
        records: Iterable[Stored[CheckIn]] = found(store, wanted, limit)
        if options.json:
            say_json(request, CHECKINS, records)
            return
        said = False
        forms = {form_id: store.forms.get(form_id, hidden=True) for form_id in FORMS}
        for record in records:
            request.say(_line(record, forms))
            said = True
        if not said and limit != 0 and request.stdout.isatty():
            request.say(texts()["command"]["none-found" if wanted.any else "none-yet"])


def _line(record: Stored[CheckIn], forms: dict[str, Form]) -> str:
    """Id (shortened), moment, form, and the points by the short names of their questions."""
    checkin = record.value
    form = forms.get(checkin.form)
    points = []
    for answer in checkin.answers:
        question = form and form.question(answer.question)
        name = question.name if question and question.wording == answer.wording else answer.asked or answer.question
        if answer.value is not None:
            points.append(f"{name} {answer.value}")
    shown = [record.id[:SHOWN], f"{moment_text(checkin.at):16}", form.name if form else checkin.form]
    return "  ".join([*shown, one_line(" · ".join(points))]).rstrip()


def _add(request: Request) -> None:
    now = Moment.now(request.clock)
    with request.vault() as vault:
        store = CheckInStore(vault)
        form = store.forms.get(request.options.form or FORMS[0])
        points, said = _pairs("answer", request.options.answer), _pairs("text", request.options.text)
        faults = _unknown("answer", points, [question.id for question in form.scales])
        faults += _unknown("text", said, [question.id for question in form.open])
        given = {name: whole(point) for name, point in points.items()}
        faults += [fault("answer", "not-a-whole-number") for point in given.values() if not isinstance(point, int)]
        if faults:
            raise FaultsError(faults)
        period = store.period(form.id, day_of(now.wall, vault.day_start))
        checkin = CheckIn(
            at=now,
            form=form.id,
            version=form.version,
            begin=period.begin,
            end=period.end,
            answers=tuple(
                answered(question, point if isinstance(point := given.get(question.id), int) else None)
                for question in form.scales
            ),
            texts=tuple(written(question, said.get(question.id, "")) for question in form.open),
            counts=counts(store.tally, period),
        )
        if checkin.empty:
            raise UsageError("usage", problem=texts()["command"]["nothing"], help=f"{PROGRAM} checkin --help")
        request.say(store.add(checkin).id)


def _pairs(option: str, given: list[str] | None) -> dict[str, str]:
    """What stands behind each name. Raises FaultsError for what is no pair, and for a name given twice."""
    pairs: dict[str, str] = {}
    for text in given or ():
        name, sign, value = text.partition("=")
        if not sign:
            raise FaultsError([fault(option, "not-a-pair", given=text[:40])])
        if name.strip() in pairs:
            raise FaultsError([fault(f"{option} {name.strip()[:40]}", "given-twice")])
        pairs[name.strip()] = value
    return pairs


def _unknown(option: str, pairs: dict[str, str], known: list[str]) -> list[Fault]:
    strange = [name for name in pairs if name not in known]
    return [fault(option, "not-a-choice", choices=", ".join(known))] if strange else []


def _questions(request: Request) -> None:
    with request.vault() as vault:
        form = CheckInStore(vault).forms.get(request.options.form or FORMS[0])
    width = max((len(question.id) for question in form.questions), default=0)
    for question in form.questions:
        ends = f" ({question.low} 0 – 10 {question.high})" if question.sort == "scale" else ""
        request.say(f"{question.id:{width}}  {one_line(question.text + ends)}")
