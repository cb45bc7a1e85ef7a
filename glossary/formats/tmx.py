"""TMX 1.4b (LISA OSCAR, 2005): one translation unit for each pair of a term and a rendering."""

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from padanan.glossary.concept import Concept
from padanan.glossary.formats.base import Reading, Writing
from padanan.glossary.formats.languages import language
from padanan.glossary.formats.records import Grouper, Record, records
from padanan.glossary.formats.safe_xml import (
    LANG,
    Elements,
    document,
    line,
    name,
    storable,
    text,
)
from padanan.glossary.formats.tbx import report_damage, report_others
from padanan.glossary.formats.vocabulary import Status, flags, part_of_speech, status

_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'

_PROPERTY = "x-padanan-"
"""What our `prop` types begin with; those of users begin with x- (TMX 1.4b, "type")."""

_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})
"""Inline elements whose content is markup of the translated document, not text."""


def read(data: bytes) -> Reading:
    """The concepts in a TMX file.

    Raises:
        InputError: It is no TMX file, or not XML that may be read.
    """
    grouper = Grouper()
    others: dict[str, int] = {}
    units = Elements(data, "TMX", ("tmx",), ("tu",))
    for unit in units:
        grouper.add(_record(unit, others))
    report_others(grouper.gatherer, others)
    report_damage(grouper.gatherer, units)
    return grouper.reading()


def _record(unit: etree._Element, others: dict[str, int]) -> Record:
    segments: dict[str, list[str]] = {"id": [], "en": []}
    properties: dict[str, list[str]] = {}
    notes: list[str] = []
    for child in unit:
        if name(child) == "prop":
            kind = (child.get("type") or "").removeprefix(_PROPERTY)
            properties.setdefault(kind, []).append(text(child))
        elif name(child) == "note":
            notes.append(text(child))
        elif name(child) == "tuv":
            # TMX before 1.4 had lang in place of xml:lang.
            code = child.get(LANG) or child.get("lang") or ""
            known = language(code)
            if known is None:
                others.setdefault(code or "(none)", line(child))
                continue
            segments[known] += [text(part, _CODES) for part in child if name(part) == "seg"]
    domain = properties.get("domain") or properties.get("subject") or [""]
    return Record(
        line(unit),
        segments["id"],
        segments["en"],
        properties.get("avoid", []),
        status("".join(properties.get("status", []))),
        "".join(properties.get("concept", [])),
        part_of_speech("".join(properties.get("pos", []))),
        domain[0],
        flags(" ".join(properties.get("flags", [])))[0],
        "; ".join(notes),
    )


def write(concepts: Iterable[Concept]) -> Writing:
    """A TMX file whose units are pairs to use; renderings to avoid are in properties only.

    A memory would offer an avoided rendering as it offers any other.
    """
    good, left_out = storable(concepts)
    root = etree.Element("tmx", {"version": "1.4"})
    etree.SubElement(
        root,
        "header",
        {
            "creationtool": "padanan",
            "creationtoolversion": "1",
            "segtype": "phrase",
            "o-tmf": "padanan",
            "adminlang": "en",
            "srclang": "id",
            "datatype": "plaintext",
        },
    )
    body = etree.SubElement(root, "body")
    return Writing(document(body, _units(good), _DOCTYPE), tuple(left_out))


def _units(concepts: Sequence[Concept]) -> Iterator[etree._Element]:
    """A unit for each pair to use."""
    for record in records(concepts):
        if record.status is Status.AVOIDED:
            continue
        concept = concepts[record.line - 1]
        unit = etree.Element("tu")
        if concept.note:
            etree.SubElement(unit, "note").text = concept.note
        properties = [
            ("concept", record.key),
            ("status", record.status or ""),
            ("pos", concept.pos or ""),
            ("domain", concept.domain),
            ("flags", " ".join(sorted(concept.flags))),
        ]
        if (record.terms[0], record.renderings[0]) == (concept.terms[0], concept.preferred):
            properties += [("avoid", text) for text in concept.avoided]
        for kind, value in properties:
            if value:
                etree.SubElement(unit, "prop", {"type": _PROPERTY + kind}).text = value
        for code, words in (("id", record.terms[0]), ("en", record.renderings[0])):
            variant = etree.SubElement(unit, "tuv", {LANG: code})
            etree.SubElement(variant, "seg").text = words
        yield unit
