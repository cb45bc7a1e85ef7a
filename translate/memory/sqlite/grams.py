"""Sketches: what two similar texts share, in a few numbers.

A text is cut into trigrams, each trigram is hashed, and the text's sketch is the trigrams with the
smallest hashes. Similar texts share trigrams, and as the hashes are the same
everywhere, they share the smallest ones too (Broder, "On the resemblance and containment of
documents", 1997, calls it a bottom-k sketch). So the index has the same few entries for every text
however long, needs no counts of the whole memory, and a text is added to it without a look at any
other.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

LENGTH = 3
"""Characters of a trigram."""

SIZE = 32
"""Trigrams of a sketch, at most."""

BITS = 16
"""Bits of a trigram's number in the index: those whose hashes end in the same bits share it."""


def sketches(
    texts: Sequence[str],
) -> tuple["npt.NDArray[np.int64]", "npt.NDArray[np.int64]"]:
    """The sketches of folded texts.

    Returns:
        Trigrams (0 to 2**BITS - 1) and, in the same places, the texts they come from, by their
        places in `texts`. The texts stand in order.
    """
    import numpy as np

    lengths = np.array([len(text) + LENGTH - 1 for text in texts], dtype=np.int64)
    # A blank at both ends makes grams of the first and last characters, and of the shortest texts.
    edge = " " * (LENGTH - 1)
    joined = edge + edge.join(texts) + edge
    codes = np.frombuffer(joined.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    owners = np.repeat(np.arange(len(texts), dtype=np.int64), lengths)
    hashes = _hashes(codes)
    order = np.lexsort((hashes, owners))
    hashes, owners = hashes[order], owners[order]
    first = np.ones(len(hashes), dtype=np.bool_)
    first[1:] = (hashes[1:] != hashes[:-1]) | (owners[1:] != owners[:-1])
    hashes, owners = hashes[first], owners[first]
    begins = np.searchsorted(owners, np.arange(len(texts)))
    smallest = np.arange(len(hashes)) - begins[owners] < SIZE
    grams = hashes[smallest] & np.uint64((1 << BITS) - 1)
    return grams.astype(np.int64), owners[smallest]


def _hashes(codes: "npt.NDArray[np.uint64]") -> "npt.NDArray[np.uint64]":
    """A hash of each run of `LENGTH` codes: a polynomial, then the finaliser of SplitMix64 (Steele
    and others, "Fast splittable pseudorandom number generators", 2014)."""
    import numpy as np

    number = len(codes) - LENGTH + 1
    hashes = np.zeros(number, dtype=np.uint64)
    for at in range(LENGTH):
        hashes = hashes * np.uint64(0x100000001B3) + codes[at : at + number]
    hashes = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    hashes = (hashes ^ (hashes >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return hashes ^ (hashes >> np.uint64(31))
