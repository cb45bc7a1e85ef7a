"""Which renderings are in this translation, how many times, where?"""

from collections.abc import Collection, Container, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from padanan.glossary.capitals import rendering_capitals_agree
from padanan.glossary.concept import Concept, Flag, PartOfSpeech
from padanan.glossary.english import TOKEN, RenderingForm, rendering_ways
from padanan.glossary.trie import HERE, Candidate, Node, Trie, longest_first
from padanan.glossary.words import Addresses, Words, words


class Status(StrEnum):
    """What the glossary says of a rendering."""

    PREFERRED = "preferred"
    """The one to use."""

    ADMITTED = "admitted"
    """Accepted."""

    AVOIDED = "avoided"
    """Not to be used."""


class RenderingMatch(NamedTuple):
    """A concept's rendering in an English text.

    Attributes:
        start: Where it begins, in characters of the text.
        end: Where it ends, a possessive included.
        concept: The concept.
        rendering: The concept's rendering that was found, as the glossary writes it.
        status: Preferred, admitted or avoided.
        form: How near to the rendering the text is.
    """

    start: int
    end: int
    concept: Concept
    rendering: str
    status: Status
    form: RenderingForm


_STATUSES = tuple(Status)
_FORMS = tuple(RenderingForm)

# fmt: off
NEVER_JOINED = frozenset(
    {
        "a", "an", "and", "any", "as", "at", "be", "but", "by", "can", "do", "every", "for",
        "go", "he", "i", "if", "in", "is", "it", "me", "may", "my", "no", "not", "of", "on",
        "or", "our", "over", "per", "so", "some", "the", "to", "under", "up", "us", "was",
        "we",
    }
)
# fmt: on
"""Words that are not written together with others to make a rendering: the rapist is no therapist,
and Xi is no Xis."""


_APOSTROPHES = ("'", "\u2019")

_LONGEST_QUOTATION = 300
"""How far back, in characters, a quotation may have been opened that an apostrophe would close."""

PARTICLES = frozenset({"in", "on", "over", "under", "up"})
"""Of these, what may end a compound all the same: build up, break in."""


class _Entry(NamedTuple):
    """One rendering of one concept in one form. Better ones sort first."""

    rank: int  # of the concept
    derived: bool  # a listed rendering, whatever its status, before the verb of another
    status: int  # place in `_STATUSES`
    form: int  # place in `_FORMS`
    order: int  # among the concept's renderings
    concept: Concept
    rendering: str
    name: bool  # needs a capital


class RenderingMatcher:
    """Finds renderings in English texts. Built once for a glossary."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        """A matcher for the renderings of these concepts."""
        self._entries: list[_Entry] = []
        self._begins: dict[Concept, set[str]] = {}
        self._trie = Trie(self._sequences(concepts))

    def _sequences(self, concepts: Sequence[Concept]) -> Iterator[tuple[Sequence[str], int]]:
        for rank, concept in enumerate(concepts):
            statuses = [0] + [1] * len(concept.admitted) + [2] * len(concept.avoided)
            renderings = concept.renderings + concept.avoided
            named = concept.pos is PartOfSpeech.NAME or Flag.CASE in concept.flags
            begins = self._begins.setdefault(concept, set())
            for order, (rendering, status) in enumerate(zip(renderings, statuses, strict=True)):
                # What is to be avoided of several words is a slip in any capitals.
                name = named and not (status == 2 and " " in rendering)
                form = None
                for way, likeness in rendering_ways(rendering, concept.pos):
                    if likeness is not form:
                        form = likeness
                        number = _FORMS.index(form)
                        derived = form is RenderingForm.DERIVED
                        self._entries.append(
                            _Entry(rank, derived, status, number, order, concept, rendering, name)
                        )
                    begins.add(way[0])
                    yield way, len(self._entries) - 1

    def find(
        self, text: str, concepts: Collection[Concept] | None = None
    ) -> tuple[RenderingMatch, ...]:
        """The renderings in a text, in its order.

        Of renderings that overlap the longest is taken: most words, then most letters, then
        first. What renders several concepts is there once for each.

        Args:
            text: English text.
            concepts: Look for these concepts' renderings only (those of the source's terms), so
                that a longer rendering of another one hides nothing. None looks for all.
        """
        cut = words(text, TOKEN)
        wanted = None if concepts is None else set(concepts)
        addresses = Addresses(text)
        candidates: list[Candidate] = []
        begins: Container[str] = self._trie.root
        if wanted is not None:
            begins = {word for one in wanted for word in self._begins.get(one, ())}
        keys = cut.keys
        for first, key in enumerate(keys):
            # Most words begin no rendering, alone or joined with the next.
            if key in begins or (first + 1 < len(keys) and key + keys[first + 1] in begins):
                candidates += self._from(cut, first)

        def settle(first: int, last: int, same: Sequence[Candidate]) -> list[RenderingMatch]:
            if addresses.hold(cut.starts[first], cut.ends[last - 1]) or _is_tail(cut, first):
                return []
            return list(self._settle(cut, first, last, same, wanted))

        found = longest_first(candidates, bytearray(len(cut.keys)), settle)
        found.sort(key=lambda match: match[:2])
        return tuple(found)

    def _from(self, cut: Words, first: int) -> Iterator[Candidate]:
        """The candidates that begin with the token `first`."""
        tokens, count = cut.keys, len(cut.keys)
        ways: list[tuple[int, Node]] = [(first, self._trie.root)]
        seen: set[tuple[int, int]] = set()
        while ways:
            place, node = ways.pop()
            if (place, id(node)) in seen:
                continue
            seen.add((place, id(node)))
            steps = [(tokens[place], place + 1)]
            if place + 1 < count:
                hyphen = place in cut.hyphens
                if hyphen or _may_join(tokens[place], tokens[place + 1]):  # build-up, build up
                    steps.append((tokens[place] + tokens[place + 1], place + 2))
            for word, after in steps:
                reached = node.get(word)
                if isinstance(reached, dict):
                    if after < count:
                        ways.append((after, reached))
                    reached = reached.get(HERE)
                if isinstance(reached, int):
                    length = cut.starts[first] - cut.ends[after - 1]
                    yield first - after, length, first, after, reached, ()

    def _settle(
        self,
        cut: Words,
        first: int,
        last: int,
        same: Sequence[Candidate],
        wanted: set[Concept] | None,
    ) -> Iterator[RenderingMatch]:
        """The matches that candidates for the same tokens come to: one a concept, its best."""
        surface = [cut.text[cut.starts[place] : cut.ends[place]] for place in range(first, last)]
        written = cut.text[cut.starts[first] : cut.ends[last - 1]]
        entries = sorted(
            (self._entries[number] for *_, node, _ in same for number in self._trie.entries[node]),
            # Of a concept's renderings alike the one that is written so: U.S., not US with stops.
            key=lambda entry: (*entry[:4], entry.rendering.rstrip(".") != written, entry.order),
        )
        dotted = last - first > 1 and cut.keys[last - 2] == "."
        previous = -1
        for entry in entries:
            if (
                entry.rank != previous
                and (wanted is None or entry.concept in wanted)
                and rendering_capitals_agree(surface, entry.rendering, name=entry.name)
            ):
                previous = entry.rank
                yield RenderingMatch(
                    cut.starts[first],
                    _end(cut, first, last, dotted=dotted or entry.rendering.endswith(".")),
                    entry.concept,
                    entry.rendering,
                    _STATUSES[entry.status],
                    _FORMS[entry.form],
                )


def _is_tail(cut: Words, first: int) -> bool:
    """Whether a compound such as son-in-law, editor-in-chief ends there."""
    hyphens = cut.hyphens
    return first - 1 in hyphens and first - 2 in hyphens and cut.keys[first - 1] == "in"


def _may_join(word: str, following: str) -> bool:
    return (
        len(word) > 1
        and len(following) > 1
        and word not in NEVER_JOINED
        and (following not in NEVER_JOINED or following in PARTICLES)
        and word.isalpha()
        and following.isalpha()
    )


def _end(cut: Words, first: int, last: int, *, dotted: bool) -> int:
    """Where a rendering ends: after the full stop of an abbreviation and a possessive."""
    text, end = cut.text, cut.ends[last - 1]
    if dotted and text.startswith(".", end):
        end += 1
    if text[end : end + 1] not in _APOSTROPHES or end == len(text):
        return end
    if text[end + 1 : end + 2] in {"s", "S"} and not text[end + 2 : end + 3].isalnum():
        return end + 2
    start = cut.starts[first]
    before = text[max(0, start - _LONGEST_QUOTATION) : start]
    quoted = "'" in before or "\u2018" in before
    if text[end - 1] in "sS" and not text[end + 1 : end + 2].isalnum() and not quoted:
        return end + 1  # guarantees' - and no quotation has been opened that this might close
    return end
