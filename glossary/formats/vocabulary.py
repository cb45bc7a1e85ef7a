"""What other tools call parts of speech, statuses of terms, and flags."""

import re
from enum import StrEnum
from functools import lru_cache

from padanan.glossary.concept import Flag, PartOfSpeech


class Status(StrEnum):
    """What is to be done with a rendering."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    AVOIDED = "avoided"


_PARTS_OF_SPEECH = {
    **{pos.value: pos for pos in PartOfSpeech},
    "n": PartOfSpeech.NOUN,
    "nomina": PartOfSpeech.NOUN,
    "substantive": PartOfSpeech.NOUN,
    "v": PartOfSpeech.VERB,
    "verba": PartOfSpeech.VERB,
    "adj": PartOfSpeech.ADJECTIVE,
    "adjektiva": PartOfSpeech.ADJECTIVE,
    "adv": PartOfSpeech.ADVERB,
    "adverbia": PartOfSpeech.ADVERB,
    "frasa": PartOfSpeech.PHRASE,
    "propernoun": PartOfSpeech.NAME,
    "propername": PartOfSpeech.NAME,
}

_STATUSES = {
    # The picklist of administrativeStatus (TBX-Basic; ISO 12620), then what else is in use.
    "preferred": Status.PREFERRED,
    "standardized": Status.PREFERRED,
    "legal": Status.PREFERRED,
    "regulated": Status.PREFERRED,
    "admitted": Status.ADMITTED,
    "deprecated": Status.AVOIDED,
    "superseded": Status.AVOIDED,
    "avoided": Status.AVOIDED,
    "avoid": Status.AVOIDED,
    "forbidden": Status.AVOIDED,
    "notrecommended": Status.AVOIDED,
    "obsolete": Status.AVOIDED,
    "rejected": Status.AVOIDED,
}


@lru_cache(maxsize=1000)
def part_of_speech(text: str) -> PartOfSpeech | None:
    """The part of speech another tool means ("Noun", "n.", "properNoun"), None if no known one."""
    return _PARTS_OF_SPEECH.get(re.sub(r"[\W_]", "", text).casefold())


@lru_cache(maxsize=1000)
def status(text: str) -> Status | None:
    """The status another tool means ("deprecatedTerm-admn-sts", "Forbidden"), or None."""
    word = re.sub(r"[\W_]", "", text).casefold()
    return _STATUSES.get(re.sub(r"(term)?(adm(i)?nsts)?$", "", word))


def flags(text: str) -> tuple[frozenset[Flag], list[str]]:
    """The flags in a cell of words, and the words that are none."""
    known = {flag.value: flag for flag in Flag}
    words = [word for word in re.split(r"[\s|,;]+", text.casefold()) if word]
    return (
        frozenset(known[word] for word in words if word in known),
        [word for word in words if word not in known],
    )
