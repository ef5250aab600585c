"""The journal's own words: feelings and their places, the mood grid's cells, presets and prompts."""

from __future__ import annotations

from functools import cached_property
from typing import Any, NamedTuple

from attach_desktop import resources
from attach_desktop.vault.words import word_key

Place = tuple[int, int]


class Feeling(NamedTuple):
    """A feeling word at its place: ``mood`` 1 unpleasant to 5 pleasant, ``energy`` 1 calm to 5 charged."""

    word: str
    mood: int
    energy: int


class PresetTrigger(NamedTuple):
    """A trigger offered before the person has any: ``sort`` and ``pull`` as in ``library.Trigger``."""

    name: str
    sort: str
    pull: str


class Vocabulary:
    """The words of one language, read from resources/ when first asked for. It never changes."""

    def __init__(self, language: str = resources.FALLBACK_LANGUAGE) -> None:
        """The words of ``language``; English where it is not translated."""
        self.language = language

    # -- feelings and the mood grid --------------------------------------------------------------------------

    @cached_property
    def feelings(self) -> tuple[Feeling, ...]:
        """Every feeling, in alphabetical order."""
        found = (Feeling(item["word"], item["mood"], item["energy"]) for item in self._feelings["feelings"])
        return tuple(sorted(found, key=lambda feeling: word_key(feeling.word)))

    def near(self, mood: int | None = None, energy: int | None = None) -> tuple[Feeling, ...]:
        """Every feeling, those nearest to a point of the grid first; a side that is None does not count.

        Of two at the same distance the one nearer in pleasantness comes first, then the alphabet decides.
        Without a point the order is alphabetical.
        """

        def distance(feeling: Feeling) -> tuple[int, int]:
            aside = 0 if mood is None else abs(feeling.mood - mood)
            above = 0 if energy is None else abs(feeling.energy - energy)
            return aside * aside + above * above, aside

        return tuple(sorted(self.feelings, key=distance))

    def place_of(self, word: str) -> Place | None:
        """The (mood, energy) of a feeling word; None for a word of the person's own."""
        return self._places.get(word_key(word))

    def cell_word(self, mood: int, energy: int) -> str:
        """One short word for a cell of the grid. Raises KeyError outside of 1 to 5."""
        return self._cells[mood, energy]

    def mood_word(self, mood: int) -> str:
        """A short word for pleasantness alone. Raises KeyError outside of 1 to 5."""
        return self._steps("mood_words")[mood]

    def energy_word(self, energy: int) -> str:
        """A short word for energy alone. Raises KeyError outside of 1 to 5."""
        return self._steps("energy_words")[energy]

    # -- presets ---------------------------------------------------------------------------------------------

    @cached_property
    def triggers(self) -> tuple[PresetTrigger, ...]:
        """Triggers that many people know, until the person has a library of their own."""
        return tuple(PresetTrigger(item["name"], item["kind"], item["pull"]) for item in self._journal["triggers"])

    @cached_property
    def coping(self) -> tuple[str, ...]:
        """Names of coping cards, ``nothing_in_particular`` among them."""
        return tuple(self._journal["coping"])

    @property
    def nothing_in_particular(self) -> str:
        """The card for having done nothing; every other card is compared with it."""
        return str(self._journal["nothing_in_particular"])

    @cached_property
    def body(self) -> tuple[str, ...]:
        """Signs that a body gives."""
        return tuple(self._journal["body"])

    @cached_property
    def urges(self) -> tuple[str, ...]:
        """What people feel like doing when attachment is stirred."""
        return tuple(self._journal["urges"])

    def prompt(self, field: str) -> str:
        """The quiet hint in an empty text field of an entry. Raises KeyError for a field that has none."""
        return str(self._journal["prompts"][field])

    def kind_word(self, sort: str) -> str:
        """How a trigger's kind is said (``library.TRIGGER_KINDS``)."""
        return str(self._journal["kinds"][sort])

    def pull_word(self, pull: str) -> str:
        """How a trigger's pull is said (``library.PULLS``)."""
        return str(self._journal["pulls"][pull])

    def role_word(self, role: str) -> str:
        """How a person's role is said (``library.ROLES``)."""
        return str(self._journal["roles"][role])

    # -- inside ----------------------------------------------------------------------------------------------

    @property
    def _feelings(self) -> dict[str, Any]:
        found: dict[str, Any] = resources.content("feelings", self.language)
        return found

    @property
    def _journal(self) -> dict[str, Any]:
        found: dict[str, Any] = resources.content("journal", self.language)
        return found

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {word_key(feeling.word): (feeling.mood, feeling.energy) for feeling in self.feelings}

    @cached_property
    def _cells(self) -> dict[Place, str]:
        rows = self._feelings["grid"]  # one row for each mood, in it one word for each energy
        return {(mood, energy): word for mood, row in enumerate(rows, 1) for energy, word in enumerate(row, 1)}

    def _steps(self, name: str) -> dict[int, str]:
        return dict(enumerate(self._feelings[name], 1))
