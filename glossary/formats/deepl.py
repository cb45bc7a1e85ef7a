"""DeepL's glossary as tab-separated values; to be uploaded by API or on the web site.

The rules are DeepL's (developers.deepl.com, "Manage glossaries", "Supported glossary formats"):
one pair a line; at most 10 MiB in all and 1,024 bytes of UTF-8 for a term; no source twice; neither
side empty, with white space at an end, or with a control character (C0, C1) or line break in it.
"""

from collections.abc import Iterable, Iterator

from padanan.glossary.concept import Concept
from padanan.glossary.formats.base import LeftOut, Writing
from padanan.glossary.formats.rows import checked

_MAX_FILE = 10 * 1024 * 1024

_MAX_TERM = 1024


def write(concepts: Iterable[Concept]) -> Writing:
    """Every Indonesian term with the preferred rendering of its concept.

    DeepL knows no second rendering, no rendering to avoid and no notes; these are not listed as
    left out.
    """
    good, left_out = checked(concepts)
    taken: dict[str, str] = {}
    lines: list[bytes] = []
    size = 0
    for term, rendering in _pairs(good):
        reason = _objection(term, rendering, taken)
        line = f"{term}\t{rendering}\n".encode()
        if not reason and size + len(line) > _MAX_FILE:
            reason = "A glossary of DeepL holds 10 MiB, and the file is full."
        if reason:
            left_out.append(LeftOut(f"{term} → {rendering}", reason))
            continue
        taken[term] = rendering
        lines.append(line)
        size += len(line)
    return Writing(b"".join(lines), tuple(left_out))


def _pairs(concepts: Iterable[Concept]) -> Iterator[tuple[str, str]]:
    for concept in concepts:
        for term in concept.terms:
            yield term, concept.preferred


def _objection(term: str, rendering: str, taken: dict[str, str]) -> str:
    """Why DeepL would refuse a pair; empty if it would not.

    That there is no control character, no line break and no white space at an end, the glossary's
    own rules see to.
    """
    if term in taken:
        return f"DeepL takes a source once, and this one is there already: {taken[term]}."
    if any(len(text.encode()) > _MAX_TERM for text in (term, rendering)):
        return "DeepL takes terms of at most 1,024 bytes."
    return ""
