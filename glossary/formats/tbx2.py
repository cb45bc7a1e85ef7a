"""TBX 2 (ISO 30042:2008), the martif format that OmegaT, Weblate and Trados read."""

from collections.abc import Iterable

from padanan.glossary.concept import Concept, PartOfSpeech
from padanan.glossary.formats import tbx_writer
from padanan.glossary.formats.base import Writing
from padanan.glossary.formats.safe_xml import LANG
from padanan.glossary.formats.tbx import read

__all__ = ["read", "write"]

_DIALECT = tbx_writer.Dialect(
    root="martif",
    attributes={"type": "TBX-Basic", LANG: "id"},
    header="martifHeader",
    entry="termEntry",
    language="langSet",
    term="tig",
    # The picklist of the first TBX-Basic (LISA, 2009).
    parts_of_speech={
        PartOfSpeech.NOUN: "noun",
        PartOfSpeech.VERB: "verb",
        PartOfSpeech.ADJECTIVE: "adjective",
        PartOfSpeech.ADVERB: "adverb",
        PartOfSpeech.PHRASE: "other",
        PartOfSpeech.NAME: "properNoun",
    },
    doctype='<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">',
)


def write(concepts: Iterable[Concept]) -> Writing:
    """A TBX-Basic document with one `termEntry` for each concept."""
    return tbx_writer.write(concepts, _DIALECT)
