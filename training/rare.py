"""English news with words that the corpus has in its dictionary alone, and Indonesian for it.

A model of the other direction makes words up for what it hardly knows, and those sentences are
left out (``back.invented``): what is left has *jembatan* four hundred times and *tenda* never. So
such a word gives way to a common one of its kind (*tent* to *car*), the sentence is translated,
and the dictionary's word takes the place of the common one's (*mobil* becomes *tenda*). The
English stays as it was written. A way to put rare words in contexts as Fadaee et al. 2017 do, but
in contexts where people did put them.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from training.corpus import Pair
from training.lexicon import LEAST, WORD, lemmas
from training.lexicon import lemma as base
from training.normalise import capital

SELDOM = 30
"""Sentences with an English word, below which the model of the other direction hardly knows it."""
CURRENT = range(3, 400)
"""Times that an Indonesian word stands in what Indonesians wrote: more often it needs no help."""
MOST_WAYS = 4  # Indonesian words for one English one; more is a class (*tree*, *fish*) or a muddle
MOST_EACH = 60  # sentences for one English word
MOST_WORDS = 3  # that give way in one sentence

_SINGLE = re.compile(r"[a-z]{3,}")
_PERSON = re.compile(r"(?:er|or|ist|man|ian|ant|eer)$")
_ABSTRACT = ("ness", "ity", "ism", "tion", "ment", "ance", "ence", "hood", "ship", "age", "cy")
_BEFORE_NOUNS = {
    *("a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our"),
    *("my", "your", "no", "some", "every", "each", "any"),
}


def _inflections(lemma: str) -> dict[str, tuple[str, ...]]:
    import lemminflect

    found: dict[str, tuple[str, ...]] = lemminflect.getAllInflections(lemma, upos="VERB")
    return found


@dataclass(frozen=True)
class StandIn:
    """A common word that a rare one gives way to.

    Attributes:
        forms: Its English forms by tag (Penn's).
        indonesian: Its Indonesian.
        likes: What an Indonesian word must look like to stand in the same place.
    """

    forms: dict[str, str]
    indonesian: str
    likes: re.Pattern[str]


_A_NOUN = re.compile(r"(?!me[mn]|ber|ter|di[a-z]{5}|se[a-z]{5})")
PERSON = StandIn({"NN": "teacher", "NNS": "teachers"}, "guru", _A_NOUN)
THING = StandIn({"NN": "car", "NNS": "cars"}, "mobil", _A_NOUN)
STUFF = StandIn({"NN": "water"}, "air", _A_NOUN)
QUALITY = StandIn({"JJ": "big"}, "besar", re.compile(r"(?!me|di)"))
DEED = StandIn(
    {"VB": "buy", "VBP": "buy", "VBZ": "buys", "VBD": "bought", "VBN": "bought", "VBG": "buying"},
    "membeli",
    re.compile(r"me[mn]"),
)
_ALL = (PERSON, THING, STUFF, QUALITY, DEED)
_TAKEN = {form for each in _ALL for form in each.forms.values()}


def _stand_in(word: str, lemma: str, part: str, before: str) -> tuple[StandIn, str] | None:
    """A common word of the kind that ``word``, read as this part of speech, is, and its form; None
    if it may be of another kind as well."""
    parts = set(lemmas(lemma))
    after = before in _BEFORE_NOUNS
    if part == "NOUN" and (after or parts == {"NOUN"}):
        tag = "NN" if word == lemma else "NNS"
        if _PERSON.search(lemma):
            return PERSON, tag
        bare = tag == "NN" and parts == {"NOUN"} and not after and lemma.endswith(_ABSTRACT)
        return (STUFF if bare else THING), tag
    if part == "ADJ" and parts == {"ADJ"} and word == lemma:
        return QUALITY, "JJ"
    if part == "VERB" and parts == {"VERB"}:
        for tag, forms in _inflections(lemma).items():
            if word in forms and tag in DEED.forms:
                return DEED, tag
    return None


class Rare:
    """English words, by lemma, that the corpus' sentences hardly have, and their Indonesian:
    words of ``indonesian`` (lines that people wrote), with how often they stand there."""

    def __init__(self, pairs: Iterable[Pair], indonesian: Iterable[str]) -> None:
        written: Counter[str] = Counter()
        for line in indonesian:
            written.update(WORD.findall(line))  # no names: they are not written small
        seen: Counter[str] = Counter()
        ways: dict[str, set[str]] = defaultdict(set)
        for pair in pairs:
            if pair.source.endswith("_dict"):
                if _SINGLE.fullmatch(pair.id) and _SINGLE.fullmatch(pair.en):
                    ways[pair.en].add(pair.id)
            elif pair.weight >= LEAST:
                seen.update(base(word.lower()) for word in WORD.findall(pair.en))
                written.update(WORD.findall(pair.id))
        self.ways: dict[str, dict[str, int]] = {}
        for english, found in sorted(ways.items()):
            current = {word: written[word] for word in sorted(found) if written[word] in CURRENT}
            if (
                0 < len(current) <= MOST_WAYS
                and seen[base(english)] < SELDOM
                and english not in _TAKEN | found
            ):
                self.ways[english] = current

    def stand_in(self, word: str, before: str) -> tuple[str, str, dict[str, int]] | None:
        """What ``word`` gives way to after the word ``before``, that one's Indonesian, and the
        words that take its place; None if ``word`` need not give way or cannot."""
        for part, (lemma, *_) in lemmas(word).items():
            found = _stand_in(word, lemma, part, before) if lemma in self.ways else None
            if found is None:
                continue
            common, tag = found
            ways = {way: n for way, n in self.ways[lemma].items() if common.likes.match(way)}
            if ways:
                return common.forms[tag], common.indonesian, ways
        return None


@dataclass(frozen=True)
class Given:
    """A sentence with stand-ins, and what takes the place of which Indonesian word afterwards."""

    text: str
    places: tuple[tuple[str, str], ...]


def give_way(sentences: Iterable[str], rare: Rare, seed: int) -> list[tuple[str, Given]]:
    """(sentence, the same with stand-ins) of all sentences that have rare words."""
    dice = random.Random(seed)
    shown: Counter[str] = Counter()
    given = []
    for text in sentences:
        words = list(WORD.finditer(text))
        if not _TAKEN.isdisjoint(match[0].lower() for match in words):
            continue
        parts: list[str] = []
        places: dict[str, str] = {}
        at, before = 0, ""
        for match in words:
            word, previous = match[0], before
            before = word.lower()
            if not _SINGLE.fullmatch(word) or shown[word] >= MOST_EACH or len(places) == MOST_WORDS:
                continue
            found = rare.stand_in(word, previous)
            if found is None or found[1] in places:
                continue
            form, indonesian, ways = found
            (places[indonesian],) = dice.choices(list(ways), list(ways.values()))
            parts += [text[at : match.start()], form]
            at = match.end()
            shown[word] += 1
        if places:
            made = re.sub(
                r"\b([Aa])n (?=(?:teacher|car|big)\b)", r"\1 ", "".join(parts) + text[at:]
            )
            given.append((text, Given(made, tuple(places.items()))))
    return given


def put_back(indonesian: str, places: Sequence[tuple[str, str]]) -> str | None:
    """The translation with the dictionary's words; None if a stand-in's is not there just once."""
    for stand_in, word in places:
        pattern = re.compile(rf"\b{stand_in}(-{stand_in})?(nya|ku|mu)?\b", re.IGNORECASE)
        matches = list(pattern.finditer(indonesian))
        if len(matches) != 1:
            return None
        (match,) = matches
        text = (f"{word}-{word}" if match[1] else word) + (match[2] or "")
        if match[0][0].isupper():
            text = capital(text)
        indonesian = indonesian[: match.start()] + text + indonesian[match.end() :]
    return indonesian
