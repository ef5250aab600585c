"""The tests mirror the package: who changes a module finds its tests without searching."""

from __future__ import annotations

from pathlib import Path

from tests.architecture.tree import PACKAGE, ROOT, TESTS, modules

#: Folders of tests that mirror nothing, and what they hold.
_MORE_TESTS = {
    "architecture": "rules about the code itself",
    "benchmarks": "speed and memory, run by make bench",
    "journeys": "the whole program, as a person uses it",
    "screenshots": "the pictures in docs/, drawn by make screenshots",
}

#: Modules without a test file of their own, and why. A folder stands for all that is in it.
_WITHOUT_OWN_TESTS = {
    "attach_desktop/__main__.py": "hands over to the command line; run by every test that starts the program",
    "attach_desktop/app.py": "puts the window together; run by the journeys, which start the real program",
    "attach_desktop/cli": "commands are tested as people type them, one file for each thing a person wants",
    "attach_desktop/journal/made_up_writer.py": "the other half of made_up.py, tested with it",
    "attach_desktop/summary/document.py": "values without code; every way out of a document is tested",
    "attach_desktop/ui/shell.py": "a protocol without code; the window that keeps it is tested",
}


def _mirrors(module: Path) -> list[Path]:
    """The test files of a module: ``test_<module>.py`` or ``test_<module>_<part>.py`` in its mirror folder."""
    folder = TESTS / module.parent.relative_to(PACKAGE)
    return [*folder.glob(f"test_{module.stem}.py"), *folder.glob(f"test_{module.stem}_*.py")]


def _excepted(module: Path) -> bool:
    name = module.relative_to(ROOT).as_posix()
    return any(name == exception or name.startswith(f"{exception}/") for exception in _WITHOUT_OWN_TESTS)


def test_every_module_has_tests() -> None:
    alone = [
        module.relative_to(ROOT).as_posix()
        for module in modules().values()
        if module.name != "__init__.py" and not _excepted(module) and not _mirrors(module)
    ]
    assert alone == []


def test_every_package_has_tests() -> None:
    packages = [module.parent for module in modules().values() if module.name == "__init__.py"]
    assert [
        package.relative_to(ROOT).as_posix()
        for package in packages
        if not list((TESTS / package.relative_to(PACKAGE)).glob("**/test_*.py"))
    ] == []


def test_every_exception_is_still_one() -> None:
    assert [
        name
        for name in _WITHOUT_OWN_TESTS
        if not (ROOT / name).exists() or (name.endswith(".py") and _mirrors(ROOT / name))
    ] == []


def test_every_folder_of_tests_mirrors_a_package() -> None:
    folders = {
        file.relative_to(TESTS).parent
        for file in TESTS.rglob("*.py")
        if file.parent != TESTS and file.relative_to(TESTS).parts[0] not in _MORE_TESTS
    }
    assert sorted(folder.as_posix() for folder in folders if not (PACKAGE / folder / "__init__.py").is_file()) == []
