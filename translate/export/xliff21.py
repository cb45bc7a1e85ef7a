"""XLIFF 2.1 (OASIS, 2018).

A block of the article is a `group`, a segment a `unit` of one `segment`. What was exported stands
in the metadata of the unit, a module of the standard, which tools leave alone.
"""

from collections.abc import Sequence
from typing import cast

from lxml import etree

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

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"

METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"

STATES = {State.APPROVED: "final", State.DRAFT: "translated", State.EMPTY: "initial"}


def write(documents: Sequence[Document], *, marked: bool) -> Writing:  # noqa: ARG001 - it always is
    """The segments of articles for a CAT tool, a `file` for each article.

    A draft is translated, an approved target final. Tools may not cut segments otherwise: they are
    sentences already.
    """
    namespaces = cast("dict[str, str]", {None: NAMESPACE, "mda": METADATA})
    languages = {"version": "2.1", "srcLang": "id", "trgLang": "en"}
    root = etree.Element("xliff", languages, nsmap=namespaces)
    texts: Texts = []
    for number, document in enumerate(documents, 1):
        _put_file(root, f"f{number}", document, texts)
    return Writing(finished(root, texts, _stand_in))


def _put_file(root: etree._Element, id_: str, document: Document, texts: Texts) -> None:
    original = for_xml(document.content.article)
    file = etree.SubElement(root, "file", id=id_, original=original, canResegment="no")
    for number, (kind, entries) in enumerate(by_block(document), 1):
        kind_of_block = f"{US}:{kind}"
        group = etree.SubElement(file, "group", id=f"block-{number}", type=kind_of_block)
        for entry in entries:
            _put_unit(group, entry, texts)
    if not len(file):
        etree.SubElement(file, "group", id="block-0")  # a file must have one


def _put_unit(group: etree._Element, entry: Entry, texts: Texts) -> None:
    state = state_of(entry)
    unit = etree.SubElement(group, "unit", {"id": unit_id(entry.id), SPACE: "preserve"})
    metadata = etree.SubElement(unit, f"{{{METADATA}}}metadata")
    ours = etree.SubElement(metadata, f"{{{METADATA}}}metaGroup", category=US)
    etree.SubElement(ours, f"{{{METADATA}}}meta", type=BASE).text = str(Base.of(entry))
    _put_notes(unit, entry)
    segment = etree.SubElement(unit, "segment", id="s1", state=STATES[state])
    if state is State.DRAFT:
        segment.set("subState", f"{US}:draft")
    texts.append((etree.SubElement(segment, "source"), entry.source))
    if entry.target:
        texts.append((etree.SubElement(segment, "target"), entry.target))


def _put_notes(unit: etree._Element, entry: Entry) -> None:
    if not (entry.comment or entry.findings):
        return
    notes = etree.SubElement(unit, "notes")
    if entry.comment:
        etree.SubElement(notes, "note", category="comment").text = for_xml(entry.comment)
    for finding in entry.findings:
        note = etree.SubElement(notes, "note", category=US, appliesTo="target")
        note.text = for_xml(finding)


def _stand_in(character: str, number: int) -> etree._Element:  # noqa: ARG001 - only 1.2 has ids
    """The element in the place of a character."""
    return etree.Element("cp", hex=f"{ord(character):04X}")
