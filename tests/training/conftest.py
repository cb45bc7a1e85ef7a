"""``training`` is not installed with the package: let it be imported from the repository."""

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
if str(_ROOT) not in sys.path:
    sys.path.insert(0, str(_ROOT))

Runs = set[tuple[str, ...]]


def _runs(text: str) -> Runs:
    """All six words in a row, in small letters."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + 6]) for at in range(len(words) - 5)}


@pytest.fixture(scope="session")
def looked_at() -> Callable[[str], Runs]:
    """What six words in a row a text shares with those that the model is looked at with: the seeds
    and the regression set."""
    paths = [*(_ROOT / "seeds").glob("*.txt"), _ROOT / "training" / "regression.tsv"]
    theirs: Runs = set()
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            theirs |= _runs(line)
    assert len(theirs) > 2_000
    return lambda text: theirs & _runs(text)


@pytest.fixture(scope="session")
def runs() -> Callable[[str], Runs]:
    """All six words in a row of a text."""
    return _runs
