"""Markdown tables of the glossary, both ways, for a repository's page or a note."""

import re
from collections.abc import Iterable

from padanan.glossary.concept import Concept
from padanan.glossary.formats.base import Writing
from padanan.glossary.formats.index import Headword, Rendering, english, indonesian
from padanan.glossary.formats.rows import checked
from padanan.glossary.formats.vocabulary import Status

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$!])")
"""What may begin markup somewhere in a line (CommonMark 0.31, "Backslash escapes"; GFM tables)."""


def write(concepts: Iterable[Concept]) -> Writing:
    """Two tables for each letter's section: Indonesian to English, then English to Indonesian."""
    good, left_out = checked(concepts)
    lines = ["# Indonesian–English glossary", "", f"{len(good):,} concepts.", ""]
    lines += ["## Indonesian to English", ""]
    for letter, headwords in indonesian(good):
        lines += [
            f"### {escaped(letter)}",
            "",
            "| Indonesian | English | Not | |",
            "| --- | --- | --- | --- |",
            *(_headword(headword) for headword in headwords),
            "",
        ]
    lines += ["## English to Indonesian", ""]
    for letter, renderings in english(good):
        lines += [
            f"### {escaped(letter)}",
            "",
            "| English | Indonesian |",
            "| --- | --- |",
            *(_rendering(rendering) for rendering in renderings),
            "",
        ]
    return Writing("\n".join(lines).encode(), tuple(left_out))


def escaped(text: str) -> str:
    """`text` with nothing in it that is markup."""
    return _SPECIAL.sub(r"\\\1", text)


def _headword(headword: Headword) -> str:
    concept = headword.concept
    if not headword.is_main:
        return f"| {escaped(headword.term)} | → {escaped(concept.terms[0])} | | |"
    terms = "; ".join([f"**{escaped(concept.terms[0])}**", *map(escaped, concept.terms[1:])])
    renderings = "; ".join([f"**{escaped(concept.preferred)}**", *map(escaped, concept.admitted)])
    avoided = "; ".join(f"~~{escaped(text)}~~" for text in concept.avoided)
    grammar = ", ".join(filter(None, [concept.pos, concept.domain, *sorted(concept.flags)]))
    remark = ". ".join(filter(None, [grammar and f"*{escaped(grammar)}*", escaped(concept.note)]))
    return f"| {terms} | {renderings} | {avoided} | {remark} |"


def _rendering(rendering: Rendering) -> str:
    uses = [
        f"not for {escaped(concept.terms[0])}, which is {escaped(concept.preferred)}"
        if status is Status.AVOIDED
        else f"{escaped('; '.join(concept.terms))}"
        + (f" ({escaped(concept.domain)})" if concept.domain else "")
        for concept, _, status in rendering.uses
    ]
    avoided = all(status is Status.AVOIDED for _, _, status in rendering.uses)
    head = f"~~{escaped(rendering.text)}~~" if avoided else escaped(rendering.text)
    return f"| {head} | {'<br>'.join(uses)} |"
