"""Whatever somebody typed is text in a summary: it is shown as typed, nothing in it is obeyed, nothing is loaded."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument

from attach_desktop.paths import DATA_DIR_VARIABLE
from attach_desktop.summary.choices import SECTIONS
from tests.journeys.hostile import BEGIN, END, PRIVATE, hostile, write
from tests.ui.paper.poppler import needs_poppler, text_of
from tests.watching import needs_strace

ROOT = Path(__file__).parents[2]
_ALLOWED = (
    "html head meta title style body main header h1 h2 h3 h4 h5 h6 p small strong em br hr span ul ol li dl div dt dd "
    "table caption thead tbody tr th td figure details summary "
    "svg g path rect circle ellipse line polyline polygon text defs clippath lineargradient stop desc"
)
#: At the head of each page of paper.
_HEADER = re.compile(r"Page \d+ of \d+|2–8 November 2026")


class Seen(HTMLParser):
    """What a browser would see: the words, the elements, and what they could load or run."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words = list[str]()
        self.tags = set[str]()
        self.active = list[tuple[str, str]]()
        self._silent = 0
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self._silent += tag in ("style", "title")
        self.active += [
            (tag, name)
            for name, value in attrs
            if name.startswith("on")
            or name in ("src", "href", "xlink:href", "action", "srcdoc", "data")
            or "url(" in str(value)
        ]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("style", "title")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """A file that nobody has a reason to open."""
    path = tmp_path / "canary.png"
    path.write_bytes(b"")
    return path


def command(*words: str, trace: Path | None = None) -> str:
    """Run the program; what it printed."""
    watching = ["strace", "-f", "-qq", "-o", str(trace), "-e", "trace=%file,%network"] if trace else []
    done = subprocess.run(
        [*watching, sys.executable, "-m", "attach_desktop", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def summary(folder: Path, canary: Path, ending: str, trace: Path | None = None) -> tuple[bytes, set[str]]:
    """The summary of hostile records, and the names of the texts in them."""
    names = write(folder / "records.json", canary)
    assert "Refused: 0" in command("import", str(folder / "records.json"))
    out = folder / f"out.{ending}"
    asked = hostile("asked", canary)
    options = ["--from", BEGIN, "--to", END, "--sections", ",".join(SECTIONS), "--question", asked.replace("\x07", "")]
    command("summary", *options, str(out), trace=trace)
    return out.read_bytes(), names | {"asked"}


def as_typed(names: set[str], canary: Path, found: str) -> None:
    """Every text is in what was found, but for breaks of lines, and none of the private entry is."""
    packed = "".join(found.split())
    for name in names:
        text = hostile(name, canary)
        typed = [text[: text.index(" {{")], hostile(name, canary, short=True)]
        assert any("".join(one.split()) in packed for one in typed), name
    assert PRIVATE not in found


@needs_strace
@pytest.mark.slow
@pytest.mark.parametrize("ending", ["pdf", "html", "md"])
def test_nothing_that_was_typed_is_opened(tmp_path: Path, canary: Path, ending: str) -> None:
    trace = tmp_path / "trace"
    summary(tmp_path, canary, ending, trace)
    seen = trace.read_text("utf-8", "replace")
    assert f"out.{ending}" in seen  # it did watch
    assert canary.name not in seen
    assert "AF_INET" not in seen
    # No file holds the pages meanwhile but the new one beside its place.
    made = {Path(name) for name in re.findall(r'openat\([^"]*"([^"]*)", [A-Z_|]*O_CREAT', seen)}
    vault = Path(os.environ[DATA_DIR_VARIABLE])
    caches = Path(os.environ["XDG_CACHE_HOME"])
    assert {path.parent for path in made if not path.is_relative_to(vault) and not path.is_relative_to(caches)} == {
        tmp_path
    }


@needs_poppler
@pytest.mark.slow
def test_on_paper_it_is_shown_as_typed(tmp_path: Path, canary: Path) -> None:
    data, names = summary(tmp_path, canary, "pdf")
    as_typed(names, canary, _HEADER.sub("", text_of(data, raw=True)))
    for active in (b"/URI", b"/JavaScript", b"/JS", b"/Launch", b"/OpenAction", b"/EmbeddedFile"):
        assert active not in data


@pytest.mark.slow
def test_in_html_it_is_shown_as_typed(tmp_path: Path, canary: Path) -> None:
    data, names = summary(tmp_path, canary, "html")
    page = Seen(data.decode())
    as_typed(names, canary, " ".join(page.words))
    assert page.tags <= set(_ALLOWED.split())
    assert page.active == []
    assert "{{ 7 * 7 }} &lt; &#60;" in " ".join(page.words)


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
def test_in_markdown_it_is_shown_as_typed(tmp_path: Path, canary: Path) -> None:
    data, names = summary(tmp_path, canary, "md")
    # As a program reads it that knows Markdown with all its HTML.
    read = QTextDocument()
    read.setMarkdown(data.decode(), QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    as_typed(names, canary, read.toPlainText())
    assert "￼" not in read.toPlainText()
    page = read.toHtml()
    assert "<img" not in page
    assert "<a " not in page
