"""What each card shows, worked out from its facts: words, drawings, how it was counted. Runs in another thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from attach_desktop.insights.cards.beside import beside
from attach_desktop.insights.cards.chain import chain
from attach_desktop.insights.cards.helps import what_helps
from attach_desktop.insights.cards.mood import mood_over_time, year_in_pixels
from attach_desktop.insights.cards.patterns import patterns
from attach_desktop.insights.cards.triggers import triggers
from attach_desktop.insights.cards.works import find_what_works
from attach_desktop.insights.catalogue import card_of
from attach_desktop.insights.facts.basis import Fact, Selection
from attach_desktop.insights.facts.helps import WhatHelps
from attach_desktop.insights.facts.patterns import Patterns
from attach_desktop.insights.facts.triggers import TriggerFact, Triggers
from attach_desktop.insights.insights import Insights
from attach_desktop.insights.sentences import pattern
from attach_desktop.insights.words import Words
from attach_desktop.journal.store import JournalStore
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.ui.charts.cards.of_facts import charts_of
from attach_desktop.ui.charts.cards.texts import Texts, counted, tr
from attach_desktop.ui.insights.card_state import CardState, Known, Line, Pick, Trial
from attach_desktop.vault.vault import Vault

#: So many of the person's own coping cards are offered to be compared, beside those that many people know.
_MOST_OFFERED = 30


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the records: the questions, which entries, what was picked on cards, and the words to say it in."""

    vault: Vault
    insights: Insights
    selection: Selection
    picks: Mapping[str, str]
    words: Words
    texts: Texts
    known: Known

    @classmethod
    def at(cls, vault: Vault, selection: Selection, picks: Mapping[str, str], known: Known | None = None) -> Look:
        """Look at ``vault``; ``known`` is what other cards have worked out for the same selection."""
        words = Words()
        texts = Texts.of(words.vocabulary)
        return cls(vault, Insights.of(vault), selection, picks, words, texts, known or Known())

    def triggers(self) -> Triggers:
        """The triggers of the entries, worked out once."""
        if self.known.triggers is None:
            self.known.triggers = self.insights.ask(triggers, self.selection)
        return self.known.triggers

    def helps(self) -> WhatHelps:
        """The coping cards of the entries, worked out once."""
        if self.known.helps is None:
            self.known.helps = self.insights.ask(what_helps, self.selection)
        return self.known.helps

    def state(
        self,
        fact: Fact,
        *,
        lines: Sequence[Line] = (),
        lines_title: str = "",
        pick: Pick | None = None,
    ) -> CardState:
        """A card of a fact, with its drawings."""
        told, empty = self.words.tell(fact), fact.empty
        # Patterns have their entries beside each sentence; everywhere else sentences stand for themselves.
        more = () if isinstance(fact, Patterns) else told.more
        return CardState(
            key=card_of(fact).key,
            title=told.title,
            sentences=(told.lead,),
            notes=more,
            charts=charts_of(fact, self.texts, told.text),
            lines=() if empty else tuple(lines),
            lines_title=lines_title,
            counted=told.counted,
            entries=fact.basis.filter if fact.basis.entries else None,
            pick=pick,
            empty=empty,
        )


def _mood(look: Look) -> CardState:
    fact, texts = look.insights.ask(mood_over_time, look.selection), look.texts
    period = fact.basis.selection.period
    about = tr("{begin} – {end}, from your own records only").format(
        begin=texts.day(period.begin), end=texts.day(period.end)
    )
    if look.selection.words:
        words = ", ".join(f"“{word}”" for _, word in look.selection.words)
        about = tr("{days}; only entries with {words}").format(days=about, words=words)
    return replace(look.state(fact), about=about)


def _patterns(look: Look) -> CardState:
    fact = look.insights.ask(patterns, look.selection)
    lines = [Line(pattern(look.words, found), found.filter) for found in fact.patterns]
    return look.state(fact, lines=lines)


def _year(look: Look) -> CardState:
    picked = look.picks.get("year", "")
    fact = look.insights.ask(partial(year_in_pixels, year=int(picked) if picked else None), look.selection)
    years = tuple((str(year), str(year)) for year in sorted({*fact.years, fact.year}, reverse=True))
    pick = Pick("year", tr("Year"), years, str(fact.year)) if len(years) > 1 else None
    state = look.state(fact, pick=pick)
    # Who picked a year without a mood still needs the way to the others.
    return replace(state, empty=not fact.days and not picked)


def _triggers(look: Look) -> CardState:
    fact = look.triggers()
    return look.state(
        fact,
        lines=[Line(_comes_with(one, look.words.vocabulary), one.filter) for one in fact.triggers],
        lines_title=tr("What comes with each"),
    )


def _comes_with(one: TriggerFact, vocabulary: Vocabulary) -> str:
    """A trigger with its pull, and what stands in the same entries: feelings, urges, how often a thought."""
    head = f"{one.label}, {counted(one.entries, tr('once'), tr('{count} times'))}"
    if one.pull:
        head = f"{head} ({vocabulary.pull_word(one.pull)})"
    parts = [
        tr("{kind}: {words}").format(kind=kind, words=", ".join(f"{word.label} ({word.entries})" for word in words))
        for kind, words in ((tr("feelings"), one.feelings), (tr("urges"), one.urges))
        if words
    ]
    if one.thoughts:
        parts.append(counted(one.thoughts, tr("a thought, once"), tr("a thought, {count} times")))
    return f"{head} – {'; '.join(parts)}" if parts else head


def _chain(look: Look) -> CardState:
    picked = look.picks.get("chain", "") or look.selection.trigger
    fact = look.insights.ask(chain, replace(look.selection, trigger=picked))
    offered = [one.label for one in look.triggers().triggers]
    names = tuple((name, name) for name in dict.fromkeys((*offered, fact.trigger)) if name)
    pick = Pick("chain", tr("Trigger"), names, fact.trigger) if len(names) > 1 else None
    return look.state(fact, pick=pick)


def _helps(look: Look) -> CardState:
    fact = look.helps()
    lines = [
        Line(_lower(one.label, one.lower, one.uses), one.filter)
        for one in (*fact.cards, *filter(None, (fact.nothing,)))
        if one.uses
    ]
    return look.state(
        fact,
        lines=lines,
        lines_title=tr("Each of them, with its entries"),
    )


def _lower(label: str, lower: int, uses: int) -> str:
    return tr("{label}: weaker afterwards {lower} of {uses} times").format(label=label, lower=lower, uses=uses)


def _works(look: Look) -> CardState:
    fact = look.insights.ask(find_what_works, look.selection)
    state = look.state(fact)
    used = [word for word, _ in JournalStore(look.vault).labels("coping", _MOST_OFFERED)]
    state = replace(state, offered=tuple(dict.fromkeys((*used, *look.words.vocabulary.coping))))
    if not fact.id:
        # Offered to whoever has tried anything; on a page without a single card it would be noise.
        return replace(state, empty=look.helps().empty)
    # What comes next is said by the panel, beside what to do about it.
    trial = Trial(fact.id, fact.next, fact.ended)
    return replace(state, notes=state.notes[:-1] if fact.next else state.notes, trial=trial)


def _beside(look: Look) -> CardState:
    fact = look.insights.ask(beside, look.selection)
    state = look.state(fact)
    # Mood alone has its own card.
    return replace(state, empty=state.empty or not (fact.gratitude or fact.practice))


#: Cards that show more than their sentences and drawings.
STATES: dict[str, Callable[[Look], CardState]] = {
    "mood": _mood,
    "patterns": _patterns,
    "year": _year,
    "triggers": _triggers,
    "helps": _helps,
    "works": _works,
    "chain": _chain,
    "beside": _beside,
}


def state_of(key: str, look: Look) -> CardState:
    """The card with this key (see insights/catalogue.py), worked out."""
    special = STATES.get(key)
    return special(look) if special is not None else look.state(look.insights.card(key, look.selection))
