"""Sentence splitters side by side on marked Indonesian news sentences.

    uv run --with-requirements bench/requirements.txt python bench/segmentation.py [FILE ...]

Or, for two of them only, `uv run --with sentencex --with pysbd python bench/segmentation.py`.

The files default to tests/segment/marked.txt and heldout.txt, whose form the first of them
describes. For each splitter the table shows precision, recall and F1 over the boundaries inside
paragraphs, how many boundaries are wrong in each way, and sentences per second on one core.
A splitter that is not installed is left out.

sentencex runs with language "id". pysbd and syntok have no Indonesian: they run with "en" and with
syntok's own settings. Blingfire's default model is made for any language. "naive" cuts behind
[.!?] wherever white space and a capital letter, a digit or a quotation mark follow.
"""

import importlib
import re
import sys
import time
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from padanan.translate.segment import split

Splitter = Callable[[str], Iterable[str]]

MARKED = Path(__file__).resolve().parents[1] / "tests" / "segment"


def ours() -> Splitter:
    return lambda text: [text[start:end] for start, end in split(text)]


def naive() -> Splitter:
    return re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9\"“])").split


def sentencex() -> Splitter:
    module: Any = importlib.import_module("sentencex")
    return lambda text: module.segment("id", text)


def pysbd() -> Splitter:
    module: Any = importlib.import_module("pysbd")
    return module.Segmenter(language="en", clean=False).segment  # type: ignore[no-any-return]


def syntok() -> Splitter:
    module: Any = importlib.import_module("syntok.segmenter")
    return lambda text: [
        "".join(token.spacing + token.value for token in sentence)
        for paragraph in module.process(text)
        for sentence in paragraph
    ]


def blingfire() -> Splitter:
    module: Any = importlib.import_module("blingfire")
    return lambda text: module.text_to_sentences(text).split("\n")


SPLITTERS = {
    "padanan": ours,
    "sentencex": sentencex,
    "pysbd": pysbd,
    "syntok": syntok,
    "blingfire": blingfire,
    "naive": naive,
}


def read(path: Path) -> list[list[str]]:
    """The paragraphs of a marked file, each as its sentences with the spaces behind them."""
    return [
        line.replace(" ¦ ", " ¦").split("¦")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


def boundaries(sentences: Iterable[str]) -> set[int]:
    """How many characters stand before each boundary, white space not counted.

    Splitters differ in what they do with white space; it must not decide.
    """
    lengths = [size for sentence in sentences if (size := len("".join(sentence.split())))]
    return {sum(lengths[:count]) for count in range(1, len(lengths))}


def measure(splitter: Splitter, paragraphs: list[list[str]]) -> str:
    """One row of the table without its name."""
    texts = ["".join(paragraph) for paragraph in paragraphs]
    right = missed = invented = 0
    for text, paragraph in zip(texts, paragraphs, strict=True):
        expected, found = boundaries(paragraph), boundaries(splitter(text))
        right += len(expected & found)
        missed += len(expected - found)
        invented += len(found - expected)
    precision, recall = right / (right + invented), right / (right + missed)
    f1 = 2 * precision * recall / (precision + recall)

    rounds = 0
    start = time.perf_counter()
    while (seconds := time.perf_counter() - start) < 2:
        for text in texts:
            list(splitter(text))
        rounds += 1
    rate = rounds * sum(map(len, paragraphs)) / seconds
    counts = f"{invented} | {missed} | {round(rate, -2):,.0f}"
    return f"{precision:.3f} | {recall:.3f} | {f1:.3f} | {counts}"


def main() -> None:
    paths = [Path(name) for name in sys.argv[1:]] or [
        MARKED / "marked.txt",
        MARKED / "heldout.txt",
    ]
    for path in paths:
        paragraphs = read(path)
        inner = sum(len(paragraph) - 1 for paragraph in paragraphs)
        print(f"\n{path.name}: {sum(map(len, paragraphs))} sentences, {inner} boundaries inside\n")
        print("| splitter | precision | recall | F1 | invented | missed | sentences/s |")
        print("|---|---|---|---|---|---|---|")
        for name, load in SPLITTERS.items():
            try:
                splitter = load()
            except ImportError:
                print(f"{name} is not installed", file=sys.stderr)
                continue
            label = f"{name} {version(name)}" if name not in {"naive", "padanan"} else name
            print(f"| {label} | {measure(splitter, paragraphs)} |", flush=True)


if __name__ == "__main__":
    main()
