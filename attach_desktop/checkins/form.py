"""The forms that come with the program: data in ``resources/content/<language>/checkins.json``, versioned.

A question is known by its name and the number of its wording: answers to different sentences are never compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from attach_desktop import resources
from attach_desktop.errors import FaultsError, fault

#: In the order in which they are offered; "together" is a ritual for two, behind a question about safety.
FORMS = ("weekly", "monthly", "together")
TOGETHER = "together"
#: A point from 0 to MAX_POINT, or a text.
SORTS = ("scale", "open")
MAX_POINT = 10
#: Wordings of the person's own begin after this number, those of the program before it.
OWN_WORDINGS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as it is asked.

    ``id`` and ``wording`` tell what its answers may be compared with; ``sort`` is "scale" (0 to 10, from ``low`` to
    ``high`` in words) or "open"; ``name`` says it in a word or two. ``own`` questions are the person's.
    """

    id: str
    wording: int
    sort: str
    text: str
    name: str
    low: str = ""
    high: str = ""
    own: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its id, version, name, what it is in a sentence, and its questions in order."""

    id: str
    version: int
    name: str
    about: str
    questions: tuple[Question, ...]

    def question(self, question_id: str) -> Question | None:
        """The question with this id, or None."""
        return next((question for question in self.questions if question.id == question_id), None)

    @property
    def scales(self) -> tuple[Question, ...]:
        """The questions that take a point from 0 to 10."""
        return tuple(question for question in self.questions if question.sort == "scale")

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions that take a text."""
        return tuple(question for question in self.questions if question.sort == "open")


def texts(language: str = resources.FALLBACK_LANGUAGE) -> Any:
    """Every sentence about check-ins."""
    return resources.content("checkins", language)


def built_in(form_id: str, language: str = resources.FALLBACK_LANGUAGE) -> Form:
    """A form as it comes. Raises FaultsError naming those there are."""
    if form_id not in FORMS:
        raise FaultsError([fault("form", "not-a-choice", choices=", ".join(FORMS))])
    content = texts(language)
    data = content["forms"][form_id]
    questions = tuple(Question(id=name, **content["questions"][name]) for name in data["questions"])
    return Form(form_id, data["version"], data["name"], data["about"], questions)
