"""Indonesian spellings: the same word, written in more than one way."""

from functools import cache
from importlib import resources

from padanan.glossary.words import keys

# fmt: off
PREFIXES = frozenset(
    {
        "adi", "anti", "antar", "bio", "de", "dwi", "eks", "ekstra", "geo", "hiper", "infra",
        "inter", "intra", "kilo", "ko", "kontra", "maha", "makro", "mikro", "mono", "multi",
        "nara", "non", "paleo", "panca", "pasca", "peri", "poli", "pra", "purna", "re", "semi",
        "serba", "sub", "super", "supra", "swa", "tele", "trans", "tri", "tuna", "ultra", "wali",
    }
)
# fmt: on
"""Bound forms, which are written in one word with what follows (Ejaan yang Disempurnakan, 5th ed.
2022, on derived words) and which news writes apart all the same: pasca perang, non blok. "para" is
a word, and "pro" stands before names of its own."""

MOST_WAYS = 32
"""How many ways of writing one term are tried; a name of many such words has too many."""

LONGEST_JOINED = 6
"""Words of the longest term of which two are looked for in one: long names are not run together."""


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """For each word (folded) with several spellings, the others."""
    table = resources.files("padanan.glossary").joinpath("data/spellings.tsv")
    others: dict[str, tuple[str, ...]] = {}
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        known = [keys(word)[0] for word in line.split("\t")]
        for word in known:
            others[word] = tuple(dict.fromkeys(other for other in known if other != word))
    return others


def ways_to_write(sequence: list[str]) -> list[tuple[str, ...]]:
    """The ways a term's words may be written, the term's own first.

    Other spellings of its words, and any two words that follow each other joined in one
    (kerja sama, kerjasama). Hyphens and spaces between words are the matcher's business.
    """
    table = spellings()
    ways: list[tuple[str, ...]] = [()]
    for word in sequence:
        choices = (word, *table.get(word, ()))
        ways = [(*way, choice) for way in ways for choice in choices][:MOST_WAYS]
    if len(sequence) > LONGEST_JOINED:
        return ways
    joined = [
        (*way[:index], way[index] + way[index + 1], *way[index + 2 :])
        for way in ways
        for index in range(len(way) - 1)
        if way[index].isalpha() and way[index + 1].isalpha()
    ]
    return [*ways, *joined]
