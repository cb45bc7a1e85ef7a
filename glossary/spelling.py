"""Indonesian spellings: the same word, written in more than one way."""

from functools import cache

from padanan.glossary.tables import rows
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

LONGEST_ACRONYM = 5
"""Letters of the longest acronym that may have full stops between them: R.I., P.T., K.U.H.P."""

MOST_WAYS = 32
"""How many ways of writing one term are tried; a name of many such words has too many."""

LONGEST_JOINED = 6
"""Words of the longest term of which two are looked for in one: long names are not run together."""


@cache
def spellings() -> dict[str, tuple[str, ...]]:
    """For each word (folded) with several spellings, the others."""
    others: dict[str, tuple[str, ...]] = {}
    for words in rows("spellings.tsv"):
        known = [keys(word)[0] for word in words]
        for word in known:
            others[word] = tuple(dict.fromkeys(other for other in known if other != word))
    return others


def is_acronym(text: str, sequence: list[str]) -> bool:
    """Whether a term or rendering, of these tokens, is an acronym that may take full stops."""
    return len(text) <= LONGEST_ACRONYM and text.isupper() and sequence == [text.lower()]


def ways_to_write(sequence: list[str], *, acronym: bool = False) -> list[tuple[str, ...]]:
    """The ways a term's words may be written, the term's own first.

    Other spellings of its words; any two words that follow each other joined in one (kerja sama,
    kerjasama); a doubled word with a figure (undang2); commas left out; an acronym's letters with
    full stops (A.S.). Hyphens and spaces between words are the matcher's business.
    """
    table = spellings()
    ways: list[tuple[str, ...]] = [()]
    for word in sequence:
        choices = (word, *table.get(word, ()))
        ways = [(*way, choice) for way in ways for choice in choices][:MOST_WAYS]
    if acronym:
        ways.append(tuple(".".join(sequence[0])))
    if "," in sequence:
        comma = len(sequence) - 1 - sequence[::-1].index(",")
        ways += [(*way[:comma], *way[comma + 1 :]) for way in ways]
        ways.append(tuple(word for word in sequence if word != ","))
    if len(sequence) > LONGEST_JOINED:
        return ways
    pairs = [
        (way, place)
        for way in ways
        for place in range(len(way) - 1)
        if way[place].isalpha() and way[place + 1].isalpha()
    ]
    ways += [(*way[:at], way[at] + way[at + 1], *way[at + 2 :]) for way, at in pairs]
    ways += [
        (*way[:at], f"{way[at]}2", *way[at + 2 :]) for way, at in pairs if way[at] == way[at + 1]
    ]
    return ways
