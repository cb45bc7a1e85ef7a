"""The parallel corpus: reading, cleaning, and how often each pair is shown.

Input: a UTF-8 table, one pair a line, columns ``licence grade kind source id en``
(licence ``open``, ``unstated`` or ``restricted``; grade A news and careful prose, B other
human text, C noisy or machine-made; kind sent, doc, md, ui, rel or dict). ``restricted``
rows are never read into memory, let alone trained on.
"""

from __future__ import annotations

import lzma
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from training import administrative
from training.normalise import capital, fold

ALLOWED = ("open", "unstated")
HEADER = ("licence", "grade", "kind", "source", "id", "en")
WRITTEN = Path(__file__).with_name("written")
OWN = "padanan"  # the source of those

#: Expected showings per virtual epoch: by source, else by (grade, kind). With the written ones at
#: 14 and more, nine tenths of all words, a plateau only got worse at others' text: see run 13 in
#: ``RUNS.md``.
BY_SOURCE = {
    OWN: 4.0,  # three words of five before the decay; the others' one of four
    "desmond_smeru": 2.0,  # policy reports: careful, but narrow, and a third of grade A
    "gunnxx_general": 1.5,  # mined from Wikipedia: noisy, yet near the domain
    "tatoeba_anki": 1.5,
    "shattered_pd": 0.5,  # game descriptions
    "quran_risan": 0.3,
    "bible_ebible": 0.3,
    "django_docs": 0.5,
}
BY_KIND = {
    ("A", "sent"): 3.0,
    ("B", "sent"): 1.0,
    ("B", "doc"): 0.7,
    ("B", "md"): 0.4,
    ("B", "ui"): 0.2,
    ("B", "dict"): 1.0,  # words that no sentence has: of all pairs seen, three in a hundred pieces
    ("C", "sent"): 1.0,
    ("C", "md"): 0.08,
    ("C", "dict"): 0.1,
}
#: Showings in the last, decaying part of the training: a third as many for grade A, and
BEST_BY_SOURCE = {
    OWN: 1.5,
    "tatoeba_anki": 0.3,
    "talpco": 0.3,
    "nusax_mt": 0.5,
    "gunnxx_general": 0.4,
}

_MARKUP = re.compile(
    r"</?[a-zA-Z][^>]*>|&[a-z]+;|\{\{|\}\}|\$\{|%\(|%[sd]\b|\]\(|https?:|www\.|::|\\[a-z]|=>|->|__"
)
_BULLET = re.compile(r"^(?:[-*+>#]+|\(?[0-9]{1,2}[.)]|\(?[a-z][.)])\s+")
_SITE = re.compile(r"\s+[-|]\s+Global Voices$")  # page titles, on the English side alone
_NUMBER = re.compile(r"\d[\d.,]*")
_THOUSAND = re.compile(r"(?<=\d) (?:ribu|thousand)\b")
#: Times of day, which Indonesian writes "pukul 21.00" and English "9 p.m.".
_CLOCK = re.compile(r"\b(?:pukul|jam) \d{1,2}[.:]\d\d\b|\b\d{1,2}(?::\d\d)? [ap]\.?m\b", re.I)
_ENGLISH = re.compile(
    r"\b(?:the|of|and|is|are|was|were|to|that|for|with|this|have|has|been|it)\b", re.IGNORECASE
)
_INDONESIAN = re.compile(
    r"\b(?:yang|dan|di|dari|untuk|dengan|ini|itu|pada|adalah|tidak|akan|telah)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Pair:
    """One sentence pair, normalised, with its place of origin and its two weights.

    ``weight`` is the expected number of showings per virtual epoch in the main phase,
    ``best`` the same in the decay phase (0: not shown there).
    """

    source: str
    licence: str
    weight: float
    best: float
    id: str
    en: str


def read(path: Path) -> Iterator[tuple[str, ...]]:
    """The allowed rows of the table (plain or ``.xz``) as 6-tuples; malformed ones skipped."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            row = tuple(line.rstrip("\n").split("\t"))
            if len(row) == len(HEADER) and row[0] in ALLOWED:
                yield row


def written() -> Iterator[tuple[str, ...]]:
    """The pairs in the files of ``written`` (Indonesian, English), which were written for this, as
    rows of the table."""
    for path in sorted(WRITTEN.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield ("open", "A", "sent", OWN, *line.split("\t"))


def weights(grade: str, kind: str, source: str) -> tuple[float, float]:
    """(main, decay) showings per virtual epoch for pairs of one origin."""
    if kind == "rel":
        return BY_SOURCE.get(source, 0.3), 0.0
    main = BY_SOURCE.get(source, BY_KIND.get((grade, kind), 0.1))
    return main, BEST_BY_SOURCE.get(source, main / 3.0 if grade == "A" else 0.0)


def _numbers(text: str) -> Counter[str]:
    """The figures of a text of two digits and more, but for times of day; 600 ribu is 600,000."""
    tokens = _NUMBER.findall(_THOUSAND.sub("000", _CLOCK.sub("", text)))
    found = (re.sub(r"\D", "", token).lstrip("0") for token in tokens)
    return Counter(number for number in found if len(number) > 1)


def foreign(text: str) -> bool:
    """True if any letter of the text is not Latin."""
    return any(
        ord(char) > 0x24F and char.isalpha() and "LATIN" not in unicodedata.name(char, "")
        for char in text
    )


def fault(source: str, target: str) -> str:
    """Why a normalised pair should not be learned from, or ``""`` if it may."""
    if not source or not target:
        return "empty"
    if source.lower() == target.lower():
        return "identical"
    if len(source) > 700 or len(target) > 700:
        return "long"
    ratio = (len(source) + 8) / (len(target) + 8)
    if not 0.5 < ratio < 2.0:
        return "ratio"
    if _MARKUP.search(source) or _MARKUP.search(target):
        return "markup"
    if foreign(source) or foreign(target):
        return "script"
    for side in (source, target):
        letters = sum(char.isalpha() or char.isspace() for char in side)
        if letters < 0.7 * len(side):
            return "letters"
    here, there = _numbers(source), _numbers(target)
    shared, either = sum((here & there).values()), sum((here | there).values())
    if either and shared < 0.5 * either:
        return "numbers"
    for side, own, other in (
        (source, _INDONESIAN, _ENGLISH),
        (target, _ENGLISH, _INDONESIAN),
    ):
        strange = len(other.findall(side))
        if strange > 1 and strange > len(own.findall(side)):
            return "language"
    return ""


def tidy(source: str, target: str) -> tuple[str, str]:
    """Both sides folded; list bullets and a site's name at the end are taken off either side."""
    left, right = (_SITE.sub("", _BULLET.sub("", fold(side))) for side in (source, target))
    return left, right


def clean(rows: Iterable[tuple[str, ...]]) -> tuple[list[Pair], Counter[str]]:
    """Clean pairs in input order, and how many rows each fault took out.

    Duplicates (both sides equal but for case) go; one source keeps at most two targets.
    """
    seen: set[tuple[str, str]] = set()
    targets: Counter[str] = Counter()
    pairs: list[Pair] = []
    lost: Counter[str] = Counter()
    for licence, grade, kind, origin, raw_id, raw_en in rows:
        source, target = tidy(raw_id, raw_en)
        target = administrative.rendered(source, target)
        why = fault(source, target)
        if why == "numbers" and origin == OWN:
            why = ""  # what is "sepuluh" in Indonesian news is 10 in American
        key = (source.lower(), target.lower())
        if not why and (key in seen or targets[key[0]] >= 2):
            why = "duplicate"
        if why:
            lost[why] += 1
            continue
        seen.add(key)
        targets[key[0]] += 1
        main, best = weights(grade, kind, origin)
        pairs.append(Pair(origin, licence, main, best, source, target))
    return pairs, lost


def headlines(pairs: Iterable[Pair], share: float, seed: int) -> list[Pair]:
    """Extra pairs in headline dress: about ``share`` of the full sentences, twice over.

    Half are all capitals on both sides; half have a Source In Title Case over a plain target.
    The closing full stop goes.
    """
    dice = random.Random(seed)
    extra: list[Pair] = []
    for pair in pairs:
        if pair.best <= 0 or not 4 <= len(pair.id.split()) <= 16 or dice.random() >= share:
            continue
        source, target = pair.id.rstrip("."), pair.en.rstrip(".")
        if dice.random() < 0.5:
            source, target = source.upper(), target.upper()
        else:
            source = " ".join(map(capital, source.split()))
        extra.append(Pair(pair.source, pair.licence, 1.0, 0.3, source, target))
    return extra
