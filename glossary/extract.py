"""Proposing terms for the glossary: what texts are about and the glossary does not have.

How much of a term a group of words is, is judged by two measures from the literature: how often it
stands on its own and not only inside longer groups (the C-value of Frantzi, Ananiadou and Mima,
2000, in the form of Barrón-Cedeño et al., 2009, which scores single words too), times how firmly
its words belong together (normalised pointwise mutual information, Bouma, 2009; the least of its
neighbouring words). Unlike the authors we take off the count of the most frequent longer group, not
the mean of all: rare groups around a frequent term would let its pieces through.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import log2

from padanan.glossary.concept import PartOfSpeech
from padanan.glossary.cooccurrence import Proposal, Translations
from padanan.glossary.glossary import Glossary
from padanan.glossary.phrases import CONNECTORS, Sentence, acronyms, cut, groups, settle

_Group = tuple[str, ...]
"""The keys of a group's words."""

_ACRONYM_WEIGHT = 0.3
"""What an acronym counts whose full name the texts do not give: many are units, clubs, brands."""

_COMMON = 0.05
"""The share of a word's occurrences in small letters from which on it is a word of the language
and not only of names: Komisi, Badan, but not Joko."""

_GOOD_EXAMPLE = 100
"""Characters of a sentence that shows how a term is used and is quickly read."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a term.

    Attributes:
        terms: The group of words as it is mostly written, and its acronym if the texts say one.
        pos: `NAME` if it is written with capitals, else `NOUN`.
        count: How often it is in the texts, the acronym not counted.
        score: How much of a term it is; comparable only among candidates of the same texts.
        examples: Sentences it is in, those of a handy length first, with their translations.
        renderings: What may be its renderings, if there are translations.
    """

    terms: tuple[str, ...]
    pos: PartOfSpeech
    count: int
    score: float
    examples: tuple[tuple[str, str], ...]
    renderings: tuple[Proposal, ...]


def extract(
    pairs: Iterable[tuple[str, str]],
    glossary: Glossary,
    *,
    min_count: int = 2,
    limit: int = 100,
    examples: int = 3,
) -> tuple[Candidate, ...]:
    """The best candidates for terms in some texts, the best first.

    Args:
        pairs: Indonesian sentences, each with its English translation or "". Repeated ones count
            once.
        glossary: What is there already; its terms, and pieces of them, are not proposed.
        min_count: How often a candidate must be in the texts.
        limit: How many candidates to give at most.
        examples: How many sentences to give with each.
    """
    sentences = [cut(source, target) for source, target in dict.fromkeys(pairs)]
    texts = _Texts(sentences)
    for sentence in sentences:
        settle(sentence, texts.small)
    found = _Found(sentences, glossary, min_count)
    texts.count_neighbours()
    scores = {group: _score(group, found, texts) for group in found.counts}
    best = sorted(scores, key=lambda group: (-scores[group], group))
    best = [group for group in best if scores[group] > 0 and group not in found.acronym_keys]
    translations = Translations(sentence.target for sentence in sentences)
    return tuple(
        Candidate(
            found.terms(group),
            PartOfSpeech.NAME if found.is_name(group) else PartOfSpeech.NOUN,
            found.counts[group],
            round(scores[group], 2),
            tuple(
                (sentence.source, sentence.target)
                for sentence in sorted(
                    (sentences[number] for number in dict.fromkeys(found.places[group])),
                    key=lambda sentence: abs(len(sentence.source) - _GOOD_EXAMPLE),
                )[:examples]
            ),
            translations.proposals(found.places[group]),
        )
        for group in best[:limit]
    )


class _Texts:
    """How often words are in the texts, alone and beside each other."""

    def __init__(self, sentences: list[Sentence]) -> None:
        self._sentences = sentences
        self.small: Counter[str] = Counter()
        self._all: Counter[str] = Counter()
        for sentence in sentences:
            for place, word in enumerate(sentence.words):
                self._all[word.key] += 1
                # The first word's capital is the sentence's.
                if not word.capital and not sentence.headline and place:
                    self.small[word.key] += 1

    def count_neighbours(self) -> None:
        """Count pairs of words, when the sentences are settled."""
        words = [word.key for sentence in self._sentences for word in sentence.words]
        self._words, self._total = Counter(words), max(len(words), 2)
        self._pairs = Counter(
            (one.key, other.key)
            for sentence in self._sentences
            for one, other in pairwise(sentence.words)
            if other.joined
        )

    def is_common(self, key: str) -> bool:
        """Whether a word is one of the language, not only of names."""
        return self.small[key] > 1 and self.small[key] >= _COMMON * self._all[key]

    def firmness(self, one: str, other: str) -> float:
        """How firmly two words belong together, from 0 (by chance) to 1 (always)."""
        together = self._pairs[one, other] / self._total
        chance = self._words[one] * self._words[other] / self._total**2
        return max(0.0, log2(together / chance) / -log2(together)) if together < 1 else 1.0


class _Found:
    """The groups of words in the texts that may be terms.

    Attributes:
        counts: How often each group is there.
        places: The numbers of the sentences each is in.
        acronym_keys: Acronyms that are given with a candidate's full name.
    """

    def __init__(self, sentences: list[Sentence], glossary: Glossary, min_count: int) -> None:
        spans = [list(groups(one, glossary.match(one.source))) for one in sentences]
        counts: Counter[_Group] = Counter()
        for sentence, own in zip(sentences, spans, strict=True):
            counts.update(_key(sentence, span) for span in own)
        # What is only in headlines is no candidate: their capitals do not tell names from words.
        running = {
            _key(sentence, span)
            for sentence, own in zip(sentences, spans, strict=True)
            if not sentence.headline
            for span in own
        }
        self.counts = {
            group: count
            for group, count in counts.items()
            if count >= min_count and group in running
        }
        self.places: defaultdict[_Group, list[int]] = defaultdict(list)
        self._names: Counter[_Group] = Counter()
        self._written: defaultdict[_Group, Counter[str]] = defaultdict(Counter)
        for number, (sentence, own) in enumerate(zip(sentences, spans, strict=True)):
            for span in own:
                group = _key(sentence, span)
                if group in self.counts:
                    self.places[group].append(number)
                    self._note(sentence, span, group)
        self._acronyms = self._find_acronyms(sentences)
        self.acronym_keys = {
            (acronym.casefold(),)
            for group, acronym in self._acronyms.items()
            if group in self.counts
        }
        self._longer: defaultdict[_Group, set[_Group]] = defaultdict(set)
        for group in self.counts:
            for size in range(1, len(group)):
                for start in range(len(group) - size + 1):
                    self._longer[group[start : start + size]].add(group)

    def own_count(self, group: _Group) -> int:
        """How often a group is there, less how often the most frequent longer one around it is."""
        longer = (self.counts[one] for one in self._longer[group])
        return self.counts[group] - max(longer, default=0)

    def is_name(self, group: _Group) -> bool:
        """Whether a group is mostly written with capitals."""
        return 2 * self._names[group] > sum(self._written[group].values())

    def terms(self, group: _Group) -> tuple[str, ...]:
        """A group as it is mostly written, and its acronym if it has one."""
        forms = self._written[group]
        if not self.is_name(group):
            forms = Counter({text: n for text, n in forms.items() if text == text.lower()})
        text = forms.most_common(1)[0][0] if forms else " ".join(group)
        acronym = self._acronyms.get(group)
        return (text, acronym) if acronym else (text,)

    def _note(self, sentence: Sentence, span: tuple[int, int], group: _Group) -> None:
        """Take down how a group is written; a headline's capitals say nothing."""
        words = sentence.words[span[0] : span[1]]
        if sentence.headline:
            return
        self._names[group] += all(word.capital or word.key in CONNECTORS for word in words)
        self._written[group][
            " ".join(
                word.text[: len(word.key)] if word.capital or word.text.isupper() else word.key
                for word in words
            )
        ] += 1

    def _find_acronyms(self, sentences: list[Sentence]) -> dict[_Group, str]:
        """Each group's acronym: the one that stands in brackets after it most often."""
        seen: defaultdict[_Group, Counter[str]] = defaultdict(Counter)
        for sentence in sentences:
            for full, acronym in acronyms(sentence):
                seen[tuple(full.casefold().split())][acronym] += 1
        return {group: counts.most_common(1)[0][0] for group, counts in seen.items()}


def _key(sentence: Sentence, span: tuple[int, int]) -> _Group:
    return tuple(word.key for word in sentence.words[span[0] : span[1]])


def _score(group: _Group, found: _Found, texts: _Texts) -> float:
    """How much of a term a group is (see the module)."""
    score = (1 + log2(len(group))) * found.own_count(group)
    if len(group) == 1:
        return score * _ACRONYM_WEIGHT
    neighbours = [
        (one, other) for one, other in pairwise(group) if CONNECTORS.isdisjoint((one, other))
    ]
    score *= min((texts.firmness(one, other) for one, other in neighbours), default=1.0)
    if found.is_name(group):
        # Names of people and places are no terms: the more of its words are words, the more it
        # is the name of an institution.
        words = [key for key in group if key not in CONNECTORS]
        score *= (sum(map(texts.is_common, words)) / len(words)) ** 2
    return score
