"""Translations of the Indonesian words that the pairs seldom have, and what they may stand for.

Of the words in what Indonesians write, one in twelve is among those that fewer than 120 sentences
of the pairs have. A small model spells such a word anew, or takes another. What it means is
told by the few sentences that have it and by the dictionaries, and for those that neither tell
of, or tell of wrongly, by ``words.tsv``, which was written for this by hand.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from training.corpus import Pair

SELDOM = 150
"""Sentences of the pairs with an Indonesian word, below which it is seldom."""
CURRENT = 3  # lines by people that a word must stand in
OFTEN = 25  # lines by Indonesians, of a hundred thousand, in which an often written word stands
LEAST = 0.3  # weight of pairs that are sentences
BESIDE = 3  # sentences in which a translation that no dictionary has must stand beside a word
SURE, SURE_LISTED = 0.3, 0.08
"""Least Dice's coefficient of the sentences that have a word, and those whose other side has the
translation; and the least if a dictionary has it."""
MOST_WAYS = 3  # English words that a dictionary has for one that hardly any sentence tells of

WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_SMALL = re.compile(r"[a-z]{3,}(?:-[a-z]+)*")
_VERBAL = ("me", "di", "ber", "ter")
_VERBS = {"VB": "VB", "VBP": "VB", "VBZ": "VBZ", "VBG": "VBG", "VBD": "VBD", "VBN": "VBD"}
"""Forms of verbs; the lexicon of forms gives regular ones one past for both."""


def by_hand() -> dict[str, set[str]]:
    """``words.tsv``: Indonesian words of news and what each mostly means, in base form."""
    path = Path(__file__).with_name("words.tsv")
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {word: {way} for word, way in rows}


def built(word: str) -> str:
    """How an Indonesian word looks to be built, as far as that tells where it may stand: a verb's
    prefix, a possessive, or that it is doubled.

    Unlike ``padanan.glossary.morphology`` it need not be right about any one word.
    """
    if "-" in word:
        return "-"
    if word.endswith("nya") and len(word) > 6:
        return "-nya"
    return next((prefix for prefix in _VERBAL if word.startswith(prefix) and len(word) > 5), "")


@cache
def lemmas(word: str) -> dict[str, tuple[str, ...]]:
    """The base forms of an English word, by the parts of speech that it may be."""
    import lemminflect

    found: dict[str, tuple[str, ...]] = lemminflect.getAllLemmas(word)
    return found


@cache
def lemma(word: str) -> str:
    """An English word in its base form, as the first part of speech that it may be."""
    found = lemmas(word)
    return next(iter(found.values()))[0] if found else word


@cache
def forms(word: str) -> frozenset[str]:
    """All forms of an English word read as any part of speech, itself among them."""
    import lemminflect

    found = {word}
    for spelt in lemminflect.getAllInflections(word).values():
        found.update(spelt)
    return frozenset(found)


@cache
def tags(word: str) -> frozenset[str]:
    """What an English word may be: Penn's tags of the forms that are written like it."""
    import lemminflect

    return frozenset(
        tag
        for part, bases in lemmas(word).items()
        for each in bases
        for tag, spelt in lemminflect.getAllInflections(each, upos=part).items()
        if word in spelt
    )


def kind(indonesian: str, english: str) -> tuple[str, ...]:
    """What must be the same of two words, and of their translations, for one pair to stand where
    the other does: how the Indonesian is built, and what part of speech the English may be."""
    made, found = built(indonesian), tags(english)
    verbs = {_VERBS[tag] for tag in found if tag in _VERBS}
    if verbs and made in _VERBAL:
        return (made, *sorted(verbs))
    nominal = next((tag for tag in ("NN", "NNS", "JJ") if tag in found), None)
    return (made, nominal) if nominal else (made, *sorted(found))


class Lexicon:
    """What the pairs and their dictionaries say of words.

    Attributes:
        sentences: In how many sentences of the pairs an Indonesian word stands.
        listed: English words in all their forms for an Indonesian one, by the dictionaries.
        ways: For each seldom word that is current in what Indonesians write, its translations, in
            the forms that are current in what is written in English.
        often: Those seldom words that Indonesians write often all the same.
    """

    def __init__(
        self, pairs: Iterable[Pair], indonesian: Iterable[str], english: Iterable[str]
    ) -> None:
        self.sentences: Counter[str] = Counter()
        told = []
        dictionary: dict[str, set[str]] = defaultdict(set)
        for pair in pairs:
            if pair.source.endswith("_dict"):
                way = pair.en.removeprefix("to ")
                if _SMALL.fullmatch(pair.id) and _SMALL.fullmatch(way):
                    dictionary[pair.id].add(way)
            elif pair.weight >= LEAST:
                told.append(pair)
                self.sentences.update(set(WORD.findall(pair.id.lower())))
        self.listed = {
            word: {form for way in ways for form in forms(way)} for word, ways in dictionary.items()
        }
        written: Counter[str] = Counter()
        for line in indonesian:
            written.update(set(WORD.findall(line)))
        seldom = {
            word
            for word, n in written.items()
            if n >= CURRENT and self.sentences[word] < SELDOM and _SMALL.fullmatch(word)
        }
        common = Counter(word for line in english for word in WORD.findall(line))
        bases = {word: {lemma(way) for way in ways} for word, ways in dictionary.items()}
        self.ways: dict[str, list[str]] = {}
        written_down = {word: ways for word, ways in by_hand().items() if word in seldom}
        found = self._translations(seldom, bases, told, common) | written_down
        for word, chosen in sorted(found.items()):
            ways = {form for each in chosen for form in forms(each) if common[form] >= CURRENT}
            if ways - {word}:
                self.ways[word] = sorted(ways - {word})
        self.often = {word for word in self.ways if written[word] >= OFTEN}

    def _translations(
        self,
        seldom: set[str],
        dictionary: Mapping[str, set[str]],
        told: Iterable[Pair],
        common: Mapping[str, int],
    ) -> dict[str, set[str]]:
        """The base forms that stand on the other side nearly whenever a word does, up to half as
        surely as the surest; for a word that hardly any sentence has, the most common one of the
        few that a dictionary has."""
        beside: dict[str, Counter[str]] = defaultdict(Counter)
        anywhere: Counter[str] = Counter()
        for pair in told:
            there = {lemma(word) for word in WORD.findall(pair.en) if _SMALL.fullmatch(word)}
            anywhere.update(there)
            for word in seldom.intersection(WORD.findall(pair.id)):
                beside[word].update(there)
        found: dict[str, set[str]] = {}
        for word in seldom:
            listed, times = dictionary.get(word, set()), self.sentences[word]
            sure = {}
            for each, n in beside[word].items():
                dice = 2 * n / (times + anywhere[each])
                known = each in listed
                if dice >= (SURE_LISTED if known else SURE) and (known or n >= BESIDE):
                    sure[each] = dice
            if sure:
                least = max(sure.values()) / 2
                found[word] = {each for each, dice in sure.items() if dice >= least}
            elif times < BESIDE and 0 < len(listed) <= MOST_WAYS:
                found[word] = {max(sorted(listed), key=lambda each: common.get(each, 0))}
        return found
