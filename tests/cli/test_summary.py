from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from attach_desktop.demo import fill
from attach_desktop.summary.choices import Choices, Presets
from attach_desktop.summary.last import last_day
from attach_desktop.vault.vault import Vault
from tests.cli.conftest import Terminal
from tests.support import NOW, Vaults

# Commands run in this very process here: one that lays out paper takes the application that the other tests have, and
# leaves them none that has no windows.
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def made_up(vault_factory: Vaults, terminal: Terminal) -> Vault:
    """The terminal's own vault with a year of made-up records."""
    terminal.folder.mkdir()
    vault = vault_factory(str(terminal.folder / "attach.vault"))
    fill(vault, 365, 1, 1, NOW)
    return vault


def test_markdown_goes_to_standard_output(terminal: Terminal) -> None:
    terminal.add("--mood", "2", "--note", "Rain on the *roof*.", "--at", "2026-11-07T20:00")
    outcome = terminal("summary", "-", "--sections", "entries, glance")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.lines[:3] == ["# Summary", "", "26 October – 8 November 2026"]
    heads = [line for line in outcome.lines if line.startswith("## ")]
    assert heads == ["## Entries", "## At a glance"]
    assert "Rain on the *roof*." in outcome.lines


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ((), "26 October – 8 November 2026"),
        (("--period", "month"), "10 October – 8 November 2026"),
        (("--period", "months"), "11 August – 8 November 2026"),
        (("--period", "all"), "1 June – 8 November 2026"),
        (("--from", "2026-11-01"), "1–8 November 2026"),
        (("--to", "2026-09-30"), "1 June – 30 September 2026"),
        (("--from", "2026-11-03", "--to", "2026-11-03"), "3 November 2026"),
    ],
)
def test_the_days_asked_for(terminal: Terminal, words: tuple[str, ...], days: str) -> None:
    terminal.add("--mood", "2", "--at", "2026-06-01T20:00")
    assert terminal("summary", "-", *words).lines[2] == days


def test_the_next_one_goes_on_where_the_last_file_ended(
    terminal: Terminal, vault_factory: Vaults, tmp_path: Path
) -> None:
    terminal.add("--mood", "2")
    assert terminal("summary", "-").code == 0
    assert last_day(vault_factory(str(terminal.folder / "attach.vault")).settings) is None
    assert terminal("summary", "--to", "2026-10-20", "--from", "2026-10-01", str(tmp_path / "a.md")).code == 0
    assert terminal("summary", "-").lines[2] == "21 October – 8 November 2026"


def test_presets_by_key_and_by_name(terminal: Terminal, made_up: Vault) -> None:
    Presets(made_up.settings).keep("For Kim", Choices(sections=("gratitude", "mood")))
    page = terminal("summary", "-", "--preset", "Page").lines
    assert [line for line in page if line.startswith("## ")] == ["## At a glance"]
    own = terminal("summary", "-", "--preset", " For  Kim", "--period", "months").lines
    assert [line for line in own if line.startswith("## ")] == ["## Gratitude", "## Mood"]


def test_what_is_left_out(terminal: Terminal) -> None:
    terminal.add("--mood", "2", "--person", "Kim", "--note", "Kim called.", "--for-session")
    terminal.add("--mood", "1", "--note", "A secret.", "--private", "--for-session")
    outcome = terminal("summary", "-")
    assert "Kim called." in outcome.out
    assert "secret" not in outcome.out
    assert "A called." in terminal("summary", "-", "--no-names").out
    assert "called" not in terminal("summary", "-", "--no-notes").out
    assert "A secret." in terminal("summary", "-", "--with-private").out


def test_questions(terminal: Terminal) -> None:
    terminal.add("--mood", "2")
    out = terminal("summary", "-", "--question", "Why now?", "--question", "How?").lines
    assert [line for line in out if line[:2] in ("1.", "2.")] == ["1. Why now?", "2. How?"]


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("out.md", b"# Summary"),
        ("out.html", b"<!DOCTYPE html>"),
        ("out.HTM", b"<!DOCTYPE html>"),
        ("out.pdf", b"%PDF-"),
    ],
)
def test_files_are_whole_and_their_owners_alone(
    terminal: Terminal, made_up: Vault, tmp_path: Path, name: str, begins: bytes
) -> None:
    file = tmp_path / name
    outcome = terminal("summary", str(file))
    assert (outcome.code, outcome.err) == (0, "")
    assert file.read_bytes().startswith(begins)
    if os.name == "posix":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(["data", name])


def test_html_has_the_drawings(terminal: Terminal, made_up: Vault, tmp_path: Path) -> None:
    terminal("summary", str(tmp_path / "out.html"), "--period", "months", "--sections", "mood,triggers,quiz")
    html = (tmp_path / "out.html").read_text("utf-8")
    assert html.count('role="img"') >= 4
    assert "<caption" in html


def test_the_one_page_is_one_page(terminal: Terminal, made_up: Vault, tmp_path: Path) -> None:
    for paper in ("a4", "letter"):
        for period in ("weeks", "months", "year"):
            file = tmp_path / f"{paper}-{period}.pdf"
            assert terminal("summary", str(file), "--preset", "page", "--period", period, "--paper", paper).code == 0
            assert b"/Count 1\n" in file.read_bytes()


def test_a_pdf_can_go_to_standard_output(terminal: Terminal, made_up: Vault) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "attach_desktop", "summary", "-", "--format", "pdf", "--data-dir", str(terminal.folder)],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(b"%PDF-")
    assert done.stdout.rstrip().endswith(b"%%EOF")


def test_markdown_needs_no_qt(terminal: Terminal) -> None:
    terminal.add("--mood", "2")
    script = (
        "import sys\n"
        "from attach_desktop import cli\n"
        f"argv = ['summary', '-', '--data-dir', {str(terminal.folder)!r}]\n"
        "code = cli.run(argv, sys.stdin, sys.stdout, sys.stderr, {})\n"
        "found = [name for name in sys.modules if name.startswith(('PySide6', 'jinja2'))]\n"
        "sys.exit(code or (9 if found else 0))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("out.docx",), "does not say whether the summary is to be a PDF"),
        (("-", "--preset", "x"), "no preset called “x”"),
        (("-", "--sections", "mood,horoscope"), "no section called “horoscope”"),
        (("-", "--period", "weeks", "--from", "2026-11-01"), "do not go together"),
        (("-", "--from", "2026-11-02", "--to", "2026-11-01"), "The span begins on"),
        (("-", "--period", "decade"), "decade"),
        (("-", "--paper", "a3"), "a3"),
        ((), "OUT"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(terminal: Terminal, words: tuple[str, ...], told: str) -> None:
    outcome = terminal("summary", *words)
    assert outcome.code == 2
    assert told in outcome.err
    assert len(outcome.err.splitlines()) == 1
    assert outcome.out == ""


def test_the_vault_is_never_written_over(terminal: Terminal) -> None:
    terminal.add("--mood", "2")
    outcome = terminal("summary", str(terminal.folder / "attach.vault"), "--format", "pdf")
    assert outcome.code == 5
    assert terminal("list").code == 0


def test_where_nothing_can_be_written_the_last_day_stays(terminal: Terminal, tmp_path: Path) -> None:
    terminal.add("--mood", "2")
    outcome = terminal("summary", str(tmp_path / "no" / "folder" / "out.md"))
    assert outcome.code == 7
    assert terminal("summary", "-").lines[2] == "26 October – 8 November 2026"
