"""A real print service gets a job from the real program: all of its pages, under a name that says nothing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from datetime import timedelta
from pathlib import Path

import pytest

from attach_desktop.changes import Changes
from attach_desktop.clock import Moment, SystemClock
from attach_desktop.journal.entry import Entry
from attach_desktop.journal.store import JournalStore
from attach_desktop.vault.vault import Vault
from tests.journeys.print_driven import LINE
from tests.journeys.print_queue import QUEUE, Queue, print_queue
from tests.journeys.private_driven import MARKERS
from tests.journeys.summary_driven import FILES, QUESTION
from tests.ui.paper.poppler import info_of, needs_poppler, text_of
from tests.watching import needs_strace

PRIVATE = "verlegenheitsgurke"
ROOT = Path(__file__).parents[2]
_OPENED = re.compile(r'openat\([^"]*"([^"]*)", ([A-Z_|]*)(?:, (0\d+))?')


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """The folders in which a program could leave something behind, empty."""
    found = {}
    for name in ("TMPDIR", "XDG_RUNTIME_DIR"):
        found[name] = tmp_path / name
        found[name].mkdir(mode=0o700)
        monkeypatch.setenv(name, str(found[name]))
    return found


def filled(folder: Path) -> None:
    """A vault with two entries, one of them private."""
    vault = Vault.open(folder / "attach.vault", SystemClock(), Changes())
    now = Moment.from_datetime(SystemClock().now() - timedelta(days=1))
    store = JournalStore(vault)
    store.add(Entry(at=now, mood=2, note=" ".join(MARKERS), people=("Noa",), for_session=True))
    store.add(Entry(at=now, mood=1, note=PRIVATE, for_session=True, private=True))
    vault.close()


def in_the_window(mode: str, where: str, folder: Path, environment: dict[str, str], *watching: str) -> list[str]:
    """What the hands in the real program say, who open the summary there."""
    command = [*watching, sys.executable, "-m", "tests.journeys.summary_driven", mode, where, "--data-dir", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@needs_poppler
@pytest.mark.slow
def test_the_summary_goes_from_the_window_to_the_printer(places: dict[str, Path], tmp_path: Path) -> None:
    filled(tmp_path)
    with print_queue() as queue:
        (said,) = in_the_window("print", QUEUE, tmp_path, queue.environment)
        assert said.startswith("Sent to the printer.")
        text = unicodedata.normalize("NFKC", text_of(queue.job().read_bytes()))
        assert queue.title() == "Document"
    assert QUESTION in text
    assert all(marker in text for marker in MARKERS)
    assert "Noa" not in text
    assert PRIVATE not in text
    assert [file for place in places.values() for file in place.rglob("*")] == []


@needs_poppler
@needs_strace
@pytest.mark.slow
def test_the_summary_is_saved_in_every_form_by_keyboard_alone(places: dict[str, Path], tmp_path: Path) -> None:
    filled(tmp_path)
    trace = tmp_path / "trace"
    watching = ("strace", "-f", "-qq", "-o", str(trace), "-e", "trace=openat,socket,connect")
    (tmp_path / "saved").mkdir()
    said = in_the_window("save", str(tmp_path / "saved"), tmp_path, {}, *watching)
    assert [line.split(". ")[0].rsplit("/")[-1] for line in said] == list(FILES.values())
    contents = {name: (tmp_path / "saved" / name).read_bytes() for name in FILES.values()}
    for name, content in contents.items():
        text = text_of(content) if name.endswith(".pdf") else content.decode()
        assert QUESTION in text, name
        assert all(marker in text for marker in MARKERS), name
        assert "Noa" not in text, name
        assert PRIVATE not in text, name
    # Nothing of it was anywhere else meanwhile, and nothing went out.
    seen = trace.read_text("utf-8", "replace")
    assert "AF_INET" not in seen
    made = {Path(path).parent for path, flags, _ in _OPENED.findall(seen) if "O_CREAT" in flags}
    assert tmp_path / "saved" in made
    assert not made & set(places.values())
    assert [file for place in places.values() for file in place.rglob("*")] == []


def print_to(queue: Queue, printer: str, *watching: str) -> str:
    environment = {**os.environ, **queue.environment}
    command = [*watching, sys.executable, "-m", "tests.journeys.print_driven", printer]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@needs_poppler
@pytest.mark.slow
def test_a_job_comes_out_of_the_printer_whole(places: dict[str, Path]) -> None:
    with print_queue() as queue:
        assert print_to(queue, QUEUE) == "printed"
        job = queue.job().read_bytes()
        info, text = info_of(job), text_of(job)
        assert info["Pages"] == "4"
        assert info["Page size"].startswith("595")
        assert text.count(LINE) == 60
        assert all(marker in text for marker in MARKERS)
        assert re.findall(r"Page \d of \d", text) == [f"Page {number} of 4" for number in (1, 2, 3, 4)]
        # What the service knows of it, on its lists and in its files.
        assert queue.title() == "Document"
        assert (info["Title"], info["Author"], info["Creator"]) == ("Document", "", "")
        remembered = queue.remembered()
        assert remembered.pop("out/job.pdf")
        assert b"Document" in remembered["spool/c00001"]
        assert b"Document" in remembered["page_log"]
        needles = [marker.encode(encoding) for marker in MARKERS for encoding in ("utf-8", "utf-16-be", "utf-16-le")]
        assert [name for name, content in remembered.items() if any(needle in content for needle in needles)] == []
    assert [file for place in places.values() for file in place.rglob("*")] == []


@needs_strace
@pytest.mark.slow
@pytest.mark.skipif(
    not Path("/etc/hosts").exists(), reason="without /etc/hosts CUPS asks the network what this computer is called"
)
def test_on_the_way_there_no_file_is_open_to_others_and_none_stays(places: dict[str, Path], tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    with print_queue() as queue:
        assert (
            print_to(queue, QUEUE, "strace", "-f", "-qq", "-o", str(trace), "-e", "trace=openat,socket,connect")
            == "printed"
        )
        queue.job()
    seen = trace.read_text("utf-8", "replace")
    assert "AF_INET" not in seen
    made = [(name, mode) for name, flags, mode in _OPENED.findall(seen) if "O_CREAT" in flags]
    # What is made in folders for passing things on is for this person alone.
    passing = {name: mode for name, mode in made if name.startswith(("/tmp/", str(tmp_path)))}  # noqa: S108
    assert set(passing.values()) == {"0600"}, passing
    assert [name for name in passing if Path(name).exists()] == []
    # The pages wait in memory where the system has a folder for that, not on the disk.
    assert {Path(name).parent.parent for name in passing} == {places["XDG_RUNTIME_DIR"]}, passing


@pytest.mark.slow
@pytest.mark.parametrize(("answer", "printed"), [("Not there", "not printed"), ("Print there", "printed")])
@pytest.mark.usefixtures("places")
def test_who_shares_a_printer_is_asked_first(monkeypatch: pytest.MonkeyPatch, answer: str, printed: str) -> None:
    monkeypatch.setenv("ATTACH_TEST_ANSWER", answer)
    with print_queue(shared=True) as queue:
        said = print_to(queue, QUEUE).splitlines()
        assert said == ["This printer is shared or in a network.", printed]
        if printed == "printed":
            assert queue.job().read_bytes().startswith(b"%PDF")
        else:
            assert queue.ask("lpstat", "-W", "all", "-o") == ""
