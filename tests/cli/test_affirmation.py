"""Today's sentence, one's own, and the list, from a terminal."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from attach_desktop.affirmations.library import texts, wordings
from attach_desktop.affirmations.store import AffirmationStore
from attach_desktop.changes import Changes
from attach_desktop.vault.vault import Vault
from tests.cli.conftest import Terminal


def opened(terminal: Terminal) -> Vault:
    """The vault, as the window would open it."""
    terminal.folder.mkdir(exist_ok=True)
    return Vault.open(terminal.folder / "attach.vault", terminal.clock, Changes())


def test_the_one_of_today_stays_all_day(terminal: Terminal) -> None:
    first = terminal("affirmation")
    assert first.code == 0
    (text,) = first.lines
    assert text in {wording.text for wording in wordings().values()}
    terminal.clock.advance(timedelta(hours=5))
    assert terminal("affirmation").lines == [text]
    shown = terminal("affirmation", "--json").records
    assert shown["text"] == text
    assert set(shown) == {
        "id", "text", "forms", "themes", "pull", "believability", "favourite", "sets", "own",
    }  # fmt: skip
    assert shown["forms"][-1] == text


def test_it_is_the_one_that_the_window_shows(terminal: Terminal) -> None:
    vault = opened(terminal)
    store = AffirmationStore(vault)
    store.rate("calm-wave", 2)
    today = store.another_today()
    vault.close()
    assert today is not None
    assert terminal("affirmation").lines == [today.text]


def test_for_a_theme(terminal: Terminal) -> None:
    shown = terminal("affirmation", "--json", "--for", "Being apart").records
    assert "apart" in shown["themes"]
    listed = terminal("affirmation", "list", "--json", "--for", "apart", "--for", "CALMING").records
    assert listed
    assert all({"apart", "calming"} <= set(card["themes"]) for card in listed)


def test_one_of_ones_own(terminal: Terminal) -> None:
    outcome = terminal("affirmation", "add", "I can — try. 世界", "--for", "calming", "--for", "self-worth")
    assert (outcome.code, outcome.err) == (0, "")
    listed = terminal("affirmation", "list", "--json").records
    assert len(listed) == len(wordings()) + 1
    assert (listed[0]["id"], listed[0]["text"], listed[0]["own"]) == (outcome.out.strip(), "I can — try. 世界", True)
    assert listed[0]["themes"] == ["calming", "self-worth"]
    assert terminal("affirmation", "list").lines[0] == "I can — try. 世界  ·  Calming, Self-worth"


def test_from_standard_input(terminal: Terminal) -> None:
    assert terminal("affirmation", "add", "-", typed="I kann – ś.\n".encode()).code == 0
    assert terminal("affirmation", "list", "--json").records[0]["text"] == "I kann – ś."
    shown = terminal("affirmation", "add", "I try.", "--json").records
    assert (shown["text"], shown["own"]) == ("I try.", True)


def test_the_list_says_what_was_made_of_them_and_leaves_hidden_ones_out(terminal: Terminal) -> None:
    vault = opened(terminal)
    store = AffirmationStore(vault)
    store.rate("calm-wave", 7)
    store.favour("calm-wave")
    store.hide("calm-floor")
    store.retire("calm-here")
    vault.close()
    outcome = terminal("affirmation", "list")
    assert f"{wordings()['calm-wave'].text}  ·  Calming  ·  7 / 10  ·  a favourite" in outcome.lines
    assert len(outcome.lines) == len(wordings()) - 2


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("add",), 2, "missing"),
        (("list", "I can."), 2, "add"),
        (("sing",), 2, "sing"),
        (("add", ""), 5, "text: it is missing"),
        (("add", "  "), 5, "text: it is blank"),
        (("add", "x" * 20_000), 5, "longer than 500"),
        (("add", "I can.", "--for", "weather"), 5, "themes: it should be one of self-worth"),
        (("--for", "weather"), 5, "themes"),
        (("add", wordings()["calm-wave"].text), 5, "there is a sentence with these words already"),
    ],
)
def test_what_cannot_be_is_told_in_a_line_and_nothing_is_kept(
    terminal: Terminal, words: tuple[str, ...], code: int, told: str
) -> None:
    outcome = terminal("affirmation", *words)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (code, "", 1)
    assert told in outcome.err
    assert len(terminal("affirmation", "list").lines) == len(wordings())


def test_too_long_on_standard_input_is_refused(terminal: Terminal) -> None:
    assert terminal("affirmation", "add", "-", typed=b"x" * 100_000).code == 5


def test_where_nothing_may_come_up(terminal: Terminal) -> None:
    vault = opened(terminal)
    store = AffirmationStore(vault)
    with store.together():
        for card in store.cards():
            store.hide(card.id)
    vault.close()
    assert terminal("affirmation").lines == [texts()["empty"]["today"]]
    assert terminal("affirmation", "--for", "calming").lines == [texts()["empty"]["found"]]
    assert terminal("affirmation", "--json").records is None
    assert (terminal("affirmation", "list").out, terminal("affirmation", "list", "--json").records) == ("", [])


def test_they_are_in_the_demonstration_and_come_back_from_every_export(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal("demo", "--entries", "120", "--years", "1").code == 0
    whole = tmp_path / "whole.json"
    assert terminal("export", str(whole)).code == 0
    before = terminal("affirmation", "list", "--json").records
    assert any(card["believability"] is not None for card in before)
    files = [whole]
    for kind in ("affirmations", "practice", "values"):
        files.append(tmp_path / f"{kind}.csv")
        assert terminal("export", str(files[-1]), "--kind", kind).code == 0
    for number, chosen in enumerate((files[:1], files[1:])):
        other = Terminal(tmp_path / f"other-{number}", terminal.clock)
        for file in chosen:
            outcome = other("import", str(file))
            assert (outcome.code, outcome.err) == (0, "")
            assert "Updated: 0. Unchanged: 0. Refused: 0." in outcome.out
            assert "Added: 0." in other("import", str(file)).out
        assert other("affirmation", "list", "--json").records == before


def test_the_markdown_reads_well(terminal: Terminal) -> None:
    vault = opened(terminal)
    store = AffirmationStore(vault)
    wording = store.library["calm-wave"]
    store.soften("calm-wave", wording.gentler[0])
    store.rate("calm-wave", 0)
    store.put_in_sets("calm-wave", ["Trains"])
    store.after_practice("calm-wave", "same")
    vault.close()
    outcome = terminal("export", "-", "--format", "markdown")
    assert outcome.out == (
        "# Affirmations\n\n## Sunday, 8 November 2026\n\n### 20:40\n\n"
        "- For: calming\n- Answers the pull: toward\n- How far I believe it: 0 of 10\n- In my sets: Trains\n\n"
        f"{wording.gentler[0]}\n\n**A gentler form of**\n\n{wording.text}\n\n"
        "# Practice with affirmations\n\n## Sunday, 8 November 2026\n\n### 20:40\n\n"
        f"- Afterwards: same\n\n{wording.gentler[0]}\n\n"
    )


def test_what_cannot_be_is_told_with_every_fault_and_nothing_comes_in_twice(tmp_path: Path, terminal: Terminal) -> None:
    file, at = tmp_path / "by-hand.json", "2026-11-08"
    wrong = {"at": at, "text": "I can.", "believability": 11, "themes": ["weather"]}
    right = {"at": at, "text": "I can wait.", "believability": 10}
    head = {"format": "attach-desktop", "version": 1}
    file.write_text(json.dumps({**head, "affirmations": [wrong, right, right]}), "utf-8")
    outcome = terminal("import", str(file))
    assert "believability" in outcome.err
    assert "themes" in outcome.err
    assert "affirmations[0]" in outcome.err
    own = [card["text"] for card in terminal("affirmation", "list", "--json").records if card["own"]]
    assert own.count("I can.") == 0
    again = terminal("import", str(file))
    assert "Added: 0." in again.out
    assert [card["text"] for card in terminal("affirmation", "list", "--json").records if card["own"]] == own
