"""docs/tutorial.md, word for word, in an empty folder beside the five articles."""

import shutil
import sys
from pathlib import Path

import pytest
from consoles import fits, run, steps

from running import ROOT, environment

if sys.platform == "win32":
    pytest.skip("a shell of Unix", allow_module_level=True)

PAGE = (ROOT / "docs/tutorial.md").read_text("utf-8")

FINDINGS, NOTHING = "padanan check", "nothing found"
"""The command that ends with 1 where there is something to look at, and what it says where there
is not. Which it is depends on the model, and by a word now and then on the processor."""


def test_the_tutorial(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    here = {"PATH": f"{Path(sys.executable).parent}:/usr/bin:/bin", "PYTHONUNBUFFERED": "1"}
    surroundings = environment(tmp_path / "home") | here
    folder, done = tmp_path, []
    for step in steps(PAGE):
        folder, code, output = run(step, folder, surroundings)
        found = step.command.startswith(FINDINGS) and NOTHING not in output
        assert code == (1 if found else 0), f"{step.command}\n{output}"
        # On a screen that nobody sees, the desk has one.
        assert not step.shown or fits(step.shown, output), f"$ {step.command}\n{output}"
        done.append(step.command)
    assert [line for line in done if line.startswith("padanan review")]
    assert {line.split()[1] for line in done if line.startswith("padanan")} >= {
        "translate",
        "check",
        "glossary",
        "review",
        "memory",
        "export",
    }
