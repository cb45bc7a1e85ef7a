"""Dependencies: all that is imported is asked for; the locks are hashed, without addresses, agree
with each other and follow pyproject.toml."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from running import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS: dict[str, list[str]] = PROJECT["project"]["optional-dependencies"]
MAIN = ROOT / "requirements.lock"
LOCKS = [MAIN, *sorted((ROOT / "locks").iterdir())]

each_lock = pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)


def _locked(*locks: Path) -> dict[str, list[Requirement]]:
    """What is pinned, by name: several times where it depends on the system or on Python."""
    locked: dict[str, list[Requirement]] = {}
    for lock in locks:
        for line in lock.read_text("utf-8").replace("\\\n", " ").splitlines():
            requirement = Requirement(line.partition("--hash")[0].strip())
            assert re.search(r"--hash=sha256:[0-9a-f]{64}", line), f"{requirement} has no hash"
            locked.setdefault(requirement.name, []).append(requirement)
    return locked


def _version(pinned: Requirement) -> str:
    (specifier,) = pinned.specifier
    assert specifier.operator == "==", f"{pinned} is not pinned"
    return specifier.version


@each_lock
def test_names_no_address(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert not re.search(r"://|/|index|find-links|trusted", text)


def test_there_is_a_lock_for_each_extra() -> None:
    assert {lock.name for lock in LOCKS[1:]} == {f"{extra}.lock" for extra in EXTRAS}


@pytest.mark.parametrize("extra", [None, *EXTRAS])
def test_pins_every_dependency_to_a_version_that_fits(extra: str | None) -> None:
    if extra is None:
        locked, wanted_lines = _locked(MAIN), PROJECT["project"]["dependencies"]
    else:
        locked, wanted_lines = _locked(MAIN, ROOT / "locks" / f"{extra}.lock"), EXTRAS[extra]
    for line in wanted_lines:
        wanted = Requirement(line)
        for pinned in locked[canonicalize_name(wanted.name)]:
            assert wanted.specifier.contains(_version(pinned)), f"{wanted}: the lock has {pinned}"


def test_the_locks_agree() -> None:
    """Any of them can be installed together: nothing is pinned twice, in two versions."""
    versions: dict[tuple[str, str], set[str]] = {}
    for lock in LOCKS:
        for name, pinned in _locked(lock).items():
            for one in pinned:
                versions.setdefault((name, str(one.marker)), set()).add(_version(one))
    assert {key: found for key, found in versions.items() if len(found) > 1} == {}


def test_an_extra_locks_only_what_it_adds() -> None:
    main = {str(one) for pinned in _locked(MAIN).values() for one in pinned}
    for lock in LOCKS[1:]:
        assert not main & {str(one) for pinned in _locked(lock).values() for one in pinned}


def test_leaves_out_what_is_excluded() -> None:
    excluded = PROJECT["tool"]["uv"]["exclude-dependencies"]
    assert {"torch", "stanza", "spacy", "minisbd"} <= set(excluded)
    locked = _locked(*LOCKS).keys()
    assert not locked & set(excluded)
    assert not [name for name in locked if "nvidia" in name]


def _imported() -> Iterator[str]:
    """The libraries that the package imports, wherever in a module."""
    for folder in ("padanan", "glossary", "translate", "tui"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_bytes())):
                if isinstance(node, ast.Import):
                    yield from (alias.name.partition(".")[0] for alias in node.names)
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    yield node.module.partition(".")[0]


def test_all_that_is_imported_is_asked_for() -> None:
    for library in ("fsspec", "pg8000", "pyarrow", "ray", "sqlalchemy"):
        pytest.importorskip(library, reason="needs all extras, to know which package makes what")
    asked = chain(PROJECT["project"]["dependencies"], *EXTRAS.values())
    names = {canonicalize_name(Requirement(line).name) for line in asked}
    libraries = set(_imported()) - {*sys.stdlib_module_names, "padanan"}
    made_by = packages_distributions()
    lacking = {
        library
        for library in libraries
        if not names & {canonicalize_name(one) for one in made_by.get(library, [])}
    }
    assert lacking == set()
