"""How each card was counted: the numbers behind it, and where the formulas are from."""

from __future__ import annotations

from attach_desktop.insights.facts.basis import Basis
from attach_desktop.insights.facts.beside import AroundQuiz, Beside, CheckInAnswers
from attach_desktop.insights.facts.feelings import Feelings
from attach_desktop.insights.facts.helps import FindWhatWorks, WhatHelps
from attach_desktop.insights.facts.mood import DayOfWeek, MoodMap, MoodOverTime, TimeOfDay, YearInPixels
from attach_desktop.insights.facts.patterns import Patterns
from attach_desktop.insights.facts.triggers import Chain, Triggers
from attach_desktop.insights.phrases import figure, hundred
from attach_desktop.insights.statistics.estimate import Estimate, Shift
from attach_desktop.insights.statistics.proportion import wilson
from attach_desktop.insights.voice import Voice


def _how(words: Voice, key: str, **blanks: object) -> str:
    return words.phrases.say("counted", key, **blanks)


def _days(words: Voice, basis: Basis) -> list[str]:
    say = words.phrases
    found = [
        _how(
            words,
            "days",
            entries=say.count("entry", basis.entries),
            days=basis.days,
            of=say.count("day", basis.of_days),
        )
    ]
    return found + _left_out(words, basis)


def _left_out(words: Voice, basis: Basis) -> list[str]:
    if not basis.left_out:
        return []
    return [_how(words, "left-out", left_out=words.phrases.count("entry", basis.left_out))]


def _median(words: Voice, estimate: Estimate | None) -> list[str]:
    if estimate is None or estimate.interval is None:
        return []
    key = "median" if estimate.interval.exact else "median-approx"
    return [_how(words, key, coverage=hundred(estimate.interval.coverage))]


def _shift(words: Voice, label: str, shift: Shift | None) -> list[str]:
    if shift is None:
        return []
    return [
        _how(
            words,
            "shift-numbers",
            label=label,
            count=shift.count,
            other=shift.other,
            value=figure(shift.value),
            between=words.phrases.between(shift.interval),
            coverage=hundred(shift.interval.coverage),
        )
    ]


def mood(words: Voice, fact: MoodOverTime) -> list[str]:
    """Mood over time."""
    found = _days(words, fact.basis) + _median(words, fact.whole)
    if fact.effective is not None and fact.effective < fact.basis.days:
        days = words.phrases.count("day", fact.basis.days)
        found.append(_how(words, "effective", days=days, effective=round(fact.effective)))
    found.append(_how(words, "spans"))
    if fact.shift is not None:
        found += [_how(words, "shift"), _how(words, "shift-widened")]
    return found


def year(words: Voice, fact: YearInPixels) -> list[str]:
    """A year in pixels."""
    return _days(words, fact.basis)


def mood_map(words: Voice, fact: MoodMap) -> list[str]:
    """The map."""
    return _left_out(words, fact.basis)


def hours(words: Voice, fact: TimeOfDay) -> list[str]:
    """The parts of the day."""
    found = [_how(words, "groups"), _how(words, "hours"), *_left_out(words, fact.basis)]
    return found + _first_median(words, [part.mood for part in fact.parts])


def weekdays(words: Voice, fact: DayOfWeek) -> list[str]:
    """The days of the week."""
    found = [_how(words, "groups"), *_left_out(words, fact.basis)]
    return found + _first_median(words, [day.mood for day in fact.weekdays])


def _first_median(words: Voice, estimates: list[Estimate | None]) -> list[str]:
    """The source of the medians; the lowest coverage stands for all."""
    known = [found for found in estimates if found is not None and found.interval is not None]
    return _median(words, min(known, key=_coverage)) if known else []


def _coverage(estimate: Estimate) -> float:
    return estimate.interval.coverage if estimate.interval is not None else 1.0


def triggers(words: Voice, fact: Triggers) -> list[str]:
    """The triggers."""
    found = [_how(words, "triggers"), _how(words, "companions")]
    compared = [trigger for trigger in fact.triggers if trigger.shift is not None]
    if compared:
        found += [_how(words, "shift"), _how(words, "shift-widened")]
        for trigger in compared:
            found += _shift(words, trigger.label, trigger.shift)
        found.append(_how(words, "many", looked=words.phrases.count("comparison", len(compared))))
    return found


def chain(words: Voice, fact: Chain) -> list[str]:
    """The chain."""
    found = [_how(words, "chain", entries=words.phrases.count("entry", fact.basis.entries))]
    after = next((column for column in fact.columns if column.key == "after"), None)
    if after is not None and after.said:
        lower = sum(word.entries for word in after.items if word.label == "lower")
        found.append(_share(words, lower, after.said))
    return found


def _share(words: Voice, count: int, of: int) -> str:
    fits = wilson(count, of)
    return _how(words, "share", count=count, of=of, low=round(100 * fits.low), high=round(100 * fits.high))


def helps(words: Voice, fact: WhatHelps) -> list[str]:
    """What eases."""
    say, basis = words.phrases, fact.basis
    found = [_how(words, "uses", entries=say.count("entry", basis.entries)), *_left_out(words, basis)]
    every = [*fact.cards, *([fact.nothing] if fact.nothing is not None else [])]
    for card in every:
        if card.change is not None and card.change.interval is not None:
            found.append(
                _how(
                    words,
                    "change",
                    label=card.label,
                    uses=say.count("time", card.uses),
                    value=figure(card.change.value),
                    between=say.between(card.change.interval),
                    coverage=hundred(card.change.interval.coverage),
                )
            )
            found.append(_share(words, card.lower, card.uses))
    found.append(_how(words, "strata"))
    compared = [card for card in fact.cards if card.beside is not None]
    for card in compared:
        found += _shift(words, card.label, card.beside)
    if compared:
        found.append(_how(words, "many", looked=say.count("comparison", len(compared))))
    for pair in fact.pairs:
        found += _shift(words, f"{pair.first} – {pair.second}", pair.shift)
    if fact.pairs:
        found.append(_how(words, "many-pairs", looked=say.count("comparison", len(fact.pairs))))
    return found


def works(words: Voice, fact: FindWhatWorks) -> list[str]:
    """Find what works."""
    found = [_how(words, "works", blocks=fact.blocks)]
    if fact.out_of_turn:
        found.append(_how(words, "out-of-turn", uses=words.phrases.count("time", fact.out_of_turn)))
    difference = fact.difference
    if difference is not None and difference.interval is not None:
        between = words.phrases.between(difference.interval)
        coverage = hundred(difference.interval.coverage)
        found.append(_how(words, "works-numbers", value=figure(difference.value), between=between, coverage=coverage))
    return found


def feelings(words: Voice, fact: Feelings) -> list[str]:
    """The words for feelings."""
    return [_how(words, "words"), *_left_out(words, fact.basis)]


def quiz(words: Voice, _fact: AroundQuiz) -> list[str]:
    """The days around takes of the quiz."""
    return [_how(words, "quiz")]


def check_ins(words: Voice, fact: CheckInAnswers) -> list[str]:
    """The answers of check-ins."""
    return [_how(words, "check-ins"), *_first_median(words, [question.middle for question in fact.questions])]


def beside(words: Voice, _fact: Beside) -> list[str]:
    """Gratitude and practice beside mood."""
    return [_how(words, "beside")]


def patterns(words: Voice, fact: Patterns) -> list[str]:
    """Patterns worth noticing."""
    found = [_how(words, "patterns"), _how(words, "many", looked=words.phrases.count("comparison", fact.looked_at))]
    return [*found, _how(words, "shift"), _how(words, "shift-widened"), _how(words, "strata")]
