"""Who is called what: people by their aliases, or by letters that are the same in every document."""

from __future__ import annotations

from attach_desktop import resources
from attach_desktop.affirmations.library import wordings
from attach_desktop.checkins.form import FORMS, built_in
from attach_desktop.gratitude.item import GRATITUDE
from attach_desktop.gratitude.lists import Lists
from attach_desktop.journal.entry import JOURNAL
from attach_desktop.journal.library import PEOPLE
from attach_desktop.journal.vocabulary import Vocabulary
from attach_desktop.quiz.take import QUIZ
from attach_desktop.summary.aliases import Finder, fold, letters_for
from attach_desktop.summary.signs import shown
from attach_desktop.vault import place
from attach_desktop.vault.vault import Vault
from attach_desktop.vault.words import word_key

#: Every field that holds an alias.
_FIELDS = (f"{JOURNAL.name}.people", f"{PEOPLE.name}.name", f"{GRATITUDE.name}.people", f"{QUIZ.name}.alias")


class Names:
    """What to put in the place of names: nothing, where ``hidden`` is False."""

    def __init__(self, vault: Vault, *, hidden: bool) -> None:
        """The people of ``vault``: who came first is A, whatever days are looked at, so that A is always the same."""
        self.hidden = hidden
        self._letters = letters_for(_aliases(vault)) if hidden else {}
        self._finder = Finder(self._letters)
        self._ours = _words_of_ours() if hidden else frozenset()

    def text(self, text: str) -> str:
        """A text of the person's with every name in it replaced, and nothing in it that reorders what follows."""
        return self._finder.replace(shown(text))

    def person(self, alias: str) -> str:
        """An alias as it stands in a field for people."""
        return self._letters.get(fold(alias)) or self.text(alias)

    def label(self, label: str) -> str:
        """A word that the person chose or typed; one that the program offers names nobody."""
        return label if word_key(label) in self._ours else self.text(label)


def _aliases(vault: Vault) -> list[str]:
    """Every alias there is, the one that came first in front."""
    marks = ", ".join("?" * len(_FIELDS))
    rows = vault.connection.rows(
        f"SELECT label, min(place) FROM word WHERE field IN ({marks}) GROUP BY field, key",  # noqa: S608 (marks only)
        _FIELDS,
    )
    first = sorted((at - place.of_kind(place.kind_of(at))[0], label) for label, at in rows)
    return [*(label for _, label in first), *Lists(vault).hidden_people]


def _words_of_ours() -> frozenset[str]:
    """What the program offers: choosing one of these is no typing, and names nobody."""
    words = Vocabulary()
    offered = [feeling.word for feeling in words.feelings]
    offered += [trigger.name for trigger in words.triggers]
    offered += [*words.coping, *words.body, *words.urges]
    offered += [question.text for form in FORMS for question in built_in(form).questions]
    offered += [str(one["name"]) for one in resources.content("gratitude")["lists"].values()]
    offered += [text for wording in wordings().values() for text in (wording.text, *wording.gentler)]
    return frozenset(map(word_key, offered))
