"""Scoring a file of answers on the command line."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.conftest import Outcome, Terminal
from tests.cli.test_quiz import own
from tests.quiz.samples import VECTORS, in_order, small

_IDS = [vector["name"] for vector in VECTORS]


def score(terminal: Terminal, content: Any, *words: str) -> Outcome:
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    return terminal("quiz", "score", "-", *words, typed=raw)


def near(value: float | None) -> Any:
    return None if value is None else pytest.approx(value, abs=5.1e-5)


@pytest.mark.parametrize("vector", VECTORS, ids=_IDS)
def test_worked_examples(terminal: Terminal, vector: dict[str, Any]) -> None:
    document = score(terminal, [in_order(vector["take1"]), in_order(vector["take2"])], "--json").records
    for found, which in zip(document["takes"], ("take1", "take2"), strict=True):
        worked = vector[which]
        dimensions = found["dimensions"]
        assert dimensions["anxiety"]["mean"] == near(worked["anx"])
        assert dimensions["avoidance"]["mean"] == near(worked["avo"])
        assert found["longest_run"] == worked["longstring"]
        assert found["spread"] == near(worked["irv"])
        assert found["gaps"] == {"anxiety": near(worked["gapA"]), "avoidance": near(worked["gapV"])}
        if worked["p"] is None:
            assert (found["probabilities"], found["band"], found["nearest"]) == (None, None, [])
            continue
        assert dimensions["anxiety"]["sem"] == near(worked["semA"])
        assert dimensions["avoidance"]["sem"] == near(worked["semV"])
        assert found["probabilities"] == {name: near(chance) for name, chance in worked["p"].items()}
        assert found["band"] == worked["band"]
        assert "/".join(found["nearest"]) == worked["style"].removeprefix("between:")
    changes = document["rci"]
    assert {name: one["rci"] for name, one in changes["internal"].items()} == {
        "anxiety": near(vector["rciA"]),
        "avoidance": near(vector["rciV"]),
    }
    assert {name: one["rci"] for name, one in changes["retest"].items()} == {
        "anxiety": near(vector["rciA_retest"]),
        "avoidance": near(vector["rciV_retest"]),
    }


@pytest.mark.parametrize("vector", VECTORS, ids=_IDS)
def test_worked_examples_as_text(terminal: Terminal, vector: dict[str, Any]) -> None:
    told = score(terminal, [in_order(vector["take1"]), in_order(vector["take2"])]).out
    for which in ("take1", "take2"):
        worked = vector[which]
        for value in (worked["anx"], worked["avo"], *(worked["p"] or {}).values()):
            assert value is None or f"{value:.4f}" in told
    for name in ("rciA", "rciV", "rciA_retest", "rciV_retest"):
        assert vector[name] is None or f"{vector[name]:.4f}" in told


def test_one_take_is_told_with_everything(terminal: Terminal) -> None:
    outcome = score(terminal, [7] * 16)
    assert outcome.code == 0
    for part in ("mean 4.0000", "standard error 0.4957", "from 3.0283 to 4.9717", "secure 0.2500", "between", "same"):
        assert part in outcome.out
    assert "rci" not in outcome.out
    assert not (terminal.folder / "attach.vault").exists()


def test_the_interval_is_cut_off_only_where_it_is_shown(terminal: Terminal) -> None:
    found = score(terminal, [1, 1, 7, 7] * 4, "--json").records["takes"][0]["dimensions"]["anxiety"]
    assert found["interval"] == [near(1 - 1.96 * 0.495742), near(1 + 1.96 * 0.495742)]
    assert found["interval_shown"] == [1, near(1 + 1.96 * 0.495742)]


def test_a_file_and_a_questionnaire_of_ones_own(terminal: Terminal) -> None:
    own(terminal, "mine.json", small())
    path = terminal.folder / "answers.json"
    path.write_text("[5, 1, 1, null]", "utf-8")
    outcome = terminal("quiz", "score", "--questionnaire", "small", str(path), "--json")
    assert outcome.records["takes"][0]["nearest"] == ["warm, loose"]
    text = terminal("quiz", "score", "--questionnaire", "small", str(path)).out
    assert "Warmth: mean 5.0000" in text


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ([0, 8, 3.5, "7", True, *[4] * 11], [f"answers[{place}]" for place in range(5)]),
        (b"[NaN" + b", 4" * 15 + b"]", ["answers[0]"]),
        ([4] * 7, ["answers"]),
        ([4] * 17, ["answers"]),
        ("4444", ["answers"]),
        ({"answers": None}, ["answers"]),
        ({}, ["answers"]),
        ([[4] * 16, [4] * 15 + [0]], ["takes[1].answers[15]"]),
        ([[4] * 16, 4], ["takes[1].answers"]),
        ([[4] * 16] * 3, ["takes"]),
        ({"answers": [4] * 16, "lens": "aunt"}, ["lens"]),
        ({"answers": [4] * 16, "alias": 5}, ["alias"]),
        ({"answers": [4] * 16, "version": 2}, ["version"]),
        ({"answers": [4] * 16, "questionnaire": "small"}, ["questionnaire"]),
        (b"[4, 4", ["file"]),
        (b"\xff", ["file"]),
    ],
)
def test_what_cannot_be_is_refused_with_every_fault(terminal: Terminal, content: Any, named: list[str]) -> None:
    outcome = score(terminal, content)
    assert (outcome.code, outcome.out) == (5, "")
    for place in named:
        assert f"{place}:" in outcome.err
    assert not (terminal.folder / "attach.vault").exists()


def test_more_faults_than_fit_a_line_are_all_named(terminal: Terminal) -> None:
    outcome = score(terminal, [0] * 17)
    assert outcome.code == 5
    assert all(f"answers[{place}]:" in outcome.err for place in range(17))


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        ({"lens": "partner"}, {"lens": "partner"}, 0),
        ({"lens": "partner"}, {"lens": "friend"}, 5),
        ({"alias": "Noa"}, {"alias": "Ida"}, 5),
        ({"alias": "Noa"}, {}, 0),
    ],
)
def test_only_like_takes_are_compared(
    terminal: Terminal, first: dict[str, str], second: dict[str, str], code: int
) -> None:
    outcome = score(terminal, [{"answers": [4] * 16, **first}, {"answers": [5] * 16, **second}])
    assert outcome.code == code
    assert ("rci" in outcome.out) is (code == 0)


def test_an_unknown_questionnaire_is_refused(terminal: Terminal) -> None:
    own(terminal, "faulty.json", "{")
    outcome = score(terminal, [4] * 16, "--questionnaire", "small")
    assert (outcome.code, outcome.out) == (5, "")
    assert "questionnaire: it should be one of attach-16" in outcome.err
    assert "faulty.json" in outcome.err


def test_a_file_that_is_not_there(terminal: Terminal) -> None:
    outcome = terminal("quiz", "score", str(terminal.folder / "nothing.json"))
    assert (outcome.code, outcome.out) == (5, "")
    assert "nothing.json" in outcome.err
