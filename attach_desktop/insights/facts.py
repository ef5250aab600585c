"""The answers: for every card one frozen value with all that its drawing, its words and its table need.

Nothing in here is worded; ``words.py`` says it, the same for window, paper, terminal and screen reader. Moods are 1
(unpleasant) to 5 (pleasant), energies 1 (calm) to 5 (charged), intensities 0 to 10, changes of intensity after minus
before: below zero is easier. "Day" is the person's day everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from attach_desktop.insights.period import Period
from attach_desktop.insights.statistics.estimate import Estimate, Level, Shift, level_of
from attach_desktop.vault.finding import Filter


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which entries are looked at: those of ``period`` that have the person, the tag and the trigger, where given.

    ``without_private`` leaves out those that the person marked as private: for paper that others may see.
    """

    period: Period
    person: str = ""
    tag: str = ""
    trigger: str = ""
    without_private: bool = False

    @property
    def words(self) -> tuple[tuple[str, str], ...]:
        """The (field, word) pairs that an entry must have."""
        pairs = (("people", self.person), ("tags", self.tag), ("triggers", self.trigger))
        return tuple((field, word) for field, word in pairs if word)

    def filter(self, *more: tuple[str, str]) -> Filter:
        """What finds the same entries in the journal, with ``more`` words that they must have."""
        return Filter(begin=self.period.begin, end=self.period.end, words=(*self.words, *more))

    @property
    def before(self) -> Selection | None:
        """The same for the period before, if there is one."""
        earlier = self.period.before
        return None if earlier is None else replace(self, period=earlier)


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a card rests on.

    ``entries`` were read and say something about it, on ``days`` of the ``of_days`` days of the period; ``left_out``
    matched but say nothing about it (no mood, no time of day). ``filter`` finds them in the journal. ``ahead`` says
    that the whole period lies in the future.
    """

    selection: Selection
    entries: int
    days: int
    left_out: int = 0
    ahead: bool = False

    @property
    def level(self) -> Level:
        """How much so many days carry: one value a day."""
        return level_of(self.days)

    @property
    def of_days(self) -> int:
        """How many days the period has."""
        return self.selection.period.days

    @property
    def filter(self) -> Filter:
        """What finds the entries in the journal."""
        return self.selection.filter()


@dataclass(frozen=True, slots=True)
class DayMood:
    """A day with entries: the median of its moods, the lowest, the highest, and how many there were."""

    day: date
    median: float
    low: int
    high: int
    count: int

    @property
    def mark(self) -> int:
        """The mood mark (1 to 5) for it; a half goes toward the middle."""
        whole = int(self.median)
        return whole if self.median == whole else whole + (1 if self.median < 3 else 0)


@dataclass(frozen=True, slots=True)
class Span:
    """A week (Monday to Sunday) or a month: on how many days there was an entry, and the median of those days.

    Below 6 days the estimate has no interval: then the days themselves are shown, without a number.
    """

    begin: date
    end: date
    mood: Estimate

    @property
    def days(self) -> int:
        """On how many days there was an entry."""
        return self.mood.count


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodOverTime:
    """Card "mood": days in order (days without entries are missing: gaps), weeks and months with any day in them.

    ``whole`` is the median of all days; ``before`` that of the period before and ``shift`` the distance of this one
    from it, both only where each has 15 days and more. ``effective`` is how many independent days they are worth.
    """

    basis: Basis
    days: tuple[DayMood, ...]
    weeks: tuple[Span, ...]
    months: tuple[Span, ...]
    whole: Estimate | None
    effective: float | None = None
    before: Estimate | None = None
    shift: Shift | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearInPixels:
    """Card "year": one calendar year, the days that have a mood; ``years`` are all that have any."""

    basis: Basis
    year: int
    days: tuple[DayMood, ...]
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the mood grid and how many entries lie in it."""

    mood: int
    energy: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MoodMap:
    """Card "map": the 25 cells (mood 1 energy 1, mood 1 energy 2, …); only entries with both figures."""

    basis: Basis
    cells: tuple[Cell, ...]

    @property
    def most(self) -> int:
        """The count of the fullest cell."""
        return max(cell.count for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Group:
    """A part of the day, or a weekday: its values (one a day, the day's median in it) and their median.

    ``key`` is "night", "morning", "midday", "evening", or "0" (Monday) to "6". ``values`` are in order of time.
    """

    key: str
    entries: int
    values: tuple[float, ...]
    mood: Estimate | None

    @property
    def level(self) -> Level:
        """How much it carries."""
        return level_of(len(self.values))


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOfDay:
    """Card "hours": the parts of the day, and for each clock hour how many entries of each mood (``hours[h][m-1]``)."""

    basis: Basis
    parts: tuple[Group, ...]
    hours: tuple[tuple[int, int, int, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfWeek:
    """Card "weekdays": Monday to Sunday."""

    basis: Basis
    weekdays: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the person's, in how many of the entries it stands, and on how many days."""

    label: str
    entries: int
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TriggerFact:
    """One trigger: how often, and what goes with it.

    ``pull`` is "toward", "away" or "". ``mood`` and ``intensity`` are of its days (one value a day), ``moods`` those
    values; ``shift`` the distance of its days' moods from those of the days without it, only with 15 days and more of
    each. ``feelings`` and ``urges`` are the most frequent with it; ``thoughts`` how many of its entries have a thought.
    """

    label: str
    pull: str
    entries: int
    days: int
    moods: tuple[float, ...]
    mood: Estimate | None
    intensity: Estimate | None
    other_days: int
    shift: Shift | None
    feelings: tuple[Word, ...]
    urges: tuple[Word, ...]
    thoughts: int
    filter: Filter


@dataclass(frozen=True, slots=True, kw_only=True)
class Triggers:
    """Card "triggers": the most frequent ones, the most frequent first; ``more`` are not shown.

    ``clear`` are the labels whose difference from other days holds after the correction for many comparisons
    (Benjamini–Hochberg, q ≤ 0.05). ``toward`` and ``away`` count the entries whose triggers pull that way.
    """

    basis: Basis
    triggers: tuple[TriggerFact, ...]
    clear: tuple[str, ...] = ()
    more: int = 0
    toward: int = 0
    away: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """How many entries go from item ``first`` of a column to item ``second`` of the next."""

    first: int
    second: int
    count: int


@dataclass(frozen=True, slots=True)
class Column:
    """One step of the chain: ``key`` is thought, urge, did or after; its items, and the links to the next column.

    ``said`` is how many entries say anything here; ``rest`` how many of those are in none of the items. The items of
    "after" are "lower", "same", "higher". The last column has no links; the trigger leads to every item of the first.
    """

    key: str
    items: tuple[Word, ...]
    said: int
    rest: int
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Card "chain": from one trigger to what was thought, felt like doing, done, and how it was after.

    ``trigger`` is "" where there is none in the period.
    """

    basis: Basis
    trigger: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopingFact:
    """One coping card, counted where it was the only thing tried.

    ``uses`` have an intensity before and after (``together`` more had other cards beside it). ``starts`` are the
    intensities before, ``changes`` after minus before, both in order of time; ``change`` is their Hodges–Lehmann median
    (6 uses and more), ``usual`` the middle half of them. ``lower`` of the uses ended lower than
    they began. ``beside`` compares with "nothing in particular" among times that began equally strong, one a day, where
    15 and more of each can be compared (``comparable`` of this card): below zero, it eased more.
    """

    label: str
    uses: int
    together: int
    starts: tuple[int, ...]
    changes: tuple[int, ...]
    change: Estimate | None
    usual: tuple[float, float] | None
    lower: int
    beside: Shift | None
    comparable: int
    filter: Filter

    @property
    def level(self) -> Level:
        """How much it carries."""
        return level_of(self.uses)


@dataclass(frozen=True, slots=True)
class CardPair:
    """Two coping cards compared among times that began equally strong; ``shift`` below zero: the first eased more.

    ``clear`` says that the difference holds after the correction for all pairs of the card "helps".
    """

    first: str
    second: str
    shift: Shift
    clear: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatHelps:
    """Card "helps": coping cards, the most used first, "nothing in particular" apart; pairs that can be compared.

    ``clear`` are the labels whose difference from "nothing in particular" holds after the correction for so many
    comparisons with it (Benjamini–Hochberg, q ≤ 0.05).
    """

    basis: Basis
    cards: tuple[CopingFact, ...]
    nothing: CopingFact | None
    pairs: tuple[CardPair, ...]
    clear: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordOverTime:
    """A feeling and in how many entries of each month it stands (as many as ``Feelings.months``)."""

    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WordMonth:
    """A month (its first day), how many entries with feelings it has, and how many different words they use."""

    month: date
    entries: int
    distinct: int


@dataclass(frozen=True, slots=True)
class WordPair:
    """Two feelings that stand together in ``entries`` entries."""

    first: str
    second: str
    entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Feelings:
    """Card "feelings": the most frequent words, pairs, the words by month, and how many different ones there are."""

    basis: Basis
    words: tuple[Word, ...]
    pairs: tuple[WordPair, ...]
    distinct: int
    months: tuple[WordMonth, ...]
    over_time: tuple[WordOverTime, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeFact:
    """A quiz take and the days around it: those before, and those from its day on (14 each)."""

    id: str
    day: date
    questionnaire: str
    lens: str
    before: tuple[DayMood, ...]
    after: tuple[DayMood, ...]
    mood_before: Estimate | None
    mood_after: Estimate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AroundQuiz:
    """Card "quiz": the takes in the period, the newest first (at most 6)."""

    basis: Basis
    takes: tuple[TakeFact, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer of a check-in: 0 to 10, None where it was left out."""

    day: date
    value: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of a check-in form and its answers in order of time.

    ``id`` and ``wording`` name it in one wording; ``asked`` is how it read last.
    """

    form: str
    id: str
    wording: int
    asked: str
    answers: tuple[Answer, ...]
    middle: Estimate | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInAnswers:
    """Card "check-ins": every question that was answered in the period. ``basis.entries`` counts check-ins."""

    basis: Basis
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class WeekBeside:
    """A week (its Monday): the median of its days' moods, and on how many days gratitude and practice were kept."""

    begin: date
    days: int
    mood: float | None
    gratitude: int
    practice: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Card "beside": gratitude and practice beside mood, week by week, without a claim."""

    basis: Basis
    weeks: tuple[WeekBeside, ...]
    gratitude: int
    practice: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A difference that holds after the correction for many comparisons.

    ``key`` names the comparison: "trigger", "weekend", "evening", "before" or "coping"; ``label`` the word it is about,
    if any. ``q`` (0 to 1) is Benjamini–Hochberg's; it stays inside.
    """

    key: str
    label: str
    shift: Shift
    q: float
    filter: Filter


@dataclass(frozen=True, slots=True, kw_only=True)
class Patterns:
    """Card "patterns": the differences worth noticing, of ``looked_at`` comparisons that were possible."""

    basis: Basis
    patterns: tuple[Pattern, ...]
    looked_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FindWhatWorks:
    """Card "works": an experiment between two cards, ``id`` "" where there is none yet.

    ``next`` is the card that chance gives next ("" once ``ended``). ``first_changes`` and ``second_changes`` are after
    minus before of the uses in turn; ``out_of_turn`` uses were of the other card and are left out. ``difference`` is
    the Hodges–Lehmann median of "first minus second" within each whole block, from 8 blocks on: below zero, the first
    eased more. The period of ``basis`` is that of the experiment.
    """

    basis: Basis
    id: str = ""
    first: str = ""
    second: str = ""
    ended: bool = False
    next: str = ""
    first_changes: tuple[int, ...] = ()
    second_changes: tuple[int, ...] = ()
    blocks: int = 0
    out_of_turn: int = 0
    difference: Estimate | None = None

    @property
    def better(self) -> str:
        """The card that eases more, as far as its interval leaves out zero; "" otherwise."""
        interval = self.difference.interval if self.difference is not None else None
        if interval is None or interval.low <= 0 <= interval.high:
            return ""
        return self.first if interval.high < 0 else self.second


Fact = (
    MoodOverTime
    | YearInPixels
    | MoodMap
    | TimeOfDay
    | DayOfWeek
    | Triggers
    | Chain
    | WhatHelps
    | FindWhatWorks
    | Feelings
    | AroundQuiz
    | CheckInAnswers
    | Beside
    | Patterns
)
