"""The sentences of each card, the first one first. Pure: from a fact and the words to say it in."""

from __future__ import annotations

from collections.abc import Sequence

from attach_desktop.insights.facts.beside import AroundQuiz, Beside, CheckInAnswers
from attach_desktop.insights.facts.feelings import Feelings
from attach_desktop.insights.facts.helps import CopingFact, FindWhatWorks, WhatHelps
from attach_desktop.insights.facts.mood import DayOfWeek, Group, MoodMap, MoodOverTime, TimeOfDay, YearInPixels
from attach_desktop.insights.facts.patterns import Pattern, Patterns
from attach_desktop.insights.facts.triggers import Chain, Triggers
from attach_desktop.insights.phrases import figure
from attach_desktop.insights.statistics.estimate import Estimate, Level, Shift
from attach_desktop.insights.voice import Voice

#: So many sentences about single things are said; the drawing and its table have all.
TRIGGERS_TOLD, CARDS_TOLD, WORDS_TOLD, PAIRS_TOLD, TAKES_TOLD, ANSWERS_TOLD = 4, 3, 5, 3, 3, 4
#: A cell with fewer entries is not the most frequent of anything.
LEAST_FULLEST = 3


def mood(words: Voice, fact: MoodOverTime) -> list[str]:
    """Mood over time."""
    say, basis = words.phrases, fact.basis
    days, of = basis.days, say.count("day", basis.of_days)
    whole = fact.whole
    if whole is None or whole.interval is None:
        return [say.say("mood", "dots", days=days, of=of)]
    found = [say.say("mood", "lead", value=figure(whole.value), word=mood_word(words, whole.value), days=days, of=of)]
    low, high = whole.interval.low, whole.interval.high
    found.append(
        say.say("mood", "interval-point")
        if low == high
        else say.say("mood", "interval", low=figure(low), high=figure(high))
    )
    if fact.shift is not None and fact.before is not None:
        key = "before" if fact.shift.clear else "before-alike"
        found.append(say.say("mood", key, of=of, before=figure(fact.before.value), **difference(words, fact.shift)))
    return found


def mood_word(words: Voice, value: float) -> str:
    """The word for a mood; the two of a half step."""
    whole = int(value)
    if value == whole:
        return words.vocabulary.mood_word(whole)
    return f"{words.vocabulary.mood_word(whole)} – {words.vocabulary.mood_word(whole + 1)}"


def difference(words: Voice, shift: Shift, what: str = "step") -> dict[str, str]:
    """The blanks that tell a difference: how large, which way, and its interval."""
    return {
        "size": words.phrases.size(shift.value, what),
        "direction": words.phrases.direction(shift.value),
        "between": words.phrases.between(shift.interval, absolute=shift.clear),
    }


def year(words: Voice, fact: YearInPixels) -> list[str]:
    """A year in pixels."""
    return [words.phrases.say("year", "lead", year=fact.year, days=words.phrases.count("day", fact.basis.days))]


def mood_map(words: Voice, fact: MoodMap) -> list[str]:
    """The map."""
    say, fullest = words.phrases, max(fact.cells, key=lambda cell: cell.count)
    entries = say.count("entry", fact.basis.entries)
    if fullest.count < LEAST_FULLEST:
        return [say.say("map", "few", entries=entries)]
    word = words.vocabulary.cell_word(fullest.mood, fullest.energy)
    return [
        say.say("map", "lead", word=word, times=fullest.count, entries=entries),
        say.say("map", "spread", cells=sum(1 for cell in fact.cells if cell.count)),
    ]


def hours(words: Voice, fact: TimeOfDay) -> list[str]:
    """The parts of the day."""
    return _groups(words, "hours", "part", [(words.phrases.part(part.key), part) for part in fact.parts])


def weekdays(words: Voice, fact: DayOfWeek) -> list[str]:
    """The days of the week."""
    return _groups(words, "weekdays", "day", [(words.phrases.weekday(day.key), day) for day in fact.weekdays])


def _groups(words: Voice, name: str, blank: str, groups: Sequence[tuple[str, Group]]) -> list[str]:
    say = words.phrases
    told = [(label, group.mood) for label, group in groups if group.mood is not None and group.mood.interval]
    few = [label for label, group in groups if group.level in (Level.NONE, Level.DOTS)]
    if not told:
        return [say.say("groups", "none")]
    listed = say.listed([say.say(name, "item", **{blank: label, "value": figure(mood.value)}) for label, mood in told])
    found = [say.say(name, "lead", list=listed)]
    if few:
        found.append(say.say(name, "few", list=say.listed(few)))
    return [*found, say.say("groups", "chance")] if len(told) > 1 else found


def triggers(words: Voice, fact: Triggers) -> list[str]:
    """The triggers."""
    say, first = words.phrases, fact.triggers[0]
    found = [
        say.say(
            "triggers",
            "lead",
            label=first.label,
            count=first.entries,
            entries=say.count("entry", fact.basis.entries),
        )
    ]
    compared = [(trigger.label, trigger.shift) for trigger in fact.triggers if trigger.shift is not None]
    for label, shift in [each for each in compared if each[0] in fact.clear][:TRIGGERS_TOLD]:
        share = shift.below if shift.value < 0 else 1 - shift.below
        key = "clear" if shift.value < 0 else "clear-up"
        times = say.times(round(10 * share), 10)
        found.append(say.say("triggers", key, label=label, times=times, **difference(words, shift)))
    if not fact.clear and (compared or fact.basis.level is not Level.DOTS):
        found.append(say.say("triggers", "alike" if compared else "few"))
    if fact.toward or fact.away:
        found.append(
            say.say("triggers", "pull", toward=say.count("time", fact.toward), away=say.count("time", fact.away))
        )
    if fact.more:
        found.append(say.say("triggers", "more", more=say.count("trigger", fact.more)))
    return [*found, say.say("triggers", "together")]


def chain(words: Voice, fact: Chain) -> list[str]:
    """The chain."""
    say = words.phrases
    found = [say.say("chain", "lead", label=fact.trigger, entries=say.count("entry", fact.basis.entries))]
    columns = {column.key: column for column in fact.columns}
    for key in ("urge", "did"):
        column = columns[key]
        if column.items and column.items[0].entries > 1:
            first = column.items[0]
            found.append(say.say("chain", key, times=say.times(first.entries, column.said), **{key: first.label}))
    after = columns["after"]
    if after.said:
        changes = [
            say.say("chain", "change", change=say.step(word.label), times=say.times(word.entries, after.said))
            for word in after.items
        ]
        found += [say.say("chain", "after", list=say.listed(changes)), say.say("chain", "peak")]
    return found


def helps(words: Voice, fact: WhatHelps) -> list[str]:
    """What eases."""
    say, nothing = words.phrases, words.vocabulary.nothing_in_particular
    found = []
    for card in fact.cards:
        if card.label in fact.clear and card.beside is not None:
            key = "clear" if card.beside.value < 0 else "clear-less"
            found.append(
                say.say("helps", key, label=card.label, nothing=nothing, **difference(words, card.beside, "point"))
            )
    if not found:
        compared = any(card.beside is not None for card in fact.cards)
        found.append(say.say("helps", "lead-alike" if compared else "lead-few", nothing=nothing))
    told = [card for card in fact.cards if card.change is not None and card.change.interval is not None]
    found += [_usual(words, card) for card in told[:CARDS_TOLD]]
    for pair in [each for each in fact.pairs if each.clear][:PAIRS_TOLD]:
        more = say.texts["helps"]["more" if pair.shift.value < 0 else "less"]
        blanks = difference(words, pair.shift, "point") | {"direction": more}
        found.append(say.say("helps", "pair", first=pair.first, second=pair.second, **blanks))
    return [*found, say.say("helps", "peak")]


def _usual(words: Voice, card: CopingFact) -> str:
    """The middle half of the changes, and how often it was weaker."""
    say, (low, high) = words.phrases, card.usual or (0.0, 0.0)
    times = say.times(card.lower, card.uses)
    if low == high == 0:
        return say.say("helps", "usual-none", label=card.label, times=times)
    if low < 0 < high:
        return say.say("helps", "usual-across", label=card.label, low=figure(low), high=figure(high), times=times)
    near, far = sorted((abs(low), abs(high)))
    key = "usual-one" if near == far else "usual"
    direction = say.direction(low + high)
    return say.say("helps", key, label=card.label, low=figure(near), high=figure(far), direction=direction, times=times)


def works(words: Voice, fact: FindWhatWorks) -> list[str]:
    """Find what works."""
    say = words.phrases
    uses = say.count("time", len(fact.first_changes) + len(fact.second_changes))
    found = [say.say("works", "lead", first=fact.first, second=fact.second, done=uses)]
    difference, better = fact.difference, fact.better
    if difference is None or difference.interval is None:
        found.append(
            say.say(
                "works",
                "wait",
                first=fact.first,
                second=fact.second,
                first_uses=say.count("time", len(fact.first_changes)),
                second_uses=say.count("time", len(fact.second_changes)),
            )
        )
    elif better:
        other = fact.second if better == fact.first else fact.first
        size, between = say.size(difference.value, "point"), say.between(difference.interval, absolute=True)
        found += [
            say.say("works", "clear", better=better, other=other, size=size, between=between),
            say.say("works", "blind"),
        ]
    else:
        found.append(say.say("works", "alike", first=fact.first, second=fact.second))
    if fact.next:
        found.append(say.say("works", "next", next=fact.next))
    return found


def feelings(words: Voice, fact: Feelings) -> list[str]:
    """The words for feelings."""
    say = words.phrases
    items = [say.say("feelings", "item", label=word.label, count=word.entries) for word in fact.words[:WORDS_TOLD]]
    found = [
        say.say(
            "feelings",
            "lead",
            distinct=say.count("word", fact.distinct),
            entries=say.count("entry", fact.basis.entries),
            list=say.listed(items),
        )
    ]
    if fact.pairs:
        pairs = [
            say.say("feelings", "pair", first=pair.first, second=pair.second, count=pair.entries)
            for pair in fact.pairs[:PAIRS_TOLD]
        ]
        found.append(say.say("feelings", "pairs", list=say.listed(pairs)))
    return [*found, say.say("feelings", "fine")]


def quiz(words: Voice, fact: AroundQuiz) -> list[str]:
    """The days around takes of the quiz."""
    say = words.phrases

    def middle(estimate: Estimate | None) -> str:
        return say.say("quiz", "few") if estimate is None or estimate.interval is None else figure(estimate.value)

    found = [say.say("quiz", "lead", takes=say.count("take", len(fact.takes)))]
    for take in fact.takes[:TAKES_TOLD]:
        found.append(
            say.say(
                "quiz",
                "take",
                day=say.date(take.day),
                lens=take.lens,
                before=middle(take.mood_before),
                after=middle(take.mood_after),
            )
        )
    return [*found, say.say("quiz", "apart")]


def check_ins(words: Voice, fact: CheckInAnswers) -> list[str]:
    """The answers of check-ins."""
    say = words.phrases
    found = [
        say.say(
            "check-ins",
            "lead",
            count=say.count("check-in", fact.basis.entries),
            questions=say.count("question", len(fact.questions)),
        )
    ]
    forms = say.texts["check-ins"]["forms"]
    known = [(question, question.middle) for question in fact.questions if question.middle and question.middle.interval]
    for question, middle in known[:ANSWERS_TOLD]:
        form = forms.get(question.form, question.form)
        found.append(say.say("check-ins", "question", form=form, asked=question.asked, value=figure(middle.value)))
    return [*found, say.say("check-ins", "apart")]


def beside(words: Voice, fact: Beside) -> list[str]:
    """Gratitude and practice beside mood."""
    say = words.phrases
    kept = (("gratitude", fact.gratitude), ("practice", fact.practice), ("mood", fact.basis.days))
    told = [say.say("beside", name, days=say.count("day", days)) for name, days in kept if days]
    lead = say.say("beside", "lead", list=say.listed(told))
    return [lead, say.say("beside", "apart")]


def patterns(words: Voice, fact: Patterns) -> list[str]:
    """Patterns worth noticing."""
    say, looked = words.phrases, words.phrases.count("comparison", fact.looked_at)
    if not fact.patterns:
        return [say.say("patterns", "lead-none", looked=looked)]
    lead = say.say("patterns", "lead", count=len(fact.patterns), looked=looked)
    return [lead, *(pattern(words, found) for found in fact.patterns)]


def pattern(words: Voice, found: Pattern) -> str:
    """One pattern."""
    say = words.phrases
    blanks = difference(words, found.shift, "point" if found.key == "coping" else "step")
    if found.key == "coping":
        blanks["direction"] = str(say.texts["helps"]["more" if found.shift.value < 0 else "less"])
    return say.say("patterns", found.key, label=found.label, **blanks)
