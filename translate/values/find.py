"""Whether a target has the values of its source, in any way English writes them."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from padanan.translate.dates import key
from padanan.translate.values.english import forms
from padanan.translate.values.indonesian import readings
from padanan.translate.values.target import English
from padanan.translate.values.value import (
    Clock,
    Day,
    Found,
    Meaning,
    Quantity,
    Reading,
    Value,
    ValueKind,
    ValueUse,
    Verbatim,
)
from padanan.translate.values.verbatim import Place


def value(text: str, reading: Reading) -> Value:
    """The public value of a reading of `text`."""
    raw = text[reading.start : reading.end]
    return Value(reading.start, reading.end, reading.kind, raw, forms(reading, raw))


def values(source: str) -> tuple[Value, ...]:
    """The values of an Indonesian sentence, in text order, without overlaps."""
    return tuple(value(source, reading) for reading in readings(source))


def value_uses(source: str, target: str) -> tuple[ValueUse, ...]:
    """What became of each value of the source in the target, in the source's order.

    A place in the target holds one meaning: what stands there first for a value with its unit is
    not taken for another's bare number. Said twice in the source, a value may be said once.
    """
    found = readings(source)
    if not found:
        return ()
    places = _places(found, English(target))
    kept = _kept(target) if None in places else {}
    uses = []
    for reading, place in zip(found, places, strict=True):
        state = Found.HELD
        if place is None:
            place = next(kept.get(sense(reading.meaning), iter(())), None)
            state = Found.KEPT if place else Found.MISSING
        start, end = place or (None, None)
        uses.append(ValueUse(value(source, reading), state, start, end))
    return tuple(uses)


def _places(found: tuple[Reading, ...], english: English) -> list[Place | None]:
    """Where the target has each reading: those that fit in every respect choose first."""
    places: list[Place | None] = [None] * len(found)
    taken: dict[Place, Meaning] = {}
    for strict in (True, False):
        ahead: dict[Meaning, Iterator[Place]] = {}
        last: dict[Meaning, Place] = {}
        for index, reading in enumerate(found):
            if (chosen := places[index]) is not None:
                last[reading.meaning] = chosen
                continue
            meaning = reading.meaning
            if meaning not in ahead:
                ahead[meaning] = iter(english.places(reading, strict=strict))
            for place in ahead[meaning]:
                if taken.setdefault(place, meaning) == meaning:
                    last[meaning] = place
                    break
            places[index] = last.get(meaning)
    return places


def _kept(target: str) -> dict[Meaning, Iterator[Place]]:
    """Where a target has what meanings in their Indonesian form."""
    found: dict[Meaning, list[Place]] = defaultdict(list)
    for one in kept_readings(target):
        if not is_english(one, target[one.start : one.end]):
            found[sense(one.meaning)].append((one.start, one.end))
    return {meaning: iter(places) for meaning, places in found.items()}


_COMMA_TIME = re.compile(r"([01]?\d|2[0-3]),([0-5]\d)")

PART_OF_DAY = re.compile(
    r"\s?(?P<half>[ap])\.?\s?m\b\.?"
    r"|\s(?:early\s)?(?:in the (?:early )?(?P<part>morning|afternoon|evening)|at night)\b",
    re.IGNORECASE,
)
"""What tells the half of the day behind an English time."""


def kept_readings(target: str) -> Iterator[Reading]:
    """The values of a target by Indonesian conventions, in text order.

    A model makes commas of dots: its "11,20" may be a number and also the time 11.20, or, before
    "p.m.", the time 23.20.
    """
    for one in readings(target):
        yield _in_its_half(target, one)
        if match := _COMMA_TIME.fullmatch(target, one.start, one.end):
            meaning = Clock(int(match[1]), int(match[2]))
            yield _in_its_half(target, Reading(one.start, one.end, ValueKind.TIME, meaning))


def _in_its_half(target: str, reading: Reading) -> Reading:
    """A time in the half of the day that English words behind it say: "7,30 p.m." is 19.30."""
    clock = reading.meaning
    said = PART_OF_DAY.match(target, reading.end) if isinstance(clock, Clock) else None
    if said is None or not isinstance(clock, Clock) or clock.until:
        return reading
    end = said.end() if said["half"] else reading.end
    part = key(said["half"] or said["part"] or "")
    if part in ("p", "afternoon", "evening") and clock.hour < 12:
        clock = replace(clock, hour=clock.hour + 12)
    elif part in ("a", "morning") and clock.hour == 12:
        clock = replace(clock, hour=0)
    return replace(reading, end=end, meaning=clock)


def sense(meaning: Meaning) -> Meaning:
    """A meaning without what a draft that kept its figures may have translated beside them: the
    unit of a number, the weekday of a date, the zone of a time."""
    match meaning:
        case Clock():
            return replace(meaning, zone="", sure=True)
        case Day():
            since = replace(meaning.since, weekday=None) if meaning.since else None
            return replace(meaning, weekday=None, since=since)
        case Quantity():
            return replace(meaning, unit="", sign="")
        case Verbatim():
            return meaning


def is_english(reading: Reading, raw: str) -> bool:
    """Whether English would write a value so too."""
    if isinstance(reading.meaning, Verbatim):
        return True
    return bool(English(raw).places(reading, strict=False))
