"""English news and what a model of the other direction makes of it: more pairs to learn from.

Back-translation (Sennrich et al. 2016): the English side is a person's, so the model learns to
write like one, and the Indonesian side says where it came from (``vocabulary.BACK``).
"""

from __future__ import annotations

import hashlib
import json
import lzma
import random
import re
from collections.abc import Callable, Container, Iterable, Iterator
from pathlib import Path

from training import corpus, package, rare, train
from training.normalise import fold
from training.rare import Rare
from training.settings import SEED

WORDS = range(6, 56)  # of an English sentence
LETTERS = 0.85  # of its characters, at least
CHUNK = 20_000  # sentences translated and kept together
_ODD = re.compile(r"[#@{}<>|\\^~*_=]|https?:|www\.|\.com\b|\[\.|\.\.\.$")
_SMALL = re.compile(r"(?<![\w-])[a-z]{4,}(?![\w-])")
_RUN = 10  # words that must not stand in a row in a test set


def like_prose(text: str, words: range, letters: float) -> bool:
    """Whether a folded line may be prose: how many words it has, and what share of its characters
    are letters, at least."""
    return (
        len(text.split()) in words
        and text[0].isupper()
        and not _ODD.search(text)
        and not corpus.foreign(text)
        and sum(char.isalpha() or char.isspace() for char in text) >= letters * len(text)
    )


def usable(text: str) -> bool:
    """Whether a folded line looks like a whole sentence of English prose."""
    whole = text[-1:] in tuple(".?!\"'") and text.count('"') % 2 == 0
    return whole and like_prose(text, WORDS, LETTERS)


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return (tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))


def sentences(lines: Iterable[str], kept_out: Iterable[str], limit: int, seed: int) -> list[str]:
    """At most ``limit`` usable lines in random order, each once, none of which shares a run of ten
    words with ``kept_out`` (the test sets)."""
    secret = {run for text in kept_out for run in _runs(text)}
    found = dict.fromkeys(text for line in lines if usable(text := fold(line)))
    clean = [text for text in found if secret.isdisjoint(_runs(text))]
    random.Random(seed).shuffle(clean)
    return clean[:limit]


def translate(model: Path, texts: list[str]) -> list[str]:
    """What a model (a package's folder) makes of texts, the likeliest word at each step, in the
    order given."""
    translator = package.Translator(model, threads=train.cores())
    return translator(texts, beam=1, batch=4_096)


def words(texts: Iterable[str]) -> set[str]:
    """The small words of some texts, as :func:`invented` reads them."""
    return {word for text in texts for word in _SMALL.findall(text)}


def invented(text: str, known: Container[str]) -> bool:
    """Whether a machine's text has a word that no person's has: made up of pieces, or the other
    language's, left as it was.

    In the first run that made any, two in five sentences had one. They teach that what is not known
    is to be copied.
    """
    return any(word not in known for word in _SMALL.findall(text))


def pairs(
    mono: Path,
    kept_out: list[str],
    known: Container[str],
    words: Rare,
    reverse: Path,
    work: Path,
    limit: int,
    say: Callable[[str], None],
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """(Indonesian, English) of as much of ``mono`` as ``limit`` allows, faulty ones left out, and
    those with a word that is not among the ``known`` ones; and of those sentences with words that
    only the dictionary has, those words rendered as it says (see :mod:`training.rare`).

    Each chunk is kept in ``work/back``, so that a run that was cut off goes on with the next.
    """
    (work / "back").mkdir(exist_ok=True)
    with lzma.open(mono, "rt", encoding="utf-8", newline="\n") as lines:
        chosen = sentences(lines, kept_out, limit, SEED)
    say(f"back-translating {len(chosen)} sentences")
    made = translated(chosen, reverse, work / "back", "")
    found = _sound(zip(made, chosen, strict=True), known)
    say(f"{len(found)} pairs of them")
    given = rare.give_way(chosen, words, SEED)
    say(f"{len(given)} sentences with rare words")
    made = translated([way.text for _, way in given], reverse, work / "back", "rare-")
    restored = (
        (text, target)
        for (target, way), draft in zip(given, made, strict=True)
        if (text := rare.put_back(draft, way.places)) is not None
    )
    seldom = _sound(restored, known)
    say(f"{len(seldom)} pairs of them")
    count = {"limit": limit, "pairs": len(found), "rare": len(seldom)}
    (work / "back.json").write_text(json.dumps(count), encoding="utf-8")
    return found, seldom


def _sound(drafts: Iterable[tuple[str, str]], known: Container[str]) -> list[tuple[str, str]]:
    return [
        (source, target)
        for source, target in drafts
        if not corpus.fault(source, target) and not invented(source, known)
    ]


def translated(texts: list[str], model: Path, folder: Path, prefix: str) -> list[str]:
    """What ``model`` makes of ``texts``, by chunks, each kept in ``folder`` under a digest of its
    texts: when the pairs change, so do the sentences, and what was made of others is not theirs."""
    found: list[str] = []
    for number, start in enumerate(range(0, len(texts), CHUNK)):
        part = texts[start : start + CHUNK]
        digest = hashlib.sha256("\n".join(part).encode()).hexdigest()[:12]
        kept = folder / f"{prefix}{number:04d}-{digest}.txt"
        if not kept.exists():
            draft = kept.with_suffix(".part")
            draft.write_text("\n".join(translate(model, part)) + "\n", encoding="utf-8")
            draft.replace(kept)
        found += kept.read_text(encoding="utf-8").split("\n")[:-1]
    return found
