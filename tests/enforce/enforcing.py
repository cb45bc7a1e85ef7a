"""What the tests of enforcement share: concepts in a line, and what enforcement says of drafts."""

from collections.abc import Collection

from padanan.glossary import Concept, Flag, Glossary, Match, PartOfSpeech

NOUN, VERB, NAME = PartOfSpeech.NOUN, PartOfSpeech.VERB, PartOfSpeech.NAME
ADJECTIVE, ADVERB, PHRASE = PartOfSpeech.ADJECTIVE, PartOfSpeech.ADVERB, PartOfSpeech.PHRASE


def concept(
    terms: str,
    renderings: str,
    avoided: str = "",
    pos: PartOfSpeech | None = NOUN,
    flags: Collection[Flag] = (),
) -> Concept:
    """A concept; several terms or renderings stand between bars."""
    return Concept(
        tuple(terms.split("|")),
        tuple(renderings.split("|")),
        tuple(filter(None, avoided.split("|"))),
        pos,
        flags=frozenset(flags),
    )


def matches(source: str, *concepts: Concept) -> tuple[Match, ...]:
    """The terms of a source."""
    return Glossary(concepts).match(source)
