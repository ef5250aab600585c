"""The person's lists: their names, order and visibility; and what may be proposed to them or brought back."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from attach_desktop import resources
from attach_desktop.clock import Moment
from attach_desktop.errors import FaultsError, InputRefusedError, fault
from attach_desktop.gratitude.item import ANYTHING, BUILT_IN, GRATITUDE, GRATITUDE_LISTS, PARTNER, ItemList
from attach_desktop.gratitude.rules import RHYTHMS, Rhythm
from attach_desktop.vault.choices import choose_partner_prompts, partner_prompts
from attach_desktop.vault.identity import new_id
from attach_desktop.vault.kind import Stored
from attach_desktop.vault.reading import word_faults
from attach_desktop.vault.records import RecordStore
from attach_desktop.vault.vault import Vault
from attach_desktop.vault.words import word_key

# Names of settings. The first is for the whole program: what another room proposes about people heeds it.
HIDDEN_PEOPLE = "hidden-people"
_RHYTHM, _HIDDEN_PROMPTS = "gratitude-rhythm", "gratitude-hidden-prompts"
#: New lists come after all that were arranged.
_LAST = 1_000_000
#: The keys that the program itself gives to a person's own lists have this length (UUIDs) and say nothing.
_MADE_KEY = 36


@dataclass(frozen=True, slots=True)
class Heading:
    """A list as it is shown: its key, its name in words, and whether it is hidden."""

    key: str
    name: str
    hidden: bool


class Lists:
    """The lists: those that come with the program, as far as the person has not changed them, and their own."""

    def __init__(self, vault: Vault) -> None:
        """The lists of ``vault``."""
        self._store = RecordStore(vault, GRATITUDE_LISTS)
        self._connection, self._settings, self._clock = vault.connection, vault.settings, vault.clock

    def headings(self, *, hidden: bool = False) -> list[Heading]:
        """Every list in the person's order; with ``hidden`` those put out of sight too.

        A list that items stand in is there even if nothing else is known of it: files can hold items alone.
        """
        kept = {key: record.value for key, record in self._kept().items()}
        order: dict[str, int] = {key: at for at, key in enumerate(BUILT_IN)}
        names = {key: _built_in_name(key) for key in BUILT_IN}
        for key in [*kept, *self._used()]:
            order.setdefault(key, _LAST)
            names.setdefault(key, _name_for(key))
        for key, one in kept.items():
            order[key] = order[key] if one.position is None else one.position
            names[key] = one.name.strip() or names[key]
        away = {key for key, one in kept.items() if one.hidden}
        # Where two have one position, the order in which they were found stays.
        found = [Heading(key, names[key], key in away) for key in sorted(order, key=lambda key: order[key])]
        return [heading for heading in found if hidden or not heading.hidden]

    def named(self, name: str) -> Heading:
        """The list of this name, else of this key, hidden ones too. Raises FaultsError naming those in sight."""
        headings, wanted = self.headings(hidden=True), word_key(name)
        for heading in headings:
            if word_key(heading.name) == wanted:
                return heading
        for heading in headings:
            if heading.key == wanted:
                return heading
        choices = ", ".join(heading.name for heading in headings if not heading.hidden)
        raise FaultsError([fault("list", "not-a-choice", choices=choices)])

    def add(self, name: str) -> Heading:
        """A list of the person's own, after the others. Raises FaultsError where there is one of this name already."""
        headings = self._refuse_taken(name)
        key = key_of(name)
        if not key or key in {heading.key for heading in headings}:
            key = new_id(self._clock.now())
        self._store.add(ItemList(noted=Moment.now(self._clock), key=key, name=name.strip()))
        return Heading(key, name.strip(), hidden=False)

    def rename(self, key: str, name: str) -> None:
        """Give a list another name; an empty one gives a built-in list its own name back.

        Raises FaultsError where another list has this name already, and for an own list without one.
        """
        own = _built_in_name(key) if key in BUILT_IN else ""
        self._refuse_taken(name.strip() or own, but=key)
        new = "" if word_key(name) == word_key(own) else name.strip()
        self._change(key, lambda one: replace(one, name=new))

    def hide(self, key: str, *, hidden: bool = True) -> None:
        """Put a list out of sight, or back. Its items stay."""
        self._change(key, lambda one: replace(one, hidden=hidden))

    def arrange(self, keys: Sequence[str]) -> None:
        """Show these lists in this order; any others, hidden ones perhaps, stay where they are."""
        present = [heading.key for heading in self.headings(hidden=True)]
        wanted = iter(key for key in dict.fromkeys(keys) if key in present)
        order = [next(wanted) if key in keys else key for key in present]
        if order != present:
            with self._store.together():
                for position, key in enumerate(order):
                    self._change(key, partial(replace, position=position))

    # -- choices ---------------------------------------------------------------------------------------------------

    @property
    def rhythm(self) -> Rhythm:
        """How often gratitude is proposed: weekly, unless the person chose daily."""
        return "daily" if self._settings.get(_RHYTHM) == "daily" else "weekly"

    def choose_rhythm(self, rhythm: Rhythm) -> None:
        """Keep how often gratitude is proposed. Raises FaultsError for a rhythm there is not."""
        if rhythm not in RHYTHMS:
            raise FaultsError([fault("rhythm", "not-a-choice", choices=", ".join(RHYTHMS))])
        self._settings.set(_RHYTHM, rhythm)

    @property
    def partner_prompts(self) -> bool:
        """Whether anything in the program may propose things about a partner. One switch for all of it."""
        return partner_prompts(self._settings)

    def choose_partner_prompts(self, *, on: bool) -> None:
        """Keep whether partner prompts may appear."""
        choose_partner_prompts(self._settings, on=on)

    @property
    def hidden_people(self) -> tuple[str, ...]:
        """People whose items are not brought back to mind."""
        return tuple(self._settings.get(HIDDEN_PEOPLE) or ())

    def hide_person(self, alias: str, *, hidden: bool = True) -> None:
        """Keep a person's items from being brought back, or let them. Raises FaultsError for what is no alias."""
        faults = word_faults("people", (alias,))
        if faults:
            raise FaultsError(faults)
        rest = [one for one in self.hidden_people if word_key(one) != word_key(alias)]
        self._settings.set(HIDDEN_PEOPLE, [*rest, alias.strip()] if hidden else rest)

    def prompts(self, key: str) -> list[str]:
        """Sentences for when nothing comes to mind, for one list; those the person hid are left out.

        There are none about a partner for somebody who has switched them off.
        """
        if key == PARTNER and not self.partner_prompts:
            return []
        texts = resources.content("gratitude")["lists"]
        gone = self.hidden_prompts
        return [prompt for prompt in texts.get(key, texts[ANYTHING])["prompts"] if prompt not in gone]

    @property
    def hidden_prompts(self) -> tuple[str, ...]:
        """The sentences that the person does not want to see again, in the order in which they were put away."""
        return tuple(self._settings.get(_HIDDEN_PROMPTS) or ())

    def hide_prompt(self, prompt: str, *, hidden: bool = True) -> None:
        """Never show a sentence again, or show it again after all."""
        rest = [one for one in self.hidden_prompts if one != prompt]
        self._settings.set(_HIDDEN_PROMPTS, [*rest, prompt] if hidden else rest)

    # -- inside ----------------------------------------------------------------------------------------------------

    def _kept(self) -> dict[str, Stored[ItemList]]:
        """The record of each list that has one, by its key, the first noted first.

        Two vaults that are brought together can both have one for the same list: the one changed last counts.
        """
        kept: dict[str, Stored[ItemList]] = {}
        for record in self._store.each():
            present = kept.get(record.value.key)
            if present is None or record.updated >= present.updated:
                kept[record.value.key] = record
        return kept

    def _used(self) -> list[str]:
        """The keys of all lists that items stand in."""
        rows = self._connection.rows("SELECT DISTINCT key FROM word WHERE field = ?", (f"{GRATITUDE.name}.list",))
        return [str(row[0]) for row in rows]

    def _refuse_taken(self, name: str, but: str = "") -> list[Heading]:
        headings = self.headings(hidden=True)
        if word_key(name) in {word_key(heading.name) for heading in headings if heading.key != but}:
            raise FaultsError([fault("name", "list-exists")])
        return headings

    def _change(self, key: str, changed: Callable[[ItemList], ItemList]) -> None:
        record = self._kept().get(key)
        if record is not None:
            self._store.change(record.id, changed(record.value))
            return
        if key not in BUILT_IN and key not in self._used():
            raise InputRefusedError("no-such-record", id=key)
        own = "" if key in BUILT_IN else _name_for(key)
        fresh = ItemList(noted=Moment.now(self._clock), key=key, name=own)
        if changed(fresh) != fresh:
            self._store.add(changed(fresh))


def key_of(name: str) -> str:
    """A key that says the name, for people who read a file of items: "The choir" is the-choir.

    Empty where letters of the name would be lost. It stays when the list is renamed.
    """
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(sign))
    if any(sign.isalnum() and not sign.isascii() for sign in plain):
        return ""
    words = "".join(sign if sign.isalnum() else " " for sign in plain).split()
    key = "-".join(words)
    return key if len(key) < _MADE_KEY else ""


def _built_in_name(key: str) -> str:
    name: str = resources.content("gratitude")["lists"][key]["name"]
    return name


def _name_for(key: str) -> str:
    """What to call a list of which only the key is known: by the key, if a person could have given it."""
    unnamed: str = resources.content("gratitude")["unnamed"]
    return unnamed if len(key) == _MADE_KEY else key
