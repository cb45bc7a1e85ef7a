"""A draft mended: the rendering of one term put where the draft has other words for it, or none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from padanan.glossary import Concept, Flag, Match, PartOfSpeech
from padanan.glossary.english import PREPOSITIONS
from padanan.translate.adherence import Use
from padanan.translate.enforce.aligned import Aligned, trimmed
from padanan.translate.enforce.articles import with_articles
from padanan.translate.enforce.capitals import capital, opens, titled
from padanan.translate.enforce.polish import stem
from padanan.translate.enforce.shapes import shapes
from padanan.translate.enforce.unit import Option, Unit
from padanan.translate.enforce.verdict import untranslated

MOST_SHAPES = 2
"""Shapes of a rendering that are tried at one place."""

MOST_INSERTED = 2
"""The same between two words."""

LEAST_LEFT = 0.6
"""Of the words after a rendering, how many a sentence finished anew must have at least."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A rendering in a draft's place.

    Attributes:
        start: Where what goes begins in the draft.
        end: Where it ends; `start` where nothing goes.
        words: What comes there.
    """

    start: int
    end: int
    words: str

    def beginning(self, text: str) -> str:
        """The draft up to the end of the rendering."""
        return text[: self.start] + self.words.rstrip()


def edits(unit: Unit, at: int) -> tuple[list[Edit], list[Edit]]:
    """How the best candidate of a unit could be made to hold one of its terms.

    Where the draft has other words for the term, they give way to the rendering. Where it has none,
    or that has failed already, the model is to finish the sentence after the rendering, or it comes
    between two words.

    Args:
        unit: The unit.
        at: The place of the term among the unit's.

    Returns:
        Edits after which the rest of the draft stays as it is; and edits after which the model is
        to finish the sentence anew. The likeliest first.
    """
    option, match = unit.best, unit.matches[at]
    use = option.verdict.uses[at]
    place = place_of(unit, use, match)
    placed: list[Edit] = []
    if place is not None:
        placed = list(_in_place(unit.source, option.text, place, use.concept, match))
        if at not in unit.failed:
            return placed[:MOST_SHAPES], []
    if use.rendering is not None or option.aligned is None:
        return [], []
    gaps = option.aligned.gaps(match.start, match.end)
    found = [list(_inserted(unit.source, option.text, gap, use.concept, match)) for gap in gaps]
    inside = [edit for edits in found for edit in edits[:MOST_INSERTED]]
    return inside, placed[:1] + [edit for edits in found[:1] for edit in edits[:1]]


def unplaced(unit: Unit, at: int) -> bool:
    """Whether the best candidate has no words that a term's rendering could take the place of."""
    use = unit.best.verdict.uses[at]
    return place_of(unit, use, unit.matches[at]) is None


def place_of(unit: Unit, use: Use, match: Match) -> tuple[int, int] | None:
    """Where a draft says otherwise what a term says."""
    source, option = unit.source, unit.best
    if use.avoided:
        return use.avoided[0].start, _without_possessive(option.text, use.avoided[0].end)
    left = untranslated(option.text, source[match.start : match.end], use.concept)
    if left:
        return left[0]
    if use.rendering is not None:
        return use.rendering.start, _without_possessive(option.text, use.rendering.end)
    if option.aligned is None:
        return None
    # A term that stands twice may have its words at the other place only.
    same = [other for other in unit.matches if other.concept is match.concept and other != match]
    for one in (match, *same):
        place = option.aligned.place(one.start, one.end)
        if place and (free := _free(option, use, place)):
            return free
    return None


def _free(option: Option, use: Use, place: tuple[int, int]) -> tuple[int, int] | None:
    """The longest stretch of some words that renders no other term."""
    start, end = place
    taken = sorted(
        (other.rendering.start, other.rendering.end)
        for other in option.verdict.uses
        if other.rendering is not None and other is not use
    )
    edges = [start]
    for first, last in taken:
        if first < end and start < last:
            # Nothing is taken out of a word with hyphens: U.S.-led.
            first, last = _whole(option.text, first, last)
            edges += [max(start, first), min(end, last)]
    edges.append(end)
    stretches = [
        bare
        for first, last in zip(edges[::2], edges[1::2], strict=True)
        if first < last and (bare := trimmed(option.text, first, last))
    ]
    return max(stretches, key=lambda one: one[1] - one[0], default=None)


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """A span widened to the hyphenated words it is part of."""
    left = re.search(r"[\w.]+-$", text[:start])
    right = re.match(r"-[\w.]+", text[end:])
    return (left.start() if left else start), (end + right.end() if right else end)


def _without_possessive(text: str, end: int) -> int:
    for mark in ("'s", "’s", "'", "’"):
        if text[:end].endswith(mark):
            return end - len(mark)
    return end


def _in_place(
    source: str, text: str, place: tuple[int, int], concept: Concept, match: Match
) -> Iterator[Edit]:
    """A rendering in the place of other words."""
    start, end = place
    start, end = _with_neighbours(text, start, end, concept.preferred)
    before, end = _without_repeated(text, start, end, concept.preferred)
    gone = text[start:end]
    if _is_abbreviated(gone, concept.preferred) and _POINT.match(text, end):
        end += 1
    for left, words in _variants(source, before, gone, text[end:], concept, match):
        yield _edit(text, left, end, words)


_POINT = re.compile(r"\.(?=,|\s\W?[a-z\d])")
"""The point of an abbreviation that ends no sentence: Jan. 12."""


def _is_abbreviated(words: str, rendering: str) -> bool:
    """Whether words are the beginning of a rendering: Jan for January."""
    return words != rendering and rendering.lower().startswith(words.lower())


def _with_neighbours(text: str, start: int, end: int, rendering: str) -> tuple[int, int]:
    """A place widened to neighbours that the rendering says as well: peace [peaceful solution]
    solutions."""
    stems = {stem(word) for word in rendering.split() if len(word) > 3}
    if (after := re.match(r"\s([\w-]+)", text[end:])) and stem(after[1]) in stems:
        end += after.end()
    if (before := re.search(r"([\w-]+)\s$", text[:start])) and stem(before[1]) in stems:
        start = before.start(1)
    return start, end


def _without_repeated(text: str, start: int, end: int, rendering: str) -> tuple[str, int]:
    """What stands up to a place, and its end, without words that the rendering brings along:
    on the [on charges of], [on charges of] of, NATO's [NATO Secretary General]."""
    words = rendering.split() or [""]
    first, last = re.escape(words[0]), re.escape(words[-1])
    before = text[:start]
    if words[0].lower() == "as":
        pattern = r"\b(?:(?:is|are|was|were|be|been|being|such|as)\s)+$"
    elif words[0].lower() in PREPOSITIONS:
        pattern = rf"\b(?:{first}|by|for|of|with)\s(?:(?:the|a|an)\s)?$"
    else:
        letters = r"\.?".join(re.escape(letter) for letter in words[0].replace(".", ""))
        pattern = rf"\b{letters}\.?(?:['’]s)?\s$" if len(words) > 1 else r"(?!)"
    if found := re.search(pattern, before, re.IGNORECASE):
        before = before[: found.start()]
    if words[-1].lower() in PREPOSITIONS and (
        found := re.match(rf"\s(?:{last}|by|from|of)\b", text[end:], re.IGNORECASE)
    ):
        end += found.end()
    return before, end


def _inserted(source: str, text: str, gap: int, concept: Concept, match: Match) -> Iterator[Edit]:
    """A rendering between two words."""
    before = text[:gap]
    if before and not before[-1].isspace():
        before += " "
    close = " " if text[gap : gap + 1].isalnum() else ""
    for left, words in _variants(source, before, "", text[gap:], concept, match):
        yield _edit(text, left, gap, words + close)


def _variants(
    source: str, before: str, gone: str, after: str, concept: Concept, match: Match
) -> Iterator[tuple[str, str]]:
    """What may stand up to a rendering, and the rendering: its forms first, then other articles."""
    name = concept.pos is PartOfSpeech.NAME
    noun = concept.pos not in _WITHOUT_ARTICLE
    if concept.pos is PartOfSpeech.NOUN and _BEFORE_VERBS.search(before[-20:]):
        return  # what would go is a verb: will guarantee
    forms = [
        list(
            with_articles(
                before,
                _cased(source, before, gone, shape, concept, match),
                name=name,
                noun=noun,
                # Common words that had no article in the draft need none in their place.
                add=name or not gone,
            )
        )
        for shape in shapes(
            concept, concept.preferred, match, before=before, gone=gone, after=after
        )
    ]
    for articles in zip_longest(*forms):
        yield from (each for each in articles if each is not None)


_WITHOUT_ARTICLE = frozenset({PartOfSpeech.VERB, PartOfSpeech.ADJECTIVE, PartOfSpeech.ADVERB})

_BEFORE_VERBS = re.compile(
    r"\b(?:will|would|can|could|may|might|must|should|not|he|she|they|we|you|I)\s$", re.IGNORECASE
)
"""What no noun follows without an article."""


_ENDINGS = frozenset({"s", "es", "d", "ed", "ing"})
"""What a model may add to a rendering to inflect it."""


def continues(unit: Unit, at: int, edit: Edit, text: str) -> bool:
    """Whether a draft that was finished anew after an edit goes on as a sentence should.

    It does not where it makes another word of a name or of what does not end in a letter, nor
    where much less follows than in the draft before: what is left out costs no likelihood.
    """
    beginning = " ".join(edit.beginning(unit.best.text).split())
    rest = text[len(beginning) :] if text.startswith(beginning) else text
    if unit.source[unit.matches[at].end :].startswith(" (") and not rest.startswith(" ("):
        return False  # the full name and its short form in brackets stay together
    concept = unit.best.verdict.uses[at].concept
    fixed = concept.pos is PartOfSpeech.NAME or Flag.KEEP in concept.flags
    grown = re.match(r"[\w-]*", rest)
    if grown and grown[0] and (fixed or grown[0] not in _ENDINGS or not beginning[-1:].isalpha()):
        return False
    before = len(unit.best.text[edit.end :].split())
    return before < 3 or len(rest.split()) >= LEAST_LEFT * before


def shortfall(unit: Unit, edit: Edit, text: str) -> int:
    """How many words fewer a draft finished anew has after a rendering."""
    rest = len(text.split()) - len(edit.beginning(unit.best.text).split())
    return max(0, len(unit.best.text[edit.end :].split()) - rest)


def _edit(text: str, left: str, end: int, words: str) -> Edit:
    """The edit that leaves `left` and `words` of the draft up to `end`."""
    same = 0
    for a, b in zip(left, text[:end], strict=False):
        if a != b:
            break
        same += 1
    return Edit(same, end, left[same:] + words)


def _cased(source: str, before: str, gone: str, words: str, concept: Concept, match: Match) -> str:
    """A rendering in the capitals of its place."""
    if Flag.KEEP in concept.flags:
        return words
    if concept.pos is not PartOfSpeech.NAME and _is_title(source, match, gone):
        words = titled(words)
    return capital(words) if opens(before) else words


def _is_title(source: str, match: Match, gone: str) -> bool:
    """Whether a term is a title before or after a name: Menteri Pertahanan Prabowo."""
    term = source[match.start : match.end]
    if opens(source[: match.start]):
        # The first word has its capital from the sentence; those after it tell.
        rest = [word for word in term.split()[1:] if not word.isupper()]
        return bool(rest) and _capitalised(" ".join(rest))
    if not _capitalised(term):
        return False
    if gone:
        return _capitalised(gone)
    return source[match.end : match.end + 2].strip()[:1].isupper()


def _capitalised(words: str) -> bool:
    return all(word[0].isupper() for word in words.split() if word[0].isalpha() and len(word) > 2)


def applied(option: Option, edit: Edit) -> tuple[str, Aligned | None]:
    """A draft after an edit, with its alignment."""
    text = option.text[: edit.start] + edit.words + option.text[edit.end :]
    aligned = option.aligned
    return text, aligned and aligned.edited(edit.start, edit.end, edit.words)
