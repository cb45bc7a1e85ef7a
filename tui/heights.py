"""How high the rows of a list are and where they begin: guessed at first, measured near sight."""

from bisect import bisect_right
from collections.abc import Callable
from itertools import accumulate


class Heights:
    """The heights of rows, in lines.

    Args:
        guess: About how high each row is.
        measure: How high a row is.
    """

    def __init__(
        self, guess: list[int] | None = None, measure: Callable[[int], int] = lambda _: 1
    ) -> None:
        self._heights = guess or []
        self._measure = measure
        self._measured = bytearray(len(self._heights))
        self._starts = [0]
        self.place()

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        """The lines of all rows, as far as known."""
        return self._starts[-1]

    def lines(self, row: int) -> range:
        """The lines of a row; none where there is no such row."""
        if not 0 <= row < len(self):
            return range(0)
        return range(self._starts[row], self._starts[row + 1])

    def row_at(self, line: int) -> int:
        """The row a line belongs to, the last one for lines beyond; -1 when there are no rows."""
        return min(bisect_right(self._starts, line) - 1, len(self) - 1)

    def place(self) -> None:
        """Let the rows begin where the heights known by now say."""
        self._starts = [0, *accumulate(self._heights)]

    def measure_again(self, rows: list[int]) -> bool:
        """Measure rows that have changed; whether `place` is to be called.

        Those that were never measured are far from sight, and still need not be.
        """
        known = [row for row in rows if 0 <= row < len(self) and self._measured[row]]
        for row in known:
            self._measured[row] = False
        return sum(self._measure_once(row) for row in known) > 0

    def measure_around(self, row: int, before: int, after: int) -> bool:
        """Measure a row and those near it; whether `place` is to be called.

        Args:
            row: The row.
            before: Lines before it that are to be measured.
            after: Lines after it that are to be measured.
        """
        changed = self._measure_once(row)
        for rows, wanted in ((range(row + 1, len(self)), after), (range(row - 1, -1, -1), before)):
            lines = 0
            for near in rows:
                if lines >= wanted:
                    break
                changed |= self._measure_once(near)
                lines += self._heights[near]
        return changed

    def _measure_once(self, row: int) -> bool:
        if self._measured[row]:
            return False
        self._measured[row] = True
        before = self._heights[row]
        self._heights[row] = self._measure(row)
        return self._heights[row] != before
