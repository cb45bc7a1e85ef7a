"""What both versions of XLIFF share: ids, blocks, and what an exported unit says of itself."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Self

from lxml import etree

from padanan.translate.bilingual import Entry, State, fingerprint
from padanan.translate.export.document import Document, for_xml, pieces_for_xml, state_of

US = "padanan"
"""Who findings are from, and what begins whatever else is ours in a file."""

BASE = f"x-{US}-base"
"""The type of what holds a `Base`."""

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
"""The attribute xml:space as lxml names it."""

Texts = list[tuple[etree._Element, str]]
"""Elements, and the texts that go into them once the document is laid out: laying out would take
the white space in a text for its own."""

_UNFIT = re.compile(r"_(?=x[0-9A-F]*_)|[^A-Za-z0-9._-]")

_ESCAPED = re.compile("_x([0-9A-F]*)_")


def unit_id(id_: str) -> str:
    """A segment's id as one of XLIFF, which must be an NMTOKEN; `segment_id` gives it back."""
    return _UNFIT.sub(lambda found: f"_x{ord(found[0]):04X}_", id_) or "_x_"


def segment_id(id_: str) -> str:
    """The id of the segment that `unit_id` made an id of."""
    return _ESCAPED.sub(_unescaped, id_)


def _unescaped(found: re.Match[str]) -> str:
    code = int(found[1] or "0", 16)
    return chr(code) if found[1] and code < 0x110000 else ""


@dataclass(frozen=True, slots=True)
class Base:
    """What a unit said when it was exported, so that it can be told who has changed what since.

    Attributes:
        state: The state.
        target: `fingerprint` of the target.
        comment: `fingerprint` of the comment.
    """

    state: State
    target: str
    comment: str

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """What an entry says now."""
        return cls(state_of(entry), fingerprint(entry.target), note_mark(entry.comment))

    def __str__(self) -> str:
        return f"{self.state} {self.target} {self.comment}"

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """What `str` has made a text of; None if it has not."""
        match text.split():
            case [state, target, comment] if state in set(State):
                return cls(State(state), target, comment)
        return None


def note_mark(text: str) -> str:
    """The `fingerprint` of a note, whatever a tool has made of its white space."""
    return fingerprint(" ".join(for_xml(text).split()))


def by_block(document: Document) -> Iterator[tuple[str, Sequence[Entry]]]:
    """The segments of an article by block, each block with the name of its kind."""
    for _, found in groupby(document.entries, key=lambda entry: entry.line):
        entries = tuple(found)
        yield entries[0].kind, entries


def finished(
    root: etree._Element, texts: Texts, stand_in: Callable[[str, int], etree._Element]
) -> bytes:
    """A document as the bytes of a file.

    Args:
        root: Its outermost element.
        texts: What goes into which elements.
        stand_in: Gives the element that stands for a character no XML document can hold, the
            number of which in its text is given as well.
    """
    etree.indent(root)
    for element, text in texts:
        element.text, *rest = pieces_for_xml(text)
        pairs = zip(rest[::2], rest[1::2], strict=True)
        for number, (character, following) in enumerate(pairs, 1):
            place = stand_in(character, number)
            place.tail = following
            element.append(place)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"
