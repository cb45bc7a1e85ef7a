"""What one unit of a TMX file says, whichever tool has written it.

What is done with what the standard (TMX 1.4b, LISA OSCAR, 2005) leaves open, and with what tools do
beside it:

- Languages are told by their first part: `id`, `ID-ID` and the older `in`; `en`, `EN-US`, `en_GB`.
- Codes of the translated document (`bpt`, `ept`, `it`, `ph`, `ut`) are dropped with what is in
  them; the text in `hi` stays. Where a code stood for a break, a blank is put.
- Several variants in a language are several pairs.
- The time is the date of the latest change, of the English variant before that of the unit before
  that of the file; and so is the name.
- The properties by which OmegaT names file and segment count as ours do.
- A draft that padanan has exported is no unit until somebody has changed it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from padanan.translate.memory.normal import normalised
from padanan.translate.memory.refused import Refused
from padanan.translate.memory.unit import TIME, Unit

if TYPE_CHECKING:
    from lxml import etree

ARTICLE = "x-padanan-article"
"""The property that names a unit's article; types of users begin with x-."""

SEGMENT = "x-padanan-segment"
"""The property that names a unit's segment."""

DRAFT = "padanan draft"
"""Who made and changed a pair that nobody has approved (`creationid`, `changeid`): other memories
show it with a hit, and can be filtered by it."""

_PROPERTIES = {ARTICLE: "article", SEGMENT: "segment", "file": "article", "id": "segment"}

_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})

_BREAKS = frozenset({"lb", "pb", "cb"})
"""Types of codes that stand for white space: breaks of line, page and column."""

_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d):?(\d\d))?(?:\.\d+)?Z?")


@dataclass(frozen=True, slots=True)
class Stamp:
    """When something was last changed, as `Unit.time`, and by whom; empty if it does not say."""

    time: str = ""
    who: str = ""


def stamp(element: "etree._Element", outer: Stamp | None = None) -> Stamp:
    """What an element says of its change, and what it does not say from the one around it."""
    around = outer or Stamp()
    time = _time(element.get("changedate")) or _time(element.get("creationdate"))
    who = element.get("changeid") or element.get("creationid")
    return Stamp(time or around.time, who or around.who)


def _time(date: str | None) -> str:
    """A TMX date (20220127T035000Z, or with marks between) as `Unit.time`; empty if it is none."""
    match = _DATE.fullmatch((date or "").strip())
    if match is None:
        return ""
    try:
        year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
        # `strftime` writes the year 222 with three figures on Linux and with four on Windows.
        time = datetime(year, month, day, hour, minute, second)
        return time.strftime(TIME) if year >= 1000 else ""
    except ValueError:
        return ""


def pairs(unit: "etree._Element", outer: Stamp) -> Iterator[Unit | Refused]:
    """The pairs of Indonesian and English in a `tu`, or why there is none.

    Args:
        unit: The element.
        outer: What the file's header says.
    """
    from padanan.glossary.formats.languages import language
    from padanan.glossary.formats.safe_xml import LANG, line, name, text

    own = stamp(unit, outer)
    texts: dict[str | None, list[tuple[str, Stamp]]] = {"id": [], "en": []}
    named: dict[str, str] = {}
    codes: list[str] = []
    for child in unit:
        if name(child) == "prop" and (kind := _PROPERTIES.get(child.get("type") or "")):
            named[kind] = text(child)
        elif name(child) == "tuv":
            # TMX before 1.4 had lang in place of xml:lang.
            code = child.get(LANG) or child.get("lang") or "(none)"
            codes.append(code)
            found = [_text(part) for part in child if name(part) == "seg"]
            texts.setdefault(language(code), []).extend((one, stamp(child, own)) for one in found)
    reason = _lacking(texts, codes)
    if reason:
        yield Refused(line(unit), reason)
        return
    several = len(texts["id"]) * len(texts["en"]) > 1
    # A segment has one unit; without a segment, a unit is told by its pair.
    segment = "" if several else named.get("segment", "")
    for source, _ in texts["id"]:
        for target, when in texts["en"]:
            # Some tools write names in capitals.
            if when.who.strip().casefold() == DRAFT:
                yield Refused(line(unit), "is a draft that nobody has approved", draft=True)
                continue
            yield Unit(source, target, named.get("article", ""), segment, when.time, when.who)


def _lacking(texts: dict[str | None, list[tuple[str, Stamp]]], codes: list[str]) -> str:
    """Why there is no pair; empty if there is one."""
    from padanan.glossary.problem import shown

    for code, what in (("id", "Indonesian"), ("en", "English")):
        if not texts[code]:
            return f"has no {what} (its languages: {shown(', '.join(codes)) if codes else 'none'})"
        # What is only blank, or only invisible.
        texts[code] = [one for one in texts[code] if normalised(one[0])]
        if not texts[code]:
            return f"has no text in {what}"
    return ""


def _text(element: "etree._Element") -> str:
    """The text of a segment, without the codes of the document it was in."""
    from padanan.glossary.formats.safe_xml import name

    text = element.text or ""
    for child in element:
        tail = child.tail or ""
        if name(child) not in _CODES:
            text += _text(child) + tail
        elif child.get("type") in _BREAKS:
            text = f"{text.rstrip()} {tail.lstrip()}"
        elif text[-1:].isspace() and tail[:1].isspace():
            text += tail[1:]  # the blanks on both sides of what is gone are one
        else:
            text += tail
    return text
