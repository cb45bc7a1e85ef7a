"""Which concepts are in this sentence, where, in which form?"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from padanan.glossary.capitals import term_capitals_agree
from padanan.glossary.concept import Concept, Flag, PartOfSpeech
from padanan.glossary.finder import BARE, HYPHENATED, Finder, Written
from padanan.glossary.forms import SHORTEST_STEM
from padanan.glossary.spelling import is_acronym, ways_to_write
from padanan.glossary.trie import Candidate, Trie, longest_first
from padanan.glossary.words import Addresses, Words, entry_keys, words


class Match(NamedTuple):
    """A term of the glossary in a text. (A tuple, because millions of them are made.)

    Attributes:
        start: Where its form begins, in characters of the text.
        end: Where it ends, clitics and reduplication included.
        concept: The concept. Where rows of several domains have the term, the first of them.
        term: The concept's term that was found, as the glossary writes it.
        clitics: What is attached to it, in order, with hyphens that show the place: "ku-", "-nya",
            "-lah".
        plural: Whether it is marked as more than one, by reduplication or by "para".
        variant: Whether it is spelled or joined otherwise than the glossary has it.
        homonyms: Other concepts with the same term.
    """

    start: int
    end: int
    concept: Concept
    term: str
    clitics: tuple[str, ...] = ()
    plural: bool = False
    variant: bool = False
    homonyms: tuple[Concept, ...] = ()


class _Entry(NamedTuple):
    """One way of writing one term."""

    rank: int  # of its concept: the lower, the sooner taken
    concept: Concept
    term: str
    variant: bool
    exact: bool  # no other form
    cased: bool  # only in its capitals

    @property
    def plain(self) -> bool:
        """Whether it holds wherever its words are."""
        return not (self.exact or self.cased)


class Matcher:
    """Finds terms in texts. Built once for a glossary; a text costs time linear in its length."""

    def __init__(self, concepts: Sequence[Concept], builtin: Sequence[Concept] = ()) -> None:
        """A matcher for these concepts.

        Args:
            concepts: The curated concepts.
            builtin: Names that give way to a curated concept where both would match.
        """
        self._curated = len(concepts)
        self._entries: list[_Entry] = []
        vocabulary: set[str] = set()
        self._trie = Trie(self._sequences([*concepts, *builtin], vocabulary))
        self._finder = Finder(self._trie, vocabulary)
        # For each entry of the trie: what its bare words are, where nothing asks for a closer look.
        self._simple = [self._plainly(numbers) for numbers in self._trie.entries]

    def _sequences(
        self, concepts: Sequence[Concept], vocabulary: set[str]
    ) -> Iterator[tuple[Sequence[str], int]]:
        """The ways of writing each term, with the numbers of their entries.

        Their words are added to the vocabulary.
        """
        for rank, concept in enumerate(concepts):
            exact = Flag.EXACT in concept.flags
            case = Flag.CASE in concept.flags
            for term in concept.terms:
                sequence = entry_keys(term)
                if not sequence:
                    continue
                acronym = is_acronym(term, sequence)
                ways = [tuple(sequence)] if exact else ways_to_write(sequence, acronym=acronym)
                # Too many words and names are as short as UU, BPS: they are acronyms in capitals.
                cased = case or (acronym and len(term) <= SHORTEST_STEM)
                for number, way in enumerate(ways):
                    if number < 2:  # all the other ways share an entry
                        self._entries.append(_Entry(rank, concept, term, number > 0, exact, cased))
                    vocabulary.update(way)
                    yield way, len(self._entries) - 1

    def _plainly(self, numbers: Sequence[int]) -> tuple[Concept, str, tuple[Concept, ...]] | None:
        """The concept, the term and the homonyms of entries that hold wherever their words are."""
        entries = [self._entries[number] for number in numbers]
        if any(entry.variant or not entry.plain for entry in entries):
            return None
        first = entries[0]
        return first.concept, first.term, self._homonyms(first, entries)

    def _homonyms(self, chosen: _Entry, entries: Iterable[_Entry]) -> tuple[Concept, ...]:
        """The other concepts of entries; where a curated one is chosen, the curated ones."""
        curated = chosen.rank < self._curated
        others = {
            entry.rank: entry.concept
            for entry in entries
            if entry.rank != chosen.rank and (entry.rank < self._curated or not curated)
        }
        return tuple(others.values())

    def match(self, text: str) -> tuple[Match, ...]:
        """The terms in a text, in its order; they do not overlap.

        Of terms that overlap the longest is taken: most words, then most letters, then first.
        """
        cut = words(text)
        candidates, lone = self._finder.find(cut)
        if not candidates and not lone:
            return ()
        addresses = Addresses(text)
        para = "para" in cut.keys

        def settle(first: int, last: int, same: Sequence[Candidate]) -> tuple[Match, ...]:
            start, end = cut.starts[first], cut.ends[last - 1]
            if addresses.hold(start, end) or (last - 1 in cut.hyphens and _goes_on(cut, last)):
                return ()
            simple = self._simple[same[0][4]]
            if simple is not None and same[0][5] is BARE and len(same) == 1:
                concept, term, homonyms = simple
                plural = para and _after_para(cut, first)
                made = (start, end, concept, term, (), plural, False, homonyms)
                return (tuple.__new__(Match, made),)  # what Match() does, quicker
            return self._settle(cut, first, last, same)

        taken = bytearray(len(cut.keys))
        found = longest_first(candidates, taken, settle)
        for first, entry in lone:
            if not taken[first]:
                found += settle(first, first + 1, ((-1, 0, first, first + 1, entry, BARE),))
        found.sort()
        return tuple(found)

    def _settle(
        self, cut: Words, first: int, last: int, same: Sequence[Candidate]
    ) -> tuple[Match, ...]:
        """The match that candidates for the same tokens come to, if any holds."""
        held: list[tuple[int, bool, bool, int, Written]] = []
        for *_, node, about in same:
            form = Written(*about)
            for number in self._trie.entries[node]:
                entry = self._entries[number]
                if (entry.plain and form == BARE) or _holds(cut, first, last, form, entry):
                    other_spelling = entry.variant or form.joined
                    held.append((len(form.clitics), other_spelling, not entry.cased, number, form))
        if not held:
            return ()
        # What agrees most: the numbers of the entries follow the concepts' ranks.
        held.sort()
        least, variant, _, number, form = held[0]
        entry = self._entries[number]
        alike = (self._entries[each] for clitics, _, _, each, _ in held if clitics == least)
        end = cut.ends[last - 1]
        if last - first > 1 and cut.keys[last - 2] == ".":
            if not _is_dotted_acronym(cut, first, last):
                return ()
            end += 1
        match = Match(
            cut.starts[first],
            end,
            entry.concept,
            entry.term,
            form.clitics,
            form.plural or _after_para(cut, first),
            variant,
            self._homonyms(entry, alike),
        )
        return (match,)


def _after_para(cut: Words, first: int) -> bool:
    """Whether "para" stands before a term, which makes it more than one."""
    return first > 0 and cut.keys[first - 1] == "para"


def _is_dotted_acronym(cut: Words, first: int, last: int) -> bool:
    """Whether letters with full stops are an acronym (A.S.), not initials (A.S. Hikam) or a degree
    after a name (Amir, M.A.)."""
    if not cut.text.startswith(".", cut.ends[last - 1]) or cut.keys[first - 1 : first] == [","]:
        return False
    following = cut.surface(last + 1, last + 2) if last + 1 < len(cut.keys) else ""
    return not following[:1].isupper()


def _goes_on(cut: Words, last: int) -> bool:
    """Whether a term's last word stands doubled with an affix: uang-uangan, another word."""
    word, after = cut.keys[last - 1], cut.keys[last]
    return len(after) > len(word) >= SHORTEST_STEM and after.startswith(word)


def _holds(cut: Words, first: int, last: int, form: Written, entry: _Entry) -> bool:
    """Whether a concept's flags and part of speech allow the form that was found."""
    verb = entry.concept.pos is PartOfSpeech.VERB
    if entry.exact and (form != BARE or _is_part(cut, first, last)):
        return False
    if form.plural and entry.term.isupper() and not cut.keys[last - 1].isalpha():
        return False  # COVID2 is not more than one COVID
    if form.clitics and form.clitics[0].endswith("-") and not verb:
        return False  # ku- and kau- stand before verbs only
    return not entry.cased or term_capitals_agree(
        cut, first, last, entry.term, spelled=entry.variant
    )


def _is_part(cut: Words, first: int, last: int) -> bool:
    """Whether a term is part of an inflected form: NATO of NATO-nya, akhir of akhir-akhir."""
    before, after = first - 1 in cut.hyphens, last - 1 in cut.hyphens
    return (before and cut.keys[first - 1] == cut.keys[first]) or (
        after and (cut.keys[last] == cut.keys[last - 1] or cut.keys[last] in HYPHENATED)
    )
