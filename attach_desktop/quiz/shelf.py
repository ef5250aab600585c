"""Every questionnaire at hand: the program's own, and those that a person put into the folder for them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from attach_desktop import resources
from attach_desktop.errors import AttachError, FaultsError, fault
from attach_desktop.quiz.questionnaire import Questionnaire, built_in, load

#: The folder of a person's own questionnaires, inside the folder of their records.
FOLDER = "questionnaires"


@dataclass(frozen=True, slots=True)
class Broken:
    """A file of the folder that cannot be used, and why."""

    path: Path
    error: AttachError


@dataclass(frozen=True, slots=True)
class Shelf:
    """Questionnaires that can be used, the program's own first, and files that cannot."""

    questionnaires: tuple[Questionnaire, ...]
    broken: tuple[Broken, ...] = ()

    def get(self, name: str, version: int | None = None) -> Questionnaire:
        """The questionnaire of this id, in its newest version if none is given. Raises FaultsError."""
        found = [
            questionnaire
            for questionnaire in self.questionnaires
            if questionnaire.id == name and version in (None, questionnaire.version)
        ]
        if not found:
            known = ", ".join(dict.fromkeys(questionnaire.id for questionnaire in self.questionnaires))
            raise FaultsError([fault("questionnaire", "not-a-choice", choices=known)])
        return max(found, key=lambda questionnaire: questionnaire.version)

    def find(self, name: str, version: int) -> Questionnaire | None:
        """The questionnaire that a take names, or None where it is not at hand any more."""
        for questionnaire in self.questionnaires:
            if (questionnaire.id, questionnaire.version) == (name, version):
                return questionnaire
        return None


def find_all(data: Path, language: str = resources.FALLBACK_LANGUAGE) -> Shelf:
    """Every questionnaire at hand, where ``data`` is the folder of the person's records.

    A file that is broken, or says what another one says already, is put among the broken ones; it stops nothing.
    """
    found = [built_in(language)]
    broken: list[Broken] = []
    for path in _files(data / FOLDER):
        try:
            questionnaire = load(path)
            if questionnaire.id == found[0].id:
                raise FaultsError([fault("id", "reserved", given=questionnaire.id)])
            if any((one.id, one.version) == (questionnaire.id, questionnaire.version) for one in found):
                raise FaultsError([fault("version", "version-taken", given=questionnaire.version)])
        except AttachError as error:
            broken.append(Broken(path, error))
        else:
            found.append(questionnaire)
    return Shelf(tuple(found), tuple(broken))


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.lower() == ".json" and path.is_file())
    except OSError:
        return []
