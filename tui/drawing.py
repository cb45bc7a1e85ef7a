"""How the segments of an article are drawn: source beside target, or above it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import ClassVar

from rich.segment import Segment
from textual.strip import Strip

from padanan.language import gettext as _
from padanan.language import marked, ngettext, number
from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Entry
from padanan.tui import gutter, hits
from padanan.tui.actions import Place
from padanan.tui.folding import arrange, chosen, numbered
from padanan.tui.keymap import Keys
from padanan.tui.looking import NOTHING, Kind, Looked
from padanan.tui.painting import Palette, height, paint
from padanan.tui.registry import BY_ID
from padanan.tui.rows import Rows
from padanan.tui.spacing import GAP, Columns
from padanan.tui.text import inert, shorten

_QUIET = {BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.FURNITURE}
_LOUD = {BlockKind.HEADLINE, BlockKind.SUBHEADING}

_KINDS = {
    BlockKind.HEADLINE: marked("headline"),
    BlockKind.BYLINE: marked("byline"),
    BlockKind.DATELINE: marked("dateline"),
    BlockKind.CAPTION: marked("caption"),
    BlockKind.SUBHEADING: marked("subheading"),
    BlockKind.FURNITURE: marked("page furniture"),
}


class SegmentRows(Rows):
    """The rows of an article: what is in them, how high they are and what they look like.

    Args:
        entries: The article.
        looked: What there is to see in an entry, as far as that is known by now.
        keys: The keys as the desk has them.
    """

    PARTS = "segments"
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "segments--current",
        "segments--cursor",
        "segments--number",
        "segments--text",
        "segments--here",
        "segments--loud",
        "segments--quiet",
        "segments--remark",
        "segments--aside",
        "segments--rule",
        "segments--approved",
        "segments--draft",
        "segments--doubtful",
        "segments--empty",
        "segments--skipped",
        "segments--error",
        "segments--warning",
        "segments--hit",
        *(f"segments--{kind}" for kind in Kind),
        "segments--avoided-term",
    }
    DEFAULT_CSS = """
    SegmentRows {
        & > .segments--current { background: $panel; }
        & > .segments--cursor { color: $accent; text-style: bold; }
        & > .segments--number { color: $text-muted; }
        & > .segments--text { color: $foreground 80%; }
        & > .segments--here { color: $foreground; }
        & > .segments--loud { text-style: bold; }
        & > .segments--quiet { color: $text-muted; }
        & > .segments--remark { color: $text-accent; text-style: italic; }
        & > .segments--aside { color: $text-muted; text-style: italic; }
        & > .segments--rule { color: $text-disabled; }
        & > .segments--approved { color: $text-success; text-style: bold; }
        & > .segments--draft { color: $text-warning; text-style: bold; }
        & > .segments--doubtful { color: $text-error; text-style: bold; }
        & > .segments--empty { color: $text-error; text-style: bold; }
        & > .segments--skipped { color: $text-muted; }
        & > .segments--error { color: $text-error; text-style: bold; }
        & > .segments--warning { color: $text-warning; text-style: bold; }
        & > .segments--held { text-style: underline; }
        & > .segments--value { text-style: italic underline; }
        & > .segments--missing { color: $text-error; text-style: bold underline; }
        & > .segments--lost { color: $text-error; text-style: bold italic underline; }
        & > .segments--avoided { color: $text-warning; text-style: bold strike; }
        & > .segments--avoided-term { color: $text-warning; text-style: bold italic underline; }
        & > .segments--hit { text-style: reverse; }
        &:nocolor > .segments--missing { text-style: bold reverse; }
        &:nocolor > .segments--lost { text-style: italic reverse; }
    }
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        looked: Callable[[Entry], Looked | None] = lambda _: None,
        keys: Keys | None = None,
    ) -> None:
        super().__init__()
        self.entries = list(entries)
        self.unfolded = False
        self._looked = looked
        self._furniture_key = (keys or Keys()).shown(BY_ID["furniture"], Place.LIST)
        self._shown: list[int] | None = None
        self._held: tuple[str, int] | None = None
        self._wanted = hits.pattern("")
        self._palettes: dict[tuple[str, bool, bool], Palette] = {}
        self._arrange()
        self.cursor = self.step(0, 1)

    @property
    def columns(self) -> Columns:
        """Where things stand on a line."""
        return Columns.of(self.text_width, self._count)

    # Rows

    def _arrange(self) -> None:
        if self._shown is None:
            self._rows = list(arrange(self.entries, unfolded=self.unfolded))
        else:
            self._rows = list(chosen(self.entries, self._shown))
        self._row_of = [-1] * len(self.entries)
        for place, row in enumerate(self._rows):
            if not row.folded:
                self._row_of[row.entry] = place
        self._places = {entry.id: place for place, entry in enumerate(self.entries)}
        self._numbers = numbered(self.entries)
        self._count = max(self._numbers, default=0)

    def count(self) -> int:
        return len(self._rows)

    def selectable(self, row: int) -> bool:
        return not self._rows[row].folded

    # Measuring

    def guess(self, width: int) -> list[int]:
        columns = Columns.of(width, self._count)
        # A folded line loses about half a word.
        left, right = max(columns.source - 3, 1), max(columns.target - 3, 1)
        stacked, entries = columns.stacked, self.entries
        heights = []
        for row in self._rows:
            entry = entries[row.entry]
            source, target = len(entry.source) // left + 1, len(entry.target) // right + 1
            text = source + target + 1 if stacked else max(source, target) + row.parted
            heights.append(2 if row.folded else text)
        return heights

    def measure(self, row: int, width: int) -> int:
        if self._rows[row].folded:
            return 2 if row else 1
        columns = Columns.of(width, self._count)
        entry = self.entries[self._rows[row].entry]
        source = height(entry.source, columns.source)
        target = self._room(entry, columns) + bool(self._remark(row))
        text = source + target if columns.stacked else max(source, target)
        return text + self._has_rule(row, columns)

    def _room(self, entry: Entry, columns: Columns) -> int:
        """The lines of a target, or those held for it."""
        if self._held is not None and self._held[0] == entry.id:
            return self._held[1]
        return height(entry.target, columns.target) if entry.target else 0

    def _has_rule(self, row: int, columns: Columns) -> bool:
        """Whether a line stands above the row's text: it parts blocks and names their kind."""
        if row == 0:
            return self._rows[row].named
        return self._rows[row].parted or columns.stacked

    def _remark(self, row: int) -> str:
        """The first line of the comment on a row's entry."""
        return next(iter(self.entries[self._rows[row].entry].comment.strip().splitlines()), "")

    # Drawing

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._palettes.clear()

    def draw(self, row: int, width: int, *, current: bool) -> list[Strip]:
        columns = Columns.of(width, self._count)
        if folded := self._rows[row].folded:
            return [*([Strip([])] if row else []), self._folded(folded, columns)]
        strips = [self._rule(row, columns)] if self._has_rule(row, columns) else []
        back = self._style("text", current=current)
        before = self._gutter(row, columns, current=current)
        for line in self._lines(row, columns, current=current):
            strips.append(Strip([*before, *line]).adjust_cell_length(width, back))
            before = [before[0], Segment(" " * (columns.gutter - 1), back)]
        return strips

    def _folded(self, lines: int, columns: Columns) -> Strip:
        before = columns.gutter - 4
        mark = Segment(" " * before + gutter.drawn("·").ljust(4), self._style("skipped"))
        text = ngettext(
            "{n} line of page furniture left out ({key} shows it)",
            "{n} lines of page furniture left out ({key} shows them)",
            lines,
        ).format(n=number(lines), key=self._furniture_key)
        return Strip([mark, Segment(text, self._style("aside"))])

    def _gutter(self, row: int, columns: Columns, *, current: bool) -> list[Segment]:
        """What stands before the first line of a row."""
        index = self._rows[row].entry
        entry, text = self.entries[index], ""
        if columns.digits:
            text = f"{self._numbers[index] or '':>{columns.digits}} "
        signs = (gutter.state(entry), gutter.finding(self._looked(entry)), gutter.comment(entry))
        return [
            Segment(gutter.drawn("▌") if current else " ", self._style("cursor", current=current)),
            Segment(text, self._style("number", current=current)),
            *(Segment(sign, self._style(name, current=current)) for sign, name in signs),
            Segment(" ", self._style("text", current=current)),
        ]

    def _rule(self, row: int, columns: Columns) -> Strip:
        if not self._rows[row].named:
            return Strip([])
        indent = Segment(" " * columns.gutter, self.rich_style)
        kind = _(_KINDS[self.entries[self._rows[row].entry].kind])
        return Strip([indent, Segment(kind, self._style("aside"))])

    def _lines(self, row: int, columns: Columns, *, current: bool) -> Iterator[list[Segment]]:
        """The lines of a row's text, without the gutter."""
        source, target = self._painted(row, columns, current=current)
        text = self._style("text", current=current)
        if columns.stacked:
            yield from source
            before = [Segment(" " * columns.indent, text)] if columns.indent else []
            yield from ([*before, *line] for line in target)
            return
        rule = Segment(gutter.drawn("│").center(GAP), self._style("rule", current=current))
        nothing: list[Segment] = []
        for ours, theirs in zip_longest(source, target, fillvalue=nothing):
            yield [*Strip(ours).adjust_cell_length(columns.source, text), rule, *theirs]

    def _painted(
        self, row: int, columns: Columns, *, current: bool
    ) -> tuple[list[list[Segment]], list[list[Segment]]]:
        """The lines of the source, and those of the target with the comment."""
        entry = self.entries[self._rows[row].entry]
        looked = self._looked(entry) or NOTHING
        look = "here" if current else "text"
        if entry.kind in _QUIET or entry.kind in _LOUD:
            look = "quiet" if entry.kind in _QUIET else "loud"
        source = paint(
            entry.source,
            looked.source,
            hits.places(self._wanted, entry.source),
            columns.source,
            self._palette(look, current=current, source=True),
        )
        target: list[list[Segment]] = []
        if self._held is not None and self._held[0] == entry.id:
            target = [[]] * self._held[1]
        elif entry.target:
            target = paint(
                entry.target,
                looked.target,
                hits.places(self._wanted, entry.target),
                columns.target,
                self._palette(look, current=current, source=False),
            )
        if remark := self._remark(row):
            shown = shorten(inert(remark), columns.target - 2)
            target = [
                *target,
                [Segment(f"{gutter.drawn('¶')} {shown}", self._style("remark", current=current))],
            ]
        return source, target

    def _palette(self, name: str, *, current: bool, source: bool) -> Palette:
        key = (name, current, source)
        if key not in self._palettes:
            names = {kind: f"segments--{kind}" for kind in Kind}
            if source:
                names[Kind.AVOIDED] += "-term"
            self._palettes[key] = Palette(
                self._style(name, current=current),
                {
                    kind: self.get_component_rich_style(one, partial=True)
                    for kind, one in names.items()
                },
                self.get_component_rich_style("segments--hit", partial=True),
            )
        return self._palettes[key]
