from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from attach_desktop import resources
from attach_desktop.quiz.picture import PlaneData
from attach_desktop.quiz.shelf import FOLDER
from attach_desktop.quiz.store import QuizStore
from attach_desktop.quiz.take import Take
from attach_desktop.summary.document import Figure
from attach_desktop.vault.vault import Vault
from tests.quiz.samples import small
from tests.summary.made import TODAY, drawn, moment, of, said, summary, take

WORDS: dict[str, Any] = resources.content("summary")["quiz"]


def test_the_latest_result_is_told_with_its_box_and_its_change(vault: Vault) -> None:
    take(vault, 60, 2)
    take(vault, 3, 6, note="After a long week.")
    take(vault, 0)
    document = summary(vault, "quiz", end=TODAY - timedelta(days=1))
    text = said(document)
    assert drawn(document) == [PlaneData]
    for told in (
        "5 November 2026",
        "With its uncertainty it lies between",
        "Since 9 September 2026",
        "After a long week.",
    ):
        assert told in text
    assert "not a diagnosis" in text
    assert WORDS["before"] not in text
    assert "After a long week." not in said(summary(vault, "quiz", end=TODAY - timedelta(days=1), notes=False))


def test_a_result_from_before_these_days_says_so(vault: Vault) -> None:
    take(vault, 60)
    text = said(summary(vault, "quiz"))
    assert WORDS["before"] in text
    assert "Since" not in text


def test_takes_about_different_people_are_not_compared(vault: Vault) -> None:
    take(vault, 60, 2, alias="Kim")
    take(vault, 3, 6, alias="Noa")
    assert "Since" not in said(summary(vault, "quiz"))


def test_a_questionnaire_that_is_gone_has_no_figure(vault: Vault) -> None:
    take(vault, 3, questionnaire="of-mine")
    document = summary(vault, "quiz")
    assert "not at hand any more" in said(document)
    assert not of(document, Figure)


def test_a_questionnaire_of_ones_own_names_nobody_where_names_are_left_out(vault: Vault) -> None:
    folder = vault.path.parent / FOLDER
    folder.mkdir()
    own = small() | {"name": "About Kim", "lenses": [{"id": "all", "name": "Kim and me", "forms": {"who": "Kim"}}]}
    own["dimensions"][0] |= {"name": "Near Kim", "low": "far from Kim", "high": "near Kim"}
    (folder / "small.json").write_text(json.dumps(own), "utf-8")
    QuizStore(vault).add(
        Take(at=moment(1), questionnaire="small", version=1, points=5, lens="all", answers=(4, 2, 1, 3), alias="Kim")
    )
    shown = summary(vault, "quiz", "glance")
    assert "About Kim" in said(shown)
    without = summary(vault, "quiz", "glance", names=False)
    assert "Kim" not in str(without)
    assert "About A, version 1" in said(without)
    assert "Near A" in said(without)
