"""Values put right in a model's target: left in their Indonesian form, cut off or doubled, or not
worded as English has them."""

import re
from collections import Counter

from padanan.translate.values.english import before, cased, forms
from padanan.translate.values.find import PART_OF_DAY, is_english, kept_readings, sense
from padanan.translate.values.garbled import restored
from padanan.translate.values.idiom import idiomatic
from padanan.translate.values.indonesian import readings
from padanan.translate.values.numerals import numerals
from padanan.translate.values.value import Day, Meaning, Quantity, Reading, ValueKind


def mend(source: str, target: str) -> str:
    """The target with the values of the source put right where their place in it is certain.

    What stands there in its Indonesian form is written the house's way, what is cut off or doubled
    is restored (`garbled`), and scales and decades are worded as English has them (`idiom`).
    """
    if not readings(source):
        return target
    for _ in range(_PASSES):
        once = idiomatic(source, restored(source, _translated(source, target)))
        if once == target:
            break
        target = once
    return target


_PASSES = 4
"""How often a target is gone through at most: what is put right in one place may make another
certain. None was found that needs more than three."""


def _translated(source: str, target: str) -> str:
    """The target with the values that stand there in their Indonesian form written the house's way.

    A place is certain when the target has, of what the source says, exactly as many forms as the
    source has, and when what stands there is no English for another value of the source.
    """
    ours = readings(source)
    wanted = Counter(sense(one.meaning) for one in ours)
    there = [one for one in kept_readings(target) if sense(one.meaning) in wanted]
    have = Counter(sense(one.meaning) for one in there)
    readers = Counter(one.start for one in there)
    numbers = _numbers(ours)
    made, end = [], 0
    for one in there:
        meaning, raw = sense(one.meaning), target[one.start : one.end]
        if have[meaning] != wanted[meaning] or readers[one.start] > 1 or is_english(one, raw):
            continue
        if raw[0].isupper() and raw.isalpha():  # "Kelas Tiga" is a name
            continue
        if _is_another(raw, meaning, numbers):
            continue
        made += [target[end : one.start], _english(one, raw, target[one.end : one.end + 24])]
        end = one.end
    return "".join([*made, target[end:]])


_HALF = re.compile(r" [ap]\.m\.$")


def _english(reading: Reading, raw: str, rest: str) -> str:
    """The house's form before the rest of the sentence, which may say the half of the day."""
    english = cased(reading, raw, forms(reading, raw)[0])
    if reading.kind is ValueKind.TIME and PART_OF_DAY.match(rest):
        return _HALF.sub("", english)
    return before(english, rest)


def _numbers(ours: tuple[Reading, ...]) -> dict[object, set[Meaning]]:
    """What the source says with each amount or year."""
    found: dict[object, set[Meaning]] = {}
    for one in ours:
        meaning = sense(one.meaning)
        if isinstance(meaning, Quantity):
            for amount in meaning.amounts:
                found.setdefault(amount, set()).add(meaning)
        elif isinstance(meaning, Day) and meaning.year and meaning.month is None:
            found.setdefault(meaning.year, set()).add(meaning)
    return found


def _is_another(raw: str, meaning: Meaning, numbers: dict[object, set[Meaning]]) -> bool:
    """Whether a form is English for another value of the source: "1.500" for 1,5. A number within
    it, as the month in "11/3/2024", is none."""
    return any(
        numbers.get(amount, {meaning}) - {meaning}
        for numeral in numerals(raw)
        if (numeral.start, numeral.end) == (0, len(raw))
        for amount in numeral.amounts
    )
