"""Reading XML that may be hostile, and writing XML that others can read."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from lxml import etree

from padanan.errors import InputError
from padanan.glossary.concept import Concept
from padanan.glossary.formats.base import LeftOut
from padanan.glossary.formats.rows import checked
from padanan.glossary.problem import shown
from padanan.glossary.row import concept_row

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
"""The attribute xml:lang as lxml names it."""

_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document can hold (XML 1.0, production 2, Char)."""

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file.

    Attributes:
        root: Its outermost element.
        damaged_at: The line at which the XML breaks; 0 if it is whole. What begins there or later
            is not to be relied on.
        damage: What is wrong there.
    """

    root: etree._Element
    damaged_at: int = 0
    damage: str = ""


def parse(data: bytes) -> Document:
    """Parse without entities, DTDs and network.

    A reference to a DTD is passed over. Of a file that is damaged or cut off, what comes before is
    kept.

    Raises:
        InputError: It is no XML at all, or declares entities.
    """
    if any("<!ENTITY".encode(encoding) in data for encoding in _ENCODINGS):
        raise InputError(
            "declares XML entities, which can be made to exhaust the memory or to read other "
            "files. Export it from the other tool again, without them."
        )
    try:
        return Document(etree.fromstring(data, _parser()))
    except etree.XMLSyntaxError as error:
        message, place = error.msg or "damaged", error.lineno or 1
        root = _recovered(data)
        if root is None:
            raise InputError(f"is no XML file (line {place}: {shown(message)}).") from error
        return Document(root, place, message)


def _recovered(data: bytes) -> etree._Element | None:
    """What can be parsed of damaged XML, or None."""
    try:
        return cast("etree._Element | None", etree.fromstring(data, _parser(recover=True)))
    except etree.XMLSyntaxError:
        return None


def _parser(*, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def sound(document: Document, elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """Those of some elements, in the order of the file, that end before the file is damaged."""
    if not document.damaged_at:
        yield from elements
        return
    previous: etree._Element | None = None
    for element in elements:
        # One element is whole if the next begins before the damage.
        if line(element) >= document.damaged_at:
            return
        if previous is not None:
            yield previous
        previous = element


def line(element: etree._Element) -> int:
    """The line on which the element begins."""
    return cast("int | None", element.sourceline) or 1


def name(element: etree._Element) -> str:
    """The element's name without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text(element: etree._Element, without: frozenset[str] = frozenset()) -> str:
    """The text in an element and those in it, less those called one of `without`."""
    pieces = [element.text or ""]
    for child in element:
        if name(child) not in without:
            pieces.append(text(child, without))
        pieces.append(child.tail or "")
    return "".join(pieces)


def storable(concepts: Iterable[Concept]) -> tuple[list[Concept], list[LeftOut]]:
    """The concepts that may be rows of the glossary and that XML can hold, and the others."""
    good, left_out = checked(concepts)
    stored: list[Concept] = []
    for concept in good:
        match = _NO_XML.search(concept_row(concept).replace("\t", " "))
        if match:
            left_out.append(
                LeftOut(concept.terms[0], f"XML cannot hold the character U+{ord(match[0]):04X}.")
            )
        else:
            stored.append(concept)
    return stored, left_out


def serialize(root: etree._Element, doctype: str | None = None) -> bytes:
    """The bytes of a document, indented, in UTF-8."""
    data = etree.tostring(root, encoding="UTF-8", pretty_print=True)
    head = "<?xml version='1.0' encoding='UTF-8'?>\n" + (f"{doctype}\n" if doctype else "")
    return head.encode() + data
