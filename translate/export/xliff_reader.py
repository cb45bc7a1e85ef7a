"""Reading XLIFF 1.2 and 2.x as CAT tools give it back.

What is done with what the standards leave open, and with what tools do beside them:

- Inline elements that hold text (`g`, `mrk`, `pc`) are passed through; codes of the document (`x`,
  `bpt`, `ept`, `ph`, `it`, `bx`, `ex`, `sc`, `ec`) go, with the markup in them, for segments are
  plain text. A code that is a line break leaves a blank.
- A unit that a tool has cut into several segments is put together again; it has a target only if
  each of them has.
- Whether somebody accepted a target is said in two places in 1.2, which tools do not always keep in
  step. Where they disagree, the one that has changed since the export counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from lxml import etree

from padanan.errors import InputError
from padanan.glossary.formats.languages import language
from padanan.glossary.formats.safe_xml import Elements, line, name, text
from padanan.glossary.problem import shown
from padanan.translate.bilingual import State
from padanan.translate.export.xliff import BASE, US, Base, segment_id
from padanan.translate.export.xliff12 import CHARACTER

MAX_SIZE = 256 * 1024 * 1024
"""Bytes of the largest file that is read. A unit takes about 500: it is half a million segments."""

_CODES = frozenset({"x", "bpt", "ept", "ph", "it", "bx", "ex", "sc", "ec", "sm", "em"})

_BREAKS = frozenset({"lb", "xlf:lb"})

_ACCEPTED_STATES = frozenset({"final", "signed-off", "reviewed"})


class Verdict(Enum):
    """What whoever worked on a unit thinks of its target."""

    ACCEPTED = auto()
    """It is approved."""

    DOUBTED = auto()
    """It is not, or not any more."""

    SILENT = auto()
    """The file does not say."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One segment that has come back.

    Attributes:
        id: The segment's id.
        source: The Indonesian.
        target: The English; empty where there is none, or not all of it.
        verdict: What is thought of it.
        notes: What was written about it, our own findings left out.
        base: What it said when it was exported; None where a tool has lost that.
        line: The line of the file where it begins.
    """

    id: str
    source: str
    target: str
    verdict: Verdict
    notes: tuple[str, ...]
    base: Base | None
    line: int


def read(data: bytes) -> dict[str, list[Unit]]:
    """The units in an XLIFF file, in order, by the article that their `file` names as original.

    Raises:
        InputError: It is no XLIFF file, a damaged one, one of other languages, or declares
            entities; said without the file's name.
    """
    if len(data) > MAX_SIZE:
        raise InputError(
            f"is too large ({len(data) >> 20:,} MiB; the limit is {MAX_SIZE >> 20} MiB). Split it."
        )
    elements = Elements(data, "XLIFF", ("xliff",), ("trans-unit", "unit"))
    found: dict[str, list[Unit]] = {}
    for element in elements:
        original = _original(element)
        if element.get("translate") != "no":
            found.setdefault(original, []).append(_unit(element))
    if elements.damage:
        raise InputError(
            f"is damaged (line {elements.damaged_at}: {elements.damage}), so nothing of it was "
            "taken. Export it from the other tool again."
        )
    return found


def _original(unit: etree._Element) -> str:
    """The article that a unit is of.

    Raises:
        InputError: Its languages are others.
    """
    file = next(unit.iterancestors("{*}file"), None)
    root = unit.getroottree().getroot()
    if file is None:
        raise InputError(f"line {line(unit)}: a unit stands outside of any <file>.")
    source = file.get("source-language") or root.get("srcLang") or ""
    target = file.get("target-language") or root.get("trgLang") or "en"
    if (language(source), language(target)) != ("id", "en"):
        raise InputError(
            f"is from {shown(source)} into {shown(target)}, not from Indonesian (id) into English "
            "(en)."
        )
    return file.get("original") or ""


def _unit(element: etree._Element) -> Unit:
    base = _base(element)
    if name(element) == "trans-unit":
        source, target, verdict = _unit_of_12(element, base)
        notes = [note for note in element.iterchildren("{*}note") if note.get("from") != US]
    else:
        source, target, verdict = _unit_of_2(element)
        # Some tools put them into the segment.
        notes = [note for note in element.iter("{*}note") if note.get("category") != US]
    said = [text(note) for note in notes] + [
        mark.get("value") or "" for mark in element.iter("{*}mrk") if mark.get("type") == "comment"
    ]
    return Unit(
        segment_id(element.get("id") or ""),
        source,
        target,
        verdict,
        tuple(note for note in said if note.strip()),
        base,
        line(element),
    )


def _base(unit: etree._Element) -> Base | None:
    for element in unit.iter("{*}context", "{*}meta"):
        if BASE in (element.get("context-type"), element.get("type")):
            return Base.parse(text(element))
    return None


def _unit_of_12(unit: etree._Element, base: Base | None) -> tuple[str, str, Verdict]:
    source, target = unit.find("{*}source"), unit.find("{*}target")
    approved = unit.get("approved")
    state = "" if target is None else target.get("state") or ""
    accepted = approved == "yes" or state in _ACCEPTED_STATES
    doubted = approved == "no" or state == "new" or state.startswith("needs-")
    if accepted and doubted:
        # One of the two was exported.
        accepted = base is not None and base.state is not State.APPROVED
        doubted = not accepted
    verdict = Verdict.SILENT
    if accepted or doubted:
        verdict = Verdict.ACCEPTED if accepted else Verdict.DOUBTED
    return _text(source), _text(target), verdict


def _unit_of_2(unit: etree._Element) -> tuple[str, str, Verdict]:
    parts = [part for part in unit if name(part) in ("segment", "ignorable")]
    sources = [_text(part.find("{*}source")) for part in parts]
    targets = [
        _text(part.find("{*}target")) or ("" if source.strip() else source)
        for part, source in zip(parts, sources, strict=True)
    ]
    whole = all(
        target.strip() or not source.strip()
        for source, target in zip(sources, targets, strict=True)
    )
    states = {part.get("state") for part in parts if name(part) == "segment"}
    return "".join(sources), "".join(targets) if whole else "", _verdict_of_2(states)


def _verdict_of_2(states: set[str | None]) -> Verdict:
    if states and states <= _ACCEPTED_STATES:
        return Verdict.ACCEPTED
    return Verdict.DOUBTED if states - {None} - _ACCEPTED_STATES else Verdict.SILENT


def _text(element: etree._Element | None) -> str:
    """The text in a source or target."""
    return "" if element is None else "".join(_pieces(element))


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        kind = name(child)
        if kind == "cp":
            yield _character(child.get("hex") or "")
        elif child.get("ctype") == CHARACTER:
            yield _character((child.get("equiv-text") or "").removeprefix("U+"))
        elif kind not in _CODES:
            yield from _pieces(child)
        elif {child.get("ctype"), child.get("subType")} & _BREAKS:
            yield " "
        yield child.tail or ""


def _character(code: str) -> str:
    """The character with a code in hexadecimal digits; none if it is none."""
    try:
        found = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ud800" <= found <= "\udfff" else found
