"""Arbitrary records: every script, every offset, dates without a time, and texts that mean something elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st

from attach_desktop.affirmations.practice import VERDICTS, Practice, ValuesNote
from attach_desktop.affirmations.sentence import MAX_BELIEF, MAX_SENTENCE, THEMES, Sentence
from attach_desktop.affirmations.sentence import PULLS as SENTENCE_PULLS
from attach_desktop.checkins.change import QuestionChange
from attach_desktop.checkins.checkin import Answer, CheckIn, Count, Text
from attach_desktop.checkins.form import FORMS
from attach_desktop.clock import Moment
from attach_desktop.gratitude.item import BUILT_IN, MAX_POSITION, Item, ItemList
from attach_desktop.gratitude.order import rank_at
from attach_desktop.interchange.record import content_id
from attach_desktop.journal.entry import MAX_COPING, RANGES, TEXT_FIELDS, WORD_FIELDS, Coping, Entry
from attach_desktop.journal.library import PULLS, ROLES, TRIGGER_KINDS, Person, Trigger
from attach_desktop.quiz.take import FITS, Take
from attach_desktop.quiz.validation import MIN_ITEMS
from attach_desktop.reminders.plan import Plan
from attach_desktop.reminders.reminder import WHATS, Reminder
from attach_desktop.rooms import KINDS
from attach_desktop.vault.kind import Kind, Stored

_AWKWARD = (
    "=1+1", "'=1+1", "''+x", " =x", "\t@x", "-3", "'tis", "+49", "＝1", "\r", "\r\n", "\n\n", "a\rb", 'say "no"', "a,b",
    "a;b\tc", "yes", "0", "a | b", "a|b", "\\", "\\|", "x\\ | \\", "[]", "null", "👩‍👧 ❤️‍🩹", "שלום, world", "مرحبا",
    "日本語", "ไทย", "\ufeffmark", "\u2028line", "\x85", "ﬁ Å Å", "<b>&amp;</b>", "{\"a\": 1}", "e\u0301",
)  # fmt: skip
_SIGNS = st.characters(exclude_categories=["Cs"], exclude_characters="\0")
texts = st.sampled_from(_AWKWARD) | st.text(_SIGNS, max_size=40) | st.lists(st.sampled_from(_AWKWARD)).map("".join)
words = texts.filter(lambda word: bool(word.strip()) and len(word) <= 200)
moments = st.builds(
    Moment,
    st.dates(),
    st.builds(time, st.integers(0, 23), st.integers(0, 59), st.integers(0, 59)),
    st.integers(-1439, 1439).map(lambda minutes: timedelta(minutes=minutes)),
    st.sampled_from(["", "Europe/Berlin", "Asia/Kathmandu", "+01:00", "-03:30"]),
) | st.builds(Moment.on, st.dates(), st.sampled_from(["", "Europe/Berlin"]))

_numbers = {name: st.none() | st.integers(low, high) for name, (low, high) in RANGES.items()}
_copings = st.lists(st.builds(Coping, words, st.none() | st.integers(0, 1440)), max_size=MAX_COPING).map(tuple)
entries = st.builds(
    Entry,
    at=moments,
    coping=_copings,
    for_session=st.booleans(),
    private=st.booleans(),
    **_numbers,
    **dict.fromkeys(TEXT_FIELDS, texts),
    **dict.fromkeys(WORD_FIELDS, st.lists(words, max_size=4).map(tuple)),
)
_triggers = st.builds(
    Trigger, name=words, noted=moments, sort=st.sampled_from(TRIGGER_KINDS), pull=st.sampled_from(PULLS)
)
_people = st.builds(Person, alias=words, noted=moments, role=st.sampled_from(ROLES))
_takes = st.builds(
    Take,
    at=moments,
    questionnaire=st.just("own"),
    version=st.integers(1, 9),
    points=st.just(5),
    lens=st.just("friend"),
    alias=texts.filter(lambda text: len(text) <= 200),
    answers=st.lists(st.none() | st.integers(1, 5), min_size=MIN_ITEMS, max_size=30).map(tuple),
    fits=st.sampled_from(FITS),
    note=texts,
    quick=st.booleans(),
    kept=st.booleans(),
)
_keys = st.sampled_from(BUILT_IN) | st.text("abz09-", min_size=1, max_size=64)
_items = st.builds(
    Item,
    at=moments,
    text=words,
    why=texts.filter(lambda text: len(text) <= 5_000),
    list=_keys,
    people=st.lists(words, max_size=4).map(tuple),
    order=st.just("") | st.datetimes().map(rank_at),
)
_item_lists = st.builds(
    ItemList,
    noted=moments,
    key=_keys,
    name=words,
    position=st.none() | st.integers(0, MAX_POSITION),
    hidden=st.booleans(),
)
_sentence_texts = texts.filter(lambda text: bool(text.strip()) and len(text) <= MAX_SENTENCE)
_sentences = st.builds(
    Sentence,
    text=_sentence_texts,
    noted=moments,
    themes=st.lists(st.sampled_from(THEMES), max_size=4).map(tuple),
    pull=st.sampled_from(SENTENCE_PULLS),
    origin=st.just("") | words,
    gentler_of=st.just("") | _sentence_texts,
    belief=st.none() | st.integers(0, MAX_BELIEF),
    favourite=st.booleans(),
    hidden=st.booleans(),
    retired=st.booleans(),
    sets=st.lists(words, max_size=4).map(tuple),
    worse_count=st.integers(0, 3),
)
_practices = st.builds(Practice, at=moments, sentence=words, text=_sentence_texts, after=st.sampled_from(VERDICTS))
_notes = st.builds(ValuesNote, at=moments, value=words, why=texts, when_lived=texts)
_names = st.text("abz09-", min_size=1, max_size=64)
_asked = texts.filter(lambda text: len(text) <= 200)
_checkins = st.builds(
    CheckIn,
    at=moments,
    form=st.sampled_from(FORMS) | _names,
    version=st.integers(1, 9),
    answers=st.lists(
        st.builds(Answer, _names, st.integers(1, 200), _asked, st.none() | st.integers(0, 10)),
        max_size=3,
        unique_by=lambda one: one.question,
    ).map(tuple),
    texts=st.lists(
        st.builds(Text, _names, st.integers(1, 200), _asked, texts), max_size=3, unique_by=lambda one: one.question
    ).map(tuple),
    counts=st.lists(st.builds(Count, _names, st.integers(0, 99)), max_size=2).map(tuple),
)
_changes = st.builds(
    QuestionChange,
    noted=moments,
    form=st.sampled_from(FORMS),
    question=_names,
    wordings=st.just(()) | words.filter(lambda word: bool(" ".join(word.split()))).map(lambda word: (word,)),
    low=_asked,
    hidden=st.booleans(),
    position=st.none() | st.integers(0, 9_999),
)
_minutes = st.builds(time, st.integers(0, 23), st.integers(0, 59))
_reminders = st.builds(
    Reminder,
    noted=moments,
    what=st.sampled_from(WHATS),
    plan=st.builds(
        Plan,
        times=st.lists(_minutes, min_size=1, max_size=3).map(tuple),
        end=st.dates(datetime(1900, 1, 1).date(), datetime(9998, 12, 31).date()),
    ),
    text=_asked.filter(lambda text: bool(text.split())),
    own_words=st.booleans(),
    unless_done=st.booleans(),
    on=st.booleans(),
    paused_until=st.none() | st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29), timezones=st.just(UTC)),
)
_VALUES: dict[str, st.SearchStrategy[Any]] = {
    "journal": entries,
    "triggers": _triggers,
    "people": _people,
    "quiz": _takes,
    "gratitude": _items,
    "gratitude_lists": _item_lists,
    "affirmations": _sentences,
    "practice": _practices,
    "values": _notes,
    "checkins": _checkins,
    "checkin_forms": _changes,
    "reminders": _reminders,
}
#: The kinds that there are strategies for.
ARBITRARY = tuple(kind for kind in KINDS if kind.name in _VALUES)
_written = st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29), timezones=st.just(UTC))


def records(kind: Kind[Any]) -> st.SearchStrategy[list[Stored[Any]]]:
    """Some records of ``kind``, no two of which say the same."""
    record = st.builds(
        lambda value, written, updated: Stored(content_id(kind, value), value, written, updated),
        _VALUES[kind.name],
        _written,
        _written,
    )
    return st.lists(record, max_size=6, unique_by=lambda record: record.id)


every_kind = st.fixed_dictionaries({kind.name: records(kind) for kind in ARBITRARY})
