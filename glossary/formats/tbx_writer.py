"""Writing TBX: one kind of document for both versions, which differ in names and picklists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from lxml import etree

from padanan.glossary.concept import Concept, PartOfSpeech
from padanan.glossary.formats.base import Writing
from padanan.glossary.formats.safe_xml import LANG, document, storable
from padanan.glossary.formats.tbx import STATUSES, own_note
from padanan.glossary.formats.vocabulary import Status


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one version of TBX writes a concept.

    Attributes:
        root: The outermost element.
        attributes: Its attributes.
        header: The header's element.
        entry: A concept's element.
        language: The element of a concept's terms in one language.
        term: A term's element.
        parts_of_speech: The picklist of partOfSpeech.
        namespace: The namespace of all elements, or empty.
        doctype: The document type declaration, or none.
    """

    root: str
    attributes: Mapping[str, str]
    header: str
    entry: str
    language: str
    term: str
    parts_of_speech: Mapping[PartOfSpeech, str]
    namespace: str = ""
    doctype: str | None = None


def write(concepts: Iterable[Concept], dialect: Dialect) -> Writing:
    """A document with one entry for each concept, Indonesian first."""
    good, left_out = storable(concepts)
    entries = (_entry(number, concept, dialect) for number, concept in enumerate(good, start=1))
    return Writing(document(_body(dialect), entries, dialect.doctype), tuple(left_out))


def _body(dialect: Dialect) -> etree._Element:
    """The element for the entries, in a document with none yet."""
    prefix = f"{{{dialect.namespace}}}" if dialect.namespace else ""
    root = etree.Element(
        prefix + dialect.root,
        dict(dialect.attributes),
        nsmap=cast("dict[str, str]", {None: dialect.namespace}) if dialect.namespace else {},
    )
    header = _add(_add(root, prefix + dialect.header), prefix + "fileDesc")
    _add(
        _add(header, prefix + "sourceDesc"),
        prefix + "p",
        "Indonesian-English glossary made with padanan",
    )
    return _add(_add(root, prefix + "text"), prefix + "body")


def _entry(number: int, concept: Concept, dialect: Dialect) -> etree._Element:
    """One concept's entry."""
    entry = etree.Element(dialect.entry, {"id": f"c{number}"})
    if concept.domain:
        _add(entry, "descrip", concept.domain, type="subjectField")
    # A name is a noun where the picklist has no proper nouns.
    named = "properNoun" in dialect.parts_of_speech.values()
    remark = own_note(concept, pos=concept.pos is PartOfSpeech.NAME and not named)
    for note in filter(None, [remark, concept.note]):
        _add(entry, "note", note)
    section = _add(entry, dialect.language, **{LANG: "id"})
    for index, term in enumerate(concept.terms):
        rank = Status.ADMITTED if index else Status.PREFERRED
        _add_term(section, term, concept, rank, dialect)
    section = _add(entry, dialect.language, **{LANG: "en"})
    _add_term(section, concept.preferred, concept, Status.PREFERRED, dialect)
    for term in concept.admitted:
        _add_term(section, term, concept, Status.ADMITTED, dialect)
    for term in concept.avoided:
        _add_term(section, term, concept, Status.AVOIDED, dialect)
    return entry


def _add_term(
    section: etree._Element, term: str, concept: Concept, status: Status, dialect: Dialect
) -> None:
    part = _add(section, dialect.term)
    _add(part, "term", term)
    if concept.pos:
        _add(part, "termNote", dialect.parts_of_speech[concept.pos], type="partOfSpeech")
    if concept.pos is PartOfSpeech.PHRASE:
        _add(part, "termNote", "phrase", type="termType")
    _add(part, "termNote", STATUSES[status], type="administrativeStatus")


def _add(parent: etree._Element, tag: str, content: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, tag, attributes)
    element.text = content or None
    return element
