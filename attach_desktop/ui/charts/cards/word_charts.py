"""The charts of the person's words: triggers, the chain, what helps, feelings over time and in pairs."""

from __future__ import annotations

from collections import Counter
from datetime import date
from math import ceil, floor

from attach_desktop.insights.facts.feelings import Feelings, WordPair
from attach_desktop.insights.facts.helps import CopingFact, FindWhatWorks, WhatHelps
from attach_desktop.insights.facts.triggers import Chain, TriggerFact, Triggers
from attach_desktop.ui.charts import bubbles, chain, intervals, pairs
from attach_desktop.ui.charts.cards.texts import NO_FIGURE, Texts, between, counted, ends, figure, known, tr
from attach_desktop.ui.charts.chart import Chart, Table, painted
from attach_desktop.ui.charts.intervals import IntervalsData, Row

#: More words than this are not drawn in pairs; the table has all of them.
_MOST_WORDS = 8
#: Up to so many months each has a column of its own; up to so many quarters have.
_MONTHS, _QUARTERS = 24, 72


def triggers_mood(fact: Triggers, texts: Texts, sentence: str) -> Chart:
    """The mood of the days with each trigger."""
    rows, told, cells = list[Row](), list[str](), list[tuple[str, ...]]()
    for one in fact.triggers:
        rows.append(_trigger_row(one, len(told)))
        days, mood = counted(one.days, tr("1 day"), tr("{count} days")), known(one.mood)
        told.append(f"{one.label}: {between(mood)}, {days}" if mood else f"{one.label}: {days}")
        value = figure(mood.value) if mood else NO_FIGURE
        cells.append((one.label, str(one.entries), str(one.days), value, *ends(mood.interval if mood else None)))
    data = IntervalsData(1, 5, texts.mood_ends, tuple(rows), moods=True)
    heads = (tr("Trigger"), tr("Entries"), tr("Days"), tr("Median mood"), tr("From"), tr("To"))
    return Chart(
        name=tr("Mood on days with each trigger"),
        sentence=sentence,
        leads=tuple(one.filter for one in fact.triggers),
        paint=painted(intervals.draw_intervals, data),
        table=Table(heads, tuple(cells)),
        told=tuple(told),
        size=(460, intervals.height_of(data)),
    )


def _trigger_row(one: TriggerFact, told: int) -> Row:
    mood = known(one.mood)
    interval = mood.interval if mood else None
    return Row(
        one.label,
        counted(one.days, tr("1 day"), tr("{count} days")),
        told,
        mood.value if mood else None,
        interval.low if interval else None,
        interval.high if interval else None,
        () if mood else one.moods,
    )


def triggers_intensity(fact: Triggers, texts: Texts, sentence: str) -> Chart | None:
    """How strong it was on the days with each trigger; None where it was never told often enough."""
    told_of = [(one, found) for one in fact.triggers if (found := known(one.intensity)) is not None]
    if not told_of:
        return None
    rows, told, cells = list[Row](), list[str](), list[tuple[str, ...]]()
    for one, intensity in told_of:
        interval = intensity.interval
        days = counted(intensity.count, tr("1 day"), tr("{count} days"))
        rows.append(
            Row(
                one.label,
                days,
                len(told),
                intensity.value,
                interval.low if interval else None,
                interval.high if interval else None,
            )
        )
        told.append(f"{one.label}: {between(intensity)}, {days}")
        cells.append((one.label, str(intensity.count), figure(intensity.value), *ends(interval)))
    data = IntervalsData(0, 10, (tr("faint"), tr("strong")), tuple(rows))
    return Chart(
        name=tr("How strong it was"),
        sentence=sentence,
        leads=tuple(one.filter for one, _ in told_of),
        paint=painted(intervals.draw_intervals, data),
        table=Table((tr("Trigger"), tr("Days"), tr("Median, 0 to 10"), tr("From"), tr("To")), tuple(cells)),
        told=tuple(told),
        size=(460, intervals.height_of(data)),
    )


def chain_of(fact: Chain, texts: Texts, sentence: str) -> Chart:
    """From the trigger to what came after."""
    heads = {
        "thought": tr("Thought"),
        "urge": tr("Urge"),
        "did": tr("What I did"),
        "after": tr("After"),
    }
    after = {"lower": tr("weaker"), "same": tr("as strong"), "higher": tr("stronger")}
    told = [f"{fact.trigger}: " + counted(fact.basis.entries, tr("1 entry"), tr("{count} entries"))]
    columns = [chain.ChainColumn(tr("Trigger"), ((fact.trigger, fact.basis.entries, 0),))]
    cells = [(tr("Trigger"), fact.trigger, str(fact.basis.entries))]
    for column in fact.columns:
        words = []
        for item in column.items:
            label = after.get(item.label, item.label) if column.key == "after" else item.label
            words.append((label, item.entries, len(told)))
            entries = counted(item.entries, tr("1 entry"), tr("{count} entries"))
            told.append(f"{heads[column.key]}: {label}, {entries}")
            cells.append((heads[column.key], label, str(item.entries)))
        columns.append(chain.ChainColumn(heads[column.key], tuple(words)))
    data = chain.ChainData(tuple(columns), _links(fact))
    return Chart(
        name=tr("What follows on what"),
        sentence=sentence,
        paint=painted(chain.draw_chain, data),
        table=Table((tr("Step"), tr("Words"), tr("Entries")), tuple(cells)),
        told=tuple(told),
        size=(720, chain.height_of(data)),
    )


def _links(fact: Chain) -> tuple[chain.Link, ...]:
    found = []
    if fact.columns:
        # The trigger leads to every item of the first column.
        found += [chain.Link(0, 0, at, item.entries) for at, item in enumerate(fact.columns[0].items)]
    for start, column in enumerate(fact.columns, 1):
        found += [chain.Link(start, link.first, link.second, link.count) for link in column.links if link.count]
    return tuple(found)


def what_helps(fact: WhatHelps, texts: Texts, sentence: str) -> Chart:
    """By how much it changed after each coping card; "nothing in particular" quietly last."""
    every = [*fact.cards, *([fact.nothing] if fact.nothing is not None else [])]
    rows, told, cells = list[Row](), list[str](), list[tuple[str, ...]]()
    for one in every:
        change = known(one.change)
        interval = change.interval if change else None
        uses = counted(one.uses, tr("once"), tr("{count} times"))
        rows.append(
            Row(
                one.label,
                uses,
                len(told),
                change.value if change else None,
                interval.low if interval else None,
                interval.high if interval else None,
                () if change else one.dots,
                quiet=one is fact.nothing,
            )
        )
        told.append(_card_told(one, uses))
        value = figure(change.value) if change else NO_FIGURE
        cells.append((one.label, str(one.uses), str(one.lower), value, *ends(interval)))
    data = _changes(rows)
    heads = (tr("Tried"), tr("Times"), tr("Lower after"), tr("Median change"), tr("From"), tr("To"))
    return Chart(
        name=tr("Before and after"),
        sentence=sentence,
        leads=tuple(one.filter for one in every),
        paint=painted(intervals.draw_intervals, data),
        table=Table(heads, tuple(cells)),
        told=tuple(told),
        size=(460, intervals.height_of(data)),
    )


def _card_told(one: CopingFact, uses: str) -> str:
    lower = tr("lower after {lower} of {uses}").format(lower=one.lower, uses=one.uses)
    change = f"{between(one.change)}, " if known(one.change) else ""
    return f"{one.label}: {change}{uses}, {lower}"


def find_what_works(fact: FindWhatWorks, texts: Texts, sentence: str) -> Chart:
    """Every use of the two cards as a dot, and the difference where there is one."""
    rows, told, cells = list[Row](), list[str](), list[tuple[str, ...]]()
    for name, changes in ((fact.first, fact.first_changes), (fact.second, fact.second_changes)):
        uses = counted(len(changes), tr("once"), tr("{count} times"))
        rows.append(Row(name, uses, len(told), dots=tuple(float(change) for change in changes), quiet=True))
        told.append(f"{name}, {uses}: {', '.join(figure(change) for change in changes) or NO_FIGURE}")
        cells += [(name, str(number), figure(change)) for number, change in enumerate(changes, 1)]
    difference = known(fact.difference)
    if difference is not None and difference.interval is not None:
        pairs_of = counted(fact.blocks, tr("1 pair"), tr("{count} pairs"))
        low, high = difference.interval.low, difference.interval.high
        name = tr("{first} beside {second}").format(first=fact.first, second=fact.second)
        rows.append(Row(tr("The first beside the second"), pairs_of, len(told), difference.value, low, high))
        told.append(f"{name}, {pairs_of}: {between(difference)}")
        cells.append((name, pairs_of, between(difference)))
    data = _changes(rows)
    return Chart(
        name=tr("Two cards, in the order of chance"),
        sentence=sentence,
        paint=painted(intervals.draw_intervals, data),
        table=Table((tr("Card"), tr("Use"), tr("Change")), tuple(cells)),
        told=tuple(told),
        size=(460, intervals.height_of(data)),
    )


def _changes(rows: list[Row]) -> IntervalsData:
    """Rows of changes on a scale that is as wide as they need, with no change in it."""
    found = [value for row in rows for value in (row.value, row.low, row.high, *row.dots) if value is not None]
    low, high = min(-2, floor(min(found, default=0))), max(2, ceil(max(found, default=0)))
    return IntervalsData(low, high, (tr("eased"), tr("grew stronger")), tuple(rows), changes=True)


def feelings_over_time(fact: Feelings, texts: Texts, sentence: str) -> Chart:
    """The most frequent words, month by month."""
    months = [one.month for one in fact.months]
    names, spoken, column_of = _columns(months, texts)
    found, told = list[bubbles.Bubble](), list[str]()
    for row, word in enumerate(fact.over_time):
        sums = Counter[int]()
        for month, count in zip(months, word.counts, strict=True):
            sums[column_of[month]] += count
        for column, count in sorted(sums.items()):
            if count:
                found.append(bubbles.Bubble(row, column, count, len(told)))
                entries = counted(count, tr("1 entry"), tr("{count} entries"))
                told.append(f"{word.label}, {spoken[column]}: {entries}")
    data = bubbles.BubblesData(tuple(word.label for word in fact.over_time), names, tuple(found))
    cells = tuple(
        (
            texts.month(month.month),
            str(month.entries),
            str(month.distinct),
            *(str(word.counts[at]) for word in fact.over_time),
        )
        for at, month in enumerate(fact.months)
    )
    heads = (tr("Month"), tr("Entries"), tr("Different words"), *(word.label for word in fact.over_time))
    return Chart(
        name=tr("Feelings over time"),
        sentence=sentence,
        paint=painted(bubbles.draw_bubbles, data),
        table=Table(heads, cells),
        told=tuple(told),
        size=(460, bubbles.height_of(data)),
    )


def _columns(months: list[date], texts: Texts) -> tuple[tuple[str, ...], tuple[str, ...], dict[date, int]]:
    """The columns that months are drawn in: each its own, or quarters or years where there are very many.

    Returns what is written under them, what is said of them, and the column of each month.
    """
    if len(months) <= _MONTHS:
        columns = tuple(texts.month(month) for month in months)
        return texts.months_of(months), columns, {month: at for at, month in enumerate(months)}
    length = 3 if len(months) <= _QUARTERS else 12
    starts = sorted({month.replace(month=(month.month - 1) // length * length + 1) for month in months})
    places = {start: at for at, start in enumerate(starts)}
    column_of = {month: places[month.replace(month=(month.month - 1) // length * length + 1)] for month in months}
    if length == 12:
        years = tuple(str(start.year) for start in starts)
        return years, years, column_of
    ends = [start.replace(month=start.month + 2) for start in starts]
    spoken = tuple(
        tr("{begin} – {end}").format(begin=texts.months[start.month - 1], end=texts.month(end))
        for start, end in zip(starts, ends, strict=True)
    )
    return texts.months_of(starts), spoken, column_of


def feeling_pairs(fact: Feelings, texts: Texts, sentence: str) -> Chart | None:
    """Feelings that come together; None where there are none."""
    counts = {word.label: word.entries for word in fact.words}
    shown = list[WordPair]()
    names = list[str]()
    for pair in fact.pairs:
        with_it = list(dict.fromkeys((*names, pair.first, pair.second)))
        if len(with_it) <= _MOST_WORDS:
            names = with_it
            shown.append(pair)
    names.sort(key=lambda name: -counts.get(name, 0))
    if not names:
        return None
    made, told = list[pairs.Pair](), list[str]()
    for pair in shown:
        one, two = sorted((names.index(pair.first), names.index(pair.second)))
        made.append(pairs.Pair(one, two, pair.entries, len(told)))
        together = counted(pair.entries, tr("together once"), tr("together {count} times"))
        told.append(f"{pair.first}, {pair.second}: {together}")
    data = pairs.PairsData(tuple((name, counts.get(name)) for name in names), tuple(made))
    cells = tuple((pair.first, pair.second, str(pair.entries)) for pair in fact.pairs)
    return Chart(
        name=tr("Feelings that come together"),
        sentence=sentence,
        leads=tuple(fact.basis.selection.filter(("feelings", pair.first), ("feelings", pair.second)) for pair in shown),
        paint=painted(pairs.draw_pairs, data),
        table=Table((tr("Feeling"), tr("and"), tr("Entries")), cells),
        told=tuple(told),
        size=(460, pairs.height_of(data)),
    )
