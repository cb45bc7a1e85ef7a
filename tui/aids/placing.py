"""A rendering in the shape of the place it is put into."""

import re
from dataclasses import replace

from padanan.glossary import Concept, Flag, Match, PartOfSpeech
from padanan.translate.adherence import Use
from padanan.translate.enforce.articles import with_articles
from padanan.translate.enforce.capitals import capital, opens
from padanan.translate.enforce.shapes import shapes
from padanan.tui.aids.item import Taking, View

_WITHOUT_ARTICLE = frozenset({PartOfSpeech.VERB, PartOfSpeech.ADJECTIVE, PartOfSpeech.ADVERB})

_POSSESSIVES = ("'s", "’s", "'", "’")


def taking(view: View, use: Use, concept: Concept, rendering: str) -> Taking:
    """What puts a rendering into a target: in the place of the wrong one, of the one that is there,
    or of the term that has been left untranslated; failing that, at the cursor.

    Args:
        view: The segment.
        use: The term and what became of it.
        concept: What it is taken for: the use's concept, or a homonym.
        rendering: One of the concept's renderings.
    """
    text = view.text
    place = _place(view, use)
    if place is None:
        return Taking(_inserted(use.match, concept, rendering, text, view.cursor))
    start, end = place
    gone = text[start:end]
    shaped = _shaped(use.match, concept, rendering, text[:start], gone, text[end:])
    before, words = next(
        with_articles(
            text[:start],
            shaped,
            name=concept.pos is PartOfSpeech.NAME,
            noun=concept.pos not in _WITHOUT_ARTICLE,
            add=False,
        )
    )
    same = _common(before, text[:start])
    return Taking(before[same:] + words, same, end)


def _place(view: View, use: Use) -> tuple[int, int] | None:
    """Where a rendering stands that another is to take the place of; a possessive stays."""
    there = use.avoided[0] if use.avoided else use.rendering
    if there is None:
        return _untranslated(view, use.match) or _named(view, use.match)
    end = there.end
    for mark in _POSSESSIVES:
        if view.text[there.start : end].endswith(mark):
            return there.start, end - len(mark)
    return there.start, end


def _untranslated(view: View, match: Match) -> tuple[int, int] | None:
    """Where the term itself stands in the target."""
    term = re.escape(view.entry.source[match.start : match.end])
    found = re.search(rf"(?<!\w){term}(?!\w)", view.text, re.IGNORECASE)
    return found.span() if found is not None else None


def _named(view: View, match: Match) -> tuple[int, int] | None:
    """Where a finding about this very term says that it stands in the target."""
    for finding in view.looked.findings if view.looked is not None else ():
        if len(finding.target_spans) == 1 and any(
            (span.start, span.end) == (match.start, match.end) for span in finding.source_spans
        ):
            return finding.target_spans[0].start, finding.target_spans[0].end
    return None


def _inserted(match: Match, concept: Concept, rendering: str, text: str, cursor: int) -> str:
    """A rendering for a place between two words."""
    before, after = text[:cursor], text[cursor:]
    return spaced_in(_shaped(match, concept, rendering, before, "", after), text, cursor)


_OPENING = re.compile(r"""(?:^|\s|[(\[“‘/]|\S[–—-])["']?$""")
"""What no blank stands after; quotation marks that look alike on both sides, where they open. After
a dash that stands alone there is one."""


def spaced_in(words: str, text: str, cursor: int) -> str:
    """Words with the blanks they need to be put into a text.

    Args:
        words: The words.
        text: The text.
        cursor: Where they are to stand in it, in characters.
    """
    before, after = text[:cursor], text[cursor:]
    if not _OPENING.search(before):
        words = f" {words}"
    return f"{words} " if after[:1].isalnum() else words


def _shaped(
    match: Match, concept: Concept, rendering: str, before: str, gone: str, after: str
) -> str:
    """A rendering in the number, tense and capitals of its place."""
    if Flag.KEEP in concept.flags:
        return rendering
    if before and not before[-1].isspace():
        before += " "
    others = tuple(one for one in concept.renderings if one != rendering)
    # Shapes are those of the preferred rendering; here the person prefers another.
    wanted = replace(concept, renderings=(rendering, *others))
    words = shapes(wanted, rendering, match, before=before, gone=gone, after=after)[0]
    return capital(words) if opens(before) else words


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    same = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        same += 1
    return same
