"""XLIFF 1.2 (OASIS, 2008), which every CAT tool works in: OmegaT, Trados, memoQ, Phrase, ...

A block of the article is a `group`, a segment a `trans-unit` in it. What was exported stands in a
`context-group` of the unit, where tools leave it alone.
"""

from collections.abc import Sequence
from typing import cast

from lxml import etree

from padanan import __version__
from padanan.glossary.formats.safe_xml import LANG
from padanan.translate.bilingual import Entry, State
from padanan.translate.export.document import Document, Writing, for_xml, state_of
from padanan.translate.export.xliff import (
    BASE,
    SPACE,
    US,
    Base,
    Texts,
    by_block,
    finished,
    unit_id,
)

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"

CHARACTER = "x-padanan-character"
"""The `ctype` of an `x` that stands for a character no XML can hold; `equiv-text` says which."""

STATES = {State.APPROVED: "signed-off", State.DRAFT: "needs-review-translation"}

_QUALIFIERS = {"model": "leveraged-mt", "memory": "leveraged-tm", "adapted": "leveraged-tm"}
"""How a draft came about (`Entry.how`), as long as nobody has changed it."""


def write(documents: Sequence[Document], *, marked: bool) -> Writing:  # noqa: ARG001 - it always is
    """The segments of articles for a CAT tool, a `file` for each article.

    A draft is `approved="no"` and needs a review; an approved target is signed off.
    """
    namespaces = cast("dict[str, str]", {None: NAMESPACE})
    root = etree.Element("xliff", {"version": "1.2"}, nsmap=namespaces)
    texts: Texts = []
    for document in documents:
        _put_file(root, document, texts)
    return Writing(finished(root, texts, _stand_in))


def _put_file(root: etree._Element, document: Document, texts: Texts) -> None:
    said = {
        "original": for_xml(document.content.article),
        "source-language": "id",
        "target-language": "en",
        "datatype": "plaintext",
        "tool-id": US,
    }
    file = etree.SubElement(root, "file", said)
    tool = {"tool-id": US, "tool-name": US, "tool-version": __version__}
    etree.SubElement(etree.SubElement(file, "header"), "tool", tool)
    body = etree.SubElement(file, "body")
    for number, (kind, entries) in enumerate(by_block(document), 1):
        group = etree.SubElement(body, "group", {"id": f"block-{number}", "restype": f"x-{kind}"})
        for entry in entries:
            _put_unit(group, entry, texts)


def _put_unit(group: etree._Element, entry: Entry, texts: Texts) -> None:
    state = state_of(entry)
    unit = etree.SubElement(group, "trans-unit", {"id": unit_id(entry.id), SPACE: "preserve"})
    unit.set("approved", "yes" if state is State.APPROVED else "no")
    texts.append((etree.SubElement(unit, "source", {LANG: "id"}), entry.source))
    if entry.target:
        target = etree.SubElement(unit, "target", {LANG: "en", "state": STATES[state]})
        texts.append((target, entry.target))
        if state is State.DRAFT and not entry.touched and entry.how in _QUALIFIERS:
            target.set("state-qualifier", _QUALIFIERS[entry.how])
    context = etree.SubElement(unit, "context-group", {"purpose": f"x-{US}"})
    etree.SubElement(context, "context", {"context-type": BASE}).text = str(Base.of(entry))
    if entry.comment:
        note = etree.SubElement(unit, "note", {"from": "translator", "annotates": "general"})
        note.text = for_xml(entry.comment)
    for finding in entry.findings:
        note = etree.SubElement(unit, "note", {"from": US, "annotates": "target"})
        note.text = for_xml(finding)


def _stand_in(character: str, number: int) -> etree._Element:
    """The element in the place of a character. Those of source and target have the same ids."""
    code = f"U+{ord(character):04X}"
    return etree.Element("x", {"id": f"c{number}", "ctype": CHARACTER, "equiv-text": code})
