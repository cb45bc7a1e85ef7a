"""Shared by all tests: how hypothesis runs, and the padanan command as a fixture."""

import atexit
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import settings

from padanan import language
from running import ROOT, Run, command, environment

# Hundreds of tests run padanan in a process of its own; that these need not compile its modules
# again and again saves a third of the time, where Python is kept from writing bytecode too.
_BYTECODE = tempfile.mkdtemp(prefix="padanan-bytecode-")
atexit.register(shutil.rmtree, _BYTECODE, ignore_errors=True)
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ["PYTHONPYCACHEPREFIX"] = _BYTECODE

# No test is timed: these run on busy machines. Before a change lands, the same examples each time.
settings.register_profile("padanan", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("padanan")


@pytest.fixture(autouse=True)
def english() -> None:
    """The interface speaks English, whatever the language of whoever runs the tests."""
    language.use("en")


@pytest.fixture
def padanan(tmp_path: Path) -> Run:
    """Run `padanan ARGUMENTS` in a folder of its own and return what came of it."""

    def run(
        *arguments: str,
        cwd: Path = tmp_path,
        input: str | None = None,  # noqa: A002 - subprocess's name
        env: Mapping[str, str] | None = None,
        timeout: float = 120,
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command(*arguments),
            cwd=cwd,
            env=environment(tmp_path / "home") | dict(env or {}),
            input=input,
            capture_output=True,
            encoding="utf-8",
            timeout=timeout,
            check=False,
        )

    return run


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The five articles."""
    return ROOT / "seeds"
