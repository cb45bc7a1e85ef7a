"""What every format of export takes and gives: articles, as far as they are wanted."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from padanan.translate.article import BlockKind
from padanan.translate.bilingual import Bilingual, Entry, State
from padanan.translate.page import GAP


@dataclass(frozen=True, slots=True)
class Document:
    """One article to export.

    Attributes:
        name: What its bilingual file is called, without the ending; shown to readers.
        content: Its bilingual file. What is not wanted of it is taken out already (`wanted`).
        approved_only: Whether drafts were taken out.
    """

    name: str
    content: Bilingual
    approved_only: bool = False

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What has a place in the English: all but furniture that nobody gave a target."""
        return tuple(
            entry
            for entry in self.content.entries
            if entry.state is not State.SKIPPED or entry.target
        )

    @property
    def gap(self) -> str:
        """What to say of a segment without a target, which may have a draft that was left out."""
        return "no approved translation" if self.approved_only else GAP

    @property
    def title(self) -> str:
        """The headline in English, as far as there is one; else the name."""
        headlines = (e for e in self.entries if e.kind is BlockKind.HEADLINE)
        return next((e.target or e.source for e in headlines), "") or self.name


@dataclass(frozen=True, slots=True)
class Writing:
    """A file to be written.

    Attributes:
        data: Its bytes.
        remarks: Sentences about what it could not hold as it is.
    """

    data: bytes
    remarks: tuple[str, ...] = ()


class Writer(Protocol):
    """A format's module."""

    def write(self, documents: Sequence[Document], *, marked: bool) -> Writing:
        """The bytes of a file that holds articles.

        Args:
            documents: The articles; one, unless the format can hold several.
            marked: Whether drafts, and what is missing, are to be told from what is approved. It
                is only ever false for formats of running text.
        """


@dataclass(frozen=True, slots=True)
class Piece:
    """The English of one segment in running text.

    Attributes:
        text: The target; where there is none, the source in square brackets.
        state: `State.EMPTY` where there is none; else `State.DRAFT` or `State.APPROVED`.
    """

    text: str
    state: State


@dataclass(frozen=True, slots=True)
class Block:
    """A block of an article in English.

    Attributes:
        kind: What it is; furniture that a person gave a target has its own kind.
        pieces: The English of its segments; at least one.
    """

    kind: BlockKind
    pieces: tuple[Piece, ...]


def state_of(entry: Entry) -> State:
    """`State.APPROVED`, `State.DRAFT` or `State.EMPTY`, also of furniture that has a target."""
    if entry.state is not State.SKIPPED:
        return entry.state
    if not entry.target:
        return State.EMPTY
    return State.DRAFT if "fuzzy" in entry.flags else State.APPROVED


def wanted(content: Bilingual, *, approved_only: bool) -> Bilingual:
    """A bilingual file as it is to be exported.

    Args:
        content: The file.
        approved_only: Whether drafts are to be left out. Their segments stay, without a target, so
            that every format shows the gap.
    """
    if not approved_only:
        return content
    return replace(content, entries=tuple(map(_without_draft, content.entries)))


def blocks(document: Document) -> list[Block]:
    """The blocks of an article that have any English, in reading order.

    Segments belong to one block where the bilingual file gives them the same line; one that has
    lost its line (to a tool that leaves such comments out) stands by itself.
    """
    by_line: dict[int, list[Entry]] = {}
    for number, entry in enumerate(document.entries, 1):
        by_line.setdefault(entry.line or -number, []).append(entry)
    return [Block(entries[0].kind, tuple(map(_piece, entries))) for entries in by_line.values()]


_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document can hold (XML 1.0, production 2, Char)."""


def pieces_for_xml(text: str) -> list[str]:
    """`text` cut at the characters that no XML document can hold: every second piece is one."""
    return re.split(f"({_NO_XML.pattern})", text)


def for_xml(text: str) -> str:
    """`text` with U+FFFD for each character that no XML document can hold."""
    return _NO_XML.sub("\ufffd", text)


def _without_draft(entry: Entry) -> Entry:
    if not entry.target or state_of(entry) is State.APPROVED:
        return entry
    # What was found in the draft, and how it was made, goes with it.
    return replace(entry, target="", state=State.EMPTY, findings=(), how="", fingerprint="")


def _piece(entry: Entry) -> Piece:
    state = state_of(entry)
    text = f"[{entry.source}]" if state is State.EMPTY else entry.target.strip()
    return Piece(text, state)
