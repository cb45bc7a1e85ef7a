"""Dependencies: all that is imported is asked for; requirements.lock is hashed, without addresses,
and follows pyproject.toml."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def _locked() -> dict[str, list[Requirement]]:
    locked: dict[str, list[Requirement]] = {}
    for line in LOCK.replace("\\\n", " ").splitlines():
        requirement = Requirement(line.partition("--hash")[0].strip())
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", line), f"{requirement.name} has no hash"
        locked.setdefault(requirement.name, []).append(requirement)
    return locked


def test_names_no_address() -> None:
    assert "://" not in LOCK
    assert "index" not in LOCK


def test_pins_every_dependency_to_a_version_that_fits() -> None:
    locked = _locked()
    for line in PROJECT["project"]["dependencies"]:
        wanted = Requirement(line)
        for pinned in locked[wanted.name]:
            (version,) = (specifier.version for specifier in pinned.specifier)
            assert wanted.specifier.contains(version), f"{wanted}: the lock has {version}"


def test_leaves_out_what_is_excluded() -> None:
    excluded = PROJECT["tool"]["uv"]["exclude-dependencies"]
    assert {"torch", "stanza", "spacy", "minisbd"} <= set(excluded)
    assert not _locked().keys() & set(excluded)
    assert "nvidia" not in LOCK


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
    project = PROJECT["project"]
    asked = chain(project["dependencies"], *project["optional-dependencies"].values())
    names = {canonicalize_name(Requirement(line).name) for line in asked}
    libraries = set(_imported()) - {*sys.stdlib_module_names, "padanan"}
    made_by = packages_distributions()
    lacking = {
        library
        for library in libraries
        if not names & {canonicalize_name(one) for one in made_by.get(library, [])}
    }
    assert lacking == set()
