"""``quiz``: the takes that are kept, the score of a file of answers, and whether a questionnaire's file can be used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from attach_desktop import resources
from attach_desktop.cli.finding import SHOWN
from attach_desktop.cli.grammar import PROGRAM, Grammar
from attach_desktop.cli.quiz_score import score_file
from attach_desktop.cli.request import Request
from attach_desktop.cli.streams import complain
from attach_desktop.cli.values import moment_text
from attach_desktop.errors import Fault, FaultsError, UsageError, fault
from attach_desktop.quiz.files import read
from attach_desktop.quiz.questionnaire import BUILT_IN, Questionnaire, built_in, from_json
from attach_desktop.quiz.scoring import Result, score
from attach_desktop.quiz.shelf import FOLDER, Broken, Shelf, find_all
from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.take import QUIZ, Take
from attach_desktop.quiz.words import figure
from attach_desktop.sentences import MAX_NAMED, one_line, tell, tell_fault
from attach_desktop.vault.kind import Stored, record_json

_ACTIONS = ("list", "score", "validate")


def arguments(grammar: Grammar) -> None:
    """What to do, and with which file."""
    grammar.place("WHAT", choices=_ACTIONS, metavar="list|score|validate")
    grammar.place("FILE", nargs="?")
    grammar.option("--questionnaire", metavar="NAME", default=BUILT_IN)
    grammar.switch("--json")


def act(request: Request) -> int:
    """Do what is asked for. Nothing is kept by any of it."""
    options = request.options
    texts = resources.content("quiz")["command"]
    if (options.WHAT == "list") is not (options.FILE is None):
        problem = texts["extra_file"] if options.FILE else texts["unknown_file"].format(what=options.WHAT)
        raise UsageError("usage", problem=problem, help=f"{PROGRAM} quiz --help")
    if options.WHAT == "list":
        _list(request, texts)
        return 0
    try:
        if options.WHAT == "validate":
            _validate(request, texts)
        else:
            score_file(request, _questionnaire(request, texts))
    except FaultsError as error:
        # One line cannot hold them all; people who write such files want every one.
        if len(error.faults) > MAX_NAMED:
            for found in error.faults:
                complain(request.stderr, tell_fault(found))
        raise
    return 0


def _questionnaire(request: Request, texts: dict[str, str]) -> Questionnaire:
    shelf = find_all(request.paths.data)
    try:
        return shelf.get(request.options.questionnaire)
    except FaultsError:
        if shelf.broken:
            complain(request.stderr, texts["broken"])
        for broken in shelf.broken:
            complain(request.stderr, _told(broken))
        raise


def _told(broken: Broken) -> str:
    return f"{one_line(broken.path.name)}: {tell(broken.error).happened}"


# -- list ----------------------------------------------------------------------------------------------------------


def _list(request: Request, texts: dict[str, str]) -> None:
    shelf = find_all(request.paths.data)
    with request.vault() as vault:
        takes = list(QuizStore(vault).each())[::-1]
    if request.options.json:
        request.say(request.json(_listed(shelf, takes), indent=2))
        return
    request.say(texts["takes"] if takes else texts["no_takes"])
    for stored in takes:
        request.say("  " + _line(shelf, stored))
    request.say(texts["questionnaires"])
    for questionnaire in shelf.questionnaires:
        own = "" if questionnaire.id == BUILT_IN else f"  ({texts['own']})"
        request.say(f"  {questionnaire.id}  {questionnaire.version}  {one_line(questionnaire.name)}{own}")
    if shelf.broken:
        request.say(texts["broken"])
    for broken in shelf.broken:
        request.say(f"  {_told(broken)}")


def _listed(shelf: Shelf, takes: list[Stored[Take]]) -> dict[str, Any]:
    return {
        "takes": [{**record_json(QUIZ, stored), "scores": _scores(shelf, stored.value)} for stored in takes],
        "questionnaires": [
            {
                "id": questionnaire.id,
                "version": questionnaire.version,
                "name": questionnaire.name,
                "items": len(questionnaire.items),
                "points": len(questionnaire.points),
                "lenses": [lens.id for lens in questionnaire.lenses],
                "own": questionnaire.id != BUILT_IN,
            }
            for questionnaire in shelf.questionnaires
        ],
        "broken": [{"file": broken.path.name, "problem": tell(broken.error).happened} for broken in shelf.broken],
    }


def _result(shelf: Shelf, take: Take) -> tuple[Questionnaire, Result] | None:
    """How a take scores; None where its questionnaire is not at hand any more, or is not the one it was."""
    questionnaire = shelf.find(take.questionnaire, take.version)
    if questionnaire is None:
        return None
    try:
        return questionnaire, score(questionnaire, take.answers, quick=take.quick)
    except FaultsError:
        return None


def _scores(shelf: Shelf, take: Take) -> dict[str, Any] | None:
    scored = _result(shelf, take)
    if scored is None:
        return None
    means = {dimension.dimension: dimension.mean for dimension in scored[1].dimensions}
    return {"means": means, "band": scored[1].band, "nearest": list(scored[1].nearest)}


def _line(shelf: Shelf, stored: Stored[Take]) -> str:
    take = stored.value
    about = f"{take.lens} ({one_line(take.alias)})" if take.alias else take.lens
    parts = [stored.id[:SHOWN], f"{moment_text(take.at):16}", take.questionnaire, about]
    scored = _result(shelf, take)
    if scored is not None:
        questionnaire, result = scored
        parts += [
            f"{dimension.name} {'–' if found.mean is None else figure(found.mean)}"
            for dimension, found in zip(questionnaire.dimensions, result.dimensions, strict=True)
        ]
    return "  ".join(parts)


# -- validate ------------------------------------------------------------------------------------------------------


def _validate(request: Request, texts: dict[str, str]) -> None:
    path = Path(request.options.FILE)
    try:
        questionnaire = from_json(read(path))
        if questionnaire.id == BUILT_IN and questionnaire != built_in():
            raise FaultsError([fault("id", "reserved", given=questionnaire.id)])
    except FaultsError as error:
        _tell_faults(request, texts, path, error.faults)
        raise
    if request.options.json:
        sound = {"id": questionnaire.id, "version": questionnaire.version, "faults": []}
        request.say(request.json(sound, indent=2))
        return
    count, points = len(questionnaire.items), len(questionnaire.points)
    name = one_line(questionnaire.name)
    request.say(
        texts["sound"].format(name=name, id=questionnaire.id, version=questionnaire.version, count=count, points=points)
    )
    for dimension, keys in zip(questionnaire.dimensions, questionnaire.keys, strict=True):
        turned = sum(is_reversed for _, is_reversed in keys)
        counted = texts["counted"].format(name=one_line(dimension.name), direct=len(keys) - turned, reversed=turned)
        request.say(f"  {counted}")
    if questionnaire.id != BUILT_IN:
        request.say(texts["where"].format(folder=one_line(str(request.paths.data / FOLDER))))


def _tell_faults(request: Request, texts: dict[str, str], path: Path, faults: tuple[Fault, ...]) -> None:
    if request.options.json:
        listed = [{"field": found.field, "key": found.key, "text": tell_fault(found)} for found in faults]
        request.say(request.json({"faults": listed}, indent=2))
        return
    request.say(texts["faulty"].format(file=one_line(path.name), count=len(faults)))
    for found in faults:
        request.say(f"  {tell_fault(found)}")
