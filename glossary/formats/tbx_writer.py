"""Writing TBX: one document tree for both versions, which differ in names and picklists."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from lxml import etree

from padanan.glossary.concept import Concept, PartOfSpeech
from padanan.glossary.formats.base import Writing
from padanan.glossary.formats.safe_xml import LANG, serialize, storable
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
    tree = _Tree(dialect)
    for number, concept in enumerate(good, start=1):
        tree.add(number, concept)
    return Writing(serialize(tree.root, dialect.doctype), tuple(left_out))


class _Tree:
    """The document that is being made."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._prefix = f"{{{dialect.namespace}}}" if dialect.namespace else ""
        self.root = etree.Element(
            self._prefix + dialect.root,
            dict(dialect.attributes),
            nsmap=cast("dict[str, str]", {None: dialect.namespace}) if dialect.namespace else {},
        )
        header = self._add(self._add(self.root, dialect.header), "fileDesc")
        self._add(
            self._add(header, "sourceDesc"), "p", "Indonesian-English glossary made with padanan"
        )
        self._body = self._add(self._add(self.root, "text"), "body")

    def add(self, number: int, concept: Concept) -> None:
        """One concept's entry."""
        entry = self._add(self._body, self._dialect.entry, id=f"c{number}")
        if concept.domain:
            self._add(entry, "descrip", concept.domain, type="subjectField")
        # A name is a noun where the picklist has no proper nouns.
        named = "properNoun" in self._dialect.parts_of_speech.values()
        remark = own_note(concept, pos=concept.pos is PartOfSpeech.NAME and not named)
        for note in filter(None, [remark, concept.note]):
            self._add(entry, "note", note)
        section = self._add(entry, self._dialect.language, **{LANG: "id"})
        for index, term in enumerate(concept.terms):
            self._term(section, term, concept, Status.ADMITTED if index else Status.PREFERRED)
        section = self._add(entry, self._dialect.language, **{LANG: "en"})
        self._term(section, concept.preferred, concept, Status.PREFERRED)
        for term in concept.admitted:
            self._term(section, term, concept, Status.ADMITTED)
        for term in concept.avoided:
            self._term(section, term, concept, Status.AVOIDED)

    def _term(self, section: etree._Element, term: str, concept: Concept, status: Status) -> None:
        part = self._add(section, self._dialect.term)
        self._add(part, "term", term)
        if concept.pos:
            kind = self._dialect.parts_of_speech[concept.pos]
            self._add(part, "termNote", kind, type="partOfSpeech")
        if concept.pos is PartOfSpeech.PHRASE:
            self._add(part, "termNote", "phrase", type="termType")
        self._add(part, "termNote", STATUSES[status], type="administrativeStatus")

    def _add(
        self, parent: etree._Element, name: str, text: str = "", **attributes: str
    ) -> etree._Element:
        element = etree.SubElement(parent, self._prefix + name, attributes)
        element.text = text or None
        return element
