"""Which groups of words in an Indonesian sentence may be terms.

A group is two to six words in small letters that begin with a noun, as Indonesian noun phrases do,
or a run of words with capitals, or an acronym. What verbs there are is known by their prefixes.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from padanan.glossary.match import Match
from padanan.glossary.stopwords import ADJECTIVES, INDONESIAN

CONNECTORS = frozenset(
    {"al", "and", "atas", "bagi", "bin", "dan", "di", "for", "of", "the", "untuk"}
)
"""Small words that stand inside names."""

_NO_BEGINNING = INDONESIAN | ADJECTIVES | CONNECTORS

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")

_ACTIVE = re.compile(r"(?:me(?:ng|ny|[lmnrwy])|di|mem?per)(?=[a-z]{3})")
"""Prefixes of verbs that are never part of a noun phrase."""

_VERBAL = re.compile(rf"{_ACTIVE.pattern}|(?:be[rkl]?|ter|ku|kau)(?=[a-z]{{4}})")
"""Prefixes of verbs that do not begin a noun phrase, but may end one: negara berkembang."""

# fmt: off
_NO_VERBS = frozenset(
    {
        # nouns and adjectives that begin like verbs
        "beasiswa", "beban", "bedah", "bekal", "belalang", "belanda", "belanja", "belasungkawa",
        "benar", "bencana", "bendahara", "bendera", "bendungan", "bengkel", "bensin", "benteng",
        "bentrokan", "beranda", "beras", "berita", "berkah", "berkas", "berlian", "beton",
        "diabetes", "dialek", "dialog", "diameter", "diare", "didik", "diesel", "difabel",
        "digital", "dilema", "dimensi", "dinamika", "dinamit", "dinas", "dinasti", "dinding",
        "diplomasi", "diplomat", "diplomatik", "direksi", "direktorat", "direktur", "dirjen",
        "disabilitas", "disiplin", "diskon", "diskriminasi", "diskusi", "disrupsi", "distribusi",
        "distrik", "dividen", "divisi", "kualifikasi", "kualitas", "kuantitas", "kuartal", "kuasa",
        "kuatir", "kuburan", "kucing", "kudeta", "kudus", "kuliah", "kuliner", "kulit", "kumpulan",
        "kunci", "kunjungan", "kuota", "kupon", "kurban", "kurikulum", "kurir", "kursi", "kusta",
        "kutipan", "kutub", "melayu", "memorandum", "memori", "menantu", "menara", "mendiang",
        "mentah", "mental", "menteri", "mentor", "merdeka", "merpati", "mertua", "terang", "terapi",
        "terigu", "teritorial", "terminal", "ternak", "teroris", "terorisme", "territorial",
        "terumbu",
        # verbs that end noun phrases: penyakit menular
        "melawan", "mendesak", "menengah", "menetap", "mengikat", "meninggal", "menular",
        "menyeluruh", "menyusui",
    }
)
# fmt: on

_SHORTEST_WORD = 2
_LONGEST_PHRASE = 6
_LONGEST_NAME = 10
_LONGEST_ACRONYM = 8
_ROMAN = re.compile(r"[IVXLC]+")


@dataclass(slots=True)
class Word:
    """A word of a sentence.

    Attributes:
        text: As it is written.
        key: In small letters, later without the clitic -nya.
        start: Offset in the sentence.
        end: Offset after it.
        capital: Whether it has a capital that is its own, not the sentence's.
        joined: Whether nothing but a space is between it and the word before.
    """

    text: str
    key: str
    start: int
    end: int
    capital: bool
    joined: bool


@dataclass(slots=True)
class Sentence:
    """A sentence cut into words.

    Attributes:
        source: The Indonesian.
        target: The English; empty where there is none.
        words: Its words.
        headline: Whether so many words have capitals that they say nothing.
    """

    source: str
    target: str
    words: list[Word]
    headline: bool


def cut(source: str, target: str = "") -> Sentence:
    """A sentence cut into words."""
    words: list[Word] = []
    for found in _WORD.finditer(source):
        text = found[0]
        joined = bool(words) and source[words[-1].end : found.start()] == " "
        words.append(
            Word(text, text.casefold(), found.start(), found.end(), text[0].isupper(), joined)
        )
    long = [word for word in words if len(word.text) > 3]
    headline = len(long) > 4 and sum(word.capital for word in long) > 0.6 * len(long)
    return Sentence(source, target, words, headline)


def settle(sentence: Sentence, small: Counter[str]) -> None:
    """Settle which capitals are a name's, and take -nya off, when it is known how words are used.

    Args:
        sentence: The sentence, which is changed.
        small: How often each word stands in small letters.
    """
    words = sentence.words
    for word in words:
        if word.key.endswith("nya") and small[word.key[:-3]] > 1:
            word.key = word.key[:-3]
        if sentence.headline:
            word.capital = False
    if words and small[words[0].key] and not (len(words) > 1 and words[1].capital):
        words[0].capital = False


def groups(sentence: Sentence, matches: Sequence[Match]) -> Iterator[tuple[int, int]]:
    """The groups of words that may be terms, as places of their first word and after their last.

    Args:
        sentence: A settled sentence.
        matches: Terms of the glossary in it. No group is one of them or a piece of one.
    """
    words = sentence.words
    # The first and last word of the known term that each word is part of.
    known: dict[int, tuple[int, int]] = {}
    for match in matches:
        places = [
            place
            for place, word in enumerate(words)
            if word.start < match.end and word.end > match.start
        ]
        known |= dict.fromkeys(places, (places[0], places[-1])) if places else {}
    for first, word in enumerate(words):
        if _may_begin(word):
            for last in _ends(words, first):
                begins, ends = known.get(first, (first, first)), known.get(last, (last, last))
                whole = first in known and begins == (first, last)
                if begins[0] == first and ends[1] == last and not whole:
                    yield first, last + 1


def acronyms(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """Acronyms in brackets, each with the full name before it (Schwartz and Hearst, 2003)."""
    for word in sentence.words:
        before, after = sentence.source[: word.start], sentence.source[word.end :]
        if before.endswith(" (") and after.startswith(")") and _is_acronym(word.text):
            full = _full_name(word.text, before[:-2])
            if full:
                yield full, word.text


def _full_name(acronym: str, before: str) -> str:
    """The words before an acronym that it stands for, or ""."""
    most = min(len(acronym) + 5, len(acronym) * 2)  # as the authors have it
    text = " ".join(before.split()[-most:])
    place = len(text)
    for number, letter in reversed(list(enumerate(acronym.casefold()))):
        place -= 1
        while place >= 0 and (
            text[place].casefold() != letter
            or (number == 0 and place > 0 and text[place - 1].isalnum())
        ):
            place -= 1
        if place < 0:
            return ""
    full = text[place:]
    return full if " " in full and _WORD.sub("", full).strip(" -,") == "" else ""


def _is_acronym(text: str) -> bool:
    capitals = sum(map(str.isupper, text))
    return text.isalpha() and capitals >= 2 and len(text) <= _LONGEST_ACRONYM * 2


def _may_begin(word: Word) -> bool:
    """Whether a term may begin with a word."""
    if not _is_word(word) or word.key in _NO_BEGINNING:
        return False
    return word.capital or not _is_verb(word, _VERBAL)


def _ends(words: Sequence[Word], first: int) -> Iterator[int]:
    """The places of the words that a term may end with that begins at `first`."""
    name = words[first].capital
    if name and _is_lone_acronym(words[first].text):
        yield first
    longest = _LONGEST_NAME if name else _LONGEST_PHRASE
    for place in range(first + 1, min(first + longest, len(words))):
        word = words[place]
        if not word.joined or not _is_word(word):
            return
        if name:
            if not word.capital and word.key not in CONNECTORS:
                return
        elif word.capital or word.key in INDONESIAN or _is_verb(word, _ACTIVE):
            return
        if word.key not in INDONESIAN and word.key not in CONNECTORS:
            yield place


def _is_word(word: Word) -> bool:
    return word.key[0].isalpha() and len(word.key) >= _SHORTEST_WORD


def _is_lone_acronym(text: str) -> bool:
    short = text.isupper() and text.isalpha() and len(text) <= _LONGEST_ACRONYM
    return short and not _ROMAN.fullmatch(text)


def _is_verb(word: Word, prefixes: re.Pattern[str]) -> bool:
    return word.key not in _NO_VERBS and prefixes.match(word.key) is not None
