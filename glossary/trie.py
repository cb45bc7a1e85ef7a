"""Sequences of words, found one word after another: built once, asked often."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

Node = dict[str, "Node | int"]
"""What may follow: for each word the next node, or a leaf's entry.

Most sequences end where nothing else goes on, so a leaf is its entry's bare number; where something
does, the entry stands under `HERE`."""

HERE = ""
"""The key of the entry that ends at a node; no word is empty."""


Candidate = tuple[int, int, int, int, int, tuple[Any, ...]]
"""Tokens of a text that may be a sequence, so that the best sort first: minus the number of tokens,
minus that of characters, the first token, the one after the last, the entry, and what its finder
knows besides."""

_NONE: Candidate = (0, 0, -1, -1, -1, ())
"""What no candidate is like."""

_Found = TypeVar("_Found")


class Trie:
    """Sequences of words, each with the numbers of what they stand for.

    Attributes:
        root: Where every sequence begins.
        entries: For each entry of the trie, the numbers given for its sequence.
    """

    def __init__(self, sequences: Iterable[tuple[Sequence[str], int]]) -> None:
        """A trie of these sequences (none empty, no empty word) with their numbers, which rise."""
        self.root: Node = {}
        self.entries: list[list[int]] = []
        for sequence, number in sequences:
            self._add(sequence, number)

    def _add(self, sequence: Sequence[str], number: int) -> None:
        node = self.root
        for word in sequence[:-1]:
            following = node.get(word)
            if not isinstance(following, dict):
                following = {} if following is None else {HERE: following}
                node[word] = following
            node = following
        last = sequence[-1]
        following = node.get(last)
        if isinstance(following, dict):
            node, last = following, HERE
            following = node.get(last)
        if following is None:
            node[last] = len(self.entries)
            self.entries.append([number])
        elif isinstance(following, int) and number != self.entries[following][-1]:
            self.entries[following].append(number)


def longest_first(
    candidates: list[Candidate],
    taken: bytearray,
    settle: Callable[[int, int, Sequence[Candidate]], Sequence[_Found]],
) -> list[_Found]:
    """What candidates come to if none may overlap another, the longest chosen first.

    Args:
        candidates: Sorted here, in place.
        taken: A byte for each token of the text, 1 where something is found; filled in here.
        settle: Makes results of the candidates for one run of tokens (the first one, the one
            after the last, the candidates); none if they are nothing after all, and what overlaps
            them has its chance.

    Returns:
        The results, the longest first.
    """
    candidates.sort()
    candidates.append(_NONE)
    results: list[_Found] = []
    begin = 0
    while begin < len(candidates) - 1:
        first, last = candidates[begin][2:4]
        after = begin + 1
        while candidates[after][2] == first and candidates[after][3] == last:
            after += 1
        same = candidates[begin:after]
        begin = after
        if taken.find(1, first, last) < 0 and (settled := settle(first, last, same)):
            taken[first:last] = b"\1" * (last - first)
            results += settled
    return results
