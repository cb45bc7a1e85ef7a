"""The forms an Indonesian word takes without becoming another word.

Clitics, which Indonesian spelling writes in one word with what they belong to (Ejaan yang
Disempurnakan, 5th ed. 2022, on bound pronouns and particles): -ku, -mu, -nya after a word, ku- and
kau- before a verb, and -lah, -kah, -pun after either (the rules want pun apart; news joins it all
the same). Reduplication makes plurals. Words are not stemmed: cutting off what only looks like an
ending would find terms that are not there.
"""

from collections.abc import Iterator
from typing import NamedTuple

PRONOUNS = ("nya", "ku", "mu")
PARTICLES = ("lah", "kah", "pun")
CLITICS = PRONOUNS + PARTICLES
PROCLITICS = ("ku", "kau")

SHORTEST_STEM = 3
"""Letters that must be left of a word without its clitics. Shorter ones (AS, RI, UU) are
acronyms and take a hyphen: AS-nya."""

# fmt: off
WHOLE_WORDS = frozenset(
    {
        "adalah", "agaknya", "akhirnya", "alangkah", "bangku", "barakah", "berkah", "berlaku",
        "bersalah", "bertanya", "bertemu", "biasanya", "bongkah", "bungkah", "hendaknya",
        "himpun", "istilah", "jumlah", "kabilah", "kelaku", "ketemu", "khususnya", "kiranya",
        "langkah", "lazimnya", "makalah", "makanya", "maluku", "mangku", "masakah", "masalah",
        "maupun", "melangkah", "meskipun", "misalnya", "nafkah", "naskah", "nyatanya", "pangku",
        "pasalnya", "paskah", "pelaku", "pemangku", "penanya", "penghimpun", "perilaku",
        "permasalah", "pokoknya", "risalah", "rumpun", "rupanya", "sebelah", "sekalipun",
        "sekiranya", "sekolah", "selaku", "serakah", "soalnya", "tampaknya", "terbelah",
        "terpaku", "tingkah", "umumnya", "walaupun",
    }
)
# fmt: on
"""Words that end as if in a clitic after another word and are words of their own: masalah
(problem), which is not masa (period) + -lah; Maluku, which is not malu (ashamed) + -ku; akhirnya
(at last), pasalnya (for), which say nothing of an end or an article any more."""


class Form(NamedTuple):
    """A word form taken apart.

    Attributes:
        stem: What is left; a term's word, perhaps.
        clitics: What was taken off, in the order of the word, with hyphens that show its place:
            "ku-", "-nya", "-lah".
        plural: Whether the stem stood doubled (negara2, negaranegara).
    """

    stem: str
    clitics: tuple[str, ...] = ()
    plural: bool = False


def forms(word: str, *, verb: bool = False) -> Iterator[Form]:
    """Every way to take a folded word apart, the one that takes off least first.

    The word itself is not among them.

    Args:
        word: One word, folded (`words.fold`), without spaces or hyphens.
        verb: Whether ku- and kau- may be before it.
    """
    ways = [Form(word)]
    if word not in WHOLE_WORDS:
        for particle in ("", *PARTICLES):
            rest = word.removesuffix(particle)
            if particle and rest == word:
                continue
            end = (f"-{particle}",) if particle else ()
            for pronoun in ("", *PRONOUNS):
                stem = rest.removesuffix(pronoun)
                if (pronoun and stem == rest) or len(stem) < SHORTEST_STEM or stem == word:
                    continue
                ways.append(Form(stem, ((f"-{pronoun}",) if pronoun else ()) + end))
    if verb:
        ways += [
            Form(way.stem.removeprefix(proclitic), (f"{proclitic}-", *way.clitics))
            for way in ways
            for proclitic in PROCLITICS
            if way.stem.startswith(proclitic) and len(way.stem) - len(proclitic) >= SHORTEST_STEM
        ]
    for way in ways:
        if way.clitics:
            yield way
        single = _single(way.stem)
        if single:
            yield Form(single, way.clitics, plural=True)


def _single(word: str) -> str:
    """What stands doubled in a word written without a hyphen (negara2, negaranegara), or ""."""
    if word.endswith("2"):
        return word[:-1] if word[:-1].isalpha() and len(word) > SHORTEST_STEM else ""
    half = len(word) // 2
    return word[:half] if half >= SHORTEST_STEM + 1 and word[:half] * 2 == word else ""


def may_be_form(word: str) -> bool:
    """Whether `forms` could yield anything without proclitics: a quick test for the many."""
    return word.endswith(CLITICS) or word[-1] == "2" or _single(word) != ""
