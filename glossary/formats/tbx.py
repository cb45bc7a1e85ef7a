"""What the versions and styles of TBX have in common, and reading them all.

TBX 3 (ISO 30042:2019) and TBX 2 (ISO 30042:2008, martif) differ in the names of elements only; in
TBX 3's style DCT the data categories are elements of their own rather than `type` attributes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from padanan.glossary.concept import Concept, Flag, PartOfSpeech
from padanan.glossary.formats.base import Reading
from padanan.glossary.formats.languages import language
from padanan.glossary.formats.rows import Entry, Gatherer
from padanan.glossary.formats.safe_xml import LANG, Elements, line, name, text
from padanan.glossary.formats.vocabulary import Status, flags, part_of_speech, status
from padanan.glossary.problem import Severity, inert

STATUSES = {
    Status.PREFERRED: "preferredTerm-admn-sts",
    Status.ADMITTED: "admittedTerm-admn-sts",
    Status.AVOIDED: "deprecatedTerm-admn-sts",
}
"""Our statuses in TBX-Basic's picklist of administrativeStatus."""

_ENTRIES = {"conceptEntry", "termEntry"}
_LANGUAGES = {"langSec", "langSet"}
_TERMS = {"termSec", "tig", "ntig"}
_TYPED = {"descrip", "termNote", "admin", "adminNote", "descripNote", "ref", "xref", "transac"}
"""Elements whose `type` attribute names the data category."""

_STATUS_TYPES = {
    "administrativestatus",
    "normativeauthorization",
    "status",
    "termstatus",
    "usagestatus",
}
_DOMAINS = ("subjectfield", "subject", "domain")
_NOTE_TYPES = {"note", "definition", "explanation", "usagenote", ""}

_OWN = re.compile(r"padanan: pos=(?P<pos>[\w-]+); flags=(?P<flags>[\w, -]+)")
"""Our note for what TBX has no data category for."""


@dataclass(slots=True)
class _Found:
    """What an entry says, gathered from all its levels."""

    terms: dict[str, list[tuple[str, Status | None]]] = field(
        default_factory=lambda: {"id": [], "en": []}
    )
    categories: dict[str, list[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def read(data: bytes) -> Reading:
    """The concepts of a TBX file of either version.

    Raises:
        InputError: It is no TBX file, or not XML that may be read.
    """
    gatherer = Gatherer()
    others: dict[str, int] = {}
    elements = Elements(data, "TBX", ("tbx", "martif"), _ENTRIES)
    for element in elements:
        gatherer.add(_entry(element, others))
    report_others(gatherer, others)
    report_damage(gatherer, elements)
    return gatherer.reading()


def report_others(gatherer: Gatherer, others: dict[str, int]) -> None:
    """Say once which languages have been passed over; `others` has their first lines."""
    if others:
        gatherer.report(
            min(others.values()),
            "",
            f"Terms in other languages are left out: {', '.join(map(inert, sorted(others)))}.",
            Severity.WARNING,
        )


def report_damage(gatherer: Gatherer, elements: Elements) -> None:
    """Say where the file breaks, if it does."""
    if elements.damaged_at:
        gatherer.report(
            elements.damaged_at,
            "",
            f"The XML is damaged here ({elements.damage}). What follows is left out. Export the "
            "file again.",
        )


def _entry(element: etree._Element, others: dict[str, int]) -> Entry:
    found = _Found()
    _gather_level(element, found)
    for part in element:
        if name(part) in _LANGUAGES:
            code = part.get(LANG) or part.get("lang") or ""
            known = language(code)
            if known is None:
                others.setdefault(code or "(none)", line(part))
            else:
                _gather_language(part, known, found)
    pos, own_flags, notes = _own_note(found)
    # Weblate's read-only terms.
    if any(word.casefold() == "no" for word in found.categories.get("translationneeded", [])):
        own_flags |= _kept(found)
    indonesian, english = found.terms["id"], found.terms["en"]
    return Entry(
        line(element),
        terms=_ranked(indonesian, [Status.PREFERRED, Status.ADMITTED, Status.AVOIDED]),
        renderings=_ranked(english, [Status.PREFERRED, Status.ADMITTED]),
        avoided=_ranked(english, [Status.AVOIDED]),
        pos=pos,
        domain="; ".join(
            dict.fromkeys(word for kind in _DOMAINS for word in found.categories.get(kind, []))
        ),
        flags=own_flags,
        note="; ".join(dict.fromkeys(notes)),
    )


def _ranked(terms: list[tuple[str, Status | None]], order: list[Status]) -> list[str]:
    """The terms with some statuses, in the order of these; without a status they are admitted."""
    return [
        term for wanted in order for term, status in terms if (status or Status.ADMITTED) is wanted
    ]


def _gather_language(part: etree._Element, code: str, found: _Found) -> None:
    _gather_level(part, found)
    for section in part:
        if name(section) not in _TERMS:
            continue
        term = next((child for child in section.iter() if name(child) == "term"), None)
        own = _Found()
        _gather_level(section, own)
        words = [status(word) for kind in _STATUS_TYPES for word in own.categories.get(kind, [])]
        known = next((word for word in words if word), None)
        found.terms[code].append((text(term) if term is not None else "", known))
        found.notes += own.notes
        for kind, values in own.categories.items():
            found.categories.setdefault(kind, []).extend(values)


def _gather_level(level: etree._Element, found: _Found) -> None:
    """The data categories and notes of one level: entry, language or term."""
    for child in _flat(level):
        # The style DCT names the category by the element, in a namespace of its own.
        kind = child.get("type", "") if name(child) in _TYPED else name(child)
        category = _plain(kind)
        words = " ".join(text(child).split())
        if not words:
            continue
        if category in _NOTE_TYPES and name(child) not in ("admin", "adminNote", "ref", "xref"):
            found.notes.append(words)
        else:
            found.categories.setdefault(category, []).append(words)


@lru_cache(maxsize=1000)
def _plain(kind: str) -> str:
    """A data category's name without what tools write differently in it."""
    return re.sub(r"[\W_]", "", kind).casefold()


def _flat(level: etree._Element) -> Iterator[etree._Element]:
    """The children of a level, those in groups (`descripGrp`, `termGrp` ...) too."""
    for child in level:
        if name(child).endswith("Grp") and not name(child).startswith("transac"):
            yield from _flat(child)
        elif name(child) not in (*_LANGUAGES, *_TERMS, "term"):
            yield child


def _own_note(found: _Found) -> tuple[PartOfSpeech | None, frozenset[Flag], list[str]]:
    """Part of speech and flags, and the notes without the one that says so."""
    kinds = found.categories.get("partofspeech", [])
    pos = next((pos for kind in kinds if (pos := part_of_speech(kind))), None)
    if pos is None and "phrase" in found.categories.get("termtype", []):
        pos = PartOfSpeech.PHRASE
    for index, note in enumerate(found.notes):
        match = _OWN.fullmatch(note)
        if match:
            return (
                part_of_speech(match["pos"]) or pos,
                flags(match["flags"])[0],
                found.notes[:index] + found.notes[index + 1 :],
            )
    return pos, frozenset(), found.notes


def _kept(found: _Found) -> frozenset[Flag]:
    """The flag `keep`, if a term is its own rendering."""
    indonesian, english = ({term for term, _ in found.terms[code]} for code in ("id", "en"))
    return frozenset({Flag.KEEP} if indonesian & english else ())


def own_note(concept: Concept, *, pos: bool) -> str:
    """Our note for what TBX has no data category for; empty if there is nothing to say.

    Args:
        concept: The concept.
        pos: Whether its part of speech is to be in the note.
    """
    # A note of the user's that looks like ours must not be taken for it.
    if not (pos or concept.flags or _OWN.fullmatch(concept.note)):
        return ""
    words = ", ".join(sorted(concept.flags)) or "-"
    return f"padanan: pos={concept.pos if pos and concept.pos else '-'}; flags={words}"
