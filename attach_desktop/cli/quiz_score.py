"""``quiz score``: a file of answers, scored and printed; two takes in it are compared. Nothing is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from attach_desktop import resources
from attach_desktop.cli.request import Request
from attach_desktop.clock import Moment
from attach_desktop.errors import Fault, FaultsError, fault
from attach_desktop.quiz.answers import answer_faults
from attach_desktop.quiz.change import Change, rci
from attach_desktop.quiz.files import MAX_BYTES, parse, read
from attach_desktop.quiz.questionnaire import Questionnaire
from attach_desktop.quiz.scoring import DimensionScore, Result, score
from attach_desktop.quiz.take import Take
from attach_desktop.quiz.words import Words
from attach_desktop.sentences import one_line

#: Decimals in the readable text; the JSON has every digit.
_DECIMALS = 4
_MOST = 2


def score_file(request: Request, questionnaire: Questionnaire) -> None:
    """Score the takes of the file (``-`` is standard input) and print what they come to."""
    takes = _takes(_content(request), questionnaire, Moment.on(request.clock.now().date()))
    results = [score(questionnaire, take.answers) for take in takes]
    changes: dict[str, tuple[Change, Change]] = {}
    if len(takes) == _MOST:
        changes = {
            "retest": rci(questionnaire, takes[0], takes[1], "retest"),
            "internal": rci(questionnaire, takes[0], takes[1], "internal"),
        }
    if request.options.json:
        request.say(request.json(_document(questionnaire, results, changes), indent=2))
        return
    texts, words = resources.content("quiz")["command"], Words()
    request.say(f"{one_line(questionnaire.name)} ({questionnaire.id}, {questionnaire.version})")
    for number, result in enumerate(results, 1):
        if len(results) > 1:
            request.say(texts["take"].format(number=number))
        _say_result(request, questionnaire, result, words)
    if changes:
        request.say(texts["change"])
        _say_changes(request, questionnaire, changes, words)


def _content(request: Request) -> object:
    if request.options.FILE != "-":
        return read(Path(request.options.FILE))
    buffer = getattr(request.stdin, "buffer", None)
    if buffer is None:
        return parse(request.stdin.read(MAX_BYTES + 1).encode("utf-8", "surrogateescape"))
    return parse(buffer.read(MAX_BYTES + 1))


# -- what the file holds -------------------------------------------------------------------------------------------


def _takes(content: object, questionnaire: Questionnaire, at: Moment) -> list[Take]:
    """One take or two: each a list of answers, or an object such as an export has. Raises FaultsError."""
    several = isinstance(content, list) and any(isinstance(part, list | dict) for part in content)
    parts: list[Any] = content if several and isinstance(content, list) else [content]
    faults: list[Fault] = []
    if len(parts) > _MOST:
        faults.append(fault("takes", "too-many", limit=_MOST, length=len(parts)))
    takes = []
    for number, part in enumerate(parts[:_MOST]):
        try:
            takes.append(_take(part, questionnaire, at))
        except FaultsError as error:
            prefix = f"takes[{number}]." if several else ""
            faults += [fault(prefix + found.field, found.key, **dict(found.details)) for found in error.faults]
    if faults:
        raise FaultsError(faults)
    return takes


def _take(part: object, questionnaire: Questionnaire, at: Moment) -> Take:
    data: dict[str, Any] = part if isinstance(part, dict) else {"answers": part}
    answers = data.get("answers")
    faults = answer_faults(answers, len(questionnaire.items), len(questionnaire.points))
    for field, wanted in (("questionnaire", questionnaire.id), ("version", questionnaire.version)):
        if data.get(field, wanted) != wanted:
            faults.append(fault(field, "other-questionnaire", wanted=wanted))
    lens, alias = data.get("lens", questionnaire.lenses[0].id), data.get("alias", "")
    try:
        questionnaire.lens(str(lens))
    except FaultsError as error:
        faults += error.faults
    if not isinstance(alias, str):
        faults.append(fault("alias", "not-a-text"))
    if faults or not isinstance(answers, list):
        raise FaultsError(faults)
    return Take(
        at=at,
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        points=len(questionnaire.points),
        lens=str(lens),
        answers=tuple(answers),
        alias=alias,
    )


# -- as JSON -------------------------------------------------------------------------------------------------------


def _document(
    questionnaire: Questionnaire, results: list[Result], changes: dict[str, tuple[Change, Change]]
) -> dict[str, Any]:
    document: dict[str, Any] = {
        "questionnaire": questionnaire.id,
        "version": questionnaire.version,
        "takes": [_result_json(result, len(questionnaire.points)) for result in results],
    }
    if changes:
        document["rci"] = {
            which: {change.dimension: _change_json(change) for change in pair} for which, pair in changes.items()
        }
    return document


def _result_json(result: Result, points: int) -> dict[str, Any]:
    return {
        "dimensions": {found.dimension: _dimension_json(found, points) for found in result.dimensions},
        "probabilities": dict(result.probabilities) or None,
        "band": result.band,
        "nearest": list(result.nearest),
        "between": list(result.between),
        "flags": list(result.flags),
        "longest_run": result.pattern.longest_run,
        "spread": result.pattern.spread,
        "gaps": dict(zip((found.dimension for found in result.dimensions), result.pattern.gaps, strict=True)),
    }


def _dimension_json(found: DimensionScore, points: int) -> dict[str, Any]:
    return {
        "mean": found.mean,
        "sem": found.sem,
        "interval": found.interval,
        "interval_shown": found.shown(points),
        "answered": found.answered,
        "items": found.items,
        "p_low": found.p_low,
        "level": found.level,
        "se_own": found.se_own,
    }


def _change_json(change: Change) -> dict[str, Any]:
    difference = None if change.first is None or change.second is None else change.second - change.first
    return {"rci": change.rci, "difference": difference, "needed": change.needed, "beyond": change.beyond}


# -- as text -------------------------------------------------------------------------------------------------------


def _say_result(request: Request, questionnaire: Questionnaire, result: Result, words: Words) -> None:
    texts = words.texts["command"]
    for dimension, found in zip(questionnaire.dimensions, result.dimensions, strict=True):
        shown = found.shown(len(questionnaire.points))
        if shown is None:
            request.say(f"  {one_line(words.missing(dimension, found))}")
            continue
        line = texts["dimension"].format(
            name=one_line(dimension.name),
            mean=_exact(found.mean),
            sem=_exact(found.sem),
            low=_exact(shown[0]),
            high=_exact(shown[1]),
            answered=found.answered,
            items=found.items,
        )
        request.say(f"  {line}")
    if result.probabilities:
        parts = [f"{one_line(words.part(name))} {_exact(chance)}" for name, chance in result.probabilities.items()]
        request.say(f"  {texts['parts'].format(list=', '.join(parts))}")
        request.say(f"  {one_line(words.band(result))}")
        request.say(f"  {one_line(words.nearest(result))}")
    if result.flags:
        names = ", ".join(words.texts["flag_names"][flag] for flag in result.flags)
        request.say(f"  {texts['flags'].format(list=names)}")


def _say_changes(
    request: Request, questionnaire: Questionnaire, changes: dict[str, tuple[Change, Change]], words: Words
) -> None:
    for dimension, retest, internal in zip(
        questionnaire.dimensions, changes["retest"], changes["internal"], strict=True
    ):
        request.say(f"  {one_line(words.change(dimension, retest))}")
        if retest.rci is not None:
            line = words.texts["command"]["rci"].format(
                name=one_line(dimension.name), retest=_exact(retest.rci), internal=_exact(internal.rci)
            )
            request.say(f"  {line}")


def _exact(value: float | None) -> str:
    return "–" if value is None else f"{value:.{_DECIMALS}f}"
