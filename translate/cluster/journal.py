"""What became of the articles that are being worked on, where no dying worker takes it along.

Ray does the work of a worker that has died once more, on another. The journal tells that one what
is done already, and how often an article has been begun: one that kills its workers is given up.
"""

from dataclasses import dataclass, field

TRIES = 3
"""How often an article is tried: with others first, then alone."""


@dataclass(slots=True)
class Begun:
    """A group of articles that is being worked on.

    Attributes:
        tries: How often it was begun.
        done: What became of articles, packed, by their numbers.
    """

    tries: int = 0
    done: dict[int, bytes] = field(default_factory=dict)


class Journal:
    """One for a run. It is told of groups and articles by their numbers."""

    def __init__(self) -> None:
        self._groups: dict[int, Begun] = {}
        self._alone: dict[int, int] = {}

    def begin(self, group: int) -> Begun:
        """A worker begins with a group of articles.

        Returns:
            How often it was begun, this time included, and what is done already.
        """
        begun = self._groups.setdefault(group, Begun())
        begun.tries += 1
        return begun

    def begin_alone(self, article: int) -> int:
        """A worker begins with one article alone; how often that was so, this time included."""
        self._alone[article] = self._alone.get(article, 0) + 1
        return self._alone[article]

    def tell(self, group: int, article: int, result: bytes) -> None:
        """An article is done."""
        if group in self._groups:
            self._groups[group].done[article] = result

    def end(self, group: int) -> None:
        """What became of a group is where it belongs, and need not be kept."""
        self._groups.pop(group, None)
