"""The columns of the list of articles: which there are room for, and how wide each is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from rich.cells import cell_len

from padanan.language import gettext as _
from padanan.language import marked, number
from padanan.tui.arranging import Order
from padanan.tui.overview import Overview, Progress
from padanan.tui.text import inert

GAP = 2
"""Cells between two columns."""

_NAME = 20
"""Cells that a name gets in any case, if it needs them."""

_HEADLINE = 16
"""Cells that a headline gets, where it is shown."""

_BAR = 8
"""Cells of the bar."""


class Key(StrEnum):
    """The columns, in their order; the values are their headings."""

    NAME = marked("Article")
    PROGRESS = marked("Approved")
    DRAFTS = marked("Drafts")
    ERRORS = marked("Errors")
    WARNINGS = marked("Warnings")
    TERMS = marked("Terms")
    WORDS = marked("Words left")
    HEADLINE = marked("Headline")
    TIME = marked("Changed")


_DEAREST = (
    Key.PROGRESS,
    Key.ERRORS,
    Key.TERMS,
    Key.WARNINGS,
    Key.WORDS,
    Key.HEADLINE,
    Key.TIME,
    Key.DRAFTS,
)
"""What there is to be room for beside the name, the dearest first."""

_SORTED = {
    Order.NAME: Key.NAME,
    Order.PROGRESS: Key.PROGRESS,
    Order.FINDINGS: Key.ERRORS,
    Order.WORDS: Key.WORDS,
    Order.TIME: Key.TIME,
}

_TO_THE_LEFT = (Key.NAME, Key.PROGRESS, Key.HEADLINE, Key.TIME)

_BARS = ("█", "▒", "·")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list.

    Attributes:
        key: What it shows.
        heading: What stands above it.
        width: Its cells.
    """

    key: Key
    heading: str
    width: int

    def place(self, text: str) -> str:
        """Text of at most the column's width, brought to that width."""
        space = " " * (self.width - cell_len(text))
        if self.key is Key.PROGRESS and text[:1] in _BARS:
            return text[:_BAR] + space + text[_BAR:]  # bars stand below each other
        return text + space if self.key in _TO_THE_LEFT else space + text


def columns(
    width: int, overviews: Sequence[Overview], order: Order, *, backwards: bool
) -> list[Column]:
    """The columns that there is room for.

    Args:
        width: Cells to a line.
        overviews: What is to be shown in them.
        order: What the list is sorted by; the column says so.
        backwards: Whether it is sorted the other way round.
    """
    wanted = {key: _column(key, overviews, order, backwards=backwards) for key in Key}
    name = wanted.pop(Key.NAME)
    least = min(name.width, _NAME)
    spare = width - least
    chosen: list[Key] = []
    for key in _DEAREST:
        needed = GAP + (_HEADLINE if key is Key.HEADLINE else wanted[key].width)
        if needed > spare and chosen:
            break
        chosen.append(key)
        spare -= needed
    if Key.HEADLINE in chosen:
        # Long names must not take all that headlines are shown for.
        wish = max(wanted[Key.HEADLINE].width - _HEADLINE, 0)
        more = min(max(spare // 2, spare - wish), name.width - least)
        wanted[Key.HEADLINE] = replace(wanted[Key.HEADLINE], width=_HEADLINE + spare - more)
    else:
        more = spare
    name = replace(name, width=max(least + more, 1))
    return [name, *(wanted[key] for key in Key if key in chosen)]


def _column(key: Key, overviews: Iterable[Overview], order: Order, *, backwards: bool) -> Column:
    heading = _(key.value)
    if _SORTED[order] is key:
        heading += " ▲" if backwards else " ▼"
    texts = (cell(key, one) for one in overviews)
    return Column(key, heading, max(map(cell_len, (heading, *texts))))


def cell(key: Key, overview: Overview) -> str:
    """What a column says of an article, without the bar; nothing where it is not known."""
    if key is Key.NAME:
        return overview.name
    if key is Key.HEADLINE:
        return inert(overview.headline)
    if key is Key.TIME:
        return _moment(overview.time)
    found = overview.progress
    if found is None:
        if key is not Key.PROGRESS:
            return ""
        return _("damaged") if overview.error else "…"
    if key is Key.PROGRESS:
        return f"{bar(found)} {number(found.approved)}/{number(found.total)}"
    return _count(_figure(key, found))


def _figure(key: Key, found: Progress) -> int:
    return {
        Key.DRAFTS: found.drafted,
        Key.ERRORS: found.errors,
        Key.WARNINGS: found.warnings,
        Key.TERMS: found.terms,
        Key.WORDS: found.words,
    }[key]


def _count(figure: int) -> str:
    return number(figure) if figure else "–"


def _moment(time: float) -> str:
    """A moment as all languages read it."""
    if not time:
        return ""
    try:
        return datetime.fromtimestamp(time).strftime("%Y-%m-%d %H:%M")
    except (OverflowError, OSError, ValueError):
        return ""  # a clock gone wild


def bar(progress: Progress) -> str:
    """Full cells for what is approved, shaded ones for drafts, dots for what is empty.

    Whatever there is of the one or the other is seen, and only a whole that is done is full.
    """
    if progress.approved == progress.total:
        return _BARS[0] * _BAR
    approved = min(_cells(progress.approved, progress.total), _BAR - 1)
    filled = _cells(progress.approved + progress.drafted, progress.total)
    filled = max(filled, approved + bool(progress.drafted))
    lengths = (approved, filled - approved, _BAR - filled)
    return "".join(one * length for one, length in zip(_BARS, lengths, strict=True))


def _cells(part: int, total: int) -> int:
    return max(part * _BAR // total, 1) if part else 0
