"""Segments that are nothing but values, and segments that differ in nothing but values."""

import re
from collections import Counter
from dataclasses import replace
from functools import cache

from padanan.translate.dates import like, names
from padanan.translate.values.english import before, cased, forms
from padanan.translate.values.find import value_uses, values
from padanan.translate.values.indonesian import readings
from padanan.translate.values.moments import weekday_names
from padanan.translate.values.value import Found, Quantity, Reading, ValueKind
from padanan.translate.values.words import CARDINALS, ORDINALS


def by_value(source: str) -> str | None:
    """The English of a segment of values and marks alone; None when it has words too."""
    found = readings(source)
    if not found or any(one.kind is ValueKind.ACRONYM for one in found):
        return None
    made, end = [], 0
    for one in found:
        between = source[end : one.start]
        if any(character.isalnum() for character in between):
            return None
        raw = source[one.start : one.end]
        english = cased(one, raw, forms(one, raw)[0])
        made += [between, before(english, source[one.end : one.end + 2])]
        end = one.end
    if any(character.isalnum() for character in source[end:]):
        return None
    return "".join([*made, source[end:]])


def skeleton(source: str) -> str:
    """The source with the kind of each value in its place; equal where only values differ."""
    made, end = [], 0
    for one in readings(source):
        made += [_escaped(source[end : one.start]), f"⟦{one.kind}⟧"]
        end = one.end
    return "".join([*made, _escaped(source[end:])])


def _escaped(text: str) -> str:
    return text.replace("⟦", "⟦⟦")


def transfer(source_then: str, target_then: str, source_now: str) -> str | None:
    """An approved target adapted to a source that differs from its own in values only.

    Returns:
        The new target; None unless the place of every changed value in the old one is certain:
        it stands there once, in a form that English has for it and for the new value.
    """
    if skeleton(source_then) != skeleton(source_now):
        return None
    then, now = readings(source_then), readings(source_now)
    changes = []
    said = Counter(one.meaning for one in then)
    uses = value_uses(source_then, target_then)
    for use, new, old, one in zip(uses, values(source_now), then, now, strict=True):
        if old.meaning == one.meaning:
            continue
        if use.found is not Found.HELD or use.start is None or use.end is None:
            return None
        if said[old.meaning] > 1 or _singular(old, one):
            return None
        there = target_then[use.start : use.end]
        english = _in_its_style(there, use.value.english, new.english)
        if english is None:
            english = _in_its_style(there, _bare(source_then, old), _bare(source_now, one))
        if english is None:
            english = _in_its_style(there, _attributes(use.value.english), _attributes(new.english))
        if english is None or target_then.count(there) > 1:
            return None
        changes.append((use.start, use.end, english))
    changes.sort(reverse=True)
    target, last = target_then, len(target_then)
    for start, end, english in changes:
        if end > last:
            return None
        target, last = target[:start] + before(english, target[end:]) + target[end:], start
    if any(use.found is not Found.HELD for use in value_uses(source_now, target)):
        return None
    return target


def _singular(*both: Reading) -> bool:
    """Whether one of the two is one, so that the words beside it would change too."""
    return any(
        isinstance(one.meaning, Quantity)
        and not one.meaning.ordinal
        and one.meaning.amounts[0] == 1
        for one in both
    )


def _in_its_style(there: str, then: tuple[str, ...], now: tuple[str, ...]) -> str | None:
    """The new value in the style in which the target has the old one; None if that is unknown."""
    if there.lower() not in map(str.lower, then):
        return None
    style = _style(there)
    english = next((form for form in now if _style(form) == style), now[0])
    return like(there, english) if there[0].isupper() and english[0].islower() else english


def _bare(text: str, reading: Reading) -> tuple[str, ...]:
    """The English of a quantity without its unit, which the target may have elsewhere."""
    meaning = reading.meaning
    if not isinstance(meaning, Quantity) or meaning.ordinal:
        return ()
    bare = replace(reading, kind=ValueKind.NUMBER, meaning=replace(meaning, unit=""))
    return forms(bare, text[reading.start : reading.end])


def _attributes(english: tuple[str, ...]) -> tuple[str, ...]:
    """Quantities before a noun: 1.2-kilometer."""
    parts = (form.rpartition(" ") for form in english)
    return tuple(f"{head}-{unit.removesuffix('s')}" for head, _, unit in parts if head)


def _style(form: str) -> str:
    """A form without what differs from value to value: its figures, number words and names."""
    said = _SAID.sub(lambda m: "0" if m[0][0].isdigit() else "one", _names().sub("M", form))
    return said.lower()


@cache
def _names() -> re.Pattern[str]:
    months = names().month.values()
    return re.compile(rf"\b(?:{'|'.join([*months, *(m[:3] for m in months), *weekday_names()])})\b")


_SPELLED = "|".join([*CARDINALS, *ORDINALS, "hundred"])
_SAID = re.compile(
    r"\d(?:[\d,.]*\d)?(?:st|nd|rd|th)?"
    rf"|\b(?:{_SPELLED})(?:[ -](?:and )?(?:{_SPELLED}))*\b",
    re.IGNORECASE,
)
