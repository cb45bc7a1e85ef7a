"""Indonesian forms that a model left in its target, put into English."""

from collections import Counter

from padanan.translate.dates import like
from padanan.translate.values.english import forms
from padanan.translate.values.find import English, held, sense
from padanan.translate.values.indonesian import readings
from padanan.translate.values.value import Reading, ValueKind


def mend(source: str, target: str) -> str:
    """The target with the values that stand there in their Indonesian form written the house's way.

    A place is certain when the target has, of what the source says, exactly as many forms as the
    source has, and when what stands there is no English for another value of the source.
    """
    ours = readings(source)
    if not ours:
        return target
    wanted = Counter(sense(one.meaning) for one in ours)
    there = [one for one in readings(target) if sense(one.meaning) in wanted]
    have = Counter(sense(one.meaning) for one in there)
    for one in reversed(there):
        same = sense(one.meaning)
        raw = target[one.start : one.end]
        if have[same] != wanted[same] or _is_english(one, raw) or _is_another(raw, one, ours):
            continue
        target = target[: one.start] + _english(one, raw) + target[one.end :]
    return target


def _english(reading: Reading, raw: str) -> str:
    english = forms(reading, raw)[0]
    return like(raw, english) if raw[:1].isalpha() and english[:1].isalpha() else english


def _is_english(reading: Reading, raw: str) -> bool:
    """Whether English would write it so too."""
    if reading.kind in (ValueKind.URL, ValueKind.EMAIL, ValueKind.PHONE, ValueKind.ACRONYM):
        return True
    return held(reading, English(raw), strict=False) is not None


def _is_another(raw: str, reading: Reading, ours: tuple[Reading, ...]) -> bool:
    """Whether the form is English for another value of the source: "1.500" for 1,5."""
    english = English(raw)
    return any(
        sense(one.meaning) != sense(reading.meaning)
        and held(one, english, strict=False) is not None
        for one in ours
    )
