"""What is built and installed is the program: its wheel works outside the checkout, and its versions are pinned."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from attach_desktop import __version__

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without isolation and without network."""
    folder = tmp_path_factory.mktemp("wheel")
    _done([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT)
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs of a clean environment outside the checkout, with the wheel installed in it."""
    place = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(place, with_pip=False, symlinks=os.name == "posix")
    programs = place / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", str(programs / "python"), "--disable-pip-version-check"]
    _done([*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel)], cwd=place)
    # The dependencies come from the environment of the tests. A path named in a .pth file is only searched; the .pth
    # file in it that makes the checkout importable is not read.
    packages = Path(_output([programs / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]))
    paths = dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib")))
    (packages / "dependencies.pth").write_text("\n".join(paths) + "\n", "utf-8")
    return programs


def _done(command: list[str | Path], cwd: Path | None = None) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COVERAGE"))}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def _output(command: list[str | Path], cwd: Path | None = None) -> str:
    return _done(command, cwd).strip()


def test_the_wheel_holds_the_program_its_resources_and_nothing_else(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    resources = {path.relative_to(ROOT / "resources") for path in (ROOT / "resources").rglob("*.*") if path.is_file()}
    assert {f"attach_desktop/_resources/{path.as_posix()}" for path in resources} <= names
    assert "attach_desktop/py.typed" in names
    assert {name.split("/")[0] for name in names} == {"attach_desktop", f"attach_desktop-{__version__}.dist-info"}
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_installed_program_is_not_the_checkout(installed: Path, tmp_path: Path) -> None:
    file = _output([installed / "python", "-c", "import attach_desktop; print(attach_desktop.__file__)"], tmp_path)
    assert Path(file).is_relative_to(installed.parent)
    found = _output(
        [installed / "python", "-c", "from attach_desktop import resources as r; print(r.root())"], tmp_path
    )
    assert Path(found).is_relative_to(installed.parent)


def test_the_installed_program_tells_its_version(installed: Path, tmp_path: Path) -> None:
    assert __version__ in _output([installed / "attach-desktop", "--version"], tmp_path)


def test_the_installed_program_tells_where_it_keeps_things(installed: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert str(data) in _output([installed / "attach-desktop", "paths", "--data-dir", str(data)], tmp_path)


def test_the_installed_program_keeps_and_lists_records(installed: Path, tmp_path: Path) -> None:
    program, data = installed / "attach-desktop", ["--data-dir", str(tmp_path / "data")]
    _done([program, "add", "--mood", "4", "--note", "Rain on the roof.", *data], tmp_path)
    assert "Rain on the roof." in _output([program, "list", *data], tmp_path)


def test_the_installed_program_writes_a_summary(installed: Path, tmp_path: Path) -> None:
    program, data = installed / "attach-desktop", ["--data-dir", str(tmp_path / "data")]
    _done([program, "add", "--mood", "4", "--note", "Rain on the roof.", *data], tmp_path)
    for name in ("out.md", "out.html"):
        _done([program, "summary", name, "--period", "weeks", "--sections", "entries,mood", *data], tmp_path)
        assert "Rain on the roof." in (tmp_path / name).read_text("utf-8")


def test_the_window_has_a_program_of_its_own(installed: Path) -> None:
    assert list(installed.glob("attach-desktop-window*"))


def _pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if line and not line.startswith("#"))
    return {canonicalize_name(name): version for name, version in pins.items()}


def _needed() -> dict[str, Requirement]:
    """All that the program and its "dev" extra need on this machine, directly or by others, by name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    waiting = [Requirement(line) for line in [*project["dependencies"], *project["optional-dependencies"]["dev"]]]
    needed: dict[str, Requirement] = {}
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in needed or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        needed[name] = requirement
        try:
            waiting += [Requirement(line) for line in distribution(name).requires or ()]
        except PackageNotFoundError:
            pytest.fail(f"{name} is needed and not installed")
    return needed


def test_every_package_needed_is_pinned_in_its_range() -> None:
    pins, needed = _pins(), _needed()
    assert sorted(needed.keys() - pins.keys()) == []
    assert [str(need) for name, need in needed.items() if not need.specifier.contains(pins[name])] == []


def test_only_packages_needed_are_pinned() -> None:
    assert sorted(_pins().keys() - _needed().keys()) == []


def test_the_pins_are_exact_and_hold_no_addresses() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"#.*|[A-Za-z0-9._-]+==[0-9][0-9A-Za-z.]*", line)] == []
    assert not any("://" in line for line in lines)
