"""The words of a text that may be a term, in whatever form.

Most words are no term and no form of one, and most terms stand as they are written: those are
looked up at once. Only where a word may be something else (`odd`) are all ways to read it tried.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from operator import eq
from typing import NamedTuple

from padanan.glossary.forms import PARTICLES, PROCLITICS, PRONOUNS, forms, may_be_form
from padanan.glossary.spelling import PREFIXES
from padanan.glossary.trie import HERE, Candidate, Node, Trie
from padanan.glossary.words import Words

HYPHENATED = {
    pronoun + particle: tuple(f"-{clitic}" for clitic in (pronoun, particle) if clitic)
    for pronoun in ("", *PRONOUNS)
    for particle in ("", *PARTICLES)
    if pronoun or particle
}
"""What may follow a hyphen after an acronym or a name (NATO-nya), as clitics."""


class Written(NamedTuple):
    """What was found of a term besides its bare words."""

    clitics: tuple[str, ...] = ()
    plural: bool = False
    joined: bool = False


BARE = Written()

_END = " "
"""What no token is."""

_Way = tuple[int, Node, bool, bool]
"""How far a search has come: the next token, the node, whether plural, whether joined."""


class _Step(NamedTuple):
    """One word of a term, and the token after it."""

    stem: str
    next: int
    clitics: tuple[str, ...] = ()
    plural: bool = False
    joined: bool = False


class Finder:
    """Finds what may be a term in texts: candidates, before capitals and flags are looked at."""

    def __init__(self, trie: Trie, vocabulary: set[str]) -> None:
        """A finder for the sequences of a trie.

        Args:
            trie: The ways of writing all terms.
            vocabulary: Every word of them.
        """
        self._trie = trie
        self._vocabulary = vocabulary
        self._is_odd = lru_cache(maxsize=1 << 16)(self._may_be_form)

    def _may_be_form(self, word: str) -> bool:
        """Whether a word may be another form of a term's word, or join with the word after it."""
        return word in PREFIXES or any(
            form.stem in self._vocabulary for form in forms(word, verb=True)
        )

    def find(self, cut: Words) -> tuple[list[Candidate], list[tuple[int, int]]]:
        """Everything that could be a term, capitals and flags not looked at.

        Returns:
            The candidates, and those of them that are one token in no other form, which come
            after all others: the token and the entry.
        """
        starts, ends = cut.starts, cut.ends
        odd = self._odd_places(cut)
        # Behind the text stands a token that no term has.
        tokens = [*cut.keys, _END]
        candidates: list[Candidate] = []
        lone: list[tuple[int, int]] = []
        for first, node in enumerate(map(self._trie.root.get, cut.keys)):
            if odd[first]:
                candidates += self._from(cut, first)
                continue
            if node is None:
                continue
            if isinstance(node, int):
                lone.append((first, node))
                continue
            alone = node.get(HERE)
            place = first + 1
            several: list[Candidate] = []
            while not odd[place]:
                reached = node.get(tokens[place])
                if reached is None:
                    break
                place += 1
                here = reached if isinstance(reached, int) else reached.get(HERE)
                if isinstance(here, int):
                    length = starts[first] - ends[place - 1]
                    several.append((first - place, length, first, place, here, BARE))
                if isinstance(reached, int):
                    break
                node = reached
            else:
                candidates += self._from(cut, first)
                continue
            if isinstance(alone, int):
                lone.append((first, alone))
            if several:
                candidates += several
        return candidates, lone

    def _odd_places(self, cut: Words) -> bytearray:
        """Which tokens may be another form of a term's word, or part of a longer form."""
        tokens = cut.keys
        odd = bytearray(map(self._is_odd, tokens))
        odd.append(0)
        for place in cut.hyphens:
            odd[place] = 1
        if True in map(eq, tokens, islice(tokens, 1, None)):
            for place in range(len(tokens) - 1):
                if tokens[place] == tokens[place + 1]:
                    odd[place] = 1
        return odd

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
                if last - 1 in cut.hyphens and cut.keys[last] in HYPHENATED:  # NATO-nya
                    clitics += HYPHENATED[cut.keys[last]]
                    last += 1
                again = 0 if clitics or several else _again(cut, first, last)
                for end in (last, again) if again else (last,):
                    length = cut.starts[first] - cut.ends[end - 1]
                    doubled = several or end != last
                    bare = not (clitics or doubled or together)
                    form = BARE if bare else Written(clitics, doubled, together)
                    yield first - end, length, first, end, reached, form


def _again(cut: Words, first: int, last: int) -> int:
    """Where a term ends that is written twice (rumah sakit-rumah sakit), or 0."""
    end = 2 * last - first
    twice = last - 1 in cut.hyphens and cut.keys[first:last] == cut.keys[last:end]
    return end if twice else 0


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
