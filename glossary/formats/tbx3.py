"""TBX 3, dialect TBX-Basic, style DCA (ISO 30042:2019)."""

from collections.abc import Iterable

from padanan.glossary.concept import Concept, PartOfSpeech
from padanan.glossary.formats import tbx_writer
from padanan.glossary.formats.base import Writing
from padanan.glossary.formats.safe_xml import LANG
from padanan.glossary.formats.tbx import read

__all__ = ["read", "write"]

_DIALECT = tbx_writer.Dialect(
    root="tbx",
    attributes={"style": "dca", "type": "TBX-Basic", LANG: "id"},
    header="tbxHeader",
    entry="conceptEntry",
    language="langSec",
    term="termSec",
    # The picklist in the schema of the dialect (LTAC, TBX-Basic 1.2, module Min).
    parts_of_speech={
        PartOfSpeech.NOUN: "noun",
        PartOfSpeech.VERB: "verb",
        PartOfSpeech.ADJECTIVE: "adjective",
        PartOfSpeech.ADVERB: "adverb",
        PartOfSpeech.PHRASE: "other",
        PartOfSpeech.NAME: "noun",
    },
    namespace="urn:iso:std:iso:30042:ed-2",
)


def write(concepts: Iterable[Concept]) -> Writing:
    """A TBX-Basic document with one `conceptEntry` for each concept."""
    return tbx_writer.write(concepts, _DIALECT)
