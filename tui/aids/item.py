"""What the aids show and give: pages of items, and what one does by taking an item."""

import re
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from padanan.glossary import Concept
from padanan.language import marked
from padanan.translate.bilingual import Entry
from padanan.translate.memory import Op, word_diff
from padanan.translate.memory import Piece as Difference
from padanan.tui.looking import Looked


class Aid(StrEnum):
    """The pages of the panel, in the order of their headings; the values are these."""

    TERMS = marked("Terms")
    MEMORY = marked("Memory")
    ALTERNATIVES = marked("Others")
    FINDINGS = marked("Findings")
    ORIGIN = marked("Origin")


@dataclass(frozen=True, slots=True)
class Taking:
    """Text that is to be put into a target.

    Attributes:
        text: The text.
        start: Where what it takes the place of begins, in characters of the target; None puts it
            at the cursor.
        end: Where that ends.
    """

    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Jump:
    """A place of the target that is to be selected in the editor, from `start` to before `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Unfold:
    """A line of the panel that is to be shown in full.

    Attributes:
        key: The key of its item.
    """

    key: Hashable


Act = Taking | Jump | Unfold
"""What taking an item does."""


@dataclass(frozen=True, slots=True)
class View:
    """What one is at.

    Attributes:
        entry: The segment.
        text: Its target as it is being typed.
        cursor: Where the cursor stands in it, in characters.
        looked: What there is to see in that text; None while that is not known yet.
        typed: Whether it is being typed.
        unfolded: The key of the item that is shown in full, of those that are folded to a line.
    """

    entry: Entry
    text: str
    cursor: int = 0
    looked: Looked | None = None
    typed: bool = False
    unfolded: Hashable = None


class Look(StrEnum):
    """How a piece of an item is drawn; the values name the panel's component classes."""

    PLAIN = "plain"
    QUIET = "quiet"
    STRONG = "strong"
    GOOD = "good"
    DOUBTFUL = "doubtful"
    BAD = "bad"
    GONE = "gone"
    """It is only in the text one comes from."""

    NEW = "new"
    """It is only in the text one comes to."""

    HIT = "hit"
    """It was looked for."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text and how it is drawn. The text may be anyone's: the panel makes it inert."""

    text: str
    look: Look = Look.PLAIN


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph of a page.

    Attributes:
        pieces: Its text.
        key: What tells it from the page's other items, also when the page is made anew.
        act: What taking it does; None where there is nothing to take. Items with one are numbered.
        concept: The concept it is about, if it is about one.
        indent: Cells that it stands in by; -1 for a title, which begins where numbers stand.
        folded: Whether it is cut off at the end of its first line.
    """

    pieces: tuple[Piece, ...]
    key: Hashable = None
    act: Act | None = None
    concept: Concept | None = None
    indent: int = 0
    folded: bool = False


class Count(NamedTuple):
    """What a heading counts.

    Attributes:
        number: How many there are; None where there is nothing to count, or it is not known.
        urgent: How many of them somebody should look at.
    """

    number: int | None = None
    urgent: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """What an aid shows: items, in their order."""

    items: tuple[Item, ...] = ()

    @property
    def numbered(self) -> tuple[Item, ...]:
        """The items that can be taken, as they are numbered from 1."""
        return tuple(item for item in self.items if item.act is not None)


LONGEST_COMPARED = 4_000
"""Characters of a text up to which differences are shown word by word: the time that takes grows
with the square."""


def said(text: str, look: Look = Look.QUIET) -> Item:
    """An item that only says something."""
    return Item((Piece(text, look),))


def difference(then: str, now: str) -> tuple[Piece, ...]:
    """The way from one text to another, word by word; the later text where they are very long.

    A blank stands between what is gone and what is new, which the texts do not have there.
    """
    if max(len(then), len(now)) > LONGEST_COMPARED:
        return (Piece(now),)
    made: list[Piece] = []
    for gone, new, same in _changes(then, now):
        if gone:
            made.append(Piece(gone, Look.GONE))
        if gone and new:
            made.append(Piece(" "))
        if new:
            made.append(Piece(new, Look.NEW))
        if same:
            made.append(Piece(same))
    return tuple(made)


def _changes(then: str, now: str) -> Iterator[tuple[str, str, str]]:
    """What is gone, what is new, and what follows in both.

    Characters between two changes that no blank is among are of one change, and so is the word
    before one that goes on with a mark: a date is read whole.
    """
    gone = new = ""
    pieces = word_diff(then, now)
    for at, (op, text) in enumerate(pieces):
        last = at + 1 == len(pieces)
        if op is Op.GONE:
            gone += text
        elif op is Op.NEW:
            new += text
        elif (gone or new) and not last and not any(map(str.isspace, text)):
            gone, new = gone + text, new + text
        else:
            word = "" if last else _word_before(text, *pieces[at + 1 : at + 3])
            yield gone, new, text[: len(text) - len(word)]
            gone = new = word
    if gone or new:
        yield gone, new, ""


def _word_before(text: str, *changes: Difference) -> str:
    """The word that a text ends in, if that is replaced with marks or blanks after it."""
    replaced = [op for op, _ in changes] == [Op.GONE, Op.NEW]
    if not replaced or all(piece[:1].isalnum() for _, piece in changes):
        return ""
    return re.split(r"\s", text)[-1]


def spaced(pieces: Iterable[Piece | None]) -> tuple[Piece, ...]:
    """Pieces with two blanks between them, those left out that are not there or empty."""
    made: list[Piece] = []
    for piece in pieces:
        if piece is not None and piece.text:
            made += [Piece("  "), piece] if made else [piece]
    return tuple(made)
