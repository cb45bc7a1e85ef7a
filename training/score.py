"""BLEU and chrF with sacrebleu's signatures, and the commonest failures counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_DIGITS = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True)
class Score:
    """What one system made of one test set."""

    system: str
    bleu: float
    bleu_signature: str
    chrf: float
    chrf_signature: str

    def line(self) -> str:
        return f"{self.system}: BLEU {self.bleu:.2f}, chrF {self.chrf:.2f}"


def score(system: str, outputs: Sequence[str], references: Sequence[str]) -> Score:
    """Score outputs against one reference each."""
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF

    bleu, chrf = BLEU(), CHRF()
    first = bleu.corpus_score(list(outputs), [list(references)]).score
    second = chrf.corpus_score(list(outputs), [list(references)]).score
    return Score(system, first, str(bleu.get_signature()), second, str(chrf.get_signature()))


def lines(path: Path) -> list[str]:
    """The lines of a test file, one segment each."""
    return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")


def all_lines(folder: Path) -> list[str]:
    """Every line of the test sets in the folder, sources and references."""
    paths = [*folder.glob("*.id"), *folder.glob("*.en")]
    return [line for path in sorted(paths) for line in lines(path)]


def test_set(folder: Path) -> tuple[str, list[str], list[str]]:
    """(name, sources, references): the first ``*.id`` in the folder and its ``.en``.

    Raises:
        FileNotFoundError: if there is none.
    """
    found = sorted(folder.glob("*.id"))
    if not found:
        raise FileNotFoundError(f"no *.id in {folder}")
    return found[0].stem, lines(found[0]), lines(found[0].with_suffix(".en"))


def peers(folder: Path, references: Sequence[str]) -> list[Score]:
    """Scores of the other systems' outputs lying in ``folder/peers``, ``SET.SYSTEM.en`` each."""
    found = sorted((folder / "peers").glob("*.*.en"))
    return [score(path.name.split(".")[1], lines(path), references) for path in found]


def looping(text: str) -> bool:
    """True if some run of one to four words comes four times in a row."""
    return re.search(r"\b(\w+(?:\W+\w+){0,3})(?:\W+\1\b){3}", text) is not None


def failures(sources: Sequence[str], outputs: Sequence[str]) -> dict[str, int]:
    """How many outputs are empty, loop, are far too short or long, or lose a number."""
    count = {"segments": len(sources), "empty": 0, "looping": 0, "length": 0, "numbers": 0}
    for source, output in zip(sources, outputs, strict=True):
        count["empty"] += not output.strip()
        count["looping"] += looping(output)
        count["length"] += not 0.5 < (len(output) + 5) / (len(source) + 5) < 2.0
        wanted = {re.sub(r"\D", "", number) for number in _DIGITS.findall(source)}
        there = {re.sub(r"\D", "", number) for number in _DIGITS.findall(output)}
        count["numbers"] += not wanted <= there
    return count
