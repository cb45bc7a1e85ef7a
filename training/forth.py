"""Indonesian news and what the package that training starts from makes of it, for the reverse
model.

The other half of back-translation done in turns (Hoang et al. 2018, "iterative back-translation"):
the model of the other direction learns to write Indonesian from Indonesian that people wrote. Its
sources say that a machine made them (``vocabulary.BACK``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from pathlib import Path

from training import back, corpus, first
from training.normalise import capital, fold

WORDS = range(4, 56)  # of an Indonesian sentence
LETTERS = 0.8  # of its characters, at least: results of matches have fewer
KNOWN = 3  # times that English has a word which is not made up
WEIGHT, BEST = 1.5, 0.7  # showings of such a pair


def usable(text: str) -> bool:
    """Whether a folded line is a sentence or headline of Indonesian."""
    return back.like_prose(text, WORDS, LETTERS)


def english(texts: Iterable[str]) -> set[str]:
    """The small words that some English has ``KNOWN`` times or more, as
    :func:`training.back.invented` reads them."""
    count: Counter[str] = Counter()
    for text in texts:
        count.update(back.words([text]))
    return {word for word, times in count.items() if times >= KNOWN}


def pairs(
    mono: Iterable[str], known: Container[str], package: Path, work: Path
) -> list[tuple[str, str]]:
    """(Indonesian, English) of the usable lines of ``mono``, without those whose English has a
    word that is not among the ``known`` ones, or another fault.

    Each chunk is kept in ``work/forth``.
    """
    chosen = list(dict.fromkeys(text for line in mono if usable(text := fold(line))))
    folder = work / "forth"
    folder.mkdir(exist_ok=True)
    small = first.small(chosen, package / "sentencepiece.model")
    made = back.translated(small, package, folder, "")
    return [
        (source, capital(target))
        for source, target in zip(chosen, made, strict=True)
        if not corpus.fault(source, target) and not back.invented(target, known)
    ]
