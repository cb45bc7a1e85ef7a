"""The list of an article's segments, as the screen asks for it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Region

from padanan.translate.bilingual import Entry, State
from padanan.tui import hits
from padanan.tui.actions import Place
from padanan.tui.drawing import SegmentRows
from padanan.tui.gutter import MARKS
from padanan.tui.painting import height
from padanan.tui.registry import bindings
from padanan.tui.spacing import FREE

__all__ = ["MARKS", "Segments"]


class Segments(SegmentRows, inherit_bindings=False):
    """The list of an article's segments.

    Before each stand, in this order: the cursor; its number, where there is room; a sign for how
    far it has come (✓ approved, ~ a draft, ≈ one from the memory, ↓ one to be doubted, – none yet,
    · left out); a sign for the gravest finding (! error, ? warning); and ¶ where there is a
    comment, of which the first line is shown below the target. `MARKS` explains them.

    In the texts, what the glossary or a value is about is underlined; what is wrong stands out.

    Args:
        entries: The article.
        looked: What there is to see in an entry, as far as that is known by now.
        keys: The keys as the desk has them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.LIST)]
    # What the screen asks for

    @property
    def current(self) -> Entry | None:
        """The entry under the cursor."""
        return self.entries[self._rows[self.cursor].entry] if self.cursor >= 0 else None

    def show(self, entries: Sequence[Entry]) -> None:
        """Show other entries; the cursor stays on its entry, or near its place."""
        before, now = self.entries, list(entries)
        if len(before) == len(now):
            pairs = enumerate(zip(before, now, strict=True))
            changed = [place for place, (one, other) in pairs if one is not other and one != other]
            if all(_alike(before[place], now[place]) for place in changed):
                self.entries = now
                self.redraw(*(self._row_of[place] for place in changed))
                return
        with self._keeping_place():
            if self._shown is not None:
                self._shown = _followed(self._shown, before, now)
            self.entries = now

    def show_only(self, indices: Sequence[int] | None) -> None:
        """Show some entries.

        Args:
            indices: Their places in the article, in the order they are to stand in; None shows all
                of them, furniture folded away unless it is unfolded.
        """
        shown = None if indices is None else list(indices)
        if shown != self._shown:
            with self._keeping_place():
                self._shown = shown

    def fold(self, *, unfolded: bool) -> None:
        """Show the skipped lines, or fold them away."""
        with self._keeping_place():
            self.unfolded = unfolded

    def go(self, index: int) -> None:
        """Put the cursor on the entry at a place of the article, if it is shown."""
        if 0 <= index < len(self._row_of):
            self.move_to(self._row_of[index])

    def order(self) -> list[int]:
        """The places in the article of the entries shown, in the order they stand in."""
        return [row.entry for row in self._rows if not row.folded]

    def shows(self, index: int) -> bool:
        """Whether the entry at a place of the article has a row of its own."""
        return 0 <= index < len(self._row_of) and self._row_of[index] >= 0

    def numbered(self, wanted: int) -> Entry:
        """The segment with a number, counted from 1 without the skipped lines.

        Raises:
            ValueError: There is none.
        """
        return self.entries[self._numbers.index(wanted)]

    def in_sight(self) -> list[Entry]:
        """The entries that can be seen, at least in part."""
        rows = (self._rows[place] for place in self.rows_in_sight())
        return [self.entries[row.entry] for row in rows if not row.folded]

    def looked_anew(self, ids: Iterable[str]) -> None:
        """Draw entries again: more is known of them."""
        places = (self._places[one] for one in ids if one in self._places)
        self.repaint([self._row_of[place] for place in places])

    def highlight(self, query: str) -> None:
        """Show where the words of a query stand; an empty one shows nothing."""
        self._wanted = hits.pattern(query)
        self.repaint(range(self.row_count))

    # For the editor, which lies over the target it edits

    def hold(self, entry: Entry | None, lines: int = 0) -> None:
        """Keep a number of lines free for the target of an entry, which is edited there."""
        held = None if entry is None else (entry.id, max(lines, 1))
        before, self._held = self._held, held
        if held != before:
            ids = [one[0] for one in (before, held) if one is not None]
            self.redraw(*(self._row_of[self._places[one]] for one in ids if one in self._places))

    def cell(self) -> Region | None:
        """Where the target stands that lines are held for, in the list as it is scrolled by now."""
        if self._held is None or self._held[0] not in self._places:
            return None
        row = self._row_of[self._places[self._held[0]]]
        lines = self.extent(row)
        if not lines:
            return None
        columns = self.columns
        above = int(self._has_rule(row, columns))
        if columns.stacked:
            above += height(self.entries[self._rows[row].entry].source, columns.source)
        below = bool(self._remark(row))
        tall = len(lines) - above - below
        return Region(columns.target_at, lines.start + above, columns.target + FREE, tall)

    @contextmanager
    def _keeping_place(self) -> Iterator[None]:
        """Arrange the rows anew after a change; the cursor keeps its entry and its place in sight,
        or goes to the entry that is nearest."""
        before, current, lines = self.entries, self.current, self.extent(self.cursor)
        index = self._rows[self.cursor].entry if self.cursor >= 0 else 0
        seen = bool(lines) and lines.start < self.text_height and lines.stop > 0
        yield
        self._arrange()
        place = self._places.get(current.id, -1) if current is not None else -1
        row = self._row_of[place] if place >= 0 else -1
        self.cursor = row if row >= 0 else self._nearest(before, index)
        self.lay_out(self.cursor, lines.start if seen else 0)
        self.reveal(self.cursor)
        now = self.current
        if (now and now.id) != (current and current.id):
            self.post_message(self.Moved())

    def _nearest(self, before: Sequence[Entry], index: int) -> int:
        """The row of the entry that was nearest to a place of the article and is shown; else -1."""
        for distance in range(len(before)):
            for place in (index + distance, index - distance):
                if 0 <= place < len(before) and before[place].id in self._places:
                    row = self._row_of[self._places[before[place].id]]
                    if row >= 0:
                        return row
        return self.step(0, 1)


def _alike(one: Entry, other: Entry) -> bool:
    """Whether an entry can take the other's row: only their texts and states differ."""
    return (one.id, one.kind, one.line) == (other.id, other.kind, other.line) and (
        State.SKIPPED not in (one.state, other.state)
    )


def _followed(shown: list[int], before: Sequence[Entry], now: Sequence[Entry]) -> list[int]:
    """The places of the entries shown after the article's entries have changed.

    New ones are shown: they were made of those that were.
    """
    places = {entry.id: place for place, entry in enumerate(now)}
    known = {entry.id for entry in before}
    ids = (before[place].id for place in shown)
    new = [place for place, entry in enumerate(now) if entry.id not in known]
    followed = [*(places[one] for one in ids if one in places), *new]
    return sorted(followed) if shown == sorted(shown) else followed
