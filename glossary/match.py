"""Which concepts are in this sentence, where, in which form?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from padanan.glossary.capitals import term_capitals_agree
from padanan.glossary.concept import Concept, Flag, PartOfSpeech
from padanan.glossary.forms import (
    PARTICLES,
    PROCLITICS,
    PRONOUNS,
    SHORTEST_STEM,
    forms,
    may_be_form,
)
from padanan.glossary.spelling import PREFIXES, is_acronym, ways_to_write
from padanan.glossary.trie import HERE, Candidate, Node, Trie, longest_first
from padanan.glossary.words import Addresses, Words, keys, words

_HYPHENATED = {
    pronoun + particle: tuple(f"-{clitic}" for clitic in (pronoun, particle) if clitic)
    for pronoun in ("", *PRONOUNS)
    for particle in ("", *PARTICLES)
    if pronoun or particle
}
"""What may follow a hyphen after an acronym or a name (NATO-nya), as clitics."""


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


class _Form(NamedTuple):
    """What was found of a term besides its bare words."""

    clitics: tuple[str, ...] = ()
    plural: bool = False
    joined: bool = False


_BARE = _Form()

_Way = tuple[int, Node, bool, bool]
"""How far a search has come: the next token, the node, whether plural, whether joined."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One word of a term, and the token after it."""

    stem: str
    next: int
    clitics: tuple[str, ...] = ()
    plural: bool = False
    joined: bool = False


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
        self._vocabulary: set[str] = set()
        self._trie = Trie(self._sequences([*concepts, *builtin]))
        # For each entry of the trie: what its bare words are, where nothing asks for a closer look.
        self._simple = [self._plainly(numbers) for numbers in self._trie.entries]
        self._is_odd = lru_cache(maxsize=1 << 16)(self._may_be_form)

    def _sequences(self, concepts: Sequence[Concept]) -> Iterator[tuple[Sequence[str], int]]:
        """The ways of writing each term, with the numbers of their entries."""
        for rank, concept in enumerate(concepts):
            exact = Flag.EXACT in concept.flags
            case = Flag.CASE in concept.flags
            for term in concept.terms:
                sequence = term_keys(term)
                if not sequence:
                    continue
                acronym = is_acronym(term, sequence)
                ways = [tuple(sequence)] if exact else ways_to_write(sequence, acronym=acronym)
                # Too many words and names are as short as UU, BPS: they are acronyms in capitals.
                cased = case or (acronym and len(term) <= SHORTEST_STEM)
                for number, way in enumerate(ways):
                    if number < 2:  # all the other ways share an entry
                        self._entries.append(_Entry(rank, concept, term, number > 0, exact, cased))
                    self._vocabulary.update(way)
                    yield way, len(self._entries) - 1

    def _plainly(self, numbers: Sequence[int]) -> tuple[Concept, str, tuple[Concept, ...]] | None:
        """The concept, the term and the homonyms of entries that hold wherever their words are."""
        entries = [self._entries[number] for number in numbers]
        if any(entry.variant or not entry.plain for entry in entries):
            return None
        first = entries[0]
        curated = first.rank < self._curated
        others = {
            entry.rank: entry.concept
            for entry in entries
            if entry.rank != first.rank and (entry.rank < self._curated or not curated)
        }
        return first.concept, first.term, tuple(others.values())

    def _may_be_form(self, word: str) -> bool:
        """Whether a word may be another form of a term's word, or join with the word after it."""
        return word in PREFIXES or any(
            form.stem in self._vocabulary for form in forms(word, verb=True)
        )

    def match(self, text: str) -> tuple[Match, ...]:
        """The terms in a text, in its order; they do not overlap.

        Of terms that overlap the longest is taken: most words, then most letters, then first.
        """
        cut = words(text)
        candidates = self._candidates(cut)
        if not candidates:
            return ()
        addresses = Addresses(text)

        def settle(first: int, last: int, same: Sequence[Candidate]) -> tuple[Match, ...]:
            start, end = cut.starts[first], cut.ends[last - 1]
            if addresses.hold(start, end) or (last - 1 in cut.hyphens and _goes_on(cut, last)):
                return ()
            simple = self._simple[same[0][4]]
            if simple is not None and same[0][5] is _BARE and len(same) == 1:
                concept, term, homonyms = simple
                plural = first > 0 and cut.keys[first - 1] == "para"
                return (Match(start, end, concept, term, (), plural, False, homonyms),)
            return self._settle(cut, first, last, same)

        return tuple(sorted(longest_first(candidates, len(cut.keys), settle)))

    def _candidates(self, cut: Words) -> list[Candidate]:
        """Everything that could be a term, capitals and flags not looked at."""
        root = self._trie.root
        tokens, starts, ends = cut.keys, cut.starts, cut.ends
        count = len(tokens)
        odd = [
            place
            for place, token in enumerate(tokens)
            if self._is_odd(token)
            or place in cut.hyphens
            or (place + 1 < count and tokens[place + 1] == token)
        ]
        odd.append(count)  # never reached
        next_odd = 0
        candidates: list[Candidate] = []
        add = candidates.append
        for first, token in enumerate(tokens):
            if odd[next_odd] < first:
                next_odd += 1
            node = root.get(token)
            place = first + 1
            found = []
            while node is not None:
                if isinstance(node, int):
                    found.append((place, node))
                    break
                here = node.get(HERE)
                if isinstance(here, int):
                    found.append((place, here))
                if place == count:
                    break
                node = node.get(tokens[place])
                place += 1
            if odd[next_odd] < place:
                candidates += self._from(cut, first)
            else:
                for last, entry in found:
                    add((first - last, starts[first] - ends[last - 1], first, last, entry, _BARE))
        return candidates

    def _from(self, cut: Words, first: int) -> Iterator[Candidate]:
        """The candidates that begin with the token `first`, in whatever form."""
        ways: list[_Way] = [(first, self._trie.root, False, False)]
        seen: set[tuple[int, int, bool, bool]] = set()
        while ways:
            place, node, plural, joined = ways.pop()
            if place == len(cut.keys) or (place, id(node), plural, joined) in seen:
                continue
            seen.add((place, id(node), plural, joined))
            for step in _steps(cut, place, head=place == first):
                reached = node.get(step.stem)
                # One word of a term is joined: more is another's doing.
                if reached is None or (joined and step.joined):
                    continue
                several, together = plural or step.plural, joined or step.joined
                if isinstance(reached, dict):
                    if not step.clitics:
                        ways.append((step.next, reached, several, together))
                    reached = reached.get(HERE)
                    if not isinstance(reached, int):
                        continue
                last, clitics = step.next, step.clitics
                if last - 1 in cut.hyphens and cut.keys[last] in _HYPHENATED:  # NATO-nya
                    clitics += _HYPHENATED[cut.keys[last]]
                    last += 1
                again = 0 if clitics or several else _again(cut, first, last)
                for end in (last, again) if again else (last,):
                    length = cut.starts[first] - cut.ends[end - 1]
                    form = _Form(clitics, several or end != last, together)
                    yield first - end, length, first, end, reached, form

    def _settle(
        self, cut: Words, first: int, last: int, same: Sequence[Candidate]
    ) -> tuple[Match, ...]:
        """The match that candidates for the same tokens come to, if any holds."""
        held: list[tuple[int, bool, bool, int, _Form]] = []
        for *_, node, about in same:
            form = _Form(*about)
            for number in self._trie.entries[node]:
                entry = self._entries[number]
                if (entry.plain and form == _BARE) or _holds(cut, first, last, form, entry):
                    other_spelling = entry.variant or form.joined
                    held.append((len(form.clitics), other_spelling, not entry.cased, number, form))
        if not held:
            return ()
        # What agrees most: the numbers of the entries follow the concepts' ranks.
        held.sort()
        least, variant, _, number, form = held[0]
        entry = self._entries[number]
        homonyms: tuple[Concept, ...] = ()
        if len(held) > 1:
            others = {
                other.rank: other.concept
                for clitics, _, _, each, _ in held
                if clitics == least
                and (other := self._entries[each]).rank != entry.rank
                and (other.rank < self._curated or entry.rank >= self._curated)
            }
            homonyms = tuple(others.values())
        end = cut.ends[last - 1]
        if cut.keys[last - 2 : last - 1] == ["."]:
            if not _is_dotted_acronym(cut, first, last):
                return ()
            end += 1
        match = Match(
            cut.starts[first],
            end,
            entry.concept,
            entry.term,
            form.clitics,
            form.plural or (first > 0 and cut.keys[first - 1] == "para"),
            variant,
            homonyms,
        )
        return (match,)


def term_keys(term: str) -> list[str]:
    """The tokens by which a term is found; a full stop at its end does not count."""
    sequence = keys(term)
    while sequence and sequence[-1] == ".":
        sequence.pop()
    return sequence if any(key.isalnum() for key in sequence) else []


def _again(cut: Words, first: int, last: int) -> int:
    """Where a term ends that is written twice (rumah sakit-rumah sakit), or 0."""
    end = 2 * last - first
    twice = last - 1 in cut.hyphens and cut.keys[first:last] == cut.keys[last:end]
    return end if twice else 0


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


def _steps(cut: Words, place: int, *, head: bool) -> Iterator[_Step]:
    """The words that the token at `place` may be, alone or with the next one.

    Args:
        cut: The text.
        place: The token.
        head: Whether the term begins there: what is doubled is its first word, and ku- and kau-
            are before that.
    """
    token = cut.keys[place]
    yield _Step(token, place + 1)
    if place + 1 < len(cut.keys):
        after = cut.keys[place + 1]
        if head and after == token:  # negara-negara
            yield _Step(token, place + 2, plural=True)
        elif head and after.startswith(token):  # negara-negaranya
            for form in forms(after):
                if form.stem == token and not form.plural:
                    yield _Step(token, place + 2, form.clitics, plural=True)
        if place in cut.hyphens or token in PREFIXES:  # de-eskalasi, pasca perang
            together = token + after
            yield _Step(together, place + 2, joined=True)
            if may_be_form(together):
                for form in forms(together):
                    if not form.plural:
                        yield _Step(form.stem, place + 2, form.clitics, joined=True)
    if may_be_form(token) or (head and token.startswith(PROCLITICS)):
        for form in forms(token, verb=head):
            if head or not form.plural:
                yield _Step(form.stem, place + 1, form.clitics, form.plural)


def _holds(cut: Words, first: int, last: int, form: _Form, entry: _Entry) -> bool:
    """Whether a concept's flags and part of speech allow the form that was found."""
    verb = entry.concept.pos is PartOfSpeech.VERB
    if entry.exact and (form != _BARE or _is_part(cut, first, last)):
        return False
    if form.clitics and form.clitics[0].endswith("-") and not verb:
        return False  # ku- and kau- stand before verbs only
    return not entry.cased or term_capitals_agree(
        cut, first, last, entry.term, spelled=entry.variant
    )


def _is_part(cut: Words, first: int, last: int) -> bool:
    """Whether a term is part of an inflected form: NATO of NATO-nya, akhir of akhir-akhir."""
    before, after = first - 1 in cut.hyphens, last - 1 in cut.hyphens
    return (before and cut.keys[first - 1] == cut.keys[first]) or (
        after and (cut.keys[last] == cut.keys[last - 1] or cut.keys[last] in _HYPHENATED)
    )
