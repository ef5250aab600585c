"""Affirmations in the vault: what a person makes of the sentences, what was practised, what was written on values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from attach_desktop.affirmations.deck import Card, CardFilter, Deck, card_id, newer
from attach_desktop.affirmations.library import wordings
from attach_desktop.affirmations.practice import PRACTICE, WORSE, Practice
from attach_desktop.affirmations.practice_store import PracticeStore
from attach_desktop.affirmations.rules import daily
from attach_desktop.affirmations.sentence import AFFIRMATIONS, Sentence
from attach_desktop.clock import Moment, day_of
from attach_desktop.errors import FaultsError, InputRefusedError, fault
from attach_desktop.vault.finding import Filter, FindingStore
from attach_desktop.vault.identity import derived_id, new_id
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.vault import Vault

#: How often another sentence was asked for today.
ANOTHER_SETTING = "affirmation-another"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a practice: the card as it is now, and whether it has just been laid to rest."""

    card: Card
    retired: bool


class AffirmationStore(FindingStore[Sentence]):
    """Every card, and what the person does with it. Cards go by their id (``Card.id``).

    A sentence of the library gets a record only once the person has made something of it. Methods that take a card
    raise InputRefusedError ("no-such-record") where there is none of that id, and FaultsError for what cannot be kept.
    """

    def __init__(self, vault: Vault) -> None:
        """The sentences of ``vault``."""
        super().__init__(vault, AFFIRMATIONS)
        self.library = wordings()
        self.practices = PracticeStore(vault)

    # -- reading ---------------------------------------------------------------------------------------------------

    def deck(self) -> Deck:
        """Every card there is."""
        return Deck(self.library, self.each())

    def cards(self, wanted: CardFilter | None = None) -> list[Card]:
        """The cards that ``wanted`` takes; without it, all that may come up."""
        return self.deck().cards(wanted or CardFilter())

    def card(self, name: str) -> Card | None:
        """The card of this id, or None."""
        record = self._record_of(name)
        wording = self.library.get(name)
        return None if record is None and wording is None else Card(name, wording, record)

    # -- today -----------------------------------------------------------------------------------------------------

    def day(self) -> date:
        """The person's day now."""
        return day_of(self.vault.clock.now().replace(tzinfo=None), self.day_start)

    def today(self, wanted: CardFilter | None = None) -> Card | None:
        """The card of today, the same all day unless another was asked for; None where no card may come up."""
        return daily(self.day(), self.cards(wanted), self._another())

    def another_today(self) -> Card | None:
        """Ask for another card today, and keep that it was asked."""
        self.vault.settings.set(ANOTHER_SETTING, {"day": self.day().isoformat(), "count": self._another() + 1})
        return self.today()

    def _another(self) -> int:
        kept = self.vault.settings.get(ANOTHER_SETTING)
        if not isinstance(kept, dict) or kept.get("day") != self.day().isoformat():
            return 0
        count = kept.get("count")
        return count if type(count) is int and count > 0 else 0

    # -- what the person makes of a card ---------------------------------------------------------------------------

    def rate(self, name: str, belief: int | None) -> Card:
        """Keep how far a card is believed as it reads now, 0 to 10; None takes the rating back."""
        return self._keep(name, lambda sentence: replace(sentence, belief=belief))

    def favour(self, name: str, *, favourite: bool = True) -> Card:
        """Make a card one of the favourites, or no longer."""
        return self._keep(name, lambda sentence: replace(sentence, favourite=favourite))

    def hide(self, name: str, *, hidden: bool = True) -> Card:
        """Put a card out of sight, or back."""
        return self._keep(name, lambda sentence: replace(sentence, hidden=hidden))

    def retire(self, name: str) -> Card:
        """Let a card rest: it does not come up until it is taken back."""
        return self._keep(name, lambda sentence: replace(sentence, retired=True))

    def take_back(self, name: str) -> Card:
        """Let a card that rests come up again, counted afresh."""
        return self._keep(name, Sentence.taken_back)

    def put_in_sets(self, name: str, sets: Sequence[str]) -> Card:
        """Keep the sets of the person's own that a card is in, in the place of those before."""
        return self._keep(name, lambda sentence: replace(sentence, sets=tuple(sets)))

    def soften(self, name: str, text: str) -> Card:
        """Let a gentler wording, offered or the person's own, stand in for the full one; the full one ends that.

        The way back is ``soften(name, card.full)``. The belief is asked anew: it was about other words.
        """
        with self.together():
            card = self._must_card(name)
            return self._reword(card, text, "" if _same(text, card.full) else card.full)

    def edit(self, name: str, text: str, *, themes: Sequence[str] | None = None, pull: str | None = None) -> Card:
        """Keep the person's own words for a card, and what it is for; a library's sentence keeps its origin."""
        with self.together():
            card = self._must_card(name)
            gentler_of = "" if card.full == card.text or _same(text, card.full) else card.full
            return self._reword(card, text, gentler_of, themes, pull)

    def restore_wording(self, name: str) -> Card:
        """Give a library's sentence its own full wording back."""
        with self.together():
            card = self._must_card(name)
            return self._reword(card, card.wording.text if card.wording else card.full, "")

    def add_own(self, text: str, *, themes: Sequence[str] = (), pull: str = "", sets: Sequence[str] = ()) -> Card:
        """Keep a sentence of the person's own. Raises FaultsError where a card says the same already."""
        now = Moment.now(self.vault.clock)
        sentence = Sentence(text=text, noted=now, themes=tuple(themes), pull=pull, sets=tuple(sets))
        with self.together():
            self._refuse_said(sentence.text, "")
            record = self.add(sentence)
        return Card(record.id, None, record)

    def remove(self, name: str) -> tuple[str, ...]:
        """Put the person's own sentence in the bin, or forget what was made of a library's one.

        The ids returned are the token that ``restore`` takes to undo it.
        """
        self._must_card(name)
        return self.bin([record.id for record in self._records_of(name)])

    # -- practice --------------------------------------------------------------------------------------------------

    def after_practice(self, name: str, verdict: str = "") -> Outcome:
        """Keep that a card was practised and how it felt ("better", "same", "worse", or "" where it was not said).

        The second "worse" lays the card to rest. All of it is kept, or nothing.
        """
        now = self.vault.clock.now()
        at = Moment.from_datetime(now, self.vault.clock.zone_name())
        with self.together() if verdict == WORSE else self.connection.transaction():
            card = self._must_card(name)
            practice = Practice(at=at, sentence=card.id, text=card.text, after=verdict)
            self.practices.merge(Stored(new_id(now), practice, now, now))
            kept = self._write(card, Sentence.felt_worse) if verdict == WORSE else card
        # Not by the store of practices, which would tell before all of it is on disk.
        self.vault.changes.notify(PRACTICE.name)
        return Outcome(kept, kept.retired and not card.retired)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _records_of(self, name: str) -> list[Stored[Sentence]]:
        records = [*self.find(Filter(words=(("origin", name),)), -1), self.get(name)]
        found = {record.id: record for record in records if record is not None and card_id(record) == name}
        return list(found.values())

    def _record_of(self, name: str) -> Stored[Sentence] | None:
        records = self._records_of(name)
        found = records[0] if records else None
        for record in records[1:]:
            found = record if found is None else newer(found, record)
        return found

    def _must_card(self, name: str) -> Card:
        card = self.card(name)
        if card is None:
            raise InputRefusedError("no-such-record", id=name[:64])
        return card

    def _keep(self, name: str, change: Callable[[Sentence], Sentence]) -> Card:
        with self.together():
            return self._write(self._must_card(name), change)

    def _reword(
        self,
        card: Card,
        text: str,
        gentler_of: str,
        themes: Sequence[str] | None = None,
        pull: str | None = None,
    ) -> Card:
        def reword(sentence: Sentence) -> Sentence:
            return replace(
                sentence.reworded(text, gentler_of),
                themes=sentence.themes if themes is None else tuple(themes),
                pull=sentence.pull if pull is None else pull,
            )

        self._refuse_said(text, card.id)
        return self._write(card, reword)

    def _write(self, card: Card, change: Callable[[Sentence], Sentence]) -> Card:
        """Change what is kept of a card, inside a transaction of the caller's; no record for what changes nothing."""
        if card.record is not None:
            return replace(card, record=self.change(card.record.id, change(card.record.value)))
        wording = self.library[card.id]
        fresh = Sentence(
            text=wording.text,
            noted=Moment.now(self.vault.clock),
            themes=wording.themes,
            pull=wording.pull,
            origin=wording.id,
        )
        sentence = change(fresh)
        return card if sentence == fresh else replace(card, record=self._first(sentence))

    def _first(self, sentence: Sentence) -> Stored[Sentence]:
        """The first record about a library's sentence. In every vault it has the same id, so that two become one."""
        record_id = derived_id(self.kind.name, sentence.origin)
        if self._binned(record_id) is not None:
            self.restore([record_id])
            return self.change(record_id, sentence)
        now = self.vault.clock.now()
        record = Stored(new_id(now) if self._taken(record_id) else record_id, sentence, now, now)
        return self._insert(record)

    def _refuse_said(self, text: str, name: str) -> None:
        said = self.deck().saying(text)
        if said is not None and said.id != name:
            raise FaultsError([fault("text", "sentence-exists")])


def _same(one: str, other: str) -> bool:
    return one.strip() == other.strip()
