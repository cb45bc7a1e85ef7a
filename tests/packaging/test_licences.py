"""docs/licences.md: nothing under the GPL is among what padanan needs, and nothing is left out."""

import importlib.util
import sys
import tomllib
from importlib.metadata import distribution
from itertools import chain
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from running import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def _tool(name: str) -> ModuleType:
    """A program of tools/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # its dataclasses look there
    spec.loader.exec_module(module)
    return module


licences = _tool("licences")
FOUND = licences.components()
PAGE = (ROOT / "docs/licences.md").read_text("utf-8")


def test_nothing_we_need_is_under_the_gpl() -> None:
    assert {one.name for one in FOUND} >= {"click", "ctranslate2", "ray", "sqlalchemy", "aiohttp"}
    # What is for an extra that is not here, or for another system, has been looked at where it was.
    here = [one for one in FOUND if one.installed is not None]
    assert [said for one in here if (said := licences.trouble(one))] == []


@pytest.mark.parametrize(
    ("licence", "refused"),
    [
        ("MIT", False),
        ("GPL-3.0-only", True),
        ("AGPL-3.0-or-later", True),
        ("LGPL-2.1-or-later", True),
        ("MIT AND GPL-2.0-only", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", False),
        ("GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", False),
        ("?", True),
    ],
)
def test_what_is_refused(licence: str, refused: bool) -> None:
    component = licences.Component("some", ("1",), "padanan", licence, "here", "1")
    assert (licences.trouble(component) is not None) == refused


def test_the_page_is_up_to_date() -> None:
    rows = {line.split(" | ")[0].strip("| "): line for line in PAGE.splitlines() if " | " in line}
    for one in FOUND:
        # The page was made with the locked versions; another may say the same in other words.
        if one.installed in one.versions:
            assert rows[one.name] == one.row
        else:
            assert one.name in rows
    brought = "## What it brings along"
    made = licences.page(FOUND)
    assert made.partition(brought)[2] == PAGE.partition(brought)[2]
    by_hand = licences._BY_HAND
    if all(one.installed in one.versions or one.name in by_hand for one in FOUND):
        assert made == PAGE


def test_the_locks_hold_all_that_is_needed() -> None:
    """What pip would install without --no-deps, but for what is left out on purpose."""
    left_out = {*PROJECT["tool"]["uv"]["exclude-dependencies"], "padanan"}
    extras = chain(*PROJECT["project"]["optional-dependencies"].values())
    names = {one.name for one in FOUND}
    waiting = ["padanan", *(Requirement(line).name for line in extras)]
    seen: set[str] = set()
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name in seen or name in left_out - {"padanan"}:
            continue
        seen.add(name)
        assert name in names | {"padanan"}, f"{name} is in no lock"
        try:
            requires = distribution(name).requires or []
        except ModuleNotFoundError:
            continue  # for another system, or an extra that is not here
        for line in requires:
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                waiting.append(requirement.name)
    assert len(seen) > 40


def test_every_shared_library_is_told_of() -> None:
    here = Path(distribution("click").locate_file(""))
    found = [
        library.name
        for one in FOUND
        for library in here.glob(f"{one.name.replace('-', '_')}.libs/*")
    ]
    assert [name for name in found if licences.library(name) is None] == []


def test_every_file_that_is_no_code_is_told_of() -> None:
    package = PROJECT["tool"]["setuptools"]
    told = set()
    for name, patterns in package["package-data"].items():
        folder = ROOT / package["package-dir"][name]
        for file in chain.from_iterable(folder.glob(pattern) for pattern in patterns):
            if file.is_file():
                path = f"{name.replace('.', '/')}/{file.relative_to(folder).as_posix()}"
                told.add(licences.datum(path))
                assert licences.datum(path), f"{path}: say in tools/licences.py what it is"
    assert told == set(licences.DATA)
    assert all(key in PAGE for key in told)


def test_the_sources_of_the_model_are_counted() -> None:
    sources = list(licences._model_sources())
    assert f"learned from {len(sources)} collections" in PAGE
    assert len(sources) >= 40
