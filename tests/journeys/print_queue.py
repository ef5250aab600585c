"""A print service of a test's own: CUPS with one queue whose printer is a folder.

``python -m tests.journeys.print_queue`` keeps one up until Enter is pressed, so that somebody can print to it by hand
from the real program. It needs no root and touches nothing of the system's own service: own settings, spool and log,
and a socket in a folder of its own, which a program finds through the environment variable CUPS_SERVER. As root it
works too; CUPS then asks for another user for what it starts, and gives root's rights to a back end that nobody else
may run.
"""

from __future__ import annotations

import getpass
import grp
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.desktop.desktops import running, wait_until

QUEUE = "paper"
_LIBRARY = Path("/usr/lib/cups")
#: Programs of the administrator are not in everybody's path.
_PATH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))

# What becomes of a job: the pages as they came, and in the end, as the last thing, who it is from and how it is called.
_BACK_END = """#!/bin/sh
if [ $# -eq 0 ]; then echo 'direct folder:/ "Unknown" "A folder"'; exit 0; fi
folder=${DEVICE_URI#folder:}
cat ${6:+"$6"} >"$folder/job.pdf" || exit 1
printf '%s' "$3" >"$folder/title.new" && mv "$folder/title.new" "$folder/title"
"""
_FILES = """User {user}
Group {group}
SystemGroup {system}
ServerRoot {root}
ServerBin {root}/programs
CacheDir {root}/cache
StateDir {root}/state
RequestRoot {root}/spool
TempDir {root}/spool/tmp
AccessLog {root}/access_log
ErrorLog {root}/error_log
PageLog {root}/page_log
Printcap
"""
_SETTINGS = """Listen {root}/socket
LogLevel info
MaxLogSize 0
Browsing No
WebInterface No
DefaultAuthType None
PreserveJobHistory Yes
PreserveJobFiles No
DirtyCleanInterval 0
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
  </Limit>
</Policy>
"""
_SIZES = {"A4": (595, 842), "Letter": (612, 792)}


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue that is up. ``root`` is where the service keeps what it has, ``out`` the printer."""

    root: Path
    out: Path

    @property
    def environment(self) -> dict[str, str]:
        """What leads a program here."""
        return {"CUPS_SERVER": str(self.root / "socket")}

    def job(self) -> Path:
        """The pages of the job, as soon as all of them are there."""
        wait_until((self.out / "title").exists, "a job came out of the printer", 30)
        return self.out / "job.pdf"

    def title(self) -> str:
        """How the job was called."""
        return (self.out / "title").read_text("utf-8")

    def ask(self, *command: str) -> str:
        """What one of the programs of CUPS answers."""
        environment = {**os.environ, **self.environment, "LC_ALL": "C.UTF-8", "PATH": _PATH}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        return done.stdout

    def remembered(self) -> dict[str, bytes]:
        """Everything that the service still has in a file when the job is done, but for the programs."""
        wait_until(lambda: "paper-1" in self.ask("lpstat", "-W", "completed", "-o"), "the job is done", 30)
        files = [file for file in self.root.rglob("*") if file.is_file() and "programs" not in file.parts]
        return {str(file.relative_to(self.root)): file.read_bytes() for file in files}


@contextmanager
def print_queue(*, shared: bool = False) -> Iterator[Queue]:
    """A queue, or the test is skipped."""
    programs = {name: shutil.which(name, path=_PATH) for name in ("cupsd", "lpadmin", "lpstat")}
    missing = [name for name, found in programs.items() if found is None]
    if missing or not _LIBRARY.is_dir():
        pytest.skip(f"not installed: {', '.join(missing)} of CUPS (.ci/setup.sh dev installs it)")
    # Sockets have short names, and tests long folders.
    with tempfile.TemporaryDirectory(prefix="queue-") as folder:
        root = Path(folder)
        queue = Queue(root, root / "out")
        server = _prepare(root, queue.out, str(programs["cupsd"]))
        command: list[str | Path] = [server, "-f", "-c", root / "cupsd.conf", "-s", root / "cups-files.conf"]
        with running(command) as process:
            wait_until(lambda: (root / "socket").exists() or process.poll() is not None, "the print service is there")
            if process.poll() is not None:
                pytest.skip("the print service cannot run here")
            description = str(root / "paper.ppd")
            sharing = ("-o", f"printer-is-shared={'true' if shared else 'false'}")
            queue.ask("lpadmin", "-p", QUEUE, "-E", "-v", f"folder:{queue.out}", "-P", description, *sharing)
            yield queue


def _prepare(root: Path, out: Path, server: str) -> Path:
    """Everything that the service needs in its folder; the program to start."""
    for name in ("programs/backend", "cache", "state/certs", "spool/tmp", "ppd", "out"):
        (root / name).mkdir(parents=True, mode=0o755)
    for name in ("filter", "daemon", "notifier"):
        (root / "programs" / name).symlink_to(_LIBRARY / name)
    back_end = root / "programs" / "backend" / "folder"
    back_end.write_text(_BACK_END)
    back_end.chmod(0o700)
    is_root = os.geteuid() == 0
    user, group = ("lp", "lp") if is_root else (getpass.getuser(), grp.getgrgid(os.getegid()).gr_name)
    if is_root:
        root.chmod(0o755)
    system = "root" if is_root else group
    (root / "cups-files.conf").write_text(_FILES.format(root=root, user=user, group=group, system=system))
    (root / "cupsd.conf").write_text(_SETTINGS.format(root=root))
    (root / "paper.ppd").write_text(_description())
    # A copy of the program: what some systems let the system's own service do is bound to where it lies.
    copied = root / "programs" / "cupsd"
    shutil.copy(server, copied)
    return copied


def _description() -> str:
    """A printer that takes PDF as it is, on A4 and Letter, and reaches all but the outer 4 mm of a sheet."""
    lines = [
        '*PPD-Adobe: "4.3"', '*FormatVersion: "4.3"', '*FileVersion: "1.0"', "*LanguageVersion: English",
        "*LanguageEncoding: ISOLatin1", '*PCFileName: "PAPER.PPD"', '*Manufacturer: "Attach"', '*Product: "(Paper)"',
        '*ModelName: "Paper"', '*ShortNickName: "Paper"', '*NickName: "Paper"', '*PSVersion: "(3010.000) 0"',
        '*LanguageLevel: "3"', "*ColorDevice: True", "*DefaultColorSpace: RGB", "*FileSystem: False",
        '*cupsFilter: "application/pdf 0 -"',
    ]  # fmt: skip
    for keyword in ("PageSize", "PageRegion"):
        lines += [f"*OpenUI *{keyword}: PickOne", f"*Default{keyword}: A4"]
        lines += [
            f'*{keyword} {name}: "<</PageSize[{wide} {high}]>>setpagedevice"' for name, (wide, high) in _SIZES.items()
        ]
        lines += [f"*CloseUI: *{keyword}"]
    lines += ["*DefaultImageableArea: A4", "*DefaultPaperDimension: A4"]
    lines += [f'*ImageableArea {name}: "12 12 {wide - 12} {high - 12}"' for name, (wide, high) in _SIZES.items()]
    lines += [f'*PaperDimension {name}: "{wide} {high}"' for name, (wide, high) in _SIZES.items()]
    return "\n".join(lines) + "\n"


def _main() -> int:
    """Keep a queue up until somebody presses Enter."""
    with print_queue() as queue:
        sys.stdout.write(f"CUPS_SERVER={queue.environment['CUPS_SERVER']}\njobs: {queue.out}\nEnter ends it. ")
        sys.stdout.flush()
        sys.stdin.readline()
    return 0


if __name__ == "__main__":
    sys.exit(_main())
