"""The words of the form for the glossary."""

from collections.abc import Iterator

from padanan.glossary import Concept, Flag, PartOfSpeech
from padanan.language import gettext as _
from padanan.language import marked
from padanan.tui.termsaving import Role

PARTS = {
    "": marked("any"),
    PartOfSpeech.NOUN: marked("noun"),
    PartOfSpeech.VERB: marked("verb"),
    PartOfSpeech.ADJECTIVE: marked("adjective"),
    PartOfSpeech.ADVERB: marked("adverb"),
    PartOfSpeech.PHRASE: marked("phrase"),
    PartOfSpeech.NAME: marked("name"),
}
"""The parts of speech; any is none."""

FLAGS = {
    Flag.CASE: marked("capitals count"),
    Flag.KEEP: marked("stays as it is"),
    Flag.EXACT: marked("no other forms"),
}
"""The flags of a concept."""

ROLES = {
    Role.ALSO: marked("accepted, too"),
    Role.PREFER: marked("the one to use"),
    Role.AVOID: marked("to be avoided"),
    Role.OTHER: marked("of another concept"),
}
"""What a rendering is to be for a concept that is there."""


def in_a_line(concept: Concept) -> str:
    """A concept that is there already, in a line."""
    return " · ".join(_said(concept))


def _said(concept: Concept) -> Iterator[str]:
    yield _("In the glossary: {term} → {renderings}").format(
        term=concept.terms[0], renderings=" | ".join(concept.renderings)
    )
    if concept.avoided:
        yield _("to be avoided: {renderings}").format(renderings=" | ".join(concept.avoided))
    if concept.domain:
        yield concept.domain
