"""Sequences of words, found one word after another: built once, asked often."""

from collections.abc import Iterable, Sequence

Node = dict[str, "Node | int"]
"""What may follow: for each word the next node, or a leaf's entry.

Most sequences end where nothing else goes on, so a leaf is its entry's bare number; where something
does, the entry stands under `HERE`."""

HERE = ""
"""The key of the entry that ends at a node; no word is empty."""


class Trie:
    """Sequences of words, each with the numbers of what they stand for.

    Attributes:
        root: Where every sequence begins.
        entries: For each entry of the trie, the numbers given for its sequence.
    """

    def __init__(self, sequences: Iterable[tuple[Sequence[str], int]]) -> None:
        """A trie of these sequences (none empty, no empty word) with their numbers."""
        self.root: Node = {}
        self.entries: list[tuple[int, ...]] = []
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
            self.entries.append((number,))
        elif isinstance(following, int) and number not in self.entries[following]:
            self.entries[following] += (number,)
