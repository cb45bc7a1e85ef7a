"""Reading XML that may be hostile, and writing XML that others can read."""

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any, cast

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

INERT: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
"""How lxml is to read what strangers have written, whichever of its parsers does it."""

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")


class Elements:
    """The elements of some names in an XML file, one after another, each forgotten when the next
    is asked for: no entities, no DTD, no network.

    A reference to a DTD is passed over. Of a file that is damaged or cut off, the elements that end
    before are given, and then it is said where the damage is.

    Attributes:
        damaged_at: The line at which the XML breaks, known when the last element has been given;
            0 if it does not.
        damage: What is wrong there.
    """

    damaged_at = 0
    damage = ""

    def __init__(self, data: bytes, kind: str, roots: Iterable[str], names: Iterable[str]) -> None:
        """The elements called one of `names`, whatever their namespace.

        Args:
            data: The bytes of the file.
            kind: What the file should be, for messages.
            roots: What its outermost element may be called.
            names: What the elements are called. They are not within each other.

        Raises:
            InputError: The file declares entities.
        """
        if any("<!ENTITY".encode(encoding) in data for encoding in _ENCODINGS):
            raise InputError(
                "declares XML entities, which can be made to exhaust the memory or to read other "
                "files. Export it from the other tool again, without them."
            )
        self._kind = kind
        self._roots = frozenset(roots)
        self._context = etree.iterparse(
            io.BytesIO(data),
            events=("end",),
            tag=[f"{{*}}{name}" for name in names],
            dtd_validation=False,
            **INERT,
        )

    def __iter__(self) -> Iterator[etree._Element]:
        """Give the elements.

        Raises:
            InputError: It is no XML file of the kind.
        """
        begun = False
        try:
            for _, element in self._context:
                if not begun:
                    self._expect_root(element.getroottree().getroot())
                    begun = True
                yield element
                parent = element.getparent()
                if parent is not None:
                    del parent[: parent.index(element)]
                element.clear(keep_tail=False)
        except etree.XMLSyntaxError as error:
            self.damaged_at, self.damage = error.lineno or 1, shown(error.msg or "damaged")
            if not begun:
                raise InputError(
                    f"is no {self._kind} file, or a damaged one (line {self.damaged_at}: "
                    f"{self.damage})."
                ) from error
            return
        if not begun:
            self._expect_root(self._context.root)

    def _expect_root(self, root: etree._Element) -> None:
        if name(root) not in self._roots:
            raise InputError(
                f"is no {self._kind} file: its outermost element is <{name(root)[:40]}>."
            )


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


def document(
    body: etree._Element, entries: Iterable[etree._Element], doctype: str | None = None
) -> bytes:
    """The bytes of a document, indented, in UTF-8.

    The tree of a large glossary would take ten times the memory of its text, so each entry is made
    text, and forgotten, before the next is asked for.

    Args:
        body: The element called `body`, still empty, in the tree of the rest of the document.
        entries: What it is to hold. Their names are without a namespace, and get that which is the
            document's default.
        doctype: The document type declaration, or none.
    """
    root = body.getroottree().getroot()
    head = "<?xml version='1.0' encoding='UTF-8'?>\n" + (f"{doctype}\n" if doctype else "")
    frame = etree.tostring(root, encoding="UTF-8", pretty_print=True)
    before, empty, after = frame.partition(b"<body/>")
    depth = sum(1 for _ in body.iterancestors())
    file = io.BytesIO()
    file.write(head.encode() + before)
    opening = b"<body>\n"
    for entry in entries:
        etree.indent(entry, level=depth + 1)
        file.write(opening + b"  " * (depth + 1))
        file.write(etree.tostring(entry, encoding="UTF-8"))
        opening = b"\n"
    file.write(b"\n" + b"  " * depth + b"</body>" if opening == b"\n" else empty)
    file.write(after)
    return file.getvalue()
