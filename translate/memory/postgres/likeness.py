"""Which sources pg_trgm is asked for, so that those with a score are among them.

pg_trgm's likeness is the share of trigrams that two texts have in common, of all they have. A
score is of characters. For two sentences of which the same share of words is the same, one can be
told from the other; in short texts a changed letter costs more trigrams. What is missed so, and
what it costs, is in bench/README.md.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from padanan.translate.memory.score import enough

BOUNDS = (0, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 2**31 - 1)
"""Characters of folded texts at which one class of sizes ends and the next begins. Each class has
an index of its own: a text that is much shorter or longer than another cannot be like it, and is
not to be looked at."""


def letters(folded: str) -> str:
    """A folded text in ASCII letters and digits alone.

    What else counts as a letter to pg_trgm depends on the locale of the database: it is written as
    the number of the character.
    """
    if folded.isascii() and folded.replace(" ", "").isalnum():
        return folded
    return "".join(
        one if one == " " or (one.isascii() and one.isalnum()) else f"{ord(one):x}"
        for one in folded
    )


def trigrams(letters: str) -> set[str]:
    """The trigrams of letters, as pg_trgm makes them."""
    words = (f"  {word} " for word in re.findall(r"[a-z0-9]+", letters))
    return {word[at : at + 3] for word in words for at in range(len(word) - 2)}


def least(letters: str, threshold: float) -> float:
    """The likeness from which sources are looked at.

    Args:
        letters: The letters of the source that is asked about.
        threshold: The score that is wanted, 0 to 100.
    """
    same = enough(threshold)
    number = len(trigrams(letters))
    expected = same / (2 - same)  # if as many trigrams as characters are the same
    return round(min(max(_LOWEST, expected * min(_SHORT + _LONGER * number, _MOST)), 1.0), 2)


_LOWEST = 0.15
"""Below this nearly everything is like everything."""

_SHORT, _LONGER, _MOST = 0.4, 0.009, 0.92
"""The share of the expected likeness that texts without trigrams have, how much it is more for each
trigram, and the most of it; so that of 493 best hits with a score of 60 and more 488 are found."""


def classes(size: int, threshold: float) -> Iterator[tuple[int, int]]:
    """The classes of sizes that sources with a score can be in: from a size to below another."""
    same = enough(threshold)
    longest = size / same if same > 0 else float("inf")
    for begin, end in pairwise(BOUNDS):
        if begin <= longest and end - 1 >= size * same:
            yield begin, end
